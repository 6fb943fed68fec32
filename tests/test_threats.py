"""Threats, demands and movements of forces: what settles that they are claims, and whom they mean."""

from __future__ import annotations

import pytest

from making import claims_in, doers_in, targets_in
from making import types_in as types

FORMER = (
    "عقد مجلس الوزراء جلسته الأسبوعية لبحث الأوضاع، وسط توتر متصاعد منذ أسابيع.\n"
    "وقال مصدر مطلع إن المسؤولين يدرسون عدة خيارات. وكانت البلاد قد شهدت هجمات أوقعت عشرات القتلى.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "حذرت وزارة الدفاع من أن أي هجوم على موانئها سيقابل برد ساحق.",
        "وحذرت المتحدثة من أن رد بلادها على نشر الصواريخ سيكون عسكريا.",
        'حذر الرئيس الإيراني من "عواقب وخيمة" إذا خرجت واشنطن من الاتفاق.',
        "أصدرت القيادة بيانا حذرت فيه السكان من أن قواتها سوف تهدم الحواجز.",
        "وحذر الأمين العام للحزب من مغبة المساس بسلاح مقاتليه.",
        "توعد الأمين العام للحركة إسرائيل بالرد على اغتيال القائد.",
        'وأضاف "منذ أسابيع وهم ينقلون السلاح إلى حدودنا"، مؤكدا "سنرد بقوة على أي هجوم على مدننا".',
        "وقالت الحركة في ختام بيانها إن قتلة القائد لن يفلتوا طويلا من العقاب.",
    ],
)
def test_what_an_attack_is_met_with_is_a_threat(text: str) -> None:
    assert "THREATEN" in types(text)
    assert "CONSULT" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الدفاع إنه إذا أطلقوا صاروخا واحدا فسنعيدهم إلى العصر الحجري.",
        "أبلغت واشنطن بغداد أنها ستنظر في قطع المساعدات إذا مضت في الصفقة.",
        "قال السفير إن أي صواريخ تطلق على القاعدة سيتم إسقاطها.",
        'وجاء في البيان: "لا تقتربوا من المعسكرات لأننا سنستهدفها أينما كانت".',
        "قال الرئيس إن على الحركة الإفراج عن الرهائن فورا وإلا فإن أبواب الجحيم ستفتح.",
        "تعهد قائد القوات البرية بتطهير آخر جيوب المتمردين قبل نهاية العام.",
    ],
)
def test_what_somebody_will_do_if_others_act_is_a_threat(text: str) -> None:
    assert "THREATEN" in types(FORMER + text)


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس إنه إذا التزمت طهران فسنرفع العقوبات عنها.",
        "أعلن المتحدث أن الحركة ستوقف هجماتها إذا لم تقصف إسرائيل القطاع.",
        "قال الوزير إن بلاده ستعيد بناء المدرسة في الصيف.",
    ],
)
def test_promises_are_no_threats(text: str) -> None:
    assert "THREATEN" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "حذر الأمين العام للأمم المتحدة من أن هجوما على المدينة سيؤدي إلى كارثة إنسانية.",
        "وحملت الرئاسة إسرائيل المسؤولية عن المسيرة، محذرة من أنها ستؤدي إلى تفجير الأوضاع.",
        "وحذر العاهل في حواره من عودة التنظيم للظهور في البادية.",
        "وقدمت الأجهزة تقارير إلى الرئيس تحذر من مغبة استقبال الوزير.",
        "وقال التقرير إن الخلافات تهدد مكانة الحلف.",
        "واندلعت مواجهات عند الحاجز مما يهدد بإغلاق الطريق الدولي.",
        "إيران سوف تعاني إذا هددت الولايات المتحدة.",
        "توحد الأعضاء في قلقهم بشأن المخاطر التي تهدد الوضع الإنساني بالانهيار.",
        "اتفق المجتمعون على ألا يشاركوا في الحرب وألا تكون هناك منطقة عازلة.",
    ],
)
def test_what_is_only_foreseen_is_no_threat(text: str) -> None:
    assert "THREATEN" not in types(text)


def test_what_is_threatened_is_no_threat_of_its_own() -> None:
    assert types("وحذر قائد الحرس من أن أي اعتداء ستكون له عواقب وخيمة على المعتدين.").count("THREATEN") == 1


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("هددت أنقرة بالتدخل عسكريا في سوريا لحماية حدودها.", "سوريا"),
        ("وهدد الوزير بالانسحاب من المعاهدة إذا لم تلتزم موسكو بها.", "موسكو"),
    ],
)
def test_whom_a_threat_is_for(text: str, target: str) -> None:
    assert targets_in(text, "THREATEN") == [[target]]


