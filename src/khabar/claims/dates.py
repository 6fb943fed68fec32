"""When: options for the date of a claim, scored by how they stand to the trigger, and dates that grammar settles."""

from __future__ import annotations

from datetime import date
from typing import Final

from khabar.claims.accords import sealed
from khabar.claims.aftermath import Loss
from khabar.claims.announced import Announced, alike, named
from khabar.claims.candidates import Candidate, likeness
from khabar.claims.counting import Counting, grain
from khabar.claims.frames import Attribution
from khabar.claims.kinds import INCIDENTS, TALKS, VERBAL_TYPES
from khabar.claims.own_dates import OwnDates, verb_form
from khabar.claims.settings import OWN, SettingOption, best_option, own_values
from khabar.claims.templates import Templates
from khabar.claims.timing import Statement, Timing
from khabar.claims.untimed import VERBAL
from khabar.mentions.names import Names
from khabar.mentions.reading import Reading
from khabar.text import folded

DATE_CARRIED: Final = Templates(
    OWN,
    "carry back ahead here length shared",
    "carry|shared shared|here shared|ahead carry|back carry|ahead carry|here|ahead length",
    "carry&back&ahead&here&length&shared",
)
_APART: Final = frozenset(("PROTEST", "RETREAT"))
"""Types whose events have no day of other claims."""
_GOES_ON: Final = 8
"""Sentences within which what the same speaker says belongs to the same statement."""
_CONFERENCE: Final = 10
"""Sentences within which those who met the press together are quoted."""
_SAME_TALK: Final = 6
"""Sentences within which the same actor's words belong to one occasion."""
_CARRIED: Final = "date.carried"
"""The rule of options from other claims."""
_FIRED: Final = frozenset(("missile", "drone", "shelling", "shooting"))
"""Modes of attacks that are answered on the spot."""
_STORMED: Final = frozenset(("raid", "seize"))
_TAKEN_UP: Final = frozenset(
    "هجوم عملية معارك معركة مواجهات اشتباكات قصف اقتحام عمليات قتال تفجير انفجار حادث حادثة غارة ضربة اعتداء".split()
)
_STILL: Final = 3
"""Modes of deeds that are done by fighting, nouns that with the article mean the fight told before, and how many
sentences before."""
_SPAN: Final = len("2024-01-20/2024-01-21")


def _of_a_day(edtf: str) -> bool:
    """A day, or the night between two."""
    if len(edtf) != _SPAN:
        return grain(edtf) == "day"
    first, last = edtf.split("/")
    return (date.fromisoformat(last) - date.fromisoformat(first)).days == 1


def _remote(claim: Candidate, candidate: Candidate, edtf: str, known: bool) -> bool:
    """A date too wide to hold for an event told so much later: a year, or a span, beyond the next sentence or for an
    event of another type; one deed told in a new sentence (فجّر آخر نفسه), unless with the article (``known``)."""
    ahead = candidate.sentence - claim.sentence
    width, same = grain(edtf), claim.type == candidate.type
    if _of_a_day(edtf):
        return False
    if ahead and candidate.frame == "act" and candidate.form != "plural" and not known:
        return True
    if width == "month":
        return ahead > 1 and not same
    return width == "year" or ahead > 1 or (ahead == 1 and not same)


def _other(claim: Candidate, candidate: Candidate) -> bool:
    """An event that is of no one's day but its own: an arrest after anything but the like, what is said sentences
    later, words after a deed and a deed after words."""
    if candidate.type in _APART:
        return True
    talks = claim.type in TALKS or candidate.type in TALKS
    if not talks and (claim.type in VERBAL_TYPES) != (candidate.type in VERBAL_TYPES):
        return True
    if candidate.type == "COERCE":
        return candidate.id != claim.id
    return candidate.frame in VERBAL and candidate.sentence - claim.sentence > 1


