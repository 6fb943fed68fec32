"""Places that open a sentence, states that are also towns, and the larger of two places of one name."""

from __future__ import annotations

import pytest

from making import claims_in


@pytest.mark.parametrize(
    "told",
    ["انفجرت دراجة مفخخة", "قتل حارسان في تفجير", "خطف مسلحون مهندسا", "أمس انفجرت عبوة ناسفة"],
)
def test_the_place_that_opens_a_sentence_is_that_of_its_verb(told: str) -> None:
    claims = claims_in(f"هاجم مسلحون نقطة للجيش في بلدة القائم. وفي الرمادي {told}.")
    assert [claim.place.text for claim in claims if claim.place] == ["بلدة القائم", "الرمادي"]


@pytest.mark.parametrize("two", ["قطر وعمان", "عمان وقطر"])
def test_oman_beside_another_state(two: str) -> None:
    claim = claims_in(f"وقعت {two} اتفاقية للتعاون الأمني.")[0]
    assert {one.country for one in claim.actors} == {"QAT", "OMN"}
    assert claims_in("انفجرت عبوة ناسفة في عمان.")[0].place.country == "JOR"  # type: ignore[union-attr]


def test_the_larger_of_two_towns_of_one_name() -> None:
    claim = claims_in("قال رئيس بلدية دوما إن مسلحين هاجموا مركزا للشرطة.")[0]
    assert claim.place is not None
    assert claim.place.country == "SYR"
