"""Attacks, strikes and killings in the plainest words of newswire."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def claims(text: str) -> list[Claim]:
    return list(pipeline.extract(Article(id="a", text=text, published="2024-05-14")).claims)


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