def shared(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """How many parties two claims have in common: ``0``, ``1``, ``2`` (or more), ``-`` where one names none."""
    return str(min(len(mine & theirs), 2)) if mine and theirs else "-"


class Dated:
    """A claim before, its date, its parties and those of them who acted."""

    __slots__ = ("actors", "claim", "date", "parties")

    def __init__(self, claim: Candidate, date: str | None, parties: frozenset[str], actors: frozenset[str]) -> None:
        self.claim = claim
        self.date = date
        self.parties = parties
        self.actors = actors


class DateFinder:
    """Dates of a sentence and those of earlier claims, for one claim after the other."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        names: Names,
        events: dict[int, Candidate],
        sufferers: dict[int, list[Loss]],
    ) -> None:
        self.r = reading
        self.times = Timing(reading, attribution, names, events, sufferers)
        self.counting = Counting(reading, self.times)
        self.announced = Announced(reading, self.times)
        self.own = OwnDates(reading, self.times)

    def settled(self, candidate: Candidate, earlier: list[Dated], actors: frozenset[str]) -> tuple[str, str] | None:
        """A date that needs no weighing, and the rule: what somebody goes on to say is of the day of his statement;
        an event a day after another is counted from it."""
        if candidate.frame in VERBAL:
            return self._spoken(candidate, earlier, actors) or self._continued(candidate, actors)
        days = [(past.claim, past.date) for past in earlier if past.date is not None]
        counted = self.counting.counted(candidate, days)
        return counted or self.announced.day(candidate, actors) or self._same_event(candidate, earlier)

    def _same_event(self, candidate: Candidate, earlier: list[Dated]) -> tuple[str, str] | None:
        """The day of the like deed told right before, where no time of its own sets this one apart."""
        times = self.times
        answered = self._answered(candidate, earlier)
        if answered is not None:
            return answered, "date.answered"
        if candidate.type in _APART or times.of(candidate.sentence) or times.under_way(candidate):
            return None
        if times.unfixed(candidate) or times.another(candidate) or times.before(candidate):
            return None
        for past in reversed(earlier[-8:]):
            claim, edtf = past.claim, past.date
            if claim.sentence < candidate.sentence and times.elsewhere(candidate.sentence, claim.sentence):
                return None
            if claim.frame in VERBAL and candidate.sentence - claim.sentence <= 1:
                continue
            gap = candidate.sentence - claim.sentence
            known = candidate.pos == "n" and self._known(candidate)
            if known and edtf is None and gap <= _STILL:
                continue  # قتلت القوات المهاجمين. وتبنت الحركة الهجوم
            like = likeness(candidate, claim) != "no" or (known and self._stormed(candidate, claim))
            near = like and gap <= (_STILL if known else 1)
            return (edtf, "date.same") if near and edtf is not None and _of_a_day(edtf) else None
        return None

    def _answered(self, candidate: Candidate, earlier: list[Dated]) -> str | None:
        """The day of the deed that answers an attack told behind it (قصف الجيش أمس مواقع ردا على إطلاق صاروخ)."""
        if candidate.pos != "n" or candidate.mode not in _FIRED or not self.times.in_answer(candidate):
            return None
        for past in reversed(earlier):
            claim, edtf = past.claim, past.date
            if claim.sentence != candidate.sentence:
                return None
            if claim.type in INCIDENTS and claim.first < candidate.first:
                return edtf if edtf is not None and _of_a_day(edtf) else None
        return None

    def _known(self, candidate: Candidate) -> bool:
        """A noun that with the article means the attack told before."""
        word = self.r.words[candidate.first]
        return word.det and word.core in _TAKEN_UP

    def _stormed(self, candidate: Candidate, claim: Candidate) -> bool:
        """The fight in which a place was raided or taken (استعاد الجيش اليوم الجبل. وقتل ثلاثة في المعارك)."""
        return candidate.type == "ASSAULT" and claim.mode in _STORMED

    def _spoken(self, candidate: Candidate, earlier: list[Dated], actors: frozenset[str]) -> tuple[str, str] | None:
        """The day on which the same actor said or discussed something right before."""
        if self.own.timed(candidate):
            return None
        for past in reversed(earlier[-8:]):
            told = past.claim.frame in VERBAL or past.claim.type == "CONSULT"
            if told and past.date is not None and alike(actors, past.actors):
                near = candidate.sentence - past.claim.sentence <= _SAME_TALK
                return (past.date, "date.spoken") if near and grain(past.date) == "day" else None
        return None

    def _continued(self, candidate: Candidate, actors: frozenset[str]) -> tuple[str, str] | None:
        if self.own.timed(candidate):
            return None
        before = [
            said for said in self.times.statements if said.sentence < candidate.sentence <= said.sentence + _GOES_ON
        ]
        if not before or not self._speaks(candidate, before[-1], actors):
            return self._joint(candidate, actors)
        return before[-1].day, "date.statement"

    def _joint(self, candidate: Candidate, actors: frozenset[str]) -> tuple[str, str] | None:
        """The day of a press conference that somebody gave with the one who speaks now (في مؤتمر صحافي مع نظيره ...
        من جانبه دعا الوزير الألماني)."""
        for said in reversed(self.times.statements):
            if not said.sentence < candidate.sentence <= said.sentence + _CONFERENCE:
                continue
            words = self.r.sentences[said.sentence]
            forms = self.r.forms[words.first : words.last]
            if any(word.core == "مؤتمر" for word in self.r.words[words.first : words.last]):
                guests = {name for name in actors if " " in name and folded(name.rpartition(" ")[2]) in forms}
                if guests:
                    return said.day, "date.joint"
        return None

    def _speaks(self, candidate: Candidate, said: Statement, actors: frozenset[str]) -> bool:
        """The speaker of a statement goes on: he is named again, or a verb that opens the next sentence names
        nobody."""
        if not actors:
            opens = candidate.first - self.r.sentences[candidate.sentence].first <= 1
            return opens and candidate.pos == "v" and candidate.sentence <= said.sentence + 2
        return named(said.speaker, actors)

    def options(self, candidate: Candidate, earlier: list[Dated], parties: frozenset[str]) -> list[SettingOption[str]]:
        """Dates that the claim may have: those of its sentence, then those of the claims before."""
        own = own_values(candidate)
        times = self.times.of(candidate.sentence)
        found = [option for time in times if (option := self.own.option(candidate, own, time)) is not None]
        known = self.r.words[candidate.first].det
        if self.times.unfixed(candidate) or self.times.another(candidate) or self.times.under_way(candidate):
            return found
        turn = self.times.turns(candidate.sentence)
        present = {option.value for option in found}
        present.update(time.date for time in times if self.times.apart(candidate, time))
        here = min(len(found), 2)
        for back, past in enumerate(reversed(earlier[-8:])):
            claim, edtf = past.claim, past.date
            if edtf is None or edtf in present or _remote(claim, candidate, edtf, known):
                continue
            if turn and claim.sentence < candidate.sentence and claim.type != candidate.type:
                continue
            if self.times.elsewhere(candidate.sentence, claim.sentence):
                continue
            present.add(edtf)
            ahead = min(candidate.sentence - claim.sentence, 4)
            values = (likeness(candidate, claim), min(back, 3), ahead, here, grain(edtf), shared(parties, past.parties))
            found.append(SettingOption(edtf, _CARRIED, DATE_CARRIED, own, values))
        return found

    def weighed(
        self, candidate: Candidate, earlier: list[Dated], parties: frozenset[str]
    ) -> tuple[SettingOption[str], float] | None:
        """The option that weighs most, with its probability; a time that stands before the act in its own clause
        (وفي مارس قتل) before one of another claim."""
        options = self.options(candidate, earlier, parties)
        past = verb_form(candidate).startswith("perf") and not self.own.decided(candidate)
        if past or sealed(self.r, candidate):
            options = [one for one in options if not self.own.coming(one.value)]
        if self.times.before(candidate):
            options = [one for one in options if one.rule != _CARRIED]
        carried = {one.value for one in options if one.rule == _CARRIED}
        if carried:
            others = {past.date for past in earlier if past.date in carried and _other(past.claim, candidate)}
            options = [one for one in options if one.rule != _CARRIED or one.value not in others]
        found = best_option(options, "date")
        if found is None or found[0].rule != _CARRIED:
            return found
        fronted = [one for one in options if one.rule != _CARRIED and one.values[0] == "b"]
        return best_option(fronted, "date") or found
