"""What a single word can be: clitics taken off, inflection looked up. Cached, since news repeats its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from khabar.lexicon.company import UNASKED, Company
from khabar.lexicon.tables import Tables, of_kind
from khabar.text.normalise import heavy


class Sense:
    """One reading of a word: ``kind`` of resource, its ``entry`` and the ``tag`` of the form (see conjugate)."""

    __slots__ = ("company", "entry", "kind", "tag")

    def __init__(self, kind: str, entry: Any, tag: str) -> None:
        self.kind = kind
        self.entry = entry
        self.tag = tag
        self.company: Company | None = UNASKED

    def __repr__(self) -> str:
        return f"Sense({self.kind!r}, {getattr(self.entry, 'id', self.entry)!r}, {self.tag!r})"


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


class Senses:
    """The senses of the lexicon by number, each made when it is first asked for: news uses few of them. ``entries``
    are those of each kind."""

    def __init__(self, tables: Tables) -> None:
        self.entries: dict[str, list[Any]] = {kind: of_kind(tables, kind) for kind in tables.entries}
        self._things: list[Any] = [*tables.functions]
        self._kinds: list[str] = ["func"] * len(tables.functions)
        for kind, several in (*self.entries.items(), ("place", tables.places), ("gap", tables.gaps)):
            self._things += several
            self._kinds += [kind] * len(several)
        self._tags: list[str] = tables.tags
        self._senses: list[int] = tables.senses
        self._made: dict[int, Sense] = {}

    def of(self, numbers: list[int]) -> list[Sense]:
        """The senses of these numbers."""
        return [self._made.get(number) or self._make(number) for number in numbers]

    def _make(self, number: int) -> Sense:
        thing, tag = divmod(self._senses[number], len(self._tags))
        kind, entry = self._kinds[thing], self._things[thing]
        if kind == "gap":
            key, whole, left = entry
            entry = Gap(key, self.of([whole])[0], left)
        made = self._made[number] = Sense(kind, entry, self._tags[tag])
        return made


_NO_KEYS: Final[frozenset[str]] = frozenset()


class Word:
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
    suffix. ``content``: its core, if it says something: '' for function words, marks and words of two letters.
    What later layers keep with it: ``traits``, bits of :mod:`khabar.mentions.phrase_words`, -1 before they were asked;
    ``opens``, what it may begin in :mod:`khabar.claims.contexts`, None before."""

    __slots__ = (
        "cls",
        "code",
        "content",
        "core",
        "det",
        "enc",
        "form",
        "func",
        "halves",
        "known",
        "label",
        "lefts",
        "marks",
        "minor",
        "near",
        "opens",
        "pro",
        "rights",
        "senses",
        "traits",
        "unit",
        "verbal",
    )

    def __init__(
        self, form: str, pro: str, det: bool, core: str, enc: str, senses: tuple[Sense, ...], unit: str, known: bool
    ) -> None:
        self.form = form
        self.pro = pro
        self.det = det
        self.core = core
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
        self.near: tuple[str, ...] = ()
        self.content = ""
        self.traits = -1
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
        near = (self.core, self.form, *(() if senses else _loose(self.core)))
        self.near = tuple([word for word in dict.fromkeys(near) if word in telling])
        self.content = self.core if len(self.core) > 2 and not func else ""


VERBAL: Final[tuple[str, ...]] = ("perf", "impf", "pass", "ipass", "jus")
"""How the tags of verbs begin (see conjugate)."""
_PROPER: Final = frozenset(("actor", "country", "place"))
_STRONG: Final = frozenset(("trigger", "light", "func", "actor", "country", "place", "title", "people", "institution"))
_SUFFIXES: Final[tuple[str, ...]] = ("هما", "كما", "هم", "ها", "هن", "نا", "كم", "ني", "ه", "ي", "ك")
_KEEP: Final = frozenset(
    "الله التي الذي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي الا الي الى الان الف الفا الفين "
    "الاف الماني المانيا".split()
)
_FUSED: Final[dict[str, str]] = {"لجزائر": "الجزائر"}
"""Names that keep their article, as ل leaves them (للجزائر)."""
_OTHER: Final = "\x00"
"""Letter of pieces that no phrase has."""
_TRANSPARENT: Final = frozenset("\"'“”„«»‹›`´‘’-–—*")


