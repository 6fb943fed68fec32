"""Spots: what of a text can be the place of something."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import STOPS
from khabar.claims.spot_words import (
    BACKERS,
    BACKING,
    COMING,
    ENTERED,
    FACING,
    FALLEN,
    FIGURATIVE,
    FLAGS,
    FRONTS,
    GUESTS,
    LEAD,
    MEMBERS,
    NEARBY,
    NEED_NAMES,
    OF_EVENTS,
    OF_STREETS,
    SEES,
    TAKEN,
    THEY_WERE,
)
from khabar.claims.unheaded import unheaded
from khabar.claims.whereabouts import DIRECTIONS, SITELIKE, Whereabouts
from khabar.lexicon.schema import PlaceRow
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import SIDES
from khabar.mentions.place_heads import BORDERING, OPEN, PLACE_HEADS, SITES
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

LYING: Final = DIRECTIONS | frozenset("في قرب داخل ضمن ب".split())
_BETWEEN: Final = frozenset('( ، " « » “ ” الواقعة الواقع الكائنة الكائن'.split())
_GROUPS: Final = frozenset(("armed-group", "party", "alliance", "media", "outlet", "agency", "organisation"))
HOLDERS: Final = frozenset(("people", "person", "government", "military", "organisation", "thing"))
_AUXILIARY: Final = frozenset(("قد", "لم", "لن", "سوف"))
_HOSPITALS: Final = frozenset(("مستشفى", "مشفى"))
_SHIELDS: Final = frozenset("درع نبع غصن".split())
"""First words of names of operations that areas are called after."""
_SONS: Final = frozenset(("بن", "ابن", "بنت", "ال"))
"""Words within the names of people."""
_WHERETO: Final = frozenset(("الى", "داخل", "نحو"))
_ROUTE: Final = 4
"""Tokens from where somebody came from to where he goes (القادمة من الكويت إلى داخل العراق)."""
_CARRIED: Final = 9
"""Tokens between the verb of carrying somebody off and where to."""
_AREAS: Final = frozenset("منطقة مناطق شريط ساحل سواحل حدود".split())
_INSIDE: Final = frozenset(("في", "ب"))
_GUESTS_OR_FRONTS: Final = GUESTS | FRONTS
_DIRECTIONS_OR_LYING: Final = DIRECTIONS | LYING


class Spots(Whereabouts):
    """The places of a reading, and what of each sentence can be the place of something told there."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        super().__init__(reading, phrases, names)
        self.bare: set[int] = set()
        """First tokens of names that only their preposition and the end of their clause tell as places."""
        self.rows = [self._offered(row) for row in phrases]

    def _offered(self, row: list[Phrase]) -> list[Phrase]:
        """What of a sentence can be the place of something: places and states, sites with a name, the places that
        others are named by; areas without a name only where nothing else is."""
        found: list[Phrase] = []
        came = -_ROUTE - 1
        for one in row:
            if one.kind == "state" and (one.prep == "بين" or self._backer(one) or self._acting(one)):
                continue
            if self.r.words[one.first].core in FLAGS or self.r.role[one.first] == "dateline":
                continue
            if one.prep:
                if one.prep in _INSIDE and self._in_title(one):
                    continue
                if one.prep == "الى" and self._taken_to(one):
                    continue
                if one.prep == "من" and self.r.core(one.first - 2) in COMING:
                    came = one.last
                    continue
                if 0 < one.first - came <= _ROUTE and one.prep in _WHERETO:
                    continue
            if self._placed(one) or self._site(one) or self._front(one):
                found.append(one)
            elif one.last > one.first and one.kind in HOLDERS:
                inner = self._within(one)
                if inner is not None:
                    found.append(inner)
            elif one.kind == "thing" and one.first == one.last and one.prep in _INSIDE and unheaded(self.r, one):
                self.bare.add(one.first)
                found.append(self._called(one))
        kept = [one for at, one in enumerate(found) if not self._vague(one) or self._lies_in(found, at)]
        return self._innermost(kept or found)

    def _in_title(self, phrase: Phrase) -> bool:
        """The state within the name of an alliance (التحالف العربي لدعم الشرعية في اليمن)."""
        at = phrase.first - 1 - (self.r.forms[phrase.first - 1] == "في")
        return at > 0 and self.r.words[at].core == "شرعية" and self.r.words[at - 1].core in BACKING

    def _called(self, phrase: Phrase) -> Phrase:
        """The place that a name behind a preposition means."""
        made = Phrase(phrase.first, phrase.first, "place")
        made.prep, made.definite = phrase.prep, True
        if "place" in self.r.lex[phrase.first]:
            made.place = self._likeliest(phrase.first, phrase.first)
            made.country = made.place.country
        return made

    def _innermost(self, named: list[Phrase]) -> list[Phrase]:
        """Of places right behind one another the one that is meant."""
        kept: list[Phrase] = []
        for at, one in enumerate(named):
            if at and self._edge_of(named[at - 1], one):
                kept[-1] = self._together(named[at - 1], one)
            elif at and kept[-1] is named[at - 1] and self._guest(kept[-1]) and self._around_it(kept[-1], one):
                kept[-1] = one
            elif not at or not self._around_it(named[at - 1], one):
                kept.append(one)
        return kept

    def _taken_to(self, phrase: Phrase) -> bool:
        """Where the dead and wounded were taken (أصيب جنديان ونقلا إلى العاصمة، وأجلي الجرحى إلى غاو)."""
        fallen = False
        for at in range(phrase.first - 1, max(0, phrase.first - _CARRIED) - 1, -1):
            word = self.r.words[at]
            fallen = fallen or word.core in FALLEN
            if self.r.forms[at] in STOPS:
                return False
            if word.core in TAKEN:
                start = self.r.sentences[self.r.sentence_at[at]].first
                return (fallen or word.core in THEY_WERE) and any(self.r.acts[start:at])
        return False

    def _backer(self, phrase: Phrase) -> bool:
        """The state behind somebody (ميليشيات مدعومة من إيران, خلية على صلة بإيران), or at the head (تحالف بقيادة
        واشنطن)."""
        if phrase.coord is not None:
            return phrase.coord.kind == "state" and self._backer(phrase.coord)
        if not phrase.prep:
            return phrase.first > 0 and self.r.words[phrase.first - 1].core in LEAD
        return phrase.prep in {"من", "مع", "ل", "ب"} and self._behind_backer(phrase.first)

    def _behind_backer(self, at: int) -> bool:
        """An adjective of the backed stands before the token, with or without the preposition that goes with it."""
        before = at - 2 if self.r.forms[at - 1] in {"من", "مع"} else at - 1
        return before >= 0 and self.r.words[before].core in BACKERS

    def _acting(self, phrase: Phrase) -> bool:
        """The state does what the verb right before it says (سحبت أديس أبابا قواتها, غارات نفذتها أنقرة)."""
        if phrase.coord is not None:
            return phrase.coord.kind == "state" and self._acting(phrase.coord)
        at = phrase.first - 1
        if phrase.prep or self.r.words[phrase.first].pro:
            return False
        if self._does(phrase.last + 1):
            return True
        if at < 0 or not self.r.acts[at]:
            return False
        word = self.r.words[at]
        if word.enc:
            return True
        return word.core.endswith("ت") and word.core[:-1] not in ENTERED

    def _does(self, at: int) -> bool:
        """The verb right behind a state is what it does (إن إسرائيل قصفت, روسيا قد قصفت), not what it sees."""
        while at < len(self.r.forms) and self.r.forms[at] in _AUXILIARY:
            at += 1
        if at >= len(self.r.forms) or not self.r.acts[at]:
            return False
        word = self.r.words[at]
        return not word.pro and not word.core.removesuffix("ت").endswith(SEES)

    def _edge_of(self, edge: Phrase, whole: Phrase) -> bool:
        """The edge, the border or an area of a place that ل brings in (الأطراف الشرقية للمدينة، المنطقة الحدودية
        لسوريا)."""
        core = self.r.words[edge.first].core
        part = core in _AREAS or PLACE_HEADS.get(core) in {"edge", "crossing"}
        return part and whole.prep == "ل" and whole.first == edge.last + 1

    def _lies_in(self, found: list[Phrase], at: int) -> bool:
        """An area without a name, right before the place that it is a part of."""
        return at + 1 < len(found) and self._edge_of(found[at], found[at + 1])

    def _guest(self, phrase: Phrase) -> bool:
        """A mission, a church or a building, which is hit rather than where it is hit if its town is named."""
        core = self.r.words[phrase.first].core
        if phrase.place is not None or self._front(phrase):
            return False
        return core in _GUESTS_OR_FRONTS or self._nameless(phrase)

    def _nameless(self, phrase: Phrase) -> bool:
        """A building told by its kind alone (مستشفى ولادة, محطة وقود)."""
        words = self.r.words[phrase.first : phrase.last + 1]
        if words[0].core not in SITES or words[0].det or len(words) != 2:
            return False
        return words[1].cls == "n" and not words[1].det and not words[1].pro and "place" not in self.r.lex[phrase.last]

    def _together(self, edge: Phrase, whole: Phrase) -> Phrase:
        made = Phrase(edge.first, whole.last, "place")
        made.prep, made.place, made.country, made.definite = edge.prep, whole.place, whole.country, True
        return made

    def _placed(self, phrase: Phrase) -> bool:
        """A place or a state; no name for a state's rule (الاحتلال), no القاعدة where no base was named before."""
        if self.r.words[phrase.first].core == "طريق" and self.r.forms[phrase.first - 1] == "عن":
            return False
        if phrase.place is not None:
            return not self._operation(phrase)
        word = self.r.words[phrase.first]
        if phrase.prep == "في" and phrase.first == phrase.last and word.det and word.core in SIDES:
            return True
        if phrase.kind == "government" and phrase.prep in _INSIDE and PLACE_HEADS.get(word.core) == "governorate":
            several = word.core.endswith("ات")  # بمحافظة البحيرة, في عدة محافظات يمنية
            return phrase.last > phrase.first and (not several or phrase.country is not None)
        return self.land(phrase) or (phrase.kind == "place" and not self._figurative(phrase))

    def _operation(self, phrase: Phrase) -> bool:
        """An area called after the operation that is meant here (خلال عملية درع الفرات)."""
        called = phrase.place.kind == "region" and self.r.forms[phrase.first] in _SHIELDS
        return called and self.r.words[phrase.first - 1].core in {"عملية", "معركة", "حملة"}

    def _figurative(self, phrase: Phrase) -> bool:
        """A head that is no place here: it needs a name and has none before (القاعدة, الجزيرة, المنفذ), or what
        follows is not said of places (الساحة الدولية, القطاع الخاص, إحياء الاتفاق)."""
        head = self.r.words[phrase.first]
        if phrase.last == phrase.first:
            unnamed = head.core in NEED_NAMES and self.names.antecedent(phrase) is None
            if head.core == "خليج" and phrase.prep == "في" and head.det:
                return False  # احتجزت ناقلة في الخليج
            return unnamed or (head.core == "قاعدة" and self._joined(phrase.first))
        after = self.r.words[phrase.first + 1]
        if head.core in {"ساحة", "شارع", "مركز"}:
            return head.det and after.cls == "j" and after.core not in OF_STREETS
        return after.core in FIGURATIVE.get(head.core, ())

    def _joined(self, at: int) -> bool:
        """Somebody before belongs to what is named there (قيادي بارز في القاعدة): it is no base."""
        return any(word.core in MEMBERS for word in self.r.words[max(0, at - 4) : at])

    def _around_it(self, inner: Phrase, outer: Phrase) -> bool:
        """The second place only tells where the first one lies (قرية بيت عنون شرقي الخليل, سوق في مدينة تعز)."""
        if inner.kind in {"state", "inner"} or outer.coord is not None or outer.first - inner.last > 4:
            return False
        if not (outer.prep in LYING or "ب" in self.r.words[outer.first].pro):
            return False
        between = [self.r.words[at] for at in range(inner.last + 1, outer.first)]
        return all(word.form in _BETWEEN or word.core in _DIRECTIONS_OR_LYING for word in between)

    def _site(self, phrase: Phrase) -> bool:
        """A building or a spot that has a name (مستشفى ناصر) or was named before (المستشفى)."""
        word = self.r.words[phrase.first]
        if word.core not in SITES or word.enc or (phrase.kind not in SITELIKE and word.core not in _HOSPITALS):
            return False
        if phrase.last == phrase.first:
            return word.det and self.names.antecedent(phrase) is not None
        after = self.r.words[phrase.first + 1]
        if after.core in FIGURATIVE.get(word.core, ()):
            return False
        return not after.pro and (after.det or after.cls != "j")

    def _front(self, phrase: Phrase) -> bool:
        """A building or an office that something is told to be in front of (أمام المحكمة, بالقرب من وزارة الدفاع)."""
        at = phrase.first
        if (
            phrase.place is not None
            or self.r.words[at].core not in FRONTS
            or not (self.r.words[min(at + 1, phrase.last)].det or "place" in self.r.lex[min(at + 1, phrase.last)])
        ):
            return False
        before = self.r.forms[at - 1]
        return before in FACING or (before == "من" and self.r.words[at - 2].core in NEARBY)

    def _within(self, phrase: Phrase) -> Phrase | None:
        """The place in the name of people, an office or a body (سكان زبيد, محافظ قندهار); behind one with the article
        it is an adjective (الأسلحة البيضاء)."""
        if self.r.forms[phrase.first - 1] in _SONS:
            return None
        named = phrase.kind == "person" and phrase.name[0] > phrase.first
        for at in range(phrase.first + 1, phrase.name[0] if named else phrase.last + 1):
            mark = self.r.lex[at].get("place")
            if mark is None or mark.last > phrase.last or self._in_group(phrase, at):
                continue
            ruled = self.r.words[at].det and (self.r.words[at - 1].det or self.r.forms[at - 1].startswith("لل"))
            led = ruled or self._behind_backer(at) or self._citizen(at)
            if led or between(self.r.tokens.among(_SONS), phrase.first, at):
                continue
            headed = self.r.words[at - 1].core in PLACE_HEADS and self.r.words[at].core not in PLACE_HEADS
            if mark.tag != "weak" or headed:
                inner = Phrase(at, mark.last, "inner")
                inner.place = self._likeliest(at, mark.last)
                inner.country, inner.definite = inner.place.country, True
                inner.prep = phrase.kind
                return inner
        return None

    def _citizen(self, at: int) -> bool:
        """An adjective in the accusative that is spelt as its state (جنديا نيجيريا، صحفيا سوريا)."""
        before = self.r.words[at - 1]
        accusative = before.core.endswith("ا") and not before.det and self.r.words[at].core.endswith("يا")
        return accusative and any(mark.tag == "adj" for mark in self.r.same("country", at))

    def _in_group(self, phrase: Phrase, at: int) -> bool:
        """A word in the name of a group (هيئة تحرير الشام) tells no place."""
        for one in range(phrase.first, at):
            if any(mark.last >= at and mark.entry.kind in _GROUPS for mark in self.r.same("actor", one)):
                return True
        return False

    def _likeliest(self, first: int, last: int) -> PlaceRow:
        """Of the places that share a name the one in the state that the article speaks of most, then the largest."""
        rows: list[PlaceRow] = [one.entry for one in self.r.same("place", first) if one.last == last]
        if len(rows) == 1:
            return rows[0]
        return max(rows, key=lambda row: (self.names.counts.get(row.country or "", 0), row.population))

    def _vague(self, phrase: Phrase) -> bool:
        """An area without a name of its own (مناطق متفرقة, الأحياء السكنية)."""
        if phrase.kind != "place" or phrase.place is not None:
            return False
        if self.r.words[phrase.last].core in BORDERING and self.r.words[phrase.last].det:
            return True
        if phrase.last == phrase.first:
            return self.plural(phrase)
        words = self.r.words[phrase.first : phrase.last + 1]
        if len(words) == 2 and words[0].core == "منطقة" and words[1].core not in OF_EVENTS:
            return words[0].det == words[1].det and words[1].cls == "j"
        return words[0].core in OPEN and all(word.cls == "j" or (word.det and word.cls == "n") for word in words[1:])

    def kind(self, phrase: Phrase) -> str:
        """What a spot is: the kind of its row, ``head`` or ``site`` where it has none, ``metonym`` for a capital."""
        row: PlaceRow | None = phrase.place
        if row is None:
            if phrase.kind in SITELIKE:
                return "site"
            return "head" if phrase.kind == "place" else phrase.kind
        return "metonym" if phrase.kind == "state" and row.kind != "country" else row.kind
