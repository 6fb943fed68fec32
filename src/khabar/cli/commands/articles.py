"""``khabar articles``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, StorePath

if TYPE_CHECKING:
    from khabar.model import Dating
    from khabar.views.articles import ArticleDetail, ArticleRow


def command(
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="An article's id, or the address of its page.")
    ] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Only those whose day is unknown, a guess or contradicted.")
    ] = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Only those whose address was read in several versions.")
    ] = False,
    store: StorePath = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """List articles with their days; for one: how its day was found and what its versions changed.

    Days that contradict one another are shown side by side, each with where it stands and how sure it is.
    """
    from khabar.store import Store
    from khabar.views import articles

    with Store.open(store, read_only=True) as opened:
        found: ArticleDetail | list[ArticleRow]
        if article is not None:
            found = articles.article(opened, article)
        else:
            found = articles.articles(opened, doubtful=doubtful, changed=changed)
    if as_json:
        from khabar.cli.output import print_json

        print_json(found)
    elif isinstance(found, list):
        _print_list(found)
    else:
        _print_detail(found)


def _print_list(rows: list[ArticleRow]) -> None:
    from khabar.cli.bidi import isolate

    for row in rows:
        day = row.dating.value if row.dating else "day unknown"
        typer.echo(f"{day}  {isolate(row.id)}  {isolate(row.outlet)}  {isolate(row.title or '')}".rstrip())
        if marks := _marks(row):
            typer.echo(f"    {isolate('; '.join(marks))}")
    typer.echo(f"{len(rows)} articles")


def _marks(row: ArticleRow) -> list[str]:
    marks = [f"{row.versions} versions"] if row.versions > 1 else []
    if row.dating is None:
        return marks
    others = [f"{other.value} ({other.how})" for other in row.dating.others]
    against = [f"against {', '.join(others)}"] if others else []
    return [f"{row.dating.how}, sure {row.dating.sure:.2f}", *against, *marks]


def _print_detail(found: ArticleDetail) -> None:
    from khabar.cli.bidi import isolate

    row = found.article
    typer.echo(isolate(row.title or row.id))
    for name, value in (("outlet", row.outlet), ("address", row.url), ("read from", row.origin), ("id", row.id)):
        if value:
            typer.echo(f"{name:>10}  {isolate(value)}")
    if row.dating is None:
        typer.echo("       day  unknown: nothing on the page or in the text dates it")
    else:
        typer.echo(f"{'day':>10}  {_reading(row.dating, found)}")
        for other in row.dating.others:
            typer.echo(f"{'but':>10}  {_reading(other, found)}")
    if len(found.versions) > 1:
        _print_versions(found)


def _reading(dating: Dating, found: ArticleDetail) -> str:
    from khabar.cli.bidi import isolate

    quote = found.quotes.get(dating.value)
    said = f": {isolate(quote)}" if quote and dating.span else ""
    return f"{dating.value}  {dating.how}, sure {dating.sure:.2f}{said}"


def _print_versions(found: ArticleDetail) -> None:
    from khabar.cli.bidi import isolate

    signs = {"added": "+", "removed": "-", "changed": "~"}
    for number, version in enumerate(found.versions, 1):
        typer.echo(f"\nversion {number}  {isolate(version.id)}  {isolate(version.origin or '')}")
        for change in version.changes:
            sides = [isolate(side) for side in (change.before, change.after) if side]
            typer.echo(f"  {signs[change.kind]} {'  →  '.join(sides)}")
