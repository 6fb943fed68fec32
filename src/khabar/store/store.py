"""The store: one object over one database. Each call that writes is one transaction."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, insert, select, update

from khabar.model import Article, Extraction
from khabar.store import copied, database, kept, linked, reading, schema, writing
from khabar.store.kept import Kept
from khabar.store.records import (
    Counts,
    EventChange,
    EventRow,
    Filter,
    Outcome,
    Quarantined,
    Size,
    StoredArticle,
    StoredClaim,
    StoredResponse,
    StoredTally,
)

EVERYTHING = Filter()


class Store:
    """Articles, claims, events and quarantine in one SQLite file or one PostgreSQL database.

    ``Store.open(path)`` opens one that exists, at a path or at ``postgresql://user@host/database``; ``create=True``
    makes it where nothing is; ``read_only=True`` never writes. Faults of the database come out as
    :class:`khabar.store.StoreError`, one line that says what to do. Close it, or use it as a context. ``path`` is what
    it was opened by, without the password.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = False, read_only: bool = False) -> None:
        self.path = database.shown(path)
        self._kind = database.kind_of(path)
        self.engine = database.connect(path, create=create, read_only=read_only)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = False, read_only: bool = False) -> Self:
        return cls(path, create=create, read_only=read_only)

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with database.faults(self.path), self.engine.connect() as plain:
            connection = plain.execution_options(khabar_writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with database.faults(self.path), self.engine.connect() as connection:
            yield connection

    def state(self) -> str:
        """A word that changes whenever what the store holds does."""
        with self._asking() as connection:
            return str(self._kind.state(connection, self.path))

    def begin_run(self, command: str, version: str) -> int:
        """Note that a command starts to write; gives the run's number, which its articles carry."""
        with self._writing() as connection:
            row = {"command": command, "version": version, "started": _now()}
            key = connection.execute(insert(schema.runs), row).inserted_primary_key
            assert key is not None
            return int(key[0])

    def end_run(self, run: int, counts: Counts) -> None:
        """Note how a run ended."""
        values = {"stored": counts.stored, "duplicates": counts.duplicates, "quarantined": counts.quarantined}
        with self._writing() as connection:
            connection.execute(update(schema.runs).where(schema.runs.c.pk == run).values(ended=_now(), **values))

    def find(self, article: Article) -> str | None:
        """Id under which the same text of the same outlet is stored already, or None."""
        return self.find_all([article])[0]

    def find_all(self, articles: Sequence[Article]) -> list[str | None]:
        """For each article the id under which the same text of the same outlet is stored already, or None."""
        with self._asking() as connection:
            return writing.find(connection, articles)

    def save(self, article: Article, extraction: Extraction, run: int | None = None) -> tuple[Outcome, str]:
        """Store an article and its claims in one transaction, unless it is there already; gives its id."""
        return self.save_all([(article, extraction)], run)[0]

    def save_all(
        self,
        extracted: Sequence[tuple[Article, Extraction]],
        run: int | None = None,
        *,
        keep_events: bool = False,
    ) -> list[tuple[Outcome, str]]:
        """Store articles and their claims, those that are not there already, all in one transaction; gives for each
        whether it was stored, and its id. A few hundred at a time are quickest: one at a time waits for the disk (and
        the network) each time.

        ``keep_events``: claims keep the events they name; :meth:`index_events` has to be called afterwards.
        """
        with self._writing() as connection:
            self._kind.begin_writing(connection)
            if keep_events:
                kept.unmark(connection)
            return writing.add(connection, extracted, run, keep_events=keep_events)

    def index_events(self) -> None:
        """Sum up the events that claims name, anew."""
        with self._writing() as connection:
            self._kind.begin_linking(connection)
            linked.index_all(connection)

    def set_aside(self, item: Quarantined, run: int | None = None) -> None:
        """Put what could not be read into quarantine: once for the same bytes of the same place, the latest
        reason."""
        table = schema.quarantine
        values = {
            "origin": writing.storable(item.origin),
            "reason": writing.storable(item.reason),
            "sha256": item.sha256,
            "sample": writing.storable(item.sample) if item.sample else item.sample,
            "run": run,
        }
        same = (table.c.origin == values["origin"]) & (table.c.sha256 == item.sha256)
        with self._writing() as connection:
            if connection.execute(update(table).where(same).values(**values)).rowcount == 0:
                connection.execute(insert(table), values)

    def release(self, origin: str, sha256: str) -> None:
        """Take something out of quarantine, once it could be read."""
        table = schema.quarantine
        with self._writing() as connection:
            connection.execute(table.delete().where((table.c.origin == origin) & (table.c.sha256 == sha256)))

    def assign_events(self, assignments: Mapping[tuple[str, int], str]) -> int:
        """Set the events of claims, (article id, n) to event id; gives how many stand. Old ids keep resolving."""
        with self._writing() as connection:
            self._kind.begin_linking(connection)
            keys = linked.keys_of(connection, {article for article, _ in assignments})
            known = {(keys[article], n): event for (article, n), event in assignments.items() if article in keys}
            linked.assign(connection, known, datetime.now(UTC).isoformat())
            return linked.standing(connection)

    @contextmanager
    def keeping(self) -> Iterator[Kept]:
        """What is kept for linking, to be changed in one transaction beside which nobody else links."""
        with self._writing() as connection:
            self._kind.begin_linking(connection)
            yield Kept(connection, datetime.now(UTC).isoformat())

    def mark(self) -> str | None:
        """In which way, and how far, what is kept for linking was made; None where nothing was."""
        with self._asking() as connection:
            return kept.mark(connection)

    def unlinked(self, mark: str) -> tuple[list[int], bool] | None:
        """Keys of the articles with claims that are not linked yet, in the order stored, and whether linking them was
        begun before and not ended; None where what is kept was not made in the way that ``mark`` names."""
        with self._asking() as connection:
            found = kept.mark(connection) or ""
            if not found.startswith(mark):
                return None
            return kept.untaken(connection, everything=found != mark), found != mark

    def untaken(self) -> list[int]:
        """Keys of all articles with claims that are not kept for linking, in the order stored."""
        with self._asking() as connection:
            return kept.untaken(connection, everything=True)

    def uncopied(self) -> list[int]:
        """Keys of the articles with claims among which no copies were sought yet, in the order stored."""
        with self._asking() as connection:
            return copied.unsought(connection)

    def components(self) -> list[int]:
        """Everything that hangs together, by the number of its first group."""
        with self._asking() as connection:
            return kept.components(connection)

    def standing(self) -> int:
        """How many events stand."""
        with self._asking() as connection:
            return linked.standing(connection)

    def responses(self, events: Sequence[str]) -> list[StoredResponse]:
        """What is told to answer what, where one of ``events`` is the answer or the cause."""
        with self._asking() as connection:
            return linked.responses(connection, events)

    def changes(self, event: str | None = None) -> list[EventChange]:
        """How events merged and split, in time; the changes ``event`` took part in where given."""
        with self._asking() as connection:
            return linked.changes(connection, event)

    def resolve(self, event: str) -> str | None:
        """The current id of an event, merged ids followed; None where there never was one."""
        with self._asking() as connection:
            return linked.resolve(connection, event)

    def aliases(self) -> dict[str, str]:
        """Old event ids and where each leads next."""
        with self._asking() as connection:
            rows = connection.execute(select(schema.event_aliases.c.old, schema.event_aliases.c.new))
            return {row.old: row.new for row in rows}

    def events(self, wanted: Filter = EVERYTHING, *, limit: int | None = None, offset: int = 0) -> list[EventRow]:
        """Events with a claim that ``wanted`` asks for, by day; those of unknown day last."""
        with self._asking() as connection:
            return reading.events(connection, wanted, limit=limit, offset=offset)

    def event_ids_starting(self, prefix: str, limit: int = 10) -> list[str]:
        """Current event ids that start with ``prefix``."""
        with self._asking() as connection:
            ids = schema.events.c.id
            query = select(ids).where(schema.events.c.current, func.substr(ids, 1, len(prefix)) == prefix)
            return list(connection.execute(query.order_by(ids).limit(limit)).scalars())

    def claims(
        self,
        wanted: Filter = EVERYTHING,
        *,
        events: Sequence[str] | None = None,
        text: bool = False,
        newest: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredClaim]:
        """Claims that ``wanted`` asks for, in the order stored, of ``events`` only where given.

        ``text``: with their articles' texts, which are left empty otherwise. ``newest``: the latest reported first.
        ``limit`` and ``offset`` count claims; not together with ``events``.
        """
        with self._asking() as connection:
            yield from reading.claims(
                connection, wanted, events=events, text=text, newest=newest, limit=limit, offset=offset
            )

    def article(self, given: str) -> StoredArticle | None:
        """One article with its text."""
        with self._asking() as connection:
            return reading.article(connection, given)

    def articles(
        self,
        words: str | None = None,
        *,
        text: bool = False,
        newest: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[StoredArticle]:
        """Articles, without their texts unless asked for; only those that hold all ``words``, in any spelling,
        where given. ``newest``: the latest published first."""
        with self._asking() as connection:
            yield from reading.articles(connection, words, text=text, newest=newest, limit=limit, offset=offset)

    def extractions(self, only: Sequence[int] | None = None) -> Iterator[tuple[Article, Extraction]]:
        """Every article and what was found in it, in the order stored; ``only`` those of these keys, in ascending
        order, which :meth:`untaken` gives."""
        with self._asking() as connection:
            yield from reading.extractions(connection, only)

    def tallies(
        self, what: str | None = None, *, as_of: str | None = None, text: bool = False
    ) -> Iterator[StoredTally]:
        """Standing counts, of the thing named ``what`` where given, reported by the day ``as_of`` where given.
        ``text``: with their articles' texts, which are left empty otherwise."""
        with self._asking() as connection:
            yield from reading.tallies(connection, what=what, as_of=as_of, text=text)

    def quarantined(self) -> list[Quarantined]:
        """What could not be read."""
        with self._asking() as connection:
            return reading.quarantined(connection)

    def size(self) -> Size:
        """How much the store holds."""
        with self._asking() as connection:
            return reading.size(connection)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
