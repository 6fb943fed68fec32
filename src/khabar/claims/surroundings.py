"""What stands around a place: what of it is told, what it is the topic or the witness of, what parts it from an act."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, THAT
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

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


class Surroundings:
    """The words around the places of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def topic(self, phrase: Phrase) -> bool:
        """The place of what is talked about (الأوضاع في اليمن, حل الأزمة السورية في جنيف is none)."""
        return phrase.prep in {"في", "ب"} and any(
            self.r.words[at].core in _TOPICS for at in range(max(phrase.first - 3, 0), phrase.first)
        )

    def part(self, phrase: Phrase) -> bool:
        """What is named before من is a part of the place (أنحاء متفرقة من حلب, أحياء من المدينة)."""
        near = range(phrase.first - 1, max(-1, phrase.first - 4), -1)
        head = next((at for at in near if self.r.forms[at] == "من"), None)
        return head is not None and any(
            self.r.words[at].core in _PARTS for at in range(max(0, head - _PART_REACH), head)
        )

    def witness(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The place is the subject of the verb that brings the event in (شهدت زبيد مواجهات)."""
        light = candidate.light
        if light is None or light.entry.id != "light.witness":
            return False
        if phrase.last == light.first - 2 and self.r.forms[light.first - 1] in {"التي", "الذي"}:
            return True
        return not phrase.prep and 0 < phrase.first - light.last <= 2

    def wall(self, low: int, high: int) -> str:
        """What parts the clause of a place from that of an act: a relative pronoun, words like أن, another verb."""
        parts = ""
        for at in range(low, high):
            form = self.r.forms[at]
            if form in THAT:
                return "that"
            if form in RELATIVE:
                parts = "relative"
            elif not parts and self.r.acts[at]:
                parts = "verb"
        return parts
