"""Words of warning: whoever warns somebody, or of what he will do himself, threatens; whoever warns of something else
only fears it."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import object_only
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, bare
from khabar.claims.kinds import GROUPS, HUMANS
from khabar.claims.particles import HIM, THAT, THAT_HE, WILL
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

WARNS: Final = frozenset(("threaten.warn", "threaten.warn-of"))
"""Entries of warning."""
_UTTERED: Final = frozenset(("threaten.threaten", "threaten.threat-act"))
"""Entries of threatening."""
_OPENING: Final = WARNS | _UTTERED | {"threaten.vow-punish", "threaten.brandish", "threaten.forewarn"}
"""Entries of words that open what somebody threatens."""
_ELSE: Final = "or-else"
_HAMZA: Final = chr(0x623)
_OR_ELSE: Final = "threaten.ultimatum.or-else"
DEADLINE: Final = "threaten.ultimatum.deadline"
"""Entry of what somebody is given time for: one threat with what happens otherwise."""
_TOPIC: Final = frozenset(("من", "مما", "الا")) | THAT | THAT_HE | STOPS
"""Words with which what is warned of begins."""
_SELF: Final = frozenset("لكنه لكنها لكنهم ولكنه ولكنها وانه وانها هو هي وهو وهي".split()) | THAT_HE
"""Words right before a verb that stand for its subject."""
_WILL: Final = frozenset(("لن", "سوف", "ولن", "وسوف"))
_WILL_BE: Final = frozenset(("سيكون", "ستكون"))
_DANGERS: Final = frozenset(
    "خطر خطورة مخاطر اخطار تداعيات عواقب عاقبة تبعات اثار انعكاسات نتائج كارثة كوارث تفاقم تدهور انهيار انزلاق احتقان "
    "انفجار انتهاكات ابتزاز جفاف وباء قتال معارك تزايد ازدياد تصاعد فوضى فتنة ازمة نقص تنامي انتشار".split()
)
"""What is feared rather than threatened."""
_IF: Final = frozenset(("اذا", "حال", "لو"))
_DETERRED: Final = frozenset(
    "مغبة مغبه مساس اقتراب اقدام ارتكاب انتهاك اعتداء تطاول عبث تجاوز تخطي اختبار استهداف اجتياح تدخل تسليح "
    "ايواء تزويد حماقة استفزاز غزو اقتحام الحاق ايذاء مهاجمة".split()
)
"""Acts from which a warning deters."""
_FORCES_OF_NATURE: Final = frozenset(
    "مياه سيول فيضانات امطار رياح عاصفة اعصار حرائق نيران جفاف تصحر مجاعة جوع وباء اوبئة كوليرا مرض امراض ازمة ازمات "
    "تضخم غلاء بطالة فقر تلوث نفايات الغام انهيارات زلزال زلازل بركان جائحة فيروس ارتفاع انخفاض نقص شح تفشي خلافات "
    "انقسامات خطر مخاطر تحديات فوضى حرب معارك قتال".split()
)
"""What endangers people, as the subject right behind the verb."""
_IFS: Final = frozenset(("اذا", "لو"))
_WHICH: Final = frozenset(("مما", "ما"))
"""Words for the whole sentence before a verb of threatening (مما يهدد بإغلاق الطريق)."""
_WARNING: Final = "محذر"
_FORCE: Final = frozenset("حرب رد عواقب عاقبة انتقام عقوبات عملية هجوم ضربة ضربات اجراءات".split())
"""What a warning that depends on what others do threatens them with."""
_LOOK_ON: Final = frozenset(("organisation", "media", "agency", "outlet", "company", "thing", "adjective"))
"""Kinds of those who warn of what others do to each other."""
_THEREIN: Final = frozenset("فيه فيها فيهما خلاله خلالها بموجبه عبره عبرها".split())
"""Words between a verb in a relative clause and whom it turns to (بيان حذر فيه المواطنين)."""
_I_WARN: Final[tuple[str, ...]] = ("احذر", "نحذر")
_HAD: Final = frozenset(("قد", "كان", "كانت"))
_RESULTS: Final = frozenset(
    "ؤدي تسبب كون شكل مثل قود جر فجر نعكس زيد فاقم دفع جعل حول هدد خلق ترتب نجم فضي عني صبح شهد عرض عرقل قوض وسع "
    "شعل ثير ستمر ظل بقى ضر عقد عمق ولد نتج نهار نزلق قع".split()
)
"""Verbs of what comes of something, without the letter of their person: whoever uses them foretells."""
_ANSWER: Final = frozenset("رد الرد رده ردها ردنا ردهم".split())
_MEETS: Final = frozenset("قابل واجه لقى لقي ستدعي ستوجب دفع كلف جابه رد قابله واجهه".split())
"""Verbs of what an attack is met with, likewise."""
_ANY: Final = frozenset(("اي", "اية", "كل", "اى"))
_REACH: Final = 26
"""Tokens behind the word within which what is warned of begins."""
_NEAR: Final = 5
"""Tokens behind "that" within which the act stands of which somebody warns."""
_FAR: Final = 16
"""The same where it answers an attack that is told at length."""
_VOICES: Final = frozenset(("media", "agency", "outlet", "company"))
_TOPIC_REACH: Final = 10
"""Most tokens of a subject before its verb."""
_CONTENT: Final = 8
"""Tokens behind the noun of a threat within which the act stands."""
_SELF_OR_RELATIVE: Final = _SELF | RELATIVE


def unless(reading: Reading, candidate: Candidate) -> bool:
    """Whether the words for otherwise are others that are spelt so: and that not (وألا تتدخل)."""
    first = candidate.first
    if not candidate.id.endswith(_ELSE) or reading.forms[first] != "والا":
        return False
    start, end = reading.raw(first, first)
    return _HAMZA in reading.text[start:end] or reading.words[first + 1].form.startswith(("ت", "ي"))


def ultimatums(groups: list[list[Candidate]], reading: Reading) -> dict[int, list[Candidate]]:
    """Sentences with what happens otherwise (وإلا فسيتم قصف الحي), and its readings."""
    return {
        group[0].sentence: group
        for group in groups
        if group[0].id == _OR_ELSE and reading.forms[group[0].first] == "والا"
    }


def uttered(reading: Reading, candidate: Candidate) -> bool:
    """The noun of a threat with the act that is threatened (تهديدات أنقرة بشن عملية، تهديد الصحافيين بالسجن)."""
    if candidate.id not in _UTTERED or candidate.pos != "n":
        return False
    words, acts = reading.words, reading.acts
    for at in range(candidate.last + 1, min(candidate.last + _CONTENT, len(words))):
        if acts[at] or reading.forms[at] in STOPS or reading.forms[at] == "،":
            return False
        if words[at].pro == "ب" and words[at].cls == "n" and not words[at].func:
            return True
    return False


def threatened(reading: Reading, candidate: Candidate, last: Candidate | None) -> bool:
    """Whether it says what the threat before it in its clause threatens (حذر من أن أي هجوم سيواجه برد قاس)."""
    if candidate.type != "THREATEN" or candidate.form != "phrase" or last is None or last.id not in _OPENING:
        return False
    if candidate.first - last.last > _REACH:
        return False
    return not any(
        reading.forms[at] in STOPS or reading.forms[at] == "،" for at in range(last.last + 1, candidate.first)
    )


def endangers(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """A verb of threatening whose subject, right at the beginning of its clause, is nobody (الأزمة تهدد المنطقة), or
    that only stands behind if."""
    first, forms = candidate.first, reading.forms
    if candidate.id not in _UTTERED or candidate.pos != "v" or candidate.passive:
        return False
    if forms[first - 1] in _IFS or forms[first - 1] in _WHICH:
        return True
    if reading.core(first + 1) in _FORCES_OF_NATURE:
        return True
    if reading.words[first].pro:
        return False
    if forms[first - 1] in RELATIVE:
        doer = any(one.first == first + 1 and not one.prep and one.kind in GROUPS | HUMANS for one in row)
        return not doer and _lifeless(reading, first - 2, row)
    at = first - 1
    while at >= 0 and forms[at] not in THAT and forms[at] not in STOPS and first - at < _TOPIC_REACH:
        if reading.acts[at] or forms[at] in {"،", ","} or forms[at] in RELATIVE:
            return False
        at -= 1
    head = at + 1
    if head == first or reading.words[head].cls not in {"n", "j"} or reading.words[head].pro:
        return False
    within = head + 1 if reading.words[head].func == "quant" else head
    if any(head <= one.first <= within and not one.prep and one.kind in GROUPS | HUMANS | _VOICES for one in row):
        return False
    if any(one.first == head and one.kind == "place" for one in row):
        return False
    return reading.core(head) in _DANGERS or not any(
        "ب" in reading.words[after].pro for after in range(first + 1, min(first + _CONTENT, len(forms)))
    )


def _lifeless(reading: Reading, at: int, row: list[Phrase]) -> bool:
    """What a relative clause is told of is nobody (المخاطر التي تهدد البلاد)."""
    if reading.forms[at] == "،":
        at -= 1
    if reading.words[at].cls not in {"n", "j", "a"}:
        return False
    return not any(one.first <= at <= one.last and one.kind not in {"thing", "adjective"} for one in row)


def threatens(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a word of warning is a threat. ``row``: the phrases of its sentence that name somebody."""
    last, forms = candidate.last, reading.forms
    if forms[last + 1] in HIM or (reading.words[last].enc and candidate.pos == "v"):
        return True
    topic = next((at for at in range(last + 1, min(last + _REACH, len(forms))) if forms[at] in _TOPIC), None)
    if topic is None:
        return False
    near = [one for one in row if last < one.first < topic]
    if candidate.pos == "v" and topic > last + 2 and _crowd(reading, topic - 1):
        return True
    return (
        _addressed(reading, candidate, near, row)
        or _vows(reading, topic)
        or _deters(reading, candidate, topic, near, row)
    )


