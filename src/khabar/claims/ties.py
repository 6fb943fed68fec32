"""Which words of a sentence tell one event: what somebody suffered and the attack behind it, an attack and its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.charges import Charges
from khabar.claims.clauses import OF_CAUSE, RELATIVE, RESULT, STOPS, THAT
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import PUNCTUATION, Reading
from khabar.model import VERBAL_TYPES

_REPELS: Final = frozenset(("assault.repel", "assault.rout", "assault.intercept", "assault.down.repel"))
"""Entries whose object is the attack that they beat off."""
_RESULTS: Final = RESULT - {"سقط", "سقوط", "مقتل"}
"""Verbs and participles of result; the rest of them are words of loss themselves."""
_HURT: Final = frozenset("اصيب اصيبت اصيبوا اصيبا جرح جرحت جرحوا قتل قتلت قتلوا قتلا استشهد استشهدت استشهدوا".split())
_LOSSES: Final = frozenset("مقتل اصابة جرح استشهاد مصرع وفاة قتل".split())
_OUTCOME: Final = 8
"""Tokens behind a verb of result within which it tells of losses."""
_BREATH: Final = 14
"""Tokens between two losses that are told in one breath."""
_TOO: Final = frozenset("كذلك وكذلك كذا وكذا ايضا".split())
_ALSO: Final = frozenset(("فيما", "بينما", "كما"))
_VOICED: Final = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT"))
"""Types of what a protest says (مظاهرة طالبت بالإصلاح): it belongs to the protest."""
_VOICE: Final = 8
"""Tokens between a protest and what it says."""
_ADVERBIAL: Final = frozenset(("because", "after"))
_WHEN: Final = frozenset(("عندما", "حين", "حينما", "بعدما", "لما"))
_KILL: Final = "assault.kill"
_BLAST: Final = "assault.explode"
"""Entry of the verb whose subject is the charge, not who suffers by it."""
_COUNTS: Final = frozenset(("assault.casualties", "assault.leave-dead"))
"""Entries of the dead and wounded as a verb of result leaves them behind."""
_RESULTING: Final = frozenset(("عن", "في", "الى"))
"""Prepositions that lead from a verb of result to a loss."""
_OF_THEM: Final = frozenset(("منهم", "منها", "منهما"))
_LEADING: Final = frozenset(("من", "في", "الى", "على"))
"""Prepositions between the two words of one deed (جولة من المباحثات)."""
_VISITS: Final = frozenset(("زيارة", "جولة"))
_FIRES: Final = frozenset(("assault.missile.launch", "assault.drone.launch", "assault.shell.fall", "assault.shoot"))
"""Entries of verbs whose object is the shot."""
_FIRED: Final = 8
"""Tokens before the verb of firing within which the shot and its cause stand."""
_REACH: Final = 22
"""Tokens after what somebody suffered within which the attack behind it is named."""


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


class Ties:
    """The candidates of a reading as they hang together. ``sufferers``: first token of an attack to the words that tell
    what somebody suffered by it."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]]) -> None:
        self.r = reading
        attacks = [group for group in groups if any(one.type == "ASSAULT" for one in group)]
        self._suffering = {group[0].first for group in attacks if any(suffers(one) for one in group)}
        self._events = {at for group in groups for at in range(group[0].first, group[0].last + 1)}
        self._suffering |= {found.first for found in reading.marks.of("figure")}
        self._shots = {found.last for found in reading.marks.of("weapon")}
        self._behind: dict[int, list[Candidate]] = {}
        self.sufferers: dict[int, list[Loss]] = {}
        self.charges = Charges(reading, groups, self._suffering)
        for index, group in enumerate(attacks):
            sufferer = next((one for one in group if one.type == "ASSAULT" and suffers(one)), None)
            if sufferer is None:
                continue
            for other in attacks[index + 1 :]:
                if other[0].sentence != group[0].sentence or other[0].first - group[0].last > _REACH:
                    break
                deed = next((one for one in other if one.type == "ASSAULT" and not one.alone), None)
                if deed is None or suffers(deed):
                    continue
                end = group[0].last
                if self._caused(end, deed) or self._when(end, deed) or self._shot(end, deed):
                    self._behind[group[0].first] = other
                    self._add(other[0].first, sufferer)
                    break
        self._share(attacks)
        self._outcomes(attacks)
        self._twins = self._pairs(groups) | self._visits(groups)

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
        result = None
        for at in range(attack.last + 1, end):
            word = self.r.words[at]
            if self.r.forms[at] in STOPS or at in deeds or (result is not None and at - result > _OUTCOME):
                return
            if word.core in _RESULTS:
                result = at
            elif result is not None and word.core in _LOSSES:
                self.sufferers.setdefault(attack.first, []).append(Loss(at, at, "n"))

    def _add(self, attack: int, sufferer: Candidate) -> None:
        loss = Loss(sufferer.first, sufferer.last, sufferer.pos)
        self.sufferers.setdefault(attack, []).append(loss)

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
            if self.r.words[at].core in _RESULTS:
                return "outcome"
            if self.r.forms[at] in STOPS:
                break
        return "caused" if candidate.first in self._behind else "free"

    def voices(self, candidate: Candidate, last: Candidate | None) -> bool:
        """It says what the protest told right before it was for or against (وقفة منددة بالقصف)."""
        if last is None or last.type != "PROTEST" or last.pos != "n" or candidate.type not in _VOICED:
            return False
        between = range(last.last + 1, candidate.first)
        if len(between) > _VOICE or self.r.words[candidate.first].pro[:1] in {"و", "ف"}:
            return False
        return not any(self.r.forms[at] in STOPS or self.r.forms[at] in PAUSE or self.r.acts[at] for at in between)

    def resumes(self, candidate: Candidate, last: Candidate | None) -> bool:
        """The verb of a relative clause that takes up the noun of the deed told right before it (الدعم الذي يقدمه)."""
        first, words = candidate.first, self.r.words
        if last is None or candidate.pos != "v" or last.pos != "n" or not words[first].enc:
            return False
        if self.r.forms[first - 1] not in RELATIVE:
            return False
        between = range(last.last + 1, first)
        return not any(self.r.acts[at] or self.r.forms[at] in STOPS or self.r.forms[at] in PAUSE for at in between)

    def twin(self, candidate: Candidate) -> list[Candidate] | None:
        """The readings of the word right after it that names the same deed (خرجت مظاهرة, جولة من المباحثات, تدين
        وتستنكر)."""
        return self._twins.get(candidate.first)

    def _pairs(self, groups: list[list[Candidate]]) -> dict[int, list[Candidate]]:
        """Pairs of one type but attack, word by word: the second as the object, subject or genitive of the first, or
        a second verb of saying or noun of a stance (استنكارهم وشجبهم للهجوم)."""
        found: dict[int, list[Candidate]] = {}
        for former, latter in pairwise(groups):
            first, last = former[0], latter[0]
            kinds = {one.type for one in former} & {one.type for one in latter} - {"ASSAULT"}
            between = range(first.last + 1, last.first)
            if not kinds or first.sentence != last.sentence or len(between) > 1:
                continue
            if any(self.r.forms[at] not in _LEADING and self.r.words[at].func for at in between):
                continue
            if any(self.r.forms[at] in PUNCTUATION or self.r.acts[at] or self.r.words[at].pro for at in between):
                continue
            joined = self.r.words[last.first].pro[:1] in {"و", "ف"}
            voiced = self.r.words[first.first].enc != "" and self.r.words[last.first].enc != ""
            same = first.pos == last.pos == "v" or (first.pos == "n" and voiced)
            if not joined or (kinds <= VERBAL_TYPES and same and not between):
                found[first.first] = latter
        return found

    def visits(self, candidate: Candidate) -> bool:
        """The verb of visiting itself: it says more than the noun behind it (زار بغداد في زيارة هي الأولى)."""
        return candidate.pos == "v" and candidate.id == "consult.visit"

    def _visits(self, groups: list[list[Candidate]]) -> dict[int, list[Candidate]]:
        """Verbs and nouns of going somewhere, with the visit they are part of (وصل إلى بغداد في أول زيارة)."""
        found: dict[int, list[Candidate]] = {}
        going: list[Candidate] | None = None
        for group in groups:
            if not any(one.mode == "visit" for one in group):
                continue
            at = group[0].first
            if going is not None and self.r.words[at].core in _VISITS and "في" in self.r.forms[at - 2 : at]:
                near = going[0].sentence == group[0].sentence and at - going[0].last <= _REACH
                if near and self._one_clause(going[0].last, at):
                    found[going[0].first] = group
            going = group
        return found

    def of(self, candidate: Candidate, last: Candidate | None) -> str:
        """How it hangs on the ``last`` claim of its type before it in the sentence: ``cause`` of what befell somebody,
        ``result`` (الغارة أسفرت عن مقتل), ``subject`` (استهدف قصف), ``predicate`` (الضربات استهدفت), ``object`` (صدت
        هجوما), ``also`` (فيما قتل ثلاثة), ``again`` (وأسفر التفجير), ``apposed`` (، في هجوم), ``followed`` (هاجموا
        المركز فقتلوا), or empty."""
        if last is None:
            return ""
        first, forms = candidate.first, self.r.forms
        between = range(last.last + 1, first)
        if last.pos == "v" and candidate.pos == "n" and not between:
            return "subject"
        if any(forms[at] in STOPS for at in between):
            return ""
        suffered = self._suffered(candidate, last)
        if suffered is not None:
            return suffered
        if candidate.pos == "n" and self.r.words[first].det and self.r.words[first - 1].core in _RESULTS:
            return "again"
        if forms[first - 2 : first] == ["،", "في"] and not self.r.words[first].det and not suffers(candidate):
            return "apposed"
        if candidate.light is not None and candidate.light.first == last.first and suffers(last):
            return "object"
        lost = suffers(candidate) or candidate.id in _COUNTS
        end = first + self._joins(first)
        if lost and any(self.r.words[at].core in RESULT for at in range(last.last + 1, end)):
            return "result"
        return self._joint(candidate, last) if self._one_clause(last.last, first) else ""

    def _joins(self, first: int) -> bool:
        """The word alone tells what the attack led to (أسفر هجوم عن مقتل ستة), and not of another loss (غارات ردا على
        مقتل جندي)."""
        before, own = self.r.forms[first - 1], self.r.words[first].pro
        return own[:1] in {"و", "ف"} or "ب" in own or before in PAUSE or before in _RESULTING

    def _suffered(self, candidate: Candidate, last: Candidate) -> str | None:
        """The tie where one of the two tells what somebody suffered; None where that settles nothing."""
        if suffers(candidate) and candidate.pos == "v" and self.r.forms[candidate.first - 1] in _ALSO:
            return "also"
        if self._hurt_too(candidate, last):
            return "also"
        if self._followed(candidate, last):
            return "followed"
        if suffers(last):
            return "cause" if not suffers(candidate) and self._caused(last.last, candidate) else ""
        return None

    def _hurt_too(self, candidate: Candidate, last: Candidate) -> bool:
        """The dead and the hurt of one attack, told by two verbs (قتل عشرة وجرح ستون)."""
        if not (suffers(candidate) and suffers(last) and candidate.pos == last.pos == "v"):
            return False
        if self.r.words[candidate.first].pro[:1] != "و" or candidate.id == last.id:
            return False
        near = candidate.first - last.last <= _BREATH and candidate.first not in self._behind
        return near and self._one_clause(last.last, candidate.first)

    def _joint(self, candidate: Candidate, last: Candidate) -> str:
        """The tie of two words in one clause."""
        first, words, forms = candidate.first, self.r.words, self.r.forms
        between = range(last.last + 1, first)
        if candidate.pos == "n":
            if "ب" in words[first].pro:
                return "" if any(at in self._suffering for at in between) else "means"
            if last.id in _REPELS:
                return "repelled"
            light = candidate.light
            carried = light is not None and last.last < light.first and words[light.first].pro[:1] in {"و", "ف"}
            if carried or words[first].pro[:1] in {"و", "ف"} or forms[first - 1] in _TOO:
                return ""
            free = not self.r.prep(first) and words[first - 1].func not in _ADVERBIAL
            return "noun" if last.pos != "v" else "object" if free else ""
        follows = words[first].pro[:1] not in {"و", "ف"} and not any(forms[at] in PAUSE for at in between)
        return "predicate" if last.pos == "n" and (follows or forms[first - 1] in RELATIVE) else ""

    def _followed(self, candidate: Candidate, last: Candidate) -> bool:
        """What somebody suffered, told by a verb that goes on from the attack, where no other attack is behind it."""
        if not suffers(candidate) or suffers(last) or candidate.pos != "v" or candidate.first in self._behind:
            return False
        before = candidate.first - 1
        if "ف" in self.r.words[candidate.first].pro:
            return True
        of_them = any(form in _OF_THEM for form in self.r.forms[candidate.last + 1 : candidate.last + 4])
        joined = "و" in self.r.words[candidate.first].pro and (of_them or self.r.forms[before] not in PAUSE)
        return joined and candidate.id == _KILL and before not in self._events

    def _one_clause(self, last: int, first: int) -> bool:
        """No other verb, complementizer or end stands between two tokens; verbs of suffering are passed over."""
        for at in range(last + 1, first):
            if self.r.forms[at] in STOPS or self.r.forms[at] in THAT:
                return False
            if not self.r.acts[at] or at in self.r.time_tokens:
                continue
            if at not in self._suffering and self.r.words[at].core not in _HURT:
                return False
        return True

    def _when(self, last: int, deed: Candidate) -> bool:
        """A verb of attack opens the clause that says when somebody suffered (قتل ثلاثة عندما هاجم مسلحون المركز)."""
        first, forms = deed.first, self.r.forms
        opened = forms[first - 1] in _WHEN or (forms[first - 1] == "ان" and forms[first - 2] == "بعد")
        if deed.pos != "v" or not opened:
            return False
        return not any(
            forms[at] in STOPS or (self.r.acts[at] and at not in self._suffering) for at in range(last + 1, first)
        )

    def _shot(self, last: int, deed: Candidate) -> bool:
        """A relative clause tells who fired what somebody suffered by (قتل ستة جراء صاروخ أطلقته القوات)."""
        first, words, forms = deed.first, self.r.words, self.r.forms
        if deed.pos != "v" or deed.entry.id not in _FIRES or not words[first].enc or words[first].pro:
            return False
        if not self._one_clause(last, first):
            return False
        between = range(max(last + 1, first - _FIRED), first)
        return any(forms[at] in OF_CAUSE or "ب" in words[at].pro for at in between) and any(
            at in self._shots for at in between
        )

    def _caused(self, last: int, deed: Candidate) -> bool:
        """A preposition of cause leads from what somebody suffered to the deed."""
        first, words, forms = deed.first, self.r.words, self.r.forms
        if deed.pos != "n" or not self._one_clause(last, first):
            return False
        near = range(max(last + 1, first - 3), first)
        return "ب" in words[first].pro or any(forms[at] in OF_CAUSE or "ب" in words[at].pro for at in near)
