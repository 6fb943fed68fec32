"""Days told by their distance from a deed told before, and times that belong to another deed of their sentence."""

from __future__ import annotations

import pytest

from making import claims_in

PUBLISHED = "2019-06-15"
ATTACK = "هاجم مسلحون الخميس مركزا للشرطة في بعقوبة."


def dates(text: str, skip: int = 0) -> list[tuple[str, str | None]]:
    return [(claim.type, claim.date) for claim in claims_in(text, PUBLISHED)][skip:]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("وبعد يومين من الهجوم", "2019-06-15"),
        ("وبعد الهجوم بيومين", "2019-06-15"),
        ("وبعدها بيوم", "2019-06-14"),
        ("وقبلها بثلاثة أيام", "2019-06-10"),
        ("وقبل ذلك بثلاثة أيام", "2019-06-10"),
        ("وغداة الهجوم", "2019-06-14"),
        ("وغداة ذلك", "2019-06-14"),
        ("وعشية الهجوم", "2019-06-12"),
        ("وفي اليوم الذي سبقه", "2019-06-12"),
        ("وفي الليلة نفسها", "2019-06-13"),
        ("وبعد دقائق", "2019-06-13"),
    ],
)
def test_a_day_is_counted_from_the_deed_told_before(when: str, day: str) -> None:
    assert dates(f"{ATTACK} {when} قصفت مروحيات بلدة بهرز.", 1) == [("ASSAULT", day)]
    assert dates(f"{ATTACK} {when} قتل جنديان في تفجير عبوة ناسفة ببلدة بهرز.", 1) == [("ASSAULT", day)]


def test_a_day_counted_behind_the_deed() -> None:
    assert dates(f"{ATTACK} وقصفت مروحيات بلدة بهرز بعد يوم من الهجوم.", 1)[0] == ("ASSAULT", "2019-06-14")
    arrested = "اعتقلت الشرطة الخميس ستة طلاب في بعقوبة. وأفرجت عن ثلاثة منهم في وقت لاحق."
    assert dates(arrested) == [("COERCE", "2019-06-13"), ("RETREAT", "2019-06-13")]


def test_a_clause_that_tells_more_of_somebody_has_its_own_time() -> None:
    assert dates("اعتقلت الشرطة أمس رجلا قتل حارسا في البصرة عام 2016.") == [
        ("COERCE", "2019-06-14"),
        ("ASSAULT", "2016"),
    ]
    judged = dates("حكمت محكمة أمس على مسلح قتل حارسين في يونيو/حزيران 2016 بالسجن المؤبد.")
    assert ("SANCTION", "2019-06-14") in judged


def test_the_day_of_a_loss_is_that_of_the_attack_behind_it() -> None:
    told = dates("قتل أربعة محتجين الخميس بعد أن أطلق الجنود النار على مسيرة في البصرة.")
    assert told == [("ASSAULT", "2019-06-13")]


def test_the_day_behind_what_is_agreed_to_is_that_of_the_consent() -> None:
    assert dates("وافقت تركيا على استخدام القاعدة الخميس.") == [("AGREE", "2019-06-13")]


def test_what_is_announced_with_a_preposition_is_of_that_day_too() -> None:
    told = dates("أعلنت السلطات المحلية، الخميس، عن فرض حظر تجول في البصرة.")
    assert told == [("COERCE", "2019-06-13")]
