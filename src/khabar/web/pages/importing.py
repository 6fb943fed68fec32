"""Import: files dropped on the page are read into the store; their progress can be watched."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from khabar.api.imports import LARGEST, RUNNING, TooMuchError
from khabar.api.routes import Here
from khabar.web.pages.shared import Asked
from khabar.web.render import View, render
from khabar.web.words import word

router = APIRouter()


def _form(view: View, *, writable: bool, problem: str | None = None, status: int = 200) -> Response:
    values: dict[str, Any] = {"title": word("import", view.lang), "writable": writable, "problem": problem}
    return render(view, "import.html", values, status)


@router.get("/import")
def page(site: Here, view: Asked) -> Response:
    return _form(view, writable=site.token is not None)


@router.post("/import")
def send(
    request: Request,
    site: Here,
    view: Asked,
    files: list[UploadFile] = [],  # noqa: B006  FastAPI copies it
    token: Annotated[str, Form(max_length=500)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Takes files from those who show the token: the token in the form is also what keeps other sites from posting
    here."""
    if site.token is None:
        return _form(view, writable=False, status=403)
    if not site.may_write(token):
        return _form(view, writable=True, problem=word("token_wrong", view.lang), status=401)
    if int(request.headers.get("content-length") or 0) > LARGEST + (1 << 20):
        return _form(view, writable=True, problem=f"> {LARGEST >> 20} MiB", status=413)
    given = [(item.filename or "", item.file) for item in files if item.filename]
    if not given:
        return _form(view, writable=True, problem=word("no_files", view.lang), status=400)
    try:
        job = site.imports.start(given, outlet=outlet.strip() or None)
    except TooMuchError as error:
        return _form(view, writable=True, problem=str(error), status=413)
    return RedirectResponse(view.url(f"/import/{job.id}"), 303)


@router.get("/import/{job}")
def progress(site: Here, view: Asked, job: Annotated[str, Path(pattern="^[0-9a-f]{16}$")]) -> Response:
    """Reloads itself until the import has ended. The job's id cannot be guessed."""
    found = site.imports.get(job)
    if found is None:
        raise HTTPException(404)
    running = found.state in RUNNING
    shown = render(view, "import_job.html", {"title": word("import", view.lang), "job": found, "running": running})
    if running:
        shown.headers["Refresh"] = "1"
    return shown
