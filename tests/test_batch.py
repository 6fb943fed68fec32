"""Batch runs: pieces hold everything once, events are those of one machine, failures are tried again, results load."""

from __future__ import annotations

import gzip
import io
import json
import logging
import os
import socket
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.errors import KhabarError
from khabar.jobs.reading import read
from khabar.model import Article
from khabar.store import Store

_NEEDS = "batch runs need daft and pyarrow: pip install 'khabar[batch]'"
pytest.importorskip("daft", reason=_NEEDS)
arrow = pytest.importorskip("pyarrow", reason=_NEEDS)
tables = pytest.importorskip("pyarrow.parquet", reason=_NEEDS)

from khabar.batch import files, pieces  # noqa: E402
from khabar.batch.engine import Engine  # noqa: E402
from khabar.batch.loading import load  # noqa: E402
from khabar.batch.running import Summary, run, summary_of  # noqa: E402
from khabar.cli.main import run as command  # noqa: E402

TOWNS = ("الرقة", "دير الزور", "الموصل", "بعقوبة", "صنعاء", "تعز")
OUTLETS = ("صحيفة أوراق الصباح", "قناة المدار", "وكالة السهل")
FORMS = (
    "قصفت طائرات حربية أمس مواقع مسلحين قرب {town}، ما أدى إلى مقتل {dead} أشخاص، وفق ما قاله مصدر أمني.",
    "قُتل {dead} جنود في هجوم شنه مسلحون على حاجز عند مدخل {town}، كما أعلنت وزارة الدفاع.",
    "اعتقلت الشرطة عشرة متظاهرين في {town} خلال احتجاجات على انقطاع الكهرباء.",
    "شنت المدفعية قصفا على أطراف {town} ردا على هجوم استهدف حاجزا للجيش.",
    "زار وزير الخارجية {town} والتقى محافظها، وقال إن المساعدات الإنسانية ستصل غدا.",
)


def rows() -> list[dict[str, Any]]:
    """Articles on a few dozen events that several outlets tell; one text twice, one id twice, one row without text."""
    found: list[dict[str, Any]] = []
    for n in range(60):
        day, town = 1 + n // 6, TOWNS[n % 5 if n % 2 else 0]
        told = [FORMS[(n + k) % 5].format(town=town, dead=3 + n % 3) for k in range(2)]
        text = f"{town} ({n})\n" + "\n".join(told)
        outlet = OUTLETS[n % 3]
        found.append({"id": f"r{n}", "source": outlet, "published": f"2021-06-{day:02d}", "text": text})
    found.append({**found[4], "id": "again"})
    found.append({**found[7], "text": found[7]["text"] + " انتهى."})
    found.insert(30, {"id": "empty", "source": "قناة المدار"})
    found.append({"id": "undated", "source": "قناة المدار", "text": FORMS[0].format(town="تعز", dead=4)})
    return found


def lines(given: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in given).encode()


def warc(pages: dict[str, str]) -> bytes:
    """An archive with one response for each address."""
    out = io.BytesIO()
    for n, (address, page) in enumerate(pages.items()):
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-06-05T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        out.write(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return out.getvalue()


def page(n: int) -> str:
    told = "</p><p>".join(form.format(town=TOWNS[n], dead=5) for form in FORMS)
    return (
        f'<html lang="ar"><head><title>أنباء {TOWNS[n]}</title>'
        f'<meta property="article:published_time" content="2021-06-0{n + 1}"></head>'
        f"<body><article><h1>أنباء {TOWNS[n]}</h1><p>{told}</p></article></body></html>"
    )


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same articles as JSON Lines, a table and an archive of pages, and something that is no article."""
    folder = tmp_path_factory.mktemp("in")
    given = rows()
    (folder / "1.jsonl").write_bytes(lines(given[:25]))
    tables.write_table(arrow.Table.from_pylist(given[25:]), folder / "2.parquet", row_group_size=10)
    (folder / "3.warc.gz").write_bytes(warc({f"https://paper.example/{n}": page(n) for n in range(3)}))
    (folder / "4.png").write_bytes(b"\x89PNG no article")
    return folder


@pytest.fixture(scope="module")
def single(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one machine makes of them, the table's rows read as JSON Lines."""
    folder = tmp_path_factory.mktemp("same")
    for path in sources.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "2.parquet").unlink()
    (folder / "2.jsonl").write_bytes(lines(rows()[25:]))
    store = tmp_path_factory.mktemp("store") / "single.db"
    read([folder], store)
    return held(store)


