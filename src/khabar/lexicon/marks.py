"""Marks: everything the lexicon finds in a tokenised text, by token, with company words of triggers checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from khabar.lexicon.lexicon import Lexicon, Wanted
from khabar.lexicon.words import Word
from khabar.text.tokens import Tokens

WINDOW = 6
"""Words before and after a trigger in which its company words (``with``, ``without``) count."""

GAP = 7
"""Words that may stand between the halves of a phrase written with ``...``."""
_ENDS = frozenset(".!?؟\n")


class Mark(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive) read as ``entry`` of ``kind``; ``tag`` is the form's (see conjugate)."""

    first: int
    last: int
    kind: str
    entry: Any
    tag: str


class Marks:
    """``words``: one analysed word a token; ``by_kind``: marks of a kind in text order; ``loose`` are triggers
    that stand without the company their entry wants: candidates, but doubtful ones."""

    __slots__ = ("by_kind", "tokens", "words")

    def __init__(self, tokens: Tokens, words: list[Word], by_kind: dict[str, list[Mark]]) -> None:
        self.tokens = tokens
        self.words = words
        self.by_kind = by_kind

    def all(self) -> Iterator[Mark]:
        """Every mark but the loose ones."""
        for kind, marks in self.by_kind.items():
            if kind != "loose":
                yield from marks

    def of(self, kind: str) -> list[Mark]:
        return self.by_kind.get(kind, [])


def mark(lexicon: Lexicon, tokens: Tokens) -> Marks:
    """All marks of a tokenised text."""
    word, forms = lexicon.word, tokens.forms
    words = [word(form) for form in forms]
    by_kind: dict[str, list[Mark]] = defaultdict(list)
    for at, one in enumerate(words):
        for kind, entry, tag in one.marks:
            by_kind[kind].append(Mark(at, at, kind, entry, tag))
    mixed = set()
    for match in lexicon.phrases(words):
        for kind, entry, tag in match.senses:
            by_kind[kind].append(Mark(match.first, match.last, kind, entry, tag))
            mixed.add(kind)
    if gaps := by_kind.pop("gap", None):
        for found in _joined(gaps, forms):
            by_kind[found.kind].append(found)
            mixed.add(found.kind)
    for kind in mixed & by_kind.keys():
        by_kind[kind].sort(key=_order)
    company = _Company(lexicon, words)
    for kind in _INFLECTED & by_kind.keys():
        by_kind[kind] = [found for found in by_kind[kind] if found.tag[:3] != "jus" or _negated(forms, found.first)]
    for kind in _COMPANIED & by_kind.keys():
        judged = [(found, company.of(found)) for found in by_kind[kind]]
        by_kind[kind] = [found for found, told in judged if told is KEPT]
        if kind == "trigger":
            by_kind["loose"] = [found for found, told in judged if told is ALONE]
    return Marks(tokens, words, dict(by_kind))


def _negated(forms: list[str], at: int) -> bool:
    """A jussive form counts after لم or لا alone: elsewhere its letters are another word."""
    return at > 0 and forms[at - 1] in {"لم", "ولم", "فلم", "لا", "ولا"}


def _joined(halves: list[Mark], forms: list[str]) -> Iterator[Mark]:
    """Phrases with a gap of up to seven words inside a sentence. A cue is marked by its first half, anything else by
    its second, which
    holds the noun."""
    rights: dict[str, list[Mark]] = defaultdict(list)
    for half in halves:
        if not half.entry.left:
            rights[half.entry.key].append(half)
    for left in halves if rights else ():
        if not left.entry.left:
            continue
        for right in rights.get(left.entry.key, ()):
            near = left.last < right.first <= left.last + GAP + 1
            if near and _ENDS.isdisjoint(forms[left.last : right.first]):
                sense = left.entry.sense
                where = left if sense.kind == "cue" else right
                yield Mark(where.first, where.last, sense.kind, sense.entry, "phrase")
                break


def _order(found: Mark) -> tuple[int, int]:
    return found.first, -found.last


_INFLECTED = frozenset(("trigger", "cue", "light", "factuality", "figure"))
_COMPANIED = frozenset(("trigger", "cue", "people", "weapon", "figure"))
KEPT, ALONE, DENIED = "kept", "alone", "denied"
"""Company of a mark: as its entry wants it, without the words it wants, beside words that forbid it."""


class _Company:
    """Judges marks by the words around them; the words of a window are gathered once."""

    def __init__(self, lexicon: Lexicon, words: list[Word]) -> None:
        self._wants = lexicon.company
        self._words = words
        self._windows: dict[tuple[int, int], frozenset[str]] = {}
        self._texts: dict[tuple[int, int], str] = {}

    def of(self, found: Mark) -> str:
        wants = self._wants(found.entry)
        if wants is None:
            return KEPT
        with_, without = wants
        span = (found.first, found.last)
        cores = self._windows.get(span)
        if cores is None:
            cores = self._windows[span] = frozenset(chain.from_iterable([word.near for word in self._near(*span)]))
        if without is not None and self._any(without, cores, span):
            return DENIED
        return KEPT if with_ is None or self._any(with_, cores, span) else ALONE

    def _near(self, first: int, last: int) -> list[Word]:
        return self._words[max(0, first - WINDOW) : first] + self._words[last + 1 : last + 1 + WINDOW]

    def _any(self, wanted: Wanted, cores: frozenset[str], span: tuple[int, int]) -> bool:
        singles, several = wanted
        if not cores.isdisjoint(singles):
            return True
        if several:
            text = self._texts.get(span)
            if text is None:
                text = self._texts[span] = " ".join([word.form for word in self._near(*span)])
            for phrase in several:
                if phrase in text:
                    return True
        return False
