"""Who stands in the clause of an attack and did not do it: what a weapon is made against, whose flag a ship flies, the
city that a bombing is named after, what was fired and whose the place beside it is."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import FIRES
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.untouched import NO_TARGET
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_AGAINST: Final = frozenset("مضاد مضادا مضادة مضادات".split())
"""Words of weapons with what these are made against behind ل (صاروخ مضاد للسفن)."""
_FLAGS: Final = frozenset(("علم", "اعلام"))
_FLIES: Final = frozenset("ترفع يرفع رافعة رفعت ترفعان".split())
_NAMED_AFTER: Final = frozenset(
    "assault.attack assault.explosion assault.bombing assault.terror assault.suicide.self assault.massacre".split()
)
"""Entries of attacks that are named after where they happened (تفجيرات كابول)."""
_ON: Final = frozenset(("على", "ضد", "ل"))
_BESIDE: Final = frozenset("قرب امام خلف داخل خارج بجوار بمحاذاة عند".split())
"""Prepositions of a place beside which something is done."""
_SUFFERS: Final = frozenset("تعرض تعرضت يتعرض تتعرض استهداف استهدف استهدفت اصابة اصاب اصابت قصف قصفت ضرب ضربت".split())
"""Words right before what came under fire."""
_SUBJECTS: Final = frozenset(("B1", "R"))
_WHEN: Final = frozenset("لدى خلال اثناء عند بعد قبل".split())
_MOVING: Final = frozenset("مرور عبور توجه عودة وصول خروج دخول مغادرة تنقل".split())
"""What somebody was at when he was hit (لدى مرور قافلتهم)."""


def made_against(reading: Reading, phrase: Phrase) -> bool:
    """What a weapon is made against."""
    return phrase.prep == "ل" and reading.words[phrase.first - 1].core in _AGAINST


class Outsiders:
    """Reads off who is no party to an attack."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._weapons = {found.last for found in reading.marks.of("weapon")}

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is no party."""
        if candidate.type != "ASSAULT":
            return
        fired = candidate.pos == "v" and candidate.id in FIRES and self._fired(candidate, row, slots)
        before: Phrase | None = None
        for phrase in row:
            if made_against(self.r, phrase) or self._flown(phrase):
                found[phrase] = APART
            elif self._name(candidate, phrase):
                found[phrase] = "target"  # هجمات باريس
            elif fired and phrase.last < candidate.first and self._behind(phrase, found):
                found[phrase] = NO_TARGET if self.r.words[candidate.last].enc else APART
            elif phrase.prep in _WHEN and self.r.words[phrase.first].core in _MOVING and self._theirs(phrase):
                found[phrase] = NO_TARGET
            elif phrase.prep == "ل" and before is not None and self._of_place(before, phrase):
                found.setdefault(phrase, NO_TARGET)
            before = phrase

    def _behind(self, phrase: Phrase, found: ByPhrase) -> bool:
        """It is neither who fired nor what is said to have come under fire (تعرضت القاعدة لصواريخ أطلقها مسلحون)."""
        return found.get(phrase) != "actor" and self.r.core(phrase.first - 1) not in _SUFFERS

    def _theirs(self, phrase: Phrase) -> bool:
        """What moved belongs to those who suffered, by its suffix."""
        return self.r.words[phrase.last].enc in THIRD

    def _flown(self, phrase: Phrase) -> bool:
        """The state whose flag a ship flies."""
        words = self.r.words
        flag = words[phrase.first].core in _FLAGS and not words[phrase.first].det
        return flag and phrase.first > 0 and words[phrase.first - 1].core in _FLIES

    def _name(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The capital in the genitive of the attack that it saw; who attacks somebody else is none."""
        if candidate.pos != "n" or candidate.id not in _NAMED_AFTER:
            return False
        if phrase.first != candidate.last + 1 or phrase.prep:
            return False
        state = self.r.lex[phrase.first].get("country")
        if state is None or state.tag != "metonym" or state.last != phrase.last:
            return False
        return self.r.prep(phrase.last + 2) not in _ON and self.r.forms[phrase.last + 1] not in _ON

    def _fired(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> bool:
        """A shot is the subject of the verb (صاروخين أطلقا من غزة), or its suffix means one (طائرة من طراز كذا أطلقتها
        القوات): nothing before it is what was hit."""
        if self.r.words[candidate.last].enc:
            return True
        return any(slots.get(one) in _SUBJECTS and one.last in self._weapons for one in row)

    def _of_place(self, before: Phrase, phrase: Phrase) -> bool:
        """Whose the place is beside which it was done (قرب المقر السابق لصحيفة)."""
        return before.prep in _BESIDE and before.last == phrase.first - 1 and before.kind in {"place", "thing"}
