"""Keeps the tables of the lexicon from one start to the next, since building them takes most of a start.

They are looked for beside the resources, where a wheel may bring them, and in the user's cache folder, where the first
start puts them: ``$XDG_CACHE_HOME/khabar`` or ``~/.cache/khabar``. ``KHABAR_CACHE`` names another folder, or ``off``.
A file counts only if it was made from the very resources and code at hand and is whole; any other is passed over, and
where nothing can be written the tables are built at every start.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

import msgspec

from khabar.lexicon.building import build
from khabar.lexicon.load import root, sources
from khabar.lexicon.tables import Tables

SHIPPED: Final = "lexicon.tables"
"""Name of the file beside the resources."""
MOST: Final = 4
"""Files in a cache folder, one for each version in use: the oldest go."""
_MAGIC: Final = b"khabar lexicon\n"
_SIZE: Final = hashlib.sha256().digest_size


def tables(folder: Path | None = None) -> Tables:
    """The tables of the resources below ``folder`` (those that ship with the package): kept ones where they still
    hold, else built, and kept for the next start."""
    folder, cache = folder or root(), cache_folder()
    shipped = folder / SHIPPED
    if cache is None and not shipped.exists():
        return build(folder)
    key = made_from(folder)
    kept = cache / f"lexicon-{key.hex()[:32]}" if cache is not None else None
    for path in (shipped, kept):
        found = read(path, key) if path is not None else None
        if found is not None:
            return found
    made = build(folder)
    if kept is not None:
        write(kept, key, made)
    return made


def cache_folder() -> Path | None:
    """Where tables are kept, or None."""
    asked = os.environ.get("KHABAR_CACHE", "")
    if asked == "off":
        return None
    if asked:
        return Path(asked)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):
        return Path(base) / "khabar"
    with contextlib.suppress(RuntimeError):
        return Path.home() / ".cache" / "khabar"
    return None


def made_from(folder: Path) -> bytes:
    """A hash over all that the tables depend on: resources, code, the version of Python."""
    found = hashlib.sha256(f"Python {sys.version_info[0]}.{sys.version_info[1]}".encode())
    for path in (*_code(), *sources(folder)):
        content = path.read_bytes()
        found.update(f"\n{path.name} {len(content)}\n".encode())
        found.update(content)
    return found.digest()


def _code() -> list[Path]:
    """What makes the tables what they are, next to the resources."""
    return [path for part in ("lexicon", "text") for path in sorted((root().parent / part).glob("*.py"))]


def read(path: Path, key: bytes) -> Tables | None:
    """The tables in a file; None where there is none, it is somebody else's, damaged, or made from something else."""
    try:
        if not path.is_file() or not _trusted(path.stat().st_uid):
            return None
        with path.open("rb") as file:
            if file.read(len(_MAGIC) + _SIZE) != _MAGIC + key:
                return None
            told, body = file.read(_SIZE), file.read()
        if hashlib.sha256(body).digest() != told:
            return None
        return msgspec.msgpack.decode(body, type=Tables)
    except (OSError, msgspec.MsgspecError):
        return None


def write(path: Path, key: bytes, made: Tables) -> bool:
    """Put the tables into a file, whole or not at all; whether that was possible. Starts at the same time each write
    their own and the last one stays."""
    body = msgspec.msgpack.encode(made)
    part = ""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, part = tempfile.mkstemp(prefix="lexicon-", suffix=".part", dir=path.parent)
        with os.fdopen(number, "wb") as file:
            for piece in (_MAGIC, key, hashlib.sha256(body).digest(), body):
                file.write(piece)
        Path(part).replace(path)
        _tidy(path)
    except OSError:
        if part:
            with contextlib.suppress(OSError):
                Path(part).unlink()
        return False
    return True


def _tidy(newest: Path) -> None:
    """Leave only the newest files: those of versions no longer in use go, and what stopped starts left."""
    others = [path for path in newest.parent.glob("lexicon-*") if path != newest]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[MOST - 1 :]:
        path.unlink(missing_ok=True)


def _trusted(owner: int) -> bool:
    """The file is one's own or the administrator's."""
    return not hasattr(os, "getuid") or owner in {0, os.getuid()}
