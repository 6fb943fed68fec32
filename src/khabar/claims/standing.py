"""What makes a count stand: a share of a whole, a sum, forces and holdings, repeated attacks, yearly habits."""

from __future__ import annotations

from typing import Final, NamedTuple

from khabar.claims.losses import CASUALTIES
from khabar.claims.standing_words import (
    BETWEEN,
    BUILT,
    CHANGES,
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
    REACHED,
    REPEATED,
    SPANNED,
    SPANS,
    STANDING,
    VOTES,
    VOTING,
    WRONGS,
)
from khabar.mentions.numbers import NumberMention
from khabar.mentions.quantities import QuantityMention
from khabar.mentions.reading import Reading

_FLOWS: Final = frozenset(("volume", "weight"))
_THINGS: Final = frozenset(("n", "a", "j", "g", "w", ""))
_PASSING: Final = frozenset(("duration", "age", "temperature", "magnitude", "speed"))
_REACH: Final = 6
_CROWD: Final = 100
"""From so many on people told of as such are a population, not the parties of one event."""
_TROOPS: Final = 20


class Count(NamedTuple):
    """A number of a reading with its tokens, its sentence's tokens, the token of what it counts and what is said of
    it already: ``figure`` (the figures that a claim takes it for), ``acted`` (a claim's trigger stands close)."""

    number: NumberMention
    quantity: QuantityMention | None
    at: int
    end: int
    first: int
    last: int
    thing: int
    figure: frozenset[str]
    acted: bool


def rule_of(reading: Reading, count: Count, *, placed: bool) -> str:
    """The rule by which a count stands, '' if none does. ``placed``: a place follows what is counted."""
    if count.quantity is not None:
        return _measured(reading, count, count.quantity)
    if count.number.ordinal:
        return "tally.nth" if _nth(reading, count) else ""
    if not counts_something(reading, count):
        return "tally.number" if not count.figure and _numbered(reading, count) else ""
    counted = reading.words[count.thing]
    if (counted.form in FORCES or counted.core in FORCES) and (
        _standing(reading, count) or (placed and not count.acted and count.number.low >= _TROOPS)
    ):
        return "" if _suffered(reading, count) else "tally.forces"
    if counted.core in REPEATED or counted.form in REPEATED:
        return "tally.repeated" if _over_time(reading, count) or _numbered(reading, count) else ""
    thing = counted.cls in _THINGS or counted.form.endswith("ا")
    return _held(reading, count) if thing and not count.figure and counted.core not in FACTORS else ""


def counts_something(reading: Reading, count: Count) -> bool:
    """A noun that may be counted follows the number."""
    if count.thing >= count.last:
        return False
    word = reading.words[count.thing]
    if word.core in REPEATED:
        return True
    led = word.pro and count.thing == count.end + 1
    return not (led or word.func or (word.verbal and not word.form.endswith("ا"))) and word.form.isalpha()


def number_noun(reading: Reading, count: Count) -> int:
    """The token of عدد or the like shortly before the number, -1 if there is none."""
    start = reading.tokens.at(count.number.start)
    for at in range(start - 1, max(count.first, count.at - 12) - 1, -1):
        if reading.words[at].core in NUMBERS:
            return at
        if at in reading.number_tokens:
            return -1
    return -1


def _numbered(reading: Reading, count: Count) -> bool:
    """The number of somebody comes to so many (بلغ عدد، يقدر عددهم), and they are no casualties."""
    at = number_noun(reading, count)
    if at < 0 or _dead(reading, count):
        return False
    named = counts_something(reading, count) or not (
        reading.words[at].enc or reading.words[at].det or reading.words[at + 1].func
    )
    return named and bool(_before(reading, count, 12) & REACHED)


def _held(reading: Reading, count: Count) -> str:
    counted = reading.words[count.thing]
    low, several = count.number.low, count.number.low < 3 and count.number.high is None
    if _habit(reading, count):
        return "tally.habit"
    if _forms(reading, count.end + 1, count.end + 5, count, ("من", "اصل")):
        return "tally.of-all"
    before = _before(reading, count, 3)
    if counted.core in VOTES and before & VOTING:
        return "tally.votes"
    if several or low < 3:
        return ""
    if _numbered(reading, count):
        return "tally.number"
    if _suffered(reading, count):
        return ""
    holds = _before(reading, count, 4) & HOLDS
    if holds and not (count.acted and holds == {"لدى"}):
        return "tally.held"
    if counted.core in {"وحدة", "وحدات"} and reading.core(count.thing + 1) in BUILT:
        return "tally.built"
    if counted.core in WRONGS and _before(reading, count, 5) & NOTED:
        return "tally.noted"
    if low >= _TROOPS and any(word.core in NEEDS for word in reading.words[count.thing + 1 : count.thing + 4]):
        return "tally.state"
    if _suffered(reading, count, 14) or _fell(reading, count) or _before(reading, count, 7) & GATHERED:
        return ""
    part = _before(reading, count, 3) & PART
    return "tally.people" if counted.core in PEOPLE and low >= _CROWD and not count.acted and not part else ""


