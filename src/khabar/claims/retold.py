"""Deeds told before that a sentence names again: those who fell by them are mourned, those who did them are sought, or
only their hour is added; fighting that somebody joins or flees from, and fire that is returned."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import CENSURE, HARM
from khabar.mentions.answering import REPLIES
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_REPLIES: Final = REPLIES | {"ردا"}
_FIGHTS: Final = frozenset(("assault.fighting", "assault.battle"))
"""Entries that name fighting as a whole."""
_AMID: Final = frozenset("من عن في الى بسبب مواصلة استئناف".split())
"""Words before it where it is only what somebody takes part in, flees from or died in."""
_FALLEN: Final = frozenset("قتلي ضحايا شهداء جثامين جثث شهيد قتيل قتيلي شهيدي ضحيتي".split())
_MOURNS: Final[tuple[str, ...]] = (
    "تشييع", "شيع", "يشيع", "تشيع", "جناز", "دفن", "تابين", "تعاز", "تعزي", "مواسا", "حداد", "ذكري", "احياء",
)  # fmt: skip
"""Beginnings of words of burying and mourning."""
_NEAR: Final = 5
_SOUGHT: Final = frozenset(
    "تحديد محاسبة ملاحقة تقديم معاقبة كشف معرفة هوية يحاسب محاكمة اعتقال توقيف ضبط تعقب مقاضاة محاسبتهم".split()
)
"""Nouns of finding and punishing those who are responsible."""
_INQUIRY: Final = frozenset(
    "تحقيق تحقيقا تحقيقات تحقيقاتها تحقيقاته تحقيقاتهم يحقق تحقق يحققون معرفة كشف سؤال اسئلة".split()
)
_ABOUT: Final = frozenset("في حول بشان عن".split())
_CAUSES: Final = frozenset("سبب اسباب ملابسات ظروف".split())
_INQUIRED: Final = 5
"""Tokens before a deed within which the inquiry into it stands."""
_JUDGED: Final = 9
"""Tokens behind a verb of blame or welcome within which the noun of a deed is what it is about."""
_HAPPENED: Final = frozenset("وقع وقعت حدث حدثت حصل حصلت".split())
_WHEN: Final = frozenset("وقت عند بعد قبل عندما لدى خلال اثناء بينما حين حوالي".split())
INCIDENT: Final = "assault.incident"
"""Entry of the neutral word for an attack told before, whose place is added."""
_WHERE: Final = frozenset("في قرب خارج داخل امام وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي بالقرب على عند".split())
_RETURNS: Final = "assault.wide.retaliate"
_FIRES: Final = frozenset(("assault.live-fire", "assault.tear-gas.fire", "assault.shoot.phrase"))
_LATELY: Final = 3
"""Sentences before it within which the attack was told."""
_CLAUSE: Final = 9
"""Tokens behind such a verb within which a place would be named."""


def retold(reading: Reading, candidate: Candidate, told: list[Candidate], losses: str) -> str:
    """How the noun of a deed names again what was ``told``; empty if it does not."""
    if candidate.type not in HARM:
        return ""
    if candidate.id in _FIGHTS and not losses and _joined(reading, candidate):
        return "part"
    if not any(one.type == candidate.type for one in told):
        return ""
    if losses != "new" and _judged(reading, candidate, told):
        return "judged"
    if _mourned(reading, candidate):
        return "mourned"
    if _sought(reading, candidate):
        return "sought"
    if losses != "new" and reading.words[candidate.first].det and _meant(reading, candidate.first):
        return "meant"
    if losses == "new" or not reading.words[candidate.first].det:
        return ""
    if _inquired(reading, candidate):
        return "inquiry"
    return "hour" if _hour(reading, candidate) else ""


def unplaced(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """The incident of which it is said that it happened is no attack just told, or no place follows."""
    if candidate.id != INCIDENT:
        return False
    last = next((one for one in reversed(told) if one.type == candidate.type), None)
    if last is None or not 0 < candidate.sentence - last.sentence <= _LATELY:
        return True
    after = candidate.last + 1
    while after in reading.time_tokens and reading.forms[after] not in _WHERE:
        after += 1
    timed = after in reading.time_tokens or after + 1 in reading.time_tokens or reading.core(after + 1) == "ساعة"
    return timed or reading.forms[after] not in _WHERE


def returned(reading: Reading, candidate: Candidate) -> bool:
    """Fire that answers other fire (رد الجنود على مصادر النيران، ورد الجيش بالرصاص الحي)."""
    first, words = candidate.first, reading.words
    if words[first].det and not words[first].pro:
        return False
    if candidate.id == _RETURNS:
        return True
    if candidate.id not in _FIRES or "ب" not in words[first].pro:
        return False
    return any(words[at].core in _REPLIES and not words[at].det for at in range(max(0, first - _NEAR), first))


def _followed(reading: Reading, candidate: Candidate) -> bool:
    """A relative clause goes on from it, perhaps behind an adjective."""
    return any(reading.core(candidate.last + step) in RELATIVE for step in (1, 2))


def _joined(reading: Reading, candidate: Candidate) -> bool:
    """Somebody joins the fighting or flees from it (انضموا إلى القوات في القتال، فروا من المعارك)."""
    first, light = candidate.first, candidate.light
    if not reading.words[first].det or _followed(reading, candidate):
        return False
    if light is not None and reading.acts[light.first]:
        return False
    return reading.forms[first - 1] in _AMID or reading.core(first - 1) in _AMID


def behind_adjectives(reading: Reading, candidate: Candidate) -> int:
    """The token after it and its adjectives."""
    at, words = candidate.last + 1, reading.words
    while at < len(words) and words[at].det and not words[at].pro:
        at += 1
    return at


def _judged(reading: Reading, candidate: Candidate, told: list[Candidate]) -> bool:
    """It stands with the article right behind the verb that condemns it (دانت الوزارة الهجوم) or welcomes it."""
    word, verb = reading.words[candidate.first], told[-1]
    if not word.det or verb.type == candidate.type or verb.pos != "v":
        return False
    if verb.sentence != candidate.sentence or candidate.first - verb.last > _JUDGED:
        return False
    if verb.type == "SUPPORT":
        return "ب" in word.pro and reading.core(behind_adjectives(reading, candidate)) not in RELATIVE
    return verb.type in CENSURE


def _meant(reading: Reading, first: int) -> bool:
    """The teller only explains what somebody meant (في إشارة إلى العمليات التي بدأت أمس)."""
    return reading.forms[first - 3 : first] == ["في", "اشارة", "الى"]


def _inquired(reading: Reading, candidate: Candidate) -> bool:
    """An inquiry is about it or its cause (تحقيقا قد فتح بشأن القصف، لمعرفة سبب الانفجار)."""
    first = candidate.first
    before = reading.core(first - 1)
    if before not in _ABOUT and before not in _CAUSES:
        return False
    if reading.core(behind_adjectives(reading, candidate)) in RELATIVE:
        return False
    start = max(0, first - (2 if before == "في" else _INQUIRED))
    return any(reading.core(at) in _INQUIRY for at in range(start, first - 1))


def _mourned(reading: Reading, candidate: Candidate) -> bool:
    """Those who fell by it are buried or mourned (شيع الآلاف ضحايا القصف)."""
    first = candidate.first
    if reading.core(first - 1) not in _FALLEN or _followed(reading, candidate):
        return False
    start = max(reading.sentences[candidate.sentence].first, first - 1 - _NEAR)
    return any(reading.core(at).startswith(_MOURNS) for at in range(start, first - 1))


def _sought(reading: Reading, candidate: Candidate) -> bool:
    """Those responsible for it are to be found or punished (محاسبة المسؤولين عن الهجوم)."""
    at = candidate.first - 1
    at -= reading.core(at) in DEMONSTRATIVES
    if reading.core(at) != "عن" or _followed(reading, candidate):
        return False
    if not reading.core(at - 1).startswith(("مسؤول", "مسئول")):
        return False
    return any(reading.core(before) in _SOUGHT for before in range(max(0, at - 4), at - 1))


def _hour(reading: Reading, candidate: Candidate) -> bool:
    """Only when it happened is added (وقع الانفجار صباحا), and no place."""
    after = candidate.last + 1
    if reading.core(after) not in _HAPPENED or reading.words[after].pro:
        return False
    if after + 1 not in reading.time_tokens and reading.core(after + 1) not in _WHEN:
        return False
    end = min(reading.sentences[candidate.sentence].last, after + _CLAUSE)
    return not any(reading.prep(at) in {"في", "قرب"} and "place" in reading.lex[at] for at in range(after + 1, end))
