"""Names across an article: the text, state and id of what a phrase names, and whom its bearer acts for."""

from __future__ import annotations

from collections import Counter
from typing import Final

from khabar.lexicon.schema import PlaceRow
from khabar.mentions.among import among, by_core
from khabar.mentions.full_names import FullNames, written
from khabar.mentions.named_before import NamedBefore
from khabar.mentions.namesakes import namesakes, settle
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

HOMES: Final = frozenset("بلاد بلد بلده بلاده بلادها بلدها".split())
"""Somebody's country."""
_OF_WHOSE: Final = frozenset(("", "ل", "من", "مع", "بين"))
"""Prepositions before somebody's country where it acts or is met, not where something is."""
_REALMS: Final = {"مملكة": ("SAU", "JOR", "BHR", "MAR", "GBR", "ESP"), "سلطنة": ("OMN", "BRN")}
"""States that are called so alone, the likeliest first."""
_OF_REALMS: Final = frozenset(("thing", "government", "people", "military"))
_PEOPLES: Final = frozenset(("PSE",))
"""States whose adjective mostly stands for one of their people (نفذها فلسطيني)."""
CAMPS: Final = dict.fromkeys(("state", "government", "military", "official"), "state") | dict.fromkeys(
    ("armed-group", "party"), "group"
)


_IS_HOME: Final = by_core(HOMES)
_HAS_FORCES: Final = by_core(("قوات", "جيش"))


class Named:
    """``text`` as written in full somewhere in the article, ``country`` alpha-3 or None, ``actor`` the id of a known
    one, ``start`` and ``end`` of this very mention in the given text."""

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


def _first_word(name: str) -> str:
    space = name.find(" ")
    return name if space < 0 else name[:space]


_WORLDWIDE: Final = frozenset(
    f"{kind}.{name}"
    for kind, names in (
        ("agency", "reuters afp ap upi dpa efe bloomberg xinhua kyodo anadolu sputnik"),
        ("media", "aljazeera alarabiya skynews-arabia bbc-arabic bbc cnn-arabic cnn rt-arabic france24 dw "
         "alhurra mayadeen alaraby-tv asharq voa monte-carlo asharq-awsat alhayat quds-arabi nyt wapo wsj "
         "guardian uk-papers"),
    )
    for name in names.split()
)  # fmt: skip
"""Publishers who tell of all the world: that they say so tells nothing of what state the article is about."""


_THERE: Final = frozenset("في على من الى نحو قرب داخل خارج وسط باتجاه صوب عبر".split())
"""Prepositions behind which a capital is a town, not its government."""


