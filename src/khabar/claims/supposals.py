"""Deeds that a clause only supposes, asks about, lists as terms, or calls for: no word of them tells that they were
done."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.conditions import IF
from khabar.claims.particles import ANY
from khabar.claims.prospects import readied
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_IF: Final = IF | {"لولا", "ولولا"}
_CASE: Final = "حال"
_IN_CASE: Final = "بحال"
_OPENING: Final = _IF | {_CASE, _IN_CASE}
"""Words with which a condition may open."""
_WHETHER: Final = frozenset("فيما عما عمن حول".split())
"""Words before إذا where it is a question of fact (يحقق فيما إذا كانت الغارات)."""
_WHILE: Final = frozenset("حتى كما ما".split())
"""Words before لو that leave the clause a fact (حتى لو)."""
_CONDITION: Final = 10
"""Tokens before a deed within which its condition opens."""
_GOVERNED: Final = 6
"""Tokens from a verb to the noun of a deed that it governs."""
_PERSONS: Final = frozenset("يتنا")
MAY: Final = frozenset(("قد", "وقد", "ربما", "وربما"))
"""Words before a verb that tells what may be."""
_DEPENDS: Final = 16
"""Tokens behind a deed within which its condition opens."""
_ONLY_IF: Final = frozenset(("اذا", "لو"))
_ASKS: Final = frozenset(("هل", "وهل", "فهل"))
_MARKS: Final = frozenset("؟?")
_AMONG: Final = frozenset("بينها وبينها منها ومنها ابرزها وابرزها اهمها واهمها اولها".split())
_OF_THEM: Final = frozenset(("من", "ومن", "في", "مقدمتها"))
_TERMS: Final = frozenset("شروط شرطا شرط بنود بند مطالب مطلب نقاط مقترحات".split())
"""Nouns of what is demanded or agreed on."""
_LISTED: Final = 16
"""Tokens before a deed within which such a noun stands."""
_STIPULATES: Final = frozenset(
    "ينص تنص نص نصت يقضي تقضي قضي قاضي قاضية يتضمن تتضمن تضمن تضمنت يشمل تشمل شمل شملت يشترط تشترط "
    "بموجبه بموجبها".split()
)
_PACTS: Final = frozenset(
    "اتفاق اتفاقا اتفاقية مبادرة هدنة صفقة تسوية مقترح مسودة تفاهم تفاهمات خريطة خارطة معاهدة بروتوكول "
    "مادة قانون تشريع دستور".split()
)
_SUBJECT: Final = 4
"""Tokens from a verb of stipulating to the agreement."""
_CALLS: Final = frozenset("دعوة دعوات دعوته دعوتها دعواته دعواتها".split())
_NEEDS: Final = frozenset("حاجة ضرورة مطالبة مطالبات مناشدة".split())
_CALLED: Final = 6
"""Tokens before a deed within which a call for it stands."""
_NONE: Final = frozenset(
    "دون بدون بلا عدم لا لم لن ليس ليست غير نفى نفت نفي نفوا ينفي تنفي ينفون نافيا نافية نافين انكر انكرت ينكر "
    "تنكر".split()
)
"""Words of negation and denial."""
_DENIED: Final = 18
"""Tokens before a deed within which one of them stands."""
_GOES_ON: Final = frozenset("استمرار تواصل مواصلة استمراره استمرارها تصاعد تصعيد".split())
_FUTURE: Final[tuple[str, ...]] = ("سي", "ست")
_WHOEVER: Final = frozenset(("كل", "لكل", "بكل", "اي", "وكل", "ان كل"))
_ABLE: Final = frozenset("يمكن يجوز بامكان بوسع بمقدور امكان وسع مقدور يحق يستطيع تستطيع نستطيع ممكن".split())
"""Words of being able or allowed to."""
_NEARBY: Final = 7
_RENEWS: Final = frozenset("استعادة فرض بسط احكام توسيع انتزاع استرجاع تعزيز".split())
"""Nouns that say no more than the deed behind them (لاستعادة السيطرة)."""
_AIMS: Final = frozenset(("بهدف", "بغية", "بغرض", "بقصد"))
_PUNCTUATION_OR_RELATIVE: Final = PUNCTUATION | RELATIVE


def supposed(reading: Reading, candidate: Candidate) -> bool:
    """Whether a clause that tells no fact holds the deed."""
    if candidate.light is not None and candidate.light.first < candidate.first:
        head = candidate.light.first
    else:
        head = candidate.first if candidate.head is None else min(candidate.first, candidate.head[0])
    if reading.forms[candidate.first - 1] in _AIMS:
        return True
    if candidate.pos == "n" and _purpose(reading, candidate.first) and not readied(reading, candidate):
        return True
    if candidate.pos == "n" and _any(reading, candidate):
        return True
    if candidate.pos == "v" and _possible(reading, candidate):
        return True
    if _conditioned(reading, head) or _asked(reading, candidate) or _listed(reading, head):
        return True
    if _depends(reading, candidate, head):
        return True
    if _stipulated(reading, candidate.first):
        return True
    return candidate.pos == "n" and _called_for(reading, candidate)


def hinging(reading: Reading, candidate: Candidate) -> bool:
    """Whether a meeting hangs on a condition (إذا عقد اللقاء، عقد قمة إذا توافرت الظروف)."""
    before = candidate.light is not None and candidate.light.first < candidate.first
    head = candidate.light.first if candidate.light is not None and before else candidate.first
    if reading.forms[head - 2 : head] == ["من", "شان"]:
        return True
    return _conditioned(reading, head) or _depends(reading, candidate, head)


def _any(reading: Reading, candidate: Candidate) -> bool:
    """Whatever deed of its kind may come (أن أي هجوم سيواجه برد، من شأن الانسحاب أن): nobody denies one."""
    first, forms = candidate.first, reading.forms
    if forms[first - 2 : first] == ["من", "شان"] or _kept_up(reading, candidate):
        return True
    if forms[first - 1] not in ANY or reading.prep(first - 1) in _NONE:
        return False
    start = max(reading.sentences[candidate.sentence].first, first - _CONDITION)
    denied = max(reading.sentences[candidate.sentence].first, first - _DENIED)
    if any(forms[at].lstrip("و") in _NONE for at in range(denied, first)):
        return False
    return not any(reading.words[at].func == "neg" for at in range(start, first))


def _kept_up(reading: Reading, candidate: Candidate) -> bool:
    """What would come of it if it went on (استمرار الحصار سيؤدي إلى كارثة)."""
    if reading.core(candidate.first - 1) not in _GOES_ON:
        return False
    return any(
        reading.forms[at].startswith(_FUTURE) and reading.words[at].cls != "n"
        for at in range(candidate.last + 1, min(candidate.last + _SUBJECT, len(reading.forms)))
    )


def _possible(reading: Reading, candidate: Candidate) -> bool:
    """Somebody may do it (يمكن لأي طرف أن ينسحب), or whoever does (كل من يعتدي)."""
    first, forms = candidate.first, reading.forms
    if forms[first - 1] == "من":
        return forms[first - 2] in _WHOEVER
    if forms[first - 1] != "ان":
        return False
    for at in range(first - 2, max(reading.sentences[candidate.sentence].first, first - _NEARBY) - 1, -1):
        if reading.words[at].core in _ABLE:
            return reading.words[at - 1].func != "neg"
        if reading.acts[at] or forms[at] in _PUNCTUATION_OR_RELATIVE:
            return False
    return False


def _purpose(reading: Reading, first: int) -> bool:
    """Only aimed at: behind a noun that says no more than it, with ل (لاستعادة السيطرة على القرية)."""
    before = reading.words[first - 1]
    return before.core in _RENEWS and "ل" in before.pro


def _conditioned(reading: Reading, head: int) -> bool:
    """The clause opens with إذا, لو or في حال."""
    forms = reading.forms
    start = max(reading.sentences[reading.sentence_at[head]].first, head - _CONDITION)
    if not between(reading.tokens.among(_OPENING), start, head):
        return False
    for at in range(head - 1, start - 1, -1):
        form = forms[at]
        if form in _IF:
            before = forms[at - 1] if at else ""
            return before not in _WHETHER and (before not in _WHILE or form.endswith("اذا"))
        if form == _IN_CASE or (form == _CASE and at and forms[at - 1] in {"في", "وفي"}):
            return True
        if form in _PUNCTUATION_OR_RELATIVE or form == "ان":
            return False
    return False


def _depends(reading: Reading, candidate: Candidate, head: int) -> bool:
    """What will or may be done on a condition told behind it (ستطرد السفير إذا لم يعتذر، قد تواجه عقوبات ما لم)."""
    forms = reading.forms
    verb = head
    while verb > 0 and head - verb < _GOVERNED and not reading.acts[verb] and forms[verb] not in PUNCTUATION:
        verb -= 1
    ahead = forms[verb][:1] == "س" and forms[verb][1:2] in _PERSONS and reading.acts[verb]
    if not ahead and not (forms[verb - 1] in MAY and forms[verb][:1] in _PERSONS):
        return False
    end = min(reading.sentences[candidate.sentence].last, candidate.last + 1 + _DEPENDS)
    for at in range(candidate.last + 1, end):
        form = forms[at]
        if form in _ONLY_IF:
            return forms[at - 1] not in _WHETHER and forms[at - 1] not in _WHILE
        if (form == "ما" and forms[at + 1 : at + 2] == ["لم"]) or (form == _CASE and forms[at - 1] == "في"):
            return True
        if form in PUNCTUATION and form != "،":
            return False
    return False


def _asked(reading: Reading, candidate: Candidate) -> bool:
    """The sentence asks whether it is done (هل ينسحب المقاتلون من المدينة؟)."""
    sentence = reading.sentences[candidate.sentence]
    if reading.forms[sentence.last - 1] not in _MARKS and reading.forms[sentence.last - 2] not in _MARKS:
        return False
    return any(reading.forms[at] in _ASKS for at in range(sentence.first, candidate.first))


def _listed(reading: Reading, head: int) -> bool:
    """One of several terms or demands (وضع 12 شرطا من بينها سحب القوات، من أبرز بنود الهدنة فتح المطار)."""
    forms, words = reading.forms, reading.words
    start = max(reading.sentences[reading.sentence_at[head]].first, head - _LISTED)
    if not between(reading.tokens.cores(_TERMS), start, head):
        return False
    if forms[head - 1] in _AMONG:
        for at in range(head - 2, start - 1, -1):
            if words[at].core in _TERMS:
                return True
            if forms[at] in RELATIVE:
                return False
        return False
    head -= forms[head - 1] == "،" and words[head - 2].core in _PACTS
    for at in range(head - 1, max(start, head - _CALLED) - 1, -1):
        if words[at].core in _TERMS:
            return forms[at - 1] in _OF_THEM or forms[at - 2] in _OF_THEM
        if reading.acts[at] or forms[at] in _PUNCTUATION_OR_RELATIVE:
            return False
    return False


def _stipulated(reading: Reading, first: int) -> bool:
    """What an agreement says is to be done (ينص الاتفاق على انسحاب القوات، مبادرة تتضمن وقف القتال)."""
    forms, words = reading.forms, reading.words
    sentence = reading.sentences[reading.sentence_at[first]]
    start = max(sentence.first, first - _CONDITION)
    if not between(reading.tokens.cores(_STIPULATES), start, first):
        return False
    for at in range(first - 1, start - 1, -1):
        if words[at].core in _STIPULATES:
            return any(
                words[here].core in _PACTS
                for here in range(max(sentence.first, at - _SUBJECT), min(first, at + _SUBJECT + 1))
            )
        if forms[at] in _PUNCTUATION_OR_RELATIVE_OR_AFTER:
            return False
    return False


def _called_for(reading: Reading, candidate: Candidate) -> bool:
    """What a call, a demand or a need is for (دعوات المستوطنين لاقتحام المسجد، الحاجة إلى إرسال قوات)."""
    first, forms = candidate.first, reading.forms
    own = reading.words[first].pro
    if candidate.type == "PROTEST" or not ("ل" in own or "ب" in own or forms[first - 1] == "الى"):
        return False
    begin = reading.sentences[candidate.sentence].first
    if "ب" in own and _demanded(reading, first, max(begin, first - _DEMANDED)):
        return True
    for at in range(first - 1, max(begin, first - _CALLED) - 1, -1):
        core = reading.words[at].core
        if core in _CALLS:
            return "ب" not in own
        if core in _NEEDS:
            return "ل" not in own
        if reading.acts[at] or forms[at] in _PUNCTUATION_OR_RELATIVE_OR_AFTER:
            return False
    return False


def _demanded(reading: Reading, first: int, start: int) -> bool:
    """Behind the noun of a demand and whoever makes it (بعد مطالبة قائد القوات في الإقليم بإرسال جنود)."""
    for at in range(first - 1, start - 1, -1):
        if reading.words[at].core in _DEMANDS:
            return True
        if reading.acts[at] or reading.forms[at] in _PUNCTUATION_OR_CLAUSES:
            return False
    return False


_CLAUSES: Final = RELATIVE | {"ان", "بان", "بعد", "قبل"}
_DEMANDS: Final = frozenset("مطالبة مطالبات مطالبته مطالبتها مطالبتهم مناشدة مناشدته مناشدتها".split())
_DEMANDED: Final = 14
"""Tokens before what is demanded within which the demand stands."""
_AFTER: Final = frozenset("بعد عقب اثر قبل خلال ان بان في".split())
"""Words that open something else between a call and a deed."""
_PUNCTUATION_OR_RELATIVE_OR_AFTER: Final = PUNCTUATION | RELATIVE | _AFTER
_PUNCTUATION_OR_CLAUSES: Final = PUNCTUATION | _CLAUSES
