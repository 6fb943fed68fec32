"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from khabar.errors import KhabarError

if TYPE_CHECKING:
    from khabar.store import Filter


class Lang(StrEnum):
    """Language of labels."""

    en = "en"
    ar = "ar"


StorePath = Annotated[str, typer.Option("--store", metavar="STORE", help="A file, or postgresql://user@host/database.")]
Language = Annotated[Lang, typer.Option("--lang", help="Language of labels.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Types = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Event type, such as ASSAULT; may be repeated.")
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="An actor or target: name, id or country code.")
]
Place = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="A place or country: name, id or country code.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Events from this day on (2024-01-23, 2024-01, 2024).")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Events up to this day.")]
Source = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Told or relayed by this outlet or source.")
]
Text = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help='Words of the claim\'s sentence, any spelling; "..." for a phrase.'),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Only what had been reported by this day.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most N events.")]
FiguresRule = Annotated[
    str,
    typer.Option(
        "--figures", metavar="RULE", help="What figures come to: lines, statements, last, or a module:function."
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="FIELD=NAME", help="Where a table or rows keep a field: text=Body; may be repeated."
    ),
]
Host = Annotated[str, typer.Option("--host", metavar="NAME", help="Address to listen on.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Another name this server is asked by; * for any."),
]

DEFAULT_STORE = "khabar.db"

_FIELDS = ("text", "title", "published", "source", "url", "id")
_SHORTEST_TOKEN = 8


def columns_of(given: list[str] | None) -> dict[str, str]:
    """The column map that ``--column`` options ask for. KhabarError for a field there is not."""
    pairs = [each.partition("=") for each in given or ()]
    for field, _, name in pairs:
        if field not in _FIELDS or not name:
            raise KhabarError(
                f"--column {field}={name} is no column; write FIELD=NAME, FIELD one of {', '.join(_FIELDS)}"
            )
    return {field: name for field, _, name in pairs}


def check_token(token: str | None) -> None:
    """KhabarError for a token that is soon guessed."""
    if token is not None and len(token) < _SHORTEST_TOKEN:
        raise KhabarError(f"the token is too short; give at least {_SHORTEST_TOKEN} characters")


def day(value: str | None, option: str, *, last: bool = False) -> str | None:
    """An ISO day from a day, month or year: its first day, or its last. KhabarError for anything else."""
    from khabar.views import wanted

    return wanted.day(value, f"{option} {value}", last=last)


def filter_of(
    types: list[str] | None = None,
    actor: str | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
    text: str | None = None,
    as_of: str | None = None,
) -> Filter:
    """The filter that the options ask for."""
    from khabar.views import names
    from khabar.views.wanted import by_name

    return by_name(
        types=names.types(types or []),
        actor=actor,
        place=place,
        since=day(since, "--since"),
        until=day(until, "--until", last=True),
        source=source,
        text=text,
        as_of=day(as_of, "--as-of", last=True),
    )
