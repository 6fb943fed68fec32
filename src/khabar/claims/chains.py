"""The isnad of a claim: chains of transmitters that it may rest on, scored by how the reports stand to its trigger."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import TELLERS
from khabar.claims.candidates import Candidate, bucket
from khabar.claims.carriers import is_publisher
from khabar.claims.frame import Frame
from khabar.claims.frames import Attribution
from khabar.claims.kinds import DEEDS, HARM, VERBAL_TYPES
from khabar.claims.particles import THAT_HE
from khabar.claims.scorer import Feature
from khabar.claims.templates import Templates
from khabar.claims.weights import Values
from khabar.lexicon.around import WHO
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text import Tokens
from khabar.text.ordered import below, between

_TURNS: Final = frozenset("فيما بينما حيث وذلك وهو وهي علما مما ما بعدما بعد وسط".split())
_ELSEWHERE: Final = frozenset(("فيما", "بينما", "وذلك"))
"""Words that turn from what is told to what the outlet adds."""
_MEANWHILE: Final = frozenset("فيما بينما وفيما وبينما حين".split())
"""Words before what somebody else said meanwhile."""
_RELATIVE: Final = WHO | {"اللذين"}
_HIMSELF: Final = WHO | THAT_HE
"""Words whose verb has the teller, or what stands before them, for its subject."""
_BESIDES: Final = frozenset("بعد منذ عقب خلال اثناء قبل قبيل لدى اثر غداة عشية بعيد ختام اعقاب مستهل هامش".split())
"""Words that lead from what somebody says to when he said it (شدد خلال زيارته على)."""
_AFTER: Final = frozenset(("بعد", "منذ", "لدى"))
"""Words that lead from what somebody says to what went before."""
_GOING_ON: Final = frozenset("اسفر اسفرت وقع وقعت ادى ادي ادت تركز تركزت شمل شملت تسبب تسببت خلف خلفت".split())
"""Verbs that go on with the event told of in the sentence before."""
_PAUSE: Final = frozenset("،")
_UNTOLD: Final = ("", "", False, False, -1, -1, "")
CHAINS: Final = Templates(
    "type frame pos form",
    "kind framed cue quoted count id scope outer opened gap near breaks",
    "kind|framed kind|framed|type|cue kind|quoted kind|frame|pos kind|form|type count kind|id kind|gap "
    "kind|scope|outer|opened kind|scope|near|breaks",
    "kind&framed&cue&quoted&count kind&id&scope&outer&opened kind&scope&gap&near&breaks",
)


class ChainOption:
    """A chain that a claim may rest on, the frames that give it (the last of them tells), and what speaks for it.
    ``stands``: how it was found and how the trigger stands to reports, the first fields of :data:`CHAINS`."""

    __slots__ = ("_candidate", "_stands", "_tokens", "chain", "frames")

    def __init__(
        self, chain: list[Phrase], frames: list[Frame], candidate: Candidate, tokens: Tokens, stands: Values
    ) -> None:
        self.chain = chain
        self.frames = frames
        self._candidate = candidate
        self._tokens = tokens
        self._stands = stands

    @property
    def own(self) -> Values:
        """What is known of the trigger."""
        candidate = self._candidate
        return candidate.type, candidate.frame, candidate.pos, candidate.form

    @property
    def values(self) -> Values:
        """What is known of the chain: only asked where there is a choice."""
        if not self.frames:
            return self._stands + _UNTOLD
        frame = self.frames[-1]
        gap = bucket(max(0, self._candidate.first - frame.start))
        entry = frame.entry
        told = (entry.id, entry.scope, frame.outer, frame.opened, gap, min(gap, 6), self._breaks(frame))
        return self._stands + told

    @property
    def features(self) -> tuple[Feature, ...]:
        """Every feature of the option."""
        return CHAINS.features(self.own, self.values)

    def _breaks(self, frame: Frame) -> str:
        """Words between a report's opening and the trigger that may close it."""
        low, high = frame.last + 1, self._candidate.first
        if low > high:
            low, high = high, low
        tokens = self._tokens
        turn, relative = between(tokens.among(_TURNS), low, high), between(tokens.among(_RELATIVE), low, high)
        pauses = below(tokens.among(_PAUSE), high) - below(tokens.among(_PAUSE), low)
        return f"{'t' if turn else ''}{'r' if relative else ''}{min(pauses, 2)}"


