"""Demands told outright: a party that calls for something, and what it calls for (أوصت اللجنة بإقالته، واشترط الحزب
تسليم السلاح); what a speaker opens with that must be done; a demand that somebody complied with."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.duties import UPON
from khabar.claims.kinds import PARTIES
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_TOPICS: Final[dict[str, frozenset[str]]] = {
    "request.demand": frozenset(("ب",)),
    "request.call": frozenset(("الى", "ل")),
    "request.urge": frozenset(("على",)),
    "request.appeal": frozenset(("ب", "الى", "")),
    "request.ask": frozenset(("من", "ب", "")),
    "request.recommend": frozenset(("ب", "على")),
    "request.advise": frozenset(("ب",)),
    "request.order": frozenset(("ب",)),
    "request.condition": frozenset(("",)),
    "request.propose-that": frozenset(("",)),
}
"""Entries of verbs of demanding, and the prepositions before what is demanded or whoever it is asked of."""
_THAT: Final = frozenset(("ان", "بان", "الا", "عدم"))
_UNSAID: Final = frozenset(("لم", "لن", "لا", "اذا", "لو", "ان", "الذي", "التي", "الذين", "ما", "مما"))
"""Words right before a verb that is not told outright."""
_MAY: Final = "قد"
_REACH: Final = 16
"""Tokens behind the subject within which what is demanded begins."""
_RECOMMENDS: Final = frozenset(("request.recommend", "request.advise"))
_PAPERS: Final = frozenset("قرار تقرير بيان مشروع مسودة لجنة توصية وثيقة".split())
"""What recommends something by itself (يوصي القرار بإحالة الملف)."""
_MUST: Final = frozenset(("request.must", "request.it-should"))
"""Entries of what must be done, without whoever has to do it."""
_KNOW: Final[tuple[str, ...]] = tuple("درك فهم عرف علم نس عي ذكر تذكر شعر فخر خجل".split())
"""Beginnings of verbs, without the letter of person, of what goes on in somebody's mind."""
_ANSWERS: Final = frozenset("استجابة تلبية امتثالا نزولا استجاب استجابت استجابا استجابوا لبى لبي لبت تنفيذا".split())
ASKS: Final = frozenset(("request.ask", "request.demand-noun", "request.appeal", "request.call-again"))
"""Entries whose nouns name a demand."""
_NEAR: Final = 3


def asked(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a party demands something in so many words. ``row``: the phrases of its sentence."""
    topics = _TOPICS.get(candidate.id)
    if topics is None or candidate.pos != "v" or candidate.passive or reading.words[candidate.last].enc:
        return False
    former = reading.forms[candidate.first - 1]
    if former in _UNSAID or (former == _MAY and candidate.form != "perf"):
        return False
    at = candidate.last + 1
    subject = next((one for one in row if one.first == at and not one.prep), None)
    if subject is None:
        end = candidate.first - 1 - (former == _MAY)
        before = next((one for one in row if one.last == end and not one.prep), None)
        if before is None or before.kind not in PARTIES or candidate.form != "perf":
            return False
    elif subject.kind not in PARTIES and not (candidate.id in _RECOMMENDS and _advises(reading, subject)):
        return False
    else:
        at = subject.last + 1
    end = min(reading.sentences[candidate.sentence].last, at + _REACH)
    for here in range(at, end):
        form, word = reading.forms[here], reading.words[here]
        if form in STOPS:
            return False
        if form in _THAT or form in topics or (word.pro and word.pro in topics):
            return True
        if reading.acts[here]:
            return False
        if "" in topics and word.cls == "n" and not word.func and here == at:
            return True
    return False


def _advises(reading: Reading, subject: Phrase) -> bool:
    """A paper or a name that is not known stands behind a verb of recommending."""
    word = reading.words[subject.first]
    return word.core in _PAPERS or (subject.first == subject.last and not word.det and not word.pro)


def urged(reading: Reading, candidate: Candidate, speaker: bool) -> bool:
    """Whether what must be done is what a quotation opens with (قال الوزير: "يجب وقف إطلاق النار"), no remark on what
    must be known. ``speaker``: somebody says it."""
    if candidate.id not in _MUST or not speaker or reading.forms[candidate.first - 1] not in QUOTES_OPEN:
        return False
    behind = candidate.last + 1
    ours = reading.acts[behind] and reading.forms[behind].startswith("ن")
    return bool(reading.quoted[candidate.first]) and not ours and not minded(reading, candidate)


def minded(reading: Reading, candidate: Candidate) -> bool:
    """Whether a duty is only to know or to be something (على طهران أن تدرك أن صبرنا نفد)."""
    if candidate.id not in _MUST and candidate.id not in UPON:
        return False
    for at in range(candidate.last, min(candidate.last + 9, len(reading.forms) - 1)):
        form = reading.forms[at]
        if form in STOPS or (at > candidate.last and form == "،"):
            return False
        if form in {"ان", "الا"} and at > candidate.first:
            verb = reading.core(at + 1)
            return verb == "نكون" or (verb[:1] in "ينتا" and verb[1:].startswith(_KNOW))
    return False


def complied(reading: Reading, candidate: Candidate) -> bool:
    """Whether it names a demand that somebody complies with (استجابة لطلب الحكومة، تلبية طلب الوزير)."""
    if candidate.id not in ASKS or candidate.pos != "n" or reading.words[candidate.first].det:
        return False
    for at in range(max(0, candidate.first - _NEAR), candidate.first):
        if reading.core(at) in _ANSWERS and "لم" not in reading.forms[max(0, at - _NEAR) : at]:
            return True
    return False
