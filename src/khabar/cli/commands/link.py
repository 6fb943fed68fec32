"""``khabar link``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, StorePath


def command(
    source: Annotated[
        str | None, typer.Argument(metavar="[CLAIMS.jsonl]", help="Rows with coded claims; without it, the store's.")
    ] = None,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="LINKED.jsonl", help="File to write; - is standard output.")
    ] = "-",
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Link claims to events: those of a store, or rows of coded claims.

    With CLAIMS.jsonl the same rows come out, each claim's "event" replaced, and the store is not touched.
    """
    if source is None:
        from khabar.jobs.linking import link
        from khabar.store.database import shown

        events = link(store)
        typer.echo(f"{events} events in {shown(store)}")
        return
    from khabar.jobs.extracting import lines_of, link_rows, whole_file

    def complain(message: str) -> None:
        typer.echo(f"khabar: {source}, {message}", err=True)

    with lines_of(source) as lines, whole_file(output) as stream:
        done = link_rows(lines, lambda line: stream.write(line + "\n"), complain=complain)
    typer.echo(f"{done.rows} rows, {done.claims} claims linked, {done.bad} rows passed on as they were", err=True)
