"""Threats whose words settle that they are: a verb of threatening with what is threatened, what the speaker will do
himself (سنضرب، إن قواته سترد), and what an attack will be met with (أي اعتداء سيقابل برد ساحق)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.kinds import PARTIES, PUBLISHERS
from khabar.claims.particles import THAT
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_UTTERS: Final = frozenset(("threaten.threaten", "threaten.threat-act", "threaten.vow-punish", "threaten.brandish"))
"""Entries of verbs of threatening."""
_FORESEEN: Final[tuple[str, ...]] = (
    "threaten.we-will",
    "threaten.will-",
    "threaten.leave-treaty",
    "threaten.vow.answer",
    "threaten.vow.steps",
    "threaten.vow.not-pass",
    "threaten.vow.not-idle",
    "threaten.vow.no-leniency",
    "threaten.vow.price",
    "threaten.vow.regret",
    "threaten.vow.justice",
    "threaten.consequences",
    "threaten.war.jihad-threat",
    "threaten.war.face",
    "threaten.force.target",
)
"""Beginnings of the ids of entries of what is going to be done to somebody."""
_ANSWERS: Final[tuple[str, ...]] = (
    "threaten.vow.answer",
    "threaten.will-respond",
    "threaten.will-be-done",
    "threaten.vow.price",
    "threaten.vow.regret",
    "threaten.vow.not-pass",
    "threaten.force.target",
    "threaten.will-resort",
    "threaten.consequences",
)
"""Those of what an attack is met with."""
WE_WILL: Final = "threaten.we-will"
"""Entry of what the speaker or another will do to somebody."""
IF_THEN: Final = "threaten.if-then"
"""Entry of what somebody will do if others do something."""
BOUND: Final = 0.6
"""Least probability of such a threat."""
_OR_ELSE: Final = "threaten.ultimatum.or-else"
_FORBIDS: Final = "threaten.vow.not-allow"
"""Entry of what somebody will not allow, which threatens whoever arms, attacks or settles there."""
_GOES_ON: Final = "threaten.war.goes-on"
_OWNERS: Final = frozenset(("official", "military", "armed-group", "government"))
"""Roles of those whose own war it is that they say goes on."""
_ARMED: Final = frozenset(
    "سلاح اسلحة نووي نووية صاروخ صواريخ صاروخية عسكري عسكرية عسكريا قدرات قاعدة قواعد تهديد تهديدات يهدد تهدد تموضع "
    "تمركز ترسيخ هجوم هجمات اعتداء اعتداءات عدوان استباحة عربدة تهويد اقتحام اقتحامات مساس استفزاز استفزازات زعزعة "
    "ارهابيين ميليشيات مليشيات حدودنا حدودها حدوده".split()
)
_PAYS: Final = frozenset("دفع واجه تحمل خسر ندم تعرض جد".split())
"""Verbs, without the letters of person, of what befalls whoever does it."""
_KINDLY: Final[dict[str, frozenset[str]]] = {
    "رفع": frozenset("عقوبات حصار حظر قيود حجز اجراءات".split()),
    "وقف": frozenset("قصف حرب قتال هجمات عمليات اطلاق غارات اعمال تصعيد هجماته هجماتها عملياته عملياتها".split()),
    "علق": frozenset("قصف هجمات عمليات هجماته هجماتها عقوبات حرب غارات".split()),
    "جمد": frozenset("هجمات عمليات قصف انشطة".split()),
    "عود": frozenset("مفاوضات اتفاق التزام التزامات محادثات طاولة حوار مباحثات التزاماته التزاماتها".split()),
    "بدا": frozenset("مفاوضات محادثات حوار انسحاب سحب اعادة اعمار تطبيق تنفيذ".split()),
    "نسحب": frozenset("محتلة معابر مدينة".split()),
    "خفض": frozenset("تصعيد توتر".split()),
    "سحب": frozenset("شكوى".split()),
    "دخل": frozenset("مفاوضات محادثات حيز حوار".split()),
    "تخذ": frozenset("قرار قرارا قراره قرارها".split()),
}
"""Verbs, without the letter of person, and their objects that threaten nobody."""
_CONDITIONS: Final = frozenset("اذا لو حال حالة بحال واذا فاذا اذ".split())
_NOT: Final = frozenset("لم عدم".split())
_PROVOKES: Final[tuple[str, ...]] = tuple(
    "هاجم اعتد استهدف تجاوز اقدم واصل تواصل استمر مض اصر رفض عاد عود كرر تكرر خرق انتهك قصف ضرب دخل اقترب انسحب تخط "
    "زود نشر سمح تعرض شن حاول اطلق غز توغل فرض هجوم اعتداء عدوان تكرار خروج مهاجم فشل اخل اخلال اقتحم احتل استخدم "
    "ارتكب قتل مس مساس لزم ضغط استفز خان ظل بق طرد اغلق منع حجب عرقل تعنت ثبت سلح ارسل".split()
)
"""Beginnings of what others do that a threat is bound to."""
_WILL: Final = frozenset(("سوف", "لن"))
_ITSELF: Final = frozenset("انه انها انهم بانه بانها بانهم اننا باننا اني انني بانني".split())
_ANY: Final = frozenset(("اي", "اية", "كل"))
_WHO: Final = frozenset(("من", "فمن", "ومن"))
_IF: Final = frozenset(("اذا", "لو", "حال", "حالة"))
_FORETELLS: Final = frozenset(("organisation",))
"""Kinds of speakers who warn of what others do."""
_BODIES: Final = frozenset("حركة جماعة تنظيم حزب جيش قوات حكومة وزارة مقاومة كتائب ميليشيا جبهة فصائل تحالف".split())
"""What speakers call their own side by (قال المتحدث إن الحركة سترد)."""
_CONTENT: Final = 9
"""Tokens behind a verb of threatening within which what is threatened begins."""
_OURS: Final = 4
_SUBJECT: Final = 6
"""Tokens between "that" and a verb in which its subject stands."""
_CONDITION: Final = 16
"""Tokens before an answer within which the attack stands that it is for."""


def vowed(reading: Reading, candidate: Candidate, chain: list[Phrase], row: list[Phrase]) -> bool:
    """Whether the words of a threat settle that it is one. ``chain``: who tells it; ``row``: the phrases of its
    sentence."""
    if candidate.type != "THREATEN" or candidate.alone:
        return False
    if candidate.id in _UTTERS:
        return _threatens(reading, candidate, row)
    if candidate.id == _OR_ELSE:
        after = reading.forms[candidate.first + 1]
        if reading.forms[candidate.first] != "والا" or not after.startswith(("س", "ف")):
            return False  # وألا تتدخل
        return bool(chain) or bool(reading.quoted[candidate.first])
    if candidate.id == IF_THEN:
        return bound(reading, candidate, chain, row)
    if candidate.id == _FORBIDS:
        return (bool(chain) or reading.forms[candidate.first - 1] in _ITSELF) and _armed(reading, candidate)
    if candidate.id == _GOES_ON:
        if not chain or reading.words[candidate.last].det:
            return False
        return chain[-1].kind not in PUBLISHERS and chain[-1].role in _OWNERS
    if not candidate.id.startswith(_FORESEEN) or (chain and chain[-1].role == "expert"):
        return False
    first = candidate.first if candidate.head is None else candidate.head[0]
    person = _person(reading, first)
    if person == 1:
        return bool(chain) or bool(reading.quoted[first])
    if not chain or chain[-1].kind in PUBLISHERS:
        return False
    if candidate.id.startswith(_ANSWERS) and chain[-1].kind not in _FORETELLS and _provoked(reading, candidate):
        return True
    return person == 3 and _own(reading, first, chain, row)


def meddling(reading: Reading, candidate: Candidate) -> bool:
    """Whether what nobody will be allowed is to meddle: a refusal (لن نسمح لأحد بالتدخل في شؤوننا)."""
    if candidate.id != _FORBIDS:
        return False
    end = min(candidate.last + _CONTENT, len(reading.forms))
    return any(reading.core(at).startswith(("شؤون", "شان", "شئون")) for at in range(candidate.last, end))


def _armed(reading: Reading, candidate: Candidate) -> bool:
    """What somebody will not allow is a force or a hostile deed."""
    for at in range(candidate.last, min(candidate.last + _CONTENT, len(reading.forms))):
        if reading.core(at) in _ARMED:
            return True
        if reading.forms[at] in STOPS or reading.forms[at] == "،":
            return False
    return False


def bound(reading: Reading, candidate: Candidate, chain: list[Phrase], row: list[Phrase]) -> bool:
    """Whether a verb of doing something is what the speaker will do, or others will suffer, if these do something (إذا
    هاجمونا فسنعيدهم إلى العصر الحجري); no promise."""
    first = candidate.first
    stem = reading.core(candidate.last).lstrip("ينتا")
    if not _condition(reading, candidate):
        return False
    behind = reading.words[candidate.last + 1 : candidate.last + 4]
    kindly = next((words for verb, words in _KINDLY.items() if stem.startswith(verb)), None)
    if kindly is not None and any(word.core in kindly for word in behind):
        return False
    if not chain:
        return _person(reading, first) == 1 and bool(reading.quoted[first])
    if chain[-1].kind in PUBLISHERS or chain[-1].role == "expert":
        return False
    if any(stem.startswith(verb) for verb in _PAYS):
        return chain[-1].kind not in _FORETELLS
    return _person(reading, first) == 1 or _own(reading, first, chain, row)


def fated(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether what will be done is no party's deed (الفتنة ستحرق الجميع)."""
    before = candidate.first - 1
    word = reading.words[before]
    if _person(reading, candidate.first) != 3 or word.cls != "n" or not word.det or word.core in _BODIES:
        return False
    return not any(one.first <= before <= one.last and one.kind in PARTIES for one in row)


