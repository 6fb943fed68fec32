"""Words as linking compares them: clitics, the article and common endings off, states by their code, people by their
id.

The stems are those of light stemming (Larkey, Ballesteros and Connell 2002, "Improving stemming for Arabic information
retrieval"), applied to what the lexicon leaves of a word after its clitics.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from khabar.lexicon import default
from khabar.lexicon.words import Word
from khabar.text import fold, heavy, tokenise

_ENDINGS = ("ات", "ان", "ون", "ين", "يه", "ها", "هم", "ه", "ي", "ا")
STOP = re.compile(r"[.!?؟…]+[\s\"”»)]|\n")
"""What parts the sentences that linking tells apart."""
_GENERIC_KINDS = frozenset(("title", "people", "institution"))
_LONG_VOWELS = str.maketrans("", "", "اوي")
_HARD_G = str.maketrans("غقك", "ججج")


class Name(NamedTuple):
    """A name taken apart. ``words``: stems that tell who; ``generic``: stems of heads and titles (قوات، وزير، حركة);
    ``ids``: known actors it names; ``states``: alpha-3 codes in it; ``sound``: consonants of the telling words, so that
    spellings of foreign names meet (بوتين، بوتن)."""

    words: frozenset[str]
    generic: frozenset[str]
    ids: frozenset[str]
    states: frozenset[str]
    sound: frozenset[str]


@lru_cache(maxsize=1 << 16)
def stem(core: str) -> str:
    """A folded word without its common endings; at least three letters stay."""
    found = heavy(core)
    for ending in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= 3:
            return found[: -len(ending)]
    return found


def sound(word: str) -> str:
    """The consonants of a word after its first letter, with غ ق ك as ج (Arabic writes a hard g in all four)."""
    return (word[0] + word[1:].translate(_LONG_VOWELS)).translate(_HARD_G)


def analysed(text: str) -> list[Word]:
    """The words and numbers of a text, taken apart by the lexicon."""
    lexicon = default()
    forms = tokenise(fold(text)).forms
    return [lexicon.word(form) for form in forms if form[0].isalnum()]


def _is_state(identity: str) -> bool:
    return len(identity) == 3 and identity.isupper()


def _state(word: Word) -> str | None:
    for sense in word.senses:
        if sense.kind == "country":
            return str(sense.entry.id)
    return None


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's content words in order; a state by whatever word is its code. Function words are left
    out."""
    found = []
    for word in analysed(text):
        if any(sense.kind == "func" for sense in word.senses):
            continue
        state = _state(word)
        found.append(state if state else stem(word.core))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def name_of(text: str) -> Name:
    """A name as written, taken apart."""
    words = analysed(text)
    ids: set[str] = set()
    covered: set[int] = set()
    stated: set[int] = set()
    matches = sorted(default().phrases(words), key=lambda match: match.first - match.last)
    for match in matches:
        span = set(range(match.first, match.last + 1))
        known = {sense.entry.id for sense in match.senses if sense.kind in {"actor", "country"}}
        if known and not span & covered:
            ids |= known
            covered |= span
            stated |= span if any(_is_state(identity) for identity in known) else set()
    states = {identity for identity in ids if _is_state(identity)}
    telling: set[str] = set()
    generic: set[str] = set()
    sounds: set[str] = set()
    for at, word in enumerate(words):
        state = _state(word)
        if state:
            states.add(state)
        elif at not in covered and any(sense.kind == "actor" and sense.tag == "name" for sense in word.senses):
            ids |= {sense.entry.id for sense in word.senses if sense.kind == "actor" and sense.tag == "name"}
        said = word.form[0].isdigit() or any(sense.kind == "func" for sense in word.senses)
        if state is None and at not in stated and not said:
            if any(sense.kind in _GENERIC_KINDS for sense in word.senses):
                generic.add(stem(word.core))
            else:
                telling.add(stem(word.core))
                sounds.add(sound(heavy(word.core)))
    return Name(
        frozenset(telling),
        frozenset(generic),
        frozenset(ids - states),
        frozenset(states),
        frozenset(one for one in sounds if len(one) > 2),
    )


def actor_states(ids: frozenset[str]) -> frozenset[str]:
    """The states that known actors belong to, alpha-3."""
    actors = default().actors
    return frozenset(state for one in ids if one in actors and (state := getattr(actors[one], "country", None)))
