"""Spots: what of a text can be the place of something, and which place each of them is."""

from __future__ import annotations

from collections import Counter
from typing import Final

from khabar.lexicon.schema import PlaceRow
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.place_heads import BORDERING, OPEN, PLACE_HEADS, SITES
from khabar.mentions.reading import Reading
from khabar.model import Where

DIRECTIONS: Final = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف ضواحي اطراف محيط".split())
LYING: Final = DIRECTIONS | frozenset("في قرب داخل ضمن ب".split())
_BETWEEN: Final = frozenset('( ، " « » “ ”'.split())
_GROUPS: Final = frozenset(("armed-group", "party", "alliance", "media", "outlet", "agency", "organisation"))
_POINTS: Final = {"base", "airport", "port", "crossing", "site", "camp", "dam", "oilfield", "refinery"}
_PRECISION: Final = {"country": "country", "governorate": "admin1", "district": "district", "region": "area"}
HOLDERS: Final = frozenset(("people", "person", "government", "military", "organisation", "thing"))
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
_BELONGING: Final = frozenset("تابع تابعة واقع واقعة مؤدي مؤدية خاضع خاضعة".split())
"""Adjectives behind a place that bring in what it belongs to."""
_GUESTS: Final = frozenset("سفارة قنصلية كنيسة كاتدرائية كنيس مبنى".split())
_NEED_NAMES: Final = frozenset("قاعدة جزيرة منفذ شارع ساحة ميدان مركز خليج طريق ناحية بحر ساحل لواء".split())
"""Heads that alone are something else: an organisation, a broadcaster, the public, the field."""
_OF_STREETS: Final = frozenset(
    "عام عامة رئيسي رئيسية مركزي مركزية احمر حمراء اخضر خضراء كبير كبرى طبي طبية تجاري تجارية صحي صحية ثقافي "
    "ثقافية جديد جديدة قديم قديمة خلفي دائري ساحلي بحري".split()
)
"""Adjectives of streets, squares and centres that can be seen."""
_FIGURATIVE: Final = {
    "قطاع": frozenset("خاص عام مصرفي نفطي صحي تعليمي زراعي صناعي سياحي مالي تجاري خدمي امني حكومي".split()),
    "قواعد": frozenset("دستورية اساسية قانونية شعبية دولية عامة قانون اشتباك سلوك لعبة لعب انضباط حزب".split()),
    "قاعدة": frozenset("شعبية بيانات عامة جماهيرية ذهبية قانونية دستورية".split()),
    "ناحية": frozenset("امنية سياسية عسكرية قانونية انسانية اقتصادية فنية عملية نظرية اخرى ثانية اولى".split()),
    "منفذ": frozenset("هجوم عملية تفجير اعتداء جريمة فلسطيني عمليات هجمات".split()),
    "جبهة": frozenset("داخلية سياسية وطنية شعبية اسلامية".split()),
    "احياء": frozenset(
        "اتفاق اتفاقية عملية ذكرى مفاوضات محادثات مناسبة فكرة مسار حفل يوم سلام خلايا ليالي سنة".split()
    ),
    "محور": frozenset("مقاومة شر ممانعة اول ثاني ثالث رئيسي".split()),
}
"""Words after a head with which it is no place."""
_HEADED: Final = SITELIKE | {"place"}
_BACK: Final = 8
"""Sentences back in which a bare head noun finds what it takes up."""


