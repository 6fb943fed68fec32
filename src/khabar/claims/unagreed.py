"""Words of agreeing and working together that tell of neither: laws and appointments passed, judges who grant
something, what an agreement lays down, those who signed it once, what may be agreed on, work that has ended or is only
asked for, commentators of one mind."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.supposals import MAY
from khabar.mentions.reading import Reading

_PASSES: Final = frozenset(
    ("agree.ratify", "agree.approve", "agree.adopt", "agree.terms.councils", "agree.council-decides", "agree.accept")
)
"""Entries of approving and adopting."""
_HOMELY: Final = frozenset(
    "قانون قوانين قانونا تشريع تشريعا تشريعات موازنة ميزانية تعيين ترشيح ترقية استقالة استقالته استقالتها اقالة اعفاء "
    "دستور عفو حبس سجن توقيف كفالة احتجاز ثقة لائحة عضوية".split()
)
"""What a parliament, a cabinet or a court decides at home."""
_PACTS: Final = frozenset(
    "اتفاق اتفاقا اتفاقية معاهدة بروتوكول مذكرة هدنة صفقة تفاهم ارسال نشر مقترح مبادرة خطة".split()
)
_JUDGES: Final = frozenset("محكمة قاض قاضي قضاء نيابة مدع مدعي مدعية قاضية قضاة".split())
_RATIFIES: Final[tuple[str, ...]] = ("اقر", "يقر", "تقر")
"""Beginnings of a verb that means owning up to what stands behind ب."""
_SIGNED: Final = frozenset("موقعة موقع موقعين موقعون موقعتان موقعتين".split())
_SIGNERS: Final = frozenset("دول دولة اطراف طرف قوى بلدان فصائل جماعات دولا اطرافا".split())
_DEALS: Final = frozenset(("agree.deal", "agree.terms.under-the-deal", "agree.terms.under-terms", "agree.swap"))
"""Entries of agreements."""
_LAYS_DOWN: Final = frozenset(
    "ينص تنص نص نصت يقضي تقضي قضى قضي قضت يتضمن تتضمن تضمن تضمنت يشمل تشمل شمل شملت يشترط تشترط يلزم تلزم يحظر تحظر "
    "زال يزال تزال ظل ظلت يظل تظل بقي بقيت يبقى تبقى انهار انهارت ينهار صمد صمدت يصمد تعثر تعثرت تعطل يتعثر "
    "يتيح تتيح يمنح تمنح يحدد تحدد يفرض تفرض يعطي تعطي يدعو تدعو يهدف تهدف يسمح تسمح يعني تعني".split()
)
"""Verbs by which an agreement is told for what stands in it."""
_CONCLUDED: Final[tuple[str, ...]] = ("مبرم", "موقع", "موقعة", "وقع", "ابرم", "توصل", "عقد")
_ENDS: Final = frozenset("توقف توقفت انقطع انقطعت تجمد تجمدت علق علقت انتهى انتهي انتهت تعثر تعثرت".split())
_AGREES: Final = "agree.agree"
_COMMENTS: Final = frozenset(
    "محلل محللة محللون محللين خبير خبيرة خبراء باحث باحثة باحثون باحثين كاتب كاتبة كتاب مراقب مراقبون مؤرخ مؤرخون ناقد "
    "نقاد اكاديمي اكاديميون استاذ".split()
)
"""Those who agree with each other in what they think."""
_MEANT: Final = frozenset(
    "يجب وجب ينبغي يتعين تعين يلزم يمكن يمكننا يمكنها يمكنه امكان بامكان بوسع وسع يستطيع تستطيع نستطيع يريد تريد نريد "
    "يرغب ترغب نرغب يامل تامل نامل يتمنى نتمنى اقترح اقترحت يقترح طلب طلبت يطلب تطلب طالب طالبت يطالب تطالب دعا دعت "
    "يدعو تدعو اشترط اشترطت ضروري ضرورة لازم مهم افضل مستعد مستعدة مستعدون نود يود تود".split()
)
"""Words before ان and a deed that is only asked for, wished or possible."""
_WHOEVER: Final = frozenset("من عمن ممن لمن بمن مهما كلما".split())
_REACH: Final = 9
_NEAR: Final = 6


def unagreed(reading: Reading, candidate: Candidate) -> bool:
    """Whether a word of agreeing tells of none."""
    if candidate.type == "COOPERATE":
        return _stopped(reading, candidate) or _meant(reading, candidate)
    if candidate.type != "AGREE":
        return False
    if candidate.id in _PASSES and (_at_home(reading, candidate) or _granted(reading, candidate)):
        return True
    if candidate.pos == "v":
        senses = reading.words[candidate.first].senses
        ahead = any(sense.tag.startswith("impf") and sense.type == "AGREE" for sense in senses)
        if ahead and reading.forms[candidate.first - 1] in MAY:
            return True
        return candidate.id == _AGREES and _of_one_mind(reading, candidate)
    return _signers(reading, candidate) or _laid_down(reading, candidate)


def _stopped(reading: Reading, candidate: Candidate) -> bool:
    """Working together that has come to an end (كان التعاون العسكري قد توقف)."""
    if candidate.pos != "n" or not reading.words[candidate.first].det:
        return False
    for at in range(candidate.last + 1, min(candidate.last + 1 + _NEAR, len(reading.words))):
        if reading.words[at].core in _ENDS:
            return reading.acts[at] or reading.forms[at - 1] == "قد"
        if reading.acts[at] or reading.forms[at] in STOPS:
            return False
    return False


def _meant(reading: Reading, candidate: Candidate) -> bool:
    """Working together that is only asked for or possible (على الدول أن تتعاون), or is whoever's (كشفوا عمن يتعاون)."""
    first = candidate.first
    before = reading.forms[first - 1]
    if not reading.acts[first]:
        return False
    if before in _WHOEVER:
        return True
    if before not in {"ان", "وان"}:
        return False
    start = max(reading.sentences[candidate.sentence].first, first - _REACH)
    return any(
        reading.words[at].core in _MEANT or (reading.forms[at] == "على" and reading.forms[at - 1] in {"ان", "بان"})
        for at in range(first - 2, start - 1, -1)
    )


