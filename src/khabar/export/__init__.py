"""Formats to take away, one self-registering module per format.

An exporter writes stored claims to a stream. To add a format, add one module here that calls :func:`register`;
nothing else needs to know it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

from khabar.errors import KhabarError
from khabar.model import Record
from khabar.store import StoredClaim


class Exporter(Record, frozen=True, kw_only=True):
    """A format: its ``name`` on the command line, the file ``suffix`` that chooses it, what it holds in one line, and
    ``write``, which takes claims and a text stream opened with ``newline=""`` and gives how many ``rows`` it wrote.

    ``binary``: the stream is one of bytes. ``columns``: for formats of other projects, where each column comes from, or
    why it is empty (``docs/exports.md``).
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Iterable[StoredClaim], IO[Any]], int]
    binary: bool = False
    rows: str = "claims"
    columns: Mapping[str, str] = {}


_known: dict[str, Exporter] = {}


def register(exporter: Exporter) -> None:
    """Make a format known. ValueError where its name is taken."""
    if exporter.name in _known:
        raise ValueError(f"there is an exporter {exporter.name} already")
    _known[exporter.name] = exporter


@cache
def exporters() -> dict[str, Exporter]:
    """All formats by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return dict(sorted(_known.items()))


def choose(name: str | None, path: str | None) -> Exporter:
    """The format called ``name``, or the one of the path's suffix (``.ged.csv`` before ``.csv``), or JSON Lines where
    the path has none. KhabarError for an unknown name or suffix."""
    known = exporters()
    if name is not None:
        if name not in known:
            raise KhabarError(f"there is no format {name}; the formats are {', '.join(known)}")
        return known[name]
    file = Path(path or "").name.lower()
    fitting = [exporter for exporter in known.values() if file.endswith(exporter.suffix)]
    if fitting:
        return max(fitting, key=lambda exporter: len(exporter.suffix))
    suffix = Path(file).suffix
    if suffix:
        suffixes = ", ".join(exporter.suffix for exporter in known.values())
        raise KhabarError(
            f"no format is written to {suffix} files; the suffixes are {suffixes}; --format names a format"
        )
    return known["jsonl"]
