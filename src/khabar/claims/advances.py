"""Advances of forces: on ground that is told, which they take; toward a place, which is a move; or in general, which is
no event."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.place_heads import SETTLED
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_GAINS: Final = frozenset(("coerce.hold.push-on", "coerce.hold.gain-ground", "coerce.wide.gapped"))
"""Entries of advancing that tell of ground taken."""
_ADVANCE: Final = frozenset(("تقدم", "تقدما", "زحف", "زحفا"))
TOWARD: Final = "mobilize.advance-toward"
"""Entry of advancing toward a place."""
_TO: Final = frozenset("نحو باتجاه صوب تجاه الى".split())
_WITHIN: Final = frozenset(("في", "داخل", "على"))
_FRONTS: Final = frozenset(("محاور", "جبهات"))
_FRONT: Final = _FRONTS | {"محور", "جبهة"}
_WHERE: Final = frozenset(("حيث", "فيها", "فيه"))
_GROUND: Final = (SETTLED - {"جبهة"}) | frozenset(
    "مشارف احياء ريف مواقع مناطق جبل جبال تلة تلال وادي مطار ميناء معسكر قاعدة مديرية محافظة منطقة قرى بلدات".split()
)
"""Heads of what forces gain."""
_REACH: Final = 18
"""Tokens behind a word of advancing within which the ground stands."""
_ARMED: Final = frozenset(
    "قوات قوة جيش جنود مسلحون مسلحين مسلحو مسلحي مقاتلون مقاتلين مقاتلو مقاتلي عناصر ميليشيا ميليشيات مليشيا مليشيات "
    "متمردون متمردين فصائل حوثيون حوثيين مقاومة لواء الوية كتيبة كتائب وحدات مشاة دبابات مدرعات اليات رتل ارتال "
    "داعش تنظيم طالبان".split()
)
_BESIDE: Final = 6
"""Tokens on either side of the verb within which those who advance stand."""
_ENDS: Final = frozenset((".", "؛", ":", "\n", "ان", "بان", "منذ", "بعد", "عقب", "قبل"))


def groundless(reading: Reading, candidate: Candidate) -> bool:
    """Whether a word of advancing tells of no ground taken (حققت القوات تقدما كبيرا), or only of where they head."""
    if candidate.id not in _GAINS:
        return False
    if not any(_advances(reading, at) for at in range(candidate.first, candidate.last + 1)):
        return False
    return toward(reading, candidate) or not _ground(reading, candidate)


def toward(reading: Reading, candidate: Candidate) -> bool:
    """Whether forces advance toward a place (تقدمت القوات من المطار نحو وسط المدينة), or on several fronts."""
    forms = reading.forms
    for at in range(candidate.last + 1, _end(reading, candidate)):
        form = forms[at]
        if form in _TO:
            return True
        if form in _WITHIN:
            return any(reading.core(on) in _FRONTS for on in range(at + 1, at + 3))
        if form in PUNCTUATION or form in _ENDS or form in RELATIVE or reading.acts[at]:
            return False
    return False


def heading(reading: Reading, candidate: Candidate) -> bool:
    """Whether those who bear arms are told by a verb to advance toward a place."""
    if candidate.id != TOWARD or candidate.pos != "v" or not toward(reading, candidate):
        return False
    sentence = reading.sentences[candidate.sentence]
    row = range(max(sentence.first, candidate.first - _BESIDE), min(sentence.last, candidate.last + 1 + _BESIDE))
    return any(reading.words[at].core in _ARMED for at in row)


def _advances(reading: Reading, at: int) -> bool:
    core = reading.words[at].core
    return core.startswith(("تقدم", "يتقدم", "تتقدم", "زحف", "يزحف", "تزحف")) or core in _ADVANCE


def _end(reading: Reading, candidate: Candidate) -> int:
    return min(reading.sentences[candidate.sentence].last - 1, candidate.last + 1 + _REACH)


def _ground(reading: Reading, candidate: Candidate) -> bool:
    """A place, or a head of one with its name, stands behind, or between verb and noun, or right before."""
    low = candidate.first if candidate.head is None else candidate.head[1] + 1
    verb = candidate.first if candidate.head is None else candidate.head[0]
    if reading.forms[verb - 1] in _WHERE or reading.forms[candidate.last + 1] in _WHERE:
        return True
    for at in range(low, _end(reading, candidate)):
        if at > candidate.last and (reading.forms[at] in _ENDS or reading.forms[at] in RELATIVE):
            return False
        if at > candidate.last and reading.acts[at]:
            return False
        if "place" in reading.lex[at] or "country" in reading.lex[at]:
            return True
        word = reading.words[at]
        if word.core in _GROUND:
            return True
        if word.core in _FRONT and not word.det and reading.core(at + 1) != "قتال":
            return True
    return False
