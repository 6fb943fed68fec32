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


def adjacent(reading: Reading, last: int, phrase: Phrase) -> bool:
    """Nothing but quotation marks, numbers and times stands between a token and the phrase behind it."""
    forms = reading.forms
    timed = any(at in reading.time_tokens for at in range(last + 1, phrase.first))
    return all(
        forms[at] in QUOTES_OPEN
        or forms[at] in _MEANWHILE
        or forms[at] in QUOTES_CLOSE
        or at in reading.time_tokens
        or at in reading.number_tokens
        or reading.words[at].func == "quant"
        or (forms[at] == "من" and at - 1 > last)
        or (timed and forms[at] in _PAUSES)
        for at in range(last + 1, phrase.first)
    )


def last_tied(phrase: Phrase, row: list[Phrase]) -> int:
    """The last token of a phrase and of all that و ties to it."""
    last, tied = phrase.last, [phrase]
    for one in row:
        if one.coord is not None and one.coord in tied:
            tied.append(one)
            last = max(last, one.last)
    return last
