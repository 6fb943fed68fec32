"""A noun phrase as the mentions layer finds it and the claims layer passes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from khabar.mentions.names import Named

ISSUERS: Final = frozenset(("military", "government", "armed-group", "organisation", "alliance", "party", "person"))
"""Kinds of phrases that issue statements."""


class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (inclusive), its ``head``, the tokens that name it (``name``), its
    ``kind`` (an actor kind, ``person``, ``people``, ``machine``, ``place``, ``adjective`` or ``thing``) and what is
    known of it. ``owner``: whose it is (قواته, مواقع تستخدمها فصائل); ``holds``: it was only named as such an owner;
    ``body``: for whom a spokesman speaks; ``backer``: who stands behind it or is named in it; ``held``: it stands for
    what belongs to it (مواقع للحوثيين); ``apposed``: first token of the title behind a name, or -1; ``holding``: that
    of what such a phrase holds and is named with (حاجز للجيش), or -1; ``named``: what it names, once
    :class:`khabar.mentions.names.Names` was asked; ``facts``: what :mod:`khabar.claims.roles` keeps with it."""

    __slots__ = (
        "agent",
        "apposed",
        "backer",
        "body",
        "coord",
        "country",
        "definite",
        "entry",
        "facts",
        "first",
        "head",
        "held",
        "holding",
        "holds",
        "indirect",
        "kind",
        "last",
        "machine",
        "name",
        "named",
        "number",
        "owner",
        "place",
        "prep",
        "role",
        "source",
    )

    def __init__(self, first: int, last: int, kind: str) -> None:
        self.first = first
        self.last = last
        self.head = first
        self.name = (first, last)
        self.kind = kind
        self.role = ""
        self.country: str | None = None
        self.entry: Any = None
        self.place: Any = None
        self.source = False
        self.machine = False
        self.definite = False
        self.number = "s"
        self.prep = ""
        self.agent = False
        self.coord: Phrase | None = None
        self.indirect = False
        self.owner: Phrase | None = None
        self.body: Phrase | None = None
        self.backer: Phrase | None = None
        self.holds = False
        self.held = False
        self.apposed = -1
        self.holding = -1
        self.named: Named | None = None
        self.facts: Any = None

    def bear_name(self, first: int, last: int) -> None:
        """It is somebody by the name of these tokens."""
        self.kind, self.name = "person", (first, last)
        self.definite = self.source = True

    @property
    def name_length(self) -> int:
        """Words of the name behind its first."""
        return self.name[1] - self.name[0]

    @property
    def root(self) -> Phrase:
        """The first of the phrases that و ties it to."""
        found = self
        while found.coord is not None:
            found = found.coord
        return found

    def __repr__(self) -> str:
        return f"Phrase({self.first}-{self.last} {self.kind} {self.country} name={self.name} prep={self.prep!r})"


ByPhrase = dict[Phrase, str]
"""What is known of some phrases, each a key by what it is: quicker than its ``id``, for which a number is made."""
