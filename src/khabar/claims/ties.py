"""How a word of a sentence hangs on the claim told before it: what they tell may be one event."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import RESULTS, Aftermath, suffers
from khabar.claims.candidates import Candidate
from khabar.claims.charges import Charges
from khabar.claims.clauses import HITS, RELATIVE, RESULT, STOPS
from khabar.claims.kinds import TOLLS
from khabar.claims.sums import total
from khabar.claims.taken_up import since
from khabar.claims.twins import Twins
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_REPELS: Final = frozenset(("assault.repel", "assault.rout", "assault.intercept", "assault.down.repel"))
"""Entries whose object is the attack that they beat off."""
_TOO: Final = frozenset("كذلك وكذلك كذا وكذا ايضا".split())
_ADVERBIAL: Final = frozenset(("because", "after"))
_BESIDES: Final = frozenset((("فضلا", "عن"), ("علاوة", "على"), ("الى", "جانب"), ("اضافة", "الى")))
_COUNTED: Final = 5
"""Tokens before the lost within which these stand."""
_COUNTED_BY: Final = TOLLS | {"assault.headline.dead"}
_TOLL: Final = frozenset("حصيلة محصلة عدد".split())
_NUMBER: Final = 8
"""Tokens before those counted within which the number of the first of them begins."""
_RESULTING: Final = frozenset(("عن", "في", "الى"))
"""Prepositions that lead from a verb of result to a loss."""
_PAUSE_OR_RESULTING: Final = PAUSE | _RESULTING
_STOPS_OR_PAUSE: Final = STOPS | PAUSE


class Ties:
    """The candidates of a reading as they hang together."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]]) -> None:
        self.r = reading
        self.aftermath = Aftermath(reading, groups)
        self.charges = Charges(reading, groups, self.aftermath.suffering)
        self.twins = Twins(reading, groups, self.aftermath)

    def of(self, candidate: Candidate, last: Candidate | None) -> str:
        """How it hangs on the ``last`` claim of its type before it in the sentence: ``cause`` of what befell somebody,
        ``result`` (الغارة أسفرت عن مقتل), ``subject`` (استهدف قصف), ``predicate`` (الضربات استهدفت), ``object`` (صدت
        هجوما), ``also`` (فيما قتل ثلاثة), ``again`` (وأسفر التفجير), ``apposed`` (، في هجوم), ``followed`` (هاجموا
        المركز فقتلوا), or empty."""
        if last is None or total(self.r, candidate):
            return ""
        first, forms = candidate.first, self.r.forms
        if last.pos == "v" and candidate.pos == "n" and last.last + 1 >= first:
            return "subject"
        if any(forms[at] in STOPS for at in range(last.last + 1, first)):
            return ""
        suffered = self.aftermath.tie(candidate, last)
        if suffered is not None:
            return suffered
        if candidate.pos == "n" and self.r.words[first].det and self.r.words[first - 1].core in RESULTS:
            return "again"
        if (
            forms[first - 1] == "في"
            and forms[first - 2] == "،"
            and not self.r.words[first].det
            and not suffers(candidate)
        ):
            return "apposed"
        if candidate.light is not None and candidate.light.first == last.first and suffers(last):
            return "object"
        if candidate.id in TOLLS and self._besides(candidate):
            return "also"
        if candidate.id in _COUNTED_BY and self._summed(candidate, last):
            return "result"
        lost = suffers(candidate) or candidate.id in TOLLS
        end = first + self._joins(first)
        if lost and any(self.r.words[at].core in RESULT for at in range(last.last + 1, end)):
            return "result"
        return self._joint(candidate, last) if self.aftermath.one_clause(last.last, first) else ""

    def _summed(self, candidate: Candidate, last: Candidate) -> bool:
        """The number of a toll that rises, and the deed whose toll it is, told before it (ارتفعت حصيلة الغارة إلى 51
        قتيلا)."""
        first, words = candidate.first, self.r.words
        if not any(
            self.r.forms[at] == "الى" and at + 1 in self.r.number_tokens for at in range(max(0, first - _NUMBER), first)
        ):
            return False
        if not any(words[at].core in _TOLL for at in range(max(0, last.first - _COUNTED), last.last + 1)):
            return False
        return not any(self.r.acts[at] and words[at].core not in HITS for at in range(last.last + 1, first - _NUMBER))

    def _besides(self, candidate: Candidate) -> bool:
        """More losses of the toll told before (52 قتيلا فضلا عن عشرات الجرحى)."""
        first, forms = candidate.first, self.r.forms
        return any(tuple(forms[at : at + 2]) in _BESIDES for at in range(max(0, first - _COUNTED), first - 1))

    def _joins(self, first: int) -> bool:
        """The word alone tells what the attack led to (أسفر هجوم عن مقتل ستة), and not of another loss (غارات ردا على
        مقتل جندي)."""
        before, own = self.r.forms[first - 1], self.r.words[first].pro
        return own[:1] in {"و", "ف"} or "ب" in own or before in _PAUSE_OR_RESULTING

    def _joint(self, candidate: Candidate, last: Candidate) -> str:
        """The tie of two words in one clause."""
        first, words, forms = candidate.first, self.r.words, self.r.forms
        low, high = last.last + 1, first
        if candidate.pos == "n":
            if "ب" in words[first].pro:
                if self.r.answered.get(first, last.first) < last.first:
                    return ""
                return "" if any(at in self.aftermath.suffering for at in range(low, high)) else "means"
            if last.id in _REPELS:
                return "repelled"
            light = candidate.light
            carried = light is not None and last.last < light.first and words[light.first].pro[:1] in {"و", "ف"}
            if carried or words[first].pro[:1] in {"و", "ف"} or forms[first - 1] in _TOO:
                return ""
            free = not self.r.prep(first) and words[first - 1].func not in _ADVERBIAL
            return "noun" if last.pos != "v" else "object" if free else ""
        if self._strikes_on(candidate, last):
            return "predicate"
        if last.pos != "n":
            return ""
        if forms[first - 1] in RELATIVE:
            return "predicate"
        follows = words[first].pro[:1] not in {"و", "ف"} and not any(forms[at] in PAUSE for at in range(low, high))
        return "predicate" if follows and not (words[last.first].det and since(self.r, last)) else ""

    def _strikes_on(self, candidate: Candidate, last: Candidate) -> bool:
        """A verb of hitting behind a pause whose subject is the strike told before, without the article (تعرضت لقصف
        صاروخي، استهدف مدينتين)."""
        first, word = candidate.first, self.r.words[candidate.first]
        if last.pos != "n" or self.r.words[last.first].det or word.pro or word.enc or word.core not in HITS:
            return False
        return self.r.forms[first - 1] in PAUSE

    def resumes(self, candidate: Candidate, last: Candidate | None) -> bool:
        """The verb of a relative clause that takes up the noun of the deed told right before it (الدعم الذي يقدمه)."""
        first, words = candidate.first, self.r.words
        if last is None or candidate.pos != "v" or last.pos != "n" or not words[first].enc:
            return False
        if self.r.forms[first - 1] not in RELATIVE:
            return False
        return not any(self.r.acts[at] or self.r.forms[at] in _STOPS_OR_PAUSE for at in range(last.last + 1, first))
