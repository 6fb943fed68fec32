"""``khabar disputes``."""

from __future__ import annotations

from khabar.cli.options import (
    DEFAULT_STORE,
    Actor,
    AsJson,
    AsOf,
    FiguresRule,
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
    figures: FiguresRule = "lines",
    store: StorePath = DEFAULT_STORE,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """List what independent lines disagree on, strongest first, with every side's statements.

    Lines may disagree on whether an event happened, who did it, where, and how many. A dispute is as strong as its
    weaker side. Without a filter by type, actor or source, standing counts that differ are listed as well.
    """
    from khabar.cli.dispute_list import print_disputes
    from khabar.cli.output import console, print_json
    from khabar.views.questions import open_store

    wanted = filter_of(types, actor, place, since, until, source, text, as_of)
    with open_store(store, figures=figures) as asked:
        found = asked.disputes(wanted, limit=limit)
        narrowed = types or actor or source or since or until
        series = [] if narrowed else asked.tallies(text, place=place, as_of=wanted.as_of)
    counts = sorted((one for one in series if one.disputed), key=lambda one: -one.strength)[:limit]
    if as_json:
        print_json({"events": found, "tallies": counts})
        return
    print_disputes(console(), found, counts, lang.value)
