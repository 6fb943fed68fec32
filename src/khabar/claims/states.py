"""The state that a party belongs to: what its name says, or the place, the other side, the teller, the article."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from khabar.claims import possessed
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import OBJECTS, PUBLISHERS, VERBAL_TYPES
from khabar.claims.natives import Natives
from khabar.claims.options import Option
from khabar.claims.own_dead import own_soldier
from khabar.claims.same_force import ISRAELI, SameForce
from khabar.claims.state_choices import best_state, state_choices
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Where
from khabar.text import folded

_STATELESS: Final = (
    "انتحاري", "انتحاريا", "انتحاريان", "انتحاريين", "انتحاريون", "مهاجم", "مهاجما", "مهاجمان", "مهاجمين", "مهاجمون",
    "مجهول", "مجهولون", "مجهولين", "مجهولان", "جهاديون", "جهاديين", "جهادي", "ملثم", "ملثمون", "ملثمين",
    "مقنعون", "مقنعين", "مهربون", "مهربين", "مهربي", "داعش", "قاعدة", "دواعش", "ارهابي", "متطرفون", "متطرفين"
)  # fmt: skip
"""Heads of those whose state is told by an adjective or not at all."""
_MANY_STATES: Final = frozenset(
    "دول بلدان وزراء سفراء زعماء رؤساء غرب عالم منظمات قوى قوي اتفاق اتفاقية مجتمع حبة حبوب مخدرات كبتاغون".split()
)
"""Heads of those who belong to many states, or to none, where no state is named with them."""
_CROSSING: Final = frozenset(("alliance", "armed-group", "organisation", "person"))
"""Kinds of actors that may belong to no state: those who serve many, too."""
_AUTHORITIES: Final = frozenset("محكمة نيابة قضاء سلطات سلطة حكومة شرطة وزارة رئاسة برلمان".split())
"""Heads of bodies of one state."""
_FORCES: Final = frozenset("قوات جيش جنود وحدات وحدة بحرية قوة سلاح مدفعية دفاعات".split())
_ARMED: Final = _FORCES | {"مسلحة", "خاصة", "برية", "بحرية", "جوية", "صاروخية", "جو", "مسير"}
"""Heads and adjectives of forces without a name."""
_JETS: Final = frozenset("مقاتلات مقاتلتان مقاتلتين قاذفات".split())
_COMMANDS: Final = frozenset("دفاع اركان جيش عسكري عسكرية".split())
"""Words in the titles of those who command forces."""
_BASES: Final = frozenset(("قاعدة", "قواعد"))
_SETTLED: Final = frozenset(("military", "official", "unnamed", "witness"))
"""Kinds of people who belong to one."""
_ALLIES: Final = frozenset(("حلفاء", "حلفاؤ", "حلفائ"))
"""Allies of a state or its forces: they are of many."""
_LOCAL: Final = frozenset(
    "متمردون متمردين متمردي متمردو مسلحون مسلحين مسلحي فصائل فصيل مقاتلون مقاتلين مقاتلي مقاتلو ميليشيات مليشيات "
    "ميليشيا مليشيا جماعات معارضة".split()
)
"""Heads of those who fight at home: words to them are words to somebody of the state that is spoken of."""
_NONE: Final = ""
"""No state that the article names."""
_FIRED: Final = ("اطلق", "تطلق", "يطلق")
_FLIES: Final = frozenset(("ترفع", "يرفع", "رافعة"))
_FLAGS: Final = frozenset(("علم", "العلم", "علما"))
_FOREIGN: Final = frozenset("اجنبي اجنبية اجانب دولي دولية اممي اممية ارهابي ارهابية وافدة".split())
_LED_BY: Final = frozenset("ادارة حكومة نظام قوات ميليشيا ميليشيات مليشيا مليشيات معسكر حملة فريق سلطة جيش".split())
"""Heads of those who bear the name of who leads them."""
_PLACED: Final = frozenset(("people", "government", "military"))
_IN: Final = frozenset(("في", "داخل"))


def _belongs(phrase: Phrase | None, head: str) -> bool:
    """Whoever bears a state's office, serves it or lives in one has a state."""
    if phrase is None:
        return False
    if phrase.kind == "people":
        return phrase.role in _SETTLED or head in _AUTHORITIES
    return phrase.kind in {"government", "machine", "person"}


def _sure_state(named: Named, cores: list[str]) -> tuple[str | None] | None:
    """The state of a party that its words alone settle (an attacker without a nationality has none), or None where
    they do not; ``cores``: its words without article and clitics."""
    if named.country is not None or not cores:
        return None
    if not ISRAELI.isdisjoint(cores):
        return ("ISR",)
    counted = cores[2] if cores[:2] == ["عدد", "من"] and len(cores) > 2 else cores[0]
    return (None,) if counted in _STATELESS or counted in _MANY_STATES else None


