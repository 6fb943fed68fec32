"""Sentences as ranges of tokens, with the paragraph each stands in."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from khabar.text.tokens import BREAK, Tokens

SENTENCE_END: Final = re.compile(r"[.!?؟…][\"”»’)]*(?=\s|$)|\n")
"""Where a sentence of a text as given ends, for those who have no tokens of it; quotes and brackets that close there
belong to it."""
_ENDS: Final = frozenset(".!?؟…")
_CLOSERS: Final = frozenset("\"”»’)]'“")
_OPEN_ONLY: Final = frozenset("«“(")
_LONGEST: Final = 160
_ENDLESS: Final = 400
_STOPLESS: Final = 90
"""Tokens a sentence on the average from which on a text is written without full stops."""
_SHORTEST: Final = 12
_DOMAINS: Final = frozenset(("نت", "كوم", "اورغ", "اورج"))
"""Ends of addresses, written in Arabic (الجزيرة.نت)."""
_OPENING: Final = frozenset(
    "وقال وقالت وقالوا واضاف واضافت واكد واكدت واوضح واوضحت واشار واشارت وذكر وذكرت وتابع وتابعت ولفت واعلن واعلنت "
    "وافاد وافادت وكان وكانت وكانوا وبحسب ووفق ووفقا وحسب ونقلت ويذكر وراى واعتبر واعتبرت وشدد وشددت وبين وختم "
    "واعرب واعربت وصرح وصرحت واستطرد ونفى ونفت واتهم واتهمت ويشار وجاء ويقول وتقول ويرى".split()
)
"""How a new sentence begins where no stop parts it from the one before."""


class Sentence:
    """Tokens ``first`` (inclusive) to ``last`` (exclusive); ``paragraph`` counts from 0."""

    __slots__ = ("first", "last", "paragraph")

    def __init__(self, first: int, last: int, paragraph: int) -> None:
        self.first = first
        self.last = last
        self.paragraph = paragraph


def split_sentences(tokens: Tokens, held: Collection[int] = ()) -> list[Sentence]:
    """Sentences of a text. A full stop after a single letter (initials), before the end of an address (.نت) or inside a
    number does not end one, nor one of the tokens ``held``; a closing quote or bracket after the stop belongs to the
    sentence. A run of 160 tokens without a stop ends at its next comma, one of 400 where it stands."""
    sentences: list[Sentence] = []
    forms = tokens.forms
    first, paragraph, total, at = 0, 0, len(forms), 0
    while at < total:
        form = forms[at]
        if len(form) > 1:
            if at - first > _ENDLESS:
                sentences.append(Sentence(first, at + 1, paragraph))
                first = at + 1
        elif form == BREAK:
            if at > first:
                sentences.append(Sentence(first, at, paragraph))
            first = at + 1
            paragraph += 1
        elif form in _ENDS and not (at in held or _is_initial(forms, at)):
            while (
                at + 1 < total
                and forms[at + 1] in _CLOSERS
                and forms[at + 1] not in _OPEN_ONLY
                and _closes(tokens, at + 1)
            ):
                at += 1
            sentences.append(Sentence(first, at + 1, paragraph))
            first = at + 1
        elif at - first > _ENDLESS or (at - first > _LONGEST and form in "،,؛;"):
            sentences.append(Sentence(first, at + 1, paragraph))
            first = at + 1
        at += 1
    if total > first:
        sentences.append(Sentence(first, total, paragraph))
    return sentences if total < _STOPLESS * len(sentences) else _opened(forms, sentences)


def _opened(forms: list[str], sentences: list[Sentence]) -> list[Sentence]:
    """The sentences of a text without full stops, parted before words that open one."""
    parts: list[Sentence] = []
    for one in sentences:
        first = one.first
        for at in range(one.first + _SHORTEST, one.last - _SHORTEST):
            if at - first >= _SHORTEST and forms[at] in _OPENING:
                parts.append(Sentence(first, at, one.paragraph))
                first = at
        parts.append(Sentence(first, one.last, one.paragraph))
    return parts


def _is_initial(forms: list[str], at: int) -> bool:
    if forms[at] != "." or at == 0:
        return False
    return (len(forms[at - 1]) == 1 and forms[at - 1].isalpha()) or (at + 1 < len(forms) and forms[at + 1] in _DOMAINS)


def _closes(tokens: Tokens, at: int) -> bool:
    """A straight quote closes where it touches what stands before it."""
    return tokens.starts[at] == tokens.end(at - 1)
