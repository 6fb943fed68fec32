"""Which words of a sentence tell one event: what somebody suffered and the attack behind it, an attack and its verb."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RELATIVE, RESULT, THAT
from khabar.mentions.reading import Reading

_REPELS: Final = frozenset(("assault.repel", "assault.rout", "assault.intercept", "assault.down.repel"))
"""Entries whose object is the attack that they beat off."""
_ENDS: Final = frozenset(".!؟?\n؛:")
_PAUSES: Final = frozenset("،,")
_REACH: Final = 22
"""Tokens after what somebody suffered within which the attack behind it is named."""


def suffers(candidate: Candidate) -> bool:
    """It tells what befell somebody (قتل, أصيب, لقي مصرعه), not who did it."""
    return candidate.frame == "undergo" or candidate.passive


class Ties:
    """The candidates of a reading as they hang together. ``sufferer``: first token of an attack to the word that tells
    what somebody suffered by it."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]]) -> None:
        self.r = reading
        attacks = [group for group in groups if any(one.entry.type == "ASSAULT" for one in group)]
        self._suffering = {group[0].first for group in attacks if any(suffers(one) for one in group)}
        self._suffering |= {found.first for found in reading.marks.of("figure")}
        self._behind: dict[int, list[Candidate]] = {}
        self.sufferer: dict[int, Candidate] = {}
        for index, group in enumerate(attacks):
            sufferer = next((one for one in group if one.entry.type == "ASSAULT" and suffers(one)), None)
            if sufferer is None:
                continue
            for other in attacks[index + 1 :]:
                if other[0].sentence != group[0].sentence or other[0].first - group[0].last > _REACH:
                    break
                deed = next((one for one in other if one.entry.type == "ASSAULT" and not one.alone), None)
                if deed is not None and not suffers(deed) and self._caused(group[0].last, deed):
                    self._behind[group[0].first] = other
                    self.sufferer.setdefault(other[0].first, sufferer)
                    break

    def behind(self, candidate: Candidate) -> list[Candidate] | None:
        """The readings of the attack behind what somebody suffered (قتل ثلاثة في غارة), if it follows in the clause."""
        return self._behind.get(candidate.first) if candidate.entry.type == "ASSAULT" and suffers(candidate) else None

    def of(self, candidate: Candidate, last: Candidate | None) -> str:
        """How it hangs on the ``last`` claim of its type before it in the sentence: ``cause`` of what befell somebody,
        ``result`` (الغارة أسفرت عن مقتل), ``subject`` (استهدف قصف), ``predicate`` (الضربات استهدفت), ``object`` (صدت
        هجوما), or empty."""
        if last is None:
            return ""
        first, words, forms = candidate.first, self.r.words, self.r.forms
        between = range(last.last + 1, first)
        if last.pos == "v" and candidate.pos == "n" and not between:
            return "subject"
        if any(forms[at] in _ENDS for at in between):
            return ""
        if suffers(last):
            return "cause" if not suffers(candidate) and self._caused(last.last, candidate) else ""
        if suffers(candidate) and any(words[at].core in RESULT for at in range(last.last + 1, first + 1)):
            return "result"
        if not self._one_clause(last.last, first):
            return ""
        if candidate.pos == "n":
            if "ب" in words[first].pro:
                return "means"
            if last.entry.id in _REPELS:
                return "repelled"
            joined = words[first].pro[:1] in {"و", "ف"}
            return ("object" if last.pos == "v" else "noun") if not joined else ""
        follows = words[first].pro[:1] not in {"و", "ف"} and not any(forms[at] in _PAUSES for at in between)
        return "predicate" if last.pos == "n" and (follows or forms[first - 1] in RELATIVE) else ""

    def _one_clause(self, last: int, first: int) -> bool:
        """No other verb, complementizer or end stands between two tokens; verbs of suffering are passed over."""
        for at in range(last + 1, first):
            if self.r.forms[at] in _ENDS or self.r.forms[at] in THAT:
                return False
            if self.r.acts[at] and at not in self._suffering:
                return False
        return True

    def _caused(self, last: int, deed: Candidate) -> bool:
        """A preposition of cause leads from what somebody suffered to the deed."""
        first, words, forms = deed.first, self.r.words, self.r.forms
        if deed.pos != "n" or not self._one_clause(last, first):
            return False
        near = range(max(last + 1, first - 3), first)
        return "ب" in words[first].pro or any(forms[at] in OF_CAUSE or "ب" in words[at].pro for at in near)
