"""Demands and charges whose words name both ends: who ought to do it (على إيران أن توقف التخصيب), who says so and what
(مطالبة سوريا إسرائيل بإعادة الجولان)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.duties import UPON
from khabar.claims.kinds import PARTIES, VERBAL_TYPES
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_UPON_THEM: Final = frozenset("عليه عليها عليهم عليهما علينا".split())
_INSISTS: Final = "request.insist"
_ON: Final = frozenset(("على", "ل"))
_REACH: Final = 5
"""Tokens behind a word of duty within which whoever has it is named."""
_LEADS: Final[dict[str, frozenset[str]]] = {
    "REQUEST": frozenset(("ب", "الى", "ل")),
    "ACCUSE": frozenset(("ب",)),
    "REJECT": frozenset(("ل",)),
    "THREATEN": frozenset(("ب",)),
}
"""Prepositions that lead from words to what they say."""
_CONTENT: Final = 9
"""Tokens behind the noun of words within which what they say begins."""


def owed(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a word of duty names who has it, a party or a person. ``row``: the phrases of its sentence."""
    if candidate.type != "REQUEST":
        return False
    inside = candidate.id in UPON
    if inside and reading.forms[candidate.first].lstrip("وف") in _UPON_THEM and reading.forms[candidate.last] == "ان":
        return True
    if not inside and candidate.frame != "charge":
        return False
    low = candidate.first if inside else candidate.last
    for phrase in row:
        if not low < phrase.first <= candidate.last + _REACH or phrase.kind not in PARTIES:
            continue
        if any(reading.forms[at] in STOPS for at in range(low, phrase.first)):
            return False
        if phrase.prep in _ON or inside:
            return True
        return not phrase.prep and bool(reading.acts[phrase.first - 1])
    return False


def called(reading: Reading, candidate: Candidate) -> bool:
    """Whether a headline opens with calls, charges or threats of somebody and what they say (دعوات دولية للتحقيق)."""
    leads = _LEADS.get(candidate.type)
    first, words = candidate.first, reading.words
    if leads is None or candidate.pos != "n" or candidate.frame != "speech" or candidate.last > first:
        return False
    if reading.sentences[candidate.sentence].first != first or words[first].det or words[first].enc:
        return False
    behind = first + 1
    if words[behind].det or words[behind].pro or not (words[behind].cls == "j" or "country" in reading.lex[behind]):
        return False
    return words[behind + 1].pro in leads or reading.forms[behind + 1] in leads


def insisting(reading: Reading, candidate: Candidate) -> bool:
    """Whether somebody insists that something be so (يصر على أن تكون)."""
    if candidate.id != _INSISTS:
        return False
    behind = reading.forms[candidate.last + 1 : candidate.last + _REACH]
    return "على" in behind and "ان" in behind


def uttered_by(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether the noun of a demand, charge or refusal has who says it right behind and what is said behind that."""
    leads = _LEADS.get(candidate.type)
    if leads is None or candidate.pos != "n" or candidate.frame != "speech" or candidate.type not in VERBAL_TYPES:
        return False
    if reading.words[candidate.first].det or reading.words[candidate.last].enc:
        return False
    behind = candidate.last + 1
    who = next((one for one in row if one.first in {behind, behind + 1} and one.kind in PARTIES), None)
    if who is None or (who.prep if who.first == behind else who.prep != "من" or reading.forms[behind] != "من"):
        return False
    for at in range(who.last + 1, min(who.last + _CONTENT, len(reading.forms))):
        if reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] == "،":
            return False
        if reading.forms[at] in leads or reading.words[at].pro in leads:
            return reading.words[at].cls != "v"
    return False
