"""Phrases that only tell whose somebody or something is, or whom he sides with (سيارة تابعة للتنظيم، ميليشيات مدعومة من
دولة، الموقف الداعم للشعب): no party themselves."""

from __future__ import annotations

from typing import Final

from khabar.claims.choice import Scored
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

OWNED: Final = frozenset(
    "تابع تابعة تابعين تابعان تابعتان تابعتين تابعا خاضع خاضعة خاضعين خاضعا مملوك مملوكة مملوكا موال موالي موالية "
    "موالين مواليا عائد عائدة عائدا مدعوم مدعومة مدعومين مدعوما داعم داعمة داعمين مؤيد مؤيدة مؤيدين محسوب محسوبة "
    "منتمية منتمين ممول ممولة مسنود مسنودة مسنودا مقرب مقربة مقربين حليف حليفة متحالفة متحالفين".split()
)
"""Participles between somebody or something and whose it is."""
_BY: Final = frozenset(("ل", "من", "على", "الى", "مع"))
_BESIDE: Final = 4
"""Tokens between what did it and whose it is."""
_RIGHT: Final = 3
"""The same where nothing that was hit may stand between (طائرات التحالف على مواقع تابعة للحوثيين)."""
_AT: Final = 2
"""Tokens between such a participle and whoever stands behind its preposition."""


def owning(reading: Reading, options: list[Scored]) -> list[Scored]:
    """Those of the options who are only told as whose what was hit is: they did nothing."""
    hit = [one.option.phrase.last for one in options if one.settled == "target" and one.option.phrase is not None]
    owners = _owners(reading, options)
    return [one for one in owners if one.option.phrase is not None and _beside(one.option.phrase, hit, _BESIDE)]


def _owners(reading: Reading, options: list[Scored]) -> list[Scored]:
    return [
        one
        for one in options
        if one.settled != "actor" and one.option.phrase is not None and _owner_only(reading, one.option.phrase)
    ]


def _beside(phrase: Phrase, lasts: list[int], most: int) -> bool:
    return any(0 < phrase.first - last <= most for last in lasts)


def hit_apart(reading: Reading, options: list[Scored]) -> list[Scored]:
    """The options without those whose own forces did it (قصفت طائرات تابعة لحفتر مواقع)."""
    owners = _owners(reading, options)
    if not owners:
        return options
    doers = [one.option.phrase.last for one in options if one.settled == "actor" and one.option.phrase is not None]
    spared = [one for one in owners if one.option.phrase is not None and _beside(one.option.phrase, doers, _RIGHT)]
    return [one for one in options if one not in spared] if spared else options


def _owner_only(reading: Reading, phrase: Phrase) -> bool:
    """It stands behind such a participle, or is nothing but one."""
    words, first = reading.words, phrase.first
    if phrase.kind == "thing" and first == phrase.last and words[first].core in OWNED:
        return True
    if phrase.prep not in _BY or phrase.holding >= 0 or phrase.agent or phrase.kind == "place":
        return False
    low = first - 1 if words[first].pro[:1] == "ل" else first - _AT
    if low < 0 or words[low].core not in OWNED:
        low = first - 1 - _AT
        if low < 0 or words[low].core not in OWNED or not reading.forms[low + 1].endswith("يا"):
            return False
    return low > 0 and not words[low].pro
