"""What stands inside a name known in full: full stops, times and numbers there are letters of the name (بي.بي.سي، باب
الهوى, whose first word could be "in August", صحيفة رأي اليوم، فريق 14 آذار)."""

from __future__ import annotations

from khabar.lexicon.found import Mark, is_name, within_names
from khabar.lexicon.marks import Marks
from khabar.lexicon.senses import PROPER
from khabar.mentions.place_heads import PLACE_HEADS


def in_names(marks: Marks) -> frozenset[int]:
    """Tokens of actors' and places' names of more than one word."""
    return within_names(_names(marks))


def only_named(marks: Marks, held: frozenset[int], covered: dict[int, int]) -> set[int]:
    """Which spans are no more than words of a name. ``held``: tokens of names; ``covered``: token to index of the span
    that covers it, of times or of numbers. A name that is a date as it stands is one, unless what it names is told
    before it."""
    found: set[int] = set()
    if held.isdisjoint(covered):
        return found
    for name in _names(marks):
        inside = {covered[at] for at in range(name.first, name.last + 1) if at in covered}
        if inside and _is_name(marks, name, covered):
            found |= inside
    if found:  # a span that goes on outside the name is one of its own
        found -= {index for at, index in covered.items() if at not in held}
    return found


def _names(marks: Marks) -> list[Mark]:
    return [found for kind in ("actor", "place") for found in marks.of(kind) if is_name(found)]


def _is_name(marks: Marks, name: Mark, covered: dict[int, int]) -> bool:
    words, first = marks.words, name.first
    if name.kind == "place":
        headed = first > 0 and words[first - 1].core in PLACE_HEADS
        return headed or any(at not in covered for at in range(first, name.last + 1))
    place = any(sense.kind in PROPER and sense.kind != "actor" for sense in words[first].marks)
    return first not in covered and not place
