"""How far a report reaches: not to what somebody only calls by a name, to clauses about the teller, to what the outlet
adds behind a quotation, nor past another main clause; who claims an attack is its only origin."""

from functools import partial

import pytest

from making import chain_in, claim_in

found = partial(claim_in, published="2024-05-16")
chain = partial(chain_in, published="2024-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "وقالت مصادر ميدانية في الجيش إن اشتباكات اندلعت شرق المدينة. وأوضح المصدر أن القوات أسرت ستة مسلحين.",
        "أفادت مصادر عسكرية بسقوط قذائف على البلدة. وأشار المصدر إلى أن القوات أسرت ثلاثة من المهاجمين.",
    ],
)
def test_the_source_is_one_of_the_sources_that_spoke(text: str) -> None:
    assert chain(text, "أسرت")[0].startswith("مصادر")


@pytest.mark.parametrize(
    "text",
    [
        "وأكد رئيس الوزراء في كلمته أن التفجيرات التي تبناها تنظيم داعش أوقعت عشرات القتلى.",
        "اعترف الموقوف بأنه نقل الحزام الذي استعمل في التفجيرات التي تبناها تنظيم داعش.",
    ],
)
def test_who_claims_an_attack_in_a_relative_clause_is_its_only_origin(text: str) -> None:
    assert chain(text, "التفجيرات") == ["تنظيم داعش"]


def test_a_claim_of_responsibility_ends_where_another_clause_begins() -> None:
    text = (
        "جرح عشرات في تفجير سيارة قرب السوق تبناه تنظيم داعش، كما قتل ثلاثة أشخاص في انفجار عبوة "
        "في حي البنوك، وفق مصادر طبية."
    )
    assert found(text, "تفجير").stance == "claims"
    assert found(text, "انفجار").stance == "reports"
    assert chain(text, "انفجار") == ["مصادر طبية"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("بدأت تركيا ما وصفه مسؤولون بأنه «حرب على الإرهاب» شملت غارات جوية على مواقع في شمال العراق.", "غارات"),
        ("ووصف المفتي حادثة التفجير الذي استهدف مسجدا في المدينة وأوقع عشرة قتلى بالعمل الجبان.", "التفجير"),
    ],
)
def test_what_somebody_calls_by_a_name_is_told_by_the_outlet(text: str, trigger: str) -> None:
    assert chain(text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وتنفي الحركة الإسلامية، التي اعتقلت السلطات قادتها، صلتها بأعمال العنف.", "اعتقلت"),
        ("ونقلت رويترز عن وزير الدفاع الإيراني أمير حاتمي، الذي بدأ زيارة إلى مدريد، رفضه التهديدات.", "زيارة"),
    ],
)
def test_a_clause_about_the_teller_is_none_of_his_words(text: str, trigger: str) -> None:
    claim = found(text, trigger)
    assert (claim.status, [link.text for link in claim.isnad]) == ("occurred", [])


@pytest.mark.parametrize(
    "text",
    [
        "وقالت المبعوثة «لن نسمح بالعودة إلى ما عشناه في الخريف» في إشارة إلى المظاهرات العنيفة التي عرفها البلد.",
        "وأضاف الوزير «كانت أياما صعبة على الجميع»، وذلك في إشارة إلى المظاهرات التي اندلعت في العاصمة.",
    ],
)
def test_what_the_outlet_makes_of_a_quotation_is_its_own(text: str) -> None:
    assert chain(text, "المظاهرات") == []


def test_a_report_without_that_ends_before_another_main_clause() -> None:
    text = "وأبلغ الرئيس التركي رجب طيب أردوغان الحلف رفض بلاده الطلب، كما أجرى اتصالات مع قادة البلدين."
    assert chain(text, "اتصالات") == []


def test_a_verb_of_saying_about_the_teller_does_not_take_his_words() -> None:
    text = "وأعلنت وحدات حماية الشعب، التي تصفها تركيا بالإرهابية، أنها سحبت مقاتليها من المدينة."
    assert chain(text, "سحبت") == ["وحدات حماية الشعب"]
