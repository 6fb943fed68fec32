"""Measure extracted claims against coded ones.

Claims are matched one to one within an article: the predicted trigger has to fall inside the gold quote; pairs of the
same type come first, then pairs whose triggers touch, then those whose fields agree most. The headline is the **claim
score**, a soft F1: a matched pair of the same type earns the mean of its twelve field scores, over the mean of the
two claim counts. B-cubed after Bagga and Baldwin (1998), "Algorithms for scoring coreference chains", over the
matched claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from khabar.model import Record, Span
from khabar.views.agreement import CORE, FIELDS, Coded, field_scores, paired_f1, same_tally, values_held


class Rate(Record, frozen=True, kw_only=True):
    """Precision, recall and their harmonic mean, 0 to 1. ``gold`` counts what was to be found, ``found`` what was,
    ``hit`` what of it agrees; what agrees in part counts in part."""

    p: float
    r: float
    f1: float
    gold: int
    found: int
    hit: float


class Report(Record, frozen=True, kw_only=True):
    """All figures of one comparison, 0 to 1.

    ``fields`` are mean scores over the matched claims of the same type, ``type_fields`` the same for each type that has
    any; ``field_rates`` count the values (:func:`khabar.views.agreement.values_held`) of those claims. ``misses`` are
    lines: article, what went wrong, the text at that place."""

    articles: int
    gold: int
    predicted: int
    claim_score: float
    detection: Rate
    detection_any_type: Rate
    whole_record: Rate
    fields: dict[str, float]
    field_rates: dict[str, Rate]
    event_b3: float
    event_b3_across: float
    tallies: Rate
    types: dict[str, Rate]
    type_fields: dict[str, dict[str, float]]
    misses: tuple[str, ...] = ()


class Pair(Record, frozen=True, kw_only=True):
    """A gold and a predicted claim (their indexes in the article) taken for the same, and how far their fields
    agree."""

    gold: int
    predicted: int
    scores: dict[str, float]


def rate(hits: float, predicted: int, gold: int) -> Rate:
    """Precision, recall and F1 of ``hits``; 0 where there is nothing to divide by."""
    total = predicted + gold
    return Rate(
        p=hits / predicted if predicted else 0.0,
        r=hits / gold if gold else 0.0,
        f1=2 * hits / total if total else 0.0,
        gold=gold,
        found=predicted,
        hit=hits,
    )


def places_in(text: str, claim: Coded) -> tuple[Span, Span] | None:
    """Spans of a claim's evidence and trigger: as given, or found by its exact quote; None where it is not in
    ``text``."""
    trigger, evidence = claim.get("trigger"), claim.get("evidence")
    if isinstance(trigger, dict):
        at = Span(trigger["start"], trigger["end"])
        return (Span(evidence["start"], evidence["end"]) if isinstance(evidence, dict) else at), at
    quote, word = claim.get("quote") or "", trigger or ""
    start = text.find(quote)
    if start < 0:
        return None
    inside = quote.find(word)
    around = Span(start, start + len(quote))
    return around, (around if inside < 0 else Span(start + inside, start + inside + len(word)))


def match(text: str, gold: Sequence[Coded], predicted: Sequence[Coded]) -> list[Pair]:
    """One-to-one pairs of an article's claims, the surest first."""
    gold_at = [places_in(text, claim) for claim in gold]
    predicted_at = [places_in(text, claim) for claim in predicted]
    candidates = []
    for g, wanted in enumerate(gold_at):
        for p, found in enumerate(predicted_at):
            if wanted and found and wanted[0].overlaps(found[1]):
                scores = field_scores(gold[g], predicted[p])
                same_type = gold[g]["type"] == predicted[p]["type"]
                weight = (same_type, wanted[1].overlaps(found[1]), sum(scores.values()))
                candidates.append((weight, Pair(gold=g, predicted=p, scores=scores)))
    candidates.sort(key=lambda candidate: candidate[0], reverse=True)
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, pair in candidates:
        if pair.gold not in used_gold and pair.predicted not in used_predicted:
            used_gold.add(pair.gold)
            used_predicted.add(pair.predicted)
            pairs.append(pair)
    return pairs


def b_cubed(labels: Sequence[tuple[Hashable, Hashable]]) -> float:
    """B-cubed F1 of a clustering: ``labels`` are (gold cluster, predicted cluster) of each item. 0 for no items."""
    if not labels:
        return 0.0
    gold, predicted, both = Counter(g for g, _ in labels), Counter(p for _, p in labels), Counter(labels)
    precision = sum(both[pair] / predicted[pair[1]] for pair in labels) / len(labels)
    recall = sum(both[pair] / gold[pair[0]] for pair in labels) / len(labels)
    return 2 * precision * recall / (precision + recall)


