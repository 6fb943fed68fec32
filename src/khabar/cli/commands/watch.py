"""``khabar watch``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from khabar.cli.options import DEFAULT_STORE, AsJson, Lang, Language, StorePath

if TYPE_CHECKING:
    from khabar.jobs.watching import Watch
    from khabar.views.summary import EventSummary


def command(
    place: Annotated[
        str,
        typer.Argument(metavar="PLACE", help="A folder, an OPML file of feeds, or an address of a feed or sitemap."),
    ],
    store: StorePath = DEFAULT_STORE,
    every: Annotated[
        float | None,
        typer.Option("--every", min=1, metavar="SECONDS", help="Between two looks: 5 for folders, 300 for addresses."),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    webhook: Annotated[
        str | None, typer.Option("--webhook", metavar="URL", help="Post new events there as JSON.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Outlet of articles that name none.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes to extract with.")] = 1,
    lang: Language = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Watch a folder, feeds or an address, and print a line for each new event.

    Feeds and sitemaps are asked for politely: only what has changed, obeying robots.txt, never more than once a
    minute. It ends with Ctrl-C; what was read is kept.
    """
    from khabar.jobs.watching import Watch
    from khabar.store import Store

    with Store.open(store, create=True) as opened:
        watch = Watch(opened, place, every=every, webhook=webhook, outlet=outlet, jobs=jobs, tell=_complain)
        try:
            _run(watch, once, lang, as_json)
        except KeyboardInterrupt:
            _complain("stopped; what was read is kept")
        finally:
            watch.close()


def _run(watch: Watch, once: bool, lang: Lang, as_json: bool) -> None:
    while True:
        counts, events = watch.round(once=once)
        for event in events:
            sys.stdout.write((_json(event) if as_json else _line(event, lang)) + "\n")
        sys.stdout.flush()
        if counts.read:
            from khabar.cli.commands.read import summary

            _complain(f"{summary(counts)}, {len(events)} new events")
        if once:
            return
        watch.wait()


def _complain(line: str) -> None:
    from khabar.cli.bidi import harmless

    print(f"khabar watch: {harmless(line)}", file=sys.stderr, flush=True)


def _json(event: EventSummary) -> str:
    import msgspec

    return msgspec.json.encode(event).decode()


def _line(event: EventSummary, lang: Lang) -> str:
    """Day, what, who to whom, where, figures and support of an event, and its id."""
    from khabar.cli import phrases
    from khabar.views.labels import kind_label, label

    shown: Literal["en", "ar"] = lang.value
    parts = [
        event.date or label("unknown_day", shown),
        kind_label(event.type, event.mode, shown),
        phrases.who_to_whom(event, shown),
        phrases.isolated(event.place.text, shown) if event.place else "",
        phrases.figures(event, shown),
        phrases.support(event, shown),
        event.id,
    ]
    return phrases.line(" · ".join(part for part in parts if part), shown)