def foretold(reading: Reading, candidate: Candidate) -> bool:
    """Whether what will be done is another's than the speaker's, who only foretells it (الفتنة ستحرق الجميع)."""
    return _person(reading, candidate.first) == 3 and not reading.forms[candidate.first - 1].startswith(("انه", "انها"))


def _condition(reading: Reading, candidate: Candidate) -> bool:
    """A condition in the sentence of what others do or leave undone."""
    sentence, forms = reading.sentences[candidate.sentence], reading.forms
    for at in range(sentence.first, sentence.last - 1):
        if forms[at] == "ما" and forms[at + 1] == "لم":
            return True
        if forms[at] == "ان" and forms[at + 1] == "لم":
            return True
        if forms[at] not in _CONDITIONS or (forms[at] in {"حال", "حالة"} and forms[at - 1] not in {"في", "فى"}):
            continue
        for after in range(at + 1, min(at + 4, sentence.last)):
            if forms[after] in _NOT or reading.core(after).lstrip("يتن").startswith(_PROVOKES):
                return True
            if reading.core(after).startswith(_PROVOKES):
                return True
    return False


def _person(reading: Reading, first: int) -> int:
    """The person of a verb in the future: 1 (سنرد، لن نتردد), 3, or 0 for any other word."""
    form = reading.forms[first].lstrip("وف") if len(reading.forms[first]) > 3 else reading.forms[first]
    if form in _WILL:
        behind = reading.forms[first + 1][:1]
        return 1 if behind in {"ن", "ا"} else 3 if behind in {"ي", "ت"} else 0
    if form.startswith("سن"):
        return 1
    return 3 if form.startswith(("سي", "ست")) else 0


