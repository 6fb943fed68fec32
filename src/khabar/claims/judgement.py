"""Mode, status and stance of a claim: how it was done, whether it happened, and how the one who tells it stands to it.

Each is a choice among few values; every value is an option with features, and the scorer's best option is taken.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Frame
from khabar.claims.scorer import Model
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
    features: tuple[str, ...]


class Judged(NamedTuple):
    """What later claims look back on."""

    candidate: Candidate
    mode: str | None
    status: str


def best(choices: list[Choice], scorer: Model) -> tuple[str | None, float, str]:
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
                f"{kind}={value}",
                f"{entry.id}={value}",
                f"own={own}|{kind}|{entry.mode is None}",
                f"{entry.mode}={value}",
            ]
            out += [f"means={mode == value}|{gap}" for gap, _, mode in near] + [
                f"means={mode == value}|{side}|{own}" for _, side, mode in near
            ]
            out += [f"near={mode == value}|{gap}" for gap, mode in named]
            if machine is not None:
                out.append(f"machine={value}|{machine.entry.id if machine.entry is not None else ''}")
                out.append(f"machine={value}")
            if last is not None:
                out.append(f"last={last.mode == value}|{known}|{candidate.pos}|{entry.mode is None}")
                out.append(
                    f"lastgap={last.mode == value}|{min(candidate.sentence - last.candidate.sentence, 3)}|{entry.mode is None}"
                )
            if same is not None:
                out.append(f"same={same.mode == value}")
            out.append(f"article={value in self._article}|{known}|{entry.mode is None}")
            choices.append(Choice(value, tuple(out)))
        return choices

    def statuses(self, candidate: Candidate, frames: list[Frame], earlier: list[Judged]) -> list[Choice]:
        word, entry = self.r.words[candidate.first], candidate.entry
        sentence = self.r.sentences[candidate.sentence]
        tense = candidate.tag.split(".")[0]
        context = [
            f"type={entry.type}",
            f"type={entry.type}|{candidate.pos}|{tense}",
            f"future={'س' in word.pro and candidate.pos == 'v'}",
        ]
        for at in range(max(sentence.first, candidate.first - 9), min(sentence.last, candidate.last + 4)):
            for found in self._effects.get(at, ()):
                gap = candidate.first - at - 1
                place = f"{min(bucket(gap), 5)}" if gap >= 0 else "after"
                context += [
                    f"fact={found.entry.effect}|{place}|{candidate.pos}",
                    f"factid={found.entry.id}",
                    f"fact={found.entry.effect}|{entry.type}",
                ]
        for frame in frames[-2:]:
            context += [
                f"cue={frame.entry.id}",
                f"cuestatus={frame.entry.status}|{min(bucket(max(0, candidate.first - frame.last)), 6)}",
            ]
        for step in (1, 2):
            if candidate.first - step >= sentence.first:
                context.append(f"b{step}={self.r.words[candidate.first - step].core}")
        if candidate.last + 1 < sentence.last:
            context.append(f"a1={self.r.words[candidate.last + 1].core}")
        if candidate.light is not None:
            light = self.r.words[candidate.light.first]
            context += [f"light={candidate.light.tag.split('.')[0]}", f"lightfuture={'س' in light.pro}"]
        same = next((one for one in reversed(earlier) if one.candidate.entry.id == entry.id), None)
        if same is not None:
            context.append(f"same={same.status}|{word.det}")
        return [Choice(status, (status, *(f"{status}|{feature}" for feature in context))) for status in STATUSES]

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
        context = [f"verbal={verbal}", f"type={entry.type}|chain={bool(chain)}", f"status={status}|chain={bool(chain)}"]
        if chain and speaker is not None and not verbal:
            origin = chain[-1]
            role = origin.role or origin.kind
            side = bool(speaker.country) and any(one.country == speaker.country for one in actors)
            against = bool(speaker.country) and any(one.country == speaker.country for one in targets)
            foreign = bool(speaker.country) and any(one.country and one.country != speaker.country for one in actors)
            context.append(f"rule={self._expected(entry.type, status, origin, own, side, against and foreign, frames)}")
            context += [
                f"own={own}|{entry.type}",
                f"own={own}|{status}",
                f"side={side}|{role}",
                f"side={side}|{entry.type}|{status}",
                f"against={against}|{role}",
                f"role={role}",
                f"foreign={foreign}|{against}|{entry.type}",
                f"side={side}|against={against}|actors={bool(actors)}",
                f"kind={origin.kind}|{side}",
            ]
            for frame in frames[-2:]:
                context += [
                    f"cue={frame.entry.id}",
                    f"cuestance={frame.entry.stance}|{status}",
                    f"cuestance={frame.entry.stance}|{entry.type}",
                ]
        return [Choice(stance, (stance, *(f"{stance}|{feature}" for feature in context))) for stance in STANCES]

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
