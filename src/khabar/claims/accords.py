"""Accords that were concluded, told by what they are named with: their parties (بموجب اتفاق بين أنقرة وواشنطن) or the
word and the day of their conclusion (الاتفاق النووي المبرم عام 2015)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import DEALERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_ACCORDS: Final = frozenset(("agree.deal", "agree.terms.under-the-deal", "agree.terms.under-terms"))
"""Entries of the nouns."""
_CONCLUDING: Final = frozenset(("agree.concluding", "agree.sign"))
"""Entries of the participles of concluding, which may stand for the noun."""
_SIGNING: Final = frozenset(("agree.sign", "agree.conclude", "agree.reach"))
"""Entries of the verbs."""
_STEMS: Final[tuple[str, ...]] = ("اتفاق", "تفاهم", "معاهد", "صفق", "هدن", "بروتوكول")
_SINCE: Final = frozenset("بموجب ضمن اطار بعد اثر عقب وفق حسب بحسب رغم بفضل نتيجة منذ".split())
"""Words right before an accord that is a fact."""
_BY: Final = frozenset("وفقا طبقا تنفيذا استنادا تطبيقا".split())
"""Words before ل and such an accord."""
_CONCLUDED: Final = frozenset("مبرم مبرمة موقع موقعة معقود معقودة".split())
"""Participles of concluding."""
_MAKING: Final = frozenset("توقيع ابرام عقد".split())
_SEES: Final = frozenset("رعى رعت شهد شهدت استضاف استضافت حضر حضرت اعلن اعلنت تم جرى شهدوا".split())
"""Verbs of those in whose presence it is concluded."""
_YIELDS: Final = frozenset(
    "خرج خرجت خرجوا انتهى انتهي انتهت اختتم اختتمت تمخض تمخضت اسفر اسفرت اثمر اثمرت تكلل تكللت افضى افضي افضت".split()
)
"""Verbs of what talks end in."""
_CONCLUDES: Final[tuple[str, ...]] = ("وقع", "ابرم", "توصل", "عقد")
"""Beginnings of verbs of concluding."""
_NEAR: Final = 4
"""Tokens behind an accord within which its conclusion or its parties stand."""
_TOLD: Final = 14
"""Tokens behind it within which the day or a party stands."""


def concluded(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether the noun names an accord as one that was made. ``row``: the phrases of its sentence that name
    somebody."""
    if candidate.pos != "n":
        return candidate.id in _SIGNING and _signed(reading, candidate, row)
    if candidate.id in _CONCLUDING and reading.words[candidate.first].core in _MAKING:
        return _making(reading, candidate.first, row)
    if candidate.id in _CONCLUDING:
        return _participle(reading, candidate.first, row)
    if candidate.id not in _ACCORDS:
        return False
    at = next((at for at in range(candidate.first, candidate.last + 1) if _noun(reading, at)), -1)
    if at < 0:
        return False
    word = reading.words[at]
    if word.det:
        return _made(reading, at, row)
    if _outcome(reading, at):
        return True
    return _fact(reading, at) and _between(reading, at, row)


def sealed(reading: Reading, candidate: Candidate) -> bool:
    """Whether a noun is named with the word of its conclusion, whatever is to follow from it (ستنسحب القوات وفقا
    للاتفاقية الموقعة)."""
    if candidate.type != "AGREE" or candidate.pos != "n":
        return False
    for at in range(candidate.first, min(candidate.last + 1 + _NEAR, len(reading.words))):
        word = reading.words[at]
        if at > candidate.last and reading.forms[at] in PUNCTUATION:
            return False
        if word.det and word.core in _CONCLUDED:
            return True
        if reading.forms[at - 1] in RELATIVE and word.core.startswith(_CONCLUDES) and "س" not in word.pro:
            return bool(reading.acts[at])
    return False


