"""Who gives and who is helped in a deed of giving, whatever word of its clause tells it: the subject of the verb, the
owner of the plane or convoy that arrives, whoever stands behind from, to or for the good of."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.gifts import Gift
from khabar.claims.giving import Giving
from khabar.claims.giving_words import NEEDY, STATIONS
from khabar.claims.kinds import DEALERS, OBJECTS
from khabar.claims.recipients import TWO_OBJECTS
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_FOR: Final = frozenset(
    "دعم مساعدة اغاثة صالح فائدة ايواء علاج نجدة معاونة تمكين انقاذ توزيعها خدمة اسناد تلبية".split()
)
"""Verbal nouns behind ل whose genitive is helped."""
_GIVEN: Final = frozenset("مقدمة مقدم مقدما تبرع هدية هبة منحة قادمة قادما اتية مهداة بتمويل ممولة مرسلة".split())
"""Words before من and whoever gives."""
_SENT: Final = frozenset(
    "ارسلت ارسل سير سيرت قدم قدمت تبرع تبرعت بعث بعثت سيره وفر وفرت جهز جهزت ارسلته ارسلها".split()
)
_OWNED: Final = frozenset("تابعة تابع تابعا تابعتان تابعين مملوكة".split())
_WITH: Final = frozenset("تعاون تنسيق اشتراك شراكة توافق".split())
_HANDING: Final = frozenset("تسليم منح اعطاء اهداء".split())
"""Verbal nouns whose genitive gets what is given (تسليم الجيش ثماني مدرعات)."""
_OWNER: Final = 2
_WHENCE: Final = frozenset("من ب في قبالة قرب عبر من شمال جنوب شرق غرب".split())
_ADJECTIVE: Final = 4
_NEAR: Final = 14


class Givers:
    """Reads off the two sides of a gift."""

    def __init__(self, reading: Reading, clauses: Clauses, giving: Giving) -> None:
        self.r = reading
        self.clauses = clauses
        self.giving = giving

    def settle(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who gives and who is helped."""
        gift = self.giving.of(candidate) if candidate.type == "AID" else None
        if gift is None:
            return
        giver = self._giver(gift, row)
        helped = self._helped(gift, row, giver)
        if giver is not None:
            self._set(giver, row, found, "actor")
        for one in helped:
            self._set(one, row, found, "target")
        for one in row:
            station = self.r.core(one.first) in STATIONS
            where = one.kind == "place" and (one.prep == "على" or station)
            if (
                one.kind == "state" and one.prep in _WHENCE and one is not giver and gift.way in {"arrives", "saves"}
            ) or (where and one.first == gift.verb + 1 and not one.prep):
                found[one] = APART
            elif where or self.r.core(one.first - 1) in _OWNED or self._along(one):
                found.setdefault(one, NO_TARGET)
            elif one.kind in OBJECTS and one is not giver and one not in helped and one.first >= gift.first:
                found[one] = APART

    def _set(self, phrase: Phrase, row: list[Phrase], found: ByPhrase, role: str) -> None:
        for one in row:
            if one is phrase or one.coord is phrase:
                found[one] = role

    def _giver(self, gift: Gift, row: list[Phrase]) -> Phrase | None:
        if gift.way == "gets":
            giver = self._behind(row, gift.verb, gift.last + _NEAR, "من")
            return giver or self._of_nation(gift.last, row)
        if gift.way == "arrives":
            return self._sender(gift, row)
        if gift.noun and self.r.words[gift.verb].core in _HANDING:
            verb = self.clauses.governing(gift.verb)
            subject = self.clauses.subject(verb) if verb is not None else None
            return subject if subject is not None and _gives(subject) else None
        if gift.noun:
            return next((one for one in row if one.first == gift.verb + 1 and not one.prep and _gives(one)), None)
        subject = self.clauses.subject(gift.verb)
        if subject is None or _gives(subject):
            return subject
        return next((one for one in row if self._owns(one, subject)), None)

    def _owns(self, one: Phrase, thing: Phrase) -> bool:
        """Whose a thing is that does it (أنقذ مركب تابع لمنظمة)."""
        return one.prep == "ل" and one.first - thing.last == _OWNER and self.r.core(one.first - 1) in _OWNED

    def _sender(self, gift: Gift, row: list[Phrase]) -> Phrase | None:
        """Who sent what arrives: told behind it, or whose it is."""
        for one in row:
            if not gift.load < one.first <= gift.last + _NEAR or one.kind not in DEALERS:
                continue
            if any(self.r.forms[at] in STOPS for at in range(gift.load, one.first)):
                break
            before = self.r.core(one.first - 1)
            given = one.prep == "من" and self.r.core(one.first - 2) in _GIVEN
            owned = one.prep == "ل" and (before in _OWNED or one.first == gift.load + 1)
            sent = not one.prep and before in _SENT and self.r.words[one.first - 1].enc != ""
            if given or owned or sent:
                return one
        own = next((one for one in row if one.first <= gift.load <= one.last and _sends(one)), None)
        return own or self._of_nation(gift.load, row)

    def _of_nation(self, thing: int, row: list[Phrase]) -> Phrase | None:
        """The nationality of what is given or arrives (طائرة إغاثية سعودية)."""
        near = [one for one in row if 0 < one.first - thing <= _ADJECTIVE and one.country and not one.prep]
        return next((one for one in near if one.kind in {"adjective", "people"}), None)

    def _helped(self, gift: Gift, row: list[Phrase], giver: Phrase | None) -> list[Phrase]:
        """Whoever gets it."""
        if gift.way == "saves":
            return [one for one in row if one.first == gift.load]
        if gift.way == "heals":
            return [one for one in row if one.first <= gift.last <= one.last and one is not giver]
        if gift.way == "gets" and not gift.noun:
            subject = self.clauses.subject(gift.verb)
            return [subject] if subject is not None and subject.kind in DEALERS else []
        if gift.noun and self.r.words[gift.verb].core in _HANDING:
            behind = next((one for one in row if one.first == gift.verb + 1 and not one.prep), None)
            if behind is not None and behind.kind in DEALERS:
                return [behind]
        between = self._between(gift, row, giver)
        if between is not None:
            return [between]
        near = [one for one in row if gift.first < one.first <= gift.last + _NEAR and one is not giver]
        for one in near:
            before = self.r.words[one.first - 1]
            if one.prep in {"الى", "ل"} and self.r.core(one.head) in NEEDY and one.kind == "thing":
                return [one]
            led = before.core in _FOR and "ل" in before.pro and one.first > gift.last
            if led and (one.kind in DEALERS or self.r.core(one.head) in NEEDY):
                return [one]
        if gift.noun or gift.way not in {"gives", "arrives", "adds"}:
            return []
        return [one for one in near if one.kind == "state" and one.prep == "الى" and one.first > gift.last][:1]

    def _between(self, gift: Gift, row: list[Phrase], giver: Phrase | None) -> Phrase | None:
        """The first of two objects (منح البنك لبنان قرضا)."""
        if gift.way != "gives" or self.r.words[gift.verb].core not in TWO_OBJECTS:
            return None
        bare = [one for one in row if gift.verb < one.first < gift.last and not one.prep and one is not giver]
        named = [one for one in bare if one.kind in DEALERS and one.coord is None]
        return named[0] if len(named) == 1 and giver is not None else None

    def _along(self, phrase: Phrase) -> bool:
        """Whoever is only worked or agreed with on it (بالتعاون مع الهلال الأحمر)."""
        return phrase.prep == "مع" and self.r.core(phrase.first - 2) in _WITH

    def _behind(self, row: list[Phrase], first: int, last: int, prep: str) -> Phrase | None:
        return next(
            (one for one in row if first < one.first <= last and one.prep == prep and one.kind in DEALERS), None
        )


def _sends(phrase: Phrase) -> bool:
    """Its own name tells who sent it (طائرة إماراتية، قافلة الهلال الأحمر), no mere lot (شحنات من الصواريخ)."""
    return phrase.kind not in {"place", "thing"} or phrase.country is not None


def _gives(phrase: Phrase) -> bool:
    return phrase.kind not in {"place", "thing"}
