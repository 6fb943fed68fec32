"""Who may have done it and to whom: options for the parties of a claim, described by how they stand to the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khabar.claims.blamed import APART
from khabar.claims.bystanders import Bystanders
from khabar.claims.candidates import Candidate, bucket
from khabar.claims.duties import DUTY
from khabar.claims.echoes import TOLLS
from khabar.claims.facts import Facts
from khabar.claims.frames import Attribution
from khabar.claims.giving import Giving
from khabar.claims.grammar import Order, expected, governs, has, order
from khabar.claims.killers import Killers
from khabar.claims.kinds import VERBAL_TYPES
from khabar.claims.options import PHRASE, SPEAKER, Option
from khabar.claims.resumed import Resumed
from khabar.claims.settling import Case, Settling
from khabar.claims.slots import Slots
from khabar.claims.templates import number
from khabar.claims.untouched import NO_TARGET
from khabar.claims.weights import Values
from khabar.lexicon.around import THAT, WHO
from khabar.mentions.names import Names
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

if TYPE_CHECKING:
    from mypy_extensions import i64

REACH: Final = 45
"""Tokens on either side of a trigger in which a phrase can be its party."""
_NOBODY: Final[set[Phrase]] = set()
_UNTOLD: Final = ("-", "-")
_AGREEMENT: Final = {"m": ("y", "n"), "f": ("n", "y")}
"""Whether a masculine or a feminine phrase agrees with the number and gender of a form."""
_BREAKS: Final = dict.fromkeys(THAT, 2) | dict.fromkeys(WHO, 4) | dict.fromkeys("،؛:", 8)
"""What may stand between a trigger and a phrase, as bits: 1 a verb, 2 a complementizer, 4 a relative, 8 a pause."""
_BREAKING: Final = frozenset(_BREAKS)
_WAR: Final = "حرب"
_EVERY: Final = 15
_PARTIES: Final = frozenset(("actor", "target"))
_DUE: Final = {"": 0, "actor": 1, "target": 2, "place": 3, "topic": 4}
_MEN: Final = frozenset(("person", "people", "thing"))
"""Kinds of tellers who are no party to the deeds that they tell of; a name that nobody knows is a thing."""


# Keys of several fields: each has as many bits as its values need.


def _looks_key(after: i64, agrees: i64, looks: i64) -> i64:
    return after | agrees << 1 | looks << 3


def _stands_key(after: i64, spoken: i64, breaks: i64, gap: i64, due: i64) -> i64:
    return after | spoken << 1 | breaks << 2 | gap << 6 | due << 10


def _leads_key(after: i64, many: i64, breaks: i64, led: i64) -> i64:
    return after | many << 1 | breaks << 3 | led << 7


def _reach_key(after: i64, gap: i64, kind: i64, led: i64) -> i64:
    return after | gap << 1 | kind << 5 | led << 21


def _due_number(due: str) -> i64:
    known = _DUE.get(due, -1)
    return len(_DUE) + number(due) if known < 0 else known


def _outwards(row: list[Phrase], first: int, settled: ByPhrase) -> list[Phrase]:
    """The phrases behind a trigger, and one that begins with it and whose role is settled (أطلقت ثلاث رهائن)."""
    return [one for one in row if one.first > first or (one.first == first and settled.get(one) in _PARTIES)]


class RoleFinder:
    """Scores options for one role after the other, claim by claim in text order."""

    def __init__(
        self,
        reading: Reading,
        phrases: list[list[Phrase]],
        names: Names,
        attribution: Attribution,
        slots: Slots,
        killers: Killers,
        giving: Giving,
    ) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.attribution = attribution
        self.slots = slots
        self.resumed = Resumed(reading, slots.clauses)
        self._settling = Settling(reading, attribution, slots, killers, giving, self.resumed)
        self.breaks = [0] * len(reading.forms)
        for at in reading.tokens.among(_BREAKING):
            self.breaks[at] = _BREAKS[reading.forms[at]]
        for at in slots.verbs:
            self.breaks[at] = 1
        self.bystanders = Bystanders(reading, phrases, attribution)

    def options(self, candidates: list[Candidate]) -> list[list[Option]]:
        """All options of each claim with what is known of them (the same templates serve both roles). Every question is
        asked of all claims before the next one: its code is still at hand."""
        cases = []
        for candidate in candidates:
            row = self.phrases[candidate.sentence]
            cases.append(Case(candidate, row, self.slots.label(candidate, row)))
        self._settling.settle(cases)
        for case in cases:
            if case.candidate.type not in VERBAL_TYPES and case.candidate.frame != "mutual":
                self._stand_by(case.candidate, case.found)
        return [self._options(case.candidate, case.slots, case.found) for case in cases]

    def _stand_by(self, candidate: Candidate, settled: ByPhrase) -> None:
        """Whoever only tells of it is not its target."""
        at, told = candidate.sentence, self.bystanders
        for speaker in (*told.speakers(at), *told.describing(candidate), *told.beside(at)):
            settled.setdefault(speaker, NO_TARGET)

    def _options(self, candidate: Candidate, slots: ByPhrase, settled: ByPhrase) -> list[Option]:
        """Those on either side of the trigger, and whoever tells it."""
        own = (candidate.frame, candidate.pos, candidate.type, candidate.id, candidate.form)
        chain, _ = self.attribution.chain_at(candidate.last if candidate.id == DUTY else candidate.first)
        told = set(chain) if chain else _NOBODY
        verbal = candidate.pos == "v" and has(slots, "by")
        ordered = order(candidate.frame, candidate.frame == "undergo" or candidate.passive or verbal, candidate.pos)
        behind = governs(candidate.entry)
        found = self._side(candidate, own, "b", told, slots, settled, ordered, behind)
        found.reverse()
        found += self._side(candidate, own, "a", told, slots, settled, ordered, behind)
        for phrase in chain[-1:]:
            deed = candidate.frame in {"act", "undergo", "happen"} or candidate.mode == "withdraw"
            if deed and phrase.kind in _MEN:
                continue
            if not any(option.phrase is phrase for option in found):
                found.append(Option(self.names.resolve(phrase), None, "speaker", 0, SPEAKER, own, (phrase.kind, True)))
        return found

    def _side(
        self,
        candidate: Candidate,
        own: Values,
        side: str,
        told: set[Phrase],
        slots: ByPhrase,
        settled: ByPhrase,
        ordered: Order,
        behind: dict[str, str],
    ) -> list[Option]:
        """Options among the phrases on one side of the trigger, from the nearest outwards: what stands between grows
        with each."""
        first, last = candidate.first, candidate.last
        after = side == "a"
        row = self.phrases[candidate.sentence]
        inner = _outwards(row, first, settled) if after else [one for one in reversed(row) if one.last < first]
        masculine, feminine = _AGREEMENT.get(candidate.number, _UNTOLD)
        start = at = (min(last, inner[0].first - 1) + 1 if inner else last + 1) if after else first
        found: list[Option] = []
        between = breaks = 0
        for phrase in inner:
            if phrase.first - first > REACH or first - phrase.first > REACH:
                break
            edge = phrase.first if after else phrase.last + 1
            if breaks != _EVERY:
                low, high = (at, edge) if after else (edge, at)
                for token in range(low, high):
                    breaks |= self.breaks[token]
            at = edge
            distance = edge - start if after else start - edge
            kind, slot, role = phrase.kind, slots.get(phrase, "-"), settled.get(phrase, "") if settled else ""
            if self._no_party(candidate, phrase, slot, role):
                continue
            facts: Facts | None = phrase.facts
            if facts is None:
                facts = phrase.facts = self._facts(phrase, candidate.sentence)
            many = between - 1 if after and phrase.coord is not None and self._passed(phrase.coord, start) else between
            many = many if many < 3 else 3
            gap, spoken = bucket(distance), bool(told) and phrase in told
            agree = feminine if facts.feminine else masculine
            agrees = (agree == "y") | (agree == "n") << 1
            due = expected(slot, behind, ordered, kind, phrase.machine)
            values: Values = (
                side, facts.prep, many, gap, breaks, kind, facts.noun, facts.strong, facts.role, facts.definite,
                facts.placed, facts.tied, facts.stated, agree, spoken, slot, due, role, facts.head, facts.entry,
                facts.lead,
                # One number for each key of the templates.
                _looks_key(after, agrees, facts.looks),
                _stands_key(after, spoken, breaks, gap, _due_number(due)),
                facts.strong | agrees << 1,
                _leads_key(after, many, breaks, facts.led),
                _reach_key(after, gap, facts.sort, facts.led),
            )  # fmt: skip
            found.append(Option(self.names, phrase, "", distance, PHRASE, own, values))
            if kind != "adjective":
                between += 1
        return found

    def _facts(self, phrase: Phrase, sentence: int) -> Facts:
        words, first = self.r.words, phrase.first
        lead = words[first - 1].core if first > self.r.sentences[sentence].first else ""
        return Facts(phrase, words[phrase.head].core, lead)

    def _no_party(self, candidate: Candidate, phrase: Phrase, slot: str, role: str) -> bool:
        """It stands for what it owns, describes another phrase, or is an adjective away from the trigger."""
        kind = phrase.kind
        if phrase.holds or role == APART:
            return True
        if candidate.first <= phrase.first <= candidate.last and self.r.words[phrase.first].core in TOLLS:
            return True  # ارتفاع حصيلة القتلى
        if kind == "state" and not phrase.prep and self.r.words[phrase.first - 1].core == _WAR:
            return True  # حرب العراق
        if kind == "adjective":
            known = slot == "K" or role == "target" or candidate.first < phrase.first <= candidate.last + 3
            return not known
        return (kind == "place" or kind == "state") and phrase.last < self.bystanders.dateline(candidate.sentence)

    def _passed(self, phrase: Phrase, start: int) -> bool:
        return phrase.first >= start and phrase.kind != "adjective"
