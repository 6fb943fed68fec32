"""What a deed is done to where the words of the trigger name it themselves, or its kind tells it: the treaty that is
left (الانسحاب من الاتفاق النووي), the road that is cut (قطعوا الطريق)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.condemned import DEEDS
from khabar.claims.options import PHRASE, Option
from khabar.lexicon.senses import PROPER
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_TREATIES: Final = frozenset("اتفاق اتفاقية اتفاقيات معاهدة معاهدات ميثاق بروتوكول".split())
_LEAVING: Final = frozenset(
    "انسحب انسحبت ينسحب تنسحب سينسحب ستنسحب انسحاب منسحبا منسحبة خرج خرجت يخرج تخرج خروج تخلى تخلت يتخلى تتخلى "
    "تخلي".split()
)
_OF: Final = frozenset(("من", "عن"))
_ROADS: Final = frozenset("طريق طرق طرقات شارع شوارع خطوط معبر معابر جسر جسور ممر ممرات منفذ منافذ".split())
_REACH: Final = 14
"""Tokens behind the word of leaving within which the treaty is named."""
_BACK: Final = 8
"""Tokens between a treaty and the clause that tells who left it."""


_CRIMINAL: Final = frozenset("ارهابي ارهابية اجرامي اجرامية انتحاري انتحارية جبان غادر اثم شنيع شنيعة بشع بشعة".split())
"""What is said of a crime."""
_CRIMES: Final = frozenset(
    "هجوم هجمات هجومين اعتداء اعتداءات عدوان مجزرة مجازر مذبحة تفجير تفجيرات تفجيرين قصف غارة غارات ضربات انقلاب "
    "اغتيال جريمة جرائم انتهاكات اقتحام اقتحامات تصعيد".split()
)
"""Deeds that are condemned as such."""
_FAR: Final = 8
_NEAR: Final = 5
_LIKELY: Final = 0.3


class InnerObjects:
    """Finds them among the tokens in and behind a trigger."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names

    def of(self, candidate: Candidate) -> list[tuple[Option, float]]:
        """What the deed is done to with its probability, or nothing."""
        if candidate.mode == "sever" and candidate.type == "SANCTION":
            at = self._treaty(candidate)
            return self._partner(at) or self._named(at, candidate) if at is not None else []
        if candidate.mode == "restrict" and candidate.last > candidate.first:
            at = next(
                (one for one in range(candidate.first + 1, candidate.last + 1) if self.r.words[one].core in _ROADS),
                None,
            )
            return self._named(at, candidate) if at is not None else []
        return []

    def crime(self, candidate: Candidate) -> list[tuple[Option, float]]:
        """The crime itself where nobody is known to have done it (دان التفجير الإرهابي)."""
        for at in range(candidate.last + 1, min(candidate.last + _FAR, len(self.r.words) - 1)):
            word = self.r.words[at]
            if at in self.r.time_tokens or self._dated(at):
                continue
            if self.r.forms[at] in STOPS or self.r.forms[at] in PAUSE or self.r.acts[at]:
                break
            crime = word.core in DEEDS and self.r.words[at + 1].core in _CRIMINAL
            if word.det and (crime or (word.core in _CRIMES and candidate.pos == "v")):
                return [(option, _LIKELY) for option, _ in self._named(at, candidate)[:1]]
        return []

    def _dated(self, at: int) -> bool:
        """A comma on either side of a date (أدانت السعودية، الأحد، الهجوم)."""
        times = self.r.time_tokens
        return self.r.forms[at] in PAUSE and (at - 1 in times or at + 1 in times)

    def _partner(self, at: int) -> list[tuple[Option, float]]:
        """The state whose treaty it is (الاتفاق النووي الإيراني, اتفاق بين الدولتين)."""
        for on in range(at + 1, min(at + _NEAR, len(self.r.words) - 1)):
            state = self.r.lex[on].get("country")
            if state is not None and state.tag in {"adj", "name"}:
                named = self.names.state(state.sense.id)
                if named is not None:
                    return [(Option(named, None, "inner object", 0, PHRASE, (), ()), 1.0)]
        return []

    def _treaty(self, candidate: Candidate) -> int | None:
        """The treaty that somebody leaves."""
        first, last = candidate.first, candidate.last
        if self.r.words[first].core not in _LEAVING:
            return None
        for at in range(first + 1, min(last + _REACH, len(self.r.forms))):
            form = self.r.forms[at]
            if form in STOPS:
                break
            if self.r.words[at].core in _TREATIES:
                return at if self.r.forms[at - 1] in _OF or at <= last else None
            if form in {"منه", "منها", "عنه", "عنها"}:
                return self._taken_up(first)
        return None

    def _taken_up(self, first: int) -> int | None:
        """The treaty before the clause that tells who left it (الاتفاق الذي انسحبت منه)."""
        told = False
        for at in range(first - 1, max(first - _BACK, -1), -1):
            if self.r.forms[at] in RELATIVE:
                told = True
            elif told and self.r.words[at].core in _TREATIES:
                return at
            elif self.r.forms[at] in STOPS:
                return None
        return None

    def _named(self, at: int, candidate: Candidate) -> list[tuple[Option, float]]:
        """The noun with the adjectives and names behind it."""
        last = at
        while last + 1 < len(self.r.words) and last - at < 3 and self._goes_on(last + 1, at):
            last += 1
        phrase = Phrase(at, last, "thing")
        option = Option(self.names.resolve(phrase), phrase, "inner object", 0, PHRASE, (), ())
        found = [(option, 1.0)]
        row = self.phrases[candidate.sentence]
        partner = next((one for one in row if one.first == last + 2 and one.kind == "state"), None)
        if partner is not None and self.r.forms[last + 1] == "مع":
            found.append((Option(self.names.resolve(partner), partner, "inner object", 0, PHRASE, (), ()), 1.0))
        return found

    def _goes_on(self, at: int, head: int) -> bool:
        word = self.r.words[at]
        if word.pro or at in self.r.time_tokens:
            return False
        named = not self.r.words[head].det and at == head + 1
        return (word.cls == "j" and word.det) or "adj" in self._tags(at) or (named and (word.det or word.cls == "n"))

    def _tags(self, at: int) -> set[str]:
        return {mark.tag for kind, mark in self.r.lex[at].items() if kind in PROPER}
