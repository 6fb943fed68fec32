"""Places: what of a sentence can be one, how it is written and resolved, and which of several belongs to an act."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.model import Article, Claim


def reader(text: str) -> ClaimReader:
    reading, _ = pipeline.read(Article(id="places", text=text, published="2024-01-25"))
    return ClaimReader(reading)


def spots(text: str) -> list[tuple[str, str | None]]:
    found = reader(text).places.spots
    return [(found.where(one).text, found.where(one).country) for row in found.rows for one in row]


def claim(text: str, kind: str) -> Claim:
    claims = pipeline.extract(Article(id="places", text=text, published="2024-01-25")).claims
    return next(one for one in claims if one.type == kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('انفجرت عبوة في بلدة "سدرة الوادي" أمس.', ['بلدة "سدرة الوادي"']),
        ("دارت معارك في منطقة بيت حمدون أمس.", ["منطقة بيت حمدون"]),
        ("سقط جرحى في مناطق متفرقة من محافظة حلب.", ["محافظة حلب"]),
        ("نقل المصابون إلى مستشفى النور في مدينة إدلب.", ["مستشفى النور"]),
        ("انتشر الجنود في الأطراف الشمالية لمدينة تعز.", ["الأطراف الشمالية لمدينة تعز"]),
        ("نجا محافظ قندهار من الموت.", ["قندهار"]),
        ("ظهر قيادي في هيئة تحرير الشام أمام الكاميرات.", []),
        ("وقف الرعاة على طول الحدود أمس.", ["الحدود"]),
        ("قتل عنصر من القاعدة أمس.", []),
        ("بحث الوزيران دعم القطاع الخاص ودور بلادهما على الساحة الدولية.", []),
        ("ناقش الوزراء إحياء الاتفاق أمس.", []),
        ("حذرت الجمعية من خطر المنفذ على المارة.", []),
        ("وصل الوفد عن طريق البحرين أمس.", []),
    ],
)
def test_what_can_be_a_place(text: str, expected: list[str]) -> None:
    assert [name for name, _ in spots(text)] == expected


def test_the_lands_of_a_state_are_a_place_in_it() -> None:
    assert spots("توغل المسلحون داخل الأراضي التركية.") == [("الأراضي التركية", "TUR")]


def test_a_site_lies_where_it_stands_not_where_it_comes_from() -> None:
    found = spots("وصل الوفد إلى بغداد. وتجمع محتجون أمام السفارة الفرنسية.")
    assert ("السفارة الفرنسية", "IRQ") in found


def test_a_nationality_decides_between_namesakes() -> None:
    found = spots("عقد الاجتماع في العاصمة الأردنية عمان. وتحدث وزراء من مسقط ومن سلطنة عمان ومن عمان.")
    assert found[0][1] == "JOR"


def test_a_common_word_is_no_name_behind_a_capital() -> None:
    assert ("العاصمة السودانية", "SDN") in spots("اندلعت مواجهات في العاصمة السودانية أمس.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ الوزير زيارة رسمية إلى السعودية لبحث الأوضاع في اليمن.", "السعودية"),
        ("زار الوزير بغداد بعد جولة في الخليج.", "بغداد"),
        ("أجرى الرئيس اتصالا هاتفيا بنظيره التركي لبحث التطورات في سوريا.", None),
        ("بحث الوزيران الأوضاع في ليبيا.", None),
    ],
)
def test_the_place_of_talks_is_not_what_they_are_about(text: str, expected: str | None) -> None:
    place = claim(text, "CONSULT").place
    assert (place and place.text) == expected


def test_a_bare_head_takes_up_the_last_place_of_its_kind() -> None:
    found = spots("اندلعت مواجهات في مدينة الحديدة. وانتشر القناصة في أطراف المدينة.")
    assert found[-1] == ("مدينة الحديدة", "YEM")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شهدت بلدة سرمين اشتباكات عنيفة بين الجيش ومسلحين.", "بلدة سرمين"),
        ("أطلق المسلحون صواريخ من بلدة عرسال على مدينة حمص.", "مدينة حمص"),
        ("قال مصدر أمني في بغداد إن مسلحين قتلوا ثلاثة جنود في هجوم قرب مدينة الرمادي.", "مدينة الرمادي"),
        ("استهدفت غارات جوية موكبا لقيادي في هيئة تحرير الشام غرب حلب.", "غرب حلب"),
    ],
)
def test_the_place_of_an_act(text: str, expected: str) -> None:
    place = claim(text, "ASSAULT").place
    assert place is not None
    assert place.text == expected
