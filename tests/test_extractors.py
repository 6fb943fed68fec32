"""The protocol behind which all extractors stand, the registry that packages join, and how runs are made of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from khabar.cli.main import run
from khabar.errors import KhabarError
from khabar.extractors import Capabilities, Estimate, Extractor, Offer, RefusedError, make, offers
from khabar.extractors.registry import BUILT_IN, described
from khabar.jobs.extracting import extract_rows
from khabar.jobs.parallel import Fault, extract_all
from khabar.jobs.reading import Reading
from khabar.model import Article, Extraction
from khabar.pipeline import extract
from khabar.store import Store
from making import stand_in_extract

TEXT = "قالت وزارة الدفاع إن طائرة مسيرة استهدفت مطار النجف يوم الثلاثاء، ما أدى إلى مقتل جنديين."


class Waiting:
    """Works in threads; notes how many articles were under way at once."""

    name = "waiting"
    capabilities = Capabilities(works="threads", network=True)

    def __init__(self) -> None:
        self.now = self.most = 0
        self._lock = threading.Lock()

    def extract(self, article: Article) -> Extraction:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.02)
        with self._lock:
            self.now -= 1
        if "مشغول" in article.text:
            raise RefusedError("the endpoint had no answer for it; repeat the command")
        if "مغلق" in article.text:
            raise KhabarError("the endpoint is closed; open it")
        return stand_in_extract(article)


class Batching:
    """Works in batches of three; notes their sizes."""

    name = "batching"
    capabilities = Capabilities(works="batches", batch=3, mentions=True)

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def extract(self, article: Article) -> Extraction:
        return stand_in_extract(article)

    def extract_batch(self, articles: Sequence[Article]) -> list[Extraction | Exception]:
        self.sizes.append(len(articles))
        return [ValueError("odd") if "غريب" in one.text else stand_in_extract(one) for one in articles]


class Priced(Waiting):
    """Names a price."""

    def estimate(self, articles: Iterable[Article]) -> Estimate:
        count = len(list(articles))
        return Estimate(articles=count, kept=1, requests=count - 1, tokens_in=1000 * count, tokens_out=10, cost=0.5)

    def over(self, expected: Estimate) -> str | None:
        return "the budget of 0.10 will not do"

    def account(self) -> list[str]:
        return ["priced: all well"]


def many(words: Iterable[str]) -> list[Article]:
    return [Article(id=str(n), text=f"وقع هجوم {word}.") for n, word in enumerate(words)]


# the protocol


@pytest.mark.parametrize("built", [make("default"), Waiting(), Batching()], ids=lambda one: one.name)
def test_extractors_keep_the_protocol(built: Extractor) -> None:
    assert isinstance(built, Extractor)
    found = built.extract(Article(id="x", text=TEXT))
    assert found.id == "x"
    assert all(item.trigger.text == TEXT[item.trigger.start : item.trigger.end] for item in found.claims)


def test_the_default_gives_what_the_pipeline_gives() -> None:
    article = Article(id="x", text=TEXT, published="2024-03-06")
    assert make("default").extract(article) == extract(article)
    assert extract(article).claims


# the registry


def package(folder: Path, name: str, module: str, points: str, code: str) -> None:
    """An installed package as Python sees it: a module and its metadata."""
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[khabar.extractors]\n{points}\n", encoding="utf-8")


CODE = """
import msgspec
from khabar.extractors import Capabilities, Offer
from khabar.model import Extraction

class Settings(msgspec.Struct):
    loud: bool = False
    times: int = 1

class Silent:
    name = "silent"
    capabilities = Capabilities()
    def __init__(self, settings):
        self.settings = settings
    def extract(self, article):
        return Extraction(id=article.id)

OFFER = Offer(about="Finds nothing.", create=Silent, settings=Settings)
NEEDY = Offer(about="Needs much.", create=Silent, needs=("nosuchmodule_a", "nosuchmodule_b"),
              install="pip install much")
