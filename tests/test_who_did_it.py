"""Who did a deed and who suffered it where grammar tells it in other ways than by subject and object: by a suffix, by
whose fire, by whose men they are; and what is no party at all."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def claim(text: str, trigger: str) -> Claim:
    claims = pipeline.extract(Article(id="w", text=text, published="2018-10-10")).claims
    return next(one for one in claims if trigger in one.trigger.text)


def actors(text: str, trigger: str) -> list[str]:
    return sorted(one.text for one in claim(text, trigger).actors)


def targets(text: str, trigger: str) -> list[str]:
    return sorted(one.text for one in claim(text, trigger).targets)


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "victims"),
    [
        ("اختطف المسلحون الصحفي من منزله وقتلوه بعد ساعات.", "قتلوه", ["المسلحون"], ["الصحفي"]),
        (
            "حاصر عناصر الميليشيا الشاب في داره ثم أنزلوه وقتلوه أمام الجيران.",
            "وقتلوه",
            ["عناصر الميليشيا"],
            ["الشاب"],
        ),
        (
            "ارتفع عدد الفلسطينيين الذين قتلتهم إسرائيل منذ مطلع العام إلى تسعين.",
            "قتلتهم",
            ["إسرائيل"],
            ["الفلسطينيين"],
        ),
        (
            "أكد الجيش أن قواته قتلت أكثر من ثلاثمئة من المسلحين الأكراد.",
            "قتلت",
            ["الجيش"],
            ["المسلحين الأكراد"],
        ),
    ],
)
def test_a_suffix_is_whom_they_killed(text: str, trigger: str, doers: list[str], victims: list[str]) -> None:
    assert actors(text, trigger) == doers
    assert targets(text, trigger) == victims


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("قتل 25 فلسطينيا وأصيب 900 برصاص الاحتلال الإسرائيلي، الاثنين.", "قتل", ["الاحتلال الإسرائيلي"]),
        ("استشهد فتى وجرح شقيقاه برصاص الجيش الإسرائيلي في مخيم جنين.", "استشهد", ["الجيش الإسرائيلي"]),
    ],
)
def test_fire_behind_the_second_verb_is_that_of_both(text: str, trigger: str, doers: list[str]) -> None:
    assert actors(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        ("أعلن الجيش الإسرائيلي مقتل أحد جنوده في إطلاق نار فلسطيني قرب غزة.", "إطلاق نار", "ISR"),
        ("وقالت باكستان إن المئات من مواطنيها قتلوا على يد مسلحين في أفغانستان.", "قتلوا", "PAK"),
    ],
)
def test_somebodys_own_men_are_of_his_state(text: str, trigger: str, state: str) -> None:
    assert {one.country for one in claim(text, trigger).targets} == {state}


@pytest.mark.parametrize(
    ("text", "trigger", "victims"),
    [
        ("قتل متظاهر إثر إطلاق نار خلال تفريق مسيرة ضد البطالة وانعدام الخدمات العامة.", "إطلاق نار", ["متظاهر"]),
        ("ألقت المفرزة القبض على أربعة مهربين واسترجاع أسلحتهم.", "القبض", ["مهربين"]),
        ("أعلنت السلطات منع دخول المسافرين القادمين من المدينة.", "منع", ["المسافرين القادمين"]),
    ],
)
def test_what_somebody_does_is_no_party(text: str, trigger: str, victims: list[str]) -> None:
    assert targets(text, trigger) == victims


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("قُتل شرطيان ومسلحان في تبادل لإطلاق النار وسط المدينة.", "تبادل", ["شرطيان", "مسلحان"]),
        ("أصيب متظاهرون وعناصر من الشرطة في مواجهات قرب الميناء.", "مواجهات", ["عناصر من الشرطة", "متظاهرون"]),
        (
            "تشهد الغوطة قتالا ضاريا بين فصائل المعارضة وقوات الجيش السوري.",
            "قتالا",
            ["فصائل المعارضة", "قوات الجيش السوري"],
        ),
        (
            "تصدت المقاومة والجيش لهجمات شنها المسلحون الحوثيون والموالون للرئيس السابق على الميناء.",
            "تصدت",
            ["الجيش", "المسلحون الحوثيون", "المقاومة", "الموالون للرئيس السابق"],
        ),
    ],
)
def test_both_sides_fight(text: str, trigger: str, doers: list[str]) -> None:
    assert actors(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("حمل الجيش الإسرائيلي الفلسطينيين المسؤولية عن قتل المراسلة.", "قتل", ["الفلسطينيين"]),
        ("حاولت السلطات الإسرائيلية رمي مسؤولية مقتل المراسلة على مقاتلين فلسطينيين.", "مقتل", ["مقاتلين فلسطينيين"]),
        (
            "حمل الوزير، الذي يزور العراق هذا الأسبوع، جماعات مسلحة مسؤولية إطلاق النار على القنصلية.",
            "إطلاق النار",
            ["جماعات مسلحة"],
        ),
        (
            "حكمت المحكمة على الرئيس المخلوع زين العابدين بن علي بعد إدانته بالتواطؤ في مقتل متظاهرين.",
            "مقتل",
            ["زين العابدين بن علي"],
        ),
        ("وجهت النيابة للمتهم تهمة قتل الجندي.", "قتل", ["متهم"]),
        ("أدين لاجئ عراقي على خلفية التفجير الذي استهدف محطة القطار.", "التفجير", ["لاجئ عراقي"]),
    ],
)
def test_the_deed_is_laid_on_somebody(text: str, trigger: str, doers: list[str]) -> None:
    assert actors(text, trigger) == doers
