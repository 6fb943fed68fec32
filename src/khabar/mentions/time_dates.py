"""Dates that name a month, a year or both: 24 يناير 2024، السابع من أكتوبر، أواخر تشرين الثاني/نوفمبر، 15 شوال 1436، 30/6/2012."""

from __future__ import annotations

import re
from datetime import date, timedelta

from khabar.mentions.calendars import (
    NAME_HEADS,
    NAMED,
    Term,
    add_months,
    day_or_none,
    first_day,
    hijri_month,
    month_edtf,
    month_value,
    year_in,
)
from khabar.mentions.number_words import NUMBERS, ORDINALS, TEN, read_count, read_ordinal
from khabar.mentions.time_scene import SINCE, Found, Scene, choose_year

_OPENERS = frozenset({"", "/", "(", "-", "،", ",", ")", "/("})
_LINKS = frozenset({"الموافق", "والموافق", "بتاريخ", "تاريخ", "المصادف", "وبتاريخ", "يوافق"})
_WEAK_PREPOSITIONS = frozenset("في وفي منذ ومنذ خلال وخلال حتى بحلول ففي لغاية طوال طيلة".split())
_RANGE_WORDS = frozenset({"الى", "حتى"})
_ERA = {"م": "gregorian", "ه": "hijri", "هجري": "hijri", "هجرية": "hijri", "للهجرة": "hijri", "ميلادي": "gregorian"}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class _Reading:
    """The parts of one date around its month name."""

    __slots__ = ("days", "edge", "first", "last", "month", "other_sense", "sense", "span", "strong", "weekday", "year")

    def __init__(self, first: int, last: int, month: tuple[str, int], strong: bool) -> None:
        self.first, self.last, self.month, self.strong = first, last, month, strong
        self.year: int | None = None
        self.days: list[tuple[int, int]] = []
        self.span = False
        self.edge: str | None = None
        self.sense: str | None = None
        self.other_sense: str | None = None
        self.weekday: int | None = None


def read_months(scene: Scene) -> None:
    """Every date with a month name, from the last to the first, so that يناير وفبراير 2020 shares its year."""
    months = {index: found for index, found in scene.terms.items() if found[0].kind == "month"}
    aliases = {last + 1 for term, last in months.values() if _is_alias(scene, last + 1, term.value)}
    for index in sorted(months.keys() - aliases, reverse=True):
        term, last = months[index]
        if scene.free(index, last):
            _read_month(scene, index, last, term)


def _is_alias(scene: Scene, at: int, month: tuple[str, int]) -> bool:
    """Whether the word at ``at`` is a second name of ``month`` right before it: أكتوبر/تشرين الأول، مايو (أيار)، ديسمبر كانون الأول."""
    found = scene.terms.get(at)
    if found is None or found[0].kind != "month" or found[0].clitic or scene.gap(at) not in _OPENERS:
        return False
    return bool(found[0].value == month) or (scene.gap(at) == "/" and found[0].value[0] == month[0])


def _read_month(scene: Scene, index: int, last: int, term: Term) -> None:
    reading = _Reading(index, last, term.value, not term.weak)
    _alias(scene, reading)
    _year(scene, reading)
    _before(scene, reading)
    if reading.year is None and reading.sense is None:
        _inherit(scene, reading)
    if reading.strong:
        _record(scene, reading)


def _alias(scene: Scene, reading: _Reading) -> None:
    """Take in a second name of the month."""
    at = reading.last + 1
    if _is_alias(scene, at, reading.month):
        reading.last, reading.strong = scene.terms[at][1], True


def _year(scene: Scene, reading: _Reading) -> None:
    """What follows the month: a year, "of last year", or an adjective (الماضي، المقبل، الجاري)."""
    words, at = scene.words, reading.last + 1
    gap = scene.gap(at)
    if at >= len(words.words) or gap.strip("()") not in ("", "/", "-", "،", ","):
        return
    word = words.words[at]
    if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2100:
        reading.year, reading.last, reading.strong = int(word), at, True
        _era(scene, reading)
        return
    if len(word) <= 2 and word.isdecimal() and gap == "" and not reading.days:
        _american(scene, reading, at)
        return
    relative = scene.kind(at, "relative")
    if relative is not None and gap in ("", ")", "/"):
        reading.sense, reading.last, reading.strong = relative.value, at, True
        return
    step = at + 1 if word in ("من", "في", "للعام", "هذا") else at
    spelled = read_count(words, step) if words.at(step) in NUMBERS else None
    if spelled is not None and 1000 <= spelled.value <= 2100 and spelled.scale == 1000:
        reading.year, reading.last, reading.strong = int(spelled.value), spelled.last, True
        return
    unit = scene.kind(step, "unit")
    if unit is not None and unit.value == "year" and unit.count == 1:
        _year_of(scene, reading, step, demonstrative=words.at(step - 1) in ("هذا", "هذه"))


