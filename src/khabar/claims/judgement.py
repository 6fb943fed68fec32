"""Status of a claim: whether it happened.

Grammar settles what is negated or announced; else the words around the trigger speak for or against every status.
"""

from __future__ import annotations

from typing import Final

from khabar.claims.accords import sealed
from khabar.claims.aftermath import RESULTS
from khabar.claims.called_off import called_off
from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frame import Frame
from khabar.claims.kinds import DEEDS, HARM, VERBAL_TYPES
from khabar.claims.outcries import called_for
from khabar.claims.prospects import AHEAD, ahead, readied, weighed
from khabar.claims.rumours import rumoured, unremarked
from khabar.claims.schemes import planned
from khabar.claims.scorer import Feature
from khabar.lexicon.found import Mark
from khabar.mentions.reading import Reading

_IS_NOT: Final = frozenset("ليس ليست لسنا لست ليسوا".split())
_BY_WHOM: Final = 4
_NEVER: Final = frozenset(("لم", "لن", "ولم", "فلم"))
_HELD: Final = frozenset("يعقد تعقد يتم تتم يحصل تحصل يجر تجر يجري تجري يحدث تحدث يلتق".split())
_NEGATED: Final = DEEDS | {"REQUEST", "CONSULT", "AGREE", "PROTEST"}
"""Types of which somebody tells that it did not happen; other words not spoken are no claims."""
_VOICED: Final = VERBAL_TYPES - {"REQUEST"}
"""Types whose words about the future are uttered now (سنقف معكم, سنرد)."""
_MEETS: Final = frozenset(("meet", "visit"))
_ONGOING: Final = frozenset(("consult.discuss",))
"""Entries of verbs whose present tells what is under way."""
_PLANS: Final = "light.plan"
"""Light verbs of intending and preparing."""
_INTENDED: Final = DEEDS - HARM
_GATHERINGS: Final = frozenset(("CONSULT", "PROTEST"))
_AWAITED: Final = dict.fromkeys(
    "مرتقبة مرتقب مرتقبا مقررة مقرر مقررا مقبلة مقبل مقبلا قادمة قادم مزمعة مزمع مزمعا وشيكة وشيك منتظرة منتظر".split(),
    "planned",
) | dict.fromkeys("محتملة محتمل محتملا مرجحة مرجح".split(), "uncertain")
"""What is said of a meeting or a demonstration that is to come, and the status that it gives."""
_REACH: Final = 9
_STOPS: Final = frozenset("،.؛:؟!\n")
_ENDS: Final = frozenset(".؟!:،؛")
_AT: Final = frozenset("خلال اثناء هامش".split())
"""Words before a meeting at which something is to be done."""
_WILL: Final = frozenset(("سوف", "وسوف", "فسوف"))
_PRESENT: Final = frozenset(("impf.m", "impf.f", "impf.p", "impf.d"))
_NOW: Final = frozenset("حاليا الان راهنا الذي التي الذين حيث كان كانت كانوا".split())


class Judged:
    """What later claims look back on."""

    __slots__ = ("candidate", "mode", "status")

    def __init__(self, candidate: Candidate, mode: str | None, status: str) -> None:
        self.candidate = candidate
        self.mode = mode
        self.status = status


