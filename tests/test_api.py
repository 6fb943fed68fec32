"""The API: paged, typed, described, read-only without a token; its description holds under generated requests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings

from khabar.api.answers import EventPage
from khabar.api.imports import Imports, TooMuchError
from khabar.export import exporters
from khabar.store import Store
from khabar.views.questions import EventDetail
from khabar.web.app import create_app
from making import store_pairs

TOKEN = "a-long-token"
SHOWN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "s.db"
    with Store.open(path, create=True) as opened:
        store_pairs(opened)
    return path


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(store, token=TOKEN, hosts=("*",))) as found:
        yield found


def test_events_are_typed_records(client: TestClient) -> None:
    page = msgspec.json.decode(client.get("/api/v1/events").content, type=EventPage)
    assert [event.id for event in page.items] == ["e-strike", "e-visit"]
    assert (page.total, page.next) == (2, None)
    detail = msgspec.json.decode(client.get("/api/v1/events/e-strike").content, type=EventDetail)
    assert (detail.event.lines, len(detail.claims)) == (2, 2)


def test_pages_lead_to_the_next_one(client: TestClient) -> None:
    first = client.get("/api/v1/events", params={"limit": 1, "type": ["ASSAULT", "CONSULT"]}).json()
    assert [event["id"] for event in first["items"]] == ["e-strike"]
    second = client.get(first["next"]).json()
    assert [event["id"] for event in second["items"]] == ["e-visit"]
    assert second["next"] is None


def test_filters_are_those_of_the_command_line(client: TestClient) -> None:
    def ids(**params: str) -> list[str]:
        return [event["id"] for event in client.get("/api/v1/events", params=params).json()["items"]]

    assert ids(place="العراق") == ["e-strike"]
    assert ids(text="المسيرات") == ["e-strike"]
    assert ids(until="2024-03-04") == ["e-visit"]
    assert ids(source="مصدر طبي") == ["e-strike"]
    assert ids(as_of="2024-03-04") == ["e-visit"]
    assert client.get("/api/v1/events/e-strike", params={"as_of": "2024-03-05"}).json()["event"]["claims"] == 1


def test_every_question_has_its_route(client: TestClient) -> None:
    get = {name: client.get(f"/api/v1/{name}").json() for name in ("days", "places", "pairs", "cites", "sources")}
    assert {(row["day"], row["type"], row["events"]) for row in get["days"]["items"]} == {
        ("2024-03-04", "CONSULT", 1), ("2024-03-05", "ASSAULT", 1),
    }  # fmt: skip
    assert {row["place"]["precision"] for row in get["places"]["items"]} == {"point", "town"}
    assert get["pairs"]["items"] == []
    assert get["cites"]["items"][0]["claims"] == 1
    told = {row["name"]: (row["told"], row["origin"]) for row in get["sources"]["items"]}
    assert told["وزارة الدفاع العراقية"] == (0, 1)
    assert told["صحيفة النموذج"] == (2, 0)
    (disputed,) = client.get("/api/v1/disputes", params={"about": "figure"}).json()["items"]
    assert (disputed["event"]["id"], disputed["disputes"][0]["what"]) == ("e-strike", "killed")
    assert client.get("/api/v1/disputes", params={"about": "happened"}).json()["items"] == []
    assert client.get("/api/v1/tallies").json()["items"][0]["low"] == 2500
    assert client.get("/api/v1/tallies/series", params={"what": "جندي أميركي"}).json()["total"] == 1
    assert client.get("/api/v1/articles", params={"text": "طهران"}).json()["items"][0]["article"]["id"] == "a3"
    assert client.get("/api/v1/articles/a1").json()["found"]["claims"][0]["type"] == "ASSAULT"
    assert client.get("/api/v1/claims", params={"type": "CONSULT"}).json()["items"][0]["sentence"]["marks"]
    assert client.get("/api/v1/health").json()["size"]["claims"] == 3


def test_entity_tags_save_the_answer(client: TestClient) -> None:
    tag = client.get("/api/v1/events").headers["etag"]
    assert client.get("/api/v1/events", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/api/v1/events?limit=1", headers={"If-None-Match": tag}).status_code == 200


def test_what_is_not_there_is_said_in_json(client: TestClient) -> None:
    for path in ("/api/v1/events/none", "/api/v1/articles/none", "/api/v1/exports/none", "/api/v1/none"):
        response = client.get(path)
        assert response.status_code == 404
        assert response.json()["detail"]
    assert client.get("/api/v1/events", params={"since": "soon"}).json()["detail"][0]["parameter"] == "since"


@pytest.mark.parametrize("name", exporters())
def test_every_format_can_be_downloaded(client: TestClient, name: str) -> None:
    response = client.get(f"/api/v1/exports/{name}", params={"type": "ASSAULT"})
    assert response.status_code == 200
    assert exporters()[name].suffix in response.headers["content-disposition"]
    assert client.get(f"/exports/{name}").content


def test_writing_needs_the_token(client: TestClient, store: Path) -> None:
    body = '{"id": "new", "source": "س", "text": "قصفت طائرات حربية مواقع شرق المدينة صباح الخميس."}'.encode()
    assert client.post("/api/v1/articles", content=body).status_code == 401
    assert client.post("/api/v1/articles", content=body, headers={"Authorization": "Bearer x"}).status_code == 401
    assert client.post("/api/v1/articles", content=b" ", headers=SHOWN).status_code == 400
    with TestClient(create_app(store, hosts=("*",))) as closed:
        assert closed.post("/api/v1/articles", content=body, headers=SHOWN).status_code == 403
    job = client.post("/api/v1/articles", content=body, headers=SHOWN)
    assert job.status_code == 202
    assert client.get(f"/api/v1/imports/{job.json()['id']}").status_code == 401
    for _ in range(150):
        found = client.get(f"/api/v1/imports/{job.json()['id']}", headers=SHOWN).json()
        if found["state"] in ("done", "failed"):
            break
        time.sleep(0.2)
    assert (found["state"], found["counts"]["stored"]) == ("done", 1)
    assert client.get("/api/v1/articles/new").status_code == 200


def test_uploads_are_bounded(tmp_path: Path) -> None:
    import io

    with pytest.raises(TooMuchError, match="at most 50"):
        Imports(str(tmp_path / "s.db")).start([("a", io.BytesIO(b"x"))] * 51)


@schemathesis.serializer("application/jsonl")
def json_lines(context: Any, value: Any) -> bytes:
    """Bodies that schemathesis makes up, as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


def operations(app: FastAPI) -> list[Any]:
    """What the description offers."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    return [found.ok() for found in schema.get_all_operations()]


def test_the_description_holds(store: Path) -> None:
    """Requests made from the description, well-formed and not, get answers as described."""
    app = create_app(store, token=TOKEN, hosts=("*",))
    offered = operations(app)
    assert len(offered) >= 18
    for operation in offered:

        @settings(
            max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case) -> None:
            case.call_and_validate()

        holds()
