"""The clause right behind a deed that lays it on somebody (هجوم ألقت الوزارة باللوم فيه على مسلحين, تفجير اتهمت الحكومة
المتمردين بتنفيذه, غارة حملت السلطات مسؤوليتها لجماعة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import STOPS, THAT, bare
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_THROWS: Final = frozenset("القى القت القوا القا يلقي تلقي يلقون حمل حملت حملوا حملا يحمل تحمل يحملون وجه وجهت".split())
"""Verbs that lay a deed on somebody with a word of blame."""
ACCUSES: Final = frozenset("اتهم اتهمت اتهموا يتهم تتهم يتهمون".split())
"""Verbs whose object did it."""
_OWN: Final = frozenset(
    prefix + stem + suffix
    for prefix in ("", "ب")
    for stem in ("مسؤوليت", "مسئوليت", "وزر")
    for suffix in ("ه", "ها", "هما")
)
_BLAME: Final = frozenset(
    prefix + noun
    for prefix in ("ال", "بال")
    for noun in ("لوم", "لائمة", "مسؤولية", "مسئولية", "اتهام", "اتهامات", "ذنب", "تبعة")
)
"""Responsibility for the deed before, and words of blame that a pronoun ties to it."""
_LAYS: Final = _THROWS | ACCUSES
_FOR_IT: Final = frozenset("فيه فيها فيهما عنه عنها عنهما بشانه بشانها بها به".split())
_BEHIND: Final = frozenset("وراءه وراءها وراءهما خلفه خلفها خلفهما".split())
_UPON: Final = frozenset(("على", "الى", "ل"))
_BETWEEN: Final = 5
"""Tokens between the deed and the clause: an adjective, a place, a relative pronoun."""
_REACH: Final = 12
_NEAR: Final = 5
"""Tokens between the word of blame and who is blamed."""
_STOPS_OR_THAT: Final = STOPS | THAT
_OWN_OR_BLAME: Final = _OWN | _BLAME


class Laid:
    """Token of the verb that lays a deed on somebody, and that of the word by which it takes the deed up."""

    __slots__ = ("verb", "word")

    def __init__(self, verb: int, word: int) -> None:
        self.verb = verb
        self.word = word


def laid(reading: Reading, last: int) -> Laid | None:
    """The clause behind the deed that ends at token ``last``, if it lays the deed on somebody."""
    if not between(reading.tokens.cores(_LAYS), last + 1, last + 2 + _BETWEEN):
        return None
    forms, words = reading.forms, reading.words
    throws = False
    for verb in range(last + 1, min(last + 2 + _BETWEEN, len(forms))):
        throws = words[verb].core in _THROWS
        if throws or words[verb].core in ACCUSES:
            break
        if forms[verb] in STOPS or reading.acts[verb]:
            return None
    else:
        return None
    if words[verb].pro:
        return None
    for at in range(verb + 1, min(verb + _REACH, len(forms))):
        if forms[at] in _STOPS_OR_THAT:
            return None
        word = words[at]
        if throws and forms[at] in _OWN_OR_BLAME:
            return Laid(verb, at) if forms[at] in _OWN or not _FOR_IT.isdisjoint(forms[at + 1 : at + 3]) else None
        if not throws and (forms[at] in _BEHIND or ("ب" in word.pro and word.enc in THIRD)):
            return Laid(verb, at)
    return None


def accused_of(reading: Reading, first: int) -> bool:
    """Whether somebody is accused of the deed at token ``first``: ب leads to it from the verb of accusing, which goes
    on with no charge told before (كما تتهم)."""
    if "ب" not in reading.words[first].pro:
        return False
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if reading.words[at].core in ACCUSES:
            return reading.forms[at - 1] != "كما"
        if reading.acts[at] or reading.forms[at] in _STOPS_OR_THAT or reading.words[at].pro == "ب":
            return False
    return False


def blamed(reading: Reading, found: Laid, row: list[Phrase]) -> Phrase | None:
    """On whom a clause lays a deed: behind على or ل, or the object of accusing; the first bare phrase is who does
    so."""
    behind = [one for one in row if found.word < one.first <= found.word + _NEAR and one.prep in _UPON]
    if behind and reading.words[found.verb].core in _THROWS:
        return behind[0]
    named = [one for one in row if found.verb < one.first and one.last < found.word and bare(one)]
    return named[-1] if len(named) > 1 else None


def blamer(found: Laid, row: list[Phrase]) -> Phrase | None:
    """Who lays a deed on somebody: the phrase right behind the verb."""
    return next((one for one in row if one.first == found.verb + 1 and bare(one)), None)
