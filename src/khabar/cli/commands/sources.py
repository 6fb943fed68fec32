"""``khabar sources``."""

from __future__ import annotations

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


def command(
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
    """List outlets and transmitters with how much passes through each.

    For each: claims it tells as outlet, claims that rest on it as their origin, claims it only passes on; events; and
    how many of the claims were first, confirmed by an independent line, contradicted, or a figure it revised. For one
    of them: khabar source NAME.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    with open_store(store) as asked:
        rows = asked.sources(filter_of(types, actor, place, since, until, None, text, as_of))
    if as_json:
        print_json(rows)
        return
    from khabar.cli.source_page import print_sources

    print_sources(console(), rows, lang.value)
