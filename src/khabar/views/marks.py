"""Where the parts of a claim stand in its sentence, so that they can be shown marked."""

from __future__ import annotations

import re

from khabar.model import Claim, Record, Span
from khabar.text import unwrapped
from khabar.text.sentences import SENTENCE_END

_BREAK = re.compile(r"[\r\n]")
_LONGEST = 500


class Mark(Record, frozen=True, kw_only=True):
    """``start`` and ``end`` in code points of the sentence shown; ``role``: trigger, actor, target, place, figure
    or source."""

    start: int
    end: int
    role: str


class Sentence(Record, frozen=True, kw_only=True):
    """A claim's evidence as written, with its parts marked; marks are in order and do not overlap."""

    text: str
    start: int
    marks: tuple[Mark, ...]


def sentence_of(claim: Claim, text: str) -> Sentence:
    """The sentence that holds the evidence of ``claim``, cut out of its article's ``text``; its quote without a text.

    Parts whose place in the text is unknown are looked for by their words. Where parts overlap the trigger comes first,
    then the shorter one, so that nothing hides the word that names the event.
    """
    start, end = sentence_around(text, claim.evidence) if text else (0, 0)
    shown = _BREAK.sub(" ", text[start:end])
    if not shown.strip():
        shown, start = claim.quote, claim.evidence.start
    found: list[Mark] = []
    for role, words, at, until in _parts(claim):
        if at is None or until is None:
            at = shown.find(words)
            until = at + len(words)
        else:
            at, until = at - start, until - start
        if 0 <= at < until <= len(shown):
            found.append(Mark(start=at, end=until, role=role))
    return Sentence(text=shown, start=start, marks=_without_overlaps(found))


def sentence_around(text: str, evidence: Span) -> tuple[int, int]:
    """From the sentence end before ``evidence`` to the one after it, at most :data:`_LONGEST` code points away; lines
    broken at a width go on."""
    text = unwrapped(text)
    floor, ceiling = max(0, evidence.start - _LONGEST), min(len(text), evidence.end + _LONGEST)
    before = list(SENTENCE_END.finditer(text, floor, evidence.start))
    start = before[-1].end() if before else floor
    after = SENTENCE_END.search(text, max(evidence.start, evidence.end - 1), ceiling)
    end = after.end() if after else ceiling
    found = text[start:end]
    return start + len(found) - len(found.lstrip()), start + len(found.rstrip())


def _parts(claim: Claim) -> list[tuple[str, str, int | None, int | None]]:
    parts: list[tuple[str, str, int | None, int | None]] = [
        ("trigger", claim.trigger.text, claim.trigger.start, claim.trigger.end)
    ]
    parts += [("actor", party.text, party.start, party.end) for party in claim.actors]
    parts += [("target", party.text, party.start, party.end) for party in claim.targets]
    if claim.place:
        parts.append(("place", claim.place.text, claim.place.start, claim.place.end))
    parts += [("figure", "", figure.start, figure.end) for figure in claim.figures]
    parts += [("source", link.text, link.start, link.end) for link in claim.isnad]
    return parts


def _without_overlaps(found: list[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.role != "trigger", mark.end - mark.start, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.start))
