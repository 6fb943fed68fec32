"""Answers of the API as typed records, written as JSON by msgspec and described to OpenAPI by their types."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.responses import Response

from khabar.api.imports import Job
from khabar.model import Extraction, Record
from khabar.store import Quarantined, Size, StoredArticle
from khabar.views.counts import DayCount, PairCount, PlaceCount, RunRow
from khabar.views.disputes import DisputedEvent
from khabar.views.questions import ClaimView, EventDetail
from khabar.views.series import TallyRow
from khabar.views.source_counts import CiteCount, SourceCount
from khabar.views.summary import EventSummary
from khabar.views.tally_series import Series

TEMPLATE = "#/components/schemas/{name}"


class Problem(Record, frozen=True, kw_only=True):
    """Why a request was not answered. ``detail``: one line, or what was wrong with each parameter."""

    detail: Any


class Page(Record, frozen=True, kw_only=True):
    """Part of a list: ``next`` leads to the following part, None at the end; ``total`` None where it is not
    counted."""

    total: int | None
    limit: int
    offset: int
    next: str | None


class EventPage(Page, frozen=True, kw_only=True):
    items: tuple[EventSummary, ...]


class DisputePage(Page, frozen=True, kw_only=True):
    items: tuple[DisputedEvent, ...]


class ClaimPage(Page, frozen=True, kw_only=True):
    items: tuple[ClaimView, ...]


class ArticlePage(Page, frozen=True, kw_only=True):
    items: tuple[StoredArticle, ...]


class SourcePage(Page, frozen=True, kw_only=True):
    items: tuple[SourceCount, ...]


class SeriesPage(Page, frozen=True, kw_only=True):
    items: tuple[Series, ...]


class Days(Record, frozen=True, kw_only=True):
    items: tuple[DayCount, ...]


class Places(Record, frozen=True, kw_only=True):
    items: tuple[PlaceCount, ...]


class Pairs(Record, frozen=True, kw_only=True):
    items: tuple[PairCount, ...]


class Cites(Record, frozen=True, kw_only=True):
    items: tuple[CiteCount, ...]


class Things(Record, frozen=True, kw_only=True):
    items: tuple[TallyRow, ...]


class ArticleDetail(Record, frozen=True, kw_only=True):
    """An article with its text and what was found in it."""

    article: StoredArticle
    found: Extraction


class Health(Record, frozen=True, kw_only=True):
    """How much the store holds, the latest runs, and the first of what could not be read."""

    khabar: str
    writable: bool
    size: Size
    runs: tuple[RunRow, ...]
    quarantined: tuple[Quarantined, ...]


class Format(Record, frozen=True, kw_only=True):
    """A format to take claims away in."""

    name: str
    suffix: str
    about: str


class Formats(Record, frozen=True, kw_only=True):
    items: tuple[Format, ...]


_ALL: tuple[type[Any], ...] = (
    Problem, EventPage, DisputePage, ClaimPage, ArticlePage, SourcePage, SeriesPage, Days, Places, Pairs, Cites, Things,
    ArticleDetail, Health, Formats, EventDetail, Job,
)  # fmt: skip


def answer(record: Any, status: int = 200) -> Response:
    """``record`` as JSON."""
    return Response(msgspec.json.encode(record), status_code=status, media_type="application/json")


def problem(detail: Any, status: int, **headers: str) -> Response:
    """A refusal as JSON."""
    found = answer(Problem(detail=detail), status)
    found.headers.update(headers)
    return found


def gives(kind: type[Any], *others: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route that answers with ``kind``, and which other statuses it may have."""

    def body(name: str) -> dict[str, Any]:
        return {"application/json": {"schema": {"$ref": TEMPLATE.format(name=name)}}}

    said: dict[int | str, dict[str, Any]] = {status: {"description": "Answer", "content": body(kind.__name__)}}
    for other in (422, *others):
        said[other] = {"description": _REASONS[other], "content": body("Problem")}
    if status == 200:
        said[304] = {"description": "Nothing changed since the entity tag shown"}
    return said


_REASONS = {
    400: "The request cannot be used",
    401: "The token is missing or wrong",
    403: "This server takes nothing in",
    404: "There is no such thing in the store",
    413: "Too large",
    422: "A parameter is wrong",
    503: "The store cannot be used now",
}


def describe(app: FastAPI) -> None:
    """Put the records' schemas into the description that ``app`` gives of itself."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = make()
            _, components = msgspec.json.schema_components(_ALL, ref_template=TEMPLATE)
            found.setdefault("components", {}).setdefault("schemas", {}).update(components)
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
