"""Adjectives that describe an event right behind its noun (هجوم مسلح, ضربات دقيقة ومتناسبة)."""

from __future__ import annotations

from typing import Final

from khabar.mentions.among import among, by_core
from khabar.mentions.phrase_words import NAMING
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.reading import Reading

_ALSO_ADJECTIVES: Final = frozenset(
    "مسلح مسلحا مسلحة انتحاري انتحاريا انتحارية انتحاريان انتحاريين انتحاريتان انتحاريتين ارهابي ارهابيا ارهابية "
    "ارهابيان ارهابيين ارهابيتان ارهابيتين عسكري عسكرية بحري سري سرية امني امنية مدفعي مدفعية صاروخي صاروخية جوي "
    "جوية بري برية".split()
)
"""Words for people that describe an event right behind its noun (هجوم مسلح، تفجير انتحاري)."""

_ROUNDS: Final = frozenset("رصاص رصاصة رصاصات رصاصتين اعيرة عيار ذخيرة ذخائر طلقات طلقة".split())
_LIVE: Final = frozenset("حي الحي حية مطاطي مطاطية معدني معدنية مغلف طائش طائشة متفجر متفجرة نارية ناري".split())
"""Adjectives of what is fired (الرصاص الحي)."""


_BEFALLS: Final = frozenset("مقتل اصابة استشهاد مصرع جرح".split())
"""Nouns of what befell whoever stands behind them (مقتل مسلح)."""


_IS_LIVE: Final = by_core(_LIVE)
_IS_SITE: Final = by_core(PLACE_HEADS)


class EventAdjectives:
    """Finds them from left to right, each by those before it. ``events``: tokens of event words, ``verbs``: those that
    are verbs, behind which somebody is the subject (قتل مسلح ثلاثة), as he is the object behind a preposition (القضاء
    على إرهابيين)."""

    def __init__(self, reading: Reading, events: set[int], verbs: set[int]) -> None:
        self.r = reading
        self._verbs = verbs
        self.words = reading.words
        self.lex = reading.lex
        self._events = [False] * (len(reading.words) + 1)
        for at in events:
            self._events[at] = True
        self._found = [False] * (len(reading.words) + 1)

    def describes(self, at: int) -> bool:
        """An adjective of the event word before it (ضربات دقيقة ومتناسبة): no phrase of its own."""
        before = at - 1
        if among(self.words[at]) & _IS_LIVE and self.words[before].core in _ROUNDS:
            return True
        if not self._events[before] and not self._found[before]:
            return False
        word = self.words[at]
        if self.words[before].func:
            return False
        if "people" in self.lex[at] and (before in self._verbs or self.words[before].core in _BEFALLS):
            return False
        joined = self._found[before] and word.pro == "و" and not word.det and word.form.endswith(("ة", "ا"))
        told = word.core in _ALSO_ADJECTIVES or word.form.removeprefix("ال") in _ALSO_ADJECTIVES
        epithet = told and (not word.det or self._like(at))
        adjective = (
            joined
            or epithet
            or word.cls == "j"
            or (self._indefinite(at) and self._indefinite(before))
            or (
                word.form.endswith(("ية", "ي")) and word.cls in {"n", "w"} and len(word.core) > 3 and not self._site(at)
            )
        )
        if not adjective or (word.pro and word.pro != "و"):
            return False
        if not NAMING.isdisjoint(self.lex[at]) and not epithet:
            return False
        while before >= 0 and self._found[before]:
            before -= 1
        head = self.words[before] if before >= 0 else None
        if head is None or not self._events[before] or self.r.acts[before] or head.det != word.det:
            return False
        self._found[at] = True
        return True

    def _site(self, at: int) -> bool:
        """A noun for a place that looks like an adjective (قصف قرية)."""
        return among(self.words[at]) & _IS_SITE != 0

    def _like(self, at: int) -> bool:
        """The word with the article agrees with the one before it (الهجوم الانتحاري، العمليتين الانتحاريتين)."""
        word, before = self.words[at], self.words[at - 1]
        return before.det and all(
            word.core.endswith(ending) == before.core.endswith(ending) for ending in ("ة", "ان", "ين")
        )

    def _indefinite(self, at: int) -> bool:
        """An indefinite accusative (هجوما واسعا)."""
        word = self.words[at]
        return not word.det and not word.enc and word.form.endswith("ا") and len(word.form) > 3 and not self.lex[at]
