"""Who stands between an event and the reader, and how many independent lines lead through them.

A claim's isnad is a path: event, origin, ..., nearest transmitter, outlet, reader. The number of **independent
lines** of an event is the largest number of such paths that share no transmitter and no outlet: ten outlets that all
quote one agency are one line (:mod:`khabar.views.flow`). An outlet that prints another's text adds no line of its own:
its claim goes the way of the text it copies. What denies the event is no line to it, unless nothing else is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from msgspec.structs import replace

from khabar.store import StoredClaim
from khabar.views.agreement import name_words
from khabar.views.flow import Network, independent_lines
from khabar.views.sources import Chain, Sources

__all__ = ["Transmitters", "independent_lines", "lines_of", "network_of", "telling"]

_LIKE_ENOUGH = 0.5


class Transmitters:
    """The transmitters of some claims, each with one key however it is written (:class:`khabar.views.sources.Sources`),
    and which claims only repeat another's text.

    The text that copies go back to is the earliest; of one day an agency's before others', then the one stored first.
    """

    def __init__(self, claims: Iterable[StoredClaim]) -> None:
        listed = list(claims)
        self.sources = Sources(listed)
        self._original: dict[str, StoredClaim] = {}
        groups: dict[Hashable, list[StoredClaim]] = defaultdict(list)
        for item in listed:
            if item.text_group is not None:
                groups["text", item.claim.event, item.text_group].append(item)
        for item in listed:
            if item.passage_group is not None:
                groups["passage", item.claim.event, item.passage_group].append(item)
        for group in groups.values():
            if len(group) > 1:
                self._trace(group)

    def _age(self, item: StoredClaim) -> tuple[bool, str, bool]:
        """What the articles of one text are ordered by."""
        day = item.source.reported_high
        return day is None, day or "", self.sources.source(self.sources.outlet(item)).kind != "agency"

    def _trace(self, group: Sequence[StoredClaim]) -> None:
        """Note for the claims of one text which claim of the earliest article each repeats."""
        first = min(group, key=self._age).source.article.id
        originals = [item for item in group if item.source.article.id == first]
        outlet = self.sources.outlet(originals[0])
        for item in group:
            if self.sources.outlet(item) == outlet:
                continue
            best = max(originals, key=lambda original: _likeness(item, original))
            if item.passage_group is None and _likeness(item, best)[0] < _LIKE_ENOUGH:
                best = replace(item, source=best.source, n=-1 - item.n)
            self._original[item.id] = best

    def original(self, item: StoredClaim) -> StoredClaim | None:
        """The claim that ``item`` repeats word for word or nearly so; None where it has words of its own. Where the
        copied article is known but nothing like it was read there, ``item`` itself as that article's."""
        found = self._original.get(item.id)
        while found is not None and found.id in self._original:
            found = self._original[found.id]
        return found

    def chains(self, item: StoredClaim) -> tuple[Chain, ...]:
        """Ids of a claim's transmitters, outlet first, origin last, those of the text it copies."""
        return self.sources.chains(self.original(item) or item)

    def paths(self, item: StoredClaim) -> tuple[Chain, ...]:
        """The chains of a claim as lines are counted: whoever speaks for a body counts as the body."""
        key = self.sources.line_key
        return tuple(dict.fromkeys(tuple(dict.fromkeys(map(key, chain))) for chain in self.chains(item)))

    def path(self, item: StoredClaim) -> Chain:
        """The first of a claim's paths."""
        return self.paths(item)[0]

    def origin(self, item: StoredClaim) -> str:
        """Key of the transmitter a claim rests on: the last of its path, the outlet where that speaks for itself."""
        return self.path(item)[-1]


def _likeness(item: StoredClaim, original: StoredClaim) -> tuple[float, bool, bool]:
    one, other = name_words(item.claim.quote), name_words(original.claim.quote)
    shared = len(one & other) / max(1, len(one | other))
    return shared, item.claim.trigger.text == original.claim.trigger.text, len(original.claim.isnad) > 0


def telling(claims: Sequence[StoredClaim]) -> list[StoredClaim]:
    """The claims that tell of the event; the denials where there is nothing else."""
    return [item for item in claims if item.claim.status != "negated"] or list(claims)


def network_of(transmitters: Transmitters, claims: Iterable[StoredClaim]) -> Network:
    """The network that the paths of ``claims`` make."""
    return Network(dict.fromkeys(path for item in claims for path in transmitters.paths(item)))


def lines_of(claims: Sequence[StoredClaim]) -> int:
    """Independent lines of the event that ``claims`` are about."""
    if len({item.source.outlet for item in claims}) == 1:
        return 1
    return network_of(Transmitters(claims), telling(claims)).lines
