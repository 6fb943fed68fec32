"""What somebody suffered and the attack behind it, told in one sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RESULT, STOPS, THAT
from khabar.claims.sums import total
from khabar.claims.time_words import MEANWHILE
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

RESULTS: Final = RESULT - {"سقط", "سقوط", "مقتل"}
"""Verbs and participles of result; the rest of them are words of loss themselves."""
_HURT: Final = frozenset("اصيب اصيبت اصيبوا اصيبا جرح جرحت جرحوا قتل قتلت قتلوا قتلا استشهد استشهدت استشهدوا".split())
_LOSSES: Final = frozenset("مقتل اصابة جرح استشهاد مصرع وفاة قتل".split())
_OUTCOME: Final = 8
"""Tokens behind a verb of result within which it tells of losses."""
_BREATH: Final = 14
"""Tokens between two losses that are told in one breath."""
_ALSO: Final = frozenset(("فيما", "بينما", "كما"))
_WHEN: Final = frozenset(("عندما", "حين", "حينما", "بعدما", "لما"))
_KILL: Final = "assault.kill"
_BLAST: Final = "assault.explode"
"""Entry of the verb whose subject is the charge, not who suffers by it."""
_OF_THEM: Final = frozenset(("منهم", "منها", "منهما"))
FIRES: Final = frozenset(("assault.missile.launch", "assault.drone.launch", "assault.shell.fall", "assault.shoot"))
"""Entries of verbs whose object is the shot."""
_TOLLS: Final = frozenset(("assault.wide.toll", "assault.toll.rise"))
"""Entries of a toll that rises."""
_FALLEN: Final = frozenset("ضحايا قتلي قتلى شهداء جرحي جرحى".split())
_FALLS: Final = frozenset(("assault.missile.fall", "assault.shell.fall"))
"""Entries of verbs whose subject is the shot."""
_FIRED: Final = 8
"""Tokens before the verb of firing within which the shot and its cause stand."""
_MUTUAL: Final = frozenset(("mutual", "happen"))
"""Frames of what several do to each other, or what is told without who did it."""
_SUFFERS: Final = frozenset("تعرض تعرضت تعرضوا تعرضا وقع وقعت وقعوا".split())
"""Verbs of meeting with what follows (تعرضت القافلة لهجوم)."""
_EXPOSED: Final = 16
"""Tokens behind such a verb within which it is named."""
_SHOTS: Final = frozenset("رصاص رصاصة رصاصات نيران نار طلقات طلق".split())
_INJURIES: Final = frozenset("جروح جراح اصابات رضوض حروق كسور".split())
"""Nouns of what one is hurt with, not by (أصيب بجروح)."""
_REACH: Final = 22
"""Tokens after what somebody suffered within which the attack behind it is named."""
_STOPS_OR_THAT: Final = STOPS | THAT


def suffers(candidate: Candidate) -> bool:
    """It tells what befell somebody (قتل, أصيب, لقي مصرعه), not who did it."""
    return (candidate.frame == "undergo" and candidate.id != _BLAST) or candidate.passive


class Loss:
    """A word that tells what somebody suffered: tokens ``first`` to ``last``, ``pos`` v or n."""

    __slots__ = ("first", "last", "pos")

    def __init__(self, first: int, last: int, pos: str) -> None:
        self.first = first
        self.last = last
        self.pos = pos


class Aftermath:
    """The attacks of a reading and what somebody suffered by them. ``suffering``: first tokens of words that tell what
    befell somebody, and of figures; ``sufferers``: first token of an attack to the words that tell what somebody
    suffered by it."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]]) -> None:
        self.r = reading
        attacks = [group for group in groups if any(one.type == "ASSAULT" for one in group)]
        self.suffering = {group[0].first for group in attacks if any(suffers(one) for one in group)}
        self.suffering |= {found.first for found in reading.marks.of("figure")}
        self.sufferers: dict[int, list[Loss]] = {}
        self._groups = groups
        self._shots = {found.last for found in reading.marks.of("weapon")}
        self._behind: dict[int, list[Candidate]] = {}
        self._trace(attacks)
        self._share(attacks)
        self._outcomes(attacks)

    def _event(self, at: int) -> bool:
        """The word at a token is part of what may name an event."""
        return any(group[0].first <= at <= group[0].last for group in self._groups)

    def _trace(self, attacks: list[list[Candidate]]) -> None:
        """The attack told after what somebody suffered by it (قتل ثلاثة في غارة)."""
        for index, group in enumerate(attacks):
            sufferer = next((one for one in group if one.type == "ASSAULT" and suffers(one)), None)
            if sufferer is None or total(self.r, sufferer):
                continue
            for other in attacks[index + 1 :]:
                if other[0].sentence != group[0].sentence or other[0].first - group[0].last > _REACH:
                    break
                if any(total(self.r, one) for one in other):
                    break
                deed = next((one for one in other if one.type == "ASSAULT" and not one.alone), None)
                if deed is None or suffers(deed):
                    continue
                end = group[0].last
                if self._amid(end, deed):
                    break
                toll = sufferer.id in _TOLLS and self._of_toll(end, deed)
                if toll or self._caused(end, deed) or self._when(end, deed) or self._shot(end, deed):
                    self._behind[group[0].first] = other
                    self._add(other[0].first, sufferer)
                    break

    def _share(self, attacks: list[list[Candidate]]) -> None:
        """Losses told in one breath (لقي ستة حتفهم فيما أصيب سبعة في انفجار) have one attack behind them."""
        told = [group for group in attacks if any(one.type == "ASSAULT" and not one.alone for one in group)]
        for former, latter in zip(reversed(told[:-1]), reversed(told[1:]), strict=True):
            first, last = former[0].first, latter[0].first
            if first in self._behind or last not in self._behind or former[0].sentence != latter[0].sentence:
                continue
            joined = self.r.words[last].pro[:1] == "و" or self.r.forms[last - 1] in _ALSO
            if joined and any(suffers(one) for one in former) and last - former[0].last <= _BREATH:
                self._behind[first] = self._behind[last]

    def _outcomes(self, attacks: list[list[Candidate]]) -> None:
        """What an attack told before it resulted in (أسفرت الغارة عن مقتل ضابط) tells who suffered by it."""
        for former, latter in pairwise(attacks):
            outcome = next((one for one in latter if self.standing(one) == "outcome"), None)
            near = former[0].sentence == latter[0].sentence and latter[0].first - former[0].last <= _REACH
            if outcome is not None and near and not any(suffers(one) for one in former):
                self._add(former[0].first, outcome)
        deeds = [group[0] for group in attacks if not any(suffers(one) for one in group)]
        starts = {deed.first for deed in deeds}
        for deed in deeds:
            self._losses(deed, starts)

    def _losses(self, attack: Candidate, deeds: set[int]) -> None:
        """Losses behind a verb of result that no candidate stands for (أسفر عن إصابة حارسين)."""
        end = min(attack.last + _REACH, self.r.sentences[attack.sentence].last)
        if not between(self.r.tokens.cores(RESULTS), attack.last + 1, end):
            return
        result = None
        for at in range(attack.last + 1, end):
            word = self.r.words[at]
            if self.r.forms[at] in STOPS or at in deeds or (result is not None and at - result > _OUTCOME):
                return
            if word.core in RESULTS:
                result = at
            elif result is not None and word.core in _LOSSES:
                self.sufferers.setdefault(attack.first, []).append(Loss(at, at, "n"))

    def _add(self, attack: int, sufferer: Candidate) -> None:
        loss = Loss(sufferer.first, sufferer.last, sufferer.pos)
        self.sufferers.setdefault(attack, []).append(loss)

    def behind(self, candidate: Candidate) -> list[Candidate] | None:
        """The readings of the attack behind what somebody suffered (قتل ثلاثة في غارة), if it follows in the clause."""
        return self._behind.get(candidate.first) if candidate.type == "ASSAULT" and suffers(candidate) else None

    def standing(self, candidate: Candidate) -> str:
        """How what somebody suffered stands in its clause: the ``outcome`` of what a verb of result tells (أسفرت عن
        مقتل), ``caused`` by an attack told after it, or ``free``; empty for any other word."""
        if candidate.type != "ASSAULT" or not suffers(candidate):
            return ""
        start = self.r.sentences[candidate.sentence].first
        for at in range(candidate.first - 1, max(start, candidate.first - 6) - 1, -1):
            if self.r.words[at].core in RESULTS:
                return "outcome"
            if self.r.forms[at] in STOPS:
                break
        return "caused" if candidate.first in self._behind else "free"

    def tie(self, candidate: Candidate, last: Candidate) -> str | None:
        """The tie where one of the two tells what somebody suffered; None where that settles nothing."""
        if suffers(last) and self._amid(last.last, candidate):
            return "means"
        if suffers(candidate) and candidate.pos == "v" and self.r.forms[candidate.first - 1] in _ALSO:
            return "also"
        if self._hurt_too(candidate, last):
            return "also"
        if self._followed(candidate, last):
            return "followed"
        if suffers(last):
            if total(self.r, last) and self._over(last.last, candidate):
                return "means"
            return "cause" if not suffers(candidate) and self._caused(last.last, candidate) else ""
        return None

    def _over(self, last: int, deed: Candidate) -> bool:
        """The total is that of days of it (إلى 305 أشخاص خلال ثلاثة أيام من القصف)."""
        during = any(self.r.forms[at] in MEANWHILE for at in range(last + 1, deed.first))
        return during and deed.pos == "n" and self.one_clause(last, deed.first)

    def _hurt_too(self, candidate: Candidate, last: Candidate) -> bool:
        """The dead and the hurt of one attack, told by two verbs (قتل عشرة وجرح ستون)."""
        if not (suffers(candidate) and suffers(last) and candidate.pos == last.pos == "v"):
            return False
        if self.r.words[candidate.first].pro[:1] != "و" or candidate.id == last.id:
            return False
        near = candidate.first - last.last <= _BREATH and candidate.first not in self._behind
        return near and self.one_clause(last.last, candidate.first)

    def _followed(self, candidate: Candidate, last: Candidate) -> bool:
        """What somebody suffered, told by a verb that goes on from the attack, where no other attack is behind it."""
        if not suffers(candidate) or suffers(last) or candidate.pos != "v" or candidate.first in self._behind:
            return False
        before = candidate.first - 1
        if "ف" in self.r.words[candidate.first].pro:
            return True
        of_them = any(form in _OF_THEM for form in self.r.forms[candidate.last + 1 : candidate.last + 4])
        joined = "و" in self.r.words[candidate.first].pro and (of_them or self.r.forms[before] not in PAUSE)
        return joined and candidate.id == _KILL and not self._event(before)

    def one_clause(self, last: int, first: int) -> bool:
        """No other verb, complementizer or end stands between two tokens; verbs of suffering are passed over."""
        for at in range(last + 1, first):
            if self.r.forms[at] in _STOPS_OR_THAT:
                return False
            if not self.r.acts[at] or at in self.r.time_tokens:
                continue
            if at not in self.suffering and self.r.words[at].core not in _HURT:
                return False
        return True

    def _amid(self, last: int, deed: Candidate) -> bool:
        """Shots killed somebody during it (قتل شابان برصاص الجيش خلال صدامات): it is only the setting."""
        first, words, forms = deed.first, self.r.words, self.r.forms
        if deed.pos != "n" or deed.frame not in _MUTUAL or MEANWHILE.isdisjoint(forms[first - 2 : first]):
            return False
        if not self.one_clause(last, first):
            return False
        return any("ب" in words[at].pro and words[at].core in _SHOTS for at in range(last + 1, first - 1))

    def _when(self, last: int, deed: Candidate) -> bool:
        """A verb of attack opens the clause that says when somebody suffered (قتل ثلاثة عندما هاجم مسلحون المركز)."""
        first, forms = deed.first, self.r.forms
        if deed.pos == "n":
            first = self._exposed(last, first)
        opened = first > 0 and (forms[first - 1] in _WHEN or (forms[first - 1] == "ان" and forms[first - 2] == "بعد"))
        if not opened:
            return False
        return not any(
            forms[at] in STOPS or (self.r.acts[at] and at not in self.suffering) for at in range(last + 1, first)
        )

    def _exposed(self, last: int, first: int) -> int:
        """The verb of being exposed to the attack that a noun names (قتل اثنان عندما تعرضت الوحدة إلى هجوم), or -1."""
        if self.r.prep(first) not in {"ل", "الى"}:
            return -1
        for at in range(first - 1, max(last, first - _EXPOSED), -1):
            if self.r.forms[at] in STOPS or self.r.forms[at] == "،":
                return -1
            if self.r.words[at].core in _SUFFERS:
                return at
        return -1

    def _of_toll(self, last: int, deed: Candidate) -> bool:
        """The attack whose toll it is (ارتفعت حصيلة الاشتباكات، ارتفع عدد ضحايا التفجير)."""
        return deed.pos == "n" and all(self.r.words[at].core in _FALLEN for at in range(last + 1, deed.first))

    def _shot(self, last: int, deed: Candidate) -> bool:
        """A relative clause tells who fired what somebody suffered by, or where it fell (قتل ستة جراء صاروخ أطلقته
        القوات)."""
        first, words, forms = deed.first, self.r.words, self.r.forms
        if deed.pos != "v" or words[first].pro:
            return False
        fell = deed.id in _FALLS and first - 1 in self._shots
        if not fell and (deed.id not in FIRES or not words[first].enc):
            return False
        if not self.one_clause(last, first):
            return False
        low, high = max(last + 1, first - _FIRED), first
        return any(forms[at] in OF_CAUSE or "ب" in words[at].pro for at in range(low, high)) and any(
            at in self._shots for at in range(low, high)
        )

    def _caused(self, last: int, deed: Candidate) -> bool:
        """A preposition of cause leads from what somebody suffered to the deed."""
        first, words, forms = deed.first, self.r.words, self.r.forms
        if deed.pos != "n" or not self.one_clause(last, first):
            return False
        return "ب" in words[first].pro or any(
            forms[at] in OF_CAUSE or ("ب" in words[at].pro and words[at].core not in _INJURIES)
            for at in range(max(last + 1, first - 3), first)
        )
