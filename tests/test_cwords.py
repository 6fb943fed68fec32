"""Words as deeds, and who is said to say so: plain sentences of newswire."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def read(text: str, kind: str) -> list[Claim]:
    """Claims of a type."""
    claims = pipeline.extract(Article(id="t", text=text, published="2024-01-25")).claims
    return [claim for claim in claims if claim.type == kind]


def sources(claim: Claim) -> list[str]:
    """Who says so, nearest first."""
    return [link.text for link in claim.isnad]


def test_two_known_people_side_by_side_are_two() -> None:
    (claim,) = read("حث الرئيس الأميركي جو بايدن نتنياهو على ضبط النفس.", "REQUEST")
    assert [party.text for party in claim.actors] == ["جو بايدن"]
    assert [party.text for party in claim.targets] == ["نتنياهو"]


def test_a_plural_with_its_nun_and_adjective_has_no_genitive() -> None:
    (claim,) = read("أدانت وزارة الخارجية الأردنية اقتحام مستوطنين متطرفين المسجد الأقصى.", "COERCE")
    assert [party.text for party in claim.targets] == ["المسجد الأقصى"]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("جاء في بيان صادر عن وزارة الدفاع أن الجيش قتل خمسة مسلحين في سرت.", "وزارة الدفاع"),
        (
            "وجاء في بيان عسكري صدر عن القيادة المركزية الأميركية أن قواتها دمرت ثلاثة صواريخ في اليمن.",
            "القيادة المركزية الأميركية",
        ),
    ],
)
def test_a_statement_came_from_its_issuer(text: str, teller: str) -> None:
    assert [sources(claim) for claim in read(text, "ASSAULT")] == [[teller]]


def test_what_something_came_in_is_whose_statement() -> None:
    (claim,) = read("وورد في بيان للداخلية العراقية أن قوة أمنية اعتقلت ثلاثة إرهابيين في كركوك.", "COERCE")
    assert sources(claim) == ["داخلية العراقية"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("الحوثيون: استهدفنا سفينة أميركية في البحر الأحمر.", ["الحوثيون"]),
        ("المرصد السوري: مقتل 20 عنصرا من قوات النظام في هجوم لداعش.", ["المرصد السوري"]),
        (
            "مصدر عسكري يمني لوكالة الأناضول: مقتل 12 جنديا في هجوم للحوثيين غرب تعز.",
            ["وكالة الأناضول", "مصدر عسكري يمني"],
        ),
        ("العراق: مقتل 5 جنود في هجوم قرب كركوك.", []),
    ],
)
def test_who_stands_before_a_colon_tells(text: str, told: list[str]) -> None:
    assert [sources(claim) for claim in read(text, "ASSAULT")] == [told]


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("رفضت حركة حماس مقترحا إسرائيليا لتبادل الأسرى.", "REJECT", ["إسرائيل"]),
        ("توعد حزب الله بالرد على قصف إسرائيل.", "THREATEN", ["إسرائيل"]),
        ("توعد نائب قائد الحرس الثوري بالرد على الغارات الأميركية.", "THREATEN", ["الأميركية"]),
    ],
)
def test_whose_deed_is_answered_or_refused(text: str, kind: str, meant: list[str]) -> None:
    assert [[party.text for party in claim.targets] for claim in read(text, kind)] == [meant]


def test_who_speaks_of_us_did_it() -> None:
    (claim,) = read("وزير الدفاع التركي: قتلنا 20 مسلحا شمالي العراق.", "ASSAULT")
    assert [party.text for party in claim.actors] == ["وزير الدفاع التركي"]


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("بحسب المصدر ذاته، اعتقلت الشرطة خمسة أشخاص.", "COERCE", ["الشرطة"]),
        ("وطبقا لوثيقة اطلعت عليها رويترز، أرسلت إيران صواريخ إلى روسيا.", "AID", ["إيران"]),
        ("توعد الرئيس الأميركي دونالد ترامب كوريا الشمالية بالنار والغضب.", "THREATEN", ["دونالد ترامب"]),
        ("دعا الرئيس التونسي قيس سعيد الليبيين إلى الحوار.", "REQUEST", ["قيس سعيد"]),
        ("وقال غالانت: سنهاجم إيران.", "THREATEN", ["غالانت"]),
        ("القصف الروسي والسوري على إدلب أدى إلى مقتل خمسة.", "ASSAULT", ["الروسي", "السوري"]),
    ],
)
def test_who_does_it(text: str, kind: str, doers: list[str]) -> None:
    assert [[party.text for party in claim.actors] for claim in read(text, kind)] == [doers]


def test_to_find_somebody_guilty_is_no_blame() -> None:
    assert read("أعدمت السعودية 37 شخصا دانتهم بالإرهاب.", "ACCUSE") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("مقتل 4 جنود في هجوم شرق بوركينا فاسو (مصدر أمني).", ["مصدر أمني"]),
        (
            "وفي تصريح لقناة الجزيرة، قال القيادي في حماس أسامة حمدان إن إسرائيل قتلت خمسة أسرى.",
            ["قناة الجزيرة", "أسامة حمدان"],
        ),
    ],
)
def test_who_signs_and_who_was_spoken_to(text: str, told: list[str]) -> None:
    assert [sources(claim) for claim in read(text, "ASSAULT")] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "ولم يصدر أي تعليق من الجيش الإسرائيلي على الغارة.",
        "ولم يصدر عن الجانب الإسرائيلي أي تعليق على القصف.",
        "ولم تعلق وزارة الدفاع الروسية على الهجوم.",
    ],
)
def test_what_nobody_spoke_of_is_no_claim(text: str) -> None:
    assert read(text, "ASSAULT") == []


def test_to_comment_on_something_suspends_nothing() -> None:
    assert read("علقت إيران على الهجوم الإسرائيلي على دمشق.", "RETREAT") == []


def test_worshippers_are_people() -> None:
    (claim,) = read("قالت الشرطة الباكستانية إن انتحاريا قتل 30 مصليا في بيشاور.", "ASSAULT")
    assert [party.text for party in claim.actors] == ["انتحاريا"]
