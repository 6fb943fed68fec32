"""Forces on the move: verbs of sending, massing and putting on alert whose object or subject is a force (أرسلت باريس
مدمرة، وصلت تعزيزات، وضع الجيش قواته في حالة تأهب)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import HARM
from khabar.claims.supposals import MAY
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_FORCES: Final = frozenset(
    "قوات قوة قواته قواتها قواتنا جنود جندي جنديا جنوده جنودها جنديين تعزيزات دبابات دبابة دباباته دباباتها مدرعات "
    "مدرعة مدرعاته مدرعاتها اليات الياته الياتها رتل رتلا ارتال ارتالا حاملة حاملتي مدمرة مدمرتين مدمرتان مدمرات "
    "فرقاطة فرقاطات غواصة غواصات بوارج بارجة سفينة سفن زوارق اسطول مقاتلات مقاتلة طائرات مروحيات قاذفات طائرتين بطارية "
    "بطاريات منظومة منظومات راجمات مدفعية مدافع وحدات وحدة وحداته وحداتها لواء الوية كتيبة كتائب سرية سرايا فوج افواج "
    "فرقة فرق فرقتين لواءين كتيبتين قافلة قوافل سفينتين مقاتلين مقاتلون مقاتلي مقاتلو مقاتليه مقاتليها مسلحين مسلحون "
    "مسلحيه مسلحيها عناصر عناصره عناصرها قناصة "
    "قناصته قناصتها قناصتهم مظليين عسكريين عسكري عسكريا جيش جيشه جيشها شرطة شرطيا شرطي ميليشيا ميليشيات مليشيات مرتزقة "
    "متطوعين تشكيلات مجنزرات طلائع حشود حشودا ضابطا ضباط افراد شاحنات".split()
)
"""Heads that name forces and what they go in."""
_POSTURE: Final = frozenset(
    "وجودها وجوده وجودهم تواجدها تواجده حضورها حضوره مواقعها مواقعه مواقعهم انتشارها انتشاره دفاعاتها دفاعاته دفاعاتهم "
    "حدودها حدوده نقاطها نقاطه حراسة تدابير اجراءات اجراءاتها اجراءاته".split()
)
"""What is strengthened beside them."""
_SENDS: Final = frozenset(
    (
        "mobilize.send",
        "mobilize.deploy",
        "mobilize.send.bring",
        "mobilize.push.front",
        "mobilize.mass",
        "mobilize.call-up",
        "mobilize.throw-in",
    )
)
"""Entries of verbs whose object is a force."""
_SENT: Final = "mobilize.force-sent"
_GONE: Final = "mobilize.force-goes"
_DECLARED: Final = "mobilize.alert.phrase"
_MEANS: Final = frozenset("مثابة بمثابة يعد تعد سيعد ستعد يعتبر تعتبر سيعتبر ستعتبر يعني تعني سيعني ستعني".split())
"""Words before a declaration of war that something only amounts to."""
_STRENGTHENS: Final = "mobilize.push"
_GOES: Final = frozenset(
    (
        "mobilize.move",
        "mobilize.head-for",
        "mobilize.enter.verb",
        "mobilize.set-off",
        "mobilize.spread-out",
        "mobilize.advance-toward",
        "mobilize.overflight",
        "mobilize.airspace",
    )
)
"""Entries of verbs whose subject is one."""
_SHOWS: Final = frozenset(("mobilize.send", "mobilize.deploy"))
_PUBLISHED: Final = frozenset(
    "تغريدة تغريدات فيديو مقطع مقطعا مقاطع صورة صور بيان بيانا تقرير تقريرا مقال مقالا خبر رسالة رسائل برقية وثيقة "
    "وثائق منشور منشورا دولار دولارا يورو روبل ليرة جنيه ريال".split()
)
"""What is published or paid, which is no force."""
_CROSSES: Final = "mobilize.land-cross"
_SORTIES: Final = "mobilize.sorties"
_AMID: Final = frozenset(("اثناء", "خلال"))
_WARDS: Final = frozenset("امن وجود تواجد حضور انتشار دفاعات حدود حواجز دوريات جبهة جبهات خطوط نقاط مواقع قبضة".split())
"""What else is strengthened with forces."""
_MEASURES: Final = frozenset(("mobilize.field-measures", "mobilize.security-steps", "mobilize.patrol"))
"""Entries of measures of safety, and of patrols."""
_TAKES: Final = frozenset(
    "اتخذ اتخذت اتخذوا تتخذ يتخذ عزز عززت عززوا شدد شددت كثف كثفت نفذ نفذت سير سيرت فرض فرضت تقوم يقوم قامت قام قاموا "
    "وسط شهد شهدت تشهد يشهد".split()
)
"""Verbs that take them."""
_TRAVELS: Final = frozenset(("mobilize.move", "mobilize.head-for"))
_READY: Final = frozenset(
    (
        "mobilize.alert.phrase",
        "mobilize.readiness",
        "mobilize.wide.put-forces",
        "mobilize.wide.alert",
        "mobilize.alert",
        "mobilize.reserves",
    )
)
"""Entries of alerts."""
_RAISES: Final = frozenset(
    "رفع رفعت رفعوا ترفع يرفع اعلن اعلنت اعلنوا يعلن تعلن وضع وضعت وضعوا يضع تضع شهد شهدت يشهد تشهد دخل دخلت فرض فرضت "
    "اعلان وضعا باعلان".split()
)
"""Verbs that put forces on alert."""
_DRILLS: Final = frozenset(
    (
        "mobilize.exercise",
        "mobilize.exercise.train",
        "mobilize.exercise.one",
        "mobilize.drill",
        "mobilize.drill.noun",
        "mobilize.drill.named",
    )
)
"""Entries of exercises."""
_HOLDS: Final = frozenset(
    "اجرى اجرت اجروا يجري تجري نفذ نفذت ينفذ تنفذ بدا بدات تبدا يبدا اطلق اطلقت انطلق انطلقت تنطلق اختتم اختتمت تختتم "
    "اشرف اشرفت اشرافه تابع تابعت حضر حضرت دشن دشنت قاد قادت يقود "
    "انهى انهت استضاف استضافت تستضيف نظم نظمت تنظم شارك شاركت يشارك تشارك اختتام انطلاق بدء اجراء ختام".split()
)
"""Verbs and nouns of holding an exercise, and of its course."""
_UNREAL: Final = MAY | {"ان", "لن", "لا", "اذا", "لو", "كي", "حتى"}
_IMITATES: Final[tuple[str, ...]] = ("يحاك", "تحاك", "محاكا", "بمحاكا", "لمحاكا", "حاكت", "سيناريو")
"""Beginnings of words of imitating."""
_LEADS: Final = frozenset("شن تنفيذ توجيه عملية عمليات احباط صد على".split())
"""Nouns between imitating and what is imitated."""
_WHERE_TO: Final = frozenset(("to", "in"))
_ENDS: Final = frozenset(("to", "that", "rel", "about", "on", "against", "with"))
"""Classes of words behind which no object of the verb before stands."""
_NEAR: Final = 3
"""Tokens of the subject within which its head stands."""
_OBJECT: Final = 9
"""Tokens behind a verb within which its object stands."""
_THAT: Final = frozenset(("ان", "بان", "فيما", "بينما", "كما", "لكن", "ولكن"))
_FRONT: Final = 8
"""Tokens before a verb within which a force stands that is its subject."""
_BEFORE: Final = 9
"""Tokens before an alert within which its verb stands."""


def unforced(reading: Reading, candidate: Candidate) -> bool:
    """Whether a verb of moving or bringing anything has no force for what is moved (حركت الفرقتين، عبرت القافلة)."""
    if candidate.id == _SENT:
        return not (_object(reading, candidate) if candidate.pos == "v" else _genitive(reading, candidate))
    if candidate.id == _GONE:
        return not (_subject(reading, candidate) if candidate.pos == "v" else _genitive(reading, candidate))
    if candidate.id == _STRENGTHENS:
        return candidate.pos == "n" and not _warded(reading, candidate)
    if candidate.id in _SHOWS:
        return _published(reading, candidate)
    if candidate.id == _CROSSES:
        return reading.core(candidate.first) == "عبر" and not reading.acts[candidate.first]  # بنيران عبر الحدود
    if candidate.id == _SORTIES:
        return reading.forms[candidate.first - 1] in _AMID
    return candidate.id == _DECLARED and reading.core(candidate.first - 1) in _MEANS


def _warded(reading: Reading, candidate: Candidate) -> bool:
    """What is strengthened is a force, its posts or its measures, or it is strengthened by one."""
    at = candidate.last + 1
    if at < len(reading.words) and (_force(reading, at) or reading.core(at) in _POSTURE or reading.core(at) in _WARDS):
        return "ل" not in reading.words[candidate.first].pro
    return _object(reading, candidate)


def _published(reading: Reading, candidate: Candidate) -> bool:
    """What is sent or spread is news or money (نشر الجيش مقطع فيديو)."""
    for at in range(candidate.last + 1, min(candidate.last + 5 + _OBJECT, len(reading.words))):
        if reading.core(at) in _PUBLISHED:
            return not reading.words[at].pro
        if reading.acts[at] or reading.forms[at] in STOPS or (_force(reading, at) and not reading.words[at].det):
            return False
    return False


def _genitive(reading: Reading, candidate: Candidate) -> bool:
    """A force stands in the genitive behind the noun (نقل القوات، زيادة عدد الجنود)."""
    for at in range(candidate.last + 1, min(candidate.last + 1 + _NEAR, len(reading.words))):
        if _force(reading, at):
            return True
        if reading.acts[at] or reading.forms[at] in STOPS or reading.words[at].func in {"to", "in", "on", "that"}:
            return False
    return False


def mustered(reading: Reading, candidate: Candidate) -> bool:
    """Whether the clause settles that forces are sent, gathered, go somewhere, are put on alert or exercise."""
    if candidate.type != "MOBILIZE" or candidate.alone:
        return False
    if candidate.id in _READY or candidate.id in _DRILLS:
        verbs = _RAISES if candidate.id in _READY else _HOLDS
        return _verb_before(reading, candidate, verbs)
    if candidate.id in _MEASURES:
        return _verb_before(reading, candidate, _TAKES)
    if candidate.pos != "v" or reading.forms[candidate.first - 1] in _UNREAL:
        return False
    if candidate.id in _GOES or candidate.id == _GONE:
        if candidate.form != "perf" and "س" not in reading.words[candidate.first].pro:
            return False
        return _subject(reading, candidate) or _fronted(reading, candidate)
    if candidate.id in _SENDS or candidate.id in {_STRENGTHENS, _SENT}:
        return _object(reading, candidate)
    return False


def travelled(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a verb of going tells where one man goes, an official or another (توجه وزير الدفاع إلى فيتنام)."""
    if candidate.id not in _TRAVELS or candidate.pos != "v":
        return False
    last = candidate.last
    subject = next((one for one in row if one.first == last + 1 and not one.prep), None)
    if subject is None or subject.kind != "person" or subject.number == "p":
        return False
    return not any(_force(reading, at) for at in range(last + 1, subject.first + 1))


