"""Exports: formats to take away, and for each column where it comes from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from khabar.api.downloads import download
from khabar.api.query import Wanted
from khabar.api.routes import Here
from khabar.export import exporters
from khabar.web.pages.shared import Asked
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()


@router.get("/exports")
def page(site: Here, view: Asked, wanted: Wanted) -> Response:
    known = list(exporters().values())
    return render(view, "exports.html", {"title": word("exports", view.lang), "formats": known})


@router.get("/exports/{name}")
def take(site: Here, name: Annotated[str, Path(max_length=40)], wanted: Wanted) -> Response:
    exporter = exporters().get(name)
    if exporter is None:
        raise HTTPException(404)
    return download(site.store, exporter, wanted)
