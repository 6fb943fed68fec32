"""Processes that each work on one batch at a time, over a pipe of their own.

No lock or queue is shared between them: where one dies at any moment, killed for lack of memory say, its pipe ends and
the run says so. (A pool of ``concurrent.futures`` can wait for ever when a worker dies while it hands over a result.)
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from khabar.errors import KhabarError

Batch = TypeVar("Batch")
Result = TypeVar("Result")
_GONE = "a worker process died, most likely for lack of memory; run again with fewer --jobs"


class _Task(Generic[Batch, Result]):
    """A batch on its way: not sent yet, with a worker, or done."""

    __slots__ = ("batch", "result")

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.result: Result | None = None


def in_processes(
    draw: Callable[[], Batch], work: Callable[[Batch], Result], count: int, ahead: int
) -> Iterator[tuple[Batch, Result]]:
    """Each batch that ``draw`` gives (until an empty one) with what ``work`` makes of it, in order.

    ``count`` processes; at most ``ahead`` batches are in memory. What ``work`` raises as KhabarError is raised here, as
    is one for a process that died. ``work`` and what it holds are inherited or pickled.
    """
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    processes, idle = [], []
    busy: dict[Connection, _Task[Batch, Result]] = {}
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, work), daemon=True)  # type: ignore[attr-defined]
            process.start()
            theirs.close()  # the only other end is the process's: when it dies, ours ends
            processes.append(process)
            idle.append(ours)
        yield from _ordered(draw, idle, busy, ahead)
    finally:
        for connection in (*idle, *busy):
            connection.close()
        for process in processes:
            process.terminate()
            process.join()


def _ordered(
    draw: Callable[[], Batch], idle: list[Connection], busy: dict[Connection, _Task[Batch, Result]], ahead: int
) -> Iterator[tuple[Batch, Result]]:
    tasks: deque[_Task[Batch, Result]] = deque()
    unsent: deque[_Task[Batch, Result]] = deque()
    more = True
    while True:
        while idle and unsent:
            connection, task = idle.pop(), unsent.popleft()
            busy[connection] = task
            _talk(partial(connection.send, task.batch))
        if tasks and tasks[0].result is not None:
            first = tasks.popleft()
            assert first.result is not None
            yield first.batch, first.result
        elif more and len(tasks) < ahead:
            if batch := draw():
                tasks.append(_Task(batch))
                unsent.append(tasks[-1])
            else:
                more = False
        elif not tasks:
            return
        else:
            _receive(idle, busy, None)
        _receive(idle, busy, 0)


def _receive(idle: list[Connection], busy: dict[Connection, _Task[Any, Any]], timeout: float | None) -> None:
    """Take the results that have come; wait for one where ``timeout`` is None."""
    for connection in wait(list(busy), timeout) if busy else ():
        assert isinstance(connection, Connection)
        result = _talk(connection.recv)
        if isinstance(result, KhabarError):
            raise result
        busy.pop(connection).result = result
        idle.append(connection)


def _talk(exchange: Callable[[], Any]) -> Any:
    try:
        return exchange()
    except (EOFError, OSError) as error:
        raise KhabarError(_GONE) from error


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """A process's life: batches in, results out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    while True:
        try:
            batch = connection.recv()
            try:
                result = work(batch)
            except KhabarError as error:
                result = error
            connection.send(result)
        except (EOFError, OSError):
            return
