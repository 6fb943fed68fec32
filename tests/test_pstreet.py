"""Who protests, what protesters say, and what is no claim whatever its words."""

from __future__ import annotations

import pytest

from making import claims_in, doers_in, types_in


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("أضرب أطباء المشافي العامة في وهران يومين احتجاجا على تأخر العلاوات.", "أضرب", {"أطباء المشافي العامة"}),
        ("شهدت مدينة بورتسودان اعتصاما لعمال الميناء منذ الصباح.", "اعتصاما", {"عمال الميناء"}),
        ("أحرق ناشطون العلم الإسرائيلي قرب السفارة في أنقرة.", "العلم", {"ناشطون"}),
        ("فرقت قوات الأمن بالرصاص الحي والغاز المسيل للدموع تظاهرة في عدن.", "تظاهرة", set()),
        ("نزل أنصار عمران خان إلى الشوارع في لاهور.", "نزل", {"أنصار عمران خان"}),
        ("مظاهرات حاشدة في إسلام آباد ضد قتل ثلاثة شبان.", "مظاهرات", set()),
        ("خرج الآلاف في شوارع أم درمان في تظاهرات فرقتها الشرطة بالغاز.", "خرج", {"الآلاف"}),
        ("هاجمت حشود غاضبة السفارة السويدية في بغداد.", "هاجمت", {"حشود غاضبة"}),
    ],
)
def test_who_protests(text: str, trigger: str, doers: set[str]) -> None:
    assert doers_in(text, trigger) == doers


def test_both_sides_of_clashes_that_break_out() -> None:
    text = "أصيب عشرة أشخاص في مواجهات اندلعت بين متظاهرين والشرطة في باكو."
    assert doers_in(text, "مواجهات") == {"متظاهرين", "الشرطة"}


@pytest.mark.parametrize(
    "text",
    [
        "رفع المتظاهرون شعارات ضد الفساد في وسط المدينة وطالبوا برحيل الحكومة.",
        "تظاهر مئات الشبان مساء أمس في رام الله بالضفة الغربية مطالبين بإلغاء اللقاء.",
        "شارك أكثر من مئتي ألف شخص في مسيرة وسط برشلونة تطالب باستقلال الإقليم.",
        "تظاهر الأهالي في مأرب. وطالب المتظاهرون الأمم المتحدة بالتدخل.",
    ],
)
def test_demands_of_protesters_belong_to_the_protest(text: str) -> None:
    assert types_in(text) == ["PROTEST"]


def test_a_call_to_protest_is_the_protest_planned() -> None:
    (found,) = claims_in("دعت حركة السترات الصفراء إلى مظاهرات جديدة في باريس.")
    assert (found.type, found.status) == ("PROTEST", "planned")
    assert [one.text for one in found.actors] == ["حركة السترات الصفراء"]


