"""What a sentence adds to what the article told before it, and what a summary takes from the rest of the article."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import THAT
from khabar.claims.losses import CASUALTIES, Loss, LossFinder
from khabar.mentions.reading import Reading

_SUMMARY: Final = 2
"""Number of the last sentence that may sum up what the article tells in full."""
_AROUND: Final = 10
"""Tokens on either side of a trigger whose words are compared."""

_JUDGED: Final = frozenset(
    "فرصة مهم مهمة طبيعي طبيعية خطوة مبادرة رسالة دليل ناجح ناجحة مثمر مثمرة بناء بناءة ايجابي ايجابية تاريخي تاريخية "
    "ضروري ضرورية كان كانت ليس ليست لم لن تعكس يعكس تحمل يحمل تمثل يمثل تشكل يشكل تؤكد يؤكد تدل يدل تعني يعني تعد يعد "
    "تهدف يهدف تكتسب يكتسب تندرج يندرج اثبت اثبتت".split()
)
"""Words of a judgement on what has been told."""
_BEHIND: Final = 3


def _said(loss: Loss) -> tuple[str, float, float | None]:
    return loss.figure.what, loss.figure.low, loss.figure.high


class News:
    """What the claims so far have told."""

    def __init__(self, reading: Reading, losses: LossFinder) -> None:
        self.r = reading
        self._losses = losses
        self._content = [word.content for word in reading.words]
        self._said_in = [set(self._content[sentence.first : sentence.last]) for sentence in reading.sentences]
        self._told: dict[str, list[int]] = {}
        self._words: dict[str, set[str]] = {}
        self._figures: set[tuple[str, float, float | None]] = set()

    def note(self, candidate: Candidate) -> None:
        """Remember a claim for what follows."""
        kind = candidate.entry.type
        self._figures |= {_said(loss) for loss in self._losses.of(candidate.sentence)}
        told = self._told.setdefault(kind, [])
        told.append(candidate.sentence)
        words: set[str] = set()
        for number in set(told[-4:]):
            words |= self._said_in[number]
        self._words[kind] = words

    def fresh(self, candidate: Candidate) -> int:
        """How much of the words around it the last claims of its type have not said: 0 (under a fifth) to 5 (all);
        -1 for the first."""
        told = self._words.get(candidate.entry.type)
        if told is None:
            return -1
        near = set(self._content[max(0, candidate.first - _AROUND) : candidate.last + _AROUND + 1])
        near.discard("")
        return int(5 * (1 - len(near & told) / max(1, len(near))))

    def remark(self, candidate: Candidate) -> bool:
        """A meeting told before is only spoken of: it is the subject of a judgement (قال إن اللقاء كان فرصة)."""
        first = candidate.first
        if candidate.entry.type != "CONSULT" or "CONSULT" not in self._told or candidate.pos != "n":
            return False
        if not self.r.words[first].det or self.r.forms[first - 1] not in THAT:
            return False
        return any(form in _JUDGED for form in self.r.forms[candidate.last + 1 : candidate.last + 1 + _BEHIND])

    def losses(self, candidate: Candidate) -> str:
        """Losses by an attack or after it in its sentence: ``new``, or all ``told`` before; empty if there are none."""
        if candidate.entry.type != "ASSAULT":
            return ""
        found = [
            _said(loss)
            for loss in self._losses.of(candidate.sentence)
            if loss.figure.what in CASUALTIES and loss.last >= candidate.first - 4
        ]
        if not found:
            return ""
        return "told" if self._figures.issuperset(found) else "new"

    def echo(self, candidate: Candidate) -> int:
        """How much of the words around it one later sentence says again, where it may be a summary: 0 to 5; -1 further
        down."""
        if candidate.sentence > _SUMMARY:
            return -1
        sentence = self.r.sentences[candidate.sentence]
        low, high = max(sentence.first, candidate.first - _AROUND), min(sentence.last, candidate.last + _AROUND + 1)
        mine = set(self._content[low:high])
        mine.discard("")
        most = max([len(mine & later) for later in self._said_in[candidate.sentence + 1 :]], default=0)
        return int(5 * most / max(1, len(mine)))
