"""The lexicon: every resource compiled into one vocabulary of words and one automaton of phrases."""

from __future__ import annotations

import gc
from functools import cache
from typing import Any, Final, cast

import ahocorasick_rs

from khabar.lexicon import kept
from khabar.lexicon.analyser import Analyser
from khabar.lexicon.company import UNASKED, Company, company_of
from khabar.lexicon.schema import PlaceRow
from khabar.lexicon.senses import Sense, Senses
from khabar.lexicon.tables import Tables
from khabar.lexicon.words import Word
from khabar.text.tokens import Tokens


class Match:
    """A phrase found: tokens ``first`` to ``last`` (inclusive) and its senses. ``whole``: its first word is a part of
    it with what looked like its clitics (باب الهوى, beside بدار السلام)."""

    __slots__ = ("first", "last", "senses", "whole")

    def __init__(self, first: int, last: int, senses: tuple[Sense, ...], whole: bool) -> None:
        self.first = first
        self.last = last
        self.senses = senses
        self.whole = whole


class Lexicon:
    """Compiled resources. ``word`` analyses a token; ``phrases`` finds the multi-word entries in a row of analysed
    words; ``name_words`` are words of the names of known people."""

    def __init__(self, tables: Tables) -> None:
        self._senses = Senses(tables)
        self._analyser = Analyser(tables, self._senses)
        self.actors: dict[str, Any] = {entry.id: entry for entry in self._senses.entries.get("actor", ())}
        self.countries: dict[str, Any] = {entry.id: entry for entry in self._senses.entries.get("country", ())}
        saying = next((one for one in self._senses.entries.get("cue", ()) if one.id == "cue.say"), None)
        self.said = None if saying is None else Sense("cue", saying, "perf.m")
        """What a colon behind a teller says."""
        self.places: dict[str, PlaceRow] = {row.id: row for row in tables.places}
        self.name_words: frozenset[str] = tables.names
        self._company: dict[int, Company | None] = {}
        self._meanings: list[int] = tables.meanings
        self._several: list[list[int]] = tables.several
        self._told: list[tuple[Sense, ...] | None] = [None] * len(tables.several)
        patterns = tables.patterns.split("\n") if tables.patterns else []
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.Standard)

    def company(self, sense: Sense) -> Company | None:
        """The words that the entry of a sense wants around it and those that forbid it; None where it has neither."""
        entry = sense.entry
        known = self._company.get(id(entry), UNASKED)
        if known is UNASKED:
            known = self._company[id(entry)] = company_of(entry)
        sense.company = known
        return known

    def word(self, form: str) -> Word:
        """The analysis of a folded token."""
        return self._analyser.word(form)

    def name(self, form: str) -> Word:
        """A folded token as the first word of a name known in full, none of whose letters is a clitic."""
        return self._analyser.name(form)

    def spelt(self, form: str) -> bool:
        """Whether a folded token, whole or after its clitics, is a word as it is spelt."""
        return self._analyser.spelt(form)

    def words(self, forms: list[str]) -> list[Word]:
        """The analyses of a row of folded tokens."""
        return self._analyser.words(forms)

    def known(self, tokens: Tokens) -> list[Word]:
        """The analyses of the tokens of a text, kept with them."""
        if tokens.cuts and not tokens.words:
            tokens.learn(self._analyser.of_cuts(tokens.cuts))
        if len(tokens.words) != len(tokens.forms):
            tokens.learn(self.words(tokens.forms[len(tokens.words) :]))
        return cast("list[Word]", tokens.words)

    def phrases(self, words: list[Word]) -> list[Match]:
        """All phrase entries in ``words`` (one analysed word a token), in order of their last word; overlaps are
        kept."""
        codes = [word.code for word in words]
        found: list[Match] = []
        at = 0
        end_at = len(codes[0]) if codes else 0  # where the letters of the word at ``at`` end
        for pattern, start, end in self._automaton.find_matches_as_indexes("".join(codes), overlapping=True):
            meaning: int = self._meanings[pattern]
            senses = self._told[meaning]
            if senses is None:
                senses = self._told[meaning] = tuple(self._senses.of(self._several[meaning]))
            low: int = start
            high: int = end
            while end_at < high:
                at += 1
                end_at += len(codes[at])
            first, start_at = at, end_at - len(codes[at])
            while start_at > low:
                first -= 1
                start_at -= len(codes[first])
            found.append(Match(first, at if end_at == high else at - 1, senses, start_at == low))
        return found


_YOUNG: Final = 50_000
"""New objects after which the garbage collector looks for cycles among them: more than an article makes, and what
one makes is freed without it."""


@cache
def default() -> Lexicon:
    """The lexicon of the shipped resources, built once. Its many small parts live as long as the process does: the
    garbage collector rests while they are made and passes them over afterwards; then it looks less often, since what
    reading an article makes is freed without it."""
    resting = gc.isenabled()
    gc.disable()
    try:
        return Lexicon(kept.tables())
    finally:
        gc.freeze()
        young, *older = gc.get_threshold()
        if 0 < young < _YOUNG:
            gc.set_threshold(_YOUNG, *older)
        if resting:
            gc.enable()
