"""The transmission of an event: who told whom, from the origins to the outlets, and where it is narrow.

One record serves the terminal (:mod:`khabar.cli.transmission`), the picture (:mod:`khabar.views.graph_svg`) and the
sentence that names the bottleneck (:mod:`khabar.views.graph_words`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from itertools import pairwise

from khabar.model import Record
from khabar.store import StoredClaim
from khabar.views.lines import Transmitters, network_of, telling
from khabar.views.sources import Chain, Source

Step = tuple[str | None, str | None]


class Node(Record, frozen=True, kw_only=True):
    """A transmitter in the graph. ``column`` counts from the reader (outlets that nobody quotes are 0); ``claims`` that
    pass through it; ``outlet`` where an article is its own; ``line`` the disjoint path it lies on, from 1, or None."""

    source: Source
    column: int
    claims: tuple[str, ...]
    outlet: bool
    bottleneck: bool
    line: int | None = None


class Edge(Record, frozen=True, kw_only=True):
    """One step: ``start`` tells ``end`` (ids; None as start is the event, None as end the reader). ``copy``: ``end``
    prints the text of ``start``."""

    start: str | None
    end: str | None
    claims: tuple[str, ...]
    copy: bool = False
    line: int | None = None


class Branch(Record, frozen=True, kw_only=True):
    """The same as a tree: a transmitter, the claims that end with it as their outlet, and whom it tells."""

    source: str
    claims: tuple[str, ...]
    branches: tuple[Branch, ...]
    copy: bool = False


class Transmission(Record, frozen=True, kw_only=True):
    """How an event reaches the reader.

    ``lines``: independent lines; ``paths``: as many paths that share no transmitter, each from the outlet to the
    origin. ``bottleneck``: where there are fewer lines than outlets, the fewest transmitters that everything passes,
    nearest the event where there is a choice; ``through``: where that is one, the others that all of it passes, towards
    the reader. ``outlets`` and ``origins`` are of the claims that tell the event; ``copies``: outlets that only print
    another's text; ``denied``: claims that say it did not happen.
    """

    event: str | None
    lines: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    branches: tuple[Branch, ...]
    paths: tuple[tuple[str, ...], ...]
    bottleneck: tuple[Source, ...]
    through: tuple[Source, ...]
    outlets: tuple[Source, ...]
    origins: tuple[Source, ...]
    copies: tuple[Source, ...]
    denied: tuple[str, ...]

    def svg(self, lang: str = "en") -> str:
        """The graph as a picture, a whole SVG document."""
        from khabar.views.graph_svg import draw

        return draw(self, "ar" if lang == "ar" else "en")

    def _repr_svg_(self) -> str:
        return self.svg()


class _Way(Record, frozen=True, kw_only=True):
    """One chain of a claim, and the outlet that only copied it."""

    claim: str
    chain: Chain
    copied_by: str | None


def transmission_of(claims: Sequence[StoredClaim]) -> Transmission:
    """The transmission of the event that ``claims`` are about."""
    transmitters = Transmitters(claims)
    told = telling(claims)
    network = network_of(transmitters, told)
    ways = list(_ways(transmitters, claims))
    paths = network.disjoint_paths()
    sources = transmitters.sources
    own = {item.id: way for item in told for way in [_copied_by(transmitters, item)]}
    outlets = dict.fromkeys(sources.outlet(item) for item in told)
    cut = network.cut_near_event() if network.lines < len(outlets) else ()
    copied = {item: by for item, by in own.items() if by is not None}
    writing = {sources.outlet(item) for item in told if item.id not in copied}
    return Transmission(
        event=claims[0].claim.event if claims else None,
        lines=network.lines,
        nodes=_nodes(transmitters, ways, paths, cut),
        edges=_edges(transmitters, ways, paths),
        branches=_tree(ways),
        paths=paths,
        bottleneck=tuple(sources.source(key) for key in cut),
        through=_through(transmitters, told, cut) if len(cut) == 1 else (),
        outlets=tuple(sources.source(given) for given in outlets),
        origins=tuple(
            sources.source(given)
            for given in dict.fromkeys(chain[-1] for item in told for chain in transmitters.chains(item))
        ),
        copies=tuple(sources.source(given) for given in dict.fromkeys(copied.values()) if given not in writing),
        denied=tuple(item.id for item in claims if item.claim.status == "negated"),
    )


def _copied_by(transmitters: Transmitters, item: StoredClaim) -> str | None:
    return transmitters.sources.outlet(item) if transmitters.original(item) else None


def _ways(transmitters: Transmitters, claims: Iterable[StoredClaim]) -> Iterable[_Way]:
    for item in claims:
        by = _copied_by(transmitters, item)
        for chain in transmitters.chains(item):
            yield _Way(claim=item.id, chain=chain, copied_by=by if by not in chain else None)


def _through(transmitters: Transmitters, told: Sequence[StoredClaim], cut: Chain) -> tuple[Source, ...]:
    """Who else stands on every path, from the event to the reader."""
    paths = [path for item in told for path in transmitters.paths(item)]
    shared = [key for key in reversed(paths[0]) if all(key in path for path in paths) and key not in cut]
    return tuple(transmitters.sources.source(key) for key in shared)


def _steps(way: _Way) -> list[Step]:
    """Start and end of every step, from the event to the reader."""
    stops: list[str | None] = [None, *reversed(way.chain), None]
    steps = list(pairwise(stops))
    return [*steps[:-1], (way.chain[0], way.copied_by), (way.copied_by, None)] if way.copied_by else steps


def _numbered(transmitters: Transmitters, paths: Sequence[Chain]) -> dict[str, int]:
    """The number of the disjoint path that each key lies on."""
    return {key: number for number, path in enumerate(paths, 1) for key in path}


def _nodes(transmitters: Transmitters, ways: Sequence[_Way], paths: Sequence[Chain], cut: Chain) -> tuple[Node, ...]:
    column: dict[str, int] = {}
    passing: dict[str, dict[str, None]] = {}
    outlets: set[str] = set()
    for way in ways:
        whole = (way.copied_by, *way.chain) if way.copied_by else way.chain
        outlets.add(whole[0])
        for at, given in enumerate(whole):
            column[given] = max(at, column.get(given, 0))
            passing.setdefault(given, {})[way.claim] = None
    lines = _numbered(transmitters, paths)
    key = transmitters.sources.line_key
    return tuple(
        Node(
            source=transmitters.sources.source(given),
            column=column[given],
            claims=tuple(passing[given]),
            outlet=given in outlets,
            bottleneck=key(given) in cut,
            line=lines.get(key(given)),
        )
        for given in column
    )


def _edges(transmitters: Transmitters, ways: Sequence[_Way], paths: Sequence[Chain]) -> tuple[Edge, ...]:
    carried: dict[Step, dict[str, None]] = {}
    copies: set[Step] = set()
    for way in ways:
        for step in _steps(way):
            carried.setdefault(step, {})[way.claim] = None
        if way.copied_by:
            copies.add((way.chain[0], way.copied_by))
    numbered = _line_steps(transmitters, carried, paths)
    return tuple(
        Edge(start=start, end=end, claims=tuple(claims), copy=(start, end) in copies, line=numbered.get((start, end)))
        for (start, end), claims in carried.items()
    )


def _line_steps(transmitters: Transmitters, carried: Mapping[Step, Sized], paths: Sequence[Chain]) -> dict[Step, int]:
    """The steps that the disjoint paths take, with the number of the path. Where a body and who speaks for it stand
    for one key, the path goes through one of them."""
    key = transmitters.sources.line_key
    found: dict[Step, int] = {}
    for number, path in enumerate(paths, 1):
        here: str | None = None
        for given in (*reversed(path), None):
            fit = [step for step in carried if (key(step[1]) if step[1] else None) == given and step[1] != here]
            fit = [step for step in fit if step[0] == here] or [
                step for step in fit if step[0] and here and key(step[0]) == key(here)
            ]
            if fit:
                step = max(fit, key=lambda step: len(carried[step]))
                found[step] = number
                here = step[1]
    return found


class _Growing:
    __slots__ = ("claims", "copy", "into")

    def __init__(self) -> None:
        self.into: dict[str, _Growing] = {}
        self.claims: dict[str, None] = {}
        self.copy = False


def _tree(ways: Sequence[_Way]) -> tuple[Branch, ...]:
    """Chains that begin alike share their beginning; the fullest branches first."""
    root = _Growing()
    for way in ways:
        here = root
        for given in reversed(way.chain):
            here = here.into.setdefault(given, _Growing())
        if way.copied_by:
            here = here.into.setdefault(way.copied_by, _Growing())
            here.copy = True
        here.claims[way.claim] = None
    return _branches(root)


def _branches(root: _Growing) -> tuple[Branch, ...]:
    found = [
        Branch(source=given, claims=tuple(part.claims), branches=_branches(part), copy=part.copy)
        for given, part in root.into.items()
    ]
    return tuple(sorted(found, key=lambda branch: -_weight(branch)))


def _weight(branch: Branch) -> int:
    return len(branch.claims) + sum(_weight(part) for part in branch.branches)