def _threatens(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """A verb of threatening with what is threatened behind it (هدد بضرب، يتوعد إسرائيل برد، لوح باستخدام القوة), or
    somebody right behind who is threatened."""
    if candidate.pos != "v" or candidate.passive or not _voiced(reading, candidate.first, row):
        return False
    words, forms = reading.words, reading.forms
    for at in range(candidate.last + 1, min(candidate.last + _CONTENT, len(words))):
        if forms[at] in STOPS or reading.acts[at]:
            return False
        if "ب" in words[at].pro and (words[at].cls == "n" or forms[at] in _ITSELF or forms[at] in THAT):
            return True
    return False


def _voiced(reading: Reading, first: int, row: list[Phrase]) -> bool:
    """Nothing lifeless is its subject: no noun stands right before or behind the verb but a party's."""
    if reading.words[first].pro:
        before = None
    else:
        before = next((one for one in row if one.last == first - 1), None)
        if before is None and reading.words[first - 1].cls in {"n", "j"} and reading.forms[first - 1] not in RELATIVE:
            return False
    if before is not None:
        return before.kind in PARTIES
    behind = next((one for one in row if one.first == first + 1 and not one.prep), None)
    return behind is None or behind.kind in PARTIES or behind.kind == "place"


def _provoked(reading: Reading, candidate: Candidate) -> bool:
    """It answers any attack of a kind, whoever does something, or is bound to a condition."""
    first = candidate.first if candidate.head is None else candidate.head[0]
    start = max(reading.sentences[candidate.sentence].first, first - _CONDITION)
    for at in range(first - 1, start - 1, -1):
        form = reading.forms[at]
        if form in STOPS:
            break
        if form in _IF or (form.lstrip("وفبل") in _ANY and reading.words[at + 1].cls == "n"):
            return True
        if form in _WHO and reading.acts[at + 1]:
            return True
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _CONDITION)
    return any(
        reading.forms[at] in _IF or (reading.forms[at] in _ANY and reading.forms[at - 1] in {"على", "عن"})
        for at in range(candidate.last + 1, end)
    )


def _own(reading: Reading, first: int, chain: list[Phrase], row: list[Phrase]) -> bool:
    """The verb tells what the speaker, his country or his forces will do (أنها سترد، إن قواته ستلاحق)."""
    forms, words = reading.forms, reading.words
    if forms[first - 1] in _ITSELF or (len(forms[first + 1]) > _OURS and forms[first + 1].endswith("نا")):
        return True
    begin = next((at for at in range(first - 1, max(first - 1 - _SUBJECT, 0), -1) if forms[at] in THAT), None)
    if begin is None:
        return False
    subject = next((one for one in row if one.first == begin + 1), None)
    if words[begin + 1].enc in THIRD or forms[begin + 1].endswith("نا"):
        return True
    speaker = chain[-1]
    if reading.core(begin + 1) in _BODIES and words[begin + 1].det and begin + 2 >= first - 1:
        return speaker.kind in PARTIES and speaker.kind not in _FORETELLS
    return (
        subject is not None
        and subject.kind in PARTIES
        and (subject.country is not None and subject.country == speaker.country)
    )
