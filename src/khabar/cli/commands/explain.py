"""``khabar explain``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.extractor import DEFAULT, Budget, ExtractorName, Settings, chosen, tell
from khabar.cli.options import DEFAULT_STORE, AsJson, StorePath, day
from khabar.errors import KhabarError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khabar.model import Claim


def command(
    sentence: Annotated[
        str | None, typer.Argument(metavar="SENTENCE", help="A sentence in quotes, or - for standard input.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help='Day that "yesterday" is counted from.')
    ] = None,
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="ID", help="Explain a stored claim, as khabar show names it.")
    ] = None,
    store: StorePath = DEFAULT_STORE,
    extractor: ExtractorName = DEFAULT,
    settings: Settings = None,
    budget: Budget = None,
    as_json: AsJson = False,
) -> None:
    """Show how a sentence is understood: every mark, rule and decision.

    With --extractor NAME, what that one reads in it, beside what the default does where they differ. With --claim ID,
    a stored claim: the rule behind every value, and both readings where two extractors read it.
    """
    if claim is not None:
        _print_claims([_stored(claim, store)], as_json=as_json)
        return
    words = sys.stdin.read() if sentence == "-" else sentence or ""
    if not words.strip():
        raise KhabarError("there is nothing to explain; give a sentence")
    on = day(published, "--published")
    if extractor != DEFAULT:
        from khabar.model import Article

        reads = chosen(extractor, settings, budget)
        found = reads.extract(Article(id="explain", text=words, published=on))
        _print_claims(found.claims, as_json=as_json)
        tell(reads)
        return
    from khabar import pipeline
    from khabar.cli.output import console, print_json

    told = pipeline.explain(words, on)
    if as_json:
        print_json(told)
        return
    from khabar.cli.derivation import tree_of

    console().print(tree_of(told))


def _stored(given: str, store: str) -> Claim:
    from khabar.store import Filter
    from khabar.views.questions import open_store

    with open_store(store) as asked:
        for item in asked.store.claims(Filter(article=given.rpartition(":")[0])):
            if item.id == given:
                return item.claim
    raise KhabarError(f"there is no claim {given} in {store}; khabar show EVENT names them")


def _print_claims(claims: Sequence[Claim], *, as_json: bool) -> None:
    from khabar.cli.output import console, print_json
    from khabar.views.variants import reading_of

    told = [reading_of(claim) for claim in claims]
    if as_json:
        print_json(told)
        return
    from khabar.cli.two_readings import print_readings

    screen = console()
    for one in told:
        print_readings(screen, one)
        screen.print()
    if not told:
        screen.print("no claim")
