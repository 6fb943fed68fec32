"""Who is to do what is demanded, where nobody is addressed: the doer of the deed that is asked for (تطالب واشنطن بتخلي
الحزب عن سلاحه, اقترح أن تدفع الدول الغنية)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.grammar import NO_DOERS, has
from khabar.claims.kinds import SOMEBODY
from khabar.claims.particles import THAT
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_ENTRIES: Final[tuple[str, ...]] = (
    "request.demand",
    "request.call",
    "request.ask",
    "request.propose",
    "request.appeal",
    "request.insist",
    "request.stress",
    "request.press",
    "request.condition",
)
OWN_DEEDS: Final = frozenset(
    "بقاء تخلي انسحاب التزام تقيد وفاء تراجع رحيل تنحي تنح استقالة خروج عودة امتناع اعتذار انضمام تعهد كف تحرك تدخل "
    "تعاون تنازل".split()
)
"""Verbal nouns whose genitive does what they tell."""
_LEAVE: Final = frozenset("سماح اذن ترخيص تصريح استجابة انصياع رضوخ امتثال".split())
"""What is refused to somebody behind ل (رفض السماح للوفد)."""
_UPON: Final = "request.that-upon"
_REACH: Final = 12
"""Tokens behind the word of demand within which the deed is told."""
_NEAR: Final = 4


class Demanded:
    """Reads off the doer of what is demanded."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is to do it."""
        if candidate.id == _UPON:
            self._owing(candidate, row, found)
            return
        demands = candidate.type == "REQUEST" and candidate.id.startswith(_ENTRIES)
        if candidate.frame != "speech" or not (demands or candidate.type == "REJECT"):
            return
        if candidate.pos == "v" and self.r.words[candidate.first].enc:
            return
        if demands and has(found, "target"):
            return
        doer = self._doer(candidate, row)
        if doer is not None:
            for phrase in [one for one in row if found.get(one) == "target"]:
                del found[phrase]
        if doer is None or found.get(doer) == "actor":
            return
        for phrase in row:
            if phrase is doer or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"

    def _owing(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Whose duty it is (إن على الحكومة تغيير نهجها); whoever stands before it only says so."""
        for phrase in row:
            upon = phrase.first == candidate.last + 1 and phrase.prep == "على" and phrase.kind not in NO_DOERS
            if upon or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"
            elif phrase.last < candidate.first and not has(found, "target"):
                found.setdefault(phrase, NO_TARGET)

    def _doer(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        for at in range(candidate.last + 1, min(candidate.last + _REACH, len(self.r.forms))):
            if self.r.forms[at] in STOPS:
                return None
            if self.r.forms[at] in THAT:
                return self._subject(at + 1, row)
            word = self.r.words[at]
            if word.core in _LEAVE and candidate.type == "REJECT":
                return next((one for one in row if at < one.first <= at + _NEAR and one.prep == "ل"), None)
            if word.core in OWN_DEEDS and not word.det and not word.enc:
                return self._genitive(at, row)
            if self.clauses.acting[at]:
                return None
        return None

    def _subject(self, verb: int, row: list[Phrase]) -> Phrase | None:
        """Who stands right behind the verb of what is demanded."""
        if verb >= len(self.r.forms) or not self.r.forms[verb].startswith(("ت", "ي")) or self.r.words[verb].enc:
            return None
        behind = next((one for one in row if verb < one.first <= verb + _NEAR and one.kind != "adjective"), None)
        if behind is None or behind.prep or behind.coord is not None or behind.kind in NO_DOERS:
            return None
        return behind

    def _genitive(self, deed: int, row: list[Phrase]) -> Phrase | None:
        """Who stands behind the verbal noun, as a phrase of its own or within that of the noun."""
        for phrase in row:
            if phrase.first == deed + 1 and not phrase.prep and phrase.kind not in NO_DOERS:
                return phrase
            if phrase.first == deed and phrase.last > deed and not SOMEBODY.isdisjoint(self.r.lex[deed + 1]):
                return phrase
        return None
