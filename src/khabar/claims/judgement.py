"""Mode and status of a claim: how it was done and whether it happened.

Each is a choice among few values; every value is an option with features, and the scorer's best option is taken.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, NamedTuple

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frame import Frame
from khabar.claims.kinds import DEEDS
from khabar.claims.means import unpoisoned
from khabar.claims.prospects import ahead
from khabar.claims.rumours import rumoured, unremarked
from khabar.claims.schemes import planned
from khabar.claims.scorer import Feature, generation, model, shown
from khabar.claims.templates import Values
from khabar.lexicon.marks import Mark
from khabar.lexicon.schema import TriggerEntry
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import MODES, VERBAL_TYPES

_NEVER: Final = frozenset(("لم", "لن", "ولم", "فلم"))
_NEGATED: Final = DEEDS | {"REQUEST", "CONSULT", "AGREE"}
"""Types of which somebody tells that it did not happen; other words not spoken are no claims."""
_VOICED: Final = VERBAL_TYPES - {"REQUEST"}
"""Types whose words about the future are uttered now (سنقف معكم, سنرد)."""
_MEETS: Final = frozenset(("meet", "visit"))
_ONGOING: Final = frozenset(("consult.discuss",))
"""Entries of verbs whose present tells what is under way."""
_GATHERINGS: Final = frozenset(("CONSULT", "PROTEST"))
_AWAITED: Final = dict.fromkeys(
    "مرتقبة مرتقب مرتقبا مقررة مقرر مقررا مقبلة مقبل مقبلا قادمة قادم مزمعة مزمع مزمعا وشيكة وشيك منتظرة منتظر".split(),
    "planned",
) | dict.fromkeys("محتملة محتمل محتملا مرجحة مرجح".split(), "uncertain")
"""What is said of a meeting or a demonstration that is to come, and the status that it gives."""
_REACH: Final = 9
_STOPS: Final = frozenset("،.؛:؟!\n")
_WILL: Final = frozenset(("سوف", "وسوف", "فسوف"))
_PRESENT: Final = frozenset(("impf.m", "impf.f", "impf.p", "impf.d"))
_NOW: Final = frozenset("حاليا الان راهنا الذي التي الذين حيث كان كانت كانوا".split())
_ARTICLE: Final = "article|known|plain"


class Choice(NamedTuple):
    """One value that a field could take, and what speaks for it."""

    value: str | None
    features: tuple[Feature, ...]


class ModeContext:
    """What the choice of a mode looks at. ``compared``: (template, a mode named there, more values): it counts for a
    value whether that mode is the value; ``article``: modes named anywhere in the text; ``dry``: no chemical arms."""

    __slots__ = ("article", "compared", "dry", "entry", "known", "machine")

    def __init__(
        self,
        entry: TriggerEntry,
        machine: str | None,
        compared: list[tuple[str, str | None, Values]],
        article: set[str],
        known: bool,
        dry: bool,
    ) -> None:
        self.dry = dry
        self.entry = entry
        self.machine = machine
        self.compared = compared
        self.article = article
        self.known = known

    def values(self) -> tuple[str | None, ...]:
        """The modes of the trigger's type, and none."""
        return _VALUES[self.entry.type]

    def features(self, value: str | None) -> tuple[Feature, ...]:
        """Every feature of a value."""
        return (
            *_fixed_features(value, self.entry.type, self.entry.id, self.entry.mode, self.machine),
            *((name, mode == value, *rest) for name, mode, rest in self.compared),
            (_ARTICLE, value in self.article, self.known, self.entry.mode is None),
        )


def _fixed_features(
    value: str | None, kind: str, name: str, own: str | None, machine: str | None
) -> tuple[Feature, ...]:
    """Features that hold for a value wherever the trigger (its type, id and own mode) stands."""
    out = (
        ("type|value", kind, value),
        ("id|value", name, value),
        ("own|type|plain", own == value, kind, own is None),
        ("mode|value", own, value),
    )
    return out if machine is None else (*out, ("value|machine", value, machine), ("machine|value", value))


_VALUES: Final[dict[str, tuple[str | None, ...]]] = {
    kind: ((*sorted(modes), None) if kind != "ASSAULT" else tuple(sorted(modes)))
    for kind, modes in MODES.items()
    if modes
}


class Judged:
    """What later claims look back on."""

    __slots__ = ("candidate", "mode", "status")

    def __init__(self, candidate: Candidate, mode: str | None, status: str) -> None:
        self.candidate = candidate
        self.mode = mode
        self.status = status


