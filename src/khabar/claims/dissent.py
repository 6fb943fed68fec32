"""Against whom people take to the streets: behind "against", whoever did what they protest at, whoever they brought
down."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import BREAKS, Clauses
from khabar.claims.grammar import NO_DOERS
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_AT: Final = frozenset(
    "احتجاج احتجاجا اعتراض اعتراضا رفض رفضا تنديد تنديدا استنكار استنكارا ادانة منددة منددين".split()
)
"""Words that lead with على, ل or ب to the deed protested at."""
_DECISIONS: Final = frozenset(
    "قرار قرارات سياسة سياسات خطة خطط مشروع اجراء اجراءات تصريح تصريحات مواقف انتهاكات جرائم".split()
)
"""Nouns of what somebody decides, says or does."""
_GOING: Final = frozenset("رحيل اسقاط اقالة استقالة تنحي ابعاد تنحية عزل محاكمة اطاحة الموت".split())
"""Nouns of what those protested against are wished."""
_WISHED: Final = 14
"""Tokens between a protest and that wish."""
_LEADS: Final = frozenset(("ل", "ب"))
_SHUNNED: Final = frozenset(("state", "government", "organisation", "alliance", "armed-group", "party", "person"))
_BODIES: Final = frozenset(("government", "organisation", "company", "party"))
_SEATS: Final = frozenset("مقر مقار مبنى مباني سفارة قنصلية مكتب مكاتب مركز منزل منازل مخفر برلمان قصر".split())
"""Bodies and heads of buildings that a crowd storms."""
_PELTS: Final = frozenset("رشق رشقت رشقوا يرشق ترشق يرشقون راشقين القى القي القت القوا رمى رمي رمت رموا".split())
"""Verbs of throwing at somebody (رشق محتجون الشرطة بالحجارة)."""
_PELTED: Final = frozenset(("P:على", "A1s", "A1r"))
_TOPPLED: Final = frozenset("اطاح اطاحت تطيح يطيح اطاحوا خلع خلعت اسقط اسقطت".split())
_REACH: Final = 28
"""Tokens behind a protest within which it is told whom it is against."""
_DEED: Final = 7
"""Tokens behind a word of protest within which whoever did the deed is named."""


class Dissent:
    """Reads off whom a protest is against."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) against whom it is."""
        if candidate.type != "PROTEST":
            return
        end = self._end(candidate.last)
        behind = [one for one in row if candidate.last < one.first < end]
        against = self._shunned(candidate, row, slots) or self._stormed(candidate, row, slots)
        against = against or next((one for one in behind if one.coord is None and self._against(one)), None)
        against = against or self._blamed(candidate.first, end, behind) or self._wished_away(candidate.last, behind)
        for phrase in row:
            tied = phrase.coord is not None and against is not None and found.get(phrase.coord) == "target"
            if phrase is against or tied:
                found[phrase] = "target"
            elif found.get(phrase) == "target":
                found[phrase] = NO_TARGET

    def _shunned(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """Whom people boycott: the object (قاطعت الأحزاب الحكومة), the genitive of the noun."""
        if candidate.mode != "boycott":
            return None
        objects = ("A2",) if any(slot.startswith("A2") for slot in slots.values()) else ("A1s", "A1r", "Gm", "Gn")
        return next((one for one in row if slots.get(one, "").startswith(objects) and one.kind in _SHUNNED), None)

    def _stormed(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """What a crowd storms or sets on fire (اقتحم محتجون القنصلية, أضرموا النار في مقر الحزب)."""
        verb = candidate.first if candidate.head is None else candidate.head[0]
        if candidate.mode != "riot" or not (candidate.pos == "v" or self.r.acts[verb]):
            return None
        for phrase in row:
            pelted = self.r.words[verb].core in _PELTS and phrase.kind not in NO_DOERS | {"place"}
            seat = pelted or phrase.kind in _BODIES or self.r.words[phrase.first].core in _SEATS
            if not seat or phrase.first <= candidate.last or phrase.coord is not None:
                continue
            slot = slots.get(phrase, "")
            burnt = slot == "P:في" and self.r.words[phrase.first - 2].core == "نار"
            if burnt or slot[:2] == "A2" or (pelted and slot in _PELTED):
                return phrase
        return None

    def _end(self, last: int) -> int:
        reach = min(last + _REACH, len(self.r.forms))
        return next((at for at in range(last + 1, reach) if self.r.forms[at] in BREAKS), reach)

    def _against(self, phrase: Phrase) -> bool:
        """Behind "against", or brought down."""
        if phrase.kind in NO_DOERS or phrase.kind == "adjective":
            return False
        if phrase.prep == "ضد":
            return True
        return phrase.prep == "ب" and self.r.forms[phrase.first - 1] in _TOPPLED

    def _blamed(self, first: int, end: int, behind: list[Phrase]) -> Phrase | None:
        """Who did the deed that the protest is at (احتجاجا على القصف التركي)."""
        for at in range(first, end - 1):
            if self.r.words[at].core in _AT and self._leads(at + 1):
                return next((one for one in behind if at < one.first <= at + _DEED and self._did(one)), None)
        return None

    def _leads(self, at: int) -> bool:
        """The word at ``at`` is على or bears ل or ب."""
        return self.r.forms[at] == "على" or not _LEADS.isdisjoint(self.r.words[at].pro)

    def _wished_away(self, last: int, behind: list[Phrase]) -> Phrase | None:
        """Who shall go (للمطالبة برحيل الرئيس, هتفوا بالموت لأميركا)."""
        for phrase in behind:
            if phrase.first - last > _WISHED:
                return None
            if phrase.coord is not None or phrase.kind == "adjective":
                continue
            words = self.r.words
            if words[phrase.first - 1].core in _GOING and phrase.kind not in NO_DOERS:
                return phrase
            if phrase.kind == "thing" and words[phrase.head].core in _GOING and "title" in self.r.lex[phrase.head + 1]:
                named = (one for one in behind if one.first == phrase.last + 1 and one.kind == "person")
                return next(named, phrase)
        return None

    def _did(self, phrase: Phrase) -> bool:
        """The nationality a deed bears, or the genitive of its noun."""
        before = phrase.first - 1
        if phrase.kind == "adjective":
            return phrase.country is not None and any(self.clauses.events[at] for at in range(before - 1, before + 1))
        if self.r.words[before].core in _DECISIONS and not phrase.prep and phrase.kind in _SHUNNED:
            return True
        return self.clauses.events[before] and not phrase.prep and phrase.kind not in NO_DOERS | {"person", "people"}
