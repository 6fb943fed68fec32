"""Names of the resources, put one after another into a plain sentence: each is read as what it is, whatever its words
mean elsewhere. Every seventh name is taken, so that a run over all would find what a run over these does."""

from __future__ import annotations

import re

import pytest

from khabar.lexicon.lexicon import default
from khabar.views.agreement import same_name
from making import claims_in

EVERY = 7
ARABIC = re.compile("[\u0621-\u064a]")
OBLIQUE = re.compile(r"ين(?:$| )")
"""Names in a case that no teller has (المتمردين)."""


def share(found: list[bool]) -> float:
    assert len(found) > 200
    return sum(found) / len(found)


def test_places_behind_a_preposition() -> None:
    rows = [row for row in default().places.values() if not row.weak and row.kind != "region"][::EVERY]
    found = []
    for row in rows:
        place = claims_in(f"قتل خمسة أشخاص أمس في انفجار عبوة ناسفة في {row.name}.")[0].place
        found.append(place is not None and same_name(row.name, place.text))
    assert share(found) > 0.99


def test_tellers() -> None:
    names = [name for entry in default().actors.values() for name in entry.names if ARABIC.search(name)]
    found = []
    for name in [name for name in names if not OBLIQUE.search(name)][::EVERY]:
        claims = claims_in(f"قال {name} إن خمسة مدنيين قتلوا أمس في قصف على مدينة المكلا.")
        found.append(any(same_name(name, link.text) for claim in claims[:1] for link in claim.isnad))
    assert share(found) > 0.99


@pytest.mark.parametrize("kinds", [("armed-group", "military"), ("official", "person")])
def test_actors_are_what_is_attacked(kinds: tuple[str, ...]) -> None:
    names = [name for entry in default().actors.values() if entry.kind in kinds for name in entry.names]
    found = []
    for name in [name for name in names if ARABIC.search(name)][::EVERY]:
        claims = claims_in(f"استهدف مسلحون مجهولون أمس {name} في مدينة المكلا.")
        found.append(any(same_name(name, one.text) for claim in claims[:1] for one in claim.targets))
    assert share(found) > 0.98
