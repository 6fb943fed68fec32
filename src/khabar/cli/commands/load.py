"""``khabar load``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, StorePath


def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder that khabar batch wrote; may be s3://...")],
    store: StorePath = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Take the results of khabar batch into a store.

    Events keep their ids. What is in the store already is passed over; if the store held other articles before, link
    them all together with khabar link.
    """
    from khabar.batch.needs import batch_runs

    with batch_runs():
        from khabar.batch.loading import load

        counts = load(folder, store)
    from khabar.cli.commands.read import summary
    from khabar.store import Store

    with Store.open(store, read_only=True) as opened:
        size, shown = opened.size(), opened.path
    if as_json:
        from khabar.cli.output import print_json

        print_json({"run": counts, "store": size})
        return
    typer.echo(summary(counts))
    typer.echo(
        f"{shown} holds {size.articles} articles, {size.claims} claims, {size.tallies} tallies, {size.events} events"
    )
    if size.articles > counts.stored and counts.stored:
        typer.echo(f"other articles were there before; link them all together with: khabar link --store {shown}")
