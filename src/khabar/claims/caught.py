"""What a word of catching caught, which may be people or goods (أوقفت الشرطة مهربا وضبطت أسلحة), and what was stopped
on its way rather than objected to (اعترض الجيش أمس ثلاث مسيرات): the object tells."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_CATCHES: Final[tuple[str, ...]] = ("ضبط", "يضبط", "تضبط")
"""Beginnings of the words."""
_GOODS: Final = frozenset(
    "اسلحة سلاح سلاحا ذخائر ذخيرة مخدرات حشيش حبوب حبة متفجرات شحنة شحنات كمية كميات كوكايين هيروين بضائع سجائر اموال "
    "اموالا مبالغ مبلغ عبوات الغام مسدسات بنادق صواريخ قذائف وثائق اجهزة هواتف طن اطنان كيلوغرام كيلوغراما كيلوغرامات "
    "كبتاغون ممنوعات مواد معدات عملات ذهب اثار قطع سيارة سيارات مركبة مركبات شاحنة شاحنات زورق زورقا قارب قاربا مخزن "
    "مستودع معمل".split()
)
_REACH: Final = 9
_FAR: Final = 14
"""Tokens behind the verb within which the weapon stands that it stops."""
_LIKELY: Final = 0.2


def by_object(reading: Reading, group: list[Candidate], best: Candidate, row: list[Phrase]) -> Candidate:
    """The reading of the place that fits the object of a word of catching, else the ``best`` one. ``row``: the phrases
    of the sentence."""
    if best.type == "REJECT":
        return _stopped(reading, group) or best
    if best.type != "COERCE" or best.mode not in {"arrest", "seize"}:
        return best
    if best.first != best.last or not reading.words[best.first].core.startswith(_CATCHES):
        return best
    mode = _caught(reading, best.last, row)
    if mode is None or mode == best.mode:
        return best
    fitting = [one for one in group if one.type == "COERCE" and one.mode == mode and one.score >= _LIKELY]
    return max(fitting, key=_company) if fitting else best


def _stopped(reading: Reading, group: list[Candidate]) -> Candidate | None:
    """The reading as an interception, where a weapon is the verb's object and no objection to something."""
    shot = next((one for one in group if one.mode == "interception" and one.pos == "v" and not one.alone), None)
    if shot is None:
        return None
    for at in range(shot.last + 1, min(shot.last + 1 + _FAR, reading.sentences[shot.sentence].last)):
        if reading.forms[at] == "على" or reading.acts[at]:
            return None
        if "weapon" in reading.lex[at]:
            return shot
    return None


def _company(candidate: Candidate) -> tuple[bool, float]:
    return not candidate.alone, candidate.score


def _caught(reading: Reading, last: int, row: list[Phrase]) -> str | None:
    """``seize`` for goods, ``arrest`` for people without the article, whichever stands first in the clause."""
    people = {one.first for one in row if one.kind == "people" and not one.prep and not one.definite}
    for at in range(last + 1, min(last + 1 + _REACH, len(reading.words))):
        word = reading.words[at]
        if word.core in _GOODS and not word.pro:
            return "seize"
        if reading.acts[at] or word.form in RELATIVE or word.form in PAUSE or word.form in ".؛:\n":
            return None
        if at in people and not word.det and (at - 1 == last or at - 1 in reading.number_tokens):
            return "arrest"
    return None
