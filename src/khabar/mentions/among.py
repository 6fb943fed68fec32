"""Among which words a word is, as bits that are kept with it: that is looked up once for each word, not wherever it
stands."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from khabar.lexicon.words import Word

_CORES: Final[list[Collection[str]]] = []
_FORMS: Final[list[Collection[str]]] = []
_HALF: Final = 30
"""Bits below this one are for sets of cores, the others for sets of forms; all of them are one small number."""


def by_core(words: Collection[str]) -> int:
    """The bit of those words whose core is among some; to be asked for while modules are imported."""
    _CORES.append(words)
    assert len(_CORES) <= _HALF
    return 1 << (len(_CORES) - 1)


def by_form(words: Collection[str]) -> int:
    """The same of those whose form is among some."""
    _FORMS.append(words)
    assert len(_FORMS) <= _HALF
    return 1 << (len(_FORMS) - 1 + _HALF)


def among(word: Word) -> int:
    """The bits of a word."""
    return word.among if word.among >= 0 else _found(word)


def _found(word: Word) -> int:
    bits = 0
    for number, cores in enumerate(_CORES):
        if word.core in cores:
            bits |= 1 << number
    for number, forms in enumerate(_FORMS):
        if word.form in forms:
            bits |= 1 << (number + _HALF)
    word.among = bits
    return bits
