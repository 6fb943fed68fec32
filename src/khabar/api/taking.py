"""Writing: articles sent to the store, for those who show the token."""

from __future__ import annotations

import io
from typing import Annotated

from fastapi import Header, Path, Request
from fastapi.responses import Response

from khabar.api.answers import answer, gives, problem
from khabar.api.imports import LARGEST, Job, TooMuchError
from khabar.api.routes import Here, router
from khabar.api.site import Site

_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/jsonl": {
                "schema": {"type": "string", "description": "Rows {id?, source?, url?, published?, title?, text}"}
            }
        },
    },
    "security": [{"token": []}],
}
Authorization = Annotated[str, Header(include_in_schema=False)]


def refused(site: Site, shown: str) -> Response | None:
    """Why this writer may not write, or None."""
    if site.token is None:
        return problem("this server was started without a token, so it takes nothing in", 403)
    scheme, _, token = shown.partition(" ")
    if scheme.lower() != "bearer" or not site.may_write(token.strip()):
        return problem("send the server's token as: Authorization: Bearer TOKEN", 401, **{"WWW-Authenticate": "Bearer"})
    return None


@router.post(
    "/articles", status_code=202, responses=gives(Job, 400, 401, 403, 413, status=202), openapi_extra=_BODY,
    summary="Read articles into the store",
)  # fmt: skip
async def take(request: Request, site: Here, authorization: Authorization = "") -> Response:
    """JSON Lines, an article a line. They are read and linked in the background: follow ``/imports/{job}``."""
    refusal = refused(site, authorization)
    if refusal is not None:
        return refusal
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return problem(f"more than {LARGEST >> 20} MiB at once", 413)
    if not body.strip():
        return problem("nothing was sent; send JSON Lines, an article a line", 400)
    try:
        return answer(site.imports.start([("articles.jsonl", io.BytesIO(bytes(body)))]), 202)
    except TooMuchError as error:
        return problem(str(error), 413)


@router.get(
    "/imports/{job}", responses=gives(Job, 401, 403, 404), openapi_extra={"security": [{"token": []}]},
    summary="How an import goes",
)  # fmt: skip
def progress(
    site: Here, job: Annotated[str, Path(pattern="^[0-9a-f]{16}$")], authorization: Authorization = ""
) -> Response:
    refusal = refused(site, authorization)
    if refusal is not None:
        return refusal
    found = site.imports.get(job)
    return problem("there is no such import since the server started", 404) if found is None else answer(found)
