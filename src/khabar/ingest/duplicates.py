"""Copies of one text: exact ones by content, near ones by MinHash, and paragraphs that one article has from another.

Near-duplicate search is the usual pair of steps: MinHash signatures of word shingles banded for candidates (rensa),
then the true Jaccard similarity of the shingle sets decides, so the result does not depend on the chance of the
hashing. What is alike is joined to groups at once (union and find).
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from khabar.ingest.furniture import bare, plain
from khabar.model import Article, Section

_PERMUTATIONS = 128
_SHINGLE = 4
_MIX = 0x9E3779B97F4A7C15
"""Makes one number of a band's hashes; two bands of one number by chance only cost a comparison."""
_WORD = re.compile(r"\w+")
_LEAST_PARAGRAPH = 60


def text_key(text: str) -> str:
    """A key equal for texts that differ in blanks, marks, spelling of alef and encoding leftovers only."""
    words = bare(plain(text))
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def exact_duplicates(articles: Sequence[Article]) -> list[list[int]]:
    """Groups (places in the input, in order) of articles with the same text; single articles form no group."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        groups[text_key(article.text)].append(number)
    return [group for group in groups.values() if len(group) > 1]


class Alike:
    """Finds which texts, added one by one, are much alike: those whose four-word shingles have a Jaccard similarity of
    ``threshold`` or more, 0..1. Texts of fewer than eight words are compared whole, empty ones are like none.

    Of a text only its shingles (a 64-bit hash of each) and its signature (512 bytes) are kept, of what is alike only
    the groups: however many texts are copies of one, no list of pairs is made.
    """

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._bands = 32 if threshold >= 0.6 else 64
        self._signatures = array("I")
        self._shingles: list[array[int]] = []
        self._parent = array("I")

    def __len__(self) -> int:
        return len(self._shingles)

    def add(self, text: str) -> int:
        """Take in a text; gives its number, counted from 0."""
        from rensa import RMinHash

        number, runs = len(self), shingles(text)
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=42)
        signature.update(sorted(runs))
        self._signatures.extend(signature.digest())
        self._shingles.append(array("q", {hash(run) for run in runs}))
        self._parent.append(number)
        return number

    def groups(self) -> list[list[int]]:
        """Numbers of the texts that are alike, or alike to one text, in order; single texts are groups of one. Groups
        come by the first of their numbers."""
        if len(self) > 1:
            for bucket in self._buckets():
                self._join(bucket)
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self)):
            found[self._root(number)].append(number)
        return list(found.values())

    def _buckets(self) -> Iterator[list[int]]:
        """Texts whose signatures share a band, band by band. Bands are chosen for recall: the true similarity is
        checked afterwards."""
        import numpy as np

        matrix = np.frombuffer(self._signatures, dtype=np.uint32).reshape(-1, _PERMUTATIONS)
        width = _PERMUTATIONS // self._bands
        for first in range(0, _PERMUTATIONS, width):
            keys = np.zeros(len(matrix), dtype=np.uint64)
            for column in range(first, first + width):
                keys = keys * np.uint64(_MIX) + matrix[:, column]
            order = np.argsort(keys, kind="stable")
            ends = np.flatnonzero(np.diff(keys[order])) + 1
            for start, end in pairwise((0, *ends.tolist(), len(order))):
                if end - start > 1:
                    yield order[start:end].tolist()

    def _join(self, bucket: Sequence[int]) -> None:
        """Join the groups that two texts in a bucket belong to, where these are alike."""
        parts: dict[int, list[int]] = defaultdict(list)
        for number in bucket:
            parts[self._root(number)].append(number)
        for one, other in combinations(parts.values(), 2):
            low, high = sorted((self._root(one[0]), self._root(other[0])))
            if low != high and self._any_alike(one, other):
                self._parent[high] = low

    def _any_alike(self, some: Sequence[int], others: Sequence[int]) -> bool:
        for one in some:
            mine = frozenset(self._shingles[one])
            for other in others:
                theirs = self._shingles[other]
                shared = len(mine.intersection(theirs))
                if shared and shared >= self._threshold * (len(mine) + len(theirs) - shared):
                    return True
        return False

    def _root(self, number: int) -> int:
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number


def shingles(text: str, size: int = _SHINGLE) -> frozenset[str]:
    """Runs of ``size`` folded words; the whole text where it is shorter than two of them."""
    words = bare(plain(text))
    if len(words) < 2 * size:
        return frozenset((" ".join(words),)) if words else frozenset()
    return frozenset(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def shared_paragraphs(articles: Sequence[Article]) -> list[tuple[Section, int, Section, int]]:
    """Paragraphs of 60 code points or more that stand in two articles: (paragraph, article, paragraph, article), the
    earlier article first. The role of each paragraph is ``body``, its rule ``shared``."""
    seen: dict[str, tuple[Section, int]] = {}
    found = []
    for number, article in enumerate(articles):
        at = 0
        for line in article.text.splitlines(keepends=True):
            start, at = at, at + len(line)
            if len(line.strip()) < _LEAST_PARAGRAPH:
                continue
            section = Section(start=start, end=at, role="body", rule="shared")
            first = seen.setdefault(text_key(line), (section, number))
            if first[1] != number:
                found.append((*first, section, number))
    return found


def changes(before: str, after: str) -> list[tuple[str, str, str]]:
    """What changed from one version of a text to the next, word by word: (``added``, ``removed`` or ``changed``, old
    words, new words), in order. For versions kept of one address."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    names = {"insert": "added", "delete": "removed", "replace": "changed"}
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (names[tag], " ".join(old[a:b]), " ".join(new[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag in names
    ]