def best_mode(context: ModeContext | None) -> tuple[str | None, str]:
    """The mode that the weights prefer, and what weighs most for it."""
    if context is None:
        return None, "default"
    entry, made = context.entry, generation()
    fixed, sure = _fixed(made, entry.type, entry.id, entry.mode, context.machine)
    sums = sure.copy()
    weighed: list[tuple[float, float]] = []
    intercepted = entry.mode == "interception"
    for name, mode, rest in context.compared:
        weights = _compared(made, name, rest)
        weighed.append(weights)
        if mode in sums:
            sums[mode] += weights[0] - weights[1]
        intercepted = intercepted or mode == "interception"
    where = (context.known, entry.mode is None)
    named = _compared(made, _ARTICLE, where)
    for mode in context.article:
        if mode in sums:
            sums[mode] += named[0] - named[1]
    if not intercepted:
        sums.pop("interception", None)
    if context.dry:
        sums.pop("chemical", None)
    value = _largest(sums)
    most, reason = fixed[value]
    for at, (name, mode, rest) in enumerate(context.compared):
        weight = weighed[at][0 if mode == value else 1]
        if weight > most:
            most, reason = weight, (name, mode == value, *rest)
    told = value in context.article
    if named[0 if told else 1] > most:
        most, reason = named[0 if told else 1], (_ARTICLE, told, *where)
    return value, shown(reason) if most > 0 else "default"


def _largest(sums: dict[str | None, float]) -> str | None:
    """The first of the values with the largest sum."""
    best: str | None = None
    most = -math.inf
    for value, weight in sums.items():
        if weight > most:
            best, most = value, weight
    return best


@lru_cache(maxsize=8192)
def _compared(made: int, name: str, rest: Values) -> tuple[float, float]:
    """Weight of a comparison with a mode named in the text (see :class:`ModeContext`) for that mode and for others."""
    get = model("mode").table.get
    return get((name, True, *rest), 0.0), get((name, False, *rest), 0.0)


@lru_cache(maxsize=4096)
def _fixed(
    made: int, kind: str, name: str, own: str | None, machine: str | None
) -> tuple[dict[str | None, tuple[float, Feature]], dict[str | None, float]]:
    """The largest weight that the trigger and the machine alone give each value, with its feature; the sum of these
    weights. ``made`` keeps the models apart."""
    get = model("mode").table.get
    found: dict[str | None, tuple[float, Feature]] = {}
    sums: dict[str | None, float] = {}
    for value in _VALUES[kind]:
        features = _fixed_features(value, kind, name, own, machine)
        weights = [get(feature, 0.0) for feature in features]
        most = max(weights)
        found[value] = (most, features[weights.index(most)])
        sums[value] = sum(weights)
    return found, sums


