"""Dates: explicit ones in any calendar and spelling, and the choice between what a page and its text say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import layouts
from khabar.ingest.clean import sections
from khabar.ingest.dating import candidates, date_article
from khabar.ingest.days import find_days, iso_day
from khabar.ingest.pagemeta import url_day
from khabar.ingest.readers.html import page_article
from khabar.model import Article, Dating

TOLD = "وقال المتحدث إن اللقاء تناول ملفات عدة أبرزها أمن الحدود وعودة النازحين إلى قراهم بعد توقف القتال."


def dated(text: str, **fields: str | None) -> Dating | None:
    article = Article(id="a", text=text, **fields)
    return date_article(article, sections(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24 يناير 2024", "2024-01-24"),
        ("٢٤ يناير ٢٠٢٤", "2024-01-24"),
        ("في24 كانون الثاني/يناير 2024", "2024-01-24"),
        ("الأربعاء, 16 سبتمبر/ أيلول, 2009, 21:13 GMT", "2009-09-16"),
        ("30 أغسطس (آب) 2021", "2021-08-30"),
        ("السبت 02 أفريل 2016", "2016-04-02"),
        ("19 جويلية 2012", "2012-07-19"),
        ("3 غشت 2015", "2015-08-03"),
        ("الجمعة, 28-سبتمبر-2012", "2012-09-28"),
        ("الإثنين 06 أغسطس-آب 2012", "2012-08-06"),
        ("15 آذار/مارس عام 2011", "2011-03-15"),
        ("25 شوال 1436 هـ", "2015-08-10"),
        ("17رمضان 1433هـ", "2012-08-05"),
        ("24/01/2024", "2024-01-24"),
        ("2024-01-24", "2024-01-24"),
        ("18/09/09", "2009-09-18"),
        ("11.5.2012", "2012-05-11"),
    ],
)
def test_explicit_days_are_read(text: str, day: str) -> None:
    found = find_days(text)
    assert found[0].date is not None
    assert found[0].date.isoformat() == day


@pytest.mark.parametrize(
    "text", ["31 فبراير 2020", "نحو 2500 جندي", "1.2.3", "بنسبة 5.6 في المئة", "عام 2014", "45 يناير 2012", ""]
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert [found for found in find_days(text) if found.date] == []


def test_persian_letters_and_marks_of_direction_hide_no_day() -> None:
    found = find_days("آخر تحديث: 19 \u200fتشرین \u200fالأول 2024")
    assert [str(one.date) for one in found] == ["2024-10-19"]


def test_a_weekday_beside_a_date_is_checked() -> None:
    right, wrong = find_days("الأربعاء 24 يناير 2024")[0], find_days("الخميس 24 يناير 2024")[0]
    assert right.agrees
    assert not wrong.agrees


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2018-06-14T12:00:00+03:00", "2018-06-14"),
        ("Wed, 24 Jan 2024 10:00:00 GMT", "2024-01-24"),
        ("20240124", "2024-01-24"),
        ("1706090000", "2024-01-24"),
        ("January 24, 2024", "2024-01-24"),
        ("24 January 2024", "2024-01-24"),
        ("24th Jan. 2024 10:30", "2024-01-24"),
        ("24-Jan-2024", "2024-01-24"),
        ("24 Foo 2024", None),
        ("1445-07-12", "2024-01-24"),
        ("yesterday", None),
        ("2024-13-45", None),
    ],
)
def test_metadata_values(value: str, day: str | None) -> None:
    assert iso_day(value) == day


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_breaks_the_readers_of_days(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_days(text))
    iso_day(text)


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2075, 1, 1)))
def test_iso_days_survive(day: date) -> None:
    assert iso_day(str(day)) == str(day)


def test_addresses_that_hold_a_day() -> None:
    assert url_day("https://a.example/ar/yemen/2018/06/14/title.html") == "2018-06-14"
    assert url_day("https://a.example/new/20150721/Con20150721784791.htm") == "2015-07-21"
    assert url_day("https://a.example/story-2024-01-24-title") == "2024-01-24"
    assert url_day("https://a.example/article/410481/x") is None
    assert url_day(None) is None


def test_pages_date_themselves() -> None:
    wrong = []
    for name, story, parts in layouts.text_pages():
        text = "".join(part + separator for _, part, separator in parts)
        found = dated(text)
        if name in layouts.DATED and (found is None or found.value != story["day"]):
            wrong.append((name, story["day"], found))
    assert not wrong


def test_the_dateline_outranks_a_late_page() -> None:
    text = f"كييف في 24 يناير 2024 – أعلن وزير النقل توقيع الاتفاق.\n{TOLD}"
    found = candidates(Article(id="a", text=text, published="2024-02-02"), sections(text))
    assert [dating.value for dating in found[:2]] == ["2024-01-24", "2024-02-02"]
    assert found[0].span is not None
    assert "24 يناير 2024" in found[0].span.of(text)


def test_a_crawl_day_moves_to_the_day_the_text_calls_today() -> None:
    text = f"وصل المبعوث الأممي اليوم الأربعاء إلى العاصمة.\n{TOLD}"
    moved = dated(text, published="2015-07-23")
    assert moved is not None
    assert (moved.value, moved.sure) == ("2015-07-22", 0.85)
    kept = dated(text, published="2015-07-22")
    assert kept is not None
    assert (kept.value, kept.how) == ("2015-07-22", "metadata")
    yesterday = dated(f"وصل المبعوث أمس (الثلاثاء) إلى العاصمة.\n{TOLD}", published="2015-07-23")
    assert yesterday is not None
    assert yesterday.value == "2015-07-22"


def test_a_text_that_contradicts_itself_moves_nothing() -> None:
    text = f"وصل المبعوث اليوم الأربعاء إلى العاصمة، وغادرها اليوم الخميس.\n{TOLD}"
    found = dated(text, published="2015-07-25")
    assert found is not None
    assert found.value == "2015-07-25"


def test_only_a_lower_bound_is_given_as_one() -> None:
    found = dated(f"وكانت الحرب قد اندلعت عام 2014، وتقول الحكومة إنها ستنهي الإعمار بحلول عام 2030.\n{TOLD}")
    assert found is not None
    assert (found.value, found.sure) == ("2014/..", 0.2)
    assert dated(TOLD) is None


def test_a_caption_without_year_takes_the_year_its_weekday_fits() -> None:
    caption = "وزيرا الخارجية في البصرة، الخميس 25 يناير الحالي (أ ف ب)"
    text = f"{caption}\n{TOLD}\nوكان الاتفاق السابق قد أبرم في 7 أكتوبر 2023 بعد وساطة.\n"
    found = dated(text)
    assert found is not None
    assert found.value == "2024-01-25"


def test_conflicts_are_kept_with_where_they_were_found() -> None:
    text = f"كييف في 24 يناير 2024 – أعلن وزير النقل توقيع الاتفاق.\n{TOLD}"
    found = dated(text, published="2024-02-02", url="https://a.example/2024/01/24/x")
    assert found is not None
    assert (found.value, found.how) == ("2024-01-24", "dateline")
    assert [(other.value, other.how) for other in found.others] == [("2024-02-02", "metadata")]
    assert found.others[0].sure == 0.95
    agreed = dated(text, published="2024-01-24")
    assert agreed is not None
    assert agreed.others == ()


def test_a_corrected_day_keeps_the_day_it_corrects() -> None:
    found = dated(f"وصل المبعوث الأممي اليوم الأربعاء إلى العاصمة.\n{TOLD}", published="2015-07-23")
    assert found is not None
    assert [other.value for other in found.others] == ["2015-07-23"]


def test_a_lower_bound_contradicts_only_earlier_days() -> None:
    text = f"وكانت الحرب قد اندلعت عام 2014.\n{TOLD}"
    later, earlier = dated(text, published="2016-03-01"), dated(text, published="2012-03-01")
    assert later is not None
    assert earlier is not None
    assert later.others == ()
    assert [other.value for other in earlier.others] == ["2014/.."]


def test_days_that_a_page_declares_against_one_another_are_kept() -> None:
    story = layouts.STORIES[0]
    page = layouts.html_article(story).replace(
        "<head>", '<head><meta property="article:modified_time" content="2031-05-06T10:00:00Z">'
    )
    found = page_article(page, "page.html")
    assert found is not None
    assert found.dating is not None
    assert found.dating.value == story["day"]
    assert [(other.value, other.how) for other in found.dating.others] == [
        ("2031-05-06", "metadata: article:modified_time")
    ]
