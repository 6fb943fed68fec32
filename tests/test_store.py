"""The store: what goes in comes out, once; events keep resolving; faults are one line."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import event as sqlalchemy_event

from khabar.model import Claim, Extraction, Party, Section
from khabar.store import Counts, Filter, Quarantined, Store, StoreError
from making import STRIKE, article, link, pairs, party, strike, visit


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        for given, extraction in pairs():
            assert opened.save(given, extraction)[0] == "stored"
        opened.assign_events({("a1", 0): "e-strike", ("a2", 0): "e-strike", ("a3", 0): "e-visit"})
        yield opened


def events(store: Store, **wanted: object) -> list[str]:
    return [row.id for row in store.events(Filter(**wanted))]  # type: ignore[arg-type]


def test_extractions_come_back_as_they_went_in(tmp_path: Path) -> None:
    given = article(
        STRIKE, "a1", "وكالة المثال", "2024-03-05", title="عنوان", url="https://x.example/1", origin="f.txt"
    )
    sections = (Section(start=0, end=len(STRIKE), role="body", rule="r"),)
    extraction = Extraction(
        id="a1", claims=(strike(None, rules={"type": "assault.attack"}, hedge="زعم"),), sections=sections
    )
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save(given, extraction)
        assert list(opened.extractions()) == [(given, extraction)]


def test_saving_again_is_a_duplicate(store: Store) -> None:
    given, extraction = pairs()[0]
    assert store.save(given, extraction) == ("duplicate", "a1")
    assert store.find(given) == "a1"
    assert store.size().articles == 3


def test_the_same_text_from_another_outlet_is_another_article(store: Store) -> None:
    given, extraction = pairs()[0]
    outcome, new = store.save(msgspec.structs.replace(given, source="وكالة ثالثة"), extraction)
    assert outcome == "stored"
    assert new.startswith("a1@")
    assert store.size().articles == 4


def test_the_same_id_with_another_text_is_kept_beside_it(store: Store) -> None:
    outcome, new = store.save(article("نص آخر", "a1", "وكالة المثال"), Extraction(id="a1"))
    assert (outcome, new != "a1") == ("stored", True)
    found = store.article("a1")
    assert found is not None
    assert found.article.text == STRIKE


def test_nothing_of_an_article_is_stored_when_its_claims_fail(tmp_path: Path) -> None:
    broken = strike(isnad=(link("مصدر", None),))  # type: ignore[arg-type]
    with Store.open(tmp_path / "s.db", create=True) as opened:
        with pytest.raises(Exception, match="NOT NULL"):
            opened.save(article(STRIKE, "a1"), Extraction(id="a1", claims=(broken,)))
        assert opened.size() == msgspec.structs.replace(opened.size(), articles=0, claims=0)
        assert opened.find(article(STRIKE, "a1")) is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["e-visit", "e-strike"]),
        ({"types": ("ASSAULT",)}, ["e-strike"]),
        ({"types": ("ASSAULT", "CONSULT")}, ["e-visit", "e-strike"]),
        ({"since": "2024-03-05"}, ["e-strike"]),
        ({"until": "2024-03-04"}, ["e-visit"]),
        ({"actor": ("العماني",)}, ["e-visit"]),
        ({"actor": ("OMN",)}, ["e-visit"]),
        ({"actor": ("نيوزيلندا", "جنود")}, ["e-strike"]),
        ({"place": ("قاعده التاجى",)}, ["e-strike"]),
        ({"place": ("base.taji",)}, ["e-strike"]),
        ({"place": ("irn",)}, ["e-visit"]),
        ({"place_ids": ("base.taji", "other")}, ["e-strike"]),
        ({"source": "المثال"}, ["e-strike"]),
        ({"source": "مصدر طبي"}, ["e-strike"]),
        ({"source": "inst.mod-iraq"}, ["e-strike"]),
        ({"text": "المسيرات"}, ["e-strike"]),
        ({"text": "مسيرات القاعدة"}, ["e-strike"]),
        ({"text": "العماني طهران"}, ["e-visit"]),
        ({"text": '"طهران الاثنين"'}, ["e-visit"]),
        ({"text": '"الاثنين طهران"'}, []),
        ({"text": "؟!"}, []),
        ({"text": 'x" OR sentence:*'}, []),
        ({"as_of": "2024-03-04"}, ["e-visit"]),
        ({"as_of": "2024-03-01"}, []),
        ({"actor": ("100%_",)}, []),
        ({"article": "a3"}, ["e-visit"]),
    ],
)
def test_filters(store: Store, wanted: dict[str, object], found: list[str]) -> None:
    assert events(store, **wanted) == found


def test_claims_of_an_event_come_with_text_when_asked(store: Store) -> None:
    claims = list(store.claims(events=["e-strike"], text=True))
    assert [item.id for item in claims] == ["a1:0", "a2:0"]
    assert claims[0].source.article.text == STRIKE
    assert claims[0].claim == strike()
    assert (claims[0].day_low, claims[0].source.reported_high) == ("2024-03-05", "2024-03-05")
    assert next(store.claims(events=["e-strike"])).source.article.text == ""


def test_paging(store: Store) -> None:
    assert [row.id for row in store.events(limit=1)] == ["e-visit"]
    assert [row.id for row in store.events(limit=1, offset=1)] == ["e-strike"]


def test_articles_are_found_by_words_in_any_spelling(store: Store) -> None:
    assert [found.article.id for found in store.articles("المسيّرات")] == ["a1", "a2"]
    assert [found.article.id for found in store.articles("هجوم على التاجي")] == ["a1", "a2"]
    assert [found.article.id for found in store.articles()] == ["a1", "a2", "a3"]


def test_tallies(store: Store) -> None:
    assert [(found.tally.what, found.tally.low) for found in store.tallies("جندى أميركي")] == [("جندي أميركي", 2500)]
    assert list(store.tallies("دبابة")) == []


def test_the_index_of_events_sums_claims_up(store: Store) -> None:
    row = store.events(Filter(types=("ASSAULT",)))[0]
    assert (row.mode, row.day_low, row.day_high, row.claims, row.articles) == (
        "drone",
        "2024-03-05",
        "2024-03-05",
        2,
        2,
    )


def test_ids_of_merged_events_keep_resolving(store: Store) -> None:
    assert store.assign_events({("a1", 0): "e-all", ("a2", 0): "e-all", ("a3", 0): "e-all"}) == 1
    assert store.resolve("e-strike") == store.resolve("e-visit") == "e-all"
    assert store.aliases() == {"e-strike": "e-all", "e-visit": "e-all"}
    assert store.assign_events({("a1", 0): "e-final", ("a2", 0): "e-final", ("a3", 0): "e-final"}) == 1
    assert store.resolve("e-visit") == "e-final"
    assert events(store) == ["e-final"]


def test_an_event_that_returns_is_itself_again(store: Store) -> None:
    store.assign_events({("a3", 0): "e-strike"})
    assert store.resolve("e-visit") == "e-strike"
    store.assign_events({("a3", 0): "e-visit"})
    assert store.resolve("e-visit") == "e-visit"
    assert store.resolve("never") is None
    assert store.event_ids_starting("e-v") == ["e-visit"]


def test_a_split_moves_claims_and_both_stand(store: Store) -> None:
    assert store.assign_events({("a2", 0): "e-other"}) == 3
    assert [row.claims for row in store.events(Filter(types=("ASSAULT",)))] == [1, 1]


def test_quarantine_holds_each_thing_once_with_the_latest_reason(store: Store) -> None:
    item = Quarantined(origin="x.bin", reason="It is a picture.", sha256="ab", sample="\ud800?")
    store.set_aside(item)
    store.set_aside(msgspec.structs.replace(item, reason="It is a PDF."))
    assert [(found.origin, found.reason, found.sample) for found in store.quarantined()] == [
        ("x.bin", "It is a PDF.", "\ufffd?")
    ]
    store.release("x.bin", "ab")
    assert store.quarantined() == []


def test_runs_are_recorded(store: Store) -> None:
    run = store.begin_run("read", "0.1.0")
    store.end_run(run, Counts(read=3, stored=1, duplicates=1, quarantined=1))
    with sqlite3.connect(store.path) as connection:
        rows = connection.execute("SELECT command, stored, duplicates, ended IS NOT NULL FROM runs").fetchall()
    assert rows == [("read", 1, 1, 1)]


def test_lone_surrogates_and_nuls_are_stored_without_moving_offsets(tmp_path: Path) -> None:
    text = "أ\ud83d\x00 هجوم"
    broken = Claim(
        quote=text,
        trigger=strike().trigger,
        evidence=strike().evidence,
        type="ASSAULT",
        actors=(Party(text="\udc00جيش"),),
    )
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save(article(text, "a1"), Extraction(id="a1", claims=(broken,)))
        found = opened.article("a1")
        assert found is not None
        assert found.article.text == "أ\ufffd\x00 هجوم"
        assert next(opened.claims()).claim.actors == (party("\ufffdجيش"),)
        assert opened.save(article(text, "a1"), Extraction(id="a1"))[0] == "duplicate"


def test_open_dates_are_kept_as_ranges(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save(article("x", "a1"), Extraction(id="a1", claims=(visit(date="2024-03"), visit(date="2011/.."))))
        assert [(item.day_low, item.day_high) for item in opened.claims()] == [
            ("2024-03-01", "2024-03-31"),
            ("2011-01-01", "9999-12-31"),
        ]


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*none\.db; make one with: khabar read"):
        Store.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no folder"):
        Store.open(tmp_path / "none" / "s.db", create=True)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder, not a store"):
        Store.open(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_text_file_is_no_store_and_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("ليست قاعدة بيانات " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt is not a Khabar store"):
        Store.open(path, create=create)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="a database but not a Khabar store"):
        Store.open(path, create=True)
    assert path.read_bytes() == before


def test_a_store_of_another_version_is_refused(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE khabar_meta SET value = '99' WHERE key = 'version'")
    with pytest.raises(StoreError, match="a store of version 99"):
        Store.open(store.path)


def test_a_store_opened_for_reading_cannot_be_written(store: Store) -> None:
    given = article("جديد", "a9")
    with Store.open(store.path, read_only=True) as reading:
        assert reading.size().articles == 3
        with pytest.raises(StoreError, match="is read-only"):
            reading.save(given, Extraction(id="a9"))


@pytest.mark.skipif(os.name != "posix", reason="file permissions are POSIX")
def test_a_read_only_store_in_a_read_only_folder_can_still_be_asked(tmp_path: Path) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir()
    with Store.open(folder / "s.db", create=True) as opened:
        opened.save(*pairs()[0])
    (folder / "s.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        with Store.open(folder / "s.db", read_only=True) as opened:
            assert opened.size().articles == 1
    finally:
        folder.chmod(0o755)


def test_a_full_disk_is_one_line_and_loses_nothing_stored(store: Store) -> None:
    @sqlalchemy_event.listens_for(store.engine, "connect")
    def _cap(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    store.engine.dispose()
    big = article(" ".join(str(n) for n in range(200_000)), "big")
    with pytest.raises(StoreError, match="no room left on its disk"):
        store.save(big, Extraction(id="big"))
    assert store.article("a1") is not None


def test_a_second_writer_that_waits_too_long_is_told_so(store: Store) -> None:
    @sqlalchemy_event.listens_for(store.engine, "connect")
    def _impatient(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=1")

    store.engine.dispose()
    with sqlite3.connect(store.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another writer"):
            store.save(article("جديد", "a9"), Extraction(id="a9"))
        other.execute("ROLLBACK")
