"""Disputes: events on which independent lines differ, and on what."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from khabar.api.query import Wanted
from khabar.api.routes import About, Here
from khabar.api.site import Site
from khabar.store import Filter
from khabar.views.disputable import disputed_ids
from khabar.views.disputes import ABOUT, Dispute, DisputedEvent, Saying
from khabar.views.labels import Lang
from khabar.web.charts.figures import draw
from khabar.web.pages.shared import Asked, Part, Start
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
_SIZE = 15
_LOOKED_AT = 60
"""Candidates looked at for one page, at most: some turn out to be agreed on."""


@router.get("/disputes")
def page(site: Here, view: Asked, wanted: Wanted, about: About = "", start: Start = 0) -> Response:
    found, total, after = site.keep(("disputes", wanted, about, start), lambda: _part(site, wanted, about, start))
    values = {
        "title": word("disputes", view.lang),
        "found": found,
        "about": about,
        "kinds": ABOUT,
        "candidates": total,
        "dot": lambda dispute, said: _dot(dispute, said, view.lang),
        "part": Part(
            first=start + 1, last=after, total=None,
            previous=view.here(start=max(0, start - _SIZE) or None) if start else None,
            next=view.here(start=after) if after < total else None,
        ),
    }  # fmt: skip
    return render(view, "disputes.html", values)


def _part(site: Site, wanted: Filter, about: str, start: int) -> tuple[list[DisputedEvent], int, int]:
    """The disputed events of a page, how many candidates there are, and the number of the first not looked at."""
    found: list[DisputedEvent] = []
    ids, total = disputed_ids(site.store, wanted, about=about or None, limit=_LOOKED_AT, offset=start)
    at = 0
    while at < len(ids) and len(found) < _SIZE:
        part = ids[at : at + _SIZE]
        for one in site.questions.disputed(part, as_of=wanted.as_of):
            if not about or any(dispute.about == about for dispute in one.disputes):
                found.append(one)
        at += len(part)
    return found, total, start + at


def _dot(dispute: Dispute, said: Saying, lang: Lang) -> Markup:
    """A figure's dot on the scale of its dispute; nothing where no figure is disputed."""
    if said.low is None:
        return Markup("")
    top = max(max(one.low or 0, one.high or 0) for side in dispute.sides for one in side) or 1
    return draw(said.low, said.high, top, lang)
