"""Meetings taken up again: what a sentence goes on to say of one that was told; meetings only allowed or wished for."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_DISCUSSES: Final = "consult.discuss"
_MEETINGS: Final = frozenset("لقاء اجتماع مباحثات محادثات زيارة جلسة اتصال مكالمة مشاورات".split())
_HELD: Final = frozenset(("لقاء", "اجتماع"))
"""What a sentence that follows says of it."""
_DURING: Final = frozenset("خلال اثناء في".split())
_WISHES: Final[tuple[str, ...]] = ("سماح", "استعداد", "رغبة", "رغبت", "امكاني", "فرصة", "احتمال", "قبول", "رفض", "طلب")
"""Beginnings of nouns of leave and readiness, before ب or ل and the meeting that is not yet one."""
_ASKS: Final = frozenset(
    "طالب طالبت طالبوا يطالب تطالب مطالبا مطالبة دعا دعت دعوا يدعو تدعو داعيا داعية دعوة دعوات دعوته دعوتها "
    "حث حثت يحث تحث طلب طلبت طلبوا يطلب تطلب طالبا اقترح اقترحت اقترحوا يقترح تقترح مقترحا اقتراح مقترح ناشد ناشدت "
    "يناشد رفض رفضت يرفض ترفض اشترط اشترطت يشترط اتفق اتفقا اتفقت اتفقوا سعى سعت يسعى تسعى".split()
)
"""Words of asking, proposing, refusing, agreeing and seeking."""
_PRESSES: Final[tuple[str, ...]] = ("ارغام", "اجبار", "حمل", "دفع", "اقناع", "حث", "جر", "ضغط")
"""Beginnings of nouns of bringing others to talk."""
INVITES: Final = frozenset("دعا دعت دعوا يدعو تدعو".split())
_INVITATIONS: Final = frozenset("دعوة دعوته دعوتها دعوات داعيا داعية".split())
_ACCEPTS: Final = frozenset("تلبية قبول لبى لبي لبت قبل قبلت".split())
_BIDDEN: Final = 24
"""Tokens before a visit within which somebody is called to it."""
_HOLDING: Final = "عقد"
"""Holding, spelt as the verb is."""
_ASKED: Final = 9
"""Tokens before a meeting that is to be held within which they stand."""
_READY: Final[tuple[str, ...]] = ("استعداد", "رغبة", "رغبت")
_TALKS: Final = frozenset(("meet", "call", "visit"))
_GOODWILL: Final = frozenset(("COOPERATE", "RETREAT", "AID"))
_REFUSED: Final = 7
"""Tokens between a refusal and the meeting refused."""
_WILLS: Final = frozenset(
    "يريد تريد نريد اريد يريدون اراد ارادت يود تود نود اود يودون يرغب ترغب نرغب يرغبون رغب رغبت طالب طالبت "
    "يطالب تطالب دعا دعت يدعو تدعو حث حثت يحث تحث شدد شددت يجب ينبغي يتعين اقترح اقترحت يقترح تقترح".split()
)
"""Verbs of wanting and demanding."""
_WILLED: Final = 7
"""Tokens before a verb of meeting within which they stand."""
_COME: Final = frozenset("تعالوا تعال تعالي هيا هلموا هلم دعونا دعنا لنجلس".split())
"""Words that call others to do what the verb behind says."""
_GOVERNED: Final = 6
"""Tokens before a meeting within which they stand."""
_BOTH: Final = frozenset(
    "جانبان جانبين طرفان طرفين رئيسان رئيسين وزيران وزيرين زعيمان زعيمين مسؤولان مجتمعون لقاء اجتماع مباحثات "
    "جلسة".split()
)
"""Those who met, or the meeting, as the subject of what was discussed."""
_SENTENCES: Final = 4
"""Sentences from a meeting to what is said of it."""
_NEAR: Final = 6
"""Tokens from what was discussed to the meeting."""


def resumed(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether it only says what was discussed at a meeting among those ``told`` (اجتمعا وبحثا خلال اللقاء ...، جرى
    خلال اللقاء استعراض ...)."""
    if candidate.id != _DISCUSSES:
        return _discussed(reading, candidate, told)
    if candidate.number == "d" and reading.words[candidate.first].pro == "و" and told:
        met = told[-1]
        if met.type == "CONSULT" and met.sentence == candidate.sentence and met.mode in _TALKS:
            return True  # التقى نظيره وبحثا
    last = next((one for one in reversed(told) if one.type == "CONSULT"), None)
    if last is None:
        return False
    sentence, words = reading.sentences[candidate.sentence], reading.words
    held = _MEETINGS
    if candidate.pos == "v" and candidate.sentence != last.sentence:
        if candidate.sentence - last.sentence > _SENTENCES or "س" in words[candidate.first].pro:
            return False
        if any(words[at].core in _BOTH for at in (candidate.first - 1, candidate.last + 1)):
            return True
        held = _HELD
    begin, end = max(sentence.first + 1, candidate.first - _NEAR), min(sentence.last, candidate.last + _NEAR + 1)
    return any(words[at].core in held and words[at].det and words[at - 1].core in _DURING for at in range(begin, end))


