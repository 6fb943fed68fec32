"""Every step of the journey of one article, in order; ``extract`` is a pure function of the article."""

from __future__ import annotations

import datetime

from khabar.claims import ClaimReader
from khabar.claims.explain import Node
from khabar.claims.explain import explain as derivation
from khabar.claims.tallies import find_tallies
from khabar.ingest.clean import sections
from khabar.ingest.dating import date_article
from khabar.lexicon import default
from khabar.mentions.reading import Reading
from khabar.model import Article, Dating, Extraction


def extract(article: Article) -> Extraction:
    """Claims and tallies of one article. No clock, no network, no store: the same article gives the same extraction."""
    reading, dating = read(article)
    reader = ClaimReader(reading)
    return Extraction(
        id=article.id, claims=tuple(reader.claims()), tallies=tuple(find_tallies(reader)), sections=tuple(reading.sections), dating=dating
    )  # fmt: skip


def explain(text: str, published: str | None = None) -> Node:
    """How everything found in a sentence (or a whole text) came about, as a tree. ``published`` is the ISO day that relative dates
    are counted from."""
    reading, _ = read(Article(id="explain", text=text, published=published))
    return derivation(ClaimReader(reading))


def read(article: Article) -> tuple[Reading, Dating | None]:
    """Clean, date, segment and mark an article."""
    cut = sections(article.text, article.title)
    dating = article.dating or date_article(article, cut)
    reading = Reading(article.text, default(), cut, reference_day(dating))
    return reading, dating


def reference_day(dating: Dating | None) -> datetime.date | None:
    """The day that "yesterday" is counted from: the day of publication where it is known to the day."""
    if dating is None or len(dating.value) < 10:
        return None
    try:
        return datetime.date.fromisoformat(dating.value[:10])
    except ValueError:
        return None
