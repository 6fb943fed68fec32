"""Codings without their text: coded articles whose texts are kept elsewhere, each string as its place in the text.

    python scripts/standoff.py strip CODED.jsonl... -o CODES.jsonl      texts out, places in
    python scripts/standoff.py join CODES.jsonl TEXTS.jsonl -o CODED.jsonl

``scripts/codes.jsonl`` holds codings of articles that nobody had coded; :mod:`train` learns from them where the texts
are at hand. A row names its article and the SHA-256 of its text, so that a changed text is noticed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

ARTICLE = ("id", "source", "published", "title", "text")
USUAL: dict[str, dict] = {
    "claims": {
        "mode": None,
        "status": "occurred",
        "stance": "reports",
        "actors": [],
        "targets": [],
        "place": None,
        "date": None,
        "figures": [],
        "weapons": [],
        "isnad": [],
    },
    "tallies": {"unit": None, "place": None, "since": None, "isnad": []},
}
"""Values that a row leaves out."""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def place_of(words: str, text: str, near: int) -> list[int]:
    """Where the text has the words: behind ``near``, or else at all. ValueError where it has them nowhere."""
    start = text.find(words, near)
    if start < 0:
        start = text.index(words)
    return [start, start + len(words)]


def stripped(row: dict) -> dict:
    """A coded article without its text: strings of the text become ``[start, end]``."""
    text = row["text"]
    out: dict = {"id": row["id"], "sha256": digest(text), "claims": [], "tallies": []}
    for kind in ("claims", "tallies"):
        for claim in row.get(kind) or []:
            start = text.index(claim["quote"])
            told = {key: value for key, value in claim.items() if value != USUAL[kind].get(key, key)}
            coded = {key: _placed(key, value, text, start) for key, value in told.items()}
            if "event" in coded:
                coded["event"] = coded["event"].removeprefix(row["id"] + "/")
            out[kind].append(coded)
    return out


def _placed(key: str, value: Any, text: str, near: int) -> Any:
    if value is None:
        return None
    if key in {"quote", "trigger", "what", "of", "text"} and isinstance(value, str):
        return place_of(value, text, near)
    if key == "weapons" and isinstance(value, list):
        return [place_of(word, text, near) for word in value]
    if key == "figures" and isinstance(value, list):
        return [one | {"of": _placed("of", one["of"], text, near)} for one in value]
    if isinstance(value, dict):
        return {name: _placed(name, inner, text, near) for name, inner in value.items()}
    if isinstance(value, list):
        return [_placed(key, inner, text, near) for inner in value]
    return value


def _read(value: Any, text: str) -> Any:
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(one, int) for one in value):
            return text[value[0] : value[1]]
        return [_read(one, text) for one in value]
    if isinstance(value, dict):
        return {name: _read(inner, text) for name, inner in value.items()}
    return value


def joined(codes: list[dict], articles: list[dict]) -> list[dict]:
    """Coded articles again, as gold has them. ValueError names the article whose text is missing or another one."""
    known = {row["id"]: row for row in articles}
    out = []
    for row in codes:
        one = known.get(row["id"])
        if one is None or digest(one["text"]) != row["sha256"]:
            raise ValueError(f"{row['id']}: its text is {'missing' if one is None else 'not the one that was coded'}")
        read = {kind: [usual | _read(coded, one["text"]) for coded in row[kind]] for kind, usual in USUAL.items()}
        for claim in read["claims"]:
            claim["event"] = f"{row['id']}/{claim['event']}"
        out.append({key: one.get(key) for key in ARTICLE} | {"collection": row["id"]} | read)
    return out


def rows_of(path: str | Path) -> list[dict]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def write(path: str | Path, rows: list[dict]) -> None:
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    Path(path).write_text("".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["strip", "join"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("-o", "--out", required=True)
    options = parser.parse_args()
    if options.what == "strip":
        found = [stripped(row) for path in options.files for row in rows_of(path)]
    else:
        found = joined(*(rows_of(path) for path in options.files))
    write(options.out, found)


if __name__ == "__main__":
    main()
