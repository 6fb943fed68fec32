"""Words of force that tell the very deed of the attack told before them in the sentence: its means (استهدفت المواقع بست
غارات), where it came from (الهجوم نجم عن تفجير), its dead (هجوم ... وراح ضحيته ستة), a second verb for it (استهداف
وتدمير) or its name once more (قتل ستة في الغارة ... وأصيب عشرة في الغارة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import FIRES, RESULTS, suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RELATIVE, STOPS
from khabar.claims.headcounts import AMONG
from khabar.claims.losses import CASUALTIES
from khabar.mentions.reading import Reading

_FAR: Final = 30
"""Tokens between an attack and the strikes that it was made of."""
_ABOUT: Final = frozenset("نحو حوالي قرابة زهاء اكثر ما".split())
_THERE: Final = frozenset("فيها فيه خلالها خلاله اثرها اثره فيهما خلالهما".split())
_SUICIDE: Final = "suicide-bombing"
_BULLETS: Final = frozenset("عيار طلق طلقة رصاصة رصاص طلقات".split())
_HITS: Final = frozenset(("اصابة", "اصابت", "اصابته"))
_KILLED: Final = frozenset("قتل قتلت قتلوا قضى قضي اغتيل".split())
_LED: Final = 14
"""Tokens before an aside within which the verb of result stands."""
_FELL: Final = frozenset("وقع وقعت وقعوا وقعا سقط سقطت سقطوا".split())
_APART: Final = OF_CAUSE | {"ردا", "قبل", "منذ", "بينما", "فيما"}
"""Words between an attack and another one."""
_VICTIM: Final = "assault.victim"
_CAME: Final = frozenset(
    "نجم نجمت ناجم ناجما ناجمة نتج نتجت ناتج ناتجا ناتجة ينجم تنجم نفذ نفذت وقع وقعت حدث حدثت حصل تم تمت".split()
)
"""Verbs and participles that say where an attack came from, or by what it was carried out."""
_FROM: Final = frozenset(("عن", "ب", "بواسطة", "عبر", "باستخدام"))
_NEAR: Final = 4
_SETTING: Final = frozenset("في خلال جراء اثر اثناء نتيجة".split())
_PLAIN: Final = frozenset((None, "other", "destruction"))
"""Modes that a second word for a deed may have whatever the first one says."""


def told_before(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether one of the claims ``told`` before in its sentence tells the deed."""
    if candidate.type == "COERCE":
        return _captive(reading, candidate, told)
    if candidate.type != "ASSAULT" or not told or told[-1].sentence != candidate.sentence:
        return False
    last = next((one for one in reversed(told) if one.type == "ASSAULT"), None)
    if last is None or last.sentence != candidate.sentence:
        return False
    if candidate.id == _VICTIM:
        return _victims(reading, candidate, last)
    if _counted_too(reading, candidate, last) or _fell_there(reading, candidate, last):
        return True
    if suffers(candidate) and _nobody(reading, candidate):
        return True
    if candidate.pos == "v":
        return _blown(reading, candidate, last) or _shot(reading, candidate, last)
    if _hit(reading, candidate, last) or _by_it(reading, candidate, last):
        return True
    if _means(reading, candidate, last) or _origin(reading, candidate, last) or _twin(reading, candidate, last):
        return True
    if _beside(reading, candidate, last):
        return True
    return any(_again(reading, candidate, one) for one in told if one.sentence == candidate.sentence)


