"""The transmission of an event as a picture: from the event through its transmitters to the outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from markupsafe import Markup

from khabar.model import Record
from khabar.views.graph import Transmission
from khabar.views.labels import Lang, label
from khabar.web.charts.svg import el, link, picture, shortened
from khabar.web.words import word

EVENT = "\x00event"
"""Key of the event itself, which no source can have."""
_BOX, _TALL, _GAP, _ACROSS = 168, 34, 14, 64
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

    parts = [_edge(places, edge, height, flip, graph) for edge in graph.edges]
    parts.append(el("circle", cx=flip(34), cy=height / 2, r=26, class_="event-node"))
    parts.append(
        el("text", word("the_event", lang), x=flip(34), y=height / 2 + 5, text_anchor="middle", class_="event-name")
    )
    for node in graph.nodes:
        parts.append(_box(node, places[node.key], lang, flip, href(node)))
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
    graph: Graph,
) -> Markup:
    one, other = edge
    x1, y1 = (60.0, height / 2) if one == EVENT else (places[one][0] + _BOX, places[one][1])
    x2, y2 = places[other]
    bend = (x1 + x2) / 2
    path = f"M{flip(x1):.0f} {y1:.0f}C{flip(bend):.0f} {y1:.0f} {flip(bend):.0f} {y2:.0f} {flip(x2):.0f} {y2:.0f}"
    kinds = ("edge", "strong" if edge in graph.bold else "", "copy" if edge in graph.dashed else "")
    return el("path", d=path, class_=" ".join(kind for kind in kinds if kind))


def _box(node: Node, place: tuple[float, float], lang: Lang, flip: Callable[[float], float], href: str) -> Markup:
    x = flip(place[0] + _BOX) if lang == "ar" else place[0]
    y = place[1] - _TALL / 2
    kind = label(node.kind, lang)
    return link(
        href,
        el("title", f"{node.name} · {kind} · {node.claims}"),
        el("rect", x=x, y=y, width=_BOX, height=_TALL, rx=6, class_="node neck" if node.neck else "node"),
        el("text", shortened(node.name, 24), x=x + _BOX / 2, y=y + 15, text_anchor="middle", class_="node-name"),
        el("text", f"{kind} · {node.claims}", x=x + _BOX / 2, y=y + 28, text_anchor="middle", class_="node-kind"),
    )
