"""``khabar demo``."""

from __future__ import annotations

import typer

from khabar.cli.options import Lang, Language


def command(lang: Language = Lang.en) -> None:
    """Read the sample articles that ship with Khabar and show what comes of them.

    Nothing is kept: the store lives in a temporary folder. To keep one: khabar read --samples.
    """
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from khabar.cli.commands.read import summary
    from khabar.cli.event_lists import print_timeline
    from khabar.cli.event_page import print_event
    from khabar.cli.output import console
    from khabar.jobs.reading import read
    from khabar.samples import FOLDER
    from khabar.views.questions import open_store

    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        counts = read([FOLDER], path)
        typer.echo(f"{summary(counts)}\n")
        screen = console()
        with open_store(path) as asked:
            print_timeline(screen, asked.timeline(), lang.value)
            told = asked.events()
            if told:
                best = max(told, key=lambda event: (event.lines, event.claims))
                print_event(screen, asked.event(best.id), lang.value)
