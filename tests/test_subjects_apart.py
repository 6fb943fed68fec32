"""Who does it where the subject stands apart from its verb, is only understood, or is no subject at all."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article
from making import doers_in as doers


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("إن القوات التي تدعمها واشنطن سيطرت على البلدة الأحد.", "سيطرت", {"القوات"}),
        ("وكانت الفصائل التي تحاصر المدينة منذ أشهر قصفت أحياء سكنية.", "قصفت", {"الفصائل"}),
        (
            "وقال مسؤول إن التحالف الذي تقوده السعودية يطالب بانسحاب المتمردين من الميناء.",
            "يطالب",
            {"التحالف الذي تقوده السعودية"},
        ),
        ("وقال إن المسلحين الذين هاجموا المركز قتلوا ثلاثة شرطيين.", "قتلوا", {"المسلحين"}),
    ],
)
def test_a_subject_before_a_relative_clause(sentence: str, trigger: str, expected: set[str]) -> None:
    assert doers(sentence, trigger) == expected


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("ونشرت صحف صورا لقوات الأمن وهي تفرق المحتجين في العاصمة.", "تفرق", {"قوات الأمن"}),
        ("وأظهر التسجيل جنودا وهم يطلقون النار على متظاهرين.", "يطلقون", {"جنودا"}),
    ],
)
def test_a_pronoun_before_the_verb_means_whoever_was_named_last(
    sentence: str, trigger: str, expected: set[str]
) -> None:
    assert doers(sentence, trigger) == expected


def test_accusatives_are_no_subjects() -> None:
    text = "رحبت الجامعة العربية بالهدنة ودعت الحوثيين وحلفاءهم إلى الالتزام ببنودها."
    assert doers(text, "دعت") == {"الجامعة العربية"}
    assert doers("وأضاف قاسم أن الهدنة هشة. كما دعا الفلسطينيين إلى التوجه للمسجد.", "دعا") == {"قاسم"}


def test_whoever_tells_of_rockets_did_not_fire_them() -> None:
    assert doers("وقالت الشرطة إن الصواريخ أطلقت صباح الثلاثاء من منطقة جبلية.", "أطلقت") == set()


def test_a_short_name_in_brackets_is_nobody_else() -> None:
    text = "وقالت وزارة الدفاع الأفغانية إن قوات حلف شمال الأطلسي (الناتو) قتلت ثمانية مدنيين."
    assert doers(text, "قتلت") == {"قوات حلف شمال الأطلسي"}


def test_a_subject_behind_a_pronoun_of_the_verb() -> None:
    assert doers("غادر السجن بعدما أفرجت عنه السلطات التشيكية قبل أيام.", "أفرجت") == {"السلطات التشيكية"}


def test_where_they_met_is_no_side_and_the_last_of_them_are_told() -> None:
    text = "وقال أوباما إنه سيوضح لنظيره الأفغاني في اجتماع بواشنطن أن المخاوف كبيرة."
    assert "واشنطن" not in doers(text, "اجتماع")
    text = "انسحبت آخر دفعة من عناصر وحدات حماية الشعب من مدينة منبج."
    assert doers(text, "انسحبت") == {"آخر دفعة من عناصر وحدات حماية الشعب"}


def test_a_state_that_goes_on_talking_is_a_side() -> None:
    text = "وقالت روسيا إنها تجري محادثات مع الولايات المتحدة حول القرار."
    assert doers(text, "محادثات") == {"روسيا", "الولايات المتحدة"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وتلقى المبعوث دعوة من الرئيس هادي لزيارة عدن.", {"المبعوث"}),
        ("وأشاد بالدعوة التي وجهها الرئيس السبسي للرئيس محمود عباس لزيارة تونس.", {"محمود عباس"}),
        ("ودعا أردوغان نظيره الجزائري لزيارة أنقرة.", {"نظيره الجزائري"}),
        ("وأشاد الرئيس تبون بتوقيع اتفاقيات على هامش زيارة أردوغان للجزائر.", {"أردوغان"}),
    ],
)
def test_who_visits(sentence: str, expected: set[str]) -> None:
    assert doers(sentence, "زيارة") == expected


def test_the_issuer_speaks_in_a_document() -> None:
    assert doers("أصدرت حركة طالبان بيانا. ودعا البيان الأفغان إلى تفادي القوات الأميركية.", "دعا") == {"حركة طالبان"}
    assert doers("وندد بيان لوزارة الخارجية القطرية بالهجوم على المسجد.", "ندد") == {"وزارة الخارجية القطرية"}


def test_who_loses_a_town_took_none() -> None:
    claims = pipeline.extract(Article(id="a", text="وهي ثالث محافظة خسرها الحوثيون في الجنوب.")).claims
    assert [[one.text for one in claim.actors] for claim in claims] == [[]]
    assert [[one.text for one in claim.targets] for claim in claims] == [["الحوثيون"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("طلب مجلس الأمن من فصائل المعارضة المسلحة في سوريا وقف أنشطتها.", "SYR"),
        ("ودعا المبعوث الأطراف في اليمن إلى وقف القتال.", "YEM"),
    ],
)
def test_people_told_to_be_in_a_state_belong_to_it(sentence: str, expected: str) -> None:
    claims = pipeline.extract(Article(id="a", text=sentence, published="2018-10-10")).claims
    assert [one.country for claim in claims if claim.type == "REQUEST" for one in claim.targets] == [expected]


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("اجتمع الرئيس الفرنسي بنظيره التركي في باريس.", "اجتمع", {"الرئيس الفرنسي", "نظيره التركي"}),
        ("جمع لقاء الرئيس الفرنسي بنظيره التركي في باريس.", "لقاء", {"الرئيس الفرنسي", "نظيره التركي"}),
        (
            "عقد في القاهرة اجتماع ضم وزير الخارجية المصري ونظيره السوداني.",
            "اجتماع",
            {"وزير الخارجية المصري", "نظيره السوداني"},
        ),
        (
            "مفاوضات كان من المفترض أن تجمع الحوثيين والحكومة اليمنية في جنيف.",
            "مفاوضات",
            {"الحوثيين", "الحكومة اليمنية"},
        ),
    ],
)
def test_whom_a_meeting_brings_together(sentence: str, trigger: str, expected: set[str]) -> None:
    assert doers(sentence, trigger) == expected


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("شنت قوات النظام وحلفاؤها هجوما على البلدة.", "هجوما", {"قوات النظام", "حلفاؤها"}),
        ("وأطلقت الولايات المتحدة وحلفاؤها صواريخ على مجمع عسكري.", "وأطلقت", {"الولايات المتحدة", "حلفاؤها"}),
        ("وسيطرت حركة الحوثيين المتحالفة مع طهران على مطار الحديدة.", "وسيطرت", {"حركة الحوثيين"}),
    ],
)
def test_allies_that_take_part_and_those_that_only_describe(sentence: str, trigger: str, expected: set[str]) -> None:
    assert doers(sentence, trigger) == expected


def test_all_who_are_accused_of_all_they_are_accused_of() -> None:
    text = "وحملت الشبكة الحكومة الإسرائيلية وقوات الاحتلال مسؤولية مقتل الصحفية."
    assert doers(text, "مقتل") == {"الحكومة الإسرائيلية", "قوات الاحتلال"}
    text = "واتهمت الحكومة المالية الطيران الموريتاني بخرق أجوائها وقصف قرية قرب نيورو."
    assert doers(text, "قصف") == {"الطيران الموريتاني"}


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("قتل شاب فلسطيني برصاص إسرائيلي قرب رام الله.", "قتل", {"إسرائيل"}),
        ("أصيب ثلاثة صيادين بنيران مصرية قبالة رفح.", "أصيب", {"مصر"}),
        ("استهدف قيادي في الحركة بعبوة ناسفة في صيدا.", "استهدف", set()),
        ("وقالت الشبكة إن المراسلة استهدفت بنيران الاحتلال الإسرائيلي.", "استهدفت", {"الاحتلال الإسرائيلي"}),
        ("واستهدف مسلحون دورية بعبوة ناسفة.", "واستهدف", {"مسلحون"}),
        ("واعتقلت السلطات نحو 1600 ناشط وقتلت 96 آخرين خلال الاحتجاجات.", "وقتلت", {"السلطات"}),
    ],
)
def test_who_opened_fire(sentence: str, trigger: str, expected: set[str]) -> None:
    assert doers(sentence, trigger) == expected


def test_the_official_is_who_was_named_with_his_office() -> None:
    text = "قال مستشار المرشد الإيراني علي ولايتي إن بلاده باقية. وحذر المسؤول الإيراني الدول الأوروبية من التشكيك."
    assert doers(text, "حذر") == {"علي ولايتي"}
    text = "قال مسؤول إيراني للصحفيين إن القمة فشلت. وحذر المسؤول الإيراني الدول الأوروبية من التشكيك."
    assert doers(text, "حذر") == {"المسؤول الإيراني"}


def test_who_heads_a_meeting_meets_and_who_is_meant_by_but() -> None:
    text = "بحث رئيس الوزراء مصطفى الكاظمي مع وفد أميركي برئاسة بريت مكغورك الانسحاب من العراق."
    assert doers(text, "بحث") == {"مصطفى الكاظمي", "وفد أميركي", "بريت مكغورك"}
    text = "وأعلنت تركيا حملة على الحزب. غير أنها ركزت غاراتها على مواقع المقاتلين الأكراد."
    assert doers(text, "غارات") == {"تركيا"}


def test_both_sides_on_the_one_hand_and_on_the_other() -> None:
    text = "تدور معارك بين قوات النظام من جهة وفصائل المعارضة من جهة ثانية في حلب."
    assert doers(text, "معارك") == {"قوات النظام", "فصائل المعارضة"}


def test_a_time_adverb_takes_no_noun_in() -> None:
    text = "كما يلتقي الوزير التركي في وقت لاحق مسؤولين إسرائيليين."
    assert doers(text, "يلتقي") == {"الوزير التركي", "مسؤولين إسرائيليين"}


def test_who_says_what_is_demanded_or_charged() -> None:
    text = "وأعلن وزير الخارجية الإسباني خوسيه ألباريس أن الهجمات على القوات الأجنبية يجب أن تتوقف."
    assert doers(text, "يجب") == {"خوسيه ألباريس"}


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("صد الجيش السوري هجوما شنه مقاتلون موالون للقاعدة في درعا.", "صد", {"الجيش السوري", "مقاتلون موالون للقاعدة"}),
        ("تصدى الجيش لهجوم شنه الحوثيون على المدينة.", "تصدى", {"الجيش", "الحوثيون"}),
        ("أحبطت القوات الأمنية هجوما لتنظيم داعش.", "أحبطت", {"القوات الأمنية", "تنظيم داعش"}),
    ],
)
def test_whose_attack_is_repelled(sentence: str, trigger: str, expected: set[str]) -> None:
    assert doers(sentence, trigger) == expected


def test_in_whose_time_something_was_agreed() -> None:
    text = "أبرم الاتفاق في عهد الرئيس السابق باراك أوباما."
    assert doers(text, "أبرم") == set()
