"""Where and when: options for the place and the date of a claim, scored by how they stand to the trigger."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

from khabar.claims.candidates import Candidate, bucket, likeness
from khabar.claims.frames import Attribution
from khabar.claims.scorer import Feature, logistic, model
from khabar.claims.templates import Folded, Templates, Values, first, scoring
from khabar.lexicon.schema import PlaceRow
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.reading import Reading
from khabar.model import Where

_DIRECTIONS: Final = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف ضواحي اطراف محيط".split())
_POINTS: Final = {"base", "airport", "port", "crossing", "site", "camp", "dam", "oilfield", "refinery"}
_PRECISION: Final = {"country": "country", "governorate": "admin1", "district": "district", "region": "area"}


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
}


_OWN: Final = "frame type id pos form"
PLACE_HERE: Final = Templates(
    _OWN,
    "prep side gap kind between nested party",
    "type prep|side|frame prep|kind|side side|gap type|prep|side type|kind id|prep|side between|side party|type "
    "frame|pos|side|prep|between nested|prep",
    "prep&side&kind&party prep&side&between&nested",
)
PLACE_CARRIED: Final = Templates(
    _OWN,
    "carry back ahead before here",
    "type carry|back carry|ahead carry|before|type carry|here|ahead",
    "carry&back&ahead&before&here",
)
DATE_HERE: Final = Templates(
    _OWN,
    "side gap told before others comma verbs grain",
    "side|gap told|type before others|side|gap comma|side verbs|side pos|side|gap frame|side grain form|side",
)
DATE_CARRIED: Final = Templates(
    _OWN,
    "carry back ahead here length shared",
    "carry|shared shared|here shared|ahead carry|back carry|ahead carry|here|ahead length",
    "carry&back&ahead&here&length&shared",
)
"""Options by where they stand: in the sentence, or taken over from an earlier claim (``carry``: what the two claims
share)."""


Value = TypeVar("Value")


class SettingOption(Generic[Value]):
    """A place, or a date in EDTF, that a claim may have. ``own`` and ``values`` are the fields of its ``templates``."""

    __slots__ = ("own", "rule", "templates", "value", "values")

    def __init__(self, value: Value, rule: str, templates: Templates, own: Values, values: Values) -> None:
        self.value = value
        self.rule = rule
        self.templates = templates
        self.own = own
        self.values = values

    @property
    def features(self) -> tuple[Feature, ...]:
        return self.templates.features(self.own, self.values)


def _own(candidate: Candidate) -> Values:
    return candidate.frame, candidate.entry.type, candidate.entry.id, candidate.pos, candidate.form


def grain(edtf: str) -> str:
    """How fine a date is: ``day``, ``month``, ``year``, a ``range`` or one that is ``open``."""
    if "/" in edtf:
        return "open" if edtf.endswith("..") else "range"
    return {4: "year", 7: "month"}.get(len(edtf), "day")


def shared(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """How many parties two claims have in common: ``0``, ``1``, ``2`` (or more), ``-`` where one names none."""
    return str(min(len(mine & theirs), 2)) if mine and theirs else "-"


class PlaceFinder:
    """Places of a sentence and those of earlier claims, for one claim after the other."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self._wheres: dict[int, Where] = {}
        self._placelike = [
            [one for one in row if one.place is not None or one.kind in {"place", "state"}] for row in phrases
        ]

    def row(self, phrase: Phrase) -> PlaceRow | None:
        """The gazetteer row of a phrase, namesakes settled."""
        row: PlaceRow | None = phrase.place
        return row

    def where(self, phrase: Phrase) -> Where:
        """The place of a phrase as written (direction words before it included) and resolved."""
        known = self._wheres.get(id(phrase))
        if known is None:
            known = self._wheres[id(phrase)] = self._where(phrase)
        return known

    def _where(self, phrase: Phrase) -> Where:
        phrase = self._fuller(phrase)
        first, last = phrase.name
        while (
            first > 0
            and self.r.words[first - 1].core in _DIRECTIONS
            and not self.r.words[first].pro
            and first - phrase.first > -2
        ):
            first -= 1
        start, end, text = self.r.bare(first, last)
        row = self.row(phrase)
        country = row.country if row is not None else phrase.country
        if row is None:
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
        """The place that a bare head noun takes up (المدينة, المطار): the last one with that head, else the last of
        that kind."""
        if phrase.kind != "place" or phrase.place is not None or phrase.first != phrase.last:
            return phrase
        known = self.names.antecedent(phrase)
        if known is not None and known.kind == "place":
            return known
        wanted = _KINDS.get(PLACE_HEADS.get(self.r.words[phrase.first].core, ""), frozenset())
        number = self.r.sentence_at[phrase.first]
        for at in range(number, max(-1, number - 8), -1):
            for other in reversed(self.phrases[at]):
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
        return self.names.main

    def options(
        self, candidate: Candidate, earlier: list[tuple[Candidate, Where | None]], parties: frozenset[str]
    ) -> list[SettingOption[Where]]:
        own = _own(candidate)
        found = [self._here(candidate, own, phrase, parties) for phrase in self._placelike[candidate.sentence]]
        present = {option.value.text for option in found}
        back = 0
        for claim, where in reversed(earlier[-6:]):
            if where is not None and where.text not in present:
                present.add(where.text)
                ahead = min(candidate.sentence - claim.sentence, 4)
                values = (likeness(candidate, claim), back, ahead, claim.entry.type, min(len(found), 2))
                found.append(SettingOption(where, "place.carried", PLACE_CARRIED, own, values))
            back = min(back + 1, 3)
        return found

    def _here(self, candidate: Candidate, own: Values, phrase: Phrase, parties: frozenset[str]) -> SettingOption[Where]:
        side = "a" if phrase.first > candidate.last else "b"
        low, high = (candidate.last + 1, phrase.first) if side == "a" else (phrase.last + 1, candidate.first)
        row = self.row(phrase)
        where = self.where(phrase)
        prep = phrase.prep
        if phrase.first > 0 and self.r.words[phrase.first - 1].core in _DIRECTIONS:
            prep = "dir"
        between, nested = 0, False
        for one in self._placelike[candidate.sentence]:
            if low <= one.first and one.last < high and one is not phrase:
                between += 1
            if phrase.first - 3 <= one.last < phrase.first:
                nested = phrase.coord is None
        values = (
            prep,
            side,
            bucket(high - low),
            self._kind(phrase, row),
            min(between, 2),
            nested,
            where.text in parties,
        )
        return SettingOption(where, "place.here", PLACE_HERE, own, values)

    def _kind(self, phrase: Phrase, row: PlaceRow | None) -> str:
        if row is None:
            return "head" if phrase.kind == "place" else phrase.kind
        return "metonym" if phrase.kind == "state" and row.kind != "country" else row.kind