class _Count:
    """Running totals over articles."""

    def __init__(self) -> None:
        self.articles = self.gold = self.predicted = self.loose = self.typed = self.exact = 0
        self.soft = 0.0
        self.fields: dict[str, dict[str, float]] = defaultdict(lambda: dict.fromkeys(FIELDS, 0.0))
        """Sums of the field scores of each type's matched claims."""
        self.values: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
        self.field_hits: dict[str, float] = dict.fromkeys(FIELDS, 0.0)
        self.types: dict[str, Counter[str]] = defaultdict(Counter)
        self.tallies: Counter[str] = Counter()
        self.within: list[tuple[Hashable, Hashable]] = []
        self.across: list[tuple[Hashable, Hashable]] = []
        self.misses: list[str] = []

    def article(self, gold: Coded, predicted: Coded) -> None:
        claims, found = gold.get("claims") or [], predicted.get("claims") or []
        self.articles += 1
        self.gold += len(claims)
        self.predicted += len(found)
        for claim in claims:
            self.types[claim["type"]]["gold"] += 1
        for claim in found:
            self.types[claim["type"]]["predicted"] += 1
        pairs = match(gold["text"], claims, found)
        for pair in pairs:
            self._pair(gold["id"], claims[pair.gold], found[pair.predicted], pair.scores)
        self._misses(gold, claims, found, pairs)
        self._tallies(gold.get("tallies") or [], predicted.get("tallies") or [])

    def _pair(self, article: Any, claim: Coded, guess: Coded, scores: dict[str, float]) -> None:
        self.loose += 1
        if claim["type"] != guess["type"]:
            self.misses.append(f"{article}\t{claim['type']} read as {guess['type']}\t{claim['quote'][:110]}")
            return
        self.typed += 1
        self.types[claim["type"]]["hit"] += 1
        self.soft += sum(scores.values()) / len(FIELDS)
        self.exact += all(scores[name] == 1 for name in CORE)
        wanted, given = values_held(claim), values_held(guess)
        for name, value in scores.items():
            self.fields[claim["type"]][name] += value
            self.values[name].update(gold=wanted[name], found=given[name])
            self.field_hits[name] += value * (wanted[name] + given[name]) / 2
        self.within.append(((article, claim.get("event")), (article, guess.get("event"))))
        self.across.append((claim.get("event"), guess.get("event")))

    def _misses(self, gold: Coded, claims: list[Coded], found: list[Coded], pairs: list[Pair]) -> None:
        matched, used = {pair.gold for pair in pairs}, {pair.predicted for pair in pairs}
        for n, claim in enumerate(claims):
            if n not in matched:
                self.misses.append(f"{gold['id']}\tmissed {claim['type']}\t{claim['quote'][:110]}")
        text = gold["text"]
        for n, claim in enumerate(found):
            if n not in used:
                at = places_in(text, claim)
                shown = text[max(0, at[1].start - 40) : at[1].start + 60].replace("\n", " ") if at else "?"
                self.misses.append(f"{gold['id']}\tspurious {claim['type']}\t{shown}")

    def _tallies(self, wanted: list[Coded], found: list[Coded]) -> None:
        self.tallies["gold"] += len(wanted)
        self.tallies["predicted"] += len(found)
        self.tallies["hit"] += round(paired_f1(wanted, found, same_tally) * (len(wanted) + len(found)) / 2)


def evaluate(gold: Iterable[Coded], predicted: Iterable[Coded]) -> Report:
    """Compare coded articles (``{"id", "text", "claims", "tallies"}``) with predictions (``{"id", "claims",
    "tallies"}``).

    An article without a prediction counts as one where nothing was found; of two with the same id the later counts.
    """
    guesses = {row["id"]: row for row in predicted}
    count = _Count()
    for article in gold:
        count.article(article, guesses.get(article["id"]) or {})
    return Report(
        articles=count.articles,
        gold=count.gold,
        predicted=count.predicted,
        claim_score=rate(count.soft, count.predicted, count.gold).f1,
        detection=rate(count.typed, count.predicted, count.gold),
        detection_any_type=rate(count.loose, count.predicted, count.gold),
        whole_record=rate(count.exact, count.predicted, count.gold),
        fields={name: sum(row[name] for row in count.fields.values()) / max(1, count.typed) for name in FIELDS},
        field_rates={
            name: rate(count.field_hits[name], row["found"], row["gold"]) for name, row in count.values.items()
        },
        event_b3=b_cubed(count.within),
        event_b3_across=b_cubed(count.across),
        tallies=rate(count.tallies["hit"], count.tallies["predicted"], count.tallies["gold"]),
        types={name: rate(row["hit"], row["predicted"], row["gold"]) for name, row in sorted(count.types.items())},
        type_fields={
            name: {field: value / count.types[name]["hit"] for field, value in row.items()}
            for name, row in sorted(count.fields.items())
        },
        misses=tuple(count.misses),
    )
