"""Grammatical slots around a trigger: where Arabic syntax puts the subject, the object, the agent of a passive, the
genitive.

Verb-first and subject-first order, relative clauses, light verbs and verbal nouns are told apart by position alone;
which slot is
the actor for which frame is left to the role scorers.
"""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AIMING, AUXILIARY, HITS, RELATIVE, RESULT, STOPS, THAT, Clauses, agrees, bare
from khabar.claims.doers import Doers
from khabar.claims.grammar import NO_DOERS
from khabar.claims.suffixes import Suffixes
from khabar.lexicon.marks import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading

_QUOTES: Final = QUOTES_OPEN | QUOTES_CLOSE
_PAUSES: Final = frozenset("،,()")
_PRONOUN_BEHIND: Final = frozenset("عليه عليها عليهما عليهم به بها بهم فيه فيها له لها اليه اليها منه منها".split())
"""Words that take up the head of a relative clause, as a suffix of its verb does (الجبل الذي استولى عليه المسلحون)."""
_MOMENTS: Final = frozenset("وقت حين يوم ليلة لحظة مرة سنة عام شهر اسبوع ظل اطار خطوة سياق حال حالة".split())
"""Nouns behind which a clause has a subject of its own (في وقت تستعد القوات)."""
_RELATIVES: Final = [[form] for form in RELATIVE]
_DIRECTIONS: Final = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط اقصى".split())
_WITH_PRONOUN: Final = frozenset("انه انها انهم انهما بانه بانها بانهم لانه لانها لانهم".split())
_BEGINS: Final = frozenset(("light.start-off", "light.end"))
"""Light verbs that take a subject or an object."""
_OWNERS: Final = frozenset(("military", "armed-group", "alliance", "government", "state"))


_PREDICATE: Final = 7
"""Tokens behind an event noun within which its verb stands."""
_DESCRIBED: Final = 16
"""The same where a clause that takes the noun up again stands between (الغارات التي شنها الجيش أمس استهدفت)."""
_OBJECT: Final = 5
"""Tokens behind the doer of a verbal noun within which its object begins."""


