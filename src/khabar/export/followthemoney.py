"""FollowTheMoney entities as JSON Lines, for OpenAleph and the tools around it: events, the parties in them, and the
articles that tell of them. Written without the library; the schemata and properties are those of FollowTheMoney 4."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import IO, Any

import msgspec

from khabar.export import Exporter, register
from khabar.export.places import countries, country, english
from khabar.export.told import Told, days, gathered
from khabar.model import Party
from khabar.store import StoredArticle, StoredClaim
from khabar.store.search import folded
from khabar.views.labels import kind_label

COLUMNS = {
    "Event:name": "type and mode in English, place and day",
    "Event:date, startDate, endDate": "days of the event",
    "Event:location, country": "the place as written and in English; alpha-2 code",
    "Event:involved": "the parties, as LegalEntity",
    "Event:summary": "the claims' own sentences",
    "Event:publisher": "outlets",
    "Event:proof": "the articles",
    "Event:recordId, keywords": "Khabar's event id; type, mode and status",
    "LegalEntity:name, country": "a party as written; alpha-2 code of its state. Whether it is a person, a body or a "
    "company is not guessed",
    "Article:title, publisher, publishedAt, sourceUrl": "the article",
}


def entities(events: Iterable[Told]) -> Iterable[dict[str, Any]]:
    """Entities, each once: parties and articles before the event that names them."""
    seen: set[str] = set()
    for told in events:
        involved, proof = [], []
        for party in (*told.event.actors, *told.event.targets):
            made = _party(party)
            involved.append(made["id"])
            if made["id"] not in seen:
                seen.add(made["id"])
                yield made
        for source in {item.source.article.id: item.source for item in told.claims}.values():
            made = _article(source)
            proof.append(made["id"])
            if made["id"] not in seen:
                seen.add(made["id"])
                yield made
        yield _event(told, involved, proof)


def _entity(schema: str, key: str, **properties: list[str | None]) -> dict[str, Any]:
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    digest = hashlib.sha1(key.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    return {"id": f"khabar-{digest}", "schema": schema, "properties": {n: v for n, v in kept.items() if v}}


def _code(alpha3: str | None) -> str | None:
    found = countries().get(alpha3 or "")
    return found.alpha2.lower() if found else None


def _party(party: Party) -> dict[str, Any]:
    key = f"party {party.actor or folded(party.text)}"
    return _entity("LegalEntity", key, name=[party.text], country=[_code(party.country)])


def _article(source: StoredArticle) -> dict[str, Any]:
    article = source.article
    url = article.url if article.url and article.url.startswith(("http://", "https://")) else None
    day = article.dating.value if article.dating else article.published
    return _entity(
        "Article", f"article {article.id}", title=[article.title or source.outlet], publisher=[source.outlet],
        publishedAt=[day], sourceUrl=[url], language=["ara"], fileName=[article.origin],
    )  # fmt: skip


def _event(told: Told, involved: list[str], proof: list[str]) -> dict[str, Any]:
    event, place, period = told.event, told.event.place, days(told)
    state = country(place)
    kind = kind_label(event.type, event.mode, "en")
    name = ", ".join(part for part in (kind, english(place), event.date) if part)
    one_day = bool(period) and period is not None and period[0] == period[1]
    return _entity(
        "Event", f"event {event.id}", name=[name], recordId=[event.id], summary=[c.claim.quote for c in told.claims],
        date=[period[0] if period and one_day else None], startDate=[period[0] if period else None],
        endDate=[period[1] if period else None], location=[place.text if place else None, english(place)],
        country=[state.alpha2.lower() if state else None], involved=list(involved), proof=list(proof),
        publisher=list(event.outlets), keywords=[event.type, event.mode, event.status],
    )  # fmt: skip


def write(claims: Iterable[StoredClaim], stream: IO[str]) -> int:
    """Write a line for each entity."""
    count = 0
    for entity in entities(gathered(claims)):
        stream.write(msgspec.json.encode(entity).decode() + "\n")
        count += 1
    return count


register(
    Exporter(
        name="followthemoney", suffix=".ftm.json", about="FollowTheMoney entities, one a line", write=write,
        rows="entities", columns=COLUMNS,
    )
)  # fmt: skip
