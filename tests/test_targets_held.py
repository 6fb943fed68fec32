"""Whom courts, sanctions and captors have, whose men were killed, and whose pronoun stands behind a deed."""

from __future__ import annotations

import pytest

from making import targets_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("بدأت محاكمة الوزير الأسبق في الخرطوم.", ["الوزير الأسبق"]),
        ("مثل المتهم أمام محكمة أمن الدولة.", ["المتهم"]),
        ("وجهت النيابة إلى الناشط تهمة إهانة القضاء.", ["الناشط"]),
        ("شملت العقوبات أربعة مسؤولين في المخابرات.", ["مسؤولين"]),
        ("سحبت الكويت سفيرها من طهران.", ["طهران"]),
        ("طردت القوات تنظيم داعش من البلدة.", ["تنظيم داعش"]),
    ],
)
def test_whom_courts_and_sanctions_reach(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "SANCTION")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اختطف التاجر من متجره في عدن.", ["التاجر"]),
        ("خطف التنظيم أربعة مقاتلين على الأقل من الفرقة 30 قرب الحدود.", ["الفرقة 30"]),
        ("استعادت القوات مدينة تدمر من تنظيم داعش.", ["تنظيم داعش"]),
    ],
)
def test_who_is_seized_and_from_whom(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "COERCE")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أعلنت باريس مقتل ثلاثة من جنودها في مالي.", ["جنودها"]),
        ("تم استهداف كتائب حزب الله بتفجيرات متتالية.", ["كتائب حزب الله"]),
        ("فرقت الشرطة مسيرة بالغاز المسيل للدموع.", ["مسيرة"]),
        ("أحبطت الشرطة محاولة تفجير في السوق.", []),
        ("قتل سبعة جنود في القوات الدولية في هجمات شرق البلاد.", ["القوات الدولية"]),
        ("عثر على الصحفية ليلى سالم مصابة بعدما أطلقت عليها القوات الرصاص.", ["ليلى سالم"]),
    ],
)
def test_whom_attacks_hurt(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ندد الوزير بقتل المدنيين في حلب.", "ACCUSE"),
        ("دعا البابا إلى وقف الحرب في أوكرانيا.", "REQUEST"),
    ],
)
def test_the_scene_is_not_blamed(text: str, kind: str) -> None:
    assert [] in targets_in(text, kind)


def test_a_state_is_threatened_with_ruin() -> None:
    assert ["كوريا الشمالية"] in targets_in("هدد ترامب بتدمير كوريا الشمالية.", "THREATEN")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("انتقدت منظمة العفو الدولية السعودية بسبب محاكمة الناشطات.", "ACCUSE", ["السعودية"]),
        ("هدد الوزير حماس برد حازم.", "THREATEN", ["حماس"]),
        ("أفرج الحوثيون عن 90 أسيرا بعد الإفراج عن أسير واحد.", "RETREAT", ["أسير"]),
        ("دانت أثينا الهجوم الإرهابي على متجر في النمسا.", "ACCUSE", ["الهجوم الإرهابي"]),
        ("شهدت مدينة إدلب قصفا مكثفا من قوات النظام.", "ASSAULT", ["مدينة إدلب"]),
        ("خطف تنظيم حراس الدين ذراع تنظيم القاعدة خمسة عمال أمس.", "COERCE", ["عمال"]),
        ("توترت العلاقات بين تشاد والسودان. ودعا الاتحاد الأفريقي الطرفين إلى الحوار.", "REQUEST", ["تشاد", "السودان"]),
    ],
)
def test_names_end_and_both_sides_are_two(text: str, kind: str, told: list[str]) -> None:
    assert any(sorted(told) == sorted(one) for one in targets_in(text, kind))
