"""Verbs of giving, getting, bringing and rescuing, and what carries help."""

from __future__ import annotations

from typing import Final


def _forms(perfect: str, imperfect: str) -> tuple[str, ...]:
    """The third persons of a sound verb, by what stands behind the prefix of its imperfect."""
    return (
        *(perfect + end for end in ("", "ت", "وا", "ا", "تا")),
        *("ي" + imperfect, "ت" + imperfect, f"ي{imperfect}ون", "ن" + imperfect),
    )


def _family(text: str) -> frozenset[str]:
    """Forms of verbs given as ``perfect imperfect-without-prefix`` pairs, parted by commas; single words stand for
    themselves."""
    found: set[str] = set()
    for pair in text.split("،"):
        stems = pair.split()
        found.update(_forms(stems[0], stems[1]) if len(stems) == 2 else stems)
    return frozenset(found)


GIVES: Final = _family(
    "ارسل رسل،قدم قدم،سلم سلم،وفر وفر،وزع وزع،شحن شحن،سير سير،"
    "ادخل دخل،اوصل وصل،بعث بعث،منح منح،اودع ودع،حول حول،اسقط سقط،"
    "انزل نزل،خصص خصص،تبرع تبرع،اقرض قرض،صرف صرف،اعطى،اعطي،اعطت،اعطوا،يعطي،"
    "تعطي،اهدى،اهدي،اهدت،يهدي،تهدي،القى،القي،القت،"
    "القوا،يلقي،تلقي،ضخ،ضخت،يضخ،تضخ،هرب هرب،نقل نقل،اوفد وفد،رصد رصد،ساهم ساهم،اسهم سهم،ورد ورد"
)
MORE: Final = _family(
    "كثف كثف،عزز عزز،ضاعف ضاعف،جدد جدد،استانف ستانف،واصل واصل،زاد،زادت،زادوا،يزيد،تزيد،رفع رفع،وسع وسع"
)
"""Verbs of giving more or going on, which tell of help where help itself is their object (كثفت مساعداتها)."""
SHARES: Final = _family("ساهم ساهم،اسهم سهم")
"""Verbs behind which what is given stands behind ب."""
HEALS: Final = _family("عالج عالج،داوى،داوت،يداوي،تداوي،اسعف سعف")
"""Verbs whose object is patients."""
SUPPLIES: Final = _family("زود زود،امد،امدت،امدوا،يمد،تمد،سلح سلح،جهز جهز،رفد رفد،مد،مدت،دعم دعم")
"""Verbs whose object is whoever gets what stands behind ب."""
GETS: Final = _family("تسلم تسلم،استلم ستلم،تلقى،تلقي،تلقت،تلقوا،يتلقى،يتلقي،تتلقى،حصل حصل")
ARRIVES: Final = _family(
    "وصل صل،دخل دخل،غادر غادر،اقلع قلع،انطلق نطلق،توجه توجه،عبر عبر،ابحر بحر،"
    "هبط هبط،حط،حطت،رسا،رست،ترسو،اتجه تجه،تحرك تحرك،"
    "استقبل ستقبل،تدفق تدفق"
)
SAVES: Final = _family("انقذ نقذ،انتشل نتشل،اجلى،اجلي،اجلت،اجلوا،يجلي،تجلي،اخلى،اخلي،اخلت،اخلوا،يخلي،تخلي")
CARRIES: Final = frozenset(
    "تحمل يحمل تقل يقل حملت حمل تنقل ينقل حاملة محملة محمل محملين تضم متنها متنه حمولتها تحملان يحملان تحملون يحملون "
    "حملتا تقلان يقلان تنقلان حاملا حاملتان محملا محملان محملتان محملتين محملات متنهما حمولتهما حمولة متن".split()
)
LOADS: Final = frozenset(
    "طائرة طائرات طائرتا طائرتان سفينة سفن سفينتان باخرة بواخر قافلة "
    "قوافل قافلتان شاحنة شاحنات رحلة شحنة شحنات دفعة قطار "
    "مساعدات سيارات مستشفى فريق فرق طائرتين سفينتين شاحنتان شاحنتين قافلتين باخرتان باخرتين دفعات حافلات ناقلة ناقلات "
    "معونات امدادات معدات ادوية لقاحات اغذية خيام وقود طواقم طاقم بعثة مستلزمات".split()
)
"""What carries help, and help itself, as the subject of arriving."""
LOTS: Final = frozenset("دفعة دفعات شحنة شحنات كمية كميات عددا عدد مجموعة حمولة طنا طن".split())
"""Words for how much of something there is, before من."""
SETS_UP: Final = frozenset(
    "اقام اقامت اقاموا يقيم تقيم انشا انشات انشاوا ينشئ تنشئ نصب نصبت افتتح افتتحت جهز جهزت دشن دشنت يدشن تدشن "
    "اطلق اطلقت يطلق تطلق".split()
)
"""Verbs that a field hospital or an air bridge is the object of."""
SETTING_UP: Final = frozenset("اقامة انشاء افتتاح تجهيز نصب تدشين".split())
"""Verbal nouns of the same."""
DROPS: Final = _family("القى،القي،القت،القوا،يلقي،تلقي،اسقط سقط،انزل نزل")
"""Verbs that arms are no help with."""
AIRDROPS: Final = frozenset("انزال انزالا انزالات اسقاط القاء".split())
"""Nouns of the same, with what is dropped behind ل."""
WELCOMES: Final = frozenset("استقبل استقبلت يستقبل تستقبل".split())
STATIONS: Final = frozenset("مطار ميناء مرفا معبر قاعدة رصيف".split())
"""Subjects of receiving what arrives."""
SENT: Final = frozenset("ارسل ارسلت ارسلوا يرسل ترسل يرسلون نقل نقلت نقلوا ينقل تنقل اوفد اوفدت بعث بعثت".split())
MONEYED: Final = frozenset("نقل نقلت هرب هربت ارسل القى القت اسقط اسقطت انزل انزلت وصل حول حولت".split())
KEPT: Final = frozenset("قتيل قتيلا قتلى جثة جثث جثمان جثامين مقاتل مقاتلا مقاتلين مسلحا مسلحين".split())
"""Those whose recovery is no help."""
HELD: Final = frozenset("سبيل سبيلهم سبيله سبيلها".split())
NEEDY: Final = frozenset(
    "مصابين جرحى مرضى ضحايا متضررين متضرري منكوبين منكوبي محاصرين "
    "عالقين اطفال اسر عائلات اهالي سكان نازحين لاجئين نازحي "
    "لاجئي مدنيين محتاجين".split()
)
"""People in need."""
PATIENTS: Final = frozenset("جريح جريحا جرحى مصاب مصابا مصابين مريض مريضا مرضى".split())
WAYS: Final = {
    **dict.fromkeys(HEALS, "heals"),
    **dict.fromkeys(MORE, "adds"),
    **dict.fromkeys(SAVES, "saves"),
    **dict.fromkeys(ARRIVES, "arrives"),
    **dict.fromkeys(GETS, "gets"),
    **dict.fromkeys(SUPPLIES, "supplies"),
    **dict.fromkeys(GIVES | SETS_UP, "gives"),
}
"""How each verb hands something over; the later families go before."""
NOUNS: Final = {
    **dict.fromkeys("ارسال تقديم تسليم توزيع ايصال ادخال منح تخصيص توفير ايداع شحن نقل".split(), "gives"),
    **dict.fromkeys(AIRDROPS, "gives"),
    **dict.fromkeys(SETTING_UP, "gives"),
    **dict.fromkeys("تزويد امداد تسليح".split(), "supplies"),
    **dict.fromkeys("تسلم استلام تلقي".split(), "gets"),
    **dict.fromkeys("وصول دخول تدفق".split(), "arrives"),
    **dict.fromkeys("انقاذ اجلاء انتشال".split(), "saves"),
}
"""Verbal nouns of the same deeds."""
HANDS_OVER: Final = frozenset((*WAYS, *NOUNS))
