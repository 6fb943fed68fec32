"""Noun phrases that can act, suffer, tell or be a place: known names, titles with their bearers, institutions,
described groups, and the plain nouns that are left."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.senses import PROPER
from khabar.mentions.among import among, by_core, by_form
from khabar.mentions.apposition import Apposition
from khabar.mentions.coordination import MORE, Coordination, merged
from khabar.mentions.crowds import CROWDS, crowd
from khabar.mentions.event_adjectives import EventAdjectives
from khabar.mentions.holders import Holders
from khabar.mentions.named_for import named_for
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_heads import PhraseHeads
from khabar.mentions.phrase_words import SEATS
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import FIRE, Reading
from khabar.mentions.so_called import led_by, opener

_AGENTS: Final = frozenset(("قبل", "جانب", "طرف"))
"""Words before a phrase that mark the agent behind من."""
_IN_HANDS: Final = frozenset(("بايدي", "بيد"))
_HANDS: Final = frozenset(("يد", "ايدي", "يدي"))
"""Words before a phrase that mark the agent."""
_MEANS: Final = "بواسطة"
_MARKS_OF_AGENTS: Final = _AGENTS | _IN_HANDS | _HANDS | {_MEANS}
_PRONOUNS: Final = frozenset(("هو", "هي", "وهو", "وهي", "وهم"))
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
_HANDING: Final = frozenset("تسليم منح تزويد اعطاء اهداء".split())
"""Verbal nouns whose genitive gets what stands behind it (تسليم الجيش مدرعات)."""
_HELPS: Final = frozenset("دعم مساندة معاونة اغاثة صالح".split())
_SPURS: Final = _MATTERS | _DOOMS | _HANDING
_GATHERS: Final = frozenset(("جمع", "تجمع", "ضم"))
"""Verbs spelt as nouns of which a meeting is the subject (اجتماع ضم الوزراء)."""
_MEETINGS: Final = frozenset("اجتماع لقاء قمة مباحثات محادثات مفاوضات مؤتمر جلسة حوار غداء عشاء اتصال حفل".split())
_LATER: Final = frozenset("لاحق سابق مبكر متاخر قريب".split())
_BEFORE_VERBS: Final = frozenset(("التي", "الذي", "ان"))
_SOMEBODY: Final = frozenset(("actor", "institution", "people"))
_JAIL: Final = frozenset("سجن حبس".split())
_YEARS: Final = frozenset("عاما عام سنة سنوات اعوام عامين".split())
_TIME: Final = "وقت"
_ODD: Final = _SPURS | _HELPS | _GATHERS | _YEARS | FIRE | SEATS | {_TIME}
"""Words that may be no phrase where they stand: others need not be asked about."""
_IS_MORE: Final = by_form(MORE)
_IS_ODD: Final = by_core(_ODD)
_IS_CROWD: Final = by_core(CROWDS)
_IS_PRONOUN: Final = by_core(_PRONOUNS)
_IS_HELP: Final = by_core(_HELPS)
_MARKS_AGENT: Final = by_form(_MARKS_OF_AGENTS)


class Chunker(PhraseHeads):
    """Cuts the sentences of a reading into phrases, left to right. ``blocked``: tokens that are part of no phrase;
    ``verbs``: those of them that are verbs."""

    def __init__(self, reading: Reading, blocked: set[int], verbs: set[int]) -> None:
        super().__init__(reading, blocked)
        self._adjectives = EventAdjectives(reading, blocked, verbs)
        self._apposition = Apposition(reading)
        self._coordination = Coordination(reading)
        self._holders = Holders(reading)

    def sentence(self, first: int, last: int) -> list[Phrase]:
        """Phrases of tokens ``first`` to ``last`` (exclusive), in order; nested ones follow the phrase that holds
        them."""
        found: list[Phrase] = []
        at = first
        previous: Phrase | None = None
        while at < last:
            phrase = crowd(self.r, at, last) if among(self.words[at]) & _IS_CROWD else None
            passed = self._passed(at, first, last) if phrase is None else 0
            if passed:
                at += passed
                continue
            phrase = phrase or self._build(at, last)
            if phrase is None or (previous is not None and self._apposition.apposed(previous, phrase)):
                at += 1 if phrase is None else phrase.last + 1 - at
                continue
            end = named_for(self.r, phrase, last)
            if end > phrase.last:
                if phrase.name[1] == phrase.last:
                    phrase.name = (phrase.name[0], end)
                phrase.last = end
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
                self._surnames.add(self.words[phrase.name[1]].core)
            previous = phrase
            at = phrase.last + 1
        return found

    def _passed(self, at: int, first: int, last: int) -> int:
        """How many tokens there are passed over, for no phrase begins with them."""
        if self._harmed(at):
            return 0
        if self._skip(at):
            return 1
        core = self.words[at].core
        odd = among(self.words[at]) & _IS_ODD != 0
        if (
            (odd and self._spurs(at, core))
            or self._adjectives.describes(at)
            or (at > first and among(self.words[at - 1]) & _IS_PRONOUN != 0)
        ):
            return 1
        if odd and ((core in SEATS and self._seat(at)) or (core == _TIME and self._sometime(at))):
            return 2
        if among(self.words[at]) & _IS_MORE and self.forms[at + 1 : at + 2] == [MORE[self.forms[at]]]:
            return 2
        return 1 if self._leads(at, last) else 0

    def _spurs(self, at: int, core: str) -> bool:
        """An age, a matter, the verb of a meeting, fire with its owner behind it."""
        if self._age(at) or self._matter(at) or (core in _GATHERS and self._gathers(at)):
            return True
        return core in FIRE and self._of_state(at)

    def _lead(self, phrase: Phrase) -> None:
        """Note what stands before the phrase: its preposition, a mark of the agent."""
        phrase.prep = self.r.prep(phrase.first)
        if not phrase.prep and phrase.first and self._for_good(phrase.first - 1):
            phrase.prep = "ل"
        if phrase.first > 1:
            before = self.forms[phrase.first - 1]
            phrase.agent = self._by(phrase.first - 1 - (len(before) == 1 and before in QUOTES_OPEN))

    def _tied(self, previous: Phrase, phrase: Phrase, found: list[Phrase]) -> Phrase:
        """The phrase in its tie to the one before it, in whose place (the last of ``found``) it may stand."""
        holders, coord = self._holders, previous.coord
        if holders.holds(previous, phrase):
            phrase.prep, phrase.coord, phrase.agent, phrase.held = previous.prep, coord, False, True
            found.pop()
            if coord is not None and found and found[-1] is coord and holders.holding(coord):
                phrase.prep, phrase.coord = coord.prep, coord.coord
                found.pop()
            elif holders.told_apart(previous, phrase):
                phrase.holding = previous.first
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
            whole = self._coordination.goes_past(previous, phrase, found)
            if whole is not None:
                phrase.coord, phrase.prep = whole, whole.prep
                return phrase
            phrase.coord = previous
            if self._coordination.name(previous, phrase):
                phrase.bear_name(phrase.first, phrase.last)
            if phrase.country is None and self.words[phrase.first].core == "وفد" and phrase.definite:
                phrase.country = previous.country  # الوزير والوفد المرافق
            if previous.country is None and previous.first == previous.last and phrase.kind in _RIVALS:
                rules = self.words[previous.first].det and self.words[previous.first].core in _RULERS
                previous.country = phrase.country if rules else None  # الحكومة والحوثيين
            phrase.prep = phrase.prep or previous.prep
        elif self._coordination.adds(previous, phrase):
            phrase.coord, phrase.prep = previous, previous.prep
        return phrase

    def _matter(self, at: int) -> bool:
        """A noun for what is the matter with somebody (منع عودة ظهور التنظيم الذي): he is a phrase of his own."""
        word = self.words[at]
        if self._for_good(at) and at + 1 < len(self.words):
            return not _SOMEBODY.isdisjoint(self.lex[at + 1])
        if word.core not in _SPURS or word.det or word.enc or at + 1 >= len(self.words):
            return False
        behind = self.lex[at + 1]
        if word.core == _PRESENCE and "title" in behind:
            return True
        if word.core in _HANDING:
            return "institution" in behind or "country" in behind
        if word.core in _DOOMS:
            country = behind.get("country")
            return country is not None and country.tag in {"name", "metonym"}
        return self.words[at + 1].core in _MATTERS or not _SOMEBODY.isdisjoint(behind)

    def _for_good(self, at: int) -> bool:
        """A noun of helping behind ل: whoever is helped is a phrase of its own (قدم مليون يورو لدعم اللاجئين)."""
        word = self.words[at]
        return among(word) & _IS_HELP != 0 and word.pro.endswith("ل") and not word.det and not word.enc

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
        if not among(self.words[at]) & _MARKS_AGENT:
            return False
        form = self.forms[at]
        before = self.forms[at - 1]
        if form in _HANDS:
            return before == "على"
        return form in _IN_HANDS or form == _MEANS or (form in _AGENTS and before == "من")
