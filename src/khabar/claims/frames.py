"""Reporting frames: which cue opens a report, who tells it, through whom, and which words it covers."""

from __future__ import annotations

from typing import Final

from khabar.claims.carriers import PUBLISHERS, Carriers
from khabar.claims.tellers import TELLERS, Tellers
from khabar.lexicon.marks import Mark
from khabar.lexicon.words import VERBAL
from khabar.mentions.parties import ISSUERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_STATEMENTS: Final = frozenset(("بيان", "بيانا", "بلاغ", "بلاغا", "تصريح"))
_ISSUERS: Final = ISSUERS | {"state"}
_HE: Final = frozenset("لكنه لكنها لكنهم ولكنه ولكنها وهو وهي انه انها".split())
"""Words whose pronoun is the subject of the verb behind them: whoever told last."""
_PAUSES: Final = frozenset("،.؛:")
_CARRIERS: Final = PUBLISHERS | {"document"}


class Frame:
    """One report inside a sentence. ``chain`` runs from the transmitter nearest the outlet to the origin; the words
    reported are tokens ``start`` to ``end`` (exclusive)."""

    __slots__ = ("chain", "cue", "end", "entry", "first", "last", "opened", "outer", "rule", "sentence", "start")

    def __init__(self, cue: Mark, sentence: int) -> None:
        self.cue = cue
        self.entry = cue.entry
        self.first = cue.first
        self.last = cue.last
        self.sentence = sentence
        self.chain: list[Phrase] = []
        self.start = cue.last + 1
        self.end = cue.last + 1
        self.outer = False
        self.opened = False
        self.rule = cue.entry.id

    @property
    def verbal(self) -> bool:
        """The cue is a verb of saying."""
        return bool(self.cue.tag.startswith(VERBAL))

    def covers(self, at: int) -> bool:
        """Token ``at`` is among the words reported."""
        return self.start <= at < self.end


