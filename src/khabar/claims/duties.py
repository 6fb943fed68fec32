"""Demands without a verb: على, whoever has the duty, and what he is to do (على الحكومة أن تستقيل)."""

from __future__ import annotations

from typing import Final

from khabar.claims.kinds import SOMEBODY
from khabar.lexicon.found import Mark
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import Reading

DUTY: Final = "request.that-upon"
"""The entry of these words."""
UPON: Final = frozenset(("request.it-should", DUTY))
"""Entries of duties whose words hold whoever has them."""
_OPENERS: Final = frozenset(
    "ان ان بان انه بل لكن ولكن كما ثم حيث الا انما وانما لذلك ولذلك لذا ولذا لهذا ولهذا اذ عندئذ وعليه اذن".split()
)
"""Words behind which such a clause begins."""
_PAUSES: Final = frozenset(".\n:؛)،")
_EACH: Final = frozenset("جميع كل كافة سائر كلا بقية باقي".split())
_MANY: Final = frozenset(
    "جميع كل اطراف طرفين جانبين طرف جانب دول دولتين بلدين بلدان عالم مجتمع قوي فصائل احزاب كتل علماء دعاة زعماء قادة "
    "شعب شعوب امة حكام اجهزة فرقاء شركاء حلفاء اشقاء وسطاء نظام سلطات منظمات مؤسسات هيئات شباب عرب "
    "غرب ناس نخب عشائر".split()
)
"""Nouns of those who can have a duty and that are no names."""
_NOBODY: Final = frozenset(
    "حين يقين يمين سنين جبين حنين يومين شهرين عامين اسبوعين ساعتين سنتين محورين جبهتين صعيدين مستويين".split()
)


def settle(reading: Reading, found: Mark) -> Mark | None:
    """The mark of a duty at its first word, whoever has it being what follows; None where the words mean something
    else (على الأرجح أن، وافق على أن)."""
    if found.last > found.first:
        return found
    at = found.head[0] if found.head is not None else found.first
    end = _half(reading, found, at)
    if end is None or not _opens(reading, at) or not _somebody(reading, at + 1, end):
        return None
    mark = Mark(at, at, found.sense)
    mark.tag = found.tag
    return mark


def _half(reading: Reading, found: Mark, at: int) -> int | None:
    """Where what is to be done begins."""
    if found.head is not None:
        return found.first
    for after in range(at + 2, min(at + 9, len(reading.forms))):
        if reading.forms[after] in {"ان", "الا"}:
            return after if after + 1 < len(reading.forms) and reading.acts[after + 1] else None
    return None


def _opens(reading: Reading, at: int) -> bool:
    """A clause begins at the word."""
    if at == 0 or reading.words[at].pro[:1] in {"و", "ف"}:
        return True
    before = reading.forms[at - 1]
    return before in _OPENERS or (before in PUNCTUATION and (before in QUOTES_OPEN or before in _PAUSES))


def _somebody(reading: Reading, first: int, end: int) -> bool:
    """The words name somebody, and nothing else stands between."""
    forms, words = reading.forms, reading.words
    while first < end and (forms[first] in QUOTES_OPEN or words[first].core in _EACH):
        if words[first].det:
            break
        first += 1
    if first >= end:
        return False
    for at in range(first, end):
        if reading.acts[at] or (forms[at] in PUNCTUATION and forms[at] not in QUOTES_OPEN):
            return False
        if words[at].func and at > first and not words[at].pro:
            return False
    word = words[first]
    if not SOMEBODY.isdisjoint(reading.lex[first]) or "place" in reading.lex[first]:
        return True
    if word.core in _MANY:
        return word.det or first + 1 < end
    return word.det and word.core.endswith("ين") and len(word.core) > 4 and word.core not in _NOBODY
