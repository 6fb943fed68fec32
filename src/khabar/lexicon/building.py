"""Every resource inflected and spelt out as tables: one vocabulary of words and the patterns of phrases."""

from __future__ import annotations

import itertools
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import msgspec

from khabar.lexicon.analyser import Analyser
from khabar.lexicon.company import telling_words
from khabar.lexicon.conjugate import adjective_forms, noun_forms, verb_forms
from khabar.lexicon.functions import FUNCTION_WORDS
from khabar.lexicon.load import read_entries, read_places, read_vocabulary
from khabar.lexicon.schema import Entry
from khabar.lexicon.senses import PROPER, Senses
from khabar.lexicon.shapes import Shape, bare, products, shape
from khabar.lexicon.tables import Tables
from khabar.text.normalise import folded, heavy

_NO_NAMES: Final = frozenset(("func", "trigger", "cue", "title", "people", "institution", "country"))
_NAMED: Final = (
    ("names", "name"),
    ("weak", "weak"),
    ("metonyms", "metonym"),
    ("people", "people"),
    ("words", "word"),
)
"""Keys of an entry that hold words as they stand, and the tag of these."""


def build(folder: Path | None = None) -> Tables:
    """The tables of the resources below ``folder``. Raises ResourceError."""
    return _Builder(folder).tables()


def surface_forms(folder: Path | None = None) -> list[str]:
    """Every form that the lexicon knows as it is spelt, for benchmarks: single words and phrases."""
    builder = _Builder(folder)
    phrases = (
        " ".join(itertools.chain(*words)) for pieces, _ in builder.phrases for words in itertools.product(*pieces)
    )
    return [*builder.free, *builder.bound, *dict.fromkeys(phrases)]


class _Builder:
    """Gathers the forms of one resource after another; things and senses are numbered as ``Tables`` has them."""

    def __init__(self, folder: Path | None) -> None:
        self.free: dict[str, list[int]] = defaultdict(list)
        self.bound: dict[str, list[int]] = defaultdict(list)
        self.phrases: list[tuple[Shape, int]] = []
        self._articled: set[str] = set()
        self._plain: set[str] = set()
        self._gaps: list[tuple[str, int, bool]] = []
        self._tags: dict[str, int] = {}
        self._senses: dict[tuple[int, str], int] = {}
        self._vocabulary = read_vocabulary(folder)
        self._functions = list(dict.fromkeys(FUNCTION_WORDS.values()))
        self._entries: dict[str, list[Any]] = {}
        for loaded in read_entries(folder):
            self._entries.setdefault(loaded.kind, []).append(loaded.entry)
        self._places = list(read_places(folder))
        self._kinds = ["func"] * len(self._functions)
        self._ids = [*self._functions]
        for kind, several in (*self._entries.items(), ("place", self._places)):
            self._kinds += [kind] * len(several)
            self._ids += [entry.id for entry in several]
        self._gather()

    def _gather(self) -> None:
        for form, name in FUNCTION_WORDS.items():
            self.free[form].append(self._sense(self._functions.index(name), "func"))
        thing = len(self._functions)
        for kind, several in self._entries.items():
            for entry in several:
                self._add(kind, entry, thing)
                thing += 1
        self._add_places(thing)

    def tables(self) -> Tables:
        """Everything gathered. Phrases are spelt in letters last, for that takes the analysis of their words."""
        words = self._phrase_words()
        known = self._known_words(words)
        tables = Tables(
            functions=self._functions,
            entries={kind: msgspec.Raw(msgspec.msgpack.encode(_lean(rows))) for kind, rows in self._entries.items()},
            places=self._places,
            gaps=self._gaps,
            tags=list(self._tags),
            senses=[],
            free=dict(self.free),
            bound=dict(self.bound),
            known=known,
            vocabulary=self._vocabulary,
            plain=frozenset(self._plain - self._articled),
            articled=frozenset(self._articled - self._plain),
            heavy=_heavy([*self.free, *sorted(known)]),
            telling=telling_words(itertools.chain(*self._entries.values())),
            names=self._names(),
            codes={},
            patterns="",
            meanings=[],
            several=[],
        )
        tables.senses = [thing * len(self._tags) + self._tags[tag] for thing, tag in self._senses]
        _Spelling(tables).spell(words, self.phrases)
        return tables

    def _sense(self, thing: int, tag: str) -> int:
        """The number of a sense."""
        if tag not in self._tags:
            self._tags[tag] = len(self._tags)
        return self._senses.setdefault((thing, tag), len(self._senses))

    def _add(self, kind: str, entry: Any, thing: int) -> None:
        for pair in getattr(entry, "verbs", ()):
            self._forms(verb_forms(pair), thing)
        for noun in getattr(entry, "nouns", ()):
            self._forms(noun_forms(noun), thing)
        for adjective in getattr(entry, "adjectives", ()):
            for word in (adjective,) if kind != "figure" else adjective.split():
                if " " in word:
                    self._text(word, thing, "adj")
                else:
                    self._forms(adjective_forms(word), thing)
        for attribute, tag in _NAMED:
            for name in getattr(entry, attribute, ()):
                self._text(name, thing, tag)
        for phrase in getattr(entry, "phrases", ()):
            self._text(phrase, thing, "phrase")
        if pattern := getattr(entry, "pattern", None):
            self._text(pattern, thing, "head")

    def _add_places(self, thing: int) -> None:
        """Names of places, folded all at once."""
        names = [name for row in self._places for name in (row.name, *row.variants)]
        spelt = iter(folded("\n".join(names)).split("\n"))
        for row in self._places:
            tag = "weak" if row.weak else "name"
            for _ in range(1 + len(row.variants)):
                self._text(next(spelt), thing, tag)
            thing += 1

    def _forms(self, forms: list[tuple[str, str]], thing: int) -> None:
        for form, tag in forms:
            if tag.endswith("+"):
                self.bound[form].append(self._sense(thing, tag[:-1]))
            else:
                self._form(form, self._sense(thing, tag))

    def _form(self, form: str, sense: int) -> None:
        row = self.free[form]
        if sense not in row:
            row.append(sense)

    def _text(self, text: str, thing: int, tag: str) -> None:
        if "..." in text:
            for half, left in zip(text.split("...", 1), (True, False), strict=True):
                self._words(half, self._gap(text, thing, tag, left), "gap", tag)
            return
        self._words(text, thing, self._kinds[thing], tag)

    def _gap(self, text: str, thing: int, tag: str, left: bool) -> int:
        """The thing that half of a phrase with a gap is."""
        key = f"{self._kinds[thing]}:{self._ids[thing]}:{text}"
        self._gaps.append((key, self._sense(thing, tag), left))
        return len(self._kinds) + len(self._gaps) - 1

    def _words(self, text: str, thing: int, kind: str, tag: str) -> None:
        pieces = shape(text)
        sense = self._sense(thing, tag)
        if len(pieces) == 1 and len(pieces[0][0]) == 1:
            verb = text.lstrip().startswith("{")
            for words in pieces[0]:
                core = words[0] if verb else bare(words[0])
                if kind in PROPER:
                    (self._articled if core != words[0] else self._plain).add(core)
                self._form(core, sense)
        elif pieces:
            self.phrases.append((pieces, sense))

    def _names(self) -> frozenset[str]:
        """Words of the names of known people: other people bear them too."""
        people = (entry for entry in self._entries.get("actor", ()) if entry.kind == "person")
        words = {bare(folded(word)) for entry in people for name in entry.names for word in name.split()}
        kinds = {number: self._kinds[thing] for (thing, _), number in self._senses.items() if thing < len(self._kinds)}
        return frozenset(
            word
            for word in words
            if len(word) > 2 and not any(kinds.get(number) in _NO_NAMES for number in self.free.get(word, ()))
        )

    def _phrase_words(self) -> list[str]:
        """Every word of a phrase."""
        rows = {id(row): row for pieces, _ in self.phrases for row in pieces}
        return list(dict.fromkeys(word for row in rows.values() for words in row for word in words))

    def _known_words(self, words: list[str]) -> set[str]:
        """Words of phrases, but for those that are a clitic and a word known on its own."""
        known = set()
        for word in words:
            if len(word) < 3:
                continue
            core = bare(word)
            rest = core[2:] if core.startswith("لل") else bare(core[1:])  # للشؤون
            if core[0] in "وف" and rest in self.free:
                continue
            if core[0] in "وفبلك" and core not in self._vocabulary and (rest in self.free or rest in self._vocabulary):
                continue
            known.add(core)
        return known


