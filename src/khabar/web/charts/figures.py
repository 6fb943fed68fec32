"""Figures side by side as dots and ranges on one scale."""

from __future__ import annotations

from markupsafe import Markup

from khabar.views.figures import Range
from khabar.views.labels import Lang, count_label
from khabar.web.charts.svg import el, picture

_WIDTH, _HEIGHT, _EDGE = 300, 22, 12


def top_of(found: Range) -> float:
    """The largest number stated."""
    return max(max(item.low, item.high or 0) for item in found.statements) or 1


def draw(low: float, high: float | None, top: float, lang: Lang, status: str = "occurred") -> Markup:
    """One statement on a scale from 0 to ``top``: a dot where it is one number, a bar where it is a range, an arrow
    where it is open."""

    def at(value: float) -> float:
        x = _EDGE + value / top * (_WIDTH - 2 * _EDGE)
        return _WIDTH - x if lang == "ar" else x

    middle = _HEIGHT / 2
    parts = [el("line", x1=0, x2=_WIDTH, y1=middle, y2=middle, class_="grid")]
    begin = at(low)
    if high is None:
        tip = at(top) + (-_EDGE if lang == "ar" else _EDGE) * 0.9
        back = tip + (6 if lang == "ar" else -6)
        parts.append(el("line", x1=begin, x2=tip, y1=middle, y2=middle, class_="span"))
        parts.append(el("path", d=f"M{tip:.1f} {middle}L{back:.1f} {middle - 5}V{middle + 5}Z", class_="tip"))
    elif high != low:
        parts.append(el("line", x1=begin, x2=at(high), y1=middle, y2=middle, class_="span"))
        parts.append(el("circle", cx=at(high), cy=middle, r=4, class_="dot"))
    parts.append(el("circle", cx=begin, cy=middle, r=5, class_=f"dot {status}"))
    return picture(_WIDTH, _HEIGHT, *parts, title=count_label(low, high, lang), class_="figure-chart")
