"""Deeds of force that are only spoken of: done as a habit, part of the name of a body or a stage of fighting, a toll
that nobody knows, the hour of what was told before."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import HARM
from khabar.claims.mishaps import NATURE
from khabar.claims.modality import modal
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_HABIT: Final = frozenset("بانتظام دوريا عادة غالبا دائما باستمرار كثيرا احيانا نادرا قلما لطالما".split())
"""Adverbs of what is done again and again."""
_SELDOM: Final = frozenset(("نادرا", "قلما"))
"""Adverbs of what is hardly ever done, whoever tells it (نادرا ما تؤكد إسرائيل تنفيذ ضربات)."""
_DAILY: Final = frozenset("يومية متكررة دورية".split())
_RUN: Final = 9
"""Tokens on either side of a deed within which they stand."""
_COURSE: Final = frozenset("حدوث وقوع تنفيذ حصول شن".split())
_HOUR: Final = frozenset("اثناء خلال لدى لحظة وقت حين ساعة عند مكان موقع توقيت".split())
_NAMES: Final = frozenset(("اسم", "لسان"))
_STAGES: Final = frozenset("مراحل مرحلة فصول جولات ادارة دورة".split())
_FIGHTS: Final[tuple[str, ...]] = ("assault.fighting", "assault.operation", "assault.battle", "assault.war")
_TOLLS: Final = frozenset("حصيلة عدد اعداد".split())
_UNKNOWN: Final = frozenset("معروفا معروف معروفة معلوما معلوم معلومة واضحا واضح واضحة محددا محددة".split())
_NONE: Final = frozenset("ليس ليست غير لم لا ليسوا".split())
_KNOWN: Final = frozenset("يعرف تعرف يعلم تعلم يتضح تتضح يتحدد تتحدد يحدد تحدد".split())
_YIELDS: Final = frozenset("تراجع انسحاب انكفاء تقهقر هروب استسلام".split())
_DRIVES: Final = frozenset("اجبر اجبرت اجبروا يجبر تجبر اضطر اضطرت ارغم ارغمت ارغموا يرغم ترغم".split())
_DRIVEN: Final = 6
"""Tokens behind a verb of forcing within which stands what somebody was forced to."""
_FIGHTING: Final = frozenset("قصف غارات قتال معارك اشتباكات هجوم هجمات مواجهات عمليات عملية غارة".split())
_CRIMES: Final = frozenset("قتل خطف اختطاف اغتيال تفجير تعذيب شروع".split())
_CHARGES: Final = frozenset("تهمة تهم تهما اتهام اتهاما اتهامات اتهم اتهمت متهم متهما متهمة ادين ادينت".split())
_COUNTED: Final = "assault.casualties"
"""Entry of the dead and wounded."""
_THE_DEAD: Final = frozenset("قتلا قتلي جرحا جرحي اسرا اسري".split())
"""The dead and wounded, as they are spelt before a suffix (قتلاهم)."""
_GROWS: Final = frozenset(
    "تضاعف تضاعفت تزايد تزايدت ازداد ازدادت زاد زادت انخفض انخفضت تراجع تراجعت ارتفع ارتفعت تقلص تقلصت".split()
)
_PRISONS: Final = frozenset("سجون سجونها سجونه معتقلات معتقلاتها سجن".split())
_BECAUSE: Final = frozenset("بسبب جراء نتيجة اثر لسوء".split())
_NATURAL: Final = NATURE | frozenset(
    "حر برد طقس احوال عاصفة عواصف ضباب غبار كورونا فيروس وباء انفلونزا صيانة ترميم حريق حرائق مياه انهيارات".split()
)
_KINDS: Final = frozenset("قواعد تعليمات لوائح انواع اشكال انماط ضروب صور".split())
_STATES: Final = frozenset("دول دولة رباعي".split())
_FIRES: Final = frozenset(
    f"assault.{name}" for name in ("missile.launch", "drone.launch", "shell.fall", "shoot", "tear-gas")
)
"""Entries of verbs of firing."""
_FIRED: Final = frozenset("نار نيران رصاص عيارات اعيرة غاز قنابل".split())
_LAUNCHED: Final = frozenset(
    "عملية عمليات حملة حملات مبادرة نداء نداءات تصريحات تحذيرات تحذيرا برنامج برنامجا خطة مشروع مشروعا موقع موقعا "
    "تطبيق منصة سراح حوار حوارا اسم".split()
)
_UTTERED: Final = _LAUNCHED | frozenset("تهديدات تهديد اتهامات وعود شائعات دعوات دعوة صيحات هتافات شعارات".split())
"""What a relative clause says was launched in words."""
_NEAR: Final = 5
"""Tokens behind a verb of firing within which what is launched stands."""
_SURVIVES: Final = frozenset("نجا نجت نجوا ينجو تنجو نجاة".split())
_ATTACKS: Final = frozenset("محاولة محاولات هجوم تفجير اغتيال انفجار قصف كمين غارة عملية اعتداء استهداف".split())


def spoken_of(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether a word of force tells no deed."""
    if candidate.type not in HARM:
        return False
    if candidate.pos == "v":
        return (
            _kept(reading, candidate)
            or _habit(reading, candidate)
            or _driven(reading, candidate)
            or _by_fighting(reading, candidate)
            or _closed_by_nature(reading, candidate)
            or _launched(reading, candidate)
            or _survived(reading, candidate)
        )
    if modal(reading, candidate) or _habit(reading, candidate):
        return True
    if candidate.id.startswith(_FIGHTS) and _named(reading, candidate):
        return True
    if _untold(reading, candidate) or _class(reading, candidate) or _closed_by_nature(reading, candidate):
        return True
    if _trend(reading, candidate) or _predicate(reading, candidate) or _kept(reading, candidate):
        return True
    if _charged(reading, candidate) or _theirs(reading, candidate):
        return True
    return any(one.type == candidate.type for one in told) and _hour(reading, candidate)


