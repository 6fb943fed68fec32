"""What a notebook sees: data frames and HTML, everything escaped."""

from __future__ import annotations

from pathlib import Path

import pytest

import khabar
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
