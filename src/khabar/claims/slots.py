"""Grammatical slots around a trigger: where Arabic syntax puts the subject, the object, the agent of a passive, the
genitive.

Verb-first and subject-first order, relative clauses, light verbs and verbal nouns are told apart by position alone;
which slot is the actor for which frame is left to the role scorers.
"""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AIMING, HITS, RELATIVE, RESULT, STOPS, THAT, Clauses, bare
from khabar.claims.doers import Doers
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import ARMED, HUMANS
from khabar.claims.neighbours import adjacent
from khabar.claims.suffixes import Suffixes
from khabar.claims.verb_slots import VerbSlots, acts
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_QUOTES: Final = QUOTES_OPEN | QUOTES_CLOSE
_BEGINS: Final = frozenset(("light.start-off", "light.end"))
"""Light verbs that take a subject or an object."""
_ISSUES: Final = ("اصدر", "واصدر")
"""Verbs that somebody issues something by, though they are written like others by which it is issued."""
_PREDICATE: Final = 7
"""Tokens behind an event noun within which its verb stands."""
_DESCRIBED: Final = 16
"""The same where a clause that takes the noun up again stands between (الغارات التي شنها الجيش أمس استهدفت)."""
_TERMS: Final = frozenset(
    "يوم يوما يومين ايام اسبوع اسبوعا اسبوعين اسابيع شهر شهرا شهرين اشهر شهور سنة سنتين سنوات سنين عام عاما عامين "
    "اعوام ساعة ساعات ساعتين دقيقة دقائق".split()
)
"""How long something lasts: no object of it."""
_OBJECT: Final = 5
"""Tokens behind the doer of a verbal noun within which its object begins."""
_FORCES: Final = ARMED | {"official", "government"}
_NO_FORCES: Final = NO_DOERS | HUMANS | {"adjective"}
_BEFORE: Final = ("", "N1", "N2")
_STOPS_OR_THAT: Final = STOPS | THAT


