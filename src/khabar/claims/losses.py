"""Figures of claims: killed, wounded, missing, captured, displaced, attacks, munitions, with who they were."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from khabar.mentions.numbers import NumberMention
from khabar.mentions.phrases import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Figure

_REACH: Final = 5
_BREATH: Final = 9
_CASUALTIES: Final = frozenset(("killed", "wounded", "missing"))
_VERBAL: Final[tuple[str, ...]] = ("perf", "impf", "pass", "ipass", "jus")


class Loss(NamedTuple):
    """A figure and the tokens that state it."""

    first: int
    last: int
    figure: Figure
    rule: str


class LossFinder:
    """Finds counted losses around the words that name them."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.phrases = phrases
        self._by_sentence: dict[int, list[Loss]] = {}
        self._used: set[int] = set()
        for found in reading.marks.of("figure"):
            number = reading.sentence_at[found.first]
            if number >= 0:
                loss = self._loss(number, found)
                if loss is not None:
                    row = self._by_sentence.setdefault(number, [])
                    same = (loss.figure.what, loss.figure.low, loss.figure.high)
                    near = [
                        one
                        for one in row
                        if (one.figure.what, one.figure.low, one.figure.high) == same
                        and abs(one.first - loss.first) < 12
                    ]
                    if not near:
                        row.append(loss)

    def of(self, sentence: int) -> list[Loss]:
        return self._by_sentence.get(sentence, [])

    def anchor(self, sentence: int, loss: Loss) -> int:
        """Token that decides which claim a loss belongs to: of losses told in one breath (قتل ثلاثة وأصيب سبعة) the
        first one's."""
        at = loss.first
        for other in sorted(self.of(sentence), key=lambda one: -one.first):
            if other.figure.what in _CASUALTIES and loss.figure.what in _CASUALTIES and 0 < at - other.first <= _BREATH:
                at = other.first
        return at

    def _loss(self, number: int, mark: Any) -> Loss | None:
        entry, sentence = mark.entry, self.r.sentences[number]
        if entry.zero:
            return self._make(mark.first, mark.last, entry.what, 0, 0, None, "figure.zero")
        counted = self._count_after(mark.last, sentence.last)
        if counted is None and (not mark.tag.startswith(_VERBAL) or mark.tag.endswith(".p")):
            counted = self._count_before(mark.first, sentence.first, 7 if mark.tag.startswith(_VERBAL) else 4)
        if counted is not None:
            at, count = counted
            if id(count) in self._used and entry.what not in {"wounded", "killed"}:
                return None
            self._used.add(id(count))
            of = self._who(number, at, mark)
            return self._make(
                min(mark.first, at), max(mark.last, at), entry.what, count.low, count.high, of, f"figure.{entry.id}"
            )
        if mark.tag == "dual" and entry.what != "attacks":
            return self._make(
                mark.first, mark.last, entry.what, 2, 2, self.r.bare(mark.first, mark.last)[2], "figure.dual"
            )
        if mark.tag == "dual":
            return self._make(mark.first, mark.last, entry.what, 2, 2, None, "figure.dual")
        if entry.what in {"killed", "wounded"}:
            return self._uncounted(number, mark)
        return None

    def _uncounted(self, number: int, mark: Any) -> Loss | None:
        """A bare plural is at least two; one named or described person is one; a dual two."""
        entry = mark.entry
        if mark.tag == "plural" and not self.r.words[mark.first].det and not self.r.words[mark.first].enc:
            return self._make(mark.first, mark.last, entry.what, 2, None, None, "figure.plural")
        victim = next(
            (
                phrase
                for phrase in self.phrases[number]
                if mark.last < phrase.first <= mark.last + 2 and phrase.kind in {"people", "person"}
            ),
            None,
        )
        if victim is None or victim.prep not in {"", "مع"}:
            return None
        word = self.r.words[victim.head]
        text = self.r.bare(*victim.name)[2]
        if word.core.endswith(("ان", "ين")) and self._dual(victim.head):
            return self._make(mark.first, victim.last, entry.what, 2, 2, text, "figure.dual")
        if victim.number == "s" and victim.kind in {"people", "person"} and not word.core.endswith(("ين", "ون")):
            return self._make(mark.first, victim.last, entry.what, 1, 1, text, "figure.one")
        if victim.number == "p" and not word.det:
            return self._make(mark.first, victim.last, entry.what, 2, None, text, "figure.plural")
        return None

    def _dual(self, at: int) -> bool:
        return any(sense.tag == "dual" for sense in self.r.words[at].senses)

    def _count_after(self, last: int, limit: int) -> tuple[int, NumberMention] | None:
        for at in range(last + 1, min(limit, last + 1 + _REACH)):
            form = self.r.forms[at]
            if form in "،؛.:" or form in {"في", "على", "ان", "الذي", "التي"}:
                return None
            count = self._count(at)
            if count is not None:
                return at, count
            if "figure" in self.r.lex[at] and "و" in self.r.words[at].pro:
                return None  # وجرح سبعة counts the wounded, not the killed before them
        return None

    def _count_before(self, first: int, limit: int, reach: int) -> tuple[int, NumberMention] | None:
        for at in range(first - 1, max(limit, first - reach) - 1, -1):
            if self.r.forms[at] in "،؛.:" or self.r.words[at].pro:
                count = self._count(at)
                return (at, count) if count is not None else None
            count = self._count(at)
            if count is not None:
                return at, count
        return None

    def _count(self, at: int) -> NumberMention | None:
        """The number that covers token ``at``, unless it is part of a date."""
        index = self.r.number_tokens.get(at)
        if index is None or at in self.r.time_tokens:
            return None
        found: NumberMention = self.r.numbers[index]
        return None if getattr(found, "ordinal", False) else found

    def _who(self, number: int, at: int, mark: Any) -> str | None:
        for phrase in self.phrases[number]:
            if at <= phrase.first <= at + 3 and phrase.kind in {"people", "person", "thing", "machine", "armed-group"}:
                return self.r.bare(*phrase.name)[2]
        return None

    def _make(
        self, first: int, last: int, what: str, low: float, high: float | None, of: str | None, rule: str
    ) -> Loss:
        start, end = self.r.raw(first, last)
        whole = int(low) if float(low).is_integer() else low
        top = None if high is None else (int(high) if float(high).is_integer() else high)
        return Loss(first, last, Figure(what=what, low=whole, high=top, of=of, start=start, end=end), rule)
