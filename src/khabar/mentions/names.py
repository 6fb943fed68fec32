"""Names across an article: the full form behind a short one, the antecedent of a bare "the ministry", the state
behind a name."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any, Final

from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.marks import mark
from khabar.lexicon.schema import PlaceRow
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import NAMELIKE
from khabar.mentions.reading import Reading
from khabar.text import fold, tokenise

_RANK: Final = {
    "country": 5,
    "city": 4,
    "governorate": 3,
    "base": 3,
    "airport": 3,
    "region": 3,
    "town": 2,
    "district": 2,
}


_COUNTRY: Final = frozenset("بلاد بلد بلده بلاده بلادها بلدها".split())
_PEOPLES: Final = frozenset(("PSE",))
"""States whose adjective mostly stands for one of their people (نفذها فلسطيني)."""
CAMPS: Final = dict.fromkeys(("state", "government", "military", "official"), "state") | dict.fromkeys(
    ("armed-group", "party"), "group"
)


@lru_cache(maxsize=4096)
def _office_of(role: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a role without its state (رئيس الولايات المتحدة, الرئيس السوري)."""
    marks = mark(lexicon, tokenise(fold(role)))
    state = {at for found in marks.of("country") for at in range(found.first, found.last + 1)}
    return frozenset([word.core for at, word in enumerate(marks.words) if at not in state])


def _role(entry: Any) -> str:
    """The role that a known person's entry tells, or ''."""
    return str(entry.role or "") if hasattr(entry, "role") else ""


class Named:
    """``text`` as written in full somewhere in the article, ``country`` alpha-3 or None, ``actor`` the id of a known
    one, ``start``
    and ``end`` of this very mention in the given text."""

    __slots__ = ("actor", "country", "end", "start", "text")

    def __init__(self, text: str, country: str | None, actor: str | None, start: int, end: int) -> None:
        self.text = text
        self.country = country
        self.actor = actor
        self.start = start
        self.end = end

    def of_state(self, country: str | None) -> Named:
        """The same, belonging to another state."""
        return Named(self.text, country, self.actor, self.start, self.end)


_RANKS: Final = frozenset("قيادي مسؤول ضابط دبلوماسي عضو نائب مستشار ناشط خبير محلل مصدر".split())
"""Titles that many have."""
_SPOKESMEN: Final = frozenset("متحدث متحدثة ناطق ناطقة".split())
"""Whom "in the name of" tells apart, but does not make the only one."""


