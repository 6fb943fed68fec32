"""Headlines that open with who says it and a colon (الجيش: اعترضنا صاروخا, مصدر أمني لوكالة كذا: مقتل جندي)."""

from __future__ import annotations

from typing import Final

from khabar.claims.carriers import is_publisher
from khabar.claims.frame import Frame
from khabar.claims.tellers import Tellers
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.text import Sentence

_SAYING: Final = frozenset("person government military armed-group organisation agency party media".split())
_TITLED: Final = frozenset(("official", "military", "armed-group"))
_REACH: Final = 14
"""Tokens within which the colon stands."""


class Headings:
    """Reads the teller off the words before a colon that no verb of saying opens."""

    def __init__(self, reading: Reading, tellers: Tellers) -> None:
        self.r = reading
        self.tellers = tellers

    def frame(self, number: int, sentence: Sentence, row: list[Phrase]) -> Frame | None:
        """The report that the first colon of a sentence opens; None where something else than a teller stands before
        it."""
        said, forms = self.r.lexicon.said, self.r.forms
        end = min(sentence.last - 1, sentence.first + _REACH)
        colon = next((at for at in range(sentence.first + 1, end) if forms[at] == ":"), None)
        if said is None or colon is None or not row or self.r.role[sentence.first] == "dateline":
            return None
        teller = row[0]
        first = sentence.first + (forms[sentence.first] in QUOTES_OPEN)
        if teller.first != first or teller.prep or not self._tells(teller):
            return None
        before = [one for one in row if one.last < colon]
        if any(at in self.tellers.acting or self.r.acts[at] for at in range(first, colon)):
            return None
        if before[-1].last + 1 + (forms[colon - 1] in QUOTES_CLOSE) != colon:
            return None
        frame = Frame(Mark(colon, colon, said), number)
        frame.opened = True
        rest = before[1:]
        through = [one for one in rest if one.prep == "ل" and is_publisher(one)]
        frame.chain = [*through, self.tellers.bearer(teller, rest, colon)]
        frame.start, frame.end = colon + 1, sentence.last
        return frame

    def signature(self, number: int, sentence: Sentence, row: list[Phrase]) -> Frame | None:
        """The report that brackets at the end of a sentence sign (مقتل جنديين في هجوم (مصدر أمني))."""
        said, forms = self.r.lexicon.said, self.r.forms
        closes = sentence.last - 1
        if closes > sentence.first and forms[closes] == ".":
            closes -= 1
        if said is None or len(row) < 2 or forms[closes] != ")":
            return None
        teller = row[-1]
        if teller.last + 1 != closes or forms[teller.first - 1] != "(" or teller.prep or not self._signs(teller):
            return None
        frame = Frame(Mark(teller.first - 1, closes, said), number)
        frame.outer = True
        frame.chain = [teller]
        frame.start, frame.end = sentence.first, teller.first - 1
        return frame

    def _signs(self, phrase: Phrase) -> bool:
        """A source or an official without a name, a ministry."""
        if phrase.kind == "person":
            return phrase.role in _TITLED and phrase.name[0] == phrase.first and not self.r.words[phrase.first].det
        ministry = self.r.words[phrase.first].core == "وزارة" and phrase.last > phrase.first
        return ministry or (phrase.kind == "people" and phrase.source and phrase.role == "unnamed")

    def _tells(self, phrase: Phrase) -> bool:
        return phrase.kind in _SAYING or (phrase.kind == "people" and phrase.source)
