"""Who is told to tell: evidence that somebody rests on, statements of a body named before, carriers, last names, words
that only look like a report, sources in the middle of a sentence, speakers who act by their own words."""

from functools import partial

import pytest

from making import chain_in

chain = partial(chain_in, published="2024-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "وقال بيان وزارة الداخلية المصرية إن معلومات الأمن الوطني كشفت أن استهداف مدير الأمن جرى بعبوة ناسفة.",
        "وقالت وزارة الداخلية المصرية إن التحقيقات أظهرت أن استهداف الضابط جرى قرب منزله.",
    ],
)
def test_evidence_is_told_by_whoever_rests_on_it(text: str) -> None:
    assert chain(text, "استهداف") == ["وزارة الداخلية المصرية"]


def test_a_statement_of_a_body_by_its_head_is_that_bodys() -> None:
    text = (
        "دانت منظمة هيومن رايتس ووتش أمس الهجمات على المدينة. "
        "وأشار بيان المنظمة إلى أن قذائف الهاون قتلت عشرات المدنيين."
    )
    assert chain(text, "قتلت") == ["منظمة هيومن رايتس ووتش"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت القيادة العامة للجيش السوري تطهير الحي، والسيطرة على المخيم، في بيان متلفز نقله التلفزيون السوري أمس.",
        "أعلنت القيادة العامة للجيش السوري السيطرة على البلدة، في بيان عسكري بثه التلفزيون السوري.",
    ],
)
def test_who_carried_the_statement_is_a_link(text: str) -> None:
    assert chain(text, "السيطرة")[0] == "التلفزيون السوري"
    assert len(chain(text, "السيطرة")) == 2


def test_who_published_a_statement_does_not_go_on_speaking() -> None:
    text = (
        "وأشار أنور قرقاش في بيان نشرته وكالة الأنباء الإماراتية إلى أن الحوثيين عطلوا الحوار. "
        "وأوضح أن الميليشيات نهبت المخازن."
    )
    assert chain(text, "نهبت")[-1] == "أنور قرقاش"


def test_a_last_name_alone_is_the_person_named_before() -> None:
    text = (
        "أكد فهد كفاين وزير الثروة السمكية اليمني وصول السفن. "
        "ونوه كفاين إلى متابعة الرئيس هادي للأحداث، قائلا: «كنا في غرفة العمليات منذ تحرير عدن من المتمردين»."
    )
    assert chain(text, "تحرير") == ["فهد كفاين"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقال مسؤول عسكري إن التحقيق مستمر. يذكر هذا الهجوم بهجوم مماثل قتل فيه خمسة جنود قبل عام.", "قتل"),
        ("وقال الوزير إن الأوضاع هادئة. ويفسر هذه الزيادة انفجار عبوة في موكب عسكري أمس.", "انفجار"),
        ("وقال المتحدث إن الحصيلة أولية. واطلع على أضرار القصف وزار جرحى في المستشفى.", "القصف"),
    ],
)
def test_words_that_only_look_like_a_report(text: str, trigger: str) -> None:
    assert chain(text, trigger) == []


def test_only_is_no_source() -> None:
    text = "وأضاف المسؤول الكردي ريدور خليل أن الاتفاق المبرم مع دمشق عسكري فحسب ولا ترتيبات غيره."
    assert chain(text, "تفاق") == ["ريدور خليل"]


def test_whom_an_event_is_about_is_no_source() -> None:
    text = "وأكد المتحدث باسم الحكومة العراقية نبأ الإفراج عن الدبلوماسيين الإيرانيين الخمسة."
    assert chain(text, "الإفراج") == ["المتحدث باسم الحكومة العراقية"]


def test_a_source_in_the_middle_tells_what_follows() -> None:
    text = "ضربت موجة عنف العاصمة العراقية، وبحسب مصادر أمنية فإن ثلاث عبوات ناسفة انفجرت في أحياء متفرقة."
    assert chain(text, "انفجرت") == ["مصادر أمنية"]


def test_another_report_behind_as_is_no_source_of_the_words_before() -> None:
    text = (
        "وقال منسق الأمم المتحدة في سوريا علي الزعتري إن الغارات الجوية أخرت وصول القافلة، كما أضاف رئيس بعثة "
        "الهلال الأحمر في شمال أفريقيا، كارل نيلسن، أن القتال اندلع رغم الضمانات."
    )
    assert chain(text, "الغارات") == ["علي الزعتري"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقال المدعي العام الفرنسي جوليان مارتان للمحكمة «أطلب منكم إنزال أقصى عقوبة بالمتهمين».", "أطلب"),
        ("وقالت المسؤولة الأممية «أحث الحكومة المصرية على ضمان محاكمة عادلة».", "أحث"),
    ],
)
def test_who_asks_in_his_own_words_is_no_link(text: str, trigger: str) -> None:
    assert chain(text, trigger) == []


def test_the_main_clause_behind_what_was_said_meanwhile() -> None:
    text = "وبينما قالت وزارة الداخلية العراقية إن الحصيلة أولية، ذكرت مصادر طبية أن الهجوم أوقع عشرين قتيلا."
    assert chain(text, "الهجوم") == ["مصادر طبية"]


def test_minutes_before_an_attack_are_told_by_the_teller() -> None:
    text = "وأشار مسؤولون عراقيون إلى أن الشاحنة مرت عبر نقطة تفتيش قبل دقائق من انفجارها."
    assert chain(text, "انفجارها") == ["مسؤولون عراقيون"]