def held(store: Path | str) -> dict[str, Any]:
    """All that matters of a store."""
    with Store.open(store) as opened:
        groups: dict[Any, set[str]] = defaultdict(set)
        for item in opened.claims():
            groups["text", item.text_group].add(item.id)
            groups["passage", item.passage_group].add(item.id)
        return {
            "claims": {item.id: item.claim for item in opened.claims()},
            "copies": {frozenset(group) for group in groups.values()},
            "articles": {
                item.article.id: (item.article.text, item.article.source, item.article.url, item.reported_low)
                for item in opened.articles(text=True)
            },
            "events": {row.id: row for row in opened.events()},
            "sections": {given.id: found.sections for given, found in opened.extractions()},
            "responses": {(one.article, one.answer): one for one in opened.responses([e.id for e in opened.events()])},
            "quarantined": len(opened.quarantined()),
        }


def loaded(folder: Path | str, store: Path) -> dict[str, Any]:
    load(str(folder), store)
    return held(store)


@pytest.fixture(scope="module")
def out(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a run in two processes."""
    folder = tmp_path_factory.mktemp("run") / "out"
    run([str(sources)], str(folder), jobs=2, size=2000)
    return folder


def test_events_are_those_of_one_machine(out: Path, single: dict[str, Any], tmp_path: Path) -> None:
    done = summary_of(str(out))
    assert done is not None
    assert loaded(out, tmp_path / "loaded.db") == single
    assert len(single["events"]) > 30
    assert single["responses"]
    assert any(row.articles > 1 for row in single["events"].values())
    assert done.read == done.articles + done.duplicates + done.quarantined
    assert (done.articles, done.duplicates, done.quarantined) == (len(single["articles"]), 1, 2)
    assert (done.claims, done.events) == (len(single["claims"]), len(single["events"]))
    assert done.pieces > 8
    assert not (out / "work").exists()


def test_windows_give_the_same_events(tmp_path: Path) -> None:
    """Of dated articles: undated ones meet only one another in windows."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.jsonl").write_bytes(lines([row for row in rows() if row["id"] != "undated"]))
    read([folder], tmp_path / "single.db")
    done = run([str(folder)], str(tmp_path / "out"), jobs=1, window=4)
    assert done.blocks > 20
    assert loaded(tmp_path / "out", tmp_path / "loaded.db")["events"] == held(tmp_path / "single.db")["events"]


def test_two_workers_of_a_cluster_give_the_same_events(sources: Path, single: dict[str, Any], tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="a cluster needs ray: pip install 'khabar[ray]'")
    out = tmp_path / "out"
    options = ["--out", str(out), "--ray", "local", "--jobs", "2", "--json"]
    told = subprocess.run(
        [sys.executable, "-m", "khabar", "batch", str(sources), *options], capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout)["claims"] == len(single["claims"])
    assert loaded(out, tmp_path / "loaded.db") == single


def test_a_cluster_that_does_not_answer() -> None:
    pytest.importorskip("ray", reason="a cluster needs ray: pip install 'khabar[ray]'")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unused.getsockname()[1]}"
    for given in (address, f"ray://{address}"):
        with pytest.raises(KhabarError, match="no Ray cluster answers at"):
            Engine(ray=given)


