"""Agreeing, working together and yielding told outright: by a verb in the perfect with a party right beside it."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import DEALERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_ADOPTS: Final = frozenset(("agree.adopt", "agree.ratify", "agree.terms.councils"))
_COUNCILS: Final = frozenset(
    "قمة مجلس مؤتمر جمعية لجنة منظمة اجتماع وزراء قادة دول اتحاد جامعة هيئة مجتمعون مشاركون اعضاء".split()
)
"""Those who adopt papers."""
_PAPERS: Final = frozenset(
    "قرار قرارا اعلان اعلانا بيان بيانا خطة خريطة خارطة وثيقة ميثاق ميثاقا اتفاقية اتفاق معاهدة بروتوكول مبادرة توصيات "
    "استراتيجية".split()
)
_PAPER: Final = 9
"""Tokens behind the verb within which the paper stands."""
_FAILS: Final[tuple[str, ...]] = ("اخفق", "فشل", "خطا", "اخطا", "اخطاء", "قصور", "تقصير", "هزيم", "اخفاق", "عجز")
"""Beginnings of words for what one yields by admitting."""
_FAILED: Final = 8
_TYPES: Final = frozenset(("AGREE", "COOPERATE", "CONCEDE"))
_NOT_OR_IF: Final = frozenset("لا لم لن ولا ولم ولن اذا لو ما ربما نادرا".split())
_ADMITS: Final = "concede.yield.admits"
"""Entry of admitting, behind which what is admitted is the claim."""


def adopted(reading: Reading, candidate: Candidate) -> bool:
    """Whether a body is told to have adopted a paper of its own (اعتمدت القمة إعلان الجزائر)."""
    if candidate.id not in _ADOPTS or candidate.pos != "v" or not candidate.tag.startswith("perf"):
        return False
    if reading.forms[candidate.first - 1] in _NOT_OR_IF:
        return False
    body = False
    for at in range(candidate.last + 1, min(candidate.last + _PAPER, len(reading.words))):
        core = reading.words[at].core
        if reading.acts[at] or reading.forms[at] in PUNCTUATION:
            return False
        if body and core in _PAPERS:
            return True
        body = body or core in _COUNCILS
    return False


def told_outright(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a verb of these is told as done by a party. ``row``: the phrases of its sentence."""
    if candidate.type not in _TYPES or candidate.alone:
        return False
    if candidate.id == _ADMITS and not _failure(reading, candidate.last):
        return False
    if candidate.pos != "v" and candidate.head is None:
        return False
    verb = candidate.first if candidate.head is None else candidate.head[0]
    word = reading.words[verb]
    if candidate.form != "phrase" and not candidate.tag.startswith("perf"):
        return False
    if not reading.acts[verb] or reading.quoted[verb] or reading.forms[verb - 1] in _NOT_OR_IF:
        return False
    if word.pro not in {"", "و", "ف"} or (word.core.startswith(("ي", "ت")) and not _perfect(reading, verb)):
        return False
    beside = (verb + 1, verb - 1)
    return any(
        phrase.kind in DEALERS and not phrase.prep and (phrase.first == beside[0] or phrase.last == beside[1])
        for phrase in row
    )


def _perfect(reading: Reading, verb: int) -> bool:
    """A perfect that begins like an imperfect (تراجعت، تبادلت)."""
    return any(sense.tag.startswith("perf") for sense in reading.words[verb].senses)


def _failure(reading: Reading, last: int) -> bool:
    """A failure of his own is what he admits (أقر بأن الجيش أخفق)."""
    end = min(last + _FAILED, len(reading.words))
    return any(reading.words[at].core.startswith(_FAILS) for at in range(last + 1, end))
