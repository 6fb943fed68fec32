"""Attacks in the plain language of the news: who did it to whom, with what losses, and what is no attack."""

from __future__ import annotations

import pytest

from making import claims_in, types_in


def sides(text: str, trigger: str) -> tuple[set[str], set[str]]:
    """Actors and targets of the claim with a trigger."""
    told = next(one for one in claims_in(text) if text[one.trigger.start : one.trigger.end] == trigger)
    return {one.text for one in told.actors}, {one.text for one in told.targets}


def losses(text: str) -> list[tuple[str, float, float | None]]:
    """Figures of all claims in a text."""
    return [(one.what, one.low, one.high) for told in claims_in(text) for one in told.figures]


@pytest.mark.parametrize(
    "text",
    [
        "ضربت هزة أرضية قوية بلدات جبلية في غرب البلاد وأسفرت عن مقتل سبعة قرويين.",
        "انهار مبنى سكني قديم في الإسكندرية ما أدى إلى مصرع أربعة من سكانه.",
        "تصادم قطاران قرب محطة البلدة مما أسفر عن سقوط تسعة قتلى و20 مصابا.",
        "انقلبت حافلة تقل طلابا في منعطف جبلي فقتل ثلاثة منهم.",
        "التهمت النيران عشرات البيوت الخشبية في القرية وقتلت ثمانية أشخاص.",
        "ارتفعت حصيلة السيول في الولاية إلى 40 قتيلا و60 جريحا.",
        "تحطمت مقاتلة من طراز ميغ خلال تدريب اعتيادي ونجا قائدها.",
        "تسرب غاز سام في معمل للأسمدة وأدى إلى وفاة ستة عمال.",
        "قصف المهاجم الشاب مرمى ضيفه بثلاث تسديدات في الشوط الأول.",
    ],
)
def test_accidents_and_sport_are_no_attacks(text: str) -> None:
    assert "ASSAULT" not in types_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "بعد شهر من انهيار جسر البلدة قتل مسلحون ثلاثة جنود في كمين.",
        "اندلع حريق في المخيم بعد أن أضرم مسلحون النار فيه ما أدى إلى مقتل طفلين.",
        "تحطمت مروحية للجيش بعد إصابتها بصاروخ أطلقه المتمردون.",
    ],
)
def test_an_accident_beside_an_attack_does_not_hide_it(text: str) -> None:
    assert "ASSAULT" in types_in(text)


def test_somebody_told_by_an_adjective_is_the_subject_behind_the_verb() -> None:
    text = "قتل مسلح ثلاثة جنود في إطلاق نار داخل ثكنة غرب المدينة."
    assert sides(text, "إطلاق نار") == ({"مسلح"}, {"جنود"})


def test_the_object_behind_a_preposition_of_the_event_is_its_target() -> None:
    text = "أعلنت القيادة القضاء على إرهابيين اثنين شرق الولاية."
    assert sides(text, "القضاء على")[1] == {"إرهابيين"}
    assert losses(text) == [("killed", 2, 2)]


def test_what_somebody_goes_on_doing_is_no_verb_of_its_own() -> None:
    text = "واصلت طائرات التحالف قصف مواقع المسلحين في محيط البلدة."
    assert sides(text, "قصف") == ({"طائرات التحالف"}, {"مواقع المسلحين"})


def test_to_add_that_somebody_killed_terrorists_lists_nobody() -> None:
    assert types_in("وأضاف البيان أن القوات قتلت 25 إرهابيا في الجبال.") == ["ASSAULT"]


def test_whom_a_state_hangs_it_executes() -> None:
    assert sides("أعدمت السلطات شنقا ثلاثة سجناء أكراد، بحسب منظمة حقوقية.", "أعدمت")[1] == {"سجناء أكراد"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اغتال مجهولون ضابطين في جهاز الأمن وسط المدينة.", [("killed", 2, 2)]),
        ("اغتال مسلحون القاضي سالم حمود أمام منزله.", [("killed", 1, 1)]),
        ("جرح تسعة في قصف لطيران النظام على سوق البلدة.", [("wounded", 9, 9)]),
        ("قتل شرطي ومدني وأصيب أربعة جنود بانفجار عبوة قرب الجسر.", [("killed", 2, 2), ("wounded", 4, 4)]),
        ("أصيب عشرات القرويين بالاختناق جراء إطلاق الجنود قنابل الغاز في البلدة.", [("wounded", 20, None)]),
        ("حصد تفجير في السوق أرواح ستة مدنيين وأصاب 11.", [("killed", 6, 6), ("wounded", 11, 11)]),
    ],
)
def test_losses_are_those_of_the_sufferers(text: str, told: list[tuple[str, float, float | None]]) -> None:
    assert losses(text) == told