class _Offers:
    """Chains offered to a claim, the first of equal ones kept. ``stand``: how the claim's trigger stands to reports."""

    __slots__ = ("_cue", "_framed", "_quoted", "candidate", "found", "own", "tokens")

    def __init__(self, candidate: Candidate, tokens: Tokens, own: set[Phrase], stand: tuple[bool, bool, bool]) -> None:
        self.candidate = candidate
        self.tokens = tokens
        self.own = own
        self._framed, self._cue, self._quoted = stand
        self.found: list[ChainOption] = []

    def add(self, kind: str, links: list[Phrase], by: list[Frame], count: int) -> None:
        """A chain without the phrases that are actors of the claim."""
        kept = [phrase for phrase in links if phrase not in self.own] if self.own else links
        if self._at(kept) < 0:
            self.found.append(self._option(kind, kept, by, count))

    def put(self, kind: str, links: list[Phrase], by: list[Frame], count: int) -> None:
        """A chain as it is, in the place of an equal one."""
        at = self._at(links)
        option = self._option(kind, links, by, count)
        if at < 0:
            self.found.append(option)
        else:
            self.found[at] = option

    def _at(self, links: list[Phrase]) -> int:
        """Where an equal chain is among those offered, or -1."""
        for number, one in enumerate(self.found):
            chain = one.chain
            if len(chain) == len(links) and all(chain[at] is links[at] for at in range(len(links))):
                return number
        return -1

    def _option(self, kind: str, links: list[Phrase], by: list[Frame], count: int) -> ChainOption:
        stands = (kind, self._framed, self._cue, self._quoted, count)
        return ChainOption(links, by, self.candidate, self.tokens, stands)


