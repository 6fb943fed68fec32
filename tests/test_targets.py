"""To whom or what a deed was done, rule by rule: sentences in the manner of agencies."""

from __future__ import annotations

import pytest

from making import targets_in


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("قصفت المقاتلات قواعد تؤوي جنودا أميركيين شرق البلاد.", "ASSAULT", ["قواعد تؤوي جنودا أميركيين"]),
        ("استهدف انتحاري أمس مسجدا لقوات الطوارئ في المدينة.", "ASSAULT", ["مسجدا لقوات الطوارئ"]),
        ("اعتقلت السلطات مجموعة من المسلحين.", "COERCE", ["مجموعة من المسلحين"]),
    ],
)
def test_one_bare_word_is_named_with_what_tells_it_apart(text: str, kind: str, told: list[str]) -> None:
    assert told in targets_in(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("سيطر التنظيم على ثلث أراضي سوريا قبل ثلاثة أعوام.", "COERCE"),
        ("سيطرت الحركة على مناطق واسعة في شمال البلاد.", "COERCE"),
        ("قصفت طائرات حربية مناطق في ريف حماة الشمالي.", "ASSAULT"),
        ("تم نقل أربعين جريحا إلى المستشفيات.", "ASSAULT"),
    ],
)
def test_land_without_a_name_and_hospitals_are_where(text: str, kind: str) -> None:
    assert targets_in(text, kind) == [[]]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("أُغلقت بعض الطرق في العاصمة.", "COERCE", ["الطرق"]),
        ("مطار المزة العسكري ضُرب بصاروخ فجر الأحد.", "ASSAULT", ["مطار المزة العسكري"]),
        ("لقد قطعوا الطرق ومنعوا وصول الغذاء.", "COERCE", ["الطرق"]),
    ],
)
def test_things_are_done_to_where_nobody_is_told_to_do_it(text: str, kind: str, told: list[str]) -> None:
    assert told in targets_in(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت عبوة ناسفة عند مرور قافلة عسكرية في المدينة مما أدى إلى مقتل جنديين.",
        "انفجر لغم أرضي لدى عبور قافلة عسكرية قرب جسر شمال البلدة.",
    ],
)
def test_bombs_wait_for_who_passes(text: str) -> None:
    assert ["قافلة عسكرية"] in targets_in(text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أعلن ترامب الانسحاب من الاتفاق النووي الإيراني.", ["الاتفاق النووي الإيراني"]),
        ("انسحبت الولايات المتحدة من الاتفاق النووي مع إيران.", ["إيران"]),
        ("الاتفاق النووي الذي انسحبت منه الولايات المتحدة العام الماضي ما زال قائما.", ["الاتفاق النووي"]),
    ],
)
def test_a_treaty_is_what_is_left(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "SANCTION")


def test_the_name_behind_a_title_and_its_adjective_is_the_victim() -> None:
    assert ["سيف الله بن حسين"] in targets_in("مقتل أمير التنظيم التونسي سيف الله بن حسين في غارة.", "ASSAULT")
    text = "قتل السفير البريطاني السابق في ليبيا، بيتر ميلر، في الهجوم."
    assert ["بيتر ميلر"] in targets_in(text, "ASSAULT")


def test_who_manages_to_do_it_is_not_what_the_suffix_means() -> None:
    text = "الصاروخ كان باتجاه المدينة، وتمكن الدفاع الجوي من اعتراضه وتدميره."
    assert ["الصاروخ"] in targets_in(text, "ASSAULT")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تطالب واشنطن بتخلي بيونغيانغ عن أسلحتها.", ["بيونغيانغ"]),
        ("اقترح الرئيس أن تدفع السعودية ثمن القوات.", ["السعودية"]),
        ("قال السفير إنه طلب من المجلس أن يتبنى القرار.", ["المجلس"]),
        ("قال الوزير ذلك، مطالبا أيضا الجزائر ومصر بالضغط على الطرفين.", ["الجزائر", "مصر"]),
    ],
)
def test_who_is_to_do_what_is_demanded(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "REQUEST")


def test_who_falls_in_a_clash_of_others_is_no_side_of_it() -> None:
    text = "أصيب ثلاثة شبان خلال مواجهات مع الجيش الإسرائيلي في الضفة."
    assert targets_in(text, "ASSAULT") == [["شبان"]]


def test_praise_is_for_whoever_stands_in_the_phrase_right_behind() -> None:
    text = "أعرب السفير عن تقديره لموقف العراق الداعم على الدوام لأهالي غزة."
    assert ["موقف العراق"] in [row[:1] for row in targets_in(text, "SUPPORT")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أفراد الفرقة 30 تلقوا تدريبات في إطار برنامج تقوده الولايات المتحدة.", ["أفراد الفرقة 30"]),
        ("أكدت السويد أنها لم ترسل أموالا ولا أسلحة لمنظمات إرهابية.", ["منظمات إرهابية"]),
        ("تقاتل قوات هادي بأسلحة حديثة زودتها بها دول التحالف العربي.", ["قوات هادي"]),
    ],
)
def test_who_gets_help(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "AID")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("طائرة مسيرة أُسقطت فوق القاعدة.", "ASSAULT", ["طائرة مسيرة"]),
        ("غادر حسن القطار، وألقي القبض عليه في اليوم التالي في دوفر.", "COERCE", ["حسن"]),
        ("مدينة تدمر الأثرية التي سيطر التنظيم قبل شهر عليها.", "COERCE", ["مدينة تدمر الأثرية"]),
        ("رفض الرئيس السماح لوفد المنظمة بزيارة البلاد.", "REJECT", ["وفد المنظمة"]),
    ],
)
def test_what_grammar_settles(text: str, kind: str, told: list[str]) -> None:
    assert told in targets_in(text, kind)
