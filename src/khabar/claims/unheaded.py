"""Names that nothing tells as places but a preposition and the end of their clause (هاجموا دورية في العظيم)."""

from __future__ import annotations

from typing import Final

from khabar.claims.whereabouts import DIRECTIONS
from khabar.lexicon.schema import PlaceRow
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_WORDS: Final = frozenset(("trigger", "cue", "light", "figure", "people", "institution", "title", "weapon"))
"""Readings of a word by which it is no name."""
_NAME: Final = 4
"""Letters of a name that nobody knows."""
_CLOSERS: Final = DIRECTIONS | frozenset(
    "بعد قبل خلال ما مما التي الذي حيث منذ عقب اثر من على عن بينما في قرب داخل ضمن".split()
)
"""Words that go on behind the name of a place."""


def unheaded(reading: Reading, phrase: Phrase) -> bool:
    """A name that no table knows, or that is a common word too, behind في where its clause ends (في أنامبرا, في
    العظيم أمس). ``phrase``: one word behind في or ب."""
    at = phrase.first
    word, mark = reading.words[at], reading.lex[at].get("place")
    if word.enc or not word.form.isalpha() or not _closes(reading, at + 1):
        return False
    if any(sense.kind in _WORDS for sense in word.senses):
        return False
    if mark is None:
        unknown = not (word.cls or word.senses or word.func)
        return unknown and phrase.prep == "في" and len(word.core) >= _NAME
    return mark.last == at and (word.det or phrase.prep == "في") and _spelt(mark.entry, word.det)


def _spelt(row: PlaceRow, det: bool) -> bool:
    """The place is called so with the article, or without it."""
    return any(name.startswith("ال") == det for name in (row.name, *row.variants))


def _closes(reading: Reading, at: int) -> bool:
    """A clause ends before the token, or goes on with a time or another place."""
    if at >= len(reading.forms) or reading.sentence_at[at] != reading.sentence_at[at - 1]:
        return True
    form = reading.forms[at]
    return not form.isalpha() or at in reading.time_tokens or form in _CLOSERS