def test_a_run_that_is_done_is_not_done_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.jsonl").write_bytes(lines(rows()[:9]))
    first = run([str(folder)], str(tmp_path / "out"), jobs=1)
    told: list[str] = []
    assert run([str(folder)], str(tmp_path / "out"), jobs=1, tell=told.append) == first
    assert told == []
    (folder / "0.jsonl").write_bytes(lines(rows()[9:12]))
    second = run([str(folder)], str(tmp_path / "out"), jobs=1)
    assert (first.articles, second.articles) == (9, 12)
    parts = (tmp_path / "out" / "articles").glob("*/*.parquet")
    assert sum(tables.read_metadata(part).num_rows for part in parts) == 12


FAULTY = """
import os
from pathlib import Path

def fail_once(task):
    folder, name = task.decode().split()
    mark = Path(folder, f"{name}.tried")
    if not mark.exists():
        mark.touch()
        raise OSError("the disk went away")
    Path(folder, name).touch()

def die_once(task):
    folder, name = task.decode().split()
    mark = Path(folder, f"{name}.tried")
    if not mark.exists():
        mark.touch()
        os._exit(9)
    Path(folder, name).touch()

def fail_always(task):
    raise ValueError("broken for good")
"""


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of marks, and a module of work that fails, which workers can import."""
    (tmp_path / "faulty_work.py").write_text(FAULTY, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "marks").mkdir()
    return tmp_path / "marks"


@pytest.mark.parametrize("work", ["fail_once", "die_once"])
def test_a_part_that_failed_is_tried_again(faulty: Path, work: str) -> None:
    names = ["a", "b", "c"]
    (faulty / "b").touch()
    told: list[str] = []
    with Engine(jobs=2) as engine:
        tasks = {name: f"{faulty} {name}".encode() for name in names}
        engine.each(tasks, f"faulty_work:{work}", lambda: {n for n in names if (faulty / n).exists()}, told.append)
    assert all((faulty / name).exists() for name in names)
    assert not (faulty / "b.tried").exists()
    assert any("tried again" in line for line in told)


def test_a_part_that_fails_every_time_ends_the_run(faulty: Path) -> None:
    with Engine(jobs=1) as engine, pytest.raises(KhabarError, match=r"1 of 1 parts failed 3 times.*broken for good"):
        engine.each({"a": b"x"}, "faulty_work:fail_always", set, lambda message: None)


def test_a_stopped_run_goes_on(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    from khabar.batch.running import _Run

    whole = _Run.link

    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(_Run, "link", stop)
    with pytest.raises(KeyboardInterrupt):
        run([str(sources)], str(out), jobs=1)
    assert summary_of(str(out)) is None
    with pytest.raises(KhabarError, match="holds no finished batch run"):
        load(str(out), tmp_path / "s.db")
    extracted = {path.name: path.stat().st_mtime_ns for path in (out / "work" / "extracted").iterdir()}
    assert extracted
    seen: dict[str, int] = {}

    def look(self: _Run, kept: Any) -> int:
        seen.update({path.name: path.stat().st_mtime_ns for path in (out / "work" / "extracted").iterdir()})
        return whole(self, kept)

    monkeypatch.setattr(_Run, "link", look)
    assert run([str(sources)], str(out), jobs=1).articles > 60
    assert seen == extracted


@pytest.mark.parametrize("size", [1, 7, 100, 1000, 10_000])
def test_every_line_stands_in_one_range(tmp_path: Path, size: int) -> None:
    path = tmp_path / "rows.jsonl"
    given = [{"id": f"r{n}", "text": "خبر " * (n % 7) + f"رقم {n}"} for n in range(40)]
    path.write_bytes(lines(given).rstrip(b"\n"))
    cut = pieces.cut([str(path)], size=size)
    assert len(cut) >= path.stat().st_size // size
    found = [item for piece in cut for item in pieces.read(piece)]
    assert all(isinstance(item, Article) for item in found)
    assert [item.id for item in found] == [f"r{n}" for n in range(40)]


def test_tables_are_cut_by_row_groups(tmp_path: Path) -> None:
    given = [{"id": f"r{n}", "text": f"خبر رقم {n}", "outlet": "قناة", "views": n} for n in range(50)]
    tables.write_table(arrow.Table.from_pylist(given), tmp_path / "t.parquet", row_group_size=8)
    cut = pieces.cut([str(tmp_path / "t.parquet")], size=1)
    assert [(piece.start, piece.end) for piece in cut] == [(n, n + 1) for n in range(7)]
    found = [item for piece in cut for item in pieces.read(piece)]
    assert [item.id for item in found if isinstance(item, Article)] == [f"r{n}" for n in range(50)]
    assert {item.source for item in found if isinstance(item, Article)} == {"قناة"}


def test_a_broken_table_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing more")
    done = run([str(tmp_path)], str(tmp_path.parent / "out"), jobs=1)
    assert (done.read, done.quarantined, done.claims, done.days) == (1, 1, 0, 0)
    load(str(tmp_path.parent / "out"), tmp_path / "s.db")
    with Store.open(tmp_path / "s.db") as opened:
        assert "is no Parquet table" in opened.quarantined()[0].reason


def test_sources_that_are_not_there() -> None:
    with pytest.raises(KhabarError, match="there is nothing at /nowhere"):
        pieces.cut(["/nowhere"])
    with pytest.raises(KhabarError, match="ftp:// cannot be read"):
        pieces.cut(["ftp://somewhere/x"])


def test_results_are_queried_where_they_lie(out: Path, single: dict[str, Any]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install 'khabar[check]'")
    claims = f"read_parquet('{out}/claims/*/*.parquet', hive_partitioning = true)"
    counted = duckdb.sql(f"SELECT event, count(*) FROM {claims} GROUP BY event").fetchall()
    assert dict(counted) == {row.id: row.claims for row in single["events"].values()}
    most = f"SELECT max(f.low) FROM (SELECT unnest(figures) AS f FROM {claims}) WHERE f.what = 'killed'"
    assert duckdb.sql(most).fetchall() == [(5,)]
    days = f"SELECT DISTINCT day FROM read_parquet('{out}/articles/*/*.parquet', hive_partitioning = true)"
    told = {str(day) for (day,) in duckdb.sql(days).fetchall()}
    assert {"2021-06-01", "2021-06-10", "unknown"} <= told


def test_commands(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, store = str(tmp_path / "out"), str(tmp_path / "s.db")
    for arguments in (["batch", str(sources), "--out", out, "--jobs", "1"], ["load", out, "--store", store]):
        with pytest.raises(SystemExit) as ended:
            command(arguments)
        assert ended.value.code == 0
    said = capsys.readouterr()
    assert f"a store takes them: khabar load {out}" in said.out
    assert f"{store} holds" in said.out
    assert "extracting from 4 pieces" in said.err
    with pytest.raises(SystemExit) as ended:
        command(["load", out, "--store", store])
    assert ended.value.code == 0
    assert "= 0 stored + 65 duplicates + 2 quarantined" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        command(["load", str(sources), "--store", store])
    assert ended.value.code == 1
    assert "holds no finished batch run; make one with: khabar batch" in capsys.readouterr().err


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    """An object store of the tests' own; gives the address of a name in it."""
    moto = pytest.importorskip("moto.server", reason="moto is not installed: pip install 'khabar[check]'")
    boto3 = pytest.importorskip("boto3", reason="boto3 is not installed: pip install 'khabar[check]'")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    files._system.cache_clear()
    boto3.client("s3", region_name="us-east-1", endpoint_url=f"http://{host}:{port}").create_bucket(Bucket="news")
    yield lambda name: f"s3://news/{name}"
    files._system.cache_clear()
    running.stop()


def test_sources_and_results_in_an_object_store(
    sources: Path, single: dict[str, Any], tmp_path: Path, bucket: Callable[[str], str]
) -> None:
    for path in sources.iterdir():
        files.write(bucket(f"in/{path.name}"), path.read_bytes())
    done: Summary = run([bucket("in")], bucket("out"), jobs=1)
    assert done.claims == len(single["claims"])
    assert loaded(bucket("out"), tmp_path / "loaded.db") == single