def _year_of(scene: Scene, reading: _Reading, at: int, demonstrative: bool) -> None:
    """من العام الماضي، عام 2019، من هذا العام."""
    word = scene.words.at(at + 1)
    reference = scene.reference
    if word.isdecimal() and len(word) == 4:
        reading.year, reading.last, reading.strong = int(word), at + 1, True
        _era(scene, reading)
        return
    spelled = read_count(scene.words, at + 1) if word in NUMBERS else None
    if spelled is not None and 1000 <= spelled.value <= 2100:
        reading.year, reading.last, reading.strong = int(spelled.value), spelled.last, True
        return
    relative = scene.kind(at + 1, "relative")
    sense = relative.value if relative is not None else "current" if demonstrative else None
    if sense is None:
        return
    reading.last, reading.strong = (at + 1 if relative is not None else at), True
    if reference is not None and sense in ("past", "next", "current"):
        reading.year = year_in(reading.month[0], reference) + {"past": -1, "next": 1, "current": 0}[sense]
    elif sense == "same":
        reading.sense = "same"


def _era(scene: Scene, reading: _Reading) -> None:
    """م and هـ after a year."""
    at = reading.last + 1
    if scene.words.at(at) in _ERA and scene.gap(at) in ("", "/"):
        reading.last = at


def _american(scene: Scene, reading: _Reading, at: int) -> None:
    """يناير 24، 2024 in translated prose: only with the year behind."""
    year = scene.words.at(at + 1)
    if len(year) == 4 and year.isdecimal() and 1900 <= int(year) <= 2100 and scene.gap(at + 1) in ("", ",", "،"):
        day = int(scene.words.words[at])
        if 1 <= day <= 31:
            reading.days, reading.year, reading.last, reading.strong = [(day, at)], int(year), at + 1, True


def _before(scene: Scene, reading: _Reading) -> None:
    """What stands before the month: شهر, the edge of a month, the day or days, then weekday and part of the day."""
    words = scene.words
    at = reading.first - 1
    unit = scene.kind(at, "unit") if at >= 0 and words.near(reading.first) else None
    if unit is not None and unit.value == "month" and unit.count < 3:
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
        reading.strong = words.words[at] in _WEAK_PREPOSITIONS and words.near(at + 1)
    if reading.days:
        _extend_left(scene, reading)


def _is_joined(scene: Scene, index: int) -> bool:
    """Whether the month at ``index`` carries و or another clitic, so that nothing before it belongs to it."""
    found = scene.terms.get(index)
    return found is not None and bool(found[0].clitic)


def _days(scene: Scene, reading: _Reading, at: int) -> int:
    """Days of the month right before its name; returns the index before them."""
    days, span = days_before(scene, at)
    if not days:
        return at
    reading.days, reading.span, reading.strong, reading.first = days, span, True, days[0][1]
    return reading.first - 1


def days_before(scene: Scene, at: int) -> tuple[list[tuple[int, int]], bool]:
    """Days of a month written up to word ``at`` (السابع من، 3 و4، من 21 إلى 25), each with its first word, and whether they are a range."""
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
    """The day of the month whose last word is ``end`` and its first word: digits, or an ordinal (العشرين من، السابع والعشرين من)."""
    words = scene.words
    word = words.words[end]
    if end in scene.taken or scene.ending(end, "month") is not None:
        return None
    if word[0] <= "9":
        if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        if words.gaps[end][-1:] == ":":
            return None
        stuck = end > 0 and words.gaps[end] == "" and words.words[end - 1] in ("ال", "لل", "بال")
        return int(word), end - 1 if stuck else end
    if word == "غرة":
        return 1, end
    for first in (end, end - 1, end - 2):
        ordinal = read_ordinal(words, first) if first >= 0 else None
        if ordinal is not None and ordinal.last == end and ordinal.value <= 31 and (linked or ordinal.definite):
            return int(ordinal.value), first
    tens = NUMBERS.get(word)
    if tens is not None and tens.kind == TEN and tens.value <= 30 and tens.clitic != "و" and (linked or not tens.definite):
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


def _extend_left(scene: Scene, reading: _Reading) -> None:
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


