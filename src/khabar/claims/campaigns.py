"""Operations of an army told with whose they are and where or against whom they go (العملية العسكرية التركية في عفرين،
حملة للجيش ضد معقل الجماعة); and struggles that only have an enemy (المعركة ضد التنظيم)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import FORCES
from khabar.claims.particles import ANY
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

CAMPAIGNS: Final = frozenset(("assault.operation", "assault.campaign", "assault.operation.begun"))
_BATTLE: Final = "assault.battle"
_WORDS: Final = frozenset("عملية عمليات حملة حملات".split())
_MILITARY: Final = frozenset("عسكرية جوية برية هجومية".split())
_AGAINST: Final = frozenset(("ضد", "على"))
_IN: Final = frozenset("في ب داخل شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())
_OPEN: Final = frozenset(
    "منذ اثناء خلال قبل وقف انهاء تعليق خيار احتمال احتمالات رئيس قائد قيادة غرفة هيئة مركز ساحة مسرح عدم اي بعد منع "
    "خطة خطط مخاطر تفاصيل تطورات سير لشن شن بدء انتهاء استئناف استمرار مواصلة اطار انطلاق اطلاق بدا بدات نهاية "
    "تغطي تغطية تغطيته تغطيتها".split()
)
"""Words right before an operation that is looked ahead to, sets something else in time or names an office."""
_REACH: Final = 9
_STRUGGLES: Final = frozenset(("معركة", "معارك"))
_FOE: Final = frozenset(("ضد", "مع"))


def waged(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether an operation is told with its army and its place or enemy. ``row``: the phrases of the sentence."""
    if candidate.id not in CAMPAIGNS or candidate.pos != "n" or reading.core(candidate.first) not in _WORDS:
        return False
    before = reading.words[candidate.first - 1]
    meant = before.core == "اشارة" or (before.form == "الى" and reading.core(candidate.first - 2) == "اشارة")
    if meant or before.core in _OPEN or before.form in ANY or reading.core(candidate.last + 1) in RELATIVE:
        return False
    if _MILITARY.isdisjoint(reading.core(at) for at in range(candidate.first, candidate.last + 3)):
        at = candidate.first + 1  # العملية التركية في
        return (
            reading.words[candidate.first].det
            and "country" in reading.lex[at]
            and reading.words[at].det
            and (reading.forms[at + 1] in _AGAINST or reading.forms[at + 1] in _IN)
            and "place" in reading.lex[at + 2]
        )
    end = min(reading.sentences[candidate.sentence].last, candidate.last + 1 + _REACH)
    owner, aimed = False, False
    heads = {one.first: one for one in row}
    for at in range(candidate.last + 1, end):
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or reading.acts[at] or reading.forms[at] == "،":
            break
        one = heads.get(at)
        force = one is not None and (one.kind in FORCES or one.country is not None)
        if not aimed and (force or "country" in reading.lex[at]):
            owner = owner or reading.prep(at) in {"", "ل", "من"}
        if owner and (reading.forms[at] in _AGAINST or reading.forms[at] in _IN):
            aimed = True
        if owner and aimed and (at in heads or "place" in reading.lex[at]):
            return True
    return False


def struggle(reading: Reading, candidate: Candidate, losses: str) -> bool:
    """Whether a struggle has an enemy and nothing else: no verb, day, place or ``losses`` (في المعركة ضد الإرهاب)."""
    if candidate.id != _BATTLE or losses or candidate.light is not None:
        return False
    word = reading.words[candidate.first]
    if word.core.removesuffix("ها") not in _STRUGGLES and not word.enc:
        return False
    if not (word.det or word.enc) or (candidate.form == "plural" and not word.enc):
        return False
    after = candidate.last + 1
    if reading.forms[after] not in _FOE:
        return False
    end = min(reading.sentences[candidate.sentence].last, after + _REACH)
    return not any(at in reading.time_tokens for at in range(after, end))
