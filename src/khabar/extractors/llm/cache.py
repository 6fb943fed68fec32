"""Answers kept in a folder, one file each, found again by what was asked of which model."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from khabar.errors import KhabarError
from khabar.model import Record


class Reply(Record, frozen=True, kw_only=True):
    """An answer as it came: its text, the tokens it took, and whether the model was cut short."""

    content: str
    tokens_in: int
    tokens_out: int
    cut: bool = False


def key_of(asked: dict[str, Any]) -> str:
    """The name of an answer: a hash of everything that is asked, the model and the prompt with it."""
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


class Cache:
    """``folder`` None: nothing is kept. KhabarError where the folder cannot be written."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise KhabarError(
                    f"cannot keep answers in {folder}: {error.strerror or error}; give --set cache=FOLDER or cache=off"
                ) from error

    def get(self, key: str) -> Reply | None:
        """The answer kept under ``key``; one that cannot be read counts as none."""
        if self.folder is None:
            return None
        try:
            return msgspec.json.decode((self._path(key)).read_bytes(), type=Reply)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer; it appears whole or not at all."""
        if self.folder is None:
            return
        path = self._path(key)
        path.parent.mkdir(exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(msgspec.json.encode(reply))
        os.replace(partial, path)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / f"{key}.json"