def _inherit(scene: Scene, reading: _Reading) -> None:
    """Take year or adjective from the date that follows in a list or range (يناير وفبراير 2020، سبتمبر أو أكتوبر المقبلين)."""
    words, at = scene.words, reading.last + 1
    nearest = next((f for f in reversed(scene.found) if f.first in (at, at + 1, at + 2) and f.rule.startswith("date")), None)
    if nearest is None or scene.gap(at) not in ("", "-", "–"):
        return
    joint = nearest.first == at or words.at(at) in ("و", "او", "الى", "حتى", "يوم") or words.at(at + 1) in ("يوم", "غاية")
    if not joint or nearest.anchor == "event":
        return
    if nearest.first == at and scene.gap(at) == "" and not words.words[at].startswith("و"):
        return
    if nearest.anchor == "explicit" and nearest.edtf is not None and nearest.calendar == reading.month[0] == "gregorian":
        year, month = int(nearest.edtf[:4]), int(nearest.edtf[5:7] or 1)
        reading.year = year - 1 if reading.month[1] > month else year
        reading.strong = True
    else:
        reading.other_sense = nearest.sense
        reading.strong = reading.strong or nearest.rule.startswith("date.month")


def _record(scene: Scene, reading: _Reading) -> None:
    head = scene.words.at(reading.first - 1)
    if reading.year is None and reading.sense is None and head and scene.words.near(reading.first):
        named = _named(scene, reading, head)
        if named is not None or head in NAME_HEADS:
            rule = "date.named" if named is not None else "date.name"
            grain = "day" if named is not None and len(named) == 10 else "month"
            found = Found(reading.first, reading.last, named, grain, rule, "explicit")
            scene.keep(found.on(date.fromisoformat(named)) if named is not None and grain == "day" else found)
            return
    if not reading.days:
        scene.keep(_month_found(scene, reading))
        return
    if len(reading.days) > 1:
        _record_days(scene, reading)
        return
    scene.keep(_day_found(scene, reading, reading.days[0][0], reading.first, reading.last))


def _record_days(scene: Scene, reading: _Reading) -> None:
    """Several days of one month: a range where they touch or are joined by إلى, else one mention each."""
    numbers = [day for day, _ in reading.days]
    touching = numbers == list(range(numbers[0], numbers[-1] + 1))
    final = _day_found(scene, reading, numbers[-1], reading.first, reading.last)
    if reading.span or touching:
        opening = _day_found(scene, reading, numbers[0], reading.first, reading.last)
        if opening.day is not None and final.day is not None:
            start = opening.day if opening.day <= final.day else final.day
            final.edtf = f"{start}/{final.day}"
        else:
            final.edtf = None
        both = opening.other is not None and final.other is not None and opening.other < final.other
        final.grain, final.rule, final.day = "range", "date.days", None
        final.other = f"{opening.other}/{final.other}" if both else None
        scene.keep(final)
        return
    ends = [first - 1 for _, first in reading.days[1:]] + [reading.last]
    for (number, first), last in reversed(list(zip(reading.days, ends, strict=True))):
        last = first if last != reading.last else last
        scene.keep(_day_found(scene, reading, number, reading.first if number == numbers[0] else first, last))


def _named(scene: Scene, reading: _Reading, head: str) -> str | None:
    day = reading.days[0][0] if len(reading.days) == 1 else None
    if reading.month[0] != "gregorian" or reading.edge:
        return None
    bare = head[1:] if head[:1] in "وبلف" else head
    for named in NAMED:
        if named.month == reading.month[1] and named.day == day and (head in named.heads or bare in named.heads):
            began = first_day(named.edtf)
            return named.edtf if scene.reference is None or (began is not None and began <= scene.reference) else None
    return None


def _day_found(scene: Scene, reading: _Reading, day: int, first: int, last: int) -> Found:
    calendar, month = reading.month
    sense = reading.sense or reading.other_sense
    found = Found(first, last, None, "day", "date.day", "publication")
    found.calendar, found.sense = calendar, sense
    if reading.year is not None:
        found.anchor = "explicit"
        return found.on(day_or_none(reading.year, month, day, calendar))
    reference = scene.reference
    if reference is None or sense == "same":
        return found
    this = year_in(calendar, reference)
    days = [d for d in (day_or_none(year, month, day, calendar) for year in range(this - 4, this + 5)) if d is not None]
    if not days:
        return found
    chosen, other = _by_sense(days, reference, sense)
    if chosen is None:
        if scene.words.at(reading.first - 1) in SINCE:
            days = [d for d in days if d <= reference]
        chosen, other = choose_year(days, reference, scene.future(first), reading.weekday)
    found.on(chosen)
    found.other = other.isoformat() if other is not None else None
    return found


