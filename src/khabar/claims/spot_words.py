"""Words around what can be the place of something (:mod:`khabar.claims.spots`)."""

from __future__ import annotations

from typing import Final

BACKERS: Final = frozenset(
    "مدعوم مدعومة مدعومين مدعومون موال موالي موالية موالين موالون متحالف متحالفة متحالفين متحالفون حليف حليفة حلفاء "
    "مرتبط مرتبطة مرتبطين مرتبطون مقرب مقربة مقربين ممول ممولة مسنود مسنودة تابع تابعة تابعين صلة صلات ارتباط ارتباطات "
    "علاقة علاقات روابط تخابر تجسس دعم اسناد تمويل تحريض ايعاز بدعم باسناد بتمويل بتحريض بايعاز".split()
)
"""Words for those whom a state backs and for what ties them to it: it is no place (فصائل مدعومة من إيران)."""
LEAD: Final = frozenset("قيادة زعامة رعاية وساطة اشراف رئاسة دعم بقيادة بزعامة برعاية بوساطة باشراف برئاسة".split())
"""What a state does behind them."""
BACKING: Final = frozenset("دعم اعادة استعادة مساندة نصرة".split())
"""What an alliance is named for doing to a legitimate government."""
GUESTS: Final = frozenset(
    "سفارة قنصلية كنيسة كاتدرائية كنيس مبنى مسجد جامع حسينية سوق مدرسة مصنع محطة فندق مطعم قصر متحف معمل "
    "معسكر جامعة سجن".split()
)
"""What is hit rather than where it is hit, if its town is named."""
FLAGS: Final = frozenset(("علم", "راية", "اعلام", "رايات"))
"""What a ship flies (سفينة ترفع علم بنما)."""
ENTERED: Final = frozenset(
    "زار غادر دخل وصل بلغ قصف استهدف هاجم ضرب غزا احتل اجتاح حاصر شهد عبر اخترق هز طال شمل ودع ترك حرر عاش طوق "
    "سيطر اقتحم اعاد استعاد اجتاز دمر استضاف احتضن".split()
)
"""Verbs that a place follows as what they rule, or of which it is the scene."""
SEES: Final[tuple[str, ...]] = ("شهد", "عاش", "عرف", "عيش", "عانى", "عاني", "تعرض")
"""Verbs of which a state is the scene."""
OF_EVENTS: Final = frozenset(
    "حدود عمليات عملية نزاع صراع قتال اشتباكات مواجهات معارك حرب حادث انفجار تفجير هجوم غارة كارثة ريف ساحل "
    "داخل".split()
)
"""Nouns after منطقة that are no name of it."""
NEED_NAMES: Final = frozenset("قاعدة جزيرة منفذ شارع ساحة ميدان مركز خليج طريق ناحية بحر ساحل لواء".split())
"""Heads that alone are something else: an organisation, a broadcaster, the public, the field."""
MEMBERS: Final = frozenset(
    "قيادي قياديا قياديين قيادات زعيم زعماء عضو اعضاء عنصر عناصر قائد قادة رجل مسلحي مقاتلي انصار ناشط".split()
)
"""Words for those who belong to a group."""
OF_STREETS: Final = frozenset(
    "عام عامة رئيسي رئيسية مركزي مركزية احمر حمراء اخضر خضراء كبير كبرى طبي طبية تجاري تجارية صحي صحية ثقافي "
    "ثقافية جديد جديدة قديم قديمة خلفي دائري ساحلي بحري".split()
)
"""Adjectives of streets, squares and centres that can be seen."""
FIGURATIVE: Final = {
    "قطاع": frozenset("خاص عام مصرفي نفطي صحي تعليمي زراعي صناعي سياحي مالي تجاري خدمي امني حكومي".split()),
    "قاعدة": frozenset("اخيرة شعبية بيانات عامة جماهيرية ذهبية قانونية دستورية".split()),
    "ناحية": frozenset("امنية سياسية عسكرية قانونية انسانية اقتصادية فنية عملية نظرية اخرى ثانية اولى".split()),
    "منفذ": frozenset("هجوم عملية تفجير اعتداء جريمة فلسطيني عمليات هجمات".split()),
    "جبهة": frozenset("داخلية سياسية وطنية شعبية اسلامية".split()),
    "احياء": frozenset(
        "اتفاق اتفاقية عملية ذكرى مفاوضات محادثات مناسبة فكرة مسار حفل يوم سلام خلايا ليالي سنة".split()
    ),
    "طريق": frozenset(
        "تحقيق انجاح سلام عودة حل تسوية نجاح بناء ديمقراطية تنمية اصلاح وحدة تقدم حوار تفاوض مفاوضات خطا".split()
    ),
    "سوق": frozenset("سوداء موازية محلية عالمية دولية مالية مال عمل نفط صرف حرة مشتركة اوروبية".split()),
    "جامعة": frozenset("عربية دول".split()),
    "محطة": frozenset("مفصلية مهمة اولى اخيرة جديدة هامة فارقة".split()),
    "باب": frozenset("مفتوح تفاوض حوار نقاش".split()),
    "قواعد": frozenset(
        "دستورية اساسية قانونية شعبية دولية عامة قانون اشتباك سلوك لعبة لعب انضباط حزب متينة جديدة".split()
    ),
    "محور": frozenset("مقاومة شر ممانعة اول ثاني ثالث رئيسي".split()),
}
"""Words after a head with which it is no place."""
FRONTS: Final = frozenset(
    "مكتب مكاتب مقر وزارة مبنى برلمان مجلس محكمة دار منزل بيت مسكن مركز قسم مخفر مديرية شركة بنك مصرف فندق".split()
)
FACING: Final = frozenset("امام خارج قبالة قرب عند بمحيط".split())
NEARBY: Final = frozenset("قرب مقربة".split())
"""Buildings and offices, and what stands before them where something is told to happen there."""
COMING: Final = frozenset(
    "قادم قادما قادمة قادمين قادمون قادمتين قادمات ات اتية اتيا وارد واردة مستورد مستوردة مهرب مهربة".split()
)
"""Words behind which من leads to where somebody or something came from: nothing happened there."""
THEY_WERE: Final = frozenset(("نقلا", "نقلوا", "نقلتا", "نقلن", "اجلوا", "اسعفوا"))
TAKEN: Final = THEY_WERE | frozenset("نقل نقلت ينقل تنقل اجلي اجليت اجلاء اسعاف اسعف".split())
FALLEN: Final = frozenset(
    "جثمان جثامين جثة جثث رفات جرحى جرحي مصابين مصابون مصاب جريح قتلى قتلي ضحايا شهداء شهيد قتيل".split()
)
