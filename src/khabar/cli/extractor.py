"""Options that choose an extractor, and what is said of its run on standard error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from khabar.errors import KhabarError

if TYPE_CHECKING:
    from khabar.extractors import Estimate, Extractor
    from khabar.model import Article

ExtractorName = Annotated[
    str, typer.Option("--extractor", metavar="NAME", help="What reads the articles; khabar extractors lists them.")
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="A setting of the extractor; may be repeated."),
]
Budget = Annotated[
    list[str] | None,
    typer.Option(
        "--budget", metavar="AMOUNT", help="Most to spend: 2.50 in the prices' currency, 300000tokens; may be repeated."
    ),
]
EstimateOnly = Annotated[bool, typer.Option("--estimate", help="Say what the run would cost, and stop.")]
DEFAULT = "default"


def chosen(name: str, settings: list[str] | None = None, budget: list[str] | None = None) -> Extractor:
    """The extractor that the options ask for; KhabarError, one line, where it cannot be had."""
    given: dict[str, str] = {}
    for item in settings or []:
        key, equals, value = item.partition("=")
        if not equals or not key.strip():
            raise KhabarError(f"--set {item} is no setting; write it as KEY=VALUE")
        given[key.strip()] = value
    if budget:
        given["budget"] = ",".join(budget)
    from khabar.extractors import make

    return make(name, given)


def expect(extractor: Extractor, articles: Iterable[Article] | None, *, only: bool) -> None:
    """Before a run, say what it is expected to cost; ``articles`` None where they cannot be read twice. Exits where
    that is ``only`` what was asked for."""
    from khabar.extractors import Costly

    if not isinstance(extractor, Costly):
        if only:
            raise KhabarError(f"the extractor {extractor.name} costs nothing; leave out --estimate")
        return
    if articles is None:
        if only:
            raise KhabarError("standard input can be read once only; give a file to have an estimate of")
        typer.echo("khabar: no estimate, for standard input can be read once only", err=True)
        return
    expected = extractor.estimate(articles)
    typer.echo(f"khabar: {in_words(expected)}", err=True)
    if over := extractor.over(expected):
        typer.echo(f"khabar: {over}", err=True)
    if only:
        raise typer.Exit


def in_words(expected: Estimate) -> str:
    """An estimate as one line."""
    cost = "" if expected.cost is None else f", about {expected.cost:.2f} in all"
    tokens = f"about {expected.tokens_in:,} tokens in and {expected.tokens_out:,} out"
    return (
        f"{expected.articles} articles, {expected.kept} of them answered before; "
        f"{expected.requests} requests, {tokens}{cost}"
    )


def tell(extractor: Extractor) -> None:
    """After a run, say what it took."""
    from khabar.extractors import Accountable

    if isinstance(extractor, Accountable):
        for line in extractor.account():
            typer.echo(f"khabar: {line}", err=True)
