"""Marks: everything the lexicon finds in a tokenised text, by token, with company words of triggers checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from khabar.lexicon.around import ALONE, KEPT, Around
from khabar.lexicon.found import Mark, merged, sort_marks
from khabar.lexicon.gaps import joined_halves
from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.senses import KINDS, PROPER, Sense
from khabar.lexicon.words import SILENT, Word
from khabar.text.tokens import Tokens

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
    forms, words = tokens.forms, lexicon.known(tokens)
    told = [SILENT if passed[at] else word for at, word in enumerate(words)] if passed is not None else words
    several = _several(lexicon, tokens, told, words)
    rows = _Rows(Around(lexicon, tokens, words, several))
    next_one, size = 0, len(several)
    for at, one in enumerate(told):
        while next_one < size and several[next_one].first == at and several[next_one].last > at:
            rows.add(several[next_one])
            next_one += 1
        for sense in one.marks:
            rows.note(sense)
            if not sense.jussive or _negated(forms, at):
                rows.add(Mark(at, at, sense))
        while next_one < size and several[next_one].first == at:
            rows.add(several[next_one])
            next_one += 1
    return Marks(tokens, words, rows.by_kind(several))


def _several(lexicon: Lexicon, tokens: Tokens, told: list[Word], words: list[Word]) -> list[Mark]:
    """The marks of phrases: by first token, the longest first. The first word of a name known in full is put in its
    place among the words: none of its letters is a clitic."""
    found: list[Mark] = []
    halves: list[Mark] = []
    for match in lexicon.phrases(told):
        if match.whole and told[match.first].pro and any(sense.kind in PROPER for sense in match.senses):
            told[match.first] = words[match.first] = lexicon.name(told[match.first].form)
        for sense in match.senses:
            if sense.kind == "gap":
                halves.append(Mark(match.first, match.last, sense))
            elif not sense.jussive or _negated(tokens.forms, match.first):
                found.append(Mark(match.first, match.last, sense))
    sort_marks(found)
    joined = joined_halves(told, halves, words, tokens.forms)
    sort_marks(joined)
    return merged(found, joined) if joined else found


class _Rows:
    """Marks by kind, each as it stands in the text; those come in order. Triggers that stand without the company that
    their entry wants go into a row of their own, other marks that do so are left out."""

    __slots__ = ("_company", "_loose", "_met", "_order", "_rows")

    def __init__(self, company: Around) -> None:
        self._company = company
        self._rows: list[list[Mark]] = [[] for _ in KINDS]
        self._met = [False] * len(KINDS)
        self._order: list[str] = []
        self._loose: list[Mark] = []

    def note(self, sense: Sense) -> None:
        """A single word has this sense: its kind comes before those that only phrases have."""
        if not self._met[sense.number]:
            self._met[sense.number] = True
            self._order.append(sense.kind)

    def add(self, found: Mark) -> None:
        sense = found.sense
        if sense.company is not None:
            told = self._company.of(found)
            if told != KEPT:
                if told == ALONE and sense.kind == "trigger":
                    self._loose.append(found)
                return
        self._rows[sense.number].append(found)

    def by_kind(self, several: list[Mark]) -> dict[str, list[Mark]]:
        """The rows by kind."""
        for found in several:
            self.note(found.sense)
        rows = {kind: self._rows[KINDS.index(kind)] for kind in self._order}
        if "trigger" in rows:
            rows["loose"] = self._loose
        return rows


def _negated(forms: list[str], at: int) -> bool:
    """A jussive form counts after لم or لا alone: elsewhere its letters are another word."""
    return at > 0 and forms[at - 1] in {"لم", "ولم", "فلم", "لا", "ولا"}
