"""Marks: everything the lexicon finds in a tokenised text, by token, with company words of triggers checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from khabar.lexicon.companions import ALONE, KEPT, Companions
from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.mark import ENDS, Mark, in_order
from khabar.lexicon.senses import PROPER, Gap
from khabar.lexicon.words import SILENT, Word, bits_of
from khabar.text.tokens import Tokens

GAP: Final = 7
"""Words that may stand between the halves of a phrase written with ``...``."""
_NO_MARKS: Final[list[Mark]] = []


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
        marks = self.by_kind.get(kind)
        return _NO_MARKS if marks is None else marks


def mark(lexicon: Lexicon, tokens: Tokens, passed: list[bool] | None = None) -> Marks:
    """All marks of a tokenised text. ``passed``: for every token whether it is passed over (page furniture)."""
    forms = tokens.forms
    words = lexicon.known(tokens)
    told = [SILENT if passed[at] else word for at, word in enumerate(words)] if passed is not None else words
    matches = lexicon.phrases(told)
    for match in matches:
        if match.whole and told[match.first].pro and any(sense.kind in PROPER for sense in match.senses):
            told[match.first] = words[match.first] = lexicon.name(told[match.first].form)
    by_kind: dict[str, list[Mark]] = {}
    for at, one in enumerate(told):
        for sense in one.marks:
            row = by_kind.get(sense.kind)
            if row is None:
                row = by_kind[sense.kind] = []
            row.append(Mark(at, at, sense))
    longer: dict[str, list[Mark]] = {}
    for match in matches:
        for sense in match.senses:
            _note(longer, Mark(match.first, match.last, sense))
    for found in _joined(told, longer.pop("gap", []), words, forms):
        _note(longer, found)
    for kind, several in longer.items():
        several.sort(key=in_order)
        by_kind[kind] = _merged(by_kind[kind], several) if kind in by_kind else several
    for kind in _INFLECTED:
        if kind in by_kind:
            by_kind[kind] = [
                found for found in by_kind[kind] if not found.tag.startswith("jus") or _negated(forms, found.first)
            ]
    _accompanied(by_kind, Companions(lexicon, tokens, words, by_kind))
    return Marks(tokens, words, by_kind)


def _accompanied(by_kind: dict[str, list[Mark]], company: Companions) -> None:
    """Leave only marks that stand as their entry wants; triggers that stand alone become ``loose`` ones."""
    for kind in _COMPANIED:
        if kind not in by_kind:
            continue
        kept: list[Mark] = []
        alone: list[Mark] = []
        for found in by_kind[kind]:
            told = KEPT if found.sense.company is None else company.of(found)
            if told == KEPT:
                kept.append(found)
            elif told == ALONE:
                alone.append(found)
        by_kind[kind] = kept
        if kind == "trigger":
            by_kind["loose"] = alone


def _note(by_kind: dict[str, list[Mark]], found: Mark) -> None:
    row = by_kind.get(found.kind)
    if row is None:
        by_kind[found.kind] = [found]
    else:
        row.append(found)


def _negated(forms: list[str], at: int) -> bool:
    """A jussive form counts after لم or لا alone: elsewhere its letters are another word."""
    return at > 0 and forms[at - 1] in {"لم", "ولم", "فلم", "لا", "ولا"}


def _joined(told: list[Word], several: list[Mark], words: list[Word], forms: list[str]) -> list[Mark]:
    """Phrases with a gap of up to seven words inside a sentence: their halves are single words, or ``several``."""
    rights = [half for half in several if not half.entry.left]
    begun = {half.first for half in rights}
    further = bits_of([half.entry.key for half in rights])
    found: list[Mark] = []
    for at, word in enumerate(told):
        bits = word.left_bits
        if not bits or not bits & (_bits_behind(at, told) | further):
            continue
        lefts = word.lefts
        behind = _behind(at, told, begun, forms)
        if not behind:
            continue
        ones = [on for on in behind if told[on].right_bits & bits and not lefts.isdisjoint(told[on].rights)]
        inside = _inside(rights, at, behind[-1]) if rights else rights
        longer = [right for right in inside if right.entry.key in lefts]
        for sense in word.halves if ones or longer else ():
            gap: Gap = sense.entry
            if gap.left:
                _join(gap, at, at, _second(gap.key, ones, longer, told), words, found)
    for half in several:
        gap = half.entry
        if gap.left:
            behind = _behind(half.last, told, begun, forms)
            longer = _inside(rights, half.last, behind[-1]) if behind else []
            _join(gap, half.first, half.last, _second(gap.key, behind, longer, told), words, found)
    return found


def _inside(rights: list[Mark], last: int, end: int) -> list[Mark]:
    """Second halves of several words that begin behind a token, up to another one."""
    return [right for right in rights if last < right.first <= end]


def _bits_behind(last: int, told: list[Word]) -> int:
    """Signs of the second halves within reach of a token that are single words."""
    bits = 0
    for at in range(last + 1, min(last + GAP + 2, len(told))):
        bits |= told[at].right_bits
    return bits


def _behind(last: int, told: list[Word], begun: set[int], forms: list[str]) -> list[int]:
    """Tokens behind another one, within reach in its sentence, that are second halves, or at which longer ones have
    ``begun``."""
    found: list[int] = []
    at, end = last, min(last + GAP + 1, len(told) - 1)
    while at < end and (len(forms[at]) > 1 or forms[at] not in ENDS):
        at += 1
        if told[at].right_bits or at in begun:
            found.append(at)
    return found


def _second(key: str, ones: list[int], longer: list[Mark], told: list[Word]) -> tuple[int, int]:
    """The tokens of the second half with a key: a single word rather than several; (-1, -1) where there is none."""
    for at in ones:
        if key in told[at].rights:
            return at, at
    for right in longer:
        if right.entry.key == key:
            return right.first, right.last
    return -1, -1


def _join(half: Gap, first: int, last: int, second: tuple[int, int], words: list[Word], found: list[Mark]) -> None:
    """Add the phrase whose halves were found. A cue is marked by its first half, anything else by its second, which
    holds the noun, unless that is a preposition."""
    if second[0] < 0:
        return
    if half.sense.kind == "cue" or words[second[0]].func:
        joined = Mark(first, last, half.sense)
    else:
        joined = Mark(second[0], second[1], half.sense)
        joined.head = (first, last)
    joined.tag = "phrase"
    found.append(joined)


def _merged(single: list[Mark], several: list[Mark]) -> list[Mark]:
    """Marks of single words and of phrases in one order: by first token, the longest first, of equals the word."""
    row: list[Mark] = []
    at, size = 0, len(single)
    for found in several:
        first = found.first
        longer = found.last > first
        while at < size and (single[at].first < first or (single[at].first == first and not longer)):
            row.append(single[at])
            at += 1
        row.append(found)
    return row + single[at:]


_INFLECTED: Final = frozenset(("trigger", "cue", "light", "factuality", "figure"))
_COMPANIED: Final = frozenset(("trigger", "cue", "people", "weapon", "figure"))
