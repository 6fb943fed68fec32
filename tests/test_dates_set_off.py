"""Days set off by commas, counts beside a year, deeds done before, and what goes on."""

from __future__ import annotations

import pytest

from making import claims_in

ON = "2018-05-16"
"""A Wednesday."""


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("قصفت المدفعية قرى حدودية، وفق ما أفاد مراسل القناة، الأربعاء.", "2018-05-16"),
        ("شنت الطائرات غارات على صعدة، بحسب مصادر محلية، الثلاثاء.", "2018-05-15"),
        ("قتل خمسة أشخاص في انفجار سيارة مفخخة، وفقا للمرصد السوري، الاثنين، فيما نجا الحارس.", "2018-05-14"),
    ],
)
def test_a_day_that_a_comma_parts_from_the_source(told: str, day: str) -> None:
    assert claims_in(told, ON)[0].date == day


def test_a_day_of_the_words_themselves() -> None:
    assert claims_in("قصفت المدفعية قرى حدودية، بحسب ما أفاد المرصد الثلاثاء.", ON)[0].date is None


@pytest.mark.parametrize("number", ["58", "72", "35"])
def test_a_count_of_this_year_is_no_year(number: str) -> None:
    claim = claims_in(f"وقتلت القوات هذا العام {number} مدنيا في المدينة.", ON)[0]
    assert claim.date is None or claim.date.startswith("2018")


@pytest.mark.parametrize("once", ["سبق لها أن قصفت", "سبق أن قصفت"])
def test_what_was_done_before_has_another_day(once: str) -> None:
    text = f"قصفت إسرائيل أمس موقعا قرب دمشق. ولم يعلق الجيش الإسرائيلي، لكن إسرائيل {once} أهدافا في سوريا."
    assert claims_in(text, ON)[-1].date is None


@pytest.mark.parametrize("just", ["فقط ", "واحد فقط ", "تقريبا ", ""])
def test_days_counted_with_a_word_between(just: str) -> None:
    claims = claims_in(f"وجاء انفجار الجمعة بعد يوم {just}من وقوع سلسلة هجمات في بغداد.", ON)
    assert claims[-1].date == "2018-05-10"


@pytest.mark.parametrize("fired", ["إطلاق صواريخ من القطاع", "إطلاق نار استهدف جنودا"])
def test_what_is_answered_on_the_spot(fired: str) -> None:
    claims = claims_in(f"قصفت الطائرات أمس مواقع في غزة ردا على {fired}.", ON)
    assert [one.date for one in claims] == ["2018-05-15", "2018-05-15"]


def test_the_year_of_the_place_that_a_clause_tells_of() -> None:
    told = "وقتل شرطيان في الهجوم على المركز الواقع في ولاية البنجاب التي تم تقسيمها في 1947 بين البلدين."
    assert all(one.date is None for one in claims_in(told, ON))
    told = "وقتل شرطيان في الهجوم على مركز الشرطة في ولاية البنجاب الذي وقع عام 2016."
    assert [one.date for one in claims_in(told, ON)] == ["2016"]
