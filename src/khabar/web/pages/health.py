"""Health: how much the store holds, its runs, and what could not be read."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response

import khabar
from khabar.api.imports import as_sent, was_sent
from khabar.api.routes import Here
from khabar.views import counts
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
_SIZE = 100


@router.get("/health")
def page(site: Here, view: Asked, start: Start = 0) -> Response:
    held = site.store.quarantined()
    shown = held[start : start + _SIZE]
    values = {
        "title": word("health", view.lang),
        "size": site.store.size(),
        "runs": counts.runs(site.store),
        "quarantined": [(item, as_sent(item.origin), as_sent(item.reason)) for item in shown],
        "sent": any(was_sent(item.origin) for item in shown),
        "store": "STORE" if "://" in site.path else Path(site.path).name,
        "part": part_of(view, start, len(shown), len(held), _SIZE),
        "version": khabar.__version__,
    }
    return render(view, "health.html", values)