def cores(reading: Reading, text: str) -> list[str]:
    """The words of a name without article and clitics."""
    return [reading.lexicon.word(word).core for word in _words(text)]


@lru_cache(maxsize=4096)
def _words(text: str) -> list[str]:
    """The words of a name: the same ones come again and again."""
    return folded(text).split()


class StateFinder:
    """Gives each party of a claim its state."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.names = names
        self._rows = phrases
        self._forces = SameForce(reading, phrases)
        self._natives = Natives(reading)

    def both(
        self,
        candidate: Candidate,
        actors: list[Option],
        targets: list[Option],
        place: Where | None,
        origin: Phrase | None,
    ) -> tuple[list[Named], list[Named]]:
        """Actors and targets, each with its state; ``origin``: who tells it first."""
        ground = place.country if place is not None else None
        return (
            self._side("actor", candidate, actors, targets, ground, origin),
            self._side("target", candidate, targets, actors, ground, origin),
        )

    def teller(self, phrase: Phrase) -> Named:
        """Who claims to have done it: a body without a nationality is one of the state that the article speaks of."""
        named = self.names.resolve(phrase)
        home = named.country is None and _belongs(phrase, self.r.words[phrase.head].core)
        return named.of_state(self.names.main) if home and not self._stateless(phrase) else named

    def _side(
        self,
        role: str,
        candidate: Candidate,
        mine: list[Option],
        theirs: list[Option],
        ground: str | None,
        origin: Phrase | None,
    ) -> list[Named]:
        """The parties of one role, each with its state: what a rule settles, else the likeliest choice."""
        others = [option.named for option in theirs]
        told = origin is not None and origin.kind not in PUBLISHERS
        teller = self.names.resolve(origin).country if origin is not None and told else None
        suffers = role == "target" and (candidate.frame == "undergo" or candidate.passive)
        row = []
        for option in mine:
            named, sure = option.named, self._sure(option)
            if suffers and teller is not None and named.country is None and option.phrase is not None:
                sure = (teller,) if own_soldier(self.r, option.phrase, origin) else sure
            if role == "actor" and teller is not None and sure is None and self._own(option, origin):
                sure = (teller,)
            standing = self._standing(option, ground) or self._inside(option) or self._flag(option)
            standing = standing or possessed.state(self.r, self.names, self._rows[candidate.sentence], option.phrase)
            standing = standing or self._headed(option) or self._forces.state(option.phrase)
            standing = standing or self._natives.sure(option.phrase, named)
            standing = standing or self._natives.told(candidate, role, option.phrase, others)
            fired = self._fired(candidate, option, others) if role == "target" else None
            if standing is not None or fired is not None:
                state = standing or fired or None
            elif sure is not None:
                state = sure[0]
            else:
                state = best_state(state_choices(option, role, candidate, ground, self.names.main, others, teller))
                head = self.r.words[option.phrase.head].core if option.phrase is not None else ""
                local = _belongs(option.phrase, head) or self._local(candidate, role, option.phrase)
                if state is None and (local or self._natives.at_home(option.phrase)):
                    state = ground or self.names.main
            row.append(named if state == named.country else named.of_state(state))
        return row

    def _commanded(self, option: Option, origin: Phrase | None) -> bool:
        """Forces without a name of which those who command forces tell are their own (قال وزير الدفاع إن الجيش قصف)."""
        phrase = option.phrase
        if phrase is None or origin is None or option.named.country is not None or phrase is origin:
            return False
        words = self.r.words
        known = words[phrase.first].det or words[phrase.last].det
        if words[phrase.first].core not in _FORCES or not known:
            return False
        if any(words[at].core not in _ARMED for at in range(phrase.first, phrase.last + 1)):
            return False
        return origin.kind == "military" or origin.role == "military" or self._defence(origin)

    def _own(self, option: Option, origin: Phrase | None) -> bool:
        fighters = option.named.country is None and self._natives.fighters(option.phrase, origin)
        return fighters or self._commanded(option, origin) or self._armed(option, origin)

    def _armed(self, option: Option, origin: Phrase | None) -> bool:
        """Planes and ships without a nationality are those of the state whose forces tell of them (مقاتلات تايفون)."""
        phrase = option.phrase
        if phrase is None or origin is None or option.named.country is not None:
            return False
        if phrase.kind != "machine" and self.r.words[phrase.first].core not in _JETS:
            return False
        return origin.kind == "military" or origin.role == "military" or self._defence(origin)

    def _defence(self, origin: Phrase) -> bool:
        return any(self.r.words[at].core in _COMMANDS for at in range(origin.first, origin.last + 1))

    def _flag(self, option: Option) -> str | None:
        """The state whose flag a ship is told to fly (سفينة ترفع علم بنما)."""
        phrase, forms = option.phrase, self.r.forms
        if phrase is None or option.named.country is not None:
            return None
        at = phrase.last + 1
        if at + 2 >= len(forms) or forms[at] not in _FLIES or forms[at + 1] not in _FLAGS:
            return None
        state = self.r.lex[at + 2].get("country")
        return state.sense.id if state is not None else None

    def _headed(self, option: Option) -> str | None:
        """The state of the known person whose administration or government it is (إدارة بايدن)."""
        phrase = option.phrase
        if phrase is None or option.named.country is not None or phrase.first == phrase.last:
            return None
        if self.r.words[phrase.first].core not in _LED_BY:
            return None
        person = self.r.lex[phrase.first + 1].get("actor")
        if person is None or person.entry.kind != "person" or person.last > phrase.last:
            return None
        return str(person.entry.country) if person.entry.country else None

    def _inside(self, option: Option) -> str | None:
        """The state that people or its bodies are told to be in, right behind the words for them (الأطراف في اليمن،
        قادة الجيش في ميانمار)."""
        phrase = option.phrase
        if phrase is None or option.named.country is not None:
            return None
        heads = phrase.kind == "person" and phrase.number == "p" and phrase.name[0] == phrase.first
        if not heads and phrase.kind not in _PLACED:
            return None
        at = phrase.last + 2
        if at >= len(self.r.forms) or self.r.forms[at - 1] not in _IN or self.r.words[at].pro:
            return None
        if any(self.r.words[on].core in _FOREIGN for on in range(phrase.first, phrase.last + 1)):
            return None
        if cores(self.r, option.named.text)[:1] and cores(self.r, option.named.text)[0] in _STATELESS:
            return None
        state = self.r.lex[at].get("country")
        return state.sense.id if state is not None and state.tag == "name" else None

    def _local(self, candidate: Candidate, role: str, phrase: Phrase | None) -> bool:
        """Fighters to whom words are said (طالب المتمردين بالانسحاب)."""
        if candidate.type not in VERBAL_TYPES or role != "target" or phrase is None or phrase.kind != "people":
            return False
        if any(self.r.words[on].core in _FOREIGN for on in range(phrase.first, phrase.last + 1)):
            return False
        return self.r.words[phrase.head].core in _LOCAL

    def _standing(self, option: Option, ground: str | None) -> str | None:
        """The state that a base stands in, whosever it is."""
        phrase = option.phrase
        if phrase is None or option.named.actor is not None or phrase.first == phrase.last:
            return None
        if self.r.words[phrase.first].core not in _BASES or self.r.words[phrase.first + 1].core == "تنظيم":
            return None
        return (phrase.place.country if phrase.place is not None else None) or ground

    def _fired(self, candidate: Candidate, option: Option, shooters: list[Named]) -> str | None:
        """Whose weapon is shot down: that of the state that the article speaks of most beside the one that shoots."""
        phrase = option.phrase
        if phrase is None or phrase.kind not in OBJECTS:
            return None
        launcher = self._launcher(phrase)
        if launcher is not None or candidate.mode != "interception":
            return launcher
        own = {one.country for one in shooters} - {None}
        if not own or (option.named.country is not None and option.named.country not in own):
            return None
        others = [state for state in self.names.counts if state not in own]
        return max(others, key=self.names.counts.__getitem__) if others else _NONE

    def _launcher(self, phrase: Phrase) -> str | None:
        """The state of whoever fired what is shot down (مسيرات أطلقها الحوثيون)."""
        at = phrase.last + 1
        if at + 1 >= len(self.r.words) or not self.r.words[at].core.startswith(_FIRED):
            return None
        row = self._rows[self.r.sentence_at[at]]
        behind = next((one for one in row if one.first in {at + 1, at + 2} and not one.prep), None)
        return self.names.resolve(behind).country if behind is not None else None

    def _sure(self, option: Option) -> tuple[str | None] | None:
        """The state that the party's words settle (it may be none), or None where they do not."""
        named = option.named
        if option.phrase is not None and option.phrase.kind == "place":
            return None
        sure = _sure_state(named, cores(self.r, named.text)) if named.country is None else None
        stateless = sure is None and named.country is None and self._stateless(option.phrase)
        return (None,) if stateless else sure

    def _stateless(self, phrase: Phrase | None) -> bool:
        """Those of a group, an alliance or an organisation of no state, where no state is named with it; known people
        who serve one (the envoys of the United Nations)."""
        if phrase is None or phrase.country is not None:
            return False
        head = self.r.words[phrase.head]
        if head.core in _ALLIES and head.enc in {"ه", "ها"}:
            return True
        if phrase.owner is not None:
            return self._stateless(phrase.owner)
        actors = [self.r.lex[at].get("actor") for at in range(phrase.first, phrase.last + 1)]
        return any(one is not None and one.entry.country is None and one.entry.kind in _CROSSING for one in actors)
