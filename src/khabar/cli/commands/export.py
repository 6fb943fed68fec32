"""``khabar export``."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.cli.options import (
    DEFAULT_STORE,
    Actor,
    AsOf,
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
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="PATH", help="File to write; - is standard output.")
    ] = "-",
    form: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="The format; the file's suffix tells it too.")
    ] = None,
    types: Types = None,
    actor: Actor = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    text: Text = None,
    as_of: AsOf = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Write claims or events as JSON Lines, CSV, Parquet, GeoJSON, GraphML, ACLED or UCDP columns and more.

    The same filters as for events choose the claims. Formats: jsonl, csv, parquet, geojson, graphml, acled, ucdp-ged,
    plover, followthemoney, sqlite.
    """
    from khabar.export import choose
    from khabar.export.files import stream_for
    from khabar.jobs.extracting import whole_file
    from khabar.views.questions import open_store

    exporter = choose(form, output)
    wanted = filter_of(types, actor, place, since, until, source, text, as_of)
    with open_store(store) as asked, whole_file(output) as stream:
        count = exporter.write(asked.store.claims(wanted), stream_for(exporter, stream))
    typer.echo(f"{count} {exporter.rows} written as {exporter.name}", err=True)
