"""What a bare "the ministry" or a title without a name stands for: the fuller mention of it in the article."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from khabar.lexicon.lexicon import Lexicon
from khabar.lexicon.marks import mark
from khabar.mentions.among import among, by_core
from khabar.mentions.full_names import FullNames, role_of, written
from khabar.mentions.groups_before import GroupsBefore
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text import fold, tokenise

_RANKS: Final = frozenset("قيادي مسؤول ضابط دبلوماسي عضو نائب مستشار ناشط خبير محلل مصدر".split())
"""Titles that many have."""
_SOMEONE: Final = frozenset("مسؤول مسئول دبلوماسي قيادي".split())
"""Words by which somebody named with his office is called again (المسؤول الإيراني)."""
_CALLED: Final = _SOMEONE | frozenset("ضيف ضيفة ضيفه ضيفها زعيم جنرال سياسي".split())
"""The same, and those by which nobody is told of who was not named before."""
_GUESTS: Final = frozenset(("ضيف", "ضيفة", "ضيفه", "ضيفها"))
_ANY_RANK: Final = _GUESTS | {"زعيم"}
"""Those that heads of state are called by, too."""
_OF_MANY: Final = frozenset("اممي اممية اوروبي اوروبية اطلسي اطلسية دولي دولية".split())
"""Adjectives of bodies of no state."""
_DIPLOMACY: Final = frozenset(("دبلوماسية", "ديبلوماسية"))
_HIGHEST: Final = frozenset("رئيس ملك امير مرشد سلطان شيخ بابا".split())
"""Titles of those who are not called so."""
_PEERS: Final = frozenset(("نظير", "نظيرة"))
_FAR: Final = 220
"""Tokens between such a word and the name."""
_SPOKESMEN: Final = frozenset("متحدث متحدثة ناطق ناطقة".split())
"""Whom "in the name of" tells apart, but does not make the only one."""


@lru_cache(maxsize=4096)
def _office_of(role: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a role without its state (رئيس الولايات المتحدة, الرئيس السوري)."""
    marks = mark(lexicon, tokenise(fold(role)))
    state = {at for found in marks.of("country") for at in range(found.first, found.last + 1)}
    return frozenset([word.core for at, word in enumerate(marks.words) if at not in state])


_IS_SOMEONE: Final = by_core(_SOMEONE)
_IS_CALLED: Final = by_core(_CALLED)


