"""Who answers for what is said: the subject of a verdict or of a word of blame, whoever has a duty, whose proposal is
refused and by whom."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART, STRONG, UNDERGONE
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, Clauses
from khabar.claims.duties import UPON
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import SPEAKERS
from khabar.claims.predicates import opening
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.punctuation import QUOTES_CLOSE
from khabar.mentions.reading import Reading

CALLED: Final = frozenset(
    "شركات مصارف بنوك مصانع "
    "مؤسسات مؤسسة هيئات هيئة جهات جهة منظمات منظمة جمعيات جمعية اطراف دوائر قوى لجان نقابات احزاب عالم شعوب".split()
)
"""Heads of bodies that are called upon without a name (المؤسسات الحقوقية, كل الجهات)."""
_TURNED_DOWN: Final = "reject.turned-down"
_REFUSAL: Final[tuple[str, ...]] = ("رفض", "اعتراض", "معارضة", "استهجان")
_NEAR: Final = 2
_GAP: Final = 4


class Answerable:
    """Reads off who answers for it."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is meant."""
        if candidate.frame == "charge":
            self._charged(candidate, row, slots, found)
        if candidate.id in UPON:
            self._obliged(candidate, row, found)
        if candidate.id == _TURNED_DOWN:
            self._turned_down(candidate, row, found)
        if candidate.frame == "speech" and not candidate.passive and candidate.type != "CONCEDE":
            self._within(candidate, row, found)

    def _charged(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """At whose door it is laid or who must do it: the subject right before the verb (طهران يجب أن)."""
        for phrase in row:
            subject = slots.get(phrase, "")[:2] == "B1" and 0 < candidate.first - phrase.last <= _NEAR
            bare = phrase.last == candidate.first - 1 and not phrase.prep and phrase.kind != "adjective"
            if candidate.pos == "v" and (subject or bare) and (phrase.kind not in NO_DOERS or _called(self.r, phrase)):
                found[phrase] = "target"
                return
        if candidate.type == "ACCUSE" and candidate.pos == "n":
            self._verdict(candidate, row, found)

    def _verdict(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Of whom something bad is said, or who does what is (يتخذ التنظيم المدنيين دروعا)."""
        at = opening(self.r, candidate)
        told = [one for one in row if at < one.first < candidate.first and at >= 0 and self._party(one)]
        verb = self.clauses.previous(candidate.first) if not told else None
        if verb is not None and candidate.first - verb <= _GAP and self.r.words[verb].core[:1] in {"ي", "ت"}:
            subject = self.clauses.subject(verb)
            told = [subject] if subject is not None and subject.kind in STRONG else []
        if told:
            found[told[0]] = "target"

    def _party(self, phrase: Phrase) -> bool:
        """Who can be blamed by what is said of it, of its doings or of what bears its nationality."""
        if phrase.kind == "adjective":
            return bool(phrase.country)
        if phrase.kind in STRONG:
            return phrase.prep != "في"
        return phrase.kind in {"person", "party"} and not phrase.prep

    def _obliged(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who has the duty; whoever stands behind has no part in it (على الأوروبيين أن يختاروا بيننا وبين ترامب)."""
        behind = [one for one in row if candidate.first < one.first]
        if behind and behind[0].first <= candidate.first + _NEAR and behind[0].kind in SPEAKERS:
            found[behind[0]] = "target"
            end = next((at for at in range(behind[0].last, len(self.r.forms)) if self._closes(at)), len(self.r.forms))
            for phrase in behind[1:]:
                if phrase.coord is not behind[0] and phrase.first < end:
                    found[phrase] = APART

    def _closes(self, at: int) -> bool:
        return self.r.forms[at] in STOPS or self.r.forms[at] in QUOTES_CLOSE or self.r.forms[at] == "،"

    def _turned_down(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Whose proposal is met with refusal (قوبل المقترح الفرنسي برفض من طهران), and by whom."""
        end = self.r.sentences[candidate.sentence].last
        refused = next((at for at in range(candidate.last + 1, end) if self.r.core(at).startswith(_REFUSAL)), -1)
        for phrase in row:
            if refused < phrase.first < end and refused > 0 and (phrase.prep == "من" or phrase.kind == "adjective"):
                found[phrase] = "actor"
            elif candidate.last < phrase.first < refused and self._party(phrase):
                found[phrase] = "target"

    def _within(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Whom a phrase with a gap holds (ألقت على مادورو مسؤولية الانهيار), and who has no part in a noun of words."""
        if candidate.head is not None and candidate.entry.prep.get("على") == "target":
            inside = range(candidate.head[0], candidate.last)
            found.update((one, "target") for one in row if one.first in inside and one.prep == "على")
        if candidate.pos == "n":
            found.update((one, APART) for one in row if self._victim(candidate, one))
        if candidate.type == "REJECT" and opening(self.r, candidate) >= 0:
            self._verdict(candidate, row, found)

    def _victim(self, candidate: Candidate, phrase: Phrase) -> bool:
        """Who suffered what the words are about (دعوات إلى التحقيق في مقتل فلان)."""
        before = phrase.first - 1
        if phrase.first == candidate.last + 1 and phrase.kind == "thing" and self.r.words[phrase.first].cls == "j":
            return True  # رفضه القاطع
        suffered = before > candidate.last + 1 and self.r.core(before) in UNDERGONE and not phrase.prep
        return suffered and phrase.kind in {"person", "people"} and self.r.prep(before) == "في"


def _called(reading: Reading, phrase: Phrase) -> bool:
    return phrase.kind == "thing" and reading.words[phrase.head].core in CALLED
