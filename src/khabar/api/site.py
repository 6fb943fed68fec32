"""What a running server knows: its store, what it keeps from one request to the next, and who may write."""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

import khabar
from khabar.api.imports import Imports
from khabar.store import Store
from khabar.views import names
from khabar.views.columns import columns_of
from khabar.views.questions import Questions, open_store

T = TypeVar("T")
_KEPT = 256


class Site:
    """One store served. ``token``: what writers have to show; None where nobody may write."""

    def __init__(self, path: str | os.PathLike[str], *, token: str | None = None) -> None:
        self.path = os.fspath(path)
        self.token = token or None
        self.questions: Questions = open_store(self.path)
        self.imports = Imports(self.path)
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._state = ""
        self._lock = threading.Lock()

    @property
    def store(self) -> Store:
        return self.questions.store

    def close(self) -> None:
        self.questions.close()

    def state(self) -> str:
        """Changes whenever what the store holds does: the stamp of every answer."""
        return hashlib.sha256(f"{khabar.__version__} {self.store.state()}".encode()).hexdigest()[:16]

    def keep(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        """``make()``, or what it gave for this key since the store last changed; at most 256 answers are kept."""
        state = self.state()
        with self._lock:
            if state != self._state:
                self._kept.clear()
                self._state = state
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[no-any-return]
        made = make()
        with self._lock:
            if state == self._state:
                self._kept[key] = made
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Keep nothing from earlier requests."""
        with self._lock:
            self._kept.clear()

    def warm(self) -> None:
        """Read the columns that lists and counts are made from, and load the names that filters know, so that no
        visitor waits for it."""
        columns_of(self.store)
        names.actors("")
        names.places("")

    def may_write(self, shown: str | None) -> bool:
        """Whether ``shown`` is the token; compared in constant time."""
        return bool(self.token) and hmac.compare_digest((shown or "").encode(), (self.token or "").encode())
