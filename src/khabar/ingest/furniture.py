"""What page furniture looks like: ``resources/furniture.jsonl`` loaded into tables for :mod:`khabar.ingest.clean`.

Keys of an entry, beside ``id``, ``phrases``, ``examples`` (pieces of a page in which the entry must claim a section)
and ``counter`` (pieces in which it must not):

- ``where``: ``line`` the whole line is the phrase; ``start``, ``end`` a short line opens or ends with it; ``label`` it
  opens a line and a colon, dots or a bar follow; ``any`` a line holds it; ``tail`` it stands after a full stop and runs
  to the end of its line; ``inline`` it stands in brackets inside a line; ``nav`` a word of menus; ``credit`` names who
  took a picture, at a line's end; ``city``, ``agency``, ``paper`` (names that are common words too), ``lead`` parts
  of datelines and the words that follow them
- ``words``: longest line (in words) the entry may claim
- ``role``: of what it claims: ``furniture`` (default), ``caption``, ``dateline``, ``headline``
- ``opens``: ``links``: lines after it that look like headlines are links; ``end``: no story comes after it
- ``digits`` true: only lines with a digit
- ``final`` false: not where the line ends in a full stop
- ``mark`` true: a bracket, dash or full stop must stand before the phrase
- ``quote`` false: not where a quotation follows
- ``list`` true: also several of its phrases, separated by commas or dashes

Phrases are written as a careful newspaper would; matching folds alef and hamza forms, ى/ي, ة/ه, marks and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

import ahocorasick_rs
import msgspec

from khabar.model import Record

_WHERE = frozenset(
    ("line", "start", "end", "label", "any", "tail", "inline", "nav", "credit", "city", "agency", "paper", "lead")
)
_ALEF = {"أ": "أا", "إ": "إا", "آ": "آا"}

_TABLE: dict[int, str | None] = {ord(letter): "ا" for letter in "أإآٱ"}
_TABLE |= {ord("ى"): "ي", ord("ی"): "ي", ord("ة"): "ه", ord("ک"): "ك", 0x640: None, 0x670: None}
_TABLE |= dict.fromkeys((*range(1611, 1632), *range(8203, 8208), *range(8234, 8239), *range(8288, 8298)))
_TABLE |= {
    0x61C: None,
    0xFEFF: None,
    0xAD: None,
    0xA0: " ",
    ord(":"): " : ",
    ord("："): " : ",
    ord("…"): " : ",
    ord("|"): " | ",
}
_TABLE |= {0x660 + digit: str(digit) for digit in range(10)} | {0x6F0 + digit: str(digit) for digit in range(10)}
_TABLE |= {ord(mark): " " for mark in ".,،؛;!؟?\"'«»“”‘’()[]{}<>-–—_/\\*•·●▪#+=~^`´⏎▶►→←⟵©®™%"}
_CHANGED = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE)) + "]")
MARKS = frozenset(":|")


class Entry(Record, frozen=True, kw_only=True):
    """One line of the resource; see the module's documentation for its keys."""

    id: str
    where: str
    phrases: tuple[str, ...]
    role: str = "furniture"
    words: int = 1000
    opens: str | None = None
    digits: bool = False
    final: bool = True
    mark: bool = False
    quote: bool = True
    list: bool = False
    until: tuple[str, ...] = ()
    bracket: bool = False
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


Phrase = tuple[tuple[str, ...], Entry]


