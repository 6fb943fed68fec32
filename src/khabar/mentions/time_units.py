"""Weeks, months, years, seasons and spans of them: الشهر الجاري، مطلع العام، عام 2003، صيف 2014، الأشهر الستة الماضية، منذ ثلاثة أيام."""

from __future__ import annotations

from datetime import timedelta

from khabar.mentions.calendars import (
    Term,
    add_months,
    ahead,
    day_or_none,
    month_edtf,
    week_of,
    year_in,
    year_value,
)
from khabar.mentions.number_words import NUMBERS, SEVERAL, read_count, read_ordinal
from khabar.mentions.numbers import approximator_before
from khabar.mentions.time_dates import days_before
from khabar.mentions.time_relative import counted, recent
from khabar.mentions.time_scene import Found, Scene

_THIS = frozenset({"هذا", "هذه", "لهذا", "بهذا", "وهذا", "لهذه", "وهذه", "خلال هذا"})
_THAT = frozenset({"ذلك", "تلك", "نفس", "ذات", "وذلك"})
_SIGN = {"past": -1, "previous": -1, "current": 0, "next": 1}
_FEW = frozenset("القليلة القليله الاولى المعدودة العديدة الطويلة".split())
_AFTER_COUNT = frozenset("واحد واحدة فقط تقريبا قليلة كاملة كامل متتالية متواصلة معدودة قليل على".split())
_YEAR_PLACES = frozenset(
    "في وفي منذ ومنذ حتى وحتى قبل بعد خلال وخلال بحلول وبحلول لغاية ففي مطلع اواخر منتصف نهاية بداية اوائل صيف خريف شتاء ربيع وقبل وبعد".split()
)
_YEAR_EVENTS = frozenset(
    "حرب اتفاق اتفاقية انتخابات ثورة انقلاب غزو انتفاضة هدنة معركة عدوان معاهدة مجزرة نكسة نكبة هجمات احداث لاتفاق لحرب وحرب".split()
)
_DAY_PLACES = frozenset("في وفي يوم ليوم ويوم منذ ومنذ حتى بتاريخ من الى".split())
_BESIDE = frozenset({"بعد", "قبل", "وبعد", "وقبل"})
_COUNT_PLACES = frozenset("في وفي ففي خلال وخلال قبل بعد وقبل وبعد".split())
_TITLES = frozenset("الامين المدير المدعي النائب القائد المراقب المرشد الراي الصالح القطاع الامن التعليم المفتش المنسق المندوب".split())


def read_years(scene: Scene) -> None:
    """عام 2003، العام 1436، عامي 2014 و2015، في 2018، صيف 2014: years, and seasons of years."""
    for index, (term, last) in sorted(scene.terms.items()):
        if term.kind == "unit" and term.value == "year" and scene.free(index, last):
            _year_word(scene, index, last)
        elif term.kind == "season" and scene.free(index, last):
            _season(scene, index, term)
        elif term.kind == "decade" and scene.free(index, last):
            _decade(scene, index, term)
        elif term.kind == "holiday" and scene.free(index, last):
            _holiday(scene, index, last, term)
    for index, word in enumerate(scene.words.words):
        if len(word) == 4 and word.isdecimal() and index not in scene.taken:
            _bare_year(scene, index, int(word))


def _year_number(scene: Scene, index: int) -> tuple[int, int] | None:
    """The year written at word ``index`` in figures or words, and its last word; two figures (عام 67) mean the last century."""
    words = scene.words
    word = words.at(index)
    if not word or scene.gap(index) not in ("", "(", ":"):
        return None
    if word.isdecimal():
        value = int(word)
        if len(word) == 4 and 1000 <= value <= 2100:
            return value, index
        return (1900 + value, index) if len(word) == 2 and 30 < value and not scene.gap(index) else None
    if word in NUMBERS:
        count = read_count(scene.words, index)
        if count is not None and 1000 <= count.value <= 2100 and count.value == int(count.value):
            return int(count.value), count.last
    return None


def _year_word(scene: Scene, index: int, last: int) -> None:
    number = _year_number(scene, last + 1)
    if number is None:
        return
    scene.keep(_year_found(scene, index, number[1], number[0], "year"))
    words, at = scene.words, number[1] + 1
    while words.at(at) in ("و", "الى", "حتى", "او") and (more := _year_number(scene, at + 1)) is not None:
        scene.keep(_year_found(scene, at + 1, more[1], more[0], "year"))
        at = more[1] + 1


