"""Who tells: reports in relative clauses, several sources taken up again, publishers told, names that groups give
themselves."""

from functools import partial

import pytest

from making import claims_in

claims = partial(claims_in, published="2024-05-16")


def chain(text: str, trigger: str) -> list[str]:
    found = next(claim for claim in claims(text) if claim.trigger.text == trigger)
    return [link.text for link in found.isnad]


def test_a_report_in_a_relative_clause_tells_of_the_event_before_it() -> None:
    text = "قصفت القوات القرية في هجوم جوي قال سكان إنه دمر مدرسة."
    assert chain(text, "قصفت") == []
    assert chain(text, "هجوم جوي") == ["سكان"]


def test_a_report_after_an_event_is_no_relative_clause() -> None:
    assert chain("بعد هجوم على القاعدة قال مسؤول إنه يستبعد التصعيد.", "هجوم") == []


def test_both_sources_are_the_two_that_spoke_before() -> None:
    text = "قتل شخصان في غارة، وفق ما أبلغ ضابط في الشرطة ومسعف محلي وكالة رويترز. وقال المصدران إن القصف دمر مخزنا."
    links = ["وكالة رويترز", "ضابط في الشرطة", "مسعف محلي"]
    assert chain(text, "غارة") == links
    assert chain(text, "القصف") == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("قتل شخصان في غارة، بحسب ما قال مسؤول محلي لوكالة رويترز.", ["وكالة رويترز", "مسؤول محلي"]),
        ("قتل شخصان في غارة، بحسب ما أفاد مراسل قناة الجزيرة.", ["مراسل قناة الجزيرة"]),
        ("قتل شخصان في غارة، وفق ما ذكرت وكالة سانا.", ["وكالة سانا"]),
    ],
)
def test_a_subordinate_report_names_the_publisher_that_was_told(text: str, links: list[str]) -> None:
    assert chain(text, "غارة") == links


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('وأعلن تحالف فصائل مسلحة يسمي نفسه "جبهة الثأر" مسؤوليته عن الهجوم على القاعدة.', "جبهة الثأر"),
        ('أعلنت جماعة تطلق على نفسها اسم "كتائب الغضب" مسؤوليتها عن التفجير في بغداد.', "كتائب الغضب"),
        ('أعلنت جماعة موالية لإيران تسمي نفسها "سرايا الفتح" مسؤوليتها عن الهجوم.', "سرايا الفتح"),
        ("وقصفت جماعة مسلحة تسمي نفسها جيش النصر قرية في إدلب.", "جيش النصر"),
    ],
)
def test_a_group_bears_the_name_that_it_gives_itself(text: str, name: str) -> None:
    (claim,) = claims(text)
    assert [actor.text for actor in claim.actors] == [name]


def test_one_of_many_is_nobody_whom_the_text_names() -> None:
    text = (
        "قال جعفر الحسيني المتحدث باسم كتائب حزب الله إن الجماعة سترد. "
        "وسقط قتيلان في الضربات، بحسب قيادي في الحشد الشعبي."
    )
    assert chain(text, "الضربات") == ["قيادي في الحشد الشعبي"]


@pytest.mark.parametrize(
    ("text", "trigger", "links"),
    [
        (
            "وأبلغ مصدر حكومي وكالة الصحافة الفرنسية أن القوات الحكومية قصفت مدينة زنجبار.",
            "قصفت",
            ["وكالة الصحافة الفرنسية", "مصدر حكومي"],
        ),
        ('أفاد ناشطون لـ"القدس العربي" أن الطائرات قصفت اللطامنة.', "قصفت", ["ناشطون"]),
        ("وأدانت منظمة العفو الدولية العنف، قائلة إن الجيش قصف السوق.", "قصف", ["منظمة العفو الدولية"]),
        ("ورفض الوزير الاتهامات مؤكدا أن الطائرات قصفت معسكرا.", "قصفت", ["الوزير"]),
        ("ونشرت وكالة أعماق أن انتحاريين هاجما كنيسة في كويتا.", "هاجما", ["وكالة أعماق"]),
    ],
)
def test_publishers_told_and_participles_behind_other_verbs(text: str, trigger: str, links: list[str]) -> None:
    assert chain(text, trigger) == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("وحسب مصادر عسكرية تحدثت لرويترز، فإن القوات قصفت معسكر خالد.", ["رويترز", "مصادر عسكرية"]),
        ("قصفت القوات معسكر خالد، حسبما قال ناشط حقوقي لوكالة سبوتنيك.", ["وكالة سبوتنيك", "ناشط حقوقي"]),
    ],
)
def test_to_whom_a_source_spoke(text: str, links: list[str]) -> None:
    assert chain(text, "قصفت") == links


def test_a_group_whose_name_tells_no_gender_goes_on() -> None:
    text = "حملت الرئاسة الحركة المسؤولية. ودانت حماس بشدة التفجير وأعلنت أنها اعتقلت مشتبها بهما."
    assert chain(text, "اعتقلت") == ["حماس"]
