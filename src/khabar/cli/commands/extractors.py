"""``khabar extractors``."""

from __future__ import annotations

from typing import Any

from khabar.cli.options import AsJson


def command(as_json: AsJson = False) -> None:
    """List what can read articles: the default, and those that need a model or an endpoint.

    Installed packages may offer more (docs/extractors.md).
    """
    from khabar.cli.output import console, print_json

    rows = _rows()
    if as_json:
        print_json(rows)
        return
    from rich.table import Table
    from rich.text import Text

    screen = console()
    for row in rows:
        screen.print(Text(row["name"], style="bold").append(f"  {row['about']}", style="not bold"))
        if "fault" in row:
            screen.print(f"  {row['fault']}", style="red")
            continue
        screen.print(f"  finds {', '.join(row['finds'])}; works in {row['works']}", style="dim")
        if row["missing"]:
            screen.print(f"  needs {', '.join(row['missing'])}: {row['install']}", style="yellow")
        if row["settings"]:
            table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
            for setting in row["settings"]:
                table.add_row(f"  {setting['name']}={setting['value']}", setting["about"])
            screen.print(table)


def _rows() -> list[dict[str, Any]]:
    from khabar.extractors import Offer, offers
    from khabar.extractors.registry import described

    rows: list[dict[str, Any]] = []
    for name, offer in offers().items():
        if not isinstance(offer, Offer):
            rows.append({"name": name, "about": "cannot be used", "fault": offer})
            continue
        can = offer.capabilities
        finds = [what for what in ("claims", "tallies", "mentions") if getattr(can, what)]
        settings = [{"name": key, "value": value, "about": about} for key, value, about in described(offer.settings)]
        rows.append(
            {
                "name": name, "about": offer.about, "finds": finds, "works": can.works, "network": can.network,
                "missing": list(offer.missing()), "install": offer.install, "settings": settings,
            }
        )  # fmt: skip
    return rows
