"""One event told by two words in one breath is one claim; two events are two."""

from __future__ import annotations

from khabar import pipeline
from khabar.model import Article, Claim


def claims(text: str, type: str) -> list[Claim]:
    found = pipeline.extract(Article(id="a", text=text, published="2024-05-14")).claims
    return [claim for claim in found if claim.type == type]


def test_an_arrest_told_by_two_verbs_is_one() -> None:
    (claim,) = claims("واعتقلت السلطات الهندية الناشط ياسين مير العام الماضي واحتجزته في العاصمة نيودلهي.", "COERCE")
    assert [party.text for party in claim.actors] == ["السلطات الهندية"]


def test_the_claim_with_the_figures_stays() -> None:
    found = claims("وهز العاصمة العراقية تفجير عنيف ضرب سوقا شعبية وأدى انفجاره إلى مقتل ستة أشخاص.", "ASSAULT")
    assert [figure.low for claim in found for figure in claim.figures if figure.what == "killed"] == [6]


def test_two_targets_are_two_claims() -> None:
    found = claims("قصفت المدفعية بلدة حزة، كما استهدفت الطائرات مدينة دوما.", "ASSAULT")
    assert {party.text for claim in found for party in claim.targets} == {"بلدة حزة", "مدينة دوما"}
    assert len(found) == 2
