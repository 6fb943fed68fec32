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

    For each: claims it tells as outlet, claims that rest on it as their origin, claims it only passes on.
    """
    from khabar.cli.output import console, print_json
    from khabar.views.labels import Lang as LabelLang
    from khabar.views.labels import label
    from khabar.views.questions import open_store

    with open_store(store) as asked:
        rows = asked.sources(filter_of(types, actor, place, since, until, None, text, as_of))
    if as_json:
        print_json(rows)
        return
    from rich.table import Table

    from khabar.cli.bidi import Paragraph, isolate

    language: LabelLang = lang.value
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(label("source", language))
    table.add_column(label("kind", language))
    for name in ("tells", "origin_of", "relays", "events"):
        table.add_column(label(name, language), justify="right")
    for row in rows:
        numbers = (row.told, row.origin, row.relayed, row.events)
        kind = isolate(label(row.kind, language))
        table.add_row(Paragraph(row.name), kind, *(str(number) if number else "" for number in numbers))
    console().print(table)
