"""Exports over HTTP: the formats of :mod:`khabar.export`, with the same filters as every list."""

from __future__ import annotations

from pathlib import Path as FilePath
from tempfile import mkdtemp
from typing import Any

from fastapi.responses import FileResponse, Response
from starlette.background import BackgroundTask

from khabar.api import answers
from khabar.api.answers import answer, gives, problem
from khabar.api.query import Wanted
from khabar.api.routes import Here, Id, router
from khabar.export import Exporter, exporters
from khabar.export.files import write_file
from khabar.store import Filter, Store

_MEDIA = {
    ".csv": "text/csv; charset=utf-8", ".jsonl": "application/jsonl", ".geojson": "application/geo+json",
    ".graphml": "application/xml", ".parquet": "application/vnd.apache.parquet", ".db": "application/vnd.sqlite3",
}  # fmt: skip


@router.get("/exports", responses=gives(answers.Formats), summary="Formats to take claims away in")
def formats() -> Response:
    known = exporters().values()
    items = tuple(answers.Format(name=item.name, suffix=item.suffix, about=item.about) for item in known)
    return answer(answers.Formats(items=items))


_FILE: dict[int | str, dict[str, Any]] = {200: {"description": "The file", "content": {"application/octet-stream": {}}}}


@router.get(
    "/exports/{name}", responses={**gives(answers.Problem, 404), **_FILE}, response_class=FileResponse,
    summary="Claims as a file",
)  # fmt: skip
def export(site: Here, name: Id, wanted: Wanted) -> Response:
    """The claims that the filter asks for, in one of the formats listed under ``/exports``."""
    exporter = exporters().get(name)
    if exporter is None:
        return problem(f"there is no format {name[:40]}; the formats are {', '.join(exporters())}", 404)
    return download(site.store, exporter, wanted)


def download(store: Store, exporter: Exporter, wanted: Filter) -> Response:
    """A file made for this request and deleted after it."""
    folder = FilePath(mkdtemp(prefix="khabar-export-"))
    path = folder / f"khabar-{exporter.name}{exporter.suffix}"

    def forget() -> None:
        path.unlink(missing_ok=True)
        folder.rmdir()

    try:
        write_file(exporter, store.claims(wanted), path)
    except BaseException:
        forget()
        raise
    suffix = "." + exporter.suffix.rsplit(".", 1)[-1]
    media = _MEDIA.get(suffix, "application/octet-stream")
    return FileResponse(path, media_type=media, filename=path.name, background=BackgroundTask(forget))