def _signed(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """A perfect of signing with the accord behind it and its parties beside it (وقعت على الاتفاق كل من تونس ومصر)."""
    verb = candidate.first
    if not reading.acts[verb] or reading.words[verb - 1].func == "neg" or reading.forms[verb - 1] == "ان":
        return False
    if not any(sense.tag.startswith("perf") for sense in reading.words[verb].senses):
        return False
    end = min(verb + _TOLD, reading.sentences[candidate.sentence].last)
    deal = next((at for at in range(verb + 1, end) if _noun(reading, at)), -1)
    if deal < 0:
        return False
    for one in row:
        if one.kind not in DEALERS:
            continue
        if not one.prep and (one.last == verb - 1 or one.first == verb + 1 or one.first == deal + 1):
            return True
        if deal < one.first <= deal + _NEAR and reading.forms[one.first - 2 : one.first] == ["كل", "من"]:
            return True
    return False


def _outcome(reading: Reading, at: int) -> bool:
    """What talks ended in (خرج المجتمعون باتفاق، أسفرت المحادثات عن اتفاق)."""
    if "ب" not in reading.words[at].pro and reading.forms[at - 1] not in {"عن", "الى"}:
        return False
    verb = next((one for one in range(at - 1, max(-1, at - _TOLD), -1) if reading.acts[one]), -1)
    return verb >= 0 and reading.words[verb].core in _YIELDS and reading.words[verb - 1].func != "neg"


def _making(reading: Reading, at: int, row: list[Phrase]) -> bool:
    """What somebody saw or hosted: its conclusion, between two (رعت مسقط توقيع اتفاق بين الحكومة والحوثيين)."""
    verb = next((one for one in range(at - 1, max(-1, at - _NEAR), -1) if reading.acts[one]), -1)
    if verb < 0 or reading.words[verb].core not in _SEES or not _noun(reading, at + 1):
        return False
    end = min(at + _TOLD, len(reading.words))
    between = next((one for one in range(at + 2, end) if reading.forms[one] == "بين"), -1)
    return between > 0 and any(between < one.first <= between + 2 for one in row)


def _participle(reading: Reading, first: int, row: list[Phrase]) -> bool:
    """The word of its conclusion, behind an accord with the article (الاتفاقات الموقعة مع بغداد)."""
    word = reading.words[first]
    if not word.det or word.core not in _CONCLUDED:
        return False
    return any(reading.words[at].det and _noun(reading, at) for at in range(max(0, first - _NEAR), first)) and _placed(
        reading, first, row
    )


def _placed(reading: Reading, at: int, row: list[Phrase]) -> bool:
    """The day or a party stands behind it."""
    end = min(at + _TOLD, len(reading.words))
    return any(one in reading.time_tokens for one in range(at + 1, end)) or any(at < one.first < end for one in row)


def _noun(reading: Reading, at: int) -> bool:
    return reading.words[at].core.startswith(_STEMS)


def _made(reading: Reading, at: int, row: list[Phrase]) -> bool:
    """With the article, and the word of its conclusion with a day or a party behind it."""
    for after in range(at + 1, min(at + 1 + _NEAR, len(reading.words))):
        if reading.forms[after] in PUNCTUATION:
            return False
        word = reading.words[after]
        verb = reading.forms[after - 1] in RELATIVE and word.core.startswith(_CONCLUDES) and reading.acts[after]
        if verb or (word.det and word.core in _CONCLUDED):
            return _placed(reading, after, row)
    return False


def _fact(reading: Reading, at: int) -> bool:
    """Without the article, behind a word by which it is a fact (بموجب اتفاق، وفقا لاتفاق، بناء على اتفاق)."""
    before, own = reading.words[at - 1], reading.words[at].pro
    if "ل" in own:
        return before.form in _BY
    if before.form == "على":
        return reading.words[at - 2].core in {"بناء", "بناءا"}
    return before.form in _SINCE


def _between(reading: Reading, at: int, row: list[Phrase]) -> bool:
    """Its parties stand behind it: بين or مع and somebody, or the name of one right there (اتفاق الولايات المتحدة)."""
    for after in range(at + 1, min(at + 1 + _NEAR, len(reading.words))):
        if reading.forms[after] in PUNCTUATION:
            return False
        if reading.forms[after] in {"بين", "مع"}:
            return any(after < one.first <= after + 2 for one in row)
    return False
