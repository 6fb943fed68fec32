"""Times in Arabic news, resolved to EDTF against the day of publication.

:func:`find_times` works on folded text (:func:`khabar.text.fold`); offsets are into that text. Readings are those of
news: a bare weekday is the most recent one, a day without a year the latest that fits unless it is close ahead, "last
week" runs from Monday to Sunday. Precision is never invented: "late November" stays a month, "days ago" stays a month
or nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from khabar.mentions.calendars import first_day, month_edtf
from khabar.mentions.scanning import split
from khabar.mentions.time_dates import read_months
from khabar.mentions.time_numeric import read_numeric
from khabar.mentions.time_parts import read_parts
from khabar.mentions.time_relative import implied_month, implied_shift, read_days, read_weekdays
from khabar.mentions.time_scene import SINCE, Found, Scene
from khabar.mentions.time_units import read_bare_days, read_units
from khabar.mentions.time_years import read_years


class TimeMention:
    """A time in the text. ``edtf`` is None where nothing fixes it. ``grain``: day, month, year, range, decade, or
    part (a clock time or part of a day: no date). ``anchor``: explicit (stands in the text), publication (counted
    from the reference) or event (counted from another event by ``offset_days``, for the caller to resolve).
    ``relation`` qualifies it: since, until, before, after, during, by. With since, ``edtf`` is open (``2014/..``) and
    ``point`` its start; ``other`` is the second plausible value (the coming weekday for a planned event; for since,
    the span up to the reference)."""

    __slots__ = (
        "anchor", "calendar", "edtf", "end", "grain", "offset_days", "other", "point", "relation", "rule", "start",
    )  # fmt: skip

    def __init__(self, start: int, end: int, found: Found) -> None:
        self.start = start
        self.end = end
        self.edtf = found.edtf
        self.grain = found.grain
        self.calendar = found.calendar
        self.anchor = found.anchor
        self.rule = found.rule
        self.relation = found.relation
        self.offset_days = found.offset
        self.other = found.other
        self.point = found.point

    def __repr__(self) -> str:
        return f"TimeMention({self.start}-{self.end} {self.edtf} {self.grain} {self.anchor} {self.rule})"


_UNTIL: Final = frozenset({"حتى", "وحتى", "لغاية", "لحين", "ولغاية"})
_BEFORE: Final = frozenset({"قبل", "وقبل", "قبيل", "وقبيل"})
_AFTER: Final = frozenset({"بعد", "وبعد", "عقب", "بعيد", "غداة", "اثر"})
_DURING: Final = frozenset({"خلال", "وخلال", "طوال", "طيلة", "اثناء", "وطوال"})
_BY: Final = frozenset({"بحلول", "وبحلول", "لحلول"})
_FROM: Final = frozenset({"اعتبارا", "ابتداء", "بدءا", "انطلاقا", "واعتبارا", "وابتداء", "بداية"})
_RELATIONS: Final[dict[str, str]] = {
    **dict.fromkeys(_BY, "by"),
    **dict.fromkeys(_DURING, "during"),
    **dict.fromkeys(_AFTER, "after"),
    **dict.fromkeys(_BEFORE, "before"),
    **dict.fromkeys(_UNTIL, "until"),
    **dict.fromkeys(SINCE, "since"),
}
"""What a word before a time makes of it."""
_COUNTED: Final = ("weekday", "day.", "days.", "hours.", "week.", "ago.day", "ago.week", "ago.hour")
"""Rules of times that the day of publication settles."""
_BEGINNINGS: Final = tuple(
    "بدا بدء بد انطلاق اندلاع انقلاب سقوط اجتياح احتلال تولي نهاية انتهاء تدخل اعلان اطلاق نشوب غزو توقيع فرض رفع "
    "انسحاب سيطرة استيلاء استعادة تاسيس تشكيل قيام استقلال دخول خروج وصول عودة مقتل اغتيال وفاة رحيل اعتقال احتجاز "
    "اختطاف اطاحة الاطاحة عزل انتخاب تعيين تنصيب ظهور صدور توقف تعليق استئناف انهيار هزيمة طرد هدنة حرب ثورة هجوم "
    "هجمات تفجير ازمة مقاطعة".split()
)
"""Nouns of events that a time span is counted from."""
_EVENT_REACH: Final = 10
_WEEK: Final = 7
_HYPHENS: Final = frozenset({"-", "–", "—", "/"})


def find_times(text: str, reference: date | None) -> list[TimeMention]:
    """Every time of folded ``text`` in order of its start. ``reference`` is the day of publication; without it only
    dates that carry their year are resolved. Where the article's own words ("today, Friday") put it a day or two off,
    they win."""
    if reference is not None and not 1900 <= reference.year <= 2100:
        reference = None
    scene = Scene(split(text), reference)
    shift = implied_shift(scene)
    if shift and reference is not None:
        scene.reference = reference + timedelta(days=shift)
    month = implied_month(scene)
    if month is not None:
        scene.reference = month
    read_numeric(scene)
    read_months(scene)
    _read_clocks(scene)
    read_days(scene)
    read_parts(scene)
    read_years(scene)
    read_bare_days(scene)
    read_weekdays(scene)
    read_units(scene)
    _read_neighbours(scene)
    found = sorted(scene.found, key=lambda item: item.first)
    for item in found:
        _relate(scene, item)
    found = _merge(scene, found)
    _rebase(scene, found)
    if month is not None:
        _coarsen(found, month_edtf(month.year, month.month))
    return [_mention(scene, item) for item in found]


def _coarsen(found: list[Found], month: str) -> None:
    """Where only the month of the article is known, days and weeks counted from its day stay at that month."""
    for item in found:
        if item.anchor == "publication" and item.edtf is not None and item.rule.startswith(_COUNTED):
            item.edtf, item.grain, item.day, item.other = month, "month", None, None


def _mention(scene: Scene, found: Found) -> TimeMention:
    if found.relation == "since" and found.edtf is not None and not found.edtf.endswith(".."):
        _open(scene, found)
    words = scene.words
    end = words.end(found.last)
    if words.gap(found.last + 1).startswith(")"):
        for at in range(found.first + 1, found.last + 1):
            if "(" in words.gap(at):
                end += 1
                break
    return TimeMention(words.starts[found.first], end, found)


def _open(scene: Scene, found: Found) -> None:
    """Since a time: an interval open at its end; the other reading runs to the reference."""
    point = found.edtf
    assert point is not None
    start = point.partition("/")[0]
    found.point, found.edtf, found.grain = point, f"{start}/..", "range"
    if scene.reference is not None:
        day = scene.reference
        end = {4: f"{day.year:04d}", 7: month_edtf(day.year, day.month)}.get(len(start), day.isoformat())
        found.other = f"{start}/{end}" if start < end else None


def _relate(scene: Scene, found: Found) -> None:
    """Read the preposition before a time, and an edge between the two (منذ مطلع خريف 2019)."""
    if found.relation is not None or found.grain == "part" or found.anchor == "event":
        return
    words = scene.words
    before = found.first - 1
    near = before >= 0 and words.near(found.first)
    if near and before not in scene.taken and scene.kind(before, "edge") is not None:
        found.first = before
        near = before > 0 and words.near(before)
    edge = scene.kind(found.first, "edge")
    if edge is not None and edge.clitic[-1:] == "ب":
        found.relation = "by"
    elif near:
        word = words.at(found.first - 1)
        found.relation = _RELATIONS.get(word)
        if word == "من" and words.at(found.first - 2) in _FROM:
            found.relation = "since"
    if found.relation is None and _since_event(scene, found):
        found.relation = "since"


def _since_event(scene: Scene, found: Found) -> bool:
    """منذ بدء الحملة في 2015: since an event that the time dates."""
    words = scene.words
    if found.day is not None and found.rule.startswith(("weekday", "day.")):
        return False
    for at in range(found.first - 1, max(found.first - _EVENT_REACH, -1), -1):
        if not words.near(at + 1) or at in scene.taken:
            return False
        if words.at(at) in SINCE:
            return words.at(at + 1).removeprefix("ال").startswith(_BEGINNINGS) or words.at(at + 1) == "ان"
    return False


def _merge(scene: Scene, found: list[Found]) -> list[Found]:
    """Join neighbours that are one range: من … إلى، بين … و، منذ … حتى، ليل السبت الأحد، الأحد والاثنين."""
    merged: list[Found] = []
    for item in found:
        if merged and _joins(scene, merged[-1], item):
            continue
        merged.append(item)
    return merged


def _joins(scene: Scene, one: Found, two: Found) -> bool:
    """Merge ``two`` into ``one`` if the words between and before them make a range; whether it was done."""
    words = scene.words
    between = two.first - one.last - 1
    if not -1 < between < 4 or one.edtf is None or two.edtf is None or one.grain in ("part", "decade"):
        return False
    gaps = [scene.gap(k) for k in range(one.last + 1, two.first + 1)]
    links = words.words[one.last + 1 : two.first]
    head = words.at(one.first - 1)
    hyphen = between == 0 and gaps[0] in _HYPHENS
    if not hyphen and any(gap not in ("", ")", "(") for gap in gaps):
        return False
    joined = links == ["و"] or (not links and words.words[two.first][0] == "و")
    ranged = bool(links) and links[0] in ("الى", "حتى", "لغاية", "وحتى") and len(links) <= 2
    paired = head.endswith("بين") and joined
    night = not links and not hyphen and _by_night(scene, one) and two.rule.startswith("weekday")
    either = links == ["او"] and one.grain == two.grain == "month"
    if not (hyphen or joined or ranged or night or either):
        return False
    return _span(scene, one, two, ranged or hyphen or paired or night, night)


def _by_night(scene: Scene, found: Found) -> bool:
    words = scene.words.words[found.first : found.last + 1]
    return found.rule.startswith("weekday") and any(word.endswith(("ليل", "ليلة", "مساء")) for word in words)


def _span(scene: Scene, one: Found, two: Found, ranged: bool, night: bool) -> bool:
    """Set ``one`` to the range from its start to the end of ``two``; a mere list joins only where its parts touch."""
    if one.edtf is None or two.edtf is None:
        return False
    start, end = one.edtf.partition("/")[0], two.edtf.rpartition("/")[2]
    first, last = first_day(start), first_day(end)
    if first is None or last is None or len(start) != len(end):
        return False
    weekdays = one.rule.startswith("weekday") and two.rule.startswith("weekday")
    if weekdays and first > last and one.grain == "day":
        first, start = first - timedelta(days=7), (first - timedelta(days=7)).isoformat()
    if first >= last:
        return False
    if not ranged and not _touch(one.edtf.rpartition("/")[2], two.edtf.partition("/")[0], weekdays):
        return False
    if night and (last - first).days != 1:
        return False
    since = one.relation == "since" and two.relation in ("until", None) and ranged
    one.edtf, one.grain, one.last, one.day = f"{start}/{end}", "range", two.last, None
    one.other, one.rule = None, f"{one.rule}.range"
    if since:
        one.relation = None
    if one.anchor != two.anchor:
        one.anchor = "explicit" if "explicit" in (one.anchor, two.anchor) else one.anchor
    return True


def _touch(one: str, two: str, weekdays: bool) -> bool:
    """Whether the second value follows the first at once: next day, month or year."""
    first, second = first_day(one), first_day(two)
    if first is None or second is None or len(one) != len(two):
        return False
    days = (second - first).days
    if len(one) == 10:
        return days == 1 or (weekdays and days == -6)
    return 28 <= days <= 31 if len(one) == 7 else 365 <= days <= 366


def _rebase(scene: Scene, found: list[Found]) -> None:
    """قبل أسبوع in a sentence that opened with the day of a statement counts from that day."""
    reference = scene.reference
    base: Found | None = None
    for item in found:
        if item.counted is not None and base is not None and base.day is not None and reference is not None:
            if base.day < reference and not scene.words.stops(base.last, item.first):
                item.other = item.edtf
                item.on(base.day + timedelta(days=item.counted))
        elif item.day is not None and reference is not None and item.anchor == "publication":
            base = item if item.relation is None and 0 <= (reference - item.day).days <= _WEEK else base


def _read_clocks(scene: Scene) -> None:
    """الساعة 10، الساعة 12:30، 15:45: recognised so that they are taken for nothing else."""
    words = scene.words
    for index in scene.digits:
        word = words.words[index]
        hour = words.words[index - 1] if index and words.gap(index) == ":" else ""
        clock = len(hour) <= 2 and hour.isdecimal() and len(word) == 2 and int(hour) < 25 and word < "60"
        named = (
            index > 0 and words.words[index - 1].endswith("الساعة") and len(word) <= 2 and words.gap(index + 1) != ":"
        )
        if (clock or named) and scene.free(index - 1, index):
            scene.keep(Found(index - 1, index, None, "part", "clock"))


def _read_neighbours(scene: Scene) -> None:
    """عشية and غداة an event: the day before and after it."""
    for index, (term, last) in scene.terms.items():
        eve = term.kind == "part" and index == last and scene.words.words[index].endswith("عشية")
        if (eve or term.kind == "event") and index not in scene.taken:
            last = index + (scene.words.at(index + 1) == "ذلك")
            found = Found(index, last, None, "day", "event.eve" if eve else term.entry, "event")
            found.offset = -1 if eve else term.value
            scene.keep(found)