def _by_sense(days: list[date], reference: date, sense: str | None) -> tuple[date | None, date | None]:
    """The day that الماضي، المقبل or الجاري picks out; (None, None) without such a word."""
    if sense in ("past", "previous"):
        return max((d for d in days if d < reference), default=None), None
    if sense in ("next", "following"):
        return min((d for d in days if d > reference), default=None), None
    if sense == "current":
        return min(days, key=lambda d: abs((d - reference).days)), None
    return None, None


def _month_found(scene: Scene, reading: _Reading) -> Found:
    calendar, month = reading.month
    sense = reading.sense or reading.other_sense
    found = Found(reading.first, reading.last, None, "month", "date.month", "publication")
    found.calendar, found.sense = calendar, sense
    if reading.edge:
        found.rule = f"date.month.{reading.edge}"
    if reading.year is not None:
        found.anchor = "explicit"
        found.edtf = month_value(reading.year, month, calendar)
        return found
    reference = scene.reference
    if reference is None or sense == "same":
        return found
    this = year_in(calendar, reference)
    if calendar == "hijri":
        spans = [span for year in (this - 1, this, this + 1) if (span := hijri_month(year, month)) is not None]
        starts = [span[0] for span in spans]
        last_days = {span[0]: span[1] for span in spans}
    else:
        starts = [date(year, month, 1) for year in range(this - 1, this + 2)]
        last_days = {day: date(*add_months(day.year, day.month, 1), 1) - timedelta(days=1) for day in starts}
    chosen, other = _choose_month(scene, starts, last_days, sense, reading.first)
    if chosen is None:
        return found
    found.edtf = _month_text(calendar, chosen, last_days[chosen])
    found.other = _month_text(calendar, other, last_days[other]) if other is not None else None
    return found


def _choose_month(
    scene: Scene, starts: list[date], ends: dict[date, date], sense: str | None, at: int
) -> tuple[date | None, date | None]:
    """First day of the month meant, by its adjective or as the latest that has begun (one that is near, with a cue of the future)."""
    reference = scene.reference
    assert reference is not None
    if sense in ("past", "previous"):
        return max((d for d in starts if ends[d] < reference), default=None), None
    if sense in ("next", "following"):
        return min((d for d in starts if d > reference), default=None), None
    if sense == "current":
        return min(starts, key=lambda d: abs((d - reference).days)), None
    past = [d for d in starts if d <= reference]
    coming = [d for d in starts if d > reference]
    if not past or not coming:
        return None, None
    near = (coming[0] - reference).days <= 150 and scene.words.at(at - 1) not in SINCE and scene.future(at)
    return (coming[0], past[-1]) if near else (past[-1], coming[0])


def _month_text(calendar: str, first: date, last: date) -> str:
    return month_edtf(first.year, first.month) if calendar == "gregorian" else f"{first}/{last}"


def read_numeric(scene: Scene) -> None:
    """Dates in figures: 24/01/2024، 2024-01-24، 30.6.2012، 25/10/1436هـ; day before month unless that cannot be."""
    words = scene.words.words
    for index, word in enumerate(words):
        if word[0] > "9" or index in scene.taken:
            continue
        dotted = _DOTTED.fullmatch(word)
        if dotted is not None:
            day, month, year = map(int, dotted.groups())
            _keep_numeric(scene, index, index, year, month, day)
        elif index + 2 < len(words) and word.isdecimal() and words[index + 1].isdecimal() and words[index + 2].isdecimal():
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
    if before in _WEAK_PREPOSITIONS and 1 <= one <= 12 and 1900 <= two <= 2100:
        scene.keep(Found(index, index + 1, month_edtf(two, one), "month", "date.numeric", "explicit"))
    elif before in ("يوم", "بتاريخ", "تاريخ", "ليوم") and 1 <= one <= 31 and 1 <= two <= 12:
        reading = _Reading(index, index + 1, ("gregorian", two), True)
        reading.days = [(one, index)]
        _extend_left(scene, reading)
        scene.keep(_day_found(scene, reading, one, reading.first, index + 1))


def _keep_numeric(scene: Scene, first: int, last: int, year: int, month: int, day: int) -> None:
    calendar = "hijri" if year < 1600 else "gregorian"
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return
    if scene.words.at(last + 1) in _ERA and scene.gap(last + 1) == "":
        last += 1
    found = Found(first, last, None, "day", "date.numeric", "explicit").on(day_or_none(year, month, day, calendar))
    found.calendar = calendar
    reading = _Reading(first, last, (calendar, month), True)
    _extend_left(scene, reading)
    found.first = reading.first
    scene.keep(found)
