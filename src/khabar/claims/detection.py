"""Which candidates are claims: features of a trigger in its clause, decided from left to right."""

from __future__ import annotations

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Attribution
from khabar.claims.scorer import Feature, Scorer
from khabar.mentions.phrases import Phrase
from khabar.mentions.reading import PUNCTUATION, Reading

_STRONG = frozenset(
    (
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
        "person",
        "people",
        "machine",
        "company",
    )
)


class Detector:
    """Decides candidate by candidate; what was decided before in the article is a feature of what follows."""

    def __init__(
        self,
        reading: Reading,
        attribution: Attribution,
        phrases: list[list[Phrase]],
        groups: list[list[Candidate]],
        scorer: Scorer,
    ) -> None:
        self.r = reading
        self.attribution = attribution
        self.phrases = phrases
        self.scorer = scorer
        self.chosen: list[Candidate] = []
        self._seen: dict[str, int] = {}
        self._seen_type: dict[str, int] = {}
        self._factual = self._factuality()
        self._content = [self._words_of(sentence.first, sentence.last) for sentence in reading.sentences]
        self._likeness: dict[int, int] = {}
        self._last_of: dict[str, int] = {}
        for group in groups:
            for candidate in group:
                self._last_of[candidate.entry.id] = candidate.sentence
                self._last_of[candidate.entry.type] = candidate.sentence

    def _words_of(self, first: int, last: int) -> frozenset[str]:
        """Content words of a stretch: names, nouns and verbs without their clitics."""
        words = self.r.words
        return frozenset(
            words[at].core
            for at in range(first, last)
            if len(words[at].core) > 2 and not any(sense.kind == "func" for sense in words[at].senses)
        )

    def likeness(self, number: int) -> int:
        """How much of a sentence an earlier one has already said: 0 (under a fifth) to 4 (four fifths and more)."""
        known = self._likeness.get(number)
        if known is None:
            mine = self._content[number]
            most = (
                max((len(mine & other) / len(mine) for other in self._content[:number]), default=0.0)
                if len(mine) > 3
                else 0.0
            )
            known = self._likeness[number] = min(4, int(most * 5))
        return known

    def _factuality(self) -> dict[int, list[Feature]]:
        table: dict[int, list[Feature]] = {}
        for found in self.r.marks.of("factuality"):
            table.setdefault(found.last, []).append(found.entry.effect)
        return table

    def decide(self, group: list[Candidate]) -> Candidate | None:
        """The best reading of a place if it scores over the threshold."""
        best = None
        for candidate in group:
            candidate.score = self.scorer.probability(self.features(candidate))
            if best is None or candidate.score > best.score:
                best = candidate
        if best is None or best.score < self.scorer.threshold:
            self.note(group[0], False)
            return None
        self.note(best, True)
        return best

    def note(self, candidate: Candidate, taken: bool) -> None:
        """Remember a decision for the candidates that follow."""
        if taken:
            self.chosen.append(candidate)
            self._seen[candidate.entry.id] = self._seen.get(candidate.entry.id, 0) + 1
            self._seen_type[candidate.entry.type] = self._seen_type.get(candidate.entry.type, 0) + 1

    def features(self, candidate: Candidate) -> list[Feature]:
        entry, kind = candidate.entry, candidate.entry.type
        tag = candidate.tag.split(".")[0]
        form = f"{candidate.pos}.{tag}"
        word = self.r.words[candidate.first]
        out = [
            ("id=id", entry.id),
            ("type=kind", kind),
            ("frame=frame", entry.frame),
            ("form=form", form),
            ("type=kind&form=form", kind, form),
            ("id=id&pos=pos", entry.id, candidate.pos),
            ("mode=kind/mode", kind, entry.mode),
            ("pro=pro&pos=pos", word.pro, candidate.pos),
            ("det=det&pos=pos&frame=frame", word.det, candidate.pos, entry.frame),
            ("enc=enc&pos=pos", bool(word.enc), candidate.pos),
            ("words=last - first", candidate.last - candidate.first),
            ("weight=weight", entry.weight),
            ("alone=alone", candidate.alone),
            ("alone=alone&type=kind", candidate.alone, kind),
            ("alone=alone&pos=pos", candidate.alone, candidate.pos),
            ("weight=weight&pos=pos", entry.weight, candidate.pos),
            ("type=kind&det=det&pos=pos", kind, word.det, candidate.pos),
        ]
        self._around(candidate, out)
        self._position(candidate, out)
        self._parties(candidate, out)
        self._report(candidate, out)
        self._before_in_article(candidate, out)
        return out

    def _around(self, candidate: Candidate, out: list[Feature]) -> None:
        words, pos = self.r.words, candidate.pos
        for step in (1, 2, 3):
            at = candidate.first - step
            if at < 0:
                break
            label = self._label(at)
            out.append(("bstep=label&pos=pos", step, label, pos))
            if step < 3:
                out.append(("bstepw=words[at].core&pos=pos", step, words[at].core, pos))
        for step in (1, 2):
            at = candidate.last + step
            if at >= len(words):
                break
            out.append(("astep=label(at)&pos=pos", step, self._label(at), pos))
            if step == 1:
                out.append(("a1w=words[at].core&pos=pos", words[at].core, pos))
        if candidate.light is not None:
            out += [("light=light.voice", candidate.light.entry.voice), ("light=light.id", candidate.light.entry.id)]
        sentence = self.r.sentences[candidate.sentence]
        for at in range(max(sentence.first, candidate.first - 8), candidate.first):
            for effect in self._factual.get(at, ()):
                out.append(("fact=effect&d=first - at - 1", effect, bucket(candidate.first - at - 1)))
                out.append(("fact=effect&type=type", effect, candidate.entry.type))

    def _label(self, at: int) -> str:
        word = self.r.words[at]
        if word.form in PUNCTUATION:
            return word.form
        if at in self.r.time_tokens:
            return "TIME"
        if at in self.r.number_tokens:
            return "NUM"
        kinds = {sense.kind for sense in word.senses}
        for kind in ("func", "light", "cue", "trigger", "title", "actor", "country", "institution", "people", "place"):
            if kind in kinds:
                if kind == "func":
                    return "f:" + next(str(sense.entry) for sense in word.senses if sense.kind == "func")
                if kind == "trigger":
                    return "T:" + next(str(sense.entry.type) for sense in word.senses if sense.kind == "trigger")
                return kind
        return "det" if word.det else "other"

    def _position(self, candidate: Candidate, out: list[Feature]) -> None:
        sentence = self.r.sentences[candidate.sentence]
        out.append(("sent=sentence", min(candidate.sentence, 4)))
        out.append(("role=role[first]", self.r.role[candidate.first]))
        out.append(("start=first - sentence.first&pos=pos", bucket(candidate.first - sentence.first), candidate.pos))
        out.append(("len=sentence.last - sentence.first", bucket(sentence.last - sentence.first)))
        before = [one for one in self.chosen if one.sentence == candidate.sentence]
        out.append(("nth=before", min(len(before), 4)))
        if before:
            last = before[-1]
            gap = bucket(candidate.first - last.last - 1)
            same = "same" if last.entry.type == candidate.entry.type else "diff"
            out += [
                f"prev={same}&gap={gap}&pos={candidate.pos}",
                ("prevtype=last.type>type", last.entry.type, candidate.entry.type),
                ("prevtype=last.type>type&gap=gap", last.entry.type, candidate.entry.type, min(gap, 5)),
            ]
            clause = any(self.r.forms[at] in "،؛:," for at in range(last.last + 1, candidate.first))
            out.append(
                (
                    "prev=same&clause=clause&frame=last.frame>frame",
                    same,
                    clause,
                    last.entry.frame,
                    candidate.entry.frame,
                )
            )
        else:
            out.append(("prev=none&pos=pos", candidate.pos))

    def _parties(self, candidate: Candidate, out: list[Feature]) -> None:
        before = after = places = 0
        subject = ""
        for phrase in self.phrases[candidate.sentence]:
            if phrase.kind == "place" or phrase.place is not None:
                places += 1
            if phrase.kind in _STRONG:
                if phrase.first > candidate.last:
                    after += 1
                    if after == 1:
                        near = min(bucket(phrase.first - candidate.last - 1), 5)
                        subject = f"{phrase.kind}/{phrase.prep}/{near}"
                else:
                    before += 1
        out += [
            ("before=before&after=after", min(before, 3), min(after, 3)),
            ("next=subject&pos=pos", subject, candidate.pos),
            ("places=places&type=type", min(places, 2), candidate.entry.type),
            ("next=subject&frame=frame&pos=pos", subject.split("/")[0], candidate.entry.frame, candidate.pos),
        ]
        sentence = self.r.sentences[candidate.sentence]
        numbers = any(
            at in self.r.number_tokens
            for at in range(max(sentence.first, candidate.first - 10), min(sentence.last, candidate.last + 10))
        )
        times = any(at in self.r.time_tokens for at in range(sentence.first, sentence.last))
        out += [
            ("num=numbers&type=type", numbers, candidate.entry.type),
            ("time=times&type=type", times, candidate.entry.type),
            ("time=times&pos=pos", times, candidate.pos),
        ]

    def _report(self, candidate: Candidate, out: list[Feature]) -> None:
        chain, frames = self.attribution.chain_at(candidate.first)
        out.append(("frames=frames&type=type", min(len(frames), 2), candidate.entry.type))
        out.append(("quoted=quoted[first]&type=type", bool(self.r.quoted[candidate.first]), candidate.entry.type))
        if frames:
            out.append(("frame=frames[-1].id", frames[-1].entry.id))
            out.append(
                (
                    "framegap=first - frames[-1].start&pos=pos",
                    bucket(candidate.first - frames[-1].start) if frames[-1].start <= candidate.first else 9,
                    candidate.pos,
                )
            )
        at_cue = any(
            frame.first <= candidate.first <= frame.last
            for frame in self.attribution.frames
            if frame.sentence == candidate.sentence
        )
        out.append(("iscue=at_cue", at_cue))

    def _before_in_article(self, candidate: Candidate, out: list[Feature]) -> None:
        word = self.r.words[candidate.first]
        like = self.likeness(candidate.sentence)
        again = self._last_of[candidate.entry.id] > candidate.sentence
        of_type = self._last_of[candidate.entry.type] > candidate.sentence
        role = self.r.role[candidate.first]
        seen = min(self._seen.get(candidate.entry.id, 0), 3)
        typed = min(self._seen_type.get(candidate.entry.type, 0), 4)
        out += [
            ("seen=seen&det=det&pos=pos", seen, word.det, candidate.pos),
            ("seentype=typed&det=det&pos=pos", typed, word.det, candidate.pos),
            ("seen=seen&type=type", seen, candidate.entry.type),
            ("like=like", like),
            ("like=like&seen=seen", like, min(seen, 1)),
            ("like=like&seentype=typed", like, min(typed, 1)),
            ("role=role&again=again", role, again),
            ("role=role&oftype=of_type", role, of_type),
            ("first=sentence == 0&again=again", candidate.sentence == 0, again),
        ]
        near = self._words_of(max(0, candidate.first - 10), min(len(self.r.words), candidate.last + 11))
        earlier = [one for one in self.chosen if one.entry.type == candidate.entry.type]
        if earlier:
            told = frozenset().union(*(self._content[one.sentence] for one in earlier[-4:]))
            fresh = 1 - len(near & told) / max(1, len(near))
            out += [
                ("fresh=fresh * 5&seen=seen", int(fresh * 5), min(seen, 1)),
                ("fresh=fresh * 5&det=det&pos=pos", int(fresh * 5), word.det, candidate.pos),
            ]
