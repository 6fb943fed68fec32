"""What makes a count stand: a share of a whole, a sum, forces and holdings, repeated attacks, yearly habits."""

from __future__ import annotations

from typing import Final

from khabar.claims.counted import Count, changed, coming, converted, dead, did, fell, suffered
from khabar.claims.losses import CASUALTIES
from khabar.claims.over_time import DAY, DEEDS, MANY, over_a_period
from khabar.claims.standing_words import (
    BETWEEN,
    BODY,
    BUILT,
    COMPOSED,
    DRILLED,
    DRILLS,
    EXTENDING,
    FACTORS,
    FORCES,
    GATHERED,
    HABITS,
    HOLDS,
    LINKING,
    NEEDS,
    NOTED,
    NUMBERS,
    PART,
    PEOPLE,
    PERSONS,
    REACHED,
    REPEATED,
    RULES,
    SEATS,
    SPANNED,
    SPANS,
    STANDING,
    VISITS,
    VOTES,
    VOTING,
    WRONGS,
)
from khabar.mentions.quantities import QuantityMention
from khabar.mentions.reading import Reading

_POINTS: Final = frozenset("هذا هذه هو هي".split())
_DAYS: Final = SPANS | frozenset("اسبوع اسابيع اسبوعين يوم يومين ايام شهرين عامين".split())
_FLOWS: Final = frozenset(("volume", "weight"))
_PRISONERS: Final = frozenset("اسير اسيرا اسيرة معتقل معتقلا سجين سجينا فلسطيني فلسطينيا شخص محتجز محتجزا".split())
_PRISONS: Final = frozenset("سجون سجن سجونها سجونه معتقلات معتقلاتها يقبع تقبع يقبعون".split())
"""Words before a number of people who are held."""
_THINGS: Final = frozenset(("n", "a", "j", "g", "w", ""))
_PASSING: Final = frozenset(("duration", "age", "temperature", "magnitude", "speed"))
_REACH: Final = 7
_CROWD: Final = 100
"""From so many on people told of as such are a population, not the parties of one event."""
_TROOPS: Final = 20
_OFTEN: Final = 10
_LIST: Final = 8
_REACHING: Final = 12
_FAR: Final = 20
"""Tokens before a number that a verb says it comes to within which what is numbered is told."""


def rule_of(reading: Reading, count: Count, *, placed: bool) -> str:
    """The rule by which a count stands, '' if none does. ``placed``: a place follows what is counted."""
    if count.quantity is not None:
        return _measured(reading, count, count.quantity)
    if count.number.ordinal:
        return "tally.nth" if _nth(reading, count) else ""
    if counts_behind(reading, count):
        fallen = count.figure or dead(reading, count.at, count.of(count.thing + _LIST))
        return "" if fallen else "tally.inverted"
    if not counts_something(reading, count):
        return "tally.number" if not count.figure and _numbered(reading, count) else ""
    counted = reading.words[count.thing]
    if (counted.form in FORCES or counted.core in FORCES) and (
        _standing(reading, count) or (placed and not count.acted and count.number.low >= _TROOPS)
    ):
        return "" if suffered(reading, count) or coming(reading, count) or did(reading, count) else "tally.forces"
    if _counts_deeds(reading, count):
        return "tally.repeated"
    if counted.core in REPEATED or counted.form in REPEATED:
        often = counted.core == "مرة" and count.number.low >= _OFTEN
        return "tally.repeated" if often or _over_time(reading, count) or _numbered(reading, count) else ""
    thing = counted.cls in _THINGS or counted.form.endswith("ا")
    return _held(reading, count) if thing and not count.figure and counted.core not in FACTORS else ""


def counts_something(reading: Reading, count: Count) -> bool:
    """A noun that may be counted follows the number."""
    if count.thing >= count.last:
        return False
    word = reading.words[count.thing]
    if word.core in REPEATED:
        return True
    led = word.pro and count.thing == count.end + 1 and not word.form.endswith("ا")
    return not (led or word.func or (word.verbal and not word.form.endswith("ا"))) and word.form.isalpha()


def counts_behind(reading: Reading, count: Count) -> bool:
    """The number stands before عدد and what is numbered (رفع إلى 120 عدد المدرجين)."""
    return count.thing == count.end + 1 and count.thing + 1 < count.last and reading.forms[count.thing] == "عدد"


def goes_on(reading: Reading, count: Count, last: Count) -> bool:
    """The count goes on with a list (197 حالة خطف و792 حالة احتجاز): و before it, no verb since the one before."""
    start = reading.tokens.at(count.number.start)
    near = last.first == count.first and last.thing < start <= last.thing + _LIST
    led = "و" in reading.words[start].pro or reading.forms[start - 1] == "و"
    if not near or not led or count.quantity is not None or count.figure:
        return False
    fits = count.number.low >= 3 and not count.number.ordinal and counts_something(reading, count)
    return fits and not any(reading.acts[at] for at in range(last.thing + 1, start))


