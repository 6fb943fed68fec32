"""Reporting frames: which cue opens a report, who tells it, through whom, and which words it covers."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.lexicon.words import VERBAL
from khabar.mentions.parties import ISSUERS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import QUOTES_CLOSE, QUOTES_OPEN, Reading
from khabar.text import Sentence, fold

_THAT: Final = frozenset("ان انه انها انهم انهما انهن بان بانه بانها بانهم انني اننا".split())
_CARRIER_PREPS: Final = frozenset(("ل", "الى", "الي", "مع"))
_CARRIER_KINDS: Final = frozenset(("agency", "outlet", "media"))
_TELLERS: Final = frozenset(
    (
        "person",
        "people",
        "state",
        "government",
        "military",
        "armed-group",
        "agency",
        "outlet",
        "media",
        "organisation",
        "alliance",
        "party",
        "company",
        "machine",
        "official",
    )
)
_DOCUMENTS: Final = frozenset("بيان تصريح تقرير تغريدة بلاغ رسالة خطاب منشور تسجيل مذكرة بيانات تصريحات تقارير".split())
_REACH: Final = 14


_STATEMENTS: Final = frozenset(("بيان", "بيانا", "بلاغ", "بلاغا", "تصريح"))
_ISSUERS: Final = ISSUERS | {"state"}
_CARRIERS: Final = frozenset(("document", "media", "agency", "outlet"))


class Frame:
    """One report inside a sentence. ``chain`` runs from the transmitter nearest the outlet to the origin; the words
    reported are tokens
    ``start`` to ``end`` (exclusive)."""

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

    def covers(self, at: int) -> bool:
        return self.start <= at < self.end


class Attribution:
    """Finds the frames of a reading, sentence by sentence, and remembers the last speaker. ``unclaimed``: tokens of
    what nobody claimed (لم تعلن أي جهة مسؤوليتها عن الهجوم): no claim."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.phrases = phrases
        self.frames: list[Frame] = []
        self.unclaimed: set[int] = set()
        self._last: list[Phrase] = []
        self._cues = self._cues_by_sentence()
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
                frame.chain = self._issued(frame, number)
                here.append(frame)
                self.frames.append(frame)
                if frame.chain and not frame.outer and (frame.opened or not self._last):
                    self._last = frame.chain

    def _frame(self, number: int, sentence: Sentence, cue: Mark, here: list[Frame]) -> Frame | None:
        frame = Frame(cue, number)
        entry = cue.entry
        if entry.aside or entry.turn or entry.own_voice:
            return None
        if entry.stance == "claims" and cue.first > sentence.first and self.r.words[cue.first - 1].func == "neg":
            self.unclaimed.update(range(cue.first, self._pause(cue.last, sentence.last)))
            return None
        verbal = cue.tag.startswith(VERBAL)
        opens, frame.opened = self._opening(cue.last + 1, sentence)
        limit = opens - 1 if frame.opened else cue.last + _REACH
        after = (
            [] if entry.participle else [phrase for phrase in self.phrases[number] if cue.last < phrase.first < limit]
        )
        if entry.scope in {"sentence", "back"}:
            self._adverbial(frame, sentence, after)
        else:
            self._clausal(frame, sentence, number, after, opens, verbal, here)
        if entry.scope == "quote" and not self._has_quote(frame):
            return None
        return frame if frame.chain or verbal else None

    def _issued(self, frame: Frame, number: int) -> list[Phrase]:
        """A bare statement speaks for whoever issued it (نشر الجيش بيانا قال فيه, وأوضح البيان): the body before it in
        the sentence, else the last one that spoke."""
        chain = frame.chain
        if not chain or chain[-1].role != "document" or chain[-1].last > chain[-1].first:
            return chain
        if self.r.words[chain[-1].first].core not in _STATEMENTS:
            return chain
        before = [one for one in self.phrases[number] if one.last < chain[-1].first and one.kind in _ISSUERS]
        bare = [one for one in before if not one.prep]
        if bare:
            return [*chain[:-1], bare[-1]]
        for other in reversed(self.frames[-3:]):
            if number - other.sentence <= 3 and other.chain and other.chain[-1].role not in _CARRIERS:
                return [*chain[:-1], other.chain[-1]]
        return chain

    def _has_quote(self, frame: Frame) -> bool:
        return any(self.r.quoted[at] for at in range(frame.start, min(frame.end, frame.start + 12)))

    def _adverbial(self, frame: Frame, sentence: Sentence, after: list[Phrase]) -> None:
        """بحسب X, على ما أفاد X: the sentence around it, or before it, on the word of X."""
        pause = self._pause(frame.last + 2, frame.last + 8)
        near = [phrase for phrase in after if phrase.first < pause and not phrase.machine]
        teller = next((phrase for phrase in near if phrase.kind in _TELLERS or phrase.source), None) or (
            near[0] if near else None
        )
        if teller is None or teller.first > frame.last + 6:
            return
        frame.chain = self._with_source(self._issuer(teller, after), after)
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

    def _with_source(self, teller: Phrase, after: list[Phrase]) -> list[Phrase]:
        """The teller, and behind it whoever it cites with عن."""
        chain = [teller]
        for phrase in after:
            if (
                phrase.first > teller.last
                and phrase.prep == "عن"
                and phrase.kind in _TELLERS
                and phrase.first - teller.last < 8
            ):
                chain.append(phrase)
                break
        for phrase in after:
            if phrase.coord is chain[-1] and phrase.kind in _TELLERS:
                chain.append(phrase)
        return chain

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
        subject = self._subject(frame, after)
        carriers = [phrase for phrase in after if phrase is not subject and self._carries(phrase, frame)]
        cited = next(
            (phrase for phrase in after if phrase.prep == "عن" and phrase.kind in _TELLERS and phrase is not subject),
            None,
        )
        chain = list(dict.fromkeys(carriers))
        if cited is None and frame.entry.origin_prep:
            preps = {fold(word).text for word in frame.entry.origin_prep}
            cited = next(
                (
                    phrase
                    for phrase in after
                    if phrase.prep in preps and phrase.kind in _TELLERS and phrase is not subject
                ),
                None,
            )
        if subject is None and cited is None and frame.entry.stance == "claims" and here:
            frame.chain = here[-1].chain
            frame.start, frame.end = frame.last + 1, self._end(min(frame.last + 1, sentence.last - 1), sentence)
            return
        if subject is None and cited is None and not frame.entry.participle:
            if not verbal and here:
                return
            subject = self._before(number, frame, here) if verbal or not here else None
        if subject is not None:
            subject = self._issuer(subject, after)
            chain.append(subject)
            chain += [phrase for phrase in after if phrase.coord is subject and phrase.kind in _TELLERS]
        if cited is not None:
            chain.append(cited)
        if subject is None and cited is None:
            chain = self._inherited(here, sentence, frame)
        elif frame.entry.continues and self._last and subject is not None and self._same(subject, self._last[-1]):
            chain = self._last
        frame.chain = chain
        frame.start = min(opens, sentence.last)
        frame.end = self._end(frame.start, sentence)

    def _inherited(self, here: list[Frame], sentence: Sentence, frame: Frame) -> list[Phrase]:
        """No subject: a participle goes on with the sentence's speaker, a verb with the last one."""
        for other in reversed(here):
            if other.chain and not other.outer:
                return other.chain
        return self._last

    def _issuer(self, subject: Phrase, after: list[Phrase]) -> Phrase:
        """Who issued a document that is said to say something (بيان لوزارة الدفاع، بيان صادر عن الجيش)."""
        if self.r.words[subject.first].core not in _DOCUMENTS:
            return subject
        for phrase in after:
            if (
                phrase.first > subject.last
                and phrase.first - subject.last < 5
                and phrase.kind in _TELLERS
                and phrase.prep in {"ل", "عن", "من"}
            ):
                return phrase
        return subject

    def _same(self, one: Phrase, other: Phrase) -> bool:
        mine = {self.r.words[at].core for at in range(one.name[0], one.name[1] + 1)}
        theirs = {self.r.words[at].core for at in range(other.first, other.last + 1)}
        return bool(mine & theirs) or (one.entry is not None and one.entry is other.entry)

    def _subject(self, frame: Frame, after: list[Phrase]) -> Phrase | None:
        if frame.entry.direction == "before" or (
            frame.entry.stance == "claims" and not frame.cue.tag.startswith(VERBAL)
        ):
            return None
        for phrase in after:
            if phrase.machine or (phrase.prep and phrase.prep not in {"من", ""}):
                continue
            if phrase.kind in _TELLERS or phrase.source:
                return phrase
            word = self.r.words[phrase.head]
            if (
                phrase.kind == "thing"
                and phrase.first <= frame.last + 2
                and (word.core in _DOCUMENTS or (not word.senses and word.cls in {"", "w", "g", "o"}))
            ):
                return phrase
        return None

    def _carries(self, phrase: Phrase, frame: Frame) -> bool:
        return phrase.kind in _CARRIER_KINDS and (phrase.prep in _CARRIER_PREPS or phrase.first > frame.last + 1)

    def _before(self, number: int, frame: Frame, here: list[Frame]) -> Phrase | None:
        """The phrase right before the cue in its clause (الوزير قال), if nothing governs it."""
        best = None
        for phrase in self.phrases[number]:
            if phrase.last < frame.first and phrase.first > frame.first - 12:
                if not phrase.prep and (phrase.kind in _TELLERS):
                    best = phrase
            elif phrase.first > frame.first:
                break
        if best is None:
            return None
        between = range(best.last + 1, frame.first)
        if any(self.r.forms[at] in _THAT for at in between) or any(
            best in other.chain for other in here if not other.outer
        ):
            return best if not here else None
        return best

    def _opening(self, at: int, sentence: Sentence) -> tuple[int, bool]:
        """First token of the reported words (after أن, a colon or an opening quote) and True; else the token after
        the cue and False."""
        limit = min(sentence.last, at + 40)
        for here in range(at, limit):
            form = self.r.forms[here]
            if form in _THAT or form == ":":
                return here + 1, True
            if (
                form in QUOTES_OPEN
                and self.r.quoted[here]
                and (here == 0 or self.r.quoted[here - 1] != self.r.quoted[here])
                and self._long(here)
            ):
                return here + 1, True
        return at, False

    def _long(self, at: int) -> bool:
        """A quotation of more than three words is speech, unless it is one known name."""
        number = self.r.quoted[at]
        actor = self.r.lex[at + 1].get("actor") if at + 1 < len(self.r.lex) else None
        if actor is not None and self.r.forms[min(actor.last + 1, len(self.r.forms) - 1)] in QUOTES_CLOSE:
            return False
        return self.r.quoted[min(at + 5, len(self.r.quoted) - 1)] == number

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


_PAUSES: Final = frozenset("،.؛:")
