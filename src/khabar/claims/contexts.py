"""Context families around a trigger: words that speak for or against an event there, from ``contexts.jsonl``."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from khabar.lexicon.load import root
from khabar.lexicon.words import Word
from khabar.mentions.reading import Reading
from khabar.text import fold, tokenise
from khabar.text.ordered import below, past

_STOPS: Final = frozenset(("،", "؛", ":", "(", ")", "-", "–"))


class Context(msgspec.Struct, frozen=True):
    """One family. ``where``: before or after the trigger (within ``reach`` tokens), clause (between the commas around
    it, within ``reach``) or sentence; ``types``: the trigger types it concerns, none = all."""

    id: str
    effect: str
    where: str
    reach: int
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


class Family:
    """A family as it is asked for again and again."""

    __slots__ = ("id", "inside", "limited", "number", "reach", "supports", "types", "where")

    def __init__(self, entry: Context, number: int) -> None:
        self.id = entry.id
        self.number = number
        self.supports = entry.effect == "for"
        self.where = entry.where
        self.reach = entry.reach
        self.types = frozenset(entry.types)
        self.limited = len(self.types) > 0
        self.inside = entry.where == "sentence"


class Hit:
    """A family's words on tokens ``first`` to ``last`` (inclusive)."""

    __slots__ = ("context", "first", "last")

    def __init__(self, first: int, last: int, context: Family) -> None:
        self.first = first
        self.last = last
        self.context = context


class Start:
    """What a word begins: the words that have to follow it, and the family."""

    __slots__ = ("context", "rest")

    def __init__(self, rest: list[str], context: Family) -> None:
        self.rest = rest
        self.context = context


@cache
def _table() -> dict[str, list[Start]]:
    """Folded first word to what it begins."""
    table: dict[str, list[Start]] = {}
    lines = (root() / "contexts.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith("//"):
            continue
        entry = msgspec.json.decode(line.encode(), type=Context)
        family = Family(entry, number)
        for text in (*entry.words, *entry.phrases):
            first, *rest = tokenise(fold(text)).forms
            table.setdefault(first, []).append(Start(rest, family))
    return table


def _starts(word: Word) -> list[Start]:
    """What a word may begin: as written, without its clitics, without the accusative ا."""
    table, core = _table(), word.core
    bare = core[:-1] if core.endswith("ا") and len(core) > 3 else core
    found = [start for key in dict.fromkeys((word.form, core, bare)) for start in table.get(key, ())]
    word.opens = found
    return found


def find(reading: Reading, first: int, last: int) -> list[Hit]:
    """Hits on tokens ``first`` to ``last`` (exclusive), in text order."""
    forms, words = reading.forms, reading.words
    row: list[Hit] = []
    for at in range(first, last):
        opens = words[at].opens
        if opens is None:
            opens = _starts(words[at])
        for begun in opens:
            start: Start = begun
            rest = start.rest
            if not rest:
                row.append(Hit(at, at, start.context))
            elif at + 1 < len(forms) and forms[at + 1] == rest[0] and forms[at + 1 : at + 1 + len(rest)] == rest:
                row.append(Hit(at, at + len(rest), start.context))
    return row


def near(reading: Reading, row: list[Hit], first: int, last: int, low: int, high: int, kind: str) -> list[Family]:
    """Families that stand so by a trigger of type ``kind`` on tokens ``first`` to ``last``, each once; its sentence
    runs from ``low`` to ``high`` (exclusive)."""
    found: list[Family] = []
    left = right = -1
    for hit in row:
        entry, before = hit.context, hit.last < first
        if hit.first <= last and not before:
            continue
        if not entry.inside and (first - hit.last if before else hit.first - last) > entry.reach:
            continue
        if entry.limited and kind not in entry.types:
            continue
        if not entry.inside:
            where = entry.where
            if where == "clause":
                if left < 0:
                    left, right = _clause(reading.tokens.among(_STOPS), first, last, low, high)
                if hit.first < left or hit.last > right:
                    continue
            elif before != (where == "before"):
                continue
        if entry not in found:
            found.append(entry)
    return found


def _clause(stops: list[int], first: int, last: int, low: int, high: int) -> tuple[int, int]:
    """First and last token between the pauses around a trigger, of which the text has some at ``stops``."""
    before, after = below(stops, first), past(stops, last)
    left = max(low, stops[before - 1] + 1) if before else low
    return left, min(high, stops[after]) - 1 if after < len(stops) else high - 1
