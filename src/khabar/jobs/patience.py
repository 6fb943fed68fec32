"""Give up on an article that keeps the processor for too long: some made text may take hours, and no article stops a
run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONGEST = 120.0
"""Seconds of processor time that one article may take; a line of a megabyte takes about 15."""


class TooLongError(BaseException):
    """The time is over. No ``Exception``, so that no handler on the way takes it for a fault of its own."""


@contextmanager
def patience(seconds: float = LONGEST) -> Iterator[None]:
    """Raise TooLongError inside the block once this process has computed for ``seconds`` in it.

    Processor time, so that a busy machine changes nothing. Needs a main thread and interval timers (POSIX); elsewhere
    the block runs as long as it takes.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _over(number: int, frame: FrameType | None) -> None:
    raise TooLongError
