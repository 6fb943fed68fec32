"""The transmission of an event as a picture: from the event through its transmitters to the outlets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from markupsafe import Markup

from khabar.model import Record
from khabar.store import StoredClaim
from khabar.views.labels import Lang, label
from khabar.views.lines import Transmitters, independent_lines
from khabar.web.charts.svg import el, link, picture, shortened
from khabar.web.words import word

_BOX, _TALL, _GAP, _ACROSS = 168, 34, 14, 64
_MOST = 60


class Node(Record, frozen=True, kw_only=True):
    """A transmitter; ``rank`` counts steps from the event, ``claims`` the claims that pass through it."""

    key: str
    name: str
    kind: str
    rank: int
    claims: int


class Graph(Record, frozen=True, kw_only=True):
    """``lines`` are disjoint paths (outlet first), as many as the event has independent lines where they were found
    greedily; ``bottleneck``: the one transmitter that every path passes through, where there is one."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, ...], ...]
    independent: int
    bottleneck: Node | None


def graph_of(claims: Sequence[StoredClaim]) -> Graph:
    """The transmitters of an event's claims, the 60 most travelled paths at most."""
    transmitters = Transmitters(claims)
    names: dict[str, tuple[str, str]] = {}
    through: Counter[str] = Counter()
    paths: Counter[tuple[str, ...]] = Counter()
    for item in claims:
        path = transmitters.path(item)
        told = [(item.source.outlet, "outlet"), *((step.text, step.kind) for step in item.claim.isnad)]
        if len(told) == len(path):
            for key, name in zip(path, told, strict=True):
                names.setdefault(key, name)
        names.setdefault(path[0], told[0])
        through.update(path)
        paths[path] += 1
    shown = [path for path, _ in paths.most_common(_MOST)]
    edges = dict.fromkeys(
        (one, other) for path in shown for one, other in pairwise(("event", *reversed(path), "reader"))
    )
    ranks = _ranks(shown)
    nodes = [
        Node(key=key, name=names.get(key, (_bare(key), ""))[0], kind=names.get(key, ("", "outlet"))[1],
             rank=ranks[key], claims=through[key])
        for key in ranks
    ]  # fmt: skip
    independent = independent_lines(paths)
    common = set.intersection(*(set(path) for path in paths)) if len(paths) > 1 else set()
    neck = next((node for node in sorted(nodes, key=lambda node: node.rank) if node.key in common), None)
    return Graph(
        nodes=tuple(nodes), edges=tuple(edges), lines=tuple(_disjoint(shown, independent)), independent=independent,
        bottleneck=neck,
    )  # fmt: skip


def _bare(key: str) -> str:
    return key.removeprefix("publisher ").partition(" < ")[0]


def _ranks(paths: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Steps from the event; outlets that nobody relays stand together in the last column."""
    ranks: dict[str, int] = {}
    for path in paths:
        for n, key in enumerate(reversed(path)):
            ranks[key] = max(ranks.get(key, 0), n)
    last = max(ranks.values(), default=0)
    relayed = {key for path in paths for key in path[1:]}
    return {key: rank if key in relayed else last for key, rank in ranks.items()}


def _disjoint(paths: Sequence[tuple[str, ...]], wanted: int) -> list[tuple[str, ...]]:
    chosen: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for path in sorted(paths, key=len):
        if len(chosen) < wanted and not taken & set(path):
            chosen.append(path)
            taken |= set(path)
    return chosen


def draw(graph: Graph, lang: Lang, href: Callable[[Node], str]) -> Markup:
    """Columns from the event to the outlets; each transmitter leads to its profile."""
    columns: dict[int, list[Node]] = defaultdict(list)
    for node in sorted(graph.nodes, key=lambda node: (-node.claims, node.name)):
        columns[node.rank].append(node)
    last = max(columns, default=0)
    rows = max((len(column) for column in columns.values()), default=1)
    height = rows * (_TALL + _GAP) + _GAP
    width = 70 + (last + 1) * (_BOX + _ACROSS) + 8
    places: dict[str, tuple[float, float]] = {}
    _untangle(columns, graph.edges)
    for rank, column in columns.items():
        top = (height - len(column) * (_TALL + _GAP) + _GAP) / 2
        for n, node in enumerate(column):
            places[node.key] = (70 + _ACROSS + rank * (_BOX + _ACROSS), top + n * (_TALL + _GAP) + _TALL / 2)

    def flip(x: float) -> float:
        return width - x if lang == "ar" else x

    bold = {edge for line in graph.lines for edge in pairwise(("event", *reversed(line)))}
    parts = [_edge(places, edge, height, flip, strong=edge in bold) for edge in graph.edges if edge[1] != "reader"]
    parts.append(el("circle", cx=flip(34), cy=height / 2, r=26, class_="event-node"))
    parts.append(
        el("text", word("the_event", lang), x=flip(34), y=height / 2 + 5, text_anchor="middle", class_="event-name")
    )
    for node in graph.nodes:
        parts.append(_box(node, places[node.key], lang, flip, href(node), neck=node == graph.bottleneck))
    return picture(width, max(60, int(height)), *parts, title=word("isnad", lang), class_="chart isnad-chart")


def _untangle(columns: dict[int, list[Node]], edges: Sequence[tuple[str, str]]) -> None:
    """Order each column by the middle of its neighbours, a few times over, so that fewer edges cross (the barycentre
    method of Sugiyama, Tagawa and Toda, 1981)."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    for _ in range(6):
        at = {node.key: (n + 0.5) / len(column) for column in columns.values() for n, node in enumerate(column)}
        for column in columns.values():
            middle = {
                node.key: sum(at.get(key, 0.5) for key in near[node.key]) / max(1, len(near[node.key]))
                for node in column
            }
            column.sort(key=lambda node: middle[node.key])


def _edge(
    places: dict[str, tuple[float, float]],
    edge: tuple[str, str],
    height: float,
    flip: Callable[[float], float],
    *,
    strong: bool,
) -> Markup:
    one, other = edge
    x1, y1 = (60.0, height / 2) if one == "event" else (places[one][0] + _BOX, places[one][1])
    x2, y2 = places[other]
    bend = (x1 + x2) / 2
    path = f"M{flip(x1):.0f} {y1:.0f}C{flip(bend):.0f} {y1:.0f} {flip(bend):.0f} {y2:.0f} {flip(x2):.0f} {y2:.0f}"
    return el("path", d=path, class_="edge strong" if strong else "edge")


def _box(
    node: Node, place: tuple[float, float], lang: Lang, flip: Callable[[float], float], href: str, *, neck: bool
) -> Markup:
    x = flip(place[0] + _BOX) if lang == "ar" else place[0]
    y = place[1] - _TALL / 2
    kind = label(node.kind, lang)
    return link(
        href,
        el("title", f"{node.name} · {kind} · {node.claims}"),
        el("rect", x=x, y=y, width=_BOX, height=_TALL, rx=6, class_="node neck" if neck else "node"),
        el("text", shortened(node.name, 24), x=x + _BOX / 2, y=y + 15, text_anchor="middle", class_="node-name"),
        el("text", f"{kind} · {node.claims}", x=x + _BOX / 2, y=y + 28, text_anchor="middle", class_="node-kind"),
    )
