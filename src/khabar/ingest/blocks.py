"""Blocks of a raw text (lines, and runs of three or more spaces inside a line) and what a block says of itself.

Words are folded in short blocks only: folding every letter of a text would cost more than all the rest of cleaning.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.ingest.days import find_days, find_english_days
from khabar.ingest.furniture import Entry, Furniture, bare, plain, plain_word
from khabar.text import LETTER

GAP: Final = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u3000\ufeff]{3,}|\t{2}")
LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SEPARATORS: Final = ("\x1c", "\x1d", "\x1e")
"""Where ``str.splitlines`` ends a line and :data:`LINE` does not."""
FINAL: Final = re.compile('(?<![.…])[.!]["”»’)\\]\\s]*$')
LINK: Final = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S*|\S+@\S+\.\S+")
TWEET: Final = re.compile(r"—[^—\n]{1,60}\(@\w{1,30}\)[^\n،.]{0,30}")
_PIECES: Final = re.compile(r"\s*(?:[،,/+|؛»›>]|[-–—]|\s&\s)\s*")
_PARTING: Final = "،,/+|؛»›>-–—&"
"""Marks between the pieces of a line."""
SHORT: Final = 170
"""Longest block, in code points, whose words are folded."""
_SENTENCE: Final = 80
_ARABIC: Final = re.compile("[\u0620-\u064a]")
_HASHTAGS: Final = re.compile(r"\s*(?:#\w+[\s،,]*)+$")
_MARK_BEFORE: Final = re.compile("[(\\[\\-–—.|/،]\\s*[^()\\[\\]\\-–—.|/،]{0,40}[.)\\]\\s]*$")
_STAMP: Final = frozenset(
    plain(
        "آخر تحديث تحديثه التحديث نشر النشر نشرت الساعة بتوقيت توقيت غرينتش جرينتش غرينيتش GMT UTC مكة المكرمة "
        "بغداد القاهرة أبوظبي الموافق هـ ه م ص مساء صباحا ظهرا صباح يوم تاريخ بتاريخ في من عام سنة العدد السنة "
        "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد am pm ت دقيقة دقائق واحدة قراءة ساعة منذ قبل"
    )
)


class Block:
    """A stretch of text without line breaks: offsets, folded words where it is short, and the label a rule gave it."""

    __slots__ = ("end", "entry", "headlike", "parts", "role", "rule", "start", "words")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.words: tuple[str, ...] = ()
        self.role = ""
        self.rule = ""
        self.entry: Entry | None = None
        self.headlike = False
        self.parts: list[tuple[int, int, str, str]] = []

    @property
    def size(self) -> int:
        return self.end - self.start

    def label(self, role: str, rule: str, entry: Entry | None = None) -> None:
        self.role, self.rule, self.entry = role, rule, entry


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, perhaps with a closing mark behind it: if any, the last that it has."""
    at = max(text.rfind("."), text.rfind("!"))
    return at >= 0 and FINAL.match(text, at) is not None


def pieces(text: str) -> list[str]:
    """The pieces of a line between commas, dashes and the like."""
    return _PIECES.split(text) if any(mark in text for mark in _PARTING) else [text]


