"""``khabar read``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.extractor import DEFAULT, Budget, EstimateOnly, ExtractorName, Settings, chosen, expect, tell
from khabar.cli.options import DEFAULT_STORE, AsJson, Columns, StorePath
from khabar.errors import KhabarError

if TYPE_CHECKING:
    from khabar.store import Counts, Size


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders, addresses, or - for standard input.")
    ] = None,
    store: StorePath = DEFAULT_STORE,
    samples: Annotated[bool, typer.Option("--samples", help="Read the sample articles that ship with Khabar.")] = False,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Outlet of articles that name none.")
    ] = None,
    reader: Annotated[
        str | None, typer.Option("--reader", metavar="NAME", help="Force a format: text, html, jsonl.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes to extract with.")] = 1,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Link claims to events at the end.")] = True,
    columns: Columns = None,
    follow: Annotated[bool, typer.Option("--follow", help="Fetch the pages that feeds and sitemaps link to.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where something had to be quarantined.")
    ] = False,
    extractor: ExtractorName = DEFAULT,
    settings: Settings = None,
    budget: Budget = None,
    estimate: EstimateOnly = False,
    as_json: AsJson = False,
) -> None:
    """Read articles into a store: files, folders, addresses, or - for standard input.

    What cannot be read goes into quarantine with the reason. Reading again changes nothing; a run that was stopped
    goes on when it is repeated.
    """
    from khabar.cli.options import columns_of
    from khabar.cli.progress import ReadingBar
    from khabar.ingest.meter import Meter
    from khabar.jobs.reading import read

    wanted = _wanted(paths or [], samples)
    _check_reader(reader)
    reads = chosen(extractor, settings, budget)
    if extractor != DEFAULT or estimate:
        from khabar.jobs.foreseeing import articles_of

        expect(reads, None if "-" in wanted else articles_of(wanted, store, reader=reader), only=estimate)
    mapped, meter = columns_of(columns), Meter(wanted, store)
    try:
        with ReadingBar(meter) as bar:
            counts = read(
                wanted,
                store,
                jobs=jobs,
                outlet=outlet,
                linked=link,
                reader=reader,
                columns=mapped,
                follow=follow,
                progress=bar,
                meter=meter,
                extractor=reads,
            )
    finally:
        tell(reads)
    _report(counts, store, strict=strict, as_json=as_json)


def _wanted(paths: list[str], samples: bool) -> list[str]:
    from khabar import samples as shipped

    wanted = [*paths, *([str(shipped.FOLDER)] if samples else [])]
    if not wanted:
        raise KhabarError("nothing to read; name files or folders, addresses, - for standard input, or --samples")
    return wanted


def _report(counts: Counts, store: str, *, strict: bool, as_json: bool) -> None:
    """What the run did and what the store holds now; KhabarError where ``strict`` allows no quarantine."""
    from khabar.store import Store

    with Store.open(store, read_only=True) as opened:
        size, shown = opened.size(), opened.path
    if as_json:
        from khabar.cli.output import print_json

        print_json({"run": counts, "store": size})
    else:
        _print(counts, size, shown)
    if strict and counts.quarantined:
        raise KhabarError(
            f"{counts.quarantined} of {counts.read} could not be read, which --strict does not allow; the reasons: "
            f"khabar quarantine --store {shown}"
        )


def _print(counts: Counts, size: Size, shown: str) -> None:
    typer.echo(summary(counts))
    typer.echo(
        f"{shown} holds {size.articles} articles, {size.claims} claims, {size.tallies} tallies, {size.events} events"
    )
    if counts.quarantined:
        typer.echo(f"{counts.quarantined} could not be read; the reasons: khabar quarantine --store {shown}")


def summary(counts: Counts) -> str:
    """One line that accounts for every input."""
    parts = f"{counts.stored} stored + {counts.duplicates} duplicates + {counts.quarantined} quarantined"
    return f"{counts.read} read = {parts}"


def _check_reader(name: str | None) -> None:
    if name is None:
        return
    from khabar.ingest.readers import registry

    if name not in (known := registry()):
        raise KhabarError(f"there is no reader {name}; the readers are {', '.join(known)}")
