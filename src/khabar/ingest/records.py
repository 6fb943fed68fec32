"""Where a JSON value keeps its articles, and what their fields say: exports of channels, answers of interfaces, dumps
of databases and of content management systems."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from khabar.ingest.columns import field_of
from khabar.text import LETTER

_LISTS: Final = (
    "messages", "articles", "results", "items", "data", "docs", "documents", "posts", "rows", "entries", "news", "hits",
    "response", "records", "stories", "tweets", "statuses",
)  # fmt: skip
"""Where an object that is no article itself keeps its articles: a channel's export, an interface's answer."""
_DEEPEST: Final = 3
"""Objects that such lists lie in at most."""
_PARTS: Final = ("rendered", "text", "value", "content", "main", "#text", "_value", "$date", "name")
"""Where a field that is an object keeps its value."""
_BLANK: Final = "\ufeff \t\r\n"


def rows_of(value: Any, columns: Mapping[str, str]) -> tuple[list[Any], str | None]:
    """The records of a JSON value, and the channel where they are the posts of one. What a channel's export notes
    beside its posts (that somebody joined, a picture without words) is no record."""
    found = _listed(value, columns, 0)
    return ([value], None) if found is None else found


def _listed(value: Any, columns: Mapping[str, str], depth: int) -> tuple[list[Any], str | None] | None:
    if isinstance(value, list):
        return value, None
    if not isinstance(value, Mapping) or depth > _DEEPEST or field_of(value, "text", columns) is not None:
        return None
    for name in _LISTS:
        rows = value.get(name)
        if isinstance(rows, list) and any(isinstance(row, Mapping) for row in rows):
            channel = value.get("name")
            told = channel if isinstance(channel, str) else None
            return (_posts(rows), told) if name == "messages" else (rows, None)
        if isinstance(rows, Mapping) and (inner := _listed(rows, columns, depth + 1)) is not None:
            return inner
    if len(value) > 1 and all(_is_record(row, columns) for row in value.values()):
        return [{"id": name, **row} for name, row in value.items()], None
    return None


def _is_record(row: Any, columns: Mapping[str, str]) -> bool:
    return isinstance(row, Mapping) and field_of(row, "text", columns) is not None


def _posts(rows: list[Any]) -> list[Any]:
    """The posts of a channel with words in them; their numbers, which each channel counts anew, are no ids."""
    return [
        {name: cell for name, cell in row.items() if name != "id"} if isinstance(row, Mapping) else row
        for row in rows
        if not isinstance(row, Mapping) or (row.get("type", "message") == "message" and _worded(row.get("text")))
    ]


def _worded(text: Any) -> bool:
    whole = whole_text(text)
    return not isinstance(whole, str) or LETTER.search(whole) is not None


def record_of(row: Any, columns: Mapping[str, str]) -> Any:
    """The record itself: the only one inside another that has no text of its own (``_source`` in a database's dump), a
    bare text as the text of a record."""
    if isinstance(row, str):
        return {"text": row} if len(row.split()) > 1 else row
    if not isinstance(row, Mapping):
        return row
    told = [cell for cell in row.values() if _is_record(cell, columns)]
    if len(told) != 1 or (len(row) > 1 and field_of(row, "text", columns) is not None):
        return row
    number = field_of(row, "id", columns) or row.get("_id")
    return {**told[0], "id": number} if number is not None and field_of(told[0], "id", columns) is None else told[0]


def plain_value(value: Any) -> Any:
    """What a field says that is an object around its value (``{"rendered": ...}``)."""
    if not isinstance(value, Mapping):
        return value
    return next((value[name] for name in _PARTS if value.get(name) not in (None, "")), None)


def whole_text(text: Any) -> Any:
    """A text that is given in parts: paragraphs, or pieces with their formats."""
    text = plain_value(text)
    if not isinstance(text, list) or not text or not all(isinstance(part, (str, Mapping)) for part in text):
        return text
    parts = [part if isinstance(part, str) else str(plain_value(part) or "") for part in text]
    return ("\n" if all(isinstance(part, str) for part in text) else "").join(parts)


def values_of(text: str) -> Iterator[Any]:
    """The JSON values that stand one after the other in a text, or in a list whose end is missing. Raises ValueError or
    RecursionError at what is none, after those before it."""
    decoder = json.JSONDecoder(strict=False)
    at, end = 0, len(text)
    opened = text.lstrip(_BLANK).startswith("[")
    between = f"{_BLANK},[" if opened else f"{_BLANK},"
    while True:
        while at < end and text[at] in between:
            at += 1
        if at >= end or (opened and text[at] == "]"):
            return
        value, at = decoder.raw_decode(text, at)
        yield value
