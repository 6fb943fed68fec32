"""Attacks that a verb in the perfect lays to those who bear arms, right beside it (دمرت مقاتلات التحالف مخزنا، قوات
النظام استهدفت البلدة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import ARMED
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

VERBS: Final = frozenset(
    (
        "assault.destroy",
        "assault.burn",
        "assault.demolish",
        "assault.target",
        "assault.shell",
        "assault.strike.verb",
        "assault.attack.verb",
        "assault.storm",
    )
)
"""Entries of these verbs."""
_ARMS: Final = frozenset(
    "مقاتلات طائرات طيران مدفعية دبابات دبابة طائرة مروحيات مروحية صواريخ قذائف غارات زوارق بوارج سفن راجمات جرافات "
    "مسيرات".split()
)
"""Arms that stand for those who use them."""
_NOT: Final = frozenset("لم لا لن ما اذا لو ان كلما قد".split())
_OPINIONS: Final = frozenset("سمعة صورة اقتصاد حياة علاقات عملية مصداقية مستقبل ثقة جهود".split())
"""What is destroyed or hit in words alone."""
_REACH: Final = 12


def struck_by_arms(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether those who bear arms are the subject of a verb of attack in the perfect, and something is its object.
    ``row``: the phrases of the sentence."""
    if candidate.id not in VERBS or candidate.pos != "v" or candidate.form != "perf" or candidate.passive:
        return False
    first = candidate.first
    if reading.forms[first - 1] in _NOT or reading.forms[first - 1] in RELATIVE or not reading.acts[first]:
        return False
    doer = None
    for one in row:
        if one.prep:
            continue
        if (one.first == candidate.last + 1 or (one.last == first - 1 and not reading.words[first].pro)) and _armed(
            reading, one
        ):
            doer = one
            break
    if doer is None:
        return False
    at = max(doer.last, candidate.last) + 1
    end = min(reading.sentences[candidate.sentence].last, at + _REACH)
    while at < end and reading.forms[at] not in STOPS and reading.forms[at] not in RELATIVE and not reading.acts[at]:
        word = reading.words[at]
        if word.cls != "f" and not word.func and word.core and at not in reading.time_tokens:
            return word.core not in _OPINIONS
        at += 1
    return False


def _armed(reading: Reading, phrase: Phrase) -> bool:
    """It is a force, or its arms."""
    return phrase.kind in ARMED or reading.core(phrase.head) in _ARMS
