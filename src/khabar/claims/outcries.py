"""What a protest says, and who calls for one: it belongs to the protest, and is no claim of its own."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, bare
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_VOICED: Final = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT"))
"""Types of what a protest says (مظاهرة طالبت بالإصلاح)."""
_VOICE: Final = 8
"""Tokens between a protest and what it says."""
_LOUD: Final = 30
"""Tokens between the verb of a protest and the participle that tells what it is for (تظاهروا في المدينة مطالبين)."""
_PARTICIPLES: Final[tuple[str, ...]] = ("ين", "ا", "ة", "ات")
_BANNERS: Final = frozenset(
    "شعار شعارات شعارا لافتة لافتات هتاف هتافات يافطة يافطات عبارة عبارات صيحات صورا صور راية رايات".split()
)
"""What protesters carry and shout (شعارات تطالب برحيله)."""
_MARCHES: Final = frozenset(
    "مسيرة مسيرات مظاهرة مظاهرات تظاهرة تظاهرات وقفة وقفات احتجاج احتجاجات اعتصام اعتصامات تجمع تجمعات".split()
)
_PROTESTERS: Final = frozenset(
    f"{stem}{ending}"
    for stem in ("متظاهر", "محتج", "معتصم", "مضرب", "محتشد", "مشارك", "متجمهر", "منتفض")
    for ending in ("ون", "ين", "و", "ي", "ان", "ات")
)
_CALLS: Final = frozenset(
    "دعا دعت دعوا يدعو تدعو يدعون داعيا داعية داعين دعوة دعوات دعوته دعوتها دعواته حث حثت ناشد ناشدت طالب طالبت".split()
)
"""Words of calling on people to protest."""
_TO: Final = frozenset(("الى", "ل", "ب"))
_CALLED: Final = 9
"""Tokens between such a word and the protest."""
_CROWD: Final = frozenset(("protest.street.crowd", "protest.street.gatherings"))
"""Entries of coming together, which is no protest where somebody only asks for it (دعا أنصاره إلى التجمع)."""
_FOLLOWS: Final = frozenset("لبى لبي لبت لبوا يلبي تلبية استجاب استجابت استجابوا استجابة".split())
"""Words of following a call: the protest took place."""
_MAKES: Final = frozenset(
    "تنظيم مشاركة خروج اقامة تسيير احتشاد نزول تنفيذ مزيد دخول بدء مواصلة استمرار جعل يوم اعلان".split()
)
"""Nouns of holding a protest between them."""


def voices(reading: Reading, candidate: Candidate, last: Candidate | None) -> bool:
    """It says what the protest told before it in the sentence, ``last``, was for or against (وقفة منددة بالقصف، تظاهر
    المئات في العاصمة مطالبين بإقالته، رفعوا لافتات تندد به)."""
    if last is None or last.type != "PROTEST" or candidate.type not in _VOICED:
        return False
    first, word = candidate.first, reading.words[candidate.first]
    between = range(last.last + 1, first)
    if word.pro[:1] in {"و", "ف"} or any(reading.forms[at] in STOPS for at in between):
        return False
    quiet = not any(reading.acts[at] for at in between)
    near = len(between) <= _VOICE and quiet and not any(reading.forms[at] in PAUSE for at in between)
    if last.pos == "n" and near:
        return True
    if candidate.pos == "v":
        bearer = next((at for at in range(first - 1, first - _VOICE, -1) if _speaks(reading, at)), None)
        if bearer is None or any(reading.forms[at] in PAUSE for at in range(bearer + 1, first)):
            return False
        return not any(reading.acts[at] for at in range(bearer + 1, first))
    participle = candidate.frame == "speech" and not word.det and not word.pro and word.core.endswith(_PARTICIPLES)
    return participle and quiet and len(between) <= _LOUD


def _speaks(reading: Reading, at: int) -> bool:
    """Slogans and banners, or the protest itself."""
    return reading.words[at].core in _BANNERS or reading.words[at].core in _MARCHES


def outcry(reading: Reading, candidate: Candidate, told: list[Candidate], row: list[Phrase]) -> bool:
    """Protesters say it, of whose protest the article told (وطالب المتظاهرون برحيله، رفعوا لافتات وطالبوا), in whose
    sentence ``row`` are the phrases."""
    if candidate.pos != "v" or candidate.type not in _VOICED:
        return False
    last = next((one for one in reversed(told) if one.type == "PROTEST"), None)
    if last is None:
        return False
    first = candidate.first
    if reading.forms[first].endswith("وا") and reading.words[first].pro[:1] == "و":
        return last is told[-1] and last.sentence == candidate.sentence
    behind = next((one for one in row if one.first == candidate.last + 1), None)
    before = next((one for one in row if one.last == first - 1), None)
    return any(
        one is not None and bare(one) and reading.words[one.head].core in _PROTESTERS for one in (behind, before)
    )


def called_for(reading: Reading, candidate: Candidate) -> int | None:
    """The word that calls for the protest that a noun names (دعت النقابات إلى إضراب عام), by its token."""
    return None if candidate.id in _CROWD else _caller(reading, candidate)


def gathers(reading: Reading, candidate: Candidate) -> bool:
    """It is only what somebody asks his followers to do (دعا أنصاره إلى التجمع): the claim is that he asks it."""
    return candidate.id in _CROWD and _caller(reading, candidate) is not None


def _caller(reading: Reading, candidate: Candidate) -> int | None:
    """The token of the word that calls to a protest (دعوات إلى التظاهر), unless a clause says that it was followed."""
    if candidate.type != "PROTEST" or candidate.pos != "n":
        return None
    first = candidate.first
    start = max(reading.sentences[candidate.sentence].first, first - _CALLED)
    led = False
    for at in range(first, start - 1, -1):
        word = reading.words[at]
        if at < first and led and word.core in _CALLS and not word.enc:
            return None if word.pro in {"ل", "ب"} or _followed(reading, at, start) else at
        if at < first and (reading.acts[at] or reading.forms[at] in STOPS or reading.forms[at] in RELATIVE):
            return None
        to = reading.prep(at) if at == first or word.core in _MAKES else ""
        led = led or to in _TO
    return None


def _followed(reading: Reading, call: int, start: int) -> bool:
    """People followed the call (لبى آلاف الأنصار دعوة الحزب للتظاهر)."""
    return any(reading.words[at].core in _FOLLOWS for at in range(max(start - _CALLED, 0), call))


def calls(groups: list[list[Candidate]], reading: Reading) -> dict[int, list[Candidate]]:
    """Readings of the protests that somebody calls for, by the token of the call; of two the latter, for the former
    stands in the name of whoever calls (دعت لجان تنسيق التظاهرات إلى مسيرة)."""
    found: dict[int, list[Candidate]] = {}
    for group in groups:
        call = called_for(reading, group[0])
        if call is not None:
            found[call] = group
    return found
