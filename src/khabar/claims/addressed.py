"""Whom a verb of speech turns to or against: its object, that of a participle (قال الوزير داعيا الأطراف), whom a
threat is to hit, the doer of the act that is condemned."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.answerable import Answerable
from khabar.claims.blamed import APART, FAR, PARTICIPLES, STRONG, Blamed
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses, bare
from khabar.claims.grammar import has
from khabar.claims.kinds import OPINIONS, SPEAKERS
from khabar.claims.onward import deed_behind, further
from khabar.claims.speech_objects import SpeechObjects
from khabar.claims.threatened import Threatened
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_TYPES: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
_ANSWERS: Final = frozenset(("رد", "انتقام", "ثار"))
_AT: Final = frozenset(("على", "ل", "من"))
_NEAR: Final = 2
"""Tokens behind a verb within which what it is about stands, and whose that is."""
_ALSO: Final = frozenset("ايضا كذلك بدوره بدورها مجددا مرة اخرى".split())
_GAP: Final = 4
"""Tokens behind the noun of an answer within which whoever is answered stands."""


class Addressed:
    """Reads off who is addressed, for verbs of speech in the active."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses
        self._objects = SpeechObjects(reading, clauses)
        self._blamed = Blamed(reading, clauses)
        self._answerable = Answerable(reading, clauses)
        self._threatened = Threatened(reading, clauses)

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) what the frame of speech settles."""
        self._answerable.settle(candidate, row, slots, found)
        if candidate.frame == "charge" and candidate.pos == "v" and candidate.type in _TYPES:
            self._objects.not_subjects(candidate, row, found)
        if candidate.frame != "speech" or candidate.passive or candidate.type not in _TYPES:
            return
        if candidate.pos == "v":
            self._objects.not_subjects(candidate, row, found)
        praised = self._blamed.good_deed(candidate, row)
        if praised is not None:
            found[praised] = "target"
        if candidate.pos == "v" and not self.r.words[candidate.first].enc:
            objects = [one for one in row if slots.get(one, "")[:2] in {"A1", "A2", "A3"} and bare(one)]
            deed = deed_behind(self.r, self.clauses.events, candidate)
            if not deed or candidate.type in OPINIONS:
                self._objects.bare_objects(candidate, objects, found)
            if deed:
                self._doer_of_object(candidate, row, found)
            self._objects.prepositional(candidate, row, slots, found)
        elif candidate.type == "THREATEN" and self.r.words[candidate.last].core in _ANSWERS:
            behind = next((one for one in row if slots.get(one) == "P:على"), None)
            if behind is not None and behind.first - candidate.last <= _GAP and behind.kind in STRONG:
                found[behind] = "target"
        elif self._participle(candidate):
            behind = next((one for one in row if one.first > candidate.last and one.kind != "adjective"), None)
            threat = candidate.type == "THREATEN" and behind is not None and behind.kind == "thing"
            object_ = behind is not None and bare(behind) and behind.kind != "place" and not threat
            if behind is not None and object_ and self._right_behind(candidate, behind):
                found[behind] = "target"
            self._goes_on(candidate, found)
        self._follow(row, slots, found)
        self._of_next_verb(candidate, row, found)
        self._beyond(candidate, row, found)
        self._hit_by_threat(candidate, row, slots, found)
        about = candidate.type in OPINIONS or self._answers(candidate)
        if about and not has(found, "target"):
            doer = self._blamed.whose(candidate, row, found)
            if doer is not None:
                found[doer] = "target"
                self._follow(row, slots, found)

    def _hit_by_threat(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Whom the deed that is threatened is to hit."""
        if candidate.type != "THREATEN" or has(found, "target"):
            return
        hit = self._threatened.of(candidate, row)
        if hit is not None and found.get(hit) != "actor":
            found[hit] = "target"
            self._follow(row, slots, found)

    def _answers(self, candidate: Candidate) -> bool:
        """A threat to answer somebody's deed (توعد بالرد على الغارات الأميركية)."""
        behind = self.r.words[candidate.last + 1 : candidate.last + 1 + FAR]
        cores = [word.core for word in behind]
        at = next((at for at, core in enumerate(cores) if core in _ANSWERS), -1)
        if candidate.type == "THREATEN" and candidate.pos == "v" and self.r.words[candidate.last].core.endswith("رد"):
            return not _AT.isdisjoint(cores[:3])
        return candidate.type == "THREATEN" and at >= 0 and not _AT.isdisjoint(cores[at + 1 : at + 3])

    def _doer_of_object(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """What stands right behind the verb and its genitive do not speak (كما اقترح إرسال لجنة، وانتقد سياساتها)."""
        for phrase in row:
            whose = candidate.type in OPINIONS and phrase.first == candidate.last + _NEAR
            if whose and found.get(phrase) != "actor":
                continue  # وأيد مطالب المحتجين
            if 0 < phrase.first - candidate.last <= _NEAR and found.get(phrase) != "target":
                found[phrase] = APART

    def _goes_on(self, candidate: Candidate, found: ByPhrase) -> None:
        """A participle goes on with the subject of the sentence's first verb (قال الوزير ..، داعيا ...)."""
        verb = self._goes_on_from(candidate.first, self.clauses.main(candidate.sentence))
        subject = self.clauses.subject(verb) if verb is not None and verb < candidate.first else None
        if subject is None or subject.last >= candidate.first or subject.kind not in SPEAKERS:
            return
        female = self.r.words[candidate.first].core.endswith("ة")
        if female == feminine(self.r.words[subject.head].core, subject) or subject.kind == "media":
            found[subject] = "actor"

    def _goes_on_from(self, first: int, main: int | None) -> int | None:
        """The verb that a participle goes on from: that of the words reported, where no pause parts it from them (ذكر
        الناطق أن الجيش أوقف القافلة رافضا مرورها)."""
        inner = self.clauses.governing(first) if self.r.forms[first - 1] not in PAUSE else None
        if main is None or inner is None or inner <= main:
            return main
        return inner if any(self.r.forms[at] in {"ان", "بان"} for at in range(main, inner)) else main

    def _participle(self, candidate: Candidate) -> bool:
        """A participle that goes on with the verb before it (داعيا المجتمع الدولي، متهمة جارتها)."""
        word = self.r.words[candidate.first]
        if candidate.pos != "n" or candidate.last > candidate.first or word.det or word.enc:
            return False
        core = word.core
        if core in PARTICIPLES:
            return True
        if not core.startswith("م") or len(core) < 5:
            return False
        return core.endswith(("ا", "ين")) or (core.endswith("ة") and self.r.forms[candidate.first - 1] in PAUSE)

    def _right_behind(self, candidate: Candidate, phrase: Phrase) -> bool:
        return all(
            self.r.forms[at] in QUOTES_OPEN or self.r.forms[at] in _ALSO
            for at in range(candidate.last + 1, phrase.first)
        )

    def _of_next_verb(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """The object of a verb of speech that و joins behind it is no target (ندد بالعنف وناشد الأطراف)."""
        for phrase in row:
            verb = phrase.first - 1
            if verb > candidate.last and self.r.words[verb].func == "quant":
                verb -= 1
            joined = verb > candidate.last and self.clauses.acting[verb] and self.r.words[verb].pro[:1] == "و"
            if joined and found.get(phrase) is None:
                found[phrase] = APART

    def _beyond(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Whom only a further verb of the sentence tells of is not addressed."""
        verb = further(self.r, self.clauses.acting, candidate) if candidate.pos == "v" else -1
        if verb >= 0:
            for phrase in row:
                if phrase.first > verb and found.get(phrase) is None:
                    found[phrase] = APART

    def _follow(self, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        for phrase in row:
            stands = phrase in slots or phrase.kind == "adjective"
            if phrase.coord is not None and stands and found.get(phrase.coord) == "target":
                found[phrase] = "target"
