"""Names of places that are common words too: which of them name a place where they stand."""

from __future__ import annotations

from typing import Final

from khabar.lexicon import Word
from khabar.lexicon.found import Mark
from khabar.lexicon.senses import Sense
from khabar.mentions.parties import PartyHeads
from khabar.mentions.place_heads import PLACE_HEADS

_COMMON: Final = frozenset(("func", "trigger", "cue", "light", "figure", "people", "institution", "title", "weapon"))
WHERE: Final = frozenset("في قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())
"""Prepositions after which a name that is also a common word is the place's."""
_NEAR_TO: Final = frozenset("قرب مقربة شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())
"""What من leads to a place behind."""
_LEADING: Final = frozenset("في الى على من نحو باتجاه صوب حول داخل خارج وسط".split())
"""Words before a place that an article has named with its head noun."""
_RULING: Final = frozenset("في على من الى عن نحو باتجاه صوب حول".split())
"""Prepositions that no verb stands behind."""
_LARGE: Final = frozenset(("country", "governorate", "region", "sea"))
_NAMES_ONLY: Final = frozenset(("l", "w", ""))
_COMMON_CLASSES: Final = frozenset("vbnjda")


class PlaceNames(PartyHeads):
    """Tells the names of places from the common words that are written like them."""

    def _common(self, sense: Sense, word: Word) -> bool:
        """A reading as a common word that the form allows: no dual in the construct state with the article."""
        if sense.kind not in _COMMON or sense.tag.startswith("jus"):
            return False
        if sense.kind == "institution" and word.cls == "w" and not word.det:
            return False  # دوما, not الدوما
        return not (sense.tag == "dual" and word.det and not word.form.endswith(("ان", "ين")))

    def _located(self, at: int) -> bool:
        """What stands before a name speaks of a place (في, قرب, بالقرب من, إلى الشمال من)."""
        if self.words[at].pro or not at:
            return False
        before = self.words[at - 1]
        return before.core in WHERE or (before.form == "من" and at > 1 and self.words[at - 2].core in _NEAR_TO)

    def _place_allowed(self, mark: Mark, at: int) -> bool:
        """A place name that is also a common word needs a head noun (مدينة، قرية) before it."""
        word, row = self.words[at], mark.entry
        if mark.tag == "weak" and mark.first == mark.last and word.core in PLACE_HEADS:
            return False
        other = mark.first == mark.last and (
            any(self._common(sense, word) for sense in word.senses)
            or (word.cls in _COMMON_CLASSES and not word.det and row.kind not in _LARGE and row.population < 300_000)
        )
        if mark.tag != "weak" and not other:
            return True
        before = self.words[at - 1].core if at else ""
        if self._located(at) and (word.cls == "v" or (word.cls == "j" and self.words[at - 1].core == "قرب")):
            return True
        if self._located(at) and (mark.tag != "weak" or word.cls in _NAMES_ONLY or mark.last > mark.first + 1):
            return True
        if before in PLACE_HEADS and PLACE_HEADS[before] != "road":
            return True
        if word.cls == "v" and self.forms[at - 1] in _RULING:
            return True  # سيطر على تدمر: no verb
        return self._led(at) and row.id in self._headed()

    def _led(self, at: int) -> bool:
        """A preposition of place or the noun of an event stands before a name (سيطر على دوما, هجوم دوما)."""
        pro = self.words[at].pro
        return "ب" in pro or "ل" in pro or self.forms[at - 1] in _LEADING or at - 1 in self.blocked

    def _headed(self) -> set[str]:
        """The places that the article names with a head noun before a name that is also a common word (مدينة دوما): it
        is that place without the head too."""
        if self._known_places is None:
            found = [mark for mark in self.r.marks.of("place") if mark.first and not self.words[mark.first].pro]
            heads = [PLACE_HEADS.get(self.words[mark.first - 1].core, "road") for mark in found]
            self._known_places = {mark.sense.id for mark, head in zip(found, heads, strict=True) if head != "road"}
        return self._known_places