def _crowd(reading: Reading, at: int) -> bool:
    """People, behind the title of whoever warns them (حذر قائد الفرقة الأهالي من)."""
    return reading.words[at].det and "people" in reading.lex[at] and reading.words[at - 1].det


def _deters(reading: Reading, candidate: Candidate, topic: int, near: list[Phrase], row: list[Phrase]) -> bool:
    """What is warned of is an act against the speaker that somebody had better not do (من مغبة التصعيد، من المساس
    بسيادته، من الاقتراب): no warning of a body that only looks on."""
    first = candidate.first
    if reading.forms[topic] != "من" or not (candidate.pos == "v" or reading.core(first).startswith(_WARNING)):
        return False
    act = topic + 2 if reading.forms[topic + 1] in QUOTES_OPEN else topic + 1
    if reading.core(act) not in _DETERRED and not (
        reading.core(act) in _FORCE and _bound(reading, topic, reading.sentences[candidate.sentence].last)
    ):
        return False
    speaker = next((one for one in near if bare(one)), None)
    if speaker is None:
        if candidate.pos == "v" and reading.words[candidate.last + 1].det and not near:
            return True
        speaker = next((one for one in reversed(row) if one.last < first and bare(one)), None)
        if speaker is not None and candidate.pos == "v" and not reading.words[first].pro and speaker.last != first - 1:
            return False
    return speaker is not None and speaker.kind not in _LOOK_ON and speaker.role != "expert"