class ChainFinder:
    """Offers the chains of the reports around a claim."""

    def __init__(self, reading: Reading, attribution: Attribution) -> None:
        self.r = reading
        self.attribution = attribution

    def options(self, candidate: Candidate, own: set[Phrase]) -> list[ChainOption]:
        """Chains that a claim may rest on: nobody, the frames around it, one of them alone, or the last speaker of the
        paragraph. ``own`` are the phrases that are actors of a verbal act: as a rule they do not report
        themselves (``self``: they do, as one who says what he asked for last week)."""
        at = candidate.first
        chain, frames = self.attribution.chain_at(at)
        told_here = self.attribution.of(candidate.sentence)
        stand = (bool(frames), any(one.first <= at <= one.last for one in told_here), bool(self.r.quoted[at]))
        offers = _Offers(candidate, self.r.tokens, own, stand)
        offers.add("none", [], [], 0)
        if frames:
            count = len(frames)
            offers.add("all", chain, frames, count)
            if any(phrase in own for phrase in chain):
                offers.put("self", chain, frames, count)
            for frame in frames:
                offers.add("outer" if frame.outer else "inner", frame.chain, [frame], count)
        here = [one for one in told_here if one.chain and one not in frames]
        before = [one for one in here if one.first < at]
        if before:
            offers.add("here", before[-1].chain, before[-1:], 0)
        last = self._last_told(candidate, frames)
        if last is not None:
            offers.add("last", last.chain, [last], 0)
        after = next((one for one in here if one.first > at), None)
        if after is not None:
            offers.add("after", after.chain, [after], 0)
        return offers.found

    def governed(self, candidate: Candidate, own: set[Phrase], states: set[str]) -> bool:
        """Somebody surely tells it. A deed stands in what a verb of report tells (أعلن الجيش اعتقال، أكدت الوزارة أن
        قواتها سيطرت), before any word that turns away from it. What somebody said is told by another than himself."""
        deed = candidate.type in DEEDS
        if not deed and candidate.type not in VERBAL_TYPES:
            return False
        for frame in self.attribution.of(candidate.sentence):
            if not frame.covers(candidate.first) or frame.first <= candidate.first <= frame.last:
                continue
            if deed:
                if frame.verbal and not frame.outer and frame.chain:
                    return not between(self.r.tokens.among(_ELSEWHERE), frame.last + 1, candidate.first)
            elif self._relayed(candidate, frame, own, states):
                return True
        return False

    def _relayed(self, candidate: Candidate, frame: Frame, own: set[Phrase], states: set[str]) -> bool:
        """A verbal act is told by somebody else: words around it, a publisher, a clause with أن about another.
        ``states``: of the actors; who tells what his own state says speaks for it."""
        others = [phrase for phrase in frame.chain if phrase not in own]
        if not others:
            return False
        if frame.outer or (frame.verbal and any(is_publisher(phrase) for phrase in others)):
            return any(phrase.kind in TELLERS for phrase in others)
        opened = frame.verbal and frame.opened and len(others) == len(frame.chain)
        if not opened or candidate.pos != "v" or candidate.frame == "charge":
            return False
        if others[-1].country is not None and others[-1].country in states:
            return False
        low, high = frame.last + 1, candidate.first
        if low >= high or self.r.forms[high - 1] in _HIMSELF:
            return False
        return not between(self.r.tokens.among(_ELSEWHERE), low, high)

    def retold(self, candidate: Candidate) -> Frame | None:
        """Somebody tells of words of his own that he spoke before (قال إنه طلب، أعلن أنه لم يرفض)."""
        at, forms = candidate.first, self.r.forms
        if candidate.type not in VERBAL_TYPES or candidate.pos != "v":
            return None
        before = at - 2 if forms[at - 1] == "لم" else at - 1
        if forms[before] not in THAT_HE or (before == at - 1 and not candidate.tag.startswith("perf")):
            return None
        frames = (one for one in self.attribution.of(candidate.sentence) if one.start == before + 1)
        return next((one for one in frames if one.verbal and one.opened and not one.outer and one.chain), None)

    def aside(self, candidate: Candidate, chosen: ChainOption) -> bool:
        """The outlet tells of the visit during which somebody spoke, or what went before his words, outside any clause
        of his (أكد، خلال لقائه الوزير، دعمه; أعلنت خطوات بعد الغارة), and of what others said meanwhile."""
        at, forms = candidate.first, self.r.forms
        if not chosen.frames or self.r.quoted[at]:
            return False
        frame = chosen.frames[-1]
        if candidate.pos == "v" and candidate.type in VERBAL_TYPES:
            return forms[at - 1] in _MEANWHILE and not frame.outer and frame.first < at
        if candidate.pos != "n":
            return False
        told = frame.sentence == candidate.sentence and frame.last < at and frame.verbal and not frame.outer
        if not told or (frame.opened and frame.start <= at):
            return False
        before = {forms[at - 1], forms[at - 2]}
        if candidate.type == "CONSULT":
            return not before.isdisjoint(_BESIDES)
        if candidate.type not in DEEDS or before.isdisjoint(_AFTER):
            return False
        triggers = (self.r.lex[here].get("trigger") for here in range(frame.last + 1, at))
        return not any(found is not None and found.sense.type in HARM for found in triggers)

    def resumed(self, candidate: Candidate) -> Frame | None:
        """The report that the next sentence goes on with by naming its event again (وأسفر الهجوم عن, ووقع التفجير)."""
        first = self.r.sentences[candidate.sentence].first
        opens = self.r.words[first].core in _GOING_ON and "و" in self.r.words[first].pro
        again = candidate.first == first + 1 and self.r.words[candidate.first].det
        if not opens or not (again or self.r.forms[first + 1] == "ذلك"):
            return None
        if self.attribution.of(candidate.sentence) or self.attribution.chain_at(candidate.first)[1]:
            return None
        last = self._last_told(candidate, [])
        return last if last is not None and last.sentence == candidate.sentence - 1 else None

    def _last_told(self, candidate: Candidate, around: list[Frame]) -> Frame | None:
        """The last report before the candidate's sentence in its paragraph that is none of those around it."""
        for frame in reversed(self.attribution.frames):
            if frame.sentence < candidate.sentence and frame.chain and not frame.outer and frame not in around:
                return frame if self._one_paragraph(frame, candidate) else None
        return None

    def _one_paragraph(self, frame: Frame, candidate: Candidate) -> bool:
        start = self.r.raw(frame.last, frame.last)[1]
        end = self.r.raw(candidate.first, candidate.first)[0]
        return "\n" not in self.r.text[start:end]
