"""Who did an attack whose own sentence names nobody sure, and whom it hit: those of like attacks of the article."""

from __future__ import annotations

from typing import Final

from khabar.claims.frame import Frame
from khabar.claims.nearby import after, before, told_before
from khabar.claims.opponents import Opponents, both
from khabar.claims.options import SURE, Option, Told, best
from khabar.mentions.answering import REPLIES
from khabar.mentions.names import Names
from khabar.mentions.reading import Reading
from khabar.text.ordered import below

_ONE_SIDED: Final = frozenset(("airstrike", "shelling", "execution"))
"""Modes that within one article mostly have one doer: who has the means."""
_TWO_SIDED: Final = frozenset(("clash", "shooting"))
"""Modes of which one says nothing of who did the next."""
_BY_NOBODY: Final = frozenset(("bombing", "chemical"))
"""Modes whose doer is mostly unknown."""
_NEAR: Final = 9
"""Sentences before an attack within which a like one is taken to have the same doer."""
_ELSE: Final = 2
"""The same for another deed that an attack with the article may take up."""
_LATER: Final = 2
"""The same behind it, where its doer is beyond doubt."""
_CERTAIN: Final = 0.7
"""Probability from which he is."""
_NEXT: Final = 1
"""The same where the mode says little."""
_SHORTLY: Final = 2
"""Sentences within which an attack that a verb tells has the victims of the one before."""
_EVER: Final = 40
"""The same for an attack named again with the article."""
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
_REPLY: Final = 6
"""Tokens before an attack within which such a verb is how it is told as the answer."""
_ANSWERED: Final = 4
"""Tokens before an attack within which the word stands that makes something the answer to it."""
_FLOWN: Final = frozenset(("airstrike", "interception"))
"""Modes that need an air force or air defence: no armed group has them."""
_TWO: Final = 2


