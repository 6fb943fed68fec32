"""What numbers, quantities and times share: resource rows, and one cheap split of folded text into words and gaps."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from importlib import resources
from typing import Any, Final

import msgspec

from khabar.text import Tokens

PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_WORD: Final = re.compile("[0-9]+(?:[.,٫٬][0-9]+|،[0-9]{3}(?![0-9]))*|[\u0621-\u064a]+")
_AFTER_DIGITS: Final = ":"
"""The sign after 9: what sorts before it begins with a digit."""
_KEPT: Final = 40_000
"""Pieces between spaces whose words are remembered: the same ones come again and again."""
_scans: Final[dict[str, _Scan]] = {}
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


class _Scan:
    """The words of a piece of text, where in it each begins, and whether there is one in digits or one that somebody
    asks for, as of when ``known`` words had been asked for."""

    __slots__ = ("asked", "digits", "known", "starts", "words")

    def __init__(self, piece: str) -> None:
        found = list(_WORD.finditer(piece))
        self.words: list[str] = [one.group() for one in found]
        self.starts: list[int] = [one.start() for one in found]
        self.digits = any(word < _AFTER_DIGITS for word in self.words)
        self.known = len(_ASKED)
        self.asked = any(word in _ASKED for word in self.words)


class Words:
    """Words of a folded ``text``: Arabic words and digit groups. ``starts`` are offsets into the text; ``digits`` tells
    which words are digit groups."""

    __slots__ = ("_asked", "digits", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.digits: list[int] = []
        self._asked: list[int] = []

    def read(self) -> None:
        """Cut the text at blanks, then each piece into words; pieces come again, so their cuts are kept."""
        if len(_scans) > _KEPT:
            _scans.clear()
        at = 0
        for piece in self.text.split(" "):
            scan = _scans.get(piece)
            if scan is None or scan.known != len(_ASKED):
                scan = _scans[piece] = _Scan(piece)
            self._take(scan, at)
            at += len(piece) + 1

    def read_tokens(self, tokens: Tokens) -> None:
        """The same by the pieces that the tokens of the text come from."""
        at, known = 0, len(_ASKED)
        for cut in tokens.cuts:
            start = tokens.starts[at]
            at += len(cut.forms)
            scan: _Scan | None = cut.scan
            if scan is None or scan.known != known:
                scan = cut.scan = _Scan(self.text[start : tokens.end(at - 1)])
            self._take(scan, start)

    def _take(self, scan: _Scan, start: int) -> None:
        for number, word in enumerate(scan.words):
            if scan.digits and word < _AFTER_DIGITS:
                self.digits.append(len(self.words))
            if scan.asked and word in _ASKED:
                self._asked.append(len(self.words))
            self.words.append(word)
            self.starts.append(start + scan.starts[number])

    def end(self, index: int) -> int:
        """Where word ``index`` ends in the text."""
        return self.starts[index] + len(self.words[index])

    def gap(self, index: int) -> str:
        """What stands before word ``index``; before the one after the last, what ends the text."""
        if index < 0:  # counted from the end, as in a list
            index += len(self.words) + 1
        start, end = self.end(index - 1) if index else 0, self._begun(index)
        return " " if end - start == 1 and self.text[start] == " " else self.text[start:end]

    def _begun(self, index: int) -> int:
        return self.starts[index] if index < len(self.starts) else len(self.text)

    def among(self, known: Container[str]) -> list[int]:
        """Indexes of the words that ``known`` has, which :func:`asked` was told of."""
        words = self.words
        return [index for index in self._asked if words[index] in known]

    def at(self, index: int) -> str:
        """Word ``index``, or an empty string outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def near(self, index: int) -> bool:
        """Whether only plain space stands between word ``index - 1`` and word ``index``."""
        before = self.end(index - 1) if index else 0
        size = self._begun(index) - before
        if size < 2:
            if size == 0 or self.text[before] == " ":
                return True
            return self.text[before] != "\n" and self.text[before].isspace()
        gap = self.text[before : before + size]
        return gap.isspace() and "\n" not in gap

    def ending(self, offset: int) -> int:
        """Index of the word that ends at or after ``offset``."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) >> 1
            if self.end(middle) < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def stops(self, first: int, last: int) -> bool:
        """Whether a sentence ends between word ``first`` and word ``last``."""
        return any(_STOP.search(self.gap(index)) for index in range(first + 1, last + 1))


def asked(known: Collection[str]) -> frozenset[str]:
    """``known``, as words that are asked for in texts (:meth:`Words.among`)."""
    _ASKED.update(known)
    _kept.clear()
    return frozenset(known)


_FEW: Final = 8
_kept: Final[dict[str, Words]] = {}
"""The words of the last few texts, since three readers ask for the same one."""


def split(text: str, tokens: Tokens | None = None) -> Words:
    """Words of ``text``; ``tokens`` are its tokens, if they are at hand."""
    words = _kept.get(text)
    if words is None:
        words = Words(text)
        if tokens is not None and tokens.cuts:
            words.read_tokens(tokens)
        else:
            words.read()
        while len(_kept) >= _FEW:
            _kept.pop(next(iter(_kept)))
        _kept[text] = words
    return words
