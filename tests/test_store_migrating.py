"""Stores of older versions: opening one says what to do, and bringing one up to date keeps what it holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from khabar.cli.main import run
from khabar.jobs.linking import link_new
from khabar.store import Filter, Store, StoreError, migrating, schema
from making import pairs, store_pairs

OLD_SEARCH = """
DROP TABLE article_search;
DROP TABLE claim_search;
CREATE VIRTUAL TABLE article_search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE claim_search USING fts5(sentence, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO article_search (rowid, title, body) SELECT pk, coalesce(title, ''), text FROM articles;
INSERT INTO claim_search (rowid, sentence) SELECT pk, payload FROM claims;
"""
KEPT = ("link_posts", "link_profiles", "link_views", "link_groups", "copy_marks", "copy_texts")


def old_store(path: Path, version: int) -> None:
    """A store as Khabar of that version left it: without copies in version 1, with texts in the index up to 2, without
    the changes of events up to 3, what linking keeps up to 4, and with sketches of texts as they were typed in 5."""
    with Store.open(path, create=True) as opened:
        store_pairs(opened)
        opened.assign_events({("a3", 0): "e-strike"})
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO article_copies SELECT pk, 1 FROM articles WHERE id IN ('a1', 'a2')")
        if version == 5:
            connection.execute("INSERT INTO copy_marks (key, text) VALUES (7, 1)")
        else:
            connection.executescript("".join(f"DROP TABLE {name};" for name in KEPT))
        if version < 4:
            connection.executescript("DROP TABLE event_changes; DROP TABLE responses;")
        if version < 3:
            connection.executescript(OLD_SEARCH)
        if version == 1:
            connection.executescript("DROP TABLE article_copies; DROP TABLE claim_copies;")
        connection.execute("UPDATE khabar_meta SET value = ? WHERE key = 'version'", (str(version),))


@pytest.fixture(params=[1, 2, 3, 4, 5])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"v{request.param}.db"
    old_store(path, request.param)
    return path


def test_an_older_store_says_what_to_do(old: Path) -> None:
    with pytest.raises(
        StoreError, match=rf"version [12345]; .* keeping what it holds, with: khabar migrate --store {old}"
    ):
        Store.open(old)


def test_everything_is_kept(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["migrate", "--store", str(old)])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert f"brought from version {old.name[1]} to {schema.VERSION}: 3 articles, 3 claims, 1 events kept" in out
    with Store.open(old) as opened:
        given, found = next(opened.extractions())
        assert (given, len(found.claims)) == (pairs()[0][0], 1)
        assert opened.resolve("e-visit") == "e-strike"
        assert [item.id for item in opened.claims(Filter(text="طهران"))] == ["a3:0"]
        assert [item.article.id for item in opened.articles("هجوم التاجي")] == ["a1", "a2"]
        assert [item.text_group for item in opened.claims()] == ([None] * 3 if old.name == "v1.db" else [1, 1, None])
        assert opened.save(*pairs()[0]) == ("duplicate", "a1")
        opened.assign_events({("a3", 0): "e-visit"})
        known = [("merge", "e-strike")] if old.name in {"v4.db", "v5.db"} else []
        assert [(change.kind, change.new) for change in opened.changes()] == [*known, ("split", "e-visit")]
        with sqlite3.connect(old) as connection:
            assert connection.execute("SELECT count(*) FROM copy_marks").fetchone() == (0,)
        link_new(opened)
        assert opened.untaken() == opened.uncopied() == []


def test_a_store_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Store.open(path, create=True) as opened:
        opened.save_all(pairs())
    done = migrating.migrate(path)
    assert (done.before, done.after, done.size.articles) == (schema.VERSION, schema.VERSION, 3)


def test_a_step_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "_note_version", fall_over)
    with sqlite3.connect(old) as connection:
        before = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    with pytest.raises(ZeroDivisionError):
        migrating.migrate(old)
    with sqlite3.connect(old) as connection:
        assert connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall() == before


def test_a_store_of_a_newer_khabar_is_not_migrated(old: Path) -> None:
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE khabar_meta SET value = '99' WHERE key = 'version'")
    with pytest.raises(StoreError, match="use the Khabar that made it, or a newer one"):
        migrating.migrate(old)


def test_a_missing_store_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        migrating.migrate(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
