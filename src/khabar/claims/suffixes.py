"""Whom the suffix of an event noun means: who speaks or travels (أكدت تونس تضامنها), who attacks (هجومها على القطاع),
to whom it is done (استهدافهما)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import ARMED, OBJECTS
from khabar.claims.untouched import OF_PEOPLE, nobody
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_UPON: Final = frozenset(("على", "ضد"))
"""Prepositions that lead from an attack to its object: its suffix is then the doer."""
_MANAGES: Final = frozenset(
    "تمكن تمكنت تمكنوا يتمكن تتمكن نجح نجحت نجحوا استطاع استطاعت استطاعوا قام قامت قاموا تولى تولت حاول حاولت حاولوا "
    "فشل فشلت بدا بدات واصل واصلت قرر قررت اعتزم تعتزم يعتزم".split()
)
"""Verbs whose subject does what the noun behind them tells."""
_WHEN: Final = 6
"""Tokens between an attack and its object that tell when it was."""
_KINDS: Final = frozenset(("military", "armed-group", "alliance", "government", "state", "machine"))


def attacks(reading: Reading, candidate: Candidate) -> bool:
    """What an attack is directed at stands right behind it, perhaps behind an adjective."""
    if candidate.type != "ASSAULT" and candidate.mode != "seize":
        return False
    at = candidate.last + 1
    while at - candidate.last < _WHEN and (at in reading.time_tokens or reading.forms[at : at + 1] == ["خلال"]):
        at += 1
    return not _UPON.isdisjoint(reading.forms[at : at + 2])


class Suffixes:
    """Adds to the slots of a sentence: ``EA`` whoever does it, ``EO`` whoever suffers it."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def own_words(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Whose statement or visit a suffix tells (أكدت تونس تضامنها): the subject of the sentence's verb, which agrees
        with it."""
        suffix = self.r.words[candidate.last].enc
        for at in (self.clauses.governing(candidate.first), self.clauses.main(candidate.sentence)):
            subject = self.clauses.subject(at) if at is not None else None
            if subject is not None and subject.last < candidate.first:
                core = self.r.words[subject.head].core
                relayed = any(subject.last < one.first < candidate.first and one.prep == "عن" for one in row)
                if meant(suffix, core, subject) and not subject.prep and not relayed:
                    found[subject] = "EA"
                    return

    def of_deed(self, candidate: Candidate, first: int, kind: str, row: list[Phrase], found: ByPhrase) -> None:
        """Whom the suffix of an event noun means (استهدافهما، غاراتها): ``EO`` the object of a verbal noun, ``EA`` the
        doer."""
        last = candidate.last
        suffix = self.r.words[last].enc
        if attacks(self.r, candidate):
            doer = self._attacker(candidate, suffix, row)
            if doer is not None:
                found[doer] = "EA"
            return
        governs = any(one.first == last + 1 and one.prep in {"", "ل"} and one.kind != "adjective" for one in row)
        done = candidate.light is not None and candidate.light.entry.voice == "happen"
        of_people = candidate.mode in OF_PEOPLE
        label = "EO" if (kind == "m" or done) and candidate.tag.startswith("noun") and not governs else "EA"
        doer = self._manager(first) if label == "EO" else None
        for one in reversed(row):
            if (
                one.last < first
                and one is not doer
                and one.kind != "adjective"
                and not (candidate.mode == "interception" and one.kind not in OBJECTS)
                and not nobody(self.r, one)
                and not (of_people and one.kind in NO_DOERS)
                and meant(suffix, self.r.words[one.head].core, one)
            ):
                found[one] = label
                return

    def _manager(self, first: int) -> Phrase | None:
        """Who manages to do it (تمكنت القوات من اعتراضه): not to himself."""
        verb = self.clauses.governing(first)
        return self.clauses.subject(verb) if verb is not None and self.r.words[verb].core in _MANAGES else None

    def _attacker(self, candidate: Candidate, suffix: str, row: list[Phrase]) -> Phrase | None:
        """Whose attack a suffix tells (هجومها على القطاع): of those who can make one the subject of the verb, else who
        was named last."""
        fits = [
            one
            for one in row
            if one.last < candidate.first
            and (one.kind in _KINDS or one.role in ARMED)
            and meant(suffix, self.r.words[one.head].core, one)
        ]
        for at in (self.clauses.governing(candidate.first), self.clauses.main(candidate.sentence)):
            subject = self.clauses.subject(at) if at is not None else None
            if subject in fits:
                return subject
        return fits[-1] if fits else None
