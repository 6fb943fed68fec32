"""Meetings, visits and mediation whose sides or place are named with them, so that no topic is meant: whose visit where
(زيارة الوزير إلى بغداد), who meets whom (لقائها رئيس المجلس), journeys to talks (سيتوجه إلى الرياض لمواصلة مشاوراته),
talks told by their rounds, accords by their broker."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.journeys import TRAVELS
from khabar.claims.particles import NOT, WITHIN
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_INSPECTS: Final = "consult.inspect"
_VISITS: Final = frozenset(("consult.visit", "consult.visit-of-kind"))
_MEETINGS: Final = frozenset(("consult.meet", "consult.assemble", "consult.receive", "consult.talks"))
_TALKS: Final = frozenset(
    (
        "consult.talks",
        "consult.peace-talks",
        "consult.negotiate",
        "consult.bargain",
        "consult.consultations",
        "consult.dialogue",
    )
)
_BROKERS: Final = frozenset(("consult.brokered", "consult.mediate", "consult.mediates"))
_HELD: Final = frozenset(("consult.summit", "consult.conference", "consult.session"))
ATTENDING: Final = frozenset(
    "شارك شاركت شاركوا يشارك تشارك يشاركون حضر حضرت حضروا يحضر تحضر يحضرون تراس تراست يتراس تتراس مثل يمثل".split()
)
"""Verbs of taking part in a meeting."""
CONVENED: Final = _HELD | _VISITS | _MEETINGS | _TALKS | _BROKERS | TRAVELS | {_INSPECTS}
"""Entries that one of these rules may settle."""
_ROUND: Final = frozenset("جولة جولات جولتي جولتين جولتان".split())
_HOLDS: Final = frozenset(
    "بدا بدات تبدا يبدا ابتدات انطلق انطلقت تنطلق ينطلق اختتم اختتمت تختتم انتهت انتهى انتهي تنتهي اختتموا استؤنفت "
    "استانف استانفت استانفوا تستانف يستانف عقد عقدت عقدوا تعقد يعقد عقدا اجرى اجري اجرت اجروا يجري تجري يجريان جرت "
    "جرى شهد شهدت تشهد استضاف استضافت تستضيف احتضن احتضنت تحتضن ارجات ارجا ارجئت اجلت اجل تاجلت خاض خاضت يخوض تخوض "
    "افتتح افتتحت تفتتح انعقدت تنعقد فشلت انهارت تعثرت اخفقت تواصلت تتواصل استمرت تستمر توقفت عاود عاودت انهى انهت "
    "انهوا انهي اكمل اكملت".split()
)
"""Verbs by which a round of talks is told as held, about to be held or put off."""
_HOSTS: Final = frozenset(
    "عقد عقدت يعقد تعقد انعقد انعقدت ينعقد تنعقد حضر حضرت يحضر تحضر نظم نظمت ينظم تنظم استضاف استضافت يستضيف تستضيف "
    "احتضن احتضنت يحتضن تحتضن ضم ضمت يضم تضم جمع جمعت يجمع تجمع شارك شاركت يشارك تشارك".split()
)
"""Verbs of those who hold or attend a conference, in the clause behind it."""
_STAYS_AWAY: Final = frozenset("عدم رفض رفضنا مقاطعة مقاطعتنا لا لن لم دون".split())
_AWAY: Final = 5
"""Words of staying away from one, and tokens before it within which they stand."""
_BETWEEN: Final = 8
"""Tokens from such a verb to the round, and from the round to its talks."""
_TO: Final = frozenset(("الى", "ل"))
_WHERE: Final = 8
"""Tokens behind a visitor within which the place stands, and behind a traveller."""
_PLACES: Final = frozenset(("place", "state"))
_ANY: Final = frozenset("اي اية كل دون بدون عدم".split())
_FOR: Final = frozenset(
    "اجراء لقاء عقد بحث مواصلة حضور مشاركة مناقشة استكمال استئناف محادثات مباحثات مفاوضات مشاورات قمة اجتماع "
    "اجتماعات تباحث تشاور متابعة التقاء زيارة مؤتمر وساطة".split()
)
"""What a journey is for, behind ل."""
_TALKED: Final = frozenset(
    "محادثات مباحثات مفاوضات مشاورات مشاوراته مباحثاته محادثاته مشاوراتها مباحثاتها محادثاتها لقاء لقاءات قمة اجتماع "
    "اجتماعات حوار مؤتمر جولة زيارة نظيره نظيرها نظيرته مسؤولين مسئولين مسؤولي وزير رئيس ملف ازمة تطورات".split()
)
_GRACE: Final = frozenset(("رعاية", "وساطة"))
_DEALS: Final = frozenset(
    "اتفاق اتفاقا اتفاقية هدنة تهدئة وقف افراج تبادل مصالحة مفاوضات محادثات مباحثات صفقة تسوية توصل توصلت توصلوا "
    "اجتماع حوار لقاء تفاهم تفاهمات مشاورات اطلاق".split()
)
"""What a broker brings about."""
_ROLES: Final = frozenset("قام قامت قاموا يقوم تقوم اضطلع اضطلعت يضطلع تضطلع لعب لعبت يلعب تلعب ادى ادت يؤدي".split())
"""Verbs of playing the part of a go-between."""


def convened(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether the words around a candidate leave no doubt that a meeting, a visit or mediation is told of. ``row``: the
    phrases of the sentence that name somebody or a place."""
    kind = candidate.id
    if kind not in CONVENED or candidate.type != "CONSULT":
        return False
    if kind in TRAVELS:
        return candidate.pos == "v" and _bound(reading, candidate, row)
    if candidate.pos == "v" or reading.words[candidate.first - 1].core in _ANY:
        return False
    if kind == _INSPECTS and reading.words[candidate.last].enc and reading.forms[candidate.first - 1] in WITHIN:
        return True
    if kind in _VISITS and _paid(reading, candidate, row):
        return True
    if kind in _BROKERS and _brokered(reading, candidate, row):
        return True
    if kind in _TALKS and _in_rounds(reading, candidate):
        return True
    if kind in _HELD and _hosted(reading, candidate):
        return True
    if attended(reading, candidate.first) and kind not in _VISITS and kind not in _BROKERS:
        return True
    return kind in _MEETINGS and _with_whom(reading, candidate, row)


