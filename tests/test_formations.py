"""Formations of an army before the verb of killing, and from whose grip a place was freed."""

from __future__ import annotations

from making import claims_in


def test_a_formation_before_the_verb_killed_whoever_is_counted_behind_it() -> None:
    [claim] = claims_in("قال قائد الحملة إن الفرقة التاسعة قتلت 30 إرهابيا قرب الحويجة.")
    assert [one.text for one in claim.actors] == ["الفرقة التاسعة"]
    assert [one.text for one in claim.targets] == ["إرهابيا"]
    assert [(figure.what, figure.low, figure.high) for figure in claim.figures] == [("killed", 30, 30)]


def test_the_grip_a_place_is_freed_from_is_no_claim() -> None:
    [claim] = claims_in("أعلن الجيش تحرير ثلاث قرى شمالي الحويجة من سيطرة تنظيم داعش.")
    assert [one.text for one in claim.targets] == ["تنظيم داعش"]
    assert claims_in("بعد شهر من سيطرة الحركة على كابول، فرت مئات العائلات.")[0].type == "COERCE"
