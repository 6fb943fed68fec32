"""Events on a map drawn on the server. Nothing is a dot that is not known to the point."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from khabar.views.counts import PlaceCount
from khabar.web.charts.svg import el, link, picture

OUTLINES = Path(__file__).resolve().parents[1] / "static" / "outlines.geojson"
_WIDTH = 960
DOTS = ("point", "town")
Box = tuple[float, float, float, float]


@cache
def outlines() -> list[dict[str, Any]]:
    """Features of the countries."""
    found: list[dict[str, Any]] = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    return found


def countries(places: Sequence[PlaceCount]) -> Counter[str]:
    """Events of which only the country is known, by code."""
    found: Counter[str] = Counter()
    for item in places:
        bare = item.place.precision == "country" or item.place.lat is None
        if bare and item.place.country:
            found[item.place.country] += item.events
    return found


def spots(places: Sequence[PlaceCount]) -> list[PlaceCount]:
    """Places known better than by their country, with coordinates."""
    return [item for item in places if item.place.lat is not None and item.place.precision != "country"]


def box_of(places: Sequence[PlaceCount]) -> Box:
    """West, south, east, north of what is shown, with a margin: where the middle 90 in a hundred of the events lie, so
    that few far places do not shrink all others; countries alone by their outlines."""
    points = [(item.place.lon or 0.0, item.place.lat or 0.0, item.events) for item in spots(places)]
    if not points:
        shaded = countries(places)
        for feature in outlines():
            if feature["id"] in shaded:
                rings: list[list[tuple[float, float]]] = [part[0] for part in feature["geometry"]["coordinates"]]
                points += [(x, y, 1) for x, y in sorted(rings, key=lambda ring: -len(ring))[0]]
    if not points:
        return (20.0, 5.0, 65.0, 45.0)
    west, east = _middle([(x, events) for x, _, events in points])
    south, north = _middle([(y, events) for _, y, events in points])
    margin = max(1.0, (east - west) * 0.08, (north - south) * 0.08)
    return west - margin, max(-80.0, south - margin), east + margin, min(80.0, north + margin)


def _middle(weighed: list[tuple[float, int]]) -> tuple[float, float]:
    """From where to where the middle 90 in a hundred of the weight lies."""
    ordered = sorted(weighed)
    cut = sum(weight for _, weight in ordered) * 0.05
    ends = []
    for values in (ordered, ordered[::-1]):
        left = cut
        for value, weight in values:
            left -= weight
            if left < 0:
                ends.append(value)
                break
    return ends[0], ends[1]


def draw(
    places: Sequence[PlaceCount],
    title: str,
    href: Callable[[str], str],
    name: Callable[[PlaceCount], str],
) -> Markup:
    """Shaded countries, rings for governorates and areas, dots for towns and sites; each leads to its events."""
    west, south, east, north = box_of(places)
    middle = math.cos(math.radians((south + north) / 2))
    scale = _WIDTH / (east - west)
    height = int(max(320.0, min(900.0, (north - south) * scale / middle)))

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - west) * scale, (north - y) * scale / middle

    shaded = countries(places)
    top = max(shaded.values(), default=1)
    parts = [el("rect", x=0, y=0, width=_WIDTH, height=height, class_="sea")]
    for feature, rings in _rings():
        path = _path(rings, at, (west - 1, south - 1, east + 1, north + 1))
        if path:
            parts.append(_country(feature, path, shaded, top, href))
    largest = max((item.events for item in spots(places)), default=1)
    for item in sorted(spots(places), key=lambda item: -item.events):
        x, y = at(item.place.lon or 0.0, item.place.lat or 0.0)
        exact = item.place.precision in DOTS
        radius = (3 if exact else 7) + 11 * math.sqrt(item.events / largest)
        parts.append(
            link(
                href(item.place.place or item.place.text), el("title", f"{name(item)}: {item.events}"),
                el("circle", cx=x, cy=y, r=radius, class_="spot dot" if exact else "spot ring"),
            )
        )  # fmt: skip
    return picture(_WIDTH, height, *parts, title=title, class_="chart map-chart")


def _country(feature: dict[str, Any], path: str, shaded: Counter[str], top: int, href: Callable[[str], str]) -> Markup:
    number = shaded.get(feature["id"] or "", 0)
    if not number:
        return el("path", d=path, class_="land")
    step = 1 + int(3.99 * math.sqrt(number / top))
    tip = f"{feature['properties']['name']}: {number}"
    return link(href(feature["id"]), el("title", tip), el("path", d=path, class_=f"land shade{min(step, 4)}"))


@cache
def _rings() -> list[tuple[dict[str, Any], list[tuple[Box, list[tuple[float, float]]]]]]:
    """Each country with its rings, and around each ring its west, south, east and north."""
    found = []
    for feature in outlines():
        rings = [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]
        boxed = []
        for ring in rings:
            xs, ys = [point[0] for point in ring], [point[1] for point in ring]
            boxed.append(((min(xs), min(ys), max(xs), max(ys)), ring))
        found.append((feature, boxed))
    return found


def _path(
    rings: list[tuple[Box, list[tuple[float, float]]]], at: Callable[[float, float], tuple[float, float]], frame: Box
) -> str:
    """The rings that touch the frame (degrees), as SVG path data."""
    parts = []
    for (west, south, east, north), points in rings:
        if east < frame[0] or west > frame[2] or north < frame[1] or south > frame[3]:
            continue
        parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (at(*point) for point in points)) + "Z")
    return "".join(parts)
