"""Who of the options is actor and who is target: probabilities, rivals, coordination."""

from __future__ import annotations

from typing import Final

from khabar.claims.roles import PHRASE, Option
from khabar.claims.scorer import logistic, model
from khabar.claims.slots import NO_DOERS
from khabar.claims.templates import Folded, Values, first, scoring, second
from khabar.mentions.phrase import Phrase

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
_SLOT: Final = PHRASE.option.index("slot")


class Scored:
    """An option with its probability as actor and as target; ``settled``: grammar names it the doer."""

    __slots__ = ("actor", "option", "settled", "target")

    def __init__(self, option: Option, actor: float, target: float, settled: bool = False) -> None:
        self.option = option
        self.settled = settled
        self.actor = actor
        self.target = target


def _can_do(phrase: Phrase) -> bool:
    """Places, things and nobody's machines (طائرات بدون طيار) do nothing by themselves."""
    return phrase.kind not in NO_DOERS and (phrase.kind != "machine" or phrase.country is not None)


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
        if option.phrase is not None and last[_SLOT] in _DOERS and _can_do(option.phrase):
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
