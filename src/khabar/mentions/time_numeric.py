"""Dates in figures: 24/01/2024، 2024-01-24، 30.6.2012، 25/10/1436هـ، يوم 22/4، في 3/2015."""

from __future__ import annotations

import re
from typing import Final

from khabar.mentions.calendars import ERAS, NAMED, day_or_none, first_day, month_edtf
from khabar.mentions.time_days import extend_left
from khabar.mentions.time_resolve import Reading, day_found
from khabar.mentions.time_scene import Found, Scene

_NUMBERED: Final = frozenset(
    "رقم الرقم برقم قرار القرار قانون القانون مرسوم المرسوم مادة المادة بند البند قضية القضية ملف الملف طعن الطعن "
    "دعوى الدعوى تعميم التعميم لائحة اللائحة عدد العدد".split()
)
"""Words before the number of a document (القرار 3/2015), which is no month."""
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_numeric(scene: Scene) -> None:
    """Dates in figures: 24/01/2024، 2024-01-24، 30.6.2012، 25/10/1436هـ; day before month unless that cannot be."""
    words = scene.words.words
    for index in scene.digits:
        if index in scene.taken:
            continue
        word = words[index]
        dotted = _DOTTED.fullmatch(word)
        if dotted is not None:
            day, month, year = map(int, dotted.groups())
            _keep_numeric(scene, index, index, year, month, day)
        elif (
            index + 2 < len(words)
            and word.isdecimal()
            and words[index + 1].isdecimal()
            and words[index + 2].isdecimal()
        ):
            gap = scene.gap(index + 1)
            if gap in ("/", "-", "\\", "–") and scene.gap(index + 2) == gap and scene.gap(index) not in ("/", "-"):
                _three(scene, index)
        elif index + 1 < len(words) and scene.gap(index + 1) == "/" and words[index + 1].isdecimal():
            _pair(scene, index)


def _three(scene: Scene, index: int) -> None:
    texts = scene.words.words[index : index + 3]
    one, two, three = (int(text) for text in texts)
    if len(texts[0]) == 4 and 1300 <= one <= 2100:
        _keep_numeric(scene, index, index + 2, one, two, three)
    elif len(texts[2]) == 4 and 1300 <= three <= 2100:
        day, month = (two, one) if two > 12 >= one else (one, two)
        _keep_numeric(scene, index, index + 2, three, month, day)
    elif all(len(text) == 2 for text in texts) and scene.gap(index + 1) == "/" and two <= 12:
        _keep_numeric(scene, index, index + 2, three + (2000 if three <= 50 else 1900), two, one)


def _pair(scene: Scene, index: int) -> None:
    """Two numbers: هجمات 11/9 (named by its head), في 3/2015 (month and year), يوم 22/4 (day and month)."""
    words = scene.words
    one, two = int(words.words[index]), int(words.words[index + 1])
    before = words.at(index - 1)
    for named in NAMED:
        if {named.month, named.day} == {one, two} and before in named.heads:
            found = Found(index, index + 1, None, "day", "date.named", "explicit")
            scene.keep(found.on(first_day(named.edtf)))
            return
    if before not in _NUMBERED and 1 <= one <= 12 and 1900 <= two <= 2100:
        scene.keep(Found(index, index + 1, month_edtf(two, one), "month", "date.numeric", "explicit"))
    elif before in ("يوم", "بتاريخ", "تاريخ", "ليوم") and 1 <= one <= 31 and 1 <= two <= 12:
        reading = Reading(index, index + 1, ("gregorian", two), True)
        reading.days = [(one, index)]
        extend_left(scene, reading)
        scene.keep(day_found(scene, reading, one, reading.first, index + 1))


def _keep_numeric(scene: Scene, first: int, last: int, year: int, month: int, day: int) -> None:
    calendar = "hijri" if year < 1600 else "gregorian"
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return
    if scene.words.at(last + 1) in ERAS and scene.gap(last + 1) == "":
        last += 1
    found = Found(first, last, None, "day", "date.numeric", "explicit").on(day_or_none(year, month, day, calendar))
    found.calendar = calendar
    reading = Reading(first, last, (calendar, month), True)
    extend_left(scene, reading)
    found.first = reading.first
    scene.keep(found)
