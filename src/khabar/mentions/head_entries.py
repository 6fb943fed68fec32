"""What the entry of a body's or a title's head says of the words behind it: its office, what it tells as."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from khabar.text import folded


def follows_head(entry: Any, core: str) -> bool:
    """The word may follow the head of an institution or title entry, as the first of what its office is named."""
    return core in first_words(entry.of)


def folded_kinds(entry: Any) -> tuple[tuple[str, str], ...]:
    """Words that change what a title or head tells as, folded, with the kind they give; the longest last."""
    return _folded_pairs(tuple(entry.kinds.items()))


@lru_cache(maxsize=2048)
def first_words(names: tuple[str, ...]) -> frozenset[str]:
    """First words of names, folded and without the article."""
    return frozenset([folded(name).split()[0].removeprefix("ال") for name in names])


@lru_cache(maxsize=2048)
def _folded_pairs(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple([(folded(word), kind) for word, kind in sorted(pairs, key=lambda pair: len(pair[0]))])
