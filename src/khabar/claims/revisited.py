"""Visits named again with nothing new: the same visitor or place as in the sentence that told them, no day, no first or
second of their kind, no verb that carries them (زيارة الوزير للعاصمة تعكس عمق العلاقات); and the treaty left that an
article comes back to (وصف الرئيس الانسحاب من الاتفاق بأنه خطأ)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_TOUR: Final = "consult.tour"
_STOP: Final = "consult.stop"
"""Entry of the stops of a tour: one at which somebody arrives is no visit more."""
_NAMES: Final[tuple[str, ...]] = ("actor", "place", "country", "title")
_VISIT: Final = "visit"
_BEHIND: Final = 8
"""Tokens behind the word in which whose it is and where stands."""
_TIMES: Final = 4
"""Tokens before it within which a day of its own stands."""
_SEVER: Final = "sever"
_LEAVING: Final = frozenset(("انسحاب", "خروج", "انسحب", "انسحبت"))
_ANNOUNCES: Final = frozenset("اعلن اعلنت اعلنوا يعلن تعلن معلنا معلنة".split())
_NEW: Final = frozenset("اول ثاني ثالث رابع خامس اخر احدث اولى ثانية ثالثة".split())
"""Words beside it by which it is another one, or something new of it."""


def revisited(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether a noun names a visit or the leaving of a treaty that one of the claims ``told`` has told."""
    if candidate.mode == _SEVER:
        return _left(reading, candidate, told)
    if candidate.id == _TOUR and reading.words[candidate.first].det:
        return any(one.type == "CONSULT" and one.id != _TOUR and _round(reading, one) for one in told)
    if candidate.type != "CONSULT" or candidate.pos != "n" or candidate.mode != _VISIT:
        return False
    if candidate.id == _STOP and any(one.mode == _VISIT and one.sentence == candidate.sentence for one in told):
        return True
    if candidate.light is not None and candidate.light.first < candidate.first:
        return False
    same = [one for one in told if one.type == "CONSULT" and one.mode == _VISIT]
    if candidate.id == _TOUR and reading.words[candidate.last].enc and same:
        return True
    if not same or not _known(reading, candidate) or _anew(reading, candidate):
        return False
    names = _names(reading, candidate)
    if not names:
        return bool(reading.words[candidate.last].enc)
    return any(names <= _sentence(reading, one) for one in same)


def _round(reading: Reading, one: Candidate) -> bool:
    """It was told of as a round of talks, which is no tour (أنهت الوفود جولة من المحادثات)."""
    return any(reading.words[at].core == "جولة" for at in range(max(0, one.first - _TIMES), one.first))


def _left(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """A treaty's leaving told before, named as what somebody speaks of or dates from."""
    if candidate.pos != "n" or reading.words[candidate.first].core not in _LEAVING:
        return False
    if candidate.light is not None and candidate.light.first < candidate.first:
        return False
    former = [one for one in told if one.mode == _SEVER and reading.words[one.first].core in _LEAVING]
    if not former or former[-1].sentence == candidate.sentence:
        return False
    first, sentence = candidate.first, reading.sentences[candidate.sentence]
    if reading.words[first - 1].core in _ANNOUNCES or reading.words[first - 2].core in _ANNOUNCES:
        return False
    near = range(max(sentence.first, first - _TIMES), min(sentence.last, candidate.last + _BEHIND))
    return not any(at in reading.time_tokens for at in near)


def _known(reading: Reading, candidate: Candidate) -> bool:
    """A noun with a suffix or in the construct before somebody or something definite."""
    word, last = reading.words[candidate.first], candidate.last
    if word.det or word.enc or reading.words[last].enc:
        return not word.det
    after = reading.words[last + 1 : last + 2]
    if not after or after[0].pro:
        return False
    return bool(after[0].det) or any(kind in reading.lex[last + 1] for kind in _NAMES)


def _anew(reading: Reading, candidate: Candidate) -> bool:
    """A day, a rank or a clause of its own."""
    first, last = candidate.first, candidate.last
    end = min(reading.sentences[candidate.sentence].last, last + _BEHIND)
    if reading.words[first - 1].core in _NEW:
        return True
    for at in range(max(reading.sentences[candidate.sentence].first, first - _TIMES), end):
        if at > last and (reading.forms[at] in RELATIVE or reading.words[at].core in _NEW):
            return True
        if at in reading.time_tokens or at in reading.number_tokens:
            return True
    return False


def _names(reading: Reading, candidate: Candidate) -> set[str]:
    """The first words of the names behind it in its clause."""
    found: set[str] = set()
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _BEHIND)
    for at in range(candidate.last + 1, end):
        if reading.acts[at] or reading.forms[at] in PUNCTUATION or reading.forms[at] in RELATIVE:
            break
        if any(kind in reading.lex[at] and kind != "title" for kind in _NAMES):
            found.add(reading.words[at].core)
    return found


def _sentence(reading: Reading, one: Candidate) -> set[str]:
    within = reading.sentences[one.sentence]
    return {reading.words[at].core for at in range(within.first, within.last)}
