"""The server for assistants, asked by the SDK's own client: over stdio, over HTTP and in one process."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import socket
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from mcp import Client, MCPError, StdioServerParameters

from khabar.cli.main import run
from khabar.jobs import rows
from khabar.mcp.asking import LARGEST, LONGEST_PART
from khabar.mcp.server import create_app, create_server
from khabar.model import Dating, Extraction
from khabar.store import Store
from khabar.views.questions import open_store
from khabar.views.tally_series import tally_series
from making import SHARED, STRIKE, STRIKE_TOLL, article, link, store_pairs, strike

TOOLS = {"events", "event", "timeline", "disputes", "as_of", "sources", "tallies"}
Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mcp") / "s.db"
    with Store.open(path, create=True) as opened:
        store_pairs(opened)
    return path


def with_client(server: Any, asked: Callable[[Client], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        async with Client(server) as client:
            return await asked(client)

    return asyncio.run(main())


def asker(path: Path) -> Ask:
    """Calls one tool in this process and gives its structured answer."""

    def call(tool: str, **arguments: Any) -> dict[str, Any]:
        with open_store(path) as questions:
            answer = with_client(create_server(questions), lambda client: client.call_tool(tool, arguments))
        if answer.is_error:
            return {"error": answer.content[0].text}
        assert json.loads(answer.content[0].text) == answer.structured_content
        found: dict[str, Any] = answer.structured_content
        return found

    return call


@pytest.fixture(scope="module")
def ask(store: Path) -> Ask:
    return asker(store)


def read(path: Path, uri: str) -> dict[str, Any]:
    with open_store(path) as questions:
        answer = with_client(create_server(questions), lambda client: client.read_resource(uri))
    found: dict[str, Any] = json.loads(answer.contents[0].text)
    return found


def check_strike(card: dict[str, Any]) -> None:
    """The strike of the hand-made articles: two files, two lines, two tolls side by side."""
    assert (card["id"], card["type"], card["mode"], card["date"], card["lines"]) == (
        "e-strike", "ASSAULT", "drone", "2024-03-05", 2,
    )  # fmt: skip
    assert {one["outlet"]: one["uri"] for one in card["articles"]} == {
        "وكالة المثال": "khabar://article/a1", "صحيفة النموذج": "khabar://article/a2",
    }  # fmt: skip
    assert [(one["claim"], one["sentence"]) for one in card["claims"]] == [("a1:0", STRIKE), ("a2:0", STRIKE_TOLL)]
    assert card["claims"][0]["isnad"] == [
        {"name": "وزارة الدفاع العراقية", "kind": "military"}, {"name": "وكالة المثال", "kind": "outlet"},
    ]  # fmt: skip
    (killed,) = card["figures"]
    assert (killed["what"], killed["low"], killed["high"], killed["disputed"]) == ("killed", 3, 6, True)
    assert [(one["low"], one["isnad"][0], one["claim"]) for one in killed["statements"]] == [
        (3, "وزارة الدفاع العراقية", "a1:0"), (6, "مصدر طبي", "a2:0"),
    ]  # fmt: skip


# transports


async def _look(client: Client) -> tuple[Any, Any, Any]:
    return await client.list_tools(), await client.call_tool("events", {"type": "assault"}), client.instructions


def check_look(found: tuple[Any, Any, Any]) -> None:
    tools, answer, instructions = found
    assert {tool.name for tool in tools.tools} == TOOLS
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools.tools)
    assert "isnad" in instructions
    assert not answer.is_error
    (card,) = answer.structured_content["events"]
    check_strike(card)


def test_over_stdio(store: Path) -> None:
    before = hashlib.sha256(store.read_bytes()).hexdigest()
    command = StdioServerParameters(command=sys.executable, args=["-m", "khabar", "mcp", "--store", str(store)])
    check_look(with_client(command, _look))
    assert hashlib.sha256(store.read_bytes()).hexdigest() == before


@pytest.fixture
def served(store: Path) -> Iterator[Callable[..., str]]:
    """Serves the store over HTTP on a free port; gives the address."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []
    questions = open_store(store)

    def start(**options: Any) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        app = create_app(create_server(questions), **options)
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        end = time.monotonic() + 20
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        return f"http://127.0.0.1:{port}/mcp"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(20)
    questions.close()


def test_over_streamable_http(served: Callable[..., str]) -> None:
    check_look(with_client(served(), _look))


PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


