"""Attacks, strikes and killings in the plainest words of newswire."""

from __future__ import annotations

from functools import partial

import pytest

from khabar.model import Claim
from making import claims_in

claims = partial(claims_in, published="2024-05-14")


def of_type(text: str, type: str) -> Claim:
    return next(claim for claim in claims(text) if claim.type == type)


@pytest.mark.parametrize(
    ("text", "type", "actors", "targets"),
    [
        # The ship is the target, no part of the word that names the attack.
        ("أعلن المتحدث العسكري استهداف سفينة بريطانية بصواريخ بحرية.", "ASSAULT", None, ["سفينة بريطانية"]),
        # A state behind the name of a place in it is nobody who did something.
        ("قتل شخصان في هجوم بسكين في مدينة ليون الفرنسية.", "ASSAULT", [], None),
        ("اغتال مجهولون العالم النووي مجيد شهرياري قرب منزله.", "ASSAULT", ["مجهولون"], ["مجيد شهرياري"]),
        # Where it happened, behind another word for "at".
        ("قتل جندي إسرائيلي في عملية دهس عند مفترق الطرق.", "ASSAULT", [], ["جندي إسرائيلي"]),
    ],
)
def test_parties(text: str, type: str, actors: list[str] | None, targets: list[str] | None) -> None:
    claim = of_type(text, type)
    if actors is not None:
        assert [party.text for party in claim.actors] == actors
    if targets is not None:
        assert [party.text for party in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        # Not those who did it, but those behind them.
        ("قتل مسلح ثلاثة أشخاص في متجر بولاية تكساس.", "killed", 3, 3),
        ("اغتال مسلحون مجهولون ضابطا في الأمن السياسي بمحافظة لحج.", "killed", 1, 1),
    ],
)
def test_losses(text: str, what: str, low: int, high: int | None) -> None:
    found = [figure for claim in claims(text) for figure in claim.figures]
    assert [(figure.what, figure.low, figure.high) for figure in found] == [(what, low, high)]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        # A man behind a verb is no adjective.
        ("طعن فلسطيني مستوطنا في الخليل.", ["فلسطيني"], ["مستوطنا"]),
        ("مسلحون يقتلون تسعة عمال في بلوشستان.", ["مسلحون"], ["عمال"]),
        # Counted behind the attack: those who fell, not whose attack it was.
        ("وقتل في الهجوم ثلاثة من عناصر الشرطة.", [], ["عناصر الشرطة"]),
        ("أعدم التنظيم رميا بالرصاص خمسة شبان في الرقة.", ["التنظيم"], ["شبان"]),
        # Who fired what is shot down did not shoot it down.
        (
            "أعلن التحالف العربي اعتراض وتدمير طائرتين مسيرتين أطلقتهما المليشيا الحوثية باتجاه نجران.",
            ["التحالف العربي"],
            ["طائرتين مسيرتين"],
        ),
        # Who tells of his own dead, and who vows to avenge them.
        ("قالت حركة حماس إن رئيس مكتبها السياسي إسماعيل هنية اغتيل في طهران.", [], ["إسماعيل هنية"]),
        ("تعهدت طهران بالانتقام بعد مقتل العميد محمد رضا زاهدي.", [], ["محمد رضا زاهدي"]),
    ],
)
def test_doers_and_sufferers(text: str, actors: list[str], targets: list[str]) -> None:
    claim = of_type(text, "ASSAULT")
    assert ([party.text for party in claim.actors], [party.text for party in claim.targets]) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("استهدف هجوم انتحاري مركزا للتجنيد في مقديشو.", "suicide-bombing"),
        ("دمر الجيش الأوكراني جسر القرم بزوارق مسيرة.", "destruction"),
    ],
)
def test_means(text: str, mode: str) -> None:
    assert of_type(text, "ASSAULT").mode == mode


def test_a_capital_that_acts_is_no_place() -> None:
    assert of_type("أكد مسؤول أن واشنطن لم تشارك في الهجوم.", "ASSAULT").place is None


def test_counts_open_with_a_quantity() -> None:
    (claim,) = claims("خطف مسلحون أكثر من 200 تلميذة في بلدة شيبوك.")
    assert [(figure.what, figure.low, figure.high) for figure in claim.figures] == [("captured", 201, None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Names of several words behind a clitic.
        ("قتل سائق في غارة على سيارة بدير الزور.", "دير الزور"),
        ("سقط قتلى في قصف جوي على سوق شعبي بمعرة النعمان.", "معرة النعمان"),
        ("انفجرت سيارة مفخخة بتل أبيض.", "تل أبيض"),
    ],
)
def test_places(text: str, place: str) -> None:
    found = of_type(text, "ASSAULT").place
    assert found is not None
    assert found.text == place


def test_whose_machine_killed_somebody() -> None:
    claim = of_type("قتل قيادي في القاعدة بطائرة مسيرة أمريكية في شبوة.", "ASSAULT")
    assert [party.country for party in claim.actors] == ["USA"]


def test_a_title_behind_a_force_is_somebody_else() -> None:
    claim = of_type("ذبح تنظيم داعش الصحفي الأمريكي جيمس فولي.", "ASSAULT")
    assert [party.text for party in claim.actors] == ["تنظيم داعش"]
    assert [party.text for party in claim.targets] == ["جيمس فولي"]
