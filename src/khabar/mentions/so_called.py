"""Whom a text names in another's words (من وصفتهم السلطات بالإرهابيين, ما يسمى الجيش الوطني): the clause that does
so stands for nobody, and the name behind it takes the clause's place in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.text import Tokens

_VERBS: Final = (
    "وصف وصفت وصفو يصف تصف يصفون نصف سما سمت سمو يسمي تسمي يسمون نسمي اسما اسمت اسمو اعتبر اعتبرت اعتبرو يعتبر تعتبر "
    "يعتبرون نعت نعتت نعتو ينعت تنعت"
).split()
_NAMED: Final = frozenset(verb + suffix for verb in _VERBS for suffix in ("ه", "ها", "هم", "هما")) | frozenset(
    "يسمى تسمى سمي سميت يعرف تعرف عرف عرفت".split()
)
"""Verbs that give a name to what ما or من before them stands for."""
_GIVEN: Final = frozenset("اطلق اطلقت اطلقوا يطلق تطلق يطلقون".split())
"""The same with على (ما يطلق عليه)."""
_ITSELF: Final = frozenset("نفسه نفسها نفسهم انفسهم".split())
_CALLS: Final = frozenset(
    "يسمي تسمي يسمون يسمى سما سمى سمت اسمى اسمت يدعو تدعو يعرف تعرف يطلق تطلق يطلقون اطلق اطلقت".split()
)
"""Verbs by which somebody gives himself a name (يسمي نفسه, تطلق على نفسها اسم)."""
_NAMING: Final = _NAMED | _GIVEN | _CALLS
UPON: Final = frozenset("عليه عليها عليهم عليهما".split())
"""Upon him, her, them."""
_OPENERS: Final = {
    "ما": "", "من": "", "وما": "", "ومن": "", "لما": "ل", "لمن": "ل", "بما": "ب", "بمن": "ب", "مما": "من", "ممن": "من",
    "عما": "عن", "عمن": "عن",
}  # fmt: skip
"""Words that open such a clause, with the preposition in them."""
_SKIPPED: Final = frozenset('ب اسم ( " “ „ « ‹ بانه بانها بانهم بانهما'.split()) | UPON
_SUBJECT: Final = 3
"""Tokens of whoever gives the name, between the verb and the name behind ب."""


def naming_verbs(tokens: Tokens) -> frozenset[int]:
    """Tokens of the verbs of such clauses."""
    return frozenset([at for at in tokens.among(_NAMING) if at and _names(tokens.forms, at)])


def _names(forms: Sequence[str], at: int) -> bool:
    """Does the verb at token ``at`` give what ما or من before it stands for a name, or somebody himself?"""
    form = forms[at]
    behind = forms[at + 1] if at + 1 < len(forms) else ""
    if forms[at - 1] in _OPENERS and (form in _NAMED or (form in _GIVEN and behind in UPON)):
        return True
    if form not in _CALLS:
        return False
    return (forms[at + 2] if behind == "على" and at + 2 < len(forms) else behind) in _ITSELF


def self_named(forms: Sequence[str], naming: frozenset[int], at: int) -> int | None:
    """The verb by which somebody calls himself what stands at token ``at``."""
    before = at - 1
    while before > 0 and forms[before] in _SKIPPED:
        before -= 1
    if forms[before] not in _ITSELF:
        return None
    verb = before - 1 - (forms[before - 1] == "على")
    return verb if verb in naming else None


def opener(forms: Sequence[str], naming: frozenset[int], at: int, by_name: bool) -> int | None:
    """The word that opens the clause which names the phrase at token ``at``; ``by_name``: ب leads to the phrase."""
    before = at - 1
    while before > 0 and forms[before] in _SKIPPED:
        by_name = by_name or forms[before][0] == "ب"
        before -= 1
    for verb in range(before, max(before - _SUBJECT - 1 if by_name else before - 1, 0), -1):
        if verb in naming and forms[verb - 1] in _OPENERS:
            return verb - 1
    return None


def led_by(form: str) -> str:
    """The preposition in the word that opens the clause, or ''."""
    return _OPENERS[form]