SILENT: Final = Word("", "", False, "", "", (), "", False)
"""Stands for a word that tells nothing, whatever it is; no phrase runs over it."""
SILENT.code = _OTHER


class Analyser:
    """Takes words apart by a vocabulary of free and bound forms."""

    def __init__(self, tables: Tables, senses: Senses) -> None:
        self._senses = senses
        self._free: dict[str, list[int]] = tables.free
        self._bound: dict[str, list[int]] = tables.bound
        self._known: set[str] = tables.known
        self._vocabulary: dict[str, str] = tables.vocabulary
        self._plain: frozenset[str] = tables.plain
        self._articled: frozenset[str] = tables.articled
        self._heavy: dict[str, str] = tables.heavy
        self._telling: frozenset[str] = tables.telling
        self._codes: dict[str, str] = tables.codes
        self._cache: dict[str, Word] = {}

    def word(self, form: str) -> Word:
        """The analysis of a folded token."""
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) > 100_000:
                self._cache.clear()
            found = self._cache[form] = self._analyse(form)
            found.describe(self._telling)
            found.code = "".join([self._codes.get(piece, _OTHER) for piece in found.unit.split(" ")[:-1]])
        return found

    def words(self, forms: list[str]) -> list[Word]:
        """The analyses of a row of folded tokens."""
        get = self._cache.get
        return [get(form) or self.word(form) for form in forms]

    def unit(self, form: str) -> str:
        """The pieces of a word, each with a space after it."""
        exact = self._exact(form)
        if exact and form not in self._articled and any(sense.kind in _STRONG for sense in exact):
            return f"{form} "  # what the whole analysis comes to
        return self._analyse(form).unit

    def _exact(self, form: str) -> list[Sense]:
        """The senses of a form as it stands."""
        numbers = self._free.get(form)
        return self._senses.of(numbers) if numbers else []

    def _analyse(self, form: str) -> Word:
        if not form[0].isalpha() or form[0] < "\u0600":
            unit = "" if form in _TRANSPARENT else f"{form} "
            return Word(form, "", False, form, "", (), unit, False)
        found = self._split(form)
        if found is None:
            found = self._common(form)
        if found is None:
            again = self._heavy.get(heavy(form))
            if again is not None and again != form:
                found = self._split(again)
            if found is None:
                found = self._split_heavy(form)
        if found is None:
            return self._unknown(form)
        found.form = form
        found.cls = self._vocabulary.get(found.core, "")
        return found

    def _common(self, form: str) -> Word | None:
        """A common word that no resource knows, whole or after its clitics."""
        if form in self._vocabulary:
            return Word(form, "", False, form, "", (), f"{form} ", True)
        for pro, rest in _proclitics(form):
            if pro and rest in self._vocabulary:
                return Word(form, pro, False, rest, "", (), _unit(pro, rest), True)
            core = rest[2:] if rest.startswith("ال") else rest[1:] if rest.startswith("ل") and pro.endswith("ل") else ""
            if len(core) > 1 and core in self._vocabulary and rest not in _KEEP:
                return Word(form, pro, True, core, "", (), _unit(pro, core), True)
        return None

    def _split_heavy(self, form: str) -> Word | None:
        for pro, rest in _proclitics(form):
            for article in ("ال", ""):
                if article and not rest.startswith(article):
                    continue
                again = self._heavy.get(heavy(rest[len(article) :]))
                if again and len(again) > 2:
                    built = self._build(form, pro, bool(article), again, "")
                    if built:
                        return built
        return None

    def _split(self, form: str) -> Word | None:
        """A form as it stands, unless only a phrase or a minor word has it so and the word after its clitics has
        more to say."""
        exact = self._exact(form)
        if exact and any(sense.kind in _STRONG for sense in exact):
            return self._build(form, "", False, form, "")
        whole = self._vocabulary.get(form, "w") != "w"
        for pro, rest in _proclitics(form):
            if whole and pro[-1:] in {"ب", "ل", "ك", "س"} and not exact:
                continue
            found = self._nominal(form, pro, rest)
            if found and (found.senses or not exact):
                if exact:
                    found.senses = (*exact, *found.senses)
                    return found
                if found.senses or form not in self._known:
                    return found
        if exact or form in self._known:
            return self._build(form, "", False, form, "")
        return None

    def _nominal(self, form: str, pro: str, rest: str) -> Word | None:
        """``rest`` as it is, with the article, or with a suffix pronoun; one that only a phrase has so comes last."""
        if pro and rest in self._free and any(sense.kind != "gap" for sense in self._exact(rest)):
            built = self._build(form, pro, False, rest, "")
            if built:
                return built
        if rest.startswith("ال") and len(rest) > 3 and rest not in _KEEP:
            core = rest[2:]
            if core in self._free or core in self._known:
                built = self._build(form, pro, True, core, "")
                if built:
                    return built
        if rest.startswith("ل") and pro.endswith("ل") and len(rest) > 3:
            core = rest[1:]
            if core in self._free or core in self._known:
                built = self._build(form, pro, True, core, "")
                if built:
                    return built
        for suffix in _SUFFIXES:
            if rest.endswith(suffix) and len(rest) - len(suffix) > 1:
                core = rest[: -len(suffix)]
                if core in self._bound or core in self._free:
                    built = self._build(form, pro, False, core, suffix)
                    if built:
                        return built
        if pro and (rest in self._free or rest in self._known):
            return self._build(form, pro, False, rest, "")
        return None

    def _build(self, form: str, pro: str, det: bool, core: str, enc: str) -> Word | None:
        senses = self._exact(core)
        if enc:
            senses = [sense for sense in senses if _takes_suffix(sense)] + self._senses.of(self._bound.get(core, []))
            if not senses:
                return None
        if det:
            senses = [sense for sense in senses if not _is_verbal(sense.tag)]
            if core in self._plain:
                senses = [sense for sense in senses if sense.kind not in _PROPER or sense.tag in {"adj", "people"}]
        elif core in self._articled:
            senses = [
                sense for sense in senses if sense.kind not in {"place", "country"} or sense.tag in {"adj", "people"}
            ]
        last = pro[-1:] if pro else ""
        if last == "س":
            senses = [sense for sense in senses if sense.tag.startswith(("impf", "ipass")) or _may_come(sense, core)]
        elif last in {"ب", "ك"}:
            senses = [sense for sense in senses if not _is_verbal(sense.tag)]
        elif last == "ل":
            senses = [sense for sense in senses if not sense.tag.startswith(("perf", "pass", "jus"))]
        if not senses and (core in self._free or last == "س"):
            return None
        return Word(form, pro, det, core, enc, tuple(senses), _unit(pro, core), True)

    def _unknown(self, form: str) -> Word:
        for pro, article in _ARTICLES:
            if form.startswith(article) and len(form) > len(article) + 2 and form not in _KEEP:
                core = form[len(article) :]
                return Word(form, pro, True, core, "", (), _unit(pro, core), False)
        return Word(form, "", False, form, "", (), f"{form} ", False)


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


