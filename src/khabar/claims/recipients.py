"""Who is given help: whoever receives it (تلقوا تدريبات), whom it is sent to (شحنة أسلحة إلى المتمردين), the object of
the verb of giving (زودت الدول الجيش بالسلاح)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import governed, has
from khabar.claims.kinds import PARTIES
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_GROUPS: Final = frozenset("منظمات جماعات جماعة فصائل مجموعات ميليشيات مليشيات تنظيمات اسر عائلات قرى مدن".split())
_GIVES: Final[tuple[str, ...]] = (
    "aid.arm",
    "aid.supply-money",
    "aid.help",
    "aid.give-help",
    "aid.back-side",
    "aid.care",
    "aid.fund",
)
"""Entries of verbs whose object is whoever is helped."""
_RECEIVES: Final = frozenset(
    "تلقى تلقي تلقت تلقوا تلقيا يتلقى يتلقي تتلقى تتلقي يتلقون حصل حصلت حصلوا يحصل تحصل يحصلون تسلم تسلمت استلم "
    "استلمت".split()
)
TWO_OBJECTS: Final = frozenset(
    "منح منحت منحوا يمنح تمنح اعطى اعطي اعطت يعطي تعطي سلم سلمت يسلم تسلم اهدى اهدي اهدت زود زودت وهب وهبت اقرض اقرضت "
    "يقرض تقرض".split()
)
"""Verbs of giving with two objects, where what is given is the word of help (منحت واشنطن أوكرانيا مساعدات)."""
_SUPPLYING: Final = frozenset("تزويد امداد تسليح تجهيز مد رفد".split())
"""Verbal nouns whose object gets what stands behind ب."""
_WITH_GOODS: Final = 8
_BACK: Final = 5
_REACH: Final = 14
"""Tokens behind the word of help within which it is told who gets it."""


class Recipients:
    """Reads off who is helped."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is helped."""
        if candidate.type == "AID" and candidate.pos == "n":
            self._given(candidate, row, found)
        if candidate.type != "AID" or candidate.passive or has(found, "target"):
            return
        helped = (
            self._receiver(candidate)
            or self._supplied(candidate, row)
            or self._led_to(candidate, row, slots)
            or self._object(candidate, row, slots)
        )
        if helped is None or helped.holds or (helped.prep == "ل" and found.get(helped) == "actor"):
            return
        for phrase in row:
            if phrase is helped or (phrase.coord is not None and found.get(phrase.coord) == "target"):
                found[phrase] = "target"

    def _given(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Giver and receiver stand one behind the other between the verb of giving and what is given."""
        verb = self.clauses.previous(candidate.first)
        if verb is None or self.r.words[verb].core not in TWO_OBJECTS or candidate.first - verb > _REACH:
            return
        between = [one for one in row if verb < one.first and one.last < candidate.first and one.kind != "adjective"]
        if any(one.prep or one.holds or one.coord is not None for one in between):
            return
        giver = self.clauses.subject(verb)
        if giver is None or not self._somebody(giver):
            return
        helped = [one for one in between if one is not giver]
        if len(helped) == 1 and self._somebody(helped[0]) and helped[0].first > giver.last:
            found[giver], found[helped[0]] = "actor", "target"

    def _receiver(self, candidate: Candidate) -> Phrase | None:
        """The subject of the verb of receiving right before it."""
        for verb in range(candidate.first, max(candidate.first - _BACK, -1), -1):
            if self.r.words[verb].core in _RECEIVES and self.clauses.acting[verb]:
                subject = self.clauses.subject(verb)
                return subject if subject is not None and self._somebody(subject) else None
        return None

    def _somebody(self, phrase: Phrase) -> bool:
        return phrase.kind in PARTIES or (phrase.kind == "thing" and self.r.words[phrase.head].core in _GROUPS)

    def _supplied(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """The genitive of supplying, or of its doer the one behind (تزويد الحوثيين بالصواريخ، إمداد إريتريا المعارضة
        بالسلاح)."""
        if candidate.pos != "n" or self.r.words[candidate.last].core not in _SUPPLYING:
            return None
        near = [one for one in row if 0 < one.first - candidate.last <= _WITH_GOODS and not one.holds]
        goods = next((at for at in range(candidate.last + 1, candidate.last + _REACH) if self._goods(at)), -1)
        bare = [one for one in near if not one.prep and one.coord is None and self._somebody(one) and one.first < goods]
        return bare[-1] if bare and bare[0].first == candidate.last + 1 and len(bare) < 3 else None

    def _goods(self, at: int) -> bool:
        return at < len(self.r.words) and "ب" in self.r.words[at].pro

    def _led_to(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """Behind a preposition that the entry knows."""
        for phrase in row:
            slot = slots.get(phrase, "")
            near = 0 < phrase.first - candidate.last <= _REACH and self._somebody(phrase)
            if near and slot.startswith("P:") and governed(slot[2:], candidate.entry) == "target":
                return phrase
        return None

    def _object(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """The object of a verb of giving, or whom its suffix means."""
        if candidate.pos != "v" or not candidate.id.startswith(_GIVES):
            return None
        suffix = self.r.words[candidate.first].enc
        if suffix in THIRD:
            subject = self.clauses.subject(candidate.first)
            if any(slot.startswith("A1") for slot in slots.values()):
                subject = None
            before = [one for one in row if one.last < candidate.first and one is not subject and one.kind in PARTIES]
            return next((one for one in reversed(before) if meant(suffix, self.r.words[one.head].core, one)), None)
        led = any(slot[:2] in {"B1", "R"} for slot in slots.values())
        wanted = {"A1", "A1s", "A1r"} if led else {"A2", "A2s", "A2r"}
        return next((one for one in row if slots.get(one) in wanted and one.kind in PARTIES), None)
