"""Tallies: standing counts as series."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from khabar.api.query import Name
from khabar.api.routes import Here
from khabar.store import StoredTally
from khabar.views import series
from khabar.web.charts.lines import Point, draw
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
_SIZE = 100


@router.get("/tallies")
def page(site: Here, view: Asked, what: Name = "", q: Name = "", start: Start = 0) -> Response:
    shown = what.strip()
    told = series.series(site.store, shown) if shown else []
    things = [] if shown else series.counted_things(site.store, q.strip() or None, limit=_SIZE, offset=start)
    points = [
        Point(day=item.source.reported_high, low=item.tally.low, high=item.tally.high, name=item.source.outlet)
        for item in told
        if item.source.reported_high
    ]
    listed: list[StoredTally] = told[start : start + _SIZE]
    values = {
        "title": word("tallies", view.lang),
        "things": things,
        "what": shown,
        "q": q,
        "told": listed,
        "chart": draw(points, view.lang, shown),
        "part": part_of(view, start, len(listed or things), len(told) if shown else None, _SIZE),
    }
    return render(view, "tallies.html", values)
