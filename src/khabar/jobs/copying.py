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

from khabar.ingest.duplicates import Alike, text_key
from khabar.model import Article, Claim, Extraction
from khabar.store import Copies

ARTICLES_ALIKE = 0.7
SENTENCES_ALIKE = 0.4
LEAST_WORDS = 12
_END = re.compile(r"[.!?؟…][\"”»’)]*(?=\s|$)|\n| {3,}")
_QUOTED = re.compile(r"\"[^\"\n]{15,}\"|«[^»\n]{15,}»|“[^”\n]{15,}”")


def find_copies(rows: Iterable[tuple[Article, Extraction]]) -> Copies:
    """Groups of near-duplicate articles and sentences among ``rows``, taken one at a time, those of one article alone
    left out."""
    texts, ids = Alike(ARTICLES_ALIKE), list[str]()
    sentences = _Sentences()
    for article, extraction in rows:
        if extraction.claims:
            texts.add(article.text)
            ids.append(article.id)
            sentences.add(article, extraction.claims)
    several = (group for group in texts.groups() if len(group) > 1)
    whole = {ids[at]: number for number, group in enumerate(several, 1) for at in group}
    del texts
    return Copies(articles=whole, claims=sentences.copied())


class _Sentences:
    """The sentences that claims rest on: each once, however many claims (article id, number) rest on it."""

    def __init__(self) -> None:
        self._alike = Alike(SENTENCES_ALIKE)
        self._numbers: dict[bytes, int] = {}
        self._users: list[list[tuple[str, int]]] = []

    def add(self, article: Article, claims: Sequence[Claim]) -> None:
        for n, claim in enumerate(claims):
            sentence = passage(claim, article.text)
            if sentence is None:
                continue
            key = bytes.fromhex(text_key(sentence))
            if key not in self._numbers:
                self._numbers[key] = self._alike.add(sentence)
                self._users.append([])
            self._users[self._numbers[key]].append((article.id, n))

    def copied(self) -> dict[tuple[str, int], int]:
        """The group of every claim whose sentence stands, much alike, in another article too."""
        groups = sorted(self._alike.groups(), key=lambda group: len(group) == 1)
        found: dict[tuple[str, int], int] = {}
        for number, group in enumerate(groups, 1):
            claims = [claim for at in group for claim in self._users[at]]
            if len({article for article, _ in claims}) > 1:
                found.update(dict.fromkeys(claims, number))
        return found


def passage(claim: Claim, text: str) -> str | None:
    """The sentence that holds the evidence of ``claim``, quoted speech left out; None where fewer than twelve words
    remain, too few to tell a copy by."""
    start, end = claim.evidence.start, claim.evidence.end
    before = [found.end() for found in _END.finditer(text, max(0, start - 600), start)]
    after = _END.search(text, max(start, end - 1))
    sentence = text[before[-1] if before else max(0, start - 600) : after.end() if after else len(text)]
    own = _QUOTED.sub(" ", sentence[:2000])
    return own if len(own.split()) >= LEAST_WORDS else None
