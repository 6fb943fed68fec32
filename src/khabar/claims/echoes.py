"""Deeds told before that a sentence names again to say where something is, who is sought for it, or since when or how
often something has been so."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import HARM
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import DEMONSTRATIVES, Reading
from khabar.text.ordered import between

_HAPPENED: Final = frozenset("وقع وقعت حصل حصلت حدث حدثت جرى جرت نفذ نفذت".split())
_THERE: Final = frozenset(("فيه", "فيها", "حيث"))
_WHERE: Final = frozenset("في قرب وسط على امام داخل عند بالقرب شمال جنوب شرق غرب خارج قبالة بين خلال".split())
"""Words behind the deed that tell more of it."""
_OF_IT: Final = frozenset(
    "قتلي ضحايا جرحي شهداء جثث منفذي منفذو منفذين مرتكبي مرتكبو مدبري مدبرو مخططي طبيعة ملابسات ظروف "
    "خلفيات تفاصيل موقع مكان مسرح".split()
)
"""Nouns of what a deed has: those who did it, its circumstances, the spot."""
_BEGAN: Final = frozenset("بدء بداية اندلاع انطلاق اطلاق انطلاقة بدات بدا اندلعت اندلع انطلقت انطلق تفجرت".split())
_SINCE: Final = "منذ"
_REMAINS: Final = frozenset("تزال يزال زالت زال".split())
_WHEN: Final = frozenset("عندما حين حينما لحظة".split())
_OVER: Final = frozenset(("بسبب", "على"))
_CRITICISM: Final[tuple[str, ...]] = ("انتقاد", "نقد", "ادان", "تنديد", "استنكار", "شجب")
"""Beginnings of nouns of criticism."""
_OPERATION: Final = "عملية"
_MOMENTS: Final = frozenset(("عملية", "لحظة", "لحظات"))
_TIMES: Final = frozenset(("مرة", "مرات"))
_SUMS: Final = frozenset(("اجمالي", "مجموع"))
_TOLL: Final = "assault.headline.dead"
TOLLS: Final = frozenset(("عدد", "حصيلة"))
_PERIOD: Final = 14
"""Tokens behind a deed within which its count and its period stand."""
_MANY: Final = 10
_SUMMED: Final = 5
"""Tokens before the verb of a relative clause within which the sum stands."""


def named_again(reading: Reading, candidate: Candidate) -> bool:
    """Whether the noun of a deed told before only names it again."""
    return (
        _held(reading, candidate)
        or _still(reading, candidate)
        or _when(reading, candidate)
        or _criticised(reading, candidate)
        or _course(reading, candidate)
    )


def _held(reading: Reading, candidate: Candidate) -> bool:
    """It stands, with the article, behind a noun of what it has, or a verb of happening says where that was."""
    words, first = reading.words, candidate.first
    if words[first].pro or not (words[first].det or words[candidate.last].det):
        return False
    after = candidate.last + 1
    if after < len(words) and (words[after].form in RELATIVE | _WHERE or "ب" in words[after].pro):
        return False
    at = first - 2 if reading.forms[first - 1] in DEMONSTRATIVES else first - 1
    if words[at].core in _OF_IT:
        return not words[at].det and words[at - 1].core not in TOLLS
    if reading.forms[at] in _THERE:
        return words[at - 1].core in _HAPPENED
    return words[at].core in _HAPPENED and reading.forms[at - 1] == "حيث"


def _still(reading: Reading, candidate: Candidate) -> bool:
    """Whether what was told before only goes on (ولا تزال المعارك مستمرة)."""
    at = candidate.first - 1
    return reading.words[candidate.first].det and reading.words[at].core in _REMAINS


def _when(reading: Reading, candidate: Candidate) -> bool:
    """Whether a clause of time ends with a deed told before and its verb (كان هناك عندما وقع الانفجار)."""
    light, words, after = candidate.light, reading.words, candidate.last + 1
    if light is None or light.first > candidate.first or not reading.acts[light.first]:
        return False
    if not (words[candidate.first].det or words[candidate.first].enc):
        return False
    opened = reading.forms[light.first - 1] in _WHEN
    return opened and (after >= len(reading.forms) or reading.forms[after] in PUNCTUATION)


def _criticised(reading: Reading, candidate: Candidate) -> bool:
    """Whether a deed told before is what criticism is about (وجهت انتقادات للغارة، الانتقادات بسبب القصف)."""
    first, words = candidate.first, reading.words
    if reading.core(candidate.last + 1) in RELATIVE:
        return False
    if "ل" not in words[first].pro and reading.forms[first - 1] not in _OVER:
        return False
    return any(words[at].core.startswith(_CRITICISM) for at in range(max(0, first - _SUMMED), first))


def _course(reading: Reading, candidate: Candidate) -> bool:
    """Whether the course of a deed told before is meant as a whole (صور عملية الاغتيال, لحظة الاغتيال)."""
    words, first, last = reading.words, candidate.first, candidate.last
    whole = words[first].core == _OPERATION and last > first
    before = words[first - 1]
    if not words[last].det or words[last].enc or not (whole or (before.core in _MOMENTS and not before.det)):
        return False
    after = reading.core(last + 1)
    return after not in RELATIVE and after not in _WHERE and last + 1 not in reading.time_tokens


def dated_from(reading: Reading, candidate: Candidate) -> bool:
    """Whether something else is dated from it or its beginning (منذ بدء الاحتجاجات، منذ اجتياح المدينة)."""
    before = candidate.first - 1
    if reading.forms[before] == _SINCE and candidate.type != "PROTEST":
        return True
    return reading.words[before].core in _BEGAN and reading.forms[before - 1] == _SINCE


def unnumbered(reading: Reading, candidate: Candidate) -> bool:
    """Whether a toll is only spoken of (أثار عدد القتلى انتقادات): no number stands with it."""
    if candidate.id != _TOLL or reading.words[candidate.first].core not in TOLLS:
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _PERIOD)
    return not any(at in reading.number_tokens for at in range(candidate.last + 1, end))


def counted(reading: Reading, candidate: Candidate) -> bool:
    """Whether only a count over a period is told (استهدفت القواعد 150 مرة منذ أكتوبر، إجمالي الصواريخ التي أطلقتها)."""
    forms, words, first = reading.forms, reading.words, candidate.first
    if candidate.pos == "v" and forms[first - 1] in RELATIVE:
        return any(words[at].core in _SUMS for at in range(max(0, first - _SUMMED), first - 1))
    if candidate.type not in HARM:
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _PERIOD)
    if not between(reading.tokens.among(_TIMES), candidate.last + 2, end):
        return False
    for at in range(candidate.last + 2, end):
        if forms[at] in _TIMES and at - 1 in reading.number_tokens:
            return reading.numbers[reading.number_tokens[at - 1]].low >= _MANY
    return False
