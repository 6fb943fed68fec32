"""How far reading has come, as a bar on standard error where that is a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

    from khabar.ingest.meter import Meter
    from khabar.store import Counts

_EVERY = 0.1


class ReadingBar:
    """A bar with what became of the articles, their rate and the time left; without a known size (standard input,
    addresses) it tells no time. Use it as a context; call it with the counts."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._bar: Progress | None = None
        self._begun = self._shown = time.monotonic()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                BarColumn(bar_width=24),
                TaskProgressColumn(),
                TextColumn("{task.description}", markup=False),
                TimeRemainingColumn(compact=True),
                TextColumn("left"),
                console=Console(stderr=True),
                transient=True,
            )
            self._bar.start()
            self._task = self._bar.add_task("", total=self._meter.total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, counts: Counts) -> None:
        now = time.monotonic()
        settled = counts.read == counts.stored + counts.duplicates + counts.quarantined
        ended = settled and self._meter.total is not None and self._meter.done >= self._meter.total
        if self._bar is None or (now - self._shown < _EVERY and not ended):
            return
        self._shown = now
        rate = counts.read / max(now - self._begun, 0.001)
        told = f"{counts.read} read, {counts.stored} stored, {counts.quarantined} quarantined, {rate:.0f} a second"
        self._bar.update(self._task, description=f"{told}; linking" if ended else told, completed=self._done(settled))

    def _done(self, settled: bool) -> int | None:
        """Bytes read; files are read ahead of what comes of them, so the bar is full only when nothing is left."""
        total = self._meter.total
        return None if total is None else self._meter.done if settled else min(self._meter.done, int(0.999 * total))
