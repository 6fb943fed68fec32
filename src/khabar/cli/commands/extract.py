"""``khabar extract``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.extractor import DEFAULT, Budget, EstimateOnly, ExtractorName, Settings, chosen, expect, tell

if TYPE_CHECKING:
    from khabar.extractors import Extractor


def command(
    source: Annotated[
        str, typer.Argument(metavar="IN.jsonl", help="Rows {id, source, published, title, text}; - is standard input.")
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="OUT.jsonl", help="File to write; - is standard output.")
    ] = "-",
    link: Annotated[
        bool, typer.Option("--link/--no-link", help="Give every claim an event id, unique over the run.")
    ] = True,
    rules: Annotated[bool, typer.Option("--rules", help="Name the rule behind every value.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes to extract with.")] = 1,
    extractor: ExtractorName = DEFAULT,
    settings: Settings = None,
    budget: Budget = None,
    estimate: EstimateOnly = False,
) -> None:
    """Extract claims from rows of JSON Lines, one row out for each row in.

    Rows out have the order and ids of rows in: {id, claims, tallies}. A row that cannot be used gives no claims and
    an "error", and a line on standard error. No store is needed.
    """
    from khabar.jobs.extracting import extract_rows, lines_of, whole_file

    reads = chosen(extractor, settings, budget)
    if extractor != DEFAULT or estimate:
        _expect(reads, source, only=estimate)

    def complain(message: str) -> None:
        typer.echo(f"khabar: {source}, {message}", err=True)

    try:
        with lines_of(source) as lines, whole_file(output) as stream:
            done = extract_rows(
                lines,
                lambda line: stream.write(line + "\n"),
                linked=link,
                jobs=jobs,
                rules=rules,
                complain=complain,
                extractor=reads,
            )
    finally:
        tell(reads)
    typer.echo(f"{done.rows} rows, {done.claims} claims, {done.bad} rows could not be used", err=True)


def _expect(reads: Extractor, source: str, *, only: bool) -> None:
    from khabar.jobs.extracting import lines_of
    from khabar.jobs.foreseeing import articles_in

    if source == "-":
        expect(reads, None, only=only)
        return
    with lines_of(source) as lines:
        expect(reads, articles_in(lines), only=only)
