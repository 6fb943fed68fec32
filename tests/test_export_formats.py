"""Formats of other projects, each read back by a tool of its own ecosystem."""

from __future__ import annotations

import json
from pathlib import Path

import networkx
import pandas
import polars
import pyarrow.parquet
import pytest
import shapely.geometry
import sqlite_utils

from khabar.export import exporters
from khabar.export.files import write_file
from khabar.export.told import days, gathered
from khabar.export.ucdp_ged import grid_cell
from khabar.model import Extraction, Where
from khabar.store import Store, StoredClaim
from making import STRIKE, VISIT, article, link, party, strike, visit

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def claims(tmp_path: Path) -> list[StoredClaim]:
    """A strike told twice with two tolls, a visit of which only the country is known, a strike that is denied."""
    nowhere = Where(text="العراق", country="IRQ", lat=33.2, lon=43.7, precision="country")
    rows = [
        ("a1", STRIKE, "وكالة المثال", strike("e-1", actors=(party("مجهولون"),))),
        ("a2", STRIKE + " ", 'صحيفة <النموذج> & "شركاه"', strike("e-1", isnad=(link("مصدر\u202e", "unnamed"),))),
        ("a3", VISIT, "=cmd|' /C calc'!A0", visit("e-2", place=nowhere, date="2024-03")),
        ("a4", STRIKE + "  ", None, strike("e-3", status="negated", stance="denies")),
    ]
    with Store.open(tmp_path / "s.db", create=True) as opened:
        for given, text, source, told in rows:
            found = article(text, given, source, "2024-03-06", title="عنوان", url="https://x.example/1")
            opened.save(found, Extraction(id=given, claims=(told,)))
        opened.assign_events({("a1", 0): "e-1", ("a2", 0): "e-1", ("a3", 0): "e-2", ("a4", 0): "e-3"})
        return list(opened.claims())


def written(name: str, claims: list[StoredClaim], folder: Path) -> Path:
    path = folder / f"out{exporters()[name].suffix}"
    assert write_file(exporters()[name], claims, path) >= 0
    return path


@pytest.mark.parametrize("name", exporters())
def test_every_format_writes_a_file_for_no_claims_too(name: str, tmp_path: Path) -> None:
    assert write_file(exporters()[name], [], tmp_path / "empty") == 0
    assert (tmp_path / "empty").exists()


@pytest.mark.parametrize("name", exporters())
def test_every_format_and_column_is_documented(name: str) -> None:
    text = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    assert f"| `{name}` |" in text
    for column, origin in exporters()[name].columns.items():
        assert f"| `{column}` | {origin} |" in text


def test_acled_has_its_31_columns(claims: list[StoredClaim], tmp_path: Path) -> None:
    table = pandas.read_csv(written("acled", claims, tmp_path), dtype=str, encoding="utf-8-sig").fillna("")
    assert len(table.columns) == 31
    assert (table.columns[0], table.columns[-1]) == ("event_id_cnty", "timestamp")
    (row,) = table.to_dict("records")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (row["event_date"], row["time_precision"], row["fatalities"]) == ("2024-03-05", "1", "3")
    assert (row["iso"], row["country"], row["latitude"], row["geo_precision"]) == ("368", "Iraq", "33.5", "1")
    assert (row["actor1"], row["actor2"], row["inter1"], row["tags"]) == ("مجهولون", "جنود", "", "")


def test_ucdp_ged_has_its_49_columns(claims: list[StoredClaim], tmp_path: Path) -> None:
    table = pandas.read_csv(written("ucdp-ged", claims, tmp_path), dtype=str, encoding="utf-8-sig").fillna("")
    assert len(table.columns) == 49
    (row,) = table.to_dict("records")
    assert (row["best"], row["low"], row["high"], row["deaths_unknown"]) == ("3", "3", "3", "3")
    assert (row["deaths_a"], row["type_of_violence"], row["conflict_name"]) == ("", "", "")
    assert shapely.from_wkt(row["geom_wkt"]).coords[0] == (44.2, 33.5)
    assert (row["where_prec"], row["date_prec"], row["number_of_sources"]) == ("1", "1", "2")


def test_grid_cells_count_from_the_south_west() -> None:
    assert grid_cell(-90, -180) == 1
    assert grid_cell(-90, -179.5) == 2
    assert grid_cell(-89.5, -180) == 721
    assert grid_cell(90, 180) == 259200


def test_geojson_gives_no_point_where_only_the_country_is_known(claims: list[StoredClaim], tmp_path: Path) -> None:
    found = json.loads(written("geojson", claims, tmp_path).read_text(encoding="utf-8"))
    by_id = {feature["id"]: feature for feature in found["features"]}
    assert by_id["e-2"]["geometry"] is None
    assert by_id["e-2"]["properties"]["country"] == "IRQ"
    assert shapely.geometry.shape(by_id["e-1"]["geometry"]).distance(shapely.geometry.Point(44.2, 33.5)) == 0
    assert by_id["e-1"]["properties"]["killed_best"] == 3
    assert by_id["e-3"]["properties"]["status"] == "negated"


