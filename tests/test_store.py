"""What holds for stores in files: faults of the file are one line that says what to do, and nothing is harmed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event as sqlalchemy_event

from khabar.model import Extraction
from khabar.store import Store, StoreError
from making import article, pairs


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save_all(pairs())
        yield opened


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
