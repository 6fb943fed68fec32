"""Two extractions of the same articles side by side: which claims both have, and how their fields agree.

Pairs and scores are those of :mod:`khabar.views.evaluate`, with the first extraction in the place of the coded one; the
figures of :class:`Comparison.report` are therefore what ``khabar evaluate`` prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.model import Record
from khabar.views.agreement import FIELDS, Coded
from khabar.views.evaluate import Report, evaluate, match, places_in
from khabar.views.variants import in_words

SHOWN = ("type", "mode", "status", "stance", "actors", "targets", "place", "date", "figures", "isnad")
"""Fields shown in words; of :data:`khabar.views.agreement.FIELDS`, ``sides`` belongs to actors and targets, ``country``
to the place, ``origin`` and ``chain`` to the isnad."""
_BEHIND = {"actors": ("actors", "sides"), "targets": ("targets", "sides"), "place": ("place", "country"),
           "isnad": ("origin", "chain")}  # fmt: skip


class Cell(Record, frozen=True, kw_only=True):
    """One field as both have it, in words; ``score`` 0 to 1, None where one of them has no such claim."""

    field: str
    a: str
    b: str
    score: float | None


class Row(Record, frozen=True, kw_only=True):
    """A claim of the first, of the second or of both: its words, where it begins in the text (None: unknown), and the
    fields that either fills. ``score`` is the mean of the twelve field scores, 0 for other types, None where only one
    of them has it."""

    start: int | None
    quote: str
    trigger: str
    seen: str
    cells: tuple[Cell, ...]
    score: float | None

    @property
    def agrees(self) -> bool:
        """Both have it, and every field is the same."""
        return self.seen == "both" and all(cell.score == 1 for cell in self.cells)


class ArticleRows(Record, frozen=True, kw_only=True):
    """The claims of one article in text order."""

    id: str
    rows: tuple[Row, ...]


class Comparison(Record, frozen=True, kw_only=True):
    """Two extractions called ``a`` and ``b``. ``only_a`` and ``only_b``: ids of articles that the other does not
    have."""

    a: str
    b: str
    report: Report
    articles: tuple[ArticleRows, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


def compare(a: Sequence[Coded], b: Sequence[Coded], names: tuple[str, str] = ("A", "B")) -> Comparison:
    """Compare rows ``{id, text?, claims, tallies}`` of two extractions. Where a claim is given by its quote alone, the
    text has to stand in a row of either."""
    first, second = {row["id"]: row for row in a}, {row["id"]: row for row in b}
    common = [(with_text(row, second[given]), second[given]) for given, row in first.items() if given in second]
    return Comparison(
        a=names[0],
        b=names[1],
        report=evaluate([row for row, _ in common], [row for _, row in common]),
        articles=tuple(_article(one, other) for one, other in common),
        only_a=tuple(str(given) for given in first if given not in second),
        only_b=tuple(str(given) for given in second if given not in first),
    )


def with_text(row: Coded, other: Coded) -> Coded:
    """``row`` with the text that it or ``other`` has, empty where neither has one."""
    text = row.get("text") if isinstance(row.get("text"), str) else other.get("text")
    return {**row, "text": text if isinstance(text, str) else ""}


def without_place(rows: Iterable[Coded], others: Iterable[Coded]) -> str | None:
    """The id of the first article with a claim that cannot be placed, for want of its text; None where all can."""
    texts = {row["id"]: row for row in others}
    for row in rows:
        text = with_text(row, texts.get(row["id"], {}))["text"]
        if not text and any(not isinstance(claim.get("trigger"), dict) for claim in row.get("claims") or []):
            return str(row["id"])
    return None


def _article(one: Coded, other: Coded) -> ArticleRows:
    mine, theirs = one.get("claims") or [], other.get("claims") or []
    pairs = match(one["text"], mine, theirs)
    rows = [_both(one["text"], mine[pair.gold], theirs[pair.predicted], pair.scores) for pair in pairs]
    paired, taken = {pair.gold for pair in pairs}, {pair.predicted for pair in pairs}
    rows += [_alone(one["text"], claim, "a") for n, claim in enumerate(mine) if n not in paired]
    rows += [_alone(one["text"], claim, "b") for n, claim in enumerate(theirs) if n not in taken]
    rows.sort(key=lambda row: (row.start is None, row.start or 0))
    return ArticleRows(id=str(one["id"]), rows=tuple(rows))


def _both(text: str, mine: Coded, theirs: Coded, scores: dict[str, float]) -> Row:
    same = mine["type"] == theirs["type"]
    known = {**scores, "type": float(same)}
    cells = []
    for field in SHOWN:
        a, b = in_words(field, mine.get(field)), in_words(field, theirs.get(field))
        if a or b:
            score = min(known[name] for name in _BEHIND.get(field, (field,)))
            cells.append(Cell(field=field, a=a, b=b, score=score))
    mean = sum(scores[name] for name in FIELDS) / len(FIELDS) if same else 0.0
    return Row(
        start=_start(text, mine),
        quote=mine.get("quote") or "",
        trigger=_trigger(mine),
        seen="both",
        cells=tuple(cells),
        score=mean,
    )


def _alone(text: str, claim: Coded, seen: str) -> Row:
    cells = []
    for field in SHOWN:
        if words := in_words(field, claim.get(field)):
            cells.append(Cell(field=field, a=words if seen == "a" else "", b=words if seen == "b" else "", score=None))
    return Row(
        start=_start(text, claim),
        quote=claim.get("quote") or "",
        trigger=_trigger(claim),
        seen=seen,
        cells=tuple(cells),
        score=None,
    )


def _trigger(claim: Coded) -> str:
    given = claim.get("trigger") or ""
    return given if isinstance(given, str) else str(given.get("text") or "")


def _start(text: str, claim: Coded) -> int | None:
    found = places_in(text, claim)
    return found[1].start if found else None