def _may_come(sense: Sense, core: str) -> bool:
    """The first half of a phrase with a gap, in a form that the future's س can stand before (ستطلق ... سراح)."""
    return sense.kind == "gap" and core[0] in "يتنا" and len(core) > 3


def _acts(word: Word) -> bool:
    if word.det:
        return False
    senses = [sense for sense in word.senses if sense.tag not in {"weak", "phrase"}]
    if senses:
        return all(_is_verbal(sense.tag) for sense in senses)
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


_ARTICLES: Final[tuple[tuple[str, str], ...]] = (
    ("ول", "ولل"),
    ("فل", "فلل"),
    ("ل", "لل"),
    ("وب", "وبال"),
    ("وك", "وكال"),
    ("فب", "فبال"),
    ("و", "وال"),
    ("ف", "فال"),
    ("ب", "بال"),
    ("ك", "كال"),
    ("", "ال"),
)


def _proclitics(form: str) -> list[tuple[str, str]]:
    """Ways to take clitics off the front, fewest letters first."""
    ways = [("", form)]
    if len(form) > 2:
        if form[0] in "بلكسوف":
            ways.append((form[0], _FUSED.get(form[1:], form[1:])))
        if form[0] in "وف" and form[1] in "بلكس" and len(form) > 3:
            ways.append((form[:2], _FUSED.get(form[2:], form[2:])))
    return ways


def _unit(pro: str, core: str) -> str:
    return "".join(f"+{letter} " for letter in pro) + f"{core} "


def _is_verbal(tag: str) -> bool:
    return tag.startswith(VERBAL)


def _takes_suffix(sense: Sense) -> bool:
    if sense.kind in {"actor", "place", "country", "func"}:
        return False
    return sense.tag in {"noun", "plural"} or _is_verbal(sense.tag)
