"""What numbers, quantities and times share: resource rows, and one cheap split of folded text into words and gaps."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Container
from functools import lru_cache
from importlib import resources
from itertools import compress
from typing import Any, Final

import msgspec

PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_SPLIT: Final = re.compile("([0-9]+(?:[.,٫٬][0-9]+|،[0-9]{3}(?![0-9]))*|[\u0621-\u064a]+)")
_AFTER_DIGITS: Final = ":"
"""The sign after 9: what sorts before it begins with a digit."""
_KEPT: Final = 40_000
"""Pieces between spaces whose words are remembered: the same ones come again and again."""
_cut: Final[dict[str, list[str]]] = {}
_STOP: Final = re.compile(r"[.!?؟\n…]")
_ASKED: Final[set[str]] = set()
"""Every word that a reader asks for: the words of a text are held against these once, not once for each reader."""


def rows(name: str) -> list[dict[str, Any]]:
    """Entries of ``resources/<name>.jsonl`` in file order; ``//`` lines are comments."""
    text = resources.files("khabar.resources").joinpath(f"{name}.jsonl").read_text(encoding="utf-8")
    return [msgspec.json.decode(line) for line in text.splitlines() if line.strip() and not line.startswith("//")]


def with_clitics(form: str) -> list[tuple[str, str, bool]]:
    """Every written shape of a folded noun as (shape, proclitic, definite): وعشرين، بالمئة، للشهر."""
    shapes = [(clitic + form, clitic, False) for clitic in PROCLITICS]
    shapes += [(clitic + "ال" + form, clitic, True) for clitic in ("", "و", "ف", "ب", "ك", "وب", "فب", "وك")]
    return [*shapes, ("لل" + form, "ل", True), ("ولل" + form, "ول", True), ("فلل" + form, "فل", True)]


class Words:
    """Words of a folded text: Arabic words and digit groups. ``gaps[i]`` is what stands before word i (one more gap
    than words); ``starts`` and ``ends`` are offsets into the text; ``digits`` tells which words are digit groups."""

    __slots__ = ("_asked", "digits", "ends", "gaps", "starts", "words")

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.gaps: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._read(text)
        self.digits: list[int] = list(compress(range(len(self.words)), map(_AFTER_DIGITS.__gt__, self.words)))
        self._asked: list[int] = list(compress(range(len(self.words)), map(_ASKED.__contains__, self.words)))

    def _read(self, text: str) -> None:
        """Cut the text at blanks, then each piece into words and what stands between; pieces come again, so their cuts
        are kept."""
        if len(_cut) > _KEPT:
            _cut.clear()
        at, gap = 0, ""
        for piece in text.split(" "):
            cut = _cut.get(piece)
            if cut is None:
                cut = _cut[piece] = _SPLIT.split(piece)
            start = at
            for number in range(1, len(cut), 2):
                before, word = cut[number - 1], cut[number]
                start += len(before)
                self.gaps.append(gap + before)
                self.words.append(word)
                self.starts.append(start)
                start += len(word)
                self.ends.append(start)
                gap = ""
            gap = gap + cut[-1] + " " if gap or cut[-1] else " "
            at += len(piece) + 1
        self.gaps.append(gap[:-1])

    def among(self, known: Container[str]) -> list[int]:
        """Indexes of the words that ``known`` has, which :func:`asked` was told of."""
        words = self.words
        return [index for index in self._asked if words[index] in known]

    def at(self, index: int) -> str:
        """Word ``index``, or an empty string outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def near(self, index: int) -> bool:
        """Whether only plain space stands between word ``index - 1`` and word ``index``."""
        gap = self.gaps[index]
        return gap in {" ", ""} or (gap.isspace() and "\n" not in gap)

    def ending(self, offset: int) -> int:
        """Index of the word that ends at or after ``offset``."""
        return bisect_left(self.ends, offset)

    def stops(self, first: int, last: int) -> bool:
        """Whether a sentence ends between word ``first`` and word ``last``."""
        return any(_STOP.search(gap) for gap in self.gaps[first + 1 : last + 1])


def asked(known: Collection[str]) -> frozenset[str]:
    """``known``, as words that are asked for in texts (:meth:`Words.among`)."""
    _ASKED.update(known)
    split.cache_clear()
    return frozenset(known)


@lru_cache(maxsize=8)
def split(text: str) -> Words:
    """Words of ``text``; the last few texts are kept, since three readers ask for the same one."""
    return Words(text)
