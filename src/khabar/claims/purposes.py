"""Why something was done, as an accusative behind it (طردت بولندا السفير احتجاجا على الغارات): whoever did it is he who
protests, refuses or answers, and none of them did what it is about."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import INFLICTED
from khabar.claims.neighbours import adjacent
from khabar.mentions.answering import REPLIES
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_REPLIES: Final = REPLIES | {"ردا", "ردتا"}
_PURPOSES: Final = frozenset(
    "احتجاجا رفضا تنديدا استنكارا تضامنا دعما تاييدا مساندة شجبا اعتراضا ردا انتقاما ثارا عقابا تحسبا خوفا هربا "
    "تفاديا".split()
)
"""Accusatives that tell why."""
_LEADING: Final = frozenset(("على", "من"))
_SUMMONS: Final = frozenset(("accuse.summon",))
"""Entries of words that are done to whoever hears them."""
_LED: Final = frozenset(("", "ب", "على"))
_FAR: Final = 16
"""Tokens between the verb and its purpose."""


class Purposes:
    """Reads off who does something for a purpose."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who says it, or who did not do what it is about."""
        if candidate.pos != "n" or self._means(candidate, row, found):
            return
        forms, first = self.r.forms, candidate.first
        own = (candidate.frame == "speech" or candidate.type == "PROTEST") and forms[first] in _PURPOSES
        if not own and self._answered(candidate, row, found):
            return
        at = first if own else self._about(first)
        subject = self._doer(at) if at > 0 else None
        if subject is None:
            return
        for phrase in row:
            if phrase.last >= at:
                break
            if phrase is subject or phrase.coord is subject:
                found[phrase] = "actor" if own else APART
            elif not phrase.prep:
                found[phrase] = APART

    def _answered(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> bool:
        """Somebody answers it (رد الحزب على اغتيال قائده بهجوم على الجليل): he did not do it, and what he answers with
        has parties of its own. Whether that is so."""
        first = candidate.first
        if self.r.forms[first - 1] != "على":
            return False
        verb = self.clauses.previous(first)
        if verb is None or self.r.words[verb].core not in _REPLIES:
            return False
        subject = self.clauses.subject(verb)
        means = next((at for at, by in self.r.answered.items() if by == verb and at > first), len(self.r.forms))
        for phrase in row:
            if phrase is subject or (subject is not None and phrase.coord is subject) or phrase.first > means:
                found[phrase] = APART
        return subject is not None

    def _means(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> bool:
        """Somebody answers with it (ردت أنقرة باستدعاء السفير): he does it, to whoever stands right behind the noun.
        Whether that is so."""
        verb = self.r.answered.get(candidate.first)
        if verb is None or candidate.head is not None:
            return False
        subject = self.clauses.subject(verb)
        if subject is None or subject.kind in NO_DOERS or not verb < subject.first < candidate.first:
            return False
        done = candidate.type in INFLICTED or candidate.id in _SUMMONS
        for phrase in row:
            if phrase is subject or phrase.coord is subject:
                found[phrase] = "actor"
            elif subject.last < phrase.first < candidate.first:
                found[phrase] = APART
            elif done and phrase.prep in _LED and adjacent(self.r, candidate.last, phrase):
                found[phrase] = "target"
        return True

    def _about(self, first: int) -> int:
        """The token of the purpose right before what it is about (احتجاجا على الغارات), or 0."""
        pro = self.r.words[first].pro
        at = first - 1 if "ب" in pro or "ل" in pro else first - 2
        led = at == first - 1 or self.r.forms[first - 1] in _LEADING
        return at if at > 0 and led and self.r.forms[at] in _PURPOSES else 0

    def _doer(self, at: int) -> Phrase | None:
        """Who does what is done for the purpose at a token."""
        verb = self.clauses.previous(at)
        if verb is None or at - verb > _FAR:
            return None
        subject = self.clauses.subject(verb)
        return None if subject is None or subject.kind in NO_DOERS or subject.first > at else subject
