"""Attacks that a sentence only speaks of, those who fell in them, and attacks that their doers make certain."""

from __future__ import annotations

import pytest

from making import claims_in

STRIKE = "قصفت طائرات الجيش بلدة حرستا صباح السبت وقتلت خمسة مدنيين. وقال الأهالي إن القصف أصاب سوقا مزدحمة. "


def told(text: str) -> list[tuple[str, str | None]]:
    return [(one.trigger.text, one.mode) for one in claims_in(text) if one.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال المصدر إن أحدا لم يعرف بعد نتائج الضربات.",
        "وكان مدير الشرطة على علم بحدوث القصف قبل ساعات.",
        "ورفض متحدث عسكري تأكيد حصول الضربات الجوية.",
        "وتبنت دول الجوار مواقف متباينة من الضربات.",
        "ولم يتطرق البيان إلى تأييد الضربات.",
        "وهرع الجنود إلى المكان بعد سماعهم إطلاق النار.",
        "ويبدو أن الحكومة قررت الرد على الضربات.",
        "وهذا أسوأ قصف تشهده البلدة منذ عامين.",
        "وهذه ليست المرة الأولى التي يتم فيها شن غارات على البلدة.",
        "ووقع القصف وسط تحذيرات دولية من موجة نزوح.",
        "وقالت الوزارة إن القتلى ينتمون إلى عشيرة واحدة.",
        "ومعظم القتلى من العمال الوافدين.",
        "وقالت الوكالة إن أعمار القتلى تتراوح بين عشرة أعوام وثلاثين عاما.",
        "وبحث الرئيسان ملف النفط والمعركة ضد التنظيم.",
    ],
)
def test_what_was_told_is_only_spoken_of(text: str) -> None:
    assert told(STRIKE + text) == told(STRIKE)


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("دمرت مقاتلات التحالف مخزنا للسلاح قرب الميناء.", ["دمرت"]),
        ("وقال المحافظ إن ميليشيا الحوثي دمرت الجسر الوحيد في الوادي.", ["دمرت"]),
        ("وقضت وحدات الجيش صباح الأحد، على أربعة مسلحين قرب الحدود.", ["وقضت"]),
        ("وجاء ذلك بسبب العمليات العسكرية التركية في شمال سوريا.", ["العمليات العسكرية"]),
        ("ودان الوزراء العملية التركية في عفرين.", ["العملية"]),
        ("وقتل عشرة في سلسلة من الغارات الجوية والقصف بالمدافع ضربت البلدة.", ["الغارات الجوية"]),
        ("وقال البيان إن القوات تمكنت من مصادرة ست سيارات للمهربين قرب النهر وتدمير مخزن أسلحة.", ["وتدمير"]),
    ],
)
def test_an_attack_is_told_once_and_surely(text: str, triggers: list[str]) -> None:
    assert [word for word, _ in told(text)] == triggers


def test_new_losses_and_places_are_told() -> None:
    later = STRIKE + "وسمع شهود في بلدة دوما دوي انفجارات أوقعت سبعة قتلى."
    assert len(told(later)) == len(told(STRIKE)) + 1


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("وأدى النزاع في الإقليم إلى مقتل آلاف المدنيين.", "clash"),
        ("اندلعت اشتباكات بين الجيش والمسلحين قرب الجسر. ونصبت المقاومة كمينا لدورية شمال المدينة.", "other"),
        ("أغارت مقاتلات التحالف على معسكر. وقال مصدر إن التحالف استهدف مخازن للمسلحين.", "airstrike"),
        ("قتل المصور سامي حداد برصاص قناص في بيروت. ودعت النقابة إلى التحقيق في مقتل المصور سامي حداد.", "shooting"),
    ],
)
def test_the_means_are_those_of_the_article(text: str, mode: str) -> None:
    assert told(text)[-1][1] == mode


def test_the_dead_and_wounded_of_one_number() -> None:
    (one,) = claims_in("قالت الوكالة إن 88 قتيلا وجريحا سقطوا في غارة على السوق.")
    assert {(figure.what, figure.low, figure.high) for figure in one.figures} == {("killed", 1, 87), ("wounded", 1, 87)}


@pytest.mark.parametrize(
    "text",
    [
        'وقضت محكمة بسجن ثلاثة رجال في القضية المعروفة إعلاميا باسم "قتل الموظفة".',
        "وشددت الإجراءات بعد تهديدات أطلقها التنظيم.",
        "وجاء البيان بعد هزائمهم المتلاحقة في الجبهات.",
        "وأصيب عشرة سياح في حادث ارتطام حافلتهم بجدار.",
    ],
)
def test_no_attack_is_told(text: str) -> None:
    assert not told(text)
