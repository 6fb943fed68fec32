"""``khabar explain``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from khabar.cli.options import AsJson
from khabar.errors import KhabarError


def command(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence in quotes, or - for standard input.")],
    as_json: AsJson = False,
) -> None:
    """Show how a sentence is understood: every mark, rule and decision."""
    from khabar import pipeline

    words = sys.stdin.read() if sentence == "-" else sentence
    if not words.strip():
        raise KhabarError("there is nothing to explain; give a sentence")
    told = pipeline.explain(words)
    if as_json:
        from khabar.cli.output import print_json

        print_json(told)
    else:
        typer.echo(told if isinstance(told, str) else str(told))