class Judge:
    """What settles the status of a claim and what speaks for each, from marks around its trigger."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._effects: list[list[Mark] | None] = [None] * len(reading.forms)
        self._ahead: list[int] = []
        for found in reading.marks.of("factuality"):
            if found.sense.id in AHEAD:
                self._ahead.append(found.last)
            row = self._effects[found.last]
            self._effects[found.last] = [found] if row is None else [*row, found]
        self._ahead.sort()

    def negated(self, candidate: Candidate) -> bool:
        """The deed's verb, or the light verb that carries it, stands right after a negation (لم تتعرض لأي هجوم)."""
        if self.r.forms[candidate.first] in _NEVER and candidate.type == "AGREE":
            return True  # لم يتوصل الطرفان
        verb = candidate.first if candidate.pos == "v" else candidate.light.first if candidate.light else 0
        if verb == 0 and candidate.type == "CONSULT" and self.r.core(candidate.last + 2) in _HELD:
            verb = candidate.last + 2  # أي لقاء لم يعقد
        if verb == 0 or candidate.type not in _NEGATED or (candidate.last > candidate.first and verb > candidate.first):
            return False
        if candidate.last > candidate.first and candidate.light is None:
            return candidate.type in HARM and candidate.pos == "v" and self._denies(verb)
        if self._without_losses(candidate):
            return False
        denied = self._denies(verb) or (candidate.type in HARM and self._disowned(verb))
        return denied and unremarked(self.r, candidate) is None

    def announced(self, candidate: Candidate) -> str | None:
        """``planned``: its verb, or the one that carries the noun, stands in the future (سيزور, سوف يجري محادثات), the
        present of a meeting announces it (يلتقي الوزير نظيره), it is put off or called a coming one (الزيارة المرتقبة);
        ``negated``: it was called off; ``uncertain``: it is called a likely one (زيارة محتملة), or rumoured;
        ``occurred``: nobody has commented on it. None where nothing settles it."""
        verb = candidate.pos == "v" or self.r.acts[candidate.first]
        at = candidate.first if verb else candidate.light.first if candidate.light else -1
        if candidate.type in _VOICED:
            return None
        if sealed(self.r, candidate):
            return "occurred"
        if at >= 0 and ("س" in self.r.words[at].pro or self.r.forms[at - 1] in _WILL):
            return "planned"
        if (candidate.type in _INTENDED and self._intended(candidate)) or called_for(self.r, candidate) is not None:
            return "planned"
        off = called_off(self.r, candidate)
        if off:
            return off
        if (
            planned(self.r, candidate)
            or readied(self.r, candidate)
            or weighed(self.r, candidate)
            or self._hosted(candidate)
            or ahead(self.r, self._effects, self._ahead, candidate)
        ):
            return "planned"
        if self._at_one(candidate):
            return "planned"
        if rumoured(self.r, self._effects, candidate):
            return "uncertain"
        harmless = at > 0 and self._denies(at) and self._without_losses(candidate)
        if harmless or unremarked(self.r, candidate) is not None:
            return "occurred"
        if candidate.pos != "v":
            return self._awaited(candidate) if candidate.type in _GATHERINGS else None
        if candidate.tag not in _PRESENT or candidate.mode not in _MEETS or candidate.id in _ONGOING:
            return None
        near = self.r.forms[max(0, at - 2) : candidate.last + 9]
        if candidate.mode == "visit" and "منذ" in near:
            return "occurred"  # أرفع مسؤول يزور العاصمة منذ سنوات
        if not _NOW.isdisjoint(near):
            return None
        return "occurred" if candidate.mode == "meet" and self._headline(candidate) else "planned"

    def _headline(self, candidate: Candidate) -> bool:
        """The present of a headline, behind its subject, tells what was done (الرئيس يستقبل ضيفه); a time there may lie
        ahead."""
        sentence = self.r.sentences[candidate.sentence]
        if candidate.first == sentence.first or self.r.forms[sentence.last - 1] in _ENDS:
            return False
        if any(at in self.r.time_tokens or self.r.forms[at] in _ENDS for at in range(sentence.first, sentence.last)):
            return False
        return not any(self.r.acts[at] for at in range(sentence.first, candidate.first))

    def _denies(self, verb: int) -> bool:
        """A negation stands right before the verb."""
        return self.r.words[verb - 1].func == "neg" and self.r.forms[verb - 1] in _NEVER

    def _disowned(self, verb: int) -> bool:
        """Somebody else did it (ليس نحن من شن الضربات), or it is not being done (لا تنفذ الوزارة ضربات)."""
        forms = self.r.forms
        if forms[verb - 1] == "لا":
            return self.r.words[verb].core.startswith(("ي", "ت", "ن"))
        if forms[verb - 1] != "من":
            return False
        return not _IS_NOT.isdisjoint(forms[max(0, verb - _BY_WHOM) : verb - 1])

    def _without_losses(self, candidate: Candidate) -> bool:
        """An attack that is said to have led to nothing (لم تسفر الضربة عن ضحايا): it happened."""
        light = candidate.light
        carried = light is not None and candidate.type == "ASSAULT" and candidate.pos == "n"
        if not carried or light is None:
            return False
        if self.r.words[light.first].core in RESULTS:
            return True
        return any(mark.entry.zero and mark.first <= light.first <= mark.last for mark in self.r.marks.of("figure"))

    def _intended(self, candidate: Candidate) -> bool:
        """It is what somebody plans (تخطط فرنسا لسحب قواتها)."""
        light, first = candidate.light, candidate.first
        if light is None or light.sense.id != _PLANS or light.first > first or "و" in self.r.words[first].pro:
            return False
        return not any(self.r.acts[at] for at in range(light.last + 1, first))

    def _hosted(self, candidate: Candidate) -> bool:
        """Talks or a protest without the article that are the object of a verb in the future (ستستضيف مصر محادثات)."""
        if candidate.type not in _GATHERINGS or candidate.pos != "n" or self.r.words[candidate.first].det:
            return False
        if self.r.words[candidate.first].pro or self.r.prep(candidate.first):
            return False
        for at in range(
            candidate.first - 1, max(self.r.sentences[candidate.sentence].first, candidate.first - _REACH) - 1, -1
        ):
            if self.r.acts[at]:
                return "س" in self.r.words[at].pro
            if self.r.forms[at] in _STOPS:
                return False
        return False

    def _at_one(self, candidate: Candidate) -> bool:
        """What is to be said or done at it is told in the future (سيناقش الملف أثناء لقائه بالوزير)."""
        first = candidate.first
        if candidate.type != "CONSULT" or candidate.pos != "n" or self.r.core(first - 1) not in _AT:
            return False
        start = max(self.r.sentences[candidate.sentence].first, first - _REACH)
        for at in range(first - 2, start - 1, -1):
            if self.r.acts[at]:
                return "س" in self.r.words[at].pro
            if self.r.forms[at] in _STOPS:
                return False
        return False

    def _awaited(self, candidate: Candidate) -> str | None:
        for at in range(candidate.last + 1, min(candidate.last + _REACH, len(self.r.forms))):
            if self.r.acts[at] or self.r.forms[at] in _STOPS:
                return None
            if at not in self.r.time_tokens and self.r.words[at].core in _AWAITED:
                return _AWAITED[self.r.words[at].core]
        return None

    def status_context(self, candidate: Candidate, frames: list[Frame], earlier: list[Judged]) -> list[Feature]:
        """What speaks for or against every status: tense, words of denial, doubt and plan, the report, the words
        beside."""
        word = self.r.words[candidate.first]
        context: list[Feature] = [
            ("type=type", candidate.type),
            ("type=type|pos|tense", candidate.type, candidate.pos, candidate.form),
            ("future=س in pro and pos == v", "س" in word.pro and candidate.pos == "v"),
        ]
        self._factual(candidate, context)
        self._reported(candidate, frames, context)
        self._beside(candidate, context)
        for number in range(len(earlier) - 1, -1, -1):
            if earlier[number].candidate.id == candidate.id:
                context.append(("same=same.status|det", earlier[number].status, word.det))
                break
        return context

    def _factual(self, candidate: Candidate, context: list[Feature]) -> None:
        """Words of denial, doubt and plan around the trigger."""
        sentence = self.r.sentences[candidate.sentence]
        for at in range(max(sentence.first, candidate.first - 9), min(sentence.last, candidate.last + 4)):
            row = self._effects[at]
            if row is None:
                continue
            for found in row:
                gap = candidate.first - at - 1
                place = min(bucket(gap), 5) if gap >= 0 else -1
                effect = found.entry.effect
                context.append(("fact=found.effect|place|pos", effect, place, candidate.pos))
                context.append(("factid=found.id", found.sense.id))
                context.append(("fact=found.effect|type", effect, candidate.type))

    def _reported(self, candidate: Candidate, frames: list[Frame], context: list[Feature]) -> None:
        """The words that open the report, and how far before the trigger they stand."""
        for frame in frames[-2:]:
            near = min(bucket(max(0, candidate.first - frame.last)), 6)
            context.append(("cue=frame.id", frame.rule))
            context.append(("cuestatus=frame.status|min(max(0, 6)", frame.entry.status, near))

    def _beside(self, candidate: Candidate, context: list[Feature]) -> None:
        """The words right before and behind the trigger, and the verb that carries it."""
        sentence = self.r.sentences[candidate.sentence]
        for step in range(1, 3):
            if candidate.first - step >= sentence.first:
                context.append(("bstep=words[first - step].core", step, self.r.words[candidate.first - step].core))
        if candidate.last + 1 < sentence.last:
            context.append(("a1=words[last + 1].core", self.r.words[candidate.last + 1].core))
        if candidate.light is not None:
            light = self.r.words[candidate.light.first]
            context.append(("light=light.tag.split(.)[0]", candidate.light.tag.partition(".")[0]))
            context.append(("lightfuture=س in light.pro", "س" in light.pro))
