"""Sentences that sum up what the body tells in full: headlines, captions, headings between paragraphs, a standfirst."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.mentions.reading import Reading

_ABOVE: Final = frozenset(("headline", "caption"))
_HEADING: Final = 14
"""Most tokens of a heading between paragraphs."""
_TITLE: Final = 26
"""Most tokens of one that opens the article."""
_STOPS: Final = frozenset('.؟!…:"”»')
_LEAD: Final = 22
"""Fewest words with a meaning of a standfirst: a lead paragraph is shorter."""
_NEAR: Final = 4
"""Paragraphs after a standfirst in which it is told again."""
_TOLD_AGAIN: Final = 1.1
"""Share of a standfirst's words that these say, and of those of it or the next paragraph (the shorter) that both say,
together."""
_SUMMED_UP: Final = 0.9
"""The same where it has several sentences."""
_SHORT: Final = 15
"""Fewest words with a meaning of such a one."""


class Summaries:
    """What of a reading is said above or between its paragraphs and told in them."""

    def __init__(self, reading: Reading, groups: list[list[Candidate]]) -> None:
        self.r = reading
        self._paragraphs: list[list[int]] = []
        for number, sentence in enumerate(reading.sentences):
            if not number or sentence.paragraph != reading.sentences[number - 1].paragraph:
                self._paragraphs.append([])
            self._paragraphs[-1].append(number)
        self._heads = {number for row in self._paragraphs[:-1] if self._head(row) for number in row}
        self._standfirst = self._told_again()
        self._groups = groups

    def covers(self, candidate: Candidate) -> bool:
        """It stands in a standfirst, or in a heading where the body goes on to tell of such an event."""
        number = candidate.sentence
        if number in self._standfirst:
            return True
        return number in self._heads and self._told_below(candidate)

    def _told_below(self, candidate: Candidate) -> bool:
        """An event of the type of a heading's is told in the body below it."""
        for at in range(len(self._groups) - 1, -1, -1):
            group = self._groups[at]
            if group[0].sentence <= candidate.sentence:
                return False
            if group[0].sentence not in self._heads and any(one.type == candidate.type for one in group):
                return True
        return False

    def _head(self, row: list[int]) -> bool:
        first, last = self.r.sentences[row[0]], self.r.sentences[row[-1]]
        if self.r.role[first.first] in _ABOVE:
            return True
        most = _HEADING if row[0] else _TITLE
        return last.last - first.first <= most and self.r.forms[last.last - 1] not in _STOPS

    def _told_again(self) -> set[int]:
        """Sentences of the first paragraph if the next ones say most of it again."""
        body = [row for row in self._paragraphs if row[0] not in self._heads]
        if len(body) < 3:
            return set()
        lead, second = self._words(body[0]), self._words(body[1])
        several = len(body[0]) > 1
        if len(lead) < (_SHORT if several else _LEAD) or not second:
            return set()
        near = second.union(*[self._words(row) for row in body[2 : 1 + _NEAR]])
        said = len(lead & near) / len(lead) + len(lead & second) / min(len(lead), len(second))
        return set(body[0]) if said >= (_SUMMED_UP if several else _TOLD_AGAIN) else set()

    def _words(self, row: list[int]) -> set[str]:
        first, last = self.r.sentences[row[0]], self.r.sentences[row[-1]]
        return {word.content for word in self.r.words[first.first : last.last]} - {""}
