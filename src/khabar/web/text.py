"""Text cut where something in it is marked: words that a query finds, what claims say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from khabar.model import Record
from khabar.store.search import expression, folded
from khabar.views.marks import Mark

_WORD = re.compile(r"\w[\w\u064b-\u0652\u0670\u0640]*")


class Piece(Record, frozen=True, kw_only=True):
    """A stretch of text and the role it is marked with, if any; ``note`` says more when pointed at."""

    text: str
    role: str | None = None
    note: str | None = None
    claim: int | None = None


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """``text`` cut at its marks."""
    found, at = [], 0
    for mark in marks:
        if mark.start > at:
            found.append(Piece(text=text[at : mark.start]))
        found.append(Piece(text=text[mark.start : mark.end], role=mark.role))
        at = mark.end
    if at < len(text):
        found.append(Piece(text=text[at:]))
    return found


def hits(text: str, query: str) -> list[Piece]:
    """``text`` with the words marked that ``query`` finds in it, in any spelling."""
    wanted = set(re.findall(r'"([^"]+)"', expression(query)))
    wanted |= {word for phrase in wanted for word in phrase.split()}
    marks = [
        Mark(start=found.start(), end=found.end(), role="hit")
        for found in _WORD.finditer(text)
        if folded(found.group()) in wanted
    ]
    return pieces(text, marks)


def around(text: str, query: str, most: int = 320) -> str:
    """The stretch of ``text`` about the first word that ``query`` finds; its beginning where none is found."""
    at = 0
    for piece in hits(text, query):
        if piece.role:
            break
        at += len(piece.text)
    else:
        at = 0
    start = max(0, at - most // 3)
    cut = text[start : start + most].strip()
    return ("…" if start else "") + cut + ("…" if start + most < len(text) else "")


def layers(text: str, spans: Iterable[tuple[int, int, str, str, int]]) -> list[Piece]:
    """``text`` cut wherever a span (start, end, role, note, number of its claim) begins or ends.

    Where spans overlap the one that starts last, and of these the shortest, shows; notes of all are kept.
    """
    inside = [span for span in spans if 0 <= span[0] < span[1] <= len(text)]
    edges = sorted({0, len(text), *(edge for span in inside for edge in span[:2])})
    ordered = sorted(inside, key=lambda span: span[0])
    found: list[Piece] = []
    open_spans: list[tuple[int, int, str, str, int]] = []
    next_span = 0
    for start, end in pairwise(edges):
        open_spans = [span for span in open_spans if span[1] > start]
        while next_span < len(ordered) and ordered[next_span][0] <= start:
            open_spans.append(ordered[next_span])
            next_span += 1
        if not open_spans:
            found.append(Piece(text=text[start:end]))
            continue
        top = max(open_spans, key=lambda span: (span[2] == "trigger", span[0], -span[1]))
        notes = " · ".join(dict.fromkeys(span[3] for span in open_spans))
        found.append(Piece(text=text[start:end], role=top[2], note=notes, claim=top[4]))
    return found
