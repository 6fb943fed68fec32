"""Grammatical slots around a trigger: where Arabic syntax puts the subject, the object, the agent of a passive, the
genitive.

Verb-first and subject-first order, relative clauses, light verbs and verbal nouns are told apart by position alone;
which slot is
the actor for which frame is left to the role scorers.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AUXILIARY, OF_CAUSE, STOPS, THAT, Clauses, bare
from khabar.lexicon.schema import TriggerEntry
from khabar.lexicon.words import VERBAL, Word
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading
from khabar.text import folded

_QUOTES: Final = QUOTES_OPEN | QUOTES_CLOSE
_PAUSES: Final = frozenset("،,()")
_REACH: Final = 7
"""Tokens after an event noun within which a verb takes it up."""
_WITH_PRONOUN: Final = frozenset("انه انها انهم انهما بانه بانها بانهم لانه لانها لانهم".split())
_OWNERS: Final = frozenset(("military", "armed-group", "alliance", "government", "state"))
NO_DOERS: Final = frozenset(("place", "thing"))
"""Kinds of phrases that do nothing."""


class Slots:
    """Slot labels of the phrases of a sentence with regard to one trigger."""

    def __init__(self, reading: Reading, clauses: Clauses, verbs: set[int]) -> None:
        self.r = reading
        self.row: list[Phrase] = []
        self.verbs = verbs
        self.clauses = clauses
        self.cues = {found.first for found in reading.marks.of("cue")}
        self.lights = {found.first for found in reading.marks.of("light") if found.entry.voice == "act"}

    def label(self, candidate: Candidate, row: list[Phrase]) -> dict[int, str]:
        """``id(phrase)`` to slot: ``A1`` first bare phrase after, ``B1`` last bare one before in its clause, ``R``
        head of the relative clause, ``G`` genitive, ``by`` agent, ``K`` behind the cause, ``P:prep`` after a
        preposition, ``L...`` the same slots of the light verb."""
        self.row = row
        first, last = candidate.head or (candidate.first, candidate.last)
        last = next((one.first - 1 for one in row if first < one.first <= last), last)
        if candidate.pos == "v" or (candidate.head is not None and self.r.acts[first]):
            found = self._verb(first, last)
        else:
            found = self._noun(candidate, first, last)
            doer = self._carried_out(last)
            if doer is not None:
                found[id(doer)] = "by"
        if candidate.passive or candidate.frame == "undergo":
            self._cause(candidate, found)
        self._understood(candidate, found)
        for phrase in self.row:
            if phrase.coord is not None and id(phrase.coord) in found and id(phrase) not in found:
                found[id(phrase)] = found[id(phrase.coord)]
        return found

    def _carried_out(self, last: int) -> Phrase | None:
        """Who carried an event out, in a relative clause that takes it up (هجوم شنه مسلحون، قصف نفذته طائرات)."""
        forms, words = self.r.forms, self.r.words
        for at in range(last + 1, min(last + _REACH, len(forms))):
            if forms[at] in STOPS or forms[at] in THAT or forms[at] in _PAUSES:
                return None
            taken_up = words[at].enc in {"ه", "ها", "هما"} and not words[at].pro and not words[at].det
            if at in self.clauses.acting or (taken_up and _can_act(words[at])):
                if not taken_up or at in self.cues or (self._between(last, at) and at not in self.lights):
                    return None
                return next((one for one in self.row if at < one.first <= at + 3 and bare(one)), None)
        return None

    def _between(self, last: int, at: int) -> bool:
        """Something else that the pronoun of the verb at ``at`` may stand for (ضربات على مقار تستخدمها فصائل)."""
        return any(last < one.first < at and one.kind != "adjective" for one in self.row)

    def _cause(self, candidate: Candidate, found: dict[int, str]) -> None:
        """Who stands behind what somebody suffered (``K``): the doer of the event or the weapon named after it (قتل في
        غارة أميركية، بعبوة زرعها التنظيم)."""
        for at in range(candidate.last + 1, self.clauses.end(candidate.last)):
            if not self._causes(at):
                continue
            doer = self._carried_out(at)
            if doer is None:
                doer = next((one for one in self.row if at < one.first <= at + 2 and self._owns(at, one)), None)
            if doer is not None:
                found[id(doer)] = "K"
                return

    def _owns(self, at: int, phrase: Phrase) -> bool:
        """The genitive of the event noun at a token (قصف التحالف) or the nationality it bears (غارة جوية روسية)."""
        if phrase.kind == "adjective":
            return True
        return phrase.first == at + 1 and not phrase.prep and phrase.kind not in NO_DOERS

    def _causes(self, at: int) -> bool:
        """An event noun or a weapon that a preposition of cause governs."""
        if at not in self.clauses.events and "weapon" not in self.r.lex[at]:
            return False
        return "ب" in self.r.words[at].pro or self.r.forms[at - 1] in OF_CAUSE

    def _understood(self, candidate: Candidate, found: dict[int, str]) -> None:
        """Subjects that stand further off: of the verb that governs an event noun (``C``), of the verb before (``S``),
        of the sentence's first verb (``M``)."""
        verb = self.clauses.governing(candidate.first) if candidate.pos == "n" else None
        chain = (
            ("C", verb),
            ("S", self.clauses.previous(candidate.first)),
            ("M", self.clauses.main(candidate.sentence)),
        )
        for label, at in chain:
            subject = self.clauses.subject(at) if at is not None else None
            if subject is not None and not candidate.first <= subject.first <= candidate.last:
                found.setdefault(id(subject), label)

    def _verb(self, first: int, last: int) -> dict[int, str]:
        found: dict[int, str] = {}
        relative, start = self.clauses.start(first, self.row)
        enclitic = "e" if self.r.words[first].enc else ""
        before = [one for one in self._before(first, start) if self._leads(one, start)]
        if relative is not None:
            found[id(relative)] = f"R{enclitic}"
        joined = self.r.words[first].pro[:1] in {"و", "ف"}
        for rank, phrase in enumerate(reversed(before[-2:]), 1):
            found.setdefault(id(phrase), f"B{rank}{'j' if joined else ''}{enclitic}")
        led = ("r" if relative is not None else "s" if before and not joined else "") + enclitic
        self._after(last, led, found, int(last + 1 in self.clauses.events or self._understood_subject(first, last)))
        return found

    def _leads(self, phrase: Phrase, start: int) -> bool:
        """Nothing but the clause's opening stands before the phrase: it may be the subject of a verb after it, not the
        genitive or object of an event noun (بعد زيارة الوزير، استهدفت ...)."""
        return not any(at in self.clauses.events for at in range(max(start, phrase.first - 2), phrase.first))

    def _understood_subject(self, first: int, last: int) -> bool:
        """The verb's subject is a pronoun before it (إنها أسقطت المروحية) or what follows is in the accusative (يقدم
        أموالا): the first bare phrase after it is the object."""
        at = first - 1
        while at >= 0 and self.r.forms[at] in AUXILIARY:
            at -= 1
        if at >= 0 and self.r.forms[at] in _WITH_PRONOUN:
            return True
        after = next((one for one in self.row if one.first > last and bare(one)), None)
        if after is None or after.first > last + 2:
            return False
        word = self.r.words[after.first]
        return word.cls == "a" or self.r.accusative(after.first)

    def _after(self, last: int, led: str, found: dict[int, str], rank: int = 0) -> None:
        """Slots after a token; ``rank``: 1 where an event noun stands as the subject before the phrases."""
        end = self.clauses.end(last)
        event = rank == 1 and last + 1 in self.clauses.events
        for phrase in self.row:
            if phrase.first <= last or phrase.kind == "adjective":
                continue
            if phrase.first > end:
                break
            if phrase.agent or (event and self._owner(phrase, last)):
                found.setdefault(id(phrase), "by")
            elif phrase.prep:
                found.setdefault(id(phrase), f"P:{phrase.prep}")
            elif phrase.coord is None:
                rank += 1
                if rank <= 3:
                    found.setdefault(id(phrase), f"A{rank}{led}")

    def _owner(self, phrase: Phrase, last: int) -> bool:
        """A force after ل, right behind an event noun that is the subject (استهدفت غارة للتحالف)."""
        return phrase.first - last <= 4 and phrase.prep == "ل" and phrase.kind in _OWNERS

    def _noun(self, candidate: Candidate, first: int, last: int) -> dict[int, str]:
        found: dict[int, str] = {}
        at = last + 1
        while at < len(self.r.forms) and self.r.forms[at] in _QUOTES:
            at += 1
        kind = "m" if candidate.entry.verbs else "n"
        for phrase in self.row:
            if phrase.first == at and not phrase.prep and phrase.kind != "adjective":
                found[id(phrase)] = f"G{kind}"
        if candidate.light is not None and candidate.light.first < first and not self._told(candidate):
            voice = candidate.light.entry.voice
            for key, slot in self._verb(candidate.light.first, candidate.light.last).items():
                if not slot.startswith("P:"):
                    found.setdefault(key, f"L{voice}{slot}")
        else:
            relative, start = self.clauses.start(first, self.row)
            for rank, phrase in enumerate(reversed(self._before(first, start)[-2:]), 1):
                found.setdefault(id(phrase), f"N{rank}")
            if relative is not None:
                found.setdefault(id(relative), "NR")
        verb = self._predicate(last)
        if verb is not None:
            inner: dict[int, str] = {}
            self._after(verb, "", inner)
            for key, slot in inner.items():
                found.setdefault(key, f"V{slot}")
        self._after(last, kind, found)
        genitive = next((key for key, slot in found.items() if slot == "Gm"), None)
        if genitive is not None and any(slot.startswith("A2") for slot in found.values()):
            found[genitive] = "Gmo"
        return found

    def _told(self, candidate: Candidate) -> bool:
        """What befell somebody is announced (أعلن الجيش مقتل جنديين): whoever announces it did nothing."""
        light = candidate.light
        return candidate.frame == "undergo" and light is not None and light.first in self.cues

    def _predicate(self, last: int) -> int | None:
        """The verb whose subject the event noun is (الغارة استهدفت، هجوم استهدف), if it follows in the same clause."""
        for at in range(last + 1, min(last + 7, len(self.r.forms))):
            form = self.r.forms[at]
            if form in STOPS or form in THAT or form == "،":
                return None
            if at in self.verbs:
                return None if self.r.words[at].enc or self.r.words[at].pro[:1] in {"و", "ف"} else at
        return None

    def _before(self, first: int, start: int) -> list[Phrase]:
        return [
            phrase
            for phrase in self.row
            if start <= phrase.first
            and phrase.last < first
            and not phrase.prep
            and phrase.kind != "adjective"
            and phrase.coord is None
        ]


