"""Words of demand and stance: which make a claim and which only tell what somebody or something is like."""

from __future__ import annotations

import pytest

from khabar.claims.attributes import attribute
from khabar.claims.candidates import find_candidates
from khabar.claims.duties import DUTY
from khabar.lexicon import default
from khabar.mentions.reading import Reading


def entries(text: str) -> list[str]:
    """Ids of the trigger entries found in a text."""
    return [one.entry.id for group in find_candidates(Reading(text, default())) for one in group]


@pytest.mark.parametrize(
    "text",
    [
        "قال المبعوث إن على الطرفين وقف القتال فورا",
        "وأضاف: على جميع الفصائل أن تلقي السلاح",
        "وعلى المواطنين الانتباه من الألغام، قال الناطق",
    ],
)
def test_a_duty_is_found_at_its_first_word(text: str) -> None:
    assert DUTY in entries(text)


@pytest.mark.parametrize(
    "text",
    [
        "وافق المجلس على أن تبدأ البعثة عملها",
        "وعلى الرغم من الهدنة أعلن الحزب أن القتال مستمر",
        "اعتمد الفريق على الخرائط أن تكون دقيقة",
    ],
)
def test_other_uses_of_the_word_are_no_duty(text: str) -> None:
    assert DUTY not in entries(text)


@pytest.mark.parametrize(
    ("text", "entry", "told"),
    [
        ("هذه خطوة يجب أن تتبعها خطوات", "request.must", True),
        ("قال الوزير إن الغارات يجب أن تتوقف", "request.must", False),
        ("هو من أشد منتقدي الحكومة", "accuse.criticise", True),
        ("انتقد النائب الحكومة", "accuse.criticise", False),
    ],
)
def test_attributes(text: str, entry: str, told: bool) -> None:
    reading = Reading(text, default())
    found = [one for group in find_candidates(reading) for one in group if one.entry.id == entry]
    assert [attribute(reading, one) for one in found] == [told]
