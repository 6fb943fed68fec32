"""Why something was done, what was handed over, and words that stand beside a place or a weapon without being one."""

from __future__ import annotations

from functools import partial

import pytest

from khabar.model import Claim
from making import claims_in

claims = partial(claims_in, published="2024-05-14")


def told(text: str, type: str) -> Claim:
    return next(claim for claim in claims(text) if claim.type == type)


def test_who_acts_for_a_purpose_says_it_and_did_not_do_what_it_is_about() -> None:
    text = "طردت بولندا السفير الروسي احتجاجا على الغارات."
    assert [party.text for party in told(text, "ACCUSE").actors] == ["بولندا"]
    assert [party.text for party in told(text, "ASSAULT").actors] == []


def test_a_name_ends_before_what_is_fired() -> None:
    claim = told("أطلقت حماس صواريخ على عسقلان فجر الاثنين.", "ASSAULT")
    assert [party.text for party in claim.actors] == ["حماس"]


def test_aircraft_did_not_fire_what_they_answer() -> None:
    found = claims("قصفت الطائرات الإسرائيلية غزة ردا على إطلاق الصواريخ.")
    assert [(claim.trigger.text, claim.mode) for claim in found] == [("قصفت", "airstrike"), ("إطلاق", "missile")]


@pytest.mark.parametrize(
    ("text", "country"),
    [("تظاهر المئات في عمّان أمس.", "JOR"), ("تظاهر العشرات في عُمان أمس.", "OMN"), ("تظاهر المئات في عمان أمس.", "JOR")],
)
def test_a_vowel_sign_tells_namesakes_apart(text: str, country: str) -> None:
    place = told(text, "PROTEST").place
    assert place is not None
    assert place.country == country


def test_whom_a_ministry_summons() -> None:
    claim = told("استدعت وزارة الخارجية العراقية السفير التركي وسلمته مذكرة احتجاج.", "ACCUSE")
    assert [party.text for party in claim.targets] == ["السفير التركي"]


def test_the_flag_of_a_ship_is_no_place() -> None:
    assert told("صادرت السلطات الإيرانية ناقلة نفط ترفع علم بنما.", "COERCE").place is None


def test_an_army_that_calls_up_reserves_does_so_once() -> None:
    found = [claim for claim in claims("استدعى الجيش الإسرائيلي آلاف جنود الاحتياط.") if claim.type == "MOBILIZE"]
    assert [claim.mode for claim in found] == ["alert"]
