"""How a talk was held where its word does not say so: by telephone, if the clause or the claim before it does."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.judgement import Judged
from khabar.mentions.reading import Reading

_TALKS: Final = frozenset(("consult.discuss", "consult.talk-with"))
"""Entries of verbs that tell of a talk and not of how it was held (بحث، تحدث مع)."""
_BY_TELEPHONE: Final = frozenset("اتصال اتصالا اتصالهما مكالمة هاتف هاتفي هاتفية هاتفيا".split())
_MET: Final = frozenset("لقاء لقائهما لقائه اجتماع اجتماعهما زيارة زيارته قمة مباحثات محادثات جلسة".split())
"""Words of another occasion."""
_REACH: Final = 16
_BACK: Final = 2
"""Sentences since the call that the talk goes on to tell of."""


class Talks:
    """Reads off how talks were held."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def told(self, candidate: Candidate, earlier: list[Judged]) -> tuple[str, str] | None:
        """The mode of a talk and by which rule; None where nothing settles it."""
        if candidate.type == "CONSULT":
            behind = self.r.forms[candidate.last + 1 : candidate.last + 3]
            if behind in (["عبر", "الهاتف"], ["على", "الهاتف"]):
                return "call", "talked by telephone"
        if candidate.id not in _TALKS:
            return None
        sentence = self.r.sentences[candidate.sentence]
        first, last = max(sentence.first, candidate.first - _REACH), min(sentence.last, candidate.last + _REACH)
        near = {word.core for word in self.r.words[first:last]}
        if not near.isdisjoint(_BY_TELEPHONE):
            return "call", "talked by telephone"
        before = next((one for one in reversed(earlier) if one.candidate.type == "CONSULT"), None)
        if before is None or before.mode != "call" or not near.isdisjoint(_MET):
            return None
        if candidate.sentence - before.candidate.sentence > _BACK:
            return None
        return "call", "the call told before"
