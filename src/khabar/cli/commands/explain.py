"""``khabar explain``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from khabar.cli.options import AsJson, day
from khabar.errors import KhabarError


def command(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence in quotes, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help='Day that "yesterday" is counted from.')
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show how a sentence is understood: every mark, rule and decision."""
    words = sys.stdin.read() if sentence == "-" else sentence
    if not words.strip():
        raise KhabarError("there is nothing to explain; give a sentence")
    from khabar import pipeline
    from khabar.cli.output import console, print_json

    told = pipeline.explain(words, day(published, "--published"))
    if as_json:
        print_json(told)
        return
    from khabar.cli.derivation import tree_of

    console().print(tree_of(told))
