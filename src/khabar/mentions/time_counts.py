"""Counts of units of time: قبل يومين، منذ ثلاثة أيام، بعد يوم من، الأشهر الستة الماضية، الساعات الـ24 الأخيرة."""

from __future__ import annotations

from datetime import date
from typing import Final

from khabar.mentions.calendars import Term, add_months, ahead, month_edtf
from khabar.mentions.number_words import NUMBERS, SEVERAL, read_count
from khabar.mentions.numbers import approximator_before
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.time_relative import counted, recent
from khabar.mentions.time_scene import Found, Scene

_FEW: Final = frozenset({"القليلة", "القليله", "الاولى", "المعدودة", "العديدة", "الطويلة"})
_AFTER_COUNT: Final = frozenset(
    {"واحد", "واحدة", "فقط", "تقريبا", "قليلة", "كاملة", "كامل", "متتالية", "متواصلة", "معدودة", "قليل", "على"}
)
_BESIDE: Final = frozenset({"بعد", "قبل", "وبعد", "وقبل"})
_BESIDE_IT: Final = frozenset({"بعدها", "قبلها", "بعده", "قبله", "وبعدها", "وقبلها", "وبعده", "وقبله"})
_DAYS: Final = {"day": 1, "week": 7}


def read_plural(scene: Scene, index: int, term: Term) -> None:
    """اليومين المقبلين، الأيام القليلة الماضية، الساعات ال24 الماضية، الأشهر الستة الأخيرة."""
    words = scene.words
    at, number = index + 1, 2 if term.forms == 2 else 0
    also = scene.kind(at, "unit")
    if also is not None and also.definite and also.clitic == "و":
        at, number = at + 1, -1
    if words.at(at) in _FEW or (words.at(at) == "ال" and words.at(at + 1)[:1] <= "9"):
        at += 1
    count = (
        read_count(words, at)
        if at < len(words.words) and (words.at(at) in NUMBERS or words.at(at)[:1].isdecimal())
        else None
    )
    if count is not None and (count.definite or count.digits) and count.value == int(count.value):
        at, number = count.last + 1, int(count.value)
        if words.at(at) in _FEW:
            at += 1
    relative = scene.kind(at, "relative")
    if relative is None or not words.near(at) or relative.value not in ("past", "next", "following", "previous"):
        return
    forward = relative.value in ("next", "following")
    found = Found(index, at, None, "range", f"{term.value}s.{relative.value}")
    reference = scene.reference
    if relative.value == "following" or reference is None:
        found.anchor = "event" if relative.value == "following" else "publication"
    elif number > 0:
        found.edtf = _stretch(reference, term.value, number, forward)
    elif number == 0 and term.value == "day":
        found.edtf = recent(reference, forward)
        found.grain = "range" if "/" in found.edtf else "month"
    scene.keep(found)


def _stretch(reference: date, unit: str, number: int, forward: bool) -> str | None:
    """So many units up to the day of reference, or from it on; None for a unit that is not counted so."""
    if unit in ("day", "hour", "week"):
        return _coming_days(reference, unit, number) if forward else _past_days(reference, unit, number)
    apart = number if forward else -number
    if unit == "month":
        here = reference.year, reference.month
        first, last = sorted((add_months(*here, apart), here))
        return f"{month_edtf(*first)}/{month_edtf(*last)}"
    if unit == "year":
        since, until = sorted((reference.year, reference.year + apart))
        return f"{since:04d}/{until:04d}"
    return None


def _past_days(reference: date, unit: str, number: int) -> str | None:
    """The past days and weeks end the day before; the past 24 hours reach into the day itself."""
    if unit == "hour":
        return f"{ahead(reference, -(number // 24))}/{reference}" if number >= 24 else None
    return f"{ahead(reference, -number * _DAYS[unit])}/{ahead(reference, -1)}"


def _coming_days(reference: date, unit: str, number: int) -> str | None:
    if unit == "hour":
        return None
    return f"{ahead(reference, 1)}/{ahead(reference, number * _DAYS[unit])}"


_NO_EVENT: Final = frozenset("دون غير قبل جانب اجل خلال داخل بين يد ايدي عاصمة العاصمة".split())
"""Words behind من and على from which nothing is counted."""


def read_count_of_units(scene: Scene, index: int, term: Term) -> None:
    """قبل يومين، منذ ثلاثة أيام، بعد نحو أسبوع من: a count of units after a preposition; without one it is a
    duration, no date."""
    words = scene.words
    number, first, vague = _number_before(scene, index, term)
    if not vague and first < index and _past_so_many(scene, first, index, term, number):
        return
    approximate = approximator_before(words, first)
    if approximate is not None:
        sense, first = approximate
        vague = vague or sense not in ("about",) or term.value in ("day", "week")
    if words.at(index + 1).startswith(("الصباح", "الفجر", "الليل", "المساء", "النهار")):
        return
    preposition = words.at(first - 1) if first and words.near(first) else ""
    bare = preposition[1:] if preposition[:1] in "وف" and len(preposition) > 3 else preposition
    last = index
    while words.at(last + 1) in _AFTER_COUNT and words.near(last + 1) and last < index + 2:
        last += 1
    by = words.words[first].startswith("ب") and (term.clitic == "ب" or first < index)
    beside = _beside_event(scene, first) if by else None
    if beside is not None:
        opening, after = beside
        _keep_event(scene, opening, last, term, number if not vague else None, after)
    elif bare == "بعد" or (bare == "قبل" and _from_event(scene, last + 1)):
        _keep_event(scene, first - 1, index, term, number if not vague else None, bare == "بعد")
    elif bare in ("قبل", "منذ"):
        _keep_ago(scene, first - 1, index, term, number, vague, bare == "منذ")


