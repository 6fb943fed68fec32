"""Events over time as stacked bars: by day, week, month or year, whichever fits the span."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from khabar.model import Record
from khabar.views.counts import DayCount
from khabar.views.labels import Lang, label
from khabar.web.charts.svg import el, link, picture

QUADRANTS = {
    "material_conflict": ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"),
    "verbal_conflict": ("THREATEN", "REJECT", "ACCUSE", "REQUEST"),
    "verbal_cooperation": ("CONSULT", "AGREE", "SUPPORT", "CONCEDE"),
    "material_cooperation": ("COOPERATE", "AID", "RETREAT"),
}
QUADRANT_OF = {kind: name for name, kinds in QUADRANTS.items() for kind in kinds}
_MOST = 160
_WIDTH, _HEIGHT, _FOOT, _SIDE = 960, 240, 26, 40


class Bar(Record, frozen=True, kw_only=True):
    """Events from ``first`` to ``last`` (ISO days), by quadrant of their types."""

    first: str
    last: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def bars(counts: Sequence[DayCount], *, whole: bool = False) -> list[Bar]:
    """Bars without gaps in time from the first to the last day. Unless ``whole``, the earliest 2 in a hundred events
    are left out where they alone make the span long: one old date must not flatten all others."""
    known = [(item, day) for item in counts if item.day and (day := _day(item.day))]
    if not known:
        return []
    known.sort(key=lambda pair: pair[1])
    first = known[0][1] if whole else _start(known)
    last = known[-1][1]
    step = _step((last - first).days + 1)
    found: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for item, day in known:
        if day >= first:
            found[step(day)][QUADRANT_OF.get(item.type, "material_conflict")] += item.events
    made: list[Bar] = []
    here = step(first)
    while here <= last:
        after = step(here + timedelta(days=_LONG[step]))
        ends = (after - timedelta(days=1)).isoformat()
        made.append(Bar(first=here.isoformat(), last=ends, counts=dict(found.get(here, {}))))
        here = after
    return made


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _start(known: Sequence[tuple[DayCount, date]]) -> date:
    left = sum(item.events for item, _ in known) * 0.02
    for item, day in known:
        left -= item.events
        if left <= 0:
            return day if (day - known[0][1]).days > 400 else known[0][1]
    return known[0][1]


def _as_day(day: date) -> date:
    return day


def _as_week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _as_month(day: date) -> date:
    return day.replace(day=1)


def _as_year(day: date) -> date:
    return day.replace(month=1, day=1)


_LONG: dict[Callable[[date], date], int] = {_as_day: 1, _as_week: 7, _as_month: 31, _as_year: 366}


def _step(days: int) -> Callable[[date], date]:
    """The finest step that makes at most :data:`_MOST` bars."""
    sizes = ((_as_day, 1), (_as_week, 7), (_as_month, 30))
    return next((step for step, size in sizes if days / size <= _MOST), _as_year)


def draw(shown: Sequence[Bar], lang: Lang, title: str, href: Callable[[Bar], str]) -> Markup:
    """The bars as a picture; each leads to its events. Time runs from the side that reading starts from."""
    if not shown:
        return Markup("")
    top = max(bar.total for bar in shown) or 1
    inner = _WIDTH - _SIDE - 4
    wide = inner / len(shown)
    scale = (_HEIGHT - _FOOT - 12) / top
    parts = [*_grid(top, scale, lang)]
    for n, bar in enumerate(shown):
        x = _SIDE + n * wide
        if lang == "ar":
            x = _WIDTH - x - wide
        if bar.total:
            parts.append(link(href(bar), *_column(bar, x, wide, scale, lang)))
    every = max(1, len(shown) // 6)
    for n in range(0, len(shown), every):
        x = _SIDE + (n + 0.5) * wide
        where = _WIDTH - x if lang == "ar" else x
        parts.append(el("text", shown[n].first, x=where, y=_HEIGHT - 8, class_="tick", text_anchor="middle"))
    return picture(_WIDTH, _HEIGHT, *parts, title=title)


def _grid(top: int, scale: float, lang: Lang) -> list[Markup]:
    parts = []
    for value in sorted({top, top // 2} - {0}):
        y = _HEIGHT - _FOOT - value * scale
        x, anchor = (_WIDTH - _SIDE + 6, "start") if lang == "ar" else (_SIDE - 6, "end")
        parts.append(el("line", x1=0, x2=_WIDTH, y1=y, y2=y, class_="grid"))
        parts.append(el("text", f"{value:,}", x=x, y=y + 4, class_="tick", text_anchor=anchor, direction="ltr"))
    return parts


def _column(bar: Bar, x: float, wide: float, scale: float, lang: Lang) -> list[Markup]:
    period = bar.first if bar.first == bar.last else f"{bar.first} – {bar.last}"
    told = ", ".join(f"{label(name, lang)} {bar.counts[name]}" for name in QUADRANTS if bar.counts.get(name))
    parts = [el("title", f"{period}: {told}")]
    y = float(_HEIGHT - _FOOT)
    for name in QUADRANTS:
        high = bar.counts.get(name, 0) * scale
        if high:
            y -= high
            parts.append(el("rect", x=x + wide * 0.08, y=y, width=max(wide * 0.84, 0.8), height=high, class_=name))
    return parts
