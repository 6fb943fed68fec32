"""Who did it and to whom: options for the actors and targets of a claim, scored by how they stand to the trigger."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate, bucket, likeness
from khabar.claims.frames import Attribution
from khabar.claims.scorer import Feature, logistic, model
from khabar.claims.slots import Slots, expected
from khabar.claims.templates import Folded, Templates, Values, first, scoring, second
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

RIVAL, RIVALRY = 0.1, 0.3
TIED, MUTUAL, FURTHER = 0.3, 0.35, 0.6
"""Probability that a second party needs: tied to the first by و, in a frame of two sides, in any other."""
_ACTOR_LEAST: Final = {"speech": 0.06, "charge": 0.06, "mutual": 0.06, "move": 0.08, "act": 0.18}
_TARGET_LEAST: Final = {"act": 0.17, "speech": 0.1, "charge": 0.1, "undergo": 0.1}
"""Least probability of a party by frame (cross-validated): who speaks, meets or travels is nearly always told."""
_OTHERS: Final = frozenset("آخرون آخرين آخر اخرون اخرين اخر آخران".split())
"""Whoever is only "others" (وأصيب آخرون) did nothing."""
REMEMBERED: Final = 0.35
"""Probability that a party which the sentence does not name, taken over from an earlier claim, needs."""
SETTLED: Final = 0.5
"""Probability as actor that a party has at least where grammar names the doer (``by``, ``K`` of ``Slots``)."""
_DOERS: Final = frozenset(("by", "K"))
_DEEDS: Final = frozenset(("act", "undergo", "happen"))
_HOPELESS: Final = -2.5
"""Log-odds (a probability of 0.08) under which an option is neither actor nor target whatever the others are."""
REACH: Final = 45
"""Tokens on either side of a trigger in which a phrase can be its party."""


_OWN: Final = "frame pos type id form"
PHRASE: Final = Templates(
    _OWN,
    "side prep many gap breaks kind noun strong role definite placed tied stated agree spoken slot due",
    "definite|kind|side side|gap due|breaks spoken|side|frame spoken|type noun|type slot|strong|frame slot|agree|frame "
    "due|frame|pos kind|type kind|prep placed|kind|frame|prep tied|frame|side agree|pos|side|prep "
    "role|type stated|kind "
    "frame|form|side|prep|many|breaks type|pos|side|prep id|side|prep",
    "side&prep&agree&shape=kind|strong|role|definite|placed|tied|stated side&gap&breaks&spoken&due slot&strong&agree",
)
CARRIED: Final = Templates(
    _OWN,
    "carry same back det here ahead before enc nation",
    "carry|nation frame|pos carry|same|back carry|same|det|pos carry|same|here|ahead carry|before|type "
    "carry|frame|pos|same carry|enc|pos carry|id",
    "carry&same&back&det&enc&here&ahead carry&before carry&nation",
)
SPEAKER: Final = Templates(_OWN, "speaker told", "frame|pos speaker told|type")
"""Options by where they come from: a phrase of the sentence, a party of an earlier claim, whoever tells it."""


_SLOT: Final = PHRASE.option.index("slot")
_NO_DOERS: Final = frozenset(("place", "thing"))


_BREAKS: Final = (
    dict.fromkeys(("ان", "انه", "انها", "بان"), 2)
    | dict.fromkeys(("الذي", "التي", "الذين"), 4)
    | dict.fromkeys("،؛:", 8)
)
"""What may stand between a trigger and a phrase, as bits: 1 a verb, 2 a complementizer, 4 a relative, 8 a pause."""


class Option:
    """A possible party: a phrase of the sentence, or one carried over from an earlier claim (``role``: what it was
    there). ``own`` and
    ``values`` are the fields of its ``templates``."""

    __slots__ = ("gap", "named", "own", "phrase", "role", "templates", "values")

    def __init__(
        self,
        named: Named,
        phrase: Phrase | None,
        role: str,
        gap: int,
        templates: Templates,
        own: Values,
        values: Values,
    ) -> None:
        self.named = named
        self.phrase = phrase
        self.role = role
        self.gap = gap
        self.templates = templates
        self.own = own
        self.values = values

    @property
    def features(self) -> tuple[Feature, ...]:
        return self.templates.features(self.own, self.values)


class Earlier:
    """What later claims may take over from a decided one."""

    __slots__ = ("actors", "candidate", "targets")

    def __init__(self, candidate: Candidate, actors: tuple[Named, ...], targets: tuple[Named, ...]) -> None:
        self.candidate = candidate
        self.actors = actors
        self.targets = targets


class Facts:
    """What holds of a phrase for every trigger: fields of its options, ``feminine``: how it agrees, ``shape``: a number
    that stands for all fields but the noun."""

    __slots__ = ("definite", "feminine", "kind", "noun", "placed", "prep", "role", "shape", "stated", "strong", "tied")

    def __init__(self, phrase: Phrase, core: str) -> None:
        head, kind = phrase, phrase.kind
        while head.coord is not None:
            head = head.coord
        self.prep = "by" if phrase.agent else phrase.prep or head.prep
        self.feminine = (
            core.endswith(("ة", "ات", "اء")) or kind == "state" or (phrase.number == "p" and kind == "machine")
        )
        self.kind = kind
        self.noun = core if kind in {"people", "thing", "machine"} else kind
        self.strong = kind not in {"thing", "place", "adjective"}
        self.role = phrase.role
        self.definite = phrase.definite
        self.placed = phrase.place is not None
        self.tied = phrase.coord is not None
        self.stated = phrase.country is not None
        fields = (kind, self.strong, self.role, self.definite, self.placed, self.tied, self.stated)
        self.shape = _shapes.setdefault(fields, len(_shapes))


_shapes: dict[Values, int] = {}


class RoleFinder:
    """Scores options for one role after the other, claim by claim in text order."""

    def __init__(
        self, reading: Reading, phrases: list[list[Phrase]], names: Names, attribution: Attribution, slots: Slots
    ) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.attribution = attribution
        self.slots = slots
        self.breaks = [_BREAKS.get(form, 0) for form in reading.forms]
        for at in slots.verbs:
            self.breaks[at] = 1
        self._known: dict[int, Facts] = {}

    def options(self, candidate: Candidate, earlier: list[Earlier]) -> list[Option]:
        """All options of a claim with what is known of them (the same templates serve both roles)."""
        own = (candidate.frame, candidate.pos, candidate.entry.type, candidate.entry.id, candidate.form)
        chain, _ = self.attribution.chain_at(candidate.first)
        told = {id(phrase) for phrase in chain}
        slots = self.slots.label(candidate, self.phrases[candidate.sentence])
        found = self._side(candidate, own, "b", told, slots)
        found.reverse()
        found += self._side(candidate, own, "a", told, slots)
        found += self._carried(candidate, own, earlier, {option.named.text for option in found})
        for phrase in chain[-1:]:
            if not any(option.phrase is phrase for option in found):
                found.append(Option(self.names.resolve(phrase), None, "speaker", 0, SPEAKER, own, (phrase.kind, True)))
        return found

    def _nation(self, candidate: Candidate) -> str | None:
        """The state whose adjective the event noun bears (الغارة الأميركية)."""
        if candidate.pos == "v":
            return None
        for phrase in self.phrases[candidate.sentence]:
            if phrase.kind == "adjective" and 0 < phrase.first - candidate.last <= 3:
                return phrase.country
        return None

    def _side(
        self, candidate: Candidate, own: Values, side: str, told: set[int], slots: dict[int, str]
    ) -> list[Option]:
        """Options among the phrases on one side of the trigger, from the nearest outwards: what stands between grows
        with each."""
        first, last, frame, pos = candidate.first, candidate.last, candidate.frame, candidate.pos
        after = side == "a"
        row = self.phrases[candidate.sentence]
        inner = (
            [one for one in row if one.first > first] if after else [one for one in reversed(row) if one.last < first]
        )
        undergoes = frame == "undergo" or candidate.passive or (pos == "v" and "by" in slots.values())
        masculine, feminine = _AGREEMENT.get(candidate.number, _UNTOLD)
        start = at = (min(last, inner[0].first - 1) + 1 if inner else last + 1) if after else first
        found: list[Option] = []
        between = breaks = 0
        for phrase in inner:
            edge = phrase.first if after else phrase.last + 1
            low, high = (at, edge) if after else (edge, at)
            for token in range(low, high):
                breaks |= self.breaks[token]
            at = edge
            distance = edge - start if after else start - edge
            kind = phrase.kind
            if abs(phrase.first - first) > REACH:
                break
            slot = slots.get(id(phrase), "-")
            if kind == "adjective" and slot != "K" and not 0 < phrase.first - last <= 3:
                continue
            facts = self._facts(phrase)
            many = between - 1 if after and phrase.coord is not None and self._passed(phrase.coord, start) else between
            values: Values = (
                side,
                facts.prep,
                many if many < 3 else 3,
                bucket(distance),
                breaks,
                kind,
                facts.noun,
                facts.strong,
                facts.role,
                facts.definite,
                facts.placed,
                facts.tied,
                facts.stated,
                feminine if facts.feminine else masculine,
                id(phrase) in told,
                slot,
                expected(slot, candidate.entry, undergoes, pos, kind, phrase.machine),
                facts.shape,
            )
            found.append(Option(self.names.resolve(phrase), phrase, "", distance, PHRASE, own, values))
            if kind != "adjective":
                between += 1
        return found

    def _passed(self, phrase: Phrase, start: int) -> bool:
        return phrase.first >= start and phrase.kind != "adjective"

    def _facts(self, phrase: Phrase) -> Facts:
        known = self._known.get(id(phrase))
        if known is None:
            known = self._known[id(phrase)] = Facts(phrase, self.r.words[phrase.head].core)
        return known

    def _carried(self, candidate: Candidate, own: Values, earlier: list[Earlier], present: set[str]) -> list[Option]:
        """Parties of earlier claims, each as it stood in the last of them."""
        nation = self._nation(candidate)
        found: dict[str, Option] = {}
        word = self.r.words[candidate.first]
        enclitic = bool(word.enc)
        for back, claim in enumerate(reversed(earlier[-_BACK:])):
            before = claim.candidate
            like = likeness(candidate, before)
            ahead = candidate.sentence - before.sentence
            for role, parties in (("actor", claim.actors), ("target", claim.targets)):
                for named in parties:
                    if named.text in present or named.text in found:
                        continue
                    values = (
                        role,
                        like,
                        min(back, 3),
                        word.det,
                        ahead == 0,
                        min(ahead, 4),
                        before.entry.type,
                        enclitic,
                        "-" if nation is None else named.country == nation,
                    )
                    found[named.text] = Option(named, None, f"carry-{role}", back, CARRIED, own, values)
        return list(found.values())


_BACK: Final = 8

_UNTOLD: Final = ("-", "-")
_AGREEMENT: Final = {"m": ("y", "n"), "f": ("n", "y")}
"""Whether a masculine or a feminine phrase agrees with the number and gender of a form."""


class Scored:
    """An option with its probability as actor and as target; ``settled``: grammar names it the doer."""

    __slots__ = ("actor", "option", "settled", "target")

    def __init__(self, option: Option, actor: float, target: float, settled: bool = False) -> None:
        self.option = option
        self.settled = settled
        self.actor = actor
        self.target = target


def score(options: list[Option]) -> list[Scored]:
    """Both probabilities of the options that can be chosen at all."""
    found = []
    tables: dict[int, Folded] = {}
    last: Values = ()
    actor = target = 0.0
    for option in options:
        folded = tables.get(id(option.templates))
        if folded is None:
            folded = tables[id(option.templates)] = scoring(option.templates, "actor", "target").of(option.own)
        if option.values is not last:
            last = option.values
            total = folded.total(last)
            actor, target = first(total), second(total)
        if option.phrase is not None and last[_SLOT] in _DOERS and option.phrase.kind not in _NO_DOERS:
            found.append(Scored(option, max(logistic(actor), SETTLED), 0.0, True))
        elif actor >= _HOPELESS or target >= _HOPELESS:
            found.append(Scored(option, logistic(actor), logistic(target)))
    return found


def choose_actors(options: list[Scored], frame: str) -> list[tuple[Option, float]]:
    """The actors among the options: one that its other role wants as much counts for less."""
    if frame in _DEEDS and any(one.settled for one in options):
        options = [one for one in options if one.settled]
    rated = [
        (one.option, one.actor - RIVALRY * one.target if one.actor >= RIVAL else one.actor)
        for one in options
        if one.option.named.text.split(" ", 1)[0] not in _OTHERS
    ]
    return _choose(rated, _ACTOR_LEAST.get(frame, model("actor").threshold), frame)


def choose_targets(options: list[Scored], taken: set[str], frame: str) -> list[tuple[Option, float]]:
    """The targets among the options that are no actors."""
    rated = [(one.option, one.target) for one in options if one.option.named.text not in taken]
    return _choose(rated, _TARGET_LEAST.get(frame, model("target").threshold), "act")


def _choose(
    scored: list[tuple[Option, float]], threshold: float, frame: str, most: int = 3
) -> list[tuple[Option, float]]:
    """Options of one role: the best over the threshold, those tied to it by و, and in mutual frames the runner-up."""
    scored = [pair for pair in scored if pair[0].phrase is not None or pair[1] >= REMEMBERED]
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
    return _root(one) is _root(other)


def _root(phrase: Phrase) -> Phrase:
    while phrase.coord is not None:
        phrase = phrase.coord
    return phrase
