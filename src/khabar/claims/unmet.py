"""Words of meeting and talking that tell of none: deeds met with an answer (سيقابل التصعيد برد), talks as a way of
settling things (المفاوضات هي السبيل), cards and languages of negotiation, gatherings of culture and trade; and
sanctions as a policy or a burden (سياسة العقوبات، تعاني من العقوبات)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.convened import ATTENDING
from khabar.claims.particles import ANY, WITHIN
from khabar.mentions.reading import Reading

_MEETS: Final = "consult.meet"
_ANSWERED: Final = "قابل"
_WELCOMES: Final = frozenset(
    "فتور رفض ترحيب برود سخرية تجاهل استنكار غضب صمت ارتياح تصفيق تشكيك حذر رد تصعيد مثل رصاص عنف قمع قوة استهجان "
    "حماسة لامبالاة ايجابية سلبية".split()
)
"""How something is met that is no person."""
_TALKS: Final = frozenset(
    (
        "consult.negotiate",
        "consult.bargain",
        "consult.dialogue",
        "consult.consultations",
        "consult.talks",
        "consult.peace-talks",
        "consult.table",
        "consult.mediate",
    )
)
_GATHERINGS: Final = frozenset(("consult.conference", "consult.meet", "consult.session", "consult.assemble"))
_WAYS: Final = frozenset(
    "بطاقة ورقة اوراق خيار خيارات مبدا لغة نهج اسلوب منطق ثقافة سبيل طريق قوة موقف موقع باب فن مهارات قنوات".split()
)
"""Nouns before talks that are a means or a manner."""
_IS: Final = frozenset("هو هي هما هذه".split())
_ARE: Final = frozenset(
    "تشكل يشكل تعد يعد تعتبر يعتبر تمثل يمثل تبقى يبقى تبقي يبقي تظل يظل وحدها وحده ليست ليس".split()
)
_MEANS: Final = frozenset(
    "سبيل طريق حل وسيلة خيار اسلوب مخرج باب مدخل اساس ضمانة نهج مسار افضل وحيد وحيدة امثل محور محورا اساسا سبيلا "
    "طريقا خيارا وسيلة مدخلا ضرورة حلا".split()
)
"""What talks are said to be."""
_SAID: Final = 4
"""Tokens behind such a verb within which that stands."""
_FIELDS: Final = frozenset(
    "ثقافي ثقافية ثقافيا علمي علمية علميا طبي طبية طبيا ادبي ادبية ادبيا شعري شعرية فني فنية فنيا تقني تقنية رياضي "
    "رياضية تدريبي تدريبية سياحي سياحية تعليمي تعليمية تربوي تربوية عقاري عقارية مهني مهنية تسويقي شبابي شبابيا "
    "كشفي".split()
)
"""What gatherings are about that are no news of states."""


_SUMMIT: Final = "consult.summit"
_HEIGHTS: Final = frozenset(
    "مجد هرم جبل جبال عطاء سعادة غضب توتر نجاح نجاحه نجاحها مجتمعات سلطة اداء عنفوان روعة جمال سوء ازدهار قوة عالم "
    "اولويات اهتمامات سلم برج تل تلة ايفرست نضج تالق وضوح استعداد جاهزية".split()
)
"""What a top is of that is no meeting (في قمة المجد، قمة الجبل)."""
_DISCUSSES: Final = "consult.discuss"
_REVIEWS: Final = "استعرض"
_WITH: Final = frozenset(
    "مع بين لقاء لقائه لقائها اجتماع اجتماعه اجتماعها جلسة مكالمة اتصال مباحثات محادثات نظير نظيره نظيرها "
    "معه معها جانبان جانبين".split()
)
_LOOKED: Final = 6
"""Tokens from the verb to the look that is taken, and from this to the meeting."""
_RECONSIDERS: Final = frozenset("تعيد يعيد اعاد اعادت اعادة ستعيد سيعيد".split())
_CONVENES: Final = frozenset("انعقاد اجتماع التئام".split())
_CALLS: Final = frozenset("دعا دعت دعوا يدعو تدعو دعوة دعوات دعوته دعوتها داعيا داعية طلب طلبت مطالبا".split())
_RULES_OUT: Final = frozenset("يستبعد تستبعد نستبعد يستبعدوا".split())
_DENIES: Final = frozenset(
    "نفى نفي نفت نفوا ينفي تنفي نافيا نافية انكر انكرت ينكر تنكر دون بدون عدم استبعد استبعدت".split()
)
_CALLED: Final = 12
"""Tokens before a word of convening within which somebody is called to it."""
_CLAUSE: Final = 34
"""Tokens behind a verb of discussing within which the visit is named on which it was done."""


_ATTENDS: Final = "consult.contacts.way-to"
_ATTENDED: Final = frozenset("اجتماع اجتماعا اجتماعات قمة مؤتمر مؤتمرا جلسة منتدى محادثات مباحثات مفاوضات".split())
_DEPARTS: Final = "consult.depart"
_LEAVES: Final = ("غادر", "غادرت", "غادروا", "غادرا")
_VISITED: Final = ("زيار", "زار", "جول", "تفقد", "لقا", "التق", "اجتماع", "مباحثات", "محادثات")
"""Beginnings of words for what was done before leaving."""
_SITES: Final = frozenset(
    "جامعة قاعة مبنى مبني مكان منزل منزله منزلها سجن مستشفى مستشفي مسجد سوق مدرسة فندق محكمة مقر مكتبه مكتبها موقع "
    "منصة صالة غرفة حفل بيته".split()
)
"""What somebody leaves who is on no visit."""
_SANCTIONS: Final = frozenset(("sanction.sanctions", "sanction.measures", "sanction.wide.penalty", "sanction.embargo"))
_POLICIES: Final = frozenset(
    "سياسة سياسات سلاح لغة خيار جدوى جدوي وطاة اثر اثار تاثير تاثيرات مفعول مواجهة هدف اسلوب نهج لعبة".split()
)
_DEEDS: Final = frozenset(("فرض", "اعادة", "تشديد", "استخدام"))
_SUFFERS: Final = frozenset("تعاني يعاني عانت عانى عاني يعانون تتحمل يتحمل".split())
_WEIGHS_ON: Final = frozenset("اثرت تؤثر اضرت تضر انهكت خنقت ارهقت شلت كبلت اضعفت تضعف".split())
_UP_TO: Final = frozenset("تصل يصل تتراوح قد".split())
_BURDEN: Final = 4
"""Tokens between a verb of suffering and the sanctions."""


def unmet(reading: Reading, candidate: Candidate) -> bool:
    """Whether a word of meeting, talking or punishing tells of no such event."""
    if candidate.type == "SANCTION":
        return candidate.id in _SANCTIONS and _borne(reading, candidate)
    if candidate.type != "CONSULT":
        return False
    if candidate.pos == "v":
        return _done_alone(reading, candidate)
    first, last = candidate.first, candidate.last
    if candidate.id == _SUMMIT and reading.core(last + 1) in _HEIGHTS:
        return True
    if candidate.id in _GATHERINGS and reading.core(last + 1) in _FIELDS:
        return True
    if _reconsidered(reading, first) or _called(reading, first) or _whatever(reading, first):
        return True
    return candidate.id in _TALKS and _as_means(reading, candidate)


def _whatever(reading: Reading, first: int) -> bool:
    """Any talks that may come, of which something is said (إن أي مفاوضات لن تنجح), not denied, or that somebody does
    not rule out (لم يستبعد عقد قمة)."""
    for at in range(max(1, first - _LOOKED), first):
        if reading.core(at) in _RULES_OUT and reading.words[at - 1].func == "neg":
            return True
    if reading.forms[first - 1] not in ANY or "لم" in reading.forms[first + 1 : first + 4]:
        return False
    start = max(reading.sentences[reading.sentence_at[first]].first, first - _CALLED)
    return not any(reading.core(at) in _DENIES or reading.words[at].func == "neg" for at in range(start, first))


def _done_alone(reading: Reading, candidate: Candidate) -> bool:
    """A verb of something that is done with nobody: leaving a site, reviewing one's own matters, being answered."""
    first, last, words = candidate.first, candidate.last, reading.words
    if candidate.id == _DEPARTS and _after_visit(reading, candidate):
        return True
    if candidate.id == _DEPARTS:
        return reading.core(last + 1) in _SITES or (reading.core(last + 2) in _SITES and not words[last + 1].pro)
    if candidate.id == _ATTENDS and reading.core(first) in ATTENDING:
        return _meeting_behind(reading, candidate)
    if candidate.id == _DISCUSSES:
        return _alone(reading, candidate) or _on_visit(reading, candidate)
    if candidate.id != _MEETS or _ANSWERED not in words[first].core.replace("و", "ا"):
        return False
    after = words[last + 1] if last + 1 < len(words) else None
    if candidate.passive or reading.core(first - 1) == "ما" or after is None:
        return True
    answered = words[first].enc and not after.det and not reading.lex[last + 1]  # سيقابله رد حازم
    end = min(reading.sentences[candidate.sentence].last, last + 2 * _SAID)
    if any("ب" in words[at].pro and words[at].core in _WELCOMES for at in range(last + 1, end)):
        return True  # قابل الوزراء القرار بفتور
    by = after.form.startswith("ب") and not reading.lex[last + 1]  # برد, a word of its own
    return bool(answered) or by or "ب" in after.pro


