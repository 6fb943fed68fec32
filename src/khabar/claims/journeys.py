"""Journeys without a word for the visit: somebody in office sets out for, arrives in or leaves for a place (يتوجه
الوزير إلى بروكسل)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, bare
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

TRAVELS: Final = frozenset(("consult.depart", "consult.arrive", "consult.travel"))
"""Entries of the verbs."""
_PERSON: Final = "person"
_DELEGATIONS: Final = frozenset("وفد وفدا وفود وفدان".split())
_TO: Final = frozenset(("الى", "ل"))
_WITH: Final = 9
"""Tokens behind the traveller within which the place stands."""
_FIELD: Final = frozenset("المنطقة البلدة القرية الحي المدينة المخيم الجبهة منزله منزلها".split())
"""What somebody leaves who is on no visit."""
_VISITS: Final[tuple[str, ...]] = ("زيار", "جول")
"""Beginnings of the nouns that tell the visit where they stand in the sentence."""


def travels(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether somebody known by name or office goes to a place that is named. ``row``: the phrases of the sentence that
    name somebody or a place."""
    if candidate.id not in TRAVELS or candidate.pos != "v" or candidate.form == "phrase":
        return False
    first, last = candidate.first, candidate.last
    if reading.forms[first - 1] in RELATIVE:
        return False
    if reading.forms[first - 1] == "ثم":
        return _onward(reading, candidate, row)
    who = next((one for one in row if one.first == last + 1 or one.last == first - 1), None)
    if who is None or not bare(who) or not _traveller(reading, who):
        return False
    start = max(last, who.last)
    if reading.forms[start + 1] in _FIELD:
        return False
    to = next((one for one in row if start < one.first <= start + _WITH and _goal(one)), None)
    if to is None or any(reading.forms[at] in STOPS for at in range(last, to.first)):
        return False
    sentence = reading.sentences[candidate.sentence]
    return not any(reading.words[at].core.startswith(_VISITS) for at in range(sentence.first, sentence.last))


def _traveller(reading: Reading, who: Phrase) -> bool:
    """Somebody known by name or office, or a delegation."""
    if who.kind != _PERSON:
        return reading.words[who.head].core in _DELEGATIONS
    return who.entry is not None or who.role != ""


def _onward(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """He who went to one place goes on to the next (يزور الوزير عمان ثم يتوجه إلى بغداد)."""
    to = next((one for one in row if candidate.last < one.first <= candidate.last + 2 and _goal(one)), None)
    if to is None:
        return False
    start = reading.sentences[candidate.sentence].first
    return any(
        reading.acts[at] and any(sense.kind == "trigger" and sense.mode == "visit" for sense in reading.words[at].marks)
        for at in range(start, candidate.first - 1)
    )


def _goal(phrase: Phrase) -> bool:
    """The phrase is where somebody goes."""
    return phrase.prep in _TO and (phrase.kind == "place" or phrase.place is not None or phrase.kind == "state")
