"""How the picture of an event changed as articles came: what each day of reporting added or revised.

The event is summed up as of every day on which an article about it appeared, with the claims known by then; each step
tells what differs from the one before. Articles of unknown day make the last step, so that nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.model import Record
from khabar.store import EventChange, StoredClaim
from khabar.views.figures import Rule, by_lines
from khabar.views.labels import Lang, count_label, kind_label, label
from khabar.views.summary import EventSummary, summarise

_NAMES = {"what": "event", "status": "status", "date": "day", "place": "place", "actors": "actor", "targets": "target"}
"""Fields of a picture and the words they go by; all others are figures."""


class Revision(Record, frozen=True, kw_only=True):
    """A field of the summary that changed: ``what`` (``date``, ``place``, ``actors``, ``killed`` ...), as it stood
    ``before`` (None: not known) and as it stands ``now``."""

    what: str
    before: str | None
    now: str | None


class Step(Record, frozen=True, kw_only=True):
    """What the articles of one day (None: of unknown day) did to the picture; the outlets, the claims they make, and
    how many independent lines there are since."""

    day: str | None
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    lines: int
    revisions: tuple[Revision, ...]


class History(Record, frozen=True, kw_only=True):
    """The steps in time, and how linking changed the event since it was first stored (merges, splits)."""

    event: str
    steps: tuple[Step, ...]
    changes: tuple[EventChange, ...]


def history_of(
    event: str, claims: Sequence[StoredClaim], changes: Sequence[EventChange] = (), rule: Rule = by_lines
) -> History:
    """The history of an event from its claims (at least one)."""
    return History(event=event, steps=tuple(_steps(event, claims, rule)), changes=tuple(changes))


def _steps(event: str, claims: Sequence[StoredClaim], rule: Rule) -> Iterator[Step]:
    days = sorted({item.source.reported for item in claims}, key=lambda day: (day is None, day or ""))
    known: list[StoredClaim] = []
    before: dict[str, str] = {}
    for day in days:
        new = [item for item in claims if item.source.reported == day]
        known += new
        summary = summarise(event, known, rule)
        now = picture(summary)
        yield Step(
            day=day,
            outlets=tuple(dict.fromkeys(item.source.outlet for item in new)),
            claims=tuple(item.id for item in new),
            lines=summary.lines,
            revisions=tuple(_revisions(before, now)),
        )
        before = now


def _revisions(before: dict[str, str], now: dict[str, str]) -> Iterator[Revision]:
    for what in [*now, *(one for one in before if one not in now)]:
        if before.get(what) != now.get(what):
            yield Revision(what=what, before=before.get(what), now=now.get(what))


def picture(summary: EventSummary) -> dict[str, str]:
    """What a summary says, field by field, as text: the fields that are known. Figures as ``low/best/high``, ``..``
    where open."""
    found = {
        "what": summary.type + (f"/{summary.mode}" if summary.mode else ""),
        "status": summary.status,
        "date": summary.date or "",
        "place": summary.place.text if summary.place else "",
        "actors": "، ".join(party.text for party in summary.actors),
        "targets": "، ".join(party.text for party in summary.targets),
    }
    for figure in summary.figures:
        high = ".." if figure.high is None else f"{figure.high:g}"
        found[figure.what] = f"{figure.low:g}/{figure.best:g}/{high}"
    if summary.contested:
        found["contested"] = "contested"
    return {what: value for what, value in found.items() if value}


def field_name(what: str, lang: Lang) -> str:
    """What a field of a picture is called."""
    return label(_NAMES.get(what, what), lang)


def field_in_words(what: str, value: str, lang: Lang) -> str:
    """A value of :func:`picture` as it is shown; a figure as its range, with the best where that is more than one
    number."""
    if what == "what":
        kind, _, mode = value.partition("/")
        return kind_label(kind, mode or None, lang)
    if what == "status":
        return label(value, lang)
    if what in _NAMES:
        return value
    low, best, high = value.split("/")
    span = count_label(float(low), None if high == ".." else float(high), lang)
    return span if low == high else f"{span} ({label('best', lang)} {best})"
