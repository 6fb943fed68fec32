"""The whole run: extract piece by piece, link block by block, write day by day."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from typing import Any

import msgspec

import khabar
from khabar.batch import extracting, files, linking, pieces, results
from khabar.batch.engine import Engine, Tell
from khabar.model import Record

_WORK = "work"


class Summary(Record, frozen=True, kw_only=True):
    """What a run did: read = articles + duplicates + quarantined. ``seconds`` of each stage, by the clock."""

    version: str
    plan: str
    read: int
    articles: int
    duplicates: int
    quarantined: int
    claims: int
    events: int
    pieces: int
    blocks: int
    days: int
    seconds: dict[str, float]


def run(
    sources: Sequence[str],
    out: str,
    *,
    ray: str | None = None,
    jobs: int | None = None,
    outlet: str | None = None,
    window: int = 0,
    size: int = pieces.SIZE,
    tell: Tell = lambda message: None,
) -> Summary:
    """Read ``sources`` (files and folders, on disk or ``s3://``), link all claims, and write Parquet by day below
    ``out``.

    ``ray``: the address of a cluster, or ``local``; ``jobs``: tasks at a time; ``outlet`` names that of articles that
    name none; ``window``: days of a linking block (:mod:`khabar.batch.linking`); ``size``: bytes of a piece. A run that
    was stopped goes on when it is repeated; one that is done is not done again. KhabarError where it cannot be done.
    """
    cut = pieces.cut(sources, outlet=outlet, size=size)
    plan = hashlib.sha256(" ".join([piece.name for piece in cut] + [str(window)]).encode()).hexdigest()[:12]
    done = summary_of(out)
    if done is not None and done.plan == plan:
        return done
    with Engine(ray=ray, jobs=jobs) as engine:
        return _Run(engine, out, plan, window, tell).all(cut)


def summary_of(out: str) -> Summary | None:
    """The summary of the finished run whose results lie in ``out``; None where there is none."""
    place = files.join(out, results.SUMMARY)
    return msgspec.json.decode(files.read(place), type=Summary) if files.exists(place) else None


class _Run:
    """One run; its stages are the methods, in order."""

    def __init__(self, engine: Engine, out: str, plan: str, window: int, tell: Tell) -> None:
        self.engine, self.out, self.plan, self.window, self.tell = engine, out, plan, window, tell
        self.extracted = files.join(out, _WORK, "extracted")
        self.linked = files.join(out, _WORK, f"linked-{plan}")
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def all(self, cut: list[pieces.Piece]) -> Summary:
        self._clear()
        self.extract(cut)
        kept = self.number()
        blocks = self.link(kept)
        days = self.write(kept)
        found = self._summary(kept, pieces=len(cut), blocks=blocks, days=days)
        files.write(files.join(self.out, results.SUMMARY), msgspec.json.format(msgspec.json.encode(found)))
        files.remove(files.join(self.out, _WORK))
        return found

    def _clear(self) -> None:
        """Remove the results of another run, unless they are this run's, half written."""
        mark = files.join(self.out, _WORK, "plan")
        if files.exists(mark) and files.read(mark).decode() == self.plan:
            return
        files.remove_file(files.join(self.out, results.SUMMARY))
        for table in results.TABLES:
            files.remove(files.join(self.out, table))
        files.write(mark, self.plan.encode())

    def _note(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = round(now - self._since, 2)
        self._since = now

    def extract(self, cut: list[pieces.Piece]) -> None:
        """Stage one: every piece's table."""
        jobs = {piece.name: extracting.Job(piece, extracting.target(self.extracted, piece)) for piece in cut}
        for stale in set(_names(self.extracted)) - jobs.keys():
            files.remove_file(files.join(self.extracted, f"{stale}.parquet"))
        tasks = {name: msgspec.json.encode(job) for name, job in jobs.items()}
        self.tell(f"extracting from {len(cut)} pieces")
        self.engine.each(tasks, "khabar.batch.extracting:work", lambda: _names(self.extracted), self.tell)
        self._note("extract")

    def number(self) -> Any:
        """Which articles are kept and under which ids, as a store would: of readings of one text the first; an id
        that another text has gets a hash added. A frame of ``number`` and ``given``."""
        daft = self.engine.daft
        col, of = daft.col, daft.functions
        rows = self._rows().where(col("key").not_null()).select("number", "key", "id")
        first = rows.groupby("key").agg(col("number").min().alias("number")).select("number")
        kept = rows.join(first, on="number")
        owners = kept.groupby("id").agg(col("number").min().alias("owner"))
        suffixed = col("id") + daft.lit("@") + of.left(col("key"), 8)
        given = of.when(col("number") == col("owner"), col("id")).otherwise(suffixed)
        found = kept.join(owners, on="id").select(col("number"), given.alias("given")).collect()
        self._note("number")
        return found

    def _rows(self) -> Any:
        return self.engine.tables(self.extracted)

    def link(self, kept: Any) -> int:
        """Stage two: every block's table; gives how many blocks there are."""
        daft = self.engine.daft
        col = daft.col
        window = self.window

        blocks = daft.func(linking.blocks_of, return_dtype=daft.DataType.list(daft.DataType.string()))
        rows = self._rows().join(kept, on="number").select("number", "given", "article", "extraction")
        each = rows.with_column("name", blocks(col("article"), col("extraction"), daft.lit(window)))
        each = each.explode("name").where(col("name").not_null())
        names = {row["name"]: linking.file_name(row["name"]) for row in each.select("name").distinct().to_pylist()}
        tasks = {
            name: msgspec.json.encode(linking.Block(name, window, files.join(self.linked, f"{file}.parquet")))
            for name, file in names.items()
        }
        columns = ("number", "given", "article", "extraction")

        def again(left: set[str]) -> list[str]:
            chosen = each.where(col("name").is_in(sorted(left)))
            grouped = chosen.groupby("name").agg(*(col(column).list_agg() for column in columns))
            return self._said(grouped, tasks, left, "khabar.batch.linking:work", columns)

        def done() -> set[str]:
            written = _names(self.linked)
            return {name for name, file in names.items() if file in written}

        self.tell(f"linking {len(names)} blocks")
        self.engine.attempt(set(names), again, done, self.tell)
        self._note("link")
        return len(names)

    def _said(
        self, grouped: Any, tasks: dict[str, bytes], left: set[str], work: str, columns: Sequence[str]
    ) -> list[str]:
        """What the workers said to each group of rows, each given its task."""
        names = sorted(left)
        own = self.engine.daft.from_pydict({"name": names, "task": [tasks[name] for name in names]})
        said = self.engine.said(grouped.join(own, on="name"), work, "task", *columns)
        return [row["said"] for row in said]

    def write(self, kept: Any) -> int:
        """Stage three: every day's tables, and what could not be read; gives how many parts there are."""
        daft = self.engine.daft
        col = daft.col
        part = daft.func(results.share_of, return_dtype=daft.DataType.string())
        rows = self._rows()
        bad = rows.where(col("reason").not_null()).select("number", *results.QUARANTINED.names).sort("number")
        table = bad.select(*results.QUARANTINED.names).to_arrow().cast(results.QUARANTINED)
        files.write_table(files.join(self.out, results.QUARANTINE), table)
        found = rows.join(kept, on="number").select("number", "given", "article", "extraction", "day")
        found = found.with_column("name", part(col("day"), col("number")))
        if _names(self.linked):
            said = col("n").cast(daft.DataType.string()) + daft.lit(":") + col("event")
            told = self.engine.tables(self.linked).with_column("told", said)
            found = found.join(
                told.groupby("number").agg(col("told").list_agg().alias("events")), on="number", how="left"
            )
        else:
            found = found.with_column("events", daft.lit(None).cast(daft.DataType.list(daft.DataType.string())))
        names = {row["name"] for row in found.select("name").distinct().to_pylist()}
        days = {name: results.Day(name, self.out) for name in names}
        tasks = {name: msgspec.json.encode(day) for name, day in days.items()}
        columns = ("number", "given", "article", "extraction", "events")

        def again(left: set[str]) -> list[str]:
            chosen = found.where(col("name").is_in(sorted(left)))
            grouped = chosen.groupby("name").agg(*(col(column).list_agg() for column in columns))
            return self._said(grouped, tasks, left, "khabar.batch.results:work", columns)

        self.tell(f"writing {len(names)} days")
        self.engine.attempt(names, again, lambda: {name for name in names if files.exists(days[name].mark)}, self.tell)
        self._note("write")
        return len(names)

    def _summary(self, kept: Any, **counts: int) -> Summary:
        col = self.engine.daft.col
        read, bad, articles = self._rows().count_rows(), 0, kept.count_rows()
        bad = self._rows().where(col("reason").not_null()).count_rows()
        claims = events = 0
        if _names(self.linked):
            linked = self.engine.tables(self.linked)
            claims, events = linked.count_rows(), linked.select("event").distinct().count_rows()
        return Summary(
            version=khabar.__version__, plan=self.plan, read=read, articles=articles, quarantined=bad,
            duplicates=read - bad - articles, claims=claims, events=events, seconds=self.seconds, **counts,
        )  # fmt: skip


def _names(folder: str) -> set[str]:
    """Names of the whole tables in a folder."""
    return {name.removesuffix(".parquet") for name in files.names_in(folder) if name.endswith(".parquet")}
