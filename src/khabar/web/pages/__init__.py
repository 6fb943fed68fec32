"""One module for each page; each gathers what its template shows. To add a page, add a module with a ``router`` and
name it in :data:`PAGES`."""

from __future__ import annotations

from khabar.web.pages import (
    actors,
    article,
    disputes,
    event,
    events,
    exports,
    health,
    importing,
    maps,
    search,
    sources,
    tallies,
    timeline,
)

PAGES = tuple(
    module.router
    for module in (
        timeline, events, event, maps, actors, sources, disputes, tallies, article, search, importing, exports, health,
    )
)  # fmt: skip
