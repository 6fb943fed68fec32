"""Who is made to do something, brought out, handed over; sanctions in force again; ports that run again."""

from __future__ import annotations

import pytest

from making import claims_in


def found(text: str, type: str) -> list[tuple[str | None, str, list[str], list[str]]]:
    return [
        (claim.mode, claim.status, [one.text for one in claim.actors], [one.text for one in claim.targets])
        for claim in claims_in(text, "2019-03-05")
        if claim.type == type
    ]


@pytest.mark.parametrize(
    ("text", "mode", "actors", "targets"),
    [
        ("ألزم المسلحون مديري المدارس بتسليم قوائم الطلاب.", None, ["المسلحون"], ["مديري المدارس"]),
        ("أرغم الجنود الأهالي على إخلاء منازلهم.", "deport", ["الجنود"], ["الأهالي"]),
        ("أجبر أستاذ جامعي على مغادرة البلاد.", "deport", [], ["أستاذ جامعي"]),
    ],
)
def test_compelled(text: str, mode: str | None, actors: list[str], targets: list[str]) -> None:
    assert found(text, "COERCE") == [(mode, "occurred", actors, targets)]


@pytest.mark.parametrize(
    "text",
    [
        "أجبر القصف آلاف السكان على النزوح.",
        "ألزمت المحكمة الشركة بدفع تعويض.",
        "اشتدت الأزمة ما أجبر الأطباء على إجراء العمليات ليلا.",
    ],
)
def test_nobody_compels(text: str) -> None:
    assert not found(text, "COERCE")


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("بدأ إجلاء آخر دفعة من مسلحي الفصيل من مدينة حرستا.", "withdraw", "occurred"),
        ("جرى خلال الليل نقل مقاتليه إلى البادية السورية.", "withdraw", "occurred"),
        ("استلمت الحكومة 300 سجين من القوات الأجنبية.", "release", "occurred"),
        ("سلمت القوات البريطانية خمسة دبلوماسيين إلى رئيس الوزراء.", "release", "occurred"),
        ("وأضاف المحافظ أنه سيتم تشغيل مطار عدن خلال أسبوع.", "reopen", "planned"),
    ],
)
def test_yielded(text: str, mode: str, status: str) -> None:
    assert [one[:2] for one in found(text, "RETREAT")] == [(mode, status)]


@pytest.mark.parametrize(
    "text",
    [
        "وزاد التوتر بعد انتخاب الرئيس وقراره إعادة فرض العقوبات على كوبا الشهر الماضي.",
        "تراجعت العملة منذ زيارة الرئيس وإعلانه تشديد العقوبات الاقتصادية على كوبا.",
        "وقع الرئيس أمرا للبدء بإعادة العمل بالعقوبات الأميركية على كوبا.",
    ],
)
def test_sanctions_again(text: str) -> None:
    assert [one[0] for one in found(text, "SANCTION")] == ["sanction"]


def test_acquittal_is_no_verdict_of_guilt() -> None:
    assert not found("أثارت تبرئة الوزير السابق غضب الأهالي.", "SANCTION")
