"""A model's answer as records, read leniently in its wrapping and strictly in its parts."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from khabar.model import Record

_FENCE = re.compile(r"^\s*```[a-zA-Z]*\s*|\s*```\s*$")
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)


class BadAnswerError(ValueError):
    """An answer that holds no object of the form asked for."""


class Counted(Record, frozen=True, kw_only=True):
    """A figure as the model gives it: the words that hold the number, no number of its own."""

    what: str
    words: str
    of: str | None = None


class Passed(Record, frozen=True, kw_only=True):
    """A link of an isnad as the model gives it."""

    name: str
    kind: str = "unnamed"


class Proposal(Record, frozen=True, kw_only=True):
    """A claim as the model gives it; nothing of it is believed yet."""

    quote: str
    trigger: str
    type: str
    mode: str | None = None
    status: str = "occurred"
    stance: str = "reports"
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    figures: tuple[Counted, ...] = ()
    weapons: tuple[str, ...] = ()
    isnad: tuple[Passed, ...] = ()


def parse(content: str) -> tuple[list[Proposal], int]:
    """The claims of an answer, and how many of them were not of the form asked for. BadAnswerError where it holds no
    object with a list of claims."""
    found = _object(_FENCE.sub("", _THOUGHT.sub("", content)).strip())
    claims = found.get("claims")
    if not isinstance(claims, list):
        raise BadAnswerError("it has no list of claims")
    proposals, wrong = [], 0
    for item in claims:
        try:
            proposals.append(msgspec.convert(_plain(item), Proposal))
        except msgspec.ValidationError:
            wrong += 1
    return proposals, wrong


def _object(text: str) -> dict[str, Any]:
    start = text.find("{")
    if start < 0:
        raise BadAnswerError("it holds no JSON object")
    try:
        found, _ = json.JSONDecoder().raw_decode(text[start:])
    except (ValueError, RecursionError) as error:
        raise BadAnswerError(f"its JSON is broken ({str(error)[:80]})") from None
    if not isinstance(found, dict):
        raise BadAnswerError("it holds no JSON object")
    return found


def _plain(item: Any) -> Any:
    """A claim with the liberties that models take mended: names given as objects, null for an empty list."""
    if not isinstance(item, dict):
        return item
    row = {key: value for key, value in item.items() if value is not None}
    for field in ("actors", "targets", "weapons"):
        row[field] = [_name(one) for one in row.get(field) or []]
    for field in ("place", "date"):
        if field in row:
            row[field] = _name(row[field])
    return row


def _name(given: Any) -> Any:
    if isinstance(given, dict):
        return next((given[key] for key in ("text", "name", "words") if isinstance(given.get(key), str)), given)
    return given
