"""Phrases with a gap (ألقى ... باللوم), put together from their halves."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark, sort_marks
from khabar.lexicon.senses import Gap
from khabar.lexicon.words import Word

GAP: Final = 7
"""Words that may stand between the halves of a phrase written with ``...``."""
SENTENCE_ENDS: Final = frozenset(".!?؟\n")


def joined_halves(told: list[Word], several: list[Mark], words: list[Word], forms: list[str]) -> list[Mark]:
    """Phrases with a gap of up to seven words inside a sentence: their halves are single words, or ``several``."""
    rights = [half for half in several if not _gap(half).left]
    sort_marks(rights)
    lefts = [at for at, word in enumerate(told) if word.left_bits]
    seconds = [at for at, word in enumerate(told) if word.right_bits]
    found: list[Mark] = []
    at_seconds = at_rights = 0
    for at in lefts:
        while at_seconds < len(seconds) and seconds[at_seconds] <= at:
            at_seconds += 1
        while at_rights < len(rights) and rights[at_rights].first <= at:
            at_rights += 1
        word = told[at]
        bits = word.left_bits & _bits(at + GAP + 1, told, seconds, at_seconds, rights, at_rights)
        if not bits:
            continue
        end = _end(at, forms)
        ones = _within(end, seconds, at_seconds, told, word)
        longer = [right for right in _longer(at, end, rights, at_rights) if _gap(right).key in word.lefts]
        for sense in word.halves if ones or longer else ():
            gap: Gap = sense.entry
            if gap.left and gap.bit & bits:
                _join(gap, at, at, _second(gap.key, ones, longer, told), words, found)
    for half in several:
        gap = _gap(half)
        if gap.left:
            end = _end(half.last, forms)
            ones = [at for at in seconds if half.last < at <= end]
            longer = _longer(half.last, end, rights, 0)
            _join(gap, half.first, half.last, _second(gap.key, ones, longer, told), words, found)
    return found


def _gap(half: Mark) -> Gap:
    """The half of a phrase that a mark is."""
    gap: Gap = half.entry
    return gap


def _bits(end: int, told: list[Word], seconds: list[int], at_seconds: int, rights: list[Mark], at_rights: int) -> int:
    """Signs of the second halves up to a token, single words and ``rights``, each from one on."""
    bits = 0
    while at_seconds < len(seconds) and seconds[at_seconds] <= end:
        bits |= told[seconds[at_seconds]].right_bits
        at_seconds += 1
    while at_rights < len(rights) and rights[at_rights].first <= end:
        bits |= _gap(rights[at_rights]).bit
        at_rights += 1
    return bits


def _end(last: int, forms: list[str]) -> int:
    """The last token within reach of another one in its sentence."""
    at, end = last, min(last + GAP + 1, len(forms) - 1)
    while at < end and (len(forms[at]) > 1 or forms[at] not in SENTENCE_ENDS):
        at += 1
    return at


def _within(end: int, seconds: list[int], number: int, told: list[Word], left: Word) -> list[int]:
    """Of the second halves that are single words, from one of them on up to a token, those that a first half has."""
    found: list[int] = []
    while number < len(seconds) and seconds[number] <= end:
        at = seconds[number]
        if told[at].right_bits & left.left_bits and not left.lefts.isdisjoint(told[at].rights):
            found.append(at)
        number += 1
    return found


def _longer(last: int, end: int, rights: list[Mark], number: int) -> list[Mark]:
    """Second halves of several words that begin behind a token, up to another one."""
    found: list[Mark] = []
    while number < len(rights) and rights[number].first <= end:
        if rights[number].first > last:
            found.append(rights[number])
        number += 1
    return found


def _second(key: str, ones: list[int], longer: list[Mark], told: list[Word]) -> tuple[int, int]:
    """The tokens of the second half with a key: a single word rather than several, of these the first that ends;
    (-1, -1) where there is none."""
    for at in ones:
        if key in told[at].rights:
            return at, at
    first = last = -1
    for right in longer:
        if (last < 0 or right.last < last) and _gap(right).key == key:
            first, last = right.first, right.last
    return first, last


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
