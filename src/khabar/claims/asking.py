"""Verbs of demanding told outright: a party that calls for something, and what it calls for (أوصت اللجنة بإقالته،
واشترط الحزب تسليم السلاح)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import PARTIES
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_TOPICS: Final[dict[str, frozenset[str]]] = {
    "request.demand": frozenset(("ب",)),
    "request.call": frozenset(("الى", "ل")),
    "request.urge": frozenset(("على",)),
    "request.appeal": frozenset(("ب", "الى", "")),
    "request.ask": frozenset(("من", "ب", "")),
    "request.recommend": frozenset(("ب", "على")),
    "request.advise": frozenset(("ب",)),
    "request.condition": frozenset(("",)),
    "request.propose-that": frozenset(("",)),
}
"""Entries of verbs of demanding, and the prepositions before what is demanded or whoever it is asked of."""
_THAT: Final = frozenset(("ان", "بان", "الا", "عدم"))
_UNSAID: Final = frozenset(("لم", "لن", "لا", "اذا", "لو", "قد", "ان", "الذي", "التي", "الذين", "ما", "مما"))
"""Words right before a verb that is not told outright."""
_REACH: Final = 16
"""Tokens behind the subject within which what is demanded begins."""


def asked(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a party demands something in so many words. ``row``: the phrases of its sentence."""
    topics = _TOPICS.get(candidate.id)
    if topics is None or candidate.pos != "v" or candidate.passive or reading.words[candidate.last].enc:
        return False
    if reading.forms[candidate.first - 1] in _UNSAID or reading.core(candidate.first)[:1] == "س":
        return False
    at = candidate.last + 1
    subject = next((one for one in row if one.first == at and not one.prep), None)
    if subject is None:
        before = next((one for one in row if one.last == candidate.first - 1 and not one.prep), None)
        if before is None or before.kind not in PARTIES or candidate.form != "perf":
            return False
    elif subject.kind not in PARTIES:
        return False
    else:
        at = subject.last + 1
    end = min(reading.sentences[candidate.sentence].last, at + _REACH)
    for here in range(at, end):
        form, word = reading.forms[here], reading.words[here]
        if form in STOPS:
            return False
        if form in _THAT or form in topics or (word.pro and word.pro in topics):
            return True
        if reading.acts[here]:
            return False
        if "" in topics and word.cls == "n" and not word.func and here == at:
            return True
    return False
