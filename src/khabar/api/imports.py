"""Reading uploaded files into the store in the background, one run at a time, with counts to look at."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import threading
from collections import OrderedDict
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO, Literal

import msgspec

from khabar.errors import KhabarError
from khabar.model import Record
from khabar.store import Counts, Store

LARGEST = 200 << 20
"""Bytes of one upload, all files together."""
MOST_FILES = 50
_PREFIX = "khabar-import-"
_SENT = re.compile(rf"\S*{_PREFIX}[^/\\\s]+[/\\]\d{{3}}-")
_NONE = Counts(read=0, stored=0, duplicates=0, quarantined=0)
_MOST_FAULTS = 100
State = Literal["waiting", "reading", "linking", "done", "failed"]
RUNNING = ("waiting", "reading", "linking")


class TooMuchError(KhabarError):
    """An upload is larger than :data:`LARGEST` or has more than :data:`MOST_FILES` files."""


class Unread(Record, frozen=True, kw_only=True):
    """Something of an import that could not be read: the file (and the place in it), and why."""

    place: str
    reason: str


class Job(Record, frozen=True, kw_only=True):
    """One import: what became of its articles so far, ``share`` (0 to 1) of its bytes read, the first hundred things
    that could not be read; ``error`` one line where it failed."""

    id: str
    state: State
    files: tuple[str, ...]
    counts: Counts
    share: float = 0.0
    unread: tuple[Unread, ...] = ()
    error: str | None = None


class Imports:
    """Imports of one store; the last hundred are remembered."""

    def __init__(self, store: str) -> None:
        self._store = store
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._turn = threading.Lock()

    def get(self, job: str) -> Job | None:
        with self._lock:
            return self._jobs.get(job)

    def start(self, files: list[tuple[str, BinaryIO]], *, outlet: str | None = None) -> Job:
        """Copy ``files`` (name and stream) aside and read them into the store in a thread of its own."""
        if len(files) > MOST_FILES:
            raise TooMuchError(f"{len(files)} files at once; send at most {MOST_FILES}")
        folder = Path(mkdtemp(prefix=_PREFIX))
        try:
            names = _copy(files, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        job = Job(id=secrets.token_hex(8), state="waiting", files=tuple(names), counts=_NONE)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > 100:
                self._jobs.popitem(last=False)
        threading.Thread(target=self._read, args=(job.id, folder, outlet), daemon=True).start()
        return job

    def _change(self, job: str, **values: object) -> None:
        with self._lock:
            self._jobs[job] = msgspec.structs.replace(self._jobs[job], **values)

    def _read(self, job: str, folder: Path, outlet: str | None) -> None:
        from khabar.ingest.meter import Meter
        from khabar.jobs.reading import read

        with self._turn:
            self._change(job, state="reading")
            meter = Meter([folder])

            def tell(counts: Counts) -> None:
                share = meter.done / meter.total if meter.total else 1.0
                settled = counts.read == counts.stored + counts.duplicates + counts.quarantined
                state = "linking" if settled and share >= 1 else "reading"
                self._change(job, counts=counts, share=share, state=state)

            try:
                counts = read([folder], self._store, outlet=outlet, progress=tell, meter=meter)
                unread = _unread(self._store, folder) if counts.quarantined else ()
                self._change(job, state="done", counts=counts, share=1.0, unread=unread)
            except Exception as error:  # a failed import is told on its page; the server goes on
                self._change(job, state="failed", error=f"{error}".splitlines()[0][:300] or type(error).__name__)
            finally:
                shutil.rmtree(folder, ignore_errors=True)


def _unread(store: str, folder: Path) -> tuple[Unread, ...]:
    with Store.open(store, read_only=True) as opened:
        found = [item for item in opened.quarantined() if item.origin.startswith(f"{folder}{os.sep}")]
    return tuple(Unread(place=as_sent(item.origin), reason=as_sent(item.reason)) for item in found[:_MOST_FAULTS])


def as_sent(words: str) -> str:
    """An origin or a reason with files named as the person who sent them did; other files as they are."""
    return _SENT.sub("", words)


def was_sent(origin: str) -> bool:
    """Whether something came by an import, so that its file is gone from the server."""
    return _SENT.search(origin) is not None


def _copy(files: list[tuple[str, BinaryIO]], folder: Path) -> list[str]:
    """Put the files into ``folder``, numbered, under the last part of their names; gives the names."""
    left, names = LARGEST, []
    for number, (name, stream) in enumerate(files, 1):
        plain = _plain(name) or "upload"
        with open(folder / f"{number:03}-{plain}", "wb") as out:
            while chunk := stream.read(1 << 20):
                left -= len(chunk)
                if left < 0:
                    raise TooMuchError(f"more than {LARGEST >> 20} MiB at once; send fewer files, or use khabar read")
                out.write(chunk)
        names.append(plain)
    return names


def _plain(name: str) -> str:
    """The last part of a file's name, letters, digits, dots, dashes and underscores only, at most 80 of them."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c if c.isalnum() or c in "._-" else "_" for c in last).lstrip(".")[-80:]
