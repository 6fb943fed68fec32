"""A plain SQLite file with flat tables and foreign keys, for Datasette and sqlite-utils."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from tempfile import mkdtemp
from typing import IO, Any

from khabar.export import Exporter, register
from khabar.store import StoredClaim
from khabar.views.summary import summarise

_TABLES = """
CREATE TABLE articles (id TEXT PRIMARY KEY, source TEXT, title TEXT, url TEXT, published TEXT);
CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT, mode TEXT, status TEXT, date TEXT, place TEXT, country TEXT,
  latitude REAL, longitude REAL, precision TEXT, killed_low REAL, killed_best REAL, killed_high REAL, lines INTEGER,
  articles INTEGER, disputed INTEGER);
CREATE TABLE claims (id TEXT PRIMARY KEY, event TEXT REFERENCES events(id), article TEXT REFERENCES articles(id),
  type TEXT, mode TEXT, status TEXT, stance TEXT, date TEXT, place TEXT, country TEXT, quote TEXT);
CREATE TABLE parties (claim TEXT REFERENCES claims(id), role TEXT, n INTEGER, name TEXT, country TEXT, actor TEXT,
  PRIMARY KEY (claim, role, n));
CREATE TABLE figures (claim TEXT REFERENCES claims(id), n INTEGER, what TEXT, low REAL, high REAL, of TEXT,
  PRIMARY KEY (claim, n));
CREATE TABLE isnad (claim TEXT REFERENCES claims(id), n INTEGER, name TEXT, kind TEXT, PRIMARY KEY (claim, n));
CREATE INDEX claims_by_event ON claims(event);
CREATE INDEX claims_by_article ON claims(article);
"""

COLUMNS = {
    "articles": "id, outlet, title, address and day of each article",
    "events": "what most claims of an event say; place with coordinates and what they are (precision); low, best and "
    "high of the killed; independent lines; articles; whether disputed",
    "claims": "each claim with its event and article; type, mode, status, stance, date, place and words",
    "parties": "actors and targets of each claim, in the order named",
    "figures": "figures of each claim; high is null where it is open",
    "isnad": "transmitters of each claim, n counted from the outlet's nearest source",
}


def write(claims: Iterable[StoredClaim], stream: IO[bytes]) -> int:
    """Write the file to a byte stream; gives how many claims it holds."""
    folder = mkdtemp(prefix="khabar-sqlite-")
    try:
        path = os.path.join(folder, "khabar.db")
        count = _fill(path, claims)
        with open(path, "rb") as made:
            shutil.copyfileobj(made, stream)
        return count
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(path: str, claims: Iterable[StoredClaim]) -> int:
    connection = sqlite3.connect(path)
    groups: dict[str, list[StoredClaim]] = {}
    count = 0
    try:
        connection.executescript(_TABLES)
        for item in claims:
            _claim(connection, item)
            count += 1
            if item.claim.event is not None:
                groups.setdefault(item.claim.event, []).append(item)
        connection.executemany(
            f"INSERT INTO events VALUES ({', '.join('?' * 16)})",
            (_event(event, found) for event, found in groups.items()),
        )
        connection.commit()
    finally:
        connection.close()
    return count


def _event(event: str, claims: list[StoredClaim]) -> tuple[Any, ...]:
    found = summarise(event, claims)
    place = found.place
    killed = next((figure for figure in found.figures if figure.what == "killed"), None)
    return (
        event, found.type, found.mode, found.status, found.date,
        *((place.text, place.country, place.lat, place.lon, place.precision) if place else (None,) * 5),
        *((killed.low, killed.best, killed.high) if killed else (None,) * 3),
        found.lines, found.articles, int(found.disputed),
    )  # fmt: skip


def _claim(connection: sqlite3.Connection, item: StoredClaim) -> None:
    claim, article = item.claim, item.source.article
    day = article.dating.value if article.dating else article.published
    connection.execute(
        "INSERT OR IGNORE INTO articles VALUES (?, ?, ?, ?, ?)",
        (article.id, article.source, article.title, article.url, day),
    )
    place = (claim.place.text, claim.place.country) if claim.place else (None, None)
    connection.execute(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (item.id, claim.event, article.id, claim.type, claim.mode, claim.status, claim.stance, claim.date, *place,
         claim.quote),
    )  # fmt: skip
    for role, group in (("actor", claim.actors), ("target", claim.targets)):
        connection.executemany(
            "INSERT INTO parties VALUES (?, ?, ?, ?, ?, ?)",
            [(item.id, role, n, party.text, party.country, party.actor) for n, party in enumerate(group)],
        )
    connection.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?)",
        [(item.id, n, found.what, found.low, found.high, found.of) for n, found in enumerate(claim.figures)],
    )
    connection.executemany(
        "INSERT INTO isnad VALUES (?, ?, ?, ?)",
        [(item.id, n, step.text, step.kind) for n, step in enumerate(claim.isnad)],
    )


register(
    Exporter(
        name="sqlite", suffix=".db", about="SQLite tables that Datasette opens", write=write, binary=True,
        columns=COLUMNS,
    )
)  # fmt: skip