def test_graphml_is_a_graph_of_transmission_and_deeds(claims: list[StoredClaim], tmp_path: Path) -> None:
    graph = networkx.read_graphml(written("graphml", claims, tmp_path), force_multigraph=True)
    labels = {data["label"]: node for node, data in graph.nodes(data=True)}
    assert 'صحيفة <النموذج> & "شركاه"' in labels
    relations = {data["relation"] for *_, data in graph.edges(data=True)}
    assert relations == {"tells", "passes-to", "acts-on"}
    assert networkx.has_path(graph, "event:e-1", labels["وكالة المثال"])


def test_parquet_keeps_lists(claims: list[StoredClaim], tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(written("parquet", claims, tmp_path))
    assert table.num_rows == 4
    first = table.to_pylist()[0]
    assert first["figures"] == [{"what": "killed", "low": 3.0, "high": 3.0, "of": None}]
    assert first["isnad"][0]["kind"] == "military"
    assert list(pandas.read_parquet(tmp_path / "out.parquet")["event"]) == ["e-1", "e-1", "e-2", "e-3"]


def test_csv_and_json_lines_open_in_pandas(claims: list[StoredClaim], tmp_path: Path) -> None:
    table = pandas.read_csv(written("csv", claims, tmp_path), encoding="utf-8-sig")
    assert tuple(table.columns) == tuple(exporters()["csv"].columns)
    assert table["killed_low"].dropna().tolist() == [3, 3, 3]
    lines = pandas.read_json(written("jsonl", claims, tmp_path), lines=True)
    assert lines["event"].tolist() == ["e-1", "e-1", "e-2", "e-3"]
    assert lines["place"][2]["precision"] == "country"


def test_parquet_opens_in_polars(claims: list[StoredClaim], tmp_path: Path) -> None:
    table = polars.read_parquet(written("parquet", claims, tmp_path))
    assert table.columns == list(exporters()["parquet"].columns)
    assert table["isnad"].list.len().to_list() == [1, 1, 0, 1]


def test_months_end_on_days_there_are(tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.db", create=True) as opened:
        for n, day in enumerate(("2023-02", "2024-02", "2024-04", "2024-02-28/2024-02-30", "2024-13", "2024/..")):
            found = article(f"{n} {STRIKE}", f"m{n}", "و", "2024-05-01")
            opened.save(found, Extraction(id=f"m{n}", claims=(strike(f"e-{n}", date=day),)))
        opened.assign_events({(f"m{n}", 0): f"e-{n}" for n in range(6)})
        told = gathered(opened.claims())
    assert [days(event) for event in told] == [
        ("2023-02-01", "2023-02-28"), ("2024-02-01", "2024-02-29"), ("2024-04-01", "2024-04-30"),
        ("2024-02-28", "2024-02-29"), None, None,
    ]  # fmt: skip


def test_plover_has_types_and_quadrants(claims: list[StoredClaim], tmp_path: Path) -> None:
    table = pandas.read_json(written("plover", claims, tmp_path), lines=True).set_index("Event ID")
    assert table.loc["e-1", "Quad Code"] == "MATERIAL CONFLICT"
    assert table.loc["e-2", "Quad Code"] == "VERBAL COOPERATION"
    assert table.loc["e-1", "Isnads"][0] == ["وزارة الدفاع العراقية", "وكالة المثال"]
    assert "e-3" not in table.index


def test_followthemoney_accepts_every_entity(claims: list[StoredClaim], tmp_path: Path) -> None:
    reason = "followthemoney is not installed: pip install '.[check]' (it needs ICU's headers)"
    model = pytest.importorskip("followthemoney", reason=reason).model
    lines = written("followthemoney", claims, tmp_path).read_text(encoding="utf-8").splitlines()
    entities = [model.get_proxy(json.loads(line), cleaned=False) for line in lines]
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    assert {entity.schema.name for entity in entities} == {"Event", "LegalEntity", "Article"}
    event = next(entity for entity in entities if entity.first("recordId", quiet=True) == "e-1")
    assert event.get("country") == ["iq"]
    assert event.get("date") == ["2024-03-05"]
    assert set(event.get("involved")) | set(event.get("proof")) <= ids
    for line in lines:
        for name in json.loads(line)["properties"]:
            assert name in model.get(json.loads(line)["schema"]).properties, name


def test_sqlite_opens_with_its_tables(claims: list[StoredClaim], tmp_path: Path) -> None:
    found = sqlite_utils.Database(written("sqlite", claims, tmp_path))
    assert set(found.table_names()) == {"articles", "events", "claims", "parties", "figures", "isnad"}
    assert found["events"].get("e-1")["killed_best"] == 3
    assert found["claims"].count_where("event = ?", ["e-1"]) == 2
    assert {key.other_table for key in found["claims"].foreign_keys} == {"events", "articles"}
    assert next(found.query("PRAGMA integrity_check"))["integrity_check"] == "ok"


def test_spreadsheets_are_given_no_formulas(claims: list[StoredClaim], tmp_path: Path) -> None:
    text = written("csv", claims, tmp_path).read_text(encoding="utf-8-sig")
    assert "'=cmd" in text
    assert ",=cmd" not in text
