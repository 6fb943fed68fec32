"""Dates that name their month: 24 يناير 2024، السابع من أكتوبر، أواخر تشرين الثاني/نوفمبر، 15 شوال 1436."""

from __future__ import annotations

from typing import Final

from khabar.mentions.calendars import ERAS, LATEST, Term, year_in, year_written
from khabar.mentions.number_ordinals import read_ordinal
from khabar.mentions.number_words import NUMBERS, ORDINALS, Count, read_count
from khabar.mentions.scanning import Words
from khabar.mentions.time_days import days_before, extend_left
from khabar.mentions.time_resolve import Reading, record
from khabar.mentions.time_scene import WEAK_PREPOSITIONS, Scene

_BACK: Final = 25
"""Words back in a sentence in which the year is told that another one follows."""
_TOWNS: Final = ("محافظة", "مدينة")
_OPENERS: Final = frozenset({"", "/", "(", "-", "،", ",", ")", "/("})


def read_months(scene: Scene) -> None:
    """Every date with a month name, from the last to the first, so that يناير وفبراير 2020 shares its year."""
    months = {index: found for index, found in scene.terms.items() if found[0].kind == "month"}
    aliases = {last + 1 for term, last in months.values() if _is_alias(scene, last + 1, term.value)}
    for index in sorted(months.keys() - aliases, reverse=True):
        term, last = months[index]
        if scene.free(index, last):
            _read_month(scene, index, last, term)


def _is_alias(scene: Scene, at: int, month: tuple[str, int]) -> bool:
    """Whether the word at ``at`` is a second name of ``month`` right before it: أكتوبر/تشرين الأول، مايو (أيار)،
    ديسمبر كانون الأول."""
    found = scene.terms.get(at)
    if found is None or found[0].kind != "month" or found[0].clitic or scene.gap(at) not in _OPENERS:
        return False
    return bool(found[0].value == month) or (scene.gap(at) == "/" and found[0].value[0] == month[0])


def _read_month(scene: Scene, index: int, last: int, term: Term) -> None:
    reading = Reading(index, last, term.value, not term.weak)
    _alias(scene, reading)
    _year(scene, reading)
    _before(scene, reading)
    if reading.year is None and reading.sense is None:
        _inherit(scene, reading)
    if reading.strong and not (term.weak and _town(scene, reading)):
        record(scene, reading)


def _town(scene: Scene, reading: Reading) -> bool:
    """A bare month that the text names as a place elsewhere (محافظة إب ... في إب)."""
    if reading.year is not None or reading.sense is not None or reading.days or reading.last > reading.first:
        return False
    words = scene.words.words
    name = words[reading.first].removeprefix("ب")
    return any(words[at] == name and words[at - 1].endswith(_TOWNS) for at in range(1, len(words)))


def _alias(scene: Scene, reading: Reading) -> None:
    """Take in a second name of the month."""
    at = reading.last + 1
    if _is_alias(scene, at, reading.month):
        reading.last, reading.strong = scene.terms[at][1], True


def _year(scene: Scene, reading: Reading) -> None:
    """What follows the month: a year, "of last year", or an adjective (الماضي، المقبل، الجاري)."""
    words, at = scene.words, reading.last + 1
    gap = scene.gap(at)
    if at >= len(words.words) or gap.strip("()") not in ("", "/", "-", "،", ","):
        return
    word = words.words[at]
    year = year_written(word, since=1000)
    if year:
        reading.year, reading.last, reading.strong = year, at, True
        _era(scene, reading)
        return
    if len(word) <= 2 and word.isdecimal() and gap == "" and not reading.days:
        _american(scene, reading, at)
        return
    if word in ORDINALS and gap == "" and not reading.days and _named_day(scene, reading, at):
        return
    relative = scene.kind(at, "relative")
    if relative is not None and gap in ("", ")", "/"):
        reading.sense, reading.last, reading.strong = relative.value, at, True
        return
    step = at + 1 if word in ("من", "في", "للعام", "هذا") else at
    spelled = _spelled(words, step)
    if spelled is not None and spelled.scale == 1000:
        reading.year, reading.last, reading.strong = int(spelled.value), spelled.last, True
        return
    unit = scene.kind(step, "unit")
    if unit is not None and unit.value == "year" and unit.forms == 1:
        _year_of(scene, reading, step, demonstrative=words.at(step - 1) in ("هذا", "هذه"))


def _year_of(scene: Scene, reading: Reading, at: int, demonstrative: bool) -> None:
    """من العام الماضي، عام 2019، من هذا العام."""
    word = scene.words.at(at + 1)
    reference = scene.reference
    if word.isdecimal() and len(word) == 4:
        reading.year, reading.last, reading.strong = int(word), at + 1, True
        _era(scene, reading)
        return
    spelled = _spelled(scene.words, at + 1)
    if spelled is not None:
        reading.year, reading.last, reading.strong = int(spelled.value), spelled.last, True
        return
    relative = scene.kind(at + 1, "relative")
    sense = relative.value if relative is not None else "current" if demonstrative else None
    if sense is None:
        return
    reading.last, reading.strong = (at + 1 if relative is not None else at), True
    told = _year_before(scene, reading.first) if sense in ("following", "same") else None
    if told is not None:
        reading.year = told + (sense == "following")
    elif reference is not None and sense in ("past", "next", "current"):
        reading.year = year_in(reading.month[0], reference) + {"past": -1, "next": 1, "current": 0}[sense]
    elif sense == "same":
        reading.sense = "same"


