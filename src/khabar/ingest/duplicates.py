"""Copies of one text: exact ones by content, near ones by sketches, and paragraphs that one article has from another.

Near-duplicate search is the usual pair of steps. A text is found by a sketch of its word shingles, those whose hashes
are smallest (Broder 1997, "On the resemblance and containment of documents"): of two texts that are much alike some
are the same. Then the true Jaccard similarity of the shingle sets decides, so the result does not depend on the chance
of the hashing. Which texts are compared, and what becomes of those that are alike, is in :mod:`khabar.jobs.copying`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from zlib import crc32

from khabar.ingest.furniture import bare, plain
from khabar.model import Article, Section
from khabar.text import folded, heavy

_SHINGLE = 4
_WORD = re.compile(r"\w+")
_LEAST_PARAGRAPH = 60


def text_key(text: str) -> str:
    """A key equal for texts that differ in blanks, marks, spelling of hamzas and last letters and encoding leftovers
    only."""
    words = _words(text)
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, however it is typed: outlets print one agency's copy each in its own spelling."""
    return bare(plain(heavy(folded(text))))


def exact_duplicates(articles: Sequence[Article]) -> list[list[int]]:
    """Groups (places in the input, in order) of articles with the same text; single articles form no group."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        groups[text_key(article.text)].append(number)
    return [group for group in groups.values() if len(group) > 1]


class Signed(NamedTuple):
    """A text as copies are sought by: ``same``, a number of 48 bits that is equal for texts that differ in blanks,
    marks and spelling alone; ``runs``, a 32-bit hash of each of its four-word shingles; ``marks``, the smallest of
    these."""

    same: int
    runs: frozenset[int]
    marks: tuple[int, ...]


def signed(text: str, kind: str, count: int) -> Signed:
    """A text with so many marks; those of another ``kind`` are never the same. Two texts of similarity s share none of
    k marks with probability (1 - s) ** k at most. Texts of fewer than eight words are taken whole; an empty one has no
    runs."""
    words = _words(text)
    whole = hashlib.sha256(f"{kind} {' '.join(words)}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    seed = crc32(kind.encode())
    runs = frozenset(crc32(run.encode("utf-8", "surrogatepass"), seed) for run in _runs(words))
    return Signed(int(whole, 16), runs, tuple(sorted(runs)[:count]))


def alike(one: Collection[int], other: Collection[int], threshold: float) -> bool:
    """Whether the Jaccard similarity of two texts' runs is at least ``threshold``, 0..1."""
    shared = len(frozenset(one).intersection(other))
    return shared > 0 and shared >= threshold * (len(one) + len(other) - shared)


def shingles(text: str, size: int = _SHINGLE) -> frozenset[str]:
    """Runs of ``size`` folded words; the whole text where it is shorter than two of them."""
    return _runs(_words(text), size)


def _runs(words: Sequence[str], size: int = _SHINGLE) -> frozenset[str]:
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
