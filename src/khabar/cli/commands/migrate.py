"""``khabar migrate``."""

from __future__ import annotations

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, StorePath


def command(store: StorePath = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """Bring a store that an older Khabar made up to date, keeping what it holds.

    All of it happens or nothing does. A store that is up to date is left as it is.
    """
    from khabar.store.database import shown
    from khabar.store.migrating import migrate

    done = migrate(store)
    if as_json:
        from khabar.cli.output import print_json

        print_json(done)
        return
    held = f"{done.size.articles} articles, {done.size.claims} claims, {done.size.events} events"
    if done.before == done.after:
        typer.echo(f"{shown(store)} is up to date (version {done.after}): {held}")
    else:
        typer.echo(f"{shown(store)} brought from version {done.before} to {done.after}: {held} kept")
