"""Train the linear scorers on coded articles and write their weights to ``src/khabar/resources/weights``.

    python scripts/train.py ../shared/gold/seeds.jsonl ../shared/gold/train.jsonl \\
        --codes scripts/codes.jsonl ../shared/corpus/pool.jsonl [--folds 5] [--write]

Only the files named are read. ``--codes`` adds articles that we coded ourselves, kept without their text
(:mod:`standoff`); they count for less than the others (``OURS``). Training takes two rounds: the second leaves out
what the detector's rules reject whatever its score, so that its scorer learns what is left for it to decide. With
``--folds`` the articles are split into folds (collections kept together) and every fold is predicted by models that
have not seen it: the figure to trust when features change. ``--write`` trains on everything and writes the weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import standoff
from khabar import pipeline
from khabar.claims import ClaimReader, scorer
from khabar.claims.candidates import Candidate
from khabar.claims.choosing import choice_features
from khabar.claims.dates import Dated
from khabar.claims.judgement import Judged
from khabar.claims.occasions import Placed
from khabar.claims.scorer import Feature, Model
from khabar.claims.state_choices import state_choices
from khabar.ingest.clean import sections
from khabar.mentions.names import Named
from khabar.model import STATUSES, Article, Extraction, Where
from khabar.views.agreement import date_agreement, paired_f1, same_name
from khabar.views.evaluate import Report, evaluate, places_in

SETTINGS = {
    "detection": (0.07, 0.36, 2, 0.01),
    "actor": (0.15, 0.15, 8, 0.06),
    "target": (0.1, 0.16, 8, 0.06),
    "place": (0.15, 0.3, 2, 0.01),
    "date": (0.1, 0.30, 2, 0.01),
    "mode": (0.3, 0.5, 2, 0.01),
    "status": (0.3, 0.5, 2, 0.01),
    "isnad": (0.2, 0.5, 2, 0.01),
    "state": (0.3, 0.5, 2, 0.01),
}
"""Inverse regularisation, threshold, least number of examples a feature must occur in, weights left out below. (The
parties have many features of little weight: without them the files are a fifth, and unseen parties as well read.)"""
OURS = 0.5
"""What an article of our own coding counts for: it agrees with the coders at 0.76, they with each other at 0.90."""
KEPT = 0.5
"""Share of the weights in use in those that are written: the mean of two fits is one linear model again, and reads
unseen articles better than either."""
LEAST = 0.005
"""Weights nearer to nothing are left out of a mean."""
WEIGHTS = Path(__file__).parent.parent / "src/khabar/resources/weights"
Example = tuple[tuple[Feature, ...], int]


class Past:
    """What gold says of the claims before."""

    def __init__(self) -> None:
        self.places: list[Placed] = []
        self.dates: list[Dated] = []
        self.judged: list[Judged] = []

    def add(self, candidate: Candidate, claim: dict) -> None:
        place = claim.get("place")
        where = Where(text=place["text"], country=place["country"]) if place else None
        doers = frozenset(party["text"] for party in claim["actors"])
        parties = doers.union(party["text"] for party in claim["targets"])
        self.places.append(Placed(candidate, where, parties))
        self.dates.append(Dated(candidate, claim.get("date"), parties, doers))
        self.judged.append(Judged(candidate, claim["mode"], claim["status"]))


def load(paths: list[str]) -> list[dict]:
    return [json.loads(line) for path in paths for line in open(path, encoding="utf-8") if line.strip()]


def article(row: dict) -> Article:
    return Article(
        id=row["id"], text=row["text"], source=row.get("source"), title=row.get("title"), published=row.get("published")
    )


def assign(reader: ClaimReader, row: dict) -> dict[int, tuple[Candidate, dict]]:
    """Group number to (candidate, gold claim): each gold claim gets the candidate of its type that fits its trigger
    best."""
    pairs = []
    for number, claim in enumerate(row["claims"]):
        found = places_in(row["text"], claim)
        if found is None:
            continue
        quote, trigger = ((span.start, span.end) for span in found)
        for index, group in enumerate(reader.groups):
            for candidate in group:
                start, end = reader.r.raw(candidate.first, candidate.last)
                if candidate.type != claim["type"] or not (start < quote[1] and quote[0] < end):
                    continue
                hit = start < trigger[1] and trigger[0] < end
                same = candidate.mode == claim["mode"]
                pairs.append(
                    (
                        (hit, same, candidate.last - candidate.first, -abs(start - trigger[0])),
                        number,
                        index,
                        candidate,
                        claim,
                    )
                )
    taken: dict[int, tuple[Candidate, dict]] = {}
    used: set[int] = set()
    for _, number, index, candidate, claim in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        if number not in used and index not in taken:
            used.add(number)
            taken[index] = (candidate, claim)
    return taken


def named(parties: list[dict]) -> list[Named]:
    return [Named(party["text"], party["country"], None, 0, 0) for party in parties]


def examples(row: dict, ruled: bool = False) -> tuple[dict[str, list[Example]], int]:
    """Training examples of one article for every model, decisions before each one taken from gold; and how many gold
    claims a candidate of their type reaches. ``ruled``: without what the detector's rules reject under the models in
    use."""
    out: dict[str, list[Example]] = {name: [] for name in SETTINGS}
    reached = 0
    one = article(row)
    for reading, _ in pipeline.readings(one, sections(one.text, one.title)):
        reader = ClaimReader(reading)
        gold = assign(reader, row)
        reached += len(gold)
        _reading_examples(reader, gold, out, ruled)
    return out, reached


def _reading_examples(
    reader: ClaimReader, gold: dict[int, tuple[Candidate, dict]], out: dict[str, list[Example]], ruled: bool
) -> None:
    past = Past()
    for index, group in enumerate(reader.groups):
        chosen = gold.get(index)
        for candidate in () if ruled and reader.detector.ruled_out(group) else group:
            label = int(chosen is not None and chosen[0] is candidate)
            out["detection"].append((reader.detector.features(candidate), label))
        if chosen is None:
            continue
        candidate, claim = chosen
        reader.detector.note(candidate)
        _claim_examples(reader, candidate, claim, past, out)
        past.add(candidate, claim)


def _chain_examples(
    reader: ClaimReader, candidate: Candidate, claim: dict, actors: list[Named], rows: list[Example]
) -> tuple[list, list]:
    """Examples of the isnad: the option that agrees best with gold is right, every other wrong. Returns the right
    one."""
    wanted = [link["text"] for link in claim["isnad"]]
    scored = []
    for option in reader.isnads.options(candidate, actors):
        texts = [reader.transmitters.named(phrase).text for phrase in option.chain]
        origin = float(bool(texts) == bool(wanted) and (not texts or same_name(wanted[-1], texts[-1])))
        scored.append((paired_f1(wanted, texts, same_name) + origin, option))
    most = max(value for value, _ in scored)
    best = next(option for value, option in scored if value == most)
    rows += [(option.features, int(option is best and most > 0.9)) for _, option in scored]
    return best.chain, best.frames


def _claim_examples(
    reader: ClaimReader, candidate: Candidate, claim: dict, past: Past, out: dict[str, list[Example]]
) -> None:
    at = (claim.get("place") or {}).get("country")
    actors = named(claim["actors"])
    chain, frames = _chain_examples(reader, candidate, claim, actors, out["isnad"])
    speaker, _ = reader.isnads.speaker(chain, actors)
    teller = speaker.country if speaker else None
    for option in reader.roles.options([candidate])[0]:
        for role, key, other in (("actor", "actors", "targets"), ("target", "targets", "actors")):
            party = next((party for party in claim[key] if same_name(party["text"], option.named.text)), None)
            out[role].append((option.features, int(party is not None)))
            if party is not None:
                for choice in state_choices(
                    option, role, candidate, at, reader.names.main, named(claim[other]), teller
                ):
                    out["state"].append((choice.features, int(choice.country == party["country"])))
    place, date = claim.get("place"), claim.get("date")
    parties = frozenset(party["text"] for key in ("actors", "targets") for party in claim[key])
    for option in reader.places.options(candidate, past.places, parties):
        out["place"].append((option.features, int(bool(place) and same_name(place["text"], option.value.text))))
    for option in reader.dates.options(candidate, past.dates, parties):
        out["date"].append((option.features, int(bool(date) and date_agreement(date, option.value) == 1.0)))
    for mode in reader.modes.choices(candidate, past.judged, reader.phrases[candidate.sentence]):
        out["mode"].append((mode.features, int(mode.value == claim["mode"])))
    status = reader.judge.status_context(candidate, frames, past.judged)
    out["status"] += [(choice_features(value, status), int(value == claim["status"])) for value in STATUSES]


def fit(name: str, rows: list[Example], trust: list[float]) -> Model:
    """A scorer fitted to examples, each of which counts for its ``trust``."""
    strength, threshold, least, smallest = SETTINGS[name]
    counts = Counter(feature for features, _ in rows for feature in set(features))
    names = {feature: msgspec.json.encode(feature).decode() for feature, count in counts.items() if count >= least}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{names[f]: 1 for f in features if f in names} for features, _ in rows])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    labels = np.array([label for _, label in rows])
    if labels.min() == labels.max():
        return Model(name=name, bias=-5.0, threshold=0.5, weights={})
    trained = LogisticRegression(C=strength, max_iter=400, solver="liblinear").fit(matrix, labels, trust)
    weights = dict(zip(vectorizer.get_feature_names_out(), trained.coef_[0], strict=True))
    kept = {str(key): round(float(value), 3) for key, value in sorted(weights.items()) if abs(value) >= smallest}
    return Model(name=name, bias=round(float(trained.intercept_[0]), 3), threshold=threshold, weights=kept)


def mean(old: Model, new: Model, share: float) -> Model:
    """Both models as one: ``share`` of the old one's weights and bias, the rest of the new one's; its threshold."""
    names = sorted(old.weights.keys() | new.weights.keys())
    both = {name: share * old.weights.get(name, 0.0) + (1 - share) * new.weights.get(name, 0.0) for name in names}
    weights = {name: round(weight, 3) for name, weight in both.items() if abs(weight) >= LEAST}
    bias = round(share * old.bias + (1 - share) * new.bias, 3)
    return Model(name=new.name, bias=bias, threshold=new.threshold, weights=weights)


def folds(rows: list[dict], count: int) -> list[int]:
    """Fold of every article; the articles of one collection, often near copies, stay together."""
    groups = list(dict.fromkeys(row.get("collection") or row["id"] for row in rows))
    return [groups.index(row.get("collection") or row["id"]) % count for row in rows]


def all_examples(rows: list[dict], trust: list[float], count: int = 5) -> tuple[list[dict[str, list[Example]]], int]:
    """Training examples of every article, and how many gold claims a candidate of their type reaches: those of the
    second round, each under the models of a first one that has not seen the article (``count`` folds)."""
    scorer.use({name: Model(name, 0.0, 0.5, {}) for name in SETTINGS})
    first, fold_of = [examples(row) for row in rows], folds(rows, count)
    found: dict[int, dict[str, list[Example]]] = {}
    for fold in range(count):
        others = [number for number, at in enumerate(fold_of) if at != fold]
        scorer.use(fit_all([first[number][0] for number in others], [trust[number] for number in others]))
        found |= {at: examples(rows[at], ruled=True)[0] for at, own in enumerate(fold_of) if own == fold}
    return [found[at] for at in range(len(rows))], sum(reached for _, reached in first)


def fit_all(parts: list[dict[str, list[Example]]], trust: list[float]) -> dict[str, Model]:
    """Every scorer, fitted to the examples of articles, those of each with what the article counts for."""
    found = {}
    for name in SETTINGS:
        counts = [one for part, one in zip(parts, trust, strict=True) for _ in part[name]]
        found[name] = fit(name, [row for part in parts for row in part[name]], counts)
    return found


def predict(row: dict) -> dict:
    return predicted_row(pipeline.extract(article(row)))


def predicted_row(extraction: Extraction) -> dict:
    return json.loads(
        msgspec.json.encode({"id": extraction.id, "claims": extraction.claims, "tallies": extraction.tallies})
    )


def summary(report: Report) -> str:
    fields = "  ".join(f"{name} {value:.3f}" for name, value in report.fields.items())
    return (
        f"claim score {report.claim_score:.3f}  detection P {report.detection.p:.3f} R "
        f"{report.detection.r:.3f} F1 {report.detection.f1:.3f}  "
        f"whole record {report.whole_record.f1:.3f}\n{fields}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--codes", nargs=2, metavar=("CODES", "TEXTS"), help="articles of our own coding, their texts")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", default="folds.jsonl", help="where the predictions of the folds go")
    parser.add_argument("--write", action="store_true", help="write the mean of the weights in use and those trained")
    parser.add_argument("--only", nargs="+", choices=SETTINGS, default=SETTINGS, help="scorers to write")
    parser.add_argument("--anew", action="store_true", help="write the trained ones alone")
    options = parser.parse_args()
    rows = load(options.files)
    trust = [1.0] * len(rows)
    if options.codes:
        rows += standoff.joined(*map(standoff.rows_of, options.codes))
        trust += [OURS] * (len(rows) - len(trust))
    parts, reached = all_examples(rows, trust)
    total = sum(len(row["claims"]) for row in rows)
    print(f"{len(rows)} articles, {total} gold claims, {reached} reached by a candidate of their type")
    if options.folds:
        found, fold_of = [], folds(rows, options.folds)
        for fold in range(options.folds):
            others = [number for number, at in enumerate(fold_of) if at != fold]
            scorer.use(fit_all([parts[number] for number in others], [trust[number] for number in others]))
            found += [predict(row) for row, at in zip(rows, fold_of, strict=True) if at == fold]
        scorer.use({})
        Path(options.out).write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8"
        )
        print(summary(evaluate(rows, found)))
    if options.write:
        WEIGHTS.mkdir(exist_ok=True)
        for name, trained in fit_all(parts, trust).items():
            if name not in options.only:
                continue
            path = WEIGHTS / f"{name}.json"
            if path.exists() and not options.anew:
                trained = mean(msgspec.json.decode(path.read_bytes(), type=Model), trained, KEPT)
            text = msgspec.json.format(msgspec.json.encode(trained), indent=1)
            path.write_bytes(text + b"\n")
            print(name, len(trained.weights), "weights")


if __name__ == "__main__":
    main()