def _hosted(reading: Reading, candidate: Candidate) -> bool:
    """A clause behind it tells who holds or attends it (مؤتمر دولي حضره ممثلو 30 دولة، المؤتمر الذي عقد في باريس)."""
    words, forms = reading.words, reading.forms
    first, start = candidate.first, reading.sentences[candidate.sentence].first
    owned = words[first].det and not words[first].pro and words[first - 1].cls == "n" and not words[first - 1].det
    owned = owned and not reading.acts[first - 1]
    if candidate.number == "p" or owned:  # مركز المؤتمرات الذي
        return False
    if any(words[at].core in _STAYS_AWAY for at in range(max(start, first - _AWAY), first)):
        return False
    end = min(candidate.last + 1 + _BETWEEN, reading.sentences[candidate.sentence].last)
    for at in range(candidate.last + 1, end):
        if forms[at] in STOPS or forms[at] == "،":
            return False
        if reading.acts[at]:
            bound = words[at].enc != "" or forms[at - 1] in RELATIVE or not words[candidate.first].det
            return words[at].core in _HOSTS and bound
    return False


def attended(reading: Reading, first: int) -> bool:
    """Somebody attends the meeting named at a token (شاركت الوزيرة في اجتماع المجموعة، ترأس الملك الوفد إلى القمة)."""
    if reading.prep(first) not in {"", "في", "الى"}:
        return False
    for at in range(first - 1, max(-1, first - _WHERE - 2), -1):
        if reading.acts[at]:
            told = reading.words[at].core in ATTENDING and reading.forms[at - 1] not in NOT
            return told and reading.forms[at - 1] not in RELATIVE and reading.forms[at - 1] != "ان"
        if reading.forms[at] in STOPS or reading.forms[at] in RELATIVE or reading.forms[at] == "،":
            return False
    return False