def _bound(reading: Reading, topic: int, end: int) -> bool:
    """What is warned of depends on what others do (من حرب إذا مرت المسيرة)."""
    return any(reading.forms[at] in _IF for at in range(topic + 1, min(topic + _REACH, end)))


def feared(reading: Reading, candidate: Candidate, end: int) -> bool:
    """Whether what is warned of is a danger that nobody makes depend on anything (حذر من تداعيات الأزمة)."""
    forms, words = reading.forms, reading.words
    for at in range(candidate.last + 1, min(candidate.last + _REACH, end - 1)):
        if forms[at] == "من":
            if words[at + 1].core not in _DANGERS:
                return False
            return not any(forms[after] in _IF for after in range(at + 1, end))
        if forms[at] in STOPS:
            return False
    return False


def _addressed(reading: Reading, candidate: Candidate, near: list[Phrase], row: list[Phrase]) -> bool:
    """Somebody is warned (حذر الوزير دمشق من، محذرا الحركة من، تحذيرا إلى بكين)."""
    core = reading.words[candidate.first].core
    free = [one for one in near if bare(one)]
    if free and candidate.pos == "v":
        behind = reading.forms[candidate.last + 1]
        if behind in _THEREIN and free[0].first == candidate.last + 2:
            return True
        if core.startswith(_I_WARN):
            return True
    if candidate.pos == "n":
        if core.startswith(_WARNING):
            return bool(free)
        return any(one.prep in {"ل", "الى"} and one.kind != "place" for one in near)
    if len(free) > 1:
        return free[-1].kind in GROUPS or free[-2].kind not in HUMANS
    if not free:
        return False
    return _subject_before(reading, candidate.first, row) or object_only(
        candidate.tag, reading.words[free[0].head].core, free[0]
    )


def _subject_before(reading: Reading, first: int, row: list[Phrase]) -> bool:
    """Who warns stands before the verb: a pronoun, a name, a leaflet or what a relative clause tells of."""
    before, word = reading.forms[first - 1], reading.words[first - 1]
    if before in _SELF_OR_RELATIVE:
        return True
    if before in _HAD:
        return any(one.last == first - 2 and not one.prep for one in row)
    if reading.words[first].pro:
        return False
    return (word.cls == "n" and not word.det) or any(one.last == first - 1 for one in row)


def _vows(reading: Reading, topic: int) -> bool:
    """What is warned of is what the speaker will do (من أنها سترد، من أن قواته ستتصدى)."""
    forms, words = reading.forms, reading.words
    at = topic + 1 if forms[topic] == "من" else topic
    while at < len(forms) and forms[at] in QUOTES_OPEN:
        at += 1
    own = forms[at] in THAT_HE
    if not own and forms[at] not in THAT:
        return False
    provoked = False
    for after in range(at + 1, min(at + 1 + _FAR, len(forms))):
        if forms[after] in STOPS:
            return False
        near = after <= at + _NEAR
        if forms[after] in _WILL or ((reading.acts[after] or forms[after] in _WILL_BE) and forms[after][:2] in WILL):
            if any(forms[one] in _ANSWER for one in range(at + 1, after)):
                return True
            verb = forms[after + 1] if forms[after] in _WILL else forms[after][1:]
            if verb[1:] in _RESULTS:
                return False
            return (own and near) or (provoked and verb[1:] in _MEETS)
        if reading.acts[after]:
            own = False
        own = own or (near and (words[after].enc in THIRD or forms[after].endswith(("ها", "نا", "ته", "ته"))))
        provoked = provoked or forms[after] in _ANY
    return False
