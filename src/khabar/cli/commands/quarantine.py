"""``khabar quarantine``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, Columns, StorePath
from khabar.errors import KhabarError

if TYPE_CHECKING:
    from khabar.jobs.retrying import Retried
    from khabar.store import Quarantined


def command(
    item: Annotated[
        str | None, typer.Argument(metavar="ITEM", help="Explain one: the beginning of its sha256, or its place.")
    ] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Read them again; what can be read now is stored.")] = False,
    reader: Annotated[str | None, typer.Option("--reader", metavar="NAME", help="Retry as this format.")] = None,
    columns: Columns = None,
    follow: Annotated[bool, typer.Option("--follow", help="Retry with the pages that sitemaps link to.")] = False,
    store: StorePath = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """List the input that could not be read, with the reasons; explain one; read them again.

    --retry reads the whole input of an item again, from where it was read: run it in the folder of the first reading.
    """
    from khabar.cli.options import columns_of
    from khabar.store import Store

    with Store.open(store, read_only=not retry) as opened:
        found = opened.quarantined()
        if item is not None:
            found = _named(found, item, opened.path)
        if retry:
            from khabar.jobs.retrying import retry as read_again

            told = read_again(opened, found, reader=reader, columns=columns_of(columns), follow=follow)
    if as_json:
        from khabar.cli.output import print_json

        print_json(told if retry else found)
    elif retry:
        _print_retried(told)
    elif item is not None:
        for each in found:
            _explain(each)
    else:
        _print_list(found, store)


def _named(found: list[Quarantined], wanted: str, place: str) -> list[Quarantined]:
    """Those whose place is ``wanted`` or lies in it, or whose hash begins so. KhabarError where there is none."""
    inside = tuple(f"{wanted}{mark}" for mark in (":", "#", "!/", "/"))
    chosen = [each for each in found if each.origin == wanted or each.origin.startswith(inside)]
    if len(wanted) > 3:
        chosen = chosen or [each for each in found if each.sha256.startswith(wanted)]
    if not chosen:
        raise KhabarError(f"nothing in quarantine is called {wanted}; list it with: khabar quarantine --store {place}")
    return chosen


def _print_list(found: list[Quarantined], store: str) -> None:
    from khabar.cli.bidi import harmless, isolate

    for each in found:
        typer.echo(f"{isolate(each.origin)}\n    {harmless(each.reason)}\n    sha256 {each.sha256[:16]}")
    if found:
        typer.echo(f"explain one: khabar quarantine SHA256; after mending: khabar quarantine --retry --store {store}")
    typer.echo(f"{len(found)} in quarantine")


def _explain(each: Quarantined) -> None:
    from khabar.cli.bidi import harmless, isolate
    from khabar.jobs.retrying import input_of

    place = input_of(each.origin)
    again = f"reads {place} again" if place else "cannot find it from this folder; read the mended input anew"
    shown = " ".join(harmless(each.sample or "").split())
    typer.echo(isolate(each.origin))
    for name, value in (
        ("why", harmless(each.reason)),
        ("sha256", each.sha256),
        ("begins", isolate(shown) if shown else "with nothing that can be shown"),
        ("--retry", isolate(again)),
    ):
        typer.echo(f"{name:>9}  {value}")


def _print_retried(told: Retried) -> None:
    from khabar.cli.bidi import isolate
    from khabar.cli.commands.read import summary

    for name, origins in (("released", told.released), ("still fails", told.stay), ("not found here", told.gone)):
        for origin in origins:
            typer.echo(f"{name:>14}  {isolate(origin)}")
    typer.echo(f"{summary(told.counts)}")
    typer.echo(f"{len(told.released)} released, {len(told.stay)} still fail, {len(told.gone)} not found here")