def test_a_call_that_was_followed_is_past() -> None:
    (found,) = claims_in("لبى آلاف الأنصار دعوة الحزب للتظاهر في وسط بيروت.")
    assert (found.type, found.status) == ("PROTEST", "occurred")


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("أغلق المزارعون الفرنسيون الطرق المؤدية إلى باريس بجراراتهم.", "PROTEST", "demonstration"),
        ("أحرق المتظاهرون مقرات أحزاب في البصرة مساء الجمعة.", "ASSAULT", "destruction"),
        ("أشعل محتجون النار في إطارات السيارات وسط عدن.", "PROTEST", "riot"),
        ("حاول محتجون اقتحام مقر الحكومة في تبليسي.", "COERCE", "raid"),
        ("علق المعلمون إضرابهم مساء الأحد.", "RETREAT", None),
    ],
)
def test_what_a_crowd_does(text: str, kind: str, mode: str | None) -> None:
    assert [(one.type, one.mode) for one in claims_in(text)] == [(kind, mode)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("رشق المتظاهرون قوات الأمن بالحجارة والزجاجات الحارقة.", "قوات الأمن"),
        ("ألقى محتجون زجاجات حارقة على الشرطة في أثينا.", "الشرطة"),
        ("تظاهر الآلاف مطالبين باستقالة الرئيس ألكسندر لوكاشنكو.", "ألكسندر لوكاشنكو"),
        ("أكد شهود أن الشرطة أطلقت الرصاص الحي على المتظاهرين في كينشاسا.", "المتظاهرين"),
        ("أضرم محتجون النار في مقر المحافظة.", "مقر المحافظة"),
        ("اقتحم أنصار ترامب مبنى الكابيتول في واشنطن.", "مبنى الكابيتول"),
    ],
)
def test_whom_it_is_against(text: str, target: str) -> None:
    assert [one.text for one in claims_in(text)[0].targets] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "أطلق المهاجم قذيفة من خارج منطقة الجزاء هزت شباك الضيوف.",
        "قصف برشلونة شباك ضيفه فالنسيا بخمسة أهداف في الدوري.",
        "ضرب زلزال عنيف جزيرة سومطرة الإندونيسية وخلف عشرات القتلى.",
        "تحطمت مروحية عسكرية في تونس بسبب عطل فني ما أسفر عن مقتل طاقمها.",
        "هاجم سرب من الجراد مزارع في شمال الصومال.",
        "كشفت دراسة جديدة أن التدخين يقتل نصف المدخنين.",
        "شهدت الليلة الماضية هدوءا حذرا على جبهات القتال.",
        "إن سياسة الحصار والتجويع لن تكسر إرادة الناس.",
        "ويخشى السكان من تجدد القصف على أحيائهم.",
        "من شأن الانسحاب أن يفتح الباب أمام عودة التنظيم.",
        "وقال المحلل السياسي إن أي هجوم على إيران سيشعل المنطقة.",
        "يمكن لأي طرف أن ينسحب من الاتفاق بعد إخطار الطرف الآخر.",
        "وحذر الخبير من أن استمرار الحصار سيؤدي إلى كارثة.",
        "كل من يعتدي على أرضنا سيندم.",
        "ولا يزال مصير المفاوضات غامضا.",
        "فاز مرشح المعارضة بالرئاسة متعهدا بإنهاء الحرب.",
    ],
)
def test_no_claim_whatever_its_words(text: str) -> None:
    assert types_in(text) == []


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("لقي جنديان حتفهما في هجوم قرب الحدود بينما كانت مباراة تبث على الشاشات.", ["لقي"]),
        ("لم يتعرض الموقع لأي هجوم، لكن طائرة قصفت قرية مجاورة.", ["قصفت"]),
        ("حاصرت القوات البلدة ومنعت دخول الغذاء.", ["حاصرت", "ومنعت"]),
    ],
)
def test_what_remains_one(text: str, triggers: list[str]) -> None:
    assert [claim.trigger.text for claim in claims_in(text)] == triggers


@pytest.mark.parametrize(
    "text",
    [
        "التقى وزير الخارجية الجزائري نظيره التونسي في تونس الأحد. وبحث الجانبان الأزمة الليبية.",
        "التقى الأمير سفير فرنسا. واستعرض الأمير مع السفير خلال اللقاء العلاقات بين البلدين.",
    ],
)
def test_what_was_discussed_is_no_second_meeting(text: str) -> None:
    assert types_in(text) == ["CONSULT"]


def test_a_list_of_targets_is_one_claim() -> None:
    text = "قصفت الطائرات مستشفى ومدرستين وسوقا في معرة النعمان."
    assert len(claims_in(text)) == 1


def test_towns_hit_separately_are_several() -> None:
    text = "قصفت المدفعية قريتي الناجية وبداما وبلدة الهبيط."
    assert len({one.place.text for one in claims_in(text) if one.place}) == 3


def test_whose_duty_it_is() -> None:
    (found,) = claims_in("قال متحدث باسم الخارجية الأميركية إن على بغداد حماية القوات الأجنبية.")
    assert found.type == "REQUEST"
    assert [one.text for one in found.targets] == ["بغداد"]
    assert [one.country for one in found.actors] == ["USA"]


def test_a_suffix_of_one_man_is_not_his_followers() -> None:
    march, arrest = claims_in("نزل أنصار عمران خان إلى الشوارع عقب اعتقاله.")
    assert (march.type, arrest.type) == ("PROTEST", "COERCE")
    assert "أنصار عمران خان" not in {one.text for one in arrest.targets}


def test_the_course_of_a_deed_told_before() -> None:
    text = "اغتال مسلحون ضابطا في عدن. ونشرت الشرطة صور عملية الاغتيال. وفر المسلحون."
    assert types_in(text).count("ASSAULT") == 1
