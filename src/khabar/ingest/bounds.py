"""Streams that cannot expand without bound: what every unpacked byte is counted against."""

from __future__ import annotations

import io
from typing import BinaryIO, Protocol

from khabar.ingest.readers import Limits, TooLargeError

_FREE = 16 << 20
"""Unpacked bytes allowed whatever the ratio: small highly compressible files are common and harmless."""


class Taken(Protocol):
    """Something that counts the packed bytes taken so far."""

    taken: int


class Counted(io.RawIOBase):
    """A stream that counts what is read from it (``taken`` bytes)."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)


class Budget:
    """What an archive may still unpack. :meth:`spend` raises TooLargeError once a bound is passed."""

    def __init__(self, limits: Limits, packed: Taken | None = None, packed_size: int = 0) -> None:
        self._limits = limits
        self._packed = packed
        self._size = packed_size
        self.unpacked = 0
        self.members = 0

    def member(self) -> None:
        """Count one more member."""
        self.members += 1
        if self.members > self._limits.members:
            raise TooLargeError(f"an archive of more than {self._limits.members} members; split it")

    def spend(self, size: int) -> None:
        """Count ``size`` more unpacked bytes."""
        self.unpacked += size
        packed = self._packed.taken if self._packed is not None else self._size
        if self.unpacked > self._limits.unpacked:
            raise TooLargeError(f"unpacks to more than {self._limits.unpacked >> 20} MiB; split it")
        if self.unpacked > _FREE and self.unpacked > self._limits.ratio * max(packed, 1):
            raise TooLargeError(
                f"unpacks to more than {self._limits.ratio} times its size, as archives made to do harm do"
            )


class Bounded(io.RawIOBase):
    """An unpacking stream whose bytes are spent from a budget as they are read."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), 1 << 20))
        buffer[: len(data)] = data
        self._budget.spend(len(data))
        return len(data)
