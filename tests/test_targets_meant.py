"""Whose words are blamed, what an attack ruined, whom a crowd turns against, who is let go."""

from __future__ import annotations

import pytest

from making import targets_in


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("رفضت الحكومة الاتهامات الموجهة إليها من باريس وروما.", "REJECT", ["باريس", "روما"]),
        ("انتقد النائب السياسات المتبعة من قبل الحكومة.", "ACCUSE", ["الحكومة"]),
        ("رفض وزير الطاقة ما قاله الرئيس فلاديمير بوتين عن الأسعار.", "REJECT", ["فلاديمير بوتين"]),
    ],
)
def test_words_are_of_whoever_said_them(text: str, kind: str, told: list[str]) -> None:
    assert told in targets_in(text, kind)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أسفر القصف عن تدمير خمسة متاجر ومسجد.", ["متاجر", "مسجد"]),
        ("وألحق القصف أضرارا بمستشفى البلدة.", ["مستشفى البلدة"]),
        ("وأدى الانفجار إلى احتراق عدد من الحافلات.", ["الحافلات"]),
        ("قتل جنود إسرائيليون شابا فلسطينيا قرب الحاجز.", ["شابا فلسطينيا"]),
    ],
)
def test_what_is_ruined_and_who_is_killed(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تظاهر الآلاف في لندن احتجاجا على قرار ترامب.", ["ترامب"]),
        ("رشق محتجون عناصر الشرطة بالحجارة.", ["عناصر الشرطة"]),
    ],
)
def test_whom_a_crowd_turns_against(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "PROTEST")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقالت القناة إن أسرى أطلقت المعارضة سراحهم بلغوا حلب.", ["أسرى"]),
        ("غادر القيادي الكردي صالح مسلم البلاد بعدما أفرجت عنه السلطات التشيكية.", ["صالح مسلم"]),
        ("اعتقل الشاب صباحا ثم أطلق سراحه بعد ساعة.", ["الشاب"]),
    ],
)
def test_who_is_let_go_by_a_suffix(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "RETREAT")
