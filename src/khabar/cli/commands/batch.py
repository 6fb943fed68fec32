"""``khabar batch``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import AsJson


def command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="WARC, Parquet, JSON Lines and other files; folders; s3://..."),
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Folder for the results; may be s3://...")],
    ray: Annotated[
        str | None,
        typer.Option("--ray", metavar="ADDRESS", help="Run on a Ray cluster (auto, ray://host:10001), or local."),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, metavar="N", help="Tasks at a time.")] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Outlet of articles that name none.")
    ] = None,
    window: Annotated[
        int,
        typer.Option("--window", min=0, metavar="DAYS", help="Link in windows of so many days, for large archives."),
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Read archives on many processors or machines; write claims and events as Parquet by day.

    A run that was stopped goes on when it is repeated. Take the results into a store with khabar load DIR, or query
    them where they lie (docs/scale.md).
    """
    from khabar.batch.needs import batch_runs

    with batch_runs():
        from khabar.batch.running import run

        done = run(sources, out, ray=ray, jobs=jobs, outlet=outlet, window=window, tell=_tell)
    if as_json:
        from khabar.cli.output import print_json

        print_json(done)
        return
    parts = f"{done.articles} articles + {done.duplicates} duplicates + {done.quarantined} quarantined"
    typer.echo(f"{done.read} read = {parts}")
    typer.echo(f"{out} holds {done.claims} claims about {done.events} events; a store takes them: khabar load {out}")


def _tell(message: str) -> None:
    typer.echo(message, err=True)
