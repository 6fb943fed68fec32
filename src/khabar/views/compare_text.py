"""An article cut into stretches with and without claims, and a stretch cut where quotes and triggers begin and end."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from khabar.model import Record, Span
from khabar.views.compare import ArticleRows, Row
from khabar.views.marks import sentence_around


class Stretch(Record, frozen=True, kw_only=True):
    """A part of an article's text, in code points, and the indexes of the claims told in it (none: no claim is)."""

    start: int
    end: int
    rows: tuple[int, ...]


class Piece(Record, frozen=True, kw_only=True):
    """Text that is marked alike throughout: ``depth`` quotes hold it, it belongs to the trigger of claim ``trigger``,
    and the triggers of the claims ``closes`` end with the word that ends here. Claims are named by their indexes."""

    text: str
    depth: int
    trigger: int | None = None
    closes: tuple[int, ...] = ()


def stretches(article: ArticleRows) -> tuple[Stretch, ...]:
    """The text in order: sentences that claims of either side are told in, joined where they overlap, and between
    them what no claim is told in. Claims whose place is unknown are in none."""
    held: list[tuple[int, int, set[int]]] = []
    for number, row in enumerate(article.rows):
        for side in row.sides:
            if side.evidence:
                held.append((*sentence_around(article.text, side.evidence), {number}))
    merged: list[tuple[int, int, set[int]]] = []
    for start, end, numbers in sorted(held, key=lambda one: one[:2]):
        if merged and start < merged[-1][1]:
            before = merged.pop()
            start, end, numbers = before[0], max(end, before[1]), before[2] | numbers
        merged.append((start, end, numbers))
    found, done = [], 0
    for start, end, numbers in merged:
        found += _between(article.text, done, start)
        found.append(Stretch(start=start, end=end, rows=tuple(sorted(numbers))))
        done = end
    return (*found, *_between(article.text, done, len(article.text)))


def _between(text: str, start: int, end: int) -> list[Stretch]:
    return [Stretch(start=start, end=end, rows=())] if text[start:end].strip() else []


def pieces(text: str, stretch: Stretch, rows: tuple[Row, ...], *, first: bool) -> tuple[Piece, ...]:
    """The stretch as one side has it (the first or the second), cut into pieces; together they are its text."""
    quotes: list[Span] = []
    triggers: list[tuple[Span, int]] = []
    ends: dict[int, list[int]] = {}
    for number in stretch.rows:
        side = rows[number].a if first else rows[number].b
        if side is not None and side.evidence and side.at:
            quotes.append(side.evidence)
            triggers.append((side.at, number))
            ends.setdefault(min(_word_end(text, side.at.end), stretch.end), []).append(number)
    cuts = {stretch.start, stretch.end, *ends}
    for span in (*quotes, *(at for at, _ in triggers)):
        cuts |= {span.start, span.end}
    order = sorted(cut for cut in cuts if stretch.start <= cut <= stretch.end)
    return tuple(
        Piece(
            text=text[start:end],
            depth=sum(span.start < end and start < span.end for span in quotes),
            trigger=next((number for at, number in triggers if at.start < end and start < at.end), None),
            closes=tuple(ends.get(end, ())),
        )
        for start, end in pairwise(order)
    )


def _word_end(text: str, at: int) -> int:
    """Where the word that ``at`` ends in ends: a number put into a word would tear its letters apart."""
    while at < len(text) and unicodedata.category(text[at])[0] in "LM":
        at += 1
    return at
