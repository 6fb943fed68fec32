"""Numbers, quantities and duals of news prose, read by the codebook's figures rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.mentions.number_words import NUMBERS
from khabar.mentions.numbers import NumberMention, dual, find_numbers
from khabar.mentions.quantities import find_quantities
from khabar.mentions.scanning import rows
from khabar.text import fold, folded


def counts(text: str) -> list[NumberMention]:
    return [number for number in find_numbers(fold(text).text) if not number.label and not number.ordinal]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قتل ثلاثة جنود", 3),
        ("جرح أحد عشر عاملا", 11),
        ("اثنتي عشرة جثة", 12),
        ("ثلاثة عشر نائبا", 13),
        ("خمسة وعشرين صاروخا", 25),
        ("إحدى وعشرون دولة", 21),
        ("مئة وثلاثة عشر قتيلا", 113),
        ("مائتي مليون يورو", 200_000_000),
        ("مئتا أسير", 200),
        ("ثلاث مئة أسرة", 300),
        ("ثلاثمائة وخمسين أسرة", 350),
        ("ألفا مقاتل", 2000),
        ("دفعوا ألفا و200 دولار", 1200),
        ("خمسة عشر ألفا من النازحين", 15_000),
        ("ألفي جندي", 2000),
        ("ثلاثة آلاف و500 شرطي", 3500),
        ("3 آلاف مقاتل", 3000),
        ("اثنا عشر ألفا ومئتين وخمسة", 12_205),
        ("1.5 مليون لاجئ", 1_500_000),
        ("5,8 مليون يورو", 5_800_000),
        ("مليون ونصف المليون دولار", 1_500_000),
        ("نصف مليون طفل", 500_000),
        ("مليوني برميل", 2_000_000),
        ("خمسة ملايين ومئتي ألف", 5_200_000),
        ("مئة ألف مليون", 100_000_000_000),
        ("37,000 متظاهر", 37_000),
        ("١٢٬٥٠٠ متظاهر", 12_500),
        ("12.500 متظاهر", 12_500),
        ("12 000 متظاهر", 12_000),
        ("1,234,567 ناخبا", 1_234_567),
        ("٫٥ في المئة", 0.5),
        ("ألف وتسعمئة وأربعة عشر", 1914),
        ("17منهم مدنيون", 17),
        ("خمسة و عشرين", 25),
        ("سبعطعش رجال", 17),
    ],
)
def test_values(text: str, value: float) -> None:
    assert [(number.low, number.high) for number in counts(text)][:1] == [(value, value)]


@pytest.mark.parametrize(
    ("text", "low", "high", "sense"),
    [
        ("أكثر من 50 قتيلا", 51, None, "more-than"),
        ("ما يزيد على ثلاثين وفدا", 31, None, "more-than"),
        ("تجاوز عدد القتلى الخمسين", 51, None, "more-than"),
        ("أكثر من الـ50", 51, None, "more-than"),
        ("ما لا يقل عن 3 قتلى", 3, None, "at-least"),
        ("مالا يقل عن ثلاثة", 3, None, "at-least"),
        ("سبعة جنود على الأقل", 7, None, "at-least"),
        ("37 قتيلا على الأقل", 37, None, "at-least"),
        ("20 شخصا أو أكثر", 20, None, "at-least"),
        ("نحو 150 هجوما", 150, 150, "about"),
        ("زهاء ألفين وخمسمئة جندي", 2500, 2500, "about"),
        ("ما يقرب من 2500 جندي", 2500, 2500, "about"),
        ("ما لا يقل عن نحو 40 شخصا", 40, None, "at-least"),
        ("ما يصل إلى 5 قتلى", 0, 5, "up-to"),
        ("لا يتجاوز عددهم العشرة", 0, 10, "up-to"),
        ("30 شخصا على الأكثر", 0, 30, "up-to"),
        ("أقل من 20 مصابا", 0, 19, "less-than"),
        ("عشرات القتلى", 20, None, "several"),
        ("مئات الجرحى", 200, None, "several"),
        ("آلاف النازحين", 2000, None, "several"),
        ("عشرات الآلاف من الناس", 20_000, None, "several"),
        ("مئات آلاف السوريين", 200_000, None, "several"),
        ("ملايين الزوار", 2_000_000, None, "several"),
        ("عدة صواريخ", 2, None, "several"),
        ("في مناسبات عدة", 2, None, "several"),
        ("بضعة آلاف من المقاتلين", 2000, None, "several"),
        ("عددا من المتظاهرين", 2, None, "several"),
        ("عدد غير قليل من السكان", 2, None, "several"),
        ("العديد من المسيرات", 2, None, "several"),
        ("ما بين 65 و72 جريحا", 65, 72, "between"),
        ("بين مليونين وثلاثة ملايين نازح", 2_000_000, 3_000_000, "between"),
        ("3 إلى 5 صواريخ", 3, 5, "between"),
        ("3-5 صواريخ", 3, 5, "between"),
        ("من 20 إلى 30 ألف مقاتل", 20_000, 30_000, "between"),
        ("ثلاثة أو أربعة مسلحين", 3, 4, "between"),
    ],
)
def test_bounds_of_the_codebook(text: str, low: float, high: float | None, sense: str) -> None:
    number = counts(text)[0]
    assert (number.low, number.high, number.approx) == (low, high, sense)


def test_the_approximator_belongs_to_the_span_and_the_core_is_the_number() -> None:
    text = fold("قتل ما لا يقل عن 12 شخصا وأصيب نحو ثلاثة وعشرين آخرين").text
    one, two = find_numbers(text)
    assert text[one.start : one.end] == "ما لا يقل عن 12"
    assert text[one.core_start : one.core_end] == "12"
    assert text[two.start : two.end] == "نحو ثلاثة وعشرين"


def test_from_ten_to_fifteen_may_be_a_rise_and_no_range() -> None:
    assert [(n.low, n.high) for n in counts("ارتفع عدد القتلى من 10 إلى 15")] == [(10, 10), (15, 15)]
    assert [(n.low, n.high) for n in counts("يمتد المعسكر من 10 إلى 15 كيلومترا")] == [(10, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "القرار 1701",
        "مقاتلة إف-16 أو F-35",
        "منظومة إس-400",
        "اللواء 401",
        "مجموعة 5+1",
        "الساعة 12:30",
        "24 يناير 2024",
        "بتاريخ 19/4/2012",
        "عام 2015",
        "https://example.org/2018/05/11",
        "في السابع عشر من مايو 2018",
    ],
)
def test_digits_that_name_count_nothing(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize("text", ["الاثنين", "أحد الجنود", "ارتفع عدد القتلى", "30 في المئة", "نقطة الصفر"])
def test_words_that_look_like_numbers(text: str) -> None:
    assert [number for number in counts(text) if number.rule != "digits"] == []


def test_ordinals_stand_apart() -> None:
    found = find_numbers(fold("في اليوم الخامس والعشرين من الهجوم الثالث عشر على الفرقة الأولى").text)
    assert [(number.low, number.ordinal) for number in found] == [(25, True), (13, True), (1, True)]


@pytest.mark.parametrize(
    ("text", "value"), [("زلزال بقوة خمسة فاصلة ستة درجات", 5.6), ("أربعة فاصلة خمسة ملايين دولار", 4_500_000)]
)
def test_a_point_spelled_out(text: str, value: float) -> None:
    assert [number.low for number in counts(text)] == [value]


def test_ordinals_beyond_a_hundred() -> None:
    found = find_numbers(fold("لليوم المئتين والخامس عشر تتواصل الغارات، وعقدت الدورة الثانية بعد المئة").text)
    assert [(number.low, number.ordinal) for number in found] == [(215, True), (102, True)]
    found = find_numbers(fold("عاد المئة والخمسون جنديا إلى ثكناتهم").text)
    assert [(number.low, number.ordinal) for number in found] == [(150, False)]


def test_duals_need_a_known_singular() -> None:
    known = {"صاروخ", "شخص", "قتيل", "جندي", "قذيفة", "قاعدة", "مستشفى", "غارة", "طالب", "عدو", "بحر"}
    expected = {
        "صاروخين": "صاروخ", "شخصان": "شخص", "قتيلان": "قتيل", "جنديين": "جندي", "والقذيفتين": "قذيفة",
        "قاعدتي": "قاعدة", "مستشفيين": "مستشفى", "بغارتين": "غارة", "للجنديين": "جندي",
        "فلسطين": None, "عثمان": None, "سليمان": None, "بين": None, "طالبان": None, "العدوان": None,
        "البحرين": None, "مسلمين": None, "صاروخ": None,
    }  # fmt: skip
    assert {word: dual(word, known) for word in expected} == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "kind"),
    [
        ("30% من الكهرباء", 30, 30, "%", "percent"),
        ("30 في المئة", 30, 30, "%", "percent"),
        ("عشرون بالمائة", 20, 20, "%", "percent"),
        ("نحو خمسة مليارات دولار", 5_000_000_000, 5_000_000_000, "USD", "money"),
        ("131 مليون دولار كندي", 131_000_000, 131_000_000, "CAD", "money"),
        ("مليارات الدولارات", 2_000_000_000, None, "USD", "money"),
        ("عشرات الملايين من الدولارات", 20_000_000, None, "USD", "money"),
        ("$20", 20, 20, "USD", "money"),
        ("ملايين الأمتار المكعبة من الغاز يوميا", 2_000_000, None, "m3/day", "volume"),
        ("مسافة أكثر من 32 كيلومترا", 33, None, "km", "distance"),
        ("37 ألف كلم مربع", 37_000, 37_000, "km2", "area"),
        ("120 كيلومترا في الساعة", 120, 120, "km/h", "speed"),
        ("قذائف عيار 155 ملم", 155, 155, "mm", "distance"),
        ("لمدة ثلاثة أيام", 3, 3, "day", "duration"),
        ("عام ونصف", None, None, "", ""),
        ("ثلاثة أعوام ونصف", 3.5, 3.5, "year", "duration"),
        ("نحو شهرين", 2, 2, "month", "duration"),
        ("فتى يبلغ من العمر 16 عاما", 16, 16, "year", "age"),
        ("الجندية (21 عاما)", 21, 21, "year", "age"),
        ("نصف كيلومتر", 0.5, 0.5, "km", "distance"),
        ("قتل 7 أشخاص", None, None, "", ""),
    ],
)
def test_quantities(text: str, low: float | None, high: float | None, unit: str, kind: str) -> None:
    folded = fold(text).text
    found = find_quantities(folded, find_numbers(folded))
    if low is None:
        assert found == []
        return
    assert [(q.low, q.high, q.unit, q.kind) for q in found] == [(low, high, unit, kind)]


JOINTS = ["و", "من", "إلى", "بين", "نحو", "أكثر", "على", "الأقل", "عام", "دولار"]
MARKS = ["7", "12", "1.5", "2,000", "-", "/", "ال"]
WORDS = st.lists(
    st.sampled_from([*sorted(NUMBERS)[::37], *JOINTS, *MARKS]),
    max_size=14,
).map(" ".join)


@given(st.one_of(WORDS, st.text(alphabet="0123456789.,٫٬/-: وآلف%$ملي\n", max_size=60), st.text(max_size=80)))
def test_any_text_gives_ordered_mentions_with_sane_bounds(text: str) -> None:
    folded = fold(text).text
    numbers = find_numbers(folded)
    last = 0
    for number in numbers:
        assert 0 <= number.start <= number.core_start < number.core_end <= number.end <= len(folded)
        assert number.core_start >= last
        assert number.high is None or number.low <= number.high
        last = number.core_end
    for quantity in find_quantities(folded, numbers):
        assert 0 <= quantity.start < quantity.end <= len(folded)


@pytest.mark.parametrize("row", rows("numbers"), ids=lambda row: row["id"])
def test_number_entries_are_found_in_their_examples(row: dict[str, object]) -> None:
    forms = [folded(form) for key in ("forms", "accusative", "duals", "plurals") for form in row.get(key, [])]
    wanted = {"approx": "approx", "several": "approx"}.get(row["class"])
    for example in row["examples"]:
        text = fold(example).text
        found = find_numbers(text)
        assert found, example
        if forms:
            assert any(form in text[n.start : n.end] for form in forms for n in found), example
        if wanted:
            assert row.get("sense", "several") in {n.approx for n in found}, example
    for example in row["counter"]:
        text = fold(example).text
        assert not [n for n in find_numbers(text) for form in forms if form in text[n.start : n.end]], example


@pytest.mark.parametrize("row", rows("units"), ids=lambda row: row["id"])
def test_unit_entries_are_found_in_their_examples(row: dict[str, object]) -> None:
    for example in row["examples"]:
        text = fold(example).text
        found = find_quantities(text, find_numbers(text))
        assert any(q.rule == row["id"] or q.unit.endswith(f"/{row['unit']}") for q in found), example
    for example in row["counter"]:
        text = fold(example).text
        assert find_quantities(text, find_numbers(text)) == [], example


def test_a_number_of_hundreds_of_digits_is_no_error() -> None:
    assert isinstance(find_numbers(fold("1" * 400 + " شخص").text), list)


def test_a_fraction_behind_a_number_is_no_group_of_its_thousands() -> None:
    found = find_numbers("12 1.5 كم")
    assert [(one.low, one.high) for one in found] == [(12, 12), (1.5, 1.5)]
