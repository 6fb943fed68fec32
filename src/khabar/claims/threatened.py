"""Against whom a threat is made, where only the deed that is threatened tells it (هدد بشن عملية ضد المقاتلين، توعد بضرب
الحزب)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import CLOSERS, Clauses
from khabar.claims.grammar import doer
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_ALWAYS: Final = frozenset(("ضد", "بحق", "تجاه"))
"""Prepositions behind which somebody is against whom it is."""
_BEGINS: Final = 3
"""Tokens behind the words of the threat within which its deed begins."""
_REACH: Final = 14
_STRIKES: Final = frozenset(
    "ضرب استهداف قصف مهاجمة تدمير محو ازالة اجتياح غزو سحق محاسبة معاقبة ملاحقة محاكمة اعتقال اغتيال قتل تصفية طرد "
    "ابادة حرق اغراق احتلال مقاطعة محاصرة ترحيل اسقاط سجن اعدام خطف تفجير".split()
)
"""Nouns of hostile deeds whose genitive suffers them."""
_HITS: Final = frozenset("هجوم هجمات عملية عمليات ضربة ضربات غارات غارة حرب حملة عقوبات عقوبة عدوان رسوم حصار".split())
"""Nouns of hostile deeds that are done على somebody."""


class Threatened:
    """Reads off whom the deed that is threatened would hit."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def of(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whoever the deed right behind the words of the threat is to hit."""
        last = candidate.last
        deed = self._deed(last, row)
        if deed < 0:
            return None
        end = self._end(deed)
        for phrase in row:
            if phrase.first <= deed:
                continue
            if phrase.first >= end:
                return None
            bare = phrase.first == deed + 1 and not self.r.words[phrase.first].pro
            if bare and self._strikes(deed) and (phrase.kind != "thing" or phrase.country is not None):
                return phrase
            if not doer(phrase) and phrase.kind not in {"machine", "state"}:
                continue
            prep = phrase.prep
            struck = prep == "على" and any(self.r.words[at].core in _HITS for at in range(deed, phrase.first))
            if prep in _ALWAYS or struck:
                return phrase
        return None

    def _deed(self, last: int, row: list[Phrase]) -> int:
        """The noun of the deed behind the words of a threat, or -1."""
        named = {at for one in row if one.first > last for at in range(one.first, one.last + 1)}
        for at in range(last + 1, min(last + 1 + _REACH, len(self.r.forms))):
            word = self.r.words[at]
            led = "ب" in word.pro or (not word.senses and word.form.startswith("ب"))
            if at in named and not led:
                continue
            if self.r.forms[at] in PAUSE or self.r.forms[at] in CLOSERS or self.clauses.acting[at]:
                return -1
            if led and not word.det and (self._strikes(at) or self._named(at)):
                return at
        return -1

    def _strikes(self, at: int) -> bool:
        """A noun whose genitive is hit, known without its preposition or with it."""
        word = self.r.words[at]
        return word.core in _STRIKES or word.form.removeprefix("ب") in _STRIKES

    def _named(self, at: int) -> bool:
        """A noun that opens the words of a hostile deed (بشن عملية، بفرض عقوبات)."""
        return any(self.r.words[on].core in _HITS for on in range(at, min(at + _BEGINS, len(self.r.words))))

    def _end(self, deed: int) -> int:
        """The token at which the words of the deed end."""
        limit = min(deed + _REACH, len(self.r.forms))
        for at in range(deed + 1, limit):
            if self.r.forms[at] in PAUSE or self.r.forms[at] in CLOSERS or self.clauses.acting[at]:
                return at
        return limit
