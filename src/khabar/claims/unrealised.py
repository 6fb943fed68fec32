"""Deeds that their clause tells as not done: dreaded, waited for, wished for, sought or insisted on, set as a task, or
weighed for what they would bring."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import DEEDS
from khabar.claims.particles import WILL
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_DREADS: Final = frozenset("خوفا خشية تحسبا تفاديا تجنبا تخوفا مخافة".split())
"""Accusatives of dreading or averting, before a deed or its preposition."""
_LEST: Final = frozenset(("لئلا", "كيلا", "لكيلا"))
_SO_THAT: Final = frozenset(("كي", "لكي", "حتى"))
"""Words before لا and a verb that tells what is to be averted."""
_AWAITS: Final = frozenset("ينتظر تنتظر ينتظرون انتظار انتظارا يترقب تترقب ترقب".split())
_WANTS: Final = frozenset(
    "اراد ارادت ارادوا يريد تريد يريدون نريد رغب رغبت يرغب ترغب يرغبون يود تود يودون يامل تامل ياملون نامل يتمنى "
    "يتمني تتمنى تتمني يخشى يخشي تخشى تخشي يخشون يخاف تخاف يخافون".split()
)
"""Verbs of wanting and fearing, whose clause with أن tells nothing done."""
_INSISTS: Final = frozenset(
    "اصر اصرت اصروا يصر تصر يصرون مصر مصرة مصرون مصرين مصرا اصرار اصراره اصرارها اصرارهم حريص حريصة حريصون".split()
)
"""Words of insisting on what is yet to be done."""
_SEEKS: Final = frozenset("يسعى يسعي تسعى تسعي يسعون سعى سعي سعت سعوا يطمح تطمح يطمحون يهدف تهدف".split())
"""Verbs of seeking something, with إلى."""
_SOUGHT: Final = 24
"""Tokens between such a verb, with whoever seeks it, and what is sought."""
_WANTED: Final = 8
"""Tokens between such a verb and أن."""
_TASKS: Final = frozenset("تحدي هدف مهمة اولوية مطلب غاية خيار شرط واجب مطلوب طموح حلم حل".split())
"""Nouns of what is yet to be done, told of with هو."""
_IS: Final = frozenset(("هو", "هي"))
_TASK: Final = 14
"""Tokens before هو within which such a noun stands."""
_WEIGHED: Final = frozenset(("SANCTION", "RETREAT", "COERCE"))
"""Types of deeds that are weighed before they are done."""
_BRINGS: Final = frozenset(
    "يؤدي يعني يسمح يمنح يضر يشكل يزيد يسهم يساهم يغير يفتح يمهد يساعد يجعل يدفع يترك يخلق يتسبب يسبب يهدد يعزز ينهي "
    "يقوض يعطي يوفر يحقق يحول يخفف يقلل يكلف يمثل يعد يعتبر يتيح يقود يضعف يقوي يفاقم يشعل يثير يكون يقرب يعقد".split()
)
"""Verbs of what something brings about, in the third person masculine."""
_MAY: Final = frozenset(("قد", "سوف", "لن"))
_REACH: Final = 12
"""Tokens behind a noun within which its verb stands."""
_OPENS: Final = frozenset((*PUNCTUATION, "ان", "بان", "وان"))
"""Words behind which a clause begins with its subject."""
_CLOSES: Final = PUNCTUATION | {"ان", "بان"}


def unrealised(reading: Reading, candidate: Candidate) -> bool:
    """Whether its clause leaves the deed of a candidate undone."""
    if candidate.type not in DEEDS:
        return False
    light = candidate.light
    head = light.first if light is not None and light.first < candidate.first else candidate.first
    if candidate.head is not None:
        head = min(head, candidate.head[0])
    if reading.acts[head] and (_lest(reading, head) or _wished(reading, head)):
        return True
    first = candidate.first
    if candidate.pos == "v":
        return False
    if _dreaded(reading, first) or reading.words[first - 1].core in _AWAITS or _sought(reading, first):
        return True
    if reading.forms[first - 1] in _IS:
        return _task(reading, first - 1)
    return candidate.type in _WEIGHED and _weighed(reading, candidate)


def _dreaded(reading: Reading, head: int) -> bool:
    """Somebody acts for fear of it (غادروا خوفا من اعتقالهم، تفاديا لاعتقالهم)."""
    at = head - 2 if reading.forms[head - 1] in {"من", "ل"} else head - 1
    return reading.words[at].core in _DREADS and not reading.words[at].det


def _lest(reading: Reading, verb: int) -> bool:
    """Somebody acts lest it be done (لكي لا يعتقلوا)."""
    forms = reading.forms
    if forms[verb - 1] in _LEST:
        return True
    return forms[verb - 1] == "لا" and verb > 1 and forms[verb - 2].lstrip("و") in _SO_THAT


def _wished(reading: Reading, verb: int) -> bool:
    """Somebody wants it, or wants it not (لا تريد أنقرة للقوات أن تتقدم)."""
    forms, words = reading.forms, reading.words
    if forms[verb - 1] not in {"ان", "الا"}:
        return False
    start = max(reading.sentences[reading.sentence_at[verb]].first, verb - 1 - _WANTED)
    for at in range(verb - 2, start - 1, -1):
        if words[at].core in _INSISTS and forms[at + 1] == "على":
            return True
        if reading.acts[at]:
            return words[at].core in _WANTS
        if forms[at] in PUNCTUATION or forms[at] in RELATIVE:
            return False
    return False


def _sought(reading: Reading, first: int) -> bool:
    """Somebody insists on it, wants it or seeks it (مصرة على تسلم الأسرى، ترغب في احتلال المنطقة، تسعى القوات، ...، إلى
    طرد المسلحين)."""
    forms, words = reading.forms, reading.words
    if words[first].pro:
        return False
    if forms[first - 1] == "على":
        return words[first - 2].core in _INSISTS
    if forms[first - 1] == "في" or reading.acts[first - 1]:
        return words[first - 1 - (forms[first - 1] == "في")].core in _WANTS
    if forms[first - 1] != "الى":
        return False
    start = max(reading.sentences[reading.sentence_at[first]].first, first - _SOUGHT)
    verb = next((at for at in range(first - 2, start - 1, -1) if reading.acts[at]), -1)
    return verb >= 0 and words[verb].core in _SEEKS


def _task(reading: Reading, copula: int) -> bool:
    """It is what is left to do (يبقى التحدي الأكبر هو استعادة البلدة)."""
    start = max(reading.sentences[reading.sentence_at[copula]].first, copula - _TASK)
    for at in range(copula - 1, start - 1, -1):
        if reading.words[at].core in _TASKS and reading.words[at].det:
            return True
        if reading.forms[at] in PUNCTUATION:
            return False
    return False


def _weighed(reading: Reading, candidate: Candidate) -> bool:
    """It is told what it would bring (انسحاب واشنطن سيمنح طهران فرصة، إغلاق الحدود قد يغير مسار الحرب)."""
    words, forms, first = reading.words, reading.forms, candidate.first
    sentence = reading.sentences[candidate.sentence]
    if words[first].det or words[first].enc or words[first].pro:
        return False
    if reading.acts[first - 1]:
        return first > sentence.first and _would_bring(reading, first - 1)
    if first != sentence.first and forms[first - 1] not in _OPENS:
        return False
    told = False
    for at in range(candidate.last + 1, min(sentence.last, candidate.last + 1 + _REACH)):
        form = forms[at]
        if form in _CLOSES:
            return False
        if form.removeprefix("و") in RELATIVE:
            told = True
        elif reading.acts[at] and (not told or _would_bring(reading, at)):
            return _would_bring(reading, at)
    return False


def _would_bring(reading: Reading, verb: int) -> bool:
    """A verb of bringing about, in the future or behind قد."""
    form = reading.forms[verb].removeprefix("و")
    ahead = form[:2] in WILL
    if not ahead and reading.forms[verb - 1] not in _MAY:
        return False
    stem = "ي" + form[1 + ahead :]
    return stem in _BRINGS or stem.removesuffix("ه").removesuffix("ها") in _BRINGS
