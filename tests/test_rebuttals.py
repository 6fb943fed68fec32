"""A denial behind what is told: who denies it told it not, and is no link of its chain."""

from __future__ import annotations

from making import claims_in


def test_who_denies_what_was_told_is_no_source_of_it() -> None:
    text = "قالت حركة طالبان إن مقاتليها أسقطوا طائرة أميركية في غزني، وهو ما نفته القوات الأميركية."
    told, denied = claims_in(text)
    assert [link.text for link in told.isnad] == ["حركة طالبان"]
    assert denied.type == "REJECT"
    assert [one.text for one in denied.actors] == ["القوات الأميركية"]
    assert [one.text for one in denied.targets] == ["حركة طالبان"]
    assert not denied.isnad


def test_who_confirms_it_is_one() -> None:
    told = claims_in("أعلن المتمردون سيطرتهم على المطار، وهو ما أكده شهود عيان.")[0]
    assert "شهود عيان" in [link.text for link in told.isnad]