class Slots:
    """Slot labels of the phrases of a sentence with regard to one trigger."""

    def __init__(self, reading: Reading, clauses: Clauses, verbs: set[int]) -> None:
        self.r = reading
        self.verbs = verbs
        self.clauses = clauses
        self.beside = VerbSlots(reading, clauses)
        self.suffixes = Suffixes(reading, clauses)
        self.cues = {found.first for found in reading.marks.of("cue")}
        lights = {found.first for found in reading.marks.of("light") if found.entry.voice == "act"}
        self.doers = Doers(reading, clauses, verbs, lights, self.cues)

    def label(self, candidate: Candidate, row: list[Phrase]) -> ByPhrase:
        """Phrase to slot: ``A1`` first bare phrase after, ``B1`` last bare one before in its clause, ``R``
        head of the relative clause, ``G`` genitive, ``by`` agent, ``K`` behind the cause, ``P:prep`` after a
        preposition, ``L...`` the same slots of the light verb."""
        self.beside.turn_to(row, candidate.frame in {"speech", "act"} and not candidate.passive)
        first, last = candidate.head or (candidate.first, candidate.last)
        if last > first:
            last = next((one.first - 1 for one in row if first < one.first <= last), last)
        denied = self.r.words[first].func == "neg" and last > first and self.r.acts[first + 1]
        if candidate.pos == "v" or denied or (candidate.head is not None and self.r.acts[first]):
            found = self.beside.of(first, last)
            charged = self.doers.charged(candidate, row)
            if charged is not None:
                found[charged] = "by"
                self._all_of(charged, row, found)
        else:
            found = self._noun(candidate, first, last, row)
            doer = self.doers.of(candidate, last, row)
            if doer is not None:
                if self.doers.charging:
                    for one in [one for one, slot in found.items() if slot[:4] == "Lact"]:
                        del found[one]
                found[doer] = "by"
                self._all_of(doer, row, found)
        if candidate.passive or candidate.frame == "undergo":
            doer = self.doers.behind(candidate, row)
            if doer is not None:
                found[doer] = "K"
        self._understood(candidate, found)
        for phrase in row:
            if phrase.coord is not None and phrase.coord in found and phrase not in found:
                found[phrase] = found[phrase.coord]
        return found

    def _all_of(self, doer: Phrase, row: list[Phrase], found: ByPhrase) -> None:
        """All whom و ties to the one charged stand with him (اتهمت الوزارة الوحدات والحزب بقصف المدينة)."""
        for phrase in row:
            if phrase.root is doer.root and phrase.prep == doer.prep:
                found[phrase] = "by"

    def _understood(self, candidate: Candidate, found: ByPhrase) -> None:
        """Subjects that stand further off: of the verb that governs an event noun (``C``), of the verb before (``S``),
        of the sentence's first verb (``M``)."""
        verb = self.clauses.governing(candidate.first) if candidate.pos == "n" else None
        self._understand("C", verb, candidate, found)
        self._understand("S", self.clauses.previous(candidate.first), candidate, found)
        self._understand("M", self.clauses.main(candidate.sentence), candidate, found)

    def _understand(self, label: str, verb: int | None, candidate: Candidate, found: ByPhrase) -> None:
        """Note the subject of a verb, if it is no part of the trigger."""
        subject = self.clauses.subject(verb) if verb is not None else None
        if subject is not None and not candidate.first <= subject.first <= candidate.last:
            if label == "S" and found.get(subject, "") == "B2j":
                found[subject] = label  # طوقت القوات المقر ومنعت الدخول
            found.setdefault(subject, label)

    def _noun(self, candidate: Candidate, first: int, last: int, row: list[Phrase]) -> ByPhrase:
        """Slots around a noun: its genitive, what carries it, what its predicate rules, its suffix (قصف الجيش
        للمدينة)."""
        found: ByPhrase = {}
        kind = "m" if candidate.entry.verbs else "n"
        self._genitive(last, kind, row, found)
        if candidate.light is not None and candidate.light.first < first and not self._told(candidate):
            self._light(candidate.light, first, row, found)
        else:
            self._earlier(first, row, found)
        verb = self._predicate(last)
        if verb is not None:
            inner: ByPhrase = {}
            self.beside.after(verb, "", inner)
            for key, slot in inner.items():
                found.setdefault(key, f"V{slot}")
        self.beside.after(last, kind, found)
        again = self._taken_up(candidate, last)
        if again >= 0:
            inner = {}
            self.beside.after(again, "", inner)
            found.update((key, slot) for key, slot in inner.items() if slot.startswith("P:") and key not in found)
        self._suffix(candidate, first, last, kind, row, found)
        genitive = next((one for one in row if found.get(one) == "Gm"), None)
        if genitive is not None:
            for one in row:
                if self._its_object(genitive, one, found):
                    found[genitive] = "Gmo"
                    found[one] = "A2" if found[one] == "LhappenA2" else found[one]
        return found

    def _taken_up(self, candidate: Candidate, last: int) -> int:
        """The last token of the light verb that takes the noun up again, be another before it (أدت الغارات التي شنها
        الجيش على البلدة إلى مقتل), or -1."""
        if candidate.light is not None and candidate.light.first > last:
            return candidate.light.last
        at = last + 2
        taken = candidate.frame == "act" and at < len(self.r.forms) and self.r.forms[last + 1] in RELATIVE
        return at if taken and at in self.doers.lights and self.r.words[at].enc else -1

    def _genitive(self, last: int, kind: str, row: list[Phrase], found: ByPhrase) -> None:
        """What stands right behind the noun, but for a noun joined to it, counts and quotation marks."""
        at = last + 1
        while self.clauses.events[at] and self.r.words[at].pro == "و":  # اعتراض وتدمير طائرتين
            at += 1
        while at < len(self.r.forms) and self._counts(at):
            at += 1
        if self.r.words[last].det:
            return  # قتل في الهجوم عشرة جنود، قتل في الهجوم ضابط
        for phrase in row:
            if phrase.first == at and not phrase.prep and phrase.kind != "adjective":
                found[phrase] = f"G{kind}"

    def _earlier(self, first: int, row: list[Phrase], found: ByPhrase) -> None:
        """What stands before the noun in its clause, and the head of its relative clause."""
        relative, start = self.clauses.start(first, row)
        before = self.beside.before(first, start)
        for rank in range(1, min(2, len(before)) + 1):
            found.setdefault(before[-rank], _BEFORE[rank])
        if relative is not None:
            found.setdefault(relative, "NR")

    def _suffix(
        self, candidate: Candidate, first: int, last: int, kind: str, row: list[Phrase], found: ByPhrase
    ) -> None:
        """Whom the noun's suffix means."""
        if not self.r.words[last].enc:
            return
        if candidate.frame in {"speech", "move"}:
            self.suffixes.own_words(candidate, row, found)
        elif candidate.frame == "act":
            self.suffixes.of_deed(candidate, first, kind, row, found)

    def _its_object(self, doer: Phrase, phrase: Phrase, found: ByPhrase) -> bool:
        """What the genitive, then the doer, does it to: right behind (قصف الجيش المدينة), no term (حبس المتهم شهرا)."""
        if self.r.words[phrase.head].core in _TERMS:
            return False
        slot = found.get(phrase, "")
        if slot == "LhappenA2":  # أدى قصف الطائرات القرية إلى
            first = phrase.first - phrase.held
            force = doer.kind not in _NO_FORCES or (doer.kind == "people" and doer.role in _FORCES)
            return force and (first == doer.last + 1 or adjacent(self.r, doer.last, phrase))
        if not slot.startswith("A2") or phrase.first - doer.last > _OBJECT:
            return False
        between = range(doer.last + 1, phrase.first)
        pause = next((at for at in between if self.r.forms[at] in PAUSE), -1)
        return pause < 0 or all(at in self.r.number_tokens for at in range(pause + 1, phrase.first))

    def _counts(self, at: int) -> bool:
        """Quotation marks and counts stand between an event noun and its genitive (اعتقال نحو 100 شخص)."""
        quantity = at in self.r.number_tokens or self.r.words[at].func == "quant"
        return quantity or self.r.forms[at] in _QUOTES or (self.r.forms[at] == "من" and at - 1 in self.r.number_tokens)

    def _light(self, light: Mark, first: int, row: list[Phrase], found: ByPhrase) -> None:
        """Slots of the light verb, or of the noun it gives (تنفيذ الجيش ضربات)."""
        voice = light.entry.voice
        if not self.clauses.acting[light.first]:
            genitive = next((one for one in row if one.first == light.last + 1 and bare(one)), None)
            if genitive is not None and acts(genitive):
                found.setdefault(genitive, f"L{voice}A1")
            return
        inner = self.beside.of(light.first, light.last, first if voice == "act" else -1)
        either = light.sense.id in _BEGINS or self.r.forms[light.first].startswith(_ISSUES)
        if voice == "happen" and either and self._begun(light, first, row, inner):
            voice = "act"
        agents = {phrase for phrase in row if phrase.agent}
        if "ب" in self.r.words[first].pro and light.last == first - 1:
            agents.update(phrase for phrase in row if phrase.first > first)
            inner = {key: slot for key, slot in inner.items() if key not in agents or slot == "by"}
        for key, slot in inner.items():
            if slot == "by" and key in agents:
                found.setdefault(key, slot)
            elif not slot.startswith("P:"):
                found.setdefault(key, f"L{voice}{slot}")

    def _begun(self, light: Mark, event: int, row: list[Phrase], inner: ByPhrase) -> bool:
        """Somebody begins the event (بدأت تركيا عمليات), which does not begin by itself (بدأت عمليات)."""
        for phrase in row:
            slot = inner.get(phrase, "")
            between = slot[:2] == "A1" and light.last < phrase.first < event
            if (slot[:2] == "B1" or between) and acts(phrase) and phrase.kind != "thing":
                return True
        return False

    def _told(self, candidate: Candidate) -> bool:
        """What befell somebody is announced (أعلن الجيش مقتل جنديين): whoever announces it did nothing."""
        light = candidate.light
        return candidate.frame == "undergo" and light is not None and light.first in self.cues

    def _predicate(self, last: int) -> int | None:
        """The verb whose subject the event noun is (الغارة استهدفت، هجوم استهدف), if it follows in the same clause."""
        at, reach, described = last, min(last + _PREDICATE, len(self.r.forms)), False
        while (at := at + 1) < reach:
            form = self.r.forms[at]
            after = at + 1 < len(self.r.forms) and form == "،"
            follows = self.r.forms[at + 1] in RELATIVE or self.r.words[at + 1].core in AIMING if after else form != "،"
            if form in _STOPS_OR_THAT or not follows:
                return None
            word = self.r.words[at]
            if word.core in AIMING and not word.det:
                return at
            if not self.clauses.acting[at]:
                continue
            if self.r.words[at - 1].func == "neg":
                return None
            if word.enc and not described:
                described, reach = True, min(last + _DESCRIBED, len(self.r.forms))
                continue
            hits = not word.enc and word.pro[:1] not in {"و", "ف"}
            hits = hits and (word.core in HITS or (at in self.verbs and not described))
            return at if hits and word.core not in RESULT else None
        return None
