"""Company words: what an entry wants or forbids around a mark of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, Final

from khabar.lexicon.conjugate import noun_forms
from khabar.text.normalise import folded

_SIDES: Final = ("with_", "without", "not_after", "not_before")
"""Keys of an entry that tell of the words around it, in the order of ``Company``."""


class Wanted:
    """Words looked for around a mark: every form of the single ones, and phrases by their ``lasts`` words; ``signs``
    are the single ones and these: where none of them is, there is nothing to look for."""

    __slots__ = ("lasts", "signs", "singles")

    def __init__(self, singles: frozenset[str], several: tuple[str, ...]) -> None:
        self.singles = singles
        self.lasts: dict[str, list[str]] = {}
        for phrase in several:
            self.lasts.setdefault(phrase.split()[-1], []).append(phrase)
        self.signs: frozenset[str] = singles.union(self.lasts) if several else singles


class Company:
    """Words that an entry wants around it and those that forbid it: around it, right ``before`` or right ``behind``."""

    __slots__ = ("before", "behind", "forbidden", "wanted")

    def __init__(
        self,
        wanted: Wanted | None,
        forbidden: Wanted | None,
        before: Wanted | None = None,
        behind: Wanted | None = None,
    ) -> None:
        self.wanted = wanted
        self.forbidden = forbidden
        self.before = before
        self.behind = behind


UNASKED: Final = Company(None, None)
"""Stands in a sense whose entry has not been asked for its company words yet."""


def company_of(entry: Any) -> Company | None:
    """The words that an entry wants around it and those that forbid it; None where it has neither."""
    sides = [getattr(entry, side, ()) for side in _SIDES]
    return Company(*[_wanted(words) for words in sides]) if any(sides) else None


def telling_words(entries: Iterable[Any]) -> frozenset[str]:
    """Every form of a single word that some entry wants or forbids around it, and the last words of its phrases."""
    named = {getattr(entry, side, ()) for entry in entries for side in _SIDES}
    return frozenset().union(*[found.signs for words in named if (found := _wanted(words)) is not None])


@lru_cache(maxsize=4096)
def _wanted(words: tuple[str, ...]) -> Wanted | None:
    singles: set[str] = set()
    several: list[str] = []
    for text in words:
        if " " in text.strip():
            several.append(folded(text) + " ")
        else:
            singles |= _company_forms(text)
    return Wanted(frozenset(singles), tuple(several)) if words else None


@cache
def _company_forms(text: str) -> frozenset[str]:
    plain = text.removeprefix("ال") if len(text) > 4 else text
    return frozenset((folded(text), *(form for form, _ in noun_forms(plain))))
