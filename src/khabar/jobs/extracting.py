"""Articles as JSON Lines in, claims as JSON Lines out: one row for each row, same order, same id."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import msgspec

from khabar.errors import KhabarError
from khabar.extractors.default import DefaultExtractor
from khabar.extractors.protocol import Extractor
from khabar.jobs import rows
from khabar.jobs.linking import link_extractions
from khabar.jobs.parallel import Fault, extract_all
from khabar.model import Article, Extraction, Record

Complain = Callable[[str], None]


class Done(Record, frozen=True, kw_only=True):
    """What a run gave: rows read, claims found, rows that could not be used."""

    rows: int
    claims: int
    bad: int


class _Row:
    """An input row on its way: its id, and in the end its extraction or what was wrong with it."""

    __slots__ = ("error", "extraction", "id", "line")

    def __init__(self, line: int, row_id: Any) -> None:
        self.line = line
        self.id = row_id
        self.error: str | None = None
        self.extraction: Extraction | None = None


def extract_rows(
    lines: Iterable[str | bytes],
    write: Callable[[str], object],
    *,
    linked: bool = True,
    jobs: int = 1,
    rules: bool = False,
    complain: Complain = lambda message: None,
    extractor: Extractor | None = None,
) -> Done:
    """Extract the claims of every row of ``lines`` and ``write`` one line for each, in order.

    A row without a usable text gives ``{"id", "claims": [], "tallies": [], "error"}`` and a call of ``complain`` with
    the line number and the reason. Linking needs all claims at once; with ``linked=False`` rows are written as they
    come and every claim's event is null.
    """
    count = claims = bad = 0
    held: list[tuple[_Row, Article | None]] = []
    for row, article in _extracted(lines, jobs, extractor or DefaultExtractor()):
        count += 1
        if row.error is not None:
            bad += 1
            complain(f"line {row.line}: {row.error}")
        claims += len(row.extraction.claims) if row.extraction else 0
        if linked:
            held.append((row, article))
        else:
            write(_line(row, None, rules=rules))
    good = [(article, row.extraction) for row, article in held if article is not None and row.extraction is not None]
    events = iter(link_extractions(good) if good else [])
    for row, _ in held:
        write(_line(row, next(events) if row.extraction is not None else None, rules=rules))
    return Done(rows=count, claims=claims, bad=bad)


def _extracted(lines: Iterable[str | bytes], jobs: int, extractor: Extractor) -> Iterator[tuple[_Row, Article | None]]:
    """Every row in order, with its article where it has one. Bad rows wait for the good ones that came before
    them."""
    pending: list[tuple[_Row, Article | None]] = []

    def good() -> Iterator[Article]:
        for row, article in _parsed(lines):
            pending.append((row, article))
            if article is not None:
                yield article

    for _article, result in extract_all(good(), jobs, extractor):
        while pending[0][1] is None:
            yield pending.pop(0)
        row, article = pending.pop(0)
        if isinstance(result, Fault):
            row.error = result.sentence
            yield row, None
        else:
            row.extraction = result
            yield row, article
    yield from pending


def _parsed(lines: Iterable[str | bytes]) -> Iterator[tuple[_Row, Article | None]]:
    taken: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _Row(number, None)
        article = None
        try:
            values = rows.parse(line)
            row.id = values.get("id")
            article = rows.article_of(values, rows.unique_id(row.id, values.get("text"), taken))
        except rows.BadRowError as error:
            row.error = str(error)
        yield row, article


def _line(row: _Row, events: list[str] | None, *, rules: bool) -> str:
    if row.extraction is None:
        return rows.dump({"id": row.id, "claims": [], "tallies": [], "error": row.error})
    return rows.dump(rows.extraction_row(row.id, row.extraction, events, rules=rules))


def link_rows(
    lines: Iterable[str | bytes], write: Callable[[str], object], *, complain: Complain = lambda message: None
) -> Done:
    """Rows ``{id, source, published, title, text, claims}`` of coded claims in; the same rows out, each claim's
    ``event`` replaced.

    Rows that are not usable are passed through as they are, with a call of ``complain``.
    """
    held: list[tuple[str, dict[str, Any] | None]] = []
    good: list[tuple[Article, Extraction]] = []
    taken: set[str] = set()
    bad = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        raw = line.decode("utf-8", "replace") if isinstance(line, bytes) else line
        try:
            values = rows.parse(line)
            article = rows.article_of(values, rows.unique_id(values.get("id"), values.get("text"), taken))
            claims = tuple(rows.claim_of(coded, article.text) for coded in values.get("claims") or [])
            good.append((article, Extraction(id=article.id, claims=claims)))
            held.append((raw, values))
        except (rows.BadRowError, msgspec.ValidationError, KeyError, TypeError) as error:
            bad += 1
            complain(f"line {number}: {error if isinstance(error, ValueError) else f'a claim lacks {error}'}")
            held.append((raw, None))
    events = iter(link_extractions(good) if good else [])
    for raw, known in held:
        if known is None:
            write(raw.strip())
            continue
        for coded, event in zip(known.get("claims") or [], next(events), strict=True):
            coded["event"] = event
        write(rows.dump(known))
    return Done(rows=len(held), claims=sum(len(extraction.claims) for _, extraction in good), bad=bad)


@contextmanager
def lines_of(path: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for ``-``. KhabarError where it cannot be opened."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = open(path, "rb")  # noqa: SIM115  closed below
    except OSError as error:
        raise KhabarError(f"cannot read {path}: {error.strerror or error}; check the path") from error
    with stream:
        yield stream


@contextmanager
def whole_file(path: str | None) -> Iterator[IO[str]]:
    """A file that appears under its name only when the block ends well; standard output for ``-`` or None."""
    if path in (None, "-"):
        yield sys.stdout
        return
    special = os.path.exists(path) and not os.path.isfile(path)
    partial = path if special else f"{path}.partial"
    try:
        stream = open(partial, "w", encoding="utf-8", newline="\n")  # noqa: SIM115  closed below
    except OSError as error:
        raise KhabarError(
            f"cannot write {path}: {error.strerror or error}; check the folder and its permissions"
        ) from error
    try:
        with stream:
            yield stream
        if not special:
            os.replace(partial, path)
    except BaseException:
        if not special and os.path.exists(partial):
            os.unlink(partial)
        raise
