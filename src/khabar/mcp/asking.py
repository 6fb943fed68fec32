"""The tools' questions and their bounds. Every answer is plain data of at most :data:`LARGEST` characters of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec

from khabar.errors import KhabarError
from khabar.mcp.answers import article_card, citation, event_card, series_card, spread, ways
from khabar.store import Filter, StoredArticle, StoredClaim
from khabar.views import names, source_counts
from khabar.views.disputes import Dispute, DisputedEvent, disputes_of
from khabar.views.questions import Questions
from khabar.views.summary import EventSummary, summarise
from khabar.views.wanted import by_name
from khabar.views.wanted import day as by_day

LARGEST = 40_000
"""Characters of one answer: about what an assistant can take in beside everything else it holds."""
MOST = 50
MOST_CITED = 20
MOST_STEPS = 20
"""Days of an event's history in one answer, the latest."""
LONGEST_PART = 20_000
"""Code points of an article's text in one answer."""
Answer = dict[str, Any]
T = TypeVar("T")


def wanted(
    *,
    types: str = "",
    actor: str = "",
    place: str = "",
    since: str = "",
    until: str = "",
    source: str = "",
    text: str = "",
    as_of: str = "",
) -> Filter:
    """The filter of a tool's arguments, empty ones left out; KhabarError where a date or a type is none."""
    return by_name(
        types=names.types([types]) if types.strip() else (),
        actor=actor.strip(),
        place=place.strip(),
        since=day(since, "since"),
        until=day(until, "until", last=True),
        source=source.strip(),
        text=text.strip(),
        as_of=day(as_of, "as_of", last=True),
    )


def day(value: str, name: str, *, last: bool = False) -> str | None:
    """First or last day of a day, month or year; None for nothing; KhabarError for anything else."""
    given = value.strip()
    return by_day(given or None, f"{name}={given[:40]}", last=last)


def fitted(items: Iterable[T], offset: int, most: int, shown: Callable[[T], Any]) -> tuple[list[Any], int | None]:
    """Up to ``most`` of ``items`` as plain data, fewer where :data:`LARGEST` would be passed, and the offset of the
    next one, None at the end. ``items`` begin at ``offset``; the first is always given."""
    found: list[Any] = []
    size = 0
    for item in items:
        if len(found) == most:
            return found, offset + len(found)
        data = msgspec.to_builtins(shown(item))
        size += len(json.dumps(data, ensure_ascii=False))
        if found and size > LARGEST:
            return found, offset + len(found)
        found.append(data)
    return found, None


def sides(disputes: Iterable[Dispute]) -> list[Answer]:
    """Disputes as plain data, of each side the first :data:`MOST_CITED` sayings."""
    found: list[Answer] = msgspec.to_builtins(list(disputes))
    for one in found:
        one["sides"] = [side[:MOST_CITED] for side in one["sides"]]
    return found


