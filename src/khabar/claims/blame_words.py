"""Words that tell who blames whom, for :mod:`khabar.claims.accusations`."""

from __future__ import annotations

from typing import Final

BY: Final = frozenset(("ب",))
NOUNS: Final = frozenset(
    "اتهام اتهاما اتهامات انتقاد انتقادا انتقادات نقد نقدا لوم لوما ادانة ادانات تنديد تنديدا استنكار استنكارا شجب "
    "شجبا استهجان استهجانا هجوم هجوما".split()
)
"""Nouns of blame that is levelled at somebody."""
FILES: Final = frozenset(
    "رفع رفعت رفعوا رفعا يرفع ترفع يرفعون اقام اقامت اقاموا يقيم تقيم قدم قدمت قدموا يقدم تقدم تقدمت تقدموا يتقدم "
    "تتقدم يتقدمون حرك حركت يحرك سجل سجلت اودع اودعت اودعوا وجه وجهت سلم سلمت".split()
)
"""Verbs of bringing it."""
AGAINST: Final = frozenset(("ضد", "بحق", "على"))
BEFORE: Final = frozenset(("الى", "امام", "لدى", "ل"))
"""Prepositions behind which the body stands before which something is brought."""
AT: Final = frozenset(("ل", "الى", "ضد", "بحق", "نحو", "على", "تجاه"))
"""Prepositions behind which whoever is blamed stands."""
FACES: Final = frozenset(
    "واجه واجهت واجهوا يواجه تواجه يواجهون يواجهان مواجها مواجهة تعرض تعرضت تعرضوا يتعرض تتعرض تلقى تلقي تلقت يتلقى "
    "تتلقى لقي لقيت يلقى لاقى لاقت".split()
)
"""Verbs whose subject is blamed."""
STIRS: Final = frozenset("اثار اثارت يثير تثير جلب جلبت استدعى استدعت ولد ولدت لاقت لاقى لاقي".split())
"""Verbs whose subject is what the blame is about."""
TRAILS: Final = frozenset("تلاحق لاحقت يلاحق لاحق تطال طالت يطال طال تحاصر حاصرت".split())
"""Verbs behind the noun of blame whose object is blamed."""
TRADES: Final = frozenset(
    "تبادل تبادلا تبادلت تبادلتا تبادلوا يتبادل تتبادل يتبادلان يتبادلون تقاذف تقاذفت تقاذفوا يتقاذف تتقاذف تراشق "
    "تراشقت يتراشق تتراشق تراشقا".split()
)
"""Verbs and nouns of trading blame."""
TRADED: Final = NOUNS | frozenset("تهم مسؤولية مسئولية مسؤوليات شتائم".split())
DENIES: Final = frozenset(
    "نفى نفي نفت نفوا ينفي تنفي ينفون رفض رفضت رفضوا يرفض ترفض يرفضون فند فندت دحض دحضت رد ردت ردا يرد ترد ردوا "
    "انكر انكرت ينكر تنكر كذب كذبت تجاهل تجاهلت يتجاهل تتجاهل وصف وصفت اعتبر اعتبرت نافيا نافية رافضا رافضة سحب "
    "سحبت تنكرون دفع اسقط اسقطت".split()
)
"""Verbs of answering blame: what they govern is blame that was told of before."""
CHARGES: Final = frozenset("تهمة تهم اتهام اتهامات".split())
"""Nouns of a charge before a court."""
BLAME: Final = frozenset("مسؤولية مسئولية مسؤوليات تبعة تبعات وزر ذنب عواقب".split())
THROWS: Final = frozenset(
    "القى القي القت القوا القيا يلقي تلقي يلقون ملقيا ملقية ملقين انحى انحي انحت ينحي تنحي رمى رمي رمت يرمي ترمي وضع "
    "وضعت يضع تضع صب صبت القاء".split()
)
"""Verbs and participles of throwing the blame on somebody."""
LEVELS: Final = frozenset("وجه وجهت وجهوا توجه يوجه كال كالت كالوا ساق ساقت ساقوا اطلق اطلقت صب".split())
"""Verbs of levelling it at somebody."""
GOVERNS: Final = frozenset(
    "متهما متهمة متهمين محملا محملة محملين منتقدا منتقدة مطالبا مطالبة مطالبين مناشدا مناشدة مهاجما مهاجمة حاثا حاثة "
    "داعيا داعية محذرا محذرة".split()
)
"""Participles of speech whose object stands right behind them."""
GOES_ON: Final = {
    "accuse.accuse": BY,
    "accuse.accusing-f": BY,
    "accuse.hold-responsible": BLAME,
}
"""Entries of participles that go on with blame, and with what it begins behind whoever is blamed."""
PASSIVE: Final[tuple[str, ...]] = ("اتُه", "اتُّه", "ٱتُه", "أُتُه", "يُته", "تُته", "يُتَّه", "تُتَّه", "يُتّه", "تُتّه")
"""Beginnings of the verb "to accuse" in the passive, where its vowels are written."""
NOT: Final = frozenset(("لم", "لا", "لن"))
SUPPOSED: Final = frozenset(("فرضية", "فرضيات", "احتمال", "احتمالات", "سيناريو"))
"""Nouns behind which blame is only supposed (فرضية العمل الإرهابي)."""
WITHOUT: Final = frozenset(("دون", "بدون", "عدم"))
UTTERS: Final = frozenset(
    "يصدر تصدر يوجه توجه يعلن تعلن يعبر تعبر يبد تبد يبدي تبدي يعرب تعرب يسمع نسمع نر ير تر يلق تلق يثر تثر يواجه "
    "تواجه".split()
)
"""Verbs of uttering, behind a negation."""
ABOUT: Final = frozenset(("بشان", "حول"))
AMID: Final = frozenset("وسط بعد رغم خلفية ازاء عقب اثر وجه".split())
"""Words behind which blame is told of that nobody is named for (وسط اتهامات للحكومة)."""