def imitated(reading: Reading, candidate: Candidate) -> bool:
    """Whether an attack is only what an exercise imitates (مناورة تحاكي هجوما على مطار)."""
    if candidate.pos != "n" or candidate.type not in HARM:
        return False
    first = candidate.first if candidate.head is None else candidate.head[0]
    at = first - 1
    while at > 0 and reading.core(at) in _LEADS:
        at -= 1
    return reading.forms[at].startswith(_IMITATES)


def _verb_before(reading: Reading, candidate: Candidate, verbs: frozenset[str]) -> bool:
    first = candidate.first if candidate.head is None else candidate.head[0]
    if reading.core(first) in verbs:
        return reading.forms[first - 1] not in _UNREAL
    start = max(reading.sentences[candidate.sentence].first, first - _BEFORE)
    for at in range(first - 1, start - 1, -1):
        if reading.core(at) in verbs:
            return reading.forms[at - 1] not in _UNREAL
        if reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] == "،":
            return False
    return False


def _force(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.core in _FORCES or (word.form.startswith("ب") and word.form[1:] in _FORCES)


def _several(reading: Reading, at: int) -> bool:
    """A count behind ب stands before the force (بأربع كتائب)."""
    return reading.forms[at - 1].startswith("ب") and (
        at - 1 in reading.number_tokens or reading.words[at - 1].cls == "f"
    )


def _subject(reading: Reading, candidate: Candidate) -> bool:
    """A force stands right behind the verb, or behind where it goes (وصلت إلى الميناء سفينة حربية)."""
    last = candidate.last
    if reading.words[last + 1].func in _WHERE_TO:
        if last + 2 in reading.number_tokens:
            return False  # وصل إلى 39 جنديا
        last += 2
        while reading.words[last + 1].cls in {"l", "o", "j"} or "place" in reading.lex[last + 1]:
            last += 1
    for at in range(last + 1, min(last + 1 + _NEAR, len(reading.words))):
        if reading.acts[at] or reading.forms[at] in STOPS or reading.words[at].func in {"to", "in", "from", "on"}:
            break
        if _force(reading, at):
            return not reading.words[at].pro
    return False


def _fronted(reading: Reading, candidate: Candidate) -> bool:
    """A force stands before the verb as its subject (إن مقاتلات أميركية ستصل قريبا)."""
    for at in range(
        candidate.first - 1, max(reading.sentences[candidate.sentence].first, candidate.first - _FRONT), -1
    ):
        word = reading.words[at]
        if reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] == "،":
            return False
        if _force(reading, at) and reading.words[at - 1].func in {"that", ""} and reading.forms[at - 1] in _THAT:
            return not word.pro
    return False


def _object(reading: Reading, candidate: Candidate) -> bool:
    """A force is what is sent, or strengthened; what the verb of a passive tells is its subject."""
    for at in range(candidate.last + 1, min(candidate.last + _OBJECT, len(reading.words))):
        form = reading.forms[at]
        if reading.acts[at] or form in STOPS or form == "،" or reading.words[at].func in _ENDS:
            return False
        if candidate.id == _STRENGTHENS:
            if form in _POSTURE or reading.core(at) in _POSTURE:
                return True
            if _force(reading, at) and ("ب" in reading.words[at].pro or form.startswith("ب") or _several(reading, at)):
                return True  # عزز حدوده بأربع كتائب
        elif (at > candidate.last + 1 or candidate.passive) and _force(reading, at) and not reading.words[at].det:
            return True
    return False