def _discussed(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """A deed of goodwill that is only what the last of the claims ``told`` discusses (بحثا التعاون العسكري)."""
    last = told[-1] if told else None
    if candidate.type not in _GOODWILL or candidate.pos != "n" or last is None or last.id != _DISCUSSES:
        return False
    if last.pos != "v" or last.sentence != candidate.sentence:
        return False
    return not any(
        reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] in PUNCTUATION
        for at in range(last.last + 1, candidate.first)
    )


def refused(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether a meeting is what the last of the claims ``told`` refuses or calls off (رفض الرئيس لقاء الوفد)."""
    last = told[-1] if told else None
    if candidate.type != "CONSULT" or candidate.pos != "n" or candidate.mode == "visit" or last is None:
        return False
    if last.type != "REJECT" or last.pos != "v" or last.sentence != candidate.sentence:
        return False
    if reading.words[candidate.first].pro or reading.prep(candidate.first):
        return False
    between = range(last.last + 1, candidate.first)
    return len(between) <= _REFUSED and not any(
        reading.acts[at] or reading.forms[at] in STOPS or reading.prep(at) for at in between
    )


def wished(reading: Reading, candidate: Candidate) -> bool:
    """Whether a meeting is only allowed, wished for or possible (السماح للوفد بزيارة السجن، استعداده لإجراء محادثات،
    يريد أن يلتقي نظيره)."""
    if candidate.type != "CONSULT":
        return False
    start = reading.sentences[candidate.sentence].first
    if candidate.pos == "v":
        return _willed(reading, candidate.first, start)
    light = candidate.light
    first = candidate.first
    if light is not None and light.last == first - 1:
        noun = not reading.acts[light.first]
        if (noun or reading.forms[light.first] == _HOLDING) and _asked(reading, light.first, start):
            return True
        first = light.first if noun else first
    words = reading.words
    before = words[first - 1]
    if candidate.mode == "visit" and _bidden(reading, first, start):
        return True
    if _pressed(reading, first, start):
        return True
    if words[first].pro not in {"ب", "ل"}:
        if before.form == "في":
            return _wants(reading, first - 2) or _wants(reading, first - 3)
        return before.core.startswith(_READY) and not before.core.endswith("ات")
    for at in range(first - 1, max(start, first - _GOVERNED) - 1, -1):
        if reading.acts[at] or reading.forms[at] in PUNCTUATION:
            return False
        if words[at].core.startswith(_WISHES):
            return not words[at].pro or words[at].pro == "و"
    return False


def _pressed(reading: Reading, first: int, start: int) -> bool:
    """Somebody is to be brought to it (لإرغام الحركة على الجلوس إلى طاولة المفاوضات)."""
    if reading.prep(first) not in {"على", "الى"}:
        return False
    for at in range(first - 1, max(start - 1, first - _GOVERNED), -1):
        if reading.acts[at] or reading.forms[at] in STOPS:
            return False
        if reading.words[at].core.startswith(_PRESSES) and not reading.words[at].det:
            return True
    return False


def _bidden(reading: Reading, first: int, start: int) -> bool:
    """Somebody is called to visit (دعا نظيره إلى زيارة بلاده): that he is asked is the claim."""
    if reading.forms[first - 1] != "الى":
        return False
    for at in range(first - 1, max(start - 1, first - 1 - _BIDDEN), -1):
        if reading.acts[at]:
            return reading.words[at].core in INVITES
        if reading.words[at].core in _INVITATIONS:
            return reading.words[at - 1].core not in _ACCEPTS
        if reading.forms[at] in STOPS:
            return False
    return False


def _asked(reading: Reading, first: int, start: int) -> bool:
    """Somebody asks for it or proposes it (اقترح الوزير عقد اجتماع، طلب عقد جلسة)."""
    for at in range(first - 1, max(start - 1, first - 1 - _ASKED), -1):
        if reading.words[at].core in _ASKS:
            return True
        if reading.acts[at] or reading.forms[at] in STOPS:
            return False
    return False


def _wants(reading: Reading, at: int) -> bool:
    return reading.words[at].core in _WILLS or reading.words[at].core.startswith(_READY)


def _willed(reading: Reading, first: int, start: int) -> bool:
    """Somebody only wants to meet (يريد الرئيس أن يلتقي), or calls others to it (تعالوا نتفاوض)."""
    if reading.forms[first - 1] in _COME:
        return True
    if reading.forms[first - 1] != "ان":
        return False
    return any(reading.words[at].core in _WILLS for at in range(max(start, first - _WILLED), first - 1))
