"""Blame that somebody's words level at a party: it is the subject of the verb of blame (قال إن طهران تعرقل الحل), or
the verdict is all that is said of it (إن الإدارة منحازة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import PARTIES
from khabar.claims.predicates import OF_SOMEBODY, predicate
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_OPENS: Final = frozenset(("ان", "بان", ":", "لقد", "قد"))
"""Words right behind which the clause of a speaker begins."""
_STILL: Final = frozenset(
    "قد لقد تزال يزال يزالون زالت زال زالوا ظلت ظل باتت بات اصبحت اصبح كانت كان هي هو هم التي الذي الذين "
    "من مازالت مازال لاتزال دائما ايضا نفسها نفسه وحدها وحده".split()
)
"""Words between a subject and the verb of what it is blamed for."""
_CEASES: Final = frozenset("تزال يزال يزالون زالت زال زالوا".split())
"""Verbs behind a negation that together say "still"."""
_LEADS: Final = frozenset(("في", "عن", "على"))
_PRACTISES: Final = frozenset(
    "واصل واصلون ستمر ستمرون تعمد تعمدون معن معنون مارس مارسون رتكب رتكبون كف كفون توقف توقفون تورع توانى".split()
)
"""Verbs in the imperfect, without their first letter, that carry a misdeed (تواصل انتهاك الاتفاق، لا تكف عن التدخل)."""
_CEASING: Final[tuple[str, ...]] = ("كف", "توقف", "تورع", "توانى")
_REACH: Final = 5
_CHAIN: Final = 12
"""Tokens back that the first of joined verbs stands."""


def levelled(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether the candidate is blame of a party. ``row``: the phrases of its sentence."""
    strong = [one for one in row if one.kind in PARTIES]
    if candidate.pos == "v" or reading.acts[candidate.first]:
        return _does(reading, candidate.first, strong)
    if candidate.head is not None and reading.acts[candidate.head[0]]:
        return _does(reading, candidate.head[0], strong)  # تستخدم الغاز سلاحا
    if predicate(reading, candidate):
        return _subject(reading, candidate.first, strong)
    verb = candidate.first - 1
    if reading.forms[verb] in _LEADS:
        verb -= 1
    return bool(reading.acts[verb]) and reading.words[verb].core[1:] in _PRACTISES and _does(reading, verb, strong)


def _does(reading: Reading, verb: int, strong: list[Phrase]) -> bool:
    """A party does it: named right before the verb, right behind it, or beside the verb that it goes on from."""
    if reading.words[verb].pro[:1] not in {"و", "ف"}:
        if _subject(reading, verb, strong):
            return True
        return _opens(reading, verb) and any(one.first == verb + 1 and not one.prep for one in strong)
    for at in range(verb - 1, max(0, verb - _CHAIN), -1):
        if reading.forms[at] in STOPS:
            return False
        if reading.acts[at]:
            alike = reading.words[at].core[:1] == reading.words[verb].core[:1]
            return alike and _does(reading, at, strong)
    return False


def _subject(reading: Reading, first: int, strong: list[Phrase]) -> bool:
    """A party stands right before, with which the clause of a speaker begins."""
    at = first - 1
    if reading.forms[at] == "لا" and reading.words[first].core[1:].startswith(_CEASING):
        at -= 1
    while at > first - _REACH and (reading.forms[at] in _STILL or reading.forms[at] in QUOTES_OPEN):
        at -= 2 if reading.forms[at] in _CEASES else 1
    if reading.words[at].cls == "j" and reading.words[at].det and not any(one.last == at for one in strong):
        at -= 1
    for phrase in strong:
        if phrase.last == at:
            beside = any(one.last == phrase.first - 1 for one in strong)
            return not phrase.prep and (beside or _opens(reading, phrase.first) or _of_words(reading, phrase.first))
    return _of_words(reading, at + 1)


def _of_words(reading: Reading, first: int) -> bool:
    """What somebody decides, says or does stands before the token and opens the clause of a speaker (إن تصريحات القيادة
    تقوض، إن هذا القانون يهدد)."""
    for at in range(first - 1, max(0, first - _REACH), -1):
        if reading.acts[at] or reading.forms[at] in STOPS or reading.words[at].func == "rel":
            return False
        if reading.words[at].core in OF_SOMEBODY:
            before = at - 1
            while reading.forms[before] in DEMONSTRATIVES:
                before -= 1
            return _opens(reading, before + 1)
    return False


def _opens(reading: Reading, first: int) -> bool:
    """A clause of a speaker begins at the token."""
    at = first - 1
    while at > 0 and reading.forms[at] in QUOTES_OPEN:
        at -= 1
    return at < first - 1 or reading.words[at].core in _OPENS
