"""From a model's labels to names: windows of text, tags joined to spans, their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.errors import KhabarError
from khabar.extractors.tagging.runtime import Runtime, Scored

KINDS = ("person", "body", "place")
_USUAL = {
    "person": ("PER", "PERS", "PERSON"),
    "body": ("ORG", "ORGANIZATION", "ORGANISATION", "NORP", "GROUP"),
    "place": ("LOC", "LOCATION", "GPE", "FAC", "PLACE"),
}
WINDOW = 1200
"""Code points of a stretch of text: some 300 to 500 tokens of Arabic."""


class Name(NamedTuple):
    """A name in the text: its span in code points, its kind (one of :data:`KINDS`), the model's label and its mean
    probability."""

    start: int
    end: int
    kind: str
    label: str
    score: float


def kinds_of(labels: Sequence[str], given: str) -> dict[str, str]:
    """What the model's labels (``B-PER``, ``I-LOC``, ``ORG``) mean; ``given`` (``PER=person``) comes before their usual
    sense. KhabarError where none means a name."""
    asked: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in given.split(","))):
        label, _, kind = part.partition("=")
        if kind.strip() not in KINDS:
            raise KhabarError(f"labels={part} is no meaning; write LABEL=person, LABEL=body or LABEL=place")
        asked[label.strip().upper()] = kind.strip()
    known = {label: kind for kind, labels_of in _USUAL.items() for label in labels_of} | asked
    found = {bare(label): known[bare(label)] for label in labels if bare(label) in known}
    if not found:
        raise KhabarError(
            f"none of the model's labels ({', '.join(labels[:9])}) is known; say what they mean: --set labels=X=person"
        )
    return found


def bare(label: str) -> str:
    """A label without its place in the name (B-, I-, E-, S-, L-, U-), upper case."""
    head, dash, rest = label.partition("-")
    return (rest if dash and head.upper() in {"B", "I", "E", "S", "L", "U"} else label).upper()


def windows(text: str, runtime: Runtime, start: int = 0, most: int = WINDOW) -> Iterator[tuple[int, str]]:
    """``text`` in stretches that the model can read at once, cut after paragraphs, sentences or words, each with its
    offset."""
    at = 0
    while at < len(text):
        end = _cut(text, at, most)
        piece = text[at:end]
        if piece.strip():
            if len(piece) > 8 and runtime.length(piece) > runtime.longest:
                yield from windows(piece, runtime, start + at, max(8, len(piece) // 2))
            else:
                yield start + at, piece
        at = end


def _cut(text: str, at: int, most: int) -> int:
    if len(text) - at <= most:
        return len(text)
    for mark in ("\n", ". ", "، ", " "):
        found = text.rfind(mark, at + most // 2, at + most)
        if found >= 0:
            return found + len(mark)
    return at + most


def names_in(scored: Scored, text: str, labels: Sequence[str], kinds: dict[str, str], least: float) -> list[Name]:
    """Names of one stretch. A word is what its first token is; words of one label that follow each other, the later
    ones not begun anew, are one name."""
    found: list[Name] = []
    held: list[tuple[int, int, str, float]] = []

    def close() -> None:
        if held:
            score = sum(part[3] for part in held) / len(held)
            if score >= least:
                label = held[0][2]
                found.append(Name(held[0][0], held[-1][1], kinds[label], label, round(score, 4)))
        held.clear()

    for start, end, label, probability in _words(scored, text, labels):
        plain = bare(label)
        if plain not in kinds:
            close()
            continue
        begins = label[:2].upper() in {"B-", "S-", "U-"}
        if held and (begins or held[-1][2] != plain or text[held[-1][1] : start].strip()):
            close()
        held.append((start, end, plain, probability))
    close()
    return found


def _words(scored: Scored, text: str, labels: Sequence[str]) -> Iterator[tuple[int, int, str, float]]:
    """Words with the label of their first token and its probability."""
    word: tuple[int, int, str, float] | None = None
    best = scored.probabilities.argmax(axis=-1)
    for n, (start, end) in enumerate(scored.spans):
        if start == end:
            continue
        if word is not None and start == word[1] and text[start - 1].isalnum() and text[start].isalnum():
            word = (word[0], end, word[2], word[3])
            continue
        if word is not None:
            yield word
        word = (start, end, labels[best[n]], float(scored.probabilities[n, best[n]]))
    if word is not None:
        yield word
