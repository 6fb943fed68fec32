"""The lexicon: every resource compiled into one vocabulary of words and one automaton of phrases."""

from __future__ import annotations

import gc
import itertools
from bisect import bisect_right
from collections import defaultdict
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final

import ahocorasick_rs

from khabar.lexicon.conjugate import adjective_forms, noun_forms, verb_forms
from khabar.lexicon.functions import FUNCTION_WORDS
from khabar.lexicon.load import Loaded, read_entries, read_places, read_vocabulary
from khabar.lexicon.schema import PlaceRow
from khabar.lexicon.shapes import Shape, bare, products, shape
from khabar.lexicon.words import UNASKED, Analyser, Company, Sense, Wanted, Word
from khabar.text.normalise import folded


class Match:
    """A phrase found: tokens ``first`` to ``last`` (inclusive) and its senses."""

    __slots__ = ("first", "last", "senses")

    def __init__(self, first: int, last: int, senses: tuple[Sense, ...]) -> None:
        self.first = first
        self.last = last
        self.senses = senses


_NO_NAMES: Final = frozenset(("func", "trigger", "cue", "title", "people", "institution", "country"))
PROPER: Final = frozenset(("actor", "country", "place"))


class Gap:
    """Half of a phrase with a gap (``{ألقى يلقي} ... باللوم``): the halves of one ``key`` make up ``sense``."""

    __slots__ = ("key", "left", "sense")

    def __init__(self, key: str, sense: Sense, left: bool) -> None:
        self.key = key
        self.sense = sense
        self.left = left

    @property
    def id(self) -> str:
        return self.key


