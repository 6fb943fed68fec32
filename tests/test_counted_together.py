"""Figures of several told together: joined by و before their verb, ranges, the dead beside the hurt."""

from __future__ import annotations

import pytest

from making import claims_in


def figures(text: str) -> set[tuple[str, float, float | None]]:
    return {(one.what, one.low, one.high) for claim in claims_in(text) for one in claim.figures}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قال الطبيب إن امرأة وطفلين قتلوا في القصف.", {("killed", 3, 3)}),
        ("لقي ثلاث نساء وطفل مصرعهم في هجوم على قافلة.", {("killed", 4, 4)}),
        ("لقي ستة من أفراد أسرة واحدة مصرعهم في غارة.", {("killed", 6, 6)}),
        ("قتل مسلحون ستة من أفراد عائلة واحدة في البلدة.", {("killed", 6, 6)}),
        ("لقي 14 راكبا معظمهم نساء مصرعهم في هجوم على حافلة.", {("killed", 14, 14)}),
        ("قتل مسلحون ما بين 10 و15 شخصا في هجوم على حاجز.", {("killed", 10, 15)}),
        ("وأودى الهجوم بحياة رجل وامرأة.", {("killed", 2, 2)}),
        ("قتل ثلاثة مدنيين وسبعة جرحى في غارة.", {("killed", 3, 3), ("wounded", 7, 7)}),
        ("سقوط قتيلين وثلاثة جرحى في غارة.", {("killed", 2, 2), ("wounded", 3, 3)}),
        ("أسفر التفجير عن قتيل وجريحين.", {("killed", 1, 1), ("wounded", 2, 2)}),
        ("قتل 3 من الجنود و7 من المسلحين في اشتباكات.", {("killed", 3, 3), ("killed", 7, 7)}),
        ("قتل خمسة أشخاص وجرح العشرات بانفجار سيارة مفخخة.", {("killed", 5, 5), ("wounded", 20, None)}),
        ("قتل واحد وعشرون شخصا في انفجار.", {("killed", 21, 21)}),
        (
            "مقتل ضابط وجنديين وإصابة ثلاثة في كمين.",
            {("killed", 1, 1), ("killed", 2, 2), ("wounded", 3, 3)},
        ),
        ("قتل شرطيان وأربعة من المارة في الهجوم على المصرف.", {("killed", 2, 2), ("killed", 4, 4)}),
        ("أدى الانفجار إلى إصابة ثمانية جنود وستة مدنيين.", {("wounded", 8, 8), ("wounded", 6, 6)}),
    ],
)
def test_those_told_together(text: str, told: set[tuple[str, float, float | None]]) -> None:
    assert figures(text) == told
