"""Text out of a set page: where glyphs stand becomes words, lines and paragraphs.

A page says where each glyph is drawn, not what is read after what: pieces of a line come in any order, their letters
from right to left or from left to right, spaces between them or not. What the geometry says holds for every program
that sets pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_UPRIGHT: Final = re.compile(
    r"(?=[^\s\u0590-\u08ff\ufb1d-\ufeff()«»]{0,60}[A-Za-z\u00c0-\u024f])"
    r"[A-Za-z\u00c0-\u024f0-9](?:[^\s\u0590-\u08ff\ufb1d-\ufeff()«»]*[A-Za-z\u00c0-\u024f0-9])?"
    r"|[0-9٠-٩۰-۹](?:[0-9٠-٩۰-۹.,:/٫٬]*[0-9٠-٩۰-۹])?"
)
"""What runs from left to right in a line of Arabic: Latin words with what stands between them (looked for so far that
no long row of marks costs much), a number with its marks."""
_SHAPED: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_BEGINNING: Final = re.compile(r"(?<!\S)[()\[\]«»“”]+(?=\w)")
_ENDING: Final = re.compile(r"(?<=\w)[()\[\]«»“”]+(?![\w()\[\]«»“”])")
_OPEN: Final = str.maketrans(")]»”", "([«“")
_CLOSE: Final = str.maketrans("([«“", ")]»”")
"""Brackets look the way they face: in lines from right to left pages have the one or the other for the same."""
_LIGATURE: Final = re.compile("[لا\u064b-\u0652]+")
"""لًا, as what a ligature with a sign on it is taken apart to: no word, the end of the one before."""
_NOTHING: Final = ("Cc", "Cf", "Cs", "Cn", "Co")
"""Categories of code points that draw nothing."""
_SAME_LINE: Final = 0.5
"""Of a glyph's size: how far baselines of one line are apart at most."""
_COLUMNS: Final = 3.0
"""Of a glyph's size: the widest gap within a line; wider ones part columns."""
_SPACE: Final = 0.2
"""Of a glyph's size: the narrowest gap between two words; letters of one word stand closer."""
_ONE: Final = 0.01
"""Of a glyph's size: how far letters drawn as one are apart at most."""
_LETTER: Final = 0.6
"""Of a glyph's size: how wide a letter is about."""
_LEADING: Final = 1.35
"""Of the usual distance of lines: more of it parts paragraphs."""
_RESIZED: Final = 0.2
"""Of a line's size: by how much the next one differs where it is no part of the same paragraph."""
_INSET: Final = 1.2
"""Of a glyph's size: by how much the first line of a paragraph is set in at least."""
_RECENT: Final = 4
"""Lines that a piece drawn late may still belong to."""
_NEIGHBOURS: Final = 12
"""Lines before and behind one by which the edges of its column are told."""


class Glyph(NamedTuple):
    """A character on a page: where it is drawn from, its left and right edge (with the room it takes), its baseline
    from the page's bottom and its size, in points. Letters drawn as one are drawn from one place."""

    char: str
    origin: float
    left: float
    right: float
    base: float
    size: float


class Line(NamedTuple):
    """A line of a page as it is read, with its edges, baseline and size in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float
    """How wide its first word is."""


class _Run(NamedTuple):
    """Glyphs drawn one after and beside the other: a word, or a part of one."""

    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float


class _Gathered:
    """A line while its pieces are gathered."""

    def __init__(self, run: _Run) -> None:
        self.runs = [run]
        self.left, self.right = run.left, run.right

    def takes(self, run: _Run, current: bool) -> bool:
        """Whether a piece is of this line: of the ``current`` one wherever it stands, of an earlier one if it is
        near."""
        last = self.runs[-1]
        size = max(run.size, last.size)
        if abs(run.base - last.base) > _SAME_LINE * size:
            return False
        return current or max(run.left - self.right, self.left - run.right) <= _COLUMNS * size

    def add(self, run: _Run) -> None:
        self.runs.append(run)
        self.left, self.right = min(self.left, run.left), max(self.right, run.right)


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of one page in the order in which they were begun, each as it is read."""
    gathered: list[_Gathered] = []
    for run in _runs(glyphs):
        recent = gathered[: -_RECENT - 1 : -1]
        line = next((one for number, one in enumerate(recent) if one.takes(run, number == 0)), None)
        if line is None:
            gathered.append(_Gathered(run))
        else:
            line.add(run)
    return [_line(part) for line in gathered for part in _columns(line.runs)]


