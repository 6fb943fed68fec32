"""Who did it and to whom: options for the actors and targets of a claim, scored by how they stand to the trigger."""

from __future__ import annotations

from typing import NamedTuple

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Attribution
from khabar.claims.scorer import Feature, model, pair
from khabar.claims.slots import Slots, expected
from khabar.mentions.names import Named, Names
from khabar.mentions.phrases import Phrase
from khabar.mentions.reading import Reading

RIVAL, RIVALRY = 0.1, 0.3
TIED, MUTUAL, FURTHER = 0.3, 0.35, 0.6
"""Probability that a second party needs: tied to the first by و, in a frame of two sides, in any other."""
REACH = 45
"""Tokens on either side of a trigger in which a phrase can be its party."""


class Option(NamedTuple):
    """A possible party: a phrase of the sentence, or one carried over from an earlier claim (``role``: what it was there)."""

    named: Named
    phrase: Phrase | None
    role: str
    gap: int
    features: tuple[Feature, ...]


class Earlier(NamedTuple):
    """What later claims may take over from a decided one."""

    candidate: Candidate
    actors: tuple[Named, ...]
    targets: tuple[Named, ...]


class RoleFinder:
    """Scores options for one role after the other, claim by claim in text order."""

    def __init__(
        self, reading: Reading, phrases: list[list[Phrase]], names: Names, attribution: Attribution, verbs: set[int]
    ) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.attribution = attribution
        self.verbs = verbs

    def options(self, candidate: Candidate, earlier: list[Earlier]) -> list[Option]:
        """All options of a claim with their features (the same features serve both roles)."""
        found: list[Option] = []
        chain, frames = self.attribution.chain_at(candidate.first)
        speakers = {id(phrase) for phrase in chain}
        nearest = {"before": 0, "after": 0}
        row = self.phrases[candidate.sentence]
        slots = Slots(self.r, row, self.verbs).label(candidate)
        for phrase in row:
            if phrase.first <= candidate.last and phrase.last >= candidate.first:
                continue
            if abs(phrase.first - candidate.first) > REACH:
                continue
            if phrase.kind == "adjective" and not 0 < phrase.first - candidate.last <= 3:
                continue
            found.append(
                self._phrase_option(candidate, phrase, id(phrase) in speakers, row, slots.get(id(phrase), "-"))
            )
        found += self._carried(candidate, earlier, {option.named.text for option in found})
        for phrase in chain[-1:]:
            if not any(option.phrase is phrase for option in found):
                features = self._common(candidate) + [
                    ("speaker&frame=frame&pos=pos", candidate.frame, candidate.pos),
                    ("speaker&kind=kind", phrase.kind),
                    ("speaker&type=type", candidate.entry.type),
                    ("speaker&id=id", candidate.entry.id),
                ]
                found.append(Option(self.names.resolve(phrase), None, "speaker", 0, tuple(features)))
        del nearest, frames
        return found

    def _common(self, candidate: Candidate) -> list[Feature]:
        return [("bias&frame=frame&pos=pos", candidate.frame, candidate.pos)]

    def _phrase_option(
        self, candidate: Candidate, phrase: Phrase, speaker: bool, row: list[Phrase], slot: str
    ) -> Option:
        side = "a" if phrase.first > candidate.last else "b"
        low, high = (candidate.last + 1, phrase.first) if side == "a" else (phrase.last + 1, candidate.first)
        between = sum(
            1
            for one in row
            if low <= one.first and one.last < high and one.kind != "adjective" and one is not phrase.coord
        )
        bare = sum(
            1
            for one in row
            if low <= one.first
            and one.last < high
            and not one.prep
            and one.kind not in {"adjective", "thing"}
            and one is not phrase.coord
        )
        head = phrase
        while head.coord is not None:
            head = head.coord
        prep = phrase.prep or head.prep
        prep = self._agent(phrase) or prep
        breaks = self._breaks(low, high)
        gap = bucket(high - low)
        frame, pos, kind, entry = candidate.frame, candidate.pos, phrase.kind, candidate.entry
        voice = candidate.light.entry.voice if candidate.light else ("pass" if candidate.passive else "-")
        form = candidate.tag.split(".")[0]
        many = min(between, 3)
        agree = self._agrees(candidate, phrase)
        spoken = "S" if speaker else ""
        args = f"{min(bare, 2)}{'p' if prep else ''}"
        noun = self.r.words[phrase.head].core if kind in {"people", "thing", "machine"} else kind
        due = expected(slot, candidate, phrase)
        strong = kind not in {"thing", "place", "adjective"}
        out = [
            ("frame|pos|side|prep|many", frame, pos, side, prep, many),
            ("frame|pos|side|prep|kind", frame, pos, side, prep, kind),
            ("frame|pos|voice|side|prep|many", frame, pos, voice, side, prep, many),
            ("type|pos|side|prep", entry.type, pos, side, prep),
            ("type|side|kind", entry.type, side, kind),
            ("id|side|prep", entry.id, side, prep),
            ("id|pos|side|many", entry.id, pos, side, many),
            ("side|gap", side, gap),
            ("frame|side|gap", frame, side, gap),
            ("side|breaks|pos", side, breaks, pos),
            ("side|breaks|frame", side, breaks, frame),
            ("kind|prep", kind, prep),
            ("kind|frame", kind, frame),
            ("kind|type", kind, entry.type),
            ("frame|form|side|prep|many|breaks", frame, form, side, prep, many, breaks),
            ("def=definite|kind|side", phrase.definite, kind, side),
            ("agree=agree|pos|side|prep", agree, pos, side, prep),
            ("coord=coord is not None|frame|side", phrase.coord is not None, frame, side),
            ("spoken|side|frame", spoken, side, frame),
            ("spoken|type", spoken, entry.type),
            ("country=country is not None|kind", phrase.country is not None, kind),
            ("pos|form|voice|side|prep", pos, form, voice, side, prep),
            ("role=role|type", phrase.role, entry.type),
            ("place=place is not None|kind|frame|prep", phrase.place is not None, kind, frame, prep),
        ]
        out += [
            ("args=args|frame|pos|side", args, frame, pos, side),
            ("args=args|type|pos|side|strong", args, entry.type, pos, side, strong),
            ("args=args|breaks|pos|side", args, breaks, pos, side),
            ("noun=noun|type", noun, entry.type),
            ("args=args|voice|pos|side|form|strong", args, voice, pos, side, form, strong),
            ("id|side|args=args", entry.id, side, args),
            ("kind|side|gap", kind, side, gap),
        ]
        out += [
            ("slot=slot", slot),
            ("slot=slot|frame|pos", slot, frame, pos),
            ("slot=slot|frame|form|voice", slot, frame, form, voice),
            ("slot=slot|type", slot, entry.type),
            ("slot=slot|kind", slot, kind),
            ("slot=slot|strong|frame", slot, strong, frame),
            ("expected=due", due),
            ("expected=due|strong", due, strong),
            ("expected=due|frame|pos", due, frame, pos),
            ("expected=due|kind", due, kind),
            ("expected=due|breaks", due, breaks),
            ("slot=slot|agree|frame", slot, agree, frame),
            ("slot=slot|spoken", slot, spoken),
            ("slot=slot|id", slot, entry.id),
        ]
        if kind == "adjective":
            out.append(("adj|frame|type", frame, entry.type))
        return Option(self.names.resolve(phrase), phrase, "", high - low, tuple(out))

    def _agent(self, phrase: Phrase) -> str:
        """من قبل, على يد, من جانب before a phrase mark the agent."""
        before = phrase.first - 1
        if before > 0 and self.r.forms[before] in {"قبل", "جانب", "يد", "ايدي", "يدي", "طرف"}:
            return "by"
        return ""

    def _agrees(self, candidate: Candidate, phrase: Phrase) -> str:
        mark = candidate.tag.partition(".")[2]
        if mark not in {"m", "f"}:
            return "-"
        head = self.r.words[phrase.head]
        feminine = (
            head.core.endswith(("ة", "ات", "اء"))
            or phrase.kind == "state"
            or (phrase.number == "p" and phrase.kind in {"machine"})
        )
        return "y" if feminine == (mark == "f") else "n"

    def _breaks(self, low: int, high: int) -> str:
        """What stands between trigger and phrase: verbs, complementizers, relatives, commas."""
        verbs = that = rel = comma = False
        for at in range(low, high):
            form = self.r.forms[at]
            if at in self.verbs:
                verbs = True
            elif form in {"ان", "انه", "انها", "بان"}:
                that = True
            elif form in {"الذي", "التي", "الذين"}:
                rel = True
            elif form in "،؛:":
                comma = True
        return f"{'v' if verbs else ''}{'t' if that else ''}{'r' if rel else ''}{',' if comma else ''}"

    def _carried(self, candidate: Candidate, earlier: list[Earlier], present: set[str]) -> list[Option]:
        found: list[Option] = []
        word = self.r.words[candidate.first]
        for back, claim in enumerate(reversed(earlier[-8:])):
            same = (
                "id"
                if claim.candidate.entry.id == candidate.entry.id
                else "type"
                if claim.candidate.entry.type == candidate.entry.type
                else "no"
            )
            here = claim.candidate.sentence == candidate.sentence
            ahead = min(candidate.sentence - claim.candidate.sentence, 4)
            for role, parties in (("actor", claim.actors), ("target", claim.targets)):
                for named in parties:
                    if named.text in present:
                        continue
                    present.add(named.text)
                    entry = candidate.entry
                    out = (
                        ("carry=role|same|back", role, same, min(back, 3)),
                        ("carry=role|same|det=det|pos", role, same, word.det, candidate.pos),
                        ("carry=role|same|here=here|ahead", role, same, here, ahead),
                        ("carry=role|type|same", role, entry.type, same),
                        ("carry=role|claim.type>type", role, claim.candidate.entry.type, entry.type),
                        ("carry=role|frame|pos|same", role, candidate.frame, candidate.pos, same),
                        ("carry=role|enc=enc|pos", role, bool(word.enc), candidate.pos),
                        ("carry=role|id", role, entry.id),
                        ("carry=role|tag.partition(.)[0]|ahead", role, candidate.tag.partition(".")[0], ahead),
                        ("bias&frame=frame&pos=pos", candidate.frame, candidate.pos),
                    )
                    found.append(Option(named, None, f"carry-{role}", back, out))
        return found


