"""Which phrase begins at a token: which of the marks there heads it, or none."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.lexicon.senses import kind_number
from khabar.mentions.among import among, by_core, by_form
from khabar.mentions.given_names import GIVEN
from khabar.mentions.harmed import LED_TO, harmed
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import HEADED
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.place_names import WHERE, PlaceNames
from khabar.mentions.places_named import HEADS_PLACES
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import FIRE, Reading

_WORDS_TOO: Final = frozenset(("مالي", "بنين"))
"""States whose name is a common word, too: they are meant behind a preposition of place."""
_BROUGHT: Final = frozenset("من الى ل ضد في امام بشان حول".split())
_STATE_HAS: Final = frozenset(
    "رئيس رئيسة حكومة جيش قوات سلطات عضوية شعب حدود سفير سفارة شمال جنوب شرق غرب وسط دولة جمهورية خارجية انقلاب".split()
)
_PREPOSITIONS: Final = frozenset("في من الى الي عن على علي مع ضد بين تجاه نحو داخل خارج ان".split())
_HEADS_OF: Final = frozenset(("title", "actor", "institution"))
_TWO_GROUPS: Final = frozenset(
    "حركتا حركتي جماعتا جماعتي تنظيما تنظيمي جبهتا جبهتي منظمتا منظمتي ميليشيتا ميليشيتي حزبا حزبي كتيبتا كتيبتي "
    "فصيلا فصيلي".split()
)
"""Heads in the dual of groups that are named one by one (حركتا فتح وحماس)."""
_TWO_SENT: Final = frozenset(("وفدا", "وفدي", "فدا", "فدي", "ممثلا", "ممثلي"))
"""Heads in the dual of those whom two sides send (وفدا الحكومة والمعارضة)."""
_LEADING: Final = HEADED | _TWO_SENT | {f"و{head}" for head in _TWO_SENT}
_SENDERS: Final = frozenset(("actor", "institution", "people"))
COUNTED: Final = frozenset("طالبا طالبة صحفيا صحفية صحافيا صحافية وافدا معلما معلمة راعيا حاجا معتمرا بحارا".split())
"""Accusatives behind a number, which alone may be verbs, adjectives or things."""
_PAIR: Final = 4
"""Tokens behind such a head within which the second is named."""
_NO_SPOTS: Final = frozenset(("person", "official", "media", "organisation"))
"""Kinds of actors in whom nothing happens: behind في their name is a place's."""
_STATIONS: Final = frozenset(("محطة", "محطات", "محطتي", "محطتين"))
_WORKS: Final = frozenset(
    "قطار قطارات كهرباء كهربائية طاقة توليد وقود محروقات مترو حافلات تحلية مياه نووية ضخ معالجة بنزين نفط غاز قطارين "
    "حرارية تحويل رادار".split()
)
"""Words behind them that tell of no broadcaster."""


_MAY_LEAD: Final = by_form(_LEADING)
_IS_TWO: Final = by_core(_TWO_GROUPS)
_IS_COUNTED: Final = by_form(COUNTED)
_IS_HARMED: Final = by_form(LED_TO)


_ACTOR: Final = kind_number("actor")
_TITLE: Final = kind_number("title")
_INSTITUTION: Final = kind_number("institution")
_PEOPLE: Final = kind_number("people")
_FAMILY: Final = 5
"""Letters of a family's name (حمداني), at least."""
_GENERAL: Final = "title.major-general"
_COUNTRY: Final = kind_number("country")
_PLACE: Final = kind_number("place")
_Heads = tuple[Mark | None, Mark | None, Mark | None, Mark | None, Mark | None, Mark | None]


def _by_kind(marks: dict[str, Mark]) -> _Heads:
    """The marks that may head a phrase: actor, title, institution, people, country, place."""
    actor: Mark | None = None
    title: Mark | None = None
    institution: Mark | None = None
    people: Mark | None = None
    country: Mark | None = None
    place: Mark | None = None
    for mark in marks.values():
        number = mark.sense.number
        if number == _PEOPLE:
            people = mark
        elif number == _COUNTRY:
            country = mark
        elif number == _PLACE:
            place = mark
        elif number == _TITLE:
            title = mark
        elif number == _ACTOR:
            actor = mark
        elif number == _INSTITUTION:
            institution = mark
    return actor, title, institution, people, country, place


