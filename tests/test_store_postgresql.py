"""What holds for stores in PostgreSQL: addresses, sockets, secrets, and faults told in one line."""

from __future__ import annotations

import socket

import pytest

from databases import Server, server
from khabar.cli.main import run
from khabar.model import Extraction
from khabar.store import Filter, Store, StoreError
from khabar.store.database import shown
from khabar.store.schema import VERSION
from khabar.store.search import _terms, expression, vector
from making import article, pairs

__all__ = ["server"]


@pytest.fixture
def address(server: Server) -> str:
    found = server.address()
    with Store.open(found, create=True) as opened:
        opened.save_all(pairs())
    return found


def test_a_store_is_reached_through_a_socket(server: Server) -> None:
    place = server.address(through_socket=True)
    with Store.open(place, create=True) as opened:
        opened.save_all(pairs())
        assert opened.size().articles == 3
        assert ":secret@" not in opened.path


def test_the_password_may_stand_in_the_environment(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = address.replace(":secret@", "@")
    monkeypatch.setenv("PGPASSWORD", "secret")
    with Store.open(bare) as opened:
        assert opened.size().articles == 3
    monkeypatch.setenv("PGPASSWORD", "another")
    with pytest.raises(StoreError, match="refuses the name or the password"):
        Store.open(bare)


def test_a_wrong_password_is_not_shown(address: str) -> None:
    with pytest.raises(StoreError, match="refuses the name or the password") as raised:
        Store.open(address.replace("secret", "open-sesame"))
    assert "open-sesame" not in str(raised.value)


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("postgresql://me:word@host/news", "postgresql://me@host/news"),
        ("postgresql://me@host:5433/news", "postgresql://me@host:5433/news"),
        ("postgresql:///news?user=me&password=word&host=/run", "postgresql:///news?user=me&password=***&host=/run"),
        ("folder/with:colon@.db", "folder/with:colon@.db"),
    ],
)
def test_addresses_are_shown_without_their_password(given: str, seen: str) -> None:
    assert shown(given) == seen


def test_a_server_that_does_not_answer() -> None:
    pytest.importorskip("pg8000", reason="the driver pg8000 is not installed: pip install 'khabar[postgresql]'")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(StoreError, match="cannot be reached; check that the server runs"):
        Store.open(f"postgresql://me@127.0.0.1:{port}/news", create=True)
    with pytest.raises(StoreError, match="cannot be reached"):
        Store.open("postgresql:///news?host=/nowhere")
    with pytest.raises(StoreError, match="is no address of a database"):
        Store.open("postgresql://me@host:port/news")
    with pytest.raises(StoreError, match="is no address of a database"):
        Store.open("postgresql://me@host/news?sslmode=perhaps")


def test_a_database_that_is_not_there(address: str) -> None:
    with pytest.raises(StoreError, match="does not exist; make it with createdb"):
        Store.open(f"{address}_not", create=True)


def test_tables_of_another_program_are_left_alone(server: Server) -> None:
    from sqlalchemy import inspect

    from khabar.store import postgresql

    place = server.address()
    engine = postgresql.engine(place, create=True, read_only=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE events (name text)")
    with pytest.raises(StoreError, match="tables of another program"):
        Store.open(place, create=True)
    assert inspect(engine).get_table_names() == ["events"]
    engine.dispose()


def test_a_database_that_cannot_hold_arabic_is_refused(server: Server) -> None:
    with pytest.raises(StoreError, match="keeps text as LATIN1, which cannot hold Arabic"):
        Store.open(server.address(encoding="LATIN1"), create=True)


def test_other_tables_in_the_same_database_do_not_matter(server: Server) -> None:
    from khabar.store import postgresql

    place = server.address()
    engine = postgresql.engine(place, create=True, read_only=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE birds (name text)")
    engine.dispose()
    with Store.open(place, create=True) as opened:
        assert opened.save(article("نص", "a1"), Extraction(id="a1")) == ("stored", "a1")


def test_words_are_indexed_with_their_positions() -> None:
    assert vector(["في", "مطار", "في"]) == "'في':1,3 'مطار':2"
    assert len(vector([f"كلمة{n}" for n in range(200_000)]).encode()) < 3_000_000
    assert expression('القوات "على الارض"').count('"') == 2 * len(_terms("القوات")[0]) + 2


def test_commands_take_an_address(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["events", "--store", address], ["link", "--store", address], ["migrate", "--store", address]):
        with pytest.raises(SystemExit) as ended:
            run(arguments)
        assert ended.value.code == 0
    out = capsys.readouterr().out
    assert f"is up to date (version {VERSION}): 3 articles, 3 claims" in out
    assert "secret" not in out


def test_every_filter_of_texts_is_safe(address: str) -> None:
    with Store.open(address) as opened:
        for words in ("x' | 'y", "a:*", "!'", '"\' <-> "', "\\", "%", "'"):
            assert opened.events(Filter(text=words)) == []
