"""``khabar source``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from khabar.cli.options import (
    DEFAULT_STORE,
    Actor,
    AsJson,
    AsOf,
    Lang,
    Language,
    Place,
    Since,
    StorePath,
    Text,
    Types,
    Until,
    filter_of,
)


class Measure(StrEnum):
    """Numbers of a record that claims stand behind."""

    told = "told"
    relayed = "relayed"
    origin = "origin"
    copied = "copied"
    first = "first"
    confirmed = "confirmed"
    contradicted = "contradicted"
    revised = "revised"


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A source, in any spelling or in English, or its id.")],
    measure: Annotated[
        Measure | None, typer.Option("--list", metavar="NUMBER", help="Show the claims behind a number, such as first.")
    ] = None,
    types: Types = None,
    actor: Actor = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    text: Text = None,
    as_of: AsOf = None,
    store: StorePath = DEFAULT_STORE,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Show the record of a source: what it carries, how early, and whether others bear it out.

    Numbers are counts of claims; --list shows the claims behind one, --json the claims behind all.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    with open_store(store) as asked:
        profile = asked.source(name, filter_of(types, actor, place, since, until, None, text, as_of))
        claims = asked.views(profile.behind(measure.value)) if measure else []
    if as_json:
        print_json(claims if measure else profile)
        return
    from khabar.cli.source_page import print_claims, print_source

    if measure:
        print_claims(console(), claims, lang.value)
    else:
        print_source(console(), profile, lang.value)
