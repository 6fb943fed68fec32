"""Mode, status and stance of a claim: how it was done, whether it happened, and how the one who tells it stands to it.

Each is a choice among few values; every value is an option with features, and the scorer's best option is taken.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Frame
from khabar.claims.scorer import Feature, Scorer
from khabar.mentions.names import Named
from khabar.mentions.phrases import Phrase
from khabar.mentions.reading import Reading
from khabar.model import MODES, STANCES, STATUSES, VERBAL_TYPES

_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID", "RETREAT", "COOPERATE"))
_SIDES = frozenset(("official", "military", "government", "armed-group", "state"))
_BYSTANDERS = frozenset(("unnamed", "witness", "expert", "agency", "media", "outlet", "document"))


class Choice(NamedTuple):
    """One value that a field could take, and what speaks for it."""

    value: str | None
    features: tuple[Feature, ...]


class Judged(NamedTuple):
    """What later claims look back on."""

    candidate: Candidate
    mode: str | None
    status: str


def best(choices: list[Choice], scorer: Scorer) -> tuple[str | None, float, str]:
    """Best value, its probability, and the feature that weighed most for it."""
    scored = [(scorer.raw(choice.features), -n, choice) for n, choice in enumerate(choices)]
    raw, _, choice = max(scored, key=lambda item: item[:2])
    reasons = [name for name, weight in scorer.reasons(choice.features, 6) if weight > 0]
    return choice.value, raw, reasons[0] if reasons else "default"


class Judge:
    """Options of mode, status and stance, from marks around the trigger and from the article as a whole."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._effects: dict[int, list[Any]] = {}
        for found in reading.marks.of("factuality"):
            self._effects.setdefault(found.last, []).append(found)
        self._means: list[tuple[int, str]] = [
            (found.first, found.entry.mode) for found in reading.marks.of("weapon") if found.entry.mode
        ]
        self._named: list[tuple[int, str]] = [
            (found.first, found.entry.mode)
            for found in reading.marks.of("trigger")
            if found.entry.type == "ASSAULT" and found.entry.mode
        ]
        self._article = {mode for _, mode in self._means} | {mode for _, mode in self._named}

    def modes(self, candidate: Candidate, earlier: list[Judged], phrases: list[Phrase]) -> list[Choice]:
        """Modes of the candidate's type, the resource entry's own first."""
        entry, kind = candidate.entry, candidate.entry.type
        values: list[str | None] = [*sorted(MODES[kind])]
        if not values:
            return [Choice(None, ())]
        if kind != "ASSAULT":
            values.append(None)
        sentence = self.r.sentences[candidate.sentence]
        near = [
            (bucket(abs(at - candidate.first)), "a" if at > candidate.first else "b", mode)
            for at, mode in self._means
            if sentence.first <= at < sentence.last
        ]
        named = [
            (bucket(abs(at - candidate.first)), mode)
            for at, mode in self._named
            if sentence.first <= at < sentence.last and at != candidate.first
        ]
        machine = next(
            (phrase for phrase in phrases if phrase.machine and abs(phrase.first - candidate.first) < 10), None
        )
        last = next((one for one in reversed(earlier) if one.candidate.entry.type == kind), None)
        same = next((one for one in reversed(earlier) if one.candidate.entry.id == entry.id), None)
        known = self.r.words[candidate.first].det or bool(self.r.words[candidate.first].enc)
        choices = []
        for value in values:
            own = entry.mode == value
            out = [
                ("kind=value", kind, value),
                ("id=value", entry.id, value),
                ("own=own|kind|mode is None", own, kind, entry.mode is None),
                ("mode=value", entry.mode, value),
            ]
            out += [("means=mode == value|gap", mode == value, gap) for gap, _, mode in near] + [
                ("means=mode == value|side|own", mode == value, side, own) for _, side, mode in near
            ]
            out += [("near=mode == value|gap", mode == value, gap) for gap, mode in named]
            if machine is not None:
                out.append(("machine=value|machine.id", value, machine.entry.id if machine.entry is not None else ""))
                out.append(("machine=value", value))
            if last is not None:
                out.append(
                    (
                        "last=last.mode == value|known|pos|mode is None",
                        last.mode == value,
                        known,
                        candidate.pos,
                        entry.mode is None,
                    )
                )
                out.append(
                    (
                        "lastgap=last.mode == value|sentence - last.sentence|mode is None",
                        last.mode == value,
                        min(candidate.sentence - last.candidate.sentence, 3),
                        entry.mode is None,
                    )
                )
            if same is not None:
                out.append(("same=same.mode == value", same.mode == value))
            out.append(
                ("article=value in article|known|mode is None", value in self._article, known, entry.mode is None)
            )
            choices.append(Choice(value, tuple(out)))
        return choices

    def statuses(self, candidate: Candidate, frames: list[Frame], earlier: list[Judged]) -> list[Choice]:
        word, entry = self.r.words[candidate.first], candidate.entry
        sentence = self.r.sentences[candidate.sentence]
        tense = candidate.tag.split(".")[0]
        context = [
            ("type=type", entry.type),
            ("type=type|pos|tense", entry.type, candidate.pos, tense),
            ("future=س in pro and pos == v", "س" in word.pro and candidate.pos == "v"),
        ]
        for at in range(max(sentence.first, candidate.first - 9), min(sentence.last, candidate.last + 4)):
            for found in self._effects.get(at, ()):
                gap = candidate.first - at - 1
                place = min(bucket(gap), 5) if gap >= 0 else -1
                context += [
                    ("fact=found.effect|place|pos", found.entry.effect, place, candidate.pos),
                    ("factid=found.id", found.entry.id),
                    ("fact=found.effect|type", found.entry.effect, entry.type),
                ]
        for frame in frames[-2:]:
            context += [
                ("cue=frame.id", frame.entry.id),
                (
                    "cuestatus=frame.status|min(max(0, 6)",
                    frame.entry.status,
                    min(bucket(max(0, candidate.first - frame.last)), 6),
                ),
            ]
        for step in (1, 2):
            if candidate.first - step >= sentence.first:
                context.append(("bstep=words[first - step].core", step, self.r.words[candidate.first - step].core))
        if candidate.last + 1 < sentence.last:
            context.append(("a1=words[last + 1].core", self.r.words[candidate.last + 1].core))
        if candidate.light is not None:
            light = self.r.words[candidate.light.first]
            context += [
                ("light=light.tag.split(.)[0]", candidate.light.tag.split(".")[0]),
                ("lightfuture=س in light.pro", "س" in light.pro),
            ]
        same = next((one for one in reversed(earlier) if one.candidate.entry.id == entry.id), None)
        if same is not None:
            context.append(("same=same.status|det", same.status, word.det))
        return [
            Choice(status, (status, *(("status|feature", status, feature) for feature in context)))
            for status in STATUSES
        ]

    def stances(
        self,
        candidate: Candidate,
        status: str,
        chain: list[Phrase],
        frames: list[Frame],
        actors: list[Named],
        targets: list[Named],
        speaker: Named | None,
        own: bool,
    ) -> list[Choice]:
        """``speaker`` is the origin as resolved, ``own`` whether it is one of the actors."""
        entry = candidate.entry
        verbal = entry.type in VERBAL_TYPES
        context = [
            ("verbal=verbal", verbal),
            ("type=type|chain=chain", entry.type, bool(chain)),
            ("status=status|chain=chain", status, bool(chain)),
        ]
        if chain and speaker is not None and not verbal:
            origin = chain[-1]
            role = origin.role or origin.kind
            side = bool(speaker.country) and any(one.country == speaker.country for one in actors)
            against = bool(speaker.country) and any(one.country == speaker.country for one in targets)
            foreign = bool(speaker.country) and any(one.country and one.country != speaker.country for one in actors)
            context.append(
                (
                    "rule=expected(type, status, origin, own, side, against and foreign, frames)",
                    self._expected(entry.type, status, origin, own, side, against and foreign, frames),
                )
            )
            context += [
                ("own=own|type", own, entry.type),
                ("own=own|status", own, status),
                ("side=side|role", side, role),
                ("side=side|type|status", side, entry.type, status),
                ("against=against|role", against, role),
                ("role=role", role),
                ("foreign=foreign|against|type", foreign, against, entry.type),
                ("side=side|against=against|actors=actors", side, against, bool(actors)),
                ("kind=origin.kind|side", origin.kind, side),
            ]
            for frame in frames[-2:]:
                context += [
                    ("cue=frame.id", frame.entry.id),
                    ("cuestance=frame.stance|status", frame.entry.stance, status),
                    ("cuestance=frame.stance|type", frame.entry.stance, entry.type),
                ]
        return [
            Choice(stance, (stance, *(("stance|feature", stance, feature) for feature in context)))
            for stance in STANCES
        ]

    def _expected(
        self, kind: str, status: str, origin: Phrase, own: bool, side: bool, hostile: bool, frames: list[Frame]
    ) -> str:
        """Stance by the codebook's rules 2 to 4 alone: the origin's own side did a deed, or it lays the deed at the other side's door."""
        cue = next((frame.entry.stance for frame in reversed(frames) if frame.entry.stance), None)
        if status == "negated" and cue == "denies":
            return "denies"
        if cue in {"accuses", "claims"}:
            return str(cue)
        role = origin.role or origin.kind
        if kind not in _DEEDS or status == "planned" or role in _BYSTANDERS:
            return "reports"
        if own or side:
            return "claims"
        return "accuses" if hostile and role in _SIDES else "reports"
