"""How an event's picture changed, in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from khabar.cli.bidi import Paragraph, isolate
from khabar.views.history import History, Revision
from khabar.views.labels import Lang, count_label, counted, kind_label, label

_NAMES = {"what": "event", "status": "status", "date": "day", "place": "place", "actors": "actor", "targets": "target"}


def print_history(console: Console, history: History, lang: Lang) -> None:
    """Day by day who reported and what that changed; then merges and splits."""
    for step in history.steps:
        day = step.day or label("unknown_day", lang)
        outlets = ", ".join(isolate(outlet) for outlet in step.outlets)
        support = counted(step.lines, "line", lang)
        console.print(Paragraph(Text(f"{day} · {outlets} · {support}"), rtl=False), style="bold")
        for revision in step.revisions:
            console.print(Paragraph(Text(_revision(revision, lang)), indent=2, rtl=False))
    for change in history.changes:
        said = f"{change.noted[:16]} · {label(change.kind, lang)} · {change.old} → {change.new}"
        console.print(f"{said} · {counted(change.claims, 'claim', lang)}", style="dim")


def _revision(revision: Revision, lang: Lang) -> str:
    if revision.what == "contested":
        return label("contested" if revision.now else "uncontested", lang)
    name = label(_NAMES.get(revision.what, revision.what), lang)
    now = _value(revision.what, revision.now, lang)
    if revision.before is None:
        return f"+ {name}: {now}"
    return f"~ {name}: {_value(revision.what, revision.before, lang)} → {now}"


def _value(what: str, value: str | None, lang: Lang) -> str:
    """A field of the picture as it is shown; figures as their range, with the best where that is more than one."""
    if value is None:
        return "?"
    if what == "what":
        kind, _, mode = value.partition("/")
        return isolate(kind_label(kind, mode or None, lang))
    if what == "status":
        return isolate(label(value, lang))
    if what in _NAMES:
        return isolate(value)
    low, best, high = value.split("/")
    span = count_label(float(low), None if high == ".." else float(high), lang)
    return isolate(span if low == high else f"{span} ({label('best', lang)} {best})")
