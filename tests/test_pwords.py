"""Plain sentences of blame, demands, threats and refusals: what is one, who says it and to whom."""

from __future__ import annotations

import pytest

from making import claims_in, types_in


def said(text: str, kind: str) -> tuple[set[str], set[str]]:
    """Actors and targets of the first claim of a type."""
    claim = next(one for one in claims_in(text) if one.type == kind)
    return {one.text for one in claim.actors}, {one.text for one in claim.targets}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Blame levelled at a party that a speaker names.
        ("زار الوفد عدن. وقال رئيسه سالم الكثيري إن الحوثيين يماطلون ويتعنتون في فتح الطرق.", "ACCUSE"),
        ("قال أبو مازن إن حماس لا تريد المصالحة.", "ACCUSE"),
        ("تقول أنقرة إن وحدات حماية الشعب الكردية منظمة إرهابية.", "ACCUSE"),
        ("قال النائب إن حزب الله يأخذ لبنان رهينة لحسابات خارجية.", "ACCUSE"),
        ("اعتبر ناطق باسم حركة فتح أن تصريحات السفير الأميركي وقحة.", "ACCUSE"),
        ("عاب المرشح على الحكومة التونسية بطء الإصلاح.", "ACCUSE"),
        # What nobody will have.
        ("قال لافروف إن أي شروط مسبقة مرفوضة.", "REJECT"),
        ("نفت طهران أنها تعرقل المفاوضات.", "REJECT"),
        # Duties and demands.
        ('قالت المتحدثة: "واشنطن تكيل بمكيالين، وعليها أن تحترم سيادة الدول".', "REQUEST"),
        ("دعوات دولية للتحقيق في مقتل صحافي.", "REQUEST"),
        ("قال القاضي، مناشدا في الوقت نفسه قوات الأمن وقف التوقيفات.", "REQUEST"),
    ],
)
def test_found(text: str, kind: str) -> None:
    assert kind in types_in(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("الأزمة المالية تهدد الاتحاد الأوروبي.", "THREATEN"),
        ("المعارك تهدد آلاف المدنيين في إدلب.", "THREATEN"),
        ("وصلت سفن لمواجهة أي تهديد في الخليج.", "THREATEN"),
        ('"أي تدخل عسكري في فنزويلا مرفوض"، قال وزير الدفاع الكولومبي.', "MOBILIZE"),
        ("لم يستبعد وزير الدفاع التركي شن عملية برية شرق الفرات.", "ASSAULT"),
        ("توعد التنظيم بشن مزيد من الهجمات على الأقباط.", "ASSAULT"),
        ("قالت المستشارة إن روسيا يجب أن تسحب قواتها من شرق أوكرانيا.", "RETREAT"),
        ("ستتحرك أنقرة في منبج ما لم تنسحب الوحدات الكردية.", "RETREAT"),
        ("لم ترد الشركة على طلب للتعليق.", "REQUEST"),
        ("حكم على الشاب بالسجن بتهمة الانتماء إلى جماعة إرهابية.", "ACCUSE"),
        ("نفت الحكومة أن تكون قواتها ارتكبت تجاوزات بحق المدنيين.", "ACCUSE"),
    ],
)
def test_not_found(text: str, kind: str) -> None:
    assert kind not in types_in(text)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        (
            "وحث الأمين العام للأمم المتحدة بان كي مون طرفي النزاع على إلقاء السلاح.",
            "REQUEST",
            {"بان كي مون"},
            {"طرفي النزاع"},
        ),
        ("وناشد أهالي مضايا المنظمات الدولية إدخال مواد غذائية.", "REQUEST", {"أهالي مضايا"}, {"المنظمات الدولية"}),
        (
            "أهاب وزير الداخلية الكويتي بالمواطنين عدم الانجرار وراء الشائعات.",
            "REQUEST",
            {"وزير الداخلية الكويتي"},
            {"المواطنين"},
        ),
        ("وحذر الكرملين كييف من استخدام القوة.", "THREATEN", {"الكرملين"}, {"كييف"}),
        ("قال المتحدث إن الكرملين يطالب كييف بوقف النار.", "REQUEST", {"الكرملين"}, {"كييف"}),
        ("أكد عضو الوفد أن الحوثيين يتعنتون ويرفضون الانسحاب.", "REJECT", {"الحوثيين"}, set()),
        ("قال لافروف إن بلاده لن تقبل بشروط مسبقة.", "REJECT", {"لافروف"}, set()),
        ("قوبل المقترح الفرنسي برفض قاطع من حفتر.", "REJECT", {"حفتر"}, {"الفرنسي"}),
        ("أكد المرشد رفض الجماعة تأجيل الانتخابات.", "REJECT", {"الجماعة"}, set()),
        ("انتقد السيناتور قرار الرئيس دونالد ترامب سحب القوات.", "ACCUSE", {"السيناتور"}, {"دونالد ترامب"}),
        ("البيت الأبيض يدين الهجوم على السفارة.", "ACCUSE", {"البيت الأبيض"}, {"الهجوم"}),
        ("قالت موسكو إن العقوبات الأميركية غير قانونية.", "ACCUSE", {"موسكو"}, {"الأميركية"}),
        ("ألقت المعارضة الفنزويلية على مادورو مسؤولية الانهيار.", "ACCUSE", {"المعارضة الفنزويلية"}, {"مادورو"}),
        ("ارتفعت الأسعار بعد تهديد إيران بتعليق التعاون.", "THREATEN", {"إيران"}, set()),
        ("حذر الوزير من أن دمشق ستواجه ردا حازما.", "THREATEN", {"الوزير"}, {"دمشق"}),
        ("مسؤول إيراني: على الأوروبيين أن يختاروا بيننا وبين ترامب.", "REQUEST", {"مسؤول إيراني"}, {"الأوروبيين"}),
    ],
)
def test_sides(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    assert said(text, kind) == (actors, targets)


def test_speaker_of_the_sentence_before() -> None:
    text = "وصل المبعوث الأممي غريفيث إلى صنعاء. وقال إن على الأطراف تغليب لغة الحوار."
    assert said(text, "REQUEST") == ({"غريفيث"}, {"الأطراف"})


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        (
            "التقى وزير الخارجية النمساوي نظيره الليبي في فيينا. كما دعا كل الأطراف الليبية إلى الحوار.",
            "REQUEST",
            {"وزير الخارجية النمساوي"},
            {"كل الأطراف الليبية"},
        ),
        (
            "قال غريفيث إن الهدنة صامدة. كما حث جميع الدول المانحة على زيادة التمويل.",
            "REQUEST",
            {"غريفيث"},
            {"الدول المانحة"},
        ),
        (
            "أجرى غريفيث مباحثات مع حسين الإيراني. وأكد الوزيران متانة العلاقات. ودعا الحوثيين إلى فتح الموانئ.",
            "REQUEST",
            {"غريفيث"},
            {"الحوثيين"},
        ),
        ("نفى مسعود بارزاني ذلك. كما اقترح إرسال لجنة تحقيق دولية.", "REQUEST", {"مسعود بارزاني"}, set()),
    ],
)
def test_who_goes_on_speaking(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    assert said(text, kind) == (actors, targets)


def test_a_deed_behind_the_verb_is_what_is_described() -> None:
    text = "نفى مسعود بارزاني ذلك. ووصف القصف الإيراني على أربيل بأنه جريمة."
    assert said(text, "ACCUSE")[0] == {"مسعود بارزاني"}


def test_all_parties_demand_in_the_feminine() -> None:
    text = "عقد اللقاء في تونس. وطالبت كل الأحزاب التونسية بإطلاق المعتقلين."
    assert said(text, "REQUEST")[0] == {"الأحزاب التونسية"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("قال بوريل إن روسيا تماطل. كما اتهمها بالكذب، ودعاها إلى الانسحاب.", "REQUEST", {"بوريل"}, {"روسيا"}),
        ("وصل بوريل إلى طهران. وانتقد سياساتها النووية، ودعاها إلى التعاون.", "REQUEST", {"بوريل"}, {"طهران"}),
        ("ندد البابا فرنسيس بالعنف وناشد جميع الأطراف وقف القتال.", "REQUEST", {"البابا فرنسيس"}, {"جميع الأطراف"}),
    ],
)
def test_whom_a_suffix_or_the_next_verb_means(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    assert said(text, kind) == (actors, targets)


def test_the_object_of_the_next_verb_is_not_condemned() -> None:
    assert "جميع الأطراف" not in said("ندد البابا فرنسيس بالعنف وناشد جميع الأطراف وقف القتال.", "ACCUSE")[1]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("قالت المستشارة الألمانية إن برلين قلقة. ودعت جميع الأطراف إلى الحوار.", "REQUEST", {"المستشارة الألمانية"}),
        ("زار غير بيدرسن دمشق الأحد. كما اقترح عقد جولة جديدة من المحادثات.", "REQUEST", {"غير بيدرسن"}),
        (
            "قال أحمد الطيب إن القدس عربية. وحذر الإسرائيليين من المساس بالأقصى، واتهمهم بتهويد المدينة.",
            "ACCUSE",
            {"أحمد الطيب"},
        ),
    ],
)
def test_whoever_spoke_before_speaks(text: str, kind: str, actors: set[str]) -> None:
    assert said(text, kind)[0] == actors
