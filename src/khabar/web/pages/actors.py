"""Actors: who acts on whom."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from khabar.api.query import Name, Wanted
from khabar.api.routes import Here
from khabar.views import counts
from khabar.views.counts import PairCount
from khabar.web.charts.network import draw
from khabar.web.pages.maps import country_name
from khabar.web.pages.shared import SIZE, Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()


@router.get("/actors")
def page(site: Here, view: Asked, wanted: Wanted, by: Name = "", on: Name = "", start: Start = 0) -> Response:
    pairs = site.keep(("pairs", wanted), lambda: counts.pairs(site.store, wanted))
    ids: list[str] = []
    total = 0
    if by and on:
        ids, total = counts.pair_events(site.store, by, on, wanted, limit=SIZE, offset=start)

    def href(pair: PairCount) -> str:
        return view.filtered("/actors", by=pair.actor[:200], on=pair.target[:200])

    values = {
        "title": word("actors", view.lang),
        "pairs": pairs,
        "by": by,
        "on": on,
        "events": site.questions.summaries(ids, as_of=wanted.as_of),
        "part": part_of(view, start, len(ids), total),
        "picture": draw(
            pairs, view.lang, lambda pair: view.filtered("/actors", by=pair.actor[:200], on=pair.target[:200])
        ),
        "country_name": lambda code: country_name(code, view.lang),
    }
    return render(view, "actors.html", values)
