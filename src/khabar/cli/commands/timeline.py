"""``khabar timeline``."""

from __future__ import annotations

from khabar.cli.options import (
    DEFAULT_STORE,
    Actor,
    AsJson,
    AsOf,
    Lang,
    Language,
    Limit,
    Place,
    Since,
    Source,
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
    source: Source = None,
    text: Text = None,
    as_of: AsOf = None,
    limit: Limit = None,
    store: StorePath = DEFAULT_STORE,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Show events day by day.

    Filters join with "and"; an event is shown when one of its claims meets them all.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    wanted = filter_of(types, actor, place, since, until, source, text, as_of)
    with open_store(store) as asked:
        found = asked.timeline(wanted, limit=limit)
    if as_json:
        print_json(found)
        return
    from khabar.cli.event_lists import print_timeline

    print_timeline(console(), found, lang.value)
