"""Both sides of a meeting, an agreement or a clash, where the sentence names them: between two, one with another,
subjects that و ties, a host and his guest."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import NO_DOERS, has
from khabar.claims.kinds import DEALERS
from khabar.claims.neighbours import adjacent, last_tied
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import PREPOSITIONS, Reading

BOTH: Final = frozenset(
    "بلدان بلدين طرفان طرفين جانبان جانبين وزيران وزيرين رئيسان رئيسين زعيمان زعيمين دولتان دولتين رجلان رجلين "
    "مسؤولان مسؤولين حكومتان حكومتين".split()
)
"""Who is both sides in one word."""
_PAIRS: Final = (BOTH | {"اطراف"}) - {"مسؤولين"}
"""Those of them that are never one side of two (محادثات مع المسؤولين المصريين is)."""
_MEETS: Final = frozenset(("visit", "meet", "call", "negotiate"))
_FIGHTERS: Final = frozenset(("military", "armed-group", "alliance", "state", "person"))
_ARMED: Final = frozenset(("military", "armed-group", "organisation"))
"""Kinds of people who fight."""
CROWDS: Final = frozenset(
    "متظاهر متظاهرون متظاهرين متظاهرو محتج محتجون محتجين محتجو معتصمون معتصمين مستوطن مستوطنون مستوطنين مشجعون مشجعين "
    "شبان شباب طلاب طلبة اهالي اهال سكان سجناء معتقلون معتقلين فلسطينيون فلسطينيين مشاغبون مشاغبين مهربون مهربين "
    "مطلوب مطلوبون مطلوبين مطلوبان".split()
)
"""Heads of people who fight without arms, or outside any force."""
_CARRY: Final = frozenset(("LactA1", "LactB1", "LactB1j", "LactR", "by"))
"""Slots of the subject of the verb that carries the event noun."""
_AFTER: Final = frozenset("بعد عقب اثر قبل قبيل خلال".split())
"""Prepositions behind which a meeting of the subject of the verb before stands (غادر الوفد القاهرة بعد محادثات مع)."""
_SUBJECTS: Final = ("C", "LactA1", "LactB1", "S", "M")
"""Slots of the subjects of verbs, the likeliest one of a meeting first."""
_INSIDE: Final = frozenset(("في", "ب"))
"""Prepositions before where two meet or fight (اجتماع بواشنطن): a state there is no side."""
_TIMES: Final = frozenset(("عهد", "حقبة"))
"""Nouns of the time of somebody in office (اتفاق أبرم في عهد الرئيس فلان)."""
_TOPICS: Final = frozenset(
    "ازمة ملف ملفات قضية قضايا اوضاع وضع مستجدات تطورات تعاون علاقات سبل موضوع موضوعات مسائل مسالة قرار خطة "
    "شؤون".split()
)
"""Nouns of what is talked about."""
_GOES: Final = frozenset("زار زارت زاروا يزور تزور يزورون غادر غادرت يغادر تغادر".split())
"""Verbs whose object is where somebody goes or leaves."""
_GRACE: Final = frozenset("برعاية وبرعاية بوساطة وبوساطة باشراف وباشراف برقابة".split())
"""Words before whoever only brokers or oversees it (اتفاق برعاية مصر)."""
_OFFICE: Final = 4
"""Tokens of an office before the name."""
_REACH: Final = 10
"""Tokens between the event and its other side."""
_OBJECT: Final = 14
_BRINGS: Final = frozenset("جمع جمعت جمعه جمعها جمعهما يجمع تجمع يجمعه تجمعهم تجمعهما يجمعهما ضم ضمت يضم تضم".split())
"""Verbs of which a meeting is the subject and those who meet the object."""
_GATHERS: Final = 9
_BEGINS: Final = 3
"""Tokens between a meeting and such a verb, and behind this."""


class Sides:
    """Reads off both sides of what two do together."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses
        self._times = reading.tokens.among(_TIMES)

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) all sides, if two or more are told."""
        if candidate.frame != "mutual":
            return
        for one in row:
            inside = one.kind in {"state", "place"} and one.prep in _INSIDE and slots.get(one, "P:")[:2] == "P:"
            if self._goal(one) or self._topic(one):
                found.setdefault(one, APART)
            graced = self.r.forms[one.first - 1] in _GRACE
            if inside or graced or self._in_time(one.first):
                found.setdefault(one, APART)
        nations = self._nations(candidate, row)
        sides = self._between(candidate, row, slots) or nations or self._gathered(candidate, row)
        if len(sides) < 2:
            own = self._own(candidate, row, slots)
            other = self._other(candidate, row, slots)
            if other and not own and candidate.pos == "n" and candidate.mode in _MEETS:
                own = self._fronted(candidate, row)
            if other and not own and candidate.mode == "clash":
                own = self._in_it(candidate, other, row)
            sides = own + [one for one in other if one not in own] if own else []
        if not sides and candidate.pos == "n":
            sides = self._held(row, slots)
            found.update((one, "actor") for one in sides)
        paired = any(self.r.words[one.head].core in _PAIRS for one in sides)
        if len(sides) > 1 and (not paired or len({one.country for one in sides if one.country}) > 1):
            found.update((one, "actor") for one in sides)

    def _in_time(self, at: int) -> bool:
        """The time of somebody in office is told right before a token or by it."""
        return any(at - _OFFICE <= time <= at for time in self._times) if self._times else False

    def _topic(self, phrase: Phrase) -> bool:
        """What is talked about (اجتماع لبحث الأزمة السورية)."""
        if phrase.kind != "thing" and phrase.kind != "people":
            return False
        return self.r.words[phrase.head].core in _TOPICS and not phrase.prep

    def _goal(self, phrase: Phrase) -> bool:
        """Where the subject of a visit goes (يزور الرئيس الرياض ويوقع اتفاقات): no side of what he does there."""
        if phrase.kind not in {"state", "place"} or phrase.prep:
            return False
        verb = self.clauses.previous(phrase.first)
        if verb is None or self.r.words[verb].core.removeprefix("س") not in _GOES:
            return False
        subject = self.clauses.subject(verb)
        return subject is not None and subject is not phrase and subject.kind not in {"state", "place"}

    def _between(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> list[Phrase]:
        """Between whom it is (اجتماع بين الوزير ونظيره)."""
        near = [one for one in row if self._side(one) and 0 < one.first - candidate.last <= 2 * _REACH]
        first = next((one for one in near if self._two(one, slots) and one.coord is None), None)
        if first is None or first.first - candidate.last > _REACH:
            return []
        sides = self._with_ties(first, row)
        return sides if len(sides) > 1 else sides + self._aside(sides[-1], near, row)

    def _two(self, phrase: Phrase, slots: ByPhrase) -> bool:
        """Behind بين, the noun's own or that of the verb it is the subject of (لقاء سيعقد بين)."""
        return phrase.prep == "بين" and slots.get(phrase, "").endswith("P:بين")

    def _aside(self, first: Phrase, near: list[Phrase], row: list[Phrase]) -> list[Phrase]:
        """The other side behind "on the one hand" (بين الجيش من جهة والمسلحين من جهة أخرى)."""
        for one in near:
            joined = one.first > first.last and "و" in self.r.words[one.first].pro
            if joined and self.r.forms[one.last + 1 : one.last + 2] == ["من"] and self._hand(one.last + 2):
                return self._with_ties(one, row)
        return []

    def _hand(self, at: int) -> bool:
        return at < len(self.r.words) and self.r.words[at].core in {"جهة", "ناحية", "جانب"}

    def _gathered(self, candidate: Candidate, row: list[Phrase]) -> list[Phrase]:
        """Whom a meeting brings together, by the verb before or behind it (لقاء جمع الوزير بنظيره)."""
        if candidate.pos != "n" or candidate.mode == "clash":
            return []
        first = max(candidate.first - 1, 0)
        for at in (first, *range(candidate.last + 1, min(candidate.last + _GATHERS, len(self.r.forms)))):
            if self.r.words[at].core.removeprefix("س") not in _BRINGS or self.r.words[at].det:
                continue
            start = max(at, candidate.last)
            near = [one for one in row if self._side(one) and start < one.first <= start + _REACH]
            one = next((one for one in near if one.coord is None and not one.prep), None)
            if one is None or one.first > start + _BEGINS:
                return []
            other = [two for two in near if two.first > one.last and two.coord is None and two.prep in {"مع", "ب"}]
            return self._with_ties(one, row) + (self._with_ties(other[0], row) if other else [])
        return []

    def _nations(self, candidate: Candidate, row: list[Phrase]) -> list[Phrase]:
        """Two or three states whose adjectives a meeting or an agreement bears (قمة سعودية أميركية)."""
        if candidate.pos != "n" or candidate.mode == "clash":
            return []
        found: list[Phrase] = []
        for one in row:
            if one.kind == "adjective" and one.country and one.first == candidate.last + 1 + len(found):
                found.append(one)
        return found if len({one.country for one in found}) > 1 else []

    def _held(self, row: list[Phrase], slots: ByPhrase) -> list[Phrase]:
        """Who alone is told to have held talks (الاتصالات التي أجرتها مصر)."""
        held = [one for one in row if slots.get(one) == "by" and one.coord is None]
        one = next((one for one in held if self._side(one) or (one.kind == "thing" and one.definite)), None)
        return self._with_ties(one, row) if one is not None else []

    def _own(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> list[Phrase]:
        """The subject of the verb or of its light verb, the genitive of the noun, or whom its suffix means."""
        if self._suffixed(candidate):
            return self._whose(candidate, row, slots)
        for one in row:
            if not self._side(one) or one.coord is not None or one.prep:
                continue
            slot = slots.get(one, "")
            near = adjacent(self.r, candidate.last, one)
            before = slot[:2] == "B1" and 0 < candidate.first - last_tied(one, row) <= 3
            before = before or (candidate.pos == "v" and not slot and one.last == candidate.first - 1)
            carried = slot in _CARRY or (slot == "S" and self._goes_on(candidate, one, slots))
            if (slot[:2] == "A1" and near) or before or carried or (slot[:1] == "G" and near):
                return self._with_ties(one, row)
        return self._governed(candidate, row, slots)

    def _suffixed(self, candidate: Candidate) -> bool:
        return candidate.pos == "n" and self.r.words[candidate.last].enc in THIRD

    def _whose(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> list[Phrase]:
        """Whose meeting a suffix tells (قال الوزير بعد اجتماعه مع نظيره): the subject of a verb of the sentence."""
        suffix = self.r.words[candidate.last].enc
        for label in _SUBJECTS:
            for one in row:
                subject = slots.get(one) == label and one.coord is None and not one.prep and self._side(one)
                if subject and meant(suffix, self.r.words[one.head].core, one):
                    return self._with_ties(one, row)
        return []

    def _goes_on(self, candidate: Candidate, phrase: Phrase, slots: ByPhrase) -> bool:
        """The verb has no subject of its own beside it: whoever did the verb before met too (زار تونس والتقى)."""
        if candidate.pos != "v" or candidate.mode not in _MEETS or phrase.last > candidate.first:
            return False
        opened = self.r.words[candidate.first].pro[:1] in {"و", "ف"} or self.r.forms[candidate.first - 1] == "كما"
        return opened and not any(slot[:2] in {"B1", "R"} for slot in slots.values())

    def _governed(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> list[Phrase]:
        """Who does the verb that the event noun is the object of (أصدر العراق وتركيا بيانا مشتركا), or who enters or
        falls in a clash (دخل الجيش في مواجهات مع)."""
        if candidate.mode == "clash":
            before = [one for one in row if one.last < candidate.first and not one.prep]
            return [one for one in before if slots.get(one) == "C" and fights(one)]
        if candidate.mode in _MEETS and candidate.pos == "n" and self.r.forms[candidate.first - 1] in _AFTER:
            return self._of_before(candidate, row)
        if (
            candidate.pos != "n"
            or self.r.forms[candidate.first - 1] in PREPOSITIONS
            or self.r.words[candidate.first].pro
        ):
            return []
        for one in row:
            if slots.get(one) in {"C", "LhappenA1"} and one.last < candidate.first and self._side(one):
                sides = self._with_ties(one, row)
                return sides if len(sides) > 1 or self._alone(candidate) else []
        return []

    def _alone(self, candidate: Candidate) -> bool:
        """The verb right before the noun goes on from the one before (يزور الرئيس الرياض ويوقع اتفاقات)."""
        verb = candidate.first - 1
        return self.r.acts[verb] and self.r.words[verb].pro[:1] == "و"

    def _of_before(self, candidate: Candidate, row: list[Phrase]) -> list[Phrase]:
        """The subject of the verb before, which stands behind it or before it."""
        verb = self.clauses.previous(candidate.first)
        subject = self.clauses.subject(verb) if verb is not None else None
        if subject is None or subject.kind not in DEALERS or not self._side(subject):
            return []
        return self._with_ties(subject, row)

    def _fronted(self, candidate: Candidate, row: list[Phrase]) -> list[Phrase]:
        """Who does the verb before which the meeting stands as an adverb (وعقب اجتماع مع الوفد، قال الوزير)."""
        if self.r.forms[candidate.first - 1] not in _AFTER | {"وعقب", "وبعد", "وقبل", "وخلال", "وقبيل", "واثر"}:
            return []
        if self.clauses.previous(candidate.first) is not None:
            return []
        verb = self.clauses.main(candidate.sentence)
        subject = self.clauses.subject(verb) if verb is not None and verb > candidate.last else None
        if subject is None or subject.first < candidate.first or subject.kind not in DEALERS:
            return []
        return self._with_ties(subject, row) if self._side(subject) else []

    def _in_it(self, candidate: Candidate, other: list[Phrase], row: list[Phrase]) -> list[Phrase]:
        """Who did or suffered what is told before a clash with others: the first side of it (قتل جندي في اشتباك مع
        مهربين)."""
        theirs = {self.r.words[at].core for one in other for at in range(one.first, one.last + 1)}
        for one in reversed(row):
            if one.last >= candidate.first or one.coord is not None or one.prep or self._kin(one, theirs):
                continue
            if fights(one) or self.r.words[one.head].core in CROWDS:
                return self._with_ties(one, row)
        return []

    def _kin(self, phrase: Phrase, theirs: set[str]) -> bool:
        return any(self.r.words[at].core in theirs for at in range(phrase.first, phrase.last + 1))

    def _other(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase) -> list[Phrase]:
        """With whom it is, or whom the verb has as its object."""
        for one in row:
            slot, distance = slots.get(one, ""), one.first - candidate.last
            against = slot == "P:مع" or (slot == "P:ضد" and candidate.mode == "clash")
            against = against or (slot[:1] == "G" and self._suffixed(candidate))
            against = against or (slot == "P:ب" and candidate.mode in _MEETS and one.kind in {"person", "people"})
            if self._side(one) and one.coord is None and against and 0 < distance <= _REACH:
                return self._with_ties(one, row)
        if candidate.pos != "v" or candidate.mode not in _MEETS:
            return []
        for one in row:
            slot, distance = slots.get(one, ""), one.first - candidate.last
            after_own = slot[:2] == "A2" or (slot == "A1" and has(slots, "S"))
            object_ = after_own or (slot == "P:ب" and one.kind in {"person", "people"})
            if object_ and self._side(one) and one.coord is None and 0 < distance <= _OBJECT:
                return self._with_ties(one, row)
        return []

    def _side(self, phrase: Phrase) -> bool:
        """Somebody, or the side of a state (الجانب المصري)."""
        of_state = phrase.country is not None and self.r.words[phrase.head].core in {"جانب", "طرف"}
        if phrase.kind in NO_DOERS and not of_state:
            return False
        return phrase.kind != "adjective" and not phrase.holds

    def _with_ties(self, first: Phrase, row: list[Phrase]) -> list[Phrase]:
        """A phrase and all that و ties to it."""
        tied = [first]
        for one in row:
            if one.coord is not None and one.coord in tied and self._side(one):
                tied.append(one)
        return tied


def fights(phrase: Phrase) -> bool:
    """Somebody who can be a side of a clash: no civilians, no body that only tells of it."""
    if phrase.holds:
        return False
    return phrase.kind in _FIGHTERS or (phrase.kind == "people" and phrase.role in _ARMED)
