"""Who did it to whom in plain sentences, for fillers of all sorts in one frame."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in


def first(text: str, type_: str) -> Claim:
    return next(claim for claim in claims_in(text) if claim.type == type_)


def parties(claim: Claim) -> tuple[list[str], list[str]]:
    return [one.text for one in claim.actors], [one.text for one in claim.targets]


DENIERS = [
    "الطيران الروسي",
    "سلاح الجو الليبي",
    "حركة طالبان",
    "القوات المسلحة اليمنية",
    "لواء الصقور",
    "المدفعية السعودية",
]


@pytest.mark.parametrize("who", DENIERS)
@pytest.mark.parametrize(
    "denial", ["نفت {} قصف قرية حدودية.", "نفت {} الاتهامات باستهداف قرية حدودية.", "{} تنفي استهداف قرية حدودية"]
)
def test_who_denies_his_own_deed(who: str, denial: str) -> None:
    text = denial.format(who)
    if not who.startswith(("حركة", "القوات", "المدفعية")):
        text = text.replace("نفت", "نفى").replace("تنفي", "ينفي")
    claim = first(text, "ASSAULT")
    assert parties(claim) == ([who], ["قرية حدودية"])
    assert claim.stance == "denies"
    assert claim.isnad[-1].text == who


def test_responsibility_and_rumours_are_denied() -> None:
    claim = first("نفى الطيران الروسي مسؤوليته عن الهجوم على مستشفى ميداني.", "ASSAULT")
    assert parties(claim) == (["الطيران الروسي"], ["مستشفى ميداني"])
    claim = first("كذب سلاح الجو الليبي ما تردد عن قصفه سوقا شعبيا.", "ASSAULT")
    assert [one.text for one in claim.actors] == ["سلاح الجو الليبي"]
    assert claim.stance == "denies"
    claim = first("نفت حركة طالبان أن تكون قد قصفت المدرسة أمس.", "ASSAULT")
    assert parties(claim) == (["حركة طالبان"], ["المدرسة"])


@pytest.mark.parametrize("who", ["وزير الدفاع التركي خلوصي أكار", "لواء الصقور", "خليفة حفتر"])
@pytest.mark.parametrize(
    "charge", ["اتهمت المعارضة {} بقصف سوق شعبي.", "حملت المعارضة السورية {} مسؤولية الهجوم على السوق."]
)
def test_the_opposition_bears_no_name(who: str, charge: str) -> None:
    claim = first(charge.format(who), "ASSAULT")
    assert claim.isnad[-1].text.startswith("المعارضة")
    assert claim.stance == "accuses"
    assert claim.actors[0].text in who


@pytest.mark.parametrize("who", ["المقاتلات الأميركية", "التحالف العربي", "قوات الأمن المصرية", "مليشيا فاغنر"])
def test_genitive_and_object_of_a_verbal_noun(who: str) -> None:
    claim = first(f"أدى قصف {who} قافلة عسكرية إلى مقتل خمسة أشخاص.", "ASSAULT")
    assert parties(claim) == ([who], ["قافلة عسكرية"])
    claim = first(f"مقتل 3 أطفال بقصف {who} على بلدة شمال حماة", "ASSAULT")
    assert [one.text for one in claim.actors] == [who]


@pytest.mark.parametrize("who", ["إسرائيل", "الحكومة السورية", "قوات الأمن", "الطيران الروسي"])
@pytest.mark.parametrize(("noun", "type_"), [("استهداف", "ASSAULT"), ("اقتحام", "COERCE"), ("حصار", "COERCE")])
def test_genitive_and_dative_of_a_deed(who: str, noun: str, type_: str) -> None:
    claim = first(f"وجاء ذلك بعد {noun} {who} للمسجد الكبير بيوم واحد.", type_)
    assert parties(claim) == ([who], ["مسجد الكبير"])


@pytest.mark.parametrize("who", ["ألمانيا", "الأمم المتحدة", "حركة حماس", "الحكومة السورية"])
@pytest.mark.parametrize(("noun", "type_"), [("إدانة", "ACCUSE"), ("تهديد", "THREATEN"), ("تأييد", "SUPPORT")])
def test_genitive_and_dative_of_words(who: str, noun: str, type_: str) -> None:
    claim = first(f"وجاء ذلك بعد {noun} {who} للسلطات الليبية بيوم واحد.", type_)
    assert parties(claim) == ([who], ["سلطات الليبية"])


def test_what_is_launched_launches_nothing() -> None:
    claim = first("تم إطلاق العديد من المسيرات على القاعدة الجوية.", "ASSAULT")
    assert claim.actors == ()


def test_states_and_arms_kill() -> None:
    for who, verb in (("إسرائيل", "قتلت"), ("المدفعية التركية", "قتلت"), ("سلاح الجو الإسرائيلي", "قتل")):
        assert parties(first(f"{verb} {who} أربعة مدنيين في بلدة مجاورة.", "ASSAULT")) == ([who], ["مدنيين"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("تظاهر عشرات الآلاف أمس في باريس.", ["عشرات الآلاف"]),
        ("آلاف يتظاهرون في لندن", ["آلاف"]),
        ("وشهدت المدينة مظاهرة شارك فيها مئات الآلاف.", ["مئات الآلاف"]),
        ("تظاهر مئات الآلاف من العمال في باريس.", ["العمال"]),
    ],
)
def test_crowds_without_a_noun(text: str, who: list[str]) -> None:
    assert [one.text for one in first(text, "PROTEST").actors] == who


def test_subjects_end_before_objects() -> None:
    assert parties(first("قصفت فصائل المعارضة قافلة عسكرية أمس.", "ASSAULT")) == (["فصائل المعارضة"], ["قافلة عسكرية"])
    assert parties(first("هاجم شبان غاضبون دورية للشرطة في عدن.", "ASSAULT")) == (["شبان غاضبون"], ["دورية للشرطة"])
    assert parties(first("اغتال مسلحون علي محمد في عدن.", "ASSAULT")) == (["مسلحون"], ["علي محمد"])


def test_help_goes_to_whom_it_is_for() -> None:
    said = first("قال مصدر أمني إن الشرطة المصرية قدمت مساعدات طبية للسودان.", "AID")
    assert parties(said) == (["الشرطة المصرية"], ["سودان"])
    money = first("أوقفت السلطات التركية 12 شخصا يشتبه في تمويلهم تنظيم الدولة.", "AID")
    assert parties(money)[1] == ["تنظيم الدولة"]
    assert parties(money)[0] != ["السلطات التركية"]
    charged = first("اعتقلت الشرطة خمسة متهمين بتمويل التنظيم.", "AID")
    assert parties(charged) == (["متهمين"], ["التنظيم"])


def test_penalties_are_for_somebody() -> None:
    assert parties(first("السجن المؤبد لمعلم في الكويت بتهمة التجسس", "SANCTION"))[1] == ["معلم"]


@pytest.mark.parametrize("told_in", ["في تصريح صحفي", "في بيان", "قائلا"])
def test_what_a_deed_is_told_in(told_in: str) -> None:
    claim = first(f"وأكد مسؤول أمني كبير {told_in} إن مسلحين هاجموا حاجزا للجيش.", "ASSAULT")
    assert parties(claim)[0] == ["مسلحين"]
    assert claim.isnad[-1].text == "مسؤول أمني كبير"


@pytest.mark.parametrize("name", ["بدر الحمداني", "جمال الحمداني", "سعاد الحمداني", "هدى الحمداني"])
def test_a_given_name_that_is_a_word(name: str) -> None:
    told = first(f"ونقلت رويترز عن {name} قوله إن خمسة مدنيين قتلوا في غارة على السوق.", "ASSAULT")
    assert told.isnad[-1].text == name
    assert parties(first(f"مقتل {name} في غارة إسرائيلية جنوب لبنان", "ASSAULT"))[1] == [name]


@pytest.mark.parametrize("name", ["بدر الحمداني", "هدى الحمداني", "علي محمد"])
def test_a_name_behind_a_plural_that_keeps_its_nun(name: str) -> None:
    assert parties(first(f"اغتال مسلحون مجهولون {name} أمس في عدن.", "ASSAULT")) == (["مسلحون مجهولون"], [name])


def test_where_a_minister_is_belongs_to_no_name() -> None:
    claim = first("التقى الوزير في العاصمة العراقية بغداد قادة الأحزاب الكردية.", "CONSULT")
    assert [one.text for one in claim.actors] == ["الوزير", "قادة الأحزاب الكردية"]


def test_a_name_that_begins_with_a_title() -> None:
    claim = first("التقى الرئيس إمام علي رحمان نظيره الروسي في دوشنبه.", "CONSULT")
    assert claim.actors[0].text == "إمام علي رحمان"


DEED = "قصف موقعا عسكريا في محافظة صعدة."


@pytest.mark.parametrize(
    ("teller", "doer", "stance"),
    [
        ("قال الجيش الروسي", "الجيش الأوكراني", "accuses"),
        ("قال الجيش الروسي", "الجيش الروسي", "claims"),
        ("قالت جماعة الحوثي", "طيران التحالف", "accuses"),
        ("قال المتحدث العسكري باسم الحوثيين يحيى سريع", "طيران التحالف", "accuses"),
        ("قالت حركة طالبان", "حلف الناتو", "accuses"),
        ("قال حزب العمال الكردستاني", "الجيش التركي", "accuses"),
        ("قالت مصادر طبية", "الجيش التركي", "reports"),
    ],
)
def test_stances_of_sides(teller: str, doer: str, stance: str) -> None:
    assert first(f"{teller} إن {doer} {DEED}", "ASSAULT").stance == stance


def test_whose_shelling_it_is() -> None:
    claim = first("أعلنت وزارة الدفاع الأوكرانية مقتل ثلاثة مدنيين في قصف للقوات الروسية في خيرسون.", "ASSAULT")
    assert [one.text for one in claim.actors] == ["قوات الروسية"]
    assert claim.stance == "accuses"
