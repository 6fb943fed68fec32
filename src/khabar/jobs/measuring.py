"""Measure against files of coded articles."""

from __future__ import annotations

import json
from typing import Any

from khabar.errors import KhabarError
from khabar.jobs import rows
from khabar.jobs.extracting import extract_rows, lines_of


def gold_and_found(
    gold: str, predicted: str | None, *, jobs: int = 1
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Coded articles of the file ``gold`` and predictions for them: those of the file ``predicted``, else extracted
    now, with the rule behind every value."""
    coded = read_coded(gold, with_text=True)
    return coded, read_coded(predicted) if predicted else extract_now(coded, jobs=jobs)


def extract_now(articles: list[dict[str, Any]], *, jobs: int = 1) -> list[dict[str, Any]]:
    """Prediction rows for coded articles; nothing of their coding is looked at."""
    blind = [{key: row.get(key) for key in ("id", "source", "url", "published", "title", "text")} for row in articles]
    found: list[dict[str, Any]] = []
    extract_rows((json.dumps(row) for row in blind), lambda line: found.append(json.loads(line)), jobs=jobs, rules=True)
    return found


def read_coded(path: str, *, with_text: bool = False) -> list[dict[str, Any]]:
    """Rows ``{id, claims, tallies}``, with ``text`` where asked for; KhabarError for one that is not of this form."""
    found = []
    with lines_of(path) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = rows.parse(line)
                _check(row, with_text=with_text)
            except rows.BadRowError as error:
                raise KhabarError(f"{path}, line {number}: {error}") from None
            found.append(row)
    return found


def _check(row: dict[str, Any], *, with_text: bool) -> None:
    if "id" not in row or isinstance(row["id"], list | dict):
        raise rows.BadRowError("the row needs an id")
    if with_text and not isinstance(row.get("text"), str):
        raise rows.BadRowError("the row needs a text")
    for name in ("claims", "tallies"):
        listed = row.get(name) or []
        if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
            raise rows.BadRowError(f"{name} has to be a list of objects")
    for n, claim in enumerate(row.get("claims") or []):
        if not isinstance(claim.get("type"), str):
            raise rows.BadRowError(f"claim {n} needs a type")
