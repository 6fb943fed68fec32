"""Days of the month as they stand before a month or year: السابع من، 3 و4، من 21 إلى 25, with weekday and part of the
day.
"""

from __future__ import annotations

from typing import Final

from khabar.mentions.number_ordinals import read_ordinal
from khabar.mentions.number_words import NUMBERS, ORDINALS, TEN
from khabar.mentions.time_resolve import Reading
from khabar.mentions.time_scene import Scene

_LINKS: Final = frozenset({"الموافق", "والموافق", "بتاريخ", "تاريخ", "المصادف", "وبتاريخ", "يوافق"})
_PARTS: Final = frozenset({"النصف", "الثلث", "الربع", "الاسبوع", "العشر"})
"""Parts of a month that are counted (النصف الأول من مايو)."""
_RANGE_WORDS: Final = frozenset({"الى", "حتى"})


def days_before(scene: Scene, at: int) -> tuple[list[tuple[int, int]], bool]:
    """Days of a month written up to word ``at`` (السابع من، 3 و4، من 21 إلى 25), each with its first word, and
    whether they are a range."""
    words = scene.words
    linked = words.words[at] == "من" and words.near(at + 1)
    end = at - 1 if linked else at
    day = _day_at(scene, end, linked) if end >= 0 and scene.gap(end + 1) in ("", "/", "-", "(") else None
    if day is None:
        return [], False
    days, ranged = [day], False
    while True:
        at = day[1] - 1
        earlier, span = _earlier_day(scene, at, linked)
        if earlier is None or at in scene.taken or earlier[0] >= days[0][0]:
            break
        if words.words[earlier[1]].isdecimal() != words.words[day[1]].isdecimal():
            break
        ranged = ranged or span or words.at(earlier[1] - 1).endswith("بين")
        days.insert(0, earlier)
        day = earlier
    return days, ranged


def _day_at(scene: Scene, end: int, linked: bool) -> tuple[int, int] | None:
    """The day of the month whose last word is ``end`` and its first word: digits, or an ordinal (العشرين من، السابع
    والعشرين من)."""
    words = scene.words
    word = words.words[end]
    if end in scene.taken or scene.ending(end, "month") is not None:
        return None
    if word[0] <= "9":
        if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        if words.gap(end)[-1:] == ":":
            return None
        stuck = end > 0 and words.gap(end) == "" and words.words[end - 1] in ("ال", "لل", "بال")
        return int(word), end - 1 if stuck else end
    if word == "غرة":
        return 1, end
    for first in (end, end - 1, end - 2):
        ordinal = read_ordinal(words, first) if first >= 0 else None
        if ordinal is not None and ordinal.last == end and ordinal.value <= 31 and (linked or ordinal.definite):
            if first and words.words[first - 1] in _PARTS and words.near(first):
                return None
            return int(ordinal.value), first
    tens = NUMBERS.get(word)
    if (
        tens is not None
        and tens.kind == TEN
        and tens.value <= 30
        and tens.clitic != "و"
        and (linked or not tens.definite)
    ):
        return int(tens.value), end
    return None


def _earlier_day(scene: Scene, at: int, linked: bool) -> tuple[tuple[int, int] | None, bool]:
    """The day before another one (3 و4، 3 إلى 5، 3-5) and whether both span a range."""
    words = scene.words
    if at < 0:
        return None, False
    gap = scene.gap(at + 1)
    word = words.words[at]
    if gap in ("-", "–", "/") and word.isdecimal():
        return _day_at(scene, at, linked), True
    if gap or at < 1:
        return None, False
    following = ORDINALS.get(words.words[at + 1])
    if following is not None and following.clitic == "و" and word in ORDINALS:
        return _day_at(scene, at, linked), False
    if word in _RANGE_WORDS or word in ("و", "او"):
        end = at - 1
        if words.words[end] == "من":
            end -= 1
        day = _day_at(scene, end, linked) if end >= 0 and scene.gap(at) == "" else None
        return day, word in _RANGE_WORDS
    return None, False


def extend_left(scene: Scene, reading: Reading) -> None:
    """Weekday, part of the day, يوم, الموافق before the day of the month."""
    words = scene.words
    for _ in range(6):
        at = reading.first - 1
        if at < 0 or scene.gap(reading.first) not in ("", "،", ",", "(", "-", "–", ".", "..", "؛"):
            return
        plain = scene.gap(reading.first) == ""
        weekday = scene.kind(at, "weekday")
        if weekday is not None and reading.weekday is None and at not in scene.taken:
            reading.weekday = weekday.value
        elif scene.kind(at, "day") is not None and reading.weekday is not None and at not in scene.taken:
            pass
        elif not plain or not (
            words.words[at] in _LINKS
            or ((unit := scene.kind(at, "unit")) is not None and unit.value == "day" and words.words[at] != "ايام")
            or (scene.ending(at, "part") is not None and scene.kind(at, "part") is not None)
        ):
            return
        reading.first = at