class Attribution:
    """Finds the frames of a reading, sentence by sentence, and remembers the last speaker. ``unclaimed``: tokens of
    what nobody claimed (لم تعلن أي جهة مسؤوليتها عن الهجوم): no claim."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], blocked: set[int]) -> None:
        self.r = reading
        self.phrases = phrases
        self.frames: list[Frame] = []
        self.unclaimed: set[int] = set()
        self._last: list[Phrase] = []
        self._cues = self._cues_by_sentence()
        self.tellers = Tellers(reading, phrases, self._cues, blocked)
        self.carriers = Carriers(reading, self.tellers)
        for number, sentence in enumerate(reading.sentences):
            self._sentence(number, sentence)
        self._of: dict[int, list[Frame]] = {}
        self._reaching: dict[int, list[Frame]] = {}
        self._chains: dict[int, tuple[list[Phrase], list[Frame]]] = {}
        for frame in self.frames:
            self._of.setdefault(frame.sentence, []).append(frame)
            for number in {reading.sentence_at[at] for at in range(frame.start, frame.end)}:
                self._reaching.setdefault(number, []).append(frame)

    def _pause(self, first: int, limit: int) -> int:
        """The first pause from token ``first`` on; ``limit``, or the end of the text, where none comes before it."""
        limit = min(limit, len(self.r.forms))
        return next((at for at in range(first, limit) if self.r.forms[at] in _PAUSES), limit)

    def _cues_by_sentence(self) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = {}
        end = -1
        for cue in self.r.marks.of("cue"):
            if cue.first <= end:
                continue
            number = self.r.sentence_at[cue.first]
            if number >= 0:
                found.setdefault(number, []).append(cue)
                end = cue.last
        return found

    def _sentence(self, number: int, sentence: Sentence) -> None:
        here: list[Frame] = []
        for cue in self._cues.get(number, ()):
            frame = self._frame(number, sentence, cue, here)
            if frame is not None:
                frame.chain = self._issued(frame, number, here)
                here.append(frame)
                self.frames.append(frame)
                if frame.chain:
                    self._last = frame.chain

    def _frame(self, number: int, sentence: Sentence, cue: Mark, here: list[Frame]) -> Frame | None:
        frame = Frame(cue, number)
        entry = cue.entry
        if entry.aside or entry.turn or entry.own_voice:
            return None
        if entry.stance == "claims" and cue.first > sentence.first and self.r.words[cue.first - 1].func == "neg":
            self.unclaimed.update(range(cue.first, self._pause(cue.last, sentence.last)))
            return None
        also = entry.direction == "both" and entry.scope == "back" and cue.first - sentence.first <= 1
        verbal = cue.tag.startswith(VERBAL) or also
        opens, frame.opened = self.tellers.opening(cue, sentence)
        after = [] if entry.participle else self.tellers.after(number, cue, opens, frame.opened)
        if entry.scope in {"sentence", "back"} and not also:
            self._adverbial(frame, sentence, after)
        else:
            self._clausal(frame, sentence, number, after, opens, verbal, here)
        if entry.scope == "quote" and not self._has_quote(frame):
            return None
        return frame if frame.chain or verbal else None

    def _issued(self, frame: Frame, number: int, here: list[Frame]) -> list[Phrase]:
        """A bare statement speaks for whoever issued it (نشر الجيش بيانا قال فيه, وأوضح البيان): the teller before it
        in the sentence, else the body named there, else the last one that spoke. ``المصدر`` is whoever spoke last."""
        chain = frame.chain
        if len(chain) == 1 and self._last and self._again(chain[0]):
            return self._last
        if not chain or chain[-1].role != "document" or chain[-1].last > chain[-1].first:
            return chain
        if self.r.words[chain[-1].first].core not in _STATEMENTS:
            return chain
        told = [other for other in here if other.chain and not other.outer and other.first < frame.first]
        if told and frame.outer:
            return told[-1].chain
        before = [one for one in self.phrases[number] if one.last < chain[-1].first and one.kind in _ISSUERS]
        bare = [one for one in before if not one.prep]
        if bare:
            return [*chain[:-1], bare[-1]]
        for other in reversed(self.frames[-3:]):
            if number - other.sentence <= 3 and other.chain and other.chain[-1].role not in _CARRIERS:
                return [*chain[:-1], other.chain[-1]]
        return chain

    def _again(self, teller: Phrase) -> bool:
        """The last speaker is meant: the source, the same source."""
        if self.r.words[teller.head].core != "مصدر" or not teller.definite or teller.last - teller.first > 1:
            return False
        heads = {self.r.words[phrase.first].core for phrase in self._last}
        return not heads & {"مصدر", "مصادر"} and self._last[-1].kind != "person"

    def _has_quote(self, frame: Frame) -> bool:
        return any(self.r.quoted[at] for at in range(frame.start, min(frame.end, frame.start + 12)))

    def _adverbial(self, frame: Frame, sentence: Sentence, after: list[Phrase]) -> None:
        """بحسب X, على ما أفاد X: the sentence around it, or before it, on the word of X."""
        pause = self._pause(frame.last + 2, frame.last + 8)
        near = [phrase for phrase in after if phrase.first < pause and not phrase.machine]
        teller = next((phrase for phrase in near if phrase.kind in TELLERS or phrase.source), None) or (
            near[0] if near and near[0].prep != "من" else None
        )
        if teller is None or teller.first > frame.last + 6:
            return
        frame.chain = self.carriers.sourced(self.tellers.issuer(self.tellers.bearer(teller, near, pause), after), after)
        frame.outer = not frame.entry.relays
        fronted = frame.first - sentence.first <= 2
        frame.start, frame.end = sentence.first, sentence.last
        if not fronted:
            frame.end = frame.first
            previous = [
                other.end
                for other in self.frames
                if other.sentence == frame.sentence and other.outer and other.end <= frame.first
            ]
            frame.start = max([sentence.first, *previous])

    def _clausal(
        self,
        frame: Frame,
        sentence: Sentence,
        number: int,
        after: list[Phrase],
        opens: int,
        verbal: bool,
        here: list[Frame],
    ) -> None:
        subject = self._subject(frame, number, after, opens)
        chain = [phrase for phrase in after if phrase is not subject and self.carriers.carries(phrase, frame.cue)]
        cited = self.carriers.cited(frame.entry, subject, after)
        if subject is None and cited is None and frame.entry.stance == "claims" and here:
            frame.chain = here[-1].chain
            frame.start, frame.end = frame.last + 1, self._end(min(frame.last + 1, sentence.last - 1), sentence)
            return
        if subject is None and cited is None and not frame.entry.participle:
            if not verbal and here:
                return
            known = [phrase for other in here if not other.outer for phrase in other.chain]
            pronoun = frame.first > 0 and self.r.forms[frame.first - 1] in _HE
            if (verbal or not here) and not pronoun:
                subject = self.tellers.before(number, frame.cue, known, not here)
        if subject is not None:
            subject = self.tellers.issuer(subject, after)
            if not self.carriers.reporter(subject, chain):
                chain += self.tellers.joined(subject, self.phrases[number])
        if cited is not None and cited not in chain:
            chain.append(self.tellers.bearer(cited, after, opens))
        if subject is None and cited is None:
            chain = self._inherited(here)
        elif subject is not None and len(chain) == 1 and self._goes_on(frame, subject):
            chain = self._last
        frame.chain = chain
        frame.start = min(opens, sentence.last)
        frame.end = self._end(frame.start, sentence)
        # What a relative clause tells (الجبهة التي قال الجيش إنه سيطر عليها، باتت) ends with it.
        if frame.first > 0 and self.r.words[frame.first - 1].func == "rel" and not self.r.quoted[frame.start]:
            frame.end = min(frame.end, self._pause(frame.start, frame.end))

    def _goes_on(self, frame: Frame, subject: Phrase) -> bool:
        """The last speaker is named again: by a verb of going on, or by a bare noun (وأشار المصدر)."""
        if not self._last or not self._same(subject, self._last[-1]):
            return False
        bare = subject.definite and subject.first == subject.last and subject.kind == "people"
        head = self.r.words[self._last[-1].first].core
        return frame.entry.continues or (bare and self.r.words[subject.first].core == head)

    def _inherited(self, here: list[Frame]) -> list[Phrase]:
        """No subject: the report goes on with the sentence's speaker, else with the last one."""
        for other in reversed(here):
            if other.chain and not other.outer:
                return other.chain
        return self._last

    def _same(self, one: Phrase, other: Phrase) -> bool:
        mine = {self.r.words[at].core for at in range(one.name[0], one.name[1] + 1)}
        theirs = {self.r.words[at].core for at in range(other.first, other.last + 1)}
        return bool(mine & theirs) or (one.entry is not None and one.entry is other.entry)

    def _subject(self, frame: Frame, number: int, after: list[Phrase], opens: int) -> Phrase | None:
        """Whoever the verb of the report names: before it at the head of the clause, else behind it."""
        verbal = frame.cue.tag.startswith(VERBAL)
        if frame.entry.direction == "before" or (frame.entry.stance == "claims" and not verbal):
            return None
        topic = self.tellers.topic(number, frame.cue) if verbal else None
        if topic is not None:
            return topic
        return self.tellers.subject(frame.cue, after, self.tellers.reach(frame.cue, opens, frame.opened), frame.opened)

    def _end(self, start: int, sentence: Sentence) -> int:
        """Reported words run to the end of the sentence; a quotation goes on into the sentences it spans."""
        quote = self.r.quoted[start] if start < len(self.r.quoted) else 0
        end = sentence.last
        last = min(sentence.last - 1, len(self.r.forms) - 1)
        quote = quote or (self.r.quoted[last] if last >= 0 else 0)
        if quote and self.r.quoted[last] == quote:
            while end < len(self.r.forms) and self.r.quoted[end] == quote:
                end += 1
        return end

    def of(self, number: int) -> list[Frame]:
        """Frames whose cue stands in a sentence."""
        return self._of.get(number, [])

    def chain_at(self, at: int) -> tuple[list[Phrase], list[Frame]]:
        """The transmitters of what stands at token ``at`` (nearest the outlet first) and the frames that say so."""
        known = self._chains.get(at)
        if known is None:
            known = self._chains[at] = self._chain_at(at)
        return known

    def _chain_at(self, at: int) -> tuple[list[Phrase], list[Frame]]:
        covering = [
            frame
            for frame in self._reaching.get(self.r.sentence_at[at], ())
            if frame.start <= at < frame.end and frame.chain and not frame.first <= at <= frame.last
        ]
        outer = [frame for frame in covering if frame.outer]
        inner = [frame for frame in covering if not frame.outer]
        chain: list[Phrase] = []
        for frame in (*outer[-1:], *inner):
            for phrase in frame.chain:
                if phrase not in chain and not any(self._same(phrase, other) for other in chain):
                    chain.append(phrase)
        return chain, [*outer[-1:], *inner]
