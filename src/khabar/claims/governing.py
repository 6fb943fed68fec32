"""Who does what a verbal noun tells, and to whom, by what the noun governs: its genitive is the doer where an object
stands behind it (قصف الطيران القرية، إدانة ألمانيا للهجوم، تمويلهم التنظيم)."""

from __future__ import annotations

from typing import Final

from khabar.claims.aims import Aims
from khabar.claims.candidates import Candidate
from khabar.claims.grammar import doer, governed
from khabar.claims.kinds import ARMED, BODIES, INFLICTED, POWERS
from khabar.claims.neighbours import adjacent
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_FORCEFUL: Final = POWERS | ARMED | {"machine"}
_GOVERNING: Final = INFLICTED | frozenset(("ACCUSE", "THREATEN", "REJECT", "SUPPORT", "RETREAT", "REQUEST"))
"""Types of verbal nouns whose genitive does it where a preposition leads on to whom it is done."""
_STANDING: Final = frozenset(("وقوف", "تضامن"))
"""Nouns whose genitive is for whom somebody speaks (أكد الملك وقوف المملكة مع)."""
_GENITIVES: Final = frozenset(("Gm", "Gn"))
_GUARDS: Final = frozenset("قوات قوة اجهزة سلطات".split())
"""Heads of those who act by force for a state, whatever they are told as."""
_SHELLING: Final = "قصف"
"""A noun that leads by على to what is hit, its genitive the doer then."""


class Governing:
    """Reads both off the slots behind a verbal noun."""

    def __init__(self, reading: Reading, aims: Aims) -> None:
        self.r = reading
        self.aims = aims

    def role(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> str:
        """The role of a phrase: ``actor``, ``target`` or ''."""
        if slot == "A2":
            return "target" if self._object(candidate, phrase, slots) else ""
        if slot == "P:ل":
            return "target" if self._led_by(candidate, phrase, slots) else ""
        if slot == "EA" or slot == "Gm":
            financed = self._financed(candidate, slots)
            if financed:
                return "target" if slot == "Gm" else "actor" if doer(phrase) else ""
        if slot[:1] != "G":
            return ""
        does = self._does(candidate, phrase, slot, slots) or (
            slot in _GENITIVES and self._leads(candidate, phrase, slots)
        )
        return "actor" if does else ""

    def _financed(self, candidate: Candidate, slots: ByPhrase) -> bool:
        """Whom the suffix of a noun of help means helps its object (تمويلهم التنظيم)."""
        if candidate.type != "AID" or candidate.frame != "act":
            return False
        return "EA" in slots.values() and "Gm" in slots.values()

    def _leads(self, candidate: Candidate, doing: Phrase, slots: ByPhrase) -> bool:
        """The genitive of a verbal noun does it where to whom stands right behind: behind ل, or behind the preposition
        that the noun takes (إدانة ألمانيا للحكومة، إفراج السلطات عن ناشط)."""
        if candidate.type not in _GOVERNING or candidate.frame not in {"act", "speech"} or self.r.words[doing.head].enc:
            return False
        last = self.r.words[candidate.last]
        if last.core in _STANDING or last.enc or candidate.last > candidate.first:  # قطع علاقاتها الدبلوماسية
            return False
        harms = candidate.type in INFLICTED
        speaks = _armed(doing) or doing.role == "government" or self.r.words[doing.head].core in _GUARDS
        speaks = speaks or (not harms and (doing.kind in BODIES or _official(doing)))
        if not speaks or not doer(doing) or not doing.definite or candidate.head is not None:
            return False
        if doing.kind == "machine" and doing.country is None:
            return False  # إطلاق المسيرات على القاعدة
        at = doing.last + 1
        prep = self.r.prep(at + 1) if at + 1 < len(self.r.forms) and not self.r.words[at].pro else self.r.prep(at)
        if prep != "ل":
            return governed(prep, candidate.entry) == "target"
        struck = next((one for one, slot in slots.items() if slot == "P:ل" and at <= one.first <= at + 1), None)
        return struck is not None and not (harms and self._purpose(struck))

    def _led_by(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """To whom it is done whose doer stands right before."""
        doing = next((one for one, slot in slots.items() if slot in _GENITIVES), None)
        near = doing is not None and doing.last < phrase.first <= doing.last + 2
        return near and doing is not None and self._leads(candidate, doing, slots)

    def _purpose(self, phrase: Phrase) -> bool:
        """What somebody suffers something for (اعتقال المعارضين لانتقادهم)."""
        return phrase.kind == "thing" and (bool(self.r.words[phrase.head].enc) or not phrase.definite)

    def _does(self, candidate: Candidate, phrase: Phrase, slot: str, slots: ByPhrase) -> bool:
        """The genitive of a deed with what it is done to behind it (قصف الطيران القرية، قصف الكتائب على القرية)."""
        if candidate.frame != "act" or candidate.type not in INFLICTED:
            return False
        if slot == "Gmo":
            return _armed(phrase) or self.r.words[phrase.head].core in _GUARDS
        if slot != "Gm" or self.r.words[candidate.last].core != _SHELLING or not _armed(phrase):
            return False
        at = phrase.last + 1
        while at in self.r.time_tokens:
            at += 1
        return self.r.forms[at : at + 1] == ["على"] and "P:على" in slots.values()

    def shelling_of(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """A force right behind ل, whose indefinite shelling it is (مقتل مدنيين في قصف للجيش)."""
        word = self.r.words[candidate.first]
        bare = word.core == _SHELLING and not word.det and not word.enc and candidate.pos == "n"
        if not bare or phrase.first > candidate.last + 2 or not _armed(phrase) or phrase.kind == "state":
            return False
        return not any(slot[:1] == "G" for slot in slots.values())

    def _object(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """What a deed is done to, right behind its doer in the genitive."""
        if candidate.type not in INFLICTED:
            return False
        doing = next((one for one, slot in slots.items() if slot == "Gmo"), None)
        if doing is None or self.aims.fired(candidate, phrase):
            return False
        if not _armed(doing) and self.r.words[doing.head].core not in _GUARDS:
            return False
        return phrase.first - phrase.held == doing.last + 1 or adjacent(self.r, doing.last, phrase)


def _armed(phrase: Phrase) -> bool:
    """A force, or a state, by whose deed others suffer."""
    return doer(phrase) and (phrase.kind in _FORCEFUL or (phrase.kind != "person" and phrase.role in ARMED))


def _official(phrase: Phrase) -> bool:
    """Somebody by his office."""
    return phrase.kind == "person" and phrase.role in {"official", "government", "military"}
