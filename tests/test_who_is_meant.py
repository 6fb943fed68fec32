"""Whom names and words mean: titles with the names behind them, somebody's country, those who speak for it, who did
what another deed is the answer to, and which state a party belongs to."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def claim(text: str, trigger: str) -> Claim:
    claims = pipeline.extract(Article(id="w", text=text, published="2018-10-10")).claims
    return next(one for one in claims if trigger in one.trigger.text)


def actors(text: str, trigger: str) -> set[str]:
    return {one.text for one in claim(text, trigger).actors}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "أجرى العاهل السعودي الملك سلمان بن عبدالعزيز اتصالا هاتفيا بالعاهل المغربي الملك محمد السادس.",
            "اتصالا",
            {"سلمان بن عبدالعزيز", "محمد السادس"},
        ),
        (
            "زار أمير قطر الشيخ تميم بن حمد آل ثاني باريس أمس. وندد الشيخ تميم بالهجوم على المسجد.",
            "وندد",
            {"تميم بن حمد آل ثاني"},
        ),
        ('ندد الأمين العام لـ"حزب الله" حسن نصرالله بالغارات.', "ندد", {"حسن نصرالله"}),
        (
            "التقى الرئيسان الروسي فلاديمير بوتين والسوري بشار الأسد في سوتشي.",
            "التقى",
            {"فلاديمير بوتين", "بشار الأسد"},
        ),
        ("ندد المتحدث باسم الخارجية المصرية المستشار أحمد أبو زيد بالتفجير.", "ندد", {"أحمد أبو زيد"}),
    ],
)
def test_a_name_behind_titles_is_its_bearers_alone(text: str, trigger: str, expected: set[str]) -> None:
    assert actors(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("أعلن الرئيس الأميركي دونالد ترامب انسحاب بلاده من المعاهدة. وتلتزم روسيا بها.", "انسحاب", {"USA"}),
        ("كشف الوزير البريطاني فيليب هاموند أن بلاده ستعيد فرض عقوبات اقتصادية على إيران.", "عقوبات", {"GBR"}),
    ],
)
def test_his_country_does_what_it_does(text: str, trigger: str, expected: set[str]) -> None:
    assert {one.country for one in claim(text, trigger).actors} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "قال وزير الدفاع الأميركي جيمس ماتيس إن المهمة مستمرة، وإن الولايات المتحدة ستقف مع الشعب الأفغاني.",
            "ستقف",
            {"جيمس ماتيس"},
        ),
        ("أكد الرئيس السوري بشار الأسد أن السلطات السورية لن تسمح بدخول المفتشين.", "لن تسمح", {"بشار الأسد"}),
        ("قال الوزير مولود جاويش أوغلو إن تركيا ستواصل الوقوف إلى جانب باكو.", "الوقوف", {"مولود جاويش أوغلو"}),
        ("جدد وزراء الخارجية العرب في تونس الأحد رفضهم خطة التقسيم.", "رفضهم", {"وزراء الخارجية العرب"}),
    ],
)
def test_who_speaks_for_a_state_is_the_actor_of_its_words(text: str, trigger: str, expected: set[str]) -> None:
    assert actors(text, trigger) == expected


def test_who_answers_a_deed_did_not_do_it() -> None:
    text = (
        "فتح الجيش الإسرائيلي النار على مزارعين شرق رفح. وقصفت دبابات إسرائيلية، أمس، نقطة رصد لحماس ردا على إطلاق نار "
        "باتجاهها."
    )
    assert actors(text, "إطلاق نار") == set()


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("طرحته الكويت للتصويت ولاقى اعتراضا من الولايات المتحدة.", "اعتراضا", {"الولايات المتحدة"}),
        (
            "تقاتل القوات مسلحي حركة الشباب الصومالية، الذين كثفوا من هجماتهم خلال الأشهر الأخيرة على الجيش الكيني.",
            "هجماتهم",
            {"مسلحي حركة الشباب الصومالية"},
        ),
        (
            "فرقت قوات الأمن السودانية مظاهرات احتجاجية جنوب الخرطوم واعتقلت عددا من المتظاهرين.",
            "واعتقلت",
            {"قوات الأمن السودانية"},
        ),
        (
            "وبدلت تركيا موقفها بعد أن ترددت طويلا حيال التحالف الدولي، وأقدمت على فتح قواعدها للتحالف.",
            "فتح قواعدها",
            {"تركيا"},
        ),
    ],
)
def test_subjects_that_stand_further_off(text: str, trigger: str, expected: set[str]) -> None:
    assert actors(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "وأبلغ مسؤول رفيع في الإدارة الشبكة بأن شافيز تحدث مع وزيرة الخارجية هيلاري كلينتون بشأن عودة السفراء.",
            "تحدث مع",
            {"شافيز", "هيلاري كلينتون"},
        ),
        (
            "لم يعلق الجبير على ذلك عقب اجتماع ولي العهد السعودي الأمير محمد بن سلمان بالمبعوث مارتن غريفيث.",
            "اجتماع",
            {"محمد بن سلمان", "مارتن غريفيث"},
        ),
        ("تفهم شتاينماير قلق دول الخليج من الاتفاق الذي وقعته إيران مع روسيا.", "الاتفاق", {"إيران", "روسيا"}),
        (
            "قال الوزير جون كيري عقب اجتماعه بوزراء خارجية دول مجلس التعاون إن دول الخليج راضية.",
            "اجتماعه",
            {"جون كيري", "وزراء خارجية دول مجلس التعاون"},
        ),
        (
            "وخلال لقائه الرئيس الأميركي دونالد ترامب، أكد أمير قطر تميم بن حمد آل ثاني متانة العلاقات.",
            "لقائه",
            {"دونالد ترامب", "تميم بن حمد آل ثاني"},
        ),
    ],
)
def test_both_sides_of_a_meeting_and_nobody_else(text: str, trigger: str, expected: set[str]) -> None:
    assert actors(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("رفض الوزير التحقيق وهو الأمر الذي طالبت به مؤسسات دولية متعددة.", "طالبت", {"مؤسسات دولية متعددة"}),
        ("هدد زعيم الحوثيين عبد الملك الحوثي بالحرب بعد رفض الحكومة هدنة جديدة.", "رفض", {"الحكومة"}),
        ("ذكرت وسائل إعلام رسمية أن بيونغ يانغ أعلنت أنها قد تعيد النظر في عقد القمة.", "تعيد النظر", {"بيونغ يانغ"}),
        ("استنكر كثير من دول العالم ومنظمات دولية التفجير.", "استنكر", {"دول العالم", "منظمات دولية"}),
        ("وأفادت الشبكة بأن إيران وروسيا حثتا كرزاي على الحوار.", "حثتا", {"إيران", "روسيا"}),
    ],
)
def test_who_says_it(text: str, trigger: str, expected: set[str]) -> None:
    assert actors(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("وقال المسعفون إن شابين استشهدا بنيران الاحتلال قرب معبر كرم أبو سالم.", "استشهدا", {"الاحتلال"}),
        ("أصيب ستة فلسطينيين برصاص الاحتلال الإسرائيلي شرق خان يونس.", "أصيب", {"الاحتلال الإسرائيلي"}),
        ("قتل دركيان في هجوم جديد نسبته السلطات إلى حزب العمال الكردستاني.", "هجوم", {"حزب العمال الكردستاني"}),
        ("جاء ذلك وسط اتهامات إيرانية لإسرائيل بقصف منشأة في أصفهان.", "قصف", {"إسرائيل"}),
    ],
)
def test_whose_fire_and_whose_deed_by_the_word_of_others(text: str, trigger: str, expected: set[str]) -> None:
    assert actors(text, trigger) == expected


_CALL = "أجرى الرئيس الفرنسي إيمانويل ماكرون محادثات هاتفية مع نظيره الأميركي دونالد ترامب."


@pytest.mark.parametrize(
    ("behind", "trigger", "expected"),
    [
        (
            "وجاء في بيان أن الزعيمين دانا الهجمات واتفقا على محاسبة النظام.",
            "واتفقا",
            {"إيمانويل ماكرون", "دونالد ترامب"},
        ),
        ("وشددا على أهمية التنسيق.", "وشددا", {"إيمانويل ماكرون", "دونالد ترامب"}),
        (
            "وأوضح المتحدث أن الجانبين الفرنسي والأميركي بحثا خلال الاتصال الملف النووي.",
            "بحثا",
            {"إيمانويل ماكرون", "دونالد ترامب"},
        ),
    ],
)
def test_the_two_who_were_named_before(behind: str, trigger: str, expected: set[str]) -> None:
    assert actors(f"{_CALL} {behind}", trigger) == expected


def test_ministers_of_many_states_belong_to_none() -> None:
    found = claim("اجتمع وزراء الخارجية العرب في الرياض. ودان الوزراء العرب القصف على المدينة.", "اجتمع")
    assert {one.country for one in found.actors} == {None}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("شكر الوزير دول الخليج على دعمها. وأدانت دول أوروبية القصف على بغداد.", "وأدانت", {None}),
        ("أعلنت السعودية موقفها. وأكدت المملكة تضامنها مع تونس ودانت المملكة الهجوم.", "ودانت", {"SAU"}),
        ("قال ملك الأردن إن الأردن باق على موقفه. ودانت المملكة الهجوم على الأردن.", "ودانت", {"JOR"}),
        ("هاجمت وحدة تابعة للجيش الإسرائيلي منزلا في قطاع غزة.", "هاجمت", {"ISR"}),
        ("ندد فيليبو غراندي في دمشق بالهجوم على قافلة في حلب.", "ندد", {None}),
    ],
)
def test_the_state_of_whoever_did_it(text: str, trigger: str, expected: set[str | None]) -> None:
    assert {one.country for one in claim(text, trigger).actors} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("قصف مسلحون القاعدة الأميركية في الحسكة بشمال سوريا.", "قصف", {"SYR"}),
        (
            "أطلق الحوثيون في اليمن صواريخ. واعترضت قوات الدفاع الجوي السعودي صاروخا باليستيا فوق جازان.",
            "واعترضت",
            {"YEM"},
        ),
    ],
)
def test_a_base_belongs_to_where_it_stands_a_weapon_to_who_fired_it(
    text: str, trigger: str, expected: set[str]
) -> None:
    assert {one.country for one in claim(text, trigger).targets} == expected
