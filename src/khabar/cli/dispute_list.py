"""Disputes in the terminal: the event, what lines disagree on, and every side's statements."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from khabar.cli import phrases
from khabar.cli.bidi import Paragraph, isolate
from khabar.cli.tally_list import print_series
from khabar.views.disputes import Dispute, DisputedEvent, Saying
from khabar.views.labels import Lang, count_label, kind_label, label
from khabar.views.tally_series import Series

_MOST = 4
"""Statements of one side that are shown; ``--json`` gives all."""


def print_disputes(console: Console, found: Sequence[DisputedEvent], counts: Sequence[Series], lang: Lang) -> None:
    """Disputed events, then disputed counts; a line that says so where there are none."""
    if not found and not counts:
        console.print(phrases.line(label("no_disputes", lang), lang))
    for at, one in enumerate(found):
        if at:
            console.print()
        _print_event(console, one, lang)
    if counts:
        if found:
            console.print()
        print_series(console, counts, lang)


def _print_event(console: Console, one: DisputedEvent, lang: Lang) -> None:
    event = one.event
    parts = [kind_label(event.type, event.mode, lang), event.date or label("unknown_day", lang)]
    parts += [phrases.isolated(event.place.text, lang)] if event.place else []
    parts += [who] if (who := phrases.who_to_whom(event, lang)) else []
    console.print(phrases.line(" · ".join((*parts, event.id)), lang), style="bold")
    for dispute in one.disputes:
        about = label(f"about_{dispute.about}", lang)
        if dispute.what:
            about += f": {label(dispute.what, lang)}"
        console.print(phrases.line(f"  {about}", lang), style="red")
        for number, side in enumerate(dispute.sides, 1):
            for saying in side[:_MOST]:
                console.print(Paragraph(Text(_saying(number, dispute, saying, lang)), indent=4, rtl=False))
            if len(side) > _MOST:
                console.print(f"    {number}. +{len(side) - _MOST}", style="dim")


def _saying(number: int, dispute: Dispute, saying: Saying, lang: Lang) -> str:
    if saying.low is not None:
        says = count_label(saying.low, saying.high, lang)
        if saying.status != "occurred":
            says += f" ({label(saying.status, lang)})"
    elif dispute.about == "happened":
        says = label(saying.says, lang)
    else:
        says = saying.says
    day = f" · {saying.reported}" if saying.reported else ""
    return f"{number}. {isolate(says)} · {phrases.chain(saying.chain, 'en')}{day}"
