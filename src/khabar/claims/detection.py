"""Which candidates are claims: features of a trigger in its clause, decided from left to right."""

from __future__ import annotations

from khabar.claims.candidates import Candidate, bucket
from khabar.claims.frames import Attribution
from khabar.claims.scorer import Model
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
        scorer: Model,
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

    def _factuality(self) -> dict[int, list[str]]:
        table: dict[int, list[str]] = {}
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

    def features(self, candidate: Candidate) -> list[str]:
        entry, kind = candidate.entry, candidate.entry.type
        tag = candidate.tag.split(".")[0]
        form = f"{candidate.pos}.{tag}"
        word = self.r.words[candidate.first]
        out = [
            f"id={entry.id}",
            f"type={kind}",
            f"frame={entry.frame}",
            f"form={form}",
            f"type={kind}&form={form}",
            f"id={entry.id}&pos={candidate.pos}",
            f"mode={kind}/{entry.mode}",
            f"pro={word.pro}&pos={candidate.pos}",
            f"det={word.det}&pos={candidate.pos}&frame={entry.frame}",
            f"enc={bool(word.enc)}&pos={candidate.pos}",
            f"words={candidate.last - candidate.first}",
            f"weight={entry.weight}",
            f"alone={candidate.alone}",
            f"alone={candidate.alone}&type={kind}",
            f"alone={candidate.alone}&pos={candidate.pos}",
            f"weight={entry.weight}&pos={candidate.pos}",
            f"type={kind}&det={word.det}&pos={candidate.pos}",
        ]
        self._around(candidate, out)
        self._position(candidate, out)
        self._parties(candidate, out)
        self._report(candidate, out)
        self._before_in_article(candidate, out)
        return out

    def _around(self, candidate: Candidate, out: list[str]) -> None:
        words, pos = self.r.words, candidate.pos
        for step in (1, 2, 3):
            at = candidate.first - step
            if at < 0:
                break
            label = self._label(at)
            out.append(f"b{step}={label}&pos={pos}")
            if step < 3:
                out.append(f"b{step}w={words[at].core}&pos={pos}")
        for step in (1, 2):
            at = candidate.last + step
            if at >= len(words):
                break
            out.append(f"a{step}={self._label(at)}&pos={pos}")
            if step == 1:
                out.append(f"a1w={words[at].core}&pos={pos}")
        if candidate.light is not None:
            out += [f"light={candidate.light.entry.voice}", f"light={candidate.light.entry.id}"]
        sentence = self.r.sentences[candidate.sentence]
        for at in range(max(sentence.first, candidate.first - 8), candidate.first):
            for effect in self._factual.get(at, ()):
                out.append(f"fact={effect}&d={bucket(candidate.first - at - 1)}")
                out.append(f"fact={effect}&type={candidate.entry.type}")

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

    def _position(self, candidate: Candidate, out: list[str]) -> None:
        sentence = self.r.sentences[candidate.sentence]
        out.append(f"sent={min(candidate.sentence, 4)}")
        out.append(f"role={self.r.role[candidate.first]}")
        out.append(f"start={bucket(candidate.first - sentence.first)}&pos={candidate.pos}")
        out.append(f"len={bucket(sentence.last - sentence.first)}")
        before = [one for one in self.chosen if one.sentence == candidate.sentence]
        out.append(f"nth={min(len(before), 4)}")
        if before:
            last = before[-1]
            gap = bucket(candidate.first - last.last - 1)
            same = "same" if last.entry.type == candidate.entry.type else "diff"
            out += [
                f"prev={same}&gap={gap}&pos={candidate.pos}",
                f"prevtype={last.entry.type}>{candidate.entry.type}",
                f"prevtype={last.entry.type}>{candidate.entry.type}&gap={min(gap, 5)}",
            ]
            clause = any(self.r.forms[at] in "،؛:," for at in range(last.last + 1, candidate.first))
            out.append(f"prev={same}&clause={clause}&frame={last.entry.frame}>{candidate.entry.frame}")
        else:
            out.append(f"prev=none&pos={candidate.pos}")

    def _parties(self, candidate: Candidate, out: list[str]) -> None:
        before = after = places = 0
        subject = ""
        for phrase in self.phrases[candidate.sentence]:
            if phrase.kind == "place" or phrase.place is not None:
                places += 1
            if phrase.kind in _STRONG:
                if phrase.first > candidate.last:
                    after += 1
                    if after == 1:
                        subject = f"{phrase.kind}/{phrase.prep}/{min(bucket(phrase.first - candidate.last - 1), 5)}"
                else:
                    before += 1
        out += [
            f"before={min(before, 3)}&after={min(after, 3)}",
            f"next={subject}&pos={candidate.pos}",
            f"places={min(places, 2)}&type={candidate.entry.type}",
            f"next={subject.split('/')[0]}&frame={candidate.entry.frame}&pos={candidate.pos}",
        ]
        sentence = self.r.sentences[candidate.sentence]
        numbers = any(
            at in self.r.number_tokens
            for at in range(max(sentence.first, candidate.first - 10), min(sentence.last, candidate.last + 10))
        )
        times = any(at in self.r.time_tokens for at in range(sentence.first, sentence.last))
        out += [
            f"num={numbers}&type={candidate.entry.type}",
            f"time={times}&type={candidate.entry.type}",
            f"time={times}&pos={candidate.pos}",
        ]

    def _report(self, candidate: Candidate, out: list[str]) -> None:
        chain, frames = self.attribution.chain_at(candidate.first)
        out.append(f"frames={min(len(frames), 2)}&type={candidate.entry.type}")
        out.append(f"quoted={bool(self.r.quoted[candidate.first])}&type={candidate.entry.type}")
        if frames:
            out.append(f"frame={frames[-1].entry.id}")
            out.append(
                f"framegap={bucket(candidate.first - frames[-1].start) if frames[-1].start <= candidate.first else 9}&pos={candidate.pos}"
            )
        at_cue = any(
            frame.first <= candidate.first <= frame.last
            for frame in self.attribution.frames
            if frame.sentence == candidate.sentence
        )
        out.append(f"iscue={at_cue}")

    def _before_in_article(self, candidate: Candidate, out: list[str]) -> None:
        word = self.r.words[candidate.first]
        like = self.likeness(candidate.sentence)
        again = self._last_of[candidate.entry.id] > candidate.sentence
        of_type = self._last_of[candidate.entry.type] > candidate.sentence
        role = self.r.role[candidate.first]
        seen = min(self._seen.get(candidate.entry.id, 0), 3)
        typed = min(self._seen_type.get(candidate.entry.type, 0), 4)
        out += [
            f"seen={seen}&det={word.det}&pos={candidate.pos}",
            f"seentype={typed}&det={word.det}&pos={candidate.pos}",
            f"seen={seen}&type={candidate.entry.type}",
            f"like={like}",
            f"like={like}&seen={min(seen, 1)}",
            f"like={like}&seentype={min(typed, 1)}",
            f"role={role}&again={again}",
            f"role={role}&oftype={of_type}",
            f"first={candidate.sentence == 0}&again={again}",
        ]
        near = self._words_of(max(0, candidate.first - 10), min(len(self.r.words), candidate.last + 11))
        earlier = [one for one in self.chosen if one.entry.type == candidate.entry.type]
        if earlier:
            told = frozenset().union(*(self._content[one.sentence] for one in earlier[-4:]))
            fresh = 1 - len(near & told) / max(1, len(near))
            out += [
                f"fresh={int(fresh * 5)}&seen={min(seen, 1)}",
                f"fresh={int(fresh * 5)}&det={word.det}&pos={candidate.pos}",
            ]
