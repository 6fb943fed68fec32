"""Parties in plain news: the extent of names and descriptions, whom a description leads back to, subject and object."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in, types_in


def told(text: str, trigger: str) -> Claim:
    """The first claim with these words in its trigger."""
    return next(one for one in claims_in(text) if trigger in one.trigger.text)


def doers(text: str, trigger: str) -> set[tuple[str, str | None]]:
    return {(one.text, one.country) for one in told(text, trigger).actors}


def targets(text: str, trigger: str) -> set[tuple[str, str | None]]:
    return {(one.text, one.country) for one in told(text, trigger).targets}


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("والتقى الوزير الأميركي الرئيس الأفغاني أشرف غني.", "والتقى", {"الوزير الأميركي", "أشرف غني"}),
        (
            "وصل رئيس الوزراء العراقي حيدر العبادي إلى طهران. واستقبل الرئيس حسن روحاني ضيفه العراقي مساء.",
            "واستقبل",
            {"حيدر العبادي", "حسن روحاني"},
        ),
        (
            "وصل وزير الخارجية الفرنسي جان إيف لودريان إلى بيروت. والتقى رئيس الدبلوماسية الفرنسية الرئيس ميشال عون.",
            "والتقى",
            {"جان إيف لودريان", "ميشال عون"},
        ),
        (
            "زار المبعوث الأممي مارتن غريفيث عدن. والتقى المسؤول الأممي رئيس الوزراء معين عبد الملك.",
            "والتقى",
            {"مارتن غريفيث", "معين عبد الملك"},
        ),
        (
            "أجرت وزيرة خارجية السويد مارغو والستروم مباحثات في مسقط مع قادة من جماعة الحوثي.",
            "مباحثات",
            {"مارغو والستروم", "قادة من جماعة الحوثي"},
        ),
        (
            "التقت الوزيرة السويدية آن ليندي والمبعوث بيتر سيمنبي رئيس الوزراء اليمني معين عبد الملك في عدن.",
            "التقت",
            {"آن ليندي", "بيتر سيمنبي", "معين عبد الملك"},
        ),
        (
            "استقبل وزير الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج ناصر بوريطة نظيره الغابوني.",
            "استقبل",
            {"ناصر بوريطة", "نظيره الغابوني"},
        ),
        (
            "بحث نائب رئيس الوزراء وزير الخارجية القطري الشيخ محمد بن عبد الرحمن مع نظيره التركي أزمة السودان.",
            "بحث",
            {"محمد بن عبد الرحمن", "نظيره التركي"},
        ),
        (
            "بحث السفير مع سفير الهند نافديب سوري العلاقات الثنائية بين البلدين.",
            "بحث",
            {"السفير", "نافديب سوري"},
        ),
    ],
)
def test_who_meets(text: str, trigger: str, who: set[str]) -> None:
    found = {one.text for one in told(text, trigger).actors}
    assert found <= who
    assert len(found) >= 2


def test_a_counterpart_keeps_his_own_state() -> None:
    text = "زار وزير الدفاع الأميركي كابول. والتقى الوزير الأميركي نظيره الأفغاني طارق شاه بهرامي."
    states = {one.country for one in told(text, "والتقى").actors}
    assert states == {"USA", "AFG"}


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "هاجم مسلحون من حركة الشباب قاعدة في بلدة بولو. وكان التنظيم المتشدد قد شن هجوما مماثلا قبل شهر.",
            "هجوما",
            ("حركة الشباب", "SOM"),
        ),
        (
            "قصفت قوات الدعم السريع مستشفى في الفاشر. واتهم الجيش السوداني المليشيا بقتل ثلاثين مريضا.",
            "بقتل",
            ("قوات الدعم السريع", "SDN"),
        ),
        (
            "أطلق الحوثيون صاروخا على الرياض. وقال المتحدث إن الجماعة استهدفت مناطق مدنية.",
            "استهدفت",
            ("الحوثيون", "YEM"),
        ),
        (
            "تبنت حركة طالبان الهجوم. وقالت الحركة المتشددة إنها ترفض الحوار مع الحكومة.",
            "ترفض",
            ("حركة طالبان", "AFG"),
        ),
    ],
)
def test_a_kind_of_group_is_led_back_to_its_name(text: str, trigger: str, who: tuple[str, str]) -> None:
    assert who in doers(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "target"),
    [
        ("اغتال مسلحان يستقلان دراجة نارية العقيد ناصر مقيريح في عدن.", "اغتال", "مسلحان", "ناصر مقيريح"),
        ("اختطف مجهولون يرتدون زيا عسكريا مدير مصرف في غرب كردفان.", "اختطف", "مجهولون", "مدير مصرف"),
        ("هاجم مسلحون يعتقد أنهم من حركة الشباب قاعدة عسكرية في كينيا.", "هاجم", "مسلحون", "قاعدة عسكرية"),
        ("قتل مسلحون يستقلون سيارة ضابطا في الشرطة في الأنبار.", "قتل", "مسلحون", "ضابطا في الشرطة"),
        ("خطف رجال يرتدون ملابس الشرطة تاجرا من منزله في كربلاء.", "خطف", "رجال", "تاجرا"),
        ("طعن رجل يحمل سكينا شرطيا في باريس.", "طعن", "رجل", "شرطيا"),
        ("اختطف مسلحون راهبة كولومبية في جنوب مالي.", "اختطف", "مسلحون", "راهبة كولومبية"),
        ("هاجمت عصابات مسلحة سجنين في بور أو برانس.", "هاجمت", "عصابات مسلحة", "سجنين"),
        ("قتل جنود إسرائيليون فتى فلسطينيا قرب جنين.", "قتل", "جنود إسرائيليون", "فتى فلسطينيا"),
        ("نصب مسلحون قبليون كمينا لدورية من الجيش اليمني.", "كمينا", "مسلحون قبليون", "دورية من الجيش اليمني"),
        (
            "اعتقلت عناصر من قوات الأمن السودانية القيادي في الحزب إبراهيم الشيخ.",
            "اعتقلت",
            "عناصر من قوات الأمن السودانية",
            "إبراهيم الشيخ",
        ),
        (
            "خطفت عناصر مسلحة تابعة لهيئة تحرير الشام الناشط أمجد المالح في إدلب.",
            "خطفت",
            "عناصر مسلحة تابعة لهيئة تحرير الشام",
            "أمجد المالح",
        ),
        (
            "أوقف جهاز أمن الدولة الكويتي النائب السابق وليد الطبطبائي فور وصوله.",
            "أوقف",
            "جهاز أمن الدولة الكويتي",
            "وليد الطبطبائي",
        ),
        (
            "اقتحم أنصار الزعيم الشيعي مقتدى الصدر مبنى البرلمان العراقي.",
            "اقتحم",
            "أنصار الزعيم الشيعي مقتدى الصدر",
            "مبنى البرلمان العراقي",
        ),
        (
            "دهمت قوة من مخابرات الجيش اللبناني منزل المطلوب علي زعيتر في بلدة بريتال.",
            "دهمت",
            "قوة من مخابرات الجيش اللبناني",
            "منزل المطلوب علي زعيتر",
        ),
        (
            "هاجم انفصاليون من عرقية البلوش حافلة في إقليم بلوشستان.",
            "هاجم",
            "انفصاليون من عرقية البلوش",
            "حافلة",
        ),
    ],
)
def test_who_does_it_to_whom(text: str, trigger: str, doer: str, target: str) -> None:
    assert {name for name, _ in doers(text, trigger)} == {doer}
    assert target in {name for name, _ in targets(text, trigger)}


def test_an_armed_man_opens_fire() -> None:
    assert doers("فتح مسلح النار داخل كنيسة في تكساس.", "فتح") == {("مسلح", "USA")}


@pytest.mark.parametrize(
    "text",
    ["اغتال مسلحان العقيد ناصر مقيريح في عدن.", "قتل مسلحون مجهولون الصحفي الصومالي عبد الرزاق قاسم في مقديشو."],
)
def test_those_who_kill_are_not_the_dead(text: str) -> None:
    assert [(one.what, one.low, one.high) for one in claims_in(text)[0].figures] == [("killed", 1, 1)]


def test_those_who_seize_are_not_the_held() -> None:
    assert claims_in("خطف مسلحون مهندسا تركيا في شرق أفغانستان.")[0].figures == ()


def test_a_body_of_no_state_takes_none_from_the_capital_behind_it() -> None:
    text = "وطالبت منظمة هيومن رايتس ووتش الرباط بالإفراج عن الناشط."
    assert doers(text, "وطالبت") == {("منظمة هيومن رايتس ووتش", None)}


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "أدان الممثل الأعلى للسياسة الخارجية في الاتحاد الأوروبي جوزيب بوريل الهجوم على المخيم.",
            "أدان",
            "جوزيب بوريل",
        ),
        (
            "طالبت المفوضة السامية لحقوق الإنسان ميشيل باشليه الحكومة الفنزويلية بالإفراج عن المعتقلين.",
            "طالبت",
            "ميشيل باشليه",
        ),
        (
            "هدد زعيم حزب الشعب الجمهوري التركي المعارض كمال كليتشدار أوغلو بمقاطعة البرلمان.",
            "هدد",
            "كمال كليتشدار أوغلو",
        ),
    ],
)
def test_long_offices_lead_to_their_bearer(text: str, trigger: str, who: str) -> None:
    assert {name for name, _ in doers(text, trigger)} == {who}


def test_a_ship_is_of_the_state_whose_flag_it_flies() -> None:
    text = "احتجز قراصنة صوماليون سفينة شحن ترفع علم جزر القمر."
    assert targets(text, "احتجز") == {("سفينة شحن", "COM")}


def test_who_answers_a_killing_did_not_do_it() -> None:
    for claim in claims_in("ردت إيران على اغتيال قاسم سليماني بقصف قاعدة عين الأسد."):
        assert "إيران" not in {one.text for one in claim.actors} or "اغتيال" not in claim.trigger.text


def test_a_place_behind_a_known_name_is_where_he_goes() -> None:
    claim = told("زار السيناتور جون ماكين كوباني.", "زار")
    assert {one.text for one in claim.actors} == {"جون ماكين"}
    assert claim.place is not None
    assert claim.place.text == "كوباني"


def test_a_description_alone_makes_no_claim() -> None:
    assert types_in("يقيم الزعيم المعارض في المنفى منذ سنوات، ويستقل رجاله سيارات قديمة.") == []
