"""The states that a party may belong to where its words do not settle one, and what speaks for each."""

from __future__ import annotations

import math
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.options import Option
from khabar.claims.scorer import Feature, generation, model
from khabar.claims.templates import Templates, scoring
from khabar.claims.weights import Values, alone
from khabar.mentions.names import Named
from khabar.text import unmarked

STATES: Final = Templates(
    "type role kind base given",
    "source head",
    "source|given source|given|type source|given|base source|given|kind|role source|head",
    "source&head",
)


class StateChoice:
    """A state that a party may belong to: where it comes from, and what speaks for it."""

    __slots__ = ("country", "own", "sources")

    def __init__(self, country: str | None, own: Values, sources: list[Values]) -> None:
        self.country = country
        self.own = own
        self.sources = sources

    @property
    def votes(self) -> Feature:
        """How many sources name the state."""
        return "votes", len(self.sources), self.own[-1] == "bare"

    @property
    def features(self) -> tuple[Feature, ...]:
        """Every feature of the state."""
        return (*(one for source in self.sources for one in STATES.features(self.own, source)), self.votes)


def state_choices(
    option: Option,
    role: str,
    candidate: Candidate,
    place: str | None,
    main: str | None,
    others: list[Named],
    speaker: str | None,
) -> list[StateChoice]:
    """States of a party: what its name says, none, that of the place, the one the article speaks of most, that of
    the other side, that of whoever tells it."""
    named, phrase = option.named, option.phrase
    other: str | None = None
    for one in others:
        if one.country:
            other = one.country
            break
    kind = phrase.kind if phrase is not None else option.role
    base = (kind, phrase.role, phrase.indirect) if phrase is not None else (kind,)
    given = "own" if named.country else "bare"
    own = (candidate.type, role, kind, base, given)
    head = _head(named.text)
    choices: list[StateChoice] = []
    if named.country is not None:
        _offer(choices, named.country, "own", head, own)
    if place is not None:
        _offer(choices, place, "place", head, own)
    if main is not None:
        _offer(choices, main, "main", head, own)
    if other is not None:
        _offer(choices, other, "other", head, own)
    if speaker is not None:
        _offer(choices, speaker, "speaker", head, own)
    choices.append(StateChoice(None, own, [("none", head)]))
    return choices


def _offer(choices: list[StateChoice], country: str, source: str, head: str, own: Values) -> None:
    """Add a source of a state to the choices."""
    for one in choices:
        if one.country == country:
            one.sources.append((source, head))
            return
    choices.append(StateChoice(country, own, [(source, head)]))


_heads: Final[dict[str, str]] = {}
_KEPT: Final = 4096


def _head(text: str) -> str:
    """The first word of a name: the same ones come again and again."""
    known = _heads.get(text)
    if known is None:
        if len(_heads) >= _KEPT:
            _heads.clear()
        known = _heads[text] = unmarked(text).partition(" ")[0]
    return known


def best_state(choices: list[StateChoice]) -> str | None:
    """The state that the weights prefer."""
    if len(choices) == 1:
        return choices[0].country
    tables = scoring(STATES, "state").of(choices[0].own)
    best: str | None = None
    most = -math.inf
    counted, vote = -1, 0.0
    bare = choices[0].own[-1] == "bare"
    for one in choices:
        raw = 0.0
        for source in one.sources:
            raw += alone(tables.total(source) - tables.constant)
        if len(one.sources) != counted:  # all else that votes look at is the same for all choices
            counted, vote = len(one.sources), _vote(one, bare)
        raw += vote
        if raw > most:
            best, most = one.country, raw
    return best


_votes: Final[dict[int, float]] = {}
_votes_of: Final = [-1]
"""Weights of votes by their number and by whether the name tells no state, and the models that they are from."""


def _vote(choice: StateChoice, bare: bool) -> float:
    """What the number of a state's sources weighs; ``bare``: the party's name tells no state."""
    made = generation()
    if _votes_of[0] != made:
        _votes.clear()
        _votes_of[0] = made
    key = 2 * len(choice.sources) + bare
    known = _votes.get(key)
    if known is None:
        known = _votes[key] = model("state").table.get(choice.votes, 0.0)
    return known
