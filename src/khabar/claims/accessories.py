"""Words of deeds that only go with a deed told in the same sentence: what an attack hits, the backing it has, what is
lifted, the ground of a verdict."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import RESULTS
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, THAT
from khabar.claims.kinds import TOLLS
from khabar.claims.particles import WITHIN
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_STRENGTHENING: Final = "mobilize.reinforcements"
_BACKING: Final = frozenset("دعما اسنادا مساندة مؤازرة".split())
"""Nouns in the accusative that say what a deed is for (شنت غارات دعما للقوات)."""
_COVER: Final = frozenset("دعم اسناد غطاء مساندة مؤازرة تغطية".split())
"""Nouns that say with ب by what means (بإسناد جوي من التحالف)."""
_LIFTS: Final[tuple[str, ...]] = ("retreat.lift", "concede.ease")
"""Beginnings of ids of entries of lifting and easing."""
_LIFTED: Final = 5
"""Tokens behind such a word within which what it lifts stands."""
_CLOSE: Final = 3
"""Tokens from a noun to the verb that carries it."""
_HUNT: Final = "coerce.hold.hunt"
_SETTINGS: Final = frozenset("بعد خلال عقب اثر".split())
_ARREST: Final = "arrest"
_BOUND: Final = frozenset(("COERCE", "SANCTION"))
_LOSSES: Final = "assault.inflict-losses"
_BODIES: Final = "assault.bodies"
_RAIDS: Final = "coerce.raid.security-op"
_OPERATIONS: Final[tuple[str, ...]] = ("assault.operation", "coerce.raid.security-op", "assault.ambush")
"""Beginnings of ids of entries of operations."""
_DRIVES: Final = frozenset("دحر دحرها دحرهم طرد اندحار هزيمة".split())
"""Nouns of driving fighters out, which go with the taking of their ground."""
_DRIVEN: Final = 8
"""Tokens between the two."""
_RAIDED: Final = frozenset(("في", "خلال", "اثناء", "ضمن"))
_GROUNDS: Final = frozenset("ادانة ادانته ادانتها ادانتهم".split())


def accessory(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether a word tells no deed of its own, given the claims ``told`` before it."""
    if candidate.type == "AID" and _backs(reading, candidate):
        return True
    last = told[-1] if told else None
    if last is None or last.sentence != candidate.sentence:
        return False
    if candidate.head is not None and candidate.head[0] == last.first and candidate.type == last.type:
        return True
    if last.type == "ASSAULT" and (_setting(reading, candidate, last) or _toll(reading, candidate, last)):
        return True
    if candidate.id == _STRENGTHENING:
        return _struck(reading, candidate, last)
    if candidate.type in _BOUND and candidate.pos == "n" and last.id.startswith(_LIFTS):
        return _lifted(reading, candidate, last)
    if candidate.id == _HUNT and last.mode == _ARREST and reading.forms[candidate.first - 1] in _SETTINGS:
        return True
    if candidate.mode == last.mode == _ARREST and _held_on(reading, candidate, last):
        return True
    if _driven(reading, candidate, last) or _raid(reading, candidate, last):
        return True
    word = reading.words[candidate.first]
    return candidate.type == last.type == "SANCTION" and "ل" in word.pro and word.core in _GROUNDS


def _setting(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The operation in which somebody killed others (قتل الجيش ستين مسلحا في عملية عسكرية), what traces on the dead
    tell of, or the losses that a blow told before inflicted."""
    word = reading.words[candidate.first]
    if candidate.id == _LOSSES:
        return word.pro == "و" and bool(word.enc)
    if candidate.pos != "n" or word.det or word.enc:
        return False
    if reading.words[candidate.first - 1].core == "اثار" and last.id == _BODIES:
        return True
    if not candidate.id.startswith(_OPERATIONS) or reading.forms[candidate.first - 1] not in WITHIN:
        return False
    return not any(reading.acts[at] or reading.forms[at] in PUNCTUATION for at in range(last.last + 1, candidate.first))


def _toll(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """What the verb of result before an attack tells of it (أوقعت الغارات على الحي ثمانية قتلى)."""
    light = last.light
    if candidate.id not in TOLLS or last.pos != "n" or light is None or light.last != last.first - 1:
        return False
    return reading.words[light.first].core in RESULTS


def _carried(candidate: Candidate) -> bool:
    """A light verb right by the noun carries it (قدمت دعما، جرى تدخل)."""
    light = candidate.light
    return light is not None and candidate.first - _CLOSE <= light.last and light.first <= candidate.last + _CLOSE


def _backs(reading: Reading, candidate: Candidate) -> bool:
    """Backing that is the purpose or the means of another deed (تدخلت دعما للحكومة، بغطاء جوي من الحلف)."""
    first, words = candidate.first, reading.words
    if _carried(candidate) or first + 1 >= len(words):
        return False
    word, after = words[first], words[candidate.last + 1]
    if word.core in _BACKING and not word.det:
        return "ل" in after.pro and not reading.acts[first - 1]
    if "ب" not in word.pro or word.det or word.core not in _COVER:
        return False
    return after.form == "من" or reading.forms[candidate.last + 2 : candidate.last + 3] == ["من"]


def _struck(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Reinforcements that an attack told before them hits (استهدفت الغارات تعزيزات للمسلحين): nobody sends them."""
    if last.type != "ASSAULT" or candidate.light is not None or reading.words[candidate.first].det:
        return False
    return not any(reading.acts[at] for at in range(last.last + 1, candidate.first))


def _held_on(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """A further verb of holding the one who was seized (اعتقلته واقتادته إلى السجن، فككت خلية وأوقفت عناصرها)."""
    words, first = reading.words, candidate.first
    if candidate.pos != "v" or last.pos != "v" or "و" not in words[first].pro:
        return False
    behind = candidate.last + 1
    behind += reading.forms[behind] == "على"
    if not (words[first].enc or words[behind].enc or words[behind - 1].enc):
        return False
    between = reading.forms[last.last + 1 : first]
    return not any(form in STOPS or form in THAT for form in between)


def _driven(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """Those driven off the ground that was told to be taken (تحرير القاعدة ودحر المليشيا منها)."""
    word = reading.words[candidate.first]
    if last.mode != "seize" or last.pos != "n" or word.pro != "و" or word.core not in _DRIVES:
        return False
    between = range(last.last + 1, candidate.first)
    return len(between) <= _DRIVEN and not any(reading.acts[at] or reading.forms[at] in STOPS for at in between)


def _raid(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """The raids in which people were arrested (ألقي القبض على عشرة أشخاص في عمليات دهم)."""
    if last.mode != _ARREST or candidate.id != _RAIDS or reading.words[candidate.first].det:
        return False
    if reading.forms[candidate.first - 1] not in _RAIDED:
        return False
    return not any(reading.acts[at] for at in range(max(last.last + 1, candidate.first - _DRIVEN), candidate.first))


def _lifted(reading: Reading, candidate: Candidate, last: Candidate) -> bool:
    """What a word of lifting right before it puts an end to (رفعت السلطات حظر التجول)."""
    between = range(last.last + 1, candidate.first)
    if len(between) > _LIFTED or "و" in reading.words[candidate.first].pro:
        return False
    return not any(reading.acts[at] or reading.forms[at] in PUNCTUATION for at in between)
