"""Parties beside the verb of a claim: its subject, right behind it, before it or that of the verb before; its object
behind the subject."""

from __future__ import annotations

from typing import Final

from khabar.claims.aims import Aims
from khabar.claims.candidates import Candidate, undergone
from khabar.claims.cases import Cases
from khabar.claims.clauses import masculine
from khabar.claims.custody import Custody
from khabar.claims.grammar import MADE_PASSIVE, NO_DOERS, doer, has
from khabar.claims.kinds import ARMED, FORCES, HUMANS, INFLICTED, LIFELESS
from khabar.claims.neighbours import adjacent, last_tied
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_PARALLEL: Final = 12
"""Tokens between two verbs of one subject."""
_BESIDE: Final = frozenset(("B1", "R"))
"""Slots of a subject before its verb."""
_THERE: Final = (["فيه"], ["فيها"], ["فيهما"], ["منه"], ["منها"])
"""Words behind a verb that take its place up, not its object."""
_REACHES: Final = "sanction.sanctions-reach"
"""An entry whose verb is joined with its subject (شملت العقوبات)."""
_LOSES: Final = frozenset(("assault.lose-men", "coerce.bind.lose-ground"))
"""Entries whose object is lost and whose subject suffers it (مدينة يخسرها التنظيم)."""
_NEAR: Final = 3
_IN_FORCE: Final = ARMED | {"official"}
_UNARMED: Final = frozenset(("witness", "media", "organisation", "unnamed"))
"""Kinds of people who carry no arms and seize nobody (اعتقل متظاهرون في وسط العاصمة)."""