class Attackers:
    """Looks among all claims of an article. ``frames``: reports by sentence."""

    def __init__(
        self,
        reading: Reading,
        names: Names,
        frames: dict[int, list[Frame]],
        opponents: Opponents,
        claims: list[Told],
    ) -> None:
        self.r = reading
        self.names = names
        self.frames = frames
        self.opponents = opponents
        self.claims = claims
        self.sure = [claim.main if best(claim.actors) >= SURE else [] for claim in claims]
        self._answer_at = [
            at for at in reading.tokens.cores(_ANSWER) if at + 1 < len(reading.forms) and reading.forms[at + 1] == "على"
        ]
        mines = [found.first for found in reading.marks.of("weapon") if found.sense.id == "weapon.mine"]
        self.mined = {reading.sentence_at[at] for at in mines}

    def drop_answered(self) -> None:
        """Whoever did the deed that answers an attack did not do the attack too."""
        for at, claim in enumerate(self.claims):
            if claim.candidate.type == "ASSAULT" and self._answered(at, claim):
                claim.actors, self.sure[at] = [], []

    def fill(self, at: int, claim: Told) -> None:
        """Give the attack at a position its doers, then those it hit."""
        self._attack(at, claim)
        self._victim(at, claim)

    def _attack(self, at: int, claim: Told) -> None:
        likely = best(claim.actors)
        sides = self.opponents.of(at) if claim.mode == "clash" and claim.candidate.frame == "mutual" else []
        if sides:
            fallen = {hit.named.text for hit in claim.hit}
            claim.done_by([one for one in sides if one.named.text not in fallen] or sides, "like clash")
            return
        if likely < (_VAGUE if self._vague(claim) else _WEAK) and not (claim.actors and self._replies(claim)):
            doers = self._doers(at, claim)
            if doers:
                claim.done_by(doers, "like attack")
                return
        if likely < (_LEAST_BOMBER if claim.mode == "bombing" else _LEAST):
            claim.actors = []
            claim.rules.pop("actors", None)

    def _replies(self, claim: Told) -> bool:
        """The attack is how somebody answered: he did it (ردت الفصائل بقصف الثكنة)."""
        first = claim.candidate.first
        if self.r.words[first].pro != "ب":
            return False
        return any(
            self.r.acts[at] and self.r.words[at].core in REPLIES
            for at in range(max(self.r.sentences[claim.candidate.sentence].first, first - _REPLY), first)
        )

    def _vague(self, claim: Told) -> bool:
        """Whoever is nearest to have done it is a thing, somebody without a name, an official or only tells of it."""
        phrase = claim.doers[0].phrase if claim.actors else None
        if phrase is None or phrase.kind in _VAGUELY:
            return phrase is not None
        tellers = (teller for frame in self.frames.get(claim.candidate.sentence, ()) for teller in frame.chain)
        return told_before(self.r, claim) and any(phrase is teller for teller in tellers)

    def _doers(self, at: int, claim: Told) -> list[Option]:
        found = self._likely(at, claim)
        answering = self._answering(at, claim) if found else []
        if not answering:
            return found
        states = {one.named.country for one in answering} - {None}
        if any(doer.named.country in states or self.opponents.kin(doer, one) for doer in found for one in answering):
            return []
        return found

    def _answering(self, at: int, claim: Told) -> list[Option]:
        """Who did the deed that is the answer to this one (قصف الجيش ... ردا على إطلاق نار)."""
        first = claim.candidate.first
        answers = below(self._answer_at, first) > below(self._answer_at, first - _ANSWERED)
        return [doer for one in before(self.claims, at, 0) for doer in self.claims[one].doers] if answers else []

    def _likely(self, at: int, claim: Told) -> list[Option]:
        if claim.mode in _BY_NOBODY:
            if claim.candidate.sentence not in self.mined:
                return []
            near = before(self.claims, at, _NEAR)
            mines = [one for one in near if self.claims[one].candidate.sentence in self.mined]
            return self._of(claim, mines, alike=True)
        known: list[Option] = []
        if told_before(self.r, claim):
            word = self.r.words[claim.candidate.first].core
            same = [one for one in before(self.claims, at, _NEAR) if self._core(one) == word]
            known = self._of(claim, same, alike=False)
            if not known and not claim.actors:
                known = self._of(claim, before(self.claims, at, _ELSE), alike=False)
        known = known or self._of(claim, self._around(at, claim), alike=True)
        if known or claim.mode != "destruction":
            return known
        return self._of(claim, before(self.claims, at, _NEAR), alike=False)

    def _core(self, one: int) -> str:
        return self.r.words[self.claims[one].candidate.first].core

    def _victim(self, at: int, claim: Told) -> None:
        """Whom the attack hit that the text told of before (وأسفر الهجوم عن), or shortly before if a verb tells it."""
        one_attack = claim.candidate.frame == "act" and claim.candidate.form != "plural" and claim.mode != "clash"
        known = told_before(self.r, claim)
        if claim.targets or not one_attack or not (known or claim.candidate.pos == "v"):
            return
        for one in before(self.claims, at, _EVER if known else _SHORTLY):
            other = self.claims[one]
            if any(hit.phrase is not None and hit.phrase.last == claim.candidate.first - 1 for hit in other.hit):
                return
            if other.candidate.type == "ASSAULT" and best(other.targets) >= SURE and other.mode == claim.mode:
                claim.done_to(other.hit, "like attack")
                return

    def _around(self, at: int, claim: Told) -> list[int]:
        if claim.mode in _TWO_SIDED:
            return []
        if claim.mode not in _ONE_SIDED:
            return before(self.claims, at, _NEXT)
        later = [one for one in after(self.claims, at, _LATER) if best(self.claims[one].actors) >= _CERTAIN]
        return before(self.claims, at, _NEAR) + later

    def _of(self, claim: Told, others: list[int], alike: bool) -> list[Option]:
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

    def _answered(self, at: int, claim: Told) -> bool:
        """The deed before it in the sentence is the answer to it and was done by the same: it was not."""
        for one in before(self.claims, at, 0):
            other = self.claims[one]
            answers = below(self._answer_at, claim.candidate.first) > below(self._answer_at, other.candidate.last)
            if answers and {doer.named.text for doer in other.doers} & {doer.named.text for doer in claim.doers}:
                return True
        return False

    def _able(self, doer: Option, claim: Told) -> bool:
        """It has the means, and was not hit itself."""
        if claim.mode in _FLOWN and self.names.camp(doer.named.text) == "group":
            return False
        return not any(self.opponents.kin(doer, target) for target in claim.hit)
