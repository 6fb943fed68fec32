"""Honorifics, offices and names in a row: who meets whom in the news of courts and ministries."""

from __future__ import annotations

import pytest

from making import claims_in


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "استقبل ولي العهد معالي وزير الدفاع الأمريكي جيمس ماتيس في الرياض.",
            {"ولي العهد": "SAU", "جيمس ماتيس": "USA"},
        ),
        (
            "استقبل الأمير محمد بن سلمان بن عبدالعزيز ولي العهد وزير الدفاع معالي وزير الدفاع الأمريكي جيمس ماتيس.",
            {"محمد بن سلمان بن عبدالعزيز": "SAU", "جيمس ماتيس": "USA"},
        ),
        (
            "بحث سمو وزير الخارجية الأمير فيصل بن فرحان مع معالي وزير خارجية اليونان نيكوس ديندياس التعاون.",
            {"فيصل بن فرحان": "SAU", "نيكوس ديندياس": "GRC"},
        ),
        (
            "التقى سماحة المفتي العام الشيخ عبدالعزيز آل الشيخ فضيلة شيخ الأزهر الدكتور أحمد الطيب.",
            {"عبدالعزيز آل الشيخ": "SAU", "أحمد الطيب": "EGY"},
        ),
    ],
)
def test_two_people_under_their_honorifics(text: str, parties: dict[str, str]) -> None:
    [claim] = claims_in(text)
    assert {one.text: one.country for one in claim.actors} == parties


def test_a_title_behind_an_honorific_is_the_same_person() -> None:
    [claim] = claims_in("زار رئيس مجلس الوزراء معالي الدكتور عمر الرزاز بغداد أمس.")
    assert [one.text for one in claim.actors] == ["عمر الرزاز"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ودعا القيادي في الجبهة الشعبية جميل مزهر السلطة إلى رفع العقوبات عن القطاع.", "جميل مزهر"),
        ("ودعا النائب عن دولة القانون محمد الصيهود الحكومة إلى محاسبة المقصرين.", "محمد الصيهود"),
        ("ودعا عضو مجلس الشيوخ الأميركي كريس مورفي الإدارة إلى وقف تسليح إسرائيل.", "كريس مورفي"),
    ],
)
def test_the_name_behind_what_somebody_is_active_in(text: str, speaker: str) -> None:
    assert [one.text for one in claims_in(text)[0].actors] == [speaker]