class Judge:
    """Options of mode and status, from marks around the trigger and from the article as a whole."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._effects: list[list[Mark] | None] = [None] * len(reading.forms)
        for found in reading.marks.of("factuality"):
            row = self._effects[found.last]
            self._effects[found.last] = [found] if row is None else [*row, found]
        weapons = [found for found in reading.marks.of("weapon") if found.entry.mode]
        longer = {found.first for found in weapons if found.last > found.first}
        self._means: list[tuple[int, str]] = [  # طائرات بدون طيار are no aircraft besides
            (found.first, found.entry.mode)
            for found in weapons
            if found.last > found.first or found.first not in longer
        ]
        self._named: list[tuple[int, str]] = [
            (found.first, found.entry.mode)
            for found in reading.marks.of("trigger")
            if found.entry.type == "ASSAULT" and found.entry.mode
        ]
        self._chemical = [at for at, mode in (*self._means, *self._named) if mode == "chemical"]
        self._article = ({mode for _, mode in self._means} | {mode for _, mode in self._named}) - {"interception"}

    def mode_context(self, candidate: Candidate, earlier: list[Judged], phrases: list[Phrase]) -> ModeContext | None:
        """What speaks for the modes of the candidate's type; None where the type has none."""
        entry, kind, first = candidate.entry, candidate.type, candidate.first
        if kind not in _VALUES:
            return None
        sentence, plain = self.r.sentences[candidate.sentence], entry.mode is None
        compared: list[tuple[str, str | None, Values]] = []
        for at, mode in self._means:
            if sentence.first <= at < sentence.last:
                compared.append(("means|gap", mode, (bucket(abs(at - first)),)))
                compared.append(("means|side|own", mode, ("a" if at > first else "b", entry.mode)))
        for at, mode in self._named:
            if sentence.first <= at < sentence.last and at != first:
                compared.append(("near|gap", mode, (bucket(abs(at - first)),)))
        machine = next((phrase for phrase in phrases if phrase.machine and abs(phrase.first - first) < 10), None)
        last = same = None
        for one in reversed(earlier):
            if one.candidate.type != kind or one.mode == "interception":
                continue
            last = last or one
            if one.candidate.id == candidate.id:
                same = one
                break
        known = self.r.words[first].det or bool(self.r.words[first].enc)
        if last is not None:
            back = min(candidate.sentence - last.candidate.sentence, 3)
            compared.append(("last|known|pos|plain", last.mode, (known, candidate.pos, plain)))
            compared.append(("last|back|plain", last.mode, (back, plain)))
        if same is not None:
            compared.append(("same", same.mode, ()))
        name = None if machine is None else machine.entry.id if machine.entry is not None else ""
        dry = bool(self._chemical) and unpoisoned(self.r, candidate, self._chemical)
        return ModeContext(entry, name, compared, self._article, known, dry)

    def modes(self, candidate: Candidate, earlier: list[Judged], phrases: list[Phrase]) -> list[Choice]:
        """Every mode of the candidate's type with its features."""
        context = self.mode_context(candidate, earlier, phrases)
        return [] if context is None else [Choice(value, context.features(value)) for value in context.values()]

    def negated(self, candidate: Candidate) -> bool:
        """The deed's verb, or the light verb that carries it, stands right after a negation (لم تتعرض لأي هجوم)."""
        verb = candidate.first if candidate.pos == "v" else candidate.light.first if candidate.light else 0
        if verb == 0 or candidate.type not in _NEGATED or candidate.last > candidate.first:
            return False
        never = self.r.words[verb - 1].func == "neg" and self.r.forms[verb - 1] in _NEVER
        return never and unremarked(self.r, candidate) is None

    def announced(self, candidate: Candidate) -> str | None:
        """``planned``: its verb, or the one that carries the noun, stands in the future (سيزور, سوف يجري محادثات), the
        present of a meeting announces it (يلتقي الوزير نظيره), or it is called a coming one (الزيارة المرتقبة);
        ``uncertain``: it is called a likely one (زيارة محتملة), or rumoured; ``occurred``: nobody has commented on it.
        None where nothing settles it."""
        verb = candidate.pos == "v" or self.r.acts[candidate.first]
        at = candidate.first if verb else candidate.light.first if candidate.light else -1
        if candidate.type in _VOICED:
            return None
        if at >= 0 and ("س" in self.r.words[at].pro or self.r.forms[at - 1] in _WILL):
            return "planned"
        if planned(self.r, candidate) or ahead(self.r, self._effects, candidate):
            return "planned"
        if rumoured(self.r, self._effects, candidate):
            return "uncertain"
        if unremarked(self.r, candidate) is not None:
            return "occurred"
        if candidate.pos != "v":
            return self._awaited(candidate) if candidate.type in _GATHERINGS else None
        if candidate.tag not in _PRESENT or candidate.mode not in _MEETS or candidate.id in _ONGOING:
            return None
        near = self.r.forms[max(0, at - 2) : candidate.last + 9]
        return "planned" if _NOW.isdisjoint(near) else None

    def _awaited(self, candidate: Candidate) -> str | None:
        for at in range(candidate.last + 1, min(candidate.last + _REACH, len(self.r.forms))):
            if self.r.acts[at] or self.r.forms[at] in _STOPS:
                return None
            if at not in self.r.time_tokens and self.r.words[at].core in _AWAITED:
                return _AWAITED[self.r.words[at].core]
        return None

    def status_context(self, candidate: Candidate, frames: list[Frame], earlier: list[Judged]) -> list[Feature]:
        """What speaks for or against every status: tense, words of denial, doubt and plan, the report, the words
        beside."""
        word = self.r.words[candidate.first]
        context: list[Feature] = [
            ("type=type", candidate.type),
            ("type=type|pos|tense", candidate.type, candidate.pos, candidate.form),
            ("future=س in pro and pos == v", "س" in word.pro and candidate.pos == "v"),
            *self._factual(candidate),
            *self._reported(candidate, frames),
            *self._beside(candidate),
        ]
        same = next((one for one in reversed(earlier) if one.candidate.id == candidate.id), None)
        if same is not None:
            context.append(("same=same.status|det", same.status, word.det))
        return context

    def _factual(self, candidate: Candidate) -> list[Feature]:
        """Words of denial, doubt and plan around the trigger."""
        sentence = self.r.sentences[candidate.sentence]
        context: list[Feature] = []
        for at in range(max(sentence.first, candidate.first - 9), min(sentence.last, candidate.last + 4)):
            row = self._effects[at]
            if row is None:
                continue
            for found in row:
                gap = candidate.first - at - 1
                place = min(bucket(gap), 5) if gap >= 0 else -1
                context += [
                    ("fact=found.effect|place|pos", found.entry.effect, place, candidate.pos),
                    ("factid=found.id", found.entry.id),
                    ("fact=found.effect|type", found.entry.effect, candidate.type),
                ]
        return context

    def _reported(self, candidate: Candidate, frames: list[Frame]) -> list[Feature]:
        """The words that open the report, and how far before the trigger they stand."""
        context: list[Feature] = []
        for frame in frames[-2:]:
            near = min(bucket(max(0, candidate.first - frame.last)), 6)
            context += [
                ("cue=frame.id", frame.entry.id),
                ("cuestatus=frame.status|min(max(0, 6)", frame.entry.status, near),
            ]
        return context

    def _beside(self, candidate: Candidate) -> list[Feature]:
        """The words right before and behind the trigger, and the verb that carries it."""
        sentence = self.r.sentences[candidate.sentence]
        context: list[Feature] = []
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
        return context
