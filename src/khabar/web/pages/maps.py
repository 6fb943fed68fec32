"""Map: events where they happened, as precisely as that is known."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from khabar.api.query import Wanted
from khabar.api.routes import Here
from khabar.views import counts, entries
from khabar.views.counts import PlaceCount
from khabar.views.labels import Lang
from khabar.views.plain import plain
from khabar.web.charts.mapping import box_of, countries, draw, spots
from khabar.web.pages.shared import Asked
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
_ROWS = 100


@router.get("/map")
def page(site: Here, view: Asked, wanted: Wanted) -> Response:
    places = site.keep(("places", wanted), lambda: counts.places(site.store, wanted))

    def href(place: str) -> str:
        return view.filtered("/events", place=place[:200])

    picture = site.keep(
        ("map", wanted, view.lang, tuple(view.given)),
        lambda: draw(places, word("map", view.lang), href, lambda item: item.place.text),
    )
    values = {
        "title": word("map", view.lang),
        "picture": picture,
        "data": {
            "box": box_of(places),
            "countries": dict(countries(places)),
            "spots": [_spot(item) for item in spots(places)],
        },
        "rows": [(item, item.place.place or item.place.text) for item in spots(places)][:_ROWS],
        "countries": [
            (code, country_name(code, view.lang), number) for code, number in countries(places).most_common()
        ],
        "country_name": lambda code: country_name(code, view.lang),
        "href": href,
        "zoom": lambda place: view.here(place=place[:200]),
    }  # fmt: skip
    return render(view, "map.html", values)


def _spot(item: PlaceCount) -> dict[str, Any]:
    place = item.place
    return {
        "name": plain(place.text)[:120], "lat": place.lat, "lon": place.lon, "events": item.events,
        "precision": place.precision or "none", "place": (place.place or place.text)[:200],
    }  # fmt: skip


def country_name(code: str | None, lang: Lang) -> str:
    """A country's name, or its code where it is not known."""
    entry = entries.countries().get(code or "")
    if entry is None:
        return code or ""
    return str(entry.names[0] if lang == "ar" else entry.en)