class Furniture:
    """Lookup tables over folded words: ``line`` and the sets by joined words, ``start``, ``label`` and ``end`` by
    first or last word (longest phrase first), ``anywhere`` raw spellings by their first word, ``odd`` those that
    start with a mark, ``opening`` the first words of datelines, each as a tuple of one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.line: dict[str, Entry] = {}
        self.start: dict[str, list[Phrase]] = {}
        self.label: dict[str, list[Phrase]] = {}
        self.end: dict[str, list[Phrase]] = {}
        self.anywhere: dict[str, list[tuple[str, Entry]]] = {}
        self.odd: list[tuple[str, Entry]] = []
        self._spelled: list[tuple[str, Entry]] = []
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self.sets: dict[str, dict[str, Entry]] = {
            name: {} for name in ("nav", "credit", "city", "agency", "paper", "lead")
        }
        self.lists: dict[str, Entry] = {}
        for entry in self.entries:
            for phrase in entry.phrases:
                self._add(entry, phrase)
        names = (name for kind in ("city", "agency", "paper") for name in self.sets[kind])
        self.opening = frozenset(tuple(name.split()[:1]) for name in names)
        for table in (self.start, self.label, self.end):
            for phrases in table.values():
                phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add(self, entry: Entry, phrase: str) -> None:
        words = bare(plain(phrase))
        joined = " ".join(words)
        if entry.where in ("any", "tail", "inline"):
            for spelling in _spellings(phrase):
                first = spelling.split()[0]
                if first.isalpha():
                    self.anywhere.setdefault(first, []).append((spelling, entry))
                else:
                    self.odd.append((spelling, entry))
        elif not words:
            return
        elif entry.where == "line":
            self.line.setdefault(joined, entry)
            if entry.list:
                self.lists.setdefault(joined, entry)
        elif entry.where in self.sets:
            self.sets[entry.where].setdefault(joined, entry)
        else:
            key = words[-1] if entry.where == "end" else words[0]
            table = {"start": self.start, "label": self.label, "end": self.end}[entry.where]
            table.setdefault(key, []).append((words, entry))

    def places(self, text: str) -> list[tuple[int, str, Entry]]:
        """Where the spellings of ``odd`` and ``anywhere`` stand in a text, in order, each with its first word ('' for
        an odd one)."""
        if self._automaton is None:
            worded = [(first, *found) for first, row in self.anywhere.items() for found in row]
            known = [("", *found) for found in self.odd] + worded
            self._spelled = [(first, entry) for first, _, entry in known]
            self._automaton = ahocorasick_rs.AhoCorasick(
                [spelling for _, spelling, _ in known], implementation=ahocorasick_rs.Implementation.DFA
            )
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # halves of surrogate pairs
            whole = text.encode("utf-8", "replace").decode()
            found = self._automaton.find_matches_as_indexes(whole, overlapping=True)
        return [(at, *self._spelled[number]) for at, number in sorted([(at, number) for number, at, _ in found])]


def gives(entry: Entry, rule: str) -> bool:
    """True when a section's ``rule`` may come from this entry: its id, or the rule that the parts of datelines
    serve."""
    if entry.where in ("city", "agency", "paper"):
        return rule.startswith("dateline.")
    return rule == ("headline.run-in" if entry.where == "lead" else entry.id)


def plain(text: str) -> tuple[str, ...]:
    """Folded words of a short text, lower case; punctuation is dropped but for ``:`` (also ``..`` and ``…``) and
    ``|``."""
    if ".." in text:
        text = text.replace("..", ":")
    for letter in set(_CHANGED.findall(text)):
        text = text.replace(letter, _TABLE[ord(letter)] or "")
    return tuple(text.lower().split())


@lru_cache(maxsize=20_000)
def plain_word(word: str) -> tuple[str, ...]:
    """:func:`plain` of a single word: the same ones come again and again."""
    return plain(word)


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the marks :func:`plain` keeps."""
    return tuple(word for word in words if word not in MARKS) if not MARKS.isdisjoint(words) else words


def _spellings(phrase: str) -> list[str]:
    """The phrase with every hamza alef also bare: what a plain search of the raw text needs."""
    choices = [_ALEF.get(letter, letter) for letter in phrase]
    if sum(len(choice) > 1 for choice in choices) > 4:
        return [phrase, "".join("ا" if letter in _ALEF else letter for letter in phrase)]
    return sorted({"".join(letters) for letters in product(*choices)})


@cache
def furniture() -> Furniture:
    """The resource, loaded once. Raises ValueError with the line of a faulty entry."""
    path = files("khabar") / "resources" / "furniture.jsonl"
    entries = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("//"):
            continue
        try:
            entry = msgspec.json.decode(line, type=Entry)
        except msgspec.DecodeError as error:
            raise ValueError(f"furniture.jsonl:{number}: {error}") from error
        if entry.where not in _WHERE:
            raise ValueError(f"furniture.jsonl:{number}: unknown 'where' {entry.where!r}")
        entries.append(entry)
    return Furniture(entries)
