"""What is fuzzed: each target takes any bytes, and checks what has to hold for them. An exception is a finding."""

from __future__ import annotations

import io
from collections.abc import Callable

from khabar import pipeline
from khabar.claims.explain import Node
from khabar.ingest import opml, robots
from khabar.ingest.clean import sections
from khabar.ingest.dating import date_article
from khabar.ingest.encoding import decode
from khabar.ingest.read import Limits, Unreadable, read_paths
from khabar.ingest.readers import registry, sitemap
from khabar.ingest.split import split_article
from khabar.model import Article

FORMATS = (None, "text", "html", "jsonl", "csv", "feed", "sitemap", "zip", "tar", "packed", "warc")
_LIMITS = Limits(file=1 << 20, line=1 << 18, members=50, unpacked=8 << 20)


def read(data: bytes) -> None:
    """Reading, as the format that the first byte names: every outcome is articles or reasons."""
    assert set(FORMATS) - {None} <= set(registry())
    chosen = FORMATS[data[0] % len(FORMATS)] if data else None
    for found in read_paths(["-"], reader=chosen, stdin=io.BytesIO(data[1:]), limits=_LIMITS, split=True):
        if isinstance(found, Unreadable):
            assert found.reason.endswith(".")
            assert found.origin.startswith("standard input")
        else:
            assert isinstance(found, Article)
            assert found.text.strip()


def clean(data: bytes) -> None:
    """Decoding, cleaning, splitting and dating: sections cover the text, datings lie in it."""
    text, name = decode(data)
    assert name
    found = sections(text)
    assert [section.start for section in found] == [0, *(section.end for section in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(text)
    article = Article(id="x", text=text)
    dating = date_article(article, found)
    for reading in (dating, *dating.others) if dating else ():
        assert 0 <= reading.sure <= 1
        assert reading.span is None or reading.span.end <= len(text)
    assert split_article(article, found)


def extract(data: bytes) -> None:
    """Extraction: every span lies in the text and says what is quoted, and twice gives the same."""
    text, _ = decode(data)
    article = Article(id="x", text=text, published="2024-01-24", title=text[:40] if data[:1] == b"#" else None)
    found = pipeline.extract(article)
    for claim in found.claims:
        assert 0 <= claim.evidence.start <= claim.trigger.start < claim.trigger.end <= len(text)
        for part in (*claim.actors, *claim.targets, *claim.isnad, *((claim.place,) if claim.place else ())):
            if part.start is not None and part.end is not None:
                assert 0 <= part.start < part.end <= len(text)
        for figure in claim.figures:
            assert figure.high is None or figure.low <= figure.high
    assert pipeline.extract(article) == found


def explain(data: bytes) -> None:
    """Explaining: a tree, whatever the sentence."""
    assert isinstance(pipeline.explain(decode(data)[0], "2024-01-24"), Node)


def lists(data: bytes) -> None:
    """Lists of addresses and rules of sites: sitemaps, OPML, robots.txt."""
    text, _ = decode(data)
    assert all(entry.address.lower().startswith("http") for entry in sitemap.entries(text))
    assert all(address.lower().startswith("http") for address in opml.feeds(text))
    rules = robots.parse(text, "khabar")
    assert rules.allows("https://a.example/x?y=z") in (True, False)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "read": read,
    "clean": clean,
    "extract": extract,
    "explain": explain,
    "lists": lists,
}
