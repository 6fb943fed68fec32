"""Weeks, months and years placed by an adjective or an edge: الشهر الجاري، مطلع العام، السابع من الشهر الماضي، نهاية
الأسبوع.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from khabar.mentions.calendars import LISTS, Term, add_months, day_or_none, month_edtf, week_of, year_written
from khabar.mentions.time_counts import read_count_of_units, read_plural
from khabar.mentions.time_days import days_before
from khabar.mentions.time_scene import SIGN, Found, Scene

_THIS: Final = frozenset({"هذا", "هذه", "لهذا", "بهذا", "وهذا", "لهذه", "وهذه"})
_THAT: Final = frozenset({"ذلك", "تلك", "نفس", "ذات", "وذلك"})
_EVENTS: Final = frozenset(
    "هجوم تفجير انفجار حادث اعتداء كمين قصف اشتباك لقاء اجتماع بيان تصريح خطاب عنصر جندي شخص ضابط مقاتل مدني".split()
)
"""What آخر may tell from others."""
_DAY_PLACES: Final = frozenset({"في", "وفي", "يوم", "ليوم", "ويوم", "منذ", "ومنذ", "حتى", "بتاريخ", "من", "الى"})


def read_units(scene: Scene) -> None:
    """Units of time with an adjective, a count or an edge."""
    for index, (term, last) in sorted(scene.terms.items()):
        if term.kind == "unit" and scene.free(index, last) and index == last:
            if term.definite and term.forms == 1:
                _one(scene, index, term)
            elif term.definite:
                read_plural(scene, index, term)
            else:
                read_count_of_units(scene, index, term)


def _one(scene: Scene, index: int, term: Term) -> None:
    """الأسبوع الماضي، هذا الشهر، مطلع العام، السابع من الشهر الجاري."""
    words = scene.words
    before, near = words.at(index - 1), words.near(index)
    relative = scene.kind(index + 1, "relative") if not scene.gap(index + 1).strip(")") else None
    last, first = index, index
    sense = relative.value if relative is not None else None
    if relative is not None:
        last = index + 1
    elif (second := scene.kind(index + 2, "relative")) is not None and words.near(index + 2):
        beyond = {("قبل", "past"): "before-last", ("بعد", "next"): "after-next"}.get(
            (words.at(index + 1), second.value)
        )
        sense, last = beyond, index + 2 if beyond else index
    if near and before in _THIS:
        first, sense = index - 1, sense or "current"
    elif near and before in _THAT and sense is None:
        first, sense = index - 1, "same"
    edge = scene.kind(first - 1, "edge") if first and words.near(first) else None
    if edge is not None and words.at(first - 1) == "اخر" and _another(words.at(first - 2)):
        edge = None
    if edge is not None:
        first -= 1
        sense = sense or "current"
    if sense is None:
        if _day_of_month(scene, index, term):
            sense = "current"
        else:
            return
    if term.value == "year" and before in LISTS["titles-of-general"] and near:
        return
    if term.value in ("minute", "hour") or (term.value == "day" and sense == "past"):
        return
    if words.at(first - 1) == "عطلة" and words.at(first - 2) == "من":
        return  # العائدون من عطلة نهاية الأسبوع
    found = _unit_found(scene, first, last, term, sense, edge)
    stated = words.at(last + 1)
    if term.value == "year" and year_written(stated) and words.near(last + 1):
        found.edtf, found.anchor, found.last = stated, "explicit", last + 1
    scene.keep(found)


def _another(word: str) -> bool:
    """An indefinite adjective, object or event before آخر, which then says that it is another (مقتل جندي إماراتي آخر،
    في هجوم آخر)."""
    if word.lstrip("وبلف") in _EVENTS or word in _EVENTS:
        return True
    return len(word) > 3 and word.endswith(("ي", "ية", "يا")) and not word.startswith("ال")


def _unit_found(scene: Scene, first: int, last: int, term: Term, sense: str, edge: Term | None) -> Found:
    """A unit told by its sense (الشهر الماضي، مطلع العام المقبل): its days, or its distance from the event."""
    unit = term.value
    side = edge.value if edge is not None else ""
    found = Found(
        first, last, None, {"month": "month", "year": "year"}.get(unit, "range"), f"{unit}.{sense}{side and '.' + side}"
    )
    if sense in ("following", "same") or (sense == "previous" and not edge and unit in ("day", "week")):
        found.anchor = "event"
        if unit == "day":
            found.grain, found.offset = "day", {"following": 1, "same": 0, "previous": -1}[sense]
        return found
    reference = scene.reference
    if reference is None:
        return found
    shift = {**SIGN, "before-last": -2, "after-next": 2}[sense]
    if unit == "week":
        _week(scene, found, shift, side)
    elif unit == "month":
        days = _day_of_month(scene, first if not side else first + 1, term)
        year, month = add_months(reference.year, reference.month, shift)
        found.edtf = month_edtf(year, month)
        if days:
            found.first, found.grain = days[0][1], "day"
            found.on(day_or_none(year, month, days[-1][0]))
            opening = day_or_none(year, month, days[0][0])
            if len(days) > 1 and found.day is not None and opening is not None:
                found.edtf, found.grain, found.day = f"{opening}/{found.day}", "range", None
    elif unit == "year":
        found.edtf = f"{reference.year + shift:04d}"
    elif unit == "decade":
        start = reference.year // 10 * 10 + shift * 10
        found.edtf, found.grain = f"{start}/{start + 9}", "decade"
    elif unit == "century":
        start = reference.year // 100 * 100 + shift * 100
        found.edtf = f"{start}/{start + 99}"
    return found


def _week(scene: Scene, found: Found, shift: int, side: str) -> None:
    """A week from Monday to Sunday; its end is Saturday and Sunday, its turn (مطلع) the weekend and the Monday after
    it; of the current week only what has passed counts."""
    reference = scene.reference
    assert reference is not None
    words = scene.words
    monday, sunday = week_of(reference, shift)
    named = words.words[found.last] != "الاسبوع" and scene.kind(found.last, "relative") is not None
    if side == "end":
        if not named and reference.weekday() < 5:
            monday, sunday = week_of(reference, -1)
        found.edtf = f"{sunday - timedelta(days=1)}/{sunday}"
        if words.at(found.first - 1) in ("عطلة", "وعطلة", "بعطلة", "اجازة"):
            found.first -= 1
    elif side == "start":
        found.edtf = f"{monday - timedelta(days=2)}/{monday}"
    elif shift == 0 and reference > monday:
        found.edtf, found.other = f"{monday}/{reference}", f"{monday}/{sunday}"
    else:
        found.edtf = f"{monday}/{sunday}"


def _day_of_month(scene: Scene, first: int, term: Term) -> list[tuple[int, int]]:
    """The days in السابع من الشهر الجاري, 15 من هذا الشهر, 21 إلى 25 من الشهر المقبل, each with its first word."""
    if term.value != "month" or first < 2 or scene.words.words[first - 1] != "من":
        return []
    days, ranged = days_before(scene, first - 1)
    return days if len(days) < 2 or ranged else days[-1:]


def read_bare_days(scene: Scene) -> None:
    """في 25 الجاري، الخميس 12 المقبل: a day of this month, the last or the next, without the word month."""
    words = scene.words
    for index, (term, _) in sorted(scene.terms.items()):
        number = words.at(index - 1)
        if term.kind != "relative" or not number.isdecimal() or not 1 <= int(number) <= 31 or index - 1 in scene.taken:
            continue
        before = scene.terms.get(index - 2)
        weekday = before is not None and before[0].kind == "weekday"
        if term.value not in SIGN or not words.near(index) or not (weekday or words.at(index - 2) in _DAY_PLACES):
            continue
        found = Found(index - 2 if weekday else index - 1, index, None, "day", f"month-day.{term.value}")
        if scene.reference is not None:
            year, month = add_months(scene.reference.year, scene.reference.month, SIGN[term.value])
            found.on(day_or_none(year, month, int(number)))
        scene.keep(found)
