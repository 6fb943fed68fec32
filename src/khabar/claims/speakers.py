"""Who is meant where a report names nobody, or nobody anew: the last speaker, the issuer of a statement."""

from __future__ import annotations

from typing import Final

from khabar.claims.carriers import is_publisher
from khabar.claims.frame import Frame
from khabar.claims.kinds import PUBLISHERS
from khabar.mentions.phrase import ISSUERS, Phrase
from khabar.mentions.reading import Reading

_STATEMENTS: Final = frozenset("بيان بيانا بلاغ بلاغا تصريح تقرير تقريرا".split())
_ISSUERS: Final = ISSUERS | {"state"}
_CARRIERS: Final = PUBLISHERS | {"document"}
_SIDES: Final = frozenset(("armed-group", "military", "government", "state"))
_STATED: Final = frozenset(("cue.doc-came-in", "cue.doc-in-statement", "cue.noun-statement"))
"""Entries of the words for statements."""
_CAME_IN: Final = "cue.doc-came-in"
_LATELY: Final = 4
"""Sentences in which a statement may have been brought in."""
_TITLES: Final = frozenset(
    "مسؤول مسؤولة مسوول مسوولة متحدث متحدثة ناطق ناطقة اعلامي دبلوماسي قيادي محلل خبير صحفي صحافي كاتب باحث ناشط حقوقي "
    "محامي طبيب معارض مبعوث سفير نائب".split()
)
_OFFICERS: Final = frozenset("ضابط عقيد عميد لواء رائد نقيب مقدم".split())
_SPOKESMEN: Final = frozenset("مسؤول مسوول متحدث ناطق قيادي".split())
_BOTH: Final = frozenset("مصدران مصدرين مسؤولان مسؤولين شاهدان شاهدين".split())
_SOURCES: Final = frozenset(("مصدر", "مصادر"))
_BACK: Final = 4
"""Sentences in which an official without a name may have been brought in."""


