"""How an event's picture changed, in words: what each day of reporting added to it or revised."""

from __future__ import annotations

from khabar.model import Record
from khabar.views.history import History, Revision, field_in_words, field_name
from khabar.views.labels import Lang


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
    before, now = (
        field_in_words(revision.what, value, lang) if value is not None else None
        for value in (revision.before, revision.now)
    )
    return Change(name=field_name(revision.what, lang), before=before, now=now)
