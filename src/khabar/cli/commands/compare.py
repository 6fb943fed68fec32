"""``khabar compare``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.options import AsJson
from khabar.errors import KhabarError

if TYPE_CHECKING:
    from rich.console import Console

    from khabar.views.compare import Comparison, Row


def command(
    first: Annotated[str, typer.Argument(metavar="A.jsonl", help="One extraction, as khabar extract writes it.")],
    second: Annotated[str, typer.Argument(metavar="B.jsonl", help="Another of the same articles.")],
    html: Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write all of it as a page.")] = None,
    show: Annotated[int, typer.Option("--show", min=0, metavar="N", help="Claims that differ to show.")] = 10,
    as_json: AsJson = False,
) -> None:
    """Compare two extractions of the same articles, claim by claim and field by field.

    Agreement is measured as khabar evaluate does, with A in the place of the coded articles. Coded articles can be
    compared too; claims given by their quote alone need the article's text in either file.
    """
    from khabar.jobs.measuring import read_coded
    from khabar.views.compare import compare, without_place

    a, b = read_coded(first), read_coded(second)
    for path, rows, others in ((first, a, b), (second, b, a)):
        if (lacking := without_place(rows, others)) is not None:
            raise KhabarError(
                f"{path}: the claims of article {lacking} are given by their quotes, and neither file has its text; "
                "add the texts, or give files that khabar extract wrote"
            )
    names = _names(first, second)
    found = compare(a, b, names)
    if not found.articles:
        raise KhabarError(
            f"{first} and {second} have no article in common; rows are matched by id: give two codings of the same"
        )
    if html is not None:
        from khabar.jobs.extracting import whole_file
        from khabar.views.compare_page import page

        with whole_file(html) as stream:
            stream.write(page(found))
        typer.echo(f"{html}: {len(found.articles)} articles side by side", err=True)
    if as_json:
        from khabar.cli.output import print_json

        print_json(found)
    elif html != "-":
        _print(found, show)


def _names(first: str, second: str) -> tuple[str, str]:
    """What the two are called: their files' names without the suffix, the whole paths where those are the same."""
    from pathlib import PurePath

    short = (PurePath(first).stem, PurePath(second).stem)
    return short if short[0] != short[1] else (first, second)


def _print(found: Comparison, most: int) -> None:
    from rich.table import Table

    from khabar.cli.output import console

    screen = console()
    report = found.report
    rows = [(article.id, row) for article in found.articles for row in article.rows]
    seen = {kind: sum(row.seen == kind for _, row in rows) for kind in ("both", "a", "b")}
    alone = f"{seen['a']} only in {found.a}, {seen['b']} only in {found.b}"
    screen.print(f"{report.articles} articles: {seen['both']} claims in both, {alone}")
    for name, left_out in ((found.a, found.only_a), (found.b, found.only_b)):
        if left_out:
            listed = ", ".join(left_out[:5]) + (" ..." if len(left_out) > 5 else "")
            screen.print(f"{len(left_out)} articles only in {name}, left out: {listed}", style="yellow")
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column("field")
    table.add_column("agreement", justify="right")
    for name, value in report.fields.items():
        table.add_row(name, f"{value:.3f}")
    screen.print(table)
    differing = [(article, row) for article, row in rows if not row.agrees]
    for article, row in differing[:most]:
        _print_row(screen, article, row, found)
    if len(differing) > most:
        screen.print(f"... {len(differing) - most} more differ; --show N shows more, --html FILE all", style="dim")
    screen.print(f"claim score {report.claim_score:.3f}")


def _print_row(screen: Console, article: str, row: Row, found: Comparison) -> None:
    from rich.table import Table

    from khabar.cli.bidi import Paragraph, isolate

    screen.print()
    alone = {"a": f" · only in {found.a}", "b": f" · only in {found.b}", "both": ""}[row.seen]
    shown = row.sides[0]
    screen.print(f"{isolate(article)} · {isolate(shown.trigger)}{alone}", style="bold")
    screen.print(Paragraph(shown.quote, indent=3))
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    for name in ("", "field", found.a, found.b):
        table.add_column(name, style="dim" if name == "field" else "")
    for cell in row.cells:
        if cell.score != 1:
            mark = "" if cell.score is None else "≠" if cell.score == 0 else "~"
            table.add_row(mark, cell.field, isolate(cell.a), isolate(cell.b))
    screen.print(table)
