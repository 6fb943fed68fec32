"""Words of a verdict, a demand or a duty that only tell what somebody or something is like."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.mentions.reading import Reading
from khabar.model import VERBAL_TYPES

_MUST: Final = "request.must"
"""Entry of words of duty (يجب، ينبغي)."""
_CALLING: Final = "request.calling"
_ACCUSED: Final = "accuse.accuse"
_REFUSERS: Final = frozenset("رافضين رافضون معارضين معارضون مؤيدين مؤيدون داعمين داعمون منتقدين منتقدون".split())
"""Those who hold a view, where the article stands before it (المسلحين الرافضين للتسوية)."""
_GOES_ON: Final = frozenset("الامر الشيء الوقت الحين الاتجاه المرة".split())
"""Nouns before a relative clause that tells what happened besides."""
_ADHERENTS: Final = frozenset(
    "منتقدي منتقدو معارضي معارضو مؤيدي مؤيدو رافضي رافضو داعمي داعمو مناهضي مناهضو مناصري مناصرو".split()
)
"""Those known for what they say (أشد منتقدي الحكومة، رافضو التسوية)."""


_STATES: Final = frozenset(("coerce.seize.occupy", "coerce.seize.control.hold", "coerce.seize.tighten"))
"""Entries of verbs that in the present tell who holds a place."""
_ATTITUDES: Final = frozenset(("SUPPORT", "REJECT"))
_SHARES: Final = frozenset("% ٪ بالمئة بالمائة مئة مائة المئة المائة ارباع ثلثا ثلثي ثلث استطلاع استطلاعات".split())
"""Words for a share of those who were asked."""
_ASKED: Final = 8
"""Tokens before a verb within which the share of those who hold that view stands."""


def attribute(reading: Reading, candidate: Candidate) -> bool:
    """Whether the candidate only tells what somebody or something is like."""
    if candidate.type == "AID" or candidate.id in _STATES:
        return candidate.pos == "v" and _habitual(reading, candidate)
    if candidate.type not in VERBAL_TYPES:
        return False
    if candidate.id == _MUST:
        return _fitting(reading, candidate.first)
    if candidate.pos == "n":
        if candidate.id == _CALLING and _called(reading, candidate.first):
            return True
        if reading.words[candidate.first].det and reading.words[candidate.first].core in _REFUSERS:
            return True
        return reading.words[candidate.first].core in _ADHERENTS or _counted(reading, candidate)
    if candidate.type in _ATTITUDES and _polled(reading, candidate):
        return True
    return _known_for(reading, candidate)


def _habitual(reading: Reading, candidate: Candidate) -> bool:
    """The present in a relative clause says what somebody does again and again or holds (الذين يمولون الإرهاب، من يمول،
    الجزء الذي تحتله)."""
    first, forms = candidate.first, reading.forms
    if candidate.form != "impf" or reading.words[first].core[0] == "س":
        return False
    before = first - 3 if forms[first - 1] == "او" and reading.words[first - 2].verbal else first - 1
    return forms[before] in RELATIVE or forms[before] == "من"


def _counted(reading: Reading, candidate: Candidate) -> bool:
    """Defendants, counted (أحيل 11 متهما)."""
    return candidate.id == _ACCUSED and candidate.first - 1 in reading.number_tokens


def _called(reading: Reading, first: int) -> bool:
    """A preacher, a reason or a need, not somebody's call (الداعية المتشدد، الأسباب الداعية لذلك، لا داعي للقلق)."""
    return reading.words[first].det or reading.forms[first - 1] in {"لا", "اي", "دون", "بلا"}


def _polled(reading: Reading, candidate: Candidate) -> bool:
    """What a share of the people thinks (60% من الناخبين يؤيدون الانسحاب)."""
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _ASKED)
    return candidate.form == "impf" and not _SHARES.isdisjoint(reading.forms[start : candidate.first])


def _known_for(reading: Reading, candidate: Candidate) -> bool:
    """The present of a verdict in a relative clause tells who is meant (الفصائل التي ترفض الهدنة), unless it takes up
    a whole sentence (الأمر الذي ترفضه); a verb that points back at what was proposed tells which proposal (مشروع
    اقترحته بكين)."""
    first, forms = candidate.first, reading.forms
    asks = candidate.type == "REQUEST"
    points_back = asks and reading.words[candidate.last].enc != ""
    if forms[first - 1] not in RELATIVE:
        return points_back and _plain(reading, first)
    if forms[first - 2] in _GOES_ON or forms[first - 3] in _GOES_ON:
        return False
    return points_back if asks else candidate.form == "impf"


def _fitting(reading: Reading, first: int) -> bool:
    """A duty behind a noun without article, or in a relative clause (خطوة يجب البناء عليها، ما ينبغي أن نفهمه)."""
    return reading.forms[first - 1] in RELATIVE or _plain(reading, first)


def _plain(reading: Reading, first: int) -> bool:
    """The word stands right behind a common noun or adjective without article."""
    before = reading.words[first - 1]
    return before.cls in {"n", "j"} and not before.det and not before.enc and not reading.words[first].pro