def test_http_answers_to_its_own_names_only(served: Callable[..., str]) -> None:
    address = served()
    assert httpx.post(address, json=PING, headers=HEADERS).status_code != 421
    refused = httpx.post(address, json=PING, headers={**HEADERS, "Host": "evil.example"})
    assert refused.status_code == 421
    crossed = httpx.post(address, json=PING, headers={**HEADERS, "Origin": "http://evil.example"})
    assert crossed.status_code == 403


def test_http_asks_for_the_token(served: Callable[..., str]) -> None:
    address = served(token="a-long-token")
    assert httpx.post(address, json=PING, headers=HEADERS).status_code == 401
    assert httpx.post(address, json=PING, headers={**HEADERS, "Authorization": "Bearer other"}).status_code == 401
    shown = {**HEADERS, "Authorization": "Bearer a-long-token"}
    assert httpx.post(address, json=PING, headers=shown).status_code < 400 or (
        httpx.post(address, json=PING, headers=shown).status_code not in (401, 403, 421)
    )


# tools


def test_filters_join(ask: Ask) -> None:
    assert [card["id"] for card in ask("events")["events"]] == ["e-visit", "e-strike"]
    assert [card["id"] for card in ask("events", place="Iraq")["events"]] == ["e-strike"]
    assert [card["id"] for card in ask("events", place="العراق", actor="عمان")["events"]] == []
    assert [card["id"] for card in ask("events", text="المسيرات", since="2024-03-05", until="2024")["events"]] == [
        "e-strike"
    ]


def test_lists_lead_on(ask: Ask) -> None:
    first = ask("events", limit=1, cite=0)
    assert ([card["id"] for card in first["events"]], first["next_offset"]) == (["e-visit"], 1)
    second = ask("events", limit=1, offset=1, cite=1)
    assert second["next_offset"] is None
    (card,) = second["events"]
    assert (len(card["claims"]), card["more_claims"]) == (1, 1)


def test_an_event_in_full(ask: Ask) -> None:
    found = ask("event", id="e-str")
    check_strike(found["event"])
    assert found["ways"]["lines"] == 2
    assert sorted(found["ways"]["independent"]) == [
        ["مصدر طبي", "صحيفة النموذج"], ["وزارة الدفاع العراقية", "وكالة المثال"],
    ]  # fmt: skip
    assert [one["what"] for one in found["disputes"]] == ["killed"]
    assert [(one["day"], one["lines"]) for one in found["history"]] == [("2024-03-05", 1), ("2024-03-06", 2)]
    part = ask("event", id="e-strike", limit=1, offset=1)
    assert [one["claim"] for one in part["event"]["claims"]] == ["a2:0"]
    assert part["next_offset"] is None


def test_the_timeline_goes_day_by_day(ask: Ask) -> None:
    days = ask("timeline")["days"]
    assert [(one["day"], [card["id"] for card in one["events"]]) for one in days] == [
        ("2024-03-04", ["e-visit"]), ("2024-03-05", ["e-strike"]),
    ]  # fmt: skip


def test_disputes_show_who_says_what(ask: Ask) -> None:
    (card,) = ask("disputes")["events"]
    check_strike(card)
    (about,) = card["disputes"]
    assert (about["about"], about["what"]) == ("figure", "killed")
    assert [[(one["low"], one["claim"]) for one in side] for side in about["sides"]] == [[(3, "a1:0")], [(6, "a2:0")]]
    assert ask("disputes", as_of="2024-03-05")["events"] == []


def test_what_was_known_by_a_day(ask: Ask) -> None:
    found = ask("as_of", day="2024-03-05", type="ASSAULT")
    (card,) = found["events"]
    assert [one["claim"] for one in card["claims"]] == ["a1:0"]
    assert [(one["low"], one["high"], one["disputed"]) for one in card["figures"]] == [(3, 3, False)]
    since = card["since_then"]
    assert (since["claims"], since["lines"]) == (1, 2)
    assert [(one["low"], one["high"], one["disputed"]) for one in since["figures"]] == [(3, 6, True)]


def test_sources_and_the_record_of_one(ask: Ask) -> None:
    listed = {row["name"]: row for row in ask("sources")["sources"]}
    assert (listed["صحيفة النموذج"]["told"], listed["مصدر طبي"]["origin"]) == (2, 1)
    found = ask("sources", name="وكالة المثال")
    assert found["source"]["name"] == "وكالة المثال"
    assert found["measures"]["told"]["claims"] == 1
    assert [one["claim"] for one in found["measures"]["first"]["cited"]] == ["a1:0"]


