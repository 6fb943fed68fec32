"""Watch a folder, feeds or an address: read what is new, link it, and tell of events that were not there before."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from khabar.errors import KhabarError
from khabar.ingest import fetch, opml, polling
from khabar.ingest.encoding import decode
from khabar.ingest.fetch import USER_AGENT, Fetcher
from khabar.jobs.reading import Reading
from khabar.store import Counts, Store
from khabar.views.questions import Questions
from khabar.views.summary import EventSummary

LEAST = 60.0
"""Seconds between two looks at an address, at least."""
_FOLDER_EVERY = 5.0
_ADDRESS_EVERY = 300.0
_UNDELIVERED = 1000


class Watch:
    """Watching one place (a folder, an OPML file of feeds, an address) into one store. ``tell`` takes lines about
    failures."""

    def __init__(
        self,
        store: Store,
        place: str,
        *,
        every: float | None = None,
        webhook: str | None = None,
        outlet: str | None = None,
        jobs: int = 1,
        tell: polling.Tell = lambda line: None,
    ) -> None:
        self._store = store
        self._webhook = webhook
        self._outlet = outlet
        self._jobs = jobs
        self._tell = tell
        self._state = _state_path(store.path, place)
        self._fetcher: Fetcher | None = None
        self._undelivered: list[str] = []
        self.folders, self.addresses = _sources_of(place, every, store.path, polling.load(self._state), tell)

    def close(self) -> None:
        if self._fetcher is not None:
            self._fetcher.close()

    def round(self, *, now: float | None = None, once: bool = False) -> tuple[Counts, list[EventSummary]]:
        """Look wherever a look is due: what became of what was read, and the events that are new. ``once`` also
        reads files that may still be being written."""
        moment = time.monotonic() if now is None else now
        found = self._found(moment, once)
        first = next(found, None)
        counts = Counts(read=0, stored=0, duplicates=0, quarantined=0)
        new: list[str] = []
        if first is not None:
            fresh: set[str] = set()
            reading = Reading(self._store, jobs=self._jobs, outlet=self._outlet, fresh=fresh)
            counts = reading.take(chain([first], found), linked=True)
            new = sorted(fresh)
        self._remember()
        events = list(Questions(self._store).summaries(new)) if new else []
        if self._webhook:
            self._deliver(self._webhook, new)
        return counts, events

    def wait(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Until the next look is due."""
        dues = [folder.due for folder in self.folders] + [address.due for address in self.addresses]
        sleep(max(min(dues) - time.monotonic(), 0.2))

    def _found(self, now: float, once: bool) -> Iterator[Any]:
        for folder in self.folders:
            if folder.due <= now:
                yield from folder.look(now, all_files=once)
        for address in self.addresses:
            if address.due <= now:
                if self._fetcher is None:
                    self._fetcher = fetch.default_fetcher()
                yield from address.look(self._fetcher, now)

    def _remember(self) -> None:
        if not self.addresses:
            return
        try:
            polling.save(self._state, {address.url: address.known for address in self.addresses})
        except OSError as error:
            self._tell(f"{self._state} cannot be written ({error.strerror or error}); what was seen is forgotten later")

    def _deliver(self, webhook: str, new: Iterable[str]) -> None:
        """Send new events, and those that could not be sent before, as one JSON object ``{"events": [...]}``."""
        self._undelivered = [*self._undelivered, *new][-_UNDELIVERED:]
        if not self._undelivered:
            return
        fault = send(webhook, list(Questions(self._store).summaries(self._undelivered)))
        if fault is None:
            self._undelivered = []
        else:
            self._tell(f"{webhook} {fault}; {len(self._undelivered)} events wait for the next round")


def send(webhook: str, events: Sequence[EventSummary]) -> str | None:
    """Post events to an address that the user named; gives what went wrong, or None. Redirects are not followed."""
    import httpx
    import msgspec

    headers = {"Content-Type": "application/json", "User-Agent": USER_AGENT}
    try:
        body = msgspec.json.encode({"events": events})
        answer = httpx.post(webhook, content=body, headers=headers, timeout=15, trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        return f"cannot be reached ({str(error)[:200]})"
    return None if answer.is_success else f"answers {answer.status_code}"


def _sources_of(
    place: str, every: float | None, store: str, known: dict[str, polling.Known], tell: polling.Tell
) -> tuple[list[polling.Folder], list[polling.Address]]:
    """What is looked at: a folder, the feeds of an OPML file, or one address. KhabarError for anything else."""
    if os.path.isdir(place):
        return [polling.Folder(place, every=every or _FOLDER_EVERY, leave=store)], []
    urls = [place]
    if not place.lower().startswith(("http://", "https://")):
        urls = _feeds_in(place)
    if every is not None and every < LEAST:
        raise KhabarError(f"--every {every:g} is too often for an address of others; use {LEAST:.0f} seconds or more")
    pause = every or _ADDRESS_EVERY
    return [], [polling.Address(url, known.get(url, polling.Known()), every=pause, tell=tell) for url in urls]


def _feeds_in(path: str) -> list[str]:
    try:
        with open(path, "rb") as stream:
            text, _ = decode(stream.read(16 << 20))
    except OSError as error:
        reason = error.strerror or error
        raise KhabarError(
            f"cannot watch {path} ({reason}); name a folder, an OPML file of feeds, or an address"
        ) from error
    if not (found := opml.feeds(text)):
        raise KhabarError(f"{path} names no feeds; watch takes a folder, an OPML file, or an address")
    return found


def _state_path(store: str, place: str) -> str:
    """Where what was seen is remembered: beside the store's file, or here where the store is no file."""
    mark = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{'khabar' if '://' in store else store}.watch-{mark}.json"
