"""``khabar version``."""

from __future__ import annotations

import typer

import khabar
from khabar.cli.options import AsJson


def command(as_json: AsJson = False) -> None:
    """Show the version."""
    if as_json:
        from khabar.cli.output import print_json

        print_json({"khabar": khabar.__version__})
    else:
        typer.echo(f"khabar {khabar.__version__}")
