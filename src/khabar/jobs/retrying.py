"""Read again what lies in quarantine: what can be read now is stored and released."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from khabar.ingest.read import read_paths
from khabar.jobs.reading import Reading
from khabar.model import Record
from khabar.store import Counts, Quarantined, Store

_PLACE = re.compile(r"[:#]\d+$")
_ADDRESS = re.compile(r"https?://[^/]*", re.IGNORECASE)


class Retried(Record, frozen=True, kw_only=True):
    """What a retry came to: items ``released`` from quarantine, those that ``stay`` because they still cannot be
    read, those whose input is ``gone``, and what became of all that was read again on the way."""

    released: tuple[str, ...]
    stay: tuple[str, ...]
    gone: tuple[str, ...]
    counts: Counts


class _Again(Reading):
    """A reading that remembers what it set aside."""

    def __init__(self, store: Store, **options: Any) -> None:
        super().__init__(store, **options)
        self.aside: set[tuple[str, str]] = set()

    def _set_aside(self, item: Quarantined) -> None:
        super()._set_aside(item)
        self.aside.add((item.origin, item.sha256))


def input_of(origin: str) -> str | None:
    """The file, folder or address that has to be read again for something that stood at ``origin`` (which may name a
    line, record or member of it); None where it is not there (any more), or was standard input."""
    outer = origin.split("!/", 1)[0]
    if address := _ADDRESS.match(outer):
        return address.group() + _PLACE.sub("", outer[address.end() :])
    for place in (origin, outer, _PLACE.sub("", outer), _PLACE.sub("", _PLACE.sub("", outer))):
        if os.path.exists(place):
            return place
    return None


def retry(
    store: Store,
    items: Iterable[Quarantined] | None = None,
    *,
    reader: str | None = None,
    columns: Mapping[str, str] | None = None,
    outlet: str | None = None,
    jobs: int = 1,
    follow: bool = False,
) -> Retried:
    """Read the inputs of ``items`` (all in quarantine, where None) again, whole, and release what no longer fails.

    What lies in one file is retried together: its good records are met as duplicates. An item that fails again stays,
    with the latest reason. Options are those of :func:`khabar.jobs.reading.read`.
    """
    by_input: dict[str | None, list[Quarantined]] = defaultdict(list)
    for item in store.quarantined() if items is None else items:
        by_input[input_of(item.origin)].append(item)
    gone = by_input.pop(None, [])
    run = _Again(store, jobs=jobs, outlet=outlet)
    counts = Counts(read=0, stored=0, duplicates=0, quarantined=0)
    places = [place for place in by_input if place is not None]
    if places:
        counts = run.take(read_paths(places, reader=reader, columns=columns, split=True, follow=follow), linked=True)
    released, stay = [], []
    for item in (item for group in by_input.values() for item in group):
        if (item.origin, item.sha256) in run.aside:
            stay.append(item.origin)
        else:
            store.release(item.origin, item.sha256)
            released.append(item.origin)
    return Retried(released=tuple(released), stay=tuple(stay), gone=tuple(item.origin for item in gone), counts=counts)
