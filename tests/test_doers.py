"""Who did it, where the subject does not stand beside the word: behind nouns of doing, among those who take part, in
clashes with others, behind suffixes, in demonstrations."""

from __future__ import annotations

from functools import partial

import pytest

from making import doers_in

doers = partial(doers_in, published="2024-01-25")


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("أطلق التحالف العربي الذي تقوده السعودية حملة عسكرية ضد الحوثيين في مارب.", "حملة", {"التحالف العربي"}),
        ("أعلنت الشرطة قيام تلك العناصر بقصف مبان حكومية في لحج.", "قصف", {"العناصر"}),
        ("تعتقد الحكومة أن الجماعة مسؤولة عن مقتل خمسة جنود في قندهار.", "مقتل", {"الجماعة"}),
        ("كان القائد قد تورط في هجمات على السفارة في نيروبي.", "هجمات", {"القائد"}),
        ("دوت الصفارات جراء القصف المكثف لطيران التحالف على صعدة.", "القصف", {"طيران التحالف"}),
        ("كثفت تركيا في الآونة الأخيرة ضرباتها ضد قواعد الحزب في دهوك.", "ضرباتها", {"تركيا"}),
        ("لقي شخص مصرعه بعد سقوط قذائف هاون أطلقتها فصائل مسلحة على دمشق.", "سقوط", {"فصائل مسلحة"}),
        ('بينهم ستة أشخاص خطفوا على يد "داعش" قرب كركوك.', "خطفوا", {"داعش"}),
        ("وكانت السلطات البريطانية قد أمرت بحبس أبو قتادة في لندن.", "حبس", {"السلطات البريطانية"}),
    ],
)
def test_the_doer_of_a_deed(sentence: str, trigger: str, expected: set[str]) -> None:
    assert doers(sentence, trigger) == expected


def test_who_takes_part_is_an_actor_too() -> None:
    found = doers("نفذ الجيش بمشاركة الشرطة حملة دهم في درنة.", "حملة")
    assert found == {"الجيش", "الشرطة"}


def test_who_fell_in_a_clash_with_others_is_its_first_side() -> None:
    found = doers("قتل جنديان في اشتباكات مع مهربين قرب تندوف.", "اشتباكات")
    assert found == {"جنديان", "مهربين"}


def test_demonstrators_are_told_from_the_forces_beside_them() -> None:
    found = doers("سار العشرات من أنصار الحزب في شرقي بغداد، في تظاهرة احتجاجية.", "تظاهرة")
    assert found == {"أنصار الحزب"}
    found = doers("فرقت الشرطة مسيرات في قابس يشارك فيها آلاف العاطلين كل جمعة.", "مسيرات")
    assert "الشرطة" not in found