def _measured(reading: Reading, count: Count, quantity: QuantityMention) -> str:
    if quantity.kind in _PASSING:
        return ""
    if quantity.kind == "percent" and share_of(reading, count) >= 0:
        return "tally.share"
    if quantity.kind == "percent" and _changed(reading, count):
        return ""
    if quantity.kind == "money":
        return "" if _converted(reading, count) else "tally.money"
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
    before = range(max(count.first, count.at - 5), count.at)
    lies = any(
        reading.words[near].core == "بعد" or (reading.words[near].core == "مسافة" and reading.prep(near) == "على")
        for near in before
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


def _suffered(reading: Reading, count: Count, reach: int = 4) -> bool:
    """The count is of those killed, hurt or taken: a word of loss stands before it."""
    near = range(max(count.first, count.at - reach), count.at + 1)
    return any(
        mark.first in near or (mark.first == count.thing and mark.entry.what in CASUALTIES)
        for mark in reading.marks.of("figure")
    )


def _dead(reading: Reading, count: Count) -> bool:
    """The number told is that of the dead or hurt (عدد القتلى)."""
    near = range(max(count.first, count.at - 12), count.thing + 1)
    return any(mark.first in near and mark.entry.what in CASUALTIES for mark in reading.marks.of("figure"))


def _fell(reading: Reading, count: Count) -> bool:
    """A verb of loss follows what is counted (ألف شخص قتلوا)."""
    after = range(count.thing + 1, min(count.last, count.thing + 4))
    return any(mark.first in after and reading.acts[mark.first] for mark in reading.marks.of("figure"))


def _converted(reading: Reading, count: Count) -> bool:
    """A sum in brackets after another (20 ألف ريال (5 آلاف دولار)) is the same in other money."""
    at = reading.tokens.at(count.number.start) - 1
    return at > count.first and reading.forms[at] == "(" and any(n in reading.number_tokens for n in range(at - 4, at))


def _changed(reading: Reading, count: Count) -> bool:
    """The percentage tells by how much something was done or changed, and is no rate that has a name."""
    near = reading.words[max(count.first, count.at - 8) : count.at]
    rates = [word for word in near if word.core in {"نسبة", "معدل"}]
    return any("ب" in word.pro for word in rates) or (not rates and any(word.core in CHANGES for word in near))


def _nth(reading: Reading, count: Count) -> bool:
    """The third attack in three days, the twelfth of its kind this year."""
    attack = count.number.low > 1 and any(
        reading.words[near].core in REPEATED - {"مرة"} for near in range(max(count.first, count.at - 4), count.at)
    )
    after = reading.forms[count.end + 1 : min(count.last, count.end + 3)]
    return attack and (after[:1] in (["منذ"], ["خلال"]) or after == ["من", "نوعه"])


def _over_time(reading: Reading, count: Count) -> bool:
    after = range(count.end + 1, min(count.last, count.end + 14))
    if any(reading.forms[near] == "منذ" for near in after):
        return True
    if any(reading.forms[near] == "خلال" and _span_after(reading, near) for near in after[:6]):
        return True
    before = _before(reading, count, 5)
    return bool(before & {"شهد", "شهدت"}) and bool(before & SPANS)


def _span_after(reading: Reading, at: int) -> bool:
    return any(word.core in SPANS for word in reading.words[at + 1 : at + 4])


def _habit(reading: Reading, count: Count) -> bool:
    near = range(max(count.first, count.at - 3), min(count.last - 1, count.end + 11))
    return any(
        reading.forms[one] in HABITS or (reading.forms[one] == "كل" and reading.forms[one + 1] in {"عام", "سنة"})
        for one in near
    )


def _before(reading: Reading, count: Count, reach: int) -> set[str]:
    return {reading.words[near].core for near in range(max(count.first, count.at - reach), count.at)}


def _forms(reading: Reading, first: int, last: int, count: Count, wanted: tuple[str, ...]) -> bool:
    row = reading.forms[first : min(last, count.last)]
    return any(tuple(row[at : at + len(wanted)]) == wanted for at in range(len(row)))
