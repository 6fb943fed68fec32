"""Losses by accident: what befell somebody in a crash, a fire or a flood is nobody's attack."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RELATIVE, STOPS
from khabar.claims.kinds import TOLLS
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_MISHAPS: Final = frozenset(
    "تصادم اصطدام ارتطام غرق حريق حرائق انهيار انهيارات زلزال زلازل هزة سيول فيضان فيضانات اعصار عاصفة عواصف تدافع "
    "تسمم صاعقة صواعق انزلاق انزلاقات تحطم".split()
)
"""Nouns of accidents behind a preposition of cause."""
_INCIDENT: Final = frozenset(("حادث", "حادثة", "حوادث"))
_COMBAT: Final = frozenset("قتالية قتالي قتال معارك عدائية عدائي".split())
_KINDS: Final = (
    frozenset("سير مرور مروري مرورية طرق عرضي عرضية صناعي صناعية عمل قطار قطارات طيران جوي بحري".split()) | _MISHAPS
)
"""Words behind an incident that make an accident of it."""
_ATTACKS: Final = frozenset(
    "قصف غارة غارات هجوم هجمات تفجير تفجيرات انفجار انفجارات صاروخ صواريخ قذيفة قذائف اشتباك اشتباكات مواجهات نار رصاص "
    "لغم الغام عبوة عبوات برميل براميل ضربة ضربات اسقاط اسقطت اسقط".split()
)
"""Words of an attack that may be behind it after all."""
_VEHICLES: Final = tuple(
    article + stem
    for stem in "سيار حافل مركب شاحن عرب الية اليت قارب زورق جرار دراج مدرع باص صهريج قطار".split()
    for article in ("", "ال")
)
"""Beginnings of the nouns of what overturns."""
_VESSELS: Final = frozenset("اسطوانة اسطوانات جرة قارورة انبوبة غلاية سخان".split())
_GAS: Final = _VESSELS | {"انبوب", "محول", "مولد", "بطارية"}
"""What blows up by itself."""
_HOUSEHOLD: Final = _VESSELS | {"موقد", "فرن", "طنجرة"}
"""What does in a household, and is seldom made to."""
_BURSTS: Final = frozenset("انفجار انفجر انفجرت".split())
_FALLING: Final = frozenset("مصعد رافعة سقالة سقالات جدار سقف شجرة صخرة صخور مدرج حاوية عمود لوحة كتلة".split())
_HEIGHTS: Final = frozenset("شرفة علو ارتفاع سطح طابق سلم نافذة جبل شاهق سقالة شجرة جسر".split())
"""What falls by itself, and from where people fall."""
_REACH: Final = 22
"""Tokens behind a loss within which its cause stands."""
NATURE: Final = frozenset("زلزال زلازل هزة فيضان فيضانات سيول امطار اعصار اعاصير تسونامي ثلوج كوارث".split())
"""Forces of nature, as the subject of what they did."""
_COLLAPSE: Final = frozenset("انهيار انهيارات انهار انهارت ينهار تنهار".split())
_BUILT: Final = frozenset(
    "مبني مبنى مبان مباني بناية بنايات منزل منازل عمارة عمارات برج جسر سد سقف منجم سقالة نفق مدرج رافعة جدار جليدي "
    "جليدية ثلجي ثلجية ارضي ارضية ترابي صخري طيني طينية صخور".split()
)
"""What collapses by itself."""
_HAPPENED: Final = (
    (_MISHAPS - {"انهيار", "انهيارات", "اصطدام", "غرق"})
    | NATURE
    | frozenset(
        "تصادم تصادمت اصطدم اصطدمت اصطدام تحطمت غرق غرقت جنحت تسرب تسربت بركان جفاف برد فيروس كورونا كوليرا وباء "
        "ايبولا حر كهرباء".split()
    )
)
"""Words of accidents and of nature that may be told before what somebody suffered by them."""
_FORCE: Final = _ATTACKS | frozenset(
    "مسلح مسلحون مسلحين مسلحو مسلحي متمردون متمردين داعش ارهابي ارهابيون ارهابيين ارهابية انتحاري انتحارية رصاصة مفخخة "
    "ناسفة طعن ذبح اغتيال اعدام معارك معركة قتال حرب عنف نزاع عدوان مداهمة اقتحام متظاهرون متظاهرين محتجون محتجين "
    "شغب اضرم اضرموا احرق احرقوا متعمد متعمدا مهاجم مهاجمون مهاجمين جنود قوات جيش شرطة ميليشيا ميليشيات مليشيات "
    "طيران مدفعية نيرانها نيرانه استهدف استهدفت مقاتلون مقاتلين عملية عمليات عسكرية قتلة قاتل مجهولون مجهولين".split()
)
"""Words beside which the accident told before is only how it was done, or something else."""
_FAULTS: Final = frozenset(
    "عطل عطلا اعطال خلل خللا تدريب تدريبية تدريبي تدريبات طقس الاحوال احوال ضباب روتينية".split()
)
"""Words beside an aircraft that comes down by itself."""
_TOOK: Final = TOLLS | {"assault.claim-lives"}
"""Entries of what took lives."""
_FALLS: Final = "assault.down.fall"
_BY_MISHAP: Final = frozenset("غرقا صعقا تدافعا سكتة نوبة جلطة اهمال شيخوخة".split())
"""Words of how somebody died by accident or of an illness."""
_DEVOURS: Final = frozenset(("التهم", "التهمت", "تلتهم", "يلتهم"))
_FIRES: Final = frozenset(("نيران", "حريق", "حرائق", "السنة"))
_OVERTURNS: Final = frozenset("انقلاب انقلب انقلبت تدهور تدهورت".split())
_NEAR: Final = 6
"""Tokens before a deed within which they stand."""


def accidental(reading: Reading, candidate: Candidate) -> bool:
    """Whether an accident is named as the cause of what somebody suffered (قتل ستة في تحطم مروحية، لقوا حتفهم إثر حادث
    سير), and no attack with it, or a force of nature did it (ألحقت الفيضانات خسائر)."""
    if candidate.type != "ASSAULT":
        return False
    words, forms = reading.words, reading.forms
    start = reading.sentences[candidate.sentence].first
    if between(reading.tokens.cores(NATURE), max(start, candidate.first - _NEAR), candidate.first):
        return not any(word.core in _FORCE for word in words[candidate.last + 1 : candidate.last + _NEAR])
    if candidate.id in _TOOK and _by_fire(reading, candidate):
        return True
    if not (suffers(candidate) or candidate.id in TOLLS):
        return False
    if _told_before(reading, candidate, start):
        return True
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _REACH)
    found = False
    for at in range(candidate.last + 1, end):
        if forms[at] in STOPS:
            break
        core = words[at].core
        behind = words[at + 1] if at + 1 < end else words[at]
        if core == "انقلاب" and behind.form.startswith(_VEHICLES):
            return True
        if core == "انفجار" and behind.core in _GAS:
            return True
        if core == "سقوط" and _fell(reading, at):
            return True
        if core in _ATTACKS:
            return False
        if core in _MISHAPS:
            before = words[at - 1].core
            found = found or before in OF_CAUSE or before in _INCIDENT or "ب" in words[at].pro
        elif core in _INCIDENT and at + 1 < end:
            after = at + 2 if forms[at + 1] in {'"', "“", "«"} and at + 2 < end else at + 1
            found = found or words[after].core in _KINDS
    return found


def _apart(reading: Reading, candidate: Candidate) -> bool:
    """It is said to have nothing to do with the fighting (في حادث لا يمت للعمليات القتالية بصلة، حادث غير قتالي)."""
    forms, end = reading.forms, reading.sentences[candidate.sentence].last
    for at in range(candidate.last + 1, min(end - 1, candidate.last + _REACH)):
        fight = any(reading.words[near].core in _COMBAT for near in range(at + 1, min(end, at + 4)))
        if fight and (forms[at] == "يمت" or (forms[at] == "غير" and reading.words[at - 1].core in _INCIDENT)):
            return True
    return False


def _by_fire(reading: Reading, candidate: Candidate) -> bool:
    """A fire or another accident is what took the lives (أودى حريق بحياة ثمانين)."""
    word = reading.words[candidate.first + 1]
    if candidate.pos != "v" or word.core not in _MISHAPS or word.pro:
        return False
    return not _has(reading, candidate, _FORCE)


def _has(reading: Reading, candidate: Candidate, cores: frozenset[str]) -> bool:
    """Whether its sentence has one of some words."""
    sentence = reading.sentences[candidate.sentence]
    return any(reading.words[at].core in cores for at in range(sentence.first, sentence.last))


def _fell(reading: Reading, at: int) -> bool:
    """A thing fell on somebody, or somebody from a height (سقوط رافعة، سقوطها من شرفة)."""
    words = reading.words
    if words[at + 1].core in _FALLING:
        return True
    return any(words[near].form == "من" and words[near + 1].core in _HEIGHTS for near in (at + 1, at + 2))


def _told_before(reading: Reading, candidate: Candidate, start: int) -> bool:
    """The sentence told of an accident before, and no word of it of an attack (انهار مبنى ما أسفر عن مصرع عشرة); or an
    aircraft comes down by a fault of its own."""
    if _apart(reading, candidate):
        return True
    words, last = reading.words, reading.sentences[candidate.sentence].last
    falls = candidate.id == _FALLS
    near = range(candidate.last + 1, min(last, candidate.last + _REACH))
    signs = _FAULTS if falls else _BY_MISHAP
    known = any(words[at].core in signs for at in near)
    known = known or (len(near) > 0 and words[near[0]].core in NATURE)  # حصيلة السيول
    for at in range(max(start, candidate.first - _REACH), candidate.first):
        if words[at].form in RELATIVE:
            known = False
        known = known or _happens(reading, at, candidate.first)
    force = _ATTACKS if falls or _has(reading, candidate, _FAULTS) else _FORCE
    return known and not _has(reading, candidate, force)


def _happens(reading: Reading, at: int, end: int) -> bool:
    """An accident is told at the token."""
    words, core = reading.words, reading.words[at].core
    if core in _HAPPENED:
        return True
    if core in _COLLAPSE:
        return any(words[near].core in _BUILT for near in range(at + 1, min(at + 3, end)))
    behind = words[at + 1].form
    if core in _INCIDENT:
        return words[at + 1].core in _KINDS
    if core in _BURSTS:
        return words[at + 1].core in _HOUSEHOLD
    if words[at].form in _DEVOURS:
        return words[at + 1].core in _FIRES
    return core in _OVERTURNS and behind.startswith(_VEHICLES)
