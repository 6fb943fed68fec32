"""Modes that a plain verb's object tells: arms handed over by those who bore them, precautions heightened; and that of
crowds who fight the police."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import BODIES, RIOTS
from khabar.claims.untouched import NO_TARGET
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_ATTENDS: Final = "consult.contacts.way-to"
_ATTENDING: Final = ("شارك", "شاركت", "شاركوا", "تشارك", "حضر", "حضرت", "حضروا", "تحضر")
HANDS: Final = frozenset(("retreat.handover", "retreat.prisoner-swap"))
"""Entries of handing over."""
_ARMS: Final = frozenset("سلاح اسلحة عتاد ذخائر اسلحت".split())
_HEIGHTENS: Final = "mobilize.push"
_PRECAUTIONS: Final = frozenset("اجراءات تدابير اجراء حراسة امن".split())
_TAKERS: Final = BODIES | {"state", "people"}
_GIVEN_TO: Final = 12
GIVES_UP: Final = frozenset(("retreat.lay-down-arms", "retreat.disarm"))
_SELF: Final = frozenset(("نفس", "انفس"))
_UNDONE: Final = frozenset("لم لن لا ان كي".split())
_NEAR: Final = 7


def told_mode(reading: Reading, candidate: Candidate) -> tuple[str, str] | None:
    """The mode that the object tells, and by which rule; None where it tells none."""
    if candidate.id == _ATTENDS and reading.core(candidate.first).endswith(_ATTENDING):
        return "meet", "somebody attends it"
    if candidate.id in RIOTS:
        return "riot", "a crowd against the police"
    if candidate.id not in HANDS and candidate.id != _HEIGHTENS:
        return None
    behind = range(candidate.last + 1, min(candidate.last + 1 + _NEAR, len(reading.words)))
    if candidate.id in HANDS and any(reading.words[at].core in _ARMS and reading.words[at].enc for at in behind):
        return "disarm", "arms handed over by those who bore them"
    if candidate.id == _HEIGHTENS and any(reading.words[at].core in _PRECAUTIONS for at in behind[:3]):
        return "alert", "precautions heightened"
    return None


def surrenders(reading: Reading, candidate: Candidate) -> bool:
    """Somebody gives himself up (سلم القائد نفسه لقوات الأمن)."""
    if candidate.id not in GIVES_UP:
        return False
    if candidate.head is None and candidate.pos != "v" and candidate.form != "phrase":
        return False
    verb = candidate.first if candidate.head is None else candidate.head[0]
    opens = verb == reading.sentences[candidate.sentence].first
    if not (reading.acts[verb] or opens) or reading.forms[verb - 1] in _UNDONE or candidate.tag.startswith("impf"):
        return False
    end = min(candidate.last + 1 + _NEAR, len(reading.words))
    return any(reading.words[at].core in _SELF and reading.words[at].enc for at in range(verb + 1, end))


def handed_to(candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Whoever gets the place that is handed over, which is no party (سلمت القوات القاعدة إلى الجيش)."""
    if candidate.id != "retreat.handover" or candidate.pos != "v":
        return
    behind = [one for one in row if 0 < one.first - candidate.last <= _GIVEN_TO]
    taker = next((one for one in behind if one.prep in {"الى", "ل"} and one.kind in _TAKERS), None)
    if taker is None:
        return
    found[taker] = "target"
    for one in behind:
        if one is not taker and one.kind in {"place", "thing"}:
            found[one] = NO_TARGET
