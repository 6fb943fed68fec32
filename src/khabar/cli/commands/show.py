"""``khabar show``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, AsOf, Lang, Language, StorePath, day


def command(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")],
    as_of: AsOf = None,
    store: StorePath = DEFAULT_STORE,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Show an event: every claim, who says it through whom, figures side by side.

    Each claim stands in its sentence with its parts marked; its isnad runs from the origin to the outlet.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    with open_store(store) as asked:
        detail = asked.event(event, as_of=day(as_of, "--as-of", last=True))
    if as_json:
        print_json(detail)
        return
    from khabar.cli.event_page import print_event

    print_event(console(), detail, lang.value)
