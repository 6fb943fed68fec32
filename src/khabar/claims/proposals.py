"""Whose proposal, demand or words the noun behind a refusal tells of (رفضت طلبا أميركيا، رفض مبادرة قدمتها باريس): its
nationality, its genitive, whoever made it, or whom somebody will not meet."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import CLOSERS, RELATIVE, STOPS
from khabar.claims.kinds import PARTIES
from khabar.claims.refused import OFFERS
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_RECEIVES: Final = frozenset("استقبال لقاء مقابلة مصافحة مبايعة محاورة".split())
_DEALINGS: Final = _RECEIVES | frozenset(
    "حضور اجتماع اجتماعات تفاوض مفاوضات محادثات مباحثات حوار تعامل تعاون عمل مشاركة جلوس تحالف ائتلاف تطبيع مصالحة "
    "تواصل اتفاق هدنة تسوية شراكة".split()
)
"""Nouns of meeting somebody and dealing with him."""
_FROM: Final = frozenset(("من", "عن"))
_LED: Final = frozenset("قدمه قدمها قدمته قدمتها طرحه طرحها طرحته طرحتها تقدم تقدمت عرضه عرضها عرضته عرضتها".split())
"""Verbs of proposing that take the proposal up."""
_WHOSE: Final = frozenset(("actor", "country", "institution", "title"))
"""Marks of whoever is named within the phrase for a proposal (خطة المفوضية الأوروبية)."""
_REACH: Final = 9
"""Tokens behind a verb of refusing within which the proposal stands."""
_ASIDE: Final = 14
"""Tokens of a relative clause between commas at most."""


def proposer(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) whose proposal is refused: its nationality, its genitive, whoever made it."""
    last = candidate.last
    partner = _partner(reading, candidate, row)
    if partner is not None:
        for phrase in row:
            if phrase is partner or phrase.coord is partner:
                found[phrase] = "target"
            elif found.get(phrase) == "target":
                found[phrase] = APART
        return
    if candidate.frame == "undergo":
        start = max(reading.sentences[candidate.sentence].first - 1, candidate.first - _REACH)
        near = [noun_behind(reading, row, candidate.first, OFFERS), noun_behind(reading, row, start, OFFERS)]
        at = next((one for one in near if one >= 0), -1)
    else:
        at = noun_behind(reading, row, last, OFFERS)
    while 0 <= at < len(reading.words) - 1 and reading.words[at + 1].core in OFFERS and not reading.words[at + 1].pro:
        at += 1
    if at < 0 or any(one.first <= at <= one.last and found.get(one) == "actor" for one in row):
        return
    whose = owner(reading, at, row)
    if whose is None or found.get(whose) == "actor":
        return
    for phrase in row:
        if phrase is whose or phrase.coord is whose:
            found[phrase] = "target"
        elif found.get(phrase) == "target":
            found[phrase] = APART


def _partner(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
    """With whom somebody will not meet or talk (رفض حضور اجتماع مع الرئيس، رفض استقبال الوفد)."""
    at = noun_behind(reading, row, candidate.last, _DEALINGS)
    if at < 0 or any(one.first <= at <= one.last and one.kind in PARTIES for one in row):
        return None
    end = pause_behind(reading, at)
    for phrase in row:
        if not at < phrase.first < end or phrase.kind not in PARTIES:
            continue
        if phrase.prep == "مع" or (phrase.first == at + 1 and not phrase.prep and reading.words[at].core in _RECEIVES):
            return phrase
        if reading.acts[phrase.first - 1]:
            return None
    return None


def noun_behind(reading: Reading, row: list[Phrase], last: int, nouns: frozenset[str]) -> int:
    """The first noun of a set behind a token, with no clause between but an aside; -1 where there is none."""
    forms, at = reading.forms, last + 1
    end = min(last + _REACH, len(reading.words))
    while at < end:
        if forms[at] in PAUSE and forms[at + 1] in RELATIVE:  # الجماعة، التي صنفت إرهابية، صلتها
            reach = range(at + 2, min(at + _ASIDE, len(forms)))
            closes = next((one for one in reach if forms[one] in PAUSE), end)
            at, end = closes + 1, min(end + closes - at, len(reading.words))
            continue
        if forms[at] in CLOSERS:
            return -1
        if reading.words[at].core in nouns:
            return at
        if reading.acts[at] and not any(one.first <= at <= one.last for one in row):
            return -1
        at += 1
    return -1


def owner(reading: Reading, at: int, row: list[Phrase]) -> Phrase | None:
    """Whose words the noun at a token are."""
    end = at + 1
    while end < len(reading.words) and reading.words[end].cls == "j":
        end += 1
    for phrase in row:
        if phrase.kind == "adjective" and phrase.country and at < phrase.first <= end:
            return phrase
    within = next((one for one in row if one.first <= at < one.last), None)
    if within is not None and (within.country or any(named(reading, one) for one in range(at + 1, within.last + 1))):
        return within
    genitive = next((one for one in row if one.first == at + 1 and not one.prep), None)
    if genitive is not None and genitive.kind in PARTIES and not reading.words[at].det:
        return genitive
    for phrase in row:
        if phrase.first > at and (phrase.agent or phrase.prep in _FROM) and phrase.kind in PARTIES:
            gap = phrase.first - end
            plain = not any(reading.forms[one] in PAUSE or reading.acts[one] for one in range(at + 1, phrase.first))
            if phrase.agent and gap <= _REACH and plain:
                return phrase
            return phrase if gap <= 2 and plain else None
    for verb in range(at + 1, min(at + _REACH, len(reading.words))):
        if reading.forms[verb] in STOPS:
            return None
        if reading.words[verb].form in _LED:
            return next((one for one in row if verb < one.first <= verb + 2 and one.kind in PARTIES), None)
    return None


def named(reading: Reading, at: int) -> bool:
    """Somebody is named there, not only by an adjective."""
    return any(kind in _WHOSE and not found.tag.startswith("adj") for kind, found in reading.lex[at].items())


def pause_behind(reading: Reading, last: int) -> int:
    """The token behind a word with which its clause pauses."""
    reach = range(last + 1, len(reading.forms))
    return next((at for at in reach if reading.forms[at] in PAUSE or reading.forms[at] in STOPS), len(reading.forms))