def _past_so_many(scene: Scene, first: int, index: int, term: Term, number: int) -> bool:
    """الـ24 ساعة الماضية: the number has the article, the unit none; whether that is what stands there."""
    words = scene.words
    relative = scene.kind(index + 1, "relative")
    if relative is None or relative.value not in ("past", "next") or not words.near(index + 1):
        return False
    if not words.at(first - 1).endswith("ال") and not words.at(first).startswith("ال"):
        return False
    opening = first - words.at(first - 1).endswith("ال")
    found = Found(opening, index + 1, None, "range", f"{term.value}s.{relative.value}")
    if scene.reference is not None:
        found.edtf = _stretch(scene.reference, term.value, number, relative.value == "next")
    scene.keep(found)
    return True


def _beside_event(scene: Scene, first: int) -> tuple[int, bool] | None:
    """The first word of قبل ذلك, بعدها or بعد الهجوم right before the word at ``first``, and whether it means after."""
    words = scene.words
    if not first or not words.near(first):
        return None
    if words.at(first - 1) in _BESIDE_IT:
        return first - 1, words.at(first - 1).removeprefix("و").startswith("بعد")
    opening = words.at(first - 2)
    thing = words.at(first - 1)
    if opening not in _BESIDE or not words.near(first - 1) or not (thing == "ذلك" or thing.startswith("ال")):
        return None
    return first - 2, opening.endswith("بعد")


def _from_event(scene: Scene, at: int) -> bool:
    """An event follows from which a distance is counted (قبل يومين من الانتخابات), not a place that somebody leaves
    (انسحبوا قبل يومين من مدينة تدمر), nor what the words من دون say."""
    words = scene.words
    if words.at(at) not in ("من", "على") or not words.near(at):
        return False
    behind = words.at(at + 1)
    return behind not in _NO_EVENT and behind.removeprefix("ال") not in PLACE_HEADS


def _number_before(scene: Scene, index: int, term: Term) -> tuple[int, int, bool]:
    """How many units, the first word of the number, and whether that is no exact number (أيام، عدة أشهر)."""
    words = scene.words
    if term.forms == 2:
        return 2, index, False
    for first in range(max(index - 5, 0), index):
        if first in scene.taken or not (words.words[first] in NUMBERS or words.words[first][0] <= "9"):
            continue
        if NUMBERS.get(words.words[first]) is not None and NUMBERS[words.words[first]].kind == SEVERAL:
            if first == index - 1:
                return 2, first, True
            continue
        count = read_count(words, first)
        if count is not None and count.last == index - 1 and count.value == int(count.value) and words.near(index):
            return int(count.value), first, False
    return (1, index, False) if term.forms == 1 else (2, index, True)


def _keep_event(scene: Scene, first: int, last: int, term: Term, number: int | None, after: bool) -> None:
    found = Found(first, last, None, "day", "event.after" if after else "event.before", "event")
    days = {**_DAYS, "hour": 0, "minute": 0}.get(term.value)
    if number is not None and days is not None:
        found.offset = (number * days or (number // 24 if term.value == "hour" else 0)) * (1 if after else -1)
    found.relation = "after" if after else "before"
    scene.keep(found)


def _keep_ago(scene: Scene, first: int, last: int, term: Term, number: int, vague: bool, since: bool) -> None:
    """Keep a time told by its distance back (قبل ثلاثة أيام، منذ شهر); hours and minutes are those of the event."""
    found = Found(
        first,
        last,
        None,
        {"month": "month", "week": "day", "day": "day", "hour": "day"}.get(term.value, "year"),
        f"ago.{term.value}",
    )
    if since:
        found.relation = "since"
    if term.value in ("hour", "minute") and (vague or number < 24 or term.value == "minute"):
        found.anchor, found.offset = "event", 0
    elif not vague:
        found.edtf, found.grain, found.day = counted(scene, term.value, number, forward=False)
        if term.value in ("day", "week", "hour"):
            found.counted = -number * _DAYS[term.value] if term.value != "hour" else -(number // 24)
            found.offset = found.counted
    elif term.value == "day" and scene.reference is not None and not since:
        found.edtf = recent(scene.reference, forward=False)
        found.grain = "range" if "/" in found.edtf else "month"
    scene.keep(found)
