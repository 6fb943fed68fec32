"""``khabar quarantine``."""

from __future__ import annotations

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, StorePath


def command(store: StorePath = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """List the input that could not be read, with the reasons."""
    from khabar.store import Store

    with Store.open(store, read_only=True) as opened:
        found = opened.quarantined()
    if as_json:
        from khabar.cli.output import print_json

        print_json(found)
        return
    from khabar.cli.bidi import harmless, isolate

    for item in found:
        typer.echo(f"{isolate(item.origin)}\n    {harmless(item.reason)}\n    sha256 {item.sha256}")
    typer.echo(f"{len(found)} in quarantine")