def _year_found(scene: Scene, first: int, last: int, year: int, rule: str) -> Found:
    value, calendar = year_value(year)
    if scene.words.at(last + 1) in ("م", "ه", "هجري", "هجرية") and scene.gap(last + 1) == "":
        last += 1
    found = Found(first, last, value, "year" if calendar == "gregorian" else "range", rule, "explicit")
    found.calendar = calendar
    edge = scene.kind(first - 1, "edge") if first and scene.words.near(first) else None
    if edge is not None:
        found.first, found.rule = first - 1, f"year.{edge.value}"
    return found


def _bare_year(scene: Scene, index: int, year: int) -> None:
    """A year of four figures after a preposition of time (في 2018، منذ 2014), unless a counted noun follows."""
    words = scene.words
    if not 1900 <= year <= 2100 or scene.gap(index) not in ("", "("):
        return
    before, after = words.at(index - 1), words.at(index + 1)
    following = scene.gap(index + 1)
    if following in ("/", "-", "–", "+", ":") and after[:1].isdecimal():
        if following in ("-", "–") and len(after) == 4 and after.isdecimal() and 0 < int(after) - year < 60:
            if scene.gap(index) == "(" or before in _YEAR_PLACES or before in ("الفترة", "بين", "من", "للفترة", "اعوام"):
                scene.keep(Found(index, index + 1, f"{year}/{after}", "range", "year.range", "explicit"))
        return
    place = before in _YEAR_PLACES or before in _YEAR_EVENTS or scene.kind(index - 1, "edge") is not None
    pair = before in ("بين", "من", "الى", "و") and _is_year(scene, index)
    if not (place or pair) or not words.near(index):
        return
    follower = scene.kind(index + 1, "unit")
    counted_noun = before in _COUNT_PLACES and after.endswith("ا") and len(after) > 3
    if words.near(index + 1) and after and (counted_noun or follower is not None or after in NUMBERS):
        return
    scene.keep(_year_found(scene, index, index, year, "year.bare"))


