"""The routes of the API. Each asks one question and answers with one record."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

import khabar
from khabar.api import answers
from khabar.api.answers import answer, gives, problem
from khabar.api.query import DAY, Day, Limit, Name, Offset, Wanted, Words, day
from khabar.api.site import Site
from khabar.errors import KhabarError
from khabar.model import Extraction
from khabar.store import Filter
from khabar.views import counts, series, source_counts
from khabar.views.disputable import disputed_ids
from khabar.views.questions import EventDetail, view_of

router = APIRouter(prefix="/api/v1")
Order = Annotated[Literal["newest", "oldest", "most"], Query(description="most: told by most articles first.")]
About = Annotated[
    Literal["happened", "actor", "place", "figure", "bounds", ""], Query(description="What they differ on.")
]
Id = Annotated[str, Path(max_length=300, min_length=1)]
_SHOWN = 200


def site_of(request: Request) -> Site:
    """The site that the application serves."""
    found = request.app.state.site
    assert isinstance(found, Site)
    return found


Here = Annotated[Site, Depends(site_of)]


def _page(request: Request, limit: int, offset: int, given: int, total: int | None = None) -> dict[str, Any]:
    more = offset + given < total if total is not None else given == limit
    following = None
    if more and given:
        keep = [(name, value) for name, value in request.query_params.multi_items() if name not in ("limit", "offset")]
        query = urlencode([*keep, ("limit", limit), ("offset", offset + given)])
        following = f"{request.url.path}?{query}"
    return {"total": total, "limit": limit, "offset": offset, "next": following}


@router.get("/health", responses=gives(answers.Health), summary="Counts, runs and quarantine")
def health(site: Here) -> Response:
    store = site.store
    size, runs, held = store.size(), counts.runs(store), store.quarantined()[:_SHOWN]
    return answer(
        answers.Health(
            khabar=khabar.__version__, writable=site.token is not None, size=size, runs=tuple(runs),
            quarantined=tuple(held),
        )
    )  # fmt: skip


@router.get("/events", responses=gives(answers.EventPage), summary="Events")
def events(
    request: Request, site: Here, wanted: Wanted, order: Order = "newest", limit: Limit = 50, offset: Offset = 0
) -> Response:
    ids, total = site.keep(
        ("ids", wanted, order, limit, offset),
        lambda: counts.event_ids(site.store, wanted, order=order, limit=limit, offset=offset),
    )
    items = tuple(site.questions.summaries(ids, as_of=wanted.as_of))
    return answer(answers.EventPage(items=items, **_page(request, limit, offset, len(ids), total)))


@router.get("/disputes", responses=gives(answers.DisputePage), summary="Events on which sources differ")
def disputes(
    request: Request, site: Here, wanted: Wanted, about: About = "", limit: Limit = 50, offset: Offset = 0
) -> Response:
    """With what they differ on, and the sides. ``total`` counts candidates: an event whose independent lines agree
    after all is left out of ``items``."""
    ids, total = site.keep(
        ("disputes", wanted, about, limit, offset),
        lambda: disputed_ids(site.store, wanted, about=about or None, limit=limit, offset=offset),
    )
    items = tuple(site.questions.disputed(ids, as_of=wanted.as_of))
    return answer(answers.DisputePage(items=items, **_page(request, limit, offset, len(ids), total)))


@router.get("/events/{event}", responses=gives(EventDetail, 404), summary="One event with all its claims")
def event(site: Here, event: Id, as_of: Day = "") -> Response:
    """By its id, an old id, or the unambiguous beginning of an id."""
    try:
        return answer(site.questions.event(event, as_of=day(as_of, last=True)))
    except KhabarError as error:
        return problem(str(error), 404)


@router.get("/claims", responses=gives(answers.ClaimPage), summary="Claims, each in its sentence")
def claims(request: Request, site: Here, wanted: Wanted, limit: Limit = 50, offset: Offset = 0) -> Response:
    found = site.store.claims(wanted, text=True, newest=True, limit=limit, offset=offset)
    items = tuple(view_of(item) for item in found)
    return answer(answers.ClaimPage(items=items, **_page(request, limit, offset, len(items))))


@router.get("/articles", responses=gives(answers.ArticlePage), summary="Articles, without their texts")
def articles(request: Request, site: Here, text: Words = "", limit: Limit = 50, offset: Offset = 0) -> Response:
    items = tuple(site.store.articles(text.strip() or None, newest=True, limit=limit, offset=offset))
    return answer(answers.ArticlePage(items=items, **_page(request, limit, offset, len(items))))


@router.get("/articles/{article:path}", responses=gives(answers.ArticleDetail, 404), summary="One article")
def article(site: Here, article: Id) -> Response:
    """Its text as given, with every claim found in it; spans count code points of the text."""
    found = site.store.article(article)
    if found is None:
        return problem("there is no such article in this store", 404)
    told = tuple(item.claim for item in site.store.claims(Filter(article=found.article.id)))
    sections = counts.sections(site.store, found.article.id)
    extraction = Extraction(id=found.article.id, claims=told, sections=sections, dating=found.article.dating)
    return answer(answers.ArticleDetail(article=found, found=extraction))


@router.get("/days", responses=gives(answers.Days), summary="Events by day and type")
def days(site: Here, wanted: Wanted) -> Response:
    return answer(answers.Days(items=tuple(site.keep(("days", wanted), lambda: counts.days(site.store, wanted)))))


@router.get("/places", responses=gives(answers.Places), summary="Events by place")
def places(site: Here, wanted: Wanted) -> Response:
    found = site.keep(("places", wanted), lambda: counts.places(site.store, wanted))
    return answer(answers.Places(items=tuple(found)))


@router.get("/pairs", responses=gives(answers.Pairs), summary="Who acts on whom")
def pairs(site: Here, wanted: Wanted, limit: Limit = 60) -> Response:
    found = site.keep(("pairs", wanted, limit), lambda: counts.pairs(site.store, wanted, limit=limit))
    return answer(answers.Pairs(items=tuple(found)))


@router.get("/sources", responses=gives(answers.SourcePage), summary="Outlets and transmitters")
def sources(request: Request, site: Here, wanted: Wanted, limit: Limit = 100, offset: Offset = 0) -> Response:
    found = site.keep(("sources", wanted), lambda: source_counts.sources(site.store, wanted))
    items = tuple(found[offset : offset + limit])
    return answer(answers.SourcePage(items=items, **_page(request, limit, offset, len(items), len(found))))


@router.get("/cites", responses=gives(answers.Cites), summary="Which outlet passes on whom")
def cites(site: Here, wanted: Wanted, limit: Limit = 60) -> Response:
    found = site.keep(("cites", wanted, limit), lambda: source_counts.cites(site.store, wanted, limit=limit))
    return answer(answers.Cites(items=tuple(found)))


@router.get("/tallies", responses=gives(answers.Things), summary="Counted things")
def tallies(site: Here, what: Name = "", limit: Limit = 100, offset: Offset = 0) -> Response:
    return answer(
        answers.Things(items=tuple(series.counted_things(site.store, what.strip() or None, limit=limit, offset=offset)))
    )


@router.get("/tallies/series", responses=gives(answers.SeriesPage), summary="Counts of one thing over time")
def tally_series(
    request: Request,
    site: Here,
    what: Annotated[str, Query(min_length=1, max_length=200)],
    place: Name = "",
    as_of: Day = "",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """Counts by several articles of one thing stand together, each with who says so."""
    known, where = day(as_of, last=True), place.strip() or None
    found = site.keep(
        ("tallies", (what.strip() or None, where, known)),
        lambda: site.questions.tallies(what.strip() or None, place=where, as_of=known),
    )
    items = tuple(found[offset : offset + limit])
    return answer(answers.SeriesPage(items=items, **_page(request, limit, offset, len(items), len(found))))


__all__ = ["DAY", "Here", "router", "site_of"]
