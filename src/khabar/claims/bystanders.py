"""Who stands in a sentence and is party to none of its deeds: the place of writing, whoever reports something."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import DASHES
from khabar.claims.frames import Attribution
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES

_OPENING: Final = 14
"""Tokens of a sentence within which the place of writing ends."""
_DASHES: Final = DASHES | {":"}
_NOBODY: Final[list[Phrase]] = []


class Bystanders:
    """Knows the bystanders of every sentence of a reading."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], attribution: Attribution) -> None:
        self.r = reading
        self._opened: dict[int, int] = {}
        self._speaking: dict[int, set[Phrase]] = {}
        self._denying: dict[int, set[Phrase]] = {}
        self._describing: dict[int, list[tuple[int, list[Phrase]]]] = {}
        for frame in attribution.frames:
            told = set(frame.chain)
            if frame.chain and frame.verbal:
                # by his title here, by his name where he was told of before
                for one in phrases[frame.sentence]:
                    if one.first == frame.last + 1 and not one.prep:
                        told.add(one)
            if frame.opened and frame.chain:
                teller = frame.chain[-1].last
                between = [one for one in phrases[frame.sentence] if teller < one.first and one.last < frame.start]
                if between:
                    self._describing.setdefault(frame.sentence, []).append((frame.start, between))
            speaking = self._speaking.get(frame.sentence)
            if speaking is None:
                self._speaking[frame.sentence] = told
            else:
                speaking.update(told)
            if frame.entry.stance == "denies":
                self._denying.setdefault(frame.sentence, set()).update(told)

        self._beside: dict[int, list[Phrase]] = {}
        for found in reading.marks.of("trigger"):
            number = reading.sentence_at[found.first]
            if number < 0 or found.sense.type not in VERBAL_TYPES or not found.sense.verbal:
                continue
            for phrase in phrases[number]:
                if phrase.first == found.last + 1 and not phrase.prep:
                    self._beside.setdefault(number, []).append(phrase)

    def beside(self, sentence: int) -> list[Phrase]:
        """Who stands right behind a verb of words in a sentence: its speaker, or whoever it calls upon, and no deed's
        target there (دانت القاهرة الهجوم، ودعت مجلس الأمن إلى التحرك)."""
        return self._beside.get(sentence, _NOBODY)

    def speakers(self, sentence: int) -> set[Phrase]:
        """Who reports something in a sentence: nothing is done to them there."""
        return self._speaking.get(sentence, set())

    def describing(self, candidate: Candidate) -> list[Phrase]:
        """What describes whoever reports a deed (أفاد ضابط برتبة رائد في الشرطة بأن)."""
        found = self._describing.get(candidate.sentence)
        return [one for start, row in found if start <= candidate.first for one in row] if found else []

    def deniers(self, sentence: int) -> set[Phrase]:
        """Those of them who deny it."""
        return self._denying.get(sentence, set())

    def dateline(self, sentence: int) -> int:
        """The token with which the place of writing ends (دبي، الإمارات (CNN) -), or that with which the sentence
        begins."""
        known = self._opened.get(sentence, -1)
        if known < 0:
            first, forms = self.r.sentences[sentence].first, self.r.forms
            end = min(first + _OPENING, self.r.sentences[sentence].last - 1)
            closed = (at for at in range(first + 2, end) if forms[at] == ")" and forms[at + 1] in _DASHES)
            known = self._opened[sentence] = next(closed, first)
        return known
