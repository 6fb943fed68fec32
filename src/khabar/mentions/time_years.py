"""Years, seasons, decades and holidays: عام 2003، العام 1436، عامي 2014 و2015، في 2018، صيف العام الماضي."""

from __future__ import annotations

from typing import Final

from khabar.mentions.calendars import ERAS, LATEST, LISTS, Term, day_or_none, year_in, year_value, year_written
from khabar.mentions.number_ordinals import read_ordinal
from khabar.mentions.number_words import NUMBERS, read_count
from khabar.mentions.time_scene import SIGN, Found, Scene

_SPAN_PLACES: Final = frozenset({"الفترة", "بين", "من", "للفترة", "اعوام"})
_OCCASIONS: Final = frozenset({"بمناسبة", "لمناسبة", "مناسبة", "حلول", "بحلول", "اقتراب", "تهنئة", "للتهنئة"})
_BESIDE: Final = frozenset({"بعد", "وبعد", "قبل", "وقبل", "قبيل", "عقب", "بعيد"})
_EDGES: Final = frozenset({"انتهاء", "نهاية", "انقضاء", "عطلة", "اجازة"})
"""Words before a holiday on whose occasion, before or after which something is."""
_THIS: Final = frozenset({"هذا", "هذه"})
_WHOLE: Final = 4
"""Figures of a year beside which the count of what happened this year stands out."""
_ARAB: Final = "العربي"
"""What makes a spring no season (الربيع العربي)."""
_MONTH_REACH: Final = 6
"""Words behind a holiday within which its month is told."""
_COUNT_PLACES: Final = frozenset({"في", "وفي", "ففي", "خلال", "وخلال", "قبل", "بعد", "وقبل", "وبعد"})


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
    for index in scene.digits:
        word = scene.words.words[index]
        if len(word) == 4 and word.isdecimal() and index not in scene.taken:
            _bare_year(scene, index, int(word))


def _year_number(scene: Scene, index: int) -> tuple[int, int] | None:
    """The year written at word ``index`` in figures or words, and its last word; two figures (عام 67) mean the last
    century."""
    words = scene.words
    word = words.at(index)
    if not word or scene.gap(index) not in ("", "(", ":"):
        return None
    if word.isdecimal():
        year = year_written(word, since=1000)
        if year:
            return year, index
        value = int(word)
        return (1900 + value, index) if len(word) == 2 and value > 30 and not scene.gap(index) else None
    if word in NUMBERS:
        count = read_count(scene.words, index)
        if count is not None and 1000 <= count.value <= LATEST and count.value == int(count.value):
            return int(count.value), count.last
    return None


def _year_word(scene: Scene, index: int, last: int) -> None:
    number = _year_number(scene, last + 1)
    if number is None:
        return
    if scene.words.at(index - 1) in _THIS and len(scene.words.at(last + 1)) < _WHOLE:
        return  # قتل هذا العام 58 مدنيا
    scene.keep(_year_found(scene, index, number[1], number[0], "year"))
    words, at = scene.words, number[1] + 1
    while words.at(at) in ("و", "الى", "حتى", "او") and (more := _year_number(scene, at + 1)) is not None:
        if len(words.at(at + 1)) < len(words.at(number[1])):  # a count (منذ عام 2001 إلى 39 جنديا)
            break
        scene.keep(_year_found(scene, at + 1, more[1], more[0], "year"))
        at = more[1] + 1


def _year_found(scene: Scene, first: int, last: int, year: int, rule: str) -> Found:
    value, calendar = year_value(year)
    if scene.words.at(last + 1) in ERAS and scene.gap(last + 1) == "":
        last += 1
    found = Found(first, last, value, "year" if calendar == "gregorian" else "range", rule, "explicit")
    found.calendar = calendar
    edge = scene.kind(first - 1, "edge") if first and scene.words.near(first) else None
    if edge is not None:
        found.first, found.rule = first - 1, f"year.{edge.value}"
    return found


_SCALES: Final = frozenset("الف الفا الاف مليون مليونا ملايين مليار مليارا مليارات مئة مائة".split())
"""Words behind four figures that go on with a count."""


def _bare_year(scene: Scene, index: int, year: int) -> None:
    """A year of four figures after a preposition of time (في 2018، منذ 2014), unless a counted noun follows."""
    words = scene.words
    if not 1900 <= year <= LATEST or scene.gap(index) not in ("", "("):
        return
    before, after = words.at(index - 1), words.at(index + 1)
    following = scene.gap(index + 1)
    if following in ("/", "-", "–", "+", ":") and after[:1].isdecimal():
        spanned = following in ("-", "–") and len(after) == 4 and after.isdecimal() and 0 < int(after) - year < 60
        placed = scene.gap(index) == "(" or before in LISTS["year-prepositions"] or before in _SPAN_PLACES
        if spanned and placed:
            scene.keep(Found(index, index + 1, f"{year}/{after}", "range", "year.range", "explicit"))
        return
    place = (
        before in LISTS["year-prepositions"]
        or before in LISTS["events-with-years"]
        or scene.kind(index - 1, "edge") is not None
    )
    pair = before in ("بين", "من", "الى", "و") and _is_year(scene, index)
    if not (place or pair) or not words.near(index):
        return
    follower = scene.kind(index + 1, "unit")
    counted_noun = before in _COUNT_PLACES and after.endswith("ا") and len(after) > 3
    if words.near(index + 1) and after and (counted_noun or follower is not None or after in _SCALES):
        return
    scene.keep(_year_found(scene, index, index, year, "year.bare"))


