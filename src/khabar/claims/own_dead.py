"""Soldiers whose loss is told by their own side (أعلن الجيش مقتل أحد جنوده في هجوم): the teller did it not."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import POWERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import PREPOSITIONS, Reading

SOLDIERS: Final = frozenset(
    "جندي جنود جنودا جنديا جنديين جنديان جنوده جنودها عسكري عسكريين عسكريا عسكريون عناصره عناصرها ضابط ضباط ضابطا "
    "ضابطين شرطي شرطيا شرطيين افراده افرادها قواته قواتها الجنود الجندي العسكريين الشرطيين ضباطه "
    "ضباطها مقاتليه مقاتليها قادته قادتها مستشاريه مستشاريها".split()
)
CIVILIANS: Final = frozenset(
    "مدني مدنيا مدنيان مدنيين مدنيون مواطن مواطنا مواطنان مواطنين مواطنون مواطنيها مواطنيه طفل طفلا طفلان طفلين اطفال "
    "اطفالا امراة امراتين نساء مستوطن مستوطنا مستوطنين مستوطنون عامل عاملا عاملين عمال سائق سائقا مهندس مهندسا سائح "
    "سياح بحار بحارا بحارة طالب طلاب".split()
)
"""People without arms: a force of their own state tells what others did to them."""
OWN: Final = frozenset("ه ها هم نا".split())
_ROLES: Final = frozenset(("military", "official"))
_LOSSES: Final = frozenset("مقتل مصرع استشهاد اصابة جرح اسر خطف فقدان".split())
_FELL: Final = frozenset("قتل قتلت قتلوا قتلا اصيب اصيبت اصيبوا اصيبا جرح جرحوا لقي لقوا استشهد استشهدوا".split())
_LAUNCHED: Final = frozenset("شنه شنها شنته شنتها شنوه شنوها نفذه نفذها نفذته نفذتها نفذوه نفذوها".split())
"""Verbs whose subject, where none follows, is whoever tells (هجوم شنه على مواقع)."""
_LEFT: Final = frozenset("اسفر اسفرت ادى ادت اوقع اوقعت خلف خلفت تسبب تسببت نجم ينجم".split())
_BEHIND: Final = 7
"""Verbs of what an attack left behind, and tokens from its noun to them."""
_MARTYRED: Final[tuple[str, ...]] = ("ارتق", "استشهد", "قتيل", "قتلى", "شهيد", "شهداء")
_NEAR: Final = 8
"""Tokens between the soldiers and the attack."""


def _serves(teller: Phrase) -> bool:
    """Whether a teller speaks for a force or a state."""
    return teller.kind in POWERS or teller.role in _ROLES


def own_soldier(reading: Reading, victim: Phrase, teller: Phrase | None) -> bool:
    """Soldiers of the force that tells of them, or of no other that is named."""
    word = reading.words[victim.head]
    if word.form not in SOLDIERS or teller is None or not _serves(teller):
        return False
    return word.enc in OWN or victim.country is None or victim.country == teller.country


def own_people(reading: Reading, victim: Phrase, teller: Phrase | None) -> bool:
    """Civilians of the teller's state, or some who are named by its nationality (أكد الجيش الإسرائيلي إصابة ثلاثة
    إسرائيليين)."""
    if teller is None or victim.country is None or victim.country != teller.country or victim.kind != "people":
        return False
    if not _serves(teller):
        return False
    state = reading.lex[victim.head].get("country")
    return reading.words[victim.head].form in CIVILIANS or (state is not None and state.first == victim.first)


def _left(reading: Reading, row: list[Phrase], candidate: Candidate) -> bool:
    """The attack left the teller's own dead or wounded behind (الهجوم أسفر عن إصابة ثلاثة من جنوده)."""
    words, forms = reading.words, reading.forms
    behind = range(candidate.last + 1, min(candidate.last + _BEHIND, len(forms)))
    verb = next((at for at in behind if reading.acts[at]), -1)
    if verb < 0 or words[verb].core not in _LEFT or reading.sentence_at[verb] != candidate.sentence:
        return False
    for one in row:
        if verb < one.first <= verb + _NEAR and words[one.head].form in SOLDIERS and words[one.head].enc in OWN:
            return not any(forms[at] in STOPS or reading.acts[at] for at in range(verb + 1, one.first))
    return False


def lost(reading: Reading, row: list[Phrase], candidate: Candidate, teller: Phrase | None = None) -> bool:
    """Somebody's own soldiers are told to have been killed or wounded in the attack that a noun names; those of no
    other state are an army's own (أكد الجيش مقتل جندي في معارك)."""
    if candidate.pos != "n" or candidate.type != "ASSAULT" or candidate.frame not in {"act", "mutual"}:
        return False
    words, forms = reading.words, reading.forms
    if words[candidate.first].pro[:1] == "و":
        return False  # مقتل عشرة جنود وإسقاط طائرة
    if _left(reading, row, candidate):
        return True
    if any(
        forms[at] in _LAUNCHED and forms[at + 1] in PREPOSITIONS
        for at in range(candidate.last + 1, min(candidate.last + 4, len(forms) - 1))
    ):
        return False
    for one in row:
        if not 0 < candidate.first - one.last <= _NEAR:
            continue
        own = any(words[at].form in SOLDIERS and words[at].enc in OWN for at in range(one.first, one.last + 1))
        own = own or (
            teller is not None
            and words[one.head].form in SOLDIERS
            and _serves(teller)
            and (one.country is None or one.country == teller.country)
        )
        if not own:
            continue
        low, high = one.last + 1, candidate.first
        fell = next((at for at in range(low, high) if reading.acts[at]), None)
        before = one.first - 1
        while before > 0 and (
            before in reading.number_tokens or forms[before] == "من" or words[before].func == "quant"
        ):
            before -= 1  # مقتل اثنين من ضباطه
        told = words[fell].core in _FELL if fell is not None else words[before].core in _LOSSES
        if told and not any(forms[at] in STOPS for at in range(low, high)):
            return True
    return False