def split_blocks(text: str) -> list[Block]:
    """Blocks of a text in order; blank stretches belong to none."""
    blocks: list[Block] = []
    for start, content in _lines(text):
        end = start + len(content)
        if "   " not in content and "\xa0" not in content and "\t" not in content:
            _add_block(text, start, end, blocks)
            continue
        for gap in GAP.finditer(text, start, end):
            _add_block(text, start, gap.start(), blocks)
            start = gap.end()
        _add_block(text, start, end, blocks)
    return blocks


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text, with where they begin; an end of line may belong to them."""
    if any(mark in text for mark in _SEPARATORS):
        return [(line.start(), line.group()) for line in LINE.finditer(text)]
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append((at, line))
        at += len(line)
    return lines


def _add_block(text: str, start: int, end: int, blocks: list[Block]) -> None:
    content = text[start:end]
    kept = content.strip()
    if kept:
        start += len(content) - len(content.lstrip())
        blocks.append(Block(start, start + len(kept)))


def label(text: str, block: Block, known: Furniture) -> None:
    """Label a block by what it says itself; long blocks and blocks no rule claims stay without a role."""
    content = text[block.start : block.end]
    if block.size > SHORT or (block.size > _SENTENCE and content[-1] in ".!" and not _may_open(content, known)):
        return None
    words = plain(content)
    block.words = bare(words)
    block.headlike = len(block.words) <= 30 and not ends_sentence(content)
    if not LETTER.search(content):
        return block.label("furniture", "stamp" if _is_stamp(content, block.words) else "marks")
    if _shaped(content, block):
        return None
    entry = known.line.get(" ".join(block.words)) or _listed(content, block.words, known)
    if entry is None:
        entry = _opening(content, words, known) or _closing(content, block.words, known)
    if entry is not None:
        block.label(entry.role, entry.id, entry)
    elif _is_stamp(content, block.words):
        block.label("furniture", "stamp")
    elif not _ARABIC.search(content):
        rule = "address" if LINK.fullmatch(content) else "latin"
        block.label("furniture", "stamp.latin" if rule == "latin" and len(find_english_days(content)) == 1 else rule)
    return None


def _may_open(content: str, known: Furniture) -> bool:
    """True when the first word opens some entry's phrase; a sentence that none opens need not be folded."""
    for word in content[:24].split():
        first = bare(plain_word(word))
        if first:
            return first[0] in known.start or first[0] in known.label
    return True


def _shaped(content: str, block: Block) -> bool:
    """Lines known by their shape alone: hashtags, signatures of embedded posts."""
    if "@" in content and content.startswith("—") and TWEET.match(content):
        block.label("furniture", "tweet")
    elif content.startswith("#") and _HASHTAGS.match(content):
        block.label("furniture", "hashtags")
    return bool(block.role)


def _listed(content: str, words: tuple[str, ...], known: Furniture) -> Entry | None:
    """Several agencies on one line: ``(رويترز، د ب أ)``."""
    if len(content) > 60:
        return None
    found = pieces(content)
    if len(found) == 1:
        return known.lists.get(" ".join(words))
    parts = [" ".join(bare(plain(part))) for part in found]
    parts = [part for part in parts if part]
    return known.lists.get(parts[0]) if parts and all(part in known.lists for part in parts) else None


def _opening(content: str, words: tuple[str, ...], known: Furniture) -> Entry | None:
    """The entry whose phrase opens the line, as a label (a colon follows) or as the start of a short line."""
    first = next((word for word in words if word not in ":|"), "")
    for phrase, entry in known.label.get(first, ()):
        size = len(phrase)
        at = 0 if words[0] == first else 1
        if words[at : at + size] == phrase and len(words) > at + size and words[at + size] in ":|":
            after = content.split(":", 1)[-1].lstrip()[:1]
            if len(words) <= entry.words and (entry.quote or after not in '"«“') and _dated(content, entry):
                return entry
    kept = bare(words)
    for phrase, entry in known.start.get(first, ()):
        if kept[: len(phrase)] == phrase and len(kept) <= entry.words and _allowed(content, entry):
            return entry
    return None


def _closing(content: str, words: tuple[str, ...], known: Furniture) -> Entry | None:
    for phrase, entry in known.end.get(words[-1] if words else "", ()):
        if words[-len(phrase) :] == phrase and len(words) <= entry.words and _allowed(content, entry):
            if entry.mark and not _MARK_BEFORE.search(content):
                continue
            return entry
    return None


def _allowed(content: str, entry: Entry) -> bool:
    return _dated(content, entry) and (entry.final or not ends_sentence(content))


def _dated(content: str, entry: Entry) -> bool:
    return not entry.digits or any(letter.isdigit() for letter in content)


def _is_stamp(content: str, words: tuple[str, ...]) -> bool:
    """A line that is nothing but a date or a time of day."""
    if len(words) > 14 or not any(word.isdigit() for word in words):
        return False
    rest = content
    for day in reversed(find_days(content)):
        rest = rest[: day.start] + " " + rest[day.end :]
    return all(word.isdigit() or word in _STAMP for word in bare(plain(rest)))