def paragraphs(every: Sequence[Line]) -> str:
    """The text of lines, of all pages: a space where a paragraph goes on in the next line, column or page, a line break
    where it ends."""
    leading = _usual_leading(every)
    edges = [_edges(every, number) for number in range(len(every))]
    pieces = [line.text for line in every[:1]]
    for number, (line, following) in enumerate(pairwise(every)):
        ends = _ends(line, following, edges[number], edges[number + 1], leading)
        pieces += ["\n" if ends else " ", following.text]
    return "".join(pieces)


def _runs(glyphs: Iterable[Glyph]) -> Iterator[_Run]:
    held: list[Glyph] = []
    for glyph in glyphs:
        if glyph.char.isspace() or unicodedata.category(glyph.char) in _NOTHING:
            continue
        if held and _parted(held[-1], glyph):
            yield _run(held)
            held = []
        held.append(glyph)
    if held:
        yield _run(held)


def _parted(one: Glyph, other: Glyph) -> bool:
    size = max(one.size, other.size)
    if abs(one.base - other.base) > _SAME_LINE * size:
        return True
    return max(other.left - one.right, one.left - other.right) > _SPACE * size


def _run(glyphs: list[Glyph]) -> _Run:
    letters = _letters(glyphs) or glyphs
    return _Run(
        glyphs,
        min(glyph.left for glyph in letters),
        max(glyph.right for glyph in letters),
        median(glyph.base for glyph in letters),
        max(glyph.size for glyph in letters),
    )


