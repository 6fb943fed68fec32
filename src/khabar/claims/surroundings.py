"""What stands around a place: what of it is told, what it is the topic or the witness of, what parts it from an act."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, THAT
from khabar.claims.untimed import PAUSES
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text.ordered import below, between

_PARTS: Final = frozenset(
    "انحاء ارجاء مناطق منطقة اجزاء جزء احياء اقسام مدن قرى بلدات اماكن معظم نواح جوانب محاور مقربة قرب غرب شرق شمال "
    "جنوب كيلومتر كيلومترا كيلومترات مشارف مسافة اطراف".split()
)
_PART_REACH: Final = 3
"""What is a part of a place, and how far before من it stands."""
_TOPICS: Final = frozenset(
    "وضع اوضاع تطور تطورات ازمة مستجدات ملف قضية قضايا حل تسوية سلام امن استقرار وحدة حرب حروب صراع نزاع دور تدخل "
    "تدخلات نفوذ مشكلة مشاكل احداث عملية جهود مصالح موضوع موضوعات حكومة شرعية انتخابات هدنة".split()
)
"""What talks are about, before the place where that is (بحثا الأوضاع في اليمن)."""


_TALKS: Final = frozenset("محادثات مفاوضات مباحثات مؤتمر قمة اجتماع اجتماعات مشاورات حوار لقاء".split())
"""Talks that are called after what they are about (محادثات السلام في جنيف)."""

_AGAINST: Final = frozenset(
    "ضد احتجاجا تنديدا للتنديد منددة منددين تضامنا تضامنية للتضامن مناوئة مناهضة مناهضين معارضة مؤيدة مؤيدين موالية "
    "دعما داعمة لدعم نصرة لنصرة تاييدا مساندة رفضا رافضة رافضين للمطالبة مطالبة مطالبين يطالبون استنكارا للاحتجاج "
    "بسبب اثر عقب بعد منذ".split()
)
_PROTESTING: Final = frozenset("احتجاج احتجاجية احتجاجات محتجين".split())
"""Words behind a protest that bring in what it is about, and those that do so with على."""


_ASIDE: Final = frozenset(
    "انتقاما ثارا احتجاجا تضامنا تمهيدا استعدادا تحضيرا تحسبا خشية بشان ينوي تنوي ينوون يعتزم تعتزم يعتزمون يخطط تخطط "
    "يخططون يستعد تستعد يستعدون".split()
)
_ANSWERS: Final = frozenset("رد ردا للرد احتجاج للاحتجاج".split())
_THAT: Final = frozenset(("ذلك", "هذا", "هذه", "تلك"))
"""What was answered, where it is told no more."""
_TO: Final = frozenset(("على", "عن"))
"""Words between an act and the place of something else: what it is to avenge, to prepare or to answer."""
_RESUMING: Final = frozenset(("ه", "ها", "هما"))
_RESUMED_BY: Final = frozenset("عليها عليه عليهما فيها فيه فيهما منها منه اليها اليه بها به لها له".split())
_RESUMED: Final = 8
"""Pronouns that take up what a relative clause stands behind, and how far behind the verb."""
_BESIDE: Final = frozenset("مع قبل بعد عقب قبيل غداة عشية".split())
_OCCURRENCES: Final = frozenset("افتتاح نقل تدشين انعقاد حلول اقتراب انتهاء".split())
"""What goes on elsewhere at that time, and the words that bring it in (مع افتتاح السفارة في القدس)."""
_TURNS: Final = _ASIDE | _ANSWERS | _BESIDE | PAUSES

_SPOKE: Final = ("تحدث", "هاتف")
_LATER: Final = frozenset(("لاحق", "لاحقا"))
_SOON: Final = 6
"""Verbs of talks without a meeting, words of later ones, and how far behind the verb these stand."""
_HOSTS: Final = frozenset("استضاف استضافت تستضيف يستضيف احتضن احتضنت تحتضن يحتضن".split())
"""Verbs whose subject, a town or a state, is where talks are held."""


class Surroundings:
    """The words around the places of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._turns = reading.tokens.among(_TURNS)

    def topic(self, phrase: Phrase) -> bool:
        """The place of what is talked about (الأوضاع في اليمن, حل الأزمة السورية في جنيف is none)."""
        return phrase.prep in {"في", "ب"} and any(
            self.r.words[at].core in _TOPICS and self.r.words[at - 1].core not in _TALKS
            for at in range(max(phrase.first - 3, 0), phrase.first)
        )

    def cause(self, candidate: Candidate, phrase: Phrase) -> bool:
        """What a protest is about or for, in its own part of the sentence (مسيرة تضامنية مع غزة, مظاهرات ضد الحرب في
        العراق)."""
        forms = self.r.forms
        for at in range(phrase.first - 1, candidate.first - 1, -1):
            if forms[at] in PAUSES:
                return False
            if forms[at] in _AGAINST:
                return True
            if forms[at].removeprefix("ال") in _PROTESTING and forms[at + 1] == "على":
                return forms[at + 2] != "طول"
        return False

    def aside(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The place of something else that an act is done for, or answers (انتقاما للغارات على طرابلس, كان ينوي مهاجمة
        المدينة)."""
        forms = self.r.forms
        for number in range(below(self._turns, phrase.first) - 1, -1, -1):
            at = self._turns[number]
            if at <= candidate.last or forms[at] in PAUSES:
                return False
            if forms[at] in _ASIDE:
                return True
            if forms[at] in _ANSWERS and forms[at + 1] in _TO and forms[at + 2] not in _THAT:
                return True
            if forms[at] in _BESIDE and self.r.words[at + 1].core in _OCCURRENCES:
                return True
        return False

    def elsewhere(self, candidate: Candidate) -> bool:
        """Talks that are not where the ones told before are: later ones (كما يلتقي في وقت لاحق), or without a meeting
        (تحدث مع نظيره)."""
        if candidate.pos != "v":
            return False
        if self.r.words[candidate.first].core.startswith(_SPOKE):
            return True
        behind = self.r.forms[candidate.last + 1 : candidate.last + _SOON]
        return candidate.tag.startswith("impf") and not _LATER.isdisjoint(behind)

    def part(self, phrase: Phrase) -> bool:
        """What is named before من is a part of the place (أنحاء متفرقة من حلب, أحياء من المدينة)."""
        head = next(
            (at for at in range(phrase.first - 1, max(-1, phrase.first - 4), -1) if self.r.forms[at] == "من"), None
        )
        return head is not None and any(
            self.r.words[at].core in _PARTS for at in range(max(0, head - _PART_REACH), head)
        )

    def hosts(self, first: int) -> bool:
        """The place that begins at a token is said to host what is held there (استضافت الدوحة محادثات)."""
        return first > 0 and self.r.words[first - 1].core in _HOSTS

    def witness(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The place is the subject of the verb that brings the event in (شهدت زبيد مواجهات)."""
        light = candidate.light
        if phrase.last < candidate.first and self._resumed(candidate, phrase):
            return True
        if light is None or light.sense.id != "light.witness":
            return False
        if phrase.last == light.first - 2 and self.r.forms[light.first - 1] in {"التي", "الذي"}:
            return True
        return not phrase.prep and 0 < phrase.first - light.last <= 2

    def _resumed(self, candidate: Candidate, phrase: Phrase) -> bool:
        """A relative clause behind the place tells of the act and takes it up with a pronoun (البلدة التي سيطر عليها
        المسلحون, العاصمة التي زارها)."""
        if candidate.pos != "v":
            return False
        forms, first = self.r.forms, candidate.first
        opens = next((at for at in range(first - 1, max(phrase.last, first - 4), -1) if forms[at] in RELATIVE), None)
        if opens is None or opens - phrase.last > 3 or any(self.r.acts[at] for at in range(phrase.last + 1, first)):
            return False
        if self.r.words[first].enc in _RESUMING:
            return True
        for at in range(candidate.last, min(candidate.last + _RESUMED, len(forms))):
            if forms[at] in _RESUMED_BY:
                return True
            if at > candidate.last and (forms[at] in PAUSES or self.r.acts[at]):
                return False
        return False

    def wall(self, low: int, high: int) -> str:
        """What parts the clause of a place from that of an act: a relative pronoun, words like أن, another verb."""
        if between(self.r.tokens.among(THAT), low, high):
            return "that"
        if between(self.r.tokens.among(RELATIVE), low, high):
            return "relative"
        return "verb" if any(self.r.acts[at] for at in range(low, high)) else ""