@pytest.mark.parametrize(
    "text",
    [
        "قال مسؤول إيراني إن طهران سترد على أي اعتداء يستهدفها.",
        "قال المتحدث إن أي عملية ضد إيران ستواجه ردا قويا.",
    ],
)
def test_whoever_would_be_attacked_is_not_threatened(text: str) -> None:
    assert targets_in(text, "THREATEN") == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "دعا أنطونيو غوتيريش إلى الإفراج عن الرهائن المحتجزين لدى حماس.",
        "طالبت الوزارة بتوفير الحماية للطواقم الطبية والمستشفيات في غزة.",
        "دعا البرلمان الأوروبي إلى فرض عقوبات على بيلاروسيا.",
    ],
)
def test_whom_a_demand_only_names_it_is_not_addressed_to(text: str) -> None:
    assert targets_in(text, "REQUEST") == [[]]


def test_whoever_is_called_upon_stands_behind_the_call() -> None:
    text = "وجهت العشائر دعوة إلى الحكومة العراقية لإخراج الفصائل المسلحة من السهل."
    assert targets_in(text, "REQUEST") == [["الحكومة العراقية"]]


def test_a_duty_of_whoever_wants_something_is_no_demand() -> None:
    assert "REQUEST" not in types("وقالت الوزارة إن على من يرغب في الحج التسجيل قبل نهاية الشهر.")


@pytest.mark.parametrize(
    "text",
    [
        "ومن جهة أخرى، أوصى بان كي مون في تقريره بتحويل مهمة البعثة إلى المراقبة.",
        "واشترط رئيس الوزراء كذلك تسهيل وصول المساعدات قبل البدء بالمشاورات.",
    ],
)
def test_demands_in_so_many_words(text: str) -> None:
    assert "REQUEST" in types(FORMER + text)


def test_whom_a_feminine_verb_calls_upon() -> None:
    text = "وشكرت الوزارة المانحين، كما طالبت الصليب الأحمر والمؤسسات الدولية بالحضور."
    assert targets_in(text, "REQUEST") == [["الصليب الأحمر", "المؤسسات الدولية"]]


def test_a_thing_demands_nothing() -> None:
    assert doers_in("وشدد على ضرورة التزام جميع الأطراف بالهدنة.", "ضرورة") == set()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("بدأت وحدات من اللواء العاشر بالتحرك نحو غريان بناء على تعليمات القيادة.", "deploy"),
        ("أنهى سلاح الجو مناورة تحاكي هجوما على أهداف بعيدة.", "exercise"),
    ],
)
def test_forces_on_the_move(text: str, mode: str) -> None:
    assert [claim.mode for claim in claims_in(text) if claim.type == "MOBILIZE"] == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "وضع الجيش الأردني قواته على الحدود الشمالية في حالة استنفار قصوى.",
        "حلقت مقاتلات إسرائيلية على علو منخفض فوق بيروت.",
        "اختتم الجيشان المغربي والأميركي تمرين الأسد الإفريقي في أكادير.",
    ],
)
def test_forces_on_alert_and_at_exercise_far_down_an_article(text: str) -> None:
    assert "MOBILIZE" in types(FORMER + text)


def test_a_threat_in_a_relative_clause() -> None:
    assert "THREATEN" in types("وجرى الحديث عن المضيق الذي هدد الحرس الثوري بإغلاقه أمام السفن.")


def test_an_official_on_his_way_is_no_force() -> None:
    assert "MOBILIZE" not in types("توجه وزير الدفاع بعد المؤتمر إلى فيتنام لتفقد القوات في القاعدة.")


def test_what_the_speakers_own_side_will_do_is_a_threat() -> None:
    text = "وقال متحدث باسم حركة طالبان إن الحركة ستحول البلاد إلى مقبرة للغزاة إذا لم ينسحبوا."
    assert "THREATEN" in types(FORMER + text)


def test_what_another_will_bring_about_is_none() -> None:
    assert "THREATEN" not in types("ودعا الزعيم الدرزي إلى ضبط النفس، محذرا من أن الفتنة ستحرق الجميع.")


@pytest.mark.parametrize(
    "text",
    [
        "وحركت باكستان فرقتين مدرعتين إلى خط التماس بعد سقوط الطائرة.",
        "واستعان المجلس العسكري في مالي بمئات من عناصر شركة أمنية روسية.",
        "وعبرت قافلة عسكرية أميركية من معبر الوليد قادمة من الإقليم.",
    ],
)
def test_forces_sent_by_rarer_verbs(text: str) -> None:
    assert "MOBILIZE" in types(FORMER + text)


@pytest.mark.parametrize(
    "text",
    [
        "وحركت الدعوى النيابة العامة بعد شكوى تقدم بها جنود سابقون.",
        "وعبرت قافلة مساعدات من المعبر إلى القطاع.",
        "وعبرت الوزارة عن قلقها من وجود قوات أجنبية في البلاد.",
    ],
)
def test_what_is_no_force_is_not_sent(text: str) -> None:
    assert "MOBILIZE" not in types(text)


def test_what_amounts_to_a_declaration_of_war_is_a_threat() -> None:
    found = types("وقالت إثيوبيا إن أي محاولة للمساس بالسد ستكون بمثابة إعلان حرب.")
    assert "THREATEN" in found
    assert "MOBILIZE" not in found


def test_nature_threatens_nobody() -> None:
    assert "THREATEN" not in types("وتهدد مياه البحر بغرق أحياء كاملة في الإسكندرية.")
