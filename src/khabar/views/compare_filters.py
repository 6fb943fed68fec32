"""Filters of a comparison's page that work without a script: an address such as ``page.html#type-ASSAULT``.

An empty element for each filter stands before the claims; while it is the target of the address, style rules hide
whatever lacks its class.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from khabar.model import Record
from khabar.views.agreement import FIELDS
from khabar.views.compare import Comparison, Row
from khabar.views.plain import shown

STATES = ("same", "differs", "other", "a", "b")
"""All fields agree, some differ, another type, only the first has it, only the second."""


class Filter(Record, frozen=True, kw_only=True):
    """``name`` is the address after ``#`` and the class of the claims it keeps; ``count`` how many these are."""

    name: str
    group: str
    label: str
    count: int


def state(row: Row) -> str:
    """One of :data:`STATES`."""
    if row.seen != "both":
        return row.seen
    if row.a and row.b and row.a.type != row.b.type:
        return "other"
    return "same" if row.agrees else "differs"


def told(found: Comparison) -> dict[str, str]:
    """Each of :data:`STATES` in words."""
    return {
        "same": "all agrees",
        "differs": "fields differ",
        "other": "another type",
        "a": "missed" if found.coded else f"only in {found.a}",
        "b": "false" if found.coded else f"only in {found.b}",
    }


def classes(rows: Iterable[Row]) -> str:
    """The classes of an element that shows ``rows``, as the attribute's value."""
    return " ".join(["one", *dict.fromkeys(name for row in rows for name in _classes(row))])


def type_class(name: str) -> str:
    """The class of claims of a type."""
    return "type-" + re.sub("[^A-Za-z0-9]+", "-", name)


def filters(found: Comparison) -> tuple[Filter, ...]:
    """Every filter that keeps a claim: by state, by type, by field that is wrong."""
    rows = [row for article in found.articles for row in article.rows]
    counts = Counter(name for row in rows for name in _classes(row))
    wanted = [("is-" + name, "", label) for name, label in told(found).items()]
    wanted += [(type_class(name), "of type", name) for name in found.report.types]
    wanted += [("wrong-" + name, "wrong in" if found.coded else "differing in", name) for name in FIELDS]
    return tuple(
        Filter(name=name, group=group, label=label, count=counts[name]) for name, group, label in wanted if counts[name]
    )


def anchors(chosen: tuple[Filter, ...], total: int) -> str:
    """The targets, the links to them, and a line that stays on the screen and says which one is chosen."""
    targets = "".join(f"<span class='target' id='{one.name}'></span>" for one in chosen)
    groups: dict[str, list[str]] = {}
    for one in chosen:
        link = f"<a href='#{one.name}'>{shown(one.label)}&nbsp;<small>{one.count}</small></a>"
        groups.setdefault(one.group, []).append(link)
    lines = [f"<p><span class='dim'>{group or 'show'}</span> {' '.join(links)}</p>" for group, links in groups.items()]
    now = "".join(
        f"<span class='on for-{one.name}'>{_claims(one.count)}: {one.group} <strong>{shown(one.label)}</strong> "
        "<a href='#all'>show all</a></span>"
        for one in chosen
    )
    return (
        f"{targets}<nav class='filters' id='all' aria-label='Filters'><h2>Claims</h2>{''.join(lines)}</nav>"
        f"<p class='now'><span class='every'>all {_claims(total)} · <a href='#all'>filters</a></span>{now}</p>"
    )


def rules_of(chosen: tuple[Filter, ...]) -> str:
    """Style rules that make the filters work."""
    return "".join(
        f"#{one.name}:target~.article:not(.{one.name}),#{one.name}:target~.article .one:not(.{one.name}),"
        f"#{one.name}:target~.article .quiet{{display:none}}"
        f"#{one.name}:target~.now .for-{one.name}{{display:inline}}"
        f"#{one.name}:target~.filters a[href='#{one.name}']{{background:var(--ink);color:var(--paper)}}"
        for one in chosen
    )


def _classes(row: Row) -> list[str]:
    types = dict.fromkeys(type_class(side.type) for side in row.sides)
    return ["is-" + state(row), *types, *("wrong-" + name for name in row.wrong)]


def _claims(count: int) -> str:
    return f"{count} claim" if count == 1 else f"{count} claims"
