"""Accidents and forces of nature: what they did is nobody's attack."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.claims.mishaps import accidental
from khabar.model import Article


def found(text: str) -> list[bool]:
    """Whether each word of an attack or of losses is put down to an accident."""
    reading, _ = pipeline.read(Article(id="mishap", text=text))
    groups = ClaimReader(reading).groups
    return [accidental(reading, group[0]) for group in groups if group[0].type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "لقي أربعة ركاب مصرعهم وجرح تسعة آخرون إثر حادث تصادم بين حافلة وشاحنة قرب الجسر.",
        "قتل ستة جنود الأحد في تحطم مروحية كانت تقلهم إلى الساحل.",
        "أصيب أربعة جنود بجروح إثر انقلاب آليتهم العسكرية على الطريق الصحراوي.",
        "قتل ثلاثة أطفال جراء انفجار أسطوانة غاز في منزلهم.",
        "لقي ستة عمال مصرعهم إثر سقوط مصعد في برج قيد الإنشاء.",
        "أودى حريق في مستشفى المدينة بحياة ثمانين مريضا.",
        "لقيت طفلة حتفها بعد سقوطها من شرفة منزلها.",
        "انفجرت أسطوانة غاز في مطعم وسط المدينة ما أدى إلى مقتل سبعة.",
        "وألحقت السيول خسائر بثلاث قرى وأودت بحياة راع.",
    ],
)
def test_an_accident_is_no_attack(text: str) -> None:
    assert found(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة جنود الأحد في تحطم مروحية أصابها صاروخ أطلقه مسلحون.",
        "قتل ثلاثة مدنيين في انهيار مبنى جراء غارة على الحي.",
        "قتل سبعة إثر سقوط قذيفة على سوق البلدة.",
    ],
)
def test_an_attack_behind_it_is_one(text: str) -> None:
    results = found(text)
    assert results
    assert not any(results)
