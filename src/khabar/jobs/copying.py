"""Find what is printed more than once: whole articles, and the sentences that claims rest on.

Newspapers and sites print agency copy, trimmed and touched up, often without naming the agency. Two texts are taken
for copies by the resemblance of their word shingles (Broder, 1997, "On the resemblance and containment of documents"),
found by MinHash (:mod:`khabar.ingest.duplicates`). Articles need 0.7. A sentence of twelve words or more needs 0.4: of
30 pairs between 0.4 and 0.7, drawn from 1,537 articles of some thirty outlets, 29 were one text edited twice and one
was a speech that two reporters had taken down. Quoted speech is therefore set aside first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from khabar.ingest.duplicates import NearDuplicate, groups, near_duplicates, text_key
from khabar.model import Article, Claim, Extraction
from khabar.store import Copies

ARTICLES_ALIKE = 0.7
SENTENCES_ALIKE = 0.4
LEAST_WORDS = 12
_END = re.compile(r"[.!?؟…][\"”»’)]*(?=\s|$)|\n| {3,}")
_QUOTED = re.compile(r"\"[^\"\n]{15,}\"|«[^»\n]{15,}»|“[^”\n]{15,}”")


def find_copies(rows: Sequence[tuple[Article, Extraction]]) -> Copies:
    """Groups of near-duplicate articles and sentences among ``rows``, those of one article alone left out."""
    told = [(article, extraction) for article, extraction in rows if extraction.claims]
    articles = [article for article, _ in told]
    whole = groups(len(articles), near_duplicates(articles, ARTICLES_ALIKE))
    return Copies(
        articles={articles[at].id: number for number, group in enumerate(whole, 1) for at in group},
        claims=_same_sentences(told),
    )


def _same_sentences(rows: Iterable[tuple[Article, Extraction]]) -> dict[tuple[str, int], int]:
    """The group of every claim whose sentence stands, much alike, in another article too."""
    users: dict[str, list[tuple[str, int]]] = {}
    sentences: dict[str, str] = {}
    for article, extraction in rows:
        for n, claim in enumerate(extraction.claims):
            sentence = passage(claim, article.text)
            if sentence is not None:
                key = text_key(sentence)
                sentences.setdefault(key, sentence)
                users.setdefault(key, []).append((article.id, n))
    keys = list(sentences)
    alike = near_duplicates([Article(id=key, text=sentences[key]) for key in keys], SENTENCES_ALIKE)
    found: dict[tuple[str, int], int] = {}
    for number, group in enumerate(_all_groups(len(keys), alike), 1):
        claims = [claim for at in group for claim in users[keys[at]]]
        if len({article for article, _ in claims}) > 1:
            found.update(dict.fromkeys(claims, number))
    return found


def _all_groups(count: int, pairs: Iterable[NearDuplicate]) -> list[list[int]]:
    """Connected groups, those of one included: a sentence may stand word for word in several articles."""
    several = groups(count, pairs)
    grouped = {at for group in several for at in group}
    return several + [[at] for at in range(count) if at not in grouped]


def passage(claim: Claim, text: str) -> str | None:
    """The sentence that holds the evidence of ``claim``, quoted speech left out; None where fewer than twelve words
    remain, too few to tell a copy by."""
    start, end = claim.evidence.start, claim.evidence.end
    before = [found.end() for found in _END.finditer(text, max(0, start - 600), start)]
    after = _END.search(text, max(start, end - 1))
    sentence = text[before[-1] if before else max(0, start - 600) : after.end() if after else len(text)]
    own = _QUOTED.sub(" ", sentence[:2000])
    return own if len(own.split()) >= LEAST_WORDS else None
