"""Open the right kind of file for a format."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from khabar.export import Exporter
from khabar.store import StoredClaim


def write_file(exporter: Exporter, claims: Iterable[StoredClaim], path: Path) -> int:
    """Write ``claims`` to ``path`` in the exporter's format; gives how many rows it wrote."""
    if exporter.binary:
        with open(path, "wb") as stream:
            return exporter.write(claims, stream)
    with open(path, "w", encoding="utf-8", newline="") as text:
        return exporter.write(claims, text)


def stream_for(exporter: Exporter, stream: Any) -> Any:
    """``stream``, an open text file, as the exporter wants it: itself, or the bytes below it."""
    return stream.buffer if exporter.binary else stream
