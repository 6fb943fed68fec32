"""Disputes: events on which sources differ."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from khabar.api.query import Wanted
from khabar.api.routes import Here
from khabar.views import counts
from khabar.web.charts.figures import draw, top_of
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
_SIZE = 20


@router.get("/disputes")
def page(site: Here, view: Asked, wanted: Wanted, start: Start = 0) -> Response:
    ids, total = site.keep(
        ("disputes", wanted, start), lambda: counts.disputed_ids(site.store, wanted, limit=_SIZE, offset=start)
    )
    events = [event for event in site.questions.summaries(ids, as_of=wanted.as_of) if event.disputed]
    values = {
        "title": word("disputes", view.lang),
        "events": events,
        "draw": lambda item, found: draw(item, top_of(found), view.lang),
        "part": part_of(view, start, len(ids), total, _SIZE),
    }
    return render(view, "disputes.html", values)
