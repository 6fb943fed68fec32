"""Marks: everything the lexicon finds in a tokenised text, by token, with company words of triggers checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.lexicon.conjugate import noun_forms
from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.words import Word
from khabar.text.normalise import fold
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
    word = lexicon.word
    words = [word(form) for form in tokens.forms]
    by_kind: dict[str, list[Mark]] = {}
    for at, one in enumerate(words):
        for sense in one.senses:
            if sense.kind != "func":
                by_kind.setdefault(sense.kind, []).append(Mark(at, at, sense.kind, sense.entry, sense.tag))
    for match in lexicon.phrases(words):
        for sense in match.senses:
            by_kind.setdefault(sense.kind, []).append(Mark(match.first, match.last, sense.kind, sense.entry, sense.tag))
    if gaps := by_kind.pop("gap", None):
        for found in _joined(gaps, tokens.forms):
            by_kind.setdefault(found.kind, []).append(found)
    for kind in ("trigger", "cue", "light", "factuality", "figure"):
        if kind in by_kind:
            by_kind[kind] = [
                found
                for found in by_kind[kind]
                if not found.tag.startswith("jus") or _negated(tokens.forms, found.first)
            ]
    for kind in ("trigger", "cue", "people", "weapon", "figure"):
        if kind in by_kind:
            judged = [(found, _company(found, words)) for found in by_kind[kind]]
            by_kind[kind] = [found for found, company in judged if company == KEPT]
            if kind == "trigger":
                by_kind["loose"] = [found for found, company in judged if company == ALONE]
    for kind in by_kind:
        by_kind[kind].sort(key=_order)
    return Marks(tokens, words, by_kind)


def _negated(forms: list[str], at: int) -> bool:
    """A jussive form counts after لم or لا alone: elsewhere its letters are another word."""
    return at > 0 and forms[at - 1] in {"لم", "ولم", "فلم", "لا", "ولا"}


def _joined(halves: list[Mark], forms: list[str]) -> Iterator[Mark]:
    """Phrases with a gap of up to seven words inside a sentence. A cue is marked by its first half, anything else by its second, which
    holds the noun."""
    for left in halves:
        if not left.entry.left:
            continue
        for right in halves:
            near = left.last < right.first <= left.last + GAP + 1
            if (
                near
                and right.entry.key == left.entry.key
                and not right.entry.left
                and not _ENDS & set(forms[left.last : right.first])
            ):
                sense = left.entry.sense
                where = left if sense.kind == "cue" else right
                yield Mark(where.first, where.last, sense.kind, sense.entry, "phrase")
                break


def _order(found: Mark) -> tuple[int, int]:
    return found.first, -found.last


@lru_cache(maxsize=4096)
def _company_forms(entry_words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    singles: set[str] = set()
    several: list[str] = []
    for text in entry_words:
        if " " in text.strip():
            several.append(fold(text).text)
        else:
            plain = text.removeprefix("ال") if len(text) > 4 else text
            singles.update(form for form, _ in noun_forms(plain))
            singles.add(fold(text).text)
    return frozenset(singles), tuple(several)


KEPT, ALONE, DENIED = "kept", "alone", "denied"
"""Company of a mark: as its entry wants it, without the words it wants, beside words that forbid it."""


def _company(found: Mark, words: list[Word]) -> str:
    entry = found.entry
    if not entry.with_ and not entry.without:
        return KEPT
    near = words[max(0, found.first - WINDOW) : found.first] + words[found.last + 1 : found.last + 1 + WINDOW]
    cores = {word.core for word in near} | {word.form for word in near}
    cores |= {stripped for word in near if not word.senses for stripped in _loose(word.core)}
    if entry.without and _any(entry.without, cores, near):
        return DENIED
    return KEPT if not entry.with_ or _any(entry.with_, cores, near) else ALONE


def _loose(core: str) -> Iterator[str]:
    """A word that no resource knows, with what may be a clitic or a suffix taken off: good enough to know company by."""
    for stem in (core, core[1:]) if core[:1] in "بلكوف" and len(core) > 4 else (core,):
        for suffix in ("هم", "ها", "ه"):
            if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
                yield stem[: -len(suffix)]
        if stem is not core:
            yield stem


def _any(company: tuple[str, ...], cores: set[str], near: list[Word]) -> bool:
    singles, several = _company_forms(company)
    if not singles.isdisjoint(cores):
        return True
    if several:
        text = " ".join(word.form for word in near)
        return any(phrase in text for phrase in several)
    return False
