"""Whom blame, refusal and praise are of, and who is only named in what is refused or welcomed."""

from __future__ import annotations

import pytest

from making import claims_in


def _told(text: str, kind: str) -> tuple[list[str], list[str]]:
    one = next(one for one in reversed(claims_in(text)) if one.type == kind)
    return [party.text for party in one.actors], [party.text for party in one.targets]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("رفض الجيش إطلاق سراح المختطفين الذين يحتجزهم.", "الجيش"),
        ("ورفض جيش الإسلام مقترح مغادرة دوما إلى الشمال.", "جيش الإسلام"),
        ("ويرفض الدبيبة تسلم السلطة إلا لحكومة منتخبة.", "الدبيبة"),
    ],
)
def test_a_deed_of_ones_own_is_refused_to_nobody(text: str, who: str) -> None:
    assert _told(text, "REJECT") == ([who], [])


@pytest.mark.parametrize(
    ("text", "who", "whose"),
    [
        ("اتهمت إسرائيل إيران بتهريب السلاح. وتنفي إيران هذه الاتهامات.", "إيران", "إسرائيل"),
        ("اتهمت أنقرة بغداد بالتقصير. وترفض بغداد ذلك.", "بغداد", "أنقرة"),
        ("ورفضت طهران بقاء واشنطن في التحالف.", "طهران", "واشنطن"),
    ],
)
def test_whoever_is_answered_is_refused(text: str, who: str, whose: str) -> None:
    assert _told(text, "REJECT") == ([who], [whose])


@pytest.mark.parametrize(
    ("text", "who", "whose"),
    [
        (
            "أكدت البحرين دعمها الكامل للاستراتيجية الأميركية الجديدة تجاه إيران. وكانت الولايات المتحدة أعلنتها أمس.",
            "البحرين",
            "الولايات المتحدة",
        ),
        ("وأعرب نائب الرئيس عن تقدير حكومة بلاده لدور الإمارات في تحرير عدن.", "نائب الرئيس", "الإمارات"),
    ],
)
def test_whose_policy_or_part_is_praised(text: str, who: str, whose: str) -> None:
    assert _told(text, "SUPPORT") == ([who], [whose])


def test_the_crime_itself_is_deplored_and_nobody_named_before_it() -> None:
    text = "أكد رئيس مجلس الأمة وقوف الكويت مع السعودية، مستنكرا الهجوم الإرهابي الذي استهدف مسجدا."
    assert _told(text, "ACCUSE") == (["رئيس مجلس الأمة"], ["الهجوم الإرهابي"])


def test_what_stands_before_the_verb_in_a_setting_does_not_refuse() -> None:
    text = "وفي رده على أقوال ترامب، أعلن وزير الداخلية الإيراني رفضه تعازي الرئيس الأميركي."
    assert _told(text, "REJECT")[0] == ["وزير الداخلية الإيراني"]


def test_a_participle_goes_on_with_the_words_reported() -> None:
    assert _told("وذكر الناطق أن الجيش أوقف القافلة رافضا مرورها.", "REJECT")[0] == ["الجيش"]
