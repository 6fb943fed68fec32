"""The state of those whom no nationality tells and whose words settle it all the same: fighters at home, the regime,
what a state's own people are called, bodies of its people, the tank that only one army has."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import ARMED, HARM
from khabar.mentions.names import Named
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_AT_HOME: Final = frozenset(
    "مسلح مسلحا مسلحون مسلحين مسلحو مسلحي مسلحان متمرد متمردون متمردين متمردو متمردي ميليشيا مليشيا ميليشيات مليشيات "
    "متظاهر متظاهرون متظاهرين متظاهرو محتجون محتجين نازحون نازحين نازحي نظام".split()
)
"""Heads of those who fight, march or rule in their own country, and of who fled within it."""
_ARMED_ONES: Final = "مسلحة"
_ELSEWHERE: Final = frozenset(
    "اجنبي اجنبية اجانب دولي دولية اممي اممية ارهابي ارهابية مجهول مجهولة مجهولون مجهولين مجهولان اكراد كردي كردية "
    "جهادي جهادية وافدة".split()
)
"""Words that leave the state of fighters open."""
_OWN: Final = frozenset("رعايا مواطن مواطني مواطنو دبلوماسيي دبلوماسيو".split())
"""A state's own people, with the suffix of the one who speaks to them (دعت السفارة رعاياها)."""
_OF_ONE_ARMY: Final = {"ميركافا": "ISR", "مستوطنات": "ISR", "مستوطنة": "ISR"}
"""Words for what one state alone has."""
_ENEMY: Final = {"PSE": "ISR"}
"""The state whose vehicles and posts the armed groups of another hit, where no word tells whose they are."""
_RESISTANCE: Final = frozenset("مقاومة مجاهدون مجاهدين مقاتلون مقاتلين مقاومون مقاومين".split())
"""What an armed group calls its own fighters."""
_UNIONS: Final = frozenset("نقابة اتحاد رابطة جمعية شبكة نادي منتدى هيئة غرفة".split())
"""Heads of bodies called by those who make them up."""
_SERVED: Final = frozenset(("organisation", "armed-group", "party", "government", "military"))
_VEHICLES: Final = frozenset("دبابة دبابات الية اليات ناقلة ناقلات جرافة جرافات عربة عربات مدرعة مدرعات جيب".split())


class Natives:
    """Knows the state of such parties."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def sure(self, phrase: Phrase | None, named: Named) -> str | None:
        """The state that the words of a party without a nationality name all the same."""
        if phrase is None or named.country is not None:
            return None
        for at in range(phrase.first, phrase.last + 1):
            state = _OF_ONE_ARMY.get(self.r.words[at].core)
            if state is not None:
                return state
        if phrase.last == phrase.first:
            return None
        return self._inside(phrase) if self.r.words[phrase.first].core in _UNIONS else self._office(phrase)

    def _office(self, phrase: Phrase) -> str | None:
        """The state of the body that somebody heads or serves (رئيس هيئة التفاوض)."""
        if phrase.kind != "person" or phrase.name[0] > phrase.first:
            return None
        for at in range(phrase.first + 1, phrase.last + 1):
            actor = self.r.lex[at].get("actor")
            if actor is not None and actor.entry.kind in _SERVED and actor.entry.country is not None:
                country: str = actor.entry.country
                return country
        return None

    def _inside(self, phrase: Phrase) -> str | None:
        """The state whose people make a body up (نقابة الصحفيين اليمنيين)."""
        last = self.r.lex[phrase.last]
        people = last.get("country") if last else None
        if people is not None and people.tag in {"adj", "people"} and self.r.words[phrase.last].det:
            state: str = people.sense.id
            return state
        return None

    def at_home(self, phrase: Phrase | None) -> bool:
        """Somebody who fights, marches or rules at home, where nothing tells that he is from elsewhere."""
        if phrase is None or phrase.kind not in {"people", "armed-group"}:
            return False
        words = [self.r.words[at].core for at in range(phrase.first, phrase.last + 1)]
        armed = _ARMED_ONES in words
        return (words[0] in _AT_HOME or armed) and _ELSEWHERE.isdisjoint(words)

    def told(self, candidate: Candidate, role: str, phrase: Phrase | None, others: list[Named]) -> str | None:
        """The state of one's own people, of whom something is demanded; of a vehicle that an armed group hits."""
        if phrase is None or phrase.country is not None or role != "target":
            return None
        states = [one.country for one in others if one.country is not None]
        if not states:
            return None
        head = self.r.words[phrase.head]
        if candidate.type == "REQUEST" and head.core in _OWN and head.enc:
            return states[0]
        vehicle = candidate.type in HARM and head.core in _VEHICLES
        return _ENEMY.get(states[0]) if vehicle else None

    def fighters(self, phrase: Phrase | None, origin: Phrase | None) -> bool:
        """Fighters whom their own side names by what they are (قال حزب الله إن المقاومة استهدفت)."""
        if phrase is None or origin is None or phrase is origin or self.r.words[phrase.head].core not in _RESISTANCE:
            return False
        if origin.kind in ARMED or origin.role in ARMED:
            return True
        for at in range(origin.first, origin.last + 1):
            actor = self.r.lex[at].get("actor")
            if actor is not None and actor.entry.kind in ARMED:
                return True
        return False
