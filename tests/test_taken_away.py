"""The wounded are hurt once, and not where they are taken."""

from __future__ import annotations

from making import claims_in


def test_how_badly_they_were_hurt_counts_nobody_else() -> None:
    [claim] = claims_in("أكد المصدر أن جنديين أصيبا إصابات بالغة.")
    assert [(figure.what, figure.low, figure.high) for figure in claim.figures] == [("wounded", 2, 2)]


def test_where_the_wounded_are_taken_is_not_where_they_were_hurt() -> None:
    text = "أصيب ثلاثة أطفال بجروح في انفجار لغم في درنة ونقلوا إلى البيضاء."
    place = claims_in(text)[0].place
    assert place is not None
    assert place.text == "درنة"
    assert claims_in("أصيب خمسة جنود في كمين، وأجلي الجرحى إلى غاو.")[0].place is None