class StateChoice(NamedTuple):
    """A state that a party may belong to, and what speaks for it."""

    country: str | None
    features: tuple[Feature, ...]


def state_choices(
    option: Option,
    role: str,
    candidate: Candidate,
    place: str | None,
    main: str | None,
    others: list[Named],
    speaker: str | None,
) -> list[StateChoice]:
    """States of a party: what its name says, none, that of the place, the one the article speaks of most, that of the other side, that of
    whoever tells it."""
    named, phrase = option.named, option.phrase
    other = next((one.country for one in others if one.country), None)
    kind = phrase.kind if phrase is not None else option.role
    head = named.text.split(" ")[0]
    base = (kind, phrase.role, phrase.indirect) if phrase is not None else (kind,)
    offered = {"own": named.country, "place": place, "main": main, "other": other, "speaker": speaker, "none": None}
    choices: dict[str | None, list[Feature]] = {}
    for source, country in offered.items():
        if country is None and source != "none":
            continue
        given = "own" if named.country else "bare"
        features = choices.setdefault(country, [])
        features += [
            ("source|given", source, given),
            ("source|given|kind", source, given, kind),
            ("source|given|base", source, given, base),
            ("source|given|role", source, given, role),
            ("source|head", source, head),
            ("source|given|type", source, given, candidate.entry.type),
            ("source|given|kind|role", source, given, kind, role),
        ]
    return [
        StateChoice(country, (*features, ("votes", len(features) // 7, named.country is None)))
        for country, features in choices.items()
    ]


class Scored(NamedTuple):
    """An option with its probability as actor and as target."""

    option: Option
    actor: float
    target: float


def score(options: list[Option]) -> list[Scored]:
    """Both probabilities of every option."""
    both = pair("actor", "target")
    return [Scored(option, *both.probabilities(option.features)) for option in options]


def choose_actors(options: list[Scored], frame: str) -> list[tuple[Option, float]]:
    """The actors among the options: one that its other role wants as much counts for less."""
    rated = [(one.option, one.actor - RIVALRY * one.target if one.actor >= RIVAL else one.actor) for one in options]
    return _choose(rated, model("actor").threshold, frame)


def choose_targets(options: list[Scored], taken: set[str]) -> list[tuple[Option, float]]:
    """The targets among the options that are no actors."""
    rated = [(one.option, one.target) for one in options if one.option.named.text not in taken]
    return _choose(rated, model("target").threshold, "act")


def _choose(
    scored: list[tuple[Option, float]], threshold: float, frame: str, most: int = 3
) -> list[tuple[Option, float]]:
    """Options of one role: the best over the threshold, those tied to it by و, and in mutual frames the runner-up."""
    scored.sort(key=lambda pair: -pair[1])
    if not scored or scored[0][1] < threshold:
        return []
    best, score = scored[0]
    kept = [(best, score)]
    for option, value in scored[1:]:
        tied = (
            option.phrase is not None
            and best.phrase is not None
            and (
                option.phrase.coord is best.phrase
                or best.phrase.coord is option.phrase
                or _share(option.phrase, best.phrase)
            )
        )
        if value >= (TIED if tied else MUTUAL if frame == "mutual" else FURTHER):
            kept.append((option, value))
    seen: set[str] = set()
    result = []
    for option, value in kept:
        if option.named.text not in seen:
            seen.add(option.named.text)
            result.append((option, value))
    return result[:most]


def _share(one: Phrase, other: Phrase) -> bool:
    def root(phrase: Phrase) -> Phrase:
        while phrase.coord is not None:
            phrase = phrase.coord
        return phrase

    return root(one) is root(other)
