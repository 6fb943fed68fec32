"""Warnings and threats: warning somebody, or of what one will do oneself, is a threat; fearing a danger is none."""

from __future__ import annotations

import pytest

from making import types_in as types


@pytest.mark.parametrize(
    "text",
    [
        "وحذر وزير الدفاع التركي خلوصي أكار أثينا من أي خطوة أحادية في الجزر.",
        "حذر قائد الفرقة الأهالي من العودة إلى القرى القريبة من خط التماس.",
        "وألقت المروحيات منشورات تحذر سكان المخيم من الاقتراب من الجسر.",
        "وقالت الوزارة إنها أجلت سفيرها، محذرة من أنها سترد على أي هجوم يطال مقارها.",
        "وفتحت المراكز أبوابها بعد تهديدات التنظيم باستهداف المقترعين.",
        "ولفت التقرير إلى أن المدير يقوم بتهديد الصحافيين بالسجن إذا نشروا الوثائق.",
    ],
)
def test_whoever_warns_somebody_threatens(text: str) -> None:
    assert "THREATEN" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "حذر نائب رئيس الحزب السابق في خطاب بالجامعة من عودة البلاد إلى الانقسام.",
        "وحذر المبعوث من أن الصراع يأخذ طابعا قبليا.",
        "وحذرت الرئاسة من تداعيات إغلاق المعبر على سكان القطاع.",
    ],
)
def test_whoever_warns_of_something_fears_it(text: str) -> None:
    assert "THREATEN" not in types(text)


def test_or_else_is_the_threat_and_not_the_demand() -> None:
    found = types("وطلب المسلحون من أهالي البلدة الرحيل وإلا سوف يتم طردهم بقوة السلاح.")
    assert "THREATEN" in found
    assert "REQUEST" not in found
