"""Which words of a sentence tell one event: what somebody suffered and the attack behind it, an attack and its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RELATIVE, RESULT, THAT
from khabar.mentions.reading import Reading

_REPELS: Final = frozenset(("assault.repel", "assault.rout", "assault.intercept", "assault.down.repel"))
"""Entries whose object is the attack that they beat off."""
ENDS: Final = frozenset(".!؟?\n؛:")
_RESULTS: Final = RESULT - {"سقط", "سقوط", "مقتل"}
"""Verbs and participles of result; the rest of them are words of loss themselves."""
_BREATH: Final = 14
"""Tokens between two losses that are told in one breath."""
_ALSO: Final = frozenset(("فيما", "بينما", "كما"))
_PAUSES: Final = frozenset("،,")
_ACCUSING: Final = frozenset(("accuse.accuse", "accuse.accusing", "accuse.accusing-f"))
"""Entries of the word "accuse" itself."""
_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "AID", "MOBILIZE"))
"""Types that an accusation lays at somebody's door as events."""
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
        self._charges = self._accusations(groups)
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
        self._share(attacks)
        self._outcomes(attacks)

    def _outcomes(self, attacks: list[list[Candidate]]) -> None:
        """What an attack told before it resulted in (أسفرت الغارة عن مقتل ضابط) tells who suffered by it."""
        for former, latter in pairwise(attacks):
            outcome = next((one for one in latter if self.standing(one) == "outcome"), None)
            near = former[0].sentence == latter[0].sentence and latter[0].first - former[0].last <= _REACH
            if outcome is not None and near and not any(suffers(one) for one in former):
                self.sufferer.setdefault(former[0].first, outcome)

    def _share(self, attacks: list[list[Candidate]]) -> None:
        """Losses told in one breath (لقي ستة حتفهم فيما أصيب سبعة في انفجار) have one attack behind them."""
        told = [group for group in attacks if any(one.entry.type == "ASSAULT" and not one.alone for one in group)]
        for former, latter in zip(reversed(told[:-1]), reversed(told[1:]), strict=True):
            first, last = former[0].first, latter[0].first
            if first in self._behind or last not in self._behind or former[0].sentence != latter[0].sentence:
                continue
            joined = self.r.words[last].pro[:1] == "و" or self.r.forms[last - 1] in _ALSO
            if joined and any(suffers(one) for one in former) and last - former[0].last <= _BREATH:
                self._behind[first] = self._behind[last]

    def behind(self, candidate: Candidate) -> list[Candidate] | None:
        """The readings of the attack behind what somebody suffered (قتل ثلاثة في غارة), if it follows in the clause."""
        return self._behind.get(candidate.first) if candidate.entry.type == "ASSAULT" and suffers(candidate) else None

    def standing(self, candidate: Candidate) -> str:
        """How what somebody suffered stands in its clause: the ``outcome`` of what a verb of result tells (أسفرت عن
        مقتل), ``caused`` by an attack told after it, or ``free``; empty for any other word."""
        if candidate.entry.type != "ASSAULT" or not suffers(candidate):
            return ""
        start = self.r.sentences[candidate.sentence].first
        for at in range(candidate.first - 1, max(start, candidate.first - 6) - 1, -1):
            if self.r.words[at].core in _RESULTS:
                return "outcome"
            if self.r.forms[at] in ENDS:
                break
        return "caused" if candidate.first in self._behind else "free"

    def charge(self, candidate: Candidate) -> list[Candidate] | None:
        """The readings of the deed that somebody is accused of (اتهم جارته بدعم المتمردين): that is the event."""
        return self._charges.get(candidate.first) if candidate.entry.id in _ACCUSING else None

    def _accusations(self, groups: list[list[Candidate]]) -> dict[int, list[Candidate]]:
        found: dict[int, list[Candidate]] = {}
        for index, group in enumerate(groups):
            if not any(one.entry.id in _ACCUSING for one in group):
                continue
            for other in groups[index + 1 :]:
                first = other[0].first
                if other[0].sentence != group[0].sentence or first - group[0].last > _REACH:
                    break
                deed = any(one.pos == "n" and not one.alone and one.entry.type in _DEEDS for one in other)
                if deed and "ب" in self.r.words[first].pro and self._one_clause(group[0].last, first):
                    found[group[0].first] = other
                    break
        return found

    def of(self, candidate: Candidate, last: Candidate | None) -> str:
        """How it hangs on the ``last`` claim of its type before it in the sentence: ``cause`` of what befell somebody,
        ``result`` (الغارة أسفرت عن مقتل), ``subject`` (استهدف قصف), ``predicate`` (الضربات استهدفت), ``object`` (صدت
        هجوما), ``also`` (فيما قتل ثلاثة), ``again`` (وأسفر التفجير), ``apposed`` (، في هجوم), or empty."""
        if last is None:
            return ""
        first, words, forms = candidate.first, self.r.words, self.r.forms
        between = range(last.last + 1, first)
        if last.pos == "v" and candidate.pos == "n" and not between:
            return "subject"
        if any(forms[at] in ENDS for at in between):
            return ""
        if suffers(candidate) and candidate.pos == "v" and forms[first - 1] in _ALSO:
            return "also"
        if suffers(last):
            return "cause" if not suffers(candidate) and self._caused(last.last, candidate) else ""
        if candidate.pos == "n" and words[first].det and words[first - 1].core in _RESULTS:
            return "again"
        if forms[first - 2 : first] == ["،", "في"] and not words[first].det and not suffers(candidate):
            return "apposed"
        if suffers(candidate) and any(words[at].core in RESULT for at in range(last.last + 1, first + 1)):
            return "result"
        if not self._one_clause(last.last, first):
            return ""
        if candidate.pos == "n":
            if "ب" in words[first].pro:
                return "" if any(at in self._suffering for at in between) else "means"
            if last.entry.id in _REPELS:
                return "repelled"
            joined = words[first].pro[:1] in {"و", "ف"}
            if joined:
                return ""
            return "noun" if last.pos != "v" else "object" if not self.r.prep(first) else ""
        follows = words[first].pro[:1] not in {"و", "ف"} and not any(forms[at] in _PAUSES for at in between)
        return "predicate" if last.pos == "n" and (follows or forms[first - 1] in RELATIVE) else ""

    def _one_clause(self, last: int, first: int) -> bool:
        """No other verb, complementizer or end stands between two tokens; verbs of suffering are passed over."""
        for at in range(last + 1, first):
            if self.r.forms[at] in ENDS or self.r.forms[at] in THAT:
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
