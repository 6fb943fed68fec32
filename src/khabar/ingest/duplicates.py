"""Copies of one text, found by sketches, and what changed from one version of a text to the next.

The search for copies is the usual pair of steps. A text is found by a sketch of its word shingles, those whose hashes
are smallest (Broder 1997, "On the resemblance and containment of documents"): of two texts that are much alike some
are the same. Then the true Jaccard similarity of the shingle sets decides, so the result does not depend on the chance
of the hashing. Which texts are compared, and what becomes of those that are alike, is in :mod:`khabar.jobs.copying`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from zlib import crc32

from khabar.ingest.furniture import bare, plain
from khabar.text import folded, heavy

_SHINGLE = 4
_WORD = re.compile(r"\w+")


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, however it is typed: outlets print one agency's copy each in its own spelling."""
    return bare(plain(heavy(folded(text))))


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


def _runs(words: Sequence[str]) -> frozenset[str]:
    """Runs of four words; all of them as one where there are fewer than eight."""
    if len(words) < 2 * _SHINGLE:
        return frozenset((" ".join(words),)) if words else frozenset()
    return frozenset(" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


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
