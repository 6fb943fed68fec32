"""Status, stance, origin, day and place of plain sentences of the news."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in, types_in


def _of(text: str, trigger: str) -> Claim:
    return next(claim for claim in claims_in(text) if trigger in claim.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("ربما نفذت المقاتلات الغارة على مستودع في دير الزور.", "الغارة", "uncertain"),
        ("قد تكون الجماعة قصفت ميناء ينبع الأسبوع الماضي.", "قصفت", "uncertain"),
        ("ويبدو أن الجنود انسحبوا من ثكنة الشيخ زايد.", "انسحبوا", "uncertain"),
        ("وتردد أن القوات الحكومية انسحبت من بلدة كفرنبل.", "انسحبت", "uncertain"),
        ("قتل القيادي في غارة على الأرجح قرب بلدة سرمدا.", "غارة", "occurred"),
        ("لصد هجوم محتمل نشرت الحكومة جنودا في نيامي.", "نشرت", "occurred"),
        ("تنظم النقابات الأحد المقبل مظاهرة في صفاقس.", "مظاهرة", "planned"),
        ("تبدأ المناورات يوم 15 أكتوبر في البحر المتوسط.", "المناورات", "planned"),
        ("يبدأ وزير الدفاع الإيطالي الاثنين زيارة إلى بنغازي.", "زيارة", "planned"),
    ],
)
def test_status_of_doubt_and_of_days_to_come(text: str, trigger: str, status: str) -> None:
    assert _of(text, trigger).status == status


def test_a_day_of_the_month_ahead_behind_a_verb_in_the_present() -> None:
    assert _of("يزور وفد من البرلمان الأوروبي الرباط في 20 نوفمبر.", "يزور").date == "2018-11-20"


@pytest.mark.parametrize(
    ("text", "trigger", "stance"),
    [
        ("أعلن الأسطول الخامس الأميركي مصادرة شحنة أسلحة في خليج عدن.", "مصادرة", "claims"),
        ("قال رئيس الوزراء الباكستاني إن سلاح الجو أسقط مقاتلتين هنديتين.", "أسقط", "claims"),
        ("قال متحدث عسكري نيجيري إن طائرات حربية دمرت معسكرا لبوكو حرام في ولاية يوبي.", "دمرت", "claims"),
        ("قال الجيش السوري إن طائرات حربية استهدفت مواقعه في البوكمال.", "استهدفت", "reports"),
        ("قالت وزارة الدفاع البريطانية إن مقاتلات تايفون أسقطت مسيرة لتنظيم الدولة قرب التنف.", "أسقطت", "claims"),
        ("ذكرت وكالة الأنباء الجزائرية نقلا عن بيان لوزارة الدفاع أن الجيش أوقف ثلاثة مهربين.", "أوقف", "claims"),
        ("قال الناطق باسم طالبان إن مقاتلي الحركة دخلوا الثكنة وقتلوا عشرة جنود.", "وقتلوا", "claims"),
        ("أكد الجيش الإسرائيلي مقتل جندي وإصابة اثنين في معارك شمال غزة.", "معارك", "reports"),
        ("قال مسؤول في القوات المناهضة للحوثيين إن مقاتلين مناهضين للحوثيين أتلفوا دبابات.", "أتلفوا", "claims"),
        ("أكدت مصادر في وزارة الداخلية الكويتية ضبط خلية مرتبطة بتنظيم الدولة.", "ضبط", "claims"),
        ("قال الرئيس الفنزويلي إنه قرر قطع العلاقات مع كولومبيا.", "قطع", "claims"),
        ("قالت الشرطة الباكستانية إن مسلحين على دراجة نارية قتلوا عالما شيعيا في كراتشي.", "قتلوا", "reports"),
    ],
)
def test_who_tells_of_his_own_deeds(text: str, trigger: str, stance: str) -> None:
    assert _of(text, trigger).stance == stance


def test_the_issuer_of_a_cited_statement_is_the_origin() -> None:
    text = "وذكرت وكالة الأنباء التونسية نقلا عن بيان لوزارة الداخلية أن وحدة أمنية أوقفت مهربا في مدنين."
    links = _of(text, "أوقفت").isnad
    assert [link.text for link in links] == ["وكالة الأنباء التونسية", "وزارة الداخلية"]


def test_those_who_killed_stand_before_the_verb_in_the_plural() -> None:
    told = _of("داهم مسلحون القرية ليلا وقتلوا سبعة من رجال الشرطة.", "وقتلوا")
    assert {one.text for one in told.actors} == {"مسلحون"}
    assert [(one.what, one.low) for one in told.figures] == [("killed", 7)]


def test_a_group_that_adopts_an_operation_claims_it() -> None:
    told = _of("قتل ثلاثة جنود أمس في انفجار لغم. وتبنى تنظيم القاعدة العملية.", "العملية")
    assert (told.stance, told.date) == ("claims", "2018-10-09")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("هاجم مسلحون مساء الأحد ثكنة في بلدة جيبو. وأسفر الهجوم عن مقتل سبعة جنود.", "الهجوم", "2018-10-07"),
        ("اندلعت مواجهات في رام الله أمس. وفي وقت لاحق اعتقلت القوات خمسة شبان.", "اعتقلت", "2018-10-09"),
        ("وقعت اشتباكات في صنعاء يوم 21 سبتمبر 2014. وفي المساء وقع الطرفان اتفاق سلام.", "وقع", "2014-09-21"),
        ("أطلقت البحرية النار على قوارب في عرض بحر السودانية شمال غزة فجر اليوم.", "أطلقت", "2018-10-10"),
        ("وأعلن عن مقتل جندي إماراتي آخر الأسبوع الماضي.", "مقتل", "2018-10-01/2018-10-07"),
    ],
)
def test_days_carried_and_read(text: str, trigger: str, day: str) -> None:
    assert [claim.date for claim in claims_in(text) if trigger in claim.trigger.text][-1] == day


def test_a_state_that_acts_is_not_where_it_acts() -> None:
    assert _of("قال ناشطون إن روسيا قصفت المستشفى.", "قصفت").place is None
    seen = _of("العراق شهد احتجاجات واسعة أمس.", "احتجاجات").place
    assert seen is not None
    assert seen.country == "IRQ"


def test_the_name_of_a_district_is_no_verb() -> None:
    assert types_in("شنت المقاتلات غارات على مواقع في مديرية أرحب شمال صنعاء.") == ["ASSAULT"]


def test_a_patrol_abducts() -> None:
    told = _of("قال الجيش اللبناني إن دورية إسرائيلية خطفت راعيا في شبعا.", "خطفت")
    assert {one.text for one in told.actors} == {"دورية إسرائيلية"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("قتل خمسة جنود في كمين نصبه متمردون في غابة سوكما.", "غابة سوكما"),
        ("وقعت اشتباكات عنيفة في محيط معسكر الفرقة الرابعة شمال العاصمة.", "محيط معسكر الفرقة الرابعة"),
    ],
)
def test_woods_and_the_surroundings_of_a_camp_are_places(text: str, where: str) -> None:
    place = claims_in(text)[0].place
    assert place is not None
    assert place.text == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("استضافت الدوحة أمس محادثات بين الحكومة والمتمردين.", "الدوحة"),
        ("تستضيف جنيف الأسبوع المقبل محادثات بين الطرفين.", "جنيف"),
        ("احتضنت مدينة طنجة اجتماعا للنواب الليبيين.", "مدينة طنجة"),
    ],
)
def test_talks_are_where_a_town_hosts_them(text: str, where: str) -> None:
    place = claims_in(text)[0].place
    assert place is not None
    assert place.text == where


def test_a_dialogue_of_a_day_is_no_interview() -> None:
    assert claims_in("استأنفت الأطراف الليبية حوارها في الصخيرات يوم 5 مارس 2015.")[0].date == "2015-03-05"


def test_an_army_does_not_claim_the_death_of_its_soldier() -> None:
    text = "أعلنت هيئة الأركان الجورجية أن جنديا قتل برصاص قوات أوسيتيا الجنوبية قرب قرية كيربالي."
    assert claims_in(text)[0].stance == "reports"


def test_an_attack_that_may_be_the_cause_is_uncertain() -> None:
    assert claims_in("قتل قيادي، ربما في غارة إسرائيلية، في حي المزة بدمشق.")[0].status == "uncertain"
