"""What a gift is, and how surely its clause tells of one: as done or ahead, in a headline, in the present."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.giving_words import CARRIES, LOADS, LOTS
from khabar.claims.goods import CARGO
from khabar.mentions.reading import Reading

_BEYOND: Final = frozenset("ان كي لكي كما بان هل لو اذا".split())
"""Words right before a verb that tells of nothing done."""
NEVER: Final = frozenset(("لم", "ولم"))
_PERFECT: Final[tuple[str, ...]] = ("perf", "pass")
_MAY: Final = frozenset(("قد", "وقد", "ربما", "قلما", "كان", "كانت", "كانوا"))
"""Words before a verb in the present that tells of no gift of a day."""
_RESUMES: Final = frozenset("استئناف بدء مواصلة استمرار انطلاق تواصل".split())
_HEADED: Final = 7
"""Tokens of a headline before its verb."""


class Gift:
    """A deed of giving: its verb (or verbal ``noun``), tokens ``first`` to ``last`` from verb or load to what is given,
    its ``mode``, the ``way`` in which it is told (``gives``, ``supplies``, ``gets``, ``arrives``, ``saves``)."""

    __slots__ = ("first", "last", "load", "mode", "noun", "sure", "verb", "way")

    def __init__(self, verb: int, load: int, last: int, mode: str, way: str, sure: bool) -> None:
        self.verb = verb
        self.load = load
        self.first = min(verb, load)
        self.last = last
        self.mode = mode
        self.way = way
        self.sure = sure
        self.noun = False


def outright(reading: Reading, verb: int) -> bool:
    """A perfect or a future that nothing makes a wish or a condition."""
    word = reading.words[verb]
    if "ل" in word.pro or reading.forms[verb - 1] in _BEYOND:
        return False
    if reading.forms[verb - 1] in NEVER:
        return True
    if "س" in word.pro or reading.forms[verb - 1] == "سوف":
        return True
    verbal = [sense.tag for sense in word.senses if sense.verbal]
    return any(tag.startswith(_PERFECT) for tag in verbal) if verbal else not word.core.startswith(("ي", "ت"))


def present(reading: Reading, verb: int, last: int) -> bool:
    """A gift told in the present, of a headline or of so much (ترسل سفينة مساعدات): no custom (تقدم المساعدات)."""
    word = reading.words[verb]
    before = reading.forms[verb - 1] if verb else ""
    if not reading.acts[verb] or word.pro not in {"", "و"} or before in _BEYOND or before in RELATIVE:
        return False
    if before in _MAY or reading.words[verb - 1].func == "neg":
        return False
    sentence = reading.sentences[reading.sentence_at[verb]]
    if _of_it(reading, verb):
        return False
    if not _stopped(reading, sentence.first, sentence.last):
        return verb - sentence.first < _HEADED
    return any(
        at in reading.number_tokens or reading.words[at].core in CARGO or reading.words[at].core in LOTS
        for at in range(verb + 1, last + 1)
    )


def entitles(reading: Reading, noun: int, start: int, end: int) -> bool:
    """It is what a headline without a verb tells (استئناف توزيع الأغذية في الإقليم)."""
    if reading.words[noun].det or reading.words[noun].pro or _stopped(reading, start, end):
        return False
    begins = noun - 1 if reading.core(noun - 1) in _RESUMES else noun
    if begins != start and reading.forms[begins - 1] != ":":
        return False
    return not any(reading.acts[at] for at in range(start, end))


def _stopped(reading: Reading, start: int, end: int) -> bool:
    """The sentence ends as sentences do, and headlines do not."""
    return any(reading.forms[at] in STOPS for at in range(max(start, end - 2), end))


def _of_it(reading: Reading, verb: int) -> bool:
    """It only describes the thing right before it (أول سفينة تصل), which is no headline's subject."""
    before = reading.words[verb - 1]
    sentence = reading.sentences[reading.sentence_at[verb]]
    return before.core in LOADS and not before.det and verb - 1 > sentence.first


def closes(reading: Reading, at: int) -> bool:
    """Another clause begins there."""
    if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE:
        return True
    return reading.acts[at] and reading.core(at) not in CARRIES
