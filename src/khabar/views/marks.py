"""Where the parts of a claim stand in its sentence, so that they can be shown marked."""

from __future__ import annotations

from khabar.model import Claim, Record


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
    """The sentence that ``claim`` rests on, cut out of its article's ``text``; its quote where the text is not at
    hand.

    Parts whose place in the text is unknown are looked for by their words. Where parts overlap the trigger comes
    first, then the shorter one, so that nothing hides the word that names the event.
    """
    shown = claim.evidence.of(text) or claim.quote
    start = claim.evidence.start
    found: list[Mark] = []
    for role, words, at, end in _parts(claim):
        if at is None or end is None:
            at = shown.find(words)
            end = at + len(words)
        else:
            at, end = at - start, end - start
        if 0 <= at < end <= len(shown):
            found.append(Mark(start=at, end=end, role=role))
    return Sentence(text=shown, start=start, marks=_without_overlaps(found))


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
