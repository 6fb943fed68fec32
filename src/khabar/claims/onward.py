"""Verbs of speech that go on with whoever spoke before (كما دعا كل الأطراف إلى, ووصف القصف بأنه): what stands right
behind one and can only be its object."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.lexicon.words import THIRD, Word
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_ALSO: Final = frozenset("كما كذلك ايضا".split())
ALL: Final = frozenset("كل جميع كافة سائر مختلف بقية باقي".split())
EVERYBODY: Final = frozenset(
    "مجتمع اطراف طرفين جانبين منظمات مانحين مواطنين سكان اهالي دول بلدان حكومات شركاء فرقاء افرقاء اشقاء مكونات".split()
)
"""Whoever is called upon and hardly ever calls."""
_CALLS: Final = frozenset(("REQUEST", "THREATEN", "ACCUSE", "SUPPORT"))
_LONG: Final = 5
_SOMEBODY: Final = frozenset(("title", "people", "actor", "institution", "place", "country"))
_HEADS: Final = frozenset(("title", "people", "actor", "institution"))
_PEOPLES: Final = frozenset(("people", "government", "state", "organisation", "party", "armed-group", "thing"))


def goes_on(reading: Reading, verb: int) -> bool:
    """و joins a verb to what was said before, or "also" stands right before it."""
    return reading.words[verb].pro[:1] in {"و", "ف"} or (verb > 0 and reading.forms[verb - 1] in _ALSO)


def all_of(reading: Reading, candidate: Candidate, phrase: Phrase) -> bool:
    """A masculine verb has "all" and a plural that is no man's right behind it (كما دعا كل القوى، وحث جميع الأطراف):
    as its subject that plural would take the feminine. Behind a feminine one only whoever hardly ever calls."""
    noun = candidate.last + 1
    if candidate.number not in {"m", "f"} or candidate.type not in _CALLS or phrase.kind not in _PEOPLES:
        return False
    if not goes_on(reading, candidate.first) or reading.words[noun].core not in ALL:
        return False
    head = next((at for at in range(phrase.first, phrase.last + 1) if reading.words[at].core not in ALL), noun)
    if candidate.number == "f" and (reading.words[head].core not in EVERYBODY or reading.words[head].core == "منظمات"):
        return False
    return head <= noun + 1 and reading.words[head].det and not reading.words[head].form.endswith("ون")


def owned_thing(word: Word) -> bool:
    """A noun with a suffix (سلوكها, سياساتها)."""
    if any(sense.kind != "gap" for sense in word.senses):
        return word.enc in THIRD
    return word.enc in THIRD or (len(word.form) > _LONG and word.form.endswith(("ها", "هم")))


def further(reading: Reading, acting: list[bool], candidate: Candidate) -> int:
    """The verb that و joins to one of speech behind a comma (أدانت باريس الهجوم، وأكدت وقوفها مع بغداد), or -1."""
    for at in range(candidate.last + 2, reading.sentences[candidate.sentence].last):
        if acting[at] and reading.words[at].pro[:1] == "و" and reading.forms[at - 1] in PAUSE:
            return at
    return -1


def deed_behind(reading: Reading, events: list[bool], candidate: Candidate) -> bool:
    """The noun of a deed, or of what somebody has, stands right behind the verb, and speaks not (ووصف القصف بأنه، كما
    اقترح إرسال لجنة، وانتقد سلوكها)."""
    noun = candidate.last + 1
    if noun >= len(reading.words) or reading.words[noun].pro or not goes_on(reading, candidate.first):
        return False
    if not _HEADS.isdisjoint(reading.lex[noun]):
        return False
    owned = owned_thing(reading.words[noun]) and _SOMEBODY.isdisjoint(reading.lex[noun])
    return events[noun] or (owned and candidate.last == candidate.first and not reading.acts[noun])