def _habit(reading: Reading, candidate: Candidate) -> bool:
    """What somebody does again and again, with no count or day (تنفذ الشرطة عمليات بانتظام)."""
    light = candidate.light
    opens = max(reading.sentences[candidate.sentence].first, candidate.first - _RUN)
    if not _SELDOM.isdisjoint(reading.forms[opens : candidate.first]):
        return True
    verb = candidate.first if candidate.pos == "v" else light.first if light is not None else -1
    if verb < 0 or not reading.words[verb].core.startswith(("ي", "ت")) or not reading.acts[verb]:
        return False
    if candidate.pos == "v" and reading.core(verb - 1) in _DAILY:  # هجمات يومية تستهدف الشرطة
        return True
    sentence = reading.sentences[candidate.sentence]
    for at in range(max(sentence.first, verb - 2), min(sentence.last, candidate.last + _RUN)):
        if reading.forms[at] in STOPS and at > candidate.last:
            return False
        if reading.forms[at] in _HABIT or (at == candidate.last + 1 and reading.core(at) in _DAILY):
            return True
    return False


def _kept(reading: Reading, candidate: Candidate) -> bool:
    """How many somebody holds in his prisons (تحتجز في سجونها تسعة آلاف أسير)."""
    if candidate.mode != "arrest" or not reading.core(candidate.first).startswith(("ي", "ت")):
        return False
    if not any(reading.acts[at] for at in range(candidate.first, candidate.last + 1)):
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _RUN)
    row = range(candidate.first, end)
    return any(reading.core(at) in _PRISONS for at in row) and any(at in reading.number_tokens for at in row)


def _driven(reading: Reading, candidate: Candidate) -> bool:
    """The verb of forcing whose object only gives ground (ما أجبر الميليشيا على التراجع): that is told as such."""
    if reading.core(candidate.first) not in _DRIVES:
        return False
    end = min(reading.sentences[candidate.sentence].last - 1, candidate.last + _DRIVEN)
    for at in range(candidate.last, end):
        if reading.forms[at] in {"على", "الى"}:
            return reading.core(at + 1) in _YIELDS
    return False


def _by_fighting(reading: Reading, candidate: Candidate) -> bool:
    """Fighting told as such is the subject of a verb of driving out (شرد القصف ألفي أسرة): they are its figures."""
    behind = reading.words[candidate.last + 1]
    return candidate.mode == "deport" and behind.core in _FIGHTING and behind.det and not behind.pro


def _named(reading: Reading, candidate: Candidate) -> bool:
    """It names a body or a stage (المتحدث باسم العمليات المشتركة، إحدى مراحل القتال)."""
    first, words = candidate.first, reading.words
    led = words[first].pro and words[first - 1].form != "يمت"
    if not words[candidate.last].det or led or reading.core(candidate.last + 1) in RELATIVE:
        return False
    before = words[first - 1]
    if before.form == "يمت":  # لا يمت للعمليات القتالية بصلة
        return True
    return before.core in _STAGES or (before.core in _NAMES and "ب" in before.pro) or before.form in {"باسم", "بلسان"}


