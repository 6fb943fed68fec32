"""Tallies: standing counts as series over time, each count with who says so."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from khabar.api.query import Day, Name, day
from khabar.api.routes import Here
from khabar.views import series
from khabar.views.tally_series import Counted, Series
from khabar.web.charts.lines import Point, draw
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import View, render
from khabar.web.words import word

router = APIRouter()
_SIZE = 10
_THINGS = 100
_MOST = 600
"""From so many counts on a visitor chooses what is counted first; fewer stand on the page as series at once."""


@router.get("/tallies")
def page(site: Here, view: Asked, what: Name = "", place: Name = "", as_of: Day = "", start: Start = 0) -> Response:
    asked = (what.strip() or None, place.strip() or None, day(as_of, last=True))
    found: list[Series] = []
    things: list[series.TallyRow] = []
    if any(asked) or site.store.size().tallies < _MOST:
        found = site.keep(
            ("tallies", asked), lambda: site.questions.tallies(asked[0], place=asked[1], as_of=asked[2])
        )  # fmt: skip
        shown, total, size = found[start : start + _SIZE], len(found), _SIZE
    else:
        things = series.counted_things(site.store, limit=_THINGS, offset=start)
        shown, total, size = [], None, _THINGS
    values = {
        "title": word("tallies", view.lang),
        "things": things,
        "what": what.strip(),
        "narrowed": any(asked),
        "found": shown,
        "chart": lambda one: _chart(one, view),
        "part": part_of(view, start, len(shown or things), total, size),
    }
    return render(view, "tallies.html", values)


def _chart(one: Series, view: View) -> Markup:
    """The counts whose day is known, where they are of several days."""
    points = [_point(told, view) for told in one.counts if told.reported]
    return draw(points, view.lang, one.what) if len({point.day for point in points}) > 1 else Markup("")


def _point(told: Counted, view: View) -> Point:
    return Point(
        day=told.reported or "", low=told.low, high=told.high, name=" ← ".join(reversed(told.chain)),
        href=view.url(f"/articles/{told.article}"),
    )  # fmt: skip
