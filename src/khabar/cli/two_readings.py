"""Two readings of a claim side by side in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.cli.bidi import Paragraph, isolate
from khabar.views.variants import ClaimReading


def print_readings(console: Console, told: ClaimReading) -> None:
    """The claim's words, and a column for each of its readers; where they differ the row is marked."""
    console.print(Paragraph(told.quote))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    table.add_column("field", style="dim")
    table.add_column(told.readers[0])
    two = len(told.readers) > 1
    if two:
        table.add_column(told.readers[1])
    table.add_column("rule", style="dim")
    for row in told.fields:
        cells: list[Text | str] = [
            Text("≠" if row.differs else "", style="yellow"),
            row.field,
            isolate(row.stands) or "-",
        ]
        if two:
            cells.append(isolate(row.other or "") or "-")
        table.add_row(*cells, isolate(" | ".join(filter(None, (row.rule, row.other_rule)))))
    console.print(table)
    if not two:
        console.print(f"read by {told.readers[0]} alone", style="dim")
