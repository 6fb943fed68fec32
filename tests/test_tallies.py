"""Tallies: which counts stand, what they count and which belong to claims."""

from __future__ import annotations

import pytest

from khabar.model import Article
from khabar.pipeline import extract


def tallies(text: str) -> list[tuple[str, float, float | None, str | None]]:
    article = Article(id="t", text=text, published="2023-06-07")
    return [(one.what, one.low, one.high, one.unit) for one in extract(article).tallies]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وتنتج المحطة 40 في المئة من الكهرباء التي تحتاجها المدينة.", ("الكهرباء", 40, 40, "%")),
        ("وقال الوزير إن الجسر الذي يبلغ طوله 12 كيلومترا سيفتتح قريبا.", ("الجسر", 12, 12, "km")),
        ("وقضت المحكمة بدفع غرامة مالية قدرها 300 ألف ريال.", ("غرامة مالية", 300000, 300000, "riyal")),
        ("وهو الهجوم الرابع من نوعه في المدينة.", ("الهجوم", 4, 4, None)),
        ("وتعمل 7 مستشفيات من أصل 20 في المحافظة.", ("مستشفيات", 7, 7, None)),
        ("ويزور المدينة آلاف السياح سنويا.", ("السياح", 2000, None, None)),
        ("ويبلغ عدد سكان البلدة 9000 نسمة.", ("نسمة", 9000, 9000, None)),
        ("ويبلغ عدد سكان البلدة نحو 9000.", ("سكان البلدة", 9000, 9000, None)),
        ("وقدم الصندوق مساعدات بقيمة 5 ملايين يورو.", ("مساعدات", 5000000, 5000000, "EUR")),
        ("وأقرت البلدية بناء 90 وحدة سكنية.", ("وحدة سكنية", 90, 90, None)),
        ("وقال المكتب إن عدد اللاجئين تجاوز 80 ألف شخص.", ("شخص", 80001, None, None)),
        ("وأقر البرلمان القانون بأغلبية 120 نائبا.", ("نائبا", 120, 120, None)),
        ("ويربط الطريق البلدة بمعبر الحدود على مسافة 14 كيلومترا.", ("مسافة", 14, 14, "km")),
        ("ويسكن المخيم 60 ألف لاجئ.", ("لاجئ", 60000, 60000, None)),
    ],
)
def test_a_count_stands_by_what_is_said_of_it(text: str, found: tuple[str, float, float, str | None]) -> None:
    assert found in tallies(text)


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت سيارة في بلدة تقع على بعد 30 كيلومترا شمال العاصمة.",
        "وقع الانفجار على مسافة 5 كيلومترات من القاعدة.",
        "وقال الناطق إن عدد القتلى بلغ 40 شخصا.",
        "مقتل أربعة جنود في العراق.",
        "وصل التيار للمرة الأولى منذ عام.",
        "وارتفعت الأسعار بنسبة 12 في المئة.",
        "احتشد خمسة آلاف شخص في الساحة.",
        "وتوجد في المدينة عدة أحزاب.",
        "وكان الفتى يبلغ من العمر 16 عاما.",
    ],
)
def test_where_something_lies_and_who_fell_are_no_tallies(text: str) -> None:
    assert tallies(text) == []


def test_a_part_of_a_share_told_before_counts_the_same_thing() -> None:
    found = tallies("ويسيطر الجيش على 70 في المئة من الإقليم، وتسيطر الفصائل على 20 في المئة منه.")
    assert [(what, low) for what, low, _, _ in found] == [("الإقليم", 70), ("الإقليم", 20)]


def test_a_tally_told_twice_is_one() -> None:
    told = "وتنتج المحطة 40 في المئة من الكهرباء."
    assert len(tallies(f"{told}\n{told}")) == 1
