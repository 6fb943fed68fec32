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
        ("علقت الجماعة هجماتها على السفن.", "RETREAT", "ceasefire"),
        ("أسقط البرلمان عضوية النائب المعارض في جلسة صاخبة.", "SANCTION", "expel"),
        ("أنهت بوليفيا علاقاتها مع تل أبيب.", "SANCTION", "sever"),
        ("قدم حاكم مصرف لبنان المركزي بالإنابة استقالته.", "RETREAT", "resign"),
        ("ترجل رئيس الوزراء عن منصبه لأسباب صحية.", "RETREAT", "resign"),
        ("أوقف سائقو الشاحنات العمل في الميناء.", "PROTEST", "demonstration"),
        ("حرق متظاهرون في الناصرية إطارات.", "PROTEST", "riot"),
        ("أوقفت السلطة التنسيق الأمني مع الاحتلال.", "SANCTION", "sever"),
        ("استقالة جماعية لقيادات في حزب تونسي", "RETREAT", "resign"),
        ("شاركت وزيرة الخارجية الألمانية في اجتماع مجموعة السبع بإيطاليا.", "CONSULT", "meet"),
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
        "تعيد بيونغ يانغ النظر في عقد القمة مع واشنطن.",
        "قابل الوزراء القرار بفتور.",
        "لم يستبعد الكرملين عقد قمة بين الزعيمين إذا توافرت الظروف.",
        "بلغت الشركة قمة النجاح في عامها الأول.",
        "قال الرئيس إن أي مفاوضات لن تنجح من دون ضمانات.",
        "استعرض الوزير مطالب بلاده أمام الصحافيين.",
        "وكان العميد يغادر الجامعة حين وقع الانفجار.",
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


@pytest.mark.parametrize(
    "text",
    [
        "قال الخبير إن سياسة فرض العقوبات على طهران ظالمة.",
        "تعاني البلاد من عقوبات اقتصادية منذ سنوات.",
        "أثرت العقوبات الأميركية في الاقتصاد السوري.",
        "رد الوزير على سؤال وجه إليه في المؤتمر.",
    ],
)
def test_sanctions_as_policy_or_burden_are_no_claim(text: str) -> None:
    assert "SANCTION" not in types_in(text)


def test_a_denied_meeting_did_not_happen() -> None:
    found = [one for one in claims_in("نفت طهران وجود أي مفاوضات مباشرة مع واشنطن.") if one.type == "CONSULT"]
    assert [(one.mode, one.status, one.stance) for one in found] == [("negotiate", "negated", "denies")]


@pytest.mark.parametrize(
    "text",
    [
        "تدرس واشنطن فرض عقوبات على كتيبة في الجيش.",
        "أكدت الصحيفة عزم واشنطن فرض عقوبات قاسية على طهران.",
        "أعلن البيت الأبيض أن بلاده تعد لفرض عقوبات إضافية على إيران.",
        "كشف الوزير أن بلاده ستعيد فرض عقوبات اقتصادية على كوبا.",
    ],
)
def test_sanctions_weighed_and_intended_are_planned(text: str) -> None:
    assert [one.status for one in claims_in(text) if one.type == "SANCTION"] == ["planned"]


def test_a_treaty_left_is_told_once() -> None:
    text = (
        "أعلن الرئيس الثلاثاء انسحاب بلاده من اتفاق المناخ. ووصف وزير البيئة الفرنسي الانسحاب من الاتفاق بأنه خطأ. "
        "وقال خبراء إن خروج واشنطن من الاتفاق سيضر الجميع."
    )
    assert types_in(text).count("SANCTION") == 1


def test_who_speaks_after_a_meeting_met_too() -> None:
    (found,) = [one for one in claims_in("وبعد اجتماع مع لافروف أكد فيصل بن فرحان دعم بلاده.") if one.type == "CONSULT"]
    assert {party.text for party in found.actors} == {"لافروف", "فيصل بن فرحان"}


def test_what_is_to_be_said_at_a_meeting_makes_it_planned() -> None:
    (found,) = claims_in("سيناقش أوستن الحادثة أثناء لقائه بوزير الدفاع الإسرائيلي.")
    assert (found.type, found.status) == ("CONSULT", "planned")


def test_slogans_belong_to_the_protest_told_before() -> None:
    text = "تظاهر المئات في بغداد أمس. وردد المشاركون هتافات ضد الحكومة."
    assert types_in(text) == ["PROTEST"]


def test_a_doctor_before_a_name_is_part_of_it() -> None:
    (found,) = claims_in("التقى إسماعيل هنية د. خليل الحية في الدوحة.")
    assert {party.text for party in found.actors} == {"إسماعيل هنية", "خليل الحية"}


def test_a_march_called_off_was_not_held() -> None:
    (found,) = claims_in("ألغيت تظاهرة كانت مقررة في تعز لأسباب أمنية.")
    assert (found.type, found.status) == ("PROTEST", "negated")


def test_protests_as_a_rule_are_no_claim() -> None:
    assert types_in("يحتج العمال عادة في عيدهم السنوي.") == []


def test_bodies_handed_over_are_no_doers() -> None:
    (found,) = claims_in("أعادت حماس جثامين أربعة رهائن إلى إسرائيل.")
    assert [party.text for party in found.actors] == ["حماس"]
