"""The error atlas: the commonest kinds of error left, counted by rules over coded articles and predictions.

    python scripts/train.py ../shared/gold/seeds.jsonl ../shared/gold/train.jsonl --folds 5 --out folds.jsonl
    python scripts/atlas.py ../shared/gold/train.jsonl folds.jsonl [--most 20] [--page docs/errors.md]

The first line writes cross-validated predictions: every article is read by scorers that have not seen it. The second
prints the table; with ``--page`` it writes the page too, from the texts and the small coded articles, made up, of
``atlas_kinds.json``: the example of a kind is one in which Khabar as it stands goes wrong in that way.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from atlas_claims import errors
from atlas_ground import ground
from khabar import pipeline
from khabar.model import Article
from khabar.views.compare import Row, against_gold

KINDS = Path(__file__).with_name("atlas_kinds.json")
_HEAD = """# What goes wrong

The {most} commonest kinds of error left, out of {errors} errors of {kinds} kinds in {articles} articles with {claims} \
coded claims. The predictions are
cross-validated: every article was read by scorers trained on the others. `scripts/atlas.py` counts them by rules over
what the coding and Khabar's own marks know, and writes this page; an error has one kind, a claim can have several
errors. `khabar evaluate --html` shows single ones in their sentences, `khabar explain` why a sentence is read as it is.

Every example is a made-up text, published on 7 June 2023, that Khabar read wrongly in the way described when the
page was written.

| | kind | errors |
| --- | --- | --- |
"""


def count(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> Counter[str]:
    """How often every kind of error occurs; an article without a prediction counts as one where nothing was found."""
    guesses = {row["id"]: row for row in predicted}
    return Counter(
        error.kind for row in gold for error in errors(row, guesses.get(row["id"]) or {"claims": []}, ground(row))
    )


def read_now(example: dict[str, Any]) -> dict[str, Any]:
    """What Khabar finds in an example, as a prediction row."""
    article = Article(id="example", text=example["text"], published=example.get("published"))
    found: dict[str, Any] = msgspec.to_builtins(pipeline.extract(article))
    return found


def wrong_in(example: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The kinds of the errors in what was found in an example."""
    row = {"id": "example", **example}
    return [error.kind for error in errors(row, found, ground(row))]


def shown_by(examples: list[dict[str, Any]]) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """For each kind that Khabar as it stands shows in an example: the best one and what is found in it. Best is one
    written for the kind (``for``), then the one with the fewest errors."""
    ranked: dict[str, tuple[bool, int, int]] = {}
    read = [(example, read_now(example)) for example in examples]
    for at, (example, found) in enumerate(read):
        wrong = wrong_in(example, found)
        for kind in wrong:
            rank = (kind not in example.get("for", ()), len(wrong), at)
            ranked[kind] = min(rank, ranked.get(kind, rank))
    return {kind: read[at] for kind, (_, _, at) in ranked.items()}


def entry(title: str, told: dict[str, str], example: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """The lines of the page about one kind."""
    yield f"\n## {title}\n"
    yield f"{told['what']}\n"
    yield f"> {example['text']}\n"
    compared = against_gold([{"id": "example", **example}], [{"id": "example", **found}])
    for row in compared.articles[0].rows:
        yield "- " + "; ".join(_sides(row))
    yield f"\nLikely cure: {told['cure']}"


def _sides(row: Row) -> Iterator[str]:
    """A claim as it should be and as it is."""
    shown = row.sides[0]
    if row.seen != "both":
        values = ", ".join(f"{cell.field} {cell.a or cell.b}" for cell in row.cells if cell.field in _KEPT)
        yield f"{'missed' if row.seen == 'a' else 'false'}: {shown.type} at «{shown.trigger}» ({values})"
        return
    yield f"{shown.type} at «{shown.trigger}»"
    wrong = [cell for cell in row.cells if cell.wrong]
    for cell in wrong:
        yield f"{cell.field} should be {_quoted(cell.a)}, is {_quoted(cell.b)}"
    if not wrong:
        yield "right"


def _quoted(value: str) -> str:
    return f"«{value}»" if value else "empty"


_KEPT = ("actors", "targets", "place", "date")


def page(counts: Counter[str], gold: list[dict[str, Any]], most: int) -> str:
    """The page of the ``most`` commonest kinds; SystemExit where one has no text or no example that shows it."""
    known = json.loads(KINDS.read_text(encoding="utf-8"))
    shown = shown_by(known["examples"])
    top = counts.most_common(most)
    lacking = [f"{kind}: no text" for kind, _ in top if kind not in known["kinds"]]
    lacking += [f"{kind}: no example goes wrong so" for kind, _ in top if kind not in shown]
    if lacking:
        sys.exit(f"the page is not written; add to {KINDS.name}\n  " + "\n  ".join(lacking))
    head = _HEAD.format(
        most=len(top), errors=sum(counts.values()), kinds=len(counts), articles=len(gold),
        claims=sum(len(row.get("claims") or []) for row in gold),
    )  # fmt: skip
    table = "".join(f"| {number} | {kind} | {times} |\n" for number, (kind, times) in enumerate(top, 1))
    body = [
        line
        for number, (kind, times) in enumerate(top, 1)
        for line in entry(f"{number}. {kind.capitalize()} ({times})", known["kinds"][kind], *shown[kind])
    ]
    return head + table + "\n".join(body) + "\n"


def load(path: str) -> list[dict[str, Any]]:
    with open(path, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", help="coded articles")
    parser.add_argument("predicted", help="predictions, as scripts/train.py --folds writes them")
    parser.add_argument("--most", type=int, default=20, help="kinds to show (0: all)")
    parser.add_argument("--page", help="write the page there")
    options = parser.parse_args()
    gold = load(options.gold)
    counts = count(gold, load(options.predicted))
    top = counts.most_common(options.most or None)
    print(f"{sum(counts.values())} errors of {len(counts)} kinds in {len(gold)} articles")
    for number, (kind, times) in enumerate(top, 1):
        print(f"{number:>3}  {times:>4}  {kind}")
    if options.page:
        Path(options.page).write_text(page(counts, gold, len(top)), encoding="utf-8")


if __name__ == "__main__":
    main()
