"""The transmission of an event as a picture: from the event through its transmitters to the outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from markupsafe import Markup

from khabar.model import Record
from khabar.views.graph import Transmission
from khabar.views.labels import Lang, label
from khabar.web.charts.svg import el, link, picture, shortened
from khabar.web.words import word

EVENT = "\x00event"
"""Key of the event itself, which no source can have."""
_BOX, _TALL, _GAP, _ACROSS, _THIN, _FIRST = 190, 40, 12, 56, 18, 116
_MOST = 60


class Node(Record, frozen=True, kw_only=True):
    """A transmitter as drawn; ``rank`` counts columns from the event, ``claims`` the claims that pass through it."""

    key: str
    name: str
    kind: str
    rank: int
    claims: int
    neck: bool


class Graph(Record, frozen=True, kw_only=True):
    """Nodes and edges as drawn; ``bold`` are the edges that the independent lines run along, ``dashed`` those where one
    outlet prints another's text."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]
    bold: frozenset[tuple[str, str]]
    dashed: frozenset[tuple[str, str]]


def graph_of(told: Transmission) -> Graph:
    """The picture's parts: the 60 transmitters that most claims pass through, at most."""
    shown = sorted(told.nodes, key=lambda node: -len(node.claims))[:_MOST]
    last = max((node.column for node in shown), default=0)
    nodes = [
        Node(
            key=node.source.id, name=node.source.name, kind=node.source.kind, rank=last - node.column,
            claims=len(node.claims), neck=node.bottleneck,
        )
        for node in shown
    ]  # fmt: skip
    known = {node.key for node in nodes}
    edges = [
        (edge.start or EVENT, edge.end, edge)
        for edge in told.edges
        if edge.end in known and (edge.start is None or edge.start in known)
    ]
    return Graph(
        nodes=tuple(nodes),
        edges=tuple((one, other or "") for one, other, _ in edges),
        bold=frozenset((one, other or "") for one, other, edge in edges if edge.line is not None),
        dashed=frozenset((one, other or "") for one, other, edge in edges if edge.copy),
    )


class _Layout:
    """Where everything stands, left to right: transmitters in columns by rank, and the way of each edge. An edge that
    passes columns by gets room of its own in each, so that it runs behind no transmitter."""

    def __init__(self, graph: Graph) -> None:
        self._rank = {node.key: node.rank for node in graph.nodes}
        self._ways = {edge: self._way(edge) for edge in graph.edges}
        columns: dict[int, list[str]] = defaultdict(list)
        for node in sorted(graph.nodes, key=lambda node: (-node.claims, node.name)):
            columns[node.rank].append(node.key)
        for way in self._ways.values():
            for key in way[1:-1]:
                columns[self._rank[key]].append(key)
        _untangle(columns, [step for way in self._ways.values() for step in pairwise(way)])
        self._real = {node.key for node in graph.nodes}
        tall = {rank: sum(self._tall(key) for key in column) for rank, column in columns.items()}
        self.height = max(tall.values(), default=_TALL) + _GAP
        self.width = _FIRST + (max(columns, default=0) + 1) * (_BOX + _ACROSS) - _ACROSS + 8
        self.places: dict[str, tuple[float, float]] = {}
        for rank, column in columns.items():
            y = (self.height - tall[rank]) / 2
            for key in column:
                self.places[key] = (_FIRST + rank * (_BOX + _ACROSS), y + self._tall(key) / 2)
                y += self._tall(key)

    def _tall(self, key: str) -> float:
        return _TALL + _GAP if key in self._real else _THIN

    def _way(self, edge: tuple[str, str]) -> list[str]:
        """The stops of an edge: its ends, and the room it has in columns between."""
        one, other = edge
        between = range(self._rank.get(one, -1) + 1, self._rank[other])
        through = [f"\x00{one}\x00{other}\x00{rank}" for rank in between]
        self._rank.update(zip(through, between, strict=True))
        return [one, *through, other]

    def path(self, edge: tuple[str, str], flip: Callable[[float], float]) -> str:
        """The edge as SVG path data."""
        way = self._ways[edge]
        x, y = self._end(way[0])
        parts = [f"M{flip(x):.0f} {y:.0f}"]
        for key in way[1:]:
            x2, y2 = self.places[key]
            bend = (x + x2) / 2
            parts.append(f"C{flip(bend):.0f} {y:.0f} {flip(bend):.0f} {y2:.0f} {flip(x2):.0f} {y2:.0f}")
            x, y = self._end(key)
            if key != way[-1]:
                parts.append(f"H{flip(x):.0f}")
        return "".join(parts)

    def _end(self, key: str) -> tuple[float, float]:
        if key == EVENT:
            return 60.0, self.height / 2
        x, y = self.places[key]
        return x + _BOX, y


def draw(graph: Graph, lang: Lang, href: Callable[[Node], str]) -> Markup:
    """Columns from the event to the outlets; each transmitter leads to its profile."""
    layout = _Layout(graph)

    def flip(x: float) -> float:
        return layout.width - x if lang == "ar" else x

    parts = []
    for edge in sorted(graph.edges, key=lambda edge: edge in graph.bold):
        kinds = ("edge", "strong" if edge in graph.bold else "", "copy" if edge in graph.dashed else "")
        parts.append(el("path", d=layout.path(edge, flip), class_=" ".join(kind for kind in kinds if kind)))
    middle = layout.height / 2
    parts.append(el("circle", cx=flip(34), cy=middle, r=26, class_="event-node"))
    parts.append(
        el("text", word("the_event", lang), x=flip(34), y=middle + 5, text_anchor="middle", class_="event-name")
    )
    for node in graph.nodes:
        parts.append(_box(node, layout.places[node.key], lang, flip, href(node)))
    height = max(60, int(layout.height))
    return picture(
        int(layout.width), height, *parts, title=word("isnad", lang), class_="chart isnad-chart", natural=True
    )


def _untangle(columns: dict[int, list[str]], edges: Sequence[tuple[str, str]]) -> None:
    """Order each column by the middle of its neighbours, a few times over, so that fewer edges cross (the barycentre
    method of Sugiyama, Tagawa and Toda, 1981)."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    for _ in range(6):
        at = {key: (n + 0.5) / len(column) for column in columns.values() for n, key in enumerate(column)}
        for column in columns.values():
            middle = {key: sum(at.get(other, 0.5) for other in near[key]) / max(1, len(near[key])) for key in column}
            column.sort(key=lambda key: middle[key])


def _box(node: Node, place: tuple[float, float], lang: Lang, flip: Callable[[float], float], href: str) -> Markup:
    x = flip(place[0] + _BOX) if lang == "ar" else place[0]
    y = place[1] - _TALL / 2
    kind = label(node.kind, lang)
    return link(
        href,
        el("title", f"{node.name} · {kind} · {node.claims}"),
        el("rect", x=x, y=y, width=_BOX, height=_TALL, rx=6, class_="node neck" if node.neck else "node"),
        el("text", shortened(node.name, 24), x=x + _BOX / 2, y=y + 17, text_anchor="middle", class_="node-name"),
        el("text", f"{kind} · {node.claims}", x=x + _BOX / 2, y=y + 33, text_anchor="middle", class_="node-kind"),
    )
