"""Words that name an event in passing: one that was told and is taken up with nothing new; what nobody claims; what was
not done at all; a count over a period."""

from __future__ import annotations

from typing import Final

from khabar.claims.accessories import accessory
from khabar.claims.aftermath import suffers
from khabar.claims.attributes import attribute
from khabar.claims.backdrops import backdrop, case_of
from khabar.claims.campaigns import struggle
from khabar.claims.candidates import Candidate
from khabar.claims.claimed import unattached
from khabar.claims.conditions import without
from khabar.claims.echoes import counted, dated_from, unnumbered
from khabar.claims.fallen import described
from khabar.claims.figurative import figurative, private
from khabar.claims.frames import Attribution
from khabar.claims.genres import Genres
from khabar.claims.kinds import INCIDENTS, OPINIONS, VERBAL_TYPES
from khabar.claims.meetings import refused, resumed, wished
from khabar.claims.mishaps import accidental
from khabar.claims.over_time import summed
from khabar.claims.papers import provided
from khabar.claims.particulars import CLAUSES, particular, planted
from khabar.claims.protests import chanted, habitual, known_protest
from khabar.claims.remains import known_remains
from khabar.claims.retold import retold, unplaced
from khabar.claims.revisited import revisited
from khabar.claims.spoken_of import spoken_of
from khabar.claims.supposals import hinging, supposed
from khabar.claims.taken_up import since, taken_up
from khabar.claims.unreal import Unreal
from khabar.mentions.reading import DEMONSTRATIVES, Reading

_ANY: Final = frozenset(("اي", "من", "اية"))
_NOT: Final = frozenset("لم لا دون بدون عدم لن".split())
_ONGOING: Final[tuple[str, ...]] = ("assault.fighting", "assault.operation")
"""Beginnings of the ids of entries that name fighting and operations as a whole."""
_BOUND: Final = frozenset("مرشح مرشحة قابل قابلة".split())
_RISES: Final = frozenset("يرتفع ترتفع يزداد تزداد يزيد تزيد".split())
_POSTURES: Final = frozenset(("mobilize.spread-out", "mobilize.take-positions"))
"""Entries of verbs that tell where forces stand as well as that they take up positions."""
_STATIONS: Final = "mobilize.deploy"
_STRENGTH: Final = 6
"""Tokens behind such a verb within which the strength of the forces stands."""
_BEGINS: Final = frozenset("بدا بدات بداوا ان باتت بات اخذت راحت سوف".split())
_REFUSES: Final = "reject.refuse"
_COMMENTS: Final = frozenset("تعليق ادلاء افصاح خوض".split())
_DETAILS: Final = frozenset("تاكيد كشف ذكر تحديد نفي اجابة حديث".split())
"""What somebody declines to tell, where a noun follows or عن (رفض تأكيد النبأ، رفض الحديث عن الخطط)."""
_DETAILED: Final = 6
"""Tokens behind the verb within which these stand."""
_REFUSED: Final = 20
"""Tokens behind a verb of refusing within which what is refused stands."""
_MANY: Final = 10
_PERIOD: Final = 12
"""Tokens after a count within which its period begins."""
_TURNS: Final = frozenset(("coerce.seize.coup.noun", "coerce.hold.depose", "assault.war.noun"))
"""Entries of wars and falls of rulers, from which other things are dated."""
_DEAD: Final = "assault.casualties"
_LARGE: Final[tuple[str, ...]] = (
    "assault.operation",
    "assault.named-operation",
    "assault.incursion",
    "assault.invasion",
    "assault.campaign",
)
"""Beginnings of the ids of entries of what takes weeks."""
_CAUSE: Final = "accuse.because-of-them"
"""Entry of naming the cause, which is whole as well."""
_SAYINGS: Final = frozenset(("THREATEN", "SUPPORT"))
"""Types whose phrases are whole statements."""