class VerbParties:
    """Reads parties off the slots of a verb (:class:`khabar.claims.slots.Slots`)."""

    def __init__(self, reading: Reading, aims: Aims, custody: Custody) -> None:
        self.r = reading
        self.aims = aims
        self.cases = Cases(reading)
        self.custody = custody

    def role(
        self,
        candidate: Candidate,
        phrase: Phrase,
        slot: str,
        slots: ByPhrase,
        row: list[Phrase],
        found: ByPhrase,
    ) -> str:
        """The role of a phrase of its sentence (``row``): ``actor``, ``target`` or ''. ``slots``: every slot by
        phrase; ``found``: the roles settled so far."""
        if undergone(candidate) or candidate.frame == "charge":
            told = slot == "R" and candidate.passive and phrase.last == candidate.first - 1
            if told and phrase.kind in {"people", "person"} and candidate.type in INFLICTED:
                return "target"  # 37 شخصا أدينوا
            lost = slot == "A1e" and candidate.frame == "undergo" and adjacent(self.r, candidate.last, phrase)
            return "target" if lost and doer(phrase) and candidate.id in _LOSES else ""
        if (candidate.id == _REACHES and slot[:2] == "A1") or self.custody.tried(candidate, phrase, slot):
            return "target"
        if self.aims.envoy(candidate, phrase):
            return ""
        if slot == "Re":
            where = self.r.forms[candidate.last + 1 : candidate.last + 2]
            return "target" if where not in _THERE and not self.aims.fired(candidate, phrase) else ""
        near = adjacent(self.r, candidate.last, phrase)
        if slot.startswith("A1") and slot.endswith("e"):
            return "actor" if near and doer(phrase) else ""
        if slot == "A1" and phrase.kind in NO_DOERS and self._understood(slots):
            return self._hit(candidate, phrase)
        if slot == "A1" and near:
            return self._right_behind(candidate, phrase, slots)
        if slot == "A1" and self.custody.counted(candidate, phrase, slots):
            return "target"
        first = slot in {"A1s", "A1r"} or (slot in {"A2", "A2s", "A2r"} and self._first_object(slots))
        if first and self.aims.of_verb(candidate, phrase, slot, near):
            return "target"
        if slot == "A2" and candidate.frame == "act" and candidate.type in INFLICTED:
            over = candidate.entry.prep.get("على") == "target" and has(slots, "P:على")
            return "target" if not over and self._object(candidate, phrase, row, slots, found) else ""
        if slot in {"B1", "R"} and candidate.first - self._with_what(phrase, row) <= _NEAR + 1:
            if self.custody.before(candidate, phrase, slots):
                return "target" if phrase.kind != "place" and not self.aims.ordered(candidate) else ""
            return "actor" if doer(phrase) else ""
        return ""

    def _with_what(self, phrase: Phrase, row: list[Phrase]) -> int:
        """The last token of the subject before a verb, of all tied to it and of where or on what it is (مسلحون على متن
        دراجات نارية هاجموا)."""
        last = last_tied(phrase, row)
        for one in row:
            if one.prep and last < one.first <= last + 2:
                last = one.last
        return last

    def _right_behind(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> str:
        """The role of the bare phrase right behind the verb: the subject, unless something tells that it is the
        object."""
        if candidate.number == "1" or self.cases.ruled_out(candidate, phrase):
            return self._hit(candidate, phrase)
        head = self.r.words[phrase.head]
        if phrase.kind == "people" and head.core.endswith("ون") and candidate.frame in {"act", "speech"}:
            seized = phrase.role in _UNARMED and self.custody.behind(candidate, phrase, slots)
            return "target" if seized else "actor"  # the nominative
        if self.r.forms[candidate.first] in MADE_PASSIVE and candidate.frame == "act":
            return "target"
        if self.custody.behind(candidate, phrase, slots) or self._after_force(candidate, phrase, slots):
            return "target"
        unlike = candidate.number == "f" and masculine(self.r.words[phrase.head].core)
        if candidate.frame in {"act", "speech"} and (unlike or self.cases.accusative(candidate, phrase)):
            return self._hit(candidate, phrase) if candidate.frame == "act" else "target"
        return "actor" if doer(phrase) else ""

    def _hit(self, candidate: Candidate, phrase: Phrase) -> str:
        """The role of a verb's object: nothing where it is only what is fired."""
        return "target" if candidate.frame == "act" and not self.aims.fired(candidate, phrase) else ""

    def many(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> Phrase | None:
        """Whom the verb in the plural has for its subject where nobody stands beside it (مسلحين أوقفوا حافلة وأطلقوا
        النار): the people named last."""
        if candidate.pos != "v" or candidate.passive or candidate.frame not in {"act", "move"}:
            return None
        active = candidate.type != "ASSAULT" and self.r.forms[candidate.first].endswith("وا")
        plural = candidate.number == "p" or active
        if not plural or any(slot[:2] in _BESIDE or slot == "by" for slot in slots.values()):
            return None
        before = [one for one in row if one.last < candidate.first and one.kind in {"people", "armed-group"}]
        many = [one for one in before if one.number == "p" or self.r.words[one.head].core.endswith(("ون", "ين"))]
        understood = [one for one in before if slots.get(one) == "S"]
        found = understood or many
        return found[-1] if found else None

    def _object(
        self,
        candidate: Candidate,
        phrase: Phrase,
        row: list[Phrase],
        slots: ByPhrase,
        found: ByPhrase,
    ) -> bool:
        """The bare phrase right behind the verb's subject (احتجز المسلحون شاحنة)."""
        if self.aims.fired(candidate, phrase):
            return False
        subject = next((one for one in row if slots.get(one) == "A1" and one.coord is None), None)
        if subject is None or found.get(subject) != "actor":
            return False
        tied = [one for one in row if one.coord is subject]
        last = max(one.last for one in (subject, *tied))
        return adjacent(self.r, self._beyond(last, row), phrase)

    def _beyond(self, last: int, row: list[Phrase]) -> int:
        """The last token of where a subject is told to be, or with what it struck, right behind it (أوقفت الشرطة في
        صفاقس ثلاثة شبان، استهدف مسلحون بقذيفة مدرعة)."""
        for one in row:
            where = one.kind in {"place", "state"} and one.prep in {"في", "ب"}
            with_what = one.kind in LIFELESS and one.prep == "ب"
            if last < one.first <= last + 3 and (where or with_what):
                last = one.last
        return last

    def _understood(self, slots: ByPhrase) -> bool:
        """The subject is that of the verb before (دمر الجيش ... ومنع إدخال)."""
        own = ("B1", "B1e", "R", "Re", "by")
        before = has(slots, "S") or has(slots, "B1j")
        return before and not any(slot in own for slot in slots.values())

    def joined(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> bool:
        """و joins the verb to the one before, and nobody behind it can be a subject of its own."""
        then = candidate.first > 0 and self.r.forms[candidate.first - 1] == "ثم"
        if candidate.passive or not (then or self.r.words[candidate.first].pro[:1] in {"و", "ف"}):
            return False
        if candidate.frame != "act" and not (candidate.frame == "speech" and self._parallel(candidate.first)):
            return False
        return self._understood(slots) and not any(
            slots.get(one) == "A1"
            and doer(one)
            and adjacent(self.r, candidate.last, one)
            and not self.cases.tanwin(one)
            and not (candidate.number == "f" and self._suffers(candidate, one, slots))
            and not self.custody.behind(candidate, one, slots)
            for one in row
        )

    def _after_force(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """Who stands behind a verb that goes on with a force, and suffers what it tells."""
        return candidate.number == "f" and self.joined(candidate, [], slots) and self._suffers(candidate, phrase, slots)

    def _suffers(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """Men or unarmed people behind a verb in the feminine that goes on with a force (قصفت القوات ... ومنعت طواقم
        الإسعاف، وكبدت المسلحين): they suffer it."""
        if candidate.frame != "act" or candidate.type not in INFLICTED:
            return False
        force = any(slot == "S" and one.kind in FORCES for one, slot in slots.items())
        several = any(slot == "S" and one.kind == "people" and one.role in _IN_FORCE for one, slot in slots.items())
        if not force and not several:
            return False
        unarmed = phrase.kind in HUMANS and phrase.role in _UNARMED
        return unarmed or self.r.words[phrase.head].form.endswith("ين")

    def _parallel(self, verb: int) -> bool:
        """The verb before is in the same imperfect (إن الحوثيين يتعنتون ويرفضون الانسحاب)."""
        letter = self.r.words[verb].core[:1]
        if letter not in {"ي", "ت"}:
            return False
        for at in range(verb - 1, max(-1, verb - 1 - _PARALLEL), -1):
            if self.r.acts[at]:
                return self.r.words[at].core.startswith(letter)
        return False

    def _first_object(self, slots: ByPhrase) -> bool:
        """The subject is in the verb (اقتحموا المبنى): the first bare phrase behind it is its object."""
        return not any(slot.startswith("A1") for slot in slots.values())
