"""Words about a report that name no teller of their own: who carried the statement, what somebody rests on, in whose
words it is told."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import TELLERS
from khabar.claims.carriers import is_publisher
from khabar.claims.extents import Extents
from khabar.claims.frame import Frame
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_IN_STATEMENT: Final = "cue.doc-in-statement"
_CARRYING: Final = frozenset("نقل نقلت بث بثت نشر نشرت اورد اوردت اذاع اذاعت".split())
"""Verbs of who carries a statement."""
_EVIDENCE: Final = frozenset("معلومات تحقيق تحقيقات تحريات دلائل ادلة مؤشرات عناصر نتائج معطيات".split())
"""What somebody rests his words on, which is told to say them."""


class OthersWords:
    """Reads such words off a sentence whose reports are known so far."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], extents: Extents) -> None:
        self.r = reading
        self.phrases = phrases
        self.extents = extents

    def brought(self, number: int, cue: Mark, here: list[Frame]) -> bool:
        """The statement in which the sentence's report came was carried by a publisher (أعلنت القيادة السيطرة على
        المخيم في بيان متلفز نقله التلفزيون): one more link of that report."""
        told, verb = here[-1] if here else None, cue.last + 1
        if cue.sense.id != _IN_STATEMENT or told is None or told.outer or not told.chain:
            return False
        if verb + 1 >= len(self.r.forms) or self.r.words[verb].core not in _CARRYING or not self.r.words[verb].enc:
            return False
        publisher = next((one for one in self.phrases[number] if one.first == verb + 1), None)
        if publisher is None or not is_publisher(publisher):
            return False
        if publisher not in told.chain:
            told.chain = [publisher, *told.chain]
        return True

    def rests(self, frame: Frame, here: list[Frame]) -> bool:
        """Whoever speaks rests his words on what is said to tell them (قال الوزير إن التحقيقات كشفت أن)."""
        if not frame.chain or not frame.verbal or self.r.words[frame.chain[-1].first].core not in _EVIDENCE:
            return False
        return any(one.opened and one.chain and one.covers(frame.first) for one in here)

    def in_his_words(self, frame: Frame, sentence: Sentence, frames: list[Frame]) -> None:
        """على حد قوله, حسب زعمه: the subject of the sentence tells what follows (قصفت الفصائل البلدة ردا، بحسب قولها،
        على هجوم); else whoever spoke in the sentence before tells what stands there. ``frames``: all so far."""
        subject = next((one for one in self.phrases[frame.sentence] if one.first == sentence.first + 1), None)
        if subject is not None and self.r.acts[sentence.first] and not subject.prep and subject.kind in TELLERS:
            if self.extents.inserted(frame, frame.last):
                frame.chain, frame.start, frame.end = [subject], frame.last + 1, sentence.last
            return
        told = [one for one in frames if one.sentence >= frame.sentence - 1 and one.chain]
        if told and told[-1].sentence < frame.sentence and told[-1].chain[-1].role != "document":
            frame.chain, frame.outer = told[-1].chain, True
            frame.start, frame.end = sentence.first, frame.first
