"""What one article tells: its claims grouped by event, and how far these groups stand apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec

from khabar.linking.clusters import clusters
from khabar.linking.model import LIMIT, Model
from khabar.linking.profile import Profile, merged, profiles
from khabar.linking.responses import Response, responses
from khabar.model import Article, Claim


class Told(NamedTuple):
    """``groups``: numbers of the claims of each event, in order; ``events``: each group's profile; ``between``: the
    mean score of two groups of one type, thousandths of log-odds; ``answers``: which claims answer which."""

    groups: list[list[int]]
    events: list[Profile]
    between: dict[tuple[int, int], int]
    answers: list[Response]


def tell(article: Article, claims: Sequence[Claim], model: Model) -> Told:
    """Group the claims of an article by event, on the evidence of the article alone. What answers something else is not
    one event with it."""
    answers = responses(article.text, claims)
    told = profiles(article, _nobody_answers_himself(claims, answers))
    tied = {(one.answer, one.cause) for one in answers}
    apart = tied | {(cause, answer) for answer, cause in tied}
    scores: dict[int, dict[int, int]] = defaultdict(dict)
    for a, b in combinations(range(len(told)), 2):
        if told[a].type == told[b].type:
            score = 1 - LIMIT if (a, b) in apart else model.score(told[a], told[b])
            if score > -LIMIT:
                scores[a][b] = scores[b][a] = score
    single = ([at] for at in range(len(told)))
    found = clusters(single, scores, round(model.within.join * 1000), lambda at: f"{at:06d}", apart)
    groups = sorted(sorted(group) for group in found)
    between: dict[tuple[int, int], int] = {}
    for (n, one), (m, other) in combinations(enumerate(groups), 2):
        if told[one[0]].type == told[other[0]].type:
            values = [scores[a].get(b, -LIMIT) for a in one for b in other]
            between[n, m] = -LIMIT if _crossed(one, other, apart) else round(sum(values) / len(values))
    return Told(groups, [merged([told[at] for at in group]) for group in groups], between, answers)


def _nobody_answers_himself(claims: Sequence[Claim], answers: Sequence[Response]) -> list[Claim]:
    """The claims, where what is answered names the same actor as the answer without that actor: it was read into it."""
    found = list(claims)
    for one in answers:
        cause = found[one.cause]
        mine = {party.text for party in claims[one.answer].actors}
        if one.kind == "response" and any(party.text in mine for party in cause.actors):
            others = tuple(party for party in cause.actors if party.text not in mine)
            found[one.cause] = msgspec.structs.replace(cause, actors=others)
    return found


def _crossed(one: Sequence[int], other: Sequence[int], apart: set[tuple[int, int]]) -> bool:
    return any((a, b) in apart for a in one for b in other)