def _is_year(scene: Scene, index: int) -> bool:
    """Whether the other side of بين 2011 و2014 is a year too."""
    words = scene.words
    for other in (index + 2, index - 2):
        word = words.at(other) if other >= 0 else ""
        link = words.at((index + other) // 2)
        if len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100 and link in ("و", "الى", "حتى"):
            return other > index or other in scene.taken
    return False


def _season(scene: Scene, index: int, term: Term) -> None:
    """صيف 2014، صيف العام الماضي، الصيف الماضي: the months of the season; a winter spans two years and stays at its year."""
    at = index + 1
    reference = scene.reference
    unit = scene.kind(at, "unit")
    year: int | None = None
    last = index
    number = _year_number(scene, at)
    if unit is not None and unit.value == "year":
        number = _year_number(scene, at + 1)
        relative = scene.kind(at + 1, "relative")
        if number is None and relative is not None and relative.value in _SIGN:
            last = at + 1
            year = reference.year + _SIGN[relative.value] if reference is not None else None
    if number is not None:
        year, last = number
    first_month, last_month = term.value
    relative = scene.kind(at, "relative")
    if last == index and relative is not None and term.definite:
        last = at
        year = _season_year(scene, relative.value, first_month, last_month)
    if last == index:
        return
    found = Found(index, last, None, "range", term.entry, "explicit" if number is not None else "publication")
    if year is not None and first_month < last_month:
        found.edtf = f"{year:04d}-{first_month:02d}/{year:04d}-{last_month:02d}"
    elif year is not None:
        counted_winter = relative is not None and number is None and unit is None
        found.edtf = f"{year - 1:04d}-{first_month:02d}/{year:04d}-{last_month:02d}" if counted_winter else f"{year:04d}"
    scene.keep(found)


def _season_year(scene: Scene, sense: str, first_month: int, last_month: int) -> int | None:
    """The year in which the past, current or next such season ends."""
    reference = scene.reference
    if reference is None or sense not in _SIGN:
        return None
    if sense == "next":
        return reference.year + (reference.month >= first_month or first_month > last_month)
    return reference.year - (sense == "past" and reference.month <= last_month)


def _decade(scene: Scene, index: int, term: Term) -> None:
    words, last, start = scene.words, index, term.value
    after = words.at(index + 1)
    if after == "من" and words.at(index + 2).startswith(("العمر", "عمر")):
        return
    if after.startswith(("العمر", "عمر")):
        return
    if after in ("القرن", "من") and words.near(index + 1):
        step = index + 1 if after == "القرن" else index + 2
        if words.at(step) == "القرن":
            ordinal = read_ordinal(words, step + 1) if step + 1 < len(words.words) else None
            if ordinal is not None:
                last, start = ordinal.last, start % 100 + (int(ordinal.value) - 1) * 100
            else:
                last = step + 1
    elif not term.definite:
        return
    found = Found(index, last, f"{start}/{start + 9}", "decade", term.entry, "explicit")
    scene.keep(found)


def _holiday(scene: Scene, index: int, last: int, term: Term) -> None:
    calendar, month, day = term.value
    number = _year_number(scene, last + 1)
    relative = scene.kind(last + 1, "relative")
    reference = scene.reference
    found = Found(index, last, None, "day", term.entry)
    found.calendar = calendar
    if number is not None and number[0] > 1900 or reference is not None:
        around = number[0] if number is not None else reference.year if reference is not None else 0
        middle = day_or_none(around, 7, 1)
        hijri = year_in(calendar, middle) if middle is not None and calendar == "hijri" else around
        days = [d for year in range(hijri - 2, hijri + 3) if (d := day_or_none(year, month, day, calendar)) is not None]
        if number is not None:
            found.last, found.anchor = number[1], "explicit"
            found.on(next((d for d in days if d.year == number[0]), None))
        elif reference is not None:
            coming = relative is not None and relative.value == "next"
            found.last = last + 1 if relative is not None else last
            past = [d for d in days if d <= reference]
            future = [d for d in days if d > reference]
            near = bool(future) and (future[0] - reference).days <= 21
            found.on(future[0] if future and (coming or near) else past[-1] if past else None)
    scene.keep(found)


def read_units(scene: Scene) -> None:
    """Units of time with an adjective, a count or an edge."""
    for index, (term, last) in sorted(scene.terms.items()):
        if term.kind == "unit" and scene.free(index, last) and index == last:
            if term.definite and term.count == 1:
                _one(scene, index, term)
            elif term.definite:
                _several(scene, index, term)
            else:
                _count(scene, index, term)


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
        beyond = {("قبل", "past"): "before-last", ("بعد", "next"): "after-next"}.get((words.at(index + 1), second.value))
        sense, last = beyond, index + 2 if beyond else index
    if near and before in _THIS:
        first, sense = index - 1, sense or "current"
    elif near and before in _THAT and sense is None:
        first, sense = index - 1, "same"
    edge = scene.kind(first - 1, "edge") if first and words.near(first) else None
    if edge is not None:
        first -= 1
        sense = sense or "current"
    if sense is None:
        if _day_of_month(scene, index, term):
            sense = "current"
        else:
            return
    if term.value == "year" and before in _TITLES and near:
        return
    if term.value in ("minute", "hour") or (term.value == "day" and sense == "past"):
        return
    found = _unit_found(scene, first, last, term, sense, edge)
    stated = words.at(last + 1)
    if term.value == "year" and len(stated) == 4 and stated[:2] in ("19", "20") and stated.isdecimal() and words.near(last + 1):
        found.edtf, found.anchor, found.last = stated, "explicit", last + 1
    scene.keep(found)


def _unit_found(scene: Scene, first: int, last: int, term: Term, sense: str, edge: Term | None) -> Found:
    unit = term.value
    side = edge.value if edge is not None else ""
    found = Found(first, last, None, {"month": "month", "year": "year"}.get(unit, "range"), f"{unit}.{sense}{side and '.' + side}")
    if sense in ("following", "same") or (sense == "previous" and not edge and unit in ("day", "week")):
        found.anchor = "event"
        if unit == "day":
            found.grain, found.offset = "day", {"following": 1, "same": 0, "previous": -1}[sense]
        return found
    reference = scene.reference
    if reference is None:
        return found
    shift = {**_SIGN, "before-last": -2, "after-next": 2}[sense]
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
    """A week from Monday to Sunday; its end is Saturday and Sunday, its turn (مطلع) the weekend and the Monday after it; of the current week only
    what has passed counts."""
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
    """The days in السابع من الشهر الجاري, 15 من هذا الشهر and من 21 إلى 25 من الشهر المقبل, each with its first word."""
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
        if term.value not in _SIGN or not words.near(index) or not (weekday or words.at(index - 2) in _DAY_PLACES):
            continue
        found = Found(index - 2 if weekday else index - 1, index, None, "day", f"month-day.{term.value}")
        if scene.reference is not None:
            year, month = add_months(scene.reference.year, scene.reference.month, _SIGN[term.value])
            found.on(day_or_none(year, month, int(number)))
        scene.keep(found)


def _several(scene: Scene, index: int, term: Term) -> None:
    """اليومين المقبلين، الأيام القليلة الماضية، الساعات ال24 الماضية، الأشهر الستة الأخيرة."""
    words = scene.words
    at, number = index + 1, 2 if term.count == 2 else 0
    also = scene.kind(at, "unit")
    if also is not None and also.definite and also.clitic == "و":
        at, number = at + 1, -1
    if words.at(at) in _FEW:
        at += 1
    elif words.at(at) == "ال" and words.at(at + 1)[:1] <= "9":
        at += 1
    count = read_count(words, at) if at < len(words.words) and (words.at(at) in NUMBERS or words.at(at)[:1].isdecimal()) else None
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
    elif number < 0:
        pass
    elif number and term.value in ("day", "hour", "week"):
        days = number * 7 if term.value == "week" else number if term.value == "day" else max(number // 24, 0)
        if forward:
            found.edtf = f"{ahead(reference, 1)}/{ahead(reference, days)}" if term.value != "hour" else None
        elif term.value != "hour" or number >= 24:
            found.edtf = f"{ahead(reference, -days)}/{reference}"
    elif number and term.value == "month":
        bounds = sorted((add_months(reference.year, reference.month, number if forward else -number), (reference.year, reference.month)))
        found.edtf = f"{month_edtf(*bounds[0])}/{month_edtf(*bounds[1])}"
    elif number and term.value == "year":
        years = sorted((reference.year, reference.year + (number if forward else -number)))
        found.edtf = f"{years[0]:04d}/{years[1]:04d}"
    elif term.value == "day":
        found.edtf = recent(reference, forward)
        found.grain = "range" if "/" in found.edtf else "month"
    scene.keep(found)


def _count(scene: Scene, index: int, term: Term) -> None:
    """قبل يومين، منذ ثلاثة أيام، بعد نحو أسبوع من: a count of units after a preposition; without one it is a duration, no date."""
    words = scene.words
    number, first, vague = _number_before(scene, index, term)
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
    if term.clitic == "ب" and preposition == "ذلك" and words.at(first - 2) in _BESIDE:
        _keep_event(scene, first - 2, index, term, number if not vague else None, words.at(first - 2).endswith("بعد"))
    elif bare == "بعد" or (bare == "قبل" and words.at(last + 1) in ("من", "على") and words.near(last + 1)):
        _keep_event(scene, first - 1, index, term, number if not vague else None, bare == "بعد")
    elif bare in ("قبل", "منذ"):
        _keep_ago(scene, first - 1, index, term, number, vague, bare == "منذ")


def _number_before(scene: Scene, index: int, term: Term) -> tuple[int, int, bool]:
    """How many units, the first word of the number, and whether that is no exact number (أيام، عدة أشهر)."""
    words = scene.words
    if term.count == 2:
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
    return (1, index, False) if term.count == 1 else (2, index, True)


def _keep_event(scene: Scene, first: int, last: int, term: Term, number: int | None, after: bool) -> None:
    found = Found(first, last, None, "day", "event.after" if after else "event.before", "event")
    days = {"day": 1, "week": 7, "hour": 0, "minute": 0}.get(term.value)
    if number is not None and days is not None:
        found.offset = (number * days or (number // 24 if term.value == "hour" else 0)) * (1 if after else -1)
    found.relation = "after" if after else "before"
    scene.keep(found)


def _keep_ago(scene: Scene, first: int, last: int, term: Term, number: int, vague: bool, since: bool) -> None:
    found = Found(first, last, None, {"month": "month", "week": "day", "day": "day", "hour": "day"}.get(term.value, "year"), f"ago.{term.value}")
    if since:
        found.relation = "since"
    if term.value in ("hour", "minute") and (vague or number < 24 or term.value == "minute"):
        found.anchor, found.offset = "event", 0
    elif not vague:
        found.edtf, found.grain, found.day = counted(scene, term.value, number, forward=False)
        if term.value in ("day", "week", "hour"):
            found.counted = -number * (7 if term.value == "week" else 1) if term.value != "hour" else -(number // 24)
            found.offset = found.counted
    elif term.value == "day" and scene.reference is not None and not since:
        found.edtf = recent(scene.reference, forward=False)
        found.grain = "range" if "/" in found.edtf else "month"
    scene.keep(found)
