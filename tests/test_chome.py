"""Protests, arrests, trials, bans and dismissals as the plainest sentences of newswire tell them."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in as claims


def of(text: str, type: str) -> Claim:
    return next(claim for claim in claims(text) if claim.type == type)


@pytest.mark.parametrize(
    ("text", "type", "actors", "targets"),
    [
        # Services of the Maghreb, and where they are, between the verb and its object.
        ("أوقفت مصالح الدرك الوطني بولاية تمنراست 13 مهربا.", "COERCE", ["مصالح الدرك الوطني"], ["مهربا"]),
        ("أوقف أعوان الأمن بمعتمدية الرقاب أربعة شبان.", "COERCE", ["أعوان الأمن"], ["شبان"]),
        # A state behind ب is where somebody is judged.
        (
            "قضت المحكمة الابتدائية بتونس بسجن النائب السابق ياسين العياري ستة أشهر.",
            "SANCTION",
            ["المحكمة الابتدائية"],
            ["ياسين العياري"],
        ),
        # One who arrests nobody, alone behind the verb.
        ("اعتقل الناشط في 12 جوان 2016 بمطار هواري بومدين.", "COERCE", [], ["الناشط"]),
        # A masculine behind a feminine plural and its adjective is the object.
        (
            "سلمت السلطات القطرية المعارض السعودي محمد العتيبي إلى بلاده.",
            "COERCE",
            ["السلطات القطرية"],
            ["محمد العتيبي"],
        ),
        # Whom somebody dismisses stands behind his name, or behind the second of his verbs.
        ("أعفى الملك محمد السادس وزير الصحة من مهامه.", "SANCTION", ["محمد السادس"], ["وزير الصحة"]),
        (
            "جمد الرئيس التونسي قيس سعيد عمل البرلمان وأقال رئيس الحكومة هشام المشيشي.",
            "SANCTION",
            ["قيس سعيد"],
            ["هشام المشيشي"],
        ),
        (
            "وضعت السلطات السودانية رئيس الوزراء عبد الله حمدوك قيد الإقامة الجبرية.",
            "COERCE",
            ["السلطات السودانية"],
            ["عبد الله حمدوك"],
        ),
        # The dead of another deed take no part in a protest or a trial.
        ("شهدت مدينة جرادة المغربية مسيرات احتجاجية عقب وفاة شقيقين في منجم فحم.", "PROTEST", [], []),
        ("السجن المؤبد لثلاثة متهمين في قضية اغتيال شكري بلعيد", "SANCTION", [], ["متهمين"]),
        # Where the subject is, between it and its object.
        ("هاجم مسلحون في مديرية مودية دورية للجيش.", "ASSAULT", ["مسلحون"], ["دورية للجيش"]),
        ("تعرض الصحفي الصومالي عبد الله عثمان للاعتقال في مقديشو.", "COERCE", [], ["عبد الله عثمان"]),
        ("اعتقلت السلطات الناشط السعودي رائف بدوي في جدة.", "COERCE", ["السلطات"], ["رائف بدوي"]),
        ("رحلت الكويت سبعة مصريين أدينوا بالسرقة.", "COERCE", ["الكويت"], ["مصريين"]),
    ],
)
def test_who_is_held_judged_or_dismissed(text: str, type: str, actors: list[str], targets: list[str]) -> None:
    found = of(text, type)
    assert ([one.text for one in found.actors], [one.text for one in found.targets]) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("منعت السلطات الجزائرية وقفة للصحفيين أمام دار الصحافة بالعاصمة.", "COERCE"),
        ("صادرت السلطات الأمنية السودانية ثلاث صحف من المطبعة فجر الاثنين.", "COERCE"),
    ],
)
def test_bans(text: str, type: str) -> None:
    assert [claim.type for claim in claims(text)] == [type]


@pytest.mark.parametrize(
    ("text", "type", "place", "country"),
    [
        ("تظاهر مئات اللبنانيين أمام مصرف لبنان في بيروت.", "PROTEST", "مصرف لبنان", "LBN"),
        ("ألقت فرقة الحرس الوطني بمعتمدية سبيبة القبض على عنصر تكفيري.", "COERCE", "معتمدية سبيبة", "TUN"),
        ("اعتقلت الشرطة ناشطا في الدار البيضاء.", "COERCE", "الدار البيضاء", "MAR"),
        ("احتجاجات ليلية في عدة مدن تونسية والأمن يعتقل العشرات", "PROTEST", "مدن تونسية", "TUN"),
    ],
)
def test_where(text: str, type: str, place: str, country: str) -> None:
    found = of(text, type)
    assert found.place is not None
    assert (found.place.text, found.place.country) == (place, country)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("أوقف أعوان الأمن أربعة شبان.", [(4, 4)]),
        ("احتجز مسلحون في مدينة سبها خمسة عمال أجانب.", [(5, 5)]),
        ("اختطف مسلحون مدير مستشفى في محافظة عدن.", []),
        ("اعتقل مسلحون في الموصل.", [(2, None)]),
    ],
)
def test_those_who_seize_are_not_counted(text: str, figures: list[tuple[int, int | None]]) -> None:
    assert [(one.low, one.high) for claim in claims(text) for one in claim.figures] == figures
