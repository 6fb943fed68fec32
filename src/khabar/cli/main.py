"""The ``khabar`` command. Each subcommand is a module of ``khabar.cli.commands``, imported only when it is called
for.

To add a subcommand, add a module there with a function ``command`` and a line in :data:`COMMANDS`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import khabar
from khabar.errors import KhabarError

COMMANDS = {
    "demo": "Read the sample articles that ship with Khabar and show what comes of them.",
    "read": "Read articles into a store: files, folders, addresses, or - for standard input.",
    "watch": "Watch a folder, feeds or an address, and print a line for each new event.",
    "articles": "List articles with their days; for one: how its day was found and what its versions changed.",
    "timeline": "Show events day by day.",
    "events": "List events as a table.",
    "show": "Show an event: every claim, who says it through whom, figures side by side.",
    "disputes": "List what independent lines disagree on, strongest first, with every side's statements.",
    "tallies": "Show standing counts (troops, attacks since a date, lengths, shares) over time, with who says so.",
    "sources": "List outlets and transmitters with how much passes through each.",
    "source": "Show the record of a source: what it carries, how early, and whether others bear it out.",
    "explain": "Show how a sentence is understood: every mark, rule and decision.",
    "export": "Write claims or events as JSON Lines, CSV, Parquet, GeoJSON, GraphML, ACLED or UCDP columns and more.",
    "extract": "Extract claims from rows of JSON Lines, one row out for each row in.",
    "extractors": "List what can read articles: the default, and those that need a model or an endpoint.",
    "evaluate": "Compare extracted claims with coded ones.",
    "compare": "Compare two extractions of the same articles, claim by claim and field by field.",
    "link": "Link claims to events: those of a store, or rows of coded claims.",
    "batch": "Read archives on many processors or machines; write claims and events as Parquet by day.",
    "load": "Take the results of khabar batch into a store.",
    "migrate": "Bring a store that an older Khabar made up to date, keeping what it holds.",
    "serve": "Open a store as pages in a browser, with an API.",
    "mcp": "Let an assistant ask a store, over the Model Context Protocol.",
    "quarantine": "List the input that could not be read, with the reasons; explain one; read them again.",
    "version": "Show the version.",
}


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and help line alone, and imports one when it is run."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name=cmd_name)(import_module(f"khabar.cli.commands.{cmd_name}").command)
        command = typer.main.get_command(single)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"khabar {khabar.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Raw Arabic news in, a source-attributed event database out: who did what to whom, where, when, with what
    losses, and who says so.

    Exit codes: 0 done, 1 it could not be done (one line on standard error says why and what to do), 2 wrong use.
    """


def run(arguments: list[str] | None = None) -> None:
    """Entry point: run a command line, and turn faults that a person can mend into one line and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(args=arguments, prog_name="khabar")
    except KhabarError as error:
        print(f"khabar: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    run()
