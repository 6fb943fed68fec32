"""Whose side a teller is on: state media, watchdogs, commands that tell of their own forces, losses told before the
attack, fights between two sides, towns that are freed."""

from functools import partial

import pytest

from making import claim_in

found = partial(claim_in, published="2024-05-16")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وأعلن التلفزيون الرسمي السوري أن هجوما صاروخيا لجبهة النصرة استهدف سوقا في حلب.", "هجوما"),
        ("ذكرت وسائل الإعلام الرسمية السورية أن قصفا إسرائيليا استهدف مطارا عسكريا قرب حمص.", "قصف"),
        ("ونقل التلفزيون الرسمي السوري عن مصدر عسكري أن طائرات إسرائيلية قصفت مستودعا غرب دمشق.", "قصفت"),
    ],
)
def test_state_media_lay_an_attack_at_the_door_of_whom_they_name(text: str, trigger: str) -> None:
    assert found(text, trigger).stance == "accuses"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وذكرت صحيفة محلية أن قصفا إسرائيليا استهدف مطارا عسكريا قرب حمص.", "قصف"),
        ("وأعلن التلفزيون الرسمي السوري أن الجيش السوري قصف مواقع للمسلحين قرب حلب.", "قصف"),
    ],
)
def test_other_media_and_deeds_of_its_own_state_are_only_reported(text: str, trigger: str) -> None:
    assert found(text, trigger).stance == "reports"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("قال الجيش التركي إن قواته قتلت أكثر من مئة من المسلحين الأكراد.", "قتلت"),
        ("أعلنت وزارة الدفاع التركية أن طائراتها قصفت مواقع في سنجار.", "قصفت"),
    ],
)
def test_what_its_forces_did_a_command_claims(text: str, trigger: str) -> None:
    assert found(text, trigger).stance == "claims"


@pytest.mark.parametrize(
    "text",
    [
        "وأكد المحافظ اليمني أن المدينة تعرضت لحرب ظالمة على أيدي ميليشيات الحوثي.",
        "وتحدث رئيس الحكومة اليمنية خالد بحاح عن الدمار الذي خلفته مليشيات الحوثي في عدن، وقال إن الحرب التي شنتها "
        "مليشيات الحوثي أحرقت المدينة.",
    ],
)
def test_who_fights_it_wages_war_and_is_accused(text: str) -> None:
    assert found(text, "حرب").stance == "accuses"


def test_a_loss_told_first_accuses_whom_a_verb_names() -> None:
    text = "وأعلنت وزارة الداخلية التركية أن شرطيين قتلا في تفجير نفذه حزب العمال الكردستاني قرب أضنة."
    assert found(text, "تفجير").stance == "accuses"


def test_nobody_is_accused_of_freeing_a_town() -> None:
    text = "وقال وزير النقل اليمني إن الحوثيين لن يقتربوا من المطار بعد تحريره."
    assert found(text, "تحرير").stance == "claims"


def test_who_heals_claims_no_attack() -> None:
    text = "قال مسؤولون بوزارة الصحة في غزة إن سبعة فلسطينيين قُتلوا برصاص الجيش الإسرائيلي شرق خان يونس."
    assert found(text, "تلوا").stance == "reports"


def test_a_body_of_no_side_that_names_a_militia_accuses_it() -> None:
    text = "أعلن رئيس المنظمة اليمنية لمكافحة الألغام أن ميليشيات الحوثي اختطفت ثلاثة من العاملين في المنظمة."
    assert found(text, "اختطفت").stance == "accuses"
    text = "وقال المرصد السوري لحقوق الإنسان إن تنظيم داعش خطف ثلاثين مدنيا من القرية."
    assert found(text, "خطف").stance == "reports"
