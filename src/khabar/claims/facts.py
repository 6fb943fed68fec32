"""What holds of a phrase as an option, whatever the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.claims.agreement import feminine
from khabar.claims.templates import number
from khabar.mentions.phrase import Phrase

if TYPE_CHECKING:
    from mypy_extensions import i64


def _key(flags: i64, kind: i64, role: i64, led: i64) -> i64:
    return flags | kind << 5 | role << 21 | led << 37


class Facts:
    """What holds of a phrase for every trigger: fields of its options, ``feminine``: how it agrees, ``led``: the number
    of its preposition, ``sort``: that of its kind, ``looks``: a number that stands for all fields of few values."""

    __slots__ = (
        "definite", "entry", "feminine", "head", "kind", "lead", "led", "looks", "noun", "placed", "prep", "role",
        "sort", "stated", "strong", "tied",
    )  # fmt: skip

    def __init__(self, phrase: Phrase, core: str, lead: str) -> None:
        kind = phrase.kind
        self.prep = "by" if phrase.agent else phrase.prep or phrase.root.prep
        self.feminine = feminine(core, phrase) or (phrase.number == "p" and kind == "machine")
        self.kind = kind
        self.head = core
        self.lead = lead
        self.entry = phrase.entry.id if phrase.entry is not None else kind
        thing = kind == "thing"
        self.noun = core if thing or kind == "people" or kind == "machine" else kind
        self.strong = not (thing or kind == "place" or kind == "adjective")
        self.role = phrase.role
        self.definite = phrase.definite
        self.placed = phrase.place is not None
        self.tied = phrase.coord is not None
        self.stated = phrase.country is not None
        flags = self.strong | self.definite << 1 | self.placed << 2 | self.tied << 3 | self.stated << 4
        self.led = number(self.prep)
        self.sort = number(kind)
        self.looks = _key(flags, self.sort, number(self.role), self.led)
