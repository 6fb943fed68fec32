"""Which group a bare kind of group stands for: the one that the article named before (التنظيم المتطرف after a mention
of it by name, الجماعة after الحوثيين)."""

from __future__ import annotations

from typing import Any, Final

from khabar.mentions.head_entries import first_words
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_KINDS: Final = frozenset(("armed-group", "party"))
_LOOSE: Final = frozenset(("weak", "adj"))
"""Readings that name no group by themselves."""
_OTHERS: Final = "group."
"""Ids of actors that fight, whatever their kind (a state's own militia)."""
_ANY: Final = frozenset("تنظيم جماعة مليشيا ميليشيا فصيل".split())
"""Kinds that every group may be called by."""
HEADS: Final = _ANY | {"حركة", "حزب"}
_NATURES: Final = frozenset(
    "متطرف متطرفة متشدد متشددة ارهابي ارهابية جهادي جهادية تكفيري تكفيرية متمرد متمردة انفصالي انفصالية مسلح مسلحة "
    "اسلامي اسلامية اسلاموي اسلاموية شيعي شيعية سني سنية محظور محظورة يميني يمينية يساري يسارية ماركسي ماركسية "
    "ماوي ماوية سلفي سلفية دموي دموية كردي كردية مذكور مذكورة نفسه نفسها".split()
)
"""What such a group is like, by which it is not told from others."""


class GroupsBefore:
    """The groups that an article names, in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._named: list[Phrase] = []

    def add(self, phrase: Phrase) -> None:
        """Note the groups that a mention names, itself or inside it (مسلحون من حركة الشباب)."""
        kind = phrase.kind
        if kind == "place" or kind == "state" or kind == "adjective":
            return
        known = kind in _KINDS
        if known and phrase.entry is not None and phrase.name[0] == phrase.first:
            if not self.bare(phrase):
                self._named.append(phrase)
            return
        inside = False
        for at in range(phrase.first, phrase.last + 1):
            marks = self.r.lex[at]
            found = marks.get("actor") if marks else None
            if (
                found is not None
                and found.last <= phrase.last
                and found.tag not in _LOOSE
                and self._fights(found.entry)
            ):
                named = Phrase(found.first, found.last, found.entry.kind)
                named.entry, named.country = found.entry, found.entry.country
                self._named.append(named)
                inside = True
        if known and not inside and phrase.name_length and not self.bare(phrase):
            self._named.append(phrase)

    def _fights(self, entry: Any) -> bool:
        return entry.kind in _KINDS or (entry.kind == "military" and entry.id.startswith(_OTHERS))

    def bare(self, phrase: Phrase) -> bool:
        """A kind of group with the article and nothing that tells it apart but a nationality."""
        head, lex = self.r.words[phrase.first], self.r.lex
        if not head.det or head.core not in HEADS:
            return False
        known = lex[phrase.first].get("actor")
        if known is not None and known.tag not in _LOOSE:
            return False
        for at in range(phrase.first + 1, phrase.last + 1):
            word = self.r.words[at]
            state = lex[at].get("country")
            nation = state is not None and state.tag == "adj"
            if not nation and word.core not in _NATURES and word.form not in _NATURES:
                return False
        return True

    def meant(self, phrase: Phrase) -> Phrase | None:
        """The group of that kind named last before a bare kind of group, or None."""
        if not self._named or not self.bare(phrase):
            return None
        head = self.r.words[phrase.first].core
        nearest: Phrase | None = None
        for other in reversed(self._named):
            if other.first >= phrase.first:
                continue
            if phrase.country and other.country and phrase.country != other.country:
                continue
            if self._called(other, head):
                return other
            if nearest is None and other.kind != "party":
                nearest = other
        return nearest if head in _ANY else None

    def _called(self, group: Phrase, head: str) -> bool:
        """The group goes by that word in one of its names."""
        if self.r.words[group.first].core == head:
            return True
        return hasattr(group.entry, "names") and head in first_words(tuple(group.entry.names))
