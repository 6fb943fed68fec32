"""Verbs of many meanings that those they are done to settle: who stops counted people arrests them (أوقفت المباحث سبعة
أعضاء), who makes an end of fighters kills them (قضت مسيرة على ثلاثة من القادة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import HUMANS
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_STOPS: Final = "coerce.arrest.stop"
_ENDS: Final = "assault.kill-off"
SETTLED: Final = frozenset((_STOPS, _ENDS))
"""Entries of these verbs."""
_REACH: Final = 9
_WORK: Final = frozenset("عمل رواتب راتب صرف ترقية دراسة خدمة".split())
"""What people are stopped from without being held (أوقفت الشركة مئة موظف عن العمل)."""
_COURTS: Final = frozenset("محكمة محاكم هيئة قاض قاضي حكم قرار قانون اتفاق دستور مادة".split())
"""What decides by the same verb."""
_FIGHTERS: Final = frozenset(
    "خلية فلول قيادي قياديا قياديين قادة قائد عناصر عنصر مسلح مسلحين مسلحا ارهابي ارهابيين متمردين "
    "زعيم مهاجم مهاجمين".split()
)


def settled(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether those it is done to settle what the verb tells. ``row``: the phrases of the sentence."""
    if candidate.pos != "v" or not reading.acts[candidate.first]:
        return False
    return _arrests(reading, candidate, row) if candidate.id == _STOPS else _kills(reading, candidate)


def _arrests(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """A number of people is its object."""
    people = {one.first for one in row if one.kind in HUMANS and not one.prep}
    end = min(reading.sentences[candidate.sentence].last - 2, candidate.last + 1 + _REACH)
    for at in range(candidate.last + 1, end):
        if reading.forms[at] in PUNCTUATION or reading.forms[at] in RELATIVE or reading.acts[at]:
            return False
        if at not in reading.number_tokens or at in reading.time_tokens or reading.prep(at):
            continue
        while at + 1 in reading.number_tokens:
            at += 1
        of = at + 2 if reading.forms[at + 1] == "من" else at + 1
        if of not in people:
            return False
        return not any(reading.core(near) in _WORK for near in range(of + 1, of + 4))
    return False


def _kills(reading: Reading, candidate: Candidate) -> bool:
    """Fighters stand behind على, perhaps after the day and hour, and no court is the subject."""
    end = min(reading.sentences[candidate.sentence].last - 2, candidate.last + 1 + 2 * _REACH)
    left = _REACH
    for at in range(candidate.first + 1, end):
        if at in reading.time_tokens or at + 1 in reading.time_tokens:
            continue
        left -= 1
        comma = reading.forms[at] == "،" and reading.forms[at + 1] == "على"
        if left < 0 or reading.core(at) in _COURTS or (reading.forms[at] in PUNCTUATION and not comma):
            return False
        if reading.forms[at] == "على":
            behind = range(at + 1, min(at + 5, end + 2))
            return any(reading.core(near) in _FIGHTERS and not reading.acts[near] for near in behind)
    return False