class Spots:
    """The places of a reading. ``rows``: sentence by sentence, what can be the place of something told there."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self._wheres: dict[int, Where] = {}
        rows = [one.place for row in phrases for one in row if one.kind == "place" and one.place is not None]
        states = Counter([row.country for row in rows if row.country])
        self._main = states.most_common(1)[0][0] if states else names.main
        self.rows = [self._offered(row) for row in phrases]

    def _offered(self, row: list[Phrase]) -> list[Phrase]:
        """What of a sentence can be the place of something: places and states, sites with a name, the places that
        others are named by; areas without a name only where nothing else is."""
        found: list[Phrase] = []
        for one in row:
            if self._placed(one) or self._site(one):
                found.append(one)
            elif one.kind in HOLDERS:
                found += self._within(one)
        named = [one for one in found if not self._vague(one)] or found
        kept: list[Phrase] = []
        for at, one in enumerate(named):
            if at and self._edge_of(named[at - 1], one):
                kept[-1] = self._together(named[at - 1], one)
            elif at and kept[-1] is named[at - 1] and self._guest(kept[-1]) and self._around_it(kept[-1], one):
                kept[-1] = one
            elif not at or not self._around_it(named[at - 1], one):
                kept.append(one)
        return kept

    def _edge_of(self, edge: Phrase, whole: Phrase) -> bool:
        """The edge or the border of a place that ل brings in (الأطراف الشرقية للمدينة)."""
        kind = PLACE_HEADS.get(self.r.words[edge.first].core)
        return whole.prep == "ل" and whole.first == edge.last + 1 and kind in {"edge", "crossing"}

    def _guest(self, phrase: Phrase) -> bool:
        """A mission, a church or a building, which is hit rather than where it is hit if its town is named."""
        return phrase.place is None and self.r.words[phrase.first].core in _GUESTS

    def _together(self, edge: Phrase, whole: Phrase) -> Phrase:
        made = Phrase(edge.first, whole.last, "place")
        made.prep, made.place, made.country, made.definite = edge.prep, whole.place, whole.country, True
        return made

    def _placed(self, phrase: Phrase) -> bool:
        """A place or a state; no name for a state's rule (الاحتلال), no القاعدة where no base was named before."""
        if self.r.words[phrase.first].core == "طريق" and self.r.forms[phrase.first - 1] == "عن":
            return False
        if phrase.place is not None:
            return True
        return phrase.kind == "place" and not self._figurative(phrase)

    def _figurative(self, phrase: Phrase) -> bool:
        """A head that is no place here: it needs a name and has none before (القاعدة, الجزيرة, المنفذ), or what
        follows is not said of places (الساحة الدولية, القطاع الخاص, إحياء الاتفاق)."""
        head = self.r.words[phrase.first]
        if phrase.last == phrase.first:
            return head.core in _NEED_NAMES and self.names.antecedent(phrase) is None
        after = self.r.words[phrase.first + 1]
        if head.core in {"ساحة", "شارع", "مركز"}:
            return head.det and after.cls == "j" and after.core not in _OF_STREETS
        return after.core in _FIGURATIVE.get(head.core, ())

    def _around_it(self, inner: Phrase, outer: Phrase) -> bool:
        """The second place only tells where the first one lies (قرية بيت عنون شرقي الخليل, سوق في مدينة تعز)."""
        if inner.kind in {"state", "inner"} or outer.coord is not None or outer.first - inner.last > 4:
            return False
        if not (outer.prep in LYING or "ب" in self.r.words[outer.first].pro):
            return False
        between = [self.r.words[at] for at in range(inner.last + 1, outer.first)]
        return all(word.form in _BETWEEN or word.core in DIRECTIONS or word.core in LYING for word in between)

    def _site(self, phrase: Phrase) -> bool:
        """A building or a spot that has a name (مستشفى ناصر) or was named before (المستشفى)."""
        word = self.r.words[phrase.first]
        if phrase.kind not in SITELIKE or word.core not in SITES or word.enc:
            return False
        if phrase.last == phrase.first:
            return word.det and self.names.antecedent(phrase) is not None
        after = self.r.words[phrase.first + 1]
        return not after.pro and (after.det or after.cls != "j")

    def _within(self, phrase: Phrase) -> list[Phrase]:
        """The place in the name of people, an office or a body (سكان زبيد, محافظ قندهار)."""
        named = phrase.kind == "person" and phrase.name[0] > phrase.first
        for at in range(phrase.first + 1, phrase.name[0] if named else phrase.last + 1):
            mark = self.r.lex[at].get("place")
            if mark is None or mark.last > phrase.last or self._in_group(phrase, at):
                continue
            headed = self.r.words[at - 1].core in PLACE_HEADS and self.r.words[at].core not in PLACE_HEADS
            if mark.tag != "weak" or headed:
                inner = Phrase(at, mark.last, "inner")
                inner.place = max(
                    [one.entry for one in self.r.same("place", at) if one.last == mark.last],
                    key=lambda row: (self.names.counts.get(row.country or "", 0), row.population),
                )
                inner.country, inner.definite = inner.place.country, True
                inner.prep = phrase.kind
                return [inner]
        return []

    def _in_group(self, phrase: Phrase, at: int) -> bool:
        """A word in the name of a group (هيئة تحرير الشام) tells no place."""
        marks = [mark for one in range(phrase.first, at) for mark in self.r.same("actor", one)]
        return any(mark.last >= at and mark.entry.kind in _GROUPS for mark in marks)

    def _vague(self, phrase: Phrase) -> bool:
        """An area without a name of its own (مناطق متفرقة, الأحياء السكنية)."""
        if phrase.kind != "place" or phrase.place is not None:
            return False
        if self.r.words[phrase.last].core in BORDERING and self.r.words[phrase.last].det:
            return True
        if phrase.last == phrase.first:
            return self._plural(phrase)
        words = self.r.words[phrase.first : phrase.last + 1]
        return words[0].core in OPEN and all(word.cls == "j" or (word.det and word.cls == "n") for word in words[1:])

    def _plural(self, phrase: Phrase) -> bool:
        core = self.r.words[phrase.first].core
        return core in OPEN and not core.endswith("ة")

    def where(self, phrase: Phrase) -> Where:
        """The place of a phrase as written (direction words before it included) and resolved."""
        known = self._wheres.get(id(phrase))
        if known is None:
            known = self._wheres[id(phrase)] = self._where(phrase)
        return known

    def _where(self, phrase: Phrase) -> Where:
        phrase = self._fuller(phrase)
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
        start, end, text = self.r.bare(first, last)
        row: PlaceRow | None = phrase.place
        country = row.country if row is not None else phrase.country
        if row is None:
            head = self.r.words[phrase.first].core
            country = None if head in SITES or PLACE_HEADS.get(head) == "base" else country
            return Where(text=text, country=country or self._around(phrase), start=start, end=end)
        precision = "point" if row.kind in _POINTS else _PRECISION.get(row.kind, "town")
        if first < phrase.name[0] and precision in {"country", "admin1"}:
            precision = "area"
        known = row.lat == row.lat
        return Where(
            text=text,
            country=country,
            start=start,
            end=end,
            place=row.id,
            lat=row.lat if known else None,
            lon=row.lon if known else None,
            precision=precision,
        )

    def _fuller(self, phrase: Phrase) -> Phrase:
        """The place that a bare head noun takes up (المدينة, المطار): the last one with that head or of that kind."""
        word = self.r.words[phrase.first]
        if PLACE_HEADS.get(word.core) == "edge" and phrase.last == phrase.first + 1:
            inner = self._taken_up(Phrase(phrase.last, phrase.last, "place"))
            return phrase if inner.first == phrase.last else inner
        bare = phrase.first == phrase.last and phrase.place is None
        if phrase.kind not in _HEADED or not bare or not word.det or self._plural(phrase):
            return phrase
        if self.r.words[phrase.first - 1].core in DIRECTIONS and not word.pro:
            return phrase
        return self._taken_up(phrase)

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
                if other.last < phrase.first and other.place is not None and other.place.kind in wanted:
                    return other
        return phrase

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
        return self._main

    def kind(self, phrase: Phrase) -> str:
        """What a spot is: the kind of its row, ``head`` or ``site`` where it has none, ``metonym`` for a capital."""
        row: PlaceRow | None = phrase.place
        if row is None:
            if phrase.kind in SITELIKE:
                return "site"
            return "head" if phrase.kind == "place" else phrase.kind
        return "metonym" if phrase.kind == "state" and row.kind != "country" else row.kind