def number_noun(reading: Reading, count: Count) -> int:
    """The token of عدد or the like shortly before the number, -1 if there is none."""
    start = reading.tokens.at(count.number.start)
    far = bool(_before(reading, count, 4) & REACHED)
    for at in range(start - 1, max(count.first, count.at - _FAR) - 1, -1):
        if reading.words[at].core in NUMBERS:
            return at if far or count.at - at <= _REACHING or reading.words[at - 1].core in REACHED else -1
        if at in reading.number_tokens:
            return -1
    return -1


def _numbered(reading: Reading, count: Count) -> bool:
    """The number of somebody comes to so many (بلغ عدد، يقدر عددهم), and they are no casualties."""
    at = number_noun(reading, count)
    if at < 0 or dead(reading, at, count):
        return False
    named = counts_something(reading, count) or not (
        reading.words[at].enc or reading.words[at].det or reading.words[at + 1].func
    )
    return named and (bool(_before(reading, count, _REACHING) & REACHED) or reading.words[at - 1].core in REACHED)


def _held(reading: Reading, count: Count) -> str:
    """The rule by which a count of people or things stands as a tally, empty where none does (تضم القاعدة ألفي
    جندي)."""
    counted = reading.words[count.thing]
    low = count.number.low
    if coming(reading, count) or did(reading, count):
        return ""
    if _habit(reading, count):
        return "tally.habit"
    if _forms(reading, count.end + 1, count.end + 5, count, ("من", "اصل")):
        return "tally.of-all"
    before = _before(reading, count, 3)
    if counted.core in VOTES and before & VOTING:
        return "tally.votes"
    if low < 3:
        return ""
    if _numbered(reading, count):
        return "tally.number"
    if counted.core in _PRISONERS and _before(reading, count, 6) & _PRISONS and not fell(reading, count):
        return "tally.held"
    if suffered(reading, count):
        return ""
    holds = _before(reading, count, 4) & HOLDS
    if (holds and not (count.acted and holds == {"لدى"})) or _ruled(reading, count):
        return "tally.held"
    if counted.core in {"وحدة", "وحدات"} and reading.core(count.thing + 1) in BUILT:
        return "tally.built"
    if counted.core in WRONGS and _before(reading, count, 5) & NOTED:
        return "tally.noted"
    return _crowd(reading, count)


def _crowd(reading: Reading, count: Count) -> str:
    """A population by what it is or lacks, how long it is counted, or by its size alone."""
    counted, low = reading.words[count.thing], count.number.low
    if low >= _TROOPS and any(word.core in NEEDS for word in reading.words[count.thing + 1 : count.thing + 4]):
        return "tally.state"
    if counted.core in DRILLED and _before(reading, count, 6) & GATHERED and _before(reading, count, 8) & DRILLS:
        return "tally.drill"
    if fell(reading, count) or _before(reading, count, 7) & GATHERED:
        return ""
    if counted.core in PEOPLE and _over_time(reading, count) and not suffered(reading, count, 14, CASUALTIES):
        return "tally.period"
    if suffered(reading, count, 14):
        return ""
    part = _before(reading, count, 3) & PART
    return "tally.people" if counted.core in PEOPLE and low >= _CROWD and not count.acted and not part else ""


def _ruled(reading: Reading, count: Count) -> bool:
    """Ground that is held (تسيطر على 80 بلدة), or members that something is made up of (المجلس المؤلف من 35 دولة)."""
    start = reading.tokens.at(count.number.start)
    led = reading.forms[start - 1] if start > count.first else ""
    before = _before(reading, count, 5)
    counted = reading.words[count.thing]
    many = count.number.low >= _TROOPS and not {counted.core, counted.form}.isdisjoint(FORCES | PERSONS)
    seats = led == "من" and (counted.core in SEATS or many)
    return (led == "على" and bool(before & RULES)) or (seats and bool(before & COMPOSED))


def _measured(reading: Reading, count: Count, quantity: QuantityMention) -> str:
    if quantity.kind in _PASSING:
        return ""
    whole = share_of(reading, count) if quantity.kind == "percent" else -1
    if whole >= 0:
        return "" if reading.words[whole].core in BODY else "tally.share"
    if quantity.kind == "percent" and changed(reading, count):
        return ""
    if quantity.kind == "money":
        return "" if converted(reading, count) or coming(reading, count) else "tally.money"
    if quantity.kind == "energy" or (quantity.kind in _FLOWS and "/" in quantity.unit):
        return "tally.rate"
    if quantity.kind == "distance" and _away(reading, count):
        return ""
    return "tally.quantity" if _standing(reading, count) else ""


