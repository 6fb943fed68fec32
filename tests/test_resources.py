"""Every resource entry is found in its own examples and in none of its counter-examples."""

from __future__ import annotations

import pytest

from khabar.lexicon import default
from khabar.lexicon.check import faults
from khabar.lexicon.conjugate import adjective_forms, noun_forms, verb_forms
from khabar.lexicon.load import ResourceError, read_entries, read_file
from khabar.model import MODES, SOURCE_KINDS

ENTRIES = read_entries()
FRAMES = {"act", "undergo", "mutual", "speech", "charge", "move", "happen"}


@pytest.mark.parametrize("kind", sorted({loaded.kind for loaded in ENTRIES}))
def test_examples_and_counter_examples(kind: str) -> None:
    found = [line for loaded in ENTRIES if loaded.kind == kind for line in faults(default(), loaded)]
    assert not found, "\n".join(found[:20])


def test_triggers_are_of_known_types_modes_and_frames() -> None:
    for loaded in ENTRIES:
        if loaded.kind == "trigger":
            entry = loaded.entry
            assert entry.type in MODES, loaded.where
            assert entry.mode is None or entry.mode in MODES[entry.type], loaded.where
            assert entry.frame in FRAMES, loaded.where


def test_people_and_titles_tell_as_kinds_of_the_codebook() -> None:
    for loaded in ENTRIES:
        if loaded.kind in {"title", "people"}:
            assert loaded.entry.kind in {*SOURCE_KINDS, "party", "state", "alliance", "company", "person"}, loaded.where


def test_breadth() -> None:
    counts: dict[str, int] = {}
    for loaded in ENTRIES:
        counts[loaded.kind] = counts.get(loaded.kind, 0) + 1
    assert counts["trigger"] >= 250
    assert counts["cue"] >= 120
    assert counts["country"] >= 190
    bodies = [loaded for loaded in ENTRIES if loaded.kind == "actor" and loaded.entry.kind != "person"]
    assert len(bodies) >= 300
    assert len(default().places) >= 3000


@pytest.mark.parametrize(
    ("pair", "forms"),
    [
        ("استهدف يستهدف", "استهدف استهدفت استهدفوا استهدفنا يستهدف تستهدف يستهدفون نستهدف"),
        ("أصاب يصيب", "اصاب اصابت اصيب اصيبت اصيبوا يصيب يصاب يصابون"),
        ("أجرى يجري", "اجرى اجرت اجريا اجروا اجرينا اجري اجريت يجري يجرون يجرى"),
        ("التقى يلتقي", "التقى التقت التقيا التقوا التقينا يلتقي يلتقون يلتقيان"),
        ("هاجم يهاجم", "هاجم هاجمت هوجم هوجمت يهاجمون"),
        ("زار يزور", "زار زارت زاروا زرنا يزور تزور يزورون"),
        ("شن يشن", "شن شنت شنوا شننا يشن تشن يشنون"),
        ("دعا يدعو", "دعا دعت دعوا دعونا يدعو تدعو يدعون"),
    ],
)
def test_conjugation(pair: str, forms: str) -> None:
    made = {form for form, _ in verb_forms(pair)}
    assert set(forms.split()) <= made


def test_noun_and_adjective_forms() -> None:
    assert {"غارة", "غارات", "غارتان", "غارتين", "غارتي"} <= {form for form, _ in noun_forms("غارة غارات")}
    assert {"هجوم", "هجوما", "هجومين", "هجومان", "هجمات"} <= {form for form, _ in noun_forms("هجوم هجمات")}
    assert {"اميركي", "اميركية", "اميركيين", "اميركيون"} <= set(dict(adjective_forms("أميركي")))


def test_a_verb_needs_two_forms() -> None:
    with pytest.raises(ValueError, match="perfect and the imperfect"):
        list(verb_forms("قصف"))


def test_faulty_resources_say_where(tmp_path) -> None:
    path = tmp_path / "light.jsonl"
    path.write_text('{"id": "a", "verbs": ["شن يشن"]}\n{"id": 3}\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"light\.jsonl, line 2"):
        list(read_file(path, "light"))
    path.write_text('{"id": "a"}\n// note\n\n{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(ResourceError, match="stands already"):
        read_entries(tmp_path)
