"""Plain sentences of agency style, one event each, with who did it to whom and where: how much of it is read right.

The floors are what was reached when they were set; single sentences may be misread, the whole must not get worse.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from khabar import pipeline
from khabar.model import Article, Claim
from khabar.views.agreement import paired_f1, same_name

FLOORS = {"found": 0.945, "actors": 0.955, "targets": 0.855, "place": 0.93}


def rows() -> list[dict[str, str]]:
    with open(Path(__file__).parent / "sentences.tsv", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def names(text: str) -> list[str]:
    return [name for name in text.split(";") if name]


def agreement(row: dict[str, str], claim: Claim) -> tuple[float, float, float]:
    """Actors, targets and place of a claim against a row, each 0 to 1."""
    actors = paired_f1(names(row["actors"]), [party.text for party in claim.actors], same_name)
    targets = paired_f1(names(row["targets"]), [party.text for party in claim.targets], same_name)
    place = claim.place.text if claim.place else ""
    return actors, targets, float(same_name(row["place"], place) if row["place"] and place else row["place"] == place)


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    """Mean agreement over the sentences; parties and place over those whose event was found."""
    found = []
    sentences = rows()
    for number, row in enumerate(sentences):
        claims = pipeline.extract(Article(id=f"s{number}", text=row["sentence"], published="2024-01-25")).claims
        same = [agreement(row, claim) for claim in claims if claim.type == row["type"]]
        if same:
            found.append(max(same, key=sum))
    parts = [sum(values) / len(found) for values in zip(*found, strict=True)]
    return dict(zip(("actors", "targets", "place"), parts, strict=True)) | {"found": len(found) / len(sentences)}


@pytest.mark.parametrize("name", FLOORS)
def test_plain_sentences_are_read(scores: dict[str, float], name: str) -> None:
    assert scores[name] >= FLOORS[name], scores