def test_a_number_belongs_to_all_that_was_done_to_them() -> None:
    text = "أقدم مسلحون على خطف وقتل أربعة عمال إغاثة شمال البلاد."
    assert sorted(losses(text)) == [("captured", 4, 4), ("killed", 4, 4)]
    assert sides(text, "وقتل") == ({"مسلحون"}, {"عمال إغاثة"})


def test_what_a_weapon_is_made_against_and_whose_flag_flies_is_no_party() -> None:
    text = "تعرضت ناقلة نفط ترفع علم بنما لهجوم بصاروخ مضاد للسفن قبالة سواحل الحديدة."
    assert sides(text, "لهجوم بصاروخ") == (set(), {"ناقلة نفط"})


def test_what_was_fired_is_not_what_was_hit() -> None:
    text = "أسقطت الدفاعات الجوية ست طائرات مسيرة من طراز شاهد أطلقتها روسيا على منطقة أوديسا."
    assert sides(text, "أطلقتها") == ({"روسيا"}, {"منطقة أوديسا"})
    assert sides("دمرت منظومة القبة الحديدية صاروخين أطلقا من غزة.", "أطلقا")[1] == set()


def test_a_capital_is_named_by_the_attack_that_it_saw() -> None:
    assert sides("ارتفعت حصيلة ضحايا تفجيري كابول إلى 63 قتيلا و90 جريحا.", "تفجيري")[0] == set()


def test_men_by_a_feminine_ending_are_the_subject() -> None:
    assert sides("استهدف قناصة النظام مدنيين عند معبر البلدة.", "استهدف")[0] == {"قناصة النظام"}


def test_an_attack_without_losses_happened() -> None:
    (told,) = claims_in("لم تسفر الغارة عن وقوع ضحايا، بحسب المرصد السوري لحقوق الإنسان.")
    assert told.status == "occurred"
    assert [(one.what, one.low, one.high) for one in told.figures][:1] == [("killed", 0, 0)]


def test_what_a_strike_answers_is_not_how_it_was_done_nor_whose_claim() -> None:
    struck, fired = claims_in("قال الجيش الإسرائيلي إنه ضرب أهدافا لحماس في قطاع غزة ردا على إطلاق صواريخ من القطاع.")
    assert (struck.mode, struck.stance) == ("other", "claims")
    assert (fired.mode, fired.stance) == ("missile", "reports")


def test_a_verb_that_goes_on_has_the_subject_before() -> None:
    text = "قالت الشرطة إن متمردين فجروا لغما تحت مركبة فقتلوا 15 شرطيا وسائقا."
    assert sides(text, "فقتلوا") == ({"متمردين"}, {"شرطيا", "سائقا"})
    assert losses(text) == [("killed", 15, 15), ("killed", 1, 1)]


def test_a_hostile_drone_is_no_march() -> None:
    (told,) = [one for one in claims_in("أغارت مسيرة معادية على سيارة في بلدة كفررمان.") if one.type != "ACCUSE"]
    assert (told.type, told.mode) == ("ASSAULT", "drone")


def test_the_air_force_strikes() -> None:
    text = "أعلن الناطق أن سلاح الجو استهدف رتلا لتنظيم داعش جنوب سبها."
    assert sides(text, "استهدف") == ({"سلاح الجو"}, {"رتلا"})


def test_who_escapes_is_whom_the_assassins_meant() -> None:
    text = "نجا رئيس الوزراء مصطفى الكاظمي من محاولة اغتيال بطائرة مسيرة استهدفت منزله في بغداد."
    assert sides(text, "محاولة اغتيال")[1] == {"مصطفى الكاظمي"}


