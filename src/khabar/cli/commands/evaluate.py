"""``khabar evaluate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from khabar.cli.bidi import harmless
from khabar.cli.options import AsJson

if TYPE_CHECKING:
    from khabar.views.evaluate import Rate, Report


def command(
    gold: Annotated[str, typer.Argument(metavar="GOLD.jsonl", help="Coded articles.")],
    predicted: Annotated[
        str | None, typer.Argument(metavar="[PREDICTED.jsonl]", help="What was extracted; without it, extracts now.")
    ] = None,
    by_type: Annotated[bool, typer.Option("--by-type", help="A table with a row for each event type.")] = False,
    by_field: Annotated[bool, typer.Option("--by-field", help="A table with a row for each field.")] = False,
    misses: Annotated[
        int, typer.Option("--misses", min=0, metavar="N", help="Show N misses, confusions and spurious claims.")
    ] = 0,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write gold and found side by side as a page.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes to extract with.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Compare extracted claims with coded ones.

    The headline is the claim score, a soft F1: every matched claim of the right type counts as much as its fields
    agree. The page names the rule behind every value where PREDICTED.jsonl does (khabar extract --rules).
    """
    from khabar.jobs.measuring import gold_and_found
    from khabar.views.evaluate import evaluate

    coded, found = gold_and_found(gold, predicted, jobs=jobs)
    report = _write_page(html, coded, found) if html is not None else evaluate(coded, found)
    if as_json:
        from khabar.cli.output import print_json

        print_json(report)
    elif html != "-":
        _print(report, by_type=by_type, by_field=by_field)
        for line in report.misses[:misses]:
            typer.echo("  " + line)
        typer.echo(f"claim score {report.claim_score:.3f}")


def _write_page(path: str, coded: list[dict[str, Any]], found: list[dict[str, Any]]) -> Report:
    from khabar.jobs.extracting import whole_file
    from khabar.views.compare import against_gold
    from khabar.views.compare_page import page

    compared = against_gold(coded, found)
    with whole_file(path) as stream:
        stream.write(page(compared))
    typer.echo(f"{path}: {len(compared.articles)} articles, gold and found side by side", err=True)
    return compared.report


def _print(report: Report, *, by_type: bool, by_field: bool) -> None:
    typer.echo(f"{report.articles} articles, {report.gold} gold claims, {report.predicted} predicted")
    _print_rate("detection", report.detection)
    _print_rate("detection of any type", report.detection_any_type)
    _print_rate("whole record", report.whole_record)
    _print_rate("tallies", report.tallies)
    if not by_field:
        typer.echo(
            "fields of matched claims: " + "  ".join(f"{name} {value:.3f}" for name, value in report.fields.items())
        )
    within, across = report.event_b3, report.event_b3_across
    typer.echo(f"event B-cubed of matched claims: within articles {within:.3f}  across articles {across:.3f}")
    if by_field:
        typer.echo("\nValues of the matched claims, and the mean score of every field:")
        _print_table("field", [(name, report.field_rates[name], mean) for name, mean in report.fields.items()])
    if by_type:
        means = {name: sum(scores.values()) / len(scores) for name, scores in report.type_fields.items()}
        typer.echo("\nClaims of each type, and the mean of their field scores:")
        _print_table("type", [(name, found, means.get(name)) for name, found in report.types.items()])


def _print_rate(name: str, found: Rate) -> None:
    typer.echo(f"{name:<22} P {found.p:.3f}  R {found.r:.3f}  F1 {found.f1:.3f}")


def _print_table(first: str, rows: list[tuple[str, Rate, float | None]]) -> None:
    from rich.table import Table

    from khabar.cli.output import console

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(first)
    for name in ("gold", "found", "hit", "precision", "recall", "F1", "mean"):
        table.add_column(name, justify="right")
    for name, found, mean in rows:
        rates = (f"{value:.3f}" for value in (found.p, found.r, found.f1))
        hit = f"{found.hit:.1f}".removesuffix(".0")
        table.add_row(
            harmless(name), str(found.gold), str(found.found), hit, *rates, "" if mean is None else f"{mean:.3f}"
        )
    console().print(table)