def _captive(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """The captivity that somebody fell into (وقع الطيار في أسر المتمردين)."""
    last = told[-1] if told else None
    if (
        last is None
        or last.mode != "arrest"
        or reading.core(last.first) not in _FELL
        or candidate.mode != "arrest"
        or candidate.pos != "n"
    ):
        return False
    return reading.forms[candidate.first - 1] == "في" and candidate.first - last.first <= _NEAR


def _victims(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The suffix of the victim is the attack told before (هجوم على ملهى، وراح ضحيته عشرون)."""
    if suffers(last) or last.pos != "n":
        return False
    return not any(reading.forms[at] in STOPS for at in range(last.last + 1, candidate.first))


def _counted_too(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The hurt behind an aside on the dead that a verb of result led to (أسفر عن مصرع 17 شخصا، بينهم شرطي، وجرح 40)."""
    first, forms = candidate.first, reading.forms
    if not suffers(candidate) or suffers(last) or "و" not in reading.words[first].pro or forms[first - 1] != "،":
        return False
    behind = candidate.last + 1
    if behind not in reading.number_tokens and forms[behind] not in _ABOUT:
        return False
    start = reading.sentences[candidate.sentence].first
    low = next((at for at in range(first - 2, start, -1) if forms[at] == "،"), -1)
    if low < 0 or forms[low + 1] not in AMONG or any(reading.acts[at] for at in range(low, first)):
        return False
    return any(reading.core(at) in RESULTS for at in range(max(start, low - _LED), low))


def _apart(reading: Reading, last: Candidate, first: int) -> bool:
    """Another clause begins between the last claim and a token."""
    return any(reading.forms[at] in STOPS or reading.forms[at] == "ان" for at in range(last.last + 1, first))


def _blown(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The bomber who drove up blows himself up (انتحاريا يقود سيارة مفخخة فجر نفسه)."""
    if candidate.mode != _SUICIDE or last.mode != _SUICIDE or last.pos != "v":
        return False
    return reading.words[candidate.first].pro == "" and not _apart(reading, last, candidate.first)


def _shot(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Who fired what somebody died of (استشهد إثر إصابته بعيار ناري في الرأس أطلقه الجنود)."""
    first = candidate.first
    if candidate.id not in FIRES or not reading.words[candidate.last].enc or reading.words[first].pro:
        return False
    if not suffers(last) or last.pos != "v" or _apart(reading, last, first):
        return False
    return any("weapon" in reading.lex[at] or reading.core(at) in _BULLETS for at in range(last.last + 1, first))


def _hit(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """What hit him of which he died (استشهد شاب إثر إصابته برصاص الجنود)."""
    first = candidate.first
    if not suffers(last) or last.pos != "v" or reading.core(first) not in _HITS or not reading.words[first].enc:
        return False
    return reading.forms[first - 1] in OF_CAUSE and not _apart(reading, last, first)


def _by_it(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The attack by which he was killed whose death is told of (مقتل القائد الذي قتل بغارة)."""
    first = candidate.first
    if not suffers(last) or last.pos != "n" or "ب" not in reading.words[first].pro or _apart(reading, last, first):
        return False
    return reading.core(first - 1) in _KILLED and reading.forms[first - 2] in RELATIVE


def _fell_there(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Those fell in the fight that the suffix of a preposition means (دارت معارك سقط فيها عشرات القتلى)."""
    if candidate.pos != "v" or not suffers(candidate) or suffers(last) or last.pos != "n":
        return False
    behind = reading.forms[candidate.last + 1 : candidate.last + 3]
    if _THERE.isdisjoint(behind):
        return False
    return not any(reading.forms[at] in STOPS for at in range(last.last + 1, candidate.first))


def _nobody(reading: Reading, candidate: Candidate) -> bool:
    """It only says that nobody was hurt (من دون وقوع إصابات)."""
    mark = next((one for one in reading.marks.of("figure") if one.entry.zero and one.last >= candidate.first), None)
    return mark is not None and mark.first <= candidate.first


def _means(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Strikes behind ب, counted, of which the attack of the verb before was made."""
    first = candidate.first
    if last.pos != "v" or suffers(last) or last.frame != "act" or first - last.last > _FAR:
        return False
    if reading.prep(first) != "ب" or reading.words[first].det:
        return False
    return not any(
        reading.acts[at]
        or reading.forms[at] in STOPS
        or reading.forms[at] in RELATIVE
        or reading.forms[at] in _APART
        or _lost(reading, at)
        for at in range(last.last + 1, first)
    )


def _lost(reading: Reading, at: int) -> bool:
    """A word of loss stands at the token (ردا على مقتل جندي بإطلاق نار)."""
    mark = reading.lex[at].get("figure")
    return mark is not None and mark.entry.what in CASUALTIES


def _origin(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """A verb of coming about leads from the attack to what it was (الهجوم نجم عن انفجار عبوة)."""
    first = candidate.first
    if suffers(last) or last.pos != "n" or reading.words[first].det:
        return False
    low = max(last.last + 1, first - _NEAR)
    led = next(
        (at for at in range(first, low - 1, -1) if reading.forms[at] in _FROM or "ب" in reading.words[at].pro), -1
    )
    if led <= last.last + 1 - (led == first):
        return False
    before = led - 1
    if reading.words[before].core not in _CAME:
        return False
    return before - last.last <= _NEAR and not any(
        reading.forms[at] in RELATIVE or reading.forms[at] in STOPS for at in range(last.last + 1, before)
    )


def _twin(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """A second noun of doing, right behind the first, with the object of both (استهداف وتدمير 12 هدفا)."""
    if candidate.first != last.last + 1 or reading.words[candidate.first].pro[:1] != "و" or last.pos != "n":
        return False
    if candidate.frame != "act" or last.frame != "act" or reading.words[candidate.first].det:
        return False
    return candidate.mode == last.mode or candidate.mode in _PLAIN or last.mode in _PLAIN


def _beside(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Two kinds of strikes joined behind one word of cause (قتل عشرة جراء القصف المدفعي والغارات)."""
    first = candidate.first
    if last.pos != "n" or suffers(last) or suffers(candidate) or reading.words[first].pro != "و":
        return False
    if first - last.last > _NEAR - 1 or any(
        reading.acts[at] or reading.prep(at) or reading.forms[at] in STOPS or reading.forms[at] == "،"
        for at in range(last.last + 1, first)
    ):
        return False
    return any(
        reading.forms[at] in _SETTING or "ب" in reading.words[at].pro for at in range(last.first - 3, last.first + 1)
    )


def _again(reading: Reading, candidate: Candidate, before: Candidate) -> bool:
    """The noun of an attack, with the article, by which the sentence told of it before (قتل ستة في الغارات ... وأصيب
    عشرة في الغارتين)."""
    word, first = reading.words[candidate.first], candidate.first
    if before.id != candidate.id or before.pos != "n" or before.type != "ASSAULT" or before.first >= first:
        return False
    if not word.det or not reading.words[before.first].det or candidate.light is not None:
        return False
    if reading.forms[first - 1] not in _SETTING or reading.core(candidate.last + 1) in RELATIVE:
        return False
    return not any(reading.forms[at] in STOPS for at in range(before.last + 1, first))
