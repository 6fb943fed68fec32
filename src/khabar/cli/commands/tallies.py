"""``khabar tallies``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, AsOf, FiguresRule, Lang, Language, Place, StorePath, day


def command(
    words: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="What is counted, or whose: a name or words, any spelling.")
    ] = None,
    place: Place = None,
    as_of: AsOf = None,
    figures: FiguresRule = "lines",
    store: StorePath = DEFAULT_STORE,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Show standing counts (troops, attacks since a date, lengths, shares) over time, with who says so.

    Counts of one thing by several articles stand together as a series, drawn as bars.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    with open_store(store, figures=figures) as asked:
        found = asked.tallies(words, place=place, as_of=day(as_of, "--as-of", last=True))
    if as_json:
        print_json(found)
        return
    from khabar.cli.tally_list import print_series

    print_series(console(), found, lang.value)
