"""Reporting frames: who tells what a cue opens, through whom, and which words it covers."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import TELLERS
from khabar.claims.carriers import Carriers
from khabar.claims.cues import Cues
from khabar.claims.extents import Extents
from khabar.claims.frame import Frame
from khabar.claims.headings import Headings
from khabar.claims.others_words import OthersWords
from khabar.claims.reporting_clauses import ReportingClauses
from khabar.claims.speakers import Speakers
from khabar.claims.tellers import Tellers
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_AND_PER: Final = frozenset("وبحسب وحسب ووفق ووفقا وطبقا".split())
"""Words that bring in the source of the clause that follows."""
_FINDINGS: Final = frozenset(
    "معلومات دلائل ادلة مؤشرات معطيات قضية اتفاق اتفاقية اتفاقيات اتفاقات معاهدة معاهدات ميثاق قانون قوانين دستور "
    "لوائح خطة خطط مخطط استراتيجية رؤية مقررات قرار قرارات بند بنود تفسير مبدا مبادئ شروط معايير قواعد احكام جدول "
    "الية اجراءات مقتضيات متطلبات مقاييس".split()
)
"""What a report rests on, and who tells it not."""
_ADOPTS: Final = "cue.claim-adopt"
_SPOKE_TO: Final = "cue.speak-of"


_NO_FRAMES: Final[list[Frame]] = []


class Attribution:
    """Finds the frames of a reading, sentence by sentence, and remembers the last speaker. ``unclaimed``: tokens of
    what nobody claimed (لم تعلن أي جهة مسؤوليتها عن الهجوم): no claim."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], blocked: set[int]) -> None:
        self.r = reading
        self.phrases = phrases
        self.speakers = Speakers(reading, phrases)
        self.extents = Extents(reading)
        self.frames = self.speakers.frames
        self.cues = Cues(reading, self.extents)
        self.unclaimed = self.cues.unclaimed
        self.tellers = Tellers(reading, phrases, self.cues.by_sentence, blocked)
        self.carriers = Carriers(reading, self.tellers)
        self.headings = Headings(reading, self.tellers)
        self.others = OthersWords(reading, phrases, self.extents)
        self.clauses = ReportingClauses(reading, phrases, self.speakers, self.tellers, self.carriers, self.extents)
        for number, sentence in enumerate(reading.sentences):
            self._sentence(number, sentence)
        self._of: dict[int, list[Frame]] = {}
        self._reaching: dict[int, list[Frame]] = {}
        self._chains: list[tuple[list[Phrase], list[Frame]] | None] = [None] * len(reading.forms)
        for frame in self.frames:
            of = self._of.get(frame.sentence)
            if of is None:
                self._of[frame.sentence] = [frame]
            else:
                of.append(frame)
            last = -2
            for at in range(frame.start, frame.end):
                number = reading.sentence_at[at]
                if number != last:
                    last = number
                    row = self._reaching.get(number)
                    if row is None:
                        self._reaching[number] = [frame]
                    elif row[-1] is not frame:
                        row.append(frame)

    def _sentence(self, number: int, sentence: Sentence) -> None:
        here: list[Frame] = []
        cues = self.cues.by_sentence.get(number, ())
        heading = self.headings.frame(number, sentence, self.phrases[number])
        if heading is not None and not (cues and cues[0].first < heading.first):
            self.speakers.add(heading, here)
            here.append(heading)
        for cue in cues:
            frame = self._frame(number, sentence, cue, here)
            if frame is not None:
                frame.chain = self.speakers.issued(frame, number, here)
                self.speakers.add(frame, here)
                here.append(frame)
        signed = None if here else self.headings.signature(number, sentence, self.phrases[number])
        if signed is not None:
            self.speakers.add(signed, here)

    def _frame(self, number: int, sentence: Sentence, cue: Mark, here: list[Frame]) -> Frame | None:
        """The report that a cue opens, or None where it reports nothing. ``here``: those before it in the sentence."""
        frame = Frame(cue, number)
        entry = cue.entry
        if not self.cues.reports(cue, sentence):
            return None
        opens, frame.opened = self.tellers.opening(cue, sentence)
        if not self.cues.complete(cue, frame.opened):
            return None
        if entry.id == _SPOKE_TO and self._spoke_to(number, cue, here):
            return None
        if self.others.brought(number, cue, here):
            return None
        also = self.cues.announces(cue, sentence, opens, frame.opened)
        verbal = also or self.cues.verbal(cue)
        after = [] if entry.participle else self.tellers.after(number, cue, opens, frame.opened)
        if entry.scope in {"sentence", "back"} and not also:
            self._adverbial(frame, sentence, after)
        else:
            self.clauses.read(frame, sentence, number, after, opens, verbal, here)
        if entry.scope == "quote" and not self._has_quote(frame):
            return None
        if self.others.rests(frame, here):
            frame.chain = []
        if entry.id == _ADOPTS and frame.chain:
            self.unclaimed.update(range(cue.first, cue.last + 1))
        return frame if frame.chain or verbal else None

    def _spoke_to(self, number: int, cue: Mark, here: list[Frame]) -> bool:
        """A clause that tells to whom the source before it spoke (بحسب مصادر تحدثت لرويترز): one more link of its
        report."""
        told = here[-1] if here else None
        if told is None or not told.outer or not told.chain or told.chain[-1].last != cue.first - 1:
            return False
        near = (one for one in self.phrases[number] if cue.last < one.first <= cue.last + 2)
        publisher = next((one for one in near if one.prep and self.carriers.carries(one, cue)), None)
        if publisher is not None:
            told.chain = [publisher, *told.chain]
        return publisher is not None

    def _has_quote(self, frame: Frame) -> bool:
        return any(self.r.quoted[at] for at in range(frame.start, min(frame.end, frame.start + 12)))

    def _adverbial(self, frame: Frame, sentence: Sentence, after: list[Phrase]) -> None:
        """بحسب X, على ما أفاد X: the sentence around it, or before it, on the word of X. What goes on
        with the last speaker (على حد تعبيره) names nobody."""
        if frame.entry.continues:
            self.others.in_his_words(frame, sentence, self.frames)
            return
        pause = self.extents.pause(frame.last + 2, frame.last + 8)
        near = [one for one in after if one.first < pause and (one.source or not one.machine) and one.prep != "بين"]
        teller = next((phrase for phrase in near if phrase.kind in TELLERS or phrase.source), None) or (
            near[0] if near and near[0].prep != "من" else None
        )
        if teller is None or teller.first > frame.last + 6 or self.r.words[teller.first].core in _FINDINGS:
            return
        if frame.rule == "cue.per-information" and (teller.kind == "people" or teller.first > frame.last + 2):
            return
        teller = self.tellers.called(teller, near)
        source = self.tellers.issuer(self.tellers.bearer(teller, near, pause), after)
        frame.chain = [*self.carriers.told_to(frame.cue, source, near), *self.carriers.sourced(source, after)]
        frame.outer = not frame.entry.relays
        if self.r.forms[frame.first] in _AND_PER and self.r.forms[frame.first - 1] in PAUSE:
            frame.start = teller.last + 1  # ضربت تفجيرات بغداد، وبحسب مصادر أمنية فإن أربع سيارات انفجرت
            frame.end = sentence.last
            return
        fronted = frame.first - sentence.first <= 2
        frame.start, frame.end = sentence.first, sentence.last
        if not fronted:
            frame.end = sentence.last if self.extents.inserted(frame, near[-1].last) else frame.first
            previous = [
                other.end
                for other in self.frames
                if other.sentence == frame.sentence and other.outer and other.end <= frame.first
            ]
            frame.start = max([sentence.first, *previous])

    def _adopts(self, frame: Frame) -> bool:
        """Who claims an attack in a relative clause is its origin, whoever else speaks of it (أكد الوزير أن الهجوم الذي
        تبناه التنظيم أوقع قتلى)."""
        return frame.entry.stance == "claims" and bool(self.r.words[frame.first].enc)

    def of(self, number: int) -> list[Frame]:
        """Frames whose cue stands in a sentence."""
        row = self._of.get(number)
        return _NO_FRAMES if row is None else row

    def chain_at(self, at: int) -> tuple[list[Phrase], list[Frame]]:
        """The transmitters of what stands at token ``at`` (nearest the outlet first) and the frames that say so."""
        known = self._chains[at]
        if known is None:
            known = self._chains[at] = self._chain_at(at)
        return known

    def _chain_at(self, at: int) -> tuple[list[Phrase], list[Frame]]:
        covering = [
            frame
            for frame in self._reaching.get(self.r.sentence_at[at], ())
            if frame.start <= at < frame.end and frame.chain and not frame.first <= at <= frame.last
        ]
        if not covering:
            return [], []
        if len(covering) == 1:
            told = covering[0].chain
            return (told.copy() if len(told) == 1 else list(dict.fromkeys(told))), covering
        owned = next((frame for frame in covering if frame.takes_up and self._adopts(frame)), None)
        if owned is not None:
            return list(dict.fromkeys(owned.chain)), [owned]
        outer = [frame for frame in covering if frame.outer]
        inner = [frame for frame in covering if not frame.outer]
        chain: list[Phrase] = []
        for frame in (*outer[-1:], *inner):
            told = list(chain)
            for phrase in frame.chain:
                if phrase not in chain and not any(self.speakers.same(phrase, other) for other in told):
                    chain.append(phrase)
        return chain, [*outer[-1:], *inner]
