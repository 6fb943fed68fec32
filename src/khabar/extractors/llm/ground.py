"""Where the words of a model stand in the text, and what Khabar's own reading makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from khabar.claims import ClaimReader
from khabar.ingest.clean import sections
from khabar.mentions.phrase import Phrase
from khabar.model import Article, Figure, Link, Party, Section, Span, Where
from khabar.pipeline import readings
from khabar.text import fold, folded
from khabar.views.agreement import name_words

_LETTER = re.compile(r"\w")
_CLITICS = frozenset(
    ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وب", "ول", "وك", "فب", "فل", "وبال")
)
_AGREED = 0.5
"""Share of letters that a phrase of Khabar's and the model's words must have in common to be the same thing."""


class Dated(NamedTuple):
    """The days that words mean, and the rule that says so."""

    edtf: str
    rule: str


class Ground:
    """One article as Khabar reads it. Spans are code points of the text as given."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.cut: list[Section] = sections(article.text, article.title)
        self.readers = [ClaimReader(reading) for reading, _ in readings(article, self.cut)]
        self._folded = fold(article.text)

    def find(self, words: str, near: Span | None = None, *, whole: bool = True) -> Span | None:
        """Where ``words`` stand: exactly, else in another spelling; of several places the one nearest to ``near``.
        ``whole``: they begin and end with a word, clitics aside. None where they are nowhere."""
        wanted = words.strip()
        if not wanted:
            return None
        found = list(self._exact(wanted, whole)) or list(self._spelt_otherwise(wanted, whole))
        if near is None:
            return found[0] if found else None
        return min(found, key=lambda span: _distance(span, near), default=None)

    def _exact(self, words: str, whole: bool) -> Iterator[Span]:
        at = self.text.find(words)
        while at >= 0:
            if not whole or _bounded(self.text, at, at + len(words)):
                yield Span(at, at + len(words))
            at = self.text.find(words, at + 1)

    def _spelt_otherwise(self, words: str, whole: bool) -> Iterator[Span]:
        parts = folded(words).split()
        if not parts:
            return
        text = self._folded.text
        for match in re.finditer(r"\s+".join(map(re.escape, parts)), text):
            if not whole or _bounded(text, *match.span()):
                yield Span(*self._folded.raw_span(*match.span()))

    def reader_at(self, span: Span) -> tuple[ClaimReader, int] | None:
        """The reading and the sentence in which ``span`` begins; None in furniture."""
        for reader in self.readers:
            tokens = reader.r.tokens
            at = tokens.at(tokens.folded.folded(span.start))
            number = reader.r.sentence_at[at] if at < len(tokens) else -1
            if number >= 0:
                return reader, number
        return None

    def _phrase(self, span: Span) -> tuple[ClaimReader, Phrase] | None:
        """The phrase of Khabar's that is most nearly ``span``."""
        found = self.reader_at(span)
        if found is None:
            return None
        reader, number = found
        best: Phrase | None = None
        most = _AGREED
        for phrase in reader.phrases[number]:
            for start, end in (reader.r.bare(*phrase.name)[:2], reader.r.raw(phrase.first, phrase.last)):
                share = _share(span, start, end)
                if share > most or (share == most and best is None):
                    best, most = phrase, share
        return (reader, best) if best is not None else None

    def party(self, span: Span) -> Party:
        """The party named at ``span``: its state and id as Khabar knows them, its name in full where the article gives
        it elsewhere."""
        words = span.of(self.text)
        found = self._phrase(span)
        if found is None:
            return Party(text=words, start=span.start, end=span.end)
        reader, phrase = found
        named = reader.names.resolve(phrase)
        text = _fuller(words, named.text)
        return Party(text=text, country=named.country, start=span.start, end=span.end, actor=named.actor)

    def link(self, span: Span, kind: str) -> Link:
        """The transmitter named at ``span``; ``kind`` as the model has it counts unless it is somebody Khabar knows."""
        words = span.of(self.text)
        found = self._phrase(span)
        if found is None:
            return Link(text=words, kind=kind, start=span.start, end=span.end)
        reader, phrase = found
        known = reader.transmitters.link(phrase)
        return Link(
            text=_fuller(words, known.text),
            kind=known.kind if known.actor is not None else kind,
            start=span.start,
            end=span.end,
            actor=known.actor,
        )

    def place(self, span: Span) -> Where:
        """The place named at ``span``, from the gazetteer where it is known."""
        found = self._phrase(span)
        if found is not None:
            reader, phrase = found
            where = reader.places.where(phrase)
            if where.place is not None and name_words(where.text) & name_words(span.of(self.text)):
                return where
        return Where(text=span.of(self.text), country=self._country(found), start=span.start, end=span.end)

    def _country(self, found: tuple[ClaimReader, Phrase] | None) -> str | None:
        return found[1].country if found is not None else None

    def date(self, span: Span) -> Dated | None:
        """The days that the words at ``span`` mean, counted from the article's own day; None where nothing fixes
        them."""
        best: Dated | None = None
        most = 0
        for reader in self.readers:
            tokens = reader.r.tokens.folded
            for time in reader.r.times:
                start, end = tokens.raw_span(time.start, time.end)
                common = min(span.end, end) - max(span.start, start)
                if time.edtf and common > most and common >= _AGREED * (end - start):
                    best, most = Dated(time.edtf, time.rule), common
        return best

    def figure(self, what: str, span: Span, of: str | None) -> Figure | None:
        """The count at ``span`` as Khabar reads it: of the same kind of loss, else the number in the words; None where
        there is no number."""
        found = self.reader_at(span)
        if found is None:
            return None
        reader, number = found
        for loss in reader.losses.of(number):
            one = loss.figure
            here = one.start is not None and one.end is not None and span.overlaps(Span(one.start, one.end))
            if one.what == what and here:
                return Figure(what=what, low=one.low, high=one.high, of=of or one.of, start=one.start, end=one.end)
        bounds = self._number(reader, span)
        if bounds is None:
            return None
        return Figure(what=what, low=bounds[0], high=bounds[1], of=of, start=span.start, end=span.end)

    def _number(self, reader: ClaimReader, span: Span) -> tuple[float, float | None] | None:
        tokens = reader.r.tokens
        for number in reader.r.numbers:
            start, end = tokens.folded.raw_span(number.core_start, number.core_end)
            if span.start <= start and end <= span.end and not (number.label or number.ordinal):
                return number.low, number.high
        at = tokens.at(tokens.folded.folded(span.start))
        while at < len(tokens) and tokens.folded.raw(tokens.starts[at]) < span.end:
            tags = {sense.tag for sense in reader.r.words[at].senses}
            if "dual" in tags:
                return 2, 2
            if "plural" in tags and not reader.r.words[at].det:
                return 2, None
            at += 1
        return None


def _bounded(text: str, start: int, end: int) -> bool:
    """``text[start:end]`` ends with a word and begins with one, or with what is left of one without its clitics."""
    if end < len(text) and _LETTER.match(text[end]) and _LETTER.match(text[end - 1]):
        return False
    at = start
    while at > 0 and _LETTER.match(text[at - 1]):
        at -= 1
    return text[at:start] in _CLITICS


def _distance(span: Span, near: Span) -> int:
    return max(0, near.start - span.end, span.start - near.end)


def _share(span: Span, start: int, end: int) -> float:
    common = min(span.end, end) - max(span.start, start)
    return max(0, common) / max(span.end - span.start, end - start, 1)


def _fuller(words: str, known: str) -> str:
    """``known`` where it says all that ``words`` do and more, else ``words``."""
    mine, theirs = name_words(words), name_words(known)
    return known if mine and mine < theirs else words