class Speakers:
    """Remembers the chain of the last report (``last``) and all reports so far (``frames``)."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.phrases = phrases
        self.frames: list[Frame] = []
        self.last: list[Phrase] = []

    def add(self, frame: Frame, here: list[Frame]) -> None:
        """One more report of a sentence (``here``: those before it). Whoever tells what another said goes on, not the
        other; a publisher named behind the words is no speaker of its own."""
        self.frames.append(frame)
        inner = [other for other in here if other.chain and not other.outer]
        if not frame.chain or any(other.opened and other.covers(frame.first) for other in inner):
            return
        if inner and all(any(one is link for link in inner[-1].chain) for one in frame.chain):
            return  # وقال الوزير في بيان نشرته الوكالة
        behind = frame.outer and inner and is_publisher(frame.chain[-1])
        self.last = [*frame.chain, *inner[-1].chain] if behind else frame.chain

    def issued(self, frame: Frame, number: int, here: list[Frame]) -> list[Phrase]:
        """A bare statement speaks for whoever issued it (نشر الجيش بيانا قال فيه, وأوضح البيان): the teller before it
        in the sentence, else the body named there, else the last one that spoke. ``المصدر`` is whoever spoke last."""
        chain = frame.chain
        if len(chain) == 1 and self.last and self._again(chain[0]):
            return self._source() if is_publisher(self.last[-1]) else self.last
        if chain and self.last and self._official(chain[0]):
            return self.last if len(chain) == 1 else [self.last[-1], *chain[1:]]
        if not chain or chain[-1].role != "document" or not self._bare(chain[-1]):
            return chain
        told = [other for other in here if other.chain and not other.outer and other.first < frame.first]
        if told and frame.outer:
            return told[-1].chain
        before = [one for one in self.phrases[number] if one.last < chain[-1].first and one.kind in _ISSUERS]
        bare = [one for one in before if not one.prep]
        if bare:
            return [*chain[:-1], bare[-1]]
        owner = self._owner(chain[-1], number)
        if owner is not None:
            return [*chain[:-1], owner]
        near = [one for one in self.frames if number - one.sentence <= _LATELY and one.chain]
        told = [one for one in reversed(near) if one.chain[-1].role not in _CARRIERS]
        issued = [one for one in told if one.rule in _STATED]
        found = next((one for one in (*issued, *told[:1])), None)
        return chain if found is None else [*chain[:-1], found.chain[-1]]

    def _source(self) -> list[Phrase]:
        """The chain of the last source without a name, where a publisher spoke after it."""
        told = (one.chain for one in reversed(self.frames) if one.chain)
        return next((one for one in told if self.r.words[one[-1].head].core in _SOURCES), self.last)

    def _owner(self, document: Phrase, number: int) -> Phrase | None:
        """The body of a statement that is named by its head alone (بيان المنظمة), as it was named in full before."""
        if document.last == document.first:
            return None
        head = self.r.words[document.last].core
        for row in reversed(self.phrases[max(0, number - _LATELY) : number]):
            for one in row:
                if one.kind in _ISSUERS and one.last > one.first and self.r.words[one.first].core == head:
                    return one
        return None

    def stated(self, frame: Frame) -> list[Phrase]:
        """Who issued the statement in which something came (جاء في البيان): the one who spoke last, or who is told to
        have issued one right before."""
        if frame.rule != _CAME_IN or not self.r.words[frame.last].det:
            return []
        near = [one for one in self.frames if frame.sentence - one.sentence <= _LATELY and one.chain]
        told = [one for one in near if one.chain[-1].role not in _CARRIERS]
        if told:
            return [told[-1].chain[-1]]
        for number in range(frame.sentence - 1, max(-1, frame.sentence - _LATELY), -1):
            row = self.phrases[number]
            documents = [one for one in row if self.r.words[one.first].core in _STATEMENTS]
            issuers = [one for one in row if documents and one.last < documents[0].first]
            found = next((one for one in reversed(issuers) if one.kind in _ISSUERS and not one.prep), None)
            if found is not None:
                return [found]
        return []

    def _bare(self, document: Phrase) -> bool:
        """A statement without its issuer's full name (البيان, بيان الوزارة, البيان التركي)."""
        if self.r.words[document.first].core not in _STATEMENTS or document.last > document.first + 1:
            return False
        return document.last == document.first or self.r.words[document.last].det

    def _again(self, teller: Phrase) -> bool:
        """The last speaker is meant: the source, one of several before, the same source, both sources."""
        head = self.r.words[teller.head].core
        if head in {"نفس", "ذات"} and self.r.words[min(teller.head + 1, teller.last)].core == "مصدر":
            return True
        if head in _BOTH and teller.first == teller.last and teller.definite:
            return len(self.last) > 1
        if head != "مصدر" or not teller.definite or teller.last - teller.first > 1:
            return False
        if teller.last == teller.first and self.r.words[self.last[-1].head].core == "مصادر":
            return True
        heads = {self.r.words[phrase.first].core for phrase in self.last}
        if heads & {"مصدر", "مصادر"} or self.last[-1].kind == "person":
            return False
        last = self.last[-1]
        theirs = {self.r.words[at].core.removesuffix("ة") for at in range(last.first, last.last + 1)}
        return teller.last == teller.first or self.r.words[teller.last].core in theirs

    def _official(self, teller: Phrase) -> bool:
        """A bare title stands for the person who spoke last (المسؤول الباكستاني, المسؤولة الأممية)."""
        last, head = self.last[-1], self.r.words[teller.head].core
        if (head not in _TITLES and head not in _OFFICERS) or not teller.definite or teller.name[0] != teller.first:
            return False
        named = last.kind == "person" and (last.name[0] > last.first or hasattr(last.entry, "names"))
        named = named or (last.kind == "person" and last.name == (last.first, last.last) and last.last > last.first)
        named = named or (last.kind == "thing" and last.last > last.first and not last.definite)
        if not last.definite and last is not teller and self._one_rank(head, self.r.words[last.head].core):
            return True
        if teller.last - teller.first > 1 or not named or last is teller:
            return False
        number = self.r.sentence_at[teller.first]
        before = (one for row in self.phrases[max(0, number - _BACK) : number] for one in row)
        if any(self.r.words[one.first].core == head and not one.definite for one in before):
            return False
        return teller.country is None or last.country in {None, teller.country}

    def _one_rank(self, head: str, before: str) -> bool:
        """A source brought in without a name (عقيد في الشرطة) is meant by its own title or by one like it (الضابط)."""
        pair = {head, before}
        return head == before or pair <= _OFFICERS or pair <= _SPOKESMEN

    def goes_on(self, frame: Frame, subject: Phrase) -> bool:
        """The last speaker is named again: by a verb of going on, or by a bare noun (وأشار المصدر)."""
        if not self.last or not self.same(subject, self.last[-1]):
            return False
        bare = subject.definite and subject.first == subject.last and subject.kind == "people"
        head = self.r.words[self.last[-1].first].core
        return frame.entry.continues or (bare and self.r.words[subject.first].core == head)

    def inherited(self, here: list[Frame]) -> list[Phrase]:
        """No subject: the report goes on with the sentence's speaker, else with the last one."""
        for other in reversed(here):
            if other.chain and not other.outer:
                return other.chain
        return self.last

    def same(self, one: Phrase, other: Phrase) -> bool:
        """Both name one speaker: a word of the name in common, or one known entry; a publisher is no side."""
        sided = one.kind in _SIDES or one.role in _SIDES or other.kind in _SIDES or other.role in _SIDES
        if sided and is_publisher(one) != is_publisher(other):
            return False
        if one.entry is not None and one.entry is other.entry:
            return True
        words = self.r.words
        for at in range(one.name[0], one.name[1] + 1):
            core = words[at].core
            if any(words[on].core == core for on in range(other.first, other.last + 1)):
                return True
        return False
