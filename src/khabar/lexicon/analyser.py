"""What a single word can be: clitics taken off, inflection looked up. Cached, since news repeats its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from khabar.lexicon.senses import PROPER, Sense, Senses
from khabar.lexicon.tables import Tables
from khabar.lexicon.words import NO_PIECE, Word
from khabar.text.normalise import heavy
from khabar.text.tokens import Cut, Known

_STRONG: Final = frozenset(("trigger", "light", "func", "actor", "country", "place", "title", "people", "institution"))
_SUFFIXES: Final[tuple[str, ...]] = ("هما", "كما", "هم", "ها", "هن", "نا", "كم", "ني", "ه", "ي", "ك")
_KEEP: Final = frozenset(
    "الله التي الذي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي الا الي الى الان الف الفا الفين "
    "الاف الماني المانيا اليزابيث اليزابيتا اليزابيت اليزا الكسندرا الكساندرا الكساندر الكسيس الكسي اليكسي "
    "اليكسيس اليكس اليوت الينا اليسا اليسون الفريد الفرد الفونسو البرت البرتو البيرتو الفارو الياس اليان "
    "الين الينور اليخاندرو الدو".split()
)
_FUSED: Final[dict[str, str]] = {"لجزائر": "الجزائر"}
"""Names that keep their article, as ل leaves them (للجزائر)."""
_OTHER_NAME: Final = "o"
_OWN_NAME: Final = "g"
_TRANSPARENT: Final = frozenset("\"'“”„«»‹›`´‘’-–—*")


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
        self._names: dict[str, Word] = {}

    def word(self, form: str) -> Word:
        """The analysis of a folded token."""
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) > 100_000:
                self._cache.clear()
            found = self._cache[form] = self._analyse(form)
            found.describe(self._telling)
            found.code = "".join([self._codes.get(piece, NO_PIECE) for piece in found.unit.split(" ")[:-1]])
        return found

    def name(self, form: str) -> Word:
        """A token as the first word of a name that is known in full: nothing before it is a clitic."""
        found = self._names.get(form)
        if found is None:
            if len(self._names) > 10_000:
                self._names.clear()
            found = self._names[form] = Word(form, "", False, form, "", (), f"{form} ", True)
            found.describe(self._telling)
            found.cls = _OTHER_NAME
            found.code = self.word(form).code
        return found

    def words(self, forms: list[str]) -> list[Word]:
        """The analyses of a row of folded tokens."""
        cache = self._cache
        return [cache.get(form) or self.word(form) for form in forms]

    def of_cuts(self, cuts: list[Cut]) -> list[Known]:
        """The analyses of the tokens of a row of pieces, kept with these."""
        words: list[Known] = []
        for cut in cuts:
            if cut.reader is not self:
                cut.words = [self.word(form) for form in cut.forms]
                cut.reader = self
            if cut.whole:
                words.append(cut.words[0])
            else:
                words += cut.words
        return words

    def unit(self, form: str) -> str:
        """The pieces of a word, each with a space after it."""
        exact = self._exact(form)
        if exact and form not in self._articled and any(sense.kind in _STRONG for sense in exact):
            return f"{form} "  # what the whole analysis comes to
        return self._analyse(form).unit

    def spelt(self, form: str) -> bool:
        """Whether a form, whole or after its clitics, is a word as it is spelt."""
        return any(
            len(core) > 1 and (core in self._free or core in self._known or core in self._vocabulary)
            for core, _ in split_clitics(form)
        )

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
            future = pro[-1:] != "س" or rest[0] in "يتنا"  # but not سجنين
            if pro and rest in self._vocabulary and future:
                return Word(form, pro, False, rest, "", (), _unit(pro, rest), True)
            core = _unarticled(pro, rest)
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
        cls = self._vocabulary.get(form, "w")
        for pro, rest in _proclitics(form):
            led = pro[-1:] in {"ب", "ل", "ك", "س"} or (pro != "" and cls == _OWN_NAME)
            if led and cls != "w" and not exact:
                continue
            found = self._nominal(form, pro, rest)
            if found and len(pro) == 1 and rest[0] == "س":
                found = self._ahead(form, pro, rest, found)
            if found and (found.senses or not exact):
                if exact:
                    found.senses = (*exact, *found.senses)
                    return found
                if found.senses or form not in self._known:
                    return found
        if exact or form in self._known:
            return self._build(form, "", False, form, "")
        return None

    def _ahead(self, form: str, pro: str, rest: str, found: Word) -> Word:
        """A future behind و or ف that only a phrase has with its س (وسترسل beside سترسل ... مساعدات): the verb."""
        if rest[1] not in "يتنا" or len(rest) < 4 or any(sense.kind in _STRONG for sense in found.senses):
            return found
        verb = self._build(form, pro + "س", False, rest[1:], "")
        if verb is None or not verb.senses:
            return found
        verb.senses = (*found.senses, *verb.senses)
        return verb

    def _nominal(self, form: str, pro: str, rest: str) -> Word | None:
        """``rest`` as it is, with the article, or with a suffix pronoun; one that only a phrase has so comes last."""
        if pro and rest in self._free and any(sense.kind != "gap" for sense in self._exact(rest)):
            built = self._build(form, pro, False, rest, "")
            if built:
                return built
        core = _unarticled(pro, rest) if len(rest) > 3 and rest not in _KEEP else ""
        if core and (core in self._free or core in self._known):
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
            senses = [sense for sense in senses if not sense.verbal]
            if core in self._plain:
                senses = [sense for sense in senses if sense.kind not in PROPER or sense.tag in {"adj", "people"}]
        elif core in self._articled:
            senses = [sense for sense in senses if sense.tag in {"adj", "people"} or not _with_article(sense)]
        last = pro[-1:] if pro else ""
        if last == "س":
            senses = [sense for sense in senses if sense.tag.startswith(("impf", "ipass")) or _may_come(sense, core)]
        elif last in {"ب", "ك"}:
            senses = [sense for sense in senses if not sense.verbal]
        elif last == "ل":
            senses = [sense for sense in senses if not sense.tag.startswith(("perf", "pass", "jus"))]
        named = core in self._articled and core in self._known  # معرة النعمان, beside المعرة
        if not senses and ((core in self._free and not named) or last == "س"):
            return None
        return Word(form, pro, det, core, enc, tuple(senses), _unit(pro, core), True)

    def _unknown(self, form: str) -> Word:
        for pro, article in _ARTICLES:
            if form.startswith(article) and len(form) > len(article) + 2 and form not in _KEEP:
                core = form[len(article) :]
                return Word(form, pro, True, core, "", (), _unit(pro, core), False)
        return Word(form, "", False, form, "", (), f"{form} ", False)


def _may_come(sense: Sense, core: str) -> bool:
    """The first half of a phrase with a gap, in a form that the future's س can stand before (ستطلق ... سراح)."""
    return sense.kind == "gap" and core[0] in "يتنا" and len(core) > 3


def _with_article(sense: Sense) -> bool:
    """A name that is never told without its article: a place, or a paper or a person whose name is a common word
    (المدينة، الشرق)."""
    return sense.kind in {"place", "country"} or (sense.kind == "actor" and sense.tag == "weak")


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


def split_clitics(form: str) -> Iterator[tuple[str, bool]]:
    """What may be left of a form without the clitics before it, and whether the article was one of them."""
    for pro, rest in _proclitics(form):
        yield rest, False
        core = _unarticled(pro, rest)
        if core:
            yield core, True


def _unarticled(pro: str, rest: str) -> str:
    """What is left without the article of a form whose clitics ``pro`` are off, '' if it has none: ال, or behind ل the
    one ل that it is written as (للمدينة)."""
    if rest.startswith("ال"):
        return rest[2:]
    return rest[1:] if rest.startswith("ل") and pro.endswith("ل") else ""


def _unit(pro: str, core: str) -> str:
    return "".join(f"+{letter} " for letter in pro) + f"{core} "


def _takes_suffix(sense: Sense) -> bool:
    if sense.kind in {"actor", "place", "country", "func"}:
        return False
    return sense.tag in {"noun", "plural"} or sense.verbal