def _of_one_mind(reading: Reading, candidate: Candidate) -> bool:
    """Commentators who think the same (يتفق المحلل مع ما ذهب إليه زميله)."""
    after = candidate.last + 1
    if reading.core(after) in _COMMENTS or reading.core(candidate.first - 1) in _COMMENTS:
        return True
    end = min(after + _REACH, reading.sentences[candidate.sentence].last - 1)
    for at in range(after, end):
        if reading.forms[at] in STOPS:
            return False
        if reading.forms[at] == "مع":
            return reading.forms[at + 1] in {"ما", "من"}
    return False


def _at_home(reading: Reading, candidate: Candidate) -> bool:
    """A law or an appointment is what is approved, or something is admitted (أقرت الحكومة بوفاتهم)."""
    admits = reading.words[candidate.first].core.startswith(_RATIFIES)
    for at in range(candidate.last + 1, min(candidate.last + 1 + _REACH, len(reading.words))):
        word = reading.words[at]
        if word.core in _PACTS or reading.forms[at] in STOPS or reading.forms[at] in RELATIVE:
            return False
        if word.core in _HOMELY:
            return True
        if admits and word.pro == "ب" and at <= candidate.last + _NEAR and word.core not in {"اجماع", "اغلبية"}:
            return True
        if reading.acts[at]:
            return False
    return False


def _granted(reading: Reading, candidate: Candidate) -> bool:
    """A court does it."""
    beside = (reading.core(candidate.last + 1), reading.core(candidate.first - 1))
    return any(core in _JUDGES for core in beside)


def _signers(reading: Reading, candidate: Candidate) -> bool:
    """Those who have signed it (الدول الموقعة على الاتفاق), no day told."""
    at = candidate.first
    if candidate.id in _DEALS and reading.forms[at - 1] == "على":
        at -= 2
    if reading.words[at].core not in _SIGNED or not reading.words[at].det:
        return False
    if not any(reading.words[before].core in _SIGNERS for before in range(max(0, at - 3), at)):
        return False
    return not any(one in reading.time_tokens for one in range(at + 1, min(at + _NEAR, len(reading.words))))


def _laid_down(reading: Reading, candidate: Candidate) -> bool:
    """It is told for what stands in it (ينص الاتفاق على), not for its conclusion."""
    if candidate.id not in _DEALS:
        return False
    before, after = candidate.first - 1, candidate.last + 1
    named = reading.words[candidate.first].det or reading.words[candidate.last].det
    if not named or reading.prep(candidate.first):
        return False
    told = reading.core(before) in _LAYS_DOWN or (
        reading.core(after) in _LAYS_DOWN and reading.forms[before] not in {"الى", "على"}
    )
    if not told:
        return False
    end = min(after + _NEAR, len(reading.words))
    return not any(
        at in reading.time_tokens or (reading.core(at).startswith(_CONCLUDED) and at != candidate.first)
        for at in range(after, end)
    )
