"""Demands, threats, forces and protests: what settles that they are told, and whom they mean."""

from __future__ import annotations

import pytest

from making import types_in as types

FORMER = (
    "عقد مجلس الوزراء جلسته الأسبوعية لبحث الأوضاع، وسط توتر متصاعد منذ أسابيع.\n"
    "وقال مصدر مطلع إن المسؤولين يدرسون عدة خيارات. وكانت البلاد قد شهدت هجمات أوقعت عشرات القتلى.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "ويوصي القرار بإحالة الملف إلى المدعي العام.",
        "أوصى غريفيث في تقريره بتحويل البعثة إلى مكتب سياسي.",
        'وقال الوزير الأفغاني: "يجب وقف القصف وفتح الطرق أمام القوافل".',
        "وقال السفير إن قوات بلاده تدخلت استجابة لطلب الحكومة الشرعية.",
        "شكر الوزير القاهرة على تلبية طلب حكومته تسيير الرحلات.",
        "وكان الوزير قد طالب الخميس بعقد جلسة عاجلة.",
        "وقال المستشار إن موقف الرئاسة واضح في مطالبة الحزب بإبعاد قواعده عن القرى.",
    ],
)
def test_demands_are_told(text: str) -> None:
    assert "REQUEST" in types(FORMER + text)


@pytest.mark.parametrize(
    "text",
    [
        "قال النائب إنه يتوجب على الكل أن يدركوا أن الأطباء سيرفضون القانون.",
        "قال القيادي إن على طهران أن تفهم أن زمن الوصاية انتهى.",
        'وقال الرئيس: "يجب أن نكون أقوياء".',
    ],
)
def test_what_must_be_known_is_no_demand(text: str) -> None:
    assert "REQUEST" not in types(FORMER + text)


@pytest.mark.parametrize(
    "text",
    [
        "قال رئيس الأركان إن بلاده لن تسمح للميليشيات ببناء قواعد قرب حدودها.",
        "ولطالما كررت أنقرة أنها لن تسمح بترسيخ وجود المسلحين عند حدودها.",
        "وقال الوزير إن رسالة الغارة أن إسرائيل لن تسمح لهم بامتلاك سلاح نووي.",
        "وأكد مكتب رئيس الوزراء أن المعركة ضد التنظيم ستتواصل بلا توقف.",
    ],
)
def test_what_nobody_will_be_let_do_is_a_threat(text: str) -> None:
    told = types(FORMER + text)
    assert "THREATEN" in told
    assert "REJECT" not in told


def test_interference_is_refused() -> None:
    assert "REJECT" in types("قال الناطق إن بلاده لن تسمح لأحد بالتدخل في شؤونها الداخلية.")


def test_a_war_that_has_lasted_is_no_threat() -> None:
    assert "THREATEN" not in types("قال الرئيس إن المبادرة تهدف إلى إنهاء الحرب المستمرة منذ عشرين عاما.")


@pytest.mark.parametrize(
    "text",
    [
        "وقال المستشار إن وحدات الجيش ستنتشر في القرى الحدودية.",
        "وقال القائد العسكري إن مقاتلات أميركية ستصل قريبا إلى مطارات الجنوب.",
        "واتخذت وحدات الجيش التدابير الميدانية اللازمة.",
    ],
)
def test_forces_are_told_ahead_and_at_hand(text: str) -> None:
    assert "MOBILIZE" in types(FORMER + text)


@pytest.mark.parametrize(
    "text",
    [
        "نشر الجيش الإسرائيلي والسفارة تغريدة بمقطع فيديو لمسلحين في المدينة.",
        "ساعدت الضربات الوحدات الكردية على تعزيز سيطرتها على الريف.",
        "وقد يؤدي ذلك إلى تعزيز النزعة الانفصالية لدى المقاتلين.",
        "قتل أحد الجنود بنيران عبر الحدود.",
        "سقطت إحدى طائرات القوات الجوية أثناء طلعة تدريبية في الشمال.",
        "استغلت الميليشيات الهدنة لتعزيز جبهاتها.",
    ],
)
def test_what_is_no_force_is_not_moved(text: str) -> None:
    assert "MOBILIZE" not in types(FORMER + text)
