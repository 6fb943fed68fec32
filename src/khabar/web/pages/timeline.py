"""Timeline: events by day and type."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from khabar.api.query import Wanted
from khabar.api.routes import Here
from khabar.views import counts
from khabar.views.summary import EventSummary
from khabar.web.charts.bars import QUADRANTS, Bar, bars, draw
from khabar.web.pages.shared import SIZE, Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()


@router.get("/")
def page(
    site: Here, view: Asked, wanted: Wanted, start: Start = 0, span: Annotated[str, Query(pattern="^(whole|)$")] = ""
) -> Response:
    by_day = site.keep(("days", wanted), lambda: counts.days(site.store, wanted))
    shown = bars(by_day, whole=bool(span) or bool(wanted.since))
    total = sum(item.events for item in by_day)
    ids, _ = site.keep(
        ("ids", wanted, "newest", SIZE, start),
        lambda: counts.event_ids(site.store, wanted, limit=SIZE, offset=start),
    )
    events = site.questions.summaries(ids, as_of=wanted.as_of)

    def href(bar: Bar) -> str:
        return view.filtered("/events", since=bar.first, until=bar.last)

    values = {
        "title": word("timeline", view.lang),
        "chart": draw(shown, view.lang, word("chart_title", view.lang), href),
        "bars": [(bar.first, bar.last, [bar.counts.get(name, 0) for name in QUADRANTS]) for bar in shown],
        "quadrants": tuple(QUADRANTS),
        "unknown": sum(item.events for item in by_day if item.day is None),
        "clipped": sum(bar.total for bar in shown) < sum(item.events for item in by_day if item.day),
        "days": [(day, list(group)) for day, group in groupby(events, key=_first_day)],
        "part": part_of(view, start, len(ids), total),
    }
    return render(view, "timeline.html", values)


def _first_day(event: EventSummary) -> str | None:
    return event.date.partition("/")[0] if event.date else None
