"""Verdicts that somebody gives as all he says of something."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article


def types(text: str) -> list[str]:
    claims = pipeline.extract(Article(id="predicate", text=text, published="2018-10-10")).claims
    return [claim.type for claim in claims]


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
