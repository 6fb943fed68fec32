"""Which phrase behind a verb is its object by its case or by the verb's gender."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import ARMED
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.place_heads import SITES
from khabar.mentions.reading import Reading

_MEN: Final = frozenset("رجال شبان جنود ضباط اطفال عمال طلاب سكان اهالي ابناء اطباء نشطاء مرضى مرضي جرحى جرحي".split())
"""Plurals of people that are no subject of a verb in the feminine right before them (واحتجزت الرجال)."""
_WOMEN: Final = frozenset("نساء فتيات فتاة امراة طفلة قاصر قاصرات طالبة طالبات سيدة فتاتين امراتين".split())
_INDEFINITE: Final = frozenset(("people", "thing", "machine"))
"""Kinds of phrases whose ending tells their case."""
_MANY: Final = ARMED | {"people"}
_BROKEN: Final = frozenset("مساجين مساكين مجانين شياطين ملايين سجين".split())
"""Plurals in ين that are subjects as well."""


class Cases:
    """Reads endings and agreement."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def ruled_out(self, candidate: Candidate, phrase: Phrase) -> bool:
        """A woman, or a state did it (خطفت الزعيم): the verb's gender rules out one man right behind it; we did it
        (استهدفنا المقر)."""
        if candidate.number == "1" and self.r.forms[candidate.first].endswith("نا"):
            return candidate.frame == "act" and phrase.first == candidate.last + 1
        core = self.r.words[phrase.head].core
        if candidate.mode == "sexual" and core in _WOMEN:
            return True
        if candidate.type == "ASSAULT" and candidate.frame == "act" and core in SITES:
            return True
        men = phrase.kind == "people" and phrase.number == "p" and (core in _MEN or core.endswith(("ون", "ين")))
        if men and candidate.number == "f" and candidate.frame == "act" and phrase.first == candidate.last + 1:
            return True
        alone = phrase.kind == "person" and phrase.number != "p" and phrase.first == candidate.last + 1
        if not alone or candidate.frame != "act" or candidate.number != "f":
            return False
        return not feminine(self.r.words[phrase.head].core, phrase) and not phrase.prep

    def accusative(self, candidate: Candidate, phrase: Phrase) -> bool:
        """What only the object has: the ending of an indefinite accusative, or of a plural of people (تمنع المواطنين)
        behind a form that is no noun as well."""
        if self.tanwin(phrase):
            return True
        if phrase.first > candidate.last + 1 and self.r.forms[phrase.first - 1] != "من":
            return False
        return self.oblique(phrase) and not nominal(self.r, candidate)

    def oblique(self, phrase: Phrase) -> bool:
        """A plural of people that no subject has: the sound one in ين (الحوثيين), one whose hamza before a suffix is
        that of the accusative (حلفاءهم)."""
        head = self.r.words[phrase.head]
        if phrase.kind not in _MANY or (phrase.number != "p" and not head.det):
            return False
        owned = head.enc in THIRD and head.core.endswith("اء")
        return owned or (head.form.endswith("ين") and head.core not in _BROKEN)

    def tanwin(self, phrase: Phrase) -> bool:
        """An indefinite accusative, which no subject has (قصف رتلا): a word that is one without its alif."""
        word = self.r.words[phrase.head]
        if phrase.kind not in _INDEFINITE or phrase.definite or word.enc or not word.form.endswith("ا"):
            return False
        stem = word.form.removeprefix(word.pro)[:-1]
        return len(stem) > 2 and not stem.endswith(("ا", "ي")) and self.r.lexicon.word(stem).known


def nominal(reading: Reading, candidate: Candidate) -> bool:
    """The verb's form is that of its noun as well (قصف)."""
    senses = reading.words[candidate.first].senses
    return any(sense.entry is candidate.entry and not sense.verbal for sense in senses)