class _Spelling:
    """Gives every piece of a phrase (a word's core, a clitic) one letter of its own: phrases become a few letters long
    and match at the bounds of pieces alone."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._analyser = Analyser(tables, Senses(tables))

    def spell(self, words: list[str], phrases: list[tuple[Shape, int]]) -> None:
        """Put the patterns of phrases into the tables, each with the senses of the phrases that come to it."""
        known = {word: self._code(word) for word in words}
        coded: dict[int, list[str]] = {}
        meant: dict[str, list[int]] = {}
        joined = self._tables.codes.get("+و", "")
        for pieces, sense in phrases:
            for row in pieces:
                if id(row) not in coded:
                    coded[id(row)] = ["".join([known[word] for word in several]) for several in row]
            codes = products([coded[id(row)] for row in pieces])
            if pieces[0][0][0][0] != "+":
                size = sum([len(row[0]) for row in pieces])
                codes = [code[1:] if code[:1] == joined and len(code) > size else code for code in codes]
            for code in codes:
                meant.setdefault(code, []).append(sense)
        patterns = sorted(meant, key=lambda code: (len(code), code))  # the automaton is built fastest in this order
        numbers: dict[tuple[int, ...], int] = {}
        self._tables.patterns = "\n".join(patterns)
        self._tables.meanings = [numbers.setdefault(tuple(meant[code]), len(numbers)) for code in patterns]
        self._tables.several = [list(several) for several in numbers]

    def _code(self, word: str) -> str:
        """The letters of a word of a phrase, one for each of its pieces."""
        pieces = [word] if word[0] == "+" else self._analyser.unit(word).split(" ")[:-1]
        codes = self._tables.codes
        return "".join([codes.setdefault(piece, _letter(len(codes))) for piece in pieces])


def _letter(number: int) -> str:
    """A code point for piece ``number``, surrogates left out."""
    return chr(0x100 + number if number < 0xD700 else 0xE000 + number - 0xD700)


def _lean(entries: list[Any]) -> list[Entry]:
    """Entries without their example sentences, which only ``check`` asks for."""
    return [msgspec.structs.replace(entry, examples=(), counter=()) for entry in entries]


def _heavy(forms: list[str]) -> dict[str, str]:
    """Forms by their heavier spelling, where that or a word's ending may be spelt otherwise."""
    found: dict[str, str] = {}
    for form, spelt in zip(forms, heavy("\n".join(forms)).split("\n"), strict=True):
        if spelt != form or form.endswith(("ه", "ي")):
            found.setdefault(spelt, form)
    return found
