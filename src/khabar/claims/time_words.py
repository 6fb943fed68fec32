"""Words that tell how a time of a sentence stands to its events."""

from __future__ import annotations

from typing import Final

LOOSE: Final = frozenset("موخرا مرارا تكرارا بانتظام سابقا باستمرار احيانا غالبا دائما يوميا اسبوعيا".split())
LOOSE_PAIRS: Final = frozenset(
    (
        ("الاونة", "الاخيرة"),
        ("الفترة", "الاخيرة"),
        ("الفترة", "الماضية"),
        ("عدة", "مرات"),
        ("عدة", "مناسبات"),
        ("من", "مرة"),
        ("حين", "واخر"),
        ("حين", "الى"),
        ("حين", "لاخر"),
        ("وقت", "لاخر"),
        ("وقت", "الى"),
        ("الفينة", "والاخرى"),
        ("فترة", "واخرى"),
        ("شبه", "يومي"),
        ("شبه", "يومية"),
        ("بشكل", "يومي"),
        ("بشكل", "متكرر"),
        ("بشكل", "مستمر"),
        ("بشكل", "دوري"),
        ("بصورة", "يومية"),
        ("بصورة", "متكررة"),
        ("بصورة", "مستمرة"),
        ("الحين", "والاخر"),
        ("مناسبات", "عدة"),
        ("مرات", "عدة"),
        ("مناسبات", "سابقة"),
    )
)
"""Words of repeated or unfixed time."""
EARLIER: Final = frozenset("بعد بعدما وبعد عقب اعقاب منذ قبل ردا ضمن".split())
"""Words before an event that lies before or behind what the sentence dates."""
LATER: Final = frozenset(
    tuple(words.split())
    for words in (
        "وفي وقت لاحق",
        "في وقت لاحق",
        "وفي المساء",
        "وفي الليل",
        "وفي الصباح",
        "وعند الظهر",
        "وبعد الظهر",
        "ومساء ،",
        "وفجرا",
        "ومساء",
        "وليلا",
        "ولاحقا",
        "لاحقا",
    )
)
"""What goes on with the day told before, at the head of a sentence."""
LATER_OPENS: Final = frozenset([words[0] for words in LATER])
LIKE: Final[tuple[str, ...]] = ("مماثل", "المماثل", "مشابه", "سابق", "السابق")
SUPERLATIVES: Final = frozenset("اعنف اكبر اسوا اول اولى اولي اقوى اقوي اخطر اعلى اعلي اكثر ادمى ادمي اشد".split())
TURNS: Final = frozenset("يذكر ويذكر يشار ويشار وسبق ميدانيا".split())
TURN_PAIRS: Final = frozenset(
    (
        ("الى", "ذلك"),
        ("من", "ناحية"),
        ("من", "جهة"),
        ("من", "جهته"),
        ("من", "جهتها"),
        ("على", "صعيد"),
        ("وعلى", "صعيد"),
        ("في", "سياق"),
        ("في", "المقابل"),
    )
)
"""Words that open another matter at the head of a sentence."""
NAMED: Final = frozenset(
    "ثورة حرب انقلاب احداث انتفاضة مجزرة غزو نكسة نكبة اتفاق اتفاقية معاهدة انتخابات هجمات تفجيرات اعتداءات "
    "احتجاجات".split()
)
"""Events that are known by their dates."""
DATED_NAMES: Final = frozenset("موقع صحيفة جريدة كتائب كتيبة لواء شارع ساحة ميدان جسر مستشفى جامعة حركة قوات".split())
"""What bears a date as its name."""
ANOTHERS: Final = frozenset("قبل قبيل ردا رد موعد تزامنا بالتزامن تمهيدا استعدادا حين".split())
"""Words behind an event that bring in another one, with a time of its own."""
WITHIN: Final = frozenset("في خلال اثر جراء ب اثناء".split())
"""Words before what an event happened in."""
BEGINNINGS: Final = frozenset("بدء بداية بدايه اندلاع انطلاق نشوب".split())
WARS: Final = frozenset(
    "حرب عدوان ابادة هجوم حملة احتجاجات مظاهرات مسيرات ثورة نزاع صراع ازمة انتفاضة معارك عملية".split()
)
"""Words for the beginning of what goes on for long, and what goes on."""
WAR: Final = "2023-10-07"
WAR_ON: Final = "غزة"
"""A war that is told of without its day, and the word by which it is known."""
MEANWHILE: Final = frozenset("خلال اثناء".split())
"""Words before what something else happened in, at the same time."""
DOCUMENTS: Final = frozenset(
    "بيان تصريح تصريحات تغريدة بلاغ خطاب تسجيل مقابلة حوار كلمة مؤتمر تقرير حديث مداخلة تدوينة رسالة فيديو "
    "مقطع شريط مقال مقالة منشور تسجيلات بيانات".split()
)
"""What people say things in."""
OCCASIONS: Final = DOCUMENTS | frozenset("اجتماع لقاء قمة جلسة زيارة محادثات مباحثات اتصال اتفاق".split())
