"""Search: Arabic full text in any spelling, in sentences of claims and in articles."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query
from fastapi.responses import Response

from khabar.api.query import Wanted, Words
from khabar.api.routes import Here
from khabar.views.questions import view_of
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import render
from khabar.web.text import around, hits
from khabar.web.words import word

router = APIRouter()
_SIZE = 25
_CUT = 1200


@router.get("/search")
def page(
    site: Here,
    view: Asked,
    wanted: Wanted,
    q: Words = "",
    where: Annotated[Literal["sentences", "articles", ""], Query()] = "",
    start: Start = 0,
) -> Response:
    asked = q.strip()
    shown = []
    in_articles = where == "articles"
    if asked and in_articles:
        found = site.store.articles(asked, text=True, newest=True, limit=_SIZE, offset=start)
        shown = [(item, hits(around(item.article.text, asked), asked)) for item in found]
    elif asked:
        filtered = msgspec.structs.replace(wanted, text=asked)
        told = site.store.claims(filtered, text=True, newest=True, limit=_SIZE, offset=start)
        views = [view_of(item) for item in told]
        shown = [(item, hits(item.sentence.text[:_CUT], asked)) for item in views]  # type: ignore[misc]
    values = {
        "title": word("search", view.lang),
        "q": asked,
        "in_articles": in_articles,
        "results": shown,
        "part": part_of(view, start, len(shown), None, _SIZE),
    }
    return render(view, "search.html", values)
