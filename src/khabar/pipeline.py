"""Every step of the journey of one article, in order; ``extract`` is a pure function of the article."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator

import msgspec

from khabar.claims import ClaimReader
from khabar.claims.explain import Node
from khabar.claims.explain import explain as derivation
from khabar.claims.tallies import find_tallies
from khabar.ingest.clean import sections
from khabar.ingest.dating import date_article
from khabar.ingest.split import stories
from khabar.lexicon import default
from khabar.mentions.reading import Reading
from khabar.model import Article, Claim, Dating, Extraction, Section, Tally


def extract(article: Article) -> Extraction:
    """Claims and tallies of one article. No clock, no network, no store: the same article gives the same extraction.
    What reading makes is freed without the garbage collector, which rests meanwhile: it would walk it again and again
    (an eighth of the time)."""
    resting = gc.isenabled()
    gc.disable()
    try:
        return _extract(article)
    finally:
        if resting:
            gc.enable()


def _extract(article: Article) -> Extraction:
    claims: list[Claim] = []
    tallies: list[Tally] = []
    first: Dating | None = None
    cut = sections(article.text, article.title)
    for number, (reading, dating) in enumerate(readings(article, cut)):
        reader = ClaimReader(reading)
        found = reader.claims()
        claims += found
        tallies += find_tallies(reader, found)
        first = dating if number == 0 else first
    return Extraction(id=article.id, claims=tuple(claims), tallies=tuple(tallies), sections=tuple(cut), dating=first)


def explain(text: str, published: str | None = None) -> Node:
    """How everything found in a sentence (or a whole text) came about, as a tree. ``published`` is the ISO day that
    relative dates are counted from."""
    reading, _ = read(Article(id="explain", text=text, published=published))
    return derivation(ClaimReader(reading))


def read(article: Article) -> tuple[Reading, Dating | None]:
    """Clean, date, segment and mark an article (its first story)."""
    return next(readings(article, sections(article.text, article.title)))


def readings(article: Article, cut: list[Section]) -> Iterator[tuple[Reading, Dating | None]]:
    """One reading for each story that a text holds, each with its own date; the sections of the others count as
    furniture."""
    ranges = stories(article, cut)
    if len(ranges) < 2:
        dating = date_article(article, cut)
        yield Reading(article.text, default(), cut, reference_day(dating)), dating
        return
    for number, (start, end) in enumerate(ranges):
        own = [section for section in cut if start <= section.start < end]
        told = article if number == 0 else msgspec.structs.replace(article, published=None, url=None, dating=None)
        dating = date_article(told, own)
        masked = [
            section if start <= section.start < end else msgspec.structs.replace(section, role="furniture")
            for section in cut
        ]
        yield Reading(article.text, default(), masked, reference_day(dating)), dating


def reference_day(dating: Dating | None) -> datetime.date | None:
    """The day that "yesterday" is counted from: the day of publication where it is known to the day."""
    if dating is None or len(dating.value) != 10:
        return None
    try:
        return datetime.date.fromisoformat(dating.value)
    except ValueError:
        return None