def test_women_suffer_by_rape() -> None:
    text = "قالت المنظمة إن قوات الأمن أحرقت قرى كثيرة واغتصبت نساء من الأقلية."
    assert sides(text, "واغتصبت") == ({"قوات الأمن"}, {"نساء من الأقلية"})


def test_the_men_of_a_force_suffer_not_what_they_drove() -> None:
    text = "جرح ثلاثة من قوات حفظ السلام بانفجار لغم لدى مرور قافلتهم قرب كيدال."
    assert sides(text, "بانفجار لغم")[1] == {"قوات حفظ السلام"}


def test_a_relative_clause_tells_what_the_attack_was_aimed_at() -> None:
    text = "أدت الغارات التي شنتها الطائرات الروسية على مدينة معرة النعمان إلى مقتل 12 مدنيا."
    assert sides(text, "الغارات") == ({"الطائرات الروسية"}, {"مدينة معرة النعمان"})


@pytest.mark.parametrize(
    "text",
    [
        "قتل الجيش المالي ستين إرهابيا في عملية عسكرية بمنطقة ميناكا.",
        "صد الجيش اليمني هجوما للحوثيين في جبهة صرواح وكبدهم خسائر فادحة.",
        "أوقعت الغارات على حي الشعار بحلب ثمانية قتلى على الأقل.",
        "عثرت الشرطة على ست جثث مجهولة الهوية عليها آثار إطلاق نار في بغداد.",
        "تعرض موكب الوزير لمحاولة استهداف بسيارة مفخخة في شبوة دون أن يصاب مرافقوه.",
    ],
)
def test_one_event_told_in_one_breath_is_one_claim(text: str) -> None:
    assert types_in(text) == ["ASSAULT"]


def test_the_machine_behind_the_light_verb_tells_how_it_was_done() -> None:
    (told,) = claims_in("كثفت المدفعية الإسرائيلية قصفها على الأحياء الشرقية لمدينة خان يونس.")
    assert told.mode == "shelling"


def test_security_forces_foil_an_attack() -> None:
    text = "أفشلت قوى الأمن محاولة لتفجير حسينية في مدينة القطيف وقتلت المهاجم."
    assert sides(text, "أفشلت")[0] == {"قوى الأمن"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قتل ستة حراس في تفجير سيارة بمدينة غاو أمس. وأعلنت جماعة المرابطين مسؤوليتها.", "جماعة المرابطين"),
        ("قتل ستة حراس في هجوم على معبر بري. وتبنت حركة الشباب المسؤولية في بيان.", "حركة الشباب"),
        ("أصيب حارسان في تفجير عبوة. وأعلن تنظيم داعش المسؤولية عنه.", "تنظيم داعش"),
        ("قتل سبعة ركاب في هجوم على حافلة. وتبنى جيش تحرير بلوشستان العملية.", "جيش تحرير بلوشستان"),
    ],
)
def test_responsibility_claimed_in_a_short_sentence_is_a_claim(text: str, who: str) -> None:
    last = claims_in(text)[-1]
    assert (last.type, last.stance, last.isnad[-1].text) == ("ASSAULT", "claims", who)
    assert {one.text for one in last.actors} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة حراس في تفجير سيارة. ولم تعلن أي جهة مسؤوليتها.",
        "قتل ستة حراس في تفجير سيارة. ولم يتبن أي طرف المسؤولية.",
        "قتل ستة حراس في تفجير سيارة. وأعلنت الشركة مسؤوليتها عن صيانة الطريق.",
    ],
)
def test_responsibility_that_nobody_claims_or_for_something_else_is_none(text: str) -> None:
    assert len(claims_in(text)) == 1


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("شنت المقاتلات غارات على معسكرات تدريب لكتائب القسام جنوب القطاع.", "معسكرات تدريب لكتائب القسام"),
        ("هاجم مسلحون حاجزا للجيش قرب البلدة.", "حاجزا للجيش"),
        ("نفذ التحالف خمس غارات على تعزيزات عسكرية للحوثيين في حرض.", "تعزيزات عسكرية للحوثيين"),
        ("أغارت طائرات على منصة صواريخ لحركة أنصار الله قرب صنعاء.", "منصة صواريخ لحركة أنصار الله"),
        ("استهدفت الطائرات مواقع للحزب في الجنوب.", "حزب"),
        ("دكت الراجمات القواعد الخلفية لفصائل المعارضة في الجبل.", "القواعد الخلفية لفصائل المعارضة"),
    ],
)
def test_what_was_hit_is_named_with_its_owner(text: str, hit: str) -> None:
    (told,) = claims_in(text)
    assert {one.text for one in told.targets} == {hit}


