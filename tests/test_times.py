"""Times of news prose against a day of publication (Wednesday 24 January 2024 unless said otherwise)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.mentions.calendars import LEXICON, day_or_none, hijri_month, nearest_weekday, week_of, year_value
from khabar.mentions.scanning import rows
from khabar.mentions.times import TimeMention, find_times
from khabar.text import fold, folded

WEDNESDAY = date(2024, 1, 24)


def times(text: str, reference: date | None = WEDNESDAY) -> list[TimeMention]:
    return find_times(fold(text).text, reference)


EXPLICIT = [
    ("أصيب في مطلع 2016 عشرات المدنيين", "2016"),
    ("وقع في 24 يناير 2024", "2024-01-24"),
    ("في 6 تشرين الثاني/نوفمبر 2023", "2023-11-06"),
    ("في 14 مايو (أيار) 2015", "2015-05-14"),
    ("في 30 يونيو/ حزيران 2009", "2009-06-30"),
    ("مارس آذار 2016", "2016-03"),
    ("نوفمبر من عام 2016", "2016-11"),
    ("في السابع والعشرين من أكتوبر 2019", "2019-10-27"),
    ("الثلاثاء 23 جانفي 2018", "2018-01-23"),
    ("30 يوليوز 2019", "2019-07-30"),
    ("الخميس, 5 نوفمبر/ تشرين الثاني, 2009, 12:28", "2009-11-05"),
    ("يناير 24، 2024", "2024-01-24"),
    ("الأربعاء، يناير الرابع والعشرين، 2024", "2024-01-24"),
    ("الخميس الثالث من مارس 2022", "2022-03-03"),
    ("الجمعة الثالثة من مارس 2022", "2022-03-18"),
    ("في العاشر من محرم 2020", "2020-08-29"),
    ("خلال رمضان 2019", "2019-05-06/2019-06-03"),
    ("عاد إلى بلاده في 3/2015", "2015-03"),
    ("نما الاقتصاد في الربع الثالث 2016", "2016-07/2016-09"),
    ("في الثلث الأخير من عام 2020", "2020-09/2020-12"),
    ("بتاريخ 30/6/2012", "2012-06-30"),
    ("2024-01-24", "2024-01-24"),
    ("24.01.2024", "2024-01-24"),
    ("7/13/2015", "2015-07-13"),
    ("18/09/09", "2009-09-18"),
    ("15 شوال 1436", "2015-07-31"),
    ("25 / 10 / 1436هـ", "2015-08-10"),
    ("غرة رمضان 1436", "2015-06-18"),
    ("رمضان 1436", "2015-06-18/2015-07-16"),
    ("العام 1436", "2014-10-25/2015-10-13"),
    ("عام 2003", "2003"),
    ("العام 2011", "2011"),
    ("لعام 2015", "2015"),
    ("عام ألفين وثلاثة عشر", "2013"),
    ("في عام 67", "1967"),
    ("في 2018", "2018"),
    ("حرب 1973", "1973"),
    ("عامي 2014 و2015", "2014/2015"),
    ("بين 2011 و2014", "2011/2014"),
    ("منذ عام 2011 حتى عام 2014", "2011/2014"),
    ("بين مارس ويوليو 2024", "2024-03/2024-07"),
    ("من 28 أيار/مايو إلى 12 آب/أغسطس 2013", "2013-05-28/2013-08-12"),
    ("من 3 إلى 5 مارس 2018", "2018-03-03/2018-03-05"),
    ("يومي 3 و4 مارس 2018", "2018-03-03/2018-03-04"),
    ("ديسمبر كانون الأول 2008 ويناير كانون الثاني 2009", "2008-12/2009-01"),
    ("صيف 2014", "2014-06/2014-08"),
    ("ثمانينيات القرن الماضي", "1980/1989"),
    ("أواخر تشرين الثاني 2017", "2017-11"),
    ("مطلع عام 2018", "2018"),
    ("هجمات 11 سبتمبر", "2001-09-11"),
    ("هجمات 11/9", "2001-09-11"),
    ("ثورة 25 يناير", "2011-01-25"),
]

RELATIVE = [
    ("في صيف هذا العام", "2024-06/2024-08"),
    ("ذكرى المولد النبوي", "2023-09-27"),
    ("خلال النصف الأول من العام الماضي", "2023-01/2023-06"),
    ("وفي الربع الأول من السنة المقبلة", "2025-01/2025-03"),
    ("في 7 أكتوبر", "2023-10-07"),
    ("في السابع من أكتوبر", "2023-10-07"),
    ("أصيب الجمعة عشرات الفلسطينيين", "2024-01-19"),
    ("قتل الأحد عشرة أشخاص", "2024-01-21"),
    ("قتل اليوم ما لا يقل عن ستة", "2024-01-24"),
    ("انسحبت القوات قبل يومين من مدينة حلب", "2024-01-22"),
    ("وقع القصف قبل يومين من دون إصابات", "2024-01-22"),
    ("قتل في 10 يناير ألف شخص", "2024-01-10"),
    ("في 7 أكتوبر/تشرين الأول الماضي", "2023-10-07"),
    ("الخميس 25 يناير الحالي", "2024-01-25"),
    ("في 25 الجاري", "2024-01-25"),
    ("السابع من الشهر الجاري", "2024-01-07"),
    ("من 21 إلى 25 من الشهر المقبل", "2024-02-21/2024-02-25"),
    ("في 12 فبراير", "2024-02-12"),
    ("في نوفمبر", "2023-11"),
    ("في سبتمبر المقبل", "2024-09"),
    ("سيجتمع الوزراء في مارس", "2024-03"),
    ("خلال شهر سبتمبر أو أكتوبر المقبلين", "2024-09/2024-10"),
    ("منتصف أكتوبر", "2023-10"),
    ("قال الثلاثاء إن", "2024-01-23"),
    ("اليوم الأربعاء", "2024-01-24"),
    ("الأربعاء", "2024-01-24"),
    ("الأربعاء الماضي", "2024-01-17"),
    ("الجمعة المقبل", "2024-01-26"),
    ("من المقرر أن يصل الخميس إلى صنعاء", "2024-01-25"),
    ("الثلاثاء من الأسبوع الماضي", "2024-01-16"),
    ("أمس", "2024-01-23"),
    ("مساء أمس (الثلاثاء)", "2024-01-23"),
    ("أول من أمس", "2024-01-22"),
    ("أمس الأول", "2024-01-22"),
    ("الليلة الماضية", "2024-01-23"),
    ("غدا", "2024-01-25"),
    ("بعد غد", "2024-01-26"),
    ("فجر السبت", "2024-01-20"),
    ("بعد منتصف ليل الخميس", "2024-01-19"),
    ("ليل السبت الأحد", "2024-01-20/2024-01-21"),
    ("ليل السبت - الأحد", "2024-01-20/2024-01-21"),
    ("الأحد والاثنين", "2024-01-21/2024-01-22"),
    ("يومي السبت والأحد الماضيين", "2024-01-20/2024-01-21"),
    ("قبل يومين", "2024-01-22"),
    ("قبل أسبوع", "2024-01-17"),
    ("قبل شهرين", "2023-11"),
    ("قبل نحو عام", "2023"),
    ("الأسبوع الماضي", "2024-01-15/2024-01-21"),
    ("الأسبوع المقبل", "2024-01-29/2024-02-04"),
    ("هذا الأسبوع", "2024-01-22/2024-01-24"),
    ("نهاية الأسبوع", "2024-01-20/2024-01-21"),
    ("عطلة نهاية الأسبوع الماضي", "2024-01-20/2024-01-21"),
    ("الشهر الجاري", "2024-01"),
    ("الشهر الماضي", "2023-12"),
    ("في وقت سابق من هذا الشهر", "2024-01"),
    ("العام الماضي", "2023"),
    ("مطلع العام", "2024"),
    ("صيف العام الماضي", "2023-06/2023-08"),
    ("خلال الأيام الماضية", "2024-01"),
    ("اليومين المقبلين", "2024-01-25/2024-01-26"),
    ("خلال اليومين الماضيين", "2024-01-22/2024-01-23"),
    ("وصل يوم أمس الأول", "2024-01-22"),
    ("الساعات الـ24 الماضية", "2024-01-23/2024-01-24"),
    ("الأشهر الستة الماضية", "2023-07/2024-01"),
    ("السنوات الثلاث الماضية", "2021/2024"),
    ("رمضان الماضي", "2023-03-23/2023-04-20"),
    ("في عيد الأضحى", "2023-06-28"),
    ("بعد منتصف ليل أمس الثلاثاء", "2024-01-24"),
    ("بعد منتصف ليل الاثنين - الثلاثاء", "2024-01-22/2024-01-23"),
    ("هدنة في عيد الفطر الشهر المقبل", "2024-02"),
    ("يتوجه الوزير إلى العاصمة الجمعة للقاء نظيره", "2024-01-26"),
    ("يصل الوفد إلى العاصمة الثلاثاء", "2024-01-23"),
    ("تحدث قبل قمة للحلف الجمعة في العاصمة", "2024-01-26"),
    ("الجنود الذين يستقبل ذووهم نعوشهم الجمعة", "2024-01-19"),
]


@pytest.mark.parametrize("text", ["في خطاب بمناسبة عيد الفطر", "بمناسبة حلول عيد الفطر"])
def test_a_holiday_on_whose_occasion_or_after_which_something_is_dates_nothing(text: str) -> None:
    assert [time.edtf for time in times(text) if time.edtf] == []


def test_the_month_that_an_article_calls_its_own_wins_over_a_later_stamp() -> None:
    text = "قتل حارس الأربعاء قبل الاقتراع المقرر في 12 مارس الجاري"
    stale = find_times(fold(text).text, date(2024, 4, 19))
    assert [time.edtf for time in stale] == ["2024-03", "2024-03-12"]
    fresh = find_times(fold(text).text, date(2024, 3, 7))
    assert [time.edtf for time in fresh] == ["2024-03-06", "2024-03-12"]


@pytest.mark.parametrize(("text", "edtf"), EXPLICIT)
def test_explicit_dates_need_no_reference(text: str, edtf: str) -> None:
    assert [time.edtf for time in times(text, None) if time.edtf][:1] == [edtf]
    assert edtf in {time.edtf for time in times(text)}


@pytest.mark.parametrize(("text", "edtf"), RELATIVE)
def test_relative_times_are_those_of_news(text: str, edtf: str) -> None:
    assert [time.edtf for time in times(text) if time.edtf] == [edtf]
    assert [time.edtf for time in times(text, None) if time.edtf] == []


@pytest.mark.parametrize(
    ("text", "edtf", "relation", "point"),
    [
        ("منذ 2014", "2014/..", "since", "2014"),
        ("منذ 7 أكتوبر", "2023-10-07/..", "since", "2023-10-07"),
        ("منذ منتصف أكتوبر", "2023-10/..", "since", "2023-10"),
        ("منذ بدء الحملة على المدينة في عام 2019", "2019/..", "since", "2019"),
        ("منذ ثلاثة أيام", "2024-01-21/..", "since", "2024-01-21"),
        ("اعتبارا من 5 فبراير", "2024-02-05/..", "since", "2024-02-05"),
        ("حتى نهاية شهر مارس 2017", "2017-03", "until", None),
        ("قبل عام 2003", "2003", "before", None),
        ("بعد 12 مايو 2018", "2018-05-12", "after", None),
        ("خلال الأسبوع الماضي", "2024-01-15/2024-01-21", "during", None),
        ("بحلول نهاية عام 2011", "2011", "by", None),
        ("بنهاية العام", "2024", "by", None),
    ],
)
def test_relations(text: str, edtf: str, relation: str, point: str | None) -> None:
    (time,) = times(text)
    assert (time.edtf, time.relation, time.point) == (edtf, relation, point)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("بعد يوم من الهجوم", 1),
        ("قبل يومين من الانتخابات", -2),
        ("قبل ساعات", 0),
        ("في اليوم التالي", 1),
        ("في اليوم نفسه", 0),
        ("عشية الانتخابات", -1),
        ("غداة الهجوم", 1),
        ("وبعد ذلك بيومين", 2),
        ("بعد أيام من توقيفها", None),
    ],
)
def test_times_told_from_another_event_are_left_to_the_caller(text: str, offset: int | None) -> None:
    (time,) = times(text)
    assert (time.anchor, time.edtf, time.offset_days) == ("event", None, offset)


@pytest.mark.parametrize(
    "text",
    [
        "لمدة ثلاثة أيام", "استمر أسبوعين", "اليوم الوطني", "صحيفة المصري اليوم", "الأمين العام الحالي", "كل يوم جمعة",
        "الرئيس رجب طيب أردوغان", "رئيسة الوزراء تيريزا ماي قالت", "الحالة الأحد عشر", "مارس ضغوطا", "قوى 14 آذار",
        "سيارة بيك آب", "الساعة 12:30", "القرار 2014", "منذ سنوات", "الأشهر الماضية", "الربيع العربي",
        "رجل في الأربعينيات من العمر", "من قبل الجيش", "قبل أكثر من عام", "القرار رقم 3/2015",
        "النصف الثاني من المباراة", "هذا الربيع العربي", "اليوم ما قبل الأخير",
    ],
)  # fmt: skip
def test_what_is_no_date_stays_none(text: str) -> None:
    assert [time.edtf for time in times(text) if time.edtf] == []


def test_the_span_is_what_a_reader_would_mark() -> None:
    text = fold("وصل مساء يوم الاثنين 6 تشرين الثاني/نوفمبر 2023 إلى بغداد").text
    (time,) = find_times(text, None)
    assert text[time.start : time.end] == "مساء يوم الاثنين 6 تشرين الثاني/نوفمبر 2023"


def test_without_a_year_the_weekday_settles_it() -> None:
    assert times("الخميس 15 فبراير", date(2018, 1, 2))[0].edtf == "2018-02-15"
    assert times("الأربعاء 15 فبراير", date(2018, 1, 2))[0].edtf == "2017-02-15"


def test_the_other_reading_is_kept() -> None:
    assert times("الثلاثاء")[0].other == "2024-01-30"
    assert times("منذ سبتمبر 2014", date(2015, 8, 1))[0].other == "2014-09/2015-08"


def test_todays_weekday_corrects_a_reference_that_is_a_day_late() -> None:
    found = times("قتل سبعة اليوم الجمعة بعد هجوم أمس", date(2015, 8, 1))
    assert [time.edtf for time in found] == ["2015-07-31", "2015-07-30"]


def test_a_week_before_counts_from_the_day_of_the_statement() -> None:
    found = times("قال الجمعة إن المجلس رفض البيان قبل أسبوع", date(2018, 4, 7))
    assert [time.edtf for time in found] == ["2018-04-06", "2018-03-30"]


def test_calendar_arithmetic() -> None:
    assert day_or_none(1445, 9, 1, "hijri") == date(2024, 3, 11)
    assert day_or_none(2023, 2, 29) is None
    assert day_or_none(1200, 1, 1, "hijri") is None
    assert hijri_month(1436, 9) == (date(2015, 6, 18), date(2015, 7, 16))
    assert year_value(1436)[1] == "hijri"
    assert week_of(WEDNESDAY, -1) == (date(2024, 1, 15), date(2024, 1, 21))
    assert nearest_weekday(WEDNESDAY, 0) == date(2024, 1, 22)


JOINTS = ["في", "من", "إلى", "و", "منذ", "حتى", "بين", "قبل", "بعد", "7", "24", "2018", "1436"]
MARKS = ["/", "-", "(", ")", "،", "."]
PIECES = [*sorted(LEXICON)[::29], *JOINTS, *MARKS]
REFERENCES = st.one_of(st.none(), st.dates())


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.text(max_size=80)), REFERENCES)
def test_any_text_gives_ordered_mentions_and_valid_values(text: str, reference: date | None) -> None:
    folded = fold(text).text
    last = -1
    for time in find_times(folded, reference):
        assert 0 <= time.start < time.end <= len(folded)
        assert time.start >= last
        last = time.start
        for part in (time.edtf or "").split("/"):
            if part not in ("", ".."):
                assert len(part) in (4, 7, 10)
                date.fromisoformat((part + "-01-01")[:10])


@pytest.mark.parametrize("row", rows("months"), ids=lambda row: row["id"])
def test_calendar_entries_are_found_in_their_examples(row: dict[str, object]) -> None:
    keys = ("names", "weak", "duals", "plurals", "adverbs")
    names = [] if row["kind"] in ("list", "named") else [folded(n) for key in keys for n in row.get(key, [])]
    for example in row["examples"]:
        text = fold(example).text
        found = [
            time for time in find_times(text, WEDNESDAY) if time.edtf or time.anchor == "event" or time.grain == "part"
        ]
        assert found, example
        if names:
            assert any(name in text[max(0, t.start - 8) : t.end + 12] for name in names for t in found), example
    for example in row["counter"]:
        assert [time.edtf for time in find_times(fold(example).text, WEDNESDAY) if time.edtf] == [], example
