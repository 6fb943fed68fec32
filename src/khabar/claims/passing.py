"""Words that name an event in passing: one that was told and is taken up with nothing new, as the setting or the class
of something else or as what a comment is about; what nobody claims; what was only aimed at or averted; a count over a
period."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, RESULT
from khabar.claims.kinds import INCIDENTS
from khabar.mentions.reading import PUNCTUATION, Reading
from khabar.model import VERBAL_TYPES

_COMING: Final = frozenset("ياتي تاتي جاء جاءت اتي اتت يجيء تجيء يهدف تهدف هدف هدفت".split())
"""Verbs by which a commentary sets an event in time (ويأتي الهجوم بعد يوم) or tells its aim."""
_SINCE: Final = frozenset("عقب اثر بعد قبل منذ وسط غداة اعقاب قبيل بعيد".split())
_COURSE: Final = frozenset("وقوع حدوث انتهاء انطلاق تنفيذ بدء بداية اندلاع".split())
_THIS: Final = frozenset("هذا هذه تلك ذلك هذان هذين هاتان هاتين".split())
_RANKS: Final = frozenset(
    "اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر احدث اكبر اعنف اسوا اضخم ابرز اخطر اوسع اشد اكثر".split()
)
_INQUIRY: Final = frozenset("تحقيق تحقيقا تحقيقات تحقيقاتها تحقيقاته تحقيقاتهم سؤال اسئلة".split())
_ABOUT: Final = frozenset("في حول بشان عن".split())
_NOT: Final = frozenset("لم لا دون بدون عدم لن".split())
_AVERTED: Final = frozenset("منع وقف ايقاف ردع درء تجنب تجنبا تفادي تفاديا مغبة خشية تحسبا استباقا".split())
_AIMS: Final = frozenset("هدف غية غرض قصد".split())
_MANY: Final = 10
_PERIOD: Final = 12
"""Tokens after a count within which its period begins."""
_TURNS: Final = frozenset(("coerce.seize.coup.noun", "coerce.hold.depose", "assault.war.noun"))
"""Entries of wars and falls of rulers, from which other things are dated."""
_MEETS: Final = "CONSULT"
_JUDGEMENTS: Final = frozenset(("ACCUSE", "SUPPORT"))
"""Types of words that judge what they point at (هذه الجريمة)."""


class Passing:
    """Tells what is no claim though it names an event."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def why(self, candidate: Candidate, told: list[Candidate], losses: str) -> str:
        """How a noun names its event in passing, given the claims ``told`` before it; empty if it does not. ``losses``:
        what it says of losses (:meth:`khabar.claims.news.News.losses`)."""
        if candidate.pos != "n":
            return ""
        if self._unclaimed(candidate):
            return "unclaimed"
        if candidate.entry.type in INCIDENTS and self._unreal(candidate, told):
            return "unreal"
        if candidate.entry.type in INCIDENTS and self._tally(candidate):
            return "tally"
        if candidate.entry.type in VERBAL_TYPES and self._topic(candidate):
            return "topic"
        if candidate.entry.id in _TURNS and self._since(candidate):
            return "backdrop"
        return self._resumed(candidate, told, losses)

    def _resumed(self, candidate: Candidate, told: list[Candidate], losses: str) -> str:
        """How it takes up one of the claims ``told``; empty if it does not, or says something new."""
        same = [one for one in told if one.entry.type == candidate.entry.type]
        if not same or losses == "new":
            return ""
        if candidate.entry.type != _MEETS and self._ranked(candidate, same[-1]):
            return "ranked"
        if self._commented(candidate):
            return "commented"
        if not self.r.words[candidate.first].det:
            return ""
        held = self._core(self._end(candidate)) in RELATIVE
        if candidate.entry.type == _MEETS and not held and any(one.entry.id == candidate.entry.id for one in same):
            return "meeting"
        if self._pointed(candidate):
            return "this"
        if self._core(candidate.first - 1) in _ABOUT and self._core(candidate.first - 2) in _INQUIRY:
            return "inquiry"
        if self._setting(candidate):
            return "setting"
        return ""

    def _core(self, at: int) -> str:
        return self.r.words[at].core if 0 <= at < len(self.r.words) else ""

    def _unclaimed(self, candidate: Candidate) -> bool:
        """لم تعلن أي جهة على الفور مسؤوليتها عن الهجوم."""
        at = candidate.first - 1
        if self._core(at) in _THIS:
            at -= 1
        if self._core(at) != "عن" or not self._core(at - 1).startswith("مسؤولي"):
            return False
        start = max(self.r.sentences[candidate.sentence].first, at - 9)
        return any(self._core(before) in _NOT for before in range(start, at - 1))

    def _unreal(self, candidate: Candidate, told: list[Candidate]) -> bool:
        """What was averted (خشية هجوم), or aimed at by a deed told before it (شنت هجوما لاستعادة البلدة)."""
        before, own = self.r.words[candidate.first - 1], self.r.words[candidate.first].pro
        if candidate.first and (before.core in _AVERTED or (before.core in _AIMS and "ب" in before.pro)):
            return True
        last = told[-1] if told else None
        if last is None or last.sentence != candidate.sentence or candidate.light is not None:
            return False
        if "ل" not in own or last.entry.type not in INCIDENTS or candidate.entry.type not in {"COERCE", "MOBILIZE"}:
            return False
        between = range(last.last + 1, candidate.first)
        return self._core(candidate.first) not in _NOT and not any(self.r.acts[at] for at in between)

    def _topic(self, candidate: Candidate) -> bool:
        """What a statement is about (أكد أن التهديدات لا تخيفه)."""
        return self._core(candidate.first - 1) == "ان" and not self.r.words[candidate.first].pro

    def _tally(self, candidate: Candidate) -> bool:
        """A count over a period (تعرضت القواعد لنحو 150 هجوما منذ أكتوبر)."""
        number = self.r.number_tokens.get(candidate.first - 1)
        if number is None or self.r.numbers[number].low < _MANY:
            return False
        sentence = self.r.sentences[candidate.sentence]
        after = range(candidate.last + 1, min(sentence.last, candidate.last + _PERIOD))
        return any(self.r.forms[at] == "منذ" for at in after) and not any(
            self.r.words[at].core in RESULT for at in after
        )

    def _ranked(self, candidate: Candidate, last: Candidate) -> bool:
        """The class of the event told before it in the sentence (في هجوم هو الأول من نوعه, في أول هجوم تشنه)."""
        if last.sentence != candidate.sentence or self._core(candidate.first - 1) not in _RANKS:
            return False
        return self._core(candidate.first - 2) in {"هو", "هي", "في", "من", "يعد", "تعد", "يعتبر", "تعتبر"}

    def _commented(self, candidate: Candidate) -> bool:
        """A verb of coming says when or why it was, and not by whose order (جاءت الضربات بتوجيهات)."""
        before = candidate.first - 1
        if self._core(before) in _THIS:
            before -= 1
        after = self._end(candidate)
        if self._core(after) in RELATIVE or self._core(after + 1) in RELATIVE:
            return False
        if self._core(before) in _COMING:
            return True
        if not self.r.words[candidate.first].det or self._core(after) not in _COMING or self.r.words[after].pro:
            return False
        return after + 1 >= len(self.r.words) or "ب" not in self.r.words[after + 1].pro

    def _pointed(self, candidate: Candidate) -> bool:
        """A deed that هذا points back at, but not where somebody claims it or is charged with it."""
        if candidate.entry.type in _JUDGEMENTS or self._core(candidate.first - 1) not in _THIS:
            return False
        if candidate.light is not None or self._core(candidate.first - 3).startswith("مسؤولي"):
            return False
        after = self._end(candidate)
        near = (candidate.first - 2, candidate.first - 3, after, after + 1)
        return not any(self._core(at) in RESULT or self._core(at) in RELATIVE for at in near)

    def _setting(self, candidate: Candidate) -> bool:
        """After a word of time (وعقب الغارات، أطلقت), with neither a clause nor a phrase of its own."""
        if not self._since(candidate):
            return False
        after = self._end(candidate)
        if after >= len(self.r.forms):
            return True
        word = self.r.words[after]
        if word.form in PUNCTUATION:
            return self._core(after + 1) not in RELATIVE
        return word.pro == "و" or (self.r.acts[after] and word.core not in RESULT)

    def _since(self, candidate: Candidate) -> bool:
        """A word of time stands before it, with its course or a span between (بعد وقوع التفجير, بعد ساعتين من)."""
        at = candidate.first - 1
        if self._core(at) in _COURSE:
            at -= 1
        elif self._core(at) == "من" and self._core(at - 1) not in _SINCE:
            at -= 2
            at -= self._core(at) not in _SINCE
        return self._core(at) in _SINCE

    def _end(self, candidate: Candidate) -> int:
        """The token after it and its adjectives."""
        at, words = candidate.last + 1, self.r.words
        while at < len(words) and words[at].det and not words[at].pro:
            at += 1
        return at
