"""Formats: every one registers itself, and what it writes can be read back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

from khabar.errors import KhabarError
from khabar.export import Exporter, choose, exporters, register
from khabar.model import Claim, Extraction
from khabar.store import Store, StoredClaim
from making import STRIKE, article, party, strike


@pytest.fixture
def claims(tmp_path: Path) -> list[StoredClaim]:
    given = article(STRIKE, "a1", "وكالة المثال", "2024-03-05", title="=1+1", url="https://x.example")
    second = strike(None, actors=(party("أ", "IRQ"), party("ب")), date=None, figures=(), place=None, isnad=())
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save(given, Extraction(id="a1", claims=(strike(), second)))
        opened.assign_events({("a1", 0): "e-1", ("a1", 1): "e-2"})
        return list(opened.claims())


def written(name: str, claims: list[StoredClaim]) -> str:
    stream = io.StringIO(newline="")
    assert exporters()[name].write(claims, stream) == len(claims)
    return stream.getvalue()


def test_formats_register_themselves() -> None:
    assert {"jsonl", "csv"} <= exporters().keys()
    with pytest.raises(ValueError, match="an exporter csv already"):
        register(Exporter(name="csv", suffix=".csv", about="", write=lambda claims, stream: 0))


def test_choosing_a_format() -> None:
    assert choose(None, "out.csv").name == "csv"
    assert choose("jsonl", "out.csv").name == "jsonl"
    assert choose(None, "-").name == "jsonl"
    with pytest.raises(KhabarError, match="no format xml; the formats are"):
        choose("xml", None)


def test_json_lines_hold_the_whole_claim(claims: list[StoredClaim]) -> None:
    rows = [json.loads(line) for line in written("jsonl", claims).splitlines()]
    assert [(row["claim_id"], row["event"], row["source"]) for row in rows] == [
        ("a1:0", "e-1", "وكالة المثال"),
        ("a1:1", "e-2", "وكالة المثال"),
    ]
    assert [msgspec.convert(row, Claim) for row in rows] == [item.claim for item in claims]


def test_csv_has_a_row_a_claim_and_a_column_a_value(claims: list[StoredClaim]) -> None:
    text = written("csv", claims)
    assert text.startswith("\ufeff")
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (first["type"], first["day_low"], first["killed_low"], first["killed_high"]) == (
        "ASSAULT",
        "2024-03-05",
        "3",
        "3",
    )
    assert (first["country"], first["lat"], first["origin"]) == ("IRQ", "33.5", "وزارة الدفاع العراقية")
    assert (second["actors"], second["actor_countries"]) == ("أ | ب", "IRQ | ")
    assert (second["date"], second["killed_low"], second["place"], second["origin"]) == ("", "", "", "")


def test_csv_defuses_formulas(claims: list[StoredClaim]) -> None:
    rows = csv.DictReader(io.StringIO(written("csv", claims).removeprefix("\ufeff"), newline=""))
    assert {row["title"] for row in rows} == {"'=1+1"}


def test_the_longest_fitting_suffix_tells_the_format_and_an_unknown_one_is_refused() -> None:
    for exporter in exporters().values():
        assert choose(None, f"out/2024.claims{exporter.suffix}").name == exporter.name
    assert choose(None, "OUT.GED.CSV").name == "ucdp-ged"
    with pytest.raises(KhabarError, match=r"no format is written to \.xlsx files; the suffixes are .*\.ged\.csv"):
        choose(None, "claims.xlsx")
    assert choose("csv", "claims.xlsx").name == "csv"
