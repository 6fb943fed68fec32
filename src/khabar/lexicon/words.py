"""A word taken apart, with all that is asked of it again and again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from khabar.lexicon.senses import Sense, bits_of
from khabar.text.tokens import Known

NO_PIECE: Final = "\x00"
"""Letter of pieces that no phrase has."""
THIRD: Final = frozenset(("ه", "ها", "هم", "هما"))
"""Suffixes that stand for somebody or something named before."""

_NO_KEYS: Final[frozenset[str]] = frozenset()


class Word(Known):
    """A word taken apart. ``pro``: clitics before it (و ف ب ل ك س) in order; ``det``: has the article; ``enc``: suffix
    pronoun; ``core``: what is left; ``senses``: its readings; ``unit``: its pieces, each with a space after it;
    ``code``: the letters that phrases are matched in, one a piece.

    ``cls``: class of a common word (``resources/vocabulary.tsv``): v verb, b verb or noun, n noun, j adjective, d
    adverb or particle, a accusative, g part of a personal name, l place, o other name, f number or date, x fragment, w
    any other, '' unknown. ``verbal``: as far as is known a verb. ``func``: class of a function word (see functions), ''
    for any other. ``minor``: only a light verb or a word of factuality. ``label``: what the word is to its neighbours:
    its own mark, a class of function word, the type of a trigger, or the first of its kinds. ``marks``: its readings
    but for those as a function word. ``near``: what it is known by when it stands near another word, where that
    tells something there: its form and core, of an unknown one also what is left without what may be a clitic or a
    suffix. ``lefts``, ``rights``: keys of phrases with a gap whose first or second half it is; ``left_bits``,
    ``right_bits``: signs of these. ``content``: its core, if it says something: '' for function words, marks and words
    of two letters.
    What later layers keep with it, -1 or None before they were asked: bits of :mod:`khabar.mentions.phrase_words`
    (``traits``), :mod:`khabar.mentions.among` (``among``) and :mod:`khabar.mentions.verbs` (``could``); ``leads``,
    whether a noun can be governed by it (:mod:`khabar.mentions.reading`); ``opens``, what it may begin in
    :mod:`khabar.claims.contexts`."""

    __slots__ = (
        "among",
        "cls",
        "code",
        "content",
        "could",
        "det",
        "enc",
        "func",
        "halves",
        "known",
        "label",
        "leads",
        "left_bits",
        "lefts",
        "marks",
        "minor",
        "near",
        "opens",
        "pro",
        "right_bits",
        "rights",
        "senses",
        "traits",
        "unit",
        "verbal",
    )

    def __init__(
        self, form: str, pro: str, det: bool, core: str, enc: str, senses: tuple[Sense, ...], unit: str, known: bool
    ) -> None:
        super().__init__(form, core)
        self.pro = pro
        self.det = det
        self.enc = enc
        self.senses = senses
        self.unit = unit
        self.code = ""
        self.known = known
        self.cls = ""
        self.verbal = False
        self.func = ""
        self.minor = False
        self.label = ""
        self.marks: tuple[Sense, ...] = ()
        self.halves: tuple[Sense, ...] = ()
        self.lefts: frozenset[str] = _NO_KEYS
        self.rights: frozenset[str] = _NO_KEYS
        self.left_bits = 0
        self.right_bits = 0
        self.near: tuple[str, ...] = ()
        self.content = ""
        self.traits = -1
        self.among = -1
        self.could = -1
        self.leads = -1
        self.opens: list[Any] | None = None

    def describe(self, telling: frozenset[str]) -> None:
        """Work out all that is asked of the word again and again. ``telling``: words that count near another one."""
        senses = self.senses
        func = ""
        for sense in senses:
            if sense.kind == "func":
                func = str(sense.entry)
                break
        self.func = func
        self.verbal = _acts(self)
        self.minor = bool(senses) and all(sense.kind in {"factuality", "light"} for sense in senses)
        self.label = _label(self, func)
        self.marks = tuple([sense for sense in senses if sense.kind not in {"func", "gap"}])
        self.halves = tuple([sense for sense in senses if sense.kind == "gap"])
        self.lefts = frozenset([sense.entry.key for sense in self.halves if sense.entry.left])
        self.rights = frozenset([sense.entry.key for sense in self.halves if not sense.entry.left])
        self.left_bits = bits_of(self.lefts)
        self.right_bits = bits_of(self.rights)
        near = (self.core, self.form, *(() if senses else _loose(self.core)))
        self.near = tuple([word for word in dict.fromkeys(near) if word in telling])
        self.content = self.core if len(self.core) > 2 and not func else ""


SILENT: Final = Word("", "", False, "", "", (), "", False)
"""Stands for a word that tells nothing, whatever it is; no phrase runs over it."""
SILENT.code = NO_PIECE


_LABELLED: Final[tuple[str, ...]] = (
    "func",
    "light",
    "cue",
    "trigger",
    "title",
    "actor",
    "country",
    "institution",
    "people",
    "place",
)


def _label(word: Word, func: str) -> str:
    if not word.form[0].isalnum():
        return word.form
    kinds = {sense.kind for sense in word.senses}
    kind = next((kind for kind in _LABELLED if kind in kinds), None)
    if kind == "func":
        return f"f:{func}"
    if kind == "trigger":
        return "T:" + next(str(sense.entry.type) for sense in word.senses if sense.kind == "trigger")
    return kind or ("det" if word.det else "other")


def _loose(core: str) -> Iterator[str]:
    """A word that no resource knows, with what may be a clitic or a suffix taken off: good enough to know company
    by."""
    for stem in (core, core[1:]) if core[:1] in "بلكوف" and len(core) > 4 else (core,):
        for suffix in ("هم", "ها", "ه"):
            if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
                yield stem[: -len(suffix)]
        if stem is not core:
            yield stem


def _acts(word: Word) -> bool:
    if word.det or ("ب" in word.pro and not word.core.endswith("ت")):
        return False
    senses = [sense for sense in word.senses if sense.tag not in {"weak", "phrase"}]
    if senses:
        return all(sense.verbal for sense in senses)
    if word.cls:
        return word.cls == "v"
    form = word.form
    return (
        not word.known
        and form[0] in "يت"
        and len(form) > 3
        and not form.endswith("ة")
        and form[-1] not in "اى"
        and form[1] != "و"
    )
