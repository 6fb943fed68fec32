"""Read the resource files into typed entries; a fault is reported with its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import msgspec

from khabar.lexicon.schema import FILES, KINDS, Entry, PlaceRow


class ResourceError(ValueError):
    """A resource file holds something that cannot be read; the message names the file, the line and the reason."""


class Loaded(NamedTuple):
    kind: str
    entry: Entry
    where: str


def root() -> Path:
    """Folder of the resources that ship with the package."""
    return Path(str(resources.files("khabar"))) / "resources"


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Entry]:
    return msgspec.json.Decoder(KINDS[kind])


def read_file(path: Path, kind: str) -> Iterator[Loaded]:
    """Entries of one JSON Lines file; blank lines and lines that begin with ``//`` are passed over."""
    decoder = _decoder(kind)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith(b"//") or not line.strip():
                continue
            try:
                yield Loaded(kind, decoder.decode(line), f"{path.name}:{number}")
            except msgspec.MsgspecError as error:
                raise ResourceError(f"{path}, line {number}: {error}") from None


def sources(folder: Path) -> list[Path]:
    """Every file below ``folder`` that the lexicon is made of."""
    return [path for pattern in (*FILES, "places/*.tsv", "vocabulary.tsv") for path in sorted(folder.glob(pattern))]


def read_entries(folder: Path | None = None) -> list[Loaded]:
    """All JSON Lines entries of the known kinds below ``folder``. Raises ResourceError for a doubled id."""
    folder = folder or root()
    found: list[Loaded] = []
    seen: dict[tuple[str, str], str] = {}
    for pattern, kind in FILES.items():
        for path in sorted(folder.glob(pattern)):
            for loaded in read_file(path, kind):
                key = (kind, loaded.entry.id)
                if key in seen:
                    raise ResourceError(f"{loaded.where}: id {loaded.entry.id!r} stands already at {seen[key]}")
                seen[key] = loaded.where
                found.append(loaded)
    return found


def read_places(folder: Path | None = None) -> Iterator[PlaceRow]:
    """Rows of the gazetteer tables (tab-separated, one header line), table by table, of each the largest places first:
    of two that share a name the larger is meant where nothing else tells."""
    for path in sorted(((folder or root()) / "places").glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = []
        for number, line in enumerate(lines[1:], 2):
            cells = line.split("\t")
            try:
                rows.append(_place(cells))
            except (ValueError, IndexError) as error:
                raise ResourceError(f"{path}, line {number}: {error}") from None
        yield from sorted(rows, key=lambda row: -row.population)


def _place(cells: list[str]) -> PlaceRow:
    country = cells[5] if len(cells[5]) == 3 else None
    return PlaceRow(
        id=cells[0],
        name=cells[1],
        variants=tuple(part for part in cells[2].split("|") if part),
        en=cells[3],
        kind=cells[4],
        country=country,
        admin1=cells[6],
        lat=float(cells[7]) if cells[7] else float("nan"),
        lon=float(cells[8]) if cells[8] else float("nan"),
        weak=cells[9].strip() in {"1", "true"},
        population=int(float(cells[10])) if len(cells) > 10 and cells[10].strip() else 0,
    )


def read_vocabulary(folder: Path | None = None) -> dict[str, str]:
    """Common words and their class (see ``scripts/make_vocabulary.py``)."""
    path = (folder or root()) / "vocabulary.tsv"
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    found: dict[str, str] = {}
    for line in lines:
        word, kind = line.split("\t", 1)
        found[word] = kind
    return found
