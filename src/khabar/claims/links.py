"""The transmitters of a report as the isnad gives them: name, kind, state."""

from __future__ import annotations

from typing import Final

from khabar.claims.kinds import BODIES, PUBLISHERS
from khabar.mentions.names import Named, Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.model import Link

_FROM: Final = frozenset(("في", "ب", "من", "لدى", "داخل"))
_SOURCES: Final = frozenset(("unnamed", "official", "military"))
_OFFICES: Final = frozenset(("مكتب", "ديوان"))
"""Bodies named by the one whose they are (مكتب رئيس الوزراء فلان)."""
_GROUPS: Final = frozenset(("كتائب", "سرايا"))
_LINK_KINDS: Final = {
    "person": "official",
    "people": "unnamed",
    "state": "government",
    "government": "government",
    "military": "military",
    "armed-group": "armed-group",
    "agency": "agency",
    "outlet": "media",
    "media": "media",
    "organisation": "organisation",
    "alliance": "organisation",
    "party": "organisation",
    "company": "organisation",
    "machine": "military",
    "thing": "unnamed",
    "place": "unnamed",
    "official": "official",
}
"""Kind of a link by the kind of its phrase, where that has no role."""


class Transmitters:
    """Names those that tell: known bodies as this sentence writes them, publishers by the name in quotes, sources with
    the body they speak from."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names

    def named(self, phrase: Phrase) -> Named:
        """Text, state and id of a link."""
        found = self.names.resolve(phrase)
        first, last = phrase.name
        known = phrase.entry is not None and hasattr(phrase.entry, "names")
        if known and phrase.kind != "person" and phrase.owner is None:
            found = self._renamed(found, self.r.bare(first, last)[2])
        if phrase.name[0] > phrase.first and self.r.words[phrase.first].core in _OFFICES:
            return self._renamed(found, self.r.bare(phrase.first, self._before_name(phrase))[2])
        full = self.names.antecedent(phrase) or phrase
        if phrase.kind in PUBLISHERS or phrase.role in PUBLISHERS:
            title = self._title(*full.name) if full is not phrase or not known else self._title(first, last)
            return self._renamed(found, title) if title else found
        if full.kind in {"people", "person"} and full.role in _SOURCES and full.name[0] == full.first:
            body = self._body(full)
            if body is not None:
                return self._renamed(found, self.r.bare(full.name[0], body.last)[2])
        return found

    def link(self, phrase: Phrase) -> Link:
        """A transmitter as the isnad keeps it."""
        named = self.named(phrase)
        kind = phrase.role or _LINK_KINDS.get(phrase.kind, "unnamed")
        if kind == "military" and self._of_a_group(phrase):
            kind = "armed-group"
        return Link(text=named.text, kind=kind, start=named.start, end=named.end, actor=named.actor)

    def _of_a_group(self, phrase: Phrase) -> bool:
        """Battalions with a name of their own and no state (كتائب نسور البادية)."""
        named = phrase.last > phrase.first and phrase.country is None
        return named and self.r.words[phrase.first].core in _GROUPS and not self.r.words[phrase.first].det

    def _before_name(self, phrase: Phrase) -> int:
        """The last word of an office before the name of whose it is."""
        last = phrase.name[0] - 1
        while last > phrase.first and not self.r.forms[last].isalpha():
            last -= 1
        return last

    def _renamed(self, named: Named, text: str) -> Named:
        return Named(text, named.country, named.actor, named.start, named.end)

    def _title(self, first: int, last: int) -> str:
        """What stands in quotes in the name of a publisher (وكالة الأنباء "كذا")."""
        forms = self.r.forms
        opens = next((at for at in range(first, last + 1) if forms[at] in QUOTES_OPEN), None)
        if opens is None or opens >= last:
            return ""
        closes = next((at for at in range(opens + 1, last + 1) if forms[at] in QUOTES_CLOSE), last + 1)
        return self.r.bare(opens + 1, closes - 1)[2].strip('"“”«»')

    def _body(self, source: Phrase) -> Phrase | None:
        """The body that an unnamed source speaks from (مصادر في وزارة الداخلية)."""
        after = source.last + 1
        row = self.phrases[self.r.sentence_at[source.first]]
        alone = source.first == source.last
        return next(
            (
                one
                for one in row
                if one.prep in _FROM
                and one.first - after == (self.r.forms[after : after + 1] == [one.prep])
                and (one.kind in BODIES or one.role in BODIES or (alone and one.kind == "thing" and one.definite))
            ),
            None,
        )
