"""Average-link clustering with cannot-links, a function of the pairs alone: no order of arrival changes its outcome.

Sokal and Michener (1958) joined the two clusters with the highest mean similarity, again and again; here until the
highest mean is under a threshold. A pair that was never compared counts as told apart. Of equal means the clusters
whose names come first are joined first.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from khabar.linking.model import LIMIT

MOST = 48
"""With so many of what is known a newcomer is compared at most; where more are of one event, the rest do not count as
told apart."""

Node = TypeVar("Node", bound=Hashable)
Link = tuple[int, int, bool]
"""Sum of the scores between two clusters, number of pairs compared, whether a cannot-link stands between them."""


def clusters(
    start: Iterable[Sequence[Node]],
    scores: Mapping[Node, Mapping[Node, int]],
    join: int,
    name: Callable[[Node], str],
    cannot: Collection[tuple[Node, Node]] = (),
) -> list[list[Node]]:
    """Clusters of the nodes in ``start``, which are not broken up: single nodes where nothing is known yet.

    ``scores``: thousandths of log-odds, both ways round, those at the lowest left out; ``join``: the least mean;
    ``name`` tells nodes apart and decides ties; ``cannot`` holds pairs that stay apart, both ways round and with a
    score.
    """
    ordered = sorted((sorted(group, key=name) for group in start), key=lambda group: name(group[0]))
    groups = dict(enumerate(ordered))
    links = _links(groups, scores, cannot)
    heap = [
        (-value, a, b)
        for a, row in links.items()
        for b in row
        if a < b and (value := _mean(groups, a, b, row[b])) >= join
    ]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or -value != _mean(groups, a, b, links[a][b]):
            continue
        _join(groups, links, a, b)
        for other, link in links[a].items():
            mean = _mean(groups, a, other, link)
            if mean >= join:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return list(groups.values())


def _links(
    groups: Mapping[int, list[Node]],
    scores: Mapping[Node, Mapping[Node, int]],
    cannot: Collection[tuple[Node, Node]],
) -> dict[int, dict[int, Link]]:
    place = {node: at for at, group in groups.items() for node in group}
    links: dict[int, dict[int, Link]] = {at: {} for at in groups}
    for node, at in place.items():
        row = links[at]
        for to, score in scores.get(node, {}).items():
            there = place.get(to, at)
            if there != at:
                total, compared, apart = row.get(there, (0, 0, False))
                row[there] = (total + score, compared + 1, apart or (node, to) in cannot)
    return links


def _mean(groups: Mapping[int, list[Node]], a: int, b: int, link: Link) -> float:
    total, compared, cannot = link
    if cannot:
        return float("-inf")
    one, other = len(groups[a]), len(groups[b])
    pairs = max(compared, min(one * other, MOST * min(one, other)))
    return (total - LIMIT * (pairs - compared)) / pairs


def _join(groups: dict[int, list[Node]], links: dict[int, dict[int, Link]], a: int, b: int) -> None:
    """Put cluster ``b`` into ``a``, the one whose name comes first."""
    groups[a] += groups.pop(b)
    for other, link in links.pop(b).items():
        del links[other][b]
        if other == a:
            continue
        mine = links[a].get(other)
        links[a][other] = (mine[0] + link[0], mine[1] + link[1], mine[2] or link[2]) if mine else link
        links[other][a] = links[a][other]