def test_tallies_are_series_with_their_sentences(ask: Ask) -> None:
    (found,) = ask("tallies")["series"]
    assert (found["low"], found["place"], found["more_counts"]) == (2500, "العراق", 0)
    (count,) = found["counts"]
    assert (count["article"], count["uri"], count["isnad"]) == ("a3", "khabar://article/a3", ["صحيفة النموذج"])
    assert count["sentence"]
    assert ask("tallies", what="جندي", place="Iraq")["series"] == [found]
    assert ask("tallies", as_of="2024-03-03")["series"] == []


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("events", {"since": "soon"}, "since=soon is no date; write it as 2024-01-23, 2024-01 or 2024"),
        ("events", {"type": "PARTY"}, "there is no event type PARTY"),
        ("events", {"limit": 1000}, "less than or equal to 50"),
        ("event", {"id": "nothing"}, "there is no event nothing"),
        ("event", {"id": "e-visit", "as_of": "2020"}, "ask for a later day"),
        ("as_of", {"day": " "}, "day is empty"),
        ("sources", {"name": "لا أحد هنا"}, "لا أحد هنا"),
        ("drop", {}, "drop"),
    ],
)
def test_faults_say_what_to_do(ask: Ask, tool: str, arguments: dict[str, Any], told: str) -> None:
    assert told in ask(tool, **arguments)["error"]


# resources


def test_articles_are_resources(store: Path) -> None:
    assert read(store, "khabar://store")["articles"] == 3
    cards = {card["id"]: card for card in read(store, "khabar://articles")["articles"]}
    found = read(store, cards["a1"]["uri"])
    assert (found["text"], found["outlet"], found["next_start"]) == (STRIKE, "وكالة المثال", None)


