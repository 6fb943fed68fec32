"""Places hit, taken or left separately in one sentence: one claim for each of them."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from khabar.claims.candidates import Candidate
from khabar.claims.places import PlaceFinder
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Claim, Party, Where

_SPREAD: Final = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"))
"""Types whose events have one place each."""
_NEVER: Final = frozenset(("بين", "منذ", "قبل", "بعد", "ل"))
"""Prepositions before two places that are no list of scenes."""
_LINKS: Final = frozenset(
    "في على و ، « » \" ” “ ( ) ' كذلك وكذلك وكذا كذا ايضا وايضا ثم اضافة بالاضافة الى وفي وعلى".split()
)
"""What may stand between two places of a list."""
_MORE: Final = frozenset(("اضافة", "فضلا"))
"""Words that open a phrase of their own and only join what follows (إضافة إلى بلدة)."""
_SEATS: Final = frozenset("عاصمة مركز كبرى ثاني".split())
"""Words that say what a place before them is (زنجبار، عاصمة المحافظة)."""
_WIDE: Final = frozenset(("country", "sea"))
_PARTS: Final = frozenset("انحاء اجزاء جزء اطراف ضواحي مناطق مواقع قرى احياء بلدات".split())
_MANY: Final = frozenset(
    "مناطق منطقتي مدن مدينتي قرى قريتي بلدات بلدتي احياء حيي مديريات مديريتي محافظات محافظتي ولايات ولايتي مخيمات "
    "مخيمي جبهات جبهتي محاور محوري".split()
)
"""Heads that announce more places than one."""
_WITHIN: Final = frozenset("ب في جنوب شمال شرق غرب جنوبي شمالي شرقي غربي قرب".split())


class Spread:
    """Lists of places in the sentences of a reading."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], places: PlaceFinder) -> None:
        self.r = reading
        self.phrases = phrases
        self.places = places

    def each(self, claim: Claim, candidate: Candidate, neighbours: list[Candidate]) -> list[Claim]:
        """The claim, once for every place of the list that its place stands in."""
        if claim.type not in _SPREAD or claim.figures or claim.place is None or claim.place.start is None:
            return [claim]
        row = self._row(candidate, claim.place)
        if len(row) < 2 or any(candidate.last < other.first < row[0].first for other in neighbours):
            return [claim]
        wheres = [self.places.where(phrase) for phrase in row]
        texts = {where.text for where in wheres}
        aimed = any(party.text in texts for party in claim.targets)
        out = []
        for where in wheres:
            place = claim.place if where.text == claim.place.text else where
            targets = claim.targets
            if aimed:
                kept = tuple(party for party in claim.targets if party.text not in texts)
                targets = (*kept, Party(text=place.text, country=place.country, start=place.start, end=place.end))
            rules = claim.rules if place is claim.place else {**claim.rules, "place": "place.listed"}
            out.append(replace(claim, place=place, targets=targets, rules=rules))
        return out

    def _row(self, candidate: Candidate, where: Where) -> list[Phrase]:
        """Phrases of the list in which a place stands, in text order; empty if it stands alone."""
        rows = self.phrases[candidate.sentence]
        at = next((n for n, one in enumerate(rows) if self._holds(one, where)), None)
        if at is None or rows[at].first <= candidate.last or rows[at].prep in _NEVER or not self._scene(rows[at]):
            return []
        found = [rows[at]]
        announced = rows[at].last > rows[at].first and self.r.words[rows[at].first].core in _MANY
        for step in (-1, 1):
            last, free, n = rows[at], rows[at], at + step
            while 0 <= n < len(rows) and rows[n].first > candidate.last:
                one = rows[n]
                former, latter = (one, free) if step < 0 else (free, one)
                if self._joined(former, latter) and self._part(one):
                    n += step
                    if not (step > 0 and n < len(rows) and rows[n].first <= one.last + 3 and self._scene(rows[n])):
                        break
                    found.append(rows[n])
                    last = one = rows[n]
                elif self._joined(former, latter) and (self._scene(one) or self._named(one, last, announced)):
                    found.append(one)
                    last = one
                elif self.r.words[one.first].core in _MORE:
                    n += step
                    continue
                elif not self._inside(one):
                    break
                free = one
                n += step
        return sorted(found, key=lambda one: one.first)

    def _holds(self, phrase: Phrase, where: Where) -> bool:
        start, end = self.r.raw(phrase.first, phrase.last)
        return where.start is not None and start <= where.start < end

    def _joined(self, former: Phrase, latter: Phrase) -> bool:
        """Two phrases next to each other are joined by an and."""
        between = self.r.forms[former.last + 1 : latter.first]
        if between and between[-1] == "من" and self.r.words[latter.first - 2].core in _PARTS:
            joined = any(form[0] == "و" for form in between)
            return joined and all(form in _LINKS for form in between[:-2])
        joined = "و" in self.r.words[latter.first].pro or any(form[0] == "و" for form in between)
        return joined and all(form in _LINKS for form in between)

    def _part(self, phrase: Phrase) -> bool:
        """Some of the place that follows (وأجزاء من منطقة, وأنحاء متفرقة من محافظة)."""
        return phrase.place is None and self.r.words[phrase.first].core in _PARTS

    def _scene(self, phrase: Phrase) -> bool:
        """A place within a country: two states one after the other are the reach of one event."""
        if phrase.place is None:
            return phrase.kind == "place" and not self.r.words[phrase.first].det
        return phrase.place.kind not in _WIDE

    def _named(self, phrase: Phrase, last: Phrase, announced: bool) -> bool:
        """A name that is a place in a list of places: one that is a common word too, that no table knows, or that a
        head in the plural calls for (منطقتي السدة وحزم العديد)."""
        if phrase.kind != "thing" or phrase.last > phrase.first + 2:
            return False
        word, head = self.r.words[phrase.first], self.r.words[last.first]
        if word.cls == "j" and not (announced and word.det and not head.det):
            return False
        if not word.known or any(sense.kind == "place" for sense in word.senses):
            return True
        return announced or (last.last > last.first and (head.core in _MANY or word.core in _MANY))

    def _inside(self, phrase: Phrase) -> bool:
        """A larger place that one of the list lies in (قرية حوسان بمحافظة بيت لحم)."""
        if phrase.kind != "place" and phrase.place is None:
            return False
        within = phrase.prep in _WITHIN or (not phrase.prep and self.r.words[phrase.first].core in _SEATS)
        return within and phrase.coord is None