WRONG = "no offer"
"""


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "quiet_reader", raising=False)
    points = (
        "silent = quiet_reader:OFFER\nneedy = quiet_reader:NEEDY\nwrong = quiet_reader:WRONG\ngone = quiet_reader:GONE"
    )
    package(tmp_path, "quiet-reader", "quiet_reader", points, CODE)
    return tmp_path


def test_an_installed_package_joins(packages: Path) -> None:
    assert list(offers())[: len(BUILT_IN)] == list(BUILT_IN)
    built = make("silent", {"loud": "true", "times": "3"})
    assert (built.settings.loud, built.settings.times) == (True, 3)  # type: ignore[attr-defined]
    assert built.extract(Article(id="x", text=TEXT)) == Extraction(id="x")
    offer = offers()["silent"]
    assert isinstance(offer, Offer)
    assert described(offer.settings) == [("loud", "False", ""), ("times", "1", "")]


@pytest.mark.parametrize(
    ("name", "settings", "told"),
    [
        ("nothing", {}, "there is no extractor nothing; the extractors are default, llm, transformers, "),
        ("silent", {"volume": "3"}, "the extractor silent has no setting volume; its settings are loud, times"),
        ("silent", {"times": "often"}, "the setting times=often of the extractor silent is wrong: Expected `int`"),
        ("default", {"fast": "1"}, "the extractor default has no setting fast; it has none"),
        ("needy", {}, "needs nosuchmodule_a and nosuchmodule_b; install it with: pip install much"),
        ("wrong", {}, "the extractor wrong of quiet-reader is str, not a khabar.extractors.Offer"),
        ("gone", {}, "the extractor gone of quiet-reader cannot be loaded"),
    ],
)
def test_faults_are_one_line_that_says_what_to_do(
    packages: Path, name: str, settings: dict[str, str], told: str
) -> None:
    with pytest.raises(KhabarError) as caught:
        make(name, settings)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_packages_of_one_name_are_told_apart(packages: Path) -> None:
    package(packages, "other-reader", "other_reader", "silent = other_reader:OFFER", CODE)
    with pytest.raises(KhabarError, match="other-reader and quiet-reader both offer an extractor silent"):
        make("silent")
    fault = offers()["silent"]
    assert isinstance(fault, str)
    assert "both offer" in fault


def test_the_list_shows_each_with_what_it_needs(packages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_ok("extractors", "--json")
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["default"]["finds"] == ["claims", "tallies"]
    assert rows["llm"]["network"] is True
    assert rows["needy"]["missing"] == ["nosuchmodule_a", "nosuchmodule_b"]
    assert "cannot be loaded" in rows["gone"]["fault"]
    run_ok("extractors")
    said = capsys.readouterr().out
    assert "needs nosuchmodule_a, nosuchmodule_b: pip install much" in said


# runs


def run_ok(*arguments: str) -> None:
    with pytest.raises(SystemExit) as caught:
        run(list(arguments))
    assert not caught.value.code


def test_threads_keep_the_order_and_the_bound() -> None:
    waiting = Waiting()
    articles = many(f"رقم {n}" for n in range(40))
    drawn = 0

    def source() -> Iterable[Article]:
        nonlocal drawn
        for article in articles:
            drawn += 1
            yield article

    results = extract_all(source(), 4, waiting)
    first = next(iter(results))
    assert first[0].id == "0"
    assert drawn <= 5
    assert [article.id for article, _ in results] == [str(n) for n in range(1, 40)]
    assert 2 <= waiting.most <= 4


@pytest.mark.parametrize("jobs", [1, 4])
def test_what_one_article_meets_stays_with_it(jobs: int) -> None:
    articles = many(["أول", "مشغول", "انهيار", "آخر"])
    results = {article.text: found for article, found in extract_all(articles, jobs, Waiting())}
    assert [type(found).__name__ for found in results.values()] == ["Extraction", "Refusal", "Fault", "Extraction"]
    refused, failed = list(results.values())[1:3]
    assert isinstance(refused, Fault)
    assert isinstance(failed, Fault)
    assert refused.sentence == "the endpoint had no answer for it; repeat the command"
    assert failed.sentence.startswith("the extractor failed on it (ZeroDivisionError: fell over)")


@pytest.mark.parametrize("jobs", [1, 4])
def test_what_nothing_can_go_on_with_ends_the_run(jobs: int) -> None:
    with pytest.raises(KhabarError, match="the endpoint is closed; open it"):
        list(extract_all(many(["أول", "مغلق", *"abcdefgh"]), jobs, Waiting()))


def test_batches_are_of_the_size_asked_for() -> None:
    batching = Batching()
    results = [found for _, found in extract_all(many(["أول", "غريب", *"abcdef"]), 1, batching)]
    assert batching.sizes == [3, 3, 2]
    assert [isinstance(found, Fault) for found in results] == [False, True] + [False] * 6


def test_another_extractor_reads_in_processes_too(packages: Path) -> None:
    results = list(extract_all(many("abcdef"), 2, make("silent")))
    assert [found for _, found in results] == [Extraction(id=str(n)) for n in range(6)]


def test_a_refusal_is_set_aside_with_its_own_words(tmp_path: Path) -> None:
    with Store.open(tmp_path / "k.db", create=True) as store:
        counts = Reading(store, jobs=2, extractor=Waiting()).take(many(["أول", "مشغول", "انهيار"]))
        assert (counts.read, counts.stored, counts.quarantined) == (3, 1, 2)
        reasons = [item.reason for item in store.quarantined()]
    assert reasons[0] == "The endpoint had no answer for it; repeat the command."
    assert reasons[1].startswith("The extractor failed on it (ZeroDivisionError")


def test_rows_are_read_with_the_extractor_given() -> None:
    rows = [json.dumps({"id": n, "text": f"وقع هجوم {word}."}) for n, word in enumerate(["أول", "مشغول"])]
    written: list[str] = []
    done = extract_rows(rows, written.append, linked=False, extractor=Waiting(), jobs=2)
    assert (done.rows, done.claims, done.bad) == (2, 1, 1)
    assert json.loads(written[1])["error"] == "the endpoint had no answer for it; repeat the command"


# the command line


@pytest.fixture
def priced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("khabar.extractors.make", lambda name, settings: Priced())
    rows = tmp_path / "in.jsonl"
    rows.write_text(json.dumps({"id": 1, "text": TEXT}) + "\n" + json.dumps({"id": 2, "text": "وقع هجوم."}) + "\n")
    return rows


def test_an_estimate_comes_before_the_run(priced: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run_ok("extract", str(priced), "--extractor", "priced", "-o", str(tmp_path / "out.jsonl"))
    said = capsys.readouterr().err.splitlines()
    assert said[0] == (
        "khabar: 2 articles, 1 of them answered before; 1 requests, about 2,000 tokens in and 10 out, about 0.50 in all"
    )
    assert said[1] == "khabar: the budget of 0.10 will not do"
    assert "khabar: priced: all well" in said
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


def test_an_estimate_alone_reads_nothing(priced: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store = tmp_path / "k.db"
    run_ok("read", str(priced), "--extractor", "priced", "--estimate", "--store", str(store))
    assert "2 articles" in capsys.readouterr().err
    assert not store.exists()
    run_ok("read", str(priced), "--extractor", "priced", "--store", str(store))
    capsys.readouterr()
    run_ok("read", str(priced), "--extractor", "priced", "--estimate", "--store", str(store))
    assert "khabar: 0 articles" in capsys.readouterr().err


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as caught:
        run(list(arguments))
    assert caught.value.code == 1
    said = capsys.readouterr().err.strip().splitlines()
    return said[-1]


def test_wrong_options_are_told_in_one_line(priced: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "extract", str(priced), "--set", "x") == (
        "khabar: --set x is no setting; write it as KEY=VALUE"
    )
    assert "standard input can be read once only" in refused(capsys, "extract", "-", "--extractor", "x", "--estimate")


def test_the_default_has_no_price(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = tmp_path / "in.jsonl"
    rows.write_text("")
    assert "the extractor default costs nothing" in refused(capsys, "extract", str(rows), "--estimate")
    assert "has no setting budget" in refused(capsys, "extract", str(rows), "--budget", "3")


def test_nothing_of_other_extractors_is_imported_for_the_default() -> None:
    code = (
        "import sys, khabar.jobs.reading, khabar.extractors, khabar.pipeline; "
        "print([name for name in ('httpx', 'mcp', 'torch', 'transformers', 'onnxruntime', 'tokenizers', 'numpy.f2py') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# the page on extractors


def test_the_page_names_every_extractor_and_its_example_works() -> None:
    told = (Path(__file__).resolve().parents[1] / "docs" / "extractors.md").read_text(encoding="utf-8")
    for name in BUILT_IN:
        assert f"| `{name}` |" in told
    (code,) = re.findall(r"```python\n(.*?)```", told, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    offer = names["OFFER"]
    assert isinstance(offer, Offer)
    assert offer.create(offer.settings()).extract(Article(id="x", text=TEXT)) == Extraction(id="x")
