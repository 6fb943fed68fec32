"""Which event a text says another answers: strikes in response to an attack, a raid days after it.

A phrase of :data:`PHRASES` ties the claim before it to the claim after it in one sentence (ضربات ردا على هجوم), or,
where the sentence begins with it, the second after it to the first (وردا على الهجوم شنت). Where the claim before it is
only pointed back at (وجاءت الضربات بعد أيام من), the latest earlier claim of that word is meant. What is tied so is two
events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from khabar.linking.words import STOP, stems
from khabar.model import Claim
from khabar.text import fold

PHRASES: tuple[tuple[str, str], ...] = (
    ("response", r"(?:ك|في )?ردا?(?: (?!فعل)\w+){0,2}? ع?لى(?! (?:سؤال|اسئلة|استفسار|تصريح|تساؤل|ما |ذلك|هذا))"),
    ("response", r"(?:ك|في |من باب )?(?:لل?)?(?:انتقاما?|الانتقام|ثارا?|الثار)(?: \w+)? (?:من |ل(?=\w))"),
    ("response", r"عقابا(?: \w+)? (?:على|ل(?=\w))"),
    ("after", r"بعد (?:\w+ )?(?:دقائق|ساعة|ساعات|يوم|يومين|ايام|اسبوع\w*|اسابيع|شهر\w*|اشهر)(?: \w+)? (?:من|على) "),
    ("after", r"(?:غداة|في اعقاب) (?!ذلك|هذ)"),
)  # fmt: skip
"""Kind (``response``: the text says why; ``after``: it says only when, in one breath) and pattern over folded text."""
_KINDS = tuple(kind for kind, _ in PHRASES)
_PATTERN = re.compile(r"(?<!\w)[وف]?(?:" + "|".join(f"({pattern})" for _, pattern in PHRASES) + r")")
_REACH = 70
"""The cause has to be named within so many code points of the phrase."""
_BEFORE = 220
"""The answer has to be named so few code points before the phrase."""
_BACK = 900
"""How far back an event that is only pointed at is looked for."""


class Response(NamedTuple):
    """The claim numbered ``answer`` is told to be in response to, or to come ``after``, the claim numbered ``cause``;
    ``start`` and ``end`` of the phrase in the text as given."""

    kind: str
    answer: int
    cause: int
    start: int
    end: int


def responses(text: str, claims: Sequence[Claim]) -> list[Response]:
    """What the text of an article says of its claims answering one another, in the order of the text."""
    if len(claims) < 2:
        return []
    plain = fold(text)
    order = sorted(range(len(claims)), key=lambda n: (claims[n].trigger.start, n))
    found: dict[tuple[int, int], Response] = {}
    for phrase in _PATTERN.finditer(plain.text):
        start, end = plain.raw_span(*phrase.span())
        pair = _tied(text, claims, order, start, end)
        if pair is not None and pair not in found:
            kind = _KINDS[(phrase.lastindex or 1) - 1]
            found[pair] = Response(kind, *pair, start, end)
    return list(found.values())


def _tied(text: str, claims: Sequence[Claim], order: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    """Numbers of the answer and its cause for a phrase at ``start`` to ``end``."""
    opening, closing = _sentence(text, start, end)
    after = [n for n in order if end <= claims[n].trigger.start + 1 and claims[n].trigger.end <= closing]
    if not after or claims[after[0]].trigger.start - end > _REACH:
        return None
    before = [n for n in order if opening <= claims[n].trigger.start and claims[n].trigger.end <= start]
    if before and start - claims[before[-1]].trigger.end > _BEFORE:
        return None
    cause = after[0]
    if before:
        answer: int | None = before[-1]
    elif text[opening:start].strip(' "“«،,'):
        answer = _pointed_at(text[opening:start], claims, order, opening)
    else:
        answer = next((n for n in after[1:] if _main(claims[n], claims[cause])), None)
    if answer is None or claims[answer].trigger == claims[cause].trigger:
        return None
    return answer, cause


def _main(claim: Claim, cause: Claim) -> bool:
    """Whether a claim after the cause is told of by a clause of its own, not by the one that names the cause."""
    return claim.trigger.start > cause.trigger.end and claim.quote != cause.quote


def _pointed_at(words: str, claims: Sequence[Claim], order: Sequence[int], opening: int) -> int | None:
    """The latest claim before ``opening`` whose trigger is one of the words."""
    named = set(stems(words))
    earlier = [n for n in order if opening - _BACK <= claims[n].trigger.start < opening]
    return next((n for n in reversed(earlier) if named & set(stems(claims[n].trigger.text))), None)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a phrase, as offsets."""
    opening = 0
    for stop in STOP.finditer(text, max(0, start - _BACK), start):
        opening = stop.end()
    after = STOP.search(text, end)
    return max(opening, start - _BACK), after.start() if after else len(text)