class PhraseHeads(PlaceNames):
    """Builds the phrase that begins at a token."""

    def __init__(self, reading: Reading, blocked: set[int]) -> None:
        super().__init__(reading, blocked)
        self._surnames: set[str] = set()
        """Last words of the people named so far."""

    def _build(self, at: int, limit: int) -> Phrase | None:
        """The phrase that begins at a token and ends before ``limit``, or None."""
        marks = self.lex[at]
        if self._own_and_family(at, limit):
            return self._kinsman(at, limit)
        if not marks:
            return self._unmarked(at, limit)
        actor, title, inst, people, country, place = _by_kind(marks)
        actor, title = self._who(at, actor, title, place)
        if title and (not actor or title.last >= actor.last) and not self._brought(at):
            return self._titled(at, title, limit)
        if country and country.tag == "weak" and not self._meant(country):
            country = None
        if place and not self._place_allowed(place, at):
            place = None
        if actor and all(actor.last >= other.last for other in (inst, people, country, place) if other):
            return self._actor(actor, limit)
        site = self._site(at, limit, place, inst) if among(self.words[at]) & HEADS_PLACES else None
        if site is not None:
            return site
        if inst and (not people or inst.last >= people.last) and not self._longer(place, inst):
            inst = self._fitting("institution", inst)
            if self._is_body(inst, at):
                return self._institution(at, inst, limit)
        if people and not self._works(at):
            return self._people(at, people, limit)
        if country and country.tag in {"name", "metonym", "weak"} and (not place or country.last >= place.last):
            return self._country(country)
        if place:
            return self._place(place)
        if country and country.tag in {"adj", "people"}:
            return self._national(at, country, limit)
        return self._rule(at, marks.get("country")) or self._weapon(marks.get("weapon")) or self._unmarked(at, limit)

    def _who(
        self, at: int, actor: Mark | None, title: Mark | None, place: Mark | None
    ) -> tuple[Mark | None, Mark | None]:
        """The actor and the title that begin at a token, but for those that are only words of a place's name."""
        if actor and not self._allowed(actor, at):
            actor = None
        if title and self._brigade(at, title):
            title = None
        if place and place.tag == "name" and (actor or title) and self._there(at):
            if title and place.last > title.last:
                title = None
            if actor and place.last >= actor.last and actor.entry.kind in _NO_SPOTS:
                actor = None
        return actor, title

    def _there(self, at: int) -> bool:
        """What stands before a name leaves only a place (في الشيخ زويد، بلدة دابق)."""
        return self._located(at) or (at > 0 and self.words[at - 1].core in PLACE_HEADS) or "ب" in self.words[at].pro

    def _unmarked(self, at: int, limit: int) -> Phrase | None:
        """A phrase that no mark heads. Somebody named before in full is a verb's subject by the last word of the name,
        be it a common word; those counted by elevens and more are people (30 طالبا)."""
        word = self.words[at]
        if self._harmed(at):
            return self._victim(at, limit)
        if among(word) & _IS_COUNTED and at - 1 in self.r.number_tokens:
            people = self._plain(at, limit)
            if people is not None:
                people.kind, people.role = "people", "witness"
            return people
        if at == 0 or word.core not in self._surnames or word.det or word.pro or not self.verbal(at - 1):
            return self._plain(at, limit)
        phrase = Phrase(at, at, "person")
        phrase.bear_name(at, at)
        return phrase

    def _own_and_family(self, at: int, limit: int) -> bool:
        """A given name that may be a word, too, or a word that nobody knows, right before the name of a family that is
        no other word (بدر الحمداني)."""
        if at + 1 >= limit:
            return False
        family = self.words[at + 1]
        if not family.det or family.cls or family.senses or family.enc or not family.form.endswith("ي"):
            return False
        word = self.words[at]
        if len(family.core) < _FAMILY or word.det or word.pro or word.enc or word.func or self.verbal(at):
            return False
        known = self.lex[at].get("actor")
        if known is not None and known.last > at:
            return False
        return self.forms[at] in GIVEN or (word.cls in {"", "g"} and not word.senses)

    def _kinsman(self, at: int, limit: int) -> Phrase:
        phrase = Phrase(at, max(at + 1, self._name_end(at + 1, limit)), "person")
        phrase.bear_name(at, phrase.last)
        return phrase

    def _harmed(self, at: int) -> bool:
        """A word that is somebody, for something is done to them."""
        return among(self.words[at]) & _IS_HARMED != 0 and harmed(self.r, at)

    def _victim(self, at: int, limit: int) -> Phrase:
        phrase = Phrase(at, at, "people")
        phrase.role = "witness"
        phrase.last = self._modifiers(at + 1, limit, phrase, 2)
        phrase.name = (at, phrase.last)
        return phrase

    def _works(self, at: int) -> bool:
        """A station that is no broadcaster (محطة قطارات، محطة لتوليد الكهرباء)."""
        if self.words[at].core not in _STATIONS or at + 1 >= len(self.words):
            return False
        return self.words[at + 1].core in _WORKS

    def _brought(self, at: int) -> bool:
        """A participle that is spelt as a rank (الطعن المقدم من الرئيس)."""
        if self.words[at].core != "مقدم" or not at or at + 1 >= len(self.words):
            return False
        after = self.words[at + 1]
        return after.form in _BROUGHT or "ل" in after.pro

    def _meant(self, country: Mark) -> bool:
        """A state is meant by a name that is also that of something else: one that is no common word stands beside
        another state (السعودية وعمان)."""
        at = country.first
        if self.words[at].core in _WORDS_TOO and self._state(at):
            return True
        behind = country.last + 1
        beside = at - 1 if "و" in self.words[at].pro else behind
        if not 0 <= beside < len(self.words) or (beside == behind and self.words[behind].pro != "و"):
            return False
        other = self.lex[beside].get("country")
        return other is not None and other.tag == "name"

    def _brigade(self, at: int, title: Mark) -> bool:
        """A brigade, not a general: the rank without the article before a word that has it (لواء الصقور)."""
        if title.sense.id != _GENERAL or title.last > at or self.words[at].det or at + 1 >= len(self.words):
            return False
        return self.words[at + 1].det and "title" not in self.lex[at + 1]

    def _state(self, at: int) -> bool:
        """A state whose name is a common word is meant: behind a preposition, a verb that agrees or what a state has,
        or at the head of a clause before such a verb (في مالي، أعلنت مالي، رئيس مالي، مالي تطرد السفير)."""
        if self._located(at):
            return True
        if self.words[at].pro.strip("و"):
            return False
        before = self.words[at - 1] if at else None
        if before is None or before.form in PUNCTUATION:
            return self.verbal(at + 1) and self.forms[at + 1].startswith("ت")
        if self.verbal(at - 1):
            return before.form.endswith("ت") or before.form.startswith("ت")
        return (before.core in _STATE_HAS and not before.det) or before.form in _PREPOSITIONS

    def _rule(self, at: int, state: Mark | None) -> Phrase | None:
        """A state's rule stands for its forces (حاصر الاحتلال المستشفى) where no adjective tells another's."""
        word = self.words[at]
        if state is None or word.core != "احتلال" or not word.det:
            return None
        behind = self.lex[at + 1].get("country") if at + 1 < len(self.words) else None
        if behind is None or behind.tag != "adj":
            return self._country(state, "military")
        if not at or not (self.words[at - 1].core in FIRE or self.verbal(at - 1)):
            return None
        phrase = self._country(behind, "military")
        phrase.first = phrase.head = at
        phrase.name = (at, phrase.last)
        return phrase

    def _weapon(self, mark: Mark | None) -> Phrase | None:
        """A weapon of more than one word."""
        return Phrase(mark.first, mark.last, "thing") if mark is not None and mark.last > mark.first else None

    def _longer(self, place: Mark | None, body: Mark) -> bool:
        """A place whose name goes on after the head of a body (دوما السورية, مستشفى ناصر, الدار البيضاء)."""
        if place is None or place.last <= body.last:
            return False
        return not self.words[body.first].det or place.entry.kind == "city"

    def _site(self, at: int, limit: int, place: Mark | None, body: Mark | None) -> Phrase | None:
        """The place that a head of places names, by the whole of it or with the head of a body before it."""
        country = self.lex[at].get("country")
        if place is not None and place.last > at and (country is None or country.last < place.last):
            return self._place(place)
        if PLACE_HEADS[self.words[at].core] == "edge" and self.forms[at - 1] in WHERE:
            return self._plain(at, limit)
        return self._plain(at, limit) if body and self._inner_place(at + 1, at, limit) is not None else None

    def _leads(self, at: int, limit: int) -> bool:
        """A word that only leads whoever is named behind it (حركتا فتح وحماس، وفدا الحكومة والمعارضة)."""
        if at + 1 >= limit:
            return False
        if not among(self.words[at]) & (_MAY_LEAD | _IS_TWO):
            return False
        form, core = self.forms[at], self.words[at].core
        behind = self.lex[at + 1]
        return (
            (form in HEADED and not _HEADS_OF.isdisjoint(behind))
            or (core in _TWO_GROUPS and "actor" in behind)
            or (form.removeprefix("و") in _TWO_SENT and self._sent(at + 1))
        )

    def _sent(self, at: int) -> bool:
        """Two sides, joined by و, stand at a token (وفدي الحكومة والمعارضة)."""
        if not (self.words[at].det or "actor" in self.lex[at]) or at + 1 >= len(self.words):
            return False
        joined = any(self.words[one].pro == "و" for one in range(at + 1, min(at + _PAIR, len(self.words))))
        return joined and not _SENDERS.isdisjoint(self.lex[at])

    def _second(self, at: int) -> bool:
        """The second of two groups that one head in the dual leads (حركتا حماس وفتح)."""
        if self.words[at].pro != "و":
            return False
        return any(self.words[one].core in _TWO_GROUPS for one in range(max(0, at - _PAIR), at))

    def _allowed(self, mark: Mark, at: int) -> bool:
        if mark.last > at and mark.last in self.r.time_tokens:
            return False
        if mark.tag != "weak":
            return True
        before = self.forms[at - 1] if at else ""
        if at and (self.words[at - 1].core in _TWO_GROUPS or self._second(at)):
            return True
        return (before in QUOTES_OPEN and self.r.quoted[at] != 0) or before == "("
