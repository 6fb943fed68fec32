"""What a notebook sees: data frames and HTML, everything escaped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import khabar
from khabar.errors import KhabarError
from khabar.model import Extraction
from khabar.store import Store
from making import STRIKE, article, pairs, party, strike


@pytest.fixture
def store(tmp_path: Path) -> Path:
    evil = strike("e-evil", actors=(party("<script>x</script>"),))
    with Store.open(tmp_path / "s.db", create=True) as opened:
        for given, extraction in [*pairs(), (article(STRIKE, "e"), Extraction(id="e", claims=(evil,)))]:
            opened.save(given, extraction)
        opened.assign_events({("a1", 0): "e-strike", ("a2", 0): "e-strike", ("a3", 0): "e-visit", ("e", 0): "e-evil"})
    return tmp_path / "s.db"


def test_events_become_data_frames(store: Path) -> None:
    with khabar.open(store) as opened:
        events = opened.events()
        frame = events.to_pandas()
        assert list(frame["id"]) == [event.id for event in events]
        assert frame.set_index("id").loc["e-strike", "lines"] == 2
        assert events.to_polars().height == len(events) == 3


def test_records_show_themselves(store: Path) -> None:
    with khabar.open(store) as opened:
        html = opened.events()._repr_html_()
        assert "<script>" not in html
        assert "&lt;script&gt;" in html
        detail = opened.event("e-strike")
        assert '<mark title="trigger">' in detail._repr_html_()
        assert "&rarr;" in detail.claims[0]._repr_html_()
        assert "<script>" not in opened.event("e-evil")._repr_html_()
        assert "e-strike" in detail.event._repr_html_()


def test_filters_are_given_by_name(store: Path) -> None:
    with khabar.open(store) as opened:
        assert [event.id for event in opened.events(place="Iraq", types="assault")] == ["e-evil", "e-strike"]
        assert [event.id for event in opened.events(since="2024-03-05", source="صحيفة النموذج")] == ["e-strike"]
        assert opened.events(as_of="2020") == []
        assert {claim.claim.event for claim in opened.claims(text="المسيرات")} == {"e-strike", "e-evil"}
        assert len(opened.claims(limit=2)) == 2
        with pytest.raises(KhabarError, match="no filter country; the filters are types, actor"):
            opened.events(country="IRQ")  # type: ignore[call-arg]
        with pytest.raises(KhabarError, match="since='soon' is no date"):
            opened.events(since="soon")


def test_claims_and_their_chains_show_themselves(store: Path) -> None:
    with khabar.open(store) as opened:
        told = opened.claims(source="مصدر طبي")
        assert told.to_pandas()["outlet"].tolist() == ["صحيفة النموذج"]
        assert told.to_polars().height == 1
        chain = told[0].isnad._repr_html_()
        assert chain.index("مصدر طبي") < chain.index("صحيفة النموذج")
        assert "(outlet)" in chain
        table = told._repr_html_()
        assert "<th>isnad</th>" in table
        assert "<th>sentence</th>" in table
        evil = opened.claims()._repr_html_() + opened.events()._repr_html_()
        assert "<script>" not in evil


def test_the_notebook_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parent.parent / "docs" / "notebook.md").read_text(encoding="utf-8")
    samples = Path(khabar.__file__).parent / "samples" / "articles"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").symlink_to(samples)
    names: dict[str, Any] = {}
    for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(code, names)
    assert len(names["events"]) > 3
    assert names["claims"]
    assert "<svg" in names["event"]._repr_html_()
