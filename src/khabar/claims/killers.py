"""Who kills or hurts whom, where the verb, unvowelled, would as well tell what befell its subject (قتل مستوطن
فلسطينيا): a second bare phrase of people behind the verb, in the accusative, counted, or with a suffix, is whom it was
done to."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.candidates import Candidate
from khabar.claims.cases import Cases
from khabar.claims.clauses import OF_CAUSE
from khabar.claims.grammar import NO_DOERS, doer
from khabar.claims.kinds import HUMANS
from khabar.claims.neighbours import adjacent, last_tied
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

TRANSITIVE: Final = ("assault.kill", "assault.hurt")
"""Entries whose verb, unvowelled, may be the active."""
_SHE: Final = frozenset(("perf.f", "impf.f"))
_ACTIVE: Final = _SHE | {"perf.m", "impf.m"}
_THEY: Final = "perf.p"
_MANY: Final = frozenset(("people", "armed-group"))
_NO_SUBJECTS: Final = NO_DOERS | {"state", "adjective"}
_OF: Final = frozenset(("من", "في", "ل"))
_HIMSELF: Final = frozenset("نفسه نفسها انفسهم ذاته ذاتها".split())
"""Words that stress whoever stands before them (الجيش نفسه)."""
_FAR: Final = 8
"""Tokens between the victim and the noun of the attack in which it was done (قتل مسلحون جنديين في كمين)."""
_IN: Final = OF_CAUSE | {"في", "خلال", "اثناء", "عبر"}


class Killers:
    """Reads subject and object of a transitive verb of killing and hurting."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.cases = Cases(reading)
        self._weapons = {found.first for found in reading.marks.of("weapon")}
        self.pairs: dict[int, tuple[Phrase, Phrase]] = {}
        """Subject and object by the token of the verb."""
        self._verbs: dict[int, list[int]] = {}
        for mark in reading.marks.of("trigger"):
            number = reading.sentence_at[mark.first]
            if number < 0 or mark.sense.id not in TRANSITIVE or mark.first < mark.last:
                continue
            row = phrases[number]
            pair = (
                self._pair(mark.first, row)
                if mark.tag in _ACTIVE
                else self._they(mark.first, row)
                if mark.tag == _THEY
                else None
            )
            if pair is not None:
                self.pairs[mark.first] = pair
                self._verbs.setdefault(number, []).append(mark.first)

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who did it and to whom."""
        if candidate.type != "ASSAULT":
            return
        for at in self._verbs.get(candidate.sentence, ()):
            if at != candidate.first and (candidate.pos == "v" or not at < candidate.first):
                continue
            subject, victim = self.pairs[at]
            if at != candidate.first and not self._in_it(candidate, victim):
                continue
            for one in row:
                if one is subject or one.coord is subject:
                    found[one] = "" if subject.first in self._weapons and not _arm(subject) else "actor"
                elif one is victim or one.coord is victim:
                    found[one] = "target"
            return

    def _in_it(self, candidate: Candidate, victim: Phrase) -> bool:
        """It was done in the attack that the noun tells of."""
        first = candidate.first
        if not victim.last < first <= victim.last + _FAR or any(self.r.acts[victim.last + 1 : first]):
            return False
        return "ب" in self.r.words[first].pro or any(
            self.r.forms[at] in _IN for at in range(max(victim.last + 1, first - 3), first)
        )

    def _pair(self, verb: int, row: list[Phrase]) -> tuple[Phrase, Phrase] | None:
        """Subject and object of the verb at a token, if it has both."""
        if self.r.words[verb].enc:
            return None
        at = next((at for at, one in enumerate(row) if one.first > verb), -1)
        if at < 0 or row[at].prep or not adjacent(self.r, verb, row[at]) or self.cases.tanwin(row[at]):
            return None
        subject = row[at]
        if subject.kind in _NO_SUBJECTS and subject.kind != "state" and subject.first not in self._weapons:
            return None
        last = self._end(subject, row)
        victim = next((one for one in row[at + 1 :] if one.first > last), None)
        if victim is None or victim.coord is not None:
            return None
        counted = victim.prep == "من" and self._two_of(victim.first - 2)
        if victim.prep and not counted:
            return None
        if victim.kind not in HUMANS and not (counted and victim.kind not in _NO_SUBJECTS):
            return None
        if not adjacent(self.r, last, victim) or not self._suffers(verb, subject, victim, last):
            return None
        return subject, victim

    def _they(self, verb: int, row: list[Phrase]) -> tuple[Phrase, Phrase] | None:
        """The subject is in the verb (داهموا المنزل وقتلوا جنديين): people named before; whoever stands right behind is
        the object."""
        if self.r.words[verb].enc or not self.r.forms[verb].endswith("وا"):
            return None
        at = next((at for at, one in enumerate(row) if one.first > verb), -1)
        if at < 0 or not adjacent(self.r, verb, row[at]):
            return None
        victim = row[at]
        counted = victim.prep == "من" and self._two_of(victim.first - 2)
        somebody = counted or victim.kind in HUMANS or (victim.kind == "thing" and self.cases.tanwin(victim))
        if (victim.prep and not counted) or not somebody:
            return None
        before = (one for one in reversed(row[:at]) if one.kind in _MANY and not one.prep and not one.holds)
        subject = next((one for one in before if one.number == "p" or self._nominative(one)), None)
        return None if subject is None else (subject, victim)

    def _two_of(self, at: int) -> bool:
        """A number with من behind it (اثنين من الشرطة)."""
        return at in self.r.number_tokens and self.r.forms[at + 1 : at + 2] == ["من"]

    def _end(self, subject: Phrase, row: list[Phrase]) -> int:
        """The last token of the subject, of all that is tied to it and of what it is of or where it is (مسلحون من
        القبيلة، جندي في الجيش)."""
        last = last_tied(subject, row)
        for one in row:
            counted = one.first - 2 in self.r.number_tokens
            if last < one.first <= last + 2 and one.prep in _OF and one.kind != "thing" and not counted:
                last = one.last
        return last + 1 if self.r.forms[last + 1] in _HIMSELF else last

    def _suffers(self, verb: int, subject: Phrase, victim: Phrase, last: int) -> bool:
        """Something marks the second phrase as the object."""
        word, doer = self.r.words[victim.head], self.r.words[subject.head]
        if self.cases.tanwin(victim) or word.form.endswith("يا"):
            return not word.det
        if not (victim.definite or word.det) and self.r.forms[victim.last].endswith("يا"):  # فتى فلسطينيا
            return True
        if word.form.endswith("ين") and not word.det:
            return not doer.form.endswith("ين")
        if any(at in self.r.number_tokens for at in range(last + 1, victim.first)):
            return True
        if word.enc in THIRD and victim.number != "p":
            return True
        if word.form.endswith("ة") and not (victim.definite or doer.form.endswith("ة")) and victim.number == "s":
            return True
        if not subject.definite and self._nominative(subject):
            return True
        if victim.kind != "person":
            return False
        she = any(sense.tag in _SHE for sense in self.r.words[verb].senses)
        return she and subject.kind != "person" and feminine(doer.core, subject) and not feminine(word.core, victim)

    def _nominative(self, phrase: Phrase) -> bool:
        """It, or an adjective of it, is a sound plural in the nominative (مسلحون، جنود إسرائيليون)."""
        return any(self.r.words[at].form.endswith("ون") for at in range(phrase.head, phrase.last + 1))


def _arm(phrase: Phrase) -> bool:
    """An arm of somebody's forces, not what is fired (المدفعية التركية)."""
    return phrase.kind == "machine" and doer(phrase)
