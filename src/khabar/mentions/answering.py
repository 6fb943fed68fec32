"""Who answers with a deed (ورد الحزب بقصف ثكنة): the verb, spelt as the noun for an answer (رد الحزب على المبادرة)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.lexicon import Word
from khabar.text import Tokens

REPLIES: Final = frozenset("رد ردت ردوا يرد ترد يردون سيرد سترد".split())
"""Verbs of an answer; the dual is spelt as ردا على, too, and left to those who know a verb from it."""
_ANSWER: Final = frozenset(("رد", "ورد", "فرد"))
"""Forms that are the noun, too."""
_ANSWERED: Final = _ANSWER | frozenset("ردت وردت فردت ردوا وردوا يرد ترد ويرد وترد يردون سيرد سترد وسيرد وسترد".split())
_BEFORE: Final = frozenset((*".!؟?\n؛:،,)", *"ثم كما قد وقد فقد لقد عندما بعدما فيما بينما حين".split()))
"""Words behind which a clause with a verb of its own begins."""
_REACH: Final = 9
"""Tokens of whoever answers, and of whom."""


def answering_verbs(tokens: Tokens, words: Sequence[Word]) -> dict[int, int]:
    """What somebody answers with, by the token of its word behind ب, and the token of the verb: it opens its clause,
    and no other verb stands between."""
    found: dict[int, int] = {}
    for at in tokens.among(_ANSWERED):
        means = _means(words, at) if tokens.forms[at] not in _ANSWER or _opens(tokens.forms, at) else -1
        if means > 0:
            found[means] = at
    return found


def _opens(forms: Sequence[str], at: int) -> bool:
    return at == 0 or forms[at - 1] in _BEFORE


def _means(words: Sequence[Word], at: int) -> int:
    if at + 1 >= len(words) or words[at + 1].func or words[at + 1].pro:
        return -1
    for behind in range(at + 2, min(at + 2 + _REACH, len(words))):
        word = words[behind]
        if word.form in _BEFORE or word.cls == "v":
            return -1
        if word.pro == "ب":
            return behind
    return -1
