"""Sources: outlets and transmitters, their profiles, and who cites whom."""

from __future__ import annotations

from itertools import islice

from fastapi import APIRouter
from fastapi.responses import Response

from khabar.api.query import Name, Wanted
from khabar.api.routes import Here
from khabar.errors import KhabarError
from khabar.store import Filter, Store
from khabar.store.search import folded
from khabar.views import source_counts
from khabar.views.questions import ClaimView, view_of
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


@router.get("/sources")
def page(site: Here, view: Asked, wanted: Wanted, name: Name = "", start: Start = 0) -> Response:
    rows = site.keep(("sources", wanted), lambda: source_counts.sources(site.store, wanted))
    key = folded(name).strip()
    cites: list[CiteCount] = []
    if key or not view.narrowed:
        cites = site.keep(("cites", wanted, 200), lambda: source_counts.cites(site.store, wanted, limit=200))
    profile = next((row for row in rows if row.key == key), None) if key else None
    claims: list[ClaimView] = []
    record = None
    if key:
        about = Filter(**{**{field: getattr(wanted, field) for field in wanted.__struct_fields__}, "source": name})
        claims = [
            view_of(item) for item in islice(site.store.claims(about, text=True, newest=True, limit=_RECENT), _RECENT)
        ]
        record = site.keep(("record", key, about), lambda: _record(site.store, name, about))
        cites = [row for row in cites if key in (folded(row.citing), folded(row.cited))]
    values = {
        "title": word("sources", view.lang),
        "rows": rows[start : start + _SIZE],
        "part": part_of(view, start, len(rows[start : start + _SIZE]), len(rows), _SIZE),
        "cites": cites[:40],
        "name": name.strip(),
        "profile": profile,
        "claims": claims,
        "record": record,
        "judged": _JUDGED,
    }
    return render(view, "sources.html", values)


def _record(store: Store, name: str, about: Filter) -> SourceProfile | None:
    """The record of a source, judged on its latest claims and on all claims of the same events; None where the name
    means no one source."""
    latest = list(store.claims(about, newest=True, limit=_JUDGED))
    events = sorted({item.claim.event for item in latest if item.claim.event is not None})
    around = list(store.claims(Filter(as_of=about.as_of), events=events))
    profiles = Profiles(around, frozenset(item.id for item in latest))
    try:
        return profiles.profile(find_source(profiles.known(), name), neighbours=False)
    except KhabarError:
        return None
