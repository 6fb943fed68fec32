"""What Khabar's own marks know of a coded article, for the rules of the error atlas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.edtf import bounds
from khabar.ingest.clean import sections
from khabar.model import Article, Span
from khabar.views.agreement import Coded, name_words

BACKGROUND = timedelta(days=45)
"""What happened so long before publication counts as background."""
_WORD = re.compile(r"\w+")


@dataclass
class Ground:
    """What Khabar's marks know of an article, all spans in code points of its text."""

    text: str
    published: str | None
    sentences: list[Span] = field(default_factory=list)
    candidates: list[tuple[Span, str, str]] = field(default_factory=list)
    """Trigger, type, part of speech (v or n)."""
    times: list[Span] = field(default_factory=list)
    cues: list[Span] = field(default_factory=list)
    edges: list[Span] = field(default_factory=list)
    """Headlines and captions."""

    def sentence(self, at: int) -> Span:
        """The sentence around an offset; the whole text where it is in none."""
        return next((one for one in self.sentences if one.start <= at < one.end), Span(0, len(self.text)))

    def holds(self, at: int, name: str) -> bool:
        """The sentence around ``at`` has at least half of the words of ``name``."""
        words = name_words(name)
        there = name_words(self.sentence(at).of(self.text))
        return bool(words) and 2 * len(words & there) >= len(words)

    def distance(self, at: int, name: str) -> int:
        """Code points from ``at`` to the nearest word of ``name`` in its sentence; the sentence's length for none."""
        sentence, wanted = self.sentence(at), name_words(name)
        steps = [
            abs(sentence.start + found.start() - at)
            for found in _WORD.finditer(sentence.of(self.text))
            if name_words(found.group()) & wanted
        ]
        return min(steps, default=sentence.end - sentence.start)

    def is_old(self, value: str | None) -> bool:
        """The date ends long before publication."""
        days = bounds(value)
        if not days or not self.published or len(self.published) < 10:
            return False
        try:
            before = date.fromisoformat(self.published[:10]) - BACKGROUND
        except ValueError:
            return False
        return days[1] < before.isoformat()


def ground(row: Coded) -> Ground:
    """Read the article of a coded row; its claims are not looked at."""
    given = Article(
        id=str(row["id"]), text=row["text"], source=row.get("source"), title=row.get("title"),
        published=row.get("published"),
    )  # fmt: skip
    cut = sections(given.text, given.title)
    known = Ground(given.text, given.published)
    known.edges = [Span(one.start, one.end) for one in cut if one.role in ("headline", "caption")]
    for reading, _ in pipeline.readings(given, cut):
        reader = ClaimReader(reading)

        def span(first: int, last: int, read: Any = reading) -> Span:
            return Span(*read.raw(first, last))

        known.sentences += [span(one.first, one.last - 1) for one in reading.sentences]
        known.candidates += [
            (span(one.first, one.last), one.entry.type, one.pos) for group in reader.groups for one in group
        ]
        known.times += [span(at, at) for at in reading.time_tokens]
        known.cues += [span(one.first, one.last) for one in reading.marks.of("cue")]
    return known
