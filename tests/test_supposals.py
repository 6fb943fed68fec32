"""Deeds that a clause supposes, asks about, lists as terms or calls for, and protests that are known already."""

from functools import partial

import pytest

from khabar import pipeline
from khabar.model import Article
from making import types_in

MARCHED = "خرجت مظاهرات في المدينة الساحلية احتجاجا على الغلاء. "
NOTHING = [
    ("وقال الوزير إن بلاده سترد إذا لم تلتزم الفصائل بالهدنة.", "RETREAT"),
    ("وأضاف أنه لولا تدخل الحلف لسقطت العاصمة.", "MOBILIZE"),
    ("هل تنسحب القوات الأجنبية من الميناء قريبا؟", "RETREAT"),
    ("ووضع الوسيط عشرة شروط لاستئناف الحوار، من بينها سحب القوات من الجزيرة.", "RETREAT"),
    ("وينص الاتفاق على انسحاب القوات الأجنبية من البلاد.", "RETREAT"),
    ("وتشمل المبادرة نزع سلاح الميليشيات.", "RETREAT"),
    ("وقال القائد إن هناك حاجة إلى إرسال قوات إضافية.", "MOBILIZE"),
    ("وعد النائب دعوات المستوطنين لاقتحام المسجد استفزازا خطيرا.", "COERCE"),
    ("وبدأ الجيش حملة بهدف استعادتها من أيدي المتمردين.", "COERCE"),
    ("بدأ الجيش عملية لاستعادة السيطرة على المدينة.", "COERCE"),
    ("قصفت المقاتلات تعزيزات للمسلحين قرب المطار.", "MOBILIZE"),
    ("أقر المتهم بالذنب أمام القاضي.", "SANCTION"),
    ("ومن بنود ذلك الاتفاق، إطلاق سراح عشرين بحارا.", "RETREAT"),
    ("واشتد الجدل بعد مطالبة قائد القوات في الإقليم بإرسال عشرة آلاف جندي إضافي.", "MOBILIZE"),
    ("رفعت السلطات حظر التجول عن المدينة.", "COERCE"),
    ("واتسعت المعارك في آذار/مارس 2015 دعما للحكومة المعترف بها.", "AID"),
    ("ودخلت الكتيبة القرية بغطاء جوي من الحلف.", "AID"),
]
KNOWN = [
    MARCHED + "وقال النائب إنه يخشى على المصابين الذين سقطوا خلال التظاهرات.",
    MARCHED + "وعلى غرار تظاهرات المدينة، عقد الأهالي لقاء مع الوالي.",
]


types = partial(types_in, published="2019-03-05")


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_no_such_deed_is_told(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize("text", KNOWN)
def test_protests_known_already_are_told_once(text: str) -> None:
    demonstrations = [
        claim
        for claim in pipeline.extract(Article(id="a", text=text, published="2019-03-05")).claims
        if claim.type == "PROTEST" and claim.mode == "demonstration"
    ]
    assert len(demonstrations) == 1


def test_a_deed_done_under_an_agreement_is_told() -> None:
    assert "RETREAT" in types("وتنفيذا للاتفاق أفرجت الجماعة عن عشرين أسيرا.")
    assert "ASSAULT" in types("وقال المرصد إنه يحقق فيما إذا كانت غارات الحلف قد قتلت مدنيين.")
    assert "SANCTION" in types("قال الوزير إن بلاده ستفرض عقوبات إضافية على الجزيرة.")
    assert "AID" in types("قدمت أنقرة دعما عسكريا للفصائل المعارضة.")
    assert types("قطعت أربع دول علاقاتها مع الدوحة.") == ["SANCTION"]
    assert "SANCTION" in types("مدد الاتحاد الأوروبي العقوبات على موسكو ستة أشهر.")
    assert "PROTEST" in types(MARCHED + "وشارك طلاب في المسيرة، وستخرج مظاهرة أخرى يوم الجمعة.")


@pytest.mark.parametrize(
    "text",
    [
        "قتل سبعون مسلحا واعتقل خمسة آخرون في عمليات نفذها الجيش في الوادي.",
        "أدى الهجوم إلى مقتل عشرين واعتقال سبعة من عناصر التنظيم.",
        "تمكن الجيش من قتل عشرة متمردين وإلقاء القبض على ستة.",
    ],
)
def test_captives_in_one_breath_with_the_dead_are_figures_of_the_attack(text: str) -> None:
    claims = pipeline.extract(Article(id="a", text=text, published="2019-03-05")).claims
    assert [claim.type for claim in claims] == ["ASSAULT"]
    assert {figure.what for figure in claims[0].figures} == {"killed", "captured"}


def test_an_arrest_with_its_own_doer_is_a_claim() -> None:
    assert "COERCE" in types("قتل شرطي في الهجوم واعتقلت السلطات المهاجم.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("نفت كل من دمشق وموسكو وقوع أي هجوم كيميائي في البلدة.", {("ASSAULT", "negated")}),
        ("وقال الوزير إن الخطوة قد تحول البلاد إلى ساحة لتصفية الحسابات.", set()),
        ("وقال الوزير إن إيران حولت العراق إلى ساحة لتصفية الحسابات.", {("ACCUSE", "occurred")}),
        ("قال المسؤول إنه لم يبلغ بأي خطط لسحب القوات من البلاد.", set()),
        ("دعا الزعيم أنصاره إلى التجمع في الساحة الكبرى مساء الجمعة.", {("REQUEST", "occurred")}),
        ("دعت النقابات إلى إضراب عام يوم الاثنين المقبل.", {("PROTEST", "planned")}),
    ],
)
def test_what_may_come_what_any_of_a_kind_is_and_what_is_only_asked(
    sentence: str, expected: set[tuple[str, str]]
) -> None:
    claims = pipeline.extract(Article(id="1", text=sentence, published="2018-10-10")).claims
    assert {(claim.type, claim.status) for claim in claims} == expected
