"""Plain nouns and the places that a head noun announces (قرية، مطار، حدود)."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.mentions.among import among, by_core
from khabar.mentions.backers import Backers
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import DOCTOR, DOING, NAMING
from khabar.mentions.place_heads import LANDS, MANNER, NAME_HEADS, OPEN, PLACE_HEADS, SETTLED, SITES, STATES
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN

_LINKING: Final = frozenset("رابط رابطة واصل ممتد".split())
"""What a road does between two places."""
_MANY: Final = frozenset("سلسلة موجة مزيد كمية كميات جملة مجمل شتى اعداد".split())
"""Words of quantity before what is counted (سلسلة غارات)."""
_SPOTS: Final = frozenset("موقع حاجز نقطة تقاطع مفترق مستديرة مدخل مكمن مرصد".split())
"""Spots that something may stand around, beside buildings (في محيط موقع الراهب)."""
_MISSIONS: Final = frozenset(("سفارة", "قنصلية"))
"""Spots that are named by a state elsewhere: the town behind them tells more."""
_STATE: Final = frozenset(
    "مستهدف مخلف متسبب مؤكد مضيف مشير مشدد موضح لافت مبين معتبر داع مطالب محذر معلن ناف مرجح كاشف متوعد "
    "مهدد مطلق محمل مندد مستنكر واصف قائل متحدث مستخدم مخلف مسفر ملمح منوه مذكر معرب معلق مستدرك متابع ماض "
    "زاعم مدعي".split()
)
"""Participles that as an indefinite accusative tell how or while doing what (مستهدفا, مؤكدا), not whom."""
_PLACELIKE: Final = frozenset(("", "w", "l", "g", "o"))

_PERPETRATORS: Final = frozenset("منفذ منفذي منفذو منفذا مرتكب مرتكبي مرتكبو مرتكبا مدبر مدبري مدبرو".split())
"""Whoever is named by a deed (منفذو الهجوم), whose noun is no part of other phrases."""


_IS_MANY: Final = by_core(_MANY)
_DOES: Final = by_core(DOING)
_IS_PERPETRATOR: Final = by_core(_PERPETRATORS)
_HAS_LAND: Final = by_core(LANDS)
_IS_SETTLED: Final = by_core(SETTLED)
HEADS_PLACES: Final = by_core(PLACE_HEADS)


class PlaceHeads(Backers):
    """Nouns that no resource knows as a party, and places by their head."""

    def _place(self, mark: Mark) -> Phrase:
        """A known place with the adjectives behind it (الغوطة الشرقية)."""
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
        """A phrase that begins with a word of no mark: a person by its looks, a place by its head (مدينة فلان), else a
        thing."""
        word, bits = self.words[at], among(self.words[at])
        if word.form < "\u0600" and not word.form[0].isalpha():
            return None
        if (
            not word.pro
            and at + 1 < limit
            and (self.words[at + 1].det or "actor" in self.lex[at + 1])
            and self.r.accusative(at)
        ):
            return None
        if word.form == DOCTOR or self._adverb(at) or self._while(at) or (bits & _IS_MANY and not word.det):
            return None
        if bits & _DOES and not word.det and at + 1 < limit and not NAMING.isdisjoint(self.lex[at + 1]):
            return None
        phrase = Phrase(at, at, "thing")
        phrase.definite = word.det
        if word.cls == "g" and not word.det and not word.senses:
            end = self._name_end(at, limit, first=True)
            if end >= at:
                phrase.last = end
                phrase.bear_name(at, end)
                return phrase
        head = PLACE_HEADS.get(word.core) if bits & HEADS_PLACES else None
        if word.cls == "j" and not word.det and not word.pro and head is None:
            return None
        phrase.last = self._modifiers(at + 1, limit, phrase, 3)
        if among(self.words[phrase.last]) & _IS_SETTLED:
            phrase.last = self._whole_name(phrase.last, limit)
        of_deed = bits & _IS_PERPETRATOR != 0 and phrase.last == at and at + 1 < limit and at + 1 in self.blocked
        phrase.name = (at, at + 1) if of_deed and self.words[at + 1].det else (at, phrase.last)
        if head:
            inner = self._inner_place(at + 1, phrase.last, limit)
            named = phrase.last > at and self.words[at + 1].cls in _PLACELIKE and not self.words[at + 1].senses
            group = word.core == "جبهة" and inner is None and self.forms[at - 1] != "في"
            bare = word.det and head != "road"
            if (inner is not None or bare or named or self._announced(phrase)) and not group:
                phrase.kind = "place"
            if inner is not None:
                phrase.place, phrase.country = inner.entry, phrase.country or inner.entry.country
                phrase.last = max(phrase.last, inner.last)
                phrase.name = (at, phrase.last)
            else:
                self._linked(phrase, limit)
        elif bits & _HAS_LAND and (phrase.country or (phrase.last == at + 1 and self.words[at + 1].core in STATES)):
            phrase.kind = "place"
        return phrase

    def _announced(self, phrase: Phrase) -> bool:
        """A head of settlements and areas with anything that can be its name: a noun, a quotation."""
        word = self.words[phrase.first]
        if word.det or word.enc or phrase.last == phrase.first:
            return False
        after = self.words[phrase.first + 1]
        if PLACE_HEADS[word.core] in {"edge", "crossing"}:
            spot = (after.core in SITES or after.core in _SPOTS) and after.core not in _MISSIONS
            named = (spot or after.core in SETTLED) and not after.pro and phrase.last > phrase.first + 1
            return (spot or after.core in PLACE_HEADS) and (after.det or named)
        if word.core not in SETTLED:
            return False
        agrees = word.core.endswith("ة") == after.form.endswith(("ة", "ى", "اء"))
        return after.det or after.cls != "j" or word.core in OPEN or not agrees

    def _whole_name(self, at: int, limit: int) -> int:
        """The last token of the name right after a head that is a short quotation (بلدة "الزهور") or begins with a word
        like بيت; ``at`` where there is none."""
        if at + 2 >= limit:
            return at
        if self.forms[at + 1] in NAME_HEADS and not self._skip(at + 2) and not self.words[at + 2].pro:
            return at + 2
        if self.forms[at + 1] not in QUOTES_OPEN or not self.r.quoted[at + 1]:
            return at
        for end in range(at + 2, min(at + 6, limit)):
            if self.forms[end] in QUOTES_CLOSE:
                return end - 1
        return at

    def _adverb(self, at: int) -> bool:
        """An adjective in the accusative or a noun after ب that tells how (دوليا, عسكريا, بانتظام), not whom."""
        word, before = self.words[at], self.words[at - 1]
        if word.det:
            return False
        if word.pro:
            return "ب" in word.pro and word.core != word.form and word.core in MANNER
        manner = word.core.removeprefix("ب")
        if manner != word.form and manner in MANNER:
            return True
        if word.enc or len(word.form) <= 4 or self.lex[at] or not word.form.endswith("يا"):
            return False
        if before.form in {"ان", "بان"} or at - 1 in self.r.number_tokens:
            return False
        return not before.form.endswith("ا")

    def _while(self, at: int) -> bool:
        """A participle in the accusative, or in the feminine with an object behind it (مستهدفا, مستهدفة المدنيين)."""
        word = self.words[at]
        if word.det or word.enc or word.pro not in {"", "و"}:
            return False
        stem = word.core.removesuffix("ا").removesuffix("ي") if word.core.endswith("ا") else word.core.removesuffix("ة")
        if word.core == stem or stem not in _STATE:
            return False
        return word.core.endswith("ا") or "trigger" in self._kinds(at)

    def _kinds(self, at: int) -> set[str]:
        """The kinds of resource entries that a word is known by."""
        return {sense.kind for sense in self.words[at].senses}

    def _linked(self, phrase: Phrase, limit: int) -> None:
        """A border or a road by what lies on either side of it."""
        core = self.words[phrase.first].core
        if core == "حدود":
            self._border(phrase, limit)
        elif core == "طريق":
            self._road(phrase, limit)

    def _border(self, phrase: Phrase, limit: int) -> None:
        """The border with one state or between two is named by them (الحدود مع تركيا, الحدود بين العراق وسوريا)."""
        at = phrase.last + 1
        if at + 1 >= limit or self.forms[at] not in {"بين", "مع"}:
            return
        inner = self._build_inner(at + 1, limit)
        if inner is None or inner.kind not in {"state", "place"}:
            return
        phrase.last = inner.last
        if self.forms[at] == "بين":
            phrase.country = inner.country
            self._between(phrase, inner, limit)
        phrase.kind, phrase.name = "place", (phrase.first, phrase.last)

    def _road(self, phrase: Phrase, limit: int) -> None:
        """A road by the two places that it links (الطريق الرابط بين تكريت وسامراء)."""
        at = phrase.first + 1
        if at + 3 >= limit or self.words[at].core not in _LINKING or self.forms[at + 1] != "بين":
            return
        one = self.lex[at + 2].get("place")
        joined = (one.last if one is not None else at + 2) + 1
        if joined >= limit or self.words[joined].pro != "و":
            return
        other = self.lex[joined].get("place")
        phrase.kind, phrase.last = "place", other.last if other is not None else joined
        phrase.name = (phrase.first, phrase.last)
        known = one if one is not None else other
        phrase.country = known.entry.country if known is not None else phrase.country

    def _between(self, phrase: Phrase, inner: Phrase, limit: int) -> None:
        """Take in the other side of a border; it is counted to the one that is no state (بين إسرائيل وقطاع غزة)."""
        at = inner.last + 1
        if at >= limit or "و" not in self.words[at].pro:
            return
        other = self._build_inner(at, limit)
        if other is not None and other.kind in {"state", "place"}:
            phrase.last = other.last
            if inner.kind == "state" and other.kind == "place":
                phrase.country = other.country

    def _called(self, mark: Mark) -> bool:
        """A name that is also a common word stands right behind a head that it can be the name of (مدينة الثورة, not
        العاصمة السودانية or مناطق الشرق)."""
        at = mark.first - 1
        if at > 0 and self.forms[at] in QUOTES_OPEN:
            at -= 1
        head = self.words[at]
        several = mark.last > mark.first
        written = (mark.entry.name, *mark.entry.variants)
        if not several and not any(name.startswith("ال") == self.words[mark.first].det for name in written):
            return False
        return several or (not head.det and head.core in PLACE_HEADS and head.core != "عاصمة")

    def _inner_place(self, first: int, last: int, limit: int) -> Mark | None:
        for at in range(first, min(last + 3, limit)):
            if at > last and self.words[at].pro:
                return None
            mark, actor = self.lex[at].get("place"), self.lex[at].get("actor")
            common = mark is not None and mark.tag == "weak" and self.words[at].core in PLACE_HEADS
            named = mark is not None and (mark.tag != "weak" or self._called(mark))
            if mark is not None and named and not common and not (actor is not None and actor.last > mark.last):
                return mark
            if self.forms[at] not in QUOTES_OPEN and at > last:
                return None
        return None
