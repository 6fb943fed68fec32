"""Noun phrases that can act, suffer, tell or be a place: known names, titles with their bearers, institutions,
described groups, and the plain nouns that are left."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import NAMING, PAUSE
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.place_names import WHERE, PlaceNames
from khabar.mentions.reading import PROPER, QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.so_called import led_by, opener, self_named

_AGENTS: Final = frozenset(("قبل", "جانب", "طرف"))
"""Words before a phrase that mark the agent behind من."""
_IN_HANDS: Final = frozenset(("بايدي", "بيد"))
_HANDS: Final = frozenset(("يد", "ايدي", "يدي"))
"""Words before a phrase that mark the agent."""
_PRONOUNS: Final = frozenset(("هو", "هي", "وهو", "وهي", "وهم"))
_SEATS: Final = frozenset(("مقره", "مقرها"))
"""Words that tell where a body has its seat (المرصد ومقره بريطانيا)."""
_ALSO_ADJECTIVES: Final = frozenset(
    "مسلح مسلحة انتحاري انتحارية انتحاريان انتحاريين انتحاريتان انتحاريتين ارهابي ارهابية ارهابيان ارهابيين ارهابيتان "
    "ارهابيتين عسكري عسكرية بحري امني امنية مدفعي مدفعية صاروخي صاروخية جوي جوية بري برية".split()
)
"""Words for people that describe an event right behind its noun (هجوم مسلح، تفجير انتحاري)."""
_YEARS: Final = frozenset("عاما عام سنة سنوات اعوام عامين".split())
_NAME: Final = 7
"""Tokens of a name in quotes."""
_AGE: Final = 6
"""Tokens behind a name within which the brackets about his age close."""


class Chunker(PlaceNames):
    """Cuts the sentences of a reading into phrases, left to right."""

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
                or self._describes(at)
                or (at > first and words[at - 1].core in _PRONOUNS)
            ):
                at += 1
                continue
            if words[at].core in _SEATS and self._seat(at):
                at += 2
                continue
            phrase = self._build(at, last)
            if phrase is None or (previous is not None and self._apposed(previous, phrase)):
                at += 1 if phrase is None else phrase.last + 1 - at
                continue
            phrase.prep = self.r.prep(phrase.first)
            phrase.agent = phrase.first > 1 and self._by(
                phrase.first - 1 - (self.forms[phrase.first - 1] in QUOTES_OPEN)
            )
            if self.r.naming:
                if previous is not None and self._own_name(previous, phrase):
                    at = phrase.last + 1
                    continue
                self._so_called(phrase, found)
            if previous is not None and self._holds(previous, phrase):
                phrase.prep, phrase.coord, phrase.agent = previous.prep, previous.coord, False
                phrase.held = True
                found.pop()
                if (
                    previous.coord is not None
                    and found
                    and found[-1] is previous.coord
                    and self._holding(previous.coord)
                ):
                    phrase.prep, phrase.coord = previous.coord.prep, previous.coord.coord
                    found.pop()
            elif previous is not None and (self._part(previous, phrase) or self._epithet(previous, phrase)):
                phrase.prep, phrase.coord, phrase.agent = previous.prep, previous.coord, previous.agent
                found.pop()
            elif previous is not None and self._joined(previous, phrase):
                if self._shares(previous, phrase) or self._dual(previous, phrase):
                    found.pop()
                    phrase = self._merged(previous, phrase)
                else:
                    phrase.coord = previous
                    phrase.prep = phrase.prep or previous.prep
            phrase.owner = self._owner(phrase, found)
            self._give(phrase, found)
            found.append(phrase)
            if phrase.kind == "person" and phrase.name[1] > phrase.name[0]:
                self._surnames.add(words[phrase.name[1]].core)
            previous = phrase
            at = phrase.last + 1
        return found

    def _age(self, at: int) -> bool:
        """The unit of somebody's age in brackets: no phrase of its own."""
        return self.words[at].core in _YEARS and self.forms[at + 1 : at + 2] == [")"]

    def _own_name(self, previous: Phrase, phrase: Phrase) -> bool:
        """The phrase is the name that the one before gives itself (جماعة تسمي نفسها كذا), which bears it from here."""
        verb = self_named(self.forms, self.r.naming, phrase.first)
        if verb is None or not previous.last < verb <= previous.last + 2:
            return False
        start = phrase.first + (self.forms[phrase.first] == "اسم")
        start += self.forms[start] in QUOTES_OPEN
        end = phrase.last
        if self.forms[start - 1] in QUOTES_OPEN:
            reach = range(start, min(start + _NAME, len(self.forms)))
            end = next((at - 1 for at in reach if self.forms[at] in QUOTES_CLOSE), end)
        phrase.last, phrase.name = max(end, phrase.last), (start, end)
        previous.owner, previous.kind, previous.definite = phrase, phrase.kind, True
        previous.country = phrase.country or previous.country
        return True

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
        form, before = self.forms[at], self.forms[at - 1]
        if form in _HANDS:
            return before == "على"
        return form in _IN_HANDS or (form in _AGENTS and before == "من")

    def _describes(self, at: int) -> bool:
        """An adjective of the event word before it (ضربات دقيقة ومتناسبة): no phrase of its own."""
        before = at - 1
        if before not in self.blocked and before not in self._adjectives:
            return False
        word = self.words[at]
        joined = at - 1 in self._adjectives and word.pro == "و" and not word.det and word.form.endswith(("ة", "ا"))
        told = word.core in _ALSO_ADJECTIVES or word.form.removeprefix("ال") in _ALSO_ADJECTIVES
        epithet = told and (not word.det or self._like(at))
        adjective = (
            joined
            or epithet
            or word.cls == "j"
            or (self._indefinite(at) and self._indefinite(before))
            or (word.form.endswith(("ية", "ي")) and word.cls in {"n", "w"} and len(word.core) > 3)
        )
        if not adjective or (word.pro and word.pro != "و"):
            return False
        if not NAMING.isdisjoint(self.lex[at]) and not epithet:
            return False
        while before >= 0 and before in self._adjectives:
            before -= 1
        head = self.words[before] if before >= 0 else None
        if head is None or before not in self.blocked or self.verbal(before) or head.det != word.det:
            return False
        self._adjectives.add(at)
        return True

    def _like(self, at: int) -> bool:
        """The word with the article agrees with the one before it (الهجوم الانتحاري، العمليتين الانتحاريتين)."""
        word, before = self.words[at], self.words[at - 1]
        return before.det and all(
            word.core.endswith(ending) == before.core.endswith(ending) for ending in ("ة", "ان", "ين")
        )

    def _indefinite(self, at: int) -> bool:
        """An indefinite accusative (هجوما واسعا)."""
        word = self.words[at]
        return not word.det and not word.enc and word.form.endswith("ا") and len(word.form) > 3 and not self.lex[at]

    def _apposed(self, previous: Phrase, phrase: Phrase) -> bool:
        """A title in apposition to the name before it (أبو علي العسكري، رئيس المكتب): what it says goes to the
        bearer."""
        if phrase.kind != "person" or phrase.name[0] != phrase.first:
            return False
        title = phrase.entry is not None and not hasattr(phrase.entry, "names")
        between = self.forms[previous.last + 1 : phrase.first]
        told = between in (["،"], ["،", '"'], [","]) or (not between and self._introduced(previous))
        if not title or not told or phrase.prep or self.words[phrase.first].pro:
            return False
        if previous.kind not in {"person", "thing"} or previous.name[1] == previous.name[0]:
            return False
        previous.kind, previous.role, previous.source = "person", phrase.role, True
        previous.country = previous.country or phrase.country
        previous.last, previous.apposed = phrase.last, phrase.first
        return True

    def _introduced(self, named: Phrase) -> bool:
        """A full name that is no subject before an object: a title right behind it is its bearer's (قال فلان الفلاني
        رئيس الحزب)."""
        before = named.first - 1
        if named.kind != "person" or named.name[1] == named.name[0]:
            return False
        return (
            before < 0 or not self.verbal(before) or not any(one.kind == "trigger" for one in self.words[before].senses)
        )

    def _joined(self, previous: Phrase, phrase: Phrase) -> bool:
        """``phrase``, or the count before it (شرطيان وثلاثة مدنيين), is tied to the one before it by و alone."""
        first = phrase.first
        while first - 1 > previous.last and "و" not in self.words[first].pro and self._counts(first - 1):
            first -= 1
        quoted = first - 1 > previous.last and self.forms[first - 1] in QUOTES_OPEN | QUOTES_CLOSE
        before = first - 1 - quoted
        alone = before > previous.last and self.forms[before] == "و"
        if "و" not in self.words[first].pro and not alone:
            return False
        return all(
            self.forms[at] in QUOTES_CLOSE or self.forms[at] in PAUSE or self.forms[at] in QUOTES_OPEN
            for at in range(self._aged(previous.last), before if alone else first)
        )

    def _aged(self, last: int) -> int:
        """The token behind somebody, or behind his age in brackets (فلان (22 عاما)، وفلان)."""
        if self.forms[last + 1 : last + 2] != ["("]:
            return last + 1
        for at in range(last + 2, min(last + _AGE, len(self.forms))):
            if self.forms[at] == ")":
                return at + 1
        return last + 1

    def _counts(self, at: int) -> bool:
        """A number, a quantity, or من after one (خمسة من الجنود)."""
        if self.forms[at] == "من":
            at -= 1
        return at in self.r.number_tokens or self.words[at].func == "quant"

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
        if title and (not actor or title.last >= actor.last):
            return self._titled(at, title, limit)
        inst, people = marks.get("institution"), marks.get("people")
        country, place = marks.get("country"), marks.get("place")
        if country and country.tag == "weak":
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
        if country and country.tag in {"name", "metonym"} and (not place or country.last >= place.last):
            return self._country(country)
        if place:
            return self._place(place)
        if country and country.tag in {"adj", "people"}:
            return self._national(at, country, limit)
        return self._rule(at, marks.get("country")) or self._weapon(marks.get("weapon")) or self._unmarked(at, limit)

    def _rule(self, at: int, state: Mark | None) -> Phrase | None:
        """A state's rule stands for its forces (حاصر الاحتلال المستشفى) where no adjective tells another's."""
        word = self.words[at]
        if state is None or word.core != "احتلال" or not word.det:
            return None
        behind = self.lex[at + 1].get("country") if at + 1 < len(self.words) else None
        return self._country(state, "military") if behind is None or behind.tag != "adj" else None

    def _weapon(self, mark: Mark | None) -> Phrase | None:
        """A weapon of more than one word."""
        return Phrase(mark.first, mark.last, "thing") if mark is not None and mark.last > mark.first else None

    def _longer(self, place: Mark | None, body: Mark) -> bool:
        """A place whose name goes on after the head of a body (دوما السورية, مستشفى ناصر)."""
        return place is not None and place.last > body.last and not self.words[body.first].det

    def _site(self, at: int, limit: int, place: Mark | None, body: Mark | None) -> Phrase | None:
        """The place that a head of places names, by the whole of it or with the head of a body before it."""
        country = self.lex[at].get("country")
        if place is not None and place.last > at and (country is None or country.last < place.last):
            return self._place(place)
        if PLACE_HEADS[self.words[at].core] == "edge" and self.forms[at - 1] in WHERE:
            return self._plain(at, limit)
        return self._plain(at, limit) if body and self._inner_place(at + 1, at, limit) is not None else None

    def _allowed(self, mark: Mark, at: int) -> bool:
        if mark.last > at and mark.last in self.r.time_tokens:
            return False
        if mark.tag != "weak":
            return True
        before = self.forms[at - 1] if at else ""
        return (before in QUOTES_OPEN and self.r.quoted[at] != 0) or before == "("
