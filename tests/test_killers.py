"""Who kills whom, where the verb would as well tell what befell its subject; and who stands behind a group."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def attack(text: str) -> Claim:
    found = pipeline.extract(Article(id="a", text=text, published="2024-05-14")).claims
    return next(claim for claim in found if claim.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "actors", "targets", "killed"),
    [
        ("قتل مستوطن إسرائيلي فلسطينيا قرب رام الله.", ["مستوطن إسرائيلي"], ["فلسطينيا"], 1),
        ("قتلت عناصر من التنظيم جنديا إسرائيليا.", ["عناصر من التنظيم"], ["جنديا إسرائيليا"], 1),
        ("قتلت مليشيا مسلحة أربعة مدنيين وأصابت آخرين.", ["مليشيا مسلحة"], ["مدنيين"], 4),
        ("قتل جنود من الجيش ثلاثة متظاهرين.", ["جنود من الجيش"], ["متظاهرين"], 3),
        ("قتل ثلاثة مسلحين جنديا قبل أن ينسحبوا.", ["مسلحين"], ["جنديا"], 1),
        ("قتلت شظية طفلا في مدينة غزة.", [], ["طفلا"], 1),
        ("قتل عناصر من التنظيم جنديين في كمين.", ["عناصر من التنظيم"], ["جنديين"], 2),
        ("قتل مسلحون مجهولون القاضي أحمد حسن.", ["مسلحون مجهولون"], ["أحمد حسن"], 1),
        ("قتلت قوات الاحتلال الشاب محمد السعدي.", ["قوات الاحتلال"], ["محمد السعدي"], 1),
        ("قتل مستوطن طفلة فلسطينية دهسا في الخليل.", ["مستوطن"], ["طفلة فلسطينية"], 1),
        # Nobody is named who did it.
        ("قتل جندي متأثرا بجراحه.", [], ["جندي"], 1),
        ("قتل نحو عشرين مدنيا معظمهم نساء.", [], ["مدنيا"], 20),
        ("قتل شاب فلسطيني برصاص جنود إسرائيليين.", ["جنود إسرائيليين"], ["شاب فلسطيني"], 1),
        ("أصيب جندي وقتل آخر.", [], ["جندي"], 1),
    ],
)
def test_subject_and_object_of_killing(text: str, actors: list[str], targets: list[str], killed: int) -> None:
    claim = attack(text)
    assert [party.text for party in claim.actors] == actors
    assert [party.text for party in claim.targets] == targets
    assert next(figure.low for figure in claim.figures if figure.what == "killed") == killed


def test_wounded_with_the_weapon_told_last() -> None:
    claim = attack("أصاب مستوطن شابين فلسطينيين بالرصاص الحي.")
    assert [party.text for party in claim.actors] == ["مستوطن"]
    assert [party.text for party in claim.targets] == ["شابين فلسطينيين"]
    assert [(figure.what, figure.low) for figure in claim.figures] == [("wounded", 2)]


@pytest.mark.parametrize(
    ("text", "actor", "country"),
    [
        ("قصف الحوثيون المدعومون من إيران مدينة مأرب الأحد.", "الحوثيون", "YEM"),
        ("وأعلن حزب الله المدعوم من سوريا مسؤوليته عن الهجوم.", "حزب الله", "LBN"),
        (
            "هاجمت قوات هادي المدعومة جوا وبرا من التحالف العربي مواقع الحوثيين.",
            "قوات هادي المدعومة جوا وبرا من التحالف العربي",
            "YEM",
        ),
        ("شنت القوات المتحالفة معها هجوما على المدينة.", "القوات المتحالفة معها", None),
        ("شنت قوات حكومة الوفاق المعترف بها دوليا هجوما على ترهونة.", "قوات حكومة الوفاق", "LBY"),
        ("قصف المسلحون الموالون لروسيا مبنى البلدية في دونيتسك.", "المسلحون الموالون لروسيا", "UKR"),
    ],
)
def test_who_stands_behind_a_group(text: str, actor: str, country: str | None) -> None:
    claim = attack(text)
    assert [(party.text, party.country) for party in claim.actors] == [(actor, country)]


def test_a_place_whose_name_begins_like_a_weekday() -> None:
    claim = attack("أطلق الحوثيون صاروخا باتجاه خميس مشيط.")
    assert claim.place is not None
    assert claim.place.place in {"sau.khamis-mushait", "sau.khamis-mushait-city"}


def test_injuries_are_no_part_of_whom_they_befell() -> None:
    assert [party.text for party in attack("أصيب أربعة جنود بجروح في هجوم على دوريتهم.").targets] == ["جنود"]