def _known(phrase: Phrase) -> bool:
    """Somebody by name or office."""
    return phrase.kind == "person" and (phrase.entry is not None or phrase.role != "")


def _goal(phrase: Phrase, low: int) -> bool:
    """A place named within reach of where somebody goes."""
    near = low < phrase.first <= low + _WHERE and phrase.prep in _TO
    return near and (phrase.kind in _PLACES or phrase.place is not None)


def _paid(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whose visit it is and where he goes (زيارة الرئيس الروسي إلى طهران)."""
    if reading.words[candidate.first].det:
        return False
    last = candidate.last
    if not reading.words[candidate.first].enc:
        who = next((one for one in row if one.first == last + 1), None)
        if who is None or not _known(who) or who.prep:
            return False
        last = who.last
    goal = next((one for one in row if _goal(one, last)), None)
    return goal is not None and not any(
        reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] in RELATIVE
        for at in range(last + 1, goal.first)
    )


def _with_whom(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whom somebody meets is named right behind the word with its suffix (بعد لقائها الرئيس، لقاء عباس بنظيره)."""
    last = candidate.last
    first = next((one for one in row if one.first in {last + 1, last + 2} and one.coord is None), None)
    if first is None or not _known(first):
        return False
    if reading.words[last].enc:
        return first.prep in {"", "ب", "مع"}
    if first.first == last + 1 and not first.prep:
        other = next((one for one in row if one.first > first.last and one.coord is None), None)
        return other is not None and _known(other) and other.prep in {"ب", "مع"} and other.first <= first.last + 2
    return False


def _bound(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Somebody goes to a place for talks (سيتوجه إلى الرياض لمواصلة مشاوراته)."""
    if reading.forms[candidate.first - 1] in NOT or reading.forms[candidate.first - 1] in RELATIVE:
        return False
    goal = next((one for one in row if _goal(one, candidate.last)), None)
    if goal is None:
        return False
    words, end = reading.words, min(goal.last + 5, len(reading.words) - 1)
    for at in range(goal.last + 1, end):
        if reading.forms[at] in STOPS:
            return False
        if words[at].pro[-1:] == "ل" and words[at].core in _FOR:
            return words[at].core in _TALKED or any(words[near].core in _TALKED for near in range(at + 1, end + 1))
    return False


def _brokered(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """By whose good offices something was agreed (توصل الطرفان إلى هدنة بوساطة مصرية), or who plays the go-between."""
    words, first = reading.words, candidate.first
    sentence = reading.sentences[candidate.sentence]
    if words[first].core in _GRACE and "ب" in words[first].pro:
        whose = next((one for one in row if first < one.first <= first + 2), None)
        if whose is None or not (whose.country or whose.kind in {"organisation", "alliance"} or _known(whose)):
            return False
        return any(words[at].core in _DEALS for at in range(max(sentence.first, first - 2 * _BETWEEN), first))
    if words[first].core not in {"دور", "توسط"} or "ب" not in words[first].pro:
        return False
    verb = next((at for at in range(first - 1, max(sentence.first - 1, first - 5), -1) if reading.acts[at]), -1)
    return verb >= 0 and words[verb].core in _ROLES and reading.forms[verb - 1] not in NOT


def _in_rounds(reading: Reading, candidate: Candidate) -> bool:
    """A verb tells of a round of the talks (اختتمت في جنيف الجولة الثالثة من محادثات السلام)."""
    words, forms = reading.words, reading.forms
    start = reading.sentences[candidate.sentence].first
    turn = -1
    for at in range(candidate.first - 1, max(start - 1, candidate.first - 2 * _BETWEEN), -1):
        if forms[at] in STOPS or forms[at] in RELATIVE:
            return False
        if turn < 0 and words[at].core in _ROUND:
            turn = at
        if reading.acts[at]:
            held = words[at].core.removeprefix("س") in _HOLDS
            return turn > at and held and turn - at <= _BETWEEN and forms[at - 1] not in {"ان", *NOT}
    return False
