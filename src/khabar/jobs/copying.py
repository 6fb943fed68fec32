"""Find what is printed more than once: whole articles, and the sentences that claims rest on.

Newspapers and sites print agency copy, trimmed and touched up, often without naming the agency. Two texts are taken
for copies by the resemblance of their word shingles (Broder, 1997, "On the resemblance and containment of documents"),
found by sketches (:mod:`khabar.ingest.duplicates`). Articles need 0.7. A sentence of twelve words or more needs 0.4: of
30 pairs between 0.4 and 0.7, drawn from 1,537 articles of some thirty outlets, 29 were one text edited twice and one
was a speech that two reporters had taken down. Quoted speech is therefore set aside first.

The store keeps the sketches, so a new article costs what is like it, not what is there. A mark that :data:`CROWD` texts
share takes in no more of them: it is a formula, or of one text printed so often that every further copy meets one of
these.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from khabar.ingest.duplicates import Signed, alike, signed
from khabar.model import Article, Claim, Extraction
from khabar.store.copied import KeptText, Texts
from khabar.text import unwrapped
from khabar.text.sentences import SENTENCE_END

ARTICLES_ALIKE = 0.7
SENTENCES_ALIKE = 0.4
LEAST_WORDS = 12
CROWD = 8
_ARTICLE_MARKS, _SENTENCE_MARKS = 8, 12
"""By so many marks texts are found: those that are only just alike share one in 9,999 and 998 of 1,000 cases, those
that are more alike in nearly all."""
_END = re.compile(SENTENCE_END.pattern + r"| {3,}")
_QUOTED = re.compile(r"\"[^\"\n]{15,}\"|«[^»\n]{15,}»|“[^”\n]{15,}”")


class Text(NamedTuple):
    """A text that copies are sought of: an article's (``claims`` None) or a sentence and the numbers of the claims that
    rest on it."""

    signed: Signed
    claims: tuple[int, ...] | None

    @property
    def threshold(self) -> float:
        return ARTICLES_ALIKE if self.claims is None else SENTENCES_ALIKE


def texts_of(article: Article, extraction: Extraction) -> list[Text]:
    """The texts of an article that may be copies: its own and the sentences its claims rest on, each once."""
    users: dict[str, list[int]] = {}
    text = unwrapped(article.text)
    for n, claim in enumerate(extraction.claims):
        sentence = passage(claim, text)
        if sentence is not None:
            users.setdefault(sentence, []).append(n)
    whole = Text(signed(article.text, "article", _ARTICLE_MARKS), None)
    return [whole] + [
        Text(signed(sentence, "sentence", _SENTENCE_MARKS), tuple(claims)) for sentence, claims in users.items()
    ]


def passage(claim: Claim, text: str) -> str | None:
    """The sentence that holds the evidence of ``claim``, quoted speech left out; None where fewer than twelve words
    remain, too few to tell a copy by."""
    start, end = claim.evidence.start, claim.evidence.end
    before = [found.end() for found in _END.finditer(text, max(0, start - 600), start)]
    after = _END.search(text, max(start, end - 1))
    sentence = text[before[-1] if before else max(0, start - 600) : after.end() if after else len(text)]
    own = _QUOTED.sub(" ", sentence[:2000])
    return own if len(own.split()) >= LEAST_WORDS else None


def add_texts(kept: Texts, given: Sequence[tuple[int, Sequence[Text]]]) -> None:
    """Keep the texts of articles, (key, texts), and note what they are copies of."""
    Gathering(kept, given).run()


class Gathering:
    """New texts on their way into groups of what is alike. A group goes by its first text; groups meet where a text is
    alike to one of each."""

    def __init__(self, kept: Texts, given: Sequence[tuple[int, Sequence[Text]]]) -> None:
        self.kept = kept
        listed = [(article, text) for article, texts in given for text in texts]
        numbers = kept.numbers(len(listed)) if listed else ()
        self.new = {number: (article, text) for number, (article, text) in zip(numbers, listed, strict=True)}
        self.claims = kept.claims([article for article, _ in given])
        self.parent: dict[int, int] = {}
        self.stored: set[int] = set()
        self.places: dict[int, list[int]] = {}
        self.runs: dict[int, frozenset[int]] = {}

    def run(self) -> None:
        """Group the texts and keep them."""
        same = self.kept.same({text.signed.same for _, text in self.new.values()})
        self.stored |= set(same.values())
        fresh = [text for _, text in self.new.values() if text.signed.same not in same]
        self.places = self.kept.found({mark for text in fresh for mark in text.signed.marks})
        known = self.kept.texts({number for numbers in self.places.values() for number in numbers})
        for number, (group, runs) in known.items():
            self.stored.add(group)
            self.parent[number] = group
            self.runs[number] = frozenset(array("I", runs))
        rows = []
        for number, (article, text) in self.new.items():
            marks: list[int] = []
            self.parent[number] = number
            self.runs[number] = text.signed.runs
            if text.signed.same in same and text.signed.runs:
                self._join(number, same[text.signed.same])
            else:
                same[text.signed.same] = number
                marks = self._place(number, text)
            rows.append((number, article, text, marks))
        self._keep(rows)

    def _place(self, number: int, text: Text) -> list[int]:
        """Join a text with what it is alike to among the texts that it meets; gives the marks to find it by."""
        told: dict[int, bool] = {}
        open_marks = []
        for mark in text.signed.marks:
            there = self.places.setdefault(mark, [])
            for other in there:
                if other not in told and self._root(other) != self._root(number):
                    told[other] = alike(self.runs[other], text.signed.runs, text.threshold)
                    if told[other]:
                        self._join(number, other)
            if len(there) < CROWD:
                there.append(number)
                open_marks.append(mark)
        return open_marks

    def _keep(self, rows: Iterable[tuple[int, int, Text, list[int]]]) -> None:
        texts = []
        for number, article, text, marks in rows:
            claims = None if text.claims is None else tuple(self.claims[article, n] for n in text.claims)
            runs = array("I", sorted(text.signed.runs)).tobytes()
            texts.append(KeptText(number, article, text.signed.same, self._root(number), claims, runs, marks))
        self.kept.add(texts)
        self.kept.join({one: root for one in sorted(self.stored) if (root := self._root(one)) != one})
        self.kept.tell({one.group for one in texts if one.group != one.number})

    def _join(self, one: int, other: int) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self.parent[high] = low

    def _root(self, number: int) -> int:
        parent = self.parent
        while parent.setdefault(number, number) != number:
            number = parent[number]
        return number
