"""Answers as a notebook wants them: lists that become data frames, records that show themselves as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_SHOWN = 30


class Records(list[T]):
    """A list of records. ``to_pandas()`` and ``to_polars()`` make a data frame with a row each; nested values stay
    lists and dictionaries."""

    def rows(self) -> list[dict[str, Any]]:
        """Each record as a plain dictionary."""
        return [msgspec.to_builtins(item) for item in self]

    def to_pandas(self) -> Any:
        """A pandas DataFrame; KhabarError where pandas is not installed."""
        return _frame_maker("pandas").DataFrame(self.rows())

    def to_polars(self) -> Any:
        """A polars DataFrame; KhabarError where polars is not installed."""
        return _frame_maker("polars").DataFrame(self.rows(), infer_schema_length=None, strict=False)

    def _repr_html_(self) -> str:
        heads: list[str] = []
        cells = [_cells(item) for item in self[:_SHOWN]]
        for row in cells:
            heads += [name for name in row if name not in heads]
        lines = [[row.get(name, "") for name in heads] for row in cells]
        more = f"<p>{len(self)} in all, {_SHOWN} shown</p>" if len(self) > _SHOWN else ""
        return table(heads, lines) + more


def _frame_maker(name: str) -> Any:
    from importlib import import_module

    from khabar.errors import KhabarError

    try:
        return import_module(name)
    except ImportError:
        raise KhabarError(f"{name} is not installed; install it with: pip install {name}") from None


def _cells(item: Any) -> dict[str, str]:
    """What a table shows of a record: what its own ``cells`` chooses, else every field in a few words."""
    if hasattr(item, "cells"):
        chosen: dict[str, str] = item.cells()
        return chosen
    return {name: shown(value) for name, value in msgspec.to_builtins(item).items()}


def shown(value: Any) -> str:
    """A value in a few words: names of parties, ranges of figures."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, dict):
        if "text" in value:
            return str(value["text"])
        if "what" in value:
            return f"{value['what']} {value['low']:g}-{'' if value['high'] is None else format(value['high'], 'g')}"
        return str(value)
    return str(value)


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """An HTML table of text; everything is escaped, cells take their direction from their words."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in line) + "</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def marked(text: str, marks: Sequence[Any]) -> str:
    """``text`` with its marks (:class:`khabar.views.marks.Mark`) as HTML, escaped, right to left where it runs so."""
    parts, at = [], 0
    for mark in marks:
        inside = escape(text[mark.start : mark.end])
        parts += [escape(text[at : mark.start]), f'<mark title="{escape(mark.role)}">{inside}</mark>']
        at = mark.end
    return f'<p dir="auto">{"".join(parts)}{escape(text[at:])}</p>'


def chain(links: Sequence[tuple[str, str]]) -> str:
    """An isnad from the origin to the outlet, (name, kind) of each."""
    steps = (f'<bdi>{escape(name)}</bdi> <small title="kind">({escape(kind)})</small>' for name, kind in links)
    return f"<p>{' &rarr; '.join(steps)}</p>"
