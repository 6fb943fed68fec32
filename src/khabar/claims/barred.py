"""Who is kept from something: behind "prevented the entry of" stands whoever wanted in (منع دخول الصحفيين)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.untouched import nobody
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_ENTRIES: Final[tuple[str, ...]] = ("coerce.restrict.prevent", "coerce.restrict.no-entry", "coerce.restrict.ban")
_DEEDS: Final = frozenset(
    "سفر دخول خروج عبور مرور وصول تنقل تحرك ادخال اخراج اجلاء ايصال توصيل استيراد تصدير بيع نقل تداول اقامة عودة هبوط "
    "اقلاع مغادرة مشاركة ترشح رسو ابحار توزيع تسليم تظاهرة تظاهرات مظاهرة مظاهرات مسيرة مسيرات اعتصام احتجاج احتجاجات "
    "تجمع تجمعات تظاهر وقفة فعالية فعاليات انشطة نشاط".split()
)
"""Verbal nouns of what somebody is kept from."""
_NEAR: Final = 5


class Barred:
    """Reads off who is kept from a deed named right behind the word of prevention."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is kept from it."""
        if not candidate.id.startswith(_ENTRIES) or candidate.passive:
            return
        deed = self._deed(candidate.last)
        if deed is None:
            return
        whose = next((one for one in row if deed <= one.first <= deed + _NEAR and self._kept(one, deed)), None)
        if whose is None:
            return
        for phrase in row:
            if phrase is whose or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"
            elif found.get(phrase) == "target":
                del found[phrase]

    def _deed(self, last: int) -> int | None:
        """The last of the verbal nouns behind the trigger (دخول أو عبور)."""
        deed = None
        for at in range(last + 1, min(last + _NEAR, len(self.r.forms))):
            if self.r.words[at].core in _DEEDS and not self.r.words[at].det:
                deed = at
            elif deed is not None or self.r.forms[at] in STOPS or self.clauses.acting[at]:
                break
        return deed

    def _kept(self, phrase: Phrase, deed: int) -> bool:
        """The genitive of the deed, or a phrase that holds both."""
        if phrase.prep not in {"", "ل"} or phrase.kind in {"place", "adjective"} or nobody(self.r, phrase):
            return False
        return phrase.first > deed or phrase.last > deed
