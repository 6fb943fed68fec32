"""Who tells a report that names nobody: whoever spoke last, issued the statement, or acted in the sentence before."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.bearers import TELLERS
from khabar.claims.frame import Frame
from khabar.claims.speakers import Speakers
from khabar.claims.tellers import Tellers
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_GROUPS: Final = frozenset(("armed-group", "party", "organisation", "alliance", "state"))
"""Kinds of bodies whose names do not tell their gender."""
_SPEAKING: Final = TELLERS | {"state"}
_OF_ONE: Final[tuple[str, ...]] = (".m", ".f")


class Heirs:
    """Reads off the words before a report whose it is."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], speakers: Speakers, tellers: Tellers) -> None:
        self.r = reading
        self.phrases = phrases
        self.speakers = speakers
        self.tellers = tellers

    def chain(self, frame: Frame, verbal: bool, here: list[Frame], through: list[Phrase]) -> list[Phrase]:
        """The chain of a report without a teller; ``through``: the publishers it is told to."""
        goes_on = (verbal and not frame.entry.origin_prep) or frame.entry.participle or frame.entry.continues
        if not here and verbal and not frame.entry.participle:
            acted = self._acted(frame)
            if acted is not None:
                return [*through, acted]
        if not here and frame.entry.participle:
            doer = self._doer(frame)
            if doer is not None:
                return [*through, doer]
        if not (goes_on or here):
            return self.speakers.stated(frame)
        return self.speakers.inherited(here)

    def _doer(self, frame: Frame) -> Phrase | None:
        """Whoever the main clause tells of, where it is no verb of saying (أدانت المنظمة القصف، قائلة إن): the
        participle agrees with him."""
        row, acts = self.phrases[frame.sentence], self.r.acts
        hers = self.r.words[frame.first].core.endswith("ة")
        for one in row:
            if one.first >= frame.first:
                return None
            if one.prep or one.number == "p" or not (one.kind in _SPEAKING or one.source or self.tellers.body(one)):
                continue
            at = one.last + 1
            if (one.first > 0 and acts[one.first - 1]) or acts[at + (self.r.forms[at] in PAUSE)]:
                return self.tellers.bearer(one, row, frame.first) if self._hers(one) == hers else None
        return None

    def _hers(self, phrase: Phrase) -> bool:
        return phrase.kind == "state" or feminine(self.r.words[phrase.head].core, phrase)

    def _acted(self, frame: Frame) -> Phrase | None:
        """Whoever did something in the sentence before, where nobody was told to speak (طالبت المنظمة بالإفراج عنه.
        وقالت إن)."""
        number = frame.sentence
        if number == 0 or "و" not in self.r.words[frame.first].pro or not frame.cue.tag.endswith(_OF_ONE):
            return None
        if frame.first != self.r.sentences[number].first:
            return None
        if any(one.sentence == number - 1 for one in self.speakers.frames):
            return None
        return self._subject(frame, number - 1)

    def acted(self, frame: Frame, number: int) -> Phrase | None:
        """The subject of the verb that opens the sentence, with which the report goes on (أدانت واشنطن قصف الحوثيين
        للمطار، وقالت إن)."""
        joined = "و" in self.r.words[frame.first].pro and frame.cue.tag.endswith(_OF_ONE)
        return self._subject(frame, number) if joined and frame.first > self.r.sentences[number].first + 2 else None

    def _subject(self, frame: Frame, number: int) -> Phrase | None:
        first, row = self.r.sentences[number].first, self.phrases[number]
        subject = next((one for one in row if one.first == first + 1), None)
        if subject is None or not self.r.acts[first] or subject.prep or subject.number == "p":
            return None
        if not (subject.kind in TELLERS or subject.source or self.tellers.body(subject)):
            return None
        hers = frame.cue.tag.endswith(".f")
        named = subject.entry is not None and subject.kind in _GROUPS
        if named and self.r.words[first].core.endswith("ت") == hers:
            return self.tellers.bearer(subject, row, frame.first)  # ودانت حماس العملية وأعلنت
        if feminine(self.r.words[subject.head].core, subject) != hers:
            return None
        return self.tellers.bearer(subject, row, frame.first)
