"""The objects of a verb of words, told from its subject: whom it names first or behind its subject (اتهمت باريس موسكو
بالتدخل), whom it turns to with a preposition (طلب من الجيش)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import MASCULINE_STATES
from khabar.claims.answerable import CALLED
from khabar.claims.blamed import APART, FAR, STRONG, UNDERGONE
from khabar.claims.candidates import Candidate
from khabar.claims.cases import Cases
from khabar.claims.clauses import STOPS, THAT, Clauses, masculine
from khabar.claims.grammar import governed, has
from khabar.claims.kinds import OPINIONS, SPEAKERS
from khabar.claims.neighbours import adjacent
from khabar.claims.onward import EVERYBODY, all_of, goes_on, owned_thing
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_PREPOSITIONS: Final = frozenset(("عن", "على", "الى", "من", "مع"))
_OF_STATES: Final = frozenset("عضو حليف حليفة جار جارة شقيق شقيقة راعي راعية".split())
"""What a state is called behind its name (الكويت العضو غير الدائم)."""
_BODIES: Final = STRONG - {"people", "state"}
_SEVERAL: Final = frozenset("منظمات دول بلدان حكومات".split())
"""Those whom everybody calls upon, if they have the article: without it they call (حذرت منظمات دولية)."""
_MAN: Final = frozenset("خليفة نابغة علامة".split())
_CALLERS: Final = frozenset("منظمات مواطنين سكان اهالي مانحين".split())
OF_WORDS: Final = frozenset(
    "قرار قرارات تصريح تصريحات موقف مواقف خطاب خطابات خطة خطط سياسة سياسات اقتراح مقترح دعوة دعوات رفض محاولة محاولات "
    "كلام اقوال اتهامات مزاعم تعامل اداء صمت نهج سلوك ممارسات تعليق تعليقات تغريدة تغريدات تهديد تهديدات خطوة خطوات "
    "اعلان طلب توجه اسلوب سجل".split()
)
"""Nouns of words and decisions, whose genitive is whoever spoke or decided."""
_NEAR: Final = 2
"""Tokens before a verb within which the paper that demands stands."""
_DOCUMENTS: Final = frozenset("بيان مذكرة مسودة رسالة نص وثيقة مشروع".split())
"""Papers that demand and condemn in the words of whoever issued them."""
_PAPERS: Final = _DOCUMENTS | frozenset(
    "قرار قرارا بيانا مشروعا تقرير تقريرا رسائل نصا مذكرات خطاب خطابا منشور منشورا منشورات لافتات هتافات شعارات "
    "بيانات قرارات عريضة اعلان اعلانا مقترح مقترحا".split()
)
"""Papers and cries of which a verb right behind them tells."""
_SINGLE: Final = frozenset(("person", "state", "government", "place"))
"""Kinds of phrases that no verb in the plural has for a subject, if they are one."""
_GAP: Final = 4
"""Tokens behind a verb within which its first object stands."""


class SpeechObjects:
    """Reads the objects of verbs of words, and tells who cannot be their subject."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses
        self._cases = Cases(reading)

    def bare_objects(self, candidate: Candidate, objects: list[Phrase], found: ByPhrase) -> None:
        """The objects of a verb of words: whom it names first, or whom it calls on behind that (اتهمت باريس موسكو
        بالتدخل)."""
        if not objects or objects[0].first - candidate.last > _GAP:
            return
        first, rest = objects[0], objects[1:]
        if self._governed(candidate, first):
            found[first] = "target" if candidate.type in OPINIONS else APART
            return
        if self._no_subject(candidate, first) and not (rest and self._calls(first, rest[0])):
            found[first] = "target"
            self._same_subject(candidate, found)
            return
        if found.get(first) != "actor" and self.r.words[first.head].core not in _PAPERS:
            return
        state = first.kind == "state"
        if rest and self._described(first, rest[0]) and (state or (len(rest) > 1 and rest[1].kind in STRONG)):
            found[rest[0]] = APART
            rest = rest[1:]
        if rest and rest[0].first - candidate.last <= FAR and self._object(candidate, first, rest[0]):
            found[rest[0]] = "target"

    def _same_subject(self, candidate: Candidate, found: ByPhrase) -> None:
        """A verb that و joins to another has the subject of that one (نعت الحركة قائدها وتوعدت الاحتلال)."""
        if not goes_on(self.r, candidate.first) or has(found, "actor"):
            return
        subject = self.clauses.subject(candidate.first)
        if subject is not None and subject.last < candidate.first and subject.kind in SPEAKERS:
            found[subject] = "actor"

    def _calls(self, first: Phrase, other: Phrase) -> bool:
        """Those who are mostly called upon call upon somebody themselves, named behind (وناشد الأهالي المنظمات)."""
        near = other.first == first.last + 1 and other.kind in STRONG
        return near and self.r.words[first.head].core in _CALLERS

    def _object(self, candidate: Candidate, subject: Phrase, phrase: Phrase) -> bool:
        """Somebody behind the subject, before what is demanded of him begins, who suffered nothing by what is told."""
        called = candidate.type == "REQUEST"
        whose = phrase.kind == "person" and candidate.type in OPINIONS and self.r.core(phrase.first - 1) in OF_WORDS
        if not (phrase.kind in STRONG or whose or (called and self._called(phrase))) or self._parted(subject, phrase):
            return False
        noun = phrase.first - 1
        if self.clauses.events[noun] and self.r.words[noun].pro:
            return False
        if called:
            low, high = subject.last + 1, phrase.first
            asked = candidate.id == "request.ask" and any(self.r.forms[at] == "من" for at in range(low, high))
            return not asked and not any(
                "ب" in self.r.words[at].pro or self.r.forms[at] == "الى" for at in range(low, high)
            )
        return phrase.kind != "people" or self.r.words[phrase.first - 1].core not in UNDERGONE

    def _called(self, phrase: Phrase) -> bool:
        return phrase.kind == "thing" and self.r.words[phrase.head].core in CALLED

    def not_subjects(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Who cannot have said it: one person or state before a verb in the plural (شيرين ونددوا), a paper; before a
        verb in the singular that و joins what somebody has (سياساتها), or several (الحوثيين، ووصف)."""
        plural = self.r.forms[candidate.first].endswith("وا")
        joined = candidate.number in {"m", "f"} and self.r.words[candidate.first].pro[:1] == "و"
        for phrase in row:
            one = plural and phrase.last < candidate.first and phrase.kind in _SINGLE and phrase.number != "p"
            alone = one and phrase.coord is None and not any(other.coord is phrase for other in row)
            paper = found.get(phrase) == "actor" and self.r.words[phrase.head].core in _DOCUMENTS
            before = joined and phrase.last < candidate.first
            owned = before and phrase.kind == "thing" and owned_thing(self.r.words[phrase.head])
            several = before and self._cases.oblique(phrase)
            if alone or paper or owned or several:
                found[phrase] = APART

    def prepositional(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Behind a preposition that the entry knows stands whom the verb turns to (طلب من الجيش، أهاب بالسكان)."""
        if has(found, "target"):
            return
        for phrase in row:
            slot = slots.get(phrase, "")
            near = 0 < phrase.first - candidate.last <= FAR and (
                phrase.kind in STRONG or self._asked(candidate, phrase)
            )
            owner = slot == "P:ل" and self.r.core(phrase.first - 1) in _PAPERS  # تقرير للبرلمان
            if owner:
                found[phrase] = APART
                continue
            if near and slot.startswith("P:") and governed(slot[2:], candidate.entry) == "target":
                if not self._parted_from(candidate.last, phrase):
                    found[phrase] = "target"
                return

    def _asked(self, candidate: Candidate, phrase: Phrase) -> bool:
        """A body without a name, of which something is asked (طلب من المجلس)."""
        near = phrase.first - candidate.last <= _GAP and candidate.id == "request.ask"
        if near and phrase.kind == "person" and self.r.forms[phrase.first - 1] == "من":
            return True
        asked = near and phrase.kind == "thing" and self.r.forms[phrase.first - 1] == "من"
        return asked and phrase.definite and self.r.words[phrase.first].det

    def _governed(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The phrase is the genitive of a noun that a preposition governs, right behind the verb (أشاد بدور الجيش)."""
        noun = candidate.last + 1
        if phrase.first != noun + 1 or phrase.kind not in STRONG | {"person"}:
            kind = phrase.kind in STRONG | {"person"}
            return phrase.first == noun + 2 and kind and self.r.forms[noun] in _PREPOSITIONS
        word = self.r.words[noun]
        return "ب" in word.pro and not word.det and noun not in self.r.time_tokens

    def _no_subject(self, candidate: Candidate, phrase: Phrase) -> bool:
        """The bare phrase right behind the verb is its object: the verb is masculine and it is not, or has its subject
        in it (أحث الحكومة), or goes on with the subject of the one before and calls upon somebody who never calls; or
        it is somebody's own people (تدعو سكانها)."""
        if not adjacent(self.r, candidate.last, phrase):
            return False
        if self._cases.oblique(phrase) or all_of(self.r, candidate, phrase):
            return True
        if phrase.first != candidate.last + 1:
            everybody = self.r.words[phrase.head].core in EVERYBODY and phrase.kind in STRONG
            return everybody and candidate.type == "REQUEST"
        if phrase.kind not in STRONG:
            return candidate.number == "1" and candidate.type == "REQUEST" and self._called(phrase)
        if candidate.number == "1" or self._paper(candidate.first):
            return True
        head = self.r.words[phrase.head].core
        if candidate.number == "f" and masculine(head):
            return True
        everybody = head in EVERYBODY and (head not in _SEVERAL or self.r.words[phrase.head].det)
        if goes_on(self.r, candidate.first) and everybody and candidate.type in {"ACCUSE", "REQUEST"}:
            return not self.clauses.events[phrase.last + 1]  # وأدانت دول أوروبية القصف
        if phrase.kind == "people" and phrase.number == "p" and self.r.words[phrase.head].enc:
            return candidate.type in {"REQUEST", "THREATEN"}
        if candidate.number != "m":
            return False
        if phrase.kind == "state":
            return self.r.words[phrase.last].core not in MASCULINE_STATES and phrase.first == phrase.last
        return phrase.kind in _BODIES and head.endswith("ة") and head not in _MAN

    def _paper(self, verb: int) -> bool:
        """A paper right before the verb condemns or demands (مشروع قرار يدين الحركة)."""
        if self.r.words[verb].pro:
            return False
        at = verb - 1
        while at > verb - _NEAR - 1 and self.r.words[at].cls == "j":
            at -= 1
        return self.r.words[at].core in _PAPERS

    def _described(self, bearer: Phrase, title: Phrase) -> bool:
        """A title right behind a name is in apposition to it."""
        named = bearer.kind == "person" and title.kind in {"person", "people"}
        beside = title.first == bearer.last + 1 and bearer.name[1] == bearer.last and bearer.name[0] > bearer.first
        if named and title.kind == "people" and "title" not in self.r.lex[title.first] and not beside:
            return False
        named = named or (bearer.kind == "state" and self.r.words[title.first].core in _OF_STATES)
        return named and all(self.r.forms[at] in PAUSE for at in range(bearer.last + 1, title.first))

    def _parted(self, one: Phrase, other: Phrase) -> bool:
        """Another clause opens between two phrases."""
        return self._parted_from(one.last, other)

    def _parted_from(self, last: int, other: Phrase) -> bool:
        return any(
            self.r.forms[at] in STOPS or self.r.forms[at] in THAT or self.clauses.acting[at]
            for at in range(last + 1, other.first)
        )