def _is_year(scene: Scene, index: int) -> bool:
    """Whether the other side of بين 2011 و2014 is a year too."""
    words = scene.words
    for other in (index + 2, index - 2):
        word = words.at(other) if other >= 0 else ""
        link = words.at((index + other) // 2)
        if year_written(word) and link in ("و", "الى", "حتى"):
            return other > index or other in scene.taken
    return False


def _season(scene: Scene, index: int, term: Term) -> None:
    """صيف 2014، صيف العام الماضي، الصيف الماضي: the months of the season; a winter spans two years and stays at its
    year."""
    at = index + 1
    reference = scene.reference
    this = scene.words.at(at) in _THIS
    unit = scene.kind(at + this, "unit")
    year: int | None = None
    first = last = index
    number = _year_number(scene, at)
    if unit is not None and unit.value == "year":
        number = _year_number(scene, at + 1)
        relative = scene.kind(at + 1, "relative")
        if this:
            number, last = None, at + 1
            year = reference.year if reference is not None else None
        elif number is None and relative is not None and relative.value in SIGN:
            last = at + 1
            year = reference.year + SIGN[relative.value] if reference is not None else None
    if number is not None:
        year, last = number
    first_month, last_month = term.value
    relative = scene.kind(at, "relative")
    if last == index and relative is not None and term.definite:
        last = at
        year = _season_year(scene, relative.value, first_month, last_month)
    elif last == index and term.definite and scene.words.at(index - 1) in _THIS and scene.words.at(at) != _ARAB:
        first = index - 1
        year = _season_year(scene, "current", first_month, last_month)
    if first == last:
        return
    found = Found(first, last, None, "range", term.entry, "explicit" if number is not None else "publication")
    if year is not None and first_month < last_month:
        found.edtf = f"{year:04d}-{first_month:02d}/{year:04d}-{last_month:02d}"
    elif year is not None:
        counted_winter = relative is not None and number is None and unit is None
        found.edtf = (
            f"{year - 1:04d}-{first_month:02d}/{year:04d}-{last_month:02d}" if counted_winter else f"{year:04d}"
        )
    scene.keep(found)


def _season_year(scene: Scene, sense: str, first_month: int, last_month: int) -> int | None:
    """The year in which the past, current or next such season ends."""
    reference = scene.reference
    if reference is None or sense not in SIGN:
        return None
    if sense == "next":
        return reference.year + (reference.month >= first_month or first_month > last_month)
    return reference.year - (sense == "past" and reference.month <= last_month)


def _decade(scene: Scene, index: int, term: Term) -> None:
    """A decade, with its century where one is told (ثمانينيات القرن الماضي); no age (في الثلاثينيات من العمر)."""
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
                last = min(step + 1, len(words.words) - 1)
    elif not term.definite:
        return
    found = Found(index, last, f"{start}/{start + 9}", "decade", term.entry, "explicit")
    scene.keep(found)


def _undated(scene: Scene, index: int, last: int) -> bool:
    """A holiday that dates nothing itself: words are said on its occasion (بمناسبة عيد الفطر), something comes before
    or after it (بعد عيد الفطر), or its month is told (عيد الأضحى الشهر المقبل، الذي يحل في آب)."""
    words = scene.words
    if not {words.at(index - 1), words.at(index - 2)}.isdisjoint(_OCCASIONS):
        return True
    if words.at(index - 1) in _BESIDE or (words.at(index - 1) in _EDGES and words.at(index - 2) in _BESIDE):
        return True
    unit = scene.kind(last + 1, "unit")
    if unit is not None and unit.value in ("month", "week") and scene.kind(last + 2, "relative") is not None:
        return True
    for at in range(last + 1, min(last + _MONTH_REACH, len(words.words))):
        if not words.near(at):
            return False
        if scene.kind(at, "month") is not None:
            return words.at(at - 1) == "في"
    return False


def _holiday(scene: Scene, index: int, last: int, term: Term) -> None:
    """A feast of either calendar: in the year behind it, else the last one, or the next where it is near (عيد الفطر
    المقبل)."""
    if _undated(scene, index, last):
        return
    calendar, month, day = term.value
    number = _year_number(scene, last + 1)
    relative = scene.kind(last + 1, "relative")
    reference = scene.reference
    found = Found(index, last, None, "day", term.entry)
    found.calendar = calendar
    if (number is not None and number[0] > 1900) or reference is not None:
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