def _can_act(word: Word) -> bool:
    return any(sense.tag.startswith(VERBAL) for sense in word.senses)


_OBJECT_PREPS: Final = frozenset(("على", "ضد", "الى", "ل", "ب", "من", "تجاه", "نحو", "بحق"))


@cache
def _governed(roles: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Role of a noun after each preposition that an entry names, folded."""
    return {folded(prep): role for prep, role in roles}


def expected(slot: str, entry: TriggerEntry, undergoes: bool, pos: str, kind: str, machine: bool) -> str:
    """The role that grammar gives a slot: ``actor``, ``target``, ``place``, ``topic`` or ''; what the trigger's entry
    says of a preposition comes first. ``kind`` and ``machine`` are the phrase's, ``undergoes``: the trigger's subject
    suffers it."""
    if slot.startswith("P:") and entry.prep:
        role = _governed(tuple(entry.prep.items())).get(slot[2:])
        if role is not None:
            return role
    if slot.startswith("G") and "" in entry.prep:
        return entry.prep[""]
    return _by_position(slot, entry.frame, undergoes, pos, kind, machine)


@cache
def _by_position(slot: str, frame: str, undergoes: bool, pos: str, kind: str, machine: bool) -> str:
    """What the frame alone (as in the trigger resources) gives a slot."""
    prep = slot[2:] if slot.startswith("P:") else ""
    if slot in {"by", "K"} or prep == "fire" or kind == "adjective":
        return "actor"
    if frame == "charge":
        return _charged(slot, prep)
    if slot in {"C", "S"}:
        return "target" if undergoes else "actor"
    if frame == "mutual":
        return "actor" if slot[:1] in {"A", "B", "G", "R", "L"} or prep in {"مع", "بين", "ل"} else ""
    if slot.startswith("V"):
        return "target" if slot == "VA1" else ""
    if prep:
        return _after_preposition(prep, frame, pos, machine)
    if slot.startswith("L"):
        return "target" if slot.startswith("Lundergo") else "actor" if slot[4:6] in {"A1", "B1"} else ""
    if slot.startswith("G"):
        return _genitive(slot, undergoes, frame, kind)
    if slot.startswith("N"):
        return ""
    if slot.startswith("A1"):
        return "target" if undergoes or slot in {"A1s", "A1r"} else "actor"
    if slot.startswith("A2"):
        return "target"
    if slot.startswith(("B1", "R")):
        enclitic = slot.endswith("e")
        return "target" if undergoes or enclitic else "actor"
    return ""


def _charged(slot: str, prep: str) -> str:
    """What is laid at somebody's door or demanded of him (إيران تنتهك، على بغداد أن): the subject is the target; the
    actor is whoever says so."""
    return "target" if slot[:2] in {"A1", "B1"} or slot[:1] in {"R", "G"} or prep in {"على", "ل", "من"} else ""


def _after_preposition(prep: str, frame: str, pos: str, machine: bool) -> str:
    if prep == "بين":
        return "actor"
    if frame == "move":
        return ""
    if prep == "من" and pos == "n" and frame == "act":
        return "actor"
    return "target" if prep in _OBJECT_PREPS and not (prep == "ب" and machine) else ""


def _genitive(slot: str, undergoes: bool, frame: str, kind: str) -> str:
    """زيارة الوزير, هجوم التنظيم are done by their genitive; استهداف المطار, مقتل جندي happen to it."""
    if undergoes:
        return "target"
    if frame in {"move", "speech"} or slot in {"Gn", "Gmo"}:
        return "" if kind == "place" else "actor"
    return "target" if kind in {"place", "thing", "people", "person"} else ""
