"""Copies of one text: exact ones by content, near ones by MinHash, and paragraphs that one article has from another.

Near-duplicate search is the usual pair of steps: MinHash signatures of word shingles banded for candidates (rensa),
then the true Jaccard similarity of the shingle sets decides, so the result does not depend on the chance of the
hashing.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from khabar.ingest.furniture import bare, plain
from khabar.model import Article, Record, Section

_PERMUTATIONS = 128
_SHINGLE = 4
_WORD = re.compile(r"\w+")
_LEAST_PARAGRAPH = 60


class NearDuplicate(Record, frozen=True, kw_only=True):
    """Two articles (their places in the input) and the Jaccard similarity of their word shingles, 0..1."""

    first: int
    second: int
    similarity: float


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


def near_duplicates(articles: Sequence[Article], threshold: float = 0.7) -> list[NearDuplicate]:
    """Pairs of articles whose four-word shingles are alike by ``threshold`` or more, most alike first. Identical
    texts are pairs too. Texts of fewer than eight words are compared whole."""
    sets = [shingles(article.text) for article in articles]
    pairs = []
    for first, second in sorted(_candidates(sets, threshold)):
        similarity = jaccard(sets[first], sets[second])
        if similarity >= threshold:
            pairs.append(NearDuplicate(first=first, second=second, similarity=round(similarity, 4)))
    return sorted(pairs, key=lambda pair: (-pair.similarity, pair.first, pair.second))


def groups(count: int, pairs: Iterable[NearDuplicate]) -> list[list[int]]:
    """Connected groups of near duplicates among ``count`` articles; single articles form none."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for pair in pairs:
        low, high = sorted((root(pair.first), root(pair.second)))
        parent[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        found[root(number)].append(number)
    return [group for group in found.values() if len(group) > 1]


def shingles(text: str, size: int = _SHINGLE) -> frozenset[str]:
    """Runs of ``size`` folded words; the whole text where it is shorter than two of them."""
    words = bare(plain(text))
    if len(words) < 2 * size:
        return frozenset((" ".join(words),)) if words else frozenset()
    return frozenset(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared part of two sets, 0..1; two empty sets are not alike."""
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def _candidates(sets: Sequence[frozenset[str]], threshold: float) -> set[tuple[int, int]]:
    """Pairs whose MinHash signatures share a band. Bands are chosen for recall: the true similarity is checked
    afterwards."""
    from rensa import RMinHash, RMinHashLSH

    bands = 32 if threshold >= 0.6 else 64
    index = RMinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS, num_bands=bands)
    signatures = []
    for number, words in enumerate(sets):
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=42)
        signature.update(sorted(words))
        signatures.append(signature)
        if words:
            index.insert(number, signature)
    found: set[tuple[int, int]] = set()
    for number, words in enumerate(sets):
        if words:
            found |= {(number, other) for other in index.query(signatures[number]) if other > number}
    return found


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