class Slots:
    """Slot labels of the phrases of a sentence with regard to one trigger."""

    def __init__(self, reading: Reading, clauses: Clauses, verbs: set[int]) -> None:
        self.r = reading
        self.row: list[Phrase] = []
        self.speaks = False
        """The verb's subject does something: behind ب stands what he speaks of or does."""
        self.verbs = verbs
        self.clauses = clauses
        self.suffixes = Suffixes(reading, clauses)
        self.cues = {found.first for found in reading.marks.of("cue")}
        lights = {found.first for found in reading.marks.of("light") if found.entry.voice == "act"}
        self.doers = Doers(reading, clauses, verbs, lights, self.cues)

    def label(self, candidate: Candidate, row: list[Phrase]) -> dict[int, str]:
        """``id(phrase)`` to slot: ``A1`` first bare phrase after, ``B1`` last bare one before in its clause, ``R``
        head of the relative clause, ``G`` genitive, ``by`` agent, ``K`` behind the cause, ``P:prep`` after a
        preposition, ``L...`` the same slots of the light verb."""
        self.row, self.speaks = row, candidate.frame in {"speech", "act"} and not candidate.passive
        first, last = candidate.head or (candidate.first, candidate.last)
        if last > first:
            last = next((one.first - 1 for one in row if first < one.first <= last), last)
        denied = self.r.words[first].func == "neg" and last > first and self.r.acts[first + 1]
        if candidate.pos == "v" or denied or (candidate.head is not None and self.r.acts[first]):
            found = self._verb(first, last)
        else:
            found = self._noun(candidate, first, last)
            doer = self.doers.of(candidate, last, row)
            if doer is not None:
                found[id(doer)] = "by"
        if candidate.passive or candidate.frame == "undergo":
            doer = self.doers.behind(candidate, row)
            if doer is not None:
                found[id(doer)] = "K"
        self._understood(candidate, found)
        for phrase in self.row:
            if phrase.coord is not None and id(phrase.coord) in found and id(phrase) not in found:
                found[id(phrase)] = found[id(phrase.coord)]
        return found

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
        described = relative is not None or self.r.forms[start : start + 1] in _RELATIVES
        suffixed = described and last + 1 < len(self.r.forms) and self.r.forms[last + 1] in _PRONOUN_BEHIND
        enclitic = "e" if self.r.words[first].enc or suffixed else ""
        before = [one for one in self._before(first, start) if self._leads(one, start)]
        if before and (described or not self.clauses.stands_before(before[-1], first, last, self.row)):
            before = []
        if relative is None and not described:
            relative = next((one for one in self.row if one.last == first - 1 and self._described(one, first)), None)
            described = relative is not None
        if relative is not None:
            before = []
            found[id(relative)] = f"R{enclitic}"
        joined = self.r.words[first].pro[:1] in {"و", "ف"}
        for rank, phrase in enumerate(reversed(before[-2:]), 1):
            found.setdefault(id(phrase), f"B{rank}{'j' if joined else ''}{enclitic}")
        subject = bool(before) or self._event_before(first, start)
        led = ("r" if described else "s" if subject and not joined else "") + enclitic
        rank = int(self._event_behind(last) or self._understood_subject(first, last))
        self._after(last, led, found, rank if "e" not in led else 0)
        return found

    def _described(self, phrase: Phrase, verb: int) -> bool:
        """An indefinite phrase behind a preposition, right before a verb that agrees: the verb describes it (من دبابة
        إسرائيلية استهدفت)."""
        if not phrase.prep or phrase.definite or phrase.kind in {"place", "state", "adjective"}:
            return False
        if self.r.words[phrase.head].core in _MOMENTS:
            return False
        return self.r.words[verb].pro == "" and agrees(self.r.words[verb], self.r.words[phrase.head].core, phrase)

    def _event_before(self, first: int, start: int) -> bool:
        """An event noun is the subject (إن الضربات الأميركية استهدفت): nothing but what describes it stands between."""
        at = first - 1
        while at >= start and (
            self.r.forms[at] in AUXILIARY
            or self.r.forms[at] in QUOTES_OPEN
            or self.r.words[at].cls == "j"
            or at in self.r.time_tokens
            or any(one.first == at and one.kind == "adjective" for one in self.row)
        ):
            at -= 1
        return at >= start and at in self.clauses.events and not self.r.words[at].pro

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
        if self.r.forms[first].endswith("وا"):
            return True
        after = next((one for one in self.row if one.first > last and bare(one)), None)
        if after is None or after.first > last + 2:
            return False
        if after.held:
            return True
        word = self.r.words[after.first]
        return word.cls == "a" or self.r.accusative(after.first)

    def _after(self, last: int, led: str, found: dict[int, str], rank: int = 0) -> None:
        """Slots after a token; ``rank``: 1 where an event noun stands as the subject before the phrases."""
        end = self.clauses.end(last)
        event = rank == 1 and self._event_behind(last)
        for phrase in self.row:
            if phrase.first <= last or phrase.kind == "adjective":
                continue
            if phrase.first > end:
                break
            if phrase.agent and self._other_event(last, phrase.first):
                continue
            if self._whereabouts(phrase):
                found.setdefault(id(phrase), "P:في")
                continue
            if phrase.agent or (event and (self._owner(phrase, last) or self._event_of(phrase, last))):
                found.setdefault(id(phrase), "by")
            elif phrase.prep:
                found.setdefault(id(phrase), f"P:{phrase.prep}")
            elif phrase.coord is None:
                rank += 1
                if rank <= 3:
                    found.setdefault(id(phrase), f"A{rank}{led}")

    def _other_event(self, last: int, agent: int) -> bool:
        """Another event noun stands nearer to an agent, which did that one (بعد مقتل جندي من قبل مسلحين); those that و
        joins are all its own."""
        return any(at in self.clauses.events and "و" not in self.r.words[at].pro for at in range(last + 2, agent))

    def _whereabouts(self, phrase: Phrase) -> bool:
        """An adverb of place that opens with a direction (شمالي المدينة): where something is, not what is hit."""
        word = self.r.words[phrase.first]
        return phrase.kind == "place" and not phrase.prep and word.form in _DIRECTIONS and phrase.last > phrase.first

    def _event_behind(self, last: int) -> bool:
        """An event noun right behind the verb is its subject or cause (استهدفت غارة, قتل بغارة), but not what somebody
        speaks of (طالب بترحيل)."""
        return last + 1 in self.clauses.events and not (self.speaks and self.r.words[last + 1].pro)

    def _owner(self, phrase: Phrase, last: int) -> bool:
        """A force after ل, right behind an event noun that is the subject (استهدفت غارة للتحالف)."""
        if phrase.first - last > 4 or phrase.prep != "ل" or phrase.kind not in _OWNERS:
            return False
        return not any(last < one.first < phrase.first and one.kind != "adjective" for one in self.row)

    def _event_of(self, phrase: Phrase, last: int) -> bool:
        """The genitive of an event noun that is the subject (استهدفت غارات التحالف مواقع)."""
        return phrase.first == last + 2 and not (phrase.prep or self.r.words[last + 1].det) and _acts(phrase)

    def _noun(self, candidate: Candidate, first: int, last: int) -> dict[int, str]:
        found: dict[int, str] = {}
        at = last + 1
        while at < len(self.r.forms) and self._counts(at):
            at += 1
        kind = "m" if candidate.entry.verbs else "n"
        for phrase in self.row:
            if phrase.first == at and not phrase.prep and phrase.kind != "adjective":
                found[id(phrase)] = f"G{kind}"
        if candidate.light is not None and candidate.light.first < first and not self._told(candidate):
            self._light(candidate.light, first, found)
        else:
            relative, start = self.clauses.start(first, self.row)
            for rank, phrase in enumerate(reversed(self._before(first, start)[-2:]), 1):
                found.setdefault(id(phrase), f"N{rank}")
            if relative is not None:
                found.setdefault(id(relative), "NR")
        verb = self._predicate(last)
        inner: dict[int, str] = {}
        if verb is not None:
            self._after(verb, "", inner)
            for key, slot in inner.items():
                found.setdefault(key, f"V{slot}")
        self._after(last, kind, found)
        if candidate.light is not None and candidate.light.first > last:
            inner = {}
            self._after(candidate.light.last, "", inner)
            found.update((key, slot) for key, slot in inner.items() if slot.startswith("P:") and key not in found)
        if self.r.words[last].enc and candidate.frame in {"speech", "move"}:
            self.suffixes.own_words(candidate, self.row, found)
        if self.r.words[last].enc and candidate.frame == "act":
            self.suffixes.of_deed(candidate, first, kind, self.row, found)
        genitive = next((one for one in self.row if found.get(id(one)) == "Gm"), None)
        if genitive is not None and any(self._its_object(genitive, one, found) for one in self.row):
            found[id(genitive)] = "Gmo"
        return found

    def _its_object(self, doer: Phrase, phrase: Phrase, found: dict[int, str]) -> bool:
        """What the genitive, then the doer, does it to: right behind (قصف الجيش المدينة)."""
        return found.get(id(phrase), "").startswith("A2") and phrase.first - doer.last <= _OBJECT

    def _counts(self, at: int) -> bool:
        """Quotation marks and counts stand between an event noun and its genitive (اعتقال نحو 100 شخص)."""
        quantity = at in self.r.number_tokens or self.r.words[at].func == "quant"
        return quantity or self.r.forms[at] in _QUOTES or (self.r.forms[at] == "من" and at - 1 in self.r.number_tokens)

    def _light(self, light: Mark, first: int, found: dict[int, str]) -> None:
        """Slots of the light verb, or of the noun it gives (تنفيذ الجيش ضربات)."""
        voice = light.entry.voice
        if light.first not in self.clauses.acting:
            genitive = next((one for one in self.row if one.first == light.last + 1 and bare(one)), None)
            if genitive is not None and _acts(genitive):
                found.setdefault(id(genitive), f"L{voice}A1")
            return
        inner = self._verb(light.first, light.last)
        if voice == "happen" and light.entry.id in _BEGINS and self._begun(light, first, inner):
            voice = "act"
        agents = {id(phrase) for phrase in self.row if phrase.agent}
        if "ب" in self.r.words[first].pro and light.last == first - 1:
            agents.update(id(phrase) for phrase in self.row if phrase.first > first)
            inner = {key: slot for key, slot in inner.items() if key not in agents or slot == "by"}
        for key, slot in inner.items():
            if slot == "by" and key in agents:
                found.setdefault(key, slot)
            elif not slot.startswith("P:"):
                found.setdefault(key, f"L{voice}{slot}")

    def _begun(self, light: Mark, event: int, inner: dict[int, str]) -> bool:
        """Somebody begins the event (بدأت تركيا عمليات), which does not begin by itself (بدأت عمليات)."""
        for phrase in self.row:
            slot = inner.get(id(phrase), "")
            between = slot[:2] == "A1" and light.last < phrase.first < event
            if (slot[:2] == "B1" or between) and _acts(phrase) and phrase.kind != "thing":
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
            if form in STOPS or form in THAT or not follows:
                return None
            word = self.r.words[at]
            if word.core in AIMING and not word.det:
                return at
            if at not in self.clauses.acting:
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


def _acts(phrase: Phrase) -> bool:
    return phrase.kind not in NO_DOERS and phrase.kind != "adjective"
