"""Article: the text as given, with everything found in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from khabar.api.routes import Here
from khabar.model import Claim, Section
from khabar.store import Filter, StoredClaim
from khabar.views import counts
from khabar.views.labels import Lang, kind_label, label
from khabar.web.pages.shared import Asked
from khabar.web.render import render
from khabar.web.text import layers
from khabar.web.words import word

router = APIRouter()
_NAME = 90
Span = tuple[int, int, str, str, int]


@router.get("/articles/{article:path}")
def page(site: Here, view: Asked, article: Annotated[str, Path(max_length=300)]) -> Response:
    found = site.store.article(article)
    if found is None:
        raise HTTPException(404)
    claims = list(site.store.claims(Filter(article=found.article.id)))
    sections = counts.sections(site.store, found.article.id)
    spans = [*_furniture(sections, view.lang), *_spans(claims, view.lang)]
    values = {
        "title": found.article.title or _first_line(found.article.text) or found.outlet,
        "article": found,
        "claims": claims,
        "pieces": layers(found.article.text, spans),
    }
    return render(view, "article.html", values)


def _first_line(text: str) -> str:
    """The beginning of an article without a title, to call it by."""
    line = next((line.strip() for line in text[:2000].splitlines() if line.strip()), "")
    return line if len(line) <= _NAME else f"{line[:_NAME].rsplit(' ', 1)[0]}…"


def _furniture(sections: Sequence[Section], lang: Lang) -> Iterator[Span]:
    for section in sections:
        if section.role == "furniture":
            yield section.start, section.end, "furniture", f"{section.role} · {section.rule}", 0


def _spans(claims: Sequence[StoredClaim], lang: Lang) -> Iterator[Span]:
    for number, item in enumerate(claims, 1):
        claim = item.claim
        for start, end, role, rule in _parts(claim):
            if start is not None and end is not None:
                why = f" · {word('rule', lang)}: {rule}" if rule else ""
                kind = f" ({kind_label(claim.type, claim.mode, lang)})" if role == "trigger" else ""
                yield start, end, role, f"{number}. {label(role, lang)}{kind}{why}", number


def _parts(claim: Claim) -> Iterator[tuple[int | None, int | None, str, str]]:
    rules = claim.rules
    trigger = claim.trigger
    yield trigger.start, trigger.end, "trigger", rules.get("type", rules.get("trigger", ""))
    for party in claim.actors:
        yield party.start, party.end, "actor", rules.get("actors", party.actor or "")
    for party in claim.targets:
        yield party.start, party.end, "target", rules.get("targets", party.actor or "")
    if claim.place:
        yield claim.place.start, claim.place.end, "place", rules.get("place", claim.place.place or "")
    for figure in claim.figures:
        yield figure.start, figure.end, "figure", rules.get("figures", figure.what)
    for step in claim.isnad:
        yield step.start, step.end, "source", rules.get("isnad", step.kind)
