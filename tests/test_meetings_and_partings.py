"""Meetings, sanctions, withdrawals and protests: what is told outright, what is only named, and who takes part."""

from __future__ import annotations

import pytest

from making import claims_in, types_in


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("السيسي يستقبل حفتر في القاهرة", "CONSULT", "meet"),
        ("شطبت سويسرا الحزب من لائحة الإرهاب.", "RETREAT", None),
        ("انسحبت بوروندي من المحكمة الجنائية الدولية.", "SANCTION", "sever"),
        ("أدين العقيد السابق بقتل سجناء في الصحراء.", "SANCTION", "convict"),
        ("عين خلفا للوزير الذي تنحى عن منصبه الشهر الماضي.", "RETREAT", "resign"),
        ("خرج نحو ثلاثمئة مسلح من الحولة باتجاه إدلب.", "RETREAT", "withdraw"),
        ("قررت هولندا سحب مدربيها من أربيل.", "RETREAT", "withdraw"),
        ("أمر النائب العام بالإفراج عن ستين معتقلا.", "RETREAT", "release"),
        ("لا يزال وقف إطلاق النار صامدا في الجنوب.", "RETREAT", "ceasefire"),
        ("سبق أن فرضت اليابان أربع حزم من العقوبات على بيونغ يانغ.", "SANCTION", "sanction"),
        ("اكتفت ثلاث دول باستدعاء سفرائها للتشاور.", "SANCTION", "sever"),
        ("اشتبك محتجون مع الشرطة في وسط سانتياغو.", "PROTEST", "riot"),
        ("وأشعل عدد من الشبان إطارات عند مدخل البلدة.", "PROTEST", "riot"),
    ],
)
def test_told_outright(text: str, kind: str, mode: str | None) -> None:
    assert [(one.type, one.mode) for one in claims_in(text)] == [(kind, mode)]


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("اختتمت في جنيف الجولة الثالثة من محادثات السلام الليبية.", "negotiate", "occurred"),
        ("وقال المبعوث إنه سيتوجه إلى مسقط لمواصلة مشاوراته مع الوفد.", "visit", "planned"),
        ("اتفق حزبان على أهمية نتائج زيارة ملك البحرين إلى مسقط لتعزيز التجارة.", "visit", "occurred"),
    ],
)
def test_visits_and_talks_that_are_no_mere_topic(text: str, mode: str, status: str) -> None:
    found = [one for one in claims_in(text) if one.type == "CONSULT"]
    assert [(one.mode, one.status) for one in found] == [(mode, status)]


def test_an_accord_names_its_broker() -> None:
    found = [one for one in claims_in("توصل الطرفان إلى هدنة بوساطة مصرية.") if one.type == "CONSULT"]
    assert [(one.mode, [party.country for party in one.actors]) for one in found] == [("mediate", ["EGY"])]


@pytest.mark.parametrize(
    "text",
    [
        "أكد الناطق باسم الجماعة أن التصعيد سيقابل بتصعيد أكبر.",
        "قال القائد إن أي خرق سيقابله رد حازم.",
        "المفاوضات هي السبيل الوحيد لإنهاء الأزمة، بحسب الباحث.",
        "تشكل المفاوضات محورا أساسيا في سياسة البلاد.",
        "ينظم المركز ملتقى ثقافيا للشباب الأسبوع المقبل.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert "CONSULT" not in types_in(text)


def test_a_visit_named_again_is_no_second_claim() -> None:
    text = "يزور وزير الخارجية الفرنسي بغداد اليوم. وقال محلل إن زيارة الوزير لبغداد تعكس عمق العلاقات."
    assert types_in(text) == ["CONSULT"]


def test_an_order_to_others_is_a_demand() -> None:
    assert types_in("أمرت محكمة العدل الدولية إسرائيل بوقف هجومها على رفح.") == ["REQUEST"]


def test_a_protest_that_is_broken_up_is_told_with_it() -> None:
    found = [one for one in claims_in("فرقت الشرطة مظاهرة مناهضة للحكومة في إسطنبول.") if one.type == "PROTEST"]
    assert [one.place.text for one in found if one.place] == ["إسطنبول"]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("أعلنت بوليفيا قطع علاقاتها مع إسرائيل احتجاجا على القصف.", ["بوليفيا"], ["إسرائيل"]),
        ("أعلنت النيجر السفير الفرنسي شخصا غير مرغوب فيه.", ["النيجر"], ["السفير الفرنسي"]),
        ("أخلي سبيل الصحافي بعد دفع كفالة مالية.", [], ["الصحافي"]),
        ("سلمت الفصائل سلاحها الثقيل للشرطة العسكرية الروسية.", ["الفصائل"], ["شرطة العسكرية الروسية"]),
        ("وضعت واشنطن زعيم الجماعة على لائحة الإرهاب.", ["واشنطن"], ["زعيم الجماعة"]),
        ("نجحت القوات العراقية في طرد تنظيم داعش من الموصل.", ["القوات العراقية"], ["تنظيم داعش"]),
        ("قبل رئيس الجمهورية استقالة رئيس هيئة الأركان.", ["رئيس هيئة الأركان"], []),
        ("أدين الضابط السابق بقتل متظاهرين خلال الانتفاضة.", [], ["الضابط السابق"]),
        ("استدعت الكويت سفيرها في بيروت.", ["الكويت"], ["سفيرها في بيروت"]),
        ("أفرجت عنه السلطات التشيكية إثر توقيف وجيز بناء على طلب أنقرة.", ["السلطات التشيكية"], []),
        ("وقال السفير إن الانسحاب الذي جرى اليوم علامة فارقة.", [], []),
    ],
)
def test_who_parts_with_whom(text: str, actors: list[str], targets: list[str]) -> None:
    found = next(one for one in claims_in(text) if one.type in {"SANCTION", "RETREAT"})
    assert [party.text for party in found.actors] == actors
    assert [party.text for party in found.targets] == targets
