"""Counts over time as dots and ranges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from khabar.model import Record
from khabar.views.labels import Lang, count_label
from khabar.web.charts.svg import el, link, picture

_WIDTH, _HEIGHT, _FOOT, _SIDE = 960, 260, 26, 64
_MOST = 600


class Point(Record, frozen=True, kw_only=True):
    """A count reported on ``day`` (ISO) by ``name``; ``high`` None is open; ``href`` leads to its sentence."""

    day: str
    low: float
    high: float | None
    name: str
    href: str


def draw(points: Sequence[Point], lang: Lang, title: str) -> Markup:
    """The points as a picture, at most 600 of them, evenly chosen; empty without any."""
    if not points:
        return Markup("")
    shown = list(points)[:: -(-len(points) // _MOST)]
    days = [_ordinal(point.day) for point in shown]
    first, last = min(days), max(days)
    top = max(max(point.low, point.high or 0) for point in shown) or 1

    def at(day: int) -> float:
        x = _SIDE + 8 + (day - first) / max(1, last - first) * (_WIDTH - _SIDE - 24)
        return _WIDTH - x if lang == "ar" else x

    def up(value: float) -> float:
        return _HEIGHT - _FOOT - value / top * (_HEIGHT - _FOOT - 16)

    parts = []
    for value in (0, top / 2, top):
        anchor, x = ("start", _WIDTH - _SIDE + 4) if lang == "ar" else ("end", _SIDE - 4)
        parts.append(el("line", x1=0, x2=_WIDTH, y1=up(value), y2=up(value), class_="grid"))
        shown_value = f"{value:,.0f}"
        parts.append(el("text", shown_value, x=x, y=up(value) - 4, class_="tick", text_anchor=anchor, direction="ltr"))
    for day in sorted({first, (first + last) // 2, last}):
        parts.append(
            el("text", date.fromordinal(day).isoformat(), x=min(max(at(day), 40), _WIDTH - 40), y=_HEIGHT - 6,
               class_="tick", text_anchor="middle")
        )  # fmt: skip
    for point, day in zip(shown, days, strict=True):
        parts.append(_mark(point, at(day), up, top, lang))
    return picture(_WIDTH, _HEIGHT, *parts, title=title)


def _mark(point: Point, x: float, up: object, top: float, lang: Lang) -> Markup:
    assert callable(up)
    tip = f"{point.day} · {count_label(point.low, point.high, lang)} · {point.name}"
    high = top if point.high is None else point.high
    span = el("line", x1=x, x2=x, y1=up(point.low), y2=up(high), class_="span") if high != point.low else Markup("")
    return link(point.href, el("title", tip), span, el("circle", cx=x, cy=up(point.low), r=5, class_="dot"))


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return date(int(day[:4]), 12, 31).toordinal()