class Passing:
    """Tells what is no claim though it names an event."""

    def __init__(self, reading: Reading, attribution: Attribution) -> None:
        self.r = reading
        self._chain_at = attribution.chain_at
        self._same = attribution.speakers.same
        self._unreal = Unreal(reading)
        self._genres = Genres(reading)

    def why(self, candidate: Candidate, told: list[Candidate], losses: str) -> str:
        """How a word names its event in passing, given the claims ``told`` before it; empty if it does not. ``losses``:
        what it says of losses (:meth:`khabar.claims.news.News.losses`)."""
        aside = self._other(candidate) or self._known(candidate, told)
        if aside:
            return aside
        if spoken_of(self.r, candidate, told):
            return "spoken of"
        if candidate.type in INCIDENTS and (counted(self.r, candidate) or summed(self.r, candidate, losses)):
            return "tally"
        if candidate.type in INCIDENTS and supposed(self.r, candidate):
            return "supposed"
        if candidate.type == "CONSULT" and candidate.pos == "n" and hinging(self.r, candidate):
            return "supposed"
        if accessory(self.r, candidate, told):
            return "accessory"
        if candidate.pos == "n":
            return "backdrop" if backdrop(self.r, candidate) else self._noun(candidate, told, losses)
        if candidate.type in INCIDENTS and self._unreal.ordered(candidate, told):
            return "unreal"
        if candidate.id == _REFUSES and candidate.pos == "v" and self._silent(candidate):
            return "silence"
        return "presence" if self._stands(candidate) else ""

    def _other(self, candidate: Candidate) -> str:
        """How it names something else than what somebody did."""
        if attribute(self.r, candidate):
            return "attribute"
        if accidental(self.r, candidate):
            return "accident"
        if self._genres.told(candidate):
            return "game"
        if figurative(self.r, candidate):
            return "figure of speech"
        if case_of(self.r, candidate):
            return "case"
        if private(self.r, candidate):
            return "private"
        if candidate.pos == "v" and candidate.type == "ASSAULT" and without(self.r, candidate.first):
            return "unreal"
        return "found" if known_remains(self.r, candidate) else ""

    def _known(self, candidate: Candidate, told: list[Candidate]) -> str:
        """How it only says more of what was told, or of what was to be."""
        if unplaced(self.r, candidate, told):
            return "incident"
        if planted(self.r, candidate):
            return "particular"
        if resumed(self.r, candidate, told) and not self._anew(candidate, told):
            return "meeting"
        if wished(self.r, candidate) or revisited(self.r, candidate, told):
            return "meeting"
        if chanted(self.r, candidate, told) or habitual(self.r, candidate):
            return "again"
        if refused(self.r, candidate, told):
            return "refused"
        return "provision" if provided(self.r, candidate, told) else ""

    def _anew(self, candidate: Candidate, told: list[Candidate]) -> bool:
        """Somebody else than who told of a meeting says of both sides what they discussed (وذكرت الوكالة أن الجانبين
        بحثا): a claim of its own source."""
        if candidate.pos != "v":
            return False
        chain = self._chain_at(candidate.first)[0]
        last = next((one for one in reversed(told) if one.type == candidate.type), None)
        if not chain or last is None or last.sentence == candidate.sentence:
            return False
        former = self._chain_at(last.first)[0]
        return not any(self._same(chain[-1], one) for one in former)

    def _noun(self, candidate: Candidate, told: list[Candidate], losses: str) -> str:
        """How a noun does."""
        if self._unclaimed(candidate) or unattached(self.r, candidate, told):
            return "unclaimed"
        if candidate.type in INCIDENTS and self._unreal.holds(candidate, told):
            return "unreal"
        if candidate.type in OPINIONS and self._unreal.wanted(candidate, told):  # طالب المجلس بإدانة القصف
            return "unreal"
        if self._taken_part(candidate):
            return "part"
        if particular(self.r, candidate, told[-1] if told else None):
            return "particular"
        if candidate.type == "ASSAULT" and (suffers(candidate) or candidate.id == _DEAD) and self._expected(candidate):
            return "expected"
        if candidate.type in VERBAL_TYPES and self._topic(candidate):
            return "topic"
        if candidate.type == "PROTEST":
            known = known_protest(self.r, candidate, told)
            if known:
                return known
        if candidate.id in _TURNS and since(self.r, candidate):
            return "backdrop"
        if candidate.id.startswith(_LARGE) and dated_from(self.r, candidate):
            return "backdrop"
        if struggle(self.r, candidate, losses):
            return "backdrop"
        if (not losses and unnumbered(self.r, candidate)) or described(self.r, candidate):
            return "toll"
        return retold(self.r, candidate, told, losses) or taken_up(self.r, candidate, told, losses)

    def _stands(self, candidate: Candidate) -> bool:
        """Where forces stand (تتمركز المدفعية على الحدود، تنشر واشنطن 900 جندي), not where they go."""
        first = candidate.first
        if candidate.id == _STATIONS and candidate.form == "impf" and "س" not in self.r.words[first].pro:
            return bool(candidate.sentence) and any(
                at in self.r.number_tokens
                for at in range(candidate.last + 1, min(candidate.last + _STRENGTH, len(self.r.words)))
            )
        if candidate.form != "impf" or candidate.id not in _POSTURES or "س" in self.r.words[first].pro:
            return False
        return self.r.core(first - 1) not in _BEGINS

    def _silent(self, candidate: Candidate) -> bool:
        """Somebody only declines to say something (رفض الناطق، الذي حضر اللقاء، التعليق على الأنباء)."""
        end = min(self.r.sentences[candidate.sentence].last, candidate.last + _REFUSED)
        for at in range(candidate.last + 1, end):
            if self.r.core(at) in _COMMENTS and not self.r.words[at].pro:
                return True
            if at <= candidate.last + _DETAILED and self.r.core(at) in _DETAILS and not self.r.words[at].pro:
                return self.r.core(at + 1) not in {"مع", "الي"}
            if self.r.forms[at] in CLAUSES:
                return False
        return False

    def _unclaimed(self, candidate: Candidate) -> bool:
        """لم تعلن أي جهة على الفور مسؤوليتها عن الهجوم."""
        at = candidate.first - 1
        while self.r.core(at) in DEMONSTRATIVES or self.r.core(at) in _ANY:
            at -= 1
        if self.r.core(at) != "عن" or not self.r.core(at - 1).startswith("مسؤولي"):
            return False
        start = max(self.r.sentences[candidate.sentence].first, at - 9)
        return any(self.r.core(before) in _NOT for before in range(start, at - 1))

    def _taken_part(self, candidate: Candidate) -> bool:
        """Somebody's part in fighting that goes on (القوات المشاركة في العمليات)."""
        first = candidate.first
        if not candidate.id.startswith(_ONGOING) or self.r.core(first - 1) != "في":
            return False
        return any(self.r.core(at).startswith("مشارك") for at in range(max(0, first - 5), first - 1))

    def _expected(self, candidate: Candidate) -> bool:
        """A toll that is only expected to rise (عدد القتلى مرشح للارتفاع)."""
        for at in range(candidate.last + 1, min(candidate.last + 4, len(self.r.words))):
            if self.r.core(at) in _BOUND or (self.r.core(at) in _RISES and self.r.core(at - 1) == "قد"):
                return True
        first = candidate.first
        return self.r.core(first - 1) in _RISES and self.r.core(first - 2) in {"ان", "قد"}

    def _topic(self, candidate: Candidate) -> bool:
        """What a statement is about (أكد أن التهديدات لا تخيفه), not what it says (قال إن كل الخيارات مطروحة، إن من
        الضروري وقف القتال)."""
        if candidate.form == "phrase" and (candidate.type in _SAYINGS or self.r.forms[candidate.first] == "من"):
            return False
        if candidate.id == _CAUSE:  # إن السبب الأول للأزمة هو الحصار
            return False
        return self.r.core(candidate.first - 1) == "ان" and not self.r.words[candidate.first].pro
