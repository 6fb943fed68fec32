"""Verses and poetry, told by their vowel signs, hold no events; nor does who cites them die."""

from __future__ import annotations

from making import claims_in, types_in


def test_a_verse_quoted_in_a_condemnation_is_no_killing() -> None:
    verse = "مَنْ قَتَلَ نَفْسًا بِغَيْرِ نَفْسٍ فَكَأَنَّمَا قَتَلَ النَّاسَ جَمِيعًا"
    found = claims_in(f"واستشهد المفتي بقوله تعالى: «{verse}»، وأدان المفتي تفجير المسجد في أبها.")
    assert found[0].type == "ACCUSE"
    assert not [claim for claim in found if claim.figures]


def test_news_that_spells_a_passive_or_a_doubled_letter_is_read() -> None:
    assert types_in("قُتل خمسة جنود وأُصيب ثلاثة في هجوم شنّه مسلّحون على نقطة تفتيش في مأرب.") == ["ASSAULT"]
    assert types_in("قُتِلَ خمسة جنود في هجوم شنه مسلحون على نقطة تفتيش في مأرب.") == ["ASSAULT"]
