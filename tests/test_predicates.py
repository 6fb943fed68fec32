"""Verdicts that somebody gives as all he says of something."""

from __future__ import annotations

import pytest

from making import types_in as types


@pytest.mark.parametrize(
    "text",
    [
        "وقالت الحركة في بيان لها إن بريطانيا عدو لدود لشعوب المنطقة.",
        "وقال النائب أحمد سالم إن قرار نقل المعبر خطأ فادح.",
        "وقال الناطق باسم الخارجية الصينية إن تصريحات السفير غير مقبولة.",
        "وأكدت الوزارة أن إطلاق القذائف على الأحياء السكنية يعد مخالفا للقانون الدولي.",
    ],
)
def test_a_verdict_is_blame(text: str) -> None:
    assert "ACCUSE" in types(text)


def test_what_nobody_says_is_no_verdict() -> None:
    assert "ACCUSE" not in types("ووقعت الحادثة قرب عدو لدود للجماعة.")


def test_a_participle_goes_on_with_a_demand() -> None:
    text = "ونددت الوزارة بالقرار ووصفته بالخطير، مطالبة المجتمع الدولي بسرعة التدخل لوقف تنفيذه."
    assert "REQUEST" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "ويعقد المؤتمر الدولي الذي دعت إليه روما الخميس في العاصمة الإيطالية.",
        "وهتف المحتجون في وقفات دعت لها نقابة المعلمين.",
    ],
)
def test_who_called_a_meeting_tells_which_one_it_is(text: str) -> None:
    assert "REQUEST" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "وشدد وزير الخارجية الهولندي على أن الحل العسكري ليس واردا.",
        "وقال الوزير إن بلاده لا تتدخل في شؤون غيرها ولذلك فهي لن تسمح لأحد بالتدخل في شؤونها.",
    ],
)
def test_what_somebody_will_not_have_is_refused(text: str) -> None:
    assert "REJECT" in types(text)
