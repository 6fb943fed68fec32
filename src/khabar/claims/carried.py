"""Parties that a claim's own sentence leaves out and the article names elsewhere: the doer of the same deed or of
another of its kind, whom an attack named again hit, whose deed is condemned, who met, who goes on speaking."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.captives import Captives
from khabar.claims.condemned import Condemned
from khabar.claims.courts import Courts
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.hosts import Hosts
from khabar.claims.kinds import CENSURE
from khabar.claims.opponents import Opponents, both
from khabar.claims.options import PHRASE, Option, Told
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_ONE_SIDED: Final = frozenset(("airstrike", "shelling", "clash", "shooting", "execution"))
"""Modes that within one article mostly have one doer: who has the means, who is fighting."""
_BY_NOBODY: Final = frozenset(("bombing", "chemical"))
"""Modes whose doer is mostly unknown."""
_NEAR: Final = 9
"""Sentences on either side within which a like attack is taken to have the same doer."""
_NEXT: Final = 1
"""The same where the mode says little."""
_LEADS: Final = frozenset(("من", "الى", "على", "عن", "في", "ايضا", "،", '"'))
"""Words right behind a verb whose subject stands before it."""
_GOES_ON: Final = frozenset(("كما", "انه", "انها", "انهم"))
_AFTER: Final = 2
"""Sentences for which a speaker goes on speaking."""
_MEETINGS: Final = frozenset("اجتماع اجتماعات لقاء لقاءات مباحثات محادثات مفاوضات مشاورات اتصال قمة".split())
_COMING: Final = frozenset("قادم قادمة مقبل مقبلة تالي تالية".split())
_TWO: Final = 2
AGAIN: Final = "again"
"""The rule by which somebody is only likely to have done it: he did the last deed of its type."""
_AGAIN: Final = 4
"""Sentences within which the doer of the last deed of a type did the next one too."""
_BY_MANY: Final = frozenset(("PROTEST", "ACCUSE", "REQUEST", "REJECT", "SANCTION"))
"""Types of which several in one article mostly have several doers."""
_SHORTLY: Final = 2
"""Sentences within which an attack that a verb tells has the victims of the one before."""
_EVER: Final = 40
"""The same for an attack named again with the article."""
_SURE: Final = 0.5
"""Probability from which a doer named in one sentence is taken over by another."""
_WEAK: Final = 0.3
"""Probability under which the doer of a like attack goes before somebody in the sentence of an attack."""
_VAGUE: Final = 0.5
"""The same for a thing, people or a person."""
_VAGUELY: Final = frozenset(("people", "person", "thing"))
_LEAST: Final = 0.2
_LEAST_BOMBER: Final = 0.45
"""Probability under which somebody in the sentence of an attack is not its doer: bombs go off near many."""
_ANSWER: Final = frozenset(("رد", "ردا", "ردها", "رده"))
_ANSWERS: Final = _ANSWER | frozenset("انتقام انتقاما غداة بعد عقب اثر".split())
"""Words between two attacks of a sentence that answer or follow one another: they have two doers."""
_FLOWN: Final = frozenset(("airstrike", "interception"))
"""Modes that need an air force or air defence: no armed group has them."""


class Carried:
    """Fills in the actors of the claims of an article."""

    def __init__(
        self,
        reading: Reading,
        phrases: list[list[Phrase]],
        names: Names,
        attribution: Attribution,
        claims: list[Told],
    ) -> None:
        self.r = reading
        self.names = names
        self.claims = claims
        self.frames: dict[int, list[Frame]] = {}
        for frame in attribution.frames:
            self.frames.setdefault(frame.sentence, []).append(frame)
        self.sure = [claim.main if _best(claim.actors) >= _SURE else [] for claim in claims]
        self.courts = Courts(reading, phrases, names)
        self.opponents = Opponents(claims, names)
        self.captives = Captives(claims)
        self.condemned = Condemned(reading, claims)
        self.hosts = Hosts(reading, names, self.frames)
        mines = [found.first for found in reading.marks.of("weapon") if found.entry.id == "weapon.mine"]
        self.mined = {reading.sentence_at[at] for at in mines}

    def fill(self) -> None:
        """Give every attack and deed without a doer the one that the other claims name; then whom it hit, and whose
        deed is condemned."""
        for at, claim in enumerate(self.claims):
            if claim.candidate.type == "ASSAULT" and self._answered(at, claim):
                claim.actors, self.sure[at] = [], []
        for at, claim in enumerate(self.claims):
            court = self.courts.of(claim)
            if court is not None:
                self._take(claim, [court], "court")
            elif claim.candidate.type == "ASSAULT":
                self._attack(at, claim)
                self._victim(at, claim)
            elif claim.candidate.frame == "mutual" and len(claim.actors) < _TWO:
                self._met(at, claim)
                host = self.hosts.of(claim)
                claim.actors[:0] = [(host, 1.0)] if host is not None else []
            elif self._speech(claim):
                self._speaks_on(at, claim)
                if not claim.actors and claim.candidate.frame == "move":
                    self._again(at, claim)
            elif not claim.actors and claim.candidate.type not in _BY_MANY:
                self._again(at, claim)
        for at, claim in enumerate(self.claims):
            if not claim.targets:
                self._hit(claim, self.captives.of(at), "held before")
            if claim.candidate.type in CENSURE and _best(claim.targets) <= _SURE:
                self._hit(claim, self.condemned.of(at), "its doer")

    def _attack(self, at: int, claim: Told) -> None:
        best = _best(claim.actors)
        sides = self.opponents.of(at) if claim.mode == "clash" and claim.candidate.frame == "mutual" else []
        if sides:
            self._take(claim, sides, "like clash")
            return
        if best < (_VAGUE if self._vague(claim) else _WEAK):
            doers = self._doers(at, claim)
            if doers:
                self._take(claim, doers, "like attack")
                return
        if best < (_LEAST_BOMBER if claim.mode == "bombing" else _LEAST):
            claim.actors = []
            claim.rules.pop("actors", None)

    def _vague(self, claim: Told) -> bool:
        """Whoever is nearest to have done it is a thing, somebody without a name, an official or only tells of it."""
        phrase = claim.doers[0].phrase if claim.actors else None
        if phrase is None or phrase.kind in _VAGUELY:
            return phrase is not None
        tellers = (teller for frame in self.frames.get(claim.candidate.sentence, ()) for teller in frame.chain)
        return self._known(claim) and any(phrase is teller for teller in tellers)

    def _doers(self, at: int, claim: Told) -> list[Option]:
        if claim.mode in _BY_NOBODY:
            mines = (one for one in self._back(at) if self.claims[one].candidate.sentence in self.mined)
            return self._of(claim, mines, alike=True) if claim.candidate.sentence in self.mined else []
        known: list[Option] = []
        if self._known(claim):
            word = self.r.words[claim.candidate.first].core
            same = (one for one in self._back(at) if self._core(one) == word)
            known = self._of(claim, same, alike=False) or self._of(claim, self._back(at), alike=False)
        known = known or self._of(claim, self._around(at, claim), alike=True)
        if known or claim.mode != "destruction":
            return known
        return self._of(claim, self._back(at), alike=False)

    def _core(self, one: int) -> str:
        return self.r.words[self.claims[one].candidate.first].core

    def _victim(self, at: int, claim: Told) -> None:
        """Whom the attack hit that the text told of before (وأسفر الهجوم عن), or shortly before if a verb tells it."""
        one_attack = claim.candidate.frame == "act" and claim.candidate.form != "plural" and claim.mode != "clash"
        known = self._known(claim)
        if claim.targets or not one_attack or not (known or claim.candidate.pos == "v"):
            return
        for one in self._within(range(at - 1, -1, -1), at, _EVER if known else _SHORTLY):
            other = self.claims[one]
            if any(hit.phrase is not None and hit.phrase.last == claim.candidate.first - 1 for hit in other.hit):
                return
            if other.candidate.type == "ASSAULT" and _best(other.targets) >= _SURE and other.mode == claim.mode:
                self._hit(claim, other.hit, "like attack")
                return

    def _hit(self, claim: Told, parties: list[Option], rule: str) -> None:
        if parties:
            claim.targets = [(one.taken(rule), 1.0) for one in parties]
            claim.rules["targets"] = _told(rule, claim.hit)

    def _known(self, claim: Told) -> bool:
        """A noun with the article: the text has told of the attack before (الهجوم، القصف)."""
        return claim.candidate.pos == "n" and self.r.words[claim.candidate.first].det

    def _back(self, at: int) -> Iterator[int]:
        return self._within(range(at - 1, -1, -1), at, _NEAR)

    def _around(self, at: int, claim: Told) -> Iterator[int]:
        if claim.mode not in _ONE_SIDED:
            return self._within(range(at - 1, -1, -1), at, _NEXT)
        return chain(self._back(at), self._within(range(at + 1, len(self.claims)), at, _NEAR))

    def _within(self, others: range, at: int, reach: int) -> Iterator[int]:
        here = self.claims[at].candidate.sentence
        return takewhile(lambda one: abs(self.claims[one].candidate.sentence - here) <= reach, others)

    def _of(self, claim: Told, others: Iterator[int], alike: bool) -> list[Option]:
        """Doers of the nearest attack that names any, if they can have done this one; ``alike``: of the same mode."""
        for one in others:
            other = self.claims[one]
            if other.candidate.type != "ASSAULT" or not self.sure[one] or (alike and other.mode != claim.mode):
                continue
            if any(both(doer) for doer in self.sure[one]):
                continue
            two_sides = other.candidate.frame == "mutual" and len(self.sure[one]) >= _TWO and claim.mode != "clash"
            if two_sides or self._answers(claim, other) or not all(self._able(doer, claim) for doer in self.sure[one]):
                return []
            return self.sure[one]
        return []

    def _answers(self, one: Told, other: Told) -> bool:
        """Both stand in a sentence, one as answer to the other (قصف الجيش مواقع ردا على إطلاق صواريخ)."""
        if one.candidate.sentence != other.candidate.sentence:
            return False
        first, last = sorted((one.candidate.first, other.candidate.first))
        return any(self.r.words[at].core in _ANSWERS for at in range(first, last))

    def _speech(self, claim: Told) -> bool:
        """A verb of speech in the third person with nobody sure beside it, or one of visiting with nobody at all."""
        candidate, behind = claim.candidate, claim.candidate.last + 1
        visits = candidate.type == "CONSULT" and candidate.frame == "move" and not claim.actors
        spoken = (candidate.frame == "speech" or visits) and candidate.pos == "v" and not candidate.passive
        if not spoken or candidate.number not in {"m", "f", "p"} or _best(claim.actors) >= _SURE:
            return False
        joined = self.r.words[candidate.first].pro[:1] in {"و", "ف"}
        if not joined and _GOES_ON.isdisjoint(self.r.forms[max(candidate.first - 1, 0) : candidate.first]):
            return False
        if visits or behind >= len(self.r.forms) or self.r.forms[behind] in _LEADS:
            return True
        things = [doer for doer in claim.doers if doer.phrase is not None and doer.phrase.kind == "thing"]
        led = self.r.words[behind].pro in {"ب", "ل"}
        return led or any(one.phrase is not None and one.phrase.first == behind for one in (*claim.hit, *things))

    def _speaks_on(self, at: int, claim: Told) -> None:
        """Who spoke last goes on speaking (وطالب بوقف القصف): the verb agrees with it."""
        first, number = claim.candidate.first, claim.candidate.number
        spoken = [
            (frame.first, frame.chain[-1])
            for sentence in range(claim.candidate.sentence - _AFTER, claim.candidate.sentence + 1)
            for frame in self.frames.get(sentence, ())
            if frame.chain and frame.first < first
        ]
        for one in self._within(range(at - 1, -1, -1), at, _AFTER):
            other = self.claims[one]
            if other.candidate.frame == "speech" and _best(other.actors) >= _SURE:
                phrase = other.doers[0].phrase
                if phrase is not None:
                    spoken.append((other.candidate.first, phrase))
        if not spoken:
            return
        last = max(spoken, key=lambda one: one[0])[1]
        female = feminine(self.r.words[last.head].core, last)
        if female == (number == "f") and (last.number == "p") == (number == "p"):
            self._take(claim, [Option(self.names.resolve(last), last, "speaks on", 0, PHRASE, (), ())], "speaks on")

    def _met(self, at: int, claim: Told) -> None:
        """Who met or agreed before: a noun with the article (خلال اللقاء), a dual, "we" (بحثنا)."""
        candidate, word = claim.candidate, self.r.words[claim.candidate.first]
        behind = self.r.words[min(candidate.last + 1, len(self.r.words) - 1)]
        told = self._known(claim) and candidate.form != "plural" and behind.core not in _COMING
        told = told or (candidate.pos == "v" and behind.det and behind.core in _MEETINGS)
        both = candidate.number in {"d", "1"} or word.enc == "نا"
        if not both and not told:
            return
        for one in self._back(at):
            other = self.claims[one]
            if other.candidate.frame != "mutual" or other.mode == "clash" or len(other.actors) < _TWO:
                continue
            if (
                both
                or _best(claim.actors) < _WEAK
                or any(self.opponents.kin(claim.doers[0], doer) for doer in other.doers)
            ):
                self._take(claim, other.doers, "met before")
                return

    def _answered(self, at: int, claim: Told) -> bool:
        """The deed before it in the sentence is the answer to it and was done by the same: it was not."""
        for one in self._within(range(at - 1, -1, -1), at, 0):
            other = self.claims[one]
            between = range(other.candidate.last, claim.candidate.first)
            answers = any(self.r.words[on].core in _ANSWER and self.r.forms[on + 1] == "على" for on in between)
            if answers and {doer.named.text for doer in other.doers} & {doer.named.text for doer in claim.doers}:
                return True
        return False

    def _again(self, at: int, claim: Told) -> None:
        """Whoever did the last such deed shortly before, where nobody else is named."""
        for one in self._within(range(at - 1, -1, -1), at, _AGAIN):
            before = self.claims[one]
            if before.candidate.type == claim.candidate.type and before.actors:
                self._take(claim, before.doers, AGAIN)
                return

    def _take(self, claim: Told, doers: list[Option], rule: str) -> None:
        claim.actors = [(doer.taken(rule), 1.0) for doer in doers]
        claim.rules["actors"] = _told(rule, doers)

    def _able(self, doer: Option, claim: Told) -> bool:
        """It has the means, and was not hit itself."""
        if claim.mode in _FLOWN and self.names.camp(doer.named.text) == "group":
            return False
        return not any(self.opponents.kin(doer, target) for target in claim.hit)


def _told(rule: str, parties: list[Option]) -> str:
    return "; ".join(f"carried: {rule}" for _ in parties)


def _best(parties: list[tuple[Option, float]]) -> float:
    return max((score for _, score in parties), default=0.0)
