"""Plain sentences of diplomacy: who meets, who gives to whom, who is let go by whom, what is put off."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim, Extraction


def read(text: str) -> Extraction:
    return pipeline.extract(Article(id="a", text=text, published="2018-10-10"))


def first(text: str, type: str) -> Claim:
    return next(claim for claim in read(text).claims if claim.type == type)


@pytest.mark.parametrize(
    ("text", "mode", "actors"),
    [
        # A meeting told behind another deed is that of whoever did it, not of the city he left.
        (
            "غادر وفد حماس القاهرة بعد محادثات مع المسؤولين المصريين.",
            "meet",
            {"وفد حماس", "المسؤولين المصريين"},
        ),
        (
            "زار وزير الخارجية العماني طهران والتقى الرئيس الإيراني.",
            "meet",
            {"وزير الخارجية العماني", "الرئيس الإيراني"},
        ),
        (
            "وصل الوفد الإيراني إلى بغداد وعقد اجتماعا مع الحكومة العراقية.",
            "meet",
            {"الوفد الإيراني", "الحكومة العراقية"},
        ),
    ],
)
def test_who_met(text: str, mode: str, actors: set[str]) -> None:
    found = next(claim for claim in read(text).claims if claim.type == "CONSULT" and claim.mode == mode)
    assert {party.text for party in found.actors} == actors


@pytest.mark.parametrize(
    ("text", "type", "actors", "targets"),
    [
        ("وصل إلى رام الله 90 أسيرا فلسطينيا أفرجت عنهم إسرائيل.", "RETREAT", ["إسرائيل"], ["أسيرا فلسطينيا"]),
        ("منحت واشنطن أوكرانيا حزمة مساعدات عسكرية.", "AID", ["واشنطن"], ["أوكرانيا"]),
        (
            "طلبت السعودية من السفير اللبناني مغادرة المملكة خلال 48 ساعة.",
            "REQUEST",
            ["السعودية"],
            ["السفير اللبناني"],
        ),
        ("قررت قطر سحب سفيرها من دمشق.", "SANCTION", ["قطر"], ["دمشق"]),
        (
            "وأعلنت كتائب سيد الشهداء تعليق عملياتها ضد القوات الأميركية.",
            "RETREAT",
            ["كتائب سيد الشهداء"],
            ["القوات الأميركية"],
        ),
    ],
)
def test_parties(text: str, type: str, actors: list[str], targets: list[str]) -> None:
    found = first(text, type)
    assert [party.text for party in found.actors] == actors
    assert [party.text for party in found.targets] == targets


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("نفذت إيران حكم الإعدام بحق أربعة أشخاص بتهمة التجسس لإسرائيل.", "ASSAULT"),
        ("أدان القضاء الإيراني ثلاثة متهمين بالتعاون مع الولايات المتحدة.", "SANCTION"),
    ],
)
def test_for_whom_they_spied_is_no_party(text: str, type: str) -> None:
    found = first(text, type)
    assert not {party.country for party in (*found.actors, *found.targets)} & {"ISR", "USA"}


@pytest.mark.parametrize(
    ("text", "type", "countries"),
    [
        ("قمة سعودية أميركية في جدة.", "CONSULT", {"SAU", "USA"}),
        ("لقاء مصري تركي في القاهرة لبحث الأزمة الليبية.", "CONSULT", {"EGY", "TUR"}),
        ("استأنفت إيران والسعودية علاقاتهما الدبلوماسية.", "COOPERATE", {"IRN", "SAU"}),
        ("عادت العلاقات بين مصر وقطر.", "COOPERATE", {"EGY", "QAT"}),
    ],
)
def test_both_states(text: str, type: str, countries: set[str]) -> None:
    assert {party.country for party in first(text, type).actors} == countries


def test_what_is_suspended_is_not_done() -> None:
    assert [one.type for one in read("علقت جماعة الحوثي هجماتها على السعودية.").claims] == ["RETREAT"]


def test_a_meeting_that_is_due_is_on_the_coming_weekday() -> None:
    text = "من المقرر أن يلتقي الرئيس الأميركي جو بايدن نظيره الصيني شي جين بينغ في بالي الاثنين."
    assert first(text, "CONSULT").date == "2018-10-15"


def test_a_sum_for_somebody_is_not_of_him() -> None:
    (tally,) = read("أقر الكونغرس مساعدات عسكرية لإسرائيل بقيمة 14 مليار دولار.").tallies
    assert tally.what == "مساعدات عسكرية"
