"""Reporting frames: who tells what a cue opens, through whom, and which words it covers."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import TELLERS
from khabar.claims.carriers import Carriers, is_publisher
from khabar.claims.closings import closing
from khabar.claims.cues import Cues
from khabar.claims.extents import EXCEPT, Extents
from khabar.claims.frame import Frame
from khabar.claims.headings import Headings
from khabar.claims.heirs import Heirs
from khabar.claims.others_words import OthersWords
from khabar.claims.speakers import Speakers
from khabar.claims.tellers import IN_IT, Tellers
from khabar.claims.topics import Topics
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_HE: Final = frozenset("لكنه لكنها لكنهم ولكنه ولكنها وهو وهي انه انها".split())
"""Words whose pronoun is the subject of the verb behind them: whoever told last."""
_AND_PER: Final = frozenset("وبحسب وحسب ووفق ووفقا وطبقا".split())
"""Words that bring in the source of the clause that follows."""
_FINDINGS: Final = frozenset(
    "معلومات دلائل ادلة مؤشرات معطيات قضية اتفاق اتفاقية اتفاقيات اتفاقات معاهدة معاهدات ميثاق قانون قوانين دستور "
    "لوائح خطة خطط مخطط استراتيجية رؤية مقررات قرار قرارات بند بنود تفسير مبدا مبادئ شروط معايير قواعد احكام جدول "
    "الية اجراءات مقتضيات متطلبات مقاييس".split()
)
"""What a report rests on, and who tells it not."""
_MEANWHILE: Final = frozenset("فيما وفيما بينما وبينما حين كما لكن ولكن بعدما".split())
"""Words before another main clause."""
_CLAIMED_IN_IT: Final = "cue.claim-in-it"
_ADOPTS: Final = "cue.claim-adopt"
_NOUNS: Final = frozenset(("cue.noun-announcement", "cue.noun-accusation", "cue.noun-news-of", "cue.say-behind"))
"""Nouns of reports (أنباء عن، اتهام ب): whoever stands before one did not say it."""
_BEHIND: Final = "cue.say-behind"
"""Who stands behind a deed is whoever did it, and tells nothing."""
_SPOKE_TO: Final = "cue.speak-of"
_CARRIED: Final = "cue.carrier-statement-to"
_RELAYED: Final = "cue.relay-reported-from"
_IMPERSONAL: Final = frozenset("يعتقد يرجح يزعم يشتبه".split())
"""Verbs that without a subject name nobody."""


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
        self.topics = Topics(reading, phrases, self.tellers)
        self.carriers = Carriers(reading, self.tellers)
        self.headings = Headings(reading, self.tellers)
        self.others = OthersWords(reading, phrases, self.extents)
        self.heirs = Heirs(reading, phrases, self.speakers, self.tellers)
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
            self._clausal(frame, sentence, number, after, opens, verbal, here)
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
        """قال X إن, أعلن X عن, في بيان لـX: what follows on the word of X."""
        subject = self._subject(frame, number, after, opens)
        cited = self.carriers.cited(frame.cue, subject, after)
        chain = [phrase for phrase in after if phrase is not subject and self.carriers.carries(phrase, frame.cue)]
        if subject is None and cited is None:
            if frame.opened and self.r.words[frame.first].core in _IMPERSONAL:
                return
            if frame.entry.stance == "claims" and here:
                frame.chain, frame.start = here[-1].chain, frame.last + 1
                frame.end = self.extents.end(min(frame.last + 1, sentence.last - 1), sentence)
                return
            if not verbal and here and not frame.entry.participle:
                return
            subject = self._before(frame, number, verbal, here)
        if subject is not None and not here:
            chain = [*self.carriers.fronted(frame.cue, self.phrases[number]), *chain]
        if subject is not None:
            if frame.verbal and self._turns(frame, subject):
                self._close(frame, here)
            subject = self.tellers.issuer(subject, after)
            if not self.carriers.reporter(subject, chain):
                chain += self.tellers.joined(subject, self.phrases[number])
        if cited is not None and cited not in chain:
            if subject is None and self.speakers.last and is_publisher(self.speakers.last[0]):
                chain = [self.speakers.last[0], *chain]
            chain += self._origins(frame, cited, after, opens)
        if subject is None and cited is None:
            chain = self.heirs.chain(frame, verbal, here, chain)
        elif subject is not None and len(chain) == 1 and self.speakers.goes_on(frame, subject):
            chain = self.speakers.last
        frame.chain = chain
        closes = closing(self.r, frame, sentence, self.phrases[number]) if frame.verbal and not here else None
        if closes is None and self._put_in(frame):
            closes = sentence.first, sentence.last
        frame.outer = closes is not None
        frame.start, frame.end = closes or self.extents.told(frame, opens, sentence)

    def _put_in(self, frame: Frame) -> bool:
        """A publisher carries the statement put into a clause (دعت الوزارة، في بيان نقلته الوكالة، الأطراف إلى)."""
        if frame.rule != _CARRIED or not frame.chain or not is_publisher(frame.chain[-1]):
            return False
        return self.extents.inserted(frame, frame.chain[-1].last)

    def _origins(self, frame: Frame, cited: Phrase, after: list[Phrase], opens: int) -> list[Phrase]:
        """Whoever a report is taken from, with those joined to him (نقلت الوكالة عن الوزير ومسؤولين)."""
        limit = self.tellers.reach(frame.cue, opens, frame.opened)
        origin = self.tellers.issuer(self.tellers.bearer(cited, after, limit), after)
        return self.carriers.with_others(origin, cited, after)

    def _before(self, frame: Frame, number: int, verbal: bool, here: list[Frame]) -> Phrase | None:
        """The teller somewhere before the verb of the report; a verb that و joins goes on with whoever spoke."""
        pronoun = frame.first > 0 and self.r.forms[frame.first - 1] in _HE
        taken_up = frame.first > 0 and self.r.words[frame.first - 1].func == "rel" and self._in_it(frame.last + 1)
        if frame.entry.participle or pronoun or taken_up or not (verbal or not here) or frame.rule in _NOUNS:
            return None
        if verbal and not here:
            acted = self.heirs.acted(frame, number)
            if acted is not None:
                return acted
        if verbal and self.r.acts[frame.first] and "و" in self.r.words[frame.first].pro:
            return None
        known = [phrase for other in here if not other.outer for phrase in other.chain]
        found = self.tellers.before(number, frame.cue, known, not here)
        if found is not None and found.role == "document" and self._in_it(frame.last + 1):
            return self.tellers.author(found, self.phrases[number])
        if found is not None and found.coord is not None and frame.cue.tag.endswith((".d", ".p")):
            return found.coord
        return found

    def _in_it(self, at: int) -> bool:
        """What was named is where it is said (بيان ... والذي قالت فيه), not who says it."""
        return at < len(self.r.forms) and self.r.forms[at] in IN_IT

    def _close(self, frame: Frame, here: list[Frame]) -> None:
        """What was told before ends where another main clause begins."""
        for other in here:
            if not other.outer and not self.r.quoted[frame.first]:
                other.end = min(other.end, frame.first)

    def _turns(self, frame: Frame, subject: Phrase) -> bool:
        """Another main clause begins with the verb or with its subject (قال الجيش إنه تقدم، فيما أعلن التنظيم)."""
        first = min(frame.first, subject.first)
        if "و" in self.r.words[first].pro:
            return True
        before = self.r.forms[first - 1] if first > 0 else ""
        return before in _MEANWHILE or (before == "ان" and self.r.forms[first - 2] in EXCEPT)

    def _subject(self, frame: Frame, number: int, after: list[Phrase], opens: int) -> Phrase | None:
        """Whoever the verb of the report names: before it at the head of the clause, else behind it."""
        verbal = frame.cue.sense.verbal
        if frame.rule == _CLAIMED_IN_IT:
            near = (one for one in after if one.first == frame.last + 1 and not one.prep and one.kind in TELLERS)
            return next(near, None)
        if (
            frame.rule == _BEHIND
            or frame.entry.direction == "before"
            or (frame.entry.stance == "claims" and not verbal)
        ):
            return None
        if frame.rule == _RELAYED:
            return self.topics.opening_subject(number, frame.cue)
        topic = self.topics.topic(number, frame.cue) if verbal else None
        if topic is not None:
            return topic
        if self.tellers.accused_alone(frame.cue, after):
            return None
        return self.tellers.subject(frame.cue, after, self.tellers.reach(frame.cue, opens, frame.opened), frame.opened)

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
