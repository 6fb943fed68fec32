"""Parties that stand away from the words of their claim: subjects that a pronoun takes up, whom a threat is to hit,
whose somebody only is, and the state of those whom no nationality tells."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def claim(text: str, trigger: str) -> Claim:
    claims = pipeline.extract(Article(id="p", text=text, published="2024-05-15")).claims
    return next(one for one in claims if trigger in one.trigger.text)


def actors(text: str, trigger: str) -> list[str]:
    return [one.text for one in claim(text, trigger).actors]


def targets(text: str, trigger: str) -> list[str]:
    return [one.text for one in claim(text, trigger).targets]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "وأوضح مدير المرصد أن التنظيم كان يملك قوائم بأسماء المطلوبين، إلا أنه قام باعتقال عائلات كاملة.",
            "باعتقال",
            ["التنظيم"],
        ),
        (
            "حمّل المتحدث باسم الحكومة المليشيا المسؤولية قائلا إنها قصفت مخيما للنازحين في مأرب.",
            "قصفت",
            ["المليشيا"],
        ),
        (
            "هاجم مسلحون حافلة تقل عمالا في بلوشستان. وقال مسؤول أمني إنهم أنزلوا الركاب ثم أطلقوا النار عليهم.",
            "أطلقوا",
            ["مسلحون"],
        ),
        ("قال رئيس الوزراء الإسرائيلي إن بلاده لن تسكت، بعد غارات جوية شنتها في سوريا.", "غارات", ["إسرائيل"]),
    ],
)
def test_a_pronoun_means_who_did_it_not_who_tells(text: str, trigger: str, expected: list[str]) -> None:
    assert actors(text, trigger) == expected


def test_a_pronoun_takes_up_whom_another_deed_hit() -> None:
    text = "هاجم مسلحون حافلة تقل عمالا في بلوشستان. وقال مسؤول أمني إنهم أنزلوا الركاب ثم أطلقوا النار عليهم."
    assert targets(text, "أطلقوا") == ["الركاب"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "هددت تركيا مرارا بشن هجوم واسع ضد المقاتلين الأكراد في منبج، ما أثار توترا مع واشنطن.",
            "هددت",
            ["المقاتلين الأكراد"],
        ),
        ("اتهم الحرس الثوري الإيراني إسرائيل بالتخريب، متوعدا برد قاس.", "متوعدا", ["إسرائيل"]),
        (
            "هددت كتائب سيد الشهداء باستهداف القواعد الأميركية إذا لم تنسحب القوات الأجنبية.",
            "هددت",
            ["القواعد الأميركية"],
        ),
        (
            "ودانت باريس بأشد العبارات الهجوم الذي استهدف القوات العراقية، وأكدت وقوفها إلى جانب بغداد.",
            "ودانت",
            ["الهجوم"],
        ),
        (
            "قال تقرير لمنظمة العفو الدولية إن الجيش الإسرائيلي وحركة حماس ارتكبا جرائم حرب خلال القتال في غزة.",
            "جرائم",
            ["الجيش الإسرائيلي", "حركة حماس"],
        ),
    ],
)
def test_words_are_against_whom_they_concern(text: str, trigger: str, expected: list[str]) -> None:
    assert targets(text, trigger) == expected


def test_the_accused_accuses_nobody() -> None:
    text = "وأشار البيان إلى أن الضباط الموقوفين متهمون بالتقصير في حماية المقرات الحكومية في بغداد."
    assert actors(text, "متهمون") == []


@pytest.mark.parametrize(
    ("text", "trigger", "acting", "hit"),
    [
        (
            "وأضاف المسؤول أن الغارة دمرت شاحنة تابعة لعناصر القاعدة في وادي عبيدة بمأرب.",
            "الغارة",
            [],
            ["شاحنة تابعة لعناصر القاعدة"],
        ),
        (
            "قصفت طائرات الميغ التابعة لحفتر مواقع قوات حكومة الوفاق جنوبي طرابلس.",
            "قصفت",
            ["طائرات الميغ التابعة لحفتر"],
            ["مواقع قوات حكومة الوفاق"],
        ),
        ("وأدى القصف إلى تصاعد أعمدة الدخان واندلاع حرائق في المنطقة.", "القصف", [], []),
        (
            "أقدمت القوات الإسرائيلية على إعدام شاب عند حاجز حوارة، ثم منعت طواقم الإسعاف من الوصول إليه.",
            "منعت",
            ["القوات الإسرائيلية"],
            ["طواقم الإسعاف"],
        ),
    ],
)
def test_whose_it_is_and_what_it_led_to_are_no_party(
    text: str, trigger: str, acting: list[str], hit: list[str]
) -> None:
    assert (actors(text, trigger), targets(text, trigger)) == (acting, hit)


def test_men_whose_ambush_others_fall_into_laid_it() -> None:
    text = "قتل أربعة جنود يمنيين وأصيب آخر في كمين لعناصر من تنظيم القاعدة في محافظة أبين."
    assert actors(text, "كمين") == ["عناصر من تنظيم القاعدة"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "التقى الرئيس المصري عبد الفتاح السيسي رئيس المجلس الرئاسي الليبي محمد المنفي في القاهرة. وأكد السيسي دعم "
            "مصر لوحدة ليبيا. وطالب بخروج المرتزقة من الأراضي الليبية.",
            "وطالب",
            ["عبد الفتاح السيسي"],
        ),
        (
            "وصل رئيس الوزراء العراقي إلى طهران على رأس وفد رفيع. ومن المقرر أن يلتقي المرشد علي خامنئي والرئيس حسن "
            "روحاني.",
            "يلتقي",
            ["رئيس الوزراء العراقي", "علي خامنئي", "حسن روحاني"],
        ),
        ("اعتبرت حماس أن قرار المحكمة يعزل الاحتلال، ودعت إلى ملاحقة قادته.", "ودعت", ["حماس"]),
    ],
)
def test_verbs_go_on_with_who_was_told_of(text: str, trigger: str, expected: list[str]) -> None:
    assert actors(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("عدن - اغتال مسلحون على متن دراجة نارية قياديا في المجلس الانتقالي الجنوبي.", "اغتال", "actors", "YEM"),
        ("أعلنت كتائب القسام استهداف دبابة ميركافا بقذيفة الياسين 105 شرق رفح.", "استهداف", "targets", "ISR"),
        ("دعت السفارة الأمريكية في بيروت رعاياها إلى مغادرة لبنان فورا.", "دعت", "targets", "USA"),
        ("أعلنت إدارة ترامب أنها ستفرض عقوبات على كل من يشتري النفط الإيراني.", "عقوبات", "actors", "USA"),
        (
            "واتهم رئيس هيئة التفاوض النظام السوري بعرقلة المفاوضات، محملا موسكو مسؤولية ما يجري في إدلب.",
            "واتهم",
            "actors",
            "SYR",
        ),
        (
            "وقال المتحدث باسم القيادة المركزية الأمريكية إن قواتها دمرت ثلاث مسيرات أطلقها الحوثيون فوق خليج عدن.",
            "دمرت",
            "targets",
            "YEM",
        ),
        ("استنكرت نقابة الصحفيين اليمنيين اعتقال صحفي في صنعاء.", "استنكرت", "actors", "YEM"),
    ],
)
def test_states_of_those_whom_no_nationality_tells(text: str, trigger: str, role: str, expected: str) -> None:
    assert [one.country for one in getattr(claim(text, trigger), role)] == [expected]


def test_to_leave_a_treaty_of_somebody_is_done_to_him() -> None:
    text = "أعلنت واشنطن انسحاب الولايات المتحدة من الاتفاق النووي الإيراني. ورفضت إيران القرار."
    assert targets(text, "انسحاب") == ["إيران"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "اعتقلت قوات الاحتلال الشبان محمد عيسى وأحمد صلاح وخالد أبو رموز من بلدة سلوان بالقدس.",
            "اعتقلت",
            ["محمد عيسى", "أحمد صلاح", "خالد أبو رموز"],
        ),
        (
            "أدرجت وزارة الخزانة الأمريكية القيادي في حزب الله محمد قصير ورجل الأعمال علي قصير على لائحة العقوبات.",
            "أدرجت",
            ["محمد قصير", "علي قصير"],
        ),
        (
            "أعلنت القيادة المركزية الأمريكية تدمير زورقين مسيرين وأربعة صواريخ كروز مضادة للسفن في مناطق سيطرة "
            "الحوثيين.",
            "تدمير",
            ["زورقين مسيرين", "صواريخ كروز"],
        ),
        ("جمدت سويسرا أصول رئيس المخابرات السابق وثلاثة من أبنائه.", "جمدت", ["رئيس المخابرات السابق", "أبنائه"]),
    ],
)
def test_one_deed_is_done_to_all_of_a_list(text: str, trigger: str, expected: list[str]) -> None:
    assert targets(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("اتهمت أنقرة وحدات الحماية وحزب العمال بقصف مدينة كلس الحدودية.", "بقصف", ["وحدات الحماية", "حزب العمال"]),
        ("أصدر قاضي التحقيق في بيروت مذكرة توقيف بحق الوزير السابق علي حسن خليل.", "مذكرة", ["قاضي التحقيق"]),
        ("طوقت قوات الأمن مقر حركة النهضة ومنعت الصحفيين من الدخول.", "ومنعت", ["قوات الأمن"]),
        ("وعاد الوفد إلى عدن بعد تحريرها بواسطة عناصر المقاومة الشعبية.", "تحريرها", ["عناصر المقاومة الشعبية"]),
        ("واقيمت حواجز الطرق واغلقت بعض الشوارع في العاصمة بغداد.", "واغلقت", []),
        ("صباح اليوم فجر انتحاري سترته الناسفة وسط سوق في المار بأفغانستان.", "فجر", ["انتحاري"]),
        (
            "وكانت إسرائيل قد سلمت قوات اليونيفيل خرائط القنابل التي أسقطتها خلال الحرب التي شنتها على لبنان.",
            "الحرب",
            ["إسرائيل"],
        ),
    ],
)
def test_who_did_it_stands_elsewhere_in_the_sentence(text: str, trigger: str, expected: list[str]) -> None:
    assert actors(text, trigger) == expected


def test_sources_and_goals_suffer_nothing() -> None:
    assert targets("ووفقا للأمم المتحدة فإن طائرات مجهولة ألقت قنابل لم تنفجر.", "ألقت") == []
    text = "أعلنت السلطات الأمنية بمحافظة المهرة ضبط شحنة أسلحة مهربة كانت في طريقها إلى الحوثيين."
    assert "الحوثيين" not in targets(text, "ضبط")


def test_nobody_downs_what_is_his_own() -> None:
    text = "أسقط الجيش الأوكراني 12 طائرة مسيرة وصاروخي كروز فوق كييف."
    assert {one.country for one in claim(text, "أسقط").targets} == {None}
