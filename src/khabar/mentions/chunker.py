"""Noun phrases that can act, suffer, tell or be a place: known names, titles with their bearers, institutions,
described groups, and the plain nouns that are left."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.lexicon.senses import PROPER
from khabar.mentions.apposition import Apposition
from khabar.mentions.coordination import Coordination, merged
from khabar.mentions.event_adjectives import EventAdjectives
from khabar.mentions.holders import Holders
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import HEADED
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.place_names import WHERE, PlaceNames
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import FIRE, Reading
from khabar.mentions.so_called import led_by, opener

_AGENTS: Final = frozenset(("قبل", "جانب", "طرف"))
"""Words before a phrase that mark the agent behind من."""
_IN_HANDS: Final = frozenset(("بايدي", "بيد"))
_HANDS: Final = frozenset(("يد", "ايدي", "يدي"))
"""Words before a phrase that mark the agent."""
_MARKS_OF_AGENTS: Final = _AGENTS | _IN_HANDS | _HANDS
_PRONOUNS: Final = frozenset(("هو", "هي", "وهو", "وهي", "وهم"))
_SEATS: Final = frozenset(("مقره", "مقرها"))
"""Words that tell where a body has its seat (المرصد ومقره بريطانيا)."""
_WORDS_TOO: Final = frozenset(("مالي", "بنين"))
"""States whose name is a common word, too: they are meant behind a preposition of place."""
_BROUGHT: Final = frozenset("من الى ل ضد في امام بشان حول".split())
_STATE_HAS: Final = frozenset(
    "رئيس رئيسة حكومة جيش قوات سلطات عضوية شعب حدود سفير سفارة شمال جنوب شرق غرب وسط دولة جمهورية خارجية انقلاب".split()
)
_PREPOSITIONS: Final = frozenset("في من الى الي عن على علي مع ضد بين تجاه نحو داخل خارج ان".split())
_RULERS: Final = frozenset(("حكومة", "نظام", "سلطات", "جيش", "سلطة"))
_RIVALS: Final = frozenset(("armed-group", "party"))
"""Who is named alone beside a group of his state."""
_PRESENCE: Final = "حضور"
_MATTERS: Final = frozenset(
    "عودة ظهور وجود نشاط خطر تهديد نفوذ انتشار توسع تمدد صعود بروز محاربة مكافحة مواجهة قتال هزيمة دحر بقاء تواجد "
    "حضور".split()
)
_DOOMS: Final = frozenset("تدمير محو سحق ازالة تدميره مهاجمة معاقبة".split())
"""Nouns of what a state is threatened with: it is a phrase of its own."""
_HELPS: Final = frozenset("دعم مساندة معاونة اغاثة صالح".split())
_GATHERS: Final = frozenset(("جمع", "تجمع", "ضم"))
"""Verbs spelt as nouns of which a meeting is the subject (اجتماع ضم الوزراء)."""
_MEETINGS: Final = frozenset("اجتماع لقاء قمة مباحثات محادثات مفاوضات مؤتمر جلسة حوار غداء عشاء اتصال حفل".split())
_LATER: Final = frozenset("لاحق سابق مبكر متاخر قريب".split())
_HEADS_OF: Final = frozenset(("title", "actor", "institution"))
_TWO_GROUPS: Final = frozenset(
    "حركتا حركتي جماعتا جماعتي تنظيما تنظيمي جبهتا جبهتي منظمتا منظمتي ميليشيتا ميليشيتي حزبا حزبي كتيبتا كتيبتي "
    "فصيلا فصيلي".split()
)
_TWO_SENT: Final = frozenset(("وفدا", "وفدي", "فدا", "فدي", "ممثلا", "ممثلي"))
"""Heads in the dual of those whom two sides send (وفدا الحكومة والمعارضة)."""
_SENDERS: Final = frozenset(("actor", "institution", "people"))
"""Heads in the dual of groups that are named one by one (حركتا فتح وحماس)."""
_PAIR: Final = 4
"""Tokens behind such a head within which the second is named."""
_BEFORE_VERBS: Final = frozenset(("التي", "الذي", "ان"))
_SOMEBODY: Final = frozenset(("actor", "institution", "people"))
_JAIL: Final = frozenset("سجن حبس".split())
_YEARS: Final = frozenset("عاما عام سنة سنوات اعوام عامين".split())


class Chunker(PlaceNames):
    """Cuts the sentences of a reading into phrases, left to right. ``blocked``: tokens that are part of no phrase;
    ``verbs``: those of them that are verbs."""

    def __init__(self, reading: Reading, blocked: set[int], verbs: set[int]) -> None:
        super().__init__(reading, blocked)
        self._adjectives = EventAdjectives(reading, blocked, verbs)
        self._apposition = Apposition(reading)
        self._coordination = Coordination(reading)
        self._holders = Holders(reading)
        self._surnames: set[str] = set()
        """Last words of the people named so far."""

    def sentence(self, first: int, last: int) -> list[Phrase]:
        """Phrases of tokens ``first`` to ``last`` (exclusive), in order; nested ones follow the phrase that holds
        them."""
        found: list[Phrase] = []
        words, at = self.words, first
        previous: Phrase | None = None
        while at < last:
            if (
                self._skip(at)
                or self._age(at)
                or self._matter(at)
                or (words[at].core in _GATHERS and self._gathers(at))
                or (words[at].core in FIRE and self._of_state(at))
                or self._adjectives.describes(at)
                or (at > first and words[at - 1].core in _PRONOUNS)
            ):
                at += 1
                continue
            if (words[at].core in _SEATS and self._seat(at)) or (words[at].core == "وقت" and self._sometime(at)):
                at += 2
                continue
            if at + 1 < last and (
                (self.forms[at] in HEADED and not _HEADS_OF.isdisjoint(self.lex[at + 1]))
                or (self.words[at].core in _TWO_GROUPS and "actor" in self.lex[at + 1])
                or (self.forms[at].removeprefix("و") in _TWO_SENT and self._sent(at + 1))
            ):
                at += 1
                continue
            phrase = self._build(at, last)
            if phrase is None or (previous is not None and self._apposition.apposed(previous, phrase)):
                at += 1 if phrase is None else phrase.last + 1 - at
                continue
            self._lead(phrase)
            if self.r.naming:
                if previous is not None and self._apposition.own_name(previous, phrase):
                    at = phrase.last + 1
                    continue
                self._so_called(phrase, found)
            if previous is not None:
                phrase = self._tied(previous, phrase, found)
            phrase.owner = self._holders.owner(phrase, found)
            self._holders.give(phrase, found)
            found.append(phrase)
            if phrase.kind == "person" and phrase.name[1] > phrase.name[0]:
                self._surnames.add(words[phrase.name[1]].core)
            previous = phrase
            at = phrase.last + 1
        return found

    def _lead(self, phrase: Phrase) -> None:
        """Note what stands before the phrase: its preposition, a mark of the agent."""
        phrase.prep = self.r.prep(phrase.first)
        if not phrase.prep and phrase.first and self._for_good(phrase.first - 1):
            phrase.prep = "ل"
        phrase.agent = phrase.first > 1 and self._by(phrase.first - 1 - (self.forms[phrase.first - 1] in QUOTES_OPEN))

    def _tied(self, previous: Phrase, phrase: Phrase, found: list[Phrase]) -> Phrase:
        """The phrase in its tie to the one before it, in whose place (the last of ``found``) it may stand."""
        holders, coord = self._holders, previous.coord
        if holders.holds(previous, phrase):
            phrase.prep, phrase.coord, phrase.agent, phrase.held = previous.prep, coord, False, True
            found.pop()
            if coord is not None and found and found[-1] is coord and holders.holding(coord):
                phrase.prep, phrase.coord = coord.prep, coord.coord
                found.pop()
        elif holders.part(previous, phrase):
            phrase.prep, phrase.coord, phrase.agent = previous.prep, coord, previous.agent
            found.pop()
        elif self._apposition.epithet(previous, phrase):
            phrase.prep, phrase.coord, phrase.agent = previous.prep, coord, previous.agent
            phrase.first = phrase.head = previous.first
            found.pop()
        elif self._coordination.joined(previous, phrase):
            if self._coordination.one(previous, phrase):
                found.pop()
                return merged(previous, phrase)
            phrase.coord = previous
            if phrase.country is None and self.words[phrase.first].core == "وفد" and phrase.definite:
                phrase.country = previous.country  # الوزير والوفد المرافق
            if previous.country is None and previous.first == previous.last and phrase.kind in _RIVALS:
                rules = self.words[previous.first].det and self.words[previous.first].core in _RULERS
                previous.country = phrase.country if rules else None  # الحكومة والحوثيين
            phrase.prep = phrase.prep or previous.prep
        return phrase

    def _matter(self, at: int) -> bool:
        """A noun for what is the matter with somebody (منع عودة ظهور التنظيم الذي): he is a phrase of his own."""
        word = self.words[at]
        if self._for_good(at) and at + 1 < len(self.words):
            return not _SOMEBODY.isdisjoint(self.lex[at + 1])
        if (word.core not in _MATTERS and word.core not in _DOOMS) or word.det or word.enc or at + 1 >= len(self.words):
            return False
        behind = self.lex[at + 1]
        if word.core == _PRESENCE and "title" in behind:
            return True
        if word.core in _DOOMS:
            country = behind.get("country")
            return country is not None and country.tag in {"name", "metonym"}
        return self.words[at + 1].core in _MATTERS or not _SOMEBODY.isdisjoint(behind)

    def _for_good(self, at: int) -> bool:
        """A noun of helping behind ل: whoever is helped is a phrase of its own (قدم مليون يورو لدعم اللاجئين)."""
        word = self.words[at]
        return word.core in _HELPS and word.pro.endswith("ل") and not word.det and not word.enc

    def _of_state(self, at: int) -> bool:
        """Fire behind ب whose adjective tells who opened it (برصاص إسرائيلي): the adjective is a phrase of its own."""
        if "ب" not in self.words[at].pro or self.words[at].det or at + 1 >= len(self.words):
            return False
        state = self.lex[at + 1].get("country")
        return state is not None and state.tag == "adj" and not self.words[at + 1].det

    def _sometime(self, at: int) -> bool:
        """An adverb of time (في وقت لاحق): no phrase goes on behind it."""
        return not self.words[at].det and at + 1 < len(self.words) and self.words[at + 1].core in _LATER

    def _gathers(self, at: int) -> bool:
        """The word is the verb of a meeting."""
        word = self.words[at]
        if at == 0 or word.det or word.pro:
            return False
        return self.forms[at - 1] in _BEFORE_VERBS or self.words[at - 1].core in _MEETINGS

    def _age(self, at: int) -> bool:
        """The unit of somebody's age in brackets, or of a term in jail (بالسجن سنة): no phrase of its own."""
        if self.words[at].core not in _YEARS or self.words[at].det:
            return False
        counted = self.words[at].core == "سنة" and at - 1 in self.r.number_tokens
        jailed = at > 0 and (counted or self.words[at - 1].core in _JAIL)
        return jailed or self.forms[at + 1 : at + 2] == [")"]

    def _so_called(self, phrase: Phrase, found: list[Phrase]) -> None:
        """Put the phrase in the place of the clause that names it (من قبل من وصفتهم الوزارة بالإرهابيين); whoever gives
        the name is no party."""
        opens = opener(self.forms, self.r.naming, phrase.first, phrase.prep == "ب")
        if opens is None:
            return
        phrase.prep = led_by(self.forms[opens]) or self.r.prep(opens)
        phrase.agent = opens > 1 and self._by(opens - 1)
        if found and found[-1].first > opens:
            found[-1].holds = True

    def _seat(self, at: int) -> bool:
        """Where a body has its seat: no party to anything."""
        return at + 1 < len(self.words) and not PROPER.isdisjoint(self.lex[at + 1])

    def _by(self, at: int) -> bool:
        """The word at ``at`` marks the agent: من قبل, من جانب; على يد, بأيدي (but not من أيدي, out of their hands, nor
        إلى جانب, beside)."""
        form = self.forms[at]
        if form not in _MARKS_OF_AGENTS:
            return False
        before = self.forms[at - 1]
        if form in _HANDS:
            return before == "على"
        return form in _IN_HANDS or (form in _AGENTS and before == "من")

    def _unmarked(self, at: int, limit: int) -> Phrase | None:
        """A phrase that no mark heads. Somebody named before in full is a verb's subject by the last word of the name,
        be it a common word."""
        word = self.words[at]
        if at == 0 or word.core not in self._surnames or word.det or word.pro or not self.verbal(at - 1):
            return self._plain(at, limit)
        phrase = Phrase(at, at, "person")
        phrase.definite = phrase.source = True
        return phrase

    def _build(self, at: int, limit: int) -> Phrase | None:
        marks = self.lex[at]
        if not marks:
            return self._unmarked(at, limit)
        actor, title = marks.get("actor"), marks.get("title")
        if actor and not self._allowed(actor, at):
            actor = None
        if title and (not actor or title.last >= actor.last) and not self._brought(at):
            return self._titled(at, title, limit)
        inst, people = marks.get("institution"), marks.get("people")
        country, place = marks.get("country"), marks.get("place")
        if country and country.tag == "weak" and (self.words[at].core not in _WORDS_TOO or not self._state(at)):
            country = None
        if place and not self._place_allowed(place, at):
            place = None
        if actor and all(actor.last >= other.last for other in (inst, people, country, place) if other):
            return self._actor(actor, limit)
        site = self._site(at, limit, place, inst) if self.words[at].core in PLACE_HEADS else None
        if site is not None:
            return site
        if inst and (not people or inst.last >= people.last) and not self._longer(place, inst):
            inst = self._fitting("institution", inst)
            if self._is_body(inst, at):
                return self._institution(at, inst, limit)
        if people:
            return self._people(at, people, limit)
        if country and country.tag in {"name", "metonym", "weak"} and (not place or country.last >= place.last):
            return self._country(country)
        if place:
            return self._place(place)
        if country and country.tag in {"adj", "people"}:
            return self._national(at, country, limit)
        return self._rule(at, marks.get("country")) or self._weapon(marks.get("weapon")) or self._unmarked(at, limit)

    def _brought(self, at: int) -> bool:
        """A participle that is spelt as a rank (الطعن المقدم من الرئيس)."""
        if self.words[at].core != "مقدم" or not at or at + 1 >= len(self.words):
            return False
        after = self.words[at + 1]
        return after.form in _BROUGHT or "ل" in after.pro

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
