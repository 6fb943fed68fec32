"""Sources: outlets and transmitters, their profiles, and who cites whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from khabar.api.query import Name, Wanted
from khabar.api.routes import Here
from khabar.errors import KhabarError
from khabar.store import Filter, Store, StoredClaim
from khabar.store.search import folded
from khabar.views import source_counts
from khabar.views.questions import ClaimView
from khabar.views.source_counts import CiteCount
from khabar.views.sources_find import find_source
from khabar.views.sources_profile import Profiles, SourceProfile
from khabar.web.pages.shared import Asked, Start, part_of
from khabar.web.render import render
from khabar.web.words import word

router = APIRouter()
_SIZE = 100
_RECENT = 20
_JUDGED = 50
_MEASURES = ("first", "confirmed", "contradicted", "revised", "copied")
Measure = Annotated[Literal["first", "confirmed", "contradicted", "revised", "copied", ""], Query()]


@router.get("/sources")
def page(site: Here, view: Asked, wanted: Wanted, name: Name = "", of: Measure = "", start: Start = 0) -> Response:
    rows = site.keep(("sources", wanted), lambda: source_counts.sources(site.store, wanted))
    key = folded(name).strip()
    cites: list[CiteCount] = []
    if key or not view.narrowed:
        cites = site.keep(("cites", wanted, 200), lambda: source_counts.cites(site.store, wanted, limit=200))
    profile = next((row for row in rows if key in row.names), None) if key else None
    known_as = profile.names if profile else (key,)
    claims: list[ClaimView] = []
    latest: list[str] = []
    record = None
    if key:
        latest = source_counts.latest_claims(site.store, known_as, wanted, limit=_JUDGED)
        record = site.keep(("record", key, wanted), lambda: _record(site.store, name, latest, wanted.as_of))
        shown = record.behind(of) if of and record else latest[:_RECENT]
        claims = site.questions.views(shown[:_JUDGED])
        cites = [row for row in cites if {folded(row.citing), folded(row.cited)} & set(known_as)]
    values = {
        "title": word("sources", view.lang),
        "rows": rows[start : start + _SIZE],
        "part": part_of(view, start, len(rows[start : start + _SIZE]), len(rows), _SIZE),
        "cites": cites[:40],
        "name": name.strip(),
        "profile": profile,
        "claims": claims,
        "record": record,
        "measures": _MEASURES,
        "of": of if record else "",
        "judged": len(latest),
    }
    return render(view, "sources.html", values)


def _record(store: Store, name: str, latest: list[str], as_of: str | None) -> SourceProfile | None:
    """The record of a source, judged on its latest claims and on all claims of the same events; None where the name
    means no one source."""
    events = {claim.claim.event for claim in _of(store, latest) if claim.claim.event is not None}
    around = list(store.claims(Filter(as_of=as_of), events=sorted(events)))
    profiles = Profiles(around, frozenset(latest))
    try:
        return profiles.profile(find_source(profiles.known(), name), neighbours=False)
    except KhabarError:
        return None


def _of(store: Store, ids: list[str]) -> Iterator[StoredClaim]:
    """The claims of these ids."""
    wanted = frozenset(ids)
    for article in dict.fromkeys(given.rpartition(":")[0] for given in ids):
        yield from (item for item in store.claims(Filter(article=article)) if item.id in wanted)