def _after_visit(reading: Reading, candidate: Candidate) -> bool:
    """Somebody leaves a place behind a visit that is named, and is the claim (غادر الوزير العاصمة بعد زيارة قصيرة)."""
    if not reading.core(candidate.first).removeprefix("ي").removeprefix("ت").endswith(_LEAVES):
        return False
    end = min(reading.sentences[candidate.sentence].last - 2, candidate.last + _CLAUSE)
    for at in range(candidate.last + 1, end):
        if reading.forms[at] in {"بعد", "عقب", "بعدما"}:
            return any(reading.core(on).startswith(_VISITED) for on in (at + 1, at + 2))
        if reading.prep(at) == "الى":
            return False
    return False


def _meeting_behind(reading: Reading, candidate: Candidate) -> bool:
    """The meeting that somebody attends is named behind the verb, and is the claim."""
    end = min(reading.sentences[candidate.sentence].last, candidate.first + _CALLED)
    for at in range(candidate.first + 1, end):
        if reading.core(at) in _ATTENDED:
            return at > candidate.last
    return False


def _as_means(reading: Reading, candidate: Candidate) -> bool:
    """Talks are a way of doing things, or are said to be the only one."""
    first, last, words = candidate.first, candidate.last, reading.words
    if reading.core(first - 1) in _WAYS and not words[first].pro:
        return True
    if not words[first].det or words[first].pro:
        return False
    if reading.core(last + 1) in _IS or reading.core(first - 1) in _ARE or reading.core(last + 1) in _ARE:
        end = min(last + 2 + _SAID, len(words))
        return any(words[at].core in _MEANS for at in range(last + 1, end))
    return False


