"""Protests that a sentence names without telling of one: told before, or what something else is dated from."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, THAT
from khabar.claims.echoes import dated_from
from khabar.claims.kinds import RIOTS
from khabar.mentions.reading import Reading

_CHANTS: Final = frozenset(("protest.chant", "protest.street.slogans"))
"""Entries of what protesters shout and carry."""
_SITES: Final = frozenset("امام خارج قرب قبالة داخل".split())
_USUALLY: Final = frozenset("عادة سنويا دائما تقليديا غالبا".split())
_RIGHTS: Final = frozenset("حق حرية قانون يؤيد تؤيد تاييد يحظر تحظر حظر ثقافة".split())
_COURSES: Final = frozenset("صور مشاهد غرار خلفية موجة حركة حشود اثناء خلال".split())
"""Nouns and adverbs that protests follow as what was told."""
_LATEST: Final = frozenset(("اخيرة", "اخير"))
_ENDS: Final = "retreat.end-protest"
_OBJECT: Final = 6
"""Tokens from a verb of ending to the protest."""
_JOINS: Final = "مشارك"
"""Beginning of words of taking part, which tell of the protest itself."""
_LIKELY: Final = 0.4
"""Probability above which another reading is preferred to the likeliest."""
_CLOSES: Final = frozenset(("protest.disrupt", "protest.riot.roadblock"))
_AT_HAND: Final = frozenset("اطار اطارات حاوية حاويات قمامة نفايات علم اعلام صور صورة دمية مجسم اخشاب".split())
_TOLD_OF: Final = 9
"""Tokens from a protest within which a day or a number makes it another."""


def chanted(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """What protesters shout and carry, whose protest is among the claims ``told``: no other place or day is named."""
    if candidate.id not in _CHANTS or not any(one.type == "PROTEST" for one in told):
        return False
    sentence = reading.sentences[candidate.sentence]
    within = range(sentence.first, sentence.last)
    return not any(at in reading.time_tokens or reading.core(at) in _SITES for at in within)


def habitual(reading: Reading, candidate: Candidate) -> bool:
    """What is done every year or as a rule (يحتج العمال عادة في عيدهم)."""
    if candidate.type != "PROTEST" or candidate.form != "impf":
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _OBJECT)
    return any(reading.core(at) in _USUALLY for at in range(candidate.last + 1, end))


def known_protest(reading: Reading, candidate: Candidate, told: list[Candidate]) -> str:
    """How a noun names protests in passing, given the claims ``told`` before it: ``again``, ``backdrop``, or empty."""
    if _ended(candidate, told) or _renamed(reading, candidate, told) or _set_in(reading, candidate, told):
        return "again"
    if _claimed_right(reading, candidate):
        return "topic"
    return "backdrop" if dated_from(reading, candidate) else ""


def _claimed_right(reading: Reading, candidate: Candidate) -> bool:
    """Protesting as such is claimed, backed or forbidden (حق التظاهر، بيان يؤيد الإضراب)."""
    return bool(reading.words[candidate.first].det) and reading.core(candidate.first - 1) in _RIGHTS


def _ended(candidate: Candidate, told: list[Candidate]) -> bool:
    """What the verb before it ends (علق المعلمون إضرابهم)."""
    last = told[-1] if told else None
    if last is None or last.id != _ENDS or last.sentence != candidate.sentence:
        return False
    return 0 < candidate.first - last.last <= _OBJECT


def _renamed(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """A protest of the same sentence by another word (حركة احتجاجية باسم "مسيرة الغضب"), not one joined to it."""
    last = told[-1] if told else None
    if last is None or last.sentence != candidate.sentence or last.type != "PROTEST":
        return False
    if reading.words[candidate.first].pro[:1] == "و":
        return False
    if any(reading.forms[at] in THAT for at in range(last.last + 1, candidate.first)):
        return False
    return candidate.light is None or bool(reading.quoted[candidate.first])


def _set_in(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Protests told before, or called the latest, are only the setting, the ground or the measure of something else
    (أصيب خلال التظاهرات، على غرار تظاهرات البصرة): a definite noun behind a preposition, no day, number or clause."""
    words, first, last = reading.words, candidate.first, candidate.last
    word, after = words[first], words[last + 1 : last + 2]
    if not (bool(after) and after[0].core in _LATEST) and not any(one.type == "PROTEST" for one in told):
        return False
    known = word.det or words[last].det or bool(word.enc) or (bool(after) and after[0].det and not after[0].pro)
    if not known or not (reading.prep(first) or reading.prep(first - 1) or words[first - 1].core in _COURSES):
        return False
    if words[first - 1].core.startswith(_JOINS) or words[first - 2].core.startswith(_JOINS):
        return False
    if any(form in RELATIVE for form in reading.forms[last + 1 : last + 4]):
        return False
    end = min(reading.sentences[candidate.sentence].last, last + _TOLD_OF)
    return not any(at in reading.time_tokens or at in reading.number_tokens for at in range(first - 2, end))


def preferred(reading: Reading, group: list[Candidate], best: Candidate) -> Candidate:
    """Another reading of the place than the ``best`` one: the building that a crowd burns is destroyed (أحرق محتجون مقر
    الحزب), the road that a crowd closes is its protest (أغلق المزارعون الطريق), and so is its clash with the police."""
    if best.type == "PROTEST" and best.mode == "riot":
        burnt = next((one for one in group if one.mode == "destruction" and one.score > _LIKELY), None)
        if burnt is not None and not burnt.alone and not _tyres(reading, burnt):
            return burnt
    if best.mode == "clash":
        return next((one for one in group if one.id in RIOTS and one.score > _LIKELY and not one.alone), best)
    if best.type == "COERCE" and best.mode == "restrict":
        return next((one for one in group if one.id in _CLOSES and one.score > _LIKELY), best)
    return best


def _tyres(reading: Reading, candidate: Candidate) -> bool:
    """Only what is at hand burns (إطارات, حاويات القمامة)."""
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _TOLD_OF)
    return any(reading.words[at].core in _AT_HAND for at in range(candidate.last + 1, end))
