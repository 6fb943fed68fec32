"""Standing counts in the terminal: each series as bars over time, with who says so."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.cli import phrases
from khabar.cli.bidi import Paragraph
from khabar.views.labels import Lang, count_label, label
from khabar.views.tally_series import Counted, Series

_WIDTH = 24


def print_series(console: Console, found: Sequence[Series], lang: Lang) -> None:
    """Every series with a bar for each count; a line that says so where there is none."""
    if not found:
        console.print(phrases.line(label("no_tallies", lang), lang))
    for at, one in enumerate(found):
        if at:
            console.print()
        console.print(phrases.line(headline(one, lang), lang), style="bold")
        console.print(_bars(one, lang))


def headline(one: Series, lang: Lang) -> str:
    """What is counted, where, and what it comes to."""
    parts = [phrases.isolated(one.what, lang)]
    if one.place:
        parts.append(phrases.isolated(one.place.text, lang))
    span = count_label(one.low, one.high, lang)
    unit = f" {phrases.isolated(one.unit, lang)}" if one.unit else ""
    parts.append(f"{label('best', lang)} {one.best:,.10g}{unit} ({span})")
    if one.disputed:
        parts.append(label("disputed", lang))
    return " · ".join(parts)


def _bars(one: Series, lang: Lang) -> Table:
    top = max((max(count.low, count.high or 0) for count in one.counts), default=0) or 1
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=10)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for count in one.counts:
        day = count.reported or phrases.line(label("unknown_day", lang), lang)
        says = Paragraph(Text(phrases.chain(count.chain, "en")), rtl=False)
        table.add_row(day, _bar(count, top), phrases.line(count_label(count.low, count.high, lang), lang), says)
    return table


def _bar(count: Counted, top: float) -> str:
    """A bar as long as the count's low end, lighter up to its high end; an arrow where that is open."""
    low = round(_WIDTH * count.low / top)
    high = low if count.high is None else round(_WIDTH * count.high / top)
    return "█" * low + "░" * (high - low) + ("→" if count.high is None else "")
