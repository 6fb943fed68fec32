"""Plain nouns and the places that a head noun announces (قرية، مطار، حدود)."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.mentions.extents import Extents
from khabar.mentions.phrase import Phrase
from khabar.mentions.place_heads import MANNER, PLACE_HEADS
from khabar.mentions.reading import QUOTES_OPEN

_PLACELIKE: Final = frozenset(("", "w", "l", "g", "o"))


class PlaceHeads(Extents):
    """Nouns that no resource knows as a party, and places by their head."""

    def _place(self, mark: Mark) -> Phrase:
        phrase = Phrase(mark.first, mark.last, "place")
        phrase.place, phrase.country, phrase.definite = mark.entry, mark.entry.country, True
        at = mark.last + 1
        while (
            at < len(self.words)
            and self.words[at].det
            and not self.words[at].pro
            and self.words[at].cls == "j"
            and not self._skip(at)
        ):
            phrase.last = at
            phrase.name = (phrase.first, at)
            at += 1
        return phrase

    def _plain(self, at: int, limit: int) -> Phrase | None:
        word = self.words[at]
        if word.form[0] < "\u0600" and not word.form[0].isalpha():
            return None
        if (
            self.r.accusative(at)
            and not word.pro
            and at + 1 < limit
            and (self.words[at + 1].det or "actor" in self.lex[at + 1])
        ):
            return None
        if self._adverb(at):
            return None
        phrase = Phrase(at, at, "thing")
        phrase.definite = word.det
        if word.cls == "g" and not word.det and not word.senses:
            end = self._name_end(at, limit, first=True)
            if end >= at:
                phrase.kind, phrase.last, phrase.name = "person", end, (at, end)
                phrase.definite = phrase.source = True
                return phrase
        head = PLACE_HEADS.get(word.core)
        phrase.last = self._modifiers(at + 1, limit, phrase, 3)
        phrase.name = (at, phrase.last)
        if head:
            inner = self._inner_place(at + 1, phrase.last, limit)
            named = phrase.last > at and self.words[at + 1].cls in _PLACELIKE and not self.words[at + 1].senses
            group = word.core == "جبهة" and inner is None
            bare = word.det and head != "road"
            if (inner is not None or bare or named) and not group:
                phrase.kind = "place"
            if inner is not None:
                phrase.place, phrase.country = inner.entry, phrase.country or inner.entry.country
                phrase.last = max(phrase.last, inner.last)
                phrase.name = (at, phrase.last)
            elif word.core == "حدود":
                self._border(phrase, limit)
        return phrase

    def _adverb(self, at: int) -> bool:
        """An adjective in the accusative or a noun after ب that tells how (دوليا, عسكريا, بانتظام), not whom."""
        word, before = self.words[at], self.words[at - 1]
        if word.core in MANNER and "ب" in word.pro and not word.det:
            return True
        bare = not word.det and not word.pro and not word.enc and not self.lex[at]
        return bare and len(word.form) > 4 and word.form.endswith("يا") and not before.form.endswith("ا")

    def _border(self, phrase: Phrase, limit: int) -> None:
        """The border with one state or between two (الحدود بين إسرائيل وقطاع غزة) is named by them."""
        at = phrase.last + 1
        if at + 1 >= limit or self.forms[at] not in {"بين", "مع"}:
            return
        inner = self._build_inner(at + 1, limit)
        if inner is None or inner.kind not in {"state", "place"}:
            return
        phrase.last = inner.last
        if self.forms[at] == "بين" and inner.last + 1 < limit and "و" in self.words[inner.last + 1].pro:
            other = self._build_inner(inner.last + 1, limit)
            if other is not None and other.kind in {"state", "place"}:
                phrase.last = other.last
        phrase.kind, phrase.name = "place", (phrase.first, phrase.last)

    def _inner_place(self, first: int, last: int, limit: int) -> Mark | None:
        for at in range(first, min(last + 3, limit)):
            mark, actor = self.lex[at].get("place"), self.lex[at].get("actor")
            if mark is not None and not (actor is not None and actor.last > mark.last):
                return mark
            if self.forms[at] not in QUOTES_OPEN and at > last:
                return None
        return None
