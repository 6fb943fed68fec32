"""Deeds that nobody did: dreaded, awaited, wished for, set as a task, weighed; advances that take no ground; words that
only go with a deed told beside them."""

from __future__ import annotations

import pytest

from making import claims_in, types_in

UNDONE = [
    ("غادر الصحافي البلاد خوفا من اعتقاله.", "COERCE"),
    ("اختبأ التاجر تفاديا لاعتقاله.", "COERCE"),
    ("ترك الضباط ثكنتهم لكي لا يأسرهم المسلحون.", "COERCE"),
    ("أحرق السجل كي لا يتم القبض على أصحاب الأسماء.", "COERCE"),
    ("ولا تريد باريس للقوات المحلية أن تسيطر على الميناء.", "COERCE"),
    ("ما زالت عائلات البحارة الذين ينتظر الإفراج عنهم في المرفأ.", "RETREAT"),
    ("ويبقى التحدي الأصعب أمام الحكومة هو استعادة جزيرة تيران.", "COERCE"),
    ("انسحاب هولندا من مالي سيمنح المتمردين فرصة جديدة.", "RETREAT"),
    ("ويرى الكاتب أن إغلاق المعبر قد يغير مسار الحرب.", "COERCE"),
    ("سئل الناطق عما سيعنيه إطلاق سراح الطيار للبلدين.", "RETREAT"),
    ("تسعى القوات المشتركة، فصائل محلية مدعومة من التحالف، إلى طرد المسلحين من الضفة الشرقية.", "SANCTION"),
    ("قال النائب إن الحكومة مصرة على تسلم البحارة.", "RETREAT"),
    ("ترغب الجماعة في احتلال الميناء.", "COERCE"),
    ("وقال الوزير إن اللقاء سيفتح الطريق أمام تسوية سياسية.", "RETREAT"),
]
NO_GROUND = [
    "أعلنت القيادة أن القوات تحقق تقدما كبيرا على المتمردين.",
    "قال الناطق إن المقاتلين يحرزون تقدما في الجبهة التي تشهد معارك.",
    "استفاد الجيش من تقدمه العسكري منذ الصيف.",
    "تقدمت قوات الجيش من الثكنة إلى وسط العاصمة.",
]
BESIDE = [
    ("أشاد الوزير بالجنود بعد تحرير مدينة سرت ودحر الميليشيات منها.", {"SANCTION"}),
    ("قصفت المدفعية ثلاث بلدات محاصرة في ريف حمص.", {"COERCE"}),
    ("هاجم المسلحون مناطق سيطرة الفصائل في ريف حلب.", {"COERCE"}),
]


@pytest.mark.parametrize(("text", "kind"), UNDONE)
def test_undone(text: str, kind: str) -> None:
    assert kind not in types_in(text)


@pytest.mark.parametrize("text", NO_GROUND)
def test_no_ground(text: str) -> None:
    assert "COERCE" not in types_in(text)


@pytest.mark.parametrize(("text", "kinds"), BESIDE)
def test_beside(text: str, kinds: set[str]) -> None:
    assert kinds.isdisjoint(types_in(text))


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("أحرزت قوات الجيش تقدما في بلدة الباب شمال حلب.", "COERCE", "seize"),
        ("تقدمت كتائب من المقاومة من المطار إلى منطقة السوق.", "MOBILIZE", "deploy"),
        ("انسحاب القوات من المدينة سيبدأ الأحد.", "RETREAT", "withdraw"),
        ("فتحت السلطات الطريق أمام قوافل المساعدات.", "RETREAT", "reopen"),
    ],
)
def test_done(text: str, kind: str, mode: str) -> None:
    assert (kind, mode) in {(claim.type, claim.mode) for claim in claims_in(text, "2019-03-05")}


def test_raids_of_an_arrest() -> None:
    claims = claims_in("أوقفت الشرطة التركية تسعة أشخاص في عمليات دهم بمدينة أضنة.", "2019-03-05")
    assert [(claim.type, claim.mode) for claim in claims] == [("COERCE", "arrest")]
