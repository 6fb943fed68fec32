"""What a demand asks for and what a threat holds out: who is only named in it is no target, and whoever a threat is
bound to is one (هددت طهران بوقف التعاون إذا رفعت واشنطن القضية)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blame_words import AGAINST
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.demanded import OWN_DEEDS
from khabar.claims.grammar import has
from khabar.claims.kinds import PARTIES, POWERS
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_DEMANDS: Final[tuple[str, ...]] = (
    "request.demand",
    "request.call",
    "request.urge",
    "request.appeal",
    "request.press",
    "request.stress",
    "request.affirm-weight",
    "request.recommend",
    "request.ask",
)
"""Beginnings of the ids of entries whose words say what is asked for behind a preposition."""
_TOPICS: Final = frozenset(("ب", "ل", "الى", "على"))
_THAT: Final = frozenset(("ان", "بان", "الا"))
_NEED: Final = frozenset("ضرورة اهمية وجوب سرعة حتمية لزوم حق".split())
"""Nouns between a demand and the deed asked for (بضرورة انسحاب القوات)."""
_PARTICIPLES: Final[tuple[str, ...]] = ("داع", "مطالب", "مناشد", "محث", "مشدد", "حاث")
"""Beginnings of participles that go on with the verb before them."""
_AMONG: Final = "بين"
_IF: Final = frozenset(("اذا", "لو", "ما", "حال", "حالة"))
_SUFFERS: Final[tuple[str, ...]] = ("تعرض", "هوجم", "استهدف", "قصف", "ضرب", "انتهك", "تضرر", "اضطر", "لزم", "فشل")
"""Beginnings of verbs of a condition whose subject is who threatens or what he fears for."""
_ATTACKS: Final = frozenset(
    "هجوم هجمات اعتداء اعتداءات عدوان غارة غارات قصف حرب ضربة ضربات عملية استهداف انتهاك تصعيد".split()
)
_ENTERS: Final = frozenset("تدخل توغل عملية عمليات غزو انزال".split())
_ANY: Final = frozenset(("اي", "اية", "كل"))
_CONDITION: Final = 24
"""Tokens from a threat to its condition."""
_SUBJECT: Final = 7
"""Tokens of the condition in which its subject stands."""
_NEAR: Final = 2
_CALLED: Final = 3
"""Tokens behind the noun of a call within which whoever is called upon is named (دعوة إلى الحكومة لوقف)."""


class Contents:
    """Reads off whom the content of words names."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) whom it does not mean, and whom a threat does."""
        if candidate.type == "REQUEST" and candidate.frame == "speech" and candidate.id.startswith(_DEMANDS):
            self._asked(candidate, row, found)
        elif candidate.type == "THREATEN":
            self._held_out(candidate, row, found)

    def _asked(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who stands within what is asked for, but for whoever is to do it."""
        if self.r.core(candidate.last) in _NEED:
            self._needed(candidate, row, found)
            return
        if candidate.pos == "n":
            for phrase in row:
                near = candidate.last < phrase.first <= candidate.last + _CALLED
                if near and phrase.prep == "الى" and phrase.kind in PARTIES and found.get(phrase) != "actor":
                    found[phrase] = "target"
        start, low = self._content(candidate, row)
        if start < 0:
            return
        first = candidate.first
        told = self.r.words[candidate.last].enc != "" or self.r.forms[first - 1] in RELATIVE
        told = told or (candidate.pos == "n" and not self.r.core(first).startswith(_PARTICIPLES))
        for phrase in row:
            within = phrase.first > low or (phrase.first > start and phrase.prep != "")
            meant = phrase.prep == "ل" and start < phrase.first and found.get(phrase) == "target"
            if meant or (phrase not in found and (within or (phrase.last < first and not told))):
                found[phrase] = NO_TARGET

    def _needed(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Nobody demands anything behind what must be (شدد على ضرورة احترام الأطراف للهدنة): who is to do it stands
        right behind the deed."""
        deed = candidate.last + 1
        for phrase in row:
            if phrase.first < deed or found.get(phrase) == "target":
                continue
            near = deed < phrase.first <= deed + 1 and not phrase.prep and phrase.kind in PARTIES
            found[phrase] = "target" if near and {self.r.core(deed), self.r.forms[deed]} & OWN_DEEDS else APART

    def _content(self, candidate: Candidate, row: list[Phrase]) -> tuple[int, int]:
        """The token with which what is asked for begins, and the last one at which who is to do it may stand; -1
        where it is not told."""
        sentence = self.r.sentences[candidate.sentence]
        named = {one.first for one in row if one.kind != "thing"}
        inside = {at for one in row if one.kind != "thing" for at in range(one.first + 1, one.last + 1)}
        forms, words = self.r.forms, self.r.words
        for at in range(candidate.last + 1, sentence.last):
            if forms[at] in STOPS:
                return -1, -1
            if at in inside:  # الأمين العام للأمم المتحدة بان كي مون
                continue
            if forms[at] in _THAT:
                return at, at + 4
            noun = at + 1 if forms[at] in _TOPICS else at
            if noun == at and words[at].pro not in _TOPICS:
                continue
            if noun >= sentence.last or noun in named or at in named or words[noun].func:
                continue
            while words[noun].core in _NEED and noun + 1 < sentence.last:
                noun += 1
            return at, noun + _NEAR
        return -1, -1

    def _held_out(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """The subject right before what will be done, those between whom something is and whoever is attacked are no
        targets of a threat."""
        for phrase in row:
            held = found.get(phrase, "target") == "target" and (self._among(phrase) or self._defended(phrase))
            if held or (phrase not in found and self._subject(candidate, phrase)):
                found[phrase] = NO_TARGET
        aimed = any(one.prep in AGAINST and one.kind in PARTIES and found.get(one) != NO_TARGET for one in row)
        if has(found, "target"):
            return
        for phrase in row:
            if phrase.prep == "في" and phrase.country and phrase not in found and self._entered(candidate, phrase):
                found[phrase] = "target"
                return
        if candidate.frame == "speech" and not aimed:
            whom = self._conditioned(candidate, row, found)
            if whom is not None:
                found[whom] = "target"

    def _subject(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Whoever stands right before what he will do (إن طهران سترد)."""
        if candidate.pos == "v" or candidate.frame != "speech":
            return False
        return phrase.last == candidate.first - 1 and not phrase.prep and phrase.kind in POWERS

    def _entered(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Where somebody threatens to intervene (هدد بالتدخل عسكريا في سوريا)."""
        for at in range(phrase.first - 1, candidate.last, -1):
            if self.r.core(at) in _ENTERS:
                return True
            if self.r.acts[at] or self.r.forms[at] in STOPS or self.r.forms[at] == "،":
                return False
        return False

    def _among(self, phrase: Phrase) -> bool:
        """One of those between whom there is something (الاتفاق الموقع بين إيران والقوى الكبرى)."""
        one: Phrase | None = phrase
        while one is not None:
            if one.prep == _AMONG:
                return True
            one = one.coord
        return False

    def _defended(self, phrase: Phrase) -> bool:
        """Whose country any attack would be on (أي اعتداء على إيران)."""
        if phrase.prep not in {"على", "ضد"}:
            return False
        at = phrase.first - 2
        while at > 0 and self.r.words[at].cls == "j":
            at -= 1
        return at > 0 and self.r.core(at) in _ATTACKS and self.r.forms[at - 1] in _ANY

    def _conditioned(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> Phrase | None:
        """Whoever the condition of the threat speaks of (إذا لم تتراجع طهران، في حال انسحاب واشنطن)."""
        sentence, forms = self.r.sentences[candidate.sentence], self.r.forms
        for at in range(candidate.last + 1, min(sentence.last, candidate.last + _CONDITION)):
            if forms[at] in STOPS:
                return None
            if forms[at] not in _IF or (forms[at] == "ما" and forms[at + 1] != "لم"):
                continue
            for phrase in row:
                if at < phrase.first <= at + _SUBJECT and phrase.kind in PARTIES and not phrase.prep:
                    between = [self.r.core(one) for one in range(at + 1, phrase.first)]
                    if any(core.lstrip("تين").startswith(_SUFFERS) or core.startswith(_SUFFERS) for core in between):
                        return None
                    if phrase in found or self.r.words[phrase.last].enc or forms[phrase.first].startswith("بلاد"):
                        return None
                    return phrase
            return None
        return None
