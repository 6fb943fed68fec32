"""Mode, status and stance of a claim: how it was done, whether it happened, and how the one who tells it stands to it."""

from __future__ import annotations

from typing import Any

from khabar.claims.candidates import Candidate
from khabar.claims.frames import Frame
from khabar.mentions.phrases import Phrase
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES, Status

_SIDES = frozenset(("official", "military", "government", "armed-group"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID", "RETREAT", "COOPERATE"))
_SCOPE = 3


class Judge:
    """Reads mode and status from marks around the trigger and from the article as a whole."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._effects: dict[int, list[Any]] = {}
        for found in reading.marks.of("factuality"):
            self._effects.setdefault(found.last, []).append(found)
        self._means: dict[int, str] = {}
        for found in reading.marks.of("weapon"):
            if found.entry.mode:
                self._means[found.first] = found.entry.mode
        self._assault_mode: str | None = None

    def mode(self, candidate: Candidate, machine: bool) -> tuple[str | None, str]:
        """Mode and the rule that gave it. An assault without a means of its own takes it from its sentence, then from the last
        assault if it is spoken of as known (الهجوم), else it is ``other``."""
        entry = candidate.entry
        if entry.type != "ASSAULT":
            return entry.mode, f"mode.{entry.id}"
        if entry.mode and entry.mode != "other":
            self._assault_mode = entry.mode
            return entry.mode, f"mode.{entry.id}"
        sentence = self.r.sentences[candidate.sentence]
        near = [(abs(at - candidate.first), mode) for at, mode in self._means.items() if sentence.first <= at < sentence.last and abs(at - candidate.first) < 18]
        if near:
            self._assault_mode = min(near)[1]
            return self._assault_mode, "mode.means"
        if machine:
            self._assault_mode = "airstrike"
            return "airstrike", "mode.machine"
        word = self.r.words[candidate.first]
        if self._assault_mode and (word.det or word.enc):
            return self._assault_mode, "mode.carried"
        return "other", "mode.default"

    def status(self, candidate: Candidate, frames: list[Frame]) -> tuple[Status, str | None, str]:
        """Status, the words that say so, and the rule."""
        word = self.r.words[candidate.first]
        if candidate.pos == "v" and "س" in word.pro:
            return "planned", word.form, "status.future"
        sentence = self.r.sentences[candidate.sentence]
        for at in range(candidate.first - 1, max(sentence.first, candidate.first - 7) - 1, -1):
            for found in self._effects.get(at, ()):
                status = self._effect(found, candidate, at)
                if status is not None:
                    start, end = self.r.raw(found.first, found.last)
                    return status, self.r.text[start:end], f"status.{found.entry.id}"
            if self.r.forms[at] in ".؛":
                break
        for frame in frames:
            if frame.entry.status in {"negated", "uncertain"} and candidate.first - frame.last < 14:
                start, end = self.r.raw(frame.first, frame.last)
                return frame.entry.status, self.r.text[start:end], f"status.{frame.entry.id}"
        return "occurred", None, "status.default"

    def _effect(self, found: Any, candidate: Candidate, at: int) -> Status | None:
        entry, gap = found.entry, candidate.first - at - 1
        if entry.direction == "backward":
            return None
        if entry.effect == "negated" and gap <= (0 if candidate.pos == "v" else _SCOPE):
            return "negated"
        if entry.effect == "planned" and gap <= 4:
            return "planned"
        if entry.effect == "uncertain" and gap <= 4:
            return "uncertain"
        return None


def stance(kind: str, status: Status, chain: list[Phrase], frames: list[Frame], actors: list[Any], speaker: Any, is_actor: bool) -> tuple[str, str]:
    """How the origin stands to the event, with the rule: it denies, claims its own side's deed, accuses, or just reports."""
    if kind in VERBAL_TYPES:
        return "reports", "stance.verbal"
    cue = next((frame.entry for frame in reversed(frames) if frame.entry.stance), None)
    if status == "negated" and chain and cue is not None and cue.stance == "denies":
        return "denies", f"stance.{cue.id}"
    if cue is not None and cue.stance in {"accuses", "claims"} and chain:
        return cue.stance, f"stance.{cue.id}"
    if not chain or kind not in _DEEDS or status == "planned":
        return "reports", "stance.default"
    origin = chain[-1]
    role = origin.role or origin.kind
    if is_actor and role not in {"unnamed", "witness"}:
        return "claims", "stance.own-deed"
    same_state = bool(speaker.country) and any(actor.country == speaker.country for actor in actors)
    if same_state and (role in _SIDES or origin.kind in _SIDES):
        return "claims", "stance.own-side"
    return "reports", "stance.default"