def _reconsidered(reading: Reading, first: int) -> bool:
    """Whether it will be held at all is reconsidered (تعيد النظر في عقد القمة)."""
    for at in range(max(1, first - _LOOKED), first - 1):
        if reading.core(at) == "نظر" and reading.forms[at + 1] == "في":
            return any(reading.core(before) in _RECONSIDERS for before in range(max(0, at - _LOOKED), at))
    return False


def _called(reading: Reading, first: int) -> bool:
    """Somebody is called to convene (دعا الجمعية العامة إلى الانعقاد)."""
    if reading.core(first) not in _CONVENES or reading.forms[first - 1] != "الى" or not reading.words[first].det:
        return False
    start = max(reading.sentences[reading.sentence_at[first]].first, first - _CALLED)
    return any(reading.core(at) in _CALLS for at in range(start, first - 1))


def _alone(reading: Reading, candidate: Candidate) -> bool:
    """Somebody reviews his own matters with nobody (استعرض الوزير مطالب بلاده)."""
    if not reading.core(candidate.first).endswith((_REVIEWS, _REVIEWS + "ت")) or candidate.number in {"d", "p"}:
        return False
    sentence = reading.sentences[candidate.sentence]
    return not any(reading.core(at) in _WITH for at in range(sentence.first, sentence.last))


def _on_visit(reading: Reading, candidate: Candidate) -> bool:
    """The visit on which it was discussed is named behind it, and nobody with whom: that is the claim (بحث الموفد خلال
    زيارة إلى طهران ملف الحدود)."""
    sentence = reading.sentences[candidate.sentence]
    end = min(sentence.last, candidate.last + _CLAUSE)
    for at in range(candidate.last + 1, end):
        if reading.forms[at] == "مع" or reading.core(at) in _WITH or reading.core(at).startswith("نظير"):
            return False
        if reading.core(at) == "زيارة" and reading.forms[at - 1] in WITHIN:
            return not reading.words[at].det
        if reading.acts[at]:
            return False
    return False


def _borne(reading: Reading, candidate: Candidate) -> bool:
    """Sanctions as a policy, a burden or what a law provides for."""
    first, words = candidate.first, reading.words
    head = first
    while head > 0 and reading.core(head - 1) in _DEEDS:
        head -= 1
    if reading.core(head - 1) in _POLICIES or reading.core(candidate.last + 1) in _UP_TO:
        return True
    if reading.core(first - 1) in _WEIGHS_ON:
        return True
    start = max(reading.sentences[candidate.sentence].first, first - _BURDEN)
    return any(words[at].core in _SUFFERS for at in range(start, first))
