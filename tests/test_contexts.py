"""Every family of context words is found in its own examples."""

from __future__ import annotations

import json

from khabar.claims import contexts
from khabar.lexicon import default
from khabar.lexicon.load import root
from khabar.mentions.reading import Reading
from khabar.model import TYPES


def families() -> list[dict]:
    lines = (root() / "contexts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip() and not line.startswith("//")]


def test_each_family_stands_in_each_of_its_examples() -> None:
    missing = []
    for family in families():
        assert family["examples"], family["id"]
        for sentence in family["examples"]:
            reading = Reading(sentence, default())
            hits = {hit.context.id for hit in contexts.find(reading, 0, len(reading.forms))}
            if family["id"] not in hits:
                missing.append(f"{family['id']}: {sentence}")
    assert not missing, missing


def test_families_name_known_types_places_and_effects() -> None:
    found = families()
    assert len({family["id"] for family in found}) == len(found)
    for family in found:
        assert family["effect"] in {"for", "against"}
        assert family["where"] in {"before", "after", "clause", "sentence"}
        assert set(family["types"]) <= set(TYPES)