class Names:
    """Registry of the people and bodies that an article names. ``counts``: how often it speaks of each state;
    ``main``: of which most."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self._full = FullNames(reading)
        self._before = NamedBefore(reading, self._full)
        self._states: dict[str, tuple[int, Phrase]] = {}
        self._phrases = phrases
        self._camps: dict[str, str] = {}
        self._short_camps: dict[str, str] = {}
        self._unread = [phrase for row in reversed(phrases) for phrase in reversed(row)]
        self._named_states: dict[tuple[str, bool], Phrase] | None = None
        self._homes: dict[int, Phrase] = {}
        self._own_countries()
        counts: dict[str, int] = {}
        shared: list[tuple[Phrase, list[PlaceRow], Phrase | None]] = []
        for row in phrases:
            for at, phrase in enumerate(row):
                self._register(phrase)
                if phrase.backer is not None:
                    self._full.add(phrase.backer)
                rows = namesakes(reading, phrase)
                if len(rows) > 1:
                    shared.append((phrase, rows, row[at + 1] if at + 1 < len(row) else None))
                country = None if reading.role[phrase.first] == "dateline" else phrase.country
                if country and phrase.entry is not None and getattr(phrase.entry, "id", "") in _WORLDWIDE:
                    country = None
                if country and not (phrase.kind == "place" and len(rows) > 1):
                    weight = 2 if phrase.kind in {"place", "state", "adjective"} else 1
                    counts[country] = counts.get(country, 0) + weight
        self._realms(counts)
        for phrase, rows, behind in shared:
            settle(reading, phrase, rows, counts, behind)
        for row in phrases:
            for phrase in row:
                if phrase.kind != "thing":
                    continue
                if phrase.first == phrase.last and self._full.surname(phrase):
                    phrase.kind, phrase.source, phrase.definite = "person", True, True
                elif (other := self._before.group(phrase) or self._before.guest(phrase)) is not None:
                    phrase.kind, phrase.source, phrase.definite = other.kind, True, True
        self.main = max(counts, key=counts.__getitem__) if counts else None
        self.counts = counts

    def _register(self, phrase: Phrase) -> None:
        self._before.add(phrase)
        self._full.add(phrase)
        forces = among(self.r.words[phrase.first]) & _HAS_FORCES != 0
        rank = 0 if forces else 1 if phrase.kind == "state" else 2 if phrase.kind == "military" else -1
        if not phrase.country or rank < 0 or phrase.indirect or self.r.role[phrase.first] == "dateline":
            return
        state = self._states.get(phrase.country)
        if state is not None and rank >= state[0]:
            return
        if rank != 1 or phrase.prep not in _THERE or not self._by_capital(phrase, ""):
            self._states[phrase.country] = (rank, phrase)

    def person(self, phrase: Phrase) -> Phrase | None:
        """See :meth:`FullNames.person`."""
        return self._full.person(phrase)

    def antecedent(self, phrase: Phrase) -> Phrase | None:
        """See :meth:`NamedBefore.antecedent`."""
        return self._before.antecedent(phrase)

    def state(self, country: str) -> Named | None:
        """A state by its code, as the article names it most often; by its capital only if by nothing else."""
        if self._named_states is None:
            self._named_states = {}
            states = [
                (written(self.r, phrase), phrase)
                for row in self._phrases
                for phrase in row
                if phrase.kind == "state"
                and phrase.country
                and id(phrase) not in self._homes
                and self.r.role[phrase.first] != "dateline"
            ]
            often = Counter([text for text, _ in states])
            most: dict[tuple[str, bool], int] = {}
            for text, phrase in states:
                key = (str(phrase.country), self._by_capital(phrase, text))
                if often[text] > most.get(key, 0):
                    most[key] = often[text]
                    self._named_states[key] = phrase
        found = self._named_states.get((country, False)) or self._named_states.get((country, True))
        return self.resolve(found) if found is not None else None

    def _by_capital(self, phrase: Phrase, text: str) -> bool:
        """Its seat of government stands for the state. ``text``: as it is written, if that is known."""
        metonyms: tuple[str, ...] = getattr(phrase.entry, "metonyms", ())
        return bool(metonyms) and (text or written(self.r, phrase)) in metonyms

    def camp(self, text: str) -> str:
        """Whom the bearer of a name acts for: ``state`` (its officials and forces), ``group`` (armed groups and
        parties) or ``other``; from the phrase that names it so, else from one with its first word."""
        while text not in self._camps and self._unread:
            phrase = self._unread.pop()
            name = self.resolve(phrase).text
            camp = CAMPS.get(phrase.kind) or CAMPS.get(phrase.role, "other")
            self._camps.setdefault(name, camp)
            self._short_camps.setdefault(_first_word(name), camp)
        return self._camps.get(text) or self._short_camps.get(_first_word(text), "other")

    def resolve(self, phrase: Phrase) -> Named:
        """Text, state and id of what a phrase names."""
        named = phrase.named
        if named is None:
            named = phrase.named = self._plain(self._resolve(phrase))
        return named

    def _plain(self, named: Named) -> Named:
        """A name that one mention writes as a hashtag (الجيش_اليمني) without underscores, where the text has it so."""
        plain = named.text.replace("_", " ")
        if plain == named.text or plain not in self.r.text:
            return named
        return Named(plain, named.country, named.actor, named.start, named.end)

    def _realms(self, counts: dict[str, int]) -> None:
        """Give "the kingdom" and "the sultanate" alone the state of that kind that the article speaks of most, and to
        what is theirs (حكومة المملكة)."""
        for row in self._phrases:
            for phrase in row:
                word = self.r.words[phrase.last]
                states = _REALMS.get(word.core) if word.det and phrase.country is None else None
                if states is None or phrase.kind not in _OF_REALMS or phrase.last - phrase.first > 1:
                    continue
                phrase.country = max(states, key=lambda one: counts.get(one, 0))
                if phrase.first == phrase.last:
                    phrase.kind, phrase.definite = "state", True

    def _own_countries(self) -> None:
        """Give "his country" (بلاده) the state of whoever was named last before it."""
        for row in self._phrases:
            for phrase in row:
                if phrase.first != phrase.last or not among(self.r.words[phrase.first]) & _IS_HOME:
                    continue
                whose = self._whose(phrase.first)
                if whose is not None:
                    self._homes[id(phrase)] = whose
                    if phrase.kind == "thing" and phrase.prep in _OF_WHOSE:
                        phrase.kind, phrase.country = "state", whose.country

    def _whose(self, at: int) -> Phrase | None:
        """Who was named last before "his country"."""
        number = self.r.sentence_at[at]
        if number < 0 or not self.r.words[at].form.endswith(("ه", "ها")):
            return None
        row = reversed(self._phrases[number])
        return next((one for one in row if one.last < at and one.country and one.kind != "place"), None)

    def home(self, at: int, spoken: bool) -> Named | None:
        """The state behind "his country" at a token; ``spoken``: or who speaks for it."""
        whose = self._whose(at)
        if whose is not None and spoken and whose.kind == "person":
            return self.resolve(whose)
        return None if whose is None else self._home(at, whose)

    def _home(self, at: int, whose: Phrase) -> Named | None:
        start, end, text = self.r.bare(at, at)
        country = whose.country
        if country is None:
            return None
        return self.state(country) or Named(self._called(whose, country) or text, country, None, start, end)

    def _called(self, whose: Phrase, country: str) -> str:
        """The name of the state whose adjective somebody's title holds, where nothing else names it."""
        for at in range(whose.first, whose.last + 1):
            mark = self.r.lex[at].get("country")
            if mark is not None and mark.sense.id == country and mark.tag == "adj":
                names: tuple[str, ...] = mark.entry.names
                return names[0]
        return ""

    def whose(self, phrase: Phrase) -> Phrase | None:
        """Whose country a phrase is (بلاده), or None where it is no such phrase."""
        return self._homes.get(id(phrase))

    def _own_country(self, phrase: Phrase) -> Named | None:
        """The state behind "his country"."""
        whose = self._homes.get(id(phrase)) if self._homes else None
        return None if whose is None else self._home(phrase.first, whose)

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
        full = self._before.group(full or phrase) or full
        if full is not None and full is not phrase:
            text = written(self.r, full)
            country, entry = full.country or country, full.entry
        elif phrase.kind == "adjective" and country in self._states:
            text = written(self.r, self._states[country][1])
        elif phrase.kind == "adjective" and country not in _PEOPLES:
            text = self._within(phrase, text)
        elif entry is not None and phrase.kind == "person":
            longest = self._full.known.get(entry.id) if hasattr(entry, "names") else None
            if longest is not None and longest.name_length > phrase.name_length:
                text = written(self.r, longest)
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
