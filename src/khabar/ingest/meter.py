"""How far a run of reading has come, in bytes of its files."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from khabar.ingest.read import walk


class Meter:
    """``total`` bytes to read, None where nobody knows (standard input, addresses), and those ``done``. ``leave`` is
    that of :func:`khabar.ingest.read.read_paths`."""

    def __init__(self, paths: Iterable[str | Path], leave: str | None = None) -> None:
        sizes = [_size(str(path), leave) for path in paths]
        self.total = None if None in sizes else sum(size or 0 for size in sizes)
        self.done = 0

    def counted(self, stream: BinaryIO) -> BinaryIO:
        """``stream``, its bytes counted here as they are read."""
        return io.BufferedReader(_Counted(stream, self), 1 << 16)


class _Counted(io.RawIOBase):
    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._meter.done += len(data)
        return len(data)


def _size(path: str, leave: str | None) -> int | None:
    """Bytes of a file, or of all files below a folder; None for what is no file."""
    try:
        if os.path.isfile(path):
            return os.path.getsize(path)
        if not os.path.isdir(path):
            return None
        return sum(os.path.getsize(name) for name in walk(path, leave) if os.path.isfile(name))
    except OSError:
        return None
