"""How an event's picture changed, in words: what each day of reporting added to it or revised."""

from __future__ import annotations

from khabar.model import Record
from khabar.views.history import History, Revision
from khabar.views.labels import Lang, count_label, kind_label, label

_NAMES = {"what": "event", "status": "status", "date": "day", "place": "place", "actors": "actor", "targets": "target"}


class Change(Record, frozen=True, kw_only=True):
    """A field of the picture: ``before`` and ``now`` in words; None where it was, or is, not known."""

    name: str
    before: str | None
    now: str | None


class Day(Record, frozen=True, kw_only=True):
    """What one day of reporting (None: of unknown day) changed: who reported, and the lines there are since."""

    day: str | None
    outlets: tuple[str, ...]
    lines: int
    changes: tuple[Change, ...]
    contested: bool | None
    """Whether it was denied from that day on, or no more; None where that did not change."""


def days_of(history: History, lang: Lang) -> list[Day]:
    """The steps of a history in words."""
    found = []
    for step in history.steps:
        contested = next(
            (revision.now is not None for revision in step.revisions if revision.what == "contested"), None
        )
        told = tuple(_change(revision, lang) for revision in step.revisions if revision.what != "contested")
        found.append(Day(day=step.day, outlets=step.outlets, lines=step.lines, changes=told, contested=contested))
    return found


def _change(revision: Revision, lang: Lang) -> Change:
    return Change(
        name=label(_NAMES.get(revision.what, revision.what), lang),
        before=_value(revision.what, revision.before, lang),
        now=_value(revision.what, revision.now, lang),
    )


def _value(what: str, value: str | None, lang: Lang) -> str | None:
    """A field as it is shown; figures as their range, with the best where that is more than one number."""
    if value is None:
        return None
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
