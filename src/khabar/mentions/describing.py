"""Clauses right behind somebody indefinite that say what he rides, wears or carries, or of whom he is (مسلحون يستقلون
سيارة، رجال يرتدون ملابس الشرطة، مسلحون يعتقد أنهم من الحركة): they belong to him, and his clause goes on behind."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.words import Word

_AUXILIARY: Final = frozenset("كان كانا كانوا كانت".split())
_HAS: Final = frozenset(
    "يستقل يستقلان يستقلون تستقل يرتدي يرتديان يرتدون ترتدي يحمل يحملان يحملون يركب يركبان يركبون يقود يقودان يقودون "
    "يمتطي يمتطيان يمتطون يلبس يلبسون".split()
)
"""Verbs whose object somebody has with him."""
_UNIFORMS: Final = frozenset("ملابس زي زيا ازياء لباس لباسا بزات بزة بدلات بدلة اقنعة شارات".split())
"""What is told by whose it is (ملابس الشرطة)."""
_IS: Final = frozenset("ينتمي ينتميان ينتمون يتبع يتبعون يشتبه يعتقد يرجح يقال".split())
_THEY: Final = frozenset(
    "انه انها انهم انهما بانه بانهم بانهما انتمائه انتمائهم انتمائهما بانتمائه بانتمائهم بانتمائهما "
    "كونهم بكونهم".split()
)
_IN: Final = frozenset(("في", "ب"))
_OF: Final = frozenset(("من", "الى", "ل", "الي"))
_BELONG: Final = frozenset("ينتمي ينتميان ينتمون تابع تابعون تابعين يتبعون موالون".split())
_LONGEST: Final = 6
"""Tokens of the words that lead to of whom somebody is."""


def belongings(words: list[Word], forms: list[str], at: int, limit: int) -> int:
    """The last token of the clause at ``at`` that tells what somebody has with him, or -1."""
    at += forms[at] in _AUXILIARY
    if at + 1 >= limit or forms[at] not in _HAS:
        return -1
    last = at + 1
    first = words[last]
    if first.pro or first.det or first.func:
        return -1
    if first.core in _UNIFORMS and last + 1 < limit and words[last + 1].det:
        return last + 1
    while last + 1 < limit and _describes(first, words[last + 1]):
        last += 1
    return last


def _describes(noun: Word, word: Word) -> bool:
    """The word is an adjective of the noun, not somebody behind it (سكينا شرطيا)."""
    if word.det or word.pro or any(one.kind in {"people", "title"} for one in word.senses):
        return False
    if noun.form.endswith("ا"):
        return word.form.endswith("ا") and (word.cls in {"j", "a", "d"} or word.form.endswith("يا"))
    return word.cls == "j"


def membership(words: list[Word], forms: list[str], at: int, limit: int) -> int:
    """The token where whoever somebody is told to be of begins (ينتمون إلى، يعتقد أنهم من), or -1."""
    at += forms[at] in _AUXILIARY
    if forms[at] not in _IS:
        return -1
    end = min(at + _LONGEST, limit)
    at += 1
    while at < end and (forms[at] in _THEY or forms[at] in _BELONG or forms[at] in _IN):
        at += 1
    if at + 1 >= end:
        return -1
    if forms[at] in _OF:
        return at + 1
    return at if "ل" in words[at].pro else -1
