"""Whereabouts: which place a phrase means, as written and resolved."""

from __future__ import annotations

from typing import Final

from khabar.lexicon import Word
from khabar.lexicon.schema import PlaceRow
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.place_heads import LANDS, OPEN, PLACE_HEADS, SITES, STATES
from khabar.mentions.reading import Reading
from khabar.model import Where

DIRECTIONS: Final = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف ضواحي اطراف محيط".split())
_POINTS: Final = {"base", "airport", "port", "crossing", "site", "camp", "dam", "oilfield", "refinery"}
_PRECISION: Final = {"country": "country", "governorate": "admin1", "district": "district", "region": "area"}
SITELIKE: Final = frozenset(("thing", "organisation", "government"))
_KINDS: Final = {
    "city": frozenset(("city", "town")),
    "town": frozenset(("town", "city")),
    "village": frozenset(("village", "town")),
    "governorate": frozenset(("governorate", "region")),
    "district": frozenset(("district", "city", "town", "region", "governorate")),
    "base": frozenset(("base",)),
    "airport": frozenset(("airport", "base")),
    "port": frozenset(("port",)),
    "camp": frozenset(("camp",)),
    "crossing": frozenset(("crossing",)),
    "قطاع": frozenset(("region",)),
}
_BELONGING: Final = frozenset(
    "تابع تابعة واقع واقعة مؤدي مؤدية خاضع خاضعة متاخم متاخمة محاذي محاذية مجاور مجاورة".split()
)
"""Adjectives behind a place that bring in what it belongs to."""
_WIDE: Final = frozenset(("country", "sea", "region", "river", "strait", "mountain"))
_KINGDOMS: Final = ("SAU", "JOR", "MAR", "BHR")
_HEADED: Final = SITELIKE | {"place"}
_SMALL: Final = frozenset(("town", "village", "neighbourhood"))
_KNOWN: Final = 20_000
"""Kinds of places that have namesakes, and the inhabitants from which on they are known by their name."""
_APPOSED: Final = frozenset('، ( " «'.split())
"""Marks before a name that tells which one is meant."""
_SETTLEMENTS: Final = frozenset("مستوطنة مستعمرة بؤرة".split())
_POINTS_OF_COMPASS: Final = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())
_CENTRED: Final = frozenset(("مدينة", "بلدة", "قرية"))
"""Heads in whose middle something is told to happen: it is there (في وسط المدينة)."""
_BACK: Final = 8
"""Sentences back in which a bare head noun finds what it takes up."""


def _obscure(row: PlaceRow) -> bool:
    """A place that many others may be called after: no name of several words (كريات شمونة)."""
    if not row.weak and " " in row.name:
        return False
    return (row.weak and row.kind != "country") or (row.kind in _SMALL and row.population < _KNOWN)


