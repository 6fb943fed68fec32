"""Where and when: options for the place and the date of a claim, scored by how they stand to the trigger."""

from __future__ import annotations

from typing import NamedTuple

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Attribution
from khabar.claims.scorer import Feature, Scorer
from khabar.lexicon.schema import PlaceRow
from khabar.mentions.names import Names
from khabar.mentions.phrases import PLACE_HEADS, Phrase
from khabar.mentions.reading import Reading
from khabar.model import Where

_DIRECTIONS = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف ضواحي اطراف محيط".split())
_POINTS = {"base", "airport", "port", "crossing", "site", "camp", "dam", "oilfield", "refinery"}
_PRECISION = {"country": "country", "governorate": "admin1", "district": "district", "region": "area"}


_KINDS = {
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


class PlaceOption(NamedTuple):
    where: Where
    rule: str
    features: tuple[Feature, ...]


class DateOption(NamedTuple):
    edtf: str
    rule: str
    features: tuple[Feature, ...]


class PlaceFinder:
    """Places of a sentence and those of earlier claims, for one claim after the other."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names

    def row(self, phrase: Phrase) -> PlaceRow | None:
        """The gazetteer row of a phrase, namesakes settled."""
        row: PlaceRow | None = phrase.place
        return row

    def where(self, phrase: Phrase) -> Where:
        """The place of a phrase as written (direction words before it included) and resolved."""
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
        """The place that a bare head noun takes up (المدينة, المطار): the last one with that head, else the last of that kind."""
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
        """State of a place that no table knows: of the place named right after it, else the one the article speaks of most."""
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
        self, candidate: Candidate, earlier: list[tuple[Candidate, Where | None]], parties: set[str]
    ) -> list[PlaceOption]:
        found = [
            self._here(candidate, phrase, parties)
            for phrase in self.phrases[candidate.sentence]
            if self._placelike(phrase)
        ]
        present = {option.where.text for option in found}
        back = 0
        word = self.r.words[candidate.first]
        for claim, where in reversed(earlier[-6:]):
            if where is not None and where.text not in present:
                present.add(where.text)
                same = (
                    "id"
                    if claim.entry.id == candidate.entry.id
                    else "type"
                    if claim.entry.type == candidate.entry.type
                    else "no"
                )
                ahead = min(candidate.sentence - claim.sentence, 4)
                kind = "country" if where.precision == "country" else "fine"
                features = (
                    ("carry|same|back", same, back),
                    ("carry|same|ahead", same, ahead),
                    ("carry|type|same", candidate.entry.type, same),
                    ("carry|frame|det|pos", candidate.frame, word.det, candidate.pos),
                    ("carry|claim.type>type", claim.entry.type, candidate.entry.type),
                    ("carry|kind|type", kind, candidate.entry.type),
                    ("n=found|carry|same|ahead", min(len(found), 2), same, ahead),
                    ("type=type", candidate.entry.type),
                )
                found.append(PlaceOption(where, "place.carried", features))
            back = min(back + 1, 3)
        return found

    def _placelike(self, phrase: Phrase) -> bool:
        return phrase.place is not None or phrase.kind in {"place", "state"}

    def _here(self, candidate: Candidate, phrase: Phrase, parties: set[str]) -> PlaceOption:
        side = "a" if phrase.first > candidate.last else "b"
        low, high = (candidate.last + 1, phrase.first) if side == "a" else (phrase.last + 1, candidate.first)
        gap = bucket(max(0, high - low))
        row = self.row(phrase)
        kind = row.kind if row is not None else ("head" if phrase.kind == "place" else phrase.kind)
        where = self.where(phrase)
        prep = phrase.prep
        if phrase.first > 0 and self.r.words[phrase.first - 1].core in _DIRECTIONS:
            prep = "dir"
        others = [one for one in self.phrases[candidate.sentence] if one is not phrase and self._placelike(one)]
        between = sum(1 for one in others if low <= one.first and one.last < high)
        comma = any(self.r.forms[at] in "،؛:" for at in range(low, max(low, high)))
        narrower = (
            row is not None
            and row.kind == "country"
            and any(one.kind == "place" and one.country == row.country for one in others)
        )
        kind_, pos, entry = candidate.entry.type, candidate.pos, candidate.entry
        nested = phrase.coord is None and any(
            one.last + 1 >= phrase.first - 2 and one.first < phrase.first and one.last < phrase.first for one in others
        )
        return PlaceOption(
            where,
            "place.here",
            (
                ("prep|side|frame", prep, side, candidate.frame),
                ("prep|kind|side", prep, kind, side),
                ("side|gap", side, gap),
                ("prep|side|gap", prep, side, gap),
                ("kind_|prep|side", kind_, prep, side),
                ("kind_|kind", kind_, kind),
                ("id|prep|side", entry.id, prep, side),
                ("between=between|side", min(between, 2), side),
                ("comma=comma|side", comma, side),
                ("party=where.text in parties|kind_", where.text in parties, kind_),
                ("narrower=narrower", narrower),
                ("frame|pos|side|prep|between", candidate.frame, pos, side, prep, min(between, 2)),
                ("nested=nested|prep", nested, prep),
                ("type=kind_", kind_),
                ("state=kind == state|prep|kind_", phrase.kind == "state", prep, kind_),
            ),
        )


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

    def options(self, candidate: Candidate, earlier: list[tuple[Candidate, str | None]]) -> list[DateOption]:
        found = [self._here(candidate, *time) for time in self._by_sentence.get(candidate.sentence, ())]
        present = {option.edtf for option in found}
        here = min(len(found), 2)
        word = self.r.words[candidate.first]
        for back, (claim, edtf) in enumerate(reversed(earlier[-8:])):
            if edtf is None or edtf in present:
                continue
            present.add(edtf)
            same = (
                "id"
                if claim.entry.id == candidate.entry.id
                else "type"
                if claim.entry.type == candidate.entry.type
                else "no"
            )
            ahead = min(candidate.sentence - claim.sentence, 4)
            found.append(
                DateOption(
                    edtf,
                    "date.carried",
                    (
                        ("carry|same|back", same, min(back, 3)),
                        ("carry|same|ahead", same, ahead),
                        ("carry|type|same", candidate.entry.type, same),
                        ("carry|det|pos|same", word.det, candidate.pos, same),
                        ("carry|here=here|same|ahead", here, same, ahead),
                        ("carry|claim.type>type", claim.entry.type, candidate.entry.type),
                        ("carry|pos|tag.split(.)[0]", candidate.pos, candidate.tag.split(".")[0]),
                        ("type=type", candidate.entry.type),
                        ("carry|grain=edtf", len(edtf)),
                    ),
                )
            )
        return found

    def _here(self, candidate: Candidate, first: int, last: int, edtf: str, rule: str) -> DateOption:
        side = "a" if first > candidate.last else "b"
        low, high = (candidate.last + 1, first) if side == "a" else (last + 1, candidate.first)
        gap = bucket(max(0, high - low))
        frames = [frame for frame in self.attribution.frames if frame.sentence == candidate.sentence]
        told = any(
            frame.first - 3 <= first < frame.start
            and not frame.first <= candidate.first <= frame.last
            and frame.covers(candidate.first)
            for frame in frames
        )
        own = any(frame.first <= candidate.first <= frame.last for frame in frames)
        before = self.r.forms[first - 1] if first else ""
        others = len(self._by_sentence.get(candidate.sentence, ()))
        comma = any(self.r.forms[at] in "،؛:" for at in range(low, max(low, high)))
        verbs = sum(
            1
            for at in range(low, max(low, high))
            if self.r.forms[at] in {"ان", "انه", "الذي", "التي", "الذين", "بعد", "منذ", "قبل"}
        )
        entry = candidate.entry
        return DateOption(
            edtf,
            rule,
            (
                ("side|gap", side, gap),
                ("told=told|type", told, entry.type),
                ("told=told|side", told, side),
                ("own=own|side", own, side),
                ("before=before", before),
                ("n=others|side|gap", min(others, 3), side, gap),
                ("type=type", entry.type),
                ("rule=rule", rule),
                ("comma=comma|side", comma, side),
                ("verbs=verbs|side", min(verbs, 2), side),
                ("pos|side|gap", candidate.pos, side, gap),
                ("frame|side", candidate.frame, side),
                ("grain=edtf", len(edtf)),
                ("tag.split(.)[0]|side", candidate.tag.split(".")[0], side),
            ),
        )


def best_place(options: list[PlaceOption], scorer: Scorer) -> tuple[PlaceOption, float] | None:
    scored = [(option, scorer.probability(option.features)) for option in options]
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[1])
    return best if best[1] >= scorer.threshold else None


def best_date(options: list[DateOption], scorer: Scorer) -> tuple[DateOption, float] | None:
    scored = [(option, scorer.probability(option.features)) for option in options]
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[1])
    return best if best[1] >= scorer.threshold else None
