"""Whatever comes in: the kept corpus of the fuzzer, texts made of what the rules look for, and, where they are at hand,
many real articles as they are and after damage."""

from __future__ import annotations

import io
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar import pipeline
from khabar.ingest.clean import sections
from khabar.ingest.read import read_paths
from khabar.model import Article
from making import ROOT, SHARED, script

POOL = SHARED / "corpus" / "pool.jsonl"
WHOLE = "KHABAR_WHOLE_POOL"
"""Set, the whole pool is read; else every sixteenth article of it."""
PIECES = (
    "قُتل", "وقُتل", "مقتل", "أصيب", "هجوم", "بهجوم", "غارة", "غارات", "قصفت", "شنت", "زار",
    "التقى", "اعتقلت", "نفى", "اتهم", "تبنّت", "أعلنت", "قال", "وقال", "وأضاف", "إن", "أن", "إنه",
    "نقلا عن", "بحسب", "وفق", "مصدر", "مصادر", "رويترز", "وزارة الدفاع", "المتحدث باسم", "الجيش",
    "كتائب", "حزب الله", "الحوثيين", "للحوثيين", "القوات الأميركية", "رئيس", "وزير", "بغداد", "غزة",
    "الحديدة", "قاعدة", "ميناء", "شمال", "في", "على", "من", "إلى", "عن", "قرب", "ما أدى إلى",
    "أسفر عن", "ثلاثة", "12", "٢٥٠٠", "عشرات", "نحو", "أكثر من", "ما لا يقل عن", "بين 3 و5",
    "أشخاص", "جنود", "شخصان", "صاروخين", "أمس", "اليوم", "الأربعاء", "الأسبوع الماضي", "منذ",
    "24 يناير 2024", "12 رجب 1445", "عام 2014", "31 فبراير", "1/2/3", "لم", "لن", "سوف", "ربما",
    "إذا", "لا", "«", "»", '"', "(", ")", ":", "،", ".", "؟", "…", "-", "–", "\n", "\n\n", "\t",
    "\u202e", "\u2066", "\u200f", "\u0640", "\u064e", "\x00", "\ud800", "\ufffd",
    "http://a.example", "@x", "اقرأ أيضا", "English words",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map(" ".join)
JOINED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


TARGETS: dict[str, Callable[[bytes], None]] = script("fuzz/targets.py").TARGETS
KEPT = sorted((ROOT / "fuzz" / "corpus").glob("*/*"))


def test_every_target_has_a_corpus() -> None:
    assert {path.parent.name for path in KEPT} == set(TARGETS)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_kept_corpus(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_targets_take_any_bytes(name: str) -> None:
    @settings(STEADY, max_examples=60)
    @given(st.binary(max_size=600))
    def whatever(data: bytes) -> None:
        TARGETS[name](data)

    whatever()


@settings(STEADY, max_examples=150)
@given(NEWS | JOINED)
def test_extraction_of_what_the_rules_look_for(text: str) -> None:
    found = pipeline.extract(Article(id="x", text=text, published="2024-01-24"))
    for claim in found.claims:
        assert claim.trigger.text == text[claim.trigger.start : claim.trigger.end]
        assert claim.quote
    TARGETS["extract"](text.encode("utf-8", "surrogatepass"))


@settings(STEADY, max_examples=80)
@given(NEWS | JOINED)
def test_explaining_what_the_rules_look_for(text: str) -> None:
    pipeline.explain(text, "2024-01-24")


@settings(STEADY, max_examples=150)
@given(NEWS | JOINED)
def test_cleaning_what_the_rules_look_for(text: str) -> None:
    found = sections(text)
    assert "".join(text[section.start : section.end] for section in found) == text
    TARGETS["clean"](text.encode("utf-8", "surrogatepass"))


SENTENCES = Path(__file__).parent / "sentences.tsv"


def test_text_that_ends_with_any_word() -> None:
    """A feed's summary is cut wherever its room ends; the rules look at what stands behind a word."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        words = line.split("\t")[0].split()
        for end in range(1, len(words)):
            text = " ".join(words[:end]).rstrip("،.:؟")
            pipeline.extract(Article(id="x", text=text, published="2024-01-24"))


@pytest.mark.parametrize(
    "piece",
    ["قتل جنود و", "5% ", "=====\n", "وزير الدفاع ", "قصف طيران جيش دولة ", "\n\n\n24 يناير 2024\nقتل جنود في هجوم\n"],
)
def test_what_repeats_itself_without_end(piece: str) -> None:
    """Work on each pair of what one sentence holds would take minutes here."""
    text = piece * (30_000 // len(piece))
    found = pipeline.extract(Article(id="x", text=text, published="2024-01-24"))
    assert found.sections[-1].end == len(text)


# real articles


def pool() -> Iterator[tuple[int, str]]:
    """Articles with their numbers: all, or every sixteenth."""
    step = 1 if os.environ.get(WHOLE) else 16
    with POOL.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step == 0:
                yield number, json.loads(line)["text"]


def damaged(text: str, chance: random.Random) -> Iterator[bytes]:
    """The bytes of a text after each kind of damage, at random places."""

    def cut() -> int:
        return chance.randrange(len(text) + 1)

    def inserted(what: str) -> str:
        places = sorted(cut() for _ in range(8))
        return "".join(text[a:b] + what for a, b in zip([0, *places], [*places, len(text)], strict=True))

    data = text.encode("utf-8", "surrogatepass")
    a, b = sorted((cut(), cut()))
    yield data[: chance.randrange(len(data) + 1)]
    yield (text[:b] + text[a:]).encode()
    yield text[:a].encode() + text[a:b].encode("cp1256", "replace") + text[b:].encode("utf-16-le")
    yield text[:a].encode() + b"\n" + text[a:].encode("cp1256", "replace")
    yield inserted(chance.choice("\u202e\u202b\u2066\u2069\u200f\u061c")).encode()
    yield inserted("\x00").encode()
    yield inserted(chance.choice(("\ud800", "\udfff"))).encode("utf-8", "surrogatepass")
    yield bytes(byte ^ (1 << chance.randrange(8)) if chance.random() < 0.01 else byte for byte in data)


def read_and_extract(data: bytes) -> int:
    """Articles read from the bytes of a file, each extracted."""
    count = 0
    for found in read_paths(["-"], reader="text", stdin=io.BytesIO(data), split=True):
        if isinstance(found, Article):
            pipeline.extract(found)
            count += 1
        else:
            assert found.reason
    return count


needs_pool = pytest.mark.skipif(not POOL.exists(), reason=f"needs {POOL}")


@needs_pool
def test_every_real_article_is_read() -> None:
    for number, text in pool():
        row = json.dumps({"id": str(number), "text": text}, ensure_ascii=False).encode("utf-8", "surrogatepass")
        (found,) = list(read_paths(["-"], stdin=io.BytesIO(row)))
        assert isinstance(found, Article), number
        assert found.text == text
        assert read_and_extract(text.encode("utf-8", "surrogatepass")) >= 1, number
        pipeline.extract(found)


@needs_pool
def test_damaged_articles_are_read() -> None:
    for number, text in pool():
        if number >= 300:
            break
        chance = random.Random(number)
        kinds = list(damaged(text, chance))
        for data in kinds if os.environ.get(WHOLE) else chance.sample(kinds, 3):
            read_and_extract(data)


@needs_pool
def test_a_line_of_a_megabyte_is_read() -> None:
    line = " ".join(" ".join(text.split()) for _, text in pool()).encode("utf-8", "surrogatepass")
    line *= (1 << 20) // len(line) + 1
    start = random.Random(1).randrange(len(line) - (1 << 20) + 1)
    assert read_and_extract(line[start : start + (1 << 20)]) == 1
