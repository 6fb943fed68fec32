"""``khabar evaluate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.options import AsJson

if TYPE_CHECKING:
    from khabar.views.evaluate import Rate, Report


def command(
    gold: Annotated[str, typer.Argument(metavar="GOLD.jsonl", help="Coded articles.")],
    predicted: Annotated[
        str | None, typer.Argument(metavar="[PREDICTED.jsonl]", help="What was extracted; without it, extracts now.")
    ] = None,
    by_type: Annotated[bool, typer.Option("--by-type", help="A row for each event type.")] = False,
    by_field: Annotated[bool, typer.Option("--by-field", help="A row for each field.")] = False,
    misses: Annotated[
        int, typer.Option("--misses", min=0, metavar="N", help="Show N misses, confusions and spurious claims.")
    ] = 0,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes to extract with.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Compare extracted claims with coded ones.

    The headline is the claim score, a soft F1: every matched claim of the right type counts as much as its fields
    agree.
    """
    from khabar.jobs.measuring import evaluate_files

    report = evaluate_files(gold, predicted, jobs=jobs)
    if as_json:
        from khabar.cli.output import print_json

        print_json(report)
        return
    _print(report, by_type=by_type, by_field=by_field)
    for line in report.misses[:misses]:
        typer.echo("  " + line)
    typer.echo(f"claim score {report.claim_score:.3f}")


def _print(report: Report, *, by_type: bool, by_field: bool) -> None:
    typer.echo(f"{report.articles} articles, {report.gold} gold claims, {report.predicted} predicted")
    _print_rate("detection", report.detection)
    _print_rate("detection of any type", report.detection_any_type)
    _print_rate("whole record", report.whole_record)
    _print_rate("tallies", report.tallies)
    if by_field:
        for name, value in report.fields.items():
            typer.echo(f"  {name:<10} {value:.3f}")
    else:
        typer.echo(
            "fields of matched claims: " + "  ".join(f"{name} {value:.3f}" for name, value in report.fields.items())
        )
    within, across = report.event_b3, report.event_b3_across
    typer.echo(f"event B-cubed of matched claims: within articles {within:.3f}  across articles {across:.3f}")
    if by_type:
        for name, found in report.types.items():
            _print_rate(f"  {name} ({found.gold})", found)


def _print_rate(name: str, found: Rate) -> None:
    typer.echo(f"{name:<22} P {found.p:.3f}  R {found.r:.3f}  F1 {found.f1:.3f}")
