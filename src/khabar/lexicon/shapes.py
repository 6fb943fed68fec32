"""What a phrase entry may look like: its pieces with the forms that may stand for each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from khabar.lexicon.conjugate import noun_forms, verb_forms
from khabar.text.normalise import folded

_PIECE: Final = re.compile(r"\{[^}]+\}|\[[^\]]+\]|[^\s{}\[\]]+")
_WORD: Final = re.compile(
    "[\u0621-\u06d3]+|[0-9]+(?:[.,][0-9]+)*|[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*|[^\\s]"
)


def bare(word: str) -> str:
    """A word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 and word not in _ARTICLE_KEPT else word


_ARTICLE_KEPT: Final = frozenset("الله التي الذي الذين الان المانيا الماني البانيا الجزائر الاف".split())


Shape = list[list[tuple[str, ...]]]
"""What a phrase is made of: for each piece the word sequences that may stand there, all of one length."""


def shape(text: str) -> Shape:
    """The pieces of a phrase entry: ``{verb pair}`` and ``[noun forms]`` may be each of their forms. A single clitic
    letter is a clitic of the word after it."""
    if "{" not in text and "[" not in text:
        words = tuple(_words(text))
        return [[words]] if words else []
    return [row for piece in _PIECE.findall(text) if (row := _choices(piece))[0]]


def products(rows: list[list[str]]) -> list[str]:
    """Every row of letters that takes one of each."""
    found = rows[0]
    for row in rows[1:]:
        found = [before + code for before in found for code in row]
    return found


@lru_cache(maxsize=4096)
def _choices(piece: str) -> list[tuple[str, ...]]:
    """What may stand for one piece of a phrase; the same pieces come back in many phrases."""
    if piece[0] == "{":
        return [(form,) for form in _unique(verb_forms(piece[1:-1]))]
    if piece[0] == "[":
        return [(form,) for form in _unique(noun_forms(piece[1:-1]))]
    return [tuple(_words(piece))]


def _words(text: str) -> list[str]:
    return [f"+{word}" if word in _CLITIC_WORDS else word for word in _found(folded(text)) if word not in _QUOTES]


_found: Final = _WORD.findall
_CLITIC_WORDS: Final = frozenset("ولبكفس")
_QUOTES: Final = frozenset("\"'“”«»-–")


def _unique(forms: Iterable[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(form for form, tag in forms if not tag.endswith("+")))
