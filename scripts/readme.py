"""Put a real output into the README: the event of the samples that most lines tell, as ``khabar demo`` prints it.

    python scripts/readme.py           rewrite the block of README.md that shows it
    python scripts/readme.py --print   print what would stand there

One claim is kept for each chain, up to three.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from rich.console import Console

from khabar.cli.event_page import print_event
from khabar.jobs.reading import read
from khabar.samples import FOLDER
from khabar.views.questions import EventDetail, open_store

README = Path(__file__).resolve().parents[1] / "README.md"
MOST = 3


def shortened(detail: EventDetail) -> EventDetail:
    """The event with at most :data:`MOST` claims, one for each chain, and its first disputed figure."""
    chains = {view.chain: view for view in reversed(detail.claims)}
    kept = tuple(view for view in detail.claims if view in chains.values())[:MOST]
    figures = [found for found in detail.event.figures if found.disputed][:1] or list(detail.event.figures[:1])
    event = type(detail.event)(**{**_fields(detail.event), "figures": tuple(figures)})
    return msgspec.structs.replace(detail, event=event, claims=kept)


def _fields(event: object) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__struct_fields__}  # type: ignore[attr-defined]


def output() -> str:
    """The block: the command, then the event."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        read([FOLDER], path)
        with open_store(path) as asked:
            best = max(asked.events(), key=lambda event: (event.lines, event.claims))
            detail = asked.event(best.id)
    screen = Console(file=io.StringIO(), width=110, highlight=False, markup=False, emoji=False)
    print_event(screen, shortened(detail), "en")
    lines = [line.rstrip() for line in screen.file.getvalue().splitlines()]  # type: ignore[attr-defined]
    return "\n".join(["$ khabar demo", "...", *lines])


def main() -> None:
    block = output()
    if "--print" in sys.argv[1:]:
        print(block)
        return
    text = README.read_text(encoding="utf-8")
    README.write_text(
        re.sub(r"```\n\$ khabar demo.*?\n```", lambda _: f"```\n{block}\n```", text, count=1, flags=re.S),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
