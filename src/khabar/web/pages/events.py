"""Events: a list with filters."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from khabar.api.query import Wanted
from khabar.api.routes import Here
from khabar.views import counts
from khabar.web.pages.shared import SIZE, Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
Order = Annotated[Literal["newest", "oldest", "most", ""], Query()]


@router.get("/events")
def page(site: Here, view: Asked, wanted: Wanted, order: Order = "newest", start: Start = 0) -> Response:
    chosen = order or "newest"
    ids, total = site.keep(
        ("ids", wanted, chosen, SIZE, start),
        lambda: counts.event_ids(site.store, wanted, order=chosen, limit=SIZE, offset=start),
    )
    values = {
        "title": word("events", view.lang),
        "events": site.questions.summaries(ids, as_of=wanted.as_of),
        "order": chosen,
        "part": part_of(view, start, len(ids), total),
    }
    return render(view, "events.html", values)