def test_an_article_that_is_not_there(store: Path) -> None:
    async def asked(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await client.read_resource("khabar://article/a9")
        return str(caught.value)

    with open_store(store) as questions:
        told = with_client(create_server(questions), asked)
    assert "there is no article a9; ids stand in every claim" in told


@pytest.mark.parametrize("name", ["ملف/نص.txt#3", "../../etc/passwd", "a%2Fb c?d", "x" * 300])
def test_any_id_can_be_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "k.db"
    with Store.open(path, create=True) as opened:
        opened.save(article(STRIKE, name), Extraction(id=name))
    (card,) = read(path, "khabar://articles")["articles"]
    assert read(path, card["uri"])["text"] == STRIKE


def test_long_articles_come_in_parts(tmp_path: Path) -> None:
    text = STRIKE * 600
    path = tmp_path / "k.db"
    with Store.open(path, create=True) as opened:
        opened.save(article(text, "long"), Extraction(id="long"))
    parts, start = [], 0
    while start is not None:
        uri = "khabar://article/long" + (f"/from/{start}" if start else "")
        found = read(path, uri)
        assert len(found["text"]) <= LONGEST_PART
        parts.append(found["text"])
        start = found["next_start"]
    assert "".join(parts) == text


# size


def test_answers_stay_small(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    long = "قال مصدر طبي في بيان طويل جدا " * 12 + STRIKE
    with Store.open(path, create=True) as opened:
        for n in range(120):
            told = strike(text=long, isnad=(link(f"مصدر رقم {n}", "unnamed"),))
            opened.save(article(long, f"b{n}", f"صحيفة {n}", "2024-03-06"), Extraction(id=f"b{n}", claims=(told,)))
        opened.assign_events({(f"b{n}", 0): "e-one" if n < 60 else f"e-{n}" for n in range(120)})
    call = asker(path)
    seen: list[str] = []
    offset: int | None = 0
    while offset is not None:
        found = call("events", limit=50, offset=offset, cite=20)
        cards = found["events"]
        assert len(json.dumps(cards, ensure_ascii=False)) <= LARGEST or len(cards) == 1
        seen += [card["id"] for card in cards]
        offset = found["next_offset"]
    assert len(seen) == len(set(seen)) == 61
    found = call("event", id="e-one", limit=50)
    assert len(json.dumps(found["event"], ensure_ascii=False)) <= LARGEST
    (killed,) = found["event"]["figures"]
    assert (len(killed["statements"]), killed["more_statements"], found["event"]["more_articles"]) == (30, 30, 30)
    claims, offset = [], 0
    while offset is not None:
        found = call("event", id="e-one", limit=50, offset=offset)
        claims += [one["claim"] for one in found["event"]["claims"]]
        offset = found["next_offset"]
    assert len(claims) == len(set(claims)) == 60


# the command, and the given articles


def test_without_the_sdk_one_line_says_what_to_install(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "mcp" or name == "khabar.mcp.server"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises(SystemExit) as caught:
        run(["mcp", "--store", str(store)])
    assert caught.value.code == 1
    said = capsys.readouterr().err.strip()
    assert said.endswith("install them with: pip install 'khabar[mcp]'")
    assert "\n" not in said


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The seed articles as they are coded, in a store."""
    coded = SHARED / "gold" / "seeds.jsonl"
    if not coded.exists():
        pytest.skip(f"needs the coded seed articles, {coded}")
    path = tmp_path / "seeds.db"
    with Store.open(path, create=True) as opened:
        events: dict[tuple[str, int], str] = {}
        for line in coded.read_text(encoding="utf-8").splitlines():
            row = rows.parse(line)
            given = rows.article_of(row, row["id"])
            claims = tuple(rows.claim_of(claim, given.text) for claim in row["claims"])
            day = Dating(value=row["published"], how="metadata")
            opened.save(given, Extraction(id=given.id, claims=claims, dating=day))
            events |= {(given.id, n): claim.event for n, claim in enumerate(claims) if claim.event}
        opened.assign_events(events)
    return path


def test_the_seeds_strikes_come_from_three_files_with_their_lines_and_their_dead(seeds: Path) -> None:
    call = asker(seeds)
    found = call("events", type="ASSAULT", place="العراق", since="2024-01-23", until="2024-01-24", cite=5, limit=20)
    deadly = [card for card in found["events"] if "killed" in [one["what"] for one in card["figures"]]]
    card = max(deadly, key=lambda event: len(event["articles"]))
    assert {one["id"] for one in card["articles"]} == {"seed-000", "seed-003", "seed-004"}
    assert {one["article"] for one in card["claims"]} == {"seed-000", "seed-003", "seed-004"}
    assert all(one["sentence"] and one["isnad"] for one in card["claims"])
    whole = call("event", id=card["id"], limit=50)
    assert whole["ways"]["lines"] == len(whole["ways"]["independent"]) >= 3
    (killed,) = [one for one in whole["event"]["figures"] if one["what"] == "killed"]
    said = {(one["isnad"][-1], one["isnad"][0], one["low"], one["high"]) for one in killed["statements"]}
    assert {(outlet, low) for outlet, _, low, _ in said} == {
        ("Alhurra", 2), ("Independent Arabia", 2), ("Ukraine Gate", 2),
    }  # fmt: skip
    assert len({origin for _, origin, _, _ in said}) >= 3
    assert {high for _, _, _, high in said} == {None, 2}


@pytest.fixture(scope="module")
def raw_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The founding texts as they are, read and linked by Khabar alone."""
    texts = SHARED / "seeds"
    if not texts.exists():
        pytest.skip(f"needs the founding texts, {texts}")
    path = tmp_path_factory.mktemp("raw") / "seeds.db"
    with contextlib.suppress(SystemExit):
        run(["read", str(texts), "--store", str(path)])
    return path


def test_the_bare_seeds_give_one_strike_from_three_files_with_its_dead_disputed(raw_seeds: Path) -> None:
    call = asker(raw_seeds)
    found = call("disputes", type="ASSAULT", place="العراق", limit=20)
    told = [(row, one) for row in found["events"] for one in row["disputes"] if one["what"] == "killed"]
    ((row, dead),) = told
    assert len(row["articles"]) == 3
    said = [one for side in dead["sides"] for one in side]
    assert {(one["low"], one["high"], one["status"]) for one in said} == {
        (2, 2, "occurred"), (2, None, "occurred"), (2, None, "uncertain"),
    }  # fmt: skip
    assert call("event", id=row["id"], limit=50)["ways"]["lines"] == 3


def test_the_bare_seeds_dispute_the_railway_and_count_the_attacks_upwards(raw_seeds: Path) -> None:
    with Store.open(raw_seeds, read_only=True) as store:
        series = tally_series(store)
    (railway,) = [one for one in series if one.unit == "km"]
    assert railway.disputed
    assert sorted((one.low, one.high) for one in railway.counts) == [(30, 30), (33, None)]
    attacks = [[(told.low, told.high) for told in one.counts] for one in series if one.kind == "attacks"]
    assert [(51, None), (151, None), (150, 150)] in attacks
