"""Deeds of force: which words tell one, which only tell it once more or speak of it, and how it was done."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.claims.tallies import find_tallies
from khabar.model import Article
from making import claims_in

FORCE = {"ASSAULT", "COERCE"}


def told(text: str) -> list[tuple[str, str | None]]:
    """The deeds of force of a text, as trigger and mode."""
    return [(one.trigger.text, one.mode) for one in claims_in(text) if one.type in FORCE]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("استهدفت مقاتلات التحالف مواقع المتمردين في معسكر الحمزة وأطراف الوادي بست غارات جوية.", "استهدفت"),
        ("استهدفت المقاتلات تجمعات المتمردين شرق إب بـ 6 غارات جوية.", "استهدفت"),
        ("وقال المصدر إن الهجوم نجم عن تفجير عبوة ناسفة قرب الشيخ زويد.", "الهجوم"),
        ("قال البيان إن قوات الجيش تمكنت من استهداف وتدمير 12 وكرا للمسلحين.", "استهداف"),
        ("وقع الطيار في أسر المتمردين.", "وقع"),
        ("استشهد الشاب إثر إصابته برصاص الجنود في البطن شرق رفح.", "استشهد"),
        ("استشهد طفل جراء إصابته برصاصة في الرأس أطلقها عليه جنود شرق خان يونس.", "أطلقها"),
        ("وأكد مسؤول أن انتحاريا يقود سيارة مفخخة فجر نفسه قرب جسر.", "يقود سيارة مفخخة"),
        ("جاء ذلك بعد مقتل القيادي صالح علي الذي قتل بغارة للتحالف في الحديدة.", "بغارة"),
        ("أغارت مقاتلات على مزرعة قرب البلدة من دون وقوع إصابات.", "أغارت مقاتلات"),
        ("دارت معارك كر وفر غربي مأرب سقط فيها عشرات القتلى من الطرفين.", "معارك"),
        ("ارتفعت حصيلة التفجير الذي استهدف ساحة الطيران إلى 32 قتيلا و110 جرحى.", "التفجير"),
        ("نجا محافظ عدن من محاولة اغتيال في حي التواهي.", "محاولة اغتيال"),
        ("تسبب لغم أرضي من مخلفات التنظيم بمقتل راعيين في البادية.", "بمقتل"),
        ("قالت الشركة إن هجوما إلكترونيا تسبب بانقطاع خدماتها في البلاد.", "هجوما إلكترونيا"),
        ("وقالت زوجته إن مسلحين اقتادوه من منزله قبل عامين.", "اقتادوه"),
        ("ضرب الجيش حصارا على المدينة منذ شهور.", "حصارا"),
        ("حظرت السلطات التجوال في المدينة من السادسة مساء.", "التجوال"),
        ("دان المجلس اعتقال الشرطة الصحفيين في البلاد.", "اعتقال"),
        ("قتل ضابطان وأصيب خمسة عندما تعرضت الدورية التي كانوا فيها إلى هجوم.", "هجوم"),
        ("وقع هجوم على ملهى ليلي في إسطنبول عام 2017، وراح ضحيته 39 شخصا.", "هجوم"),
    ],
)
def test_one_deed_is_told_once(text: str, trigger: str) -> None:
    triggers = [word for word, _ in told(text)]
    assert set(triggers) == {trigger}


def test_its_dead_are_the_attack_s() -> None:
    (one,) = claims_in("وقع هجوم على ملهى ليلي في إسطنبول عام 2017، وراح ضحيته 39 شخصا.")
    assert [(figure.what, figure.low) for figure in one.figures] == [("killed", 39)]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن التحالف أن قواته تقترب من السيطرة على مدينة الحديدة.",
        "وباتت الفصائل على وشك الاستيلاء على المطار.",
        "وشدد القائد على ضرورة استمرار إحكام الحصار على فلول الميليشيا.",
        "ويهدف القانون إلى تعزيز وسائل التصدي للمتطرفين.",
        "وأدانت المحكمة المتهم بالتحريض على قتل الجنود.",
        "ويعد فقدان البلدة ضربة كبيرة للجماعة التي استغلتها مصدر دخل لها.",
        "وتراجعت السياحة بعد الاحتجاجات التي ضربت مدينة جرادة مطلع العام.",
        "ووجهت النيابة إليه تهمة القتل العمد.",
        "وقال المتحدث باسم العمليات المشتركة إن القوات وصلت إلى الجامعة.",
        "وفر المسلحون تاركين وراءهم جثث قتلاهم.",
        "يحظر القانون الدولي تجنيد الأطفال.",
        "وقال الوزير إن قواعد إطلاق النار لن تتغير.",
        "وافقت تركيا على السماح للجيش الأميركي بشن ضربات جوية من القاعدة.",
        "وتسعى القوات المشتركة بإسناد كبير من التحالف العربي إلى تحرير المطار.",
        "وخاضت إسرائيل والحركة ثلاث حروب منذ 2008.",
        "ورصد التقرير 197 حالة اختطاف في المدينة.",
        "توفي معتقل سياسي في سجن برج العرب نتيجة الإهمال الطبي.",
        "لا يزال العراق يشهد هجمات يومية تستهدف قوات الشرطة والمدنيين.",
        "أغلقت المدارس أبوابها بسبب موجة الحر.",
    ],
)
def test_a_deed_only_spoken_of_is_none(text: str) -> None:
    assert told(text) == []


def test_ground_that_is_given_is_no_constraint() -> None:
    text = "صدت القوات الهجوم ما أجبر الميليشيا على التراجع."
    assert not any(one.type == "COERCE" for one in claims_in(text))


def test_losses_apart_from_the_fighting_are_no_attack() -> None:
    assert told("أعلن الجيش مقتل أحد جنوده في حادث لا يمت للعمليات القتالية بصلة.") == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("أعلنت الشرطة أن غارة بطائرة أميركية من دون طيار قتلت قياديا في التنظيم شرقي شبوة.", "drone"),
        ("قتل زعيم الحركة في هجوم شنته طائرة أمريكية بدون طيار على وزيرستان.", "drone"),
        ("دمرت ضربة جوية مخازن للإغاثة في بلدة سراقب.", "airstrike"),
        ("دمر صاروخ باليستي مبنى من خمسة طوابق في خاركيف.", "missile"),
        ("دمرت قذيفة مدفعية واجهة المدرسة في حي الدريب.", "shelling"),
        ("ألحقت المسيرات الأوكرانية أضرارا بمصفاة نفط في كراسنودار.", "drone"),
        ("أعطبت المقاومة آلية عسكرية بعبوة شديدة الانفجار شرق رفح.", "bombing"),
        ("دمر مقاتلو الفصيل دبابة للجيش بصاروخ موجه قرب معرشورين.", "missile"),
        ("أحرقت الطائرة المسيرة عربتين للمسلحين.", "drone"),
        ("فجرت قوات الاحتلال منزلين في قرية عقربا.", "destruction"),
        ("جرى تفجير منزل عائلة منفذ العملية في مخيم شعفاط.", "destruction"),
        ("قصفت فصائل المعارضة ضاحية الأسد بالتزامن مع غارات روسية على دوما.", "other"),
        ("أسقطت الدفاعات صاروخا أطلق على الرياض.", "interception"),
        ("قتل جندي عندما اصطدمت دورية كان فيها بلغم أرضي في العاصمة.", "bombing"),
        ("ودمرت القنبلة واجهة المخفر وسط المدينة.", "bombing"),
        ("فجر مسلحون منزل نائب بعبوة ناسفة في ديالى.", "bombing"),
    ],
)
def test_what_did_it_tells_how_it_was_done(text: str, mode: str) -> None:
    assert told(text)[0][1] == mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "أفادت الوكالة بأن غارة لطائرة بدون طيار استهدفت سيارة في مأرب. وقال شهود إن الغارة دمرت السيارة بالكامل.",
            "drone",
        ),
        ("استهدف انتحاري بسيارة مفخخة بوابة معسكر. وأوقع الهجوم خمسة قتلى.", "suicide-bombing"),
    ],
)
def test_the_same_attack_keeps_its_mode(text: str, mode: str) -> None:
    assert [how for _, how in told(text)] == [mode, mode]


def figures(text: str) -> list[list[tuple[str, float, float | None]]]:
    """The figures of each deed of force."""
    rows = [one.figures for one in claims_in(text) if one.type in FORCE]
    return [[(figure.what, figure.low, figure.high) for figure in row] for row in rows]


def test_what_is_shot_down_is_what_was_fired() -> None:
    text = "اعترضت القبة الحديدية تسعة صواريخ أطلقت من القطاع."
    assert figures(text) == [[("munitions", 9, 9)], [("munitions", 9, 9)]]


def test_each_attack_has_its_own_dead() -> None:
    text = "قتلت قوات الأمن ستة من المتظاهرين بعد مقتل ضابط نتيجة إطلاق النار عليه من قبل محتجين."
    assert figures(text) == [[("killed", 6, 6)], [("killed", 1, 1)]]


def test_those_driven_out_by_fighting_are_its_figures() -> None:
    (row,) = figures("شرد القصف أكثر من ألفي أسرة من بلدة حيس.")
    assert row == [("displaced", 2001, None)]


def test_the_hurt_behind_an_aside_belong_to_the_attack() -> None:
    text = "وأسفر الهجوم عن مصرع 17 شخصا، بينهم خمسة من رجال الشرطة، وجرح 40."
    assert figures(text) == [[("killed", 17, 17), ("wounded", 40, 40)]]


def test_an_attack_that_hurt_nobody_happened() -> None:
    (one,) = claims_in("لم يصب أحد في الهجوم الذي شنه مسلحون على المخفر.")
    assert one.status == "occurred"


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("قالت وزارة الصحة إن 211 هجوما استهدف المرافق الصحية منذ بداية الحرب.", 211),
        ("سجلت الأمم المتحدة 48 هجوما على قوافل الإغاثة خلال العام الماضي.", 48),
        ("وبلغ عدد الهجمات على القواعد الأميركية 170 هجوما حتى نهاية يناير.", 170),
        ("قال المتحدث إن الحوثيين أطلقوا 430 صاروخا باليستيا على المملكة منذ 2015.", 430),
        ("نفذ المستوطنون 700 اعتداء على الفلسطينيين في النصف الأول من العام.", 700),
        ("وهدمت إسرائيل 953 منشأة في الضفة خلال العام الماضي.", 953),
        ("وقعت 27 حادثة اختطاف في العاصمة هذا العام.", 27),
        ("وتحتجز إسرائيل في سجونها نحو 9500 أسير فلسطيني.", 9500),
        ("وهذه المرة الرابعة التي يستهدف فيها المطار خلال شهر.", 4),
        ("وهذا هو الهجوم الثالث على السفارة في أسبوع.", 3),
    ],
)
def test_deeds_counted_over_a_period_are_a_tally(text: str, low: int) -> None:
    reading, _ = pipeline.read(Article(id="period", text=text, published="2024-05-15"))
    reader = ClaimReader(reading)
    claims = list(reader.claims())
    assert [one for one in claims if one.type in FORCE] == []
    assert [one.low for one in find_tallies(reader, claims)] == [low]


def test_deeds_of_a_night_are_no_tally() -> None:
    assert figures("ونفذت طائرات التحالف 12 غارة على المعسكر ليل أمس.") == [[("attacks", 12, 12)]]


def test_more_or_fewer_of_them_is_no_deed() -> None:
    assert told("تضاعفت هجمات المستوطنين ثلاث مرات مقارنة بالعام الماضي.") == []


def test_what_is_planned_has_not_been_done() -> None:
    (one,) = [one for one in claims_in("خطط المسلحون لخطف الجنود الجرحى.") if one.type == "COERCE"]
    assert one.status == "planned"


def test_an_operation_that_is_launched_is_no_missile() -> None:
    assert "missile" not in [how for _, how in told("أطلقت قوات الأمن عملية أمنية لملاحقة المتورطين في الهجوم.")]


def test_what_an_attack_answers_is_an_attack() -> None:
    text = "قصفت تركيا مواقع للتنظيم ردا على مقتل أحد جنودها بإطلاق نار من قبل متطرفين."
    assert figures(text) == [[], [("killed", 1, 1)]]


def test_the_dead_of_each_of_two_attacks() -> None:
    text = "قتل أحد المهاجمين خلال التفجير في حين لقي ثلاثة آخرون حتفهم في تبادل لإطلاق النار لاحقا."
    assert figures(text) == [[("killed", 1, 1)], [("killed", 3, 3)]]


@pytest.mark.parametrize(
    "text",
    [
        'وقال متحدث باسم الجيش الفرنسي: "ليس نحن من شن الضربات".',
        'وقال متحدث باسم الوزارة: "لا تنفذ قواتنا ضربات جوية في سوريا".',
    ],
)
def test_what_somebody_disowns_is_negated(text: str) -> None:
    assert {one.status for one in claims_in(text) if one.type == "ASSAULT"} == {"negated"}


def test_others_behind_their_number_are_counted_by_it() -> None:
    text = "وتابع أن 15 شخصا قتلوا في الهجوم، مضيفا أن 38 شخصا آخرين أصيبوا بجروح."
    assert [one for row in figures(text) for one in row] == [("killed", 15, 15), ("wounded", 38, 38)]


@pytest.mark.parametrize(
    ("text", "type", "mode"),
    [
        ("أوقفت المباحث سبعة أعضاء في جماعة محظورة.", "COERCE", "arrest"),
        ("قضت طائرة مسيرة مجهولة على ثلاثة من قادة الفصيل.", "ASSAULT", "drone"),
    ],
)
def test_those_it_is_done_to_settle_the_verb(text: str, type: str, mode: str) -> None:
    (one,) = claims_in(text)
    assert (one.type, one.mode) == (type, mode)


@pytest.mark.parametrize(
    "text",
    ["أوقفت الشركة مئة موظف عن العمل بسبب الأزمة.", "قضت المحكمة بالسجن خمس سنوات على ثلاثة مسلحين."],
)
def test_others_do_something_else_by_the_same_verb(text: str) -> None:
    assert told(text) == []


def test_an_attack_that_is_readied_is_planned() -> None:
    text = "تستعد القوات لاقتحام آخر معاقل التنظيم في المدينة القديمة."
    assert [one.status for one in claims_in(text) if one.type == "ASSAULT"] == ["planned"]


def test_a_shot_that_was_not_fired_is_negated() -> None:
    (one,) = [one for one in claims_in("وقال الناطق إن قواته لم تطلق النار في المنطقة.") if one.type == "ASSAULT"]
    assert one.status == "negated"
