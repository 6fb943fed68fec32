"""Outside suites as probes: Duckling, Recognizers-Text, Maha and dateparser cases for Arabic numbers and times.

They are probes with floors, not targets; where a suite's policy is not that of news, news wins. Known differences,
counted as misses:

* numbers: fractions alone (نصف العصير), powers, spoken decimals (أربعة فاصلة خمسة) and negative signs count nothing
  in news (a hyphen before digits is a dash); "المئة" alone belongs to a percentage; "more than 100 and less than 300"
  stays two bounds; a dot before three digits groups thousands (4.800); ordinals relative to a list (الأخير، السابق)
  are no numbers.
* times: a bare weekday or month is the latest one, not the next; early, middle and late stay at their month or year;
  "two months ago" is a month and "a year ago" a year, never a day; "after three days" belongs to an event and is left
  to the caller; clock times are no dates; a day without a month (في 15) is no date; quarters stay at their year.

A time passes where its value covers the suite's value (precision is not invented) in either reading that a mention
keeps, or where its offset from an event does when that event is the reference.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from khabar.mentions.numbers import NumberMention, find_numbers
from khabar.mentions.quantities import find_quantities
from khabar.mentions.times import find_times
from khabar.text import Folded, fold
from making import SHARED

SUITES = SHARED / "suites"
NUMBER_FLOORS = {
    "duckling-numeral-ar": 0.91, "duckling-numeral-ar-EG": 0.89, "duckling-ordinal-ar": 1.0, "duckling-money-ar": 0.87,
    "duckling-quantity-ar": 0.76, "duckling-volume-ar": 0.75, "maha-cardinal": 0.95, "maha-ordinal": 0.91,
    "recognizers-text-NumberModel": 0.36, "recognizers-text-NumberRangeModel": 0.56,
    "recognizers-text-PercentModel": 0.50, "recognizers-text-OrdinalModel": 0.41,
}  # fmt: skip
TIME_FLOORS = {
    "duckling-time-ar": 0.64, "maha-time-ar": 0.53, "maha-time-negative": 1.0, "maha-duration-negative": 1.0,
    "duckling-time-ar-negative": 1.0, "recognizers-text-DateExtractor": 0.68, "recognizers-text-DateParser": 0.68,
    "recognizers-text-DatePeriodExtractor": 0.89, "recognizers-text-DatePeriodParser": 0.62,
    "recognizers-text-DateTimeModel": 0.87, "recognizers-text-DateTimePeriodParser": 0.90, "dateparser-search-ar": 1.0,
    "dateparser-freshness-ar": 1.0, "dateparser-hijri": 0.66,
}  # fmt: skip
DATED = ("instant", "interval", "date", "daterange", "datetime", "hijri", "datetimerange")


def cases(name: str) -> list[dict[str, Any]]:
    path = SUITES / f"{name}.jsonl"
    if not path.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{path} is missing: continuous integration checks against the outside suites")
        pytest.skip("the outside suites are not part of the repository; $KHABAR_SHARED says where they are")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def bounds_of(value: str) -> tuple[float, float | None] | None:
    """An interval such as ``(20,)`` as the whole numbers inside it, read as the codebook reads bounds."""
    match = re.fullmatch(r"([\[(])(-?[\d.]*),(-?[\d.]*)[\])]", value)
    if match is None:
        return None
    low = float(match[2]) + (match[1] == "(") if match[2] else None
    high = float(match[3]) if match[3] else None
    if low is None and high is not None and value.endswith(")"):
        high -= 1
    return (low or 0, high)


def _matches(folded: Folded, number: NumberMention, span: dict[str, Any]) -> bool:
    start, end = folded.raw_span(number.core_start, number.core_end)
    return start < span["end"] and span["start"] < end and number.low == number.high == span["value"]


def number_passes(case: dict[str, Any]) -> bool:
    folded = fold(case["text"])
    numbers = find_numbers(folded.text)
    spans = case["spans"]
    if case["kind"] == "ordinal-multi":
        return [number.low for number in numbers] == case["values_in_order"]
    if case["kind"] == "range":
        wanted = [bounds for span in spans if (bounds := bounds_of(span["value"])) is not None]
        return all(bounds in [(number.low, number.high) for number in numbers] for bounds in wanted)
    if case["kind"] in ("cardinal", "ordinal"):
        if not spans:
            return not numbers
        return all(any(_matches(folded, number, span) for number in numbers) for span in spans)
    quantities = find_quantities(folded.text, numbers)
    if case["kind"] == "percent":
        return [f"{quantity.low:g}%" for quantity in quantities] == [span["value"] for span in spans]
    return bool(quantities)


def days(edtf: str | None) -> tuple[date, date] | None:
    """First and last day an EDTF value covers."""
    if not edtf or not re.fullmatch(r"[\d./-]+", edtf):
        return None
    first, _, last = edtf.partition("/")
    last = last or first
    try:
        start = date.fromisoformat((first + "-01-01")[:10] if len(first) < 10 else first)
        if last == "..":
            return start, date.max
        if len(last) == 10:
            return start, date.fromisoformat(last)
        year, month = int(last[:4]), int(last[5:7] or 12)
        return start, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def wanted_days(value: Any) -> tuple[date, date] | None:
    """What a suite expects as days (its ranges end before their last day); None where it gives no absolute value."""
    if not isinstance(value, str):
        return None
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    pair = re.fullmatch(r"\(?(\d{4}-\d\d-\d\d)[,/](\d{4}-\d\d-\d\d)(?:,P\w+\))?", value)
    if pair:
        return date.fromisoformat(pair[1]), date.fromisoformat(pair[2]) - timedelta(days=1)
    plain = re.match(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?$", value)
    return days(plain[1]) if plain else None


def time_passes(case: dict[str, Any]) -> bool | None:
    """Whether every date of the case is covered by a reading; None where it holds durations or clock times only."""
    spans = [span for span in case["spans"] if str(span.get("type", "")).removeprefix("datetimeV2.") in DATED]
    if case["spans"] and not spans:
        return None
    folded = fold(case["text"])
    reference = date.fromisoformat(case["reference"][:10]) if case["reference"] else None
    found = find_times(folded.text, reference)
    if not case["spans"]:
        return not any(time.edtf for time in found)
    readings = [days(value) for time in found for value in (time.edtf, time.other, time.point)]
    if reference is not None:
        counted = [reference + timedelta(days=time.offset_days) for time in found if time.offset_days is not None]
        readings += [(day, day) for day in counted]
    for span in spans:
        wanted = wanted_days(span.get("value"))
        if wanted is None:
            start, end = folded.folded(span["start"]), folded.folded(span["end"])
            if not any(time.start < end and start < time.end for time in found):
                return False
            continue
        if not any(got is not None and got[0] <= wanted[0] and wanted[1] <= got[1] for got in readings):
            return False
    return True


def shares(results: list[tuple[str, bool]]) -> dict[str, float]:
    total, passed = Counter(suite for suite, _ in results), Counter(suite for suite, good in results if good)
    return {suite: passed[suite] / total[suite] for suite in total}


def test_numbers_against_the_outside_suites() -> None:
    share = shares([(case["suite"], number_passes(case)) for case in cases("numbers")])
    below = {suite: round(share[suite], 3) for suite, floor in NUMBER_FLOORS.items() if share[suite] < floor}
    assert not below, f"below their floors: {below}"


def test_times_against_the_outside_suites() -> None:
    results = [(case["suite"], passed) for case in cases("times") if (passed := time_passes(case)) is not None]
    share = shares(results)
    below = {suite: round(share[suite], 3) for suite, floor in TIME_FLOORS.items() if share[suite] < floor}
    assert not below, f"below their floors: {below}"