class Asking:
    """The tools over one store; nothing is ever written. KhabarError, one line, where something is not there."""

    def __init__(self, questions: Questions) -> None:
        self.questions = questions
        self.store = questions.store

    def events(self, asked: Filter, *, limit: int, offset: int, cite: int) -> Answer:
        """Events that ``asked`` chooses, by day."""
        rows = self.store.events(asked, limit=limit + 1, offset=offset)
        return self._listed([row.id for row in rows], asked, limit, offset, cite)

    def disputes(self, asked: Filter, *, limit: int, offset: int, cite: int) -> Answer:
        """Events on which independent lines disagree, strongest first, with the sides."""
        told = self.questions.disputes(asked)
        page = told[offset : offset + limit + 1]
        claims = self._claims([one.event.id for one in page], asked.as_of)

        def card(one: DisputedEvent) -> Answer:
            event = msgspec.to_builtins(event_card(one.event, spread(claims[one.event.id]), cite=cite))
            return {**event, "disputes": sides(one.disputes)}

        found, following = fitted(page, offset, limit, card)
        return {"events": found, "next_offset": following, "in_all": len(told)}

    def _listed(self, ids: list[str], asked: Filter, limit: int, offset: int, cite: int) -> Answer:
        claims = self._claims(ids, asked.as_of)
        known = [(event, claims[event]) for event in ids if event in claims]
        found, following = fitted(
            known, offset, limit, lambda pair: event_card(self._summary(*pair), spread(pair[1]), cite=cite)
        )
        return {"events": found, "next_offset": following}

    def _summary(self, event: str, claims: list[StoredClaim]) -> EventSummary:
        return summarise(event, claims, self.questions.rule)

    def _claims(self, ids: list[str], as_of: str | None) -> dict[str, list[StoredClaim]]:
        found: dict[str, list[StoredClaim]] = {}
        for item in self.store.claims(Filter(as_of=as_of), events=ids, text=True):
            if item.claim.event is not None:
                found.setdefault(item.claim.event, []).append(item)
        return found

    def event(self, event: str, *, as_of: str | None, limit: int, offset: int) -> Answer:
        """One event with its claims in the order reported and the ways it came."""
        detail = self.questions.event(event, as_of=as_of)
        claims = sorted(self._claims([detail.event.id], as_of)[detail.event.id], key=_reported)
        for most in (limit, 5, 1):
            card = msgspec.to_builtins(event_card(detail.event, claims, cite=most, start=offset))
            if most == 1 or len(json.dumps(card, ensure_ascii=False)) <= LARGEST:
                break
        shown = offset + len(card["claims"])
        following = shown if shown < len(claims) else None
        return {
            "event": card,
            "ways": msgspec.to_builtins(ways(detail.transmission)),
            "disputes": sides(disputes_of(claims)),
            "history": msgspec.to_builtins(self.questions.history(detail.event.id, as_of=as_of).steps[-MOST_STEPS:]),
            "next_offset": following,
        }

    def timeline(self, asked: Filter, *, limit: int, offset: int, cite: int) -> Answer:
        """The same events as :meth:`events` under the day each begins with."""
        found = self.events(asked, limit=limit, offset=offset, cite=cite)
        days: dict[str | None, list[Answer]] = {}
        for card in found["events"]:
            begins = card["date"].partition("/")[0] if card["date"] else None
            days.setdefault(begins, []).append(card)
        listed = [{"day": begins, "events": cards} for begins, cards in days.items()]
        return {"days": listed, "next_offset": found["next_offset"]}

    def sources(self, asked: Filter, *, limit: int, offset: int) -> Answer:
        """Outlets and transmitters, those that carry most first."""
        rows = source_counts.sources(self.store, asked)[offset:]
        found, following = fitted(rows, offset, limit, lambda row: row)
        return {"sources": found, "next_offset": following}

    def source(self, name: str, asked: Filter, *, cite: int) -> Answer:
        """The record of one source, with ``cite`` claims, four at most, behind each measure."""
        profile = self.questions.source(name, asked)
        measures: Answer = {}
        for measure in ("told", "origin", "relayed", "first", "confirmed", "contradicted", "revised"):
            behind = profile.behind(measure)
            measures[measure] = {"claims": len(behind), "cited": self._cited(behind[: min(cite, 4)])}
        neighbours = {
            role: [{"name": one.name, "claims": len(one.claims)} for one in getattr(profile, role)[:MOST_CITED]]
            for role in ("cites", "cited_by")
        }
        return {"source": msgspec.to_builtins(profile.source), "measures": measures, **neighbours}

    def _cited(self, claims: Iterable[str]) -> list[Any]:
        chosen = dict.fromkeys(claims)
        found: dict[str, Any] = {}
        for article in dict.fromkeys(given.rpartition(":")[0] for given in chosen):
            for item in self.store.claims(Filter(article=article), text=True):
                if item.id in chosen:
                    found[item.id] = msgspec.to_builtins(citation(item))
        return [found[given] for given in chosen if given in found]

    def tallies(self, words: str, place: str, *, as_of: str | None, limit: int, offset: int) -> Answer:
        """Standing counts as series."""
        told = self.questions.tallies(words.strip() or None, place=place.strip() or None, as_of=as_of)
        found, following = fitted(told[offset:], offset, limit, series_card)
        return {"series": found, "next_offset": following}

    def as_of(self, day: str, asked: Filter, *, limit: int, offset: int, cite: int) -> Answer:
        """What had been reported by ``day``, and what has become of each event since."""
        asked = msgspec.structs.replace(asked, as_of=day)
        found = self.events(asked, limit=limit, offset=offset, cite=cite)
        now = self._claims([card["id"] for card in found["events"]], None)
        for card in found["events"]:
            later = self._summary(card["id"], now[card["id"]])
            card["since_then"] = {
                "claims": later.claims - len(card["claims"]) - card["more_claims"],
                "lines": later.lines,
                "figures": [
                    {"what": one.what, "low": one.low, "best": one.best, "high": one.high, "disputed": one.disputed}
                    for one in later.figures
                ],
            }
        return {"as_of": day, **found}

    def article(self, given: str, start: int = 0) -> Answer:
        """An article's text from code point ``start``, as given, so that the claims' spans hold; ``next_start`` None
        at the end."""
        stored = self._article(given)
        text = stored.article.text
        end = min(len(text), max(0, start) + LONGEST_PART)
        return {
            **msgspec.to_builtins(article_card(stored)),
            "start": max(0, start),
            "length": len(text),
            "next_start": end if end < len(text) else None,
            "text": text[max(0, start) : end],
        }

    def articles(self, limit: int = 100) -> Answer:
        """The newest articles."""
        rows = self.store.articles(newest=True, limit=limit)
        return {"articles": [msgspec.to_builtins(article_card(row)) for row in rows]}

    def holdings(self) -> Answer:
        """How much the store holds."""
        found: Answer = msgspec.to_builtins(self.questions.size())
        return found

    def _article(self, given: str) -> StoredArticle:
        stored = self.store.article(given)
        if stored is None:
            raise KhabarError(f"there is no article {given[:80]}; ids stand in every claim and at khabar://articles")
        return stored


def _reported(item: StoredClaim) -> tuple[bool, str]:
    return item.source.reported is None, item.source.reported or ""