def share_of(reading: Reading, count: Count) -> int:
    """The token of the whole that a percentage is a share of ("10%" فقط من السكان), -1 if none is named."""
    for at in range(count.end + 1, min(count.last - 1, count.end + 4)):
        if reading.forms[at] == "من":
            return at + 2 if reading.forms[at + 1] == "بين" and at + 2 < count.last else at + 1
        if reading.forms[at] not in BETWEEN:
            return -1
    return -1


def _away(reading: Reading, count: Count) -> bool:
    """A distance that tells where something lies or happened (على بعد، على مسافة), no length of anything."""
    lies = any(
        reading.words[near].core == "بعد" or (reading.words[near].core == "مسافة" and reading.prep(near) == "على")
        for near in range(max(count.first, count.at - 5), count.at)
    )
    return lies and not extends(reading, count)


def extends(reading: Reading, count: Count) -> bool:
    """A distance over which something extends or links its ends."""
    if _before(reading, count, 5) & EXTENDING:
        return True
    return bool(_before(reading, count, 3) & {"مسافة"} and _before(reading, count, SPANNED) & LINKING)


def _standing(reading: Reading, count: Count) -> bool:
    return any(
        reading.forms[near] in STANDING or reading.words[near].core in STANDING
        for near in range(max(count.first, count.at - _REACH), count.at)
    )


def _counts_deeds(reading: Reading, count: Count) -> bool:
    """Deeds, or what they were done with or to, counted over a period (430 صاروخا منذ 2015، 953 منشأة خلال العام)."""
    counted = reading.words[count.thing]
    if counted.core not in DEEDS and counted.form not in DEEDS:
        return False
    return count.number.low >= MANY and over_a_period(reading, count.at, count.thing)


def _nth(reading: Reading, count: Count) -> bool:
    """The third attack in three days, the twelfth of its kind this year."""
    attack = count.number.low > 1 and any(
        reading.words[near].core in REPEATED - {"مرة"} for near in range(max(count.first, count.at - 4), count.at)
    )
    after = reading.forms[count.end + 1 : min(count.last, count.end + 3)]
    told = reading.words[count.at - 1].form in {"هي", "هو"} and bool(_before(reading, count, 4) & VISITS)
    attack = attack or (count.number.low > 1 and told)
    if after[:1] in (["منذ"], ["خلال"]) or after == ["من", "نوعه"]:
        return attack
    time = count.number.low > 1 and reading.core(count.at - 1) == "مرة" and after[:1] == ["التي"]
    pointed = attack and not _POINTS.isdisjoint(reading.forms[max(count.first, count.at - 4) : count.at])
    return (time or pointed) and _within_days(reading, count)


def _within_days(reading: Reading, count: Count) -> bool:
    """The span in which it is the third of its kind follows (هذا هو الهجوم الثالث على السفارة في أسبوع)."""
    for at in range(count.end + 1, min(count.last - 1, count.end + _LIST)):
        if reading.forms[at] == "منذ":
            return True
        if reading.forms[at] in {"خلال", "في"} and any(word.core in _DAYS for word in reading.words[at + 1 : at + 4]):
            return True
    return False


def _over_time(reading: Reading, count: Count) -> bool:
    after = range(count.end + 1, min(count.last, count.end + 14))
    if any(reading.forms[near] == "منذ" and reading.forms[near + 1] not in DAY for near in after):
        return True
    if any(reading.forms[near] == "خلال" and _span_after(reading, near) for near in after[:6]):
        return True
    before = _before(reading, count, 5)
    return bool(before & {"شهد", "شهدت"}) and bool(before & SPANS)


def _span_after(reading: Reading, at: int) -> bool:
    return any(word.core in SPANS for word in reading.words[at + 1 : at + 4])


def _habit(reading: Reading, count: Count) -> bool:
    return any(
        reading.forms[one] in HABITS or (reading.forms[one] == "كل" and reading.forms[one + 1] in {"عام", "سنة"})
        for one in range(max(count.first, count.at - 3), min(count.last - 1, count.end + 11))
    )


def _before(reading: Reading, count: Count, reach: int) -> set[str]:
    return {reading.words[near].core for near in range(max(count.first, count.at - reach), count.at)}


def _forms(reading: Reading, first: int, last: int, count: Count, wanted: tuple[str, ...]) -> bool:
    row = reading.forms[first : min(last, count.last)]
    return any(tuple(row[at : at + len(wanted)]) == wanted for at in range(len(row)))
