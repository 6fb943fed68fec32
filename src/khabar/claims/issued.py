"""Who speaks in a document that is said to demand or condemn something: whoever issued it, in its sentence (ندد بيان
لوزارة الخارجية) or before (أصدرت الحركة بيانا. ودعا البيان)."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import Bearers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.frames import Attribution
from khabar.claims.kinds import BODIES, VERBAL_TYPES
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_STATEMENTS: Final = frozenset("بيان نص بلاغ رسالة مذكرة خطاب تصريح اعلان".split())
"""Words of whoever spoke last."""
_RESOLUTIONS: Final = frozenset(("قرار", "قرارات", "نص", "مشروع"))
"""Words of a council."""
_COUNCILS: Final = frozenset("مجلس جمعية برلمان لجنة جامعة محكمة".split())
_BACK: Final = 4
"""Sentences before within which he spoke."""
_COUNCIL_BACK: Final = 9


class Issued:
    """Puts the issuer in the place of the document that is a verb's subject."""

    def __init__(
        self, reading: Reading, phrases: list[list[Phrase]], attribution: Attribution, clauses: Clauses
    ) -> None:
        self.r = reading
        self.clauses = clauses
        self.phrases = phrases
        self.attribution = attribution
        self.bearers = Bearers(reading)

    def of(self, candidate: Candidate) -> Phrase | None:
        """The issuer, where a document right behind the verb is its subject."""
        at = candidate.first + 1
        if candidate.type not in VERBAL_TYPES or candidate.pos != "v" or candidate.number not in {"m", "f"}:
            return None
        if candidate.last > candidate.first or at >= len(self.r.words) or self.r.words[at].pro:
            return None
        core = self.r.words[at].core
        if core not in _STATEMENTS and core not in _RESOLUTIONS:
            return None
        row = self.phrases[candidate.sentence]
        document = next((one for one in row if one.first == at), None)
        if document is not None:
            found = self.bearers.issuer(document, row)
            if found is not document:
                return found
        if not self.r.words[at].det:
            return None
        council = self._council(candidate) if core in _RESOLUTIONS else None
        return council or (self._speaker(candidate) if core in _STATEMENTS else None)

    def _council(self, candidate: Candidate) -> Phrase | None:
        """The council named last."""
        for number in range(candidate.sentence, max(-1, candidate.sentence - _COUNCIL_BACK), -1):
            for one in reversed(self.phrases[number]):
                body = one.kind in {"organisation", "government", "alliance"} and one.last < candidate.first
                if body and self.r.words[one.head].core in _COUNCILS:
                    return one
        return None

    def _speaker(self, candidate: Candidate) -> Phrase | None:
        """Whoever spoke last."""
        found: Phrase | None = None
        for frame in self.attribution.frames:
            near = candidate.sentence - _BACK <= frame.sentence <= candidate.sentence
            if near and frame.chain and frame.first < candidate.first:
                last = frame.chain[-1]
                if last.kind not in {"agency", "outlet", "media", "thing"} and last.role != "document":
                    found = last
        return found or self._topic(candidate)

    def _topic(self, candidate: Candidate) -> Phrase | None:
        """The subject of the sentence before (أصدرت الحركة بيانا)."""
        verb = self.clauses.main(candidate.sentence - 1) if candidate.sentence else None
        subject = self.clauses.subject(verb) if verb is not None else None
        return subject if subject is not None and subject.kind in BODIES | {"person", "state"} else None
