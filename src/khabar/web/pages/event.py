"""Event: its claims in their sentences, its transmission, its figures, and what was known when."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import RedirectResponse, Response
from markupsafe import Markup
from starlette.exceptions import HTTPException

from khabar.api.query import Day, day
from khabar.api.routes import Here
from khabar.errors import KhabarError
from khabar.views import counts
from khabar.views.figures import Range, Statement, steps_of_lines
from khabar.views.graph_words import bottleneck_words
from khabar.views.labels import Lang, kind_label
from khabar.views.plain import plain
from khabar.views.summary import EventSummary
from khabar.web.changing import days_of
from khabar.web.charts import isnad
from khabar.web.charts.figures import draw, top_of
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import View, render

router = APIRouter()
_SIZE = 50
_TRACED = 200
"""Of events with more claims the history, which sums the event up for every day, is shown on demand."""


@router.get("/events/{event}")
def page(
    site: Here,
    view: Asked,
    event: Annotated[str, Path(max_length=300)],
    as_of: Day = "",
    start: Start = 0,
    history: Annotated[Literal["whole", ""], Query()] = "",
) -> Response:
    try:
        found = site.questions.event_id(event)
    except KhabarError as error:
        raise HTTPException(404) from error
    if found != event:
        return RedirectResponse(view.url(f"/events/{found}", as_of=as_of), 307)
    days = counts.reported_days(site.store, found)
    known = day(as_of, last=True)
    try:
        detail = site.questions.event(found, as_of=known)
    except KhabarError:
        return render(view, "event_unknown.html", {"title": found, "days": days, "as_of": known, "event_id": found})
    told = detail.transmission
    links = _claim_links(view, [item.id for item in detail.claims])
    whole = len(detail.claims) <= _TRACED or bool(history)
    past = site.keep(("history", found, known), lambda: site.questions.history(found, as_of=known)) if whole else None
    values: dict[str, Any] = {
        "title": _title(detail.event, view.lang),
        "detail": detail,
        "claims": detail.claims[start : start + _SIZE],
        "part": part_of(view, start, len(detail.claims[start : start + _SIZE]), len(detail.claims), _SIZE),
        "lines": told.lines,
        "bottleneck": Markup(bottleneck_words(told, view.lang, _isolated)),
        "picture": isnad.draw(isnad.graph_of(told), view.lang, lambda node: view.url("/sources", name=node.name[:200])),
        "draw": lambda item, shown: draw(item.low, item.high, top_of(shown), view.lang, item.status),
        "revisions": {shown.what: _revisions(shown) for shown in detail.event.figures},
        "days": days,
        "as_of": known,
        "at": days.index(known) if known in days else None,
        "past": days_of(past, view.lang) if past else None,
        "moves": past.changes if past else (),
        "claim_link": links,
    }
    return render(view, "event.html", values)


def _title(event: EventSummary, lang: Lang) -> str:
    """What kind of event, by whom against whom, where."""
    sides = [party.text for party in (*event.actors[:1], *event.targets[:1])]
    parts = [kind_label(event.type, event.mode, lang), "، ".join(sides), event.place.text if event.place else ""]
    return " · ".join(part[:60] for part in parts if part)


def _isolated(name: str) -> str:
    """A name inside a sentence: escaped, and in its own direction."""
    return str(Markup("<bdi>{}</bdi>").format(plain(name)))


def _claim_links(view: View, ids: list[str]) -> dict[str, str]:
    """Where each claim's sentence stands, by claim id."""
    return {
        given: view.here(start=n // _SIZE * _SIZE or None) + f"#claim-{n + 1}" for n, given in enumerate(ids)
    }  # fmt: skip


def _revisions(found: Range) -> list[tuple[str, list[Statement]]]:
    """Origins that changed their figure: who, and what they said in turn."""
    changed = []
    for steps in steps_of_lines(found.statements):
        if len(steps) > 1:
            who = steps[-1].chain[0] if steps[-1].chain else steps[-1].outlet
            changed.append((who, steps))
    return changed