def _letters(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without vowel signs, which stand above and below others."""
    return [glyph for glyph in glyphs if not unicodedata.combining(glyph.char)]


def _columns(runs: list[_Run]) -> Iterator[list[_Run]]:
    """The pieces of a line by columns, from right to left."""
    part: list[_Run] = []
    left = 0.0
    for run in sorted(runs, key=lambda run: -run.right):
        if part and left - run.right > _COLUMNS * run.size:
            yield part
            part = []
        left = min(left, run.left) if part else run.left
        part.append(run)
    yield part


def _line(runs: list[_Run]) -> Line:
    chars = "".join(glyph.char for run in runs for glyph in run.glyphs)
    rightward = not _ARABIC.search(chars) and bool(_LATIN.search(chars))
    words = _words(sorted(runs, key=lambda run: run.left if rightward else -run.right))
    spelled = [_spelled(word, rightward) for word in words]
    text = " ".join(spelled if rightward else _latin_upright(spelled))
    first = [glyph for run in words[0] for glyph in run.glyphs]
    return Line(
        text if rightward else _facing(text),
        min(run.left for run in runs),
        max(run.right for run in runs),
        median(run.base for run in runs),
        median(run.size for run in runs),
        max(glyph.right for glyph in first) - min(glyph.left for glyph in first),
    )


def _words(runs: list[_Run]) -> list[list[_Run]]:
    """Runs in the order of a line, by words."""
    words: list[list[_Run]] = []
    left = right = 0.0
    for run in runs:
        wide = _LETTER if words and _is_ending(run) else _SPACE
        if not words or max(run.left - right, left - run.right) > wide * run.size:
            words.append([])
            left, right = run.left, run.right
        words[-1].append(run)
        left, right = min(left, run.left), max(right, run.right)
    return words


def _is_ending(run: _Run) -> bool:
    return len(run.glyphs) == 3 and bool(_LIGATURE.fullmatch("".join(glyph.char for glyph in run.glyphs)))


def _spelled(runs: list[_Run], rightward: bool) -> str:
    """A word's letters in reading order, whatever order they were drawn in."""
    ordered: list[Glyph] = []
    for run in runs:
        turned = len(run.glyphs) > 1 and _rises(run.glyphs) != rightward
        ordered += run.glyphs[::-1] if turned else run.glyphs
    ordered = _marks_behind(ordered)
    if not rightward:
        ordered = _lam_first(_upright(ordered))
    text = "".join(glyph.char for glyph in ordered)
    return _SHAPED.sub(lambda shaped: unicodedata.normalize("NFKC", shaped.group()), text)


def _rises(glyphs: Sequence[Glyph]) -> bool:
    """Whether each stands further right than the one before, for most of them."""
    steps = [_middle(other) - _middle(one) for one, other in pairwise(_letters(glyphs))]
    return sum(step > 0 for step in steps) > sum(step < 0 for step in steps)


def _upright(glyphs: list[Glyph]) -> list[Glyph]:
    """Numbers and Latin words within the word from left to right."""
    ordered = list(glyphs)
    for run in _UPRIGHT.finditer("".join(glyph.char for glyph in glyphs)):
        ordered[run.start() : run.end()] = sorted(glyphs[run.start() : run.end()], key=lambda glyph: glyph.left)
    return ordered


def _lam_first(glyphs: list[Glyph]) -> list[Glyph]:
    """لا drawn as one sign is lam and alef, also on pages that name its letters from left to right."""
    ordered = list(glyphs)
    for number, (one, other) in enumerate(pairwise(glyphs)):
        if other.char == "ل" and one.char in "اأإآ" and abs(one.origin - other.origin) < _ONE * one.size:
            ordered[number : number + 2] = [other, one]
    return ordered


def _marks_behind(glyphs: list[Glyph]) -> list[Glyph]:
    """Vowel signs behind the letter that they stand on, of those drawn before and after them."""
    letters = _letters(glyphs)
    if not letters or len(letters) == len(glyphs):
        return glyphs
    borne: list[list[Glyph]] = [[] for _ in letters]
    passed = 0
    for glyph in glyphs:
        if not unicodedata.combining(glyph.char):
            passed += 1
            continue
        beside = [number for number in (passed - 1, passed) if 0 <= number < len(letters)]
        gaps = [abs(_middle(letters[number]) - _middle(glyph)) for number in beside]
        borne[beside[gaps.index(min(gaps))]].append(glyph)
    return [one for letter, marks in zip(letters, borne, strict=True) for one in (letter, *marks)]


def _middle(glyph: Glyph) -> float:
    return glyph.left + glyph.right


def _latin_upright(words: list[str]) -> list[str]:
    """Several Latin words in a row from left to right."""
    ordered: list[str] = []
    run: list[str] = []
    for word in words:
        if _LATIN.search(word) and not _ARABIC.search(word):
            run.append(word)
            continue
        ordered += [*run[::-1], word]
        run = []
    return ordered + run[::-1]


def _facing(text: str) -> str:
    opened = _BEGINNING.sub(lambda found: found.group().translate(_OPEN), text)
    return _ENDING.sub(lambda found: found.group().translate(_CLOSE), opened)


def _edges(every: Sequence[Line], number: int) -> tuple[float, float]:
    """The left and right edge of the column that a line stands in: the outermost of its neighbours that share most of
    its width."""
    line = every[number]
    near = every[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]
    beside = [one for one in near if _shares_column(line, one)]
    return min(one.left for one in beside), max(one.right for one in beside)


def _shares_column(line: Line, other: Line) -> bool:
    shared = min(line.right, other.right) - max(line.left, other.left)
    return shared >= 0.8 * min(line.right - line.left, other.right - other.left)


def _usual_leading(every: Sequence[Line]) -> float:
    """The usual distance of two lines, in sizes; 0 where none follows another."""
    steps = [(one.base - other.base) / one.size for one, other in pairwise(every) if one.base > other.base]
    return median(steps) if steps else 0.0


def _ends(line: Line, following: Line, edges: tuple[float, float], after: tuple[float, float], leading: float) -> bool:
    """Whether a paragraph ends with the line: the next one is of another size, further down than usual or set in, or
    its first word had room on this one."""
    if abs(following.size - line.size) > _RESIZED * line.size:
        return True
    if line.base - following.base > _LEADING * leading * line.size:
        return True
    if _ARABIC.search(line.text):
        room, inset = line.left - edges[0], after[1] - following.right
    else:
        room, inset = edges[1] - line.right, following.left - after[0]
    return room > following.first + line.size / 2 or inset > _INSET * line.size
