"""What reading an article makes is freed with it: no part of it stands in a cycle that the garbage collector would have
to find."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import khabar
from khabar import pipeline
from khabar.model import Article

SAMPLES = sorted((Path(khabar.__file__).parent / "samples" / "articles").glob("*.txt"))
BOTH_SIDES = "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في الفاشر. وقال سكان إن الطرفين تبادلا القصف ليلا."


@pytest.fixture
def _uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_uncollected")
def test_reading_leaves_nothing_to_the_garbage_collector() -> None:
    texts = [BOTH_SIDES, *(path.read_text(encoding="utf-8") for path in SAMPLES)]
    for text in texts:
        pipeline.extract(Article(id="one", text=text))
    gc.collect()
    assert len(texts) > 1
    for text in texts:
        assert pipeline.extract(Article(id="one", text=text)).claims
        assert gc.collect() == 0


@pytest.mark.usefixtures("_uncollected")
def test_the_collector_is_left_as_it_was() -> None:
    pipeline.extract(Article(id="one", text=BOTH_SIDES))
    assert not gc.isenabled()
    gc.enable()
    pipeline.extract(Article(id="one", text=BOTH_SIDES))
    assert gc.isenabled()