class DateFinder:
    """Dates of a sentence and those of earlier claims, for one claim after the other."""

    def __init__(self, reading: Reading, attribution: Attribution) -> None:
        self.r = reading
        self.attribution = attribution
        self._by_sentence: dict[int, list[tuple[int, int, str, str]]] = {}
        for time in reading.times:
            first = reading.tokens.at(time.start)
            last = max(first, reading.tokens.at(max(time.start, time.end - 1)))
            number = reading.sentence_at[first] if first < len(reading.forms) else -1
            if time.edtf and number >= 0:
                self._by_sentence.setdefault(number, []).append((first, last, time.edtf, time.rule))

    def options(
        self, candidate: Candidate, earlier: list[tuple[Candidate, str | None, frozenset[str]]], parties: frozenset[str]
    ) -> list[SettingOption[str]]:
        own = _own(candidate)
        found = [self._here(candidate, own, *time) for time in self._by_sentence.get(candidate.sentence, ())]
        present = {option.value for option in found}
        here = min(len(found), 2)
        for back, (claim, edtf, theirs) in enumerate(reversed(earlier[-8:])):
            if edtf is None or edtf in present:
                continue
            present.add(edtf)
            ahead = min(candidate.sentence - claim.sentence, 4)
            values = (likeness(candidate, claim), min(back, 3), ahead, here, grain(edtf), shared(parties, theirs))
            found.append(SettingOption(edtf, "date.carried", DATE_CARRIED, own, values))
        return found

    def _here(
        self, candidate: Candidate, own: Values, first: int, last: int, edtf: str, rule: str
    ) -> SettingOption[str]:
        side = "a" if first > candidate.last else "b"
        low, high = (candidate.last + 1, first) if side == "a" else (last + 1, candidate.first)
        told = any(
            frame.first - 3 <= first < frame.start
            and not frame.first <= candidate.first <= frame.last
            and frame.covers(candidate.first)
            for frame in self.attribution.of(candidate.sentence)
        )
        between = self.r.forms[low:high]
        values = (
            side,
            bucket(high - low),
            told,
            self.r.forms[first - 1] if first else "",
            min(len(self._by_sentence[candidate.sentence]), 3),
            any(form in _PAUSES for form in between),
            min(sum(form in _OPENERS for form in between), 2),
            grain(edtf),
        )
        return SettingOption(edtf, rule, DATE_HERE, own, values)


_PAUSES: Final = frozenset("،؛:")
_OPENERS: Final = frozenset(("ان", "انه", "الذي", "التي", "الذين", "بعد", "منذ", "قبل"))


def best_option(options: list[SettingOption[Value]], name: str) -> tuple[SettingOption[Value], float] | None:
    """The option that the named model likes best, with its probability, if that is over the threshold."""
    best: SettingOption[Value] | None = None
    most = -1.0
    tables: dict[int, Folded] = {}
    for option in options:
        folded = tables.get(id(option.templates))
        if folded is None:
            folded = tables[id(option.templates)] = scoring(option.templates, name).of(option.own)
        value = logistic(first(folded.total(option.values)))
        if value > most:
            best, most = option, value
    return None if best is None or most < model(name).threshold else (best, most)
