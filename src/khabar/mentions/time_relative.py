"""Times counted from the day of publication: أمس، اليوم الخميس، فجر السبت، الأسبوع الماضي، قبل يومين، خلال الأيام
الماضية.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from khabar.mentions.calendars import (
    LISTS,
    Term,
    add_months,
    ahead,
    last_weekday,
    month_edtf,
    nearest_weekday,
    week_of,
)
from khabar.mentions.number_words import ORDINALS
from khabar.mentions.scanning import Words
from khabar.mentions.time_scene import Found, Scene

_THAT: Final = frozenset({"ذلك", "وذلك", "نفس", "ذات", "بذلك", "لذلك"})
_THIS: Final = frozenset({"هذا", "هذه", "لهذا", "بهذا", "وهذا", "لهذه", "وهذه", "هذين"})
_STALE, _FORGOTTEN = 3, 300
"""Days after the end of the month that an article calls its own within which its stamp is just a later one; beyond
the second the month is rather the coming one."""
_JOINERS: Final = frozenset({"و", "او", "الى", "حتى"})


def implied_shift(scene: Scene) -> int:
    """Days by which the article's own words ("اليوم الجمعة") stand before or after the reference; 0 where they agree
    or are silent."""
    reference = scene.reference
    if reference is None:
        return 0
    shifts: list[int] = []
    for term, last in scene.terms.values():
        if term.kind == "day":
            weekday = _weekday_beside(scene, last)
            if weekday is not None:
                stated = ahead(reference, term.value)
                shifts.append((nearest_weekday(stated, weekday[0]) - stated).days)
    return shifts[0] if shifts and len(set(shifts)) == 1 and abs(shifts[0]) <= 2 else 0


def implied_month(scene: Scene) -> date | None:
    """The last day of the month that the article calls its own (سبتمبر الجاري), where the reference lies well after
    it: the page was dated when it was fetched or printed. None where the two agree or the article is silent."""
    reference = scene.reference
    if reference is None:
        return None
    own: set[int] = set()
    for term, last in scene.terms.values():
        if term.kind != "month" or term.value[0] != "gregorian":
            continue
        other = scene.terms.get(last + 1)
        if other is not None and other[0].kind == "month":
            if other[0].value != term.value:
                continue
            last = other[1]
        relative = scene.kind(last + 1, "relative")
        if relative is not None and relative.value == "current" and scene.gap(last + 1) in ("", ")"):
            own.add(term.value[1])
    if len(own) != 1:
        return None
    month = own.pop()
    year = reference.year - (month > reference.month)
    end = date(*add_months(year, month, 1), 1) - timedelta(days=1)
    return end if _STALE < (reference - end).days < _FORGOTTEN else None


def _weekday_beside(scene: Scene, last: int) -> tuple[int, int] | None:
    """Weekday right after a day word, maybe in brackets, and its index: أمس الثلاثاء، أمس (الجمعة)."""
    at = last + 1
    term = scene.kind(at, "weekday")
    if term is None or term.clitic or term.weak or scene.gap(at) not in ("", "(", "،"):
        return None
    return term.value, at


def read_days(scene: Scene) -> None:
    """أمس، اليوم، غدا and their kin, with the weekday and the part of the day beside them."""
    for index, (term, last) in sorted(scene.terms.items()):
        if term.kind == "day" and scene.free(index, last):
            found = _day_word(scene, index, last, term)
            if found is not None:
                _widen(scene, found)
                _past_midnight(scene, found)
                scene.keep(found)


def _past_midnight(scene: Scene, found: Found) -> None:
    """بعد منتصف ليل الاثنين: the small hours of the day after; ليل الاثنين الثلاثاء tells both."""
    words = scene.words.words[found.first : found.first + 2]
    reference = scene.reference
    if len(words) < 2 or words[1] != "منتصف" or not words[0].endswith("بعد") or found.day is None or reference is None:
        return
    if found.day < reference and scene.kind(found.last + 1, "weekday") is None:
        found.on(found.day + timedelta(days=1))
        found.other = None


def _day_word(scene: Scene, index: int, last: int, term: Term) -> Found | None:
    """اليوم، أمس، غدا, with a weekday beside it; None where the word means no day (صحيفة اليوم، اليوم الثالث)."""
    words = scene.words
    before, after = words.at(index - 1), words.at(last + 1)
    near = words.near(last + 1)
    word = words.words[index]
    beside = _weekday_beside(scene, last)
    if index == last and word.endswith(("اليوم", "لليوم")) and beside is None:
        if before in LISTS["outlets-of-today"] and words.near(index):
            return None
        relative = scene.terms.get(last + 1)
        if relative is not None and relative[0].kind == "relative" and near:
            return _other_day(scene, index, relative[1], relative[0].value)
        if near and (after in LISTS["not-today"] or after in ORDINALS or _but_one(words, last + 1)):
            return None
        if before in _THAT:
            return _event(index - 1, last, 0)
        if before in ("في", "وفي", "كل"):
            return None
    if term.value > 0 and before in LISTS["outlets-of-today"]:
        return None
    if word.endswith("الليلة") and near:
        same = scene.kind(last + 1, "relative")
        if same is not None and same.value == "same":
            return _event(index, last + 1, 0)
    found = Found(index, last, None, "day", term.entry)
    if scene.reference is not None:
        found.on(ahead(scene.reference, term.value))
    if beside is not None:
        found.last = beside[1]
        if found.day is not None:
            found.on(nearest_weekday(found.day, beside[0]))
    return found


def _other_day(scene: Scene, first: int, last: int, sense: str) -> Found | None:
    """اليوم التالي، اليوم السابق، اليوم نفسه: days beside an event."""
    offsets = {"following": 1, "previous": -1, "same": 0, "next": 1, "past": -1}
    if sense == "current" and scene.reference is not None:
        return Found(first, last, None, "day", "day.today").on(scene.reference)
    return _event(first, last, offsets[sense]) if sense in offsets else None


def _event(first: int, last: int, offset: int | None, rule: str = "event.day") -> Found:
    found = Found(first, last, None, "day", rule, "event")
    found.offset = offset
    return found


def _widen(scene: Scene, found: Found) -> None:
    """Take in يوم and the part of the day on the left (فجر يوم السبت) and an adverb on the right (الثلاثاء مساء)."""
    words = scene.words
    for _ in range(3):
        at = found.first - 1
        if at < 0 or not words.near(found.first) or at in scene.taken:
            break
        unit = scene.kind(at, "unit")
        if unit is not None and unit.value == "day" and words.words[at] not in ("ايام", "الايام"):
            found.first = at
            continue
        part = scene.ending(at, "part")
        if part is None:
            break
        found.first = part[1]
    at = found.last + 1
    if at < len(words.words) and words.near(at):
        beyond = scene.terms.get(at + 1)
        adverb = scene.kind(at, "adverb") is not None or words.words[at] == "مساء"
        if adverb and (beyond is None or beyond[0].kind not in ("day", "weekday")):
            found.last = at


def read_weekdays(scene: Scene) -> None:
    """Weekdays without a date, the last first: the most recent such day, unless an adjective or week says otherwise."""
    for index in sorted(scene.terms, reverse=True):
        term, last = scene.terms[index]
        if term.kind == "weekday" and not term.weak and index not in scene.taken:
            _weekday(scene, index, last, term)


def _but_one(words: Words, at: int) -> bool:
    """اليوم ما قبل الأخير، the day before the last."""
    return words.at(at) == "ما" and words.at(at + 1) in ("قبل", "بعد")


def _weekday(scene: Scene, index: int, last: int, term: Term) -> None:
    """A weekday, with its week or the adjective behind it (الثلاثاء الماضي، الأحد من الأسبوع المقبل)."""
    words = scene.words
    if words.at(last + 1) == "عشر" and words.words[index].endswith("احد") and words.near(last + 1):  # eleven
        return
    if words.at(index - 1) == "كل" or (words.at(index - 2) == "كل" and words.at(index - 1) == "يوم"):
        return
    found = Found(index, last, None, "day", f"{term.entry}.past")
    reference = scene.reference
    week = _week_after(scene, last)
    relative = scene.kind(last + 1, "relative")
    sense = relative.value if relative is not None and scene.gap(last + 1) in ("", ")", "(") else None
    if week is not None:
        found.last = week[1]
        found.rule = f"{term.entry}.week"
        if reference is not None:
            found.on(week_of(reference, week[0])[0] + timedelta(days=term.value))
    else:
        if sense is not None:
            found.last = last + 1
        elif words.at(last + 1) == "قبل" and words.at(last + 2) == "الماضي":
            sense, found.last = "before-last", last + 2
        sense = sense or _sense_of_next(scene, found)
        found.sense = sense
        if reference is not None and not _resolve_weekday(scene, found, term.value, sense):
            found.anchor = "event"
    _widen(scene, found)
    _past_midnight(scene, found)
    scene.keep(found)


def _resolve_weekday(scene: Scene, found: Found, weekday: int, sense: str | None) -> bool:
    """Set the day that a weekday means in a sense: without one the latest, or the next where the sentence looks ahead.
    False where it is counted from the event."""
    reference = scene.reference
    assert reference is not None
    recent = last_weekday(reference, weekday)
    strictly = recent if recent < reference else recent - timedelta(days=7)
    coming = recent + timedelta(days=7)
    eve = reference - timedelta(days=1)
    if sense in ("past", "previous"):
        found.on(strictly)
    elif sense == "before-last":
        found.on(strictly - timedelta(days=7))
    elif sense == "next":
        found.on(coming)
    elif sense == "current":
        found.on(week_of(reference)[0] + timedelta(days=weekday))
    elif sense in ("following", "same"):
        return False
    elif recent < reference and (scene.coming(found.first) or (recent < eve and scene.appointed(found.first))):
        found.on(coming)
        found.other, sense = recent.isoformat(), "coming"
    else:
        found.on(recent)
        found.other = coming.isoformat()
    if sense is not None:
        found.rule = found.rule.replace(".past", f".{sense}")
    return True


def _sense_of_next(scene: Scene, found: Found) -> str | None:
    """الأحد والاثنين المقبلين: the adjective of the last weekday belongs to the one before it too."""
    at = found.last + 1
    following = next(
        (f for f in reversed(scene.found) if f.first in (at, at + 1) and f.rule.startswith("weekday")), None
    )
    if following is None or following.sense not in ("next", "past"):
        return None
    joined = following.first == at + 1 and scene.words.at(at) in _JOINERS
    return following.sense if joined or scene.words.words[following.first].startswith("و") else None


def _week_after(scene: Scene, last: int) -> tuple[int, int] | None:
    """(weeks from this one, last word) for من الأسبوع الماضي، في الأسبوع المقبل، من هذا الأسبوع after a weekday."""
    words, at = scene.words, last + 1
    if words.at(at) in ("من", "في", "خلال"):
        at += 1
    this = words.at(at) in _THIS
    at += this
    unit = scene.kind(at, "unit")
    if unit is None or unit.value != "week" or unit.forms != 1 or not unit.definite or scene.gap(at):
        return None
    relative = scene.kind(at + 1, "relative")
    shifts = {"past": -1, "next": 1, "current": 0, "previous": -1}
    if relative is not None and relative.value in shifts:
        return shifts[relative.value], at + 1
    return (0, at) if this else None


def recent(reference: date, forward: bool) -> str:
    """The month or two months that "the past (coming) days" fall in: no more is known."""
    other = ahead(reference, 7 if forward else -7)
    first, last = sorted((reference, other))
    start, end = month_edtf(first.year, first.month), month_edtf(last.year, last.month)
    return start if start == end or forward else f"{start}/{end}"


def counted(scene: Scene, unit: str, number: int, forward: bool) -> tuple[str | None, str, date | None]:
    """The value, grain and day ``number`` units before or after the reference: exact days and weeks, months by month,
    years by year."""
    reference = scene.reference
    sign = 1 if forward else -1
    if reference is None:
        return None, {"day": "day", "week": "day", "month": "month"}.get(unit, "year"), None
    if unit in ("day", "week"):
        day = ahead(reference, sign * number * (7 if unit == "week" else 1))
        return day.isoformat(), "day", day
    if unit == "month":
        return month_edtf(*add_months(reference.year, reference.month, sign * number)), "month", None
    if unit == "hour":
        day = ahead(reference, sign * (number // 24))
        return (day.isoformat() if number >= 24 else None), "day", (day if number >= 24 else None)
    years = {"year": 1, "decade": 10, "century": 100}[unit] * number
    year = reference.year + sign * years
    return (f"{year:04d}" if 0 < year < 10000 and unit == "year" else None), "year", None
