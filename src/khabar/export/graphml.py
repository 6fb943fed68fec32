"""GraphML: who passes on whom about what, and who acts on whom, as one graph for Gephi, networkx or igraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from khabar.export import Exporter, register
from khabar.store import StoredClaim
from khabar.store.search import folded

_KEYS = (
    ("label", "node", "string"), ("kind", "node", "string"), ("country", "node", "string"),
    ("relation", "edge", "string"), ("weight", "edge", "int"), ("type", "edge", "string"),
)  # fmt: skip
COLUMNS = {
    "node: label": "the name as written; of an event its id",
    "node: kind": "event, the kind of a transmitter, or party",
    "node: country": "alpha-3 code of a party's state",
    "edge: relation": "tells (from an event to the origin of a claim), passes-to (along an isnad) or acts-on (actor to "
    "target)",
    "edge: weight": "claims",
    "edge: type": "the event's type; empty for passes-to",
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write nodes (events, transmitters, parties) and edges: ``tells`` from an event to the origin of a claim,
    ``passes-to`` along the isnad to the outlet, ``acts-on`` from actor to target with the event's type. Gives how many
    edges it wrote."""
    nodes: dict[str, dict[str, str]] = {}
    edges: Counter[tuple[str, str, str, str]] = Counter()
    for item in claims:
        _transmission(item, nodes, edges)
        _deeds(item, nodes, edges)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for name, domain, kind in _KEYS:
        stream.write(f'<key id="{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n')
    stream.write('<graph edgedefault="directed">\n')
    for key, values in nodes.items():
        stream.write(f"<node id={_attribute(key)}>{_data(values)}</node>\n")
    for n, ((one, other, relation, kind), weight) in enumerate(edges.items()):
        values = {"relation": relation, "weight": str(weight), "type": kind}
        ends = f"source={_attribute(one)} target={_attribute(other)}"
        stream.write(f'<edge id="e{n}" {ends}>{_data(values)}</edge>\n')
    stream.write("</graph>\n</graphml>\n")
    return len(edges)


def _transmission(
    item: StoredClaim, nodes: dict[str, dict[str, str]], edges: Counter[tuple[str, str, str, str]]
) -> None:
    event = f"event:{item.claim.event or item.id}"
    nodes.setdefault(event, {"label": item.claim.event or item.id, "kind": "event"})
    chain = [*((step.text, step.kind) for step in reversed(item.claim.isnad)), (item.source.outlet, "outlet")]
    keys = []
    for name, kind in chain:
        key = f"source:{folded(name)}"
        nodes.setdefault(key, {"label": name, "kind": kind})
        keys.append(key)
    edges[event, keys[0], "tells", item.claim.type] += 1
    for one, other in pairwise(keys):
        edges[one, other, "passes-to", ""] += 1


def _deeds(item: StoredClaim, nodes: dict[str, dict[str, str]], edges: Counter[tuple[str, str, str, str]]) -> None:
    keys: dict[str, list[str]] = {"actor": [], "target": []}
    for role, group in (("actor", item.claim.actors), ("target", item.claim.targets)):
        for party in group:
            key = f"party:{party.actor or folded(party.text)}"
            nodes.setdefault(key, {"label": party.text, "kind": "party", "country": party.country or ""})
            keys[role].append(key)
    for one in keys["actor"]:
        for other in keys["target"]:
            edges[one, other, "acts-on", item.claim.type] += 1


def _attribute(words: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", words))


def _data(values: dict[str, str]) -> str:
    shown = ((key, _FORBIDDEN.sub("\ufffd", value)) for key, value in values.items() if value)
    return "".join(f'<data key="{key}">{escape(value)}</data>' for key, value in shown)


register(
    Exporter(
        name="graphml", suffix=".graphml", about="GraphML: who passes on whom, and who acts on whom", write=write,
        rows="edges", columns=COLUMNS,
    )
)  # fmt: skip