class NamedBefore:
    """The mentions of an article by their head, in the order of the text."""

    def __init__(self, reading: Reading, full_names: FullNames) -> None:
        self.r = reading
        self._full_names = full_names
        self._heads: dict[str, list[Phrase]] = {}
        self._officials: list[Phrase] = []
        self._last_titled: Phrase | None = None
        self._peers: set[int] = set()
        self._groups = GroupsBefore(reading)

    def add(self, phrase: Phrase) -> None:
        """Note a mention that can stand behind a shorter one."""
        words = self.r.words
        self._groups.add(phrase)
        if phrase.kind != "adjective" and (phrase.name_length or phrase.name[0] != phrase.first):
            head = words[phrase.first].core
            mentions = self._heads.get(head)
            if mentions is None:
                self._heads[head] = [phrase]
            else:
                mentions.append(phrase)
        someone = among(words[phrase.first]) & _IS_SOMEONE != 0
        office = phrase.kind == "person" and (phrase.name[0] > phrase.first or phrase.apposed >= 0 or someone)
        if office or (someone and not phrase.definite):
            self._officials.append(phrase)
        self._peer(phrase)
        if phrase.apposed >= 0:
            self._heads.setdefault(words[phrase.apposed].core, []).append(phrase)

    def _peer(self, phrase: Phrase) -> None:
        """Somebody's counterpart bears the title of whoever was named before him (الوزير الإيراني after نظيره الإيراني
        فلان)."""
        if phrase.kind != "person" or phrase.name[0] == phrase.first:
            return
        if self.r.words[phrase.first].core not in _PEERS:
            self._last_titled = phrase
        elif self._last_titled is not None:
            self._peers.add(id(phrase))
            self._heads.setdefault(self.r.words[self._last_titled.first].core, []).append(phrase)

    def group(self, phrase: Phrase) -> Phrase | None:
        """See :meth:`GroupsBefore.meant`."""
        return self._groups.meant(phrase)

    def antecedent(self, phrase: Phrase) -> Phrase | None:
        """The last fuller mention with the same head before a bare definite noun (الوزارة، الحركة، القاعدة نفسها) or
        before a title without a name, all of whose words it has (وزير الخارجية after وزير الخارجية السعودي عادل
        الجبير)."""
        if self._again(phrase):
            return self._official(phrase)
        title = phrase.kind == "person" and phrase.name[0] == phrase.first
        if title and self.r.words[phrase.first].core in _PEERS:
            return self._of_state(phrase)
        bare = phrase.definite and phrase.first == phrase.last and phrase.kind not in {"adjective", "state"}
        if not title and not bare:
            return None
        if title and any(self.r.words[at].core in _DIPLOMACY for at in self._behind(phrase)):
            return self._minister(phrase)
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
            theirs = self._cores(other.first, other.last)
            peer = id(other) in self._peers and mine - {self.r.words[phrase.first].core} <= theirs
            if bare or mine <= theirs or peer:
                return other
            if other.apposed >= 0 and self._office(phrase.first, phrase.last) <= self._cores(other.first, other.last):
                return other
        return self._holder(phrase, row) if title and phrase.country and not self._some(phrase) else None

    def _of_state(self, phrase: Phrase) -> Phrase | None:
        """The last one named with his office who is of the state of a counterpart (نظيره التركي)."""
        for other in reversed(self._officials):
            if phrase.first - other.last > _FAR:
                break
            if other.first < phrase.first and phrase.country is not None and other.country == phrase.country:
                return other if other.name[0] > other.first or other.apposed >= 0 else None
        return None

    def _minister(self, phrase: Phrase) -> Phrase | None:
        """Who "the head of a state's diplomacy" is: its foreign minister, named before."""
        named = self._heads.get("وزير", []) + self._heads.get("وزيرة", [])
        row = [one for one in named if one.first < phrase.first and "خارجية" in self._cores(one.first, one.last)]
        return next((one for one in reversed(row) if one.country == phrase.country and one.name[0] > one.first), None)

    def guest(self, phrase: Phrase) -> Phrase | None:
        """Who "the guest" is that somebody receives (الضيف العراقي، ضيفه)."""
        head = self.r.words[phrase.first]
        if not among(head) & _IS_CALLED or head.core not in _GUESTS or not self._again(phrase):
            return None
        return self._official(phrase)

    def _again(self, phrase: Phrase) -> bool:
        """Somebody is called by a word that needs a fuller mention, with nothing but his state or body behind it."""
        head, lex = self.r.words[phrase.first], self.r.lex
        if not among(head) & _IS_CALLED or phrase.number != "s" or phrase.name[0] != phrase.first:
            return False
        owned = head.core in _GUESTS and head.form.endswith(("ه", "ها"))
        if not head.det and not owned:
            return False
        if phrase.first == phrase.last:
            return head.core in _GUESTS
        if head.core in _SOMEONE and phrase.last == phrase.first + 1:
            return phrase.definite
        return all("country" in lex[at] or self.r.words[at].core in _OF_MANY for at in self._behind(phrase))

    def _behind(self, phrase: Phrase) -> range:
        return range(phrase.first + 1, phrase.last + 1)

    def _official(self, phrase: Phrase) -> Phrase | None:
        """Who "the official" is: the last one named with his office, of the same state; nobody where one without a
        name stands nearer."""
        words = self.r.words
        called = words[phrase.first].core
        bodies = any(words[at].core in _OF_MANY for at in self._behind(phrase))
        found: Phrase | None = None
        for other in reversed(self._officials):
            if other.first >= phrase.first:
                continue
            if phrase.first - other.last > _FAR:
                break
            if words[other.first].core in _SOMEONE - {"قيادي"}:
                return None
            head = words[other.apposed if other.apposed >= 0 else other.first].core
            high = head in _HIGHEST and called not in _ANY_RANK
            alike = other.country is None if bodies else phrase.country in {None, other.country}
            named = other.name[0] > other.first or other.apposed >= 0
            host = called in _GUESTS and self.r.sentence_at[other.first] == self.r.sentence_at[phrase.first]
            if found is None and named and not high and alike and not host:
                found = other
        return found

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
                for other in self._full_names.known.values()
                if other.country == phrase.country and mine == self._known_office(other)
            ]
        names = {written(self.r, other) for other in found}
        return found[0] if len(names) == 1 else None

    def _office(self, first: int, last: int) -> set[str]:
        """The words of a title without the nationality, which is spelt in several ways."""
        lex, words, forms = self.r.lex, self.r.words, self.r.forms
        return {words[at].core for at in range(first, last + 1) if "country" not in lex[at] and forms[at].isalpha()}

    def _known_office(self, phrase: Phrase) -> frozenset[str]:
        """The same of the role that a known person's entry tells."""
        return _office_of(role_of(phrase.entry), self.r.lexicon)

    def _cores(self, first: int, last: int) -> set[str]:
        return {self.r.words[at].core for at in range(first, last + 1) if self.r.forms[at].isalpha()}
