"""What an event answers and what answers it, as articles say: in response to an attack, days after it."""

from __future__ import annotations

from collections.abc import Iterable

from khabar.model import Record
from khabar.store import StoredClaim, StoredResponse
from khabar.views.summary import EventSummary


class Tie(Record, frozen=True, kw_only=True):
    """One article's word that two events hang together. ``kind``: ``response`` or ``after``; ``answers``: whether the
    event asked for is the answer to ``event`` or was answered by it. ``words`` as written, in which ``claim`` of the
    event asked for, by which ``outlet``."""

    kind: str
    answers: bool
    event: EventSummary
    words: str
    claim: str
    outlet: str


def others(event: str, found: Iterable[StoredResponse]) -> list[str]:
    """Ids of the events that ``event`` is tied to."""
    ids = dict.fromkeys(one for tie in found for one in (tie.answer_event, tie.cause_event))
    return [one for one in ids if one is not None and one != event]


def ties_of(
    event: str, claims: Iterable[StoredClaim], found: Iterable[StoredResponse], known: dict[str, EventSummary]
) -> tuple[Tie, ...]:
    """The ties of an event whose ``claims`` (with texts) are given, to the events in ``known``; one for each other
    event and each article that says so."""
    told = {item.id: item for item in claims}
    ties: dict[tuple[str, bool, str], Tie] = {}
    for one in found:
        answers = one.answer_event == event
        other = one.cause_event if answers else one.answer_event
        item = told.get(f"{one.article}:{one.answer if answers else one.cause}")
        if item is None or other is None or other == event or other not in known:
            continue
        ties.setdefault(
            (other, answers, one.article),
            Tie(
                kind=one.kind,
                answers=answers,
                event=known[other],
                words=item.source.article.text[one.start : one.end].strip(),
                claim=item.id,
                outlet=item.source.outlet,
            ),
        )
    return tuple(sorted(ties.values(), key=lambda tie: (not tie.answers, tie.kind != "response", tie.event.id)))
