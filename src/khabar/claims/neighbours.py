"""What stands right behind a word, with only what may come between, and where a phrase with all that is tied to it
ends."""

from __future__ import annotations

from typing import Final

from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_MEANWHILE: Final = frozenset(
    "خلالها خلاله ايضا كذلك بالفعل فعلا حاليا لاحقا مؤخرا سابقا مجددا هناك بدورها بدوره معها معه به بها بهم له لها "
    "لهم عليه عليها عليهم فيه فيها منه منها اليه اليها عنه عنها ضده ضدها".split()
)
_PAUSES: Final = PAUSE | frozenset("-–—")
"""Adverbs and prepositions with a suffix between a verb and its subject or object."""
_PASSED: Final = QUOTES_OPEN | QUOTES_CLOSE | _MEANWHILE


def adjacent(reading: Reading, last: int, phrase: Phrase) -> bool:
    """Nothing but quotation marks, numbers and times stands between a token and the phrase behind it."""
    low, high = last + 1, phrase.first
    for at in range(low, high):
        form = reading.forms[at]
        if form in _PASSED or (form == "من" and at - 1 > last) or reading.words[at].func == "quant":
            continue
        if at in reading.time_tokens or at in reading.number_tokens:
            continue
        if form not in _PAUSES or not any(one in reading.time_tokens for one in range(low, high)):
            return False
    return True


def last_tied(phrase: Phrase, row: list[Phrase]) -> int:
    """The last token of a phrase and of all that و ties to it."""
    last, tied = phrase.last, [phrase]
    for one in row:
        if one.coord is not None and one.coord in tied:
            tied.append(one)
            last = max(last, one.last)
    return last