def _commonest(names: list[str]) -> str:
    """What stands most often in a list, of equals the first."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    best, most = "", 0
    for name, count in counts.items():
        if count > most:
            best, most = name, count
    return best


class Whereabouts:
    """The places that the phrases of a reading mean. ``rows``: sentence by sentence, what can be a place there;
    ``main``: the state that most places lie in."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.rows: list[list[Phrase]] = []
        self._wheres: dict[Phrase, Where] = {}
        named: list[str] = []
        self._spoken_of: set[str] = set()
        for row in phrases:
            for one in row:
                spoken_of = one.country
                if spoken_of and spoken_of not in self._spoken_of and (one.place is None or not _obscure(one.place)):
                    self._spoken_of.add(spoken_of)
                if one.kind == "place" and one.place is not None and reading.role[one.first] != "dateline":
                    country: str | None = one.place.country
                    if country:
                        named.append(country)
        self.main = _commonest(named) if named else names.main
        self._home = next((one for one in (self.main, names.main) if one in self._spoken_of), None)

    def where(self, phrase: Phrase) -> Where:
        """The place of a phrase as written (direction words before it included) and resolved."""
        known = self._wheres.get(phrase)
        if known is None:
            known = self._wheres[phrase] = self._where(phrase)
        return known

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        """The tokens that a place is told by: its name without whom it belongs to, with a direction before it (شمال
        المدينة)."""
        first, last = phrase.name
        while last > first and self.r.words[last].core in _BELONGING and self.r.words[last].det:
            last -= 1
        while (
            first > 0
            and self.r.words[first - 1].core in DIRECTIONS
            and not self.r.words[first].pro
            and first - phrase.first > -2
        ):
            first -= 1
        return first, last

    def _where(self, phrase: Phrase) -> Where:
        """The place of a phrase: its row in the gazetteer, or its words and its state alone."""
        phrase = self._fuller(phrase)
        first, last = self._span(phrase)
        row: PlaceRow | None = phrase.place
        if last - first >= 2 and row is not None:
            first = self._capital(first, last)
        start, end, text = self.r.bare(first, last)
        country = row.country if row is not None else phrase.country
        if row is None and self.land(phrase):
            country = self._state(phrase)
            alone = first == phrase.last and self.r.words[first].core == "بلاد"
            state = self._named(country, self.r.sentence_at[first]) if alone else None
            if state is not None:
                return self.where(state)
            wide = "country" if first == phrase.last else "area"
            return Where(text=text, country=country, start=start, end=end, precision=wide)
        if row is None:
            head = self.r.words[phrase.first].core
            country = None if head in SITES or PLACE_HEADS.get(head) == "base" else country
            country = country or self._inner_state(phrase)
            return Where(text=text, country=country or self._around(phrase), start=start, end=end)
        if self._home is not None and country not in self._spoken_of and _obscure(row):
            return Where(text=text, country=self._home, start=start, end=end)
        outside = self._held_by(phrase)
        if outside is not None and outside != country:
            return Where(text=text, country=outside, start=start, end=end)
        kind = row.kind
        if country is None and kind == "river":
            country = self._around(phrase)
        precision = "point" if kind in _POINTS else _PRECISION.get(kind, "town")
        if first < phrase.name[0] and precision in {"country", "admin1"}:
            precision = "area"
        lat = row.lat
        known = lat == lat
        return Where(
            text=text,
            country=country,
            start=start,
            end=end,
            place=row.id,
            lat=lat if known else None,
            lon=row.lon if known else None,
            precision=precision,
        )

    def _inner_state(self, phrase: Phrase) -> str | None:
        """State of a settlement told by its name (مستوطنة كريات شمونة); streets are called after places elsewhere."""
        if self.r.words[phrase.first].core not in _SETTLEMENTS:
            return None
        for at in range(phrase.first + 1, phrase.last + 1):
            mark = self.r.lex[at].get("place")
            if mark is not None and mark.last == phrase.last and mark.tag != "weak":
                country: str | None = mark.entry.country
                return country
        return None

    def _capital(self, first: int, last: int) -> int:
        """The first token of a capital's own name behind what it is the capital of (وسط العاصمة الفرنسية باريس)."""
        head = next((at for at in range(first, last) if self.r.words[at].core == "عاصمة"), None)
        if head is None:
            return first
        named = (at for at in range(head + 2, last + 1) if "place" in self.r.lex[at])
        return next((at for at in named if self.r.lex[at]["place"].last == last), first)

    def _held_by(self, phrase: Phrase) -> str | None:
        """State of the place that a place is said to lie in right behind it (شارع الستين بالخرطوم)."""
        number = self.r.sentence_at[phrase.first]
        if number < 0 or phrase.place.kind in _WIDE:
            return None
        outer = next((one for one in self.phrases[number] if one.first > phrase.last), None)
        if outer is None or outer.place is None or outer.prep not in {"في", "ب"} or outer.first - phrase.last > 2:
            return None
        return outer.country

    def _fuller(self, phrase: Phrase) -> Phrase:
        """The place that a bare head noun takes up (المدينة, المطار): the last one with that head or of that kind; the
        capital by its name (العاصمة السودانية، الخرطوم)."""
        word = self.r.words[phrase.first]
        if word.core == "عاصمة":
            named = self._capital_behind(phrase)
            if named is not None:
                return named
        if PLACE_HEADS.get(word.core) == "edge" and phrase.last == phrase.first + 1:
            inner = self._taken_up(Phrase(phrase.last, phrase.last, "place"))
            return phrase if inner.first == phrase.last else inner
        bare = phrase.place is None and (phrase.first == phrase.last or self._epithet(phrase))
        if phrase.kind not in _HEADED or not bare or not word.det or self.plural(phrase):
            return phrase
        side = self.r.words[phrase.first - 1].core
        if side in _POINTS_OF_COMPASS and not word.pro and word.core in _CENTRED:
            return self._taken_up(phrase)
        if side in DIRECTIONS and not word.pro and (side != "وسط" or word.core not in _CENTRED):
            return phrase
        return self._taken_up(phrase)

    def _capital_behind(self, phrase: Phrase) -> Phrase | None:
        """The town named right behind its epithet, perhaps behind a comma or a bracket."""
        number, at = self.r.sentence_at[phrase.first], phrase.last + 1
        if number < 0 or at >= len(self.r.forms):
            return None
        at += self.r.forms[at] in _APPOSED
        for one in self.phrases[number]:
            if one.first == at and one.place is not None and one.place.kind in _KINDS["city"]:
                return one if one.country == phrase.country or phrase.country is None else None
        return None

    def _epithet(self, phrase: Phrase) -> bool:
        """A city or the like that an adjective tells more of (المدينة الساحلية, البلدة القديمة)."""
        kind = PLACE_HEADS.get(self.r.words[phrase.first].core)
        if kind not in {"city", "town", "village", "governorate", "camp"} or phrase.last != phrase.first + 1:
            return False
        if self.r.words[phrase.last].core == "قديمة":
            return False
        return self.r.words[phrase.first].core != "عاصمة" and "country" not in self.r.lex[phrase.last]

    def _taken_up(self, phrase: Phrase) -> Phrase:
        """The last place with the head of a bare one or of its kind; itself where there is none."""
        word = self.r.words[phrase.first]
        known = self.names.antecedent(phrase)
        if known is not None and known.kind in _HEADED:
            return known
        wanted = _KINDS.get(word.core) or _KINDS.get(PLACE_HEADS.get(word.core, ""), frozenset())
        number = self.r.sentence_at[phrase.first]
        for at in range(number, max(-1, number - _BACK), -1):
            for other in reversed(self.rows[at]):
                if other.last >= phrase.first or other.place is None or not self._of_kind(other, wanted, word):
                    continue
                if word.core != "قطاع" or word.core in other.place.name.split():
                    return other
        return phrase

    def _of_kind(self, phrase: Phrase, wanted: frozenset[str], head: Word) -> bool:
        """The place, or a namesake in the same state (a province and its town), is of one of the kinds."""
        row = phrase.place
        if row.kind in wanted:
            return True
        if row.kind != "governorate" or phrase.last - phrase.first > 1 or head.core not in _CENTRED:
            return False
        namesakes = (one.entry for one in self.r.same("place", phrase.last) if one.last == phrase.last)
        return any(one.country == row.country and one.kind in wanted for one in namesakes)

    def _state(self, phrase: Phrase) -> str | None:
        """The state that is meant by البلاد or المملكة: the one that the article speaks of most, of kingdoms the Saudi
        one if it names none."""
        counts = self.names.counts
        if self.r.words[phrase.last].core == "مملكة":
            return max(_KINGDOMS, key=lambda state: counts.get(state, 0))
        return self.main or self.names.main

    def state(self, number: int) -> Where | None:
        """The state that most places lie in, as it was last named up to sentence ``number`` or first after it."""
        named = self._named(self.main, number) or self._named(self.main, len(self.phrases) - 1)
        return None if named is None else self.where(named)

    def _named(self, state: str | None, number: int) -> Phrase | None:
        """The name of a state where it was last written, up to sentence ``number``."""
        for row in reversed(self.phrases[: number + 1]):
            for one in row:
                if one.place is not None and one.place.kind == "country" and one.country == state:
                    return one
        return None

    def _around(self, phrase: Phrase) -> str | None:
        """State of a place that no table knows: of the place named right after it, else the one the article speaks
        of most."""
        number = self.r.sentence_at[phrase.first]
        for other in self.phrases[number] if number >= 0 else ():
            if (
                phrase.last < other.first <= phrase.last + 4
                and other.country
                and (other.place is not None or other.kind == "state")
            ):
                return other.country
        return self.main

    def land(self, phrase: Phrase) -> bool:
        """A state that the words before name, or all over it (شمال البلاد, أنحاء المملكة)."""
        word, head = self.r.words[phrase.last], self.r.words[phrase.first]
        if word.core not in STATES or not word.det:
            return False
        return phrase.first == phrase.last or PLACE_HEADS.get(head.core) == "edge" or head.core in LANDS

    def plural(self, phrase: Phrase) -> bool:
        core = self.r.words[phrase.first].core
        return core in OPEN and not core.endswith("ة")
