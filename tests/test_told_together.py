"""Those to whom one deed was done together: who is tied to whom, who stands for himself, and how many they are."""

from __future__ import annotations

import pytest

from khabar.model import Article
from khabar.pipeline import extract


def _told(text: str) -> tuple[list[str], list[str], list[tuple[str, int]]]:
    claim = extract(Article(id="a", text=text, published="2024-03-05")).claims[0]
    actors, targets = [one.text for one in claim.actors], [one.text for one in claim.targets]
    return actors, targets, [(figure.what, int(figure.low)) for figure in claim.figures]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("خطف المسلحون عددا من الجنود وكذلك الموظفين في القرية.", ["الجنود", "الموظفين"]),
        ("اعتقلت الشرطة الوزير السابق، إضافة إلى رئيس البلدية.", ["الوزير السابق", "رئيس البلدية"]),
        ("وقصفت المروحيات مجالس للأهالي وورشة صيانة.", ["مجالس للأهالي", "ورشة صيانة"]),
        ("دمر الطيران مستودعين للذخيرة ومركز قيادة.", ["مستودعين", "مركز قيادة"]),
        ("قصف الجيش مخازن للسلاح والذخيرة.", ["مخازن"]),
        ("أوقف الأمن التونسي معارضين اثنين وصحفيا.", ["معارضين", "صحفيا"]),
        ("اعتقلت الشرطة الناشطين أحمد سالم ومحمود خالد.", ["أحمد سالم", "محمود خالد"]),
    ],
)
def test_whoever_is_tied_to_a_target_is_one(text: str, targets: list[str]) -> None:
    assert _told(text)[1] == targets


@pytest.mark.parametrize(
    ("text", "targets", "figures"),
    [
        ("استشهد المواطنان سامي حمد ورامي حمد في قصف.", ["سامي حمد", "رامي حمد"], [("killed", 2)]),
        ("قتل أحمد سالم ومحمود خالد برصاص مسلحين.", ["أحمد سالم", "محمود خالد"], [("killed", 2)]),
        (
            "قتل القيادي أحمد سالم وزوجته وابنته في غارة.",
            ["أحمد سالم", "زوجته", "ابنته"],
            [("killed", 3)],
        ),
        ("أصيب الوزير سامي الحداد وسائقه بجروح في انفجار.", ["سامي الحداد", "سائقه"], [("wounded", 2)]),
        (
            "أسفر القصف عن مقتل امرأة وأطفالها الثلاثة.",
            ["امرأة", "أطفالها"],
            [("killed", 1), ("killed", 3)],
        ),
        ("استشهد مواطنان وأصيب آخرون بجروح.", ["مواطنان"], [("killed", 2), ("wounded", 2)]),
    ],
)
def test_people_told_one_by_one_are_counted(text: str, targets: list[str], figures: list[tuple[str, int]]) -> None:
    actors, told, counts = _told(text)
    assert (told, counts) == (targets, figures)
    assert not set(actors) & set(told)


def test_men_still_stand_for_the_body_that_sends_them() -> None:
    assert _told("قال الجيش إن قواته قصفت مواقع المسلحين.")[0] == ["الجيش"]


def test_a_toll_is_no_target() -> None:
    assert _told("أعلنت الوزارة ارتفاع حصيلة القتلى إلى 120 قتيلا منذ السابع من أكتوبر.")[1] == []


def test_air_defences_by_one_word_intercept() -> None:
    actors, targets, _ = _told("أسقطت الدفاعات طائرة مسيرة فوق المدينة.")
    assert (actors, targets) == (["الدفاعات"], ["طائرة مسيرة"])


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("اعتقل متظاهرون في وسط العاصمة.", [], ["متظاهرون"]),
        ("احتجز متظاهرون ضابطا في وسط العاصمة.", ["متظاهرون"], ["ضابطا"]),
        ("احتجز مسلحون رهائن في فندق.", ["مسلحون"], ["رهائن"]),
        ("أطلقت الحركة ثلاث رهائن.", ["الحركة"], ["رهائن"]),
        ("أطلقت الحركة سراح رهينتين.", ["الحركة"], ["رهينتين"]),
        ("دهست شاحنة جنودا قرب بئر السبع.", [], ["جنودا"]),
    ],
)
def test_whoever_stands_beside_the_verb_acts_or_suffers(text: str, actors: list[str], targets: list[str]) -> None:
    assert _told(text)[:2] == (actors, targets)


def test_who_is_to_answer_is_not_threatened() -> None:
    assert _told("قال الأمين العام للحزب إن المقاومة سترد على أي اعتداء.")[1] == []


def test_witnesses_are_no_more_than_that() -> None:
    claim = extract(Article(id="a", text="أكد شهود عيان سماع دوي انفجارات في دمشق.")).claims[0]
    assert [link.text for link in claim.isnad] == ["شهود عيان"]
