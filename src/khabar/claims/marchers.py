"""Who takes to the streets: whoever goes out, gathers or takes part in it, those called demonstrators; never the forces
and authorities beside them."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.grammar import has
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

MARCHERS: Final = frozenset(
    f"{stem}{ending}"
    for stem in ("متظاهر", "محتج", "معتصم", "مضرب", "محتشد")
    for ending in ("ون", "ين", "و", "ي", "ا", "ة", "ات", "ان", "")
)
"""Heads of those who demonstrate."""
_GO_OUT: Final = frozenset(
    "خرج خرجت خرجوا يخرج تخرج سار سارت ساروا يسير تجمع تجمعوا تجمعت يتجمع احتشد احتشدوا احتشدت يحتشد نزل نزلوا توافد "
    "توافدوا شارك شاركت شاركوا يشارك تشارك خروج نزول تجمهر تجمهروا انضم انضموا لبى لبت تدفق مشاركة خاض خاضوا خاضت "
    "يخوض تخوض بمشاركة".split()
)
"""Words whose subject or genitive demonstrates."""
_FORCES: Final = frozenset(
    ("military", "state", "place", "government", "media", "agency", "outlet", "alliance", "adjective")
)
"""Kinds of those who do not demonstrate where grammar does not say so."""
_TAKE_PART: Final = frozenset(("people", "person", "organisation", "party"))
_OWNED: Final = 3
"""Tokens from a protest to whose it is."""
_OUTSIDE: Final = frozenset(("unnamed", "military", "media"))
_POLICE: Final = frozenset("قوات قوة عناصر رجال جنود ضباط شرطة وحدات اجهزة سلطات حراس".split())
"""Heads of those who keep a demonstration down."""
_DEATHS: Final = frozenset("مقتل مصرع وفاة استشهاد قتل دهس اغتيال".split())
_HARMED: Final = _DEATHS | frozenset("اعدام اعتقال اصابة خطف تصفية سجن توقيف طرد قتلت اصيب اصيبت قضى".split())
"""Words of what befell whoever stands behind them."""
_BACK: Final = 22
_AHEAD: Final = 28
"""Tokens before and behind a demonstration within which a word tells who takes part."""


class Marchers:
    """Reads off who demonstrates."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who demonstrates and who does not."""
        if candidate.type != "PROTEST" or candidate.mode == "boycott":
            return
        if not has(found, "actor"):
            who = self._whose(candidate, row, slots) or self._out(candidate, row) if candidate.pos == "n" else None
            who = who or self._called(candidate, row)
            for phrase in row:
                tied = phrase.coord is not None and found.get(phrase.coord) == "actor"
                if phrase is who or tied:
                    found[phrase] = "actor"
        for phrase in row:
            if phrase not in found and self._suffered(phrase, slots.get(phrase, "")):
                found[phrase] = APART
            forces = phrase.role in _OUTSIDE or self.r.words[phrase.head].core in _POLICE
            aside = phrase.kind in _FORCES or (phrase.kind == "people" and forces)
            if aside and phrase not in found and slots.get(phrase, "")[:2] not in {"A1", "B1"}:
                found[phrase] = APART

    def _whose(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """Whose it is, behind ل (اعتصام لعمال الميناء، وقفة احتجاجية لصحفيين)."""
        for one in row:
            near = candidate.last < one.first <= candidate.last + _OWNED and slots.get(one) == "P:ل"
            if near and one.kind in _TAKE_PART and one.coord is None:
                return one
        return None

    def _out(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whoever goes out or takes part (خرج المئات من العمال في مظاهرة، مسيرة شارك فيها طلاب)."""
        sentence = self.r.sentences[candidate.sentence]
        before = range(candidate.first - 1, max(sentence.first, candidate.first - _BACK) - 1, -1)
        behind = range(candidate.last + 1, min(sentence.last, candidate.last + _AHEAD))
        for at in (*before, *behind):
            if self.r.forms[at] in STOPS:
                continue
            if self.r.words[at].core in _GO_OUT:
                found = self._behind(at, row)
                if found is not None:
                    return found
        return None

    def _behind(self, at: int, row: list[Phrase]) -> Phrase | None:
        """People right behind a word, but for a number (العشرات من) and what takes a demonstration up (فيها)."""
        for phrase in row:
            if phrase.first <= at or phrase.kind == "adjective":
                continue
            if all(self._passed(on) for on in range(at + 1, phrase.first)) and phrase.prep in {"", "من"}:
                return phrase if phrase.kind in _TAKE_PART else None
            return None
        return None

    def _passed(self, at: int) -> bool:
        form = self.r.forms[at]
        counted = at in self.r.number_tokens or self.r.words[at].func == "quant" or at in self.r.time_tokens
        return counted or form in {"فيها", "فيه", "من", "بها", "نحو", "حوالي"}

    def _suffered(self, phrase: Phrase, slot: str) -> bool:
        """Whom another deed befell (مظاهرات بعد إعدام فلان، ضد قتل ثلاثة شبان)."""
        at = phrase.first - 1
        while at > 0 and (at in self.r.number_tokens or self.r.words[at].func == "quant"):
            at -= 1
        befell = at >= 0 and self.r.words[at].core in _HARMED and slot[:2] not in {"B1", "LA"}
        return befell and not phrase.prep

    def _dead(self, phrase: Phrase) -> bool:
        """Only one, whose death is told (تجددت الاحتجاجات بعد مقتل متظاهر)."""
        before = self.r.words[phrase.first - 1].core if phrase.first else ""
        return phrase.number == "s" and before in _DEATHS

    def _called(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """The nearest of those who are called demonstrators."""
        near = [
            one
            for one in row
            if self.r.words[one.head].core in MARCHERS and one.kind == "people" and not self._dead(one)
        ]
        return min(near, key=lambda one: abs(one.first - candidate.first), default=None)
