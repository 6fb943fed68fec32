"""Two readers of one article: their claims side by side, and where they differ both values kept.

Claims are paired as :mod:`khabar.views.evaluate` pairs them, fields agree as :mod:`khabar.views.agreement` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from khabar.model import Claim, Variant
from khabar.views.agreement import field_scores, name_words
from khabar.views.evaluate import match
from khabar.views.variants import FIELDS

BOTH, FIRST, SECOND, DIFFERENT = "seen by both", "by the first alone", "by the second alone", "read differently"


def merge(
    text: str, first: Sequence[Claim], second: Sequence[Claim], names: tuple[str, str], *, both: bool = True
) -> tuple[list[Claim], Counter[str]]:
    """The claims of two readers called ``names``, in text order, and how many of which sort there are.

    Of a claim that both see, the first reader's values stand and the second's are kept as variants where they differ.
    ``both`` False leaves out what only the second sees. ``rules["reader"]`` says who saw a claim.
    """
    one, other = [msgspec.to_builtins(claim) for claim in first], [msgspec.to_builtins(claim) for claim in second]
    partner = {pair.gold: pair.predicted for pair in match(text, one, other)}
    counts: Counter[str] = Counter()
    found: list[Claim] = []
    for n, claim in enumerate(first):
        m = partner.get(n)
        if m is None:
            counts[FIRST] += 1
            found.append(_seen_by(claim, names[0]))
            continue
        variants = tuple(_variants(one[n], other[m], names[1]))
        counts[BOTH] += 1
        counts[DIFFERENT] += bool(variants)
        found.append(msgspec.structs.replace(_seen_by(claim, "+".join(names)), variants=variants))
    alone = [claim for m, claim in enumerate(second) if m not in set(partner.values())]
    counts[SECOND] += len(alone)
    if both:
        found += [_seen_by(claim, names[1]) for claim in alone]
    return sorted(found, key=lambda claim: (claim.trigger.start, claim.trigger.end)), counts


def _seen_by(claim: Claim, reader: str) -> Claim:
    return msgspec.structs.replace(claim, rules={**claim.rules, "reader": reader})


def differing(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The fields in which two codings of a claim do not agree in full."""
    scores = field_scores(one, other)
    scores["isnad"] = scores["chain"]
    scores["place"] = min(scores["place"], scores["country"])
    scores["type"] = float(one["type"] == other["type"])
    mine, theirs = ([name_words(name) for name in coded.get("weapons") or ()] for coded in (one, other))
    scores["weapons"] = float(set(mine) == set(theirs))
    return [field for field in FIELDS if scores[field] < 1]


def _variants(stands: dict[str, Any], other: dict[str, Any], reader: str) -> list[Variant]:
    rules = other.get("rules") or {}
    return [
        Variant(field=field, value=other[field], reader=reader, rule=rules.get(field, ""))
        for field in differing(stands, other)
    ]