def test_the_owner_of_what_was_hit_did_not_do_it() -> None:
    (told,) = claims_in("أعلن الجيش الإسرائيلي أنه أغار على بنى تحتية لحزب الله في جنوب لبنان.")
    assert [one.text for one in told.actors] == ["الجيش الإسرائيلي"]
    assert told.stance == "claims"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قصفت الكتائب الثكنة بالصواريخ وحققت إصابات مباشرة.", []),
        ("استهدف المقاتلون الدبابة محققين إصابات دقيقة.", []),
        ("أوقع القصف إصابات في صفوف المدنيين.", [("wounded", 2, None)]),
    ],
)
def test_hits_are_no_wounded(text: str, told: list[tuple[str, float, float | None]]) -> None:
    assert losses(text) == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلقت كوريا الشمالية فجر الاثنين ثلاثة صواريخ باليستية متوسطة المدى صوب بحر اليابان.", "MOBILIZE"),
        ("أعلنت سول أن كوريا الشمالية أطلقت صاروخا سقط خارج المنطقة الاقتصادية.", "MOBILIZE"),
        ("أطلق الحوثيون صاروخا باليستيا على مدينة جازان.", "ASSAULT"),
        ("أطلق الحوثيون صاروخين نحو سفينة في البحر الأحمر.", "ASSAULT"),
    ],
)
def test_missiles_tried_out_to_sea_are_no_attack(text: str, kind: str) -> None:
    assert types_in(text) == [kind]


def test_whoever_is_killed_by_a_noun_of_killing_is_the_target() -> None:
    text = "تمكنت وحدات الجيش من تصفية أربعة إرهابيين قرب الحدود."
    assert sides(text, "تصفية")[1] == {"إرهابيين"}
    assert losses(text) == [("killed", 4, 4)]


def test_a_word_of_stress_is_passed_over_behind_the_subject() -> None:
    text = "قتل مسلحون من التنظيم نفسه تسعة عمال في المنجم."
    assert sides(text, "قتل") == ({"مسلحون من التنظيم"}, {"عمال"})


def test_the_branch_of_a_force_belongs_to_whoever_tells_of_it() -> None:
    text = "قال المتحدث العسكري باسم الحوثيين يحيى سريع إن القوة الصاروخية استهدفت قاعدة الملك خالد الجوية."
    (told,) = claims_in(text)
    assert told.stance == "claims"
    assert [(one.text, one.country) for one in told.actors] == [("القوة الصاروخية", "YEM")]


def test_where_a_machine_struck_is_no_part_of_it() -> None:
    text = "أعلنت القيادة المركزية الأمريكية مقتل قيادي في ضربة نفذتها طائرة بدون طيار شمال غربي سوريا."
    (told,) = claims_in(text)
    assert told.stance == "claims"
    assert told.place is not None
    assert told.place.text == "شمال غربي سوريا"


def test_a_power_station_is_no_broadcaster() -> None:
    assert sides("قصفت القوات الروسية محطة كهرباء في خاركيف.", "قصفت")[1] == {"محطة كهرباء"}


def test_a_bomber_is_named_without_what_he_wears() -> None:
    assert sides("فجر انتحاري يرتدي حزاما ناسفا نفسه في السوق.", "فجر")[0] == {"انتحاري"}


def test_a_woman_who_studies_asks_for_nothing() -> None:
    assert types_in("فجرت طالبة نفسها في حافلة تقل جنودا.") == ["ASSAULT"]


def test_whose_the_post_is_that_was_hit_did_not_do_it() -> None:
    claim = claims_in("وقع هجوم بطائرات مسيرة على مقر لحرس الحدود في البلدة فجر أمس.")[0]
    assert (claim.actors, [one.text for one in claim.targets]) == ((), ["مقر لحرس الحدود"])
    claim = claims_in("وقع هجوم للتنظيم على قاعدة للجيش.")[0]
    assert [one.text for one in claim.actors] == ["تنظيم"]
