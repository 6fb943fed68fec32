"""Events as a timeline and as a table in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.cli import phrases
from khabar.cli.bidi import Paragraph, isolate
from khabar.views.labels import Lang, kind_label, label
from khabar.views.questions import Day
from khabar.views.summary import EventSummary

_STYLES = {"occurred": "bold", "planned": "cyan", "negated": "strike", "uncertain": "yellow"}


def print_timeline(console: Console, days: Sequence[Day], lang: Lang) -> None:
    """Each day, and under it its events: what, who to whom, where; then figures, support and the id."""
    _say_if_none(console, days, lang)
    for day in days:
        console.print(_line(Text(day.day or label("unknown_day", lang), style="bold underline"), lang))
        for event in day.events:
            console.print(_line(_headline(event, lang), lang, indent=2))
            console.print(_line(_details(event, lang), lang, indent=4))
        console.print()


def _headline(event: EventSummary, lang: Lang) -> Text:
    text = Text(kind_label(event.type, event.mode, lang), style=_STYLES.get(event.status, "bold"))
    if event.status != "occurred":
        text.append(f" ({label(event.status, lang)})", style="not bold not strike")
    for part in (phrases.who_to_whom(event, lang), phrases.isolated(event.place.text, lang) if event.place else ""):
        if part:
            text.append(f" · {part}", style="not bold not strike")
    return text


def _details(event: EventSummary, lang: Lang) -> Text:
    text = Text(style="dim")
    for found in event.figures:
        text.append(phrases.figure(found, lang), style="not dim red" if found.disputed else "not dim").append(" · ")
    if event.contested:
        text.append(label("contested", lang), style="not dim red").append(" · ")
    return text.append(phrases.support(event, lang)).append(f" · {event.id}")


def _line(text: Text, lang: Lang, indent: int = 0) -> Paragraph:
    """One line of the page: lines of an Arabic page run right to left, those of an English one hold isolates of
    their own."""
    return Paragraph(text, indent=indent, rtl=lang == "ar")


def print_events(console: Console, events: Sequence[EventSummary], lang: Lang) -> None:
    """A row for each event."""
    if _say_if_none(console, events, lang):
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    justify = "right" if lang == "ar" else "left"
    table.add_column(label("event", lang), no_wrap=True)
    table.add_column(label("day", lang), no_wrap=True)
    for name in ("what", "who", "to_whom", "where", "figures"):
        table.add_column(label(name, lang), justify=justify)  # type: ignore[arg-type]
    table.add_column(label("told_by", lang), justify=justify)  # type: ignore[arg-type]
    for event in events:
        table.add_row(
            event.id,
            event.date or "",
            isolate(kind_label(event.type, event.mode, lang)),
            Paragraph(_plain(phrases.names(event.actors, "en")), rtl=False),
            Paragraph(_plain(phrases.names(event.targets, "en")), rtl=False),
            Paragraph(event.place.text) if event.place else "",
            phrases.line(phrases.figures(event, lang), lang),
            phrases.line(phrases.support(event, lang), lang),
        )
    console.print(table)


def _say_if_none(console: Console, found: Sequence[object], lang: Lang) -> bool:
    """One line where nothing was found."""
    if not found:
        console.print(_line(Text(label("no_events", lang)), lang))
    return not found


def _plain(words: str) -> Text:
    return Text(words)
