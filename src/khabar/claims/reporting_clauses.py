"""Reporting clauses (قال الوزير إن، أعلن الجيش عن، في بيان للداخلية): who tells what follows, through whom, and
how far his words reach."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import TELLERS
from khabar.claims.carriers import Carriers, is_publisher
from khabar.claims.closings import closing
from khabar.claims.extents import EXCEPT, Extents
from khabar.claims.frame import Frame
from khabar.claims.heirs import Heirs
from khabar.claims.speakers import Speakers
from khabar.claims.tellers import IN_IT, Tellers
from khabar.claims.topics import Topics
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_HE: Final = frozenset("لكنه لكنها لكنهم ولكنه ولكنها وهو وهي انه انها".split())
"""Words whose pronoun is the subject of the verb behind them: whoever told last."""
_MEANWHILE: Final = frozenset("فيما وفيما بينما وبينما حين كما لكن ولكن بعدما".split())
"""Words before another main clause."""
_CLAIMED_IN_IT: Final = "cue.claim-in-it"
_NOUNS: Final = frozenset(("cue.noun-announcement", "cue.noun-accusation", "cue.noun-news-of", "cue.say-behind"))
"""Nouns of reports (أنباء عن، اتهام ب): whoever stands before one did not say it."""
_BEHIND: Final = "cue.say-behind"
"""Who stands behind a deed is whoever did it, and tells nothing."""
_CARRIED: Final = "cue.carrier-statement-to"
_RELAYED: Final = "cue.relay-reported-from"
_IMPERSONAL: Final = frozenset("يعتقد يرجح يزعم يشتبه".split())
"""Verbs that without a subject name nobody."""


class ReportingClauses:
    """Reads off the words around a verb or a noun of saying whose words it brings."""

    def __init__(
        self,
        reading: Reading,
        phrases: list[list[Phrase]],
        speakers: Speakers,
        tellers: Tellers,
        carriers: Carriers,
        extents: Extents,
    ) -> None:
        self.r = reading
        self.phrases = phrases
        self.speakers = speakers
        self.tellers = tellers
        self.carriers = carriers
        self.extents = extents
        self.topics = Topics(reading, phrases, tellers)
        self.heirs = Heirs(reading, phrases, speakers, tellers)

    def read(
        self,
        frame: Frame,
        sentence: Sentence,
        number: int,
        after: list[Phrase],
        opens: int,
        verbal: bool,
        here: list[Frame],
    ) -> None:
        """قال X إن, أعلن X عن, في بيان لـX: what follows on the word of X."""
        subject = self._subject(frame, number, after, opens)
        cited = self.carriers.cited(frame.cue, subject, after)
        chain = [phrase for phrase in after if phrase is not subject and self.carriers.carries(phrase, frame.cue)]
        if subject is None and cited is None:
            if frame.opened and self.r.words[frame.first].core in _IMPERSONAL:
                return
            if frame.entry.stance == "claims" and here:
                frame.chain, frame.start = here[-1].chain, frame.last + 1
                frame.end = self.extents.end(min(frame.last + 1, sentence.last - 1), sentence)
                return
            if not verbal and here and not frame.entry.participle:
                return
            subject = self._before(frame, number, verbal, here)
        if subject is not None and not here:
            chain = [*self.carriers.fronted(frame.cue, self.phrases[number]), *chain]
        if subject is not None:
            if frame.verbal and self._turns(frame, subject):
                self._close(frame, here)
            subject = self.tellers.issuer(subject, after)
            if not self.carriers.reporter(subject, chain):
                chain += self.tellers.joined(subject, self.phrases[number])
        if cited is not None and cited not in chain:
            if subject is None and self.speakers.last and is_publisher(self.speakers.last[0]):
                chain = [self.speakers.last[0], *chain]
            chain += self._origins(frame, cited, after, opens)
        if subject is None and cited is None:
            chain = self.heirs.chain(frame, verbal, here, chain)
        elif subject is not None and len(chain) == 1 and self.speakers.goes_on(frame, subject):
            chain = self.speakers.last
        frame.chain = chain
        closes = closing(self.r, frame, sentence, self.phrases[number]) if frame.verbal and not here else None
        if closes is None and self._put_in(frame):
            closes = sentence.first, sentence.last
        frame.outer = closes is not None
        frame.start, frame.end = closes or self.extents.told(frame, opens, sentence)

    def _put_in(self, frame: Frame) -> bool:
        """A publisher carries the statement put into a clause (دعت الوزارة، في بيان نقلته الوكالة، الأطراف إلى)."""
        if frame.rule != _CARRIED or not frame.chain or not is_publisher(frame.chain[-1]):
            return False
        return self.extents.inserted(frame, frame.chain[-1].last)

    def _origins(self, frame: Frame, cited: Phrase, after: list[Phrase], opens: int) -> list[Phrase]:
        """Whoever a report is taken from, with those joined to him (نقلت الوكالة عن الوزير ومسؤولين)."""
        limit = self.tellers.reach(frame.cue, opens, frame.opened)
        origin = self.tellers.issuer(self.tellers.bearer(cited, after, limit), after)
        return self.carriers.with_others(origin, cited, after)

    def _before(self, frame: Frame, number: int, verbal: bool, here: list[Frame]) -> Phrase | None:
        """The teller somewhere before the verb of the report; a verb that و joins goes on with whoever spoke."""
        pronoun = frame.first > 0 and self.r.forms[frame.first - 1] in _HE
        taken_up = frame.first > 0 and self.r.words[frame.first - 1].func == "rel" and self._in_it(frame.last + 1)
        if frame.entry.participle or pronoun or taken_up or not (verbal or not here) or frame.rule in _NOUNS:
            return None
        if verbal and not here:
            acted = self.heirs.acted(frame, number)
            if acted is not None:
                return acted
        if verbal and self.r.acts[frame.first] and "و" in self.r.words[frame.first].pro:
            return None
        known = [phrase for other in here if not other.outer for phrase in other.chain]
        found = self.tellers.before(number, frame.cue, known, not here)
        if found is not None and found.role == "document" and self._in_it(frame.last + 1):
            return self.tellers.author(found, self.phrases[number])
        if found is not None and found.coord is not None and frame.cue.tag.endswith((".d", ".p")):
            return found.coord
        return found

    def _in_it(self, at: int) -> bool:
        """What was named is where it is said (بيان ... والذي قالت فيه), not who says it."""
        return at < len(self.r.forms) and self.r.forms[at] in IN_IT

    def _close(self, frame: Frame, here: list[Frame]) -> None:
        """What was told before ends where another main clause begins."""
        for other in here:
            if not other.outer and not self.r.quoted[frame.first]:
                other.end = min(other.end, frame.first)

    def _turns(self, frame: Frame, subject: Phrase) -> bool:
        """Another main clause begins with the verb or with its subject (قال الجيش إنه تقدم، فيما أعلن التنظيم)."""
        first = min(frame.first, subject.first)
        if "و" in self.r.words[first].pro:
            return True
        before = self.r.forms[first - 1] if first > 0 else ""
        return before in _MEANWHILE or (before == "ان" and self.r.forms[first - 2] in EXCEPT)

    def _subject(self, frame: Frame, number: int, after: list[Phrase], opens: int) -> Phrase | None:
        """Whoever the verb of the report names: before it at the head of the clause, else behind it."""
        verbal = frame.cue.sense.verbal
        if frame.rule == _CLAIMED_IN_IT:
            near = (one for one in after if one.first == frame.last + 1 and not one.prep and one.kind in TELLERS)
            return next(near, None)
        if (
            frame.rule == _BEHIND
            or frame.entry.direction == "before"
            or (frame.entry.stance == "claims" and not verbal)
        ):
            return None
        if frame.rule == _RELAYED:
            return self.topics.opening_subject(number, frame.cue)
        topic = self.topics.topic(number, frame.cue) if verbal else None
        if topic is not None:
            return topic
        if self.tellers.accused_alone(frame.cue, after):
            return None
        return self.tellers.subject(frame.cue, after, self.tellers.reach(frame.cue, opens, frame.opened), frame.opened)
