"""Cues of reporting: which of them open a report, and which tell that nobody tells (لم تكشف الوزارة عن)."""

from __future__ import annotations

from typing import Final

from khabar.claims.accused import RESPONSIBILITY
from khabar.claims.bearers import THAT
from khabar.claims.extents import COMES, Extents
from khabar.claims.tellers import BLAMING
from khabar.lexicon.found import Mark
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_WITHOUT: Final = frozenset(("دون", "بدون", "عدم", "بلا"))
_BUT: Final = frozenset("الا لكن ولكن غير بيد فيما بينما".split())
_NEAR: Final = 9
_FAR: Final = 16
"""Tokens after كما أعلن within which أن makes of it another report, not the source of the words before."""
_ANNOUNCED: Final = frozenset("اعلن اعلنت اعلنوا يعلن تعلن".split())
_DEEMING: Final = "cue.consider"
"""In the present without أن it tells what somebody passes for (يعتبر أحد المطلوبين)."""
_AFFIRMS: Final = "cue.affirm"
_STATEMENT: Final = "cue.noun-statement"
_BEARS: Final = frozenset("يتحمل تتحمل يتحملون يتحملان تتحملان تتحملها يتحملها تحملت تحملوا ستتحمل سيتحمل".split())


_PER: Final = "cue.per-hasab"
_BRIEFS: Final = "cue.brief"
_RECALLS: Final = frozenset(("cue.mention", "cue.explain-fassara"))
_THIS: Final = frozenset(("هذا", "هذه"))


class Cues:
    """Finds the cues of a reading, by the number of their sentence. ``unclaimed``: tokens of what nobody claims (لم
    تعلن أي جهة مسؤوليتها عن الهجوم), gathered as :meth:`reports` is asked about each cue."""

    def __init__(self, reading: Reading, extents: Extents) -> None:
        self.r = reading
        self.extents = extents
        self.unclaimed: set[int] = set()
        self.by_sentence = self._by_sentence()

    def _by_sentence(self) -> dict[int, list[Mark]]:
        """The cues of each sentence; of two that overlap the first, or the verb of one word."""
        found: dict[int, list[Mark]] = {}
        end = -1
        for cue in self.r.marks.of("cue"):
            number = self.r.sentence_at[cue.first]
            if cue.first <= end:
                row = found.get(number)
                if row is not None and self._rather(cue, row[-1]):
                    row[-1] = cue
                continue
            if number >= 0:
                found.setdefault(number, []).append(cue)
                end = cue.last
        return found

    def _rather(self, cue: Mark, noun: Mark) -> bool:
        """The verb, where a word can be a noun too (زعم الجيش أن)."""
        same = cue.first == noun.first and cue.last == noun.last and noun.tag == "noun"
        return same and cue.sense.verbal and bool(self.r.acts[cue.first])

    def reports(self, cue: Mark, sentence: Sentence) -> bool:
        """Somebody else than the outlet tells something by a cue."""
        entry = cue.entry
        if self._idle(cue):
            return False
        if entry.aside or entry.turn or entry.own_voice or (cue.sense.id == BLAMING and self._borne(cue)):
            return False
        if cue.sense.id == _STATEMENT and cue.first > 0 and self.r.words[cue.first - 1].core in COMES:
            return False
        charged = entry.stance == "claims" and "ل" in self.r.words[cue.first].pro
        return not (charged or self._untold(cue, sentence))

    def _idle(self, cue: Mark) -> bool:
        """Words that only look like a report: "only" (فحسب), inspecting something (اطلع على الأضرار), what recalls or
        explains it (يذكر هذا الحادث بحادث مماثل، ويفسر هذه الزيادة)."""
        if cue.sense.id == _PER:
            return self.r.forms[cue.last] == "فحسب"
        behind = self.r.forms[cue.last + 1] if cue.last + 1 < len(self.r.forms) else ""
        if cue.sense.id == _BRIEFS:
            return behind == "على"
        return cue.sense.id in _RECALLS and cue.tag.startswith("impf") and behind in _THIS

    def complete(self, cue: Mark, opened: bool) -> bool:
        """The words that a cue cannot tell anything without stand behind it; ``opened``: أن or its like does."""
        if cue.sense.id == _DEEMING and cue.tag.startswith("impf") and not (opened or self.r.words[cue.first].enc):
            return False
        return not cue.entry.opened or (opened and not self._belongs(cue.last + 1))

    def announces(self, cue: Mark, sentence: Sentence, opens: int, opened: bool) -> bool:
        """كما أعلن X عن, كما أعلن X أن: another announcement, not the source of the words before. ``opens``: where what
        is told begins, ``opened`` by أن or its like."""
        if cue.entry.direction != "both" or cue.entry.scope != "back":
            return False
        if cue.first - sentence.first <= 1:
            return True
        if opened:
            return opens - cue.last < _FAR
        return self.r.words[cue.last].core in _ANNOUNCED and any(
            self.r.forms[at] == "عن" for at in range(cue.last + 1, min(cue.last + _NEAR, len(self.r.forms)))
        )

    def verbal(self, cue: Mark) -> bool:
        """A cue has a subject, as verbs of saying and words of blame do."""
        return cue.sense.verbal or cue.sense.id == BLAMING or self._set_verb(cue)

    def _borne(self, cue: Mark) -> bool:
        """Whoever bears the responsibility does not tell of it (تتحمل الحكومة المسؤولية الكاملة)."""
        return not self.r.acts[cue.first] and any(
            self.r.words[at].core in _BEARS for at in range(max(0, cue.first - 3), cue.first)
        )

    def _set_verb(self, cue: Mark) -> bool:
        """A verb of saying with the words that always follow it (ذكر بأن, أقر بأن)."""
        return cue.tag == "phrase" and bool(self.r.acts[cue.first]) and cue.entry.scope == "clause"

    def _belongs(self, at: int) -> bool:
        """What stands before is the adjective "belonging to" (تابع لوزارة): no verb."""
        return not self.r.words[at - 1].pro and at < len(self.r.words) and "ل" in self.r.words[at].pro

    def _untold(self, cue: Mark, sentence: Sentence) -> bool:
        """Nobody tells: a verb of saying is negated (لم تكشف الوزارة عن, لم تعلن أي جهة مسؤوليتها)."""
        before = cue.first - 1
        if before < sentence.first or cue.entry.status or cue.entry.participle:
            return False
        if self.r.words[before].func != "neg" and self.r.forms[before] not in _WITHOUT:
            return False
        end = self.extents.pause(cue.last, sentence.last)
        end = next((at for at in range(cue.last, end) if self.r.forms[at] in _BUT), end)
        claimed = any(self.r.words[at].core in RESPONSIBILITY for at in range(cue.last + 1, end))
        unsure = cue.sense.id == _AFFIRMS and not any(self.r.forms[at] in THAT for at in range(cue.last, end))
        if cue.entry.stance == "claims" or claimed or unsure:
            self.unclaimed.update(range(cue.first, end))
        return cue.entry.stance == "claims" or claimed or cue.sense.verbal
