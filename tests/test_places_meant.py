"""Which of the places that a sentence names an event was at."""

from __future__ import annotations

import pytest

from making import claims_in

WITHIN = [
    ("دانت الجمعية قصف المسلحين في اليمن لأحياء مأهولة في مدينة تعز.", "مدينة تعز"),
    ("شن الطيران غارة في سوريا على مخزن ذخيرة قرب مدينة حماة.", "مدينة حماة"),
    ("قتل خمسة من الحوثيين في غارات للتحالف العربي لدعم الشرعية في اليمن على مواقعهم قرب مأرب.", "مأرب"),
    ("قتل خمسة من الحوثيين في غارات لتحالف دعم الشرعية باليمن على مواقعهم قرب مأرب.", "مأرب"),
]


@pytest.mark.parametrize(("told", "place"), WITHIN)
def test_the_town_behind_a_whole_state(told: str, place: str) -> None:
    claim = next(one for one in claims_in(told) if one.type == "ASSAULT")
    assert claim.place is not None
    assert claim.place.text == place


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("استهدف انتحاري سوق الخضار في مدينة الكوت.", "مدينة الكوت"),
        ("فجر مسلحون مدرسة بنات في بلدة بلد.", "بلدة بلد"),
        ("استهدفت غارتان معسكر النسور في مديرية نهم.", "مديرية نهم"),
        ("قصفت الطائرات مصنع الإسمنت بمدينة حلب.", "مدينة حلب"),
    ],
)
def test_what_is_hit_lies_in_its_town(told: str, place: str) -> None:
    claim = claims_in(told)[0]
    assert claim.place is not None
    assert claim.place.text == place


def test_a_province_that_no_table_knows() -> None:
    claim = claims_in("وقتل خمسة مسلحين في اشتباكات مع الشرطة بمحافظة النهرين الأعلى.")[0]
    assert claim.place is not None
    assert "النهرين" in claim.place.text


@pytest.mark.parametrize("out", ["من داخل الأراضي اليمنية", "من فوق الأراضي اليمنية", "من جهة الأراضي اليمنية"])
def test_what_fires_out_of_a_place_hits_elsewhere(out: str) -> None:
    claim = claims_in(f"تعرضت بلدة الطوال أمس لقصف حوثي {out}.")[0]
    assert claim.place is not None
    assert claim.place.text == "بلدة الطوال"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("قضت محكمة جنايات القاهرة بإعدام سبعة متهمين.", "القاهرة"),
        ("حكمت محكمة استئناف صنعاء بسجن ضابط عشر سنوات.", "صنعاء"),
    ],
)
def test_a_court_that_bears_the_name_of_its_seat(told: str, place: str) -> None:
    claim = claims_in(told)[0]
    assert claim.place is not None
    assert claim.place.text == place


@pytest.mark.parametrize("taken", ["تحريرها", "السيطرة عليها", "استعادتها"])
def test_the_suffix_of_a_deed_means_the_place_before_it(taken: str) -> None:
    told = f"دعا الوزير في الرياض إلى زيارة محافظة عدن بعد {taken} من المسلحين."
    claim = next(one for one in claims_in(told) if one.type == "COERCE")
    assert claim.place is not None
    assert claim.place.text.endswith("عدن")


def test_where_those_who_withdraw_were() -> None:
    claims = claims_in("سيطر الجيش على بلدة القائم. وستنسحب القوات الأميركية من العراق وفقا للاتفاق.")
    left = next(one for one in claims if one.mode == "withdraw")
    assert left.place is not None
    assert left.place.text == "العراق"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("وأشاد بالاتفاق الذي توصلت إليه الحكومة مع الفصائل في أستانا.", "أستانا"),
        ("التقى رئيس الوزراء اليمني أمس في مقر حكومته المؤقت بالرياض وزير الخارجية الإماراتي.", "الرياض"),
        ("والتقى المبعوث وزير حقوق الإنسان في اليمن أمس في العاصمة السعودية الرياض.", "الرياض"),
    ],
)
def test_the_town_of_an_accord_and_of_a_meeting(told: str, place: str) -> None:
    claim = next(one for one in claims_in(told) if one.type in {"AGREE", "CONSULT"})
    assert claim.place is not None
    assert claim.place.text == place


def test_where_one_of_several_was_is_not_where_all_were() -> None:
    claims = claims_in("وشهدت تركيا عدة هجمات دامية بينها تفجير انتحاري في مدينة سوروتش.")
    assert [one.place.text for one in claims if one.place] == ["تركيا", "مدينة سوروتش"]


def test_a_town_with_the_name_of_its_province() -> None:
    claim = claims_in("غادر رئيس الحكومة محافظة عدن بعد زيارة قصيرة أجراها أمس للمدينة.")[0]
    assert claim.place is not None
    assert claim.place.text.endswith("عدن")
