"""Train the linking model on coded claims and measure it on collections it has not seen.

    python scripts/train_linking.py ../shared/gold/train.jsonl --folds 7
    python scripts/train_linking.py ../shared/gold/train.jsonl --write
    python scripts/train_linking.py ../shared/gold/train.jsonl --alone

Coded articles are JSON Lines with ``collection`` and claims with ``event``; the articles of a collection share labels.
Only figures are printed. ``--folds`` leaves out one part of the collections at a time, links all articles together with
what the rest taught, and counts the pairs and the B-cubed figures of the claims left out. ``--write`` trains on
everything and writes ``resources/weights/linking.json``; ``--as FILE`` writes it elsewhere.

Two logistic regressions: claims of one article, and what two articles tell (the claims of each grouped by the first
model). The coded collections hold many near copies of one agency report, which would teach that one event is told in
the same words on the same page. Copies of every pair are therefore added whose findings are worn down as independent
reporting, and extraction, wears them down (:data:`WEAR`, :data:`WEAR_WITHIN`), whatever their label. Every article
is taken a second time as it would be if its day were unknown (:meth:`Coded.undated`), a half of them against the other.
And what two articles tell is learnt from :data:`APART_FILE` too: invented articles in which outlets that took nothing
from each other tell of one event, and of others like it on the same day. Their claims are as extraction reads them,
their events as they were made up. ``--alone`` does without them, and counts the pairs of each of their collections as
linked by what the others and the coded articles taught.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from copy import copy
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from khabar.jobs.rows import article_of, claim_of
from khabar.linking import Linker
from khabar.linking.days import Days, days_of, gap
from khabar.linking.features import features
from khabar.linking.index import Index, keys, timeless
from khabar.linking.model import Model, Part
from khabar.linking.profile import profiles
from khabar.linking.telling import tell

WEIGHTS = Path(__file__).parent.parent / "src/khabar/resources/weights/linking.json"
APART_FILE = Path(__file__).parent / "linking_apart.jsonl"
APART_WEIGHT = 0.5
"""Weight of a pair of invented articles."""
STRENGTH = {"within": 0.5, "across": 0.5}
"""Inverse regularisation."""
JOIN = {"within": -0.5, "across": 0.7}
"""Thresholds, the best of a grid for the B-cubed figure of collections left out."""
APART = -1.5
COPIES = 30
BLIND = 0.5
"""Weight of a pair of which one article or both were made undated."""
RELATIVE = 10
LEAST = 4
"""Findings seen in fewer pairs get no weight."""

_LESS = ("copy", "close", "like", "some", "little")
Wear = dict[str, tuple[float, dict[str, tuple[str, ...]]]]
WEAR: Wear = {
    "wording": (0.8, {step: _LESS[min(n + 1, 4) :] for n, step in enumerate(_LESS)}),
    "verbal wording": (0.8, {step: _LESS[n:] for n, step in enumerate(_LESS)}),
    "story": (0.8, {step: (*_LESS[n:], "like", "some") for n, step in enumerate(_LESS)}),
    "trigger": (0.6, {"same": ("family", "differ"), "family": ("differ",)}),
    "mode": (0.25, {"same": ("vague",)}),
    "time": (0.08, {"same": ("next", "within", "one-fresh")}),
    "actors": (0.2, {"id": ("state", "one", "name"), "name": ("state", "one", "name")}),
    "targets": (0.2, {"id": ("state", "one", "name"), "name": ("state", "one", "name")}),
    "place": (0.2, {"same": ("state", "one", "inside")}),
    "reported": (0.2, {"together": ("days",)}),
    "origin": (0.5, {"same": ("differ", "one"), "none": ("one",)}),
    "figures": (0.3, {"many": ("close", "fit")}),
}
"""For each field, how often a finding about two articles is worn down and to what."""
WEAR_WITHIN: Wear = {
    "time": (0.4, {"same": ("one-fresh", "one-fresh", "none")}),
    "place": (0.3, {"same": ("one", "state")}),
}
"""The same about two claims of one article: coders give a date to all claims about an event, extraction to those it
stands beside."""

SAME = (
    ("ant:AL-internationalNews-1095-20180510/e5", "ant:BB-middleEast-478-20180509/e3"),
    ("ant:AL-internationalNews-1095-20180510/e5", "ant:CN-internationalNews-337-20180511/e1"),
    ("ant:BB-middleEast-478-20180509/e3", "ant:CN-internationalNews-337-20180511/e1"),
    ("ant:AL-internationalNews-1095-20180510/e7", "ant:BB-middleEast-478-20180509/e5"),
    ("ant:AL-internationalNews-627-20180326/e1", "ant:CN-middleEast-403-20180328/e3"),
    ("ant:BB-middleEast-313-20180408/e2", "train-c3/e4"),
    ("ant:CN-middleEast-990-20180521/e1", "ant:CN-middleEast-997-20180522/e5"),
    ("ant:CN-middleEast-990-20180521/e4", "ant:CN-middleEast-997-20180522/e6"),
    ("snn:2015-08-03-249/e1", "snn:2015-08-04-356/e3"),
    ("snn:2015-08-03-249/e2", "snn:2015-08-04-356/e1"),
)
"""Labels of different collections that name one event, found by reading: labels are shared within a collection only."""
_ALIKE = {frozenset(pair) for pair in SAME}
Row = dict
Example = tuple[list[str], int, float]


class Coded:
    """A coded article: its claims, their labels (unique over all) and its collection."""

    def __init__(self, row: Row) -> None:
        self.article = article_of(row, row["id"])
        self.claims = [claim_of(claim, self.article.text) for claim in row["claims"]]
        self.labels = [str(claim["event"]) for claim in row["claims"]]
        self.collection = row.get("collection") or row["id"]

    def undated(self) -> Coded:
        """The article as found without its day: dates within :data:`RELATIVE` days of it, which were most likely
        written as "yesterday" or "on Tuesday", are unknown as well."""
        found = copy(self)
        told = days_of(self.article.published)
        found.article = msgspec.structs.replace(self.article, published=None)
        found.claims = [
            msgspec.structs.replace(claim, date=None) if told and _near(days_of(claim.date), told) else claim
            for claim in self.claims
        ]
        return found


def _near(date: Days | None, told: Days) -> bool:
    return date is not None and date.length <= RELATIVE and gap(date, told) <= RELATIVE


def load(paths: list[str]) -> list[Coded]:
    return [Coded(json.loads(line)) for path in paths for line in open(path, encoding="utf-8") if line.strip()]


def fit(name: str, examples: list[Example]) -> Part:
    """A logistic regression on named findings, as readable weights."""
    counts = Counter(finding for names, _, _ in examples for finding in set(names))
    column = {finding: n for n, finding in enumerate(sorted(one for one in counts if counts[one] >= LEAST))}
    places = [(n, column[one]) for n, (names, _, _) in enumerate(examples) for one in names if one in column]
    at = np.array(places, dtype=np.int32)
    matrix = csr_matrix((np.ones(len(at)), (at[:, 0], at[:, 1])), shape=(len(examples), len(column)))
    labels = [label for _, label, _ in examples]
    model = LogisticRegression(C=STRENGTH[name], max_iter=1000, solver="liblinear", intercept_scaling=10)
    trained = model.fit(matrix, labels, sample_weight=[weight for _, _, weight in examples])
    weights = {finding: round(float(trained.coef_[0][n]), 2) for finding, n in column.items()}
    return Part(bias=round(float(trained.intercept_[0]), 2), join=JOIN[name], weights=weights)


def within_examples(coded: Coded) -> list[Example]:
    """Pairs of one article's claims. An event told in n claims counts as the square root of n - 1 pairs would for
    each."""
    told = profiles(coded.article, coded.claims)
    size = Counter(coded.labels)
    found = []
    for a, b in combinations(range(len(told)), 2):
        if told[a].type == told[b].type:
            same = coded.labels[a] == coded.labels[b]
            weight = (size[coded.labels[a]] - 1) ** -0.5 if same else 1.0
            found.append((features(told[a], told[b]), int(same), weight))
    return found


def with_worn(examples: list[Example], wear: Wear) -> list[Example]:
    """The examples and :data:`COPIES` worn ones of each, which weigh together as much as the examples did alone."""
    rng = random.Random(0)
    light = [(names, label, weight / (1 + COPIES)) for names, label, weight in examples]
    worn = [(worn_down(names, wear, rng), label, weight) for _ in range(COPIES) for names, label, weight in light]
    return light + worn


def blind_examples(all_coded: list[Coded], within: Part) -> list[Example]:
    """Pairs of what two articles tell, one half of the articles undated, then the other."""
    rng = random.Random(1)
    first = {coded.article.id for coded in all_coded if rng.random() < 0.5}
    found = []
    for chosen in (True, False):
        mixed = [coded.undated() if (coded.article.id in first) == chosen else coded for coded in all_coded]
        found += across_examples(mixed, within, blind=True)
    return [(names, label, weight * BLIND) for names, label, weight in found]


def across_examples(all_coded: list[Coded], within: Part, *, blind: bool = False) -> list[Example]:
    """Pairs of what two articles tell, as blocking would compare them; ``blind``: those alone of which one is of
    unknown time."""
    model = Model(within=within, across=Part(0.0, 0.0, {}), apart=APART)
    index, known, labels = Index(), [], []
    pairs: list[tuple[int, int]] = []
    for coded in all_coded:
        told = tell(coded.article, coded.claims, model)
        for group, event in zip(told.groups, told.events, strict=True):
            names = keys(event)
            pairs += [(len(known), other) for other in index.candidates(event, names)]
            index.add(len(known), event, names)
            known.append(event)
            labels.append({coded.labels[at] for at in group})
    size = Counter(label for group in labels for label in group)
    found: list[Example] = []
    for a, b in pairs:
        if blind and not (timeless(known[a]) or timeless(known[b])):
            continue
        shared = labels[a] & labels[b]
        alike = any(frozenset((one, other)) in _ALIKE for one in labels[a] for other in labels[b])
        weight = max(1, min(size[label] for label in shared) - 1) ** -0.5 if shared else 1.0
        found.append((features(known[a], known[b]), int(bool(shared) or alike), weight))
    return found


def worn_down(names: list[str], wear: Wear, rng: random.Random) -> list[str]:
    out = []
    for name in names:
        field, _, finding = name.partition("=")
        share, less = wear.get(field, (0.0, {}))
        if finding in less and rng.random() < share:
            finding = rng.choice(less[finding])
        out.append(f"{field}={finding}")
    return out


def train(all_coded: list[Coded], apart: list[Coded]) -> Model:
    """The model of the coded articles and of those told independently (``apart``), which teach about two articles
    only."""
    examples = [example for coded in all_coded for example in within_examples(coded)]
    within = fit("within", with_worn(examples, WEAR_WITHIN))
    examples = across_examples(all_coded, within) + blind_examples(all_coded, within)
    told_apart = across_examples(apart, within) + blind_examples(apart, within)
    examples += [(names, label, weight * APART_WEIGHT) for names, label, weight in told_apart]
    across = fit("across", with_worn(examples, WEAR))
    return Model(within=within, across=across, apart=APART)


def half_undated(all_coded: list[Coded]) -> list[Coded]:
    """Every other article undated, to see what linking makes of such."""
    return [coded.undated() if n % 2 else coded for n, coded in enumerate(all_coded)]


def linked(all_coded: list[Coded], model: Model) -> list[tuple[str, str, str, str]]:
    """(article, collection, label, event given) of every claim, all articles linked together."""
    linker = Linker(model)
    linker.add_all([(coded.article, coded.claims) for coded in all_coded])
    return [
        (coded.article.id, coded.collection, label, event)
        for coded in all_coded
        for label, event in zip(coded.labels, linker.ids(coded.article.id), strict=True)
    ]


class Tally:
    """Counts of the claims left out: pairs of different articles (a pair with one end outside counts half) and
    B-cubed."""

    def __init__(self) -> None:
        self.hits = self.given = self.gold = self.apart = self.precision = self.recall = 0.0
        self.claims = 0

    def add(self, claims: list[tuple[str, str, str, str]], left_out: set[str]) -> None:
        for side in (2, 3):
            groups: dict[str, list[int]] = defaultdict(list)
            for n, claim in enumerate(claims):
                groups[claim[side]].append(n)
            for a, b in (pair for group in groups.values() for pair in combinations(group, 2)):
                self._pair(claims[a], claims[b], side, left_out)
        gold, given = Counter(claim[2] for claim in claims), Counter(claim[3] for claim in claims)
        both = Counter(claim[2:] for claim in claims)
        for claim in claims:
            if claim[1] in left_out:
                self.claims += 1
                self.precision += both[claim[2:]] / given[claim[3]]
                self.recall += both[claim[2:]] / gold[claim[2]]

    def _pair(self, one: tuple[str, ...], other: tuple[str, ...], side: int, left_out: set[str]) -> None:
        share = ((one[1] in left_out) + (other[1] in left_out)) / 2
        if one[0] == other[0]:
            return
        if side == 2:
            self.gold += share
        else:
            self.given += share
            self.hits += share * (one[2] == other[2])
            self.apart += share * (one[1] != other[1])

    def __str__(self) -> str:
        p, r = self.precision / self.claims, self.recall / self.claims
        return (
            f"pairs P {self.hits / max(1, self.given):.3f} R {self.hits / max(1, self.gold):.3f} "
            f"F1 {2 * self.hits / max(1, self.given + self.gold):.3f} ({self.gold:.0f} gold pairs, "
            f"{self.apart:.0f} given across "
            f"collections)  B-cubed {2 * p * r / (p + r):.3f}"
        )


def cross_validate(all_coded: list[Coded], apart: list[Coded], folds: int, verbose: bool) -> tuple[str, str]:
    """Figures of the collections left out, as they are and with every other article undated."""
    names = sorted({coded.collection for coded in all_coded})
    shared = Counter(coded.collection for coded in all_coded)
    ordered = sorted(names, key=lambda name: (shared[name] == 1, random.Random(name).random()))
    total, blind = Tally(), Tally()
    for fold in range(folds):
        left_out = set(ordered[fold::folds])
        model = train([coded for coded in all_coded if coded.collection not in left_out], apart)
        claims = linked(all_coded, model)
        total.add(claims, left_out)
        blind.add(linked(half_undated(all_coded), model), left_out)
        for name in sorted(left_out if verbose else ()):
            if shared[name] > 1:
                alone = Tally()
                alone.add(claims, {name})
                print(f"  {name}: {alone}")
    return str(total), str(blind)


def leave_one_out(all_coded: list[Coded], apart: list[Coded]) -> None:
    """Print the figures of each collection told independently, linked by what all others taught."""
    for name in dict.fromkeys(coded.collection for coded in apart):
        mine = [coded for coded in apart if coded.collection == name]
        tally = Tally()
        tally.add(linked(mine, train(all_coded, [coded for coded in apart if coded.collection != name])), {name})
        print(f"  {name}: {tally}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--verbose", action="store_true", help="also the figures of each collection left out")
    parser.add_argument("--alone", action="store_true", help="train on the files alone; figures of what is told apart")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--as", dest="out", default=str(WEIGHTS), help="file to write, with --write")
    options = parser.parse_args()
    all_coded = load(options.files)
    apart = load([str(APART_FILE)])
    if options.alone:
        leave_one_out(all_coded, apart)
        apart = []
    if options.folds:
        dated, blind = cross_validate(all_coded, apart, options.folds, options.verbose)
        print("left out: ", dated)
        print("half undated:", blind)
    model = train(all_coded, apart)
    whole = Tally()
    whole.add(linked(all_coded, model), {coded.collection for coded in all_coded})
    print("trained on:", whole)
    if options.write:
        Path(options.out).write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
        print(len(model.within.weights), "weights within,", len(model.across.weights), "across")


if __name__ == "__main__":
    main()
