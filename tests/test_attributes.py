"""Stances and demands that only tell what somebody or something is like are no claims."""

from __future__ import annotations

import pytest

from making import types_in as types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وتدعم أنقرة فصائل مسلحة في الشمال منذ سنوات.", "SUPPORT"),
        ("وتشهد القرية عادة فعاليات رافضة للجدار على أطرافها.", "REJECT"),
        ("وأغلقت الجماعة الصحف المؤيدة للحكومة في المدينة.", "SUPPORT"),
        ("ونشر النائب معلومات غير صحيحة عن ميزانية الوزارة.", "REJECT"),
        ("ويتعين على الرئيس الجديد كسب تأييد المحافظين قبل نهاية العام.", "REQUEST"),
        ("لكن منتقدين يقولون إن الطرق لم تتحسن كثيرا.", "ACCUSE"),
        ("وعرقلت باريس صدور بيان من المجلس يدعو إلى فتح تحقيق.", "REQUEST"),
    ],
)
def test_what_something_is_like_is_no_claim(text: str, kind: str) -> None:
    assert kind not in types(text)


def test_a_text_that_was_issued_demands() -> None:
    assert "REQUEST" in types("وأصدرت الخارجية الهندية بيانا يدعو إلى وقف القتال.")


def test_blame_may_follow_its_speaker_without_that() -> None:
    assert "ACCUSE" in types("وقال الوزير إيران تدعم الإرهاب وتنشر الفوضى في الخليج.")


@pytest.mark.parametrize(
    "text",
    [
        "رفض وزير الداخلية السماح لوفد المنظمة الدولية بزيارة السجن.",
        "وأعرب الأمير عن استعداده لزيارة تونس في أقرب فرصة.",
    ],
)
def test_a_visit_allowed_or_wished_for_is_none_yet(text: str) -> None:
    assert "CONSULT" not in types(text)