class Lexicon:
    """Compiled resources. ``word`` analyses a token; ``phrases`` finds the multi-word entries in a row of analysed
    words."""

    def __init__(self, folder: Path | None = None) -> None:
        self.entries: list[Loaded] = read_entries(folder)
        self._free: dict[str, list[Sense]] = defaultdict(list)
        self._bound: dict[str, list[Sense]] = defaultdict(list)
        self._phrases: list[tuple[Shape, Sense]] = []
        self._articled: set[str] = set()
        self._plain: set[str] = set()
        self.places: dict[str, PlaceRow] = {}
        self._company: dict[int, Company | None] = {}
        for form, sense in FUNCTION_WORDS.items():
            self._free[form].append(Sense("func", sense, "func"))
        for loaded in self.entries:
            self._add(loaded)
        self._add_places(list(read_places(folder)))
        self.actors = {loaded.entry.id: loaded.entry for loaded in self.entries if loaded.kind == "actor"}
        self.countries = {loaded.entry.id: loaded.entry for loaded in self.entries if loaded.kind == "country"}
        vocabulary = read_vocabulary(folder)
        words = self._phrase_words()
        self._analyser = Analyser(
            dict(self._free),
            dict(self._bound),
            self._known_words(words, vocabulary),
            vocabulary,
            frozenset(self._plain - self._articled),
            frozenset(self._articled - self._plain),
        )
        self.name_words = self._names()
        self._compile(words)

    def company(self, sense: Sense) -> Company | None:
        """The words that the entry of a sense wants around it and those that forbid it; None where it has neither."""
        entry = sense.entry
        known = self._company.get(id(entry), UNASKED)
        if known is UNASKED:
            sides = [getattr(entry, side, ()) for side in _SIDES]
            known = Company(*[_wanted(words) for words in sides]) if any(sides) else None
            self._company[id(entry)] = known
        sense.company = known
        return known

    def word(self, form: str) -> Word:
        """The analysis of a folded token."""
        if not self._analyser.telling:
            self._analyser.telling = self._company_words()
        return self._analyser.word(form)

    def words(self, forms: list[str]) -> list[Word]:
        """The analyses of a row of folded tokens."""
        if not self._analyser.telling:
            self._analyser.telling = self._company_words()
        return self._analyser.words(forms)

    def _company_words(self) -> frozenset[str]:
        """Every form of a single word that some entry wants or forbids around it."""
        named = {getattr(loaded.entry, side, ()) for loaded in self.entries for side in _SIDES}
        return frozenset().union(*[found.singles for words in named if (found := _wanted(words)) is not None])

    def _names(self) -> frozenset[str]:
        """Words of the names of known people: other people bear them too."""
        people = (loaded.entry for loaded in self.entries if loaded.kind == "actor" and loaded.entry.kind == "person")  # type: ignore[attr-defined]
        words = {bare(folded(word)) for entry in people for name in entry.names for word in name.split()}  # type: ignore[attr-defined]
        return frozenset(
            word
            for word in words
            if len(word) > 2 and not any(sense.kind in _NO_NAMES for sense in self._free.get(word, ()))
        )

    def _known_words(self, words: set[str], vocabulary: dict[str, str]) -> set[str]:
        """Words of phrases, but for those that are a clitic and a word known on its own."""
        known = set()
        for word in words:
            if len(word) < 3:
                continue
            core = bare(word)
            rest = bare(core[1:])
            if core[0] in "وف" and rest in self._free:
                continue
            if core[0] in "وفبلك" and core not in vocabulary and (rest in self._free or rest in vocabulary):
                continue
            known.add(core)
        return known

    def _phrase_words(self) -> set[str]:
        """Every word of a phrase."""
        rows = {id(row): row for pieces, _ in self._phrases for row in pieces}
        return {word for row in rows.values() for words in row for word in words}

    def _add_places(self, rows: list[PlaceRow]) -> None:
        """Names of places, folded all at once."""
        names = [name for row in rows for name in (row.name, *row.variants)]
        spelt = iter(folded("\n".join(names)).split("\n"))
        for row in rows:
            self.places[row.id] = row
            tag = "weak" if row.weak else "name"
            for _ in range(1 + len(row.variants)):
                self._text(next(spelt), Sense("place", row, tag))

    def _add(self, loaded: Loaded) -> None:
        kind, entry = loaded.kind, loaded.entry
        for pair in getattr(entry, "verbs", ()):
            for form, tag in verb_forms(pair):
                self._form(form, Sense(kind, entry, tag))
        for noun in getattr(entry, "nouns", ()):
            for form, tag in noun_forms(noun):
                self._form(form, Sense(kind, entry, tag))
        for adjective in getattr(entry, "adjectives", ()):
            for word in (adjective,) if kind != "figure" else adjective.split():
                if " " in word:
                    self._text(word, Sense(kind, entry, "adj"))
                else:
                    for form, tag in adjective_forms(word):
                        self._form(form, Sense(kind, entry, tag))
        for attribute, tag in (
            ("names", "name"),
            ("weak", "weak"),
            ("metonyms", "metonym"),
            ("people", "people"),
            ("words", "word"),
        ):
            for name in getattr(entry, attribute, ()):
                self._text(name, Sense(kind, entry, tag))
        for phrase in getattr(entry, "phrases", ()):
            self._text(phrase, Sense(kind, entry, "phrase"))
        if pattern := getattr(entry, "pattern", None):
            self._text(pattern, Sense(kind, entry, "head"))

    def _form(self, form: str, sense: Sense) -> None:
        if sense.tag.endswith("+"):
            self._bound[form].append(Sense(sense.kind, sense.entry, sense.tag[:-1]))
            return
        row = self._free[form]
        for known in row:
            if known.entry is sense.entry and known.tag == sense.tag and known.kind == sense.kind:
                return
        row.append(sense)

    def _text(self, text: str, sense: Sense) -> None:
        if "..." in text:
            left, right = text.split("...", 1)
            key = f"{sense.kind}:{sense.entry.id}:{text}"
            self._text(left, Sense("gap", Gap(key, sense, True), sense.tag))
            self._text(right, Sense("gap", Gap(key, sense, False), sense.tag))
            return
        pieces = shape(text)
        if len(pieces) == 1 and len(pieces[0][0]) == 1:
            verb = text.lstrip().startswith("{")
            for words in pieces[0]:
                core = words[0] if verb else bare(words[0])
                if sense.kind in PROPER:
                    (self._articled if core != words[0] else self._plain).add(core)
                self._form(core, sense)
        elif pieces:
            self._phrases.append((pieces, sense))

    def _code(self, word: str) -> str:
        """The letters of a word of a phrase, one for each of its pieces."""
        pieces = [word] if word[0] == "+" else self._analyser.unit(word).split(" ")[:-1]
        codes = self._analyser.codes
        for piece in pieces:
            if piece not in codes:
                codes[piece] = _letter(len(codes))
        return "".join([codes[piece] for piece in pieces])

    def _compile(self, words: set[str]) -> None:
        """Give every piece of a phrase (a word's core, a clitic) one letter of its own, and build the automaton over
        these letters: phrases become a few letters long and match at the bounds of pieces alone."""
        coded: dict[int, list[str]] = {}
        known = {word: self._code(word) for word in words}
        for pieces, _ in self._phrases:
            for row in pieces:
                if id(row) not in coded:
                    coded[id(row)] = ["".join([known[word] for word in several]) for several in row]
        joined = self._analyser.codes.get("+و", "")
        patterns: list[str] = []
        self._pattern_senses: list[tuple[Sense, ...]] = []
        for pieces, sense in self._phrases:
            codes = products([coded[id(row)] for row in pieces])
            if pieces[0][0][0][0] != "+":
                size = sum([len(row[0]) for row in pieces])
                codes = [code[1:] if code[:1] == joined and len(code) > size else code for code in codes]
            patterns += codes
            self._pattern_senses += [(sense,)] * len(codes)
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.Standard)

    def phrases(self, words: list[Word]) -> list[Match]:
        """All phrase entries in ``words`` (one analysed word a token), in order of their last word; overlaps are
        kept."""
        codes = [word.code for word in words]
        starts = list(accumulate(map(len, codes), initial=0))
        found: list[Match] = []
        before = (-1, -1)
        for pattern, start, end in self._automaton.find_matches_as_indexes("".join(codes), overlapping=True):
            senses = self._pattern_senses[pattern]
            if (start, end) == before:
                found[-1].senses += senses
                continue
            before = (start, end)
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
            if starts[last + 1] != end:
                last -= 1
            found.append(Match(first, last, senses))
        return found

    @property
    def patterns(self) -> list[str]:
        """Every surface form the lexicon knows, for benchmarks: single words and phrases."""
        phrases = (
            " ".join(itertools.chain(*words)) for pieces, _ in self._phrases for words in itertools.product(*pieces)
        )
        return [*self._free, *self._bound, *dict.fromkeys(phrases)]


def _letter(number: int) -> str:
    """A code point for piece ``number``, surrogates left out."""
    return chr(0x100 + number if number < 0xD700 else 0xE000 + number - 0xD700)


_SIDES: Final = ("with_", "without", "not_after", "not_before")
"""Keys of an entry that tell of the words around it, in the order of ``Company``."""


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
        return Lexicon()
    finally:
        gc.freeze()
        young, *older = gc.get_threshold()
        if 0 < young < _YOUNG:
            gc.set_threshold(_YOUNG, *older)
        if resting:
            gc.enable()
