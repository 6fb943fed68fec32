"""``khabar show``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, AsOf, FiguresRule, Lang, Language, StorePath, day


def command(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")],
    history: Annotated[
        bool, typer.Option("--history", help="Tell how the picture of the event changed, by the day reported.")
    ] = False,
    as_of: AsOf = None,
    figures: FiguresRule = "lines",
    store: StorePath = DEFAULT_STORE,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Show an event: every claim, who says it through whom, figures side by side.

    Each claim stands in its sentence with its parts marked; its isnad runs from the origin to the outlet. Events that
    articles tie to it (in response to, after) are named.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    known_by = day(as_of, "--as-of", last=True)
    with open_store(store, figures=figures) as asked:
        found = asked.history(event, as_of=known_by) if history else None
        detail = None if history else asked.event(event, as_of=known_by)
    if as_json:
        print_json(found or detail)
        return
    if found is not None:
        from khabar.cli.history_page import print_history

        print_history(console(), found, lang.value)
        return
    from khabar.cli.event_page import print_event

    if detail is not None:
        print_event(console(), detail, lang.value)
