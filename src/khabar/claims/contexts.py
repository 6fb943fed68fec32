"""Context families around a trigger: words that speak for or against an event there, from ``contexts.jsonl``."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

import msgspec

from khabar.lexicon.load import root
from khabar.mentions.reading import Reading
from khabar.text import fold, tokenise

_STOPS: Final = frozenset(("،", "؛", ":", "(", ")", "-", "–"))


class Context(msgspec.Struct, frozen=True):
    """One family. ``where``: before or after the trigger (within ``reach`` tokens), clause (between the commas around
    it, within ``reach``) or sentence; ``types``: the trigger types it concerns, none = all."""

    id: str
    effect: str
    where: str
    reach: int
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


class Hit(NamedTuple):
    first: int
    last: int
    context: Context


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], Context]]]:
    """Folded first word to the words that follow it and the family."""
    table: dict[str, list[tuple[tuple[str, ...], Context]]] = {}
    for line in (root() / "contexts.jsonl").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("//"):
            continue
        entry = msgspec.json.decode(line.encode(), type=Context)
        for text in (*entry.words, *entry.phrases):
            first, *rest = tokenise(fold(text)).forms
            table.setdefault(first, []).append((tuple(rest), entry))
    return table


@cache
def _families(form: str, core: str) -> tuple[tuple[tuple[str, ...], Context], ...]:
    """What a word may begin: as written, without its clitics, without the accusative ا."""
    table = _table()
    bare = core[:-1] if core.endswith("ا") and len(core) > 3 else core
    return tuple(pair for key in {form, core, bare} for pair in table.get(key, ()))


def find(reading: Reading, first: int, last: int) -> list[Hit]:
    """Hits on tokens ``first`` to ``last`` (exclusive), in text order."""
    forms, words = reading.forms, reading.words
    row: list[Hit] = []
    for at in range(first, last):
        for rest, entry in _families(forms[at], words[at].core):
            if not rest or tuple(forms[at + 1 : at + 1 + len(rest)]) == rest:
                row.append(Hit(at, at + len(rest), entry))
    return row


def near(reading: Reading, row: list[Hit], first: int, last: int, low: int, high: int, kind: str) -> list[Context]:
    """Families that stand so by a trigger of type ``kind`` on tokens ``first`` to ``last``, each once; its sentence
    runs from ``low`` to ``high`` (exclusive)."""
    left, right = first, last
    while left > low and reading.forms[left - 1] not in _STOPS:
        left -= 1
    while right < high - 1 and reading.forms[right + 1] not in _STOPS:
        right += 1
    kept: dict[str, Context] = {}
    for hit in row:
        entry = hit.context
        if (entry.types and kind not in entry.types) or (hit.first <= last and hit.last >= first):
            continue
        gap = first - hit.last if hit.last < first else hit.first - last
        if entry.where in {"before", "after"}:
            stands = (hit.last < first) == (entry.where == "before") and gap <= entry.reach
        elif entry.where == "clause":
            stands = left <= hit.first and hit.last <= right and gap <= entry.reach
        else:
            stands = True
        if stands:
            kept[entry.id] = entry
    return list(kept.values())
