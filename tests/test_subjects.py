"""Who does it and whom it hits, where agreement, a weapon or an attacker tells subject from object."""

from __future__ import annotations

from functools import partial

import pytest

from making import claims_in

claims = partial(claims_in, published="2024-05-14")


def parties(text: str, type: str) -> tuple[list[str], list[str]]:
    found = next(claim for claim in claims(text) if claim.type == type)
    return [party.text for party in found.actors], [party.text for party in found.targets]


@pytest.mark.parametrize(
    ("text", "type", "actors", "targets"),
    [
        # A feminine or a plural of things behind a masculine verb is its object.
        ("وتابع أن المجلس رفض اقتراحات الحكومة وأيد مطالب المحتجين.", "SUPPORT", ["المجلس"], ["المحتجين"]),
        (
            "وقال وزير الداخلية التونسي إن بلاده تدعم ليبيا، ودعا دول الجوار إلى ضبط الحدود.",
            "REQUEST",
            ["وزير الداخلية التونسي"],
            ["دول الجوار"],
        ),
        # What a machine, a weapon or an attacker hits is no genitive of it.
        ("استهدفت طائرات مسيرة قاعدة عين الأسد في محافظة الأنبار.", "ASSAULT", [], ["قاعدة عين الأسد"]),
        ("ضربت صواريخ مطار صنعاء.", "ASSAULT", [], ["مطار صنعاء"]),
        ("أصابت قذائف مستشفى الشفاء.", "ASSAULT", [], ["مستشفى الشفاء"]),
        ("استهدفت مسيرتان مقر حرس الحدود.", "ASSAULT", [], ["مقر حرس الحدود"]),
        ("اقتحم مستوطنون المسجد الأقصى أمس.", "COERCE", ["مستوطنون"], ["المسجد الأقصى"]),
        ("قصفت مدفعية النظام السوري ريف حماة.", "ASSAULT", ["النظام السوري"], ["ريف حماة"]),
        # Verbs that were no verbs to the lexicon.
        (
            "ذكرت وكالة سانا أن طائرات إسرائيلية أغارت على مواقع في محيط دمشق.",
            "ASSAULT",
            ["طائرات إسرائيلية"],
            ["مواقع"],
        ),
        ("أقال الرئيس التونسي قيس سعيد رئيس الحكومة.", "SANCTION", ["قيس سعيد"], ["رئيس الحكومة"]),
        (
            "أعلنت سرايا القدس تفجير آلية عسكرية إسرائيلية بعبوة ناسفة شرق رفح.",
            "ASSAULT",
            ["سرايا القدس"],
            ["آلية عسكرية إسرائيلية"],
        ),
        # Whom a strike killed by name, beside what it hit.
        (
            "قتل القيادي في حزب الله فؤاد شكر بغارة إسرائيلية على الضاحية الجنوبية.",
            "ASSAULT",
            ["إسرائيل"],
            ["فؤاد شكر", "الضاحية الجنوبية"],
        ),
        # A form that can be a noun, too, is a verb behind a relative pronoun; fighters of a unit in the plural.
        (
            "أعلنت كتائب نسور البادية مسؤوليتها عن الهجوم الذي دك مقر الشرطة.",
            "ASSAULT",
            ["كتائب نسور البادية"],
            ["مقر الشرطة"],
        ),
        (
            "وقالت الكتائب في بيانها العسكري إن مجاهديها استهدفوا مقر الشرطة.",
            "ASSAULT",
            ["الكتائب"],
            ["مقر الشرطة"],
        ),
        # A count before the event noun that is the subject.
        ("استهدفت ثلاث غارات للتحالف مخازن أسلحة في صعدة.", "ASSAULT", ["تحالف"], ["مخازن أسلحة"]),
    ],
)
def test_subject_and_object(text: str, type: str, actors: list[str], targets: list[str]) -> None:
    assert parties(text, type) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("لوح الاتحاد الأوروبي بفرض عقوبات جديدة على موسكو.", [("THREATEN", "لوح")]),
        ("توفي الشاب متأثرا بجروحه.", [("ASSAULT", "توفي")]),
        ("نفى الحرس الثوري الإيراني مسؤوليته عن الهجوم على السفينة.", [("ASSAULT", "الهجوم")]),
    ],
)
def test_what_says_more_of_a_claim_is_no_second_one(text: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.type, claim.trigger.text) for claim in claims(text)] == found


def test_who_finds_the_dead_is_no_party() -> None:
    assert parties("عثر الجيش على جثث ستة رعاة في سنجار.", "ASSAULT") == ([], ["رعاة"])


def test_who_serves_no_state_has_none() -> None:
    (claim,) = claims("وصل المبعوث الأممي هانس غروندبرغ إلى عدن.")
    assert [(party.text, party.country) for party in claim.actors] == [("هانس غروندبرغ", None)]


def test_a_base_with_a_name_has_the_state_of_its_place() -> None:
    text = (
        "استهدفت طائرات مسيرة قاعدة عين الأسد في محافظة الأنبار. "
        "وقال ضابط إن طائرة أخرى أسقطت قبل أن تبلغ القاعدة. "
        "وتبنت المقاومة الإسلامية في العراق أمس هجومين ضد القاعدة."
    )
    last = claims(text)[-1]
    assert [(party.text, party.country) for party in last.targets] == [("قاعدة عين الأسد", "IRQ")]


def test_a_state_whose_name_is_a_common_word_stands_behind_a_preposition_of_place() -> None:
    (claim,) = claims("وقع هجوم على قافلة عسكرية في مالي.")
    assert claim.place is not None
    assert claim.place.country == "MLI"


def test_those_harmed_are_counted_behind_a_noun_of_harm() -> None:
    (claim,) = claims("استهدفت غارة سيارة على طريق صور، ما أدى إلى استشهاد شخصين.")
    assert [(figure.what, figure.low, figure.high) for figure in claim.figures] == [("killed", 2, 2)]


def test_what_is_the_matter_with_somebody_is_no_head_of_his_name() -> None:
    text = "يدرب الجيش القوات المحلية لمنع عودة نفوذ تنظيم داعش الذي استولى صيف 2014 على مدينة الموصل."
    found = next(claim for claim in claims(text) if claim.trigger.text == "استولى")
    assert [party.text for party in found.actors] == ["تنظيم داعش"]


def test_an_accusative_behind_a_weapon_is_no_owner_of_it() -> None:
    text = "استهدف نحو عشرين هجوما بقنابل أو صواريخ أرتالا عسكرية تابعة للتحالف الدولي في بغداد."
    assert parties(text, "ASSAULT") == ([], ["أرتالا عسكرية تابعة للتحالف الدولي"])