def _year_before(scene: Scene, first: int) -> int | None:
    """The year told last in the sentence (في مايو 2015 ... في مارس من العام التالي)."""
    words = scene.words
    for at in range(first - 1, max(first - _BACK, -1), -1):
        gap = words.gap(at + 1)
        if "\n" in gap or "." in gap:
            return None
        year = year_written(words.at(at))
        if year:
            return int(year)
    return None


def _spelled(words: Words, at: int) -> Count | None:
    """A year in words (ألفين وثلاثة وعشرين); a mere thousand behind a date counts what follows."""
    count = read_count(words, at) if words.at(at) in NUMBERS else None
    return count if count is not None and 1000 < count.value <= LATEST else None


def _era(scene: Scene, reading: Reading) -> None:
    """م and هـ after a year."""
    at = reading.last + 1
    if scene.words.at(at) in ERAS and scene.gap(at) in ("", "/"):
        reading.last = at


def _american(scene: Scene, reading: Reading, at: int) -> None:
    """يناير 24، 2024 in translated prose: only with the year behind."""
    year = year_written(scene.words.at(at + 1))
    if year and scene.gap(at + 1) in ("", ",", "،"):
        day = int(scene.words.words[at])
        if 1 <= day <= 31:
            reading.days, reading.year, reading.last, reading.strong = [(day, at)], year, at + 1, True


def _named_day(scene: Scene, reading: Reading, at: int) -> bool:
    """يناير الثاني والعشرين، 2018 in the same prose; whether that is what stands there."""
    words = scene.words
    day = read_ordinal(words, at)
    if day is None or not 1 <= day.value <= 31:
        return False
    step = day.last + 1 + (words.at(day.last + 1) == "من")
    year = words.at(step)
    last = step
    if not (len(year) == 4 and year.isdecimal()) or scene.gap(step) not in ("", ",", "،"):
        spelled = read_count(words, step) if year in NUMBERS else None
        if spelled is None:
            return False
        year, last = f"{int(spelled.value)}", spelled.last
    if not year_written(year):
        return False
    reading.days, reading.year, reading.last, reading.strong = [(int(day.value), at)], int(year), last, True
    return True


def _before(scene: Scene, reading: Reading) -> None:
    """What stands before the month: شهر, the edge of a month, the day or days, then weekday and part of the day."""
    words = scene.words
    at = reading.first - 1
    unit = scene.kind(at, "unit") if at >= 0 and words.near(reading.first) else None
    if unit is not None and unit.value == "month" and unit.forms < 3:
        reading.first, reading.strong = at, True
        at -= 1
    if at >= 0 and not reading.days and not _is_joined(scene, reading.first):
        if words.near(at + 1):
            edge = scene.kind(at, "edge")
            if edge is not None and at not in scene.taken:
                reading.edge, reading.first, reading.strong = edge.value, at, True
                if words.words[at].endswith("اول"):
                    reading.days = [(1, at)]
                at -= 1
        if reading.edge is None:
            at = _days(scene, reading, at)
    if not reading.strong and at >= 0:
        reading.strong = words.words[at] in WEAK_PREPOSITIONS and words.near(at + 1)
    if reading.days:
        extend_left(scene, reading)


def _is_joined(scene: Scene, index: int) -> bool:
    """Whether the month at ``index`` carries و or another clitic, so that nothing before it belongs to it."""
    found = scene.terms.get(index)
    return found is not None and bool(found[0].clitic)


def _days(scene: Scene, reading: Reading, at: int) -> int:
    """Days of the month right before its name; returns the index before them."""
    days, span = days_before(scene, at)
    if not days:
        return at
    reading.days, reading.span, reading.strong, reading.first = days, span, True, days[0][1]
    reading.ordinal = not scene.words.words[days[0][1]].isdecimal()
    return reading.first - 1


def _inherit(scene: Scene, reading: Reading) -> None:
    """Take year or adjective from the date that follows in a list or range (يناير وفبراير 2020، سبتمبر أو أكتوبر
    المقبلين)."""
    words, at = scene.words, reading.last + 1
    nearest = next(
        (f for f in reversed(scene.found) if f.first in (at, at + 1, at + 2) and f.rule.startswith("date")), None
    )
    if nearest is None or scene.gap(at) not in ("", "-", "–"):
        return
    joint = (
        nearest.first == at or words.at(at) in ("و", "او", "الى", "حتى", "يوم") or words.at(at + 1) in ("يوم", "غاية")
    )
    if not joint or nearest.anchor == "event":
        return
    if nearest.first == at and scene.gap(at) == "" and not words.words[at].startswith("و"):
        return
    if (
        nearest.anchor == "explicit"
        and nearest.edtf is not None
        and nearest.calendar == reading.month[0] == "gregorian"
    ):
        year, month = int(nearest.edtf[:4]), int(nearest.edtf[5:7] or 1)
        reading.year = year - 1 if reading.month[1] > month else year
        reading.strong = True
    else:
        reading.other_sense = nearest.sense
        reading.strong = reading.strong or nearest.rule.startswith("date.month")
