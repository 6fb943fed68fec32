"""Fold Arabic spelling to one form, with offsets back to the text as given.

Folding is in two strengths. :func:`fold` is applied to every text: alef forms become bare alef, Persian letters and
digits their Arabic and ASCII counterparts, marks (diacritics, tatweel, bidi controls) are dropped. :func:`heavy`
goes further (ى/ي,
ة/ه, hamza seats) and serves single words that are otherwise unknown.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # known to the compiler alone
    from mypy_extensions import i64

LETTER: Final = re.compile(r"[^\W\d_]")
"""A letter of any script."""
_ONE_TO_ONE: Final = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ک": "ك",
    "گ": "ك",
    "ڪ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڥ": "ف",
    "ھ": "ه",
    "ہ": "ه",
    "ۀ": "ه",
    "ە": "ه",
    "ۃ": "ة",
    "ۆ": "و",
    "ۇ": "و",
    "ڕ": "ر",
    "ڵ": "ل",
    "ٶ": "و",
    "_": " ",
    "#": " ",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x00": " ",
    "\r": "\n",
    "\t": " ",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
}
_PICTURES: Final = (("\u25a0", "\u27bf"), ("\u2b00", "\u2bff"), ("\U0001f000", "\U0001fbff"))
"""Emoji, arrows and shapes, which posts begin and adorn sentences with: they count as spaces."""
_PICTURE: Final = "".join(f"{first}-{last}" for first, last in _PICTURES)
_TABLE: Final[dict[int, str]] = {
    **{ord(source): target for source, target in _ONE_TO_ONE.items()},
    **{first + digit: str(digit) for first in (0x0660, 0x06F0) for digit in range(10)},
    **{0xD800 + code: " " for code in range(0x800)},
    **{code: " " for first, last in _PICTURES for code in range(ord(first), ord(last) + 1)},
}
_MARKS: Final = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_CONTROLS: Final = "\ufe0e\ufe0f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
_MANY: Final = 20
"""Kinds of letters up to which replacing them one by one is faster than a table."""
_LETTERS: Final[dict[str, str]] = {chr(code): target for code, target in _TABLE.items()}
_OFTEN: Final[tuple[tuple[str, str], ...]] = (
    ("أ", "ا"),
    ("إ", "ا"),
    ("آ", "ا"),
    ("\u00a0", " "),
    ("\t", " "),
    ("\r", "\n"),
)
"""What nearly every text has."""
_DROPPED: Final = f"{_MARKS}{_CONTROLS}"
_DROP: Final = re.compile(f"[{_DROPPED}]+")
_FORMS: Final = "\ufb50-\ufdff\ufe70-\ufefc"
_SINGLE: Final = "".join(sorted(letter for letter in _LETTERS if not re.match(f"[{_PICTURE}]", letter)))
_RARE: Final = re.compile(
    f"[{''.join(sorted(set(_SINGLE) - {source for source, _ in _OFTEN}))}{_PICTURE}{_DROPPED}{_FORMS}]"
)
"""What else folding changes."""
_CHANGED: Final = re.compile(f"[{_SINGLE}{_PICTURE}{_DROPPED}{_FORMS}]")
"""What folding leaves as it is has none of these."""
_COMMA: Final = re.compile(r",(?![0-9])")
"""A Latin comma that parts no digits: where Arabic is typed on a Latin keyboard it is the Arabic one."""
_ENTITY: Final = re.compile(r"&(?:#(?:34|39|171|187|160|xA|xA0|x22|x27)|quot|apos|laquo|raquo|nbsp);")
_SPELLED: Final = {"34": '"', "39": "'", "171": "«", "187": "»", "xA": "\n", "x22": '"', "x27": "'", "quot": '"'} | {
    "apos": "'", "laquo": "«", "raquo": "»",
}  # fmt: skip
"""Marks that a page left spelled out (&#34;): read as the mark, the rest of the letters dropped."""
_TATWEEL: Final = "\u0640"
_DASH: Final = re.compile(r"\u0640(?<![\w-]\u0640)(?=\u0640*[\s\"«“(])")
"""A tatweel that lengthens no letter: many newspapers type it for a dash (بيروت ـ «الحياة»). Only the first of a line
of them, once and for all: text that was joined before is joined again."""
_HAMZA: Final = "\u0654"
"""A hamza of its own over its seat, as decomposed text has it; over و and ي it is a letter that stays."""
_SEATED: Final[tuple[tuple[str, str], ...]] = (
    (f"و{_HAMZA}", "ؤ\u200b"), (f"ي{_HAMZA}", "ئ\u200b"), (f"ى{_HAMZA}", "ئ\u200b"),
)  # fmt: skip
_HEAVY: Final = str.maketrans({"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": ""})


class Folded:
    """Folded ``text`` and the way back: ``raw(i)`` is the code point of the given text that folded code point i came
    from. Before each of ``shift_at`` letters were dropped, so many up to there as ``shifts`` tells."""

    __slots__ = ("_begun", "_width", "shift_at", "shifts", "text")

    def __init__(self, text: str, shift_at: list[int], shifts: list[int]) -> None:
        self.text = text
        self.shift_at = shift_at
        self.shifts = shifts
        self._width = 0
        self._begun: list[int] = []
        """Before which shift each stretch of the text (of 2 to the power of ``_width`` letters) begins."""

    def _shifted(self, index: int) -> int:
        """How many shifts there are up to an offset: looked for from the stretch on that it is in."""
        row = self.shift_at
        if not row:
            return 0
        if not self._begun:
            self._stretch()
        size: i64 = len(row)
        at: i64 = self._begun[min(index >> self._width, len(self._begun) - 1)]
        while at < size and row[at] <= index:
            at += 1
        return at

    def _stretch(self) -> None:
        """Cut the text into about as many stretches as it has shifts."""
        while len(self.text) >> self._width > len(self.shift_at):
            self._width += 1
        at = 0
        for stretch in range((len(self.text) >> self._width) + 1):
            while at < len(self.shift_at) and self.shift_at[at] < stretch << self._width:
                at += 1
            self._begun.append(at)

    def raw(self, index: int) -> int:
        """Offset in the given text of folded offset ``index``."""
        shifted = self._shifted(index)
        return index + self.shifts[shifted - 1] if shifted else index

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the given text of the folded span; marks inside and right after its last letter belong to it."""
        if start >= end:
            at = self.raw(start)
            return at, at
        shifted = self._shifted(start)
        raw = start + self.shifts[shifted - 1] if shifted else start
        if shifted == len(self.shift_at) or end <= self.shift_at[shifted]:
            return raw, raw + end - start
        return raw, self.raw(end - 1) + 1

    def folded(self, index: int) -> int:
        """Folded offset of offset ``index`` of the given text (of the next kept letter where that one was dropped)."""
        if not self.shift_at:
            return index
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.raw(middle) < index:
                low = middle + 1
            else:
                high = middle
        return low


def _marked(entity: re.Match[str]) -> str:
    spelled = entity.group()
    return _SPELLED.get(spelled[1:-1].removeprefix("#"), " ") + "\u200b" * (len(spelled) - 1)


def joined(text: str) -> str:
    """Marks and letters that are spelled in several code points as one, what is left over to be dropped."""
    if "&" in text:
        text = _ENTITY.sub(_marked, text)
    if _HAMZA in text:
        for source, target in _SEATED:
            text = text.replace(source, target)
    return _DASH.sub("-", text) if _TATWEEL in text else text


def fold(text: str) -> Folded:
    """Fold ``text``: alef forms, digits, spaces and Persian letters one to one, marks and controls dropped."""
    text = joined(text)
    rare = rare_letters(text)
    return _fold_forms(_plain(text, rare)) if _has_forms(rare) else changed(text, rare)


def rare_letters(text: str) -> set[str]:
    """What a text has of the letters that folding changes or drops, but for those that nearly every text has."""
    return set(_RARE.findall(text))


def changed(text: str, rare: set[str]) -> Folded:
    """The folded text where its ``rare`` letters are known and there are no presentation forms among them."""
    out = _plain(text, rare)
    gone = {letter for letter in rare if letter not in _LETTERS}
    return _drop(out, gone) if gone else Folded(out, [], [])


def _plain(text: str, rare: set[str]) -> str:
    """Every letter by its counterpart. ``rare``: what the text has of :data:`_RARE`."""
    if len(rare) > _MANY:
        return _COMMA.sub("،", text.translate(_TABLE))
    for letter in rare:
        if letter in _LETTERS:
            text = text.replace(letter, _LETTERS[letter])
    for source, target in _OFTEN:
        text = text.replace(source, target)
    return _COMMA.sub("،", text) if "," in text else text


def _has_forms(rare: set[str]) -> bool:
    return any("\ufb50" <= letter <= "\ufefc" for letter in rare)


def folded(text: str) -> str:
    """The folded text alone, without the way back."""
    text = joined(text)
    if not _CHANGED.search(text):
        return _COMMA.sub("،", text) if "," in text else text
    rare = rare_letters(text)
    out = _plain(text, rare)
    return _fold_forms(out).text if _has_forms(rare) else _DROP.sub("", out)


_SHAPES: Final[dict[int, str]] = {
    code: plain
    for first, last in (("\ufb50", "\ufbff"), ("\ufe70", "\ufefc"))
    for code in range(ord(first), ord(last) + 1)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}
_SHAPED: Final = re.compile("[\ufb50-\ufbff\ufe70-\ufefc]")
_UPPER: Final = (b"\xfb", b"\xfe")
"""Upper bytes of such letters: where neither is found, no letter need be looked at."""


def based(text: str) -> str:
    """The text with letters in the shapes that they take in a word (as PDF files have them) as plain letters, one for
    one, so that offsets stay; a ligature of two stays for :func:`fold`."""
    letters = text.encode("utf-16-le", "surrogatepass")
    if not any(upper in letters for upper in _UPPER) or not _SHAPED.search(text):
        return text
    return text.translate(_SHAPES)


def unmarked(text: str) -> str:
    """The text without diacritics, tatweel and controls, its letters plain but unfolded."""
    return _DROP.sub("", based(text))


def _drop(out: str, gone: set[str]) -> Folded:
    """``out`` without the letters that are ``gone``."""
    mark, *others = gone
    for letter in others:
        out = out.replace(letter, mark)
    pieces = out.split(mark)
    shift_at: list[int] = []
    shifts: list[int] = []
    length = 0
    for shift, piece in enumerate(pieces[:-1], 1):
        length += len(piece)
        if shift_at and shift_at[-1] == length:
            shifts[-1] = shift
        else:
            shift_at.append(length)
            shifts.append(shift)
    return Folded("".join(pieces), shift_at, shifts)


def _fold_forms(text: str) -> Folded:
    """The rare path: presentation forms are spelled out letter by letter (one may become several)."""
    letters: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(text):
        plain = letter
        if "\ufb50" <= letter <= "\ufefc":
            plain = unicodedata.normalize("NFKC", letter).translate(_TABLE)
        plain = _DROP.sub("", plain)
        letters.extend(plain)
        origins.extend([at] * len(plain))
    shift_at: list[int] = []
    shifts: list[int] = []
    shift = 0
    for index, origin in enumerate(origins):
        if origin - index != shift:
            shift = origin - index
            shift_at.append(index)
            shifts.append(shift)
    return Folded("".join(letters), shift_at, shifts)


def heavy(word: str) -> str:
    """Fold a word beyond :func:`fold`: ى to ي, ة to ه, hamza seats to their bare letters, free hamza dropped."""
    return word.translate(_HEAVY)
