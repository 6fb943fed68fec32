"""The application: pages, API and static files over one store."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

import khabar
from khabar.api import downloads, taking
from khabar.api.answers import describe, problem
from khabar.api.routes import router
from khabar.api.site import Site
from khabar.errors import KhabarError
from khabar.web import plotting
from khabar.web.guard import Guard
from khabar.web.pages import PAGES
from khabar.web.render import View, render

STATIC = Path(__file__).parent / "static"
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def create_app(
    store: str | os.PathLike[str] = "khabar.db", *, token: str | None = None, hosts: Iterable[str] = LOCAL
) -> FastAPI:
    """The application over the store at that path; close ``app.state.site`` when done.

    ``token``: what writers have to show; without one nobody may write. ``hosts``: names this server answers to, ``*``
    for any. StoreError where there is no store.
    """
    site = Site(store, token=token)
    app = FastAPI(
        title="Khabar", version=khabar.__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
        summary="Who did what to whom, and who says so: a store of claims from Arabic news.",
    )  # fmt: skip
    app.state.site = site
    app.include_router(router)
    for page in PAGES:
        app.include_router(page, include_in_schema=False)
    app.add_api_route("/static/plotly.js", _plotly, methods=["GET"], include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(KhabarError, _troubled)
    app.add_middleware(Guard, hosts=tuple(hosts), state=site.state)
    describe(app)
    return app


def _plotly() -> Response:
    return FileResponse(plotting.source(), media_type="text/javascript", headers={"Cache-Control": "max-age=86400"})


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = [
        {"parameter": ".".join(str(part) for part in item["loc"][1:]), "problem": item["msg"]}
        for item in error.errors()
    ]
    if _is_api(request):
        return problem(wrong, 422)
    lines = [f"{item['parameter']}: {item['problem']}" for item in wrong]
    return _problem_page(request, "bad_request", lines, 400)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if _is_api(request):
        return problem(str(error.detail), error.status_code, **dict(error.headers or {}))
    found = _problem_page(request, "not_found" if error.status_code == 404 else "bad_request", [], error.status_code)
    found.headers.update(error.headers or {})
    return found


async def _troubled(request: Request, error: Exception) -> Response:
    if _is_api(request):
        return problem(str(error), 503)
    return _problem_page(request, "trouble", [str(error)], 503)


def _problem_page(request: Request, title: str, lines: list[str], status: int) -> Response:
    return render(View(request), "problem.html", {"problem": title, "lines": lines}, status)


__all__ = ["create_app", "downloads", "taking"]
