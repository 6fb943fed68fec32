"""How an event's picture changed, in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from khabar.cli.bidi import Paragraph, isolate
from khabar.views.history import History, Revision, field_in_words, field_name
from khabar.views.labels import Lang, counted, label


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
    name = field_name(revision.what, lang)
    before, now = (
        isolate(field_in_words(revision.what, value, lang)) if value is not None else "?"
        for value in (revision.before, revision.now)
    )
    return f"+ {name}: {now}" if revision.before is None else f"~ {name}: {before} → {now}"
