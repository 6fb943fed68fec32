"""How fast articles are read, against a bare pass of the same dictionary over the same text.

    python bench/extraction.py ARTICLES.jsonl [--rounds 5]

``ARTICLES.jsonl`` holds one article a line with ``text`` and, if known, ``published``. Everything is measured in one
run, on one core, in processor time; the rounds of all steps take turns and the median round counts, so that a busy
machine troubles both alike. The bare pass is an Aho-Corasick automaton over every surface form of the lexicon that
finds all (overlapping) matches in the folded text and does nothing with them. Rates are articles a second: of the
articles as given, and of articles of 4,700 characters. Starting times are those of fresh processes; the lexicon's is
processor time, that of ``khabar --help`` is by the clock. Where spaCy is installed (``pip install 'khabar[bench]'``),
its blank Arabic tokenizer alone runs over the same texts for comparison. Last, the most memory that the process held.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import ahocorasick_rs

from khabar import pipeline
from khabar.lexicon.building import surface_forms
from khabar.model import Article
from khabar.text import fold, tokenise, tokens

SIZE = 4700
"""Characters of an article that rates are brought to."""
_LOADING = (
    "import time\n"
    "from khabar.lexicon import default\n"
    "start = time.process_time(); default(); print(time.process_time() - start)"
)


def articles(path: Path) -> list[Article]:
    """The articles of a JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Article(id=str(number), text=row["text"], published=row.get("published")) for number, row in enumerate(rows)
    ]


def measure(given: Sequence[Article], rounds: int = 5) -> dict[str, float]:
    """Rates (articles a second), the ratio of the bare pass to the extraction, and starting times (seconds)."""
    texts = [fold(one.text).text for one in given]
    automaton = ahocorasick_rs.AhoCorasick(sorted(set(surface_forms())))
    steps: dict[str, Callable[[], object]] = {
        "bare": lambda: [automaton.find_matches_as_indexes(text, overlapping=True) for text in texts],
        "tokenise": lambda: [tokenise(fold(one.text)) for one in given],
        "extract": lambda: [pipeline.extract(one) for one in given],
    }
    if spacy := _spacy():
        steps["spacy"] = lambda: [spacy(one.text) for one in given]
    for step in steps.values():
        step()
    spent: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            spent[name].append(_time(step, 1 if name in ("extract", "spacy") else 10))
    seconds = {name: statistics.median(times) for name, times in spent.items()}
    found = {name: len(given) / value for name, value in seconds.items()}
    found["ratio"] = statistics.median(
        slow / quick for slow, quick in zip(spent["extract"], spent["bare"], strict=True)
    )
    if spacy:
        found["to_spacy"] = statistics.median(
            slow / other for slow, other in zip(spent["extract"], spent["spacy"], strict=True)
        )
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["sized"] = found["extract"] * sum(len(one.text) for one in given) / len(given) / SIZE
    found["lexicon"] = _lexicon_seconds()
    found["help"] = _help_seconds()
    return found


def _spacy() -> Callable[[str], object] | None:
    """spaCy's tokenizer for Arabic, without any model; None where it is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    blank = spacy.blank("ar")
    blank.max_length = 1 << 30
    return blank.make_doc  # type: ignore[no-any-return]


def _time(step: Callable[[], object], times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        step()
    return (time.process_time() - start) / times


def _lexicon_seconds() -> float:
    told = subprocess.run([sys.executable, "-c", _LOADING], capture_output=True, text=True, check=True)
    return float(told.stdout)


def _help_seconds() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "khabar", "--help"], capture_output=True, check=True)
    return time.perf_counter() - start


def report(found: dict[str, float]) -> str:
    """The figures as lines of text."""
    compared = []
    if "spacy" in found:
        compared = [
            f"spaCy's tokenizer{found['spacy']:8.1f} articles/s",
            f"ratio to spaCy's {found['to_spacy']:9.1f} x its tokenizer alone",
        ]
    return "\n".join(
        (
            f"hot modules      {'pure Python' if (tokens.__file__ or '').endswith('.py') else 'compiled':>9}",
            f"bare automaton   {found['bare']:9.1f} articles/s",
            f"fold, tokenise   {found['tokenise']:9.1f} articles/s",
            f"extract          {found['extract']:9.1f} articles/s ({found['sized']:.1f} of {SIZE} characters)",
            f"ratio            {found['ratio']:9.1f} x the bare pass",
            *compared,
            f"memory           {found['memory']:9.0f} MB",
            f"lexicon load     {found['lexicon']:9.2f} s",
            f"khabar --help    {found['help']:9.2f} s",
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    print(report(measure(articles(options.articles), options.rounds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
