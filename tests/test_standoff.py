"""Codings kept without their text come back whole, and only with the text that was coded."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest

from making import script

TEXT = "أعلن مصدر طبي في تعز مقتل ثلاثة مدنيين بقصف على سوق المدينة، ثم أدانت الحكومة القصف."


@pytest.fixture
def standoff() -> ModuleType:
    return script("scripts/standoff.py")


def coded() -> dict[str, Any]:
    claim = {
        "quote": "مقتل ثلاثة مدنيين بقصف على سوق المدينة",
        "trigger": "قصف",
        "type": "ASSAULT",
        "mode": "other",
        "status": "occurred",
        "stance": "reports",
        "actors": [],
        "targets": [{"text": "سوق المدينة", "country": "YEM"}],
        "place": {"text": "تعز", "country": "YEM"},
        "date": None,
        "figures": [{"what": "killed", "low": 3, "high": 3, "of": "مدنيين"}],
        "weapons": [],
        "isnad": [{"text": "مصدر طبي", "kind": "unnamed"}],
        "event": "a1/e1",
    }
    tally = {"quote": "ثلاثة مدنيين", "what": "مدنيين", "low": 3, "high": None, "unit": None, "place": None}
    return {
        "id": "a1",
        "source": "x",
        "published": None,
        "title": None,
        "text": TEXT,
        "claims": [claim],
        "tallies": [tally | {"since": "2015", "isnad": []}],
    }


def test_what_is_kept_has_no_words_of_the_text_and_gives_the_coding_back(standoff: ModuleType) -> None:
    kept = standoff.stripped(coded())
    assert not any("\u0600" <= char <= "\u06ff" for char in json.dumps(kept, ensure_ascii=False))
    assert kept["claims"][0]["trigger"] == [TEXT.index("قصف"), TEXT.index("قصف") + 3]
    assert standoff.joined([kept], [coded()]) == [coded() | {"collection": "a1"}]


def test_another_text_or_none_is_named(standoff: ModuleType) -> None:
    kept = standoff.stripped(coded())
    with pytest.raises(ValueError, match="a1: its text is not the one that was coded"):
        standoff.joined([kept], [coded() | {"text": TEXT + " "}])
    with pytest.raises(ValueError, match="a1: its text is missing"):
        standoff.joined([kept], [])
    with pytest.raises(ValueError, match="substring"):
        standoff.stripped(coded() | {"text": TEXT.replace("تعز", "عدن")})