def _untold(reading: Reading, candidate: Candidate) -> bool:
    """Those counted are not known yet (حصيلة الذين قتلوا في الاشتباكات ليست معروفة بعد)."""
    sentence = reading.sentences[candidate.sentence]
    start = max(sentence.first, candidate.first - _RUN)
    if not any(reading.core(at) in _TOLLS for at in range(start, candidate.first)):
        return False
    for at in range(candidate.last + 1, min(sentence.last, candidate.last + _RUN)):
        if at in reading.number_tokens or reading.forms[at] in STOPS:
            return False
        if reading.forms[at] in _NONE and reading.core(at + 1) in (_UNKNOWN | _KNOWN):
            return True
    return False


def _trend(reading: Reading, candidate: Candidate) -> bool:
    """There are only more or fewer of them (تضاعفت هجمات المستوطنين)."""
    before = candidate.first - 1
    return reading.core(before) in _GROWS and reading.acts[before] and candidate.first - 1 not in reading.number_tokens


def _predicate(reading: Reading, candidate: Candidate) -> bool:
    """What was told is counted among its kind (وهذا هو الهجوم الثالث)."""
    first, forms = candidate.first, reading.forms
    return forms[first - 1] in {"هو", "هي"} and reading.core(first - 2) in DEMONSTRATIVES


def _class(reading: Reading, candidate: Candidate) -> bool:
    """The rules, the kind or the nickname that such a deed gives a name to (قواعد إطلاق النار، أطول أنواع الحصار، دول
    الحصار)."""
    first = candidate.first
    before = reading.words[first - 1]
    if before.det or before.enc or reading.words[first].pro or candidate.light is not None:
        return False
    if before.core in _KINDS:
        return True
    return before.core in _STATES and candidate.mode == "restrict" and reading.words[candidate.last].det


def _launched(reading: Reading, candidate: Candidate) -> bool:
    """An operation or an appeal is launched, nothing is fired (أطلقت القوات عملية أمنية)."""
    if candidate.id not in _FIRES or not reading.core(candidate.first).startswith(("اطلق", "يطلق", "تطلق")):
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + 1 + _NEAR)
    before = candidate.first - 1 - (reading.forms[candidate.first - 1] in RELATIVE)
    if reading.words[candidate.last].enc and reading.core(before) in _UTTERED:  # تهديدات أطلقها التنظيم
        return True
    for at in range(candidate.last + 1, end):
        if "weapon" in reading.lex[at] or reading.core(at) in _FIRED:
            return False
        if reading.core(at) in _LAUNCHED:
            return True
    return False


def _survived(reading: Reading, candidate: Candidate) -> bool:
    """Somebody survived what is named behind it (نجا من محاولة اغتيال): that is the deed."""
    if reading.core(candidate.first) not in _SURVIVES:
        return False
    end = min(reading.sentences[candidate.sentence].last - 1, candidate.first + _RUN)
    for at in range(candidate.first + 1, end):
        if reading.forms[at] == "من":
            return reading.core(at + 1) in _ATTACKS
    return False


def _closed_by_nature(reading: Reading, candidate: Candidate) -> bool:
    """The weather, an illness or repairs are why something is shut (أغلقت المدارس بسبب موجة الحر)."""
    if candidate.mode != "restrict":
        return False
    end = min(reading.sentences[candidate.sentence].last - 1, candidate.last + 2 * _RUN)
    for at in range(candidate.last + 1, end):
        if reading.forms[at] in STOPS:
            return False
        causes = [reading.core(at + step).removeprefix("ال") for step in (1, 2, 3)]
        if reading.forms[at] in _BECAUSE and not _NATURAL.isdisjoint(causes):
            return True
    return False


def _charged(reading: Reading, candidate: Candidate) -> bool:
    """The kind of a crime that somebody is charged with (وجهت إليه تهمة القتل العمد), of nobody told."""
    first, words = candidate.first, reading.words
    if words[first].core not in _CRIMES or not words[first].det or words[first].enc:
        return False
    return any(words[at].core in _CHARGES for at in range(max(0, first - 2), first))


def _theirs(reading: Reading, candidate: Candidate) -> bool:
    """Their dead, of whom nobody says how many (تاركين جثث قتلاهم)."""
    first, word = candidate.first, reading.words[candidate.first]
    counted = candidate.id == _COUNTED or word.core in _THE_DEAD
    return counted and word.enc != "" and not reading.acts[first] and first - 1 not in reading.number_tokens


def _hour(reading: Reading, candidate: Candidate) -> bool:
    """The hour or the spot of what was told (أثناء حدوث الهجوم)."""
    first = candidate.first
    if not reading.words[first].det or reading.core(candidate.last + 1) in RELATIVE:
        return False
    return reading.core(first - 1) in _COURSE and reading.core(first - 2) in _HOUR
