"""Every resource entry is found in its own examples and in none of its counter-examples."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import khabar
from khabar.lexicon import default
from khabar.lexicon.check import faults
from khabar.lexicon.conjugate import adjective_forms, noun_forms, verb_forms
from khabar.lexicon.load import ResourceError, read_entries, read_file
from khabar.model import MODES, SOURCE_KINDS
from khabar.text import folded

ENTRIES = read_entries()
READS_FOLDED = ("claims", "mentions", "linking")
"""Packages whose words are held against folded text."""
LETTERS = re.compile(r"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+")
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


def words_of(path: Path) -> set[str]:
    """The Arabic words in the strings of a module, docstrings left out."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]
    return {word for text in texts for word in text.split() if LETTERS.fullmatch(word)}


@pytest.mark.parametrize("package", READS_FOLDED)
def test_words_in_code_are_spelt_as_folded_text_has_them(package: str) -> None:
    """A word with its hamza (أطفال) would never be met."""
    modules = sorted((Path(khabar.__file__).parent / package).glob("*.py"))
    missed = [f"{path.name}: {word}" for path in modules for word in words_of(path) if folded(word) != word]
    assert len(modules) > 5
    assert not missed, missed
