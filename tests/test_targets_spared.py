"""Who is the object by its form, who meets with blame, and who stands beside a deed unharmed."""

from __future__ import annotations

import pytest

from making import targets_in


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("كما دعا الفلسطينيين في الضفة إلى ضبط النفس.", "REQUEST", ["الفلسطينيين"]),
        ("رحبت القاهرة بالهدنة ودعت الحوثيين وحلفاءهم إلى احترامها.", "REQUEST", ["الحوثيين", "حلفاءهم"]),
        ("ودعا كل دول المنطقة إلى التهدئة.", "REQUEST", ["دول المنطقة"]),
        ('وحث "الأطراف على ضبط النفس".', "REQUEST", ["الأطراف"]),
    ],
)
def test_the_oblique_case_and_everybody_are_objects_of_words(text: str, kind: str, told: list[str]) -> None:
    assert told in targets_in(text, kind)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تعرضت الوزيرة لانتقادات لاذعة من نواب الكتلة.", ["الوزيرة"]),
        ("تواجه الحكومة انتقادات حادة من النقابات بسبب الغلاء.", ["الحكومة"]),
    ],
)
def test_who_meets_with_blame_is_blamed(text: str, told: list[str]) -> None:
    assert told in targets_in(text, "ACCUSE")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("ينفذ الطيران عمليات عسكرية دعما للحكومة ضد الحوثيين.", "ASSAULT", ["الحوثيين"]),
        ("قتل ضابط هندي جراء تفجير قنبلة على قارعة الطريق.", "ASSAULT", ["ضابط هندي"]),
        ("اقتحم مئات المستوطنين -أمس الأحد- أحياء في مدينة نابلس.", "COERCE", ["أحياء"]),
    ],
)
def test_backers_waysides_and_days_stand_between(text: str, kind: str, told: list[str]) -> None:
    assert told in targets_in(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("سيطرت القوات المدعومة من التحالف العربي على البلدة.", "COERCE"),
        ("استخدمت موسكو حق النقض في مجلس الأمن لإسقاط المشروع.", "REJECT"),
    ],
)
def test_who_backs_and_where_it_was_said_are_no_targets(text: str, kind: str) -> None:
    (told,) = targets_in(text, kind)
    assert not {"التحالف العربي", "مجلس الأمن"} & set(told)
