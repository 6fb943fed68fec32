"""Who stands beside a deed or a statement and is not its target: who backs those who do it, before or among whom
something was said, the outlet that was told."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import PARTICIPLES, UNDERGONE
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import HITS
from khabar.claims.contents import Contents
from khabar.claims.kinds import HUMANS, INFLICTED, OPINIONS, PUBLISHERS, VERBAL_TYPES
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE, QUARTERS, SIDES
from khabar.mentions.reading import Reading
from khabar.text.ordered import below

_BACKED: Final = frozenset(
    "مدعوم مدعومة مدعومين مدعومون مدعوما مسنود مسنودة مسنودين مسنودا معزز معززة معززين معززا مؤيد مؤيدة مؤيدين "
    "موالية موالين موالون دعما اسنادا تمهيدا".split()
)
"""Words behind which stands who backs those who act, or whom they help."""
_LED: Final = frozenset(
    "دعم اسناد مساندة مؤازرة معونة مساعدة غطاء تغطية اشراف رعاية قيادة تنسيق تعاون تمويل تواطؤ مواكبة حماية "
    "حراسة".split()
)
"""Nouns that lead to him behind ب or تحت."""
_UNDER: Final = frozenset(("ب", "تحت", "وسط"))
_LEADS: Final = frozenset(("من", "ل", "مع", "ب", "الى"))
_BETWEEN: Final = 2
"""Words between the backing and who gives it (المدعومة جوا من)."""
_WHERE: Final = frozenset(("في", "امام", "لدى", "داخل"))
_FORUMS: Final = frozenset(("organisation", "government", "alliance", "media"))
_LEAVING: Final = frozenset("خروج انسحاب سحب رحيل طرد مغادرة اجلاء اخراج ترحيل انسحابها انسحابه".split())
_FAR: Final = 6
_OWN: Final = frozenset(("REQUEST", "REJECT", "THREATEN"))
_QUARTERS: Final = QUARTERS | SIDES
_COUNTRY: Final[tuple[str, ...]] = ("بلاده", "بلادها", "بلادهم", "بلادنا")
_ATTACKS: Final = frozenset("هجوم هجمات اعتداء اعتداءات عدوان غارة غارات قصف حرب حصار هجمة ضربات تفجير".split())
_TOLD: Final = frozenset(("ل", "مع", "عبر", "على", "في", "ب"))


class Spared:
    """Reads off who is no target."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._contents = Contents(reading)

    def settle(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is not acted upon."""
        verbal = candidate.type in VERBAL_TYPES
        inflicted = candidate.type in INFLICTED
        if not (verbal or inflicted):
            return
        self._contents.settle(candidate, row, found)
        turn = self._turn(candidate)
        for phrase in row:
            if verbal and phrase not in found and (phrase.first > turn or self._apart(candidate, phrase)):
                found[phrase] = NO_TARGET
                continue
            if not phrase.prep:
                if verbal and phrase not in found and self._struck(candidate, phrase):
                    found[phrase] = NO_TARGET
                continue
            if inflicted:
                if self._backs(phrase) and found.get(phrase, "target") == "target":
                    found[phrase] = NO_TARGET
            elif phrase not in found and (self._heard(phrase) or self._scene(candidate, phrase)):
                found[phrase] = NO_TARGET

    def _backs(self, phrase: Phrase) -> bool:
        """The phrase is who gives the backing told right before it."""
        if phrase.prep not in _LEADS:
            return False
        low = phrase.first if self.r.words[phrase.first].pro and phrase.prep in {"ل", "ب"} else phrase.first - 1
        for at in range(low - 1, max(low - 2 - _BETWEEN, -1), -1):
            word = self.r.words[at]
            if word.core in _BACKED:
                return True
            if word.core in _LED:
                return self.r.prep(at) in _UNDER
            if word.det or word.cls in {"v", "w"} or word.pro:
                return False
        return False

    def _heard(self, phrase: Phrase) -> bool:
        """Where or to whom the words were said."""
        if phrase.kind in PUBLISHERS:
            return phrase.prep in _TOLD
        return phrase.kind in _FORUMS and phrase.prep in _WHERE

    def _scene(self, candidate: Candidate, phrase: Phrase) -> bool:
        """A state where that is which is asked for or blamed (دعا إلى وقف الحرب في أوكرانيا), or which somebody is to
        leave (طالب بخروج القوات الأجنبية من ليبيا)."""
        if phrase.kind not in {"state", "place"} or phrase.first <= candidate.last:
            return False
        if phrase.prep == "في":
            return phrase.kind == "state"
        start = max(candidate.last + 1, phrase.first - _FAR)
        return phrase.prep == "من" and any(self.r.words[at].core in _LEAVING for at in range(start, phrase.first))

    def _apart(self, candidate: Candidate, phrase: Phrase) -> bool:
        return self._ours(candidate, phrase) or self._attacked(candidate, phrase)

    def _attacked(self, candidate: Candidate, phrase: Phrase) -> bool:
        """At what the attack was aimed that is blamed (يدين الهجوم على السفارة)."""
        if candidate.type not in OPINIONS or phrase.prep not in {"على", "ضد"}:
            return False
        at = phrase.first - 2
        while at > candidate.last and self.r.words[at].cls == "j":
            at -= 1
        return at > candidate.last and self.r.words[at].core in _ATTACKS

    def _turn(self, candidate: Candidate) -> int:
        """The token with which the sentence goes over to what else was said (غير مقبول، داعيا الأطراف إلى), or its
        end."""
        end = self.r.sentences[candidate.sentence].last
        if candidate.type not in OPINIONS:
            return end
        spoken = self.r.tokens.cores(PARTICIPLES)
        for number in range(below(spoken, candidate.last + 2), len(spoken)):
            if spoken[number] >= end or self.r.forms[spoken[number] - 1] in PAUSE:
                return spoken[number]
        return end

    def _ours(self, candidate: Candidate, phrase: Phrase) -> bool:
        """What is the speaker's own (رفض بلاده، المساس بأراضينا), or where something is (شرق الفرات)."""
        if candidate.type not in _OWN:
            return False
        if self.r.words[phrase.last].enc == "نا" or self.r.words[phrase.first].form.endswith(_COUNTRY):
            return True
        if phrase.prep in SIDES:
            return True
        if phrase.kind != "place" or phrase.prep:
            return False
        behind = phrase.first > candidate.last + 1 and candidate.type == "REQUEST"
        return behind or self.r.words[phrase.first].core in _QUARTERS

    def _struck(self, candidate: Candidate, phrase: Phrase) -> bool:
        """What the deed hit that is blamed (ندد بالهجوم الذي استهدف السفارة)."""
        before = phrase.first - 1
        if before <= candidate.last:
            return False
        word = self.r.words[before]
        if candidate.type == "THREATEN":  # سترد على اغتيال القائد
            return word.core in UNDERGONE and self.r.prep(before) == "على"
        if candidate.type not in OPINIONS:
            return False
        return (word.core in HITS and not word.enc) or (word.core in UNDERGONE and phrase.kind in HUMANS)