class Names:
    """Registry of the people and bodies that an article names. ``counts``: how often it speaks of each state;
    ``main``: of which most."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self._full: dict[str, Phrase] = {}
        self._untitled: dict[str, Phrase] = {}
        self._entry: dict[str, Phrase] = {}
        self._heads: dict[str, list[Phrase]] = {}
        self._states: dict[str, tuple[int, Phrase]] = {}
        self._resolved: dict[int, Named] = {}
        self._phrases = phrases
        self._camps: dict[str, str] = {}
        self._short_camps: dict[str, str] = {}
        self._unread = [phrase for row in reversed(phrases) for phrase in reversed(row)]
        self._named_states: dict[tuple[str, bool], Phrase] | None = None
        counts: dict[str, int] = {}
        shared: list[tuple[Phrase, list[PlaceRow], Phrase | None]] = []
        for row in phrases:
            for at, phrase in enumerate(row):
                self._register(phrase)
                namesakes = self._rows(phrase)
                if len(namesakes) > 1:
                    shared.append((phrase, namesakes, row[at + 1] if at + 1 < len(row) else None))
                country = phrase.country if reading.role[phrase.first] != "dateline" else None
                if country and not (phrase.kind == "place" and len(namesakes) > 1):
                    weight = 2 if phrase.kind in {"place", "state", "adjective"} else 1
                    counts[country] = counts.get(country, 0) + weight
        for phrase, namesakes, behind in shared:
            self._settle(phrase, namesakes, counts, behind)
        for row in phrases:
            for phrase in row:
                if phrase.kind == "thing" and phrase.first == phrase.last and self._surname(phrase):
                    phrase.kind, phrase.source, phrase.definite = "person", True, True
        self.main = max(counts, key=counts.__getitem__) if counts else None
        self.counts = counts

    def _surname(self, phrase: Phrase) -> bool:
        """A word that is the short name of a person whom the text names in full: a known surname, or a word that is
        nothing else."""
        word = self.r.words[phrase.first]
        known = any(one.kind == "actor" and one.entry.kind == "person" for one in word.senses)
        bare = not word.det and word.cls in NAMELIKE and not word.senses
        return (known or bare) and self.person(phrase) is not None

    def _rows(self, phrase: Phrase) -> list[PlaceRow]:
        """Gazetteer rows of the place name in a phrase."""
        place = phrase.place
        if place is None:
            return []
        for at in range(phrase.first, phrase.last + 1):
            marks = self.r.same("place", at)
            if any(mark.entry is place or mark.entry == place for mark in marks):
                last = max([mark.last for mark in marks])
                return [mark.entry for mark in marks if mark.last == last]
        return []

    def _settle(self, phrase: Phrase, rows: list[PlaceRow], counts: dict[str, int], behind: Phrase | None) -> None:
        """Among namesakes (طرابلس, دوما) the one in the state that is told with it, in one that the article speaks of,
        then the larger. ``behind``: the phrase after it."""
        told = self._nationality(phrase)
        if told is None and behind is not None and behind.prep in {"في", "ب"} and behind.first <= phrase.last + 2:
            told = behind.country if behind.place is not None else None
        if told is None and phrase.kind == "state":
            told = phrase.country
        best = max(
            rows,
            key=lambda row: (
                row.country == told,
                counts.get(row.country or "", 0),
                _RANK.get(row.kind, 1),
                row.population,
            ),
        )
        if phrase.kind == "place" and (phrase.country is None or phrase.country == phrase.place.country):
            phrase.country = best.country
        phrase.place = best

    def _nationality(self, phrase: Phrase) -> str | None:
        """The state that an adjective right before or behind a place names (العاصمة الأردنية عمان, دوما السورية)."""
        for at in (phrase.first - 1, *range(phrase.first, min(phrase.last + 2, len(self.r.words)))):
            mark = self.r.lex[at].get("country") if at >= 0 else None
            if mark is not None and mark.tag == "adj":
                return str(mark.entry.id)
        return None

    def _register(self, phrase: Phrase) -> None:
        entry = phrase.entry
        if phrase.kind != "adjective" and (self._length(phrase) or phrase.name[0] != phrase.first):
            self._heads.setdefault(self.r.words[phrase.first].core, []).append(phrase)
        if phrase.apposed >= 0:
            self._heads.setdefault(self.r.words[phrase.apposed].core, []).append(phrase)
        forces = self.r.words[phrase.first].core in {"قوات", "جيش"}
        rank = 0 if forces else {"state": 1, "military": 2}.get(phrase.kind)
        if phrase.country and rank is not None and not phrase.indirect:
            state = self._states.get(phrase.country)
            if state is None or rank < state[0]:
                self._states[phrase.country] = (rank, phrase)
        if entry is not None and hasattr(entry, "names"):
            known = self._entry.get(entry.id)
            if known is None or self._length(phrase) > self._length(known):
                self._entry[entry.id] = phrase
        if phrase.kind == "person" and (phrase.name[0] != phrase.first or _role(entry)):
            first, last = phrase.name
            if last > first:
                for at in (last, first):
                    core = self.r.words[at].core
                    if len(core) > 2 and (
                        core not in self._full or self._length(phrase) > self._length(self._full[core])
                    ):
                        self._full[core] = phrase
        elif phrase.kind == "person" and entry is None and phrase.name[1] > phrase.name[0]:
            self._untitled.setdefault(self.r.words[phrase.name[1]].core, phrase)

    def _text(self, phrase: Phrase) -> str:
        return self.r.bare(phrase.name[0], phrase.name[1])[2]

    def _length(self, phrase: Phrase) -> int:
        return phrase.name[1] - phrase.name[0]

    def person(self, phrase: Phrase) -> Phrase | None:
        """The full mention of the person that a short name (last or first word) stands for."""
        if phrase.kind not in {"person", "thing", "people", "adjective", "place"} or self._length(phrase) > 1:
            return None
        core = self.r.words[phrase.name[1]].core
        full = self._full.get(core)
        if full is None and self._length(phrase) == 0 and phrase.kind in {"person", "thing"}:
            full = self._untitled.get(core)
        if full is None and phrase.name[0] != phrase.name[1]:
            return None
        return full

    def antecedent(self, phrase: Phrase) -> Phrase | None:
        """The last fuller mention with the same head before a bare definite noun (الوزارة، الحركة، القاعدة نفسها) or
        before a title without a
        name, all of whose words it has (وزير الخارجية after وزير الخارجية السعودي عادل الجبير)."""
        title = phrase.kind == "person" and phrase.name[0] == phrase.first
        bare = phrase.definite and phrase.first == phrase.last and phrase.kind not in {"adjective", "state"}
        if not title and not bare:
            return None
        row = self._heads.get(self.r.words[phrase.first].core)
        if not row:
            return None
        mine = self._cores(phrase.first, phrase.last)
        for other in reversed(row):
            if other.first >= phrase.first:
                continue
            nameless = other.name[0] == other.first and other.apposed < 0
            if (title and nameless and not bare) or (
                phrase.country and other.country and phrase.country != other.country
            ):
                continue
            if bare or mine <= self._cores(other.first, other.last):
                return other
            if other.apposed >= 0 and self._office(phrase.first, phrase.last) <= self._cores(other.first, other.last):
                return other
        return self._holder(phrase, row) if title and phrase.country and not self._some(phrase) else None

    def _some(self, phrase: Phrase) -> bool:
        """One of many without a name (قيادي في الحركة, مسؤول تركي): no office that somebody known holds."""
        head = self.r.words[phrase.first]
        return (not phrase.definite and head.core in _RANKS) or (not head.det and head.core in _SPOKESMEN)

    def _holder(self, phrase: Phrase, row: list[Phrase]) -> Phrase | None:
        """Who bears a state's title that the text names without its bearer: the one person named with it further on, or
        the one named person whose known role it is."""
        mine = self._office(phrase.first, phrase.last)
        found = [
            other
            for other in row
            if other.first > phrase.first
            and other.kind == "person"
            and other.name[0] > other.first
            and other.country == phrase.country
            and mine <= self._office(other.first, other.name[0] - 1)
        ]
        if not found:
            found = [
                other
                for other in self._entry.values()
                if other.country == phrase.country and mine == self._known_office(other)
            ]
        names = {self._text(other) for other in found}
        return found[0] if len(names) == 1 else None

    def _office(self, first: int, last: int) -> set[str]:
        """The words of a title without the nationality, which is spelt in several ways."""
        lex, words, forms = self.r.lex, self.r.words, self.r.forms
        return {words[at].core for at in range(first, last + 1) if "country" not in lex[at] and forms[at].isalpha()}

    def _known_office(self, phrase: Phrase) -> frozenset[str]:
        """The same of the role that a known person's entry tells."""
        return _office_of(_role(phrase.entry), self.r.lexicon)

    def _cores(self, first: int, last: int) -> set[str]:
        return {self.r.words[at].core for at in range(first, last + 1) if self.r.forms[at].isalpha()}

    def state(self, country: str) -> Named | None:
        """A state by its code, as the article names it most often; by its capital only if by nothing else."""
        if self._named_states is None:
            self._named_states = {}
            states = [phrase for row in self._phrases for phrase in row if phrase.kind == "state" and phrase.country]
            often = Counter([self.r.bare(*phrase.name)[2] for phrase in states])
            for phrase in sorted(states, key=lambda one: -often[self.r.bare(*one.name)[2]]):
                self._named_states.setdefault((str(phrase.country), self._by_capital(phrase)), phrase)
        found = self._named_states.get((country, False)) or self._named_states.get((country, True))
        return self.resolve(found) if found is not None else None

    def _by_capital(self, phrase: Phrase) -> bool:
        """Its seat of government stands for the state."""
        return self.r.bare(*phrase.name)[2] in getattr(phrase.entry, "metonyms", ())

    def camp(self, text: str) -> str:
        """Whom the bearer of a name acts for: ``state`` (its officials and forces), ``group`` (armed groups and
        parties) or ``other``; from the phrase that names it so, else from one with its first word."""
        while text not in self._camps and self._unread:
            phrase = self._unread.pop()
            name = self.resolve(phrase).text
            camp = CAMPS.get(phrase.kind) or CAMPS.get(phrase.role, "other")
            self._camps.setdefault(name, camp)
            self._short_camps.setdefault(name.split(" ", 1)[0], camp)
        return self._camps.get(text) or self._short_camps.get(text.split(" ", 1)[0], "other")

    def resolve(self, phrase: Phrase) -> Named:
        """Text, state and id of what a phrase names."""
        known = self._resolved.get(id(phrase))
        if known is None:
            known = self._resolved[id(phrase)] = self._plain(self._resolve(phrase))
        return known

    def _plain(self, named: Named) -> Named:
        """A name that one mention writes as a hashtag (الجيش_اليمني) without underscores, where the text has it so."""
        plain = named.text.replace("_", " ")
        if plain == named.text or plain not in self.r.text:
            return named
        return Named(plain, named.country, named.actor, named.start, named.end)

    def _own_country(self, phrase: Phrase) -> Named | None:
        """The state behind "his country" (بلاده): that of whoever was named last before it."""
        word = self.r.words[phrase.first]
        if phrase.first != phrase.last or word.core not in _COUNTRY or not word.form.endswith(("ه", "ها")):
            return None
        number = self.r.sentence_at[phrase.first]
        row = [one for one in self._phrases[number] if one.last < phrase.first] if number >= 0 else []
        country = next((one.country for one in reversed(row) if one.country and one.kind != "place"), None)
        if country is None:
            return None
        start, end, text = self.r.bare(phrase.name[0], phrase.name[1])
        return self.state(country) or Named(text, country, None, start, end)

    def _resolve(self, phrase: Phrase) -> Named:
        own = self._own_country(phrase)
        if own is not None:
            return own
        start, end, text = self.r.bare(phrase.name[0], phrase.name[1])
        if phrase.owner is not None:
            owner = self.resolve(phrase.owner)
            return Named(owner.text, owner.country, owner.actor, start, end)
        country, entry = phrase.country, phrase.entry
        full = self.person(phrase) or self.antecedent(phrase)
        if full is not None and full is not phrase:
            text = self._text(full)
            country, entry = full.country or country, full.entry
        elif phrase.kind == "adjective" and country in self._states:
            text = self._text(self._states[country][1])
        elif phrase.kind == "adjective" and country not in _PEOPLES:
            text = self._within(phrase, text)
        elif entry is not None and phrase.kind == "person":
            longest = self._entry.get(entry.id) if hasattr(entry, "names") else None
            if longest is not None and self._length(longest) > self._length(phrase):
                text = self._text(longest)
        actor = entry.id if entry is not None and hasattr(entry, "names") else None
        return Named(text, country, actor or self._bearer(full or phrase), start, end)

    def _within(self, phrase: Phrase, text: str) -> str:
        """The state's name where the adjective is spelt with it (إسرائيل in الإسرائيلي) and the text has no other."""
        state = self.r.lex[phrase.first].get("country")
        names = state.entry.names[:1] if state is not None else ()
        return next((name for name in names if name in text), text)

    def _bearer(self, phrase: Phrase) -> str | None:
        """The id of the known person whom a title is given to."""
        if phrase.kind != "person" or phrase.name[0] == phrase.first:
            return None
        known = self.r.lex[phrase.name[0]].get("actor")
        return str(known.entry.id) if known is not None and known.entry.kind == "person" else None
