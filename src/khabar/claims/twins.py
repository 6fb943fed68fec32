"""Two words for one deed: a word and the noun or verb beside it that repeats it, setting out and the visit there."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import Aftermath
from khabar.claims.candidates import Candidate
from khabar.claims.kinds import VERBAL_TYPES
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_LEADING: Final = frozenset(("من", "في", "الى", "على"))
"""Prepositions between the two words of one deed (جولة من المباحثات)."""
_VISITS: Final = frozenset(("زيارة", "جولة"))
_JOURNEY: Final = 22
"""Tokens after a word of going somewhere within which the visit is named."""


class Twins:
    """Finds the words of a reading that another word repeats."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]], aftermath: Aftermath) -> None:
        self.r = reading
        self._aftermath = aftermath
        self._twins = self._pairs(groups) | self._visits(groups)

    def of(self, candidate: Candidate) -> list[Candidate] | None:
        """The readings of the word right after it that names the same deed (خرجت مظاهرة, جولة من المباحثات, تدين
        وتستنكر)."""
        return self._twins.get(candidate.first)

    def visiting(self, candidate: Candidate) -> bool:
        """The verb of visiting itself: it says more than the noun behind it (زار بغداد في زيارة هي الأولى)."""
        return candidate.pos == "v" and candidate.id == "consult.visit"

    def _pairs(self, groups: list[list[Candidate]]) -> dict[int, list[Candidate]]:
        """Pairs of one type but attack, word by word: the second as the object, subject or genitive of the first, or
        a second verb of saying or noun of a stance (استنكارهم وشجبهم للهجوم)."""
        found: dict[int, list[Candidate]] = {}
        for number in range(1, len(groups)):
            former, latter = groups[number - 1], groups[number]
            first, last = former[0], latter[0]
            if first.sentence != last.sentence or last.first - first.last > 2:
                continue
            kinds = _shared(former, latter)
            low, high = first.last + 1, last.first
            if not kinds:
                continue
            if any(self.r.forms[at] not in _LEADING and self.r.words[at].func for at in range(low, high)):
                continue
            if any(
                self.r.forms[at] in PUNCTUATION or self.r.acts[at] or self.r.words[at].pro for at in range(low, high)
            ):
                continue
            purpose = last.type == "AID" and self.r.words[last.first].pro == "ل"  # مستشفى ميداني لعلاج الجرحى
            if purpose and first.pos == last.pos:
                continue
            joined = self.r.words[last.first].pro[:1] in {"و", "ف"}
            voiced = self.r.words[first.first].enc != "" and self.r.words[last.first].enc != ""
            same = first.pos == last.pos == "v" or (first.pos == "n" and voiced)
            if not joined or (VERBAL_TYPES.issuperset(kinds) and same and low >= high):
                found[first.first] = latter
        return found

    def _visits(self, groups: list[list[Candidate]]) -> dict[int, list[Candidate]]:
        """Verbs and nouns of going somewhere, with the visit they are part of (وصل إلى بغداد في أول زيارة)."""
        found: dict[int, list[Candidate]] = {}
        going: list[Candidate] | None = None
        for group in groups:
            if not any(one.mode == "visit" for one in group):
                continue
            at = group[0].first
            if going is not None and self.r.words[at].core in _VISITS and "في" in self.r.forms[at - 2 : at]:
                near = going[0].sentence == group[0].sentence and at - going[0].last <= _JOURNEY
                if near and self._aftermath.one_clause(going[0].last, at):
                    found[going[0].first] = group
            going = group
        return found


def _shared(former: list[Candidate], latter: list[Candidate]) -> list[str]:
    """The types but attack that two words have in common."""
    kinds: list[str] = []
    for one in former:
        kind = one.type
        if kind != "ASSAULT" and any(other.type == kind for other in latter):
            kinds.append(kind)
    return kinds
