"""How far two codings of one event claim agree, field by field. The measure, not the extractor, decides what counts
as the same.

Claims are taken as the codebook writes them (dictionaries), so that codings of any origin can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from khabar.edtf import bounds

Coded = dict[str, Any]
FIELDS = (
    "mode", "status", "stance", "actors", "targets", "sides", "place", "country", "date", "figures", "origin", "chain",
)  # fmt: skip
CORE = ("actors", "targets", "place", "date", "figures", "status")
"""Fields that all have to agree in full for the whole record to count as right."""

_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:[وفبلك]?ال|لل)(?=\w{2})")
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "گ": "ك", "ڤ": "ف"}
)


def name_words(name: str) -> frozenset[str]:
    """The words of a name, spelling variants folded, the article and the clitics before it cut."""
    folded = _MARKS.sub("", name).translate(_LETTERS).lower()
    return frozenset(_ARTICLE.sub("", word) for word in _WORD.findall(folded))


def same_name(one: str, other: str) -> bool:
    """At least half of the shorter name's words, and more than a quarter of the longer one's, are shared."""
    a, b = name_words(one), name_words(other)
    shared = len(a & b)
    return bool(a and b) and shared / min(len(a), len(b)) >= 0.5 and shared / max(len(a), len(b)) > 0.25


def paired_f1(gold: Sequence[Any], predicted: Sequence[Any], same: Callable[[Any, Any], bool]) -> float:
    """F1 of two lists under a greedy one-to-one pairing in gold's order; two empty lists agree."""
    if not gold and not predicted:
        return 1.0
    left, hits = list(predicted), 0
    for item in gold:
        at = next((n for n, other in enumerate(left) if same(item, other)), None)
        if at is not None:
            del left[at]
            hits += 1
    return 2 * hits / (len(gold) + len(predicted))


def date_agreement(gold: str | None, predicted: str | None) -> float:
    """1 for the same days, 0.5 where one range lies within the other, else 0; no date agrees with no date."""
    a, b = bounds(gold), bounds(predicted)
    if a is None or b is None or a == b:
        return float(a == b)
    within = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
    return 0.5 if within else 0.0


def field_scores(gold: Coded, predicted: Coded) -> dict[str, float]:
    """Agreement of each of :data:`FIELDS`, 0 to 1. Lists score their F1; ``sides`` is who acts for which state on
    which; ``origin`` is the last link of the isnad, ``chain`` the whole of it."""
    chain, links = _texts(gold, "isnad"), _texts(predicted, "isnad")
    place, guess = gold.get("place") or {}, predicted.get("place") or {}
    scores = {name: float(gold.get(name) == predicted.get(name)) for name in ("mode", "status", "stance")}
    scores["actors"] = paired_f1(_texts(gold, "actors"), _texts(predicted, "actors"), same_name)
    scores["targets"] = paired_f1(_texts(gold, "targets"), _texts(predicted, "targets"), same_name)
    scores["sides"] = paired_f1(_sides(gold), _sides(predicted), lambda a, b: bool(a == b))
    scores["place"] = _place_agreement(place.get("text"), guess.get("text"))
    scores["country"] = float(place.get("country") == guess.get("country"))
    scores["date"] = date_agreement(gold.get("date"), predicted.get("date"))
    scores["figures"] = paired_f1(gold.get("figures") or [], predicted.get("figures") or [], _same_figure)
    scores["origin"] = float(same_name(chain[-1], links[-1]) if chain and links else chain == links)
    scores["chain"] = paired_f1(chain, links, same_name)
    return {name: scores[name] for name in FIELDS}


def values_held(claim: Coded) -> dict[str, int]:
    """How many values a claim gives for each of :data:`FIELDS`: parties, states, links and figures are counted one by
    one, every other field is there or not."""
    chain, place = _texts(claim, "isnad"), claim.get("place") or {}
    return {
        "mode": int(claim.get("mode") is not None),
        "status": 1,
        "stance": 1,
        "actors": len(_texts(claim, "actors")),
        "targets": len(_texts(claim, "targets")),
        "sides": len(_sides(claim)),
        "place": int(bool(place.get("text"))),
        "country": int(place.get("country") is not None),
        "date": int(bounds(claim.get("date")) is not None),
        "figures": len(claim.get("figures") or []),
        "origin": int(bool(chain)),
        "chain": len(chain),
    }


def same_tally(gold: Coded, predicted: Coded) -> bool:
    """The same bounds of a thing whose names share a word."""
    bounds_agree = all(gold.get(end) == predicted.get(end) for end in ("low", "high"))
    return bounds_agree and bool(name_words(gold.get("what") or "") & name_words(predicted.get("what") or ""))


def _texts(claim: Coded, field: str) -> list[str]:
    return [part["text"] if isinstance(part, dict) else part for part in claim.get(field) or []]


def _sides(claim: Coded) -> list[tuple[str, str]]:
    found = {
        (role, party["country"])
        for role in ("actors", "targets")
        for party in claim.get(role) or []
        if isinstance(party, dict) and party.get("country")
    }
    return sorted(found)


def _place_agreement(gold: str | None, predicted: str | None) -> float:
    if gold and predicted:
        return float(same_name(gold, predicted))
    return float(bool(gold) == bool(predicted))


def _same_figure(gold: Coded, predicted: Coded) -> bool:
    return all(gold.get(key) == predicted.get(key) for key in ("what", "low", "high"))
