"""Phrases with a gap (ألقى ... باللوم), put together from their halves."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.lexicon.senses import Gap
from khabar.lexicon.words import Word

GAP: Final = 7
"""Words that may stand between the halves of a phrase written with ``...``."""
SENTENCE_ENDS: Final = frozenset(".!?؟\n")


def joined_halves(told: list[Word], several: list[Mark], words: list[Word], forms: list[str]) -> list[Mark]:
    """Phrases with a gap of up to seven words inside a sentence: their halves are single words, or ``several``."""
    rights = [half for half in several if not _gap(half).left]
    begun: dict[int, int] = {}
    for half in rights:
        begun[half.first] = begun.get(half.first, 0) | _gap(half).bit
    lefts, seconds = _halves(told, begun)
    found: list[Mark] = []
    reached, size = 0, len(seconds)
    for at in lefts:
        while reached < size and seconds[reached] <= at:
            reached += 1
        word = told[at]
        bits = _bits_behind(at, seconds, reached, told, begun) & word.left_bits
        behind = _behind(at, told, begun, forms) if bits else []
        if not behind:
            continue
        ones = [on for on in behind if told[on].right_bits & bits and not word.lefts.isdisjoint(told[on].rights)]
        longer = [right for right in _inside(rights, at, behind[-1]) if _gap(right).key in word.lefts]
        for sense in word.halves if ones or longer else ():
            gap: Gap = sense.entry
            if gap.left and gap.bit & bits:
                _join(gap, at, at, _second(gap.key, ones, longer, told), words, found)
    for half in several:
        gap = _gap(half)
        if gap.left:
            behind = _behind(half.last, told, begun, forms)
            longer = _inside(rights, half.last, behind[-1]) if behind else []
            _join(gap, half.first, half.last, _second(gap.key, behind, longer, told), words, found)
    return found


def _gap(half: Mark) -> Gap:
    """The half of a phrase that a mark is."""
    gap: Gap = half.entry
    return gap


def _halves(told: list[Word], begun: dict[int, int]) -> tuple[list[int], list[int]]:
    """Tokens that are first halves of phrases, and those that are second ones or at which longer ones have
    ``begun``."""
    lefts: list[int] = []
    seconds: list[int] = []
    for at, word in enumerate(told):
        if word.left_bits:
            lefts.append(at)
        if word.right_bits:
            seconds.append(at)
    return lefts, sorted({*seconds, *begun}) if begun else seconds


def _inside(rights: list[Mark], last: int, end: int) -> list[Mark]:
    """Second halves of several words that begin behind a token, up to another one."""
    return [right for right in rights if last < right.first <= end]


def _bits_behind(last: int, seconds: list[int], reached: int, told: list[Word], begun: dict[int, int]) -> int:
    """Signs of the second halves within reach of a token; ``seconds`` are theirs, from ``reached`` on behind it."""
    bits = 0
    while reached < len(seconds) and seconds[reached] <= last + GAP + 1:
        at = seconds[reached]
        bits |= told[at].right_bits
        if begun:
            bits |= begun.get(at, 0)
        reached += 1
    return bits


def _behind(last: int, told: list[Word], begun: dict[int, int], forms: list[str]) -> list[int]:
    """Tokens behind another one, within reach in its sentence, that are second halves, or at which longer ones have
    ``begun``."""
    found: list[int] = []
    at, end = last, min(last + GAP + 1, len(told) - 1)
    while at < end and (len(forms[at]) > 1 or forms[at] not in SENTENCE_ENDS):
        at += 1
        if told[at].right_bits or (begun and at in begun):
            found.append(at)
    return found


def _second(key: str, ones: list[int], longer: list[Mark], told: list[Word]) -> tuple[int, int]:
    """The tokens of the second half with a key: a single word rather than several; (-1, -1) where there is none."""
    for at in ones:
        if key in told[at].rights:
            return at, at
    for right in longer:
        if _gap(right).key == key:
            return right.first, right.last
    return -1, -1


def _join(half: Gap, first: int, last: int, second: tuple[int, int], words: list[Word], found: list[Mark]) -> None:
    """Add the phrase whose halves were found. A cue is marked by its first half, anything else by its second, which
    holds the noun, unless that is a preposition."""
    if second[0] < 0:
        return
    if half.sense.kind == "cue" or words[second[0]].func:
        made = Mark(first, last, half.sense)
    else:
        made = Mark(second[0], second[1], half.sense)
        made.head = (first, last)
    made.tag = "phrase"
    found.append(made)
