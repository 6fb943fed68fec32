"""Who tells a report before its verb: the noun that opens the clause which the verb goes on with."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import feminine
from khabar.claims.bearers import TELLERS, THAT
from khabar.claims.tellers import Tellers
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_BEEN: Final = frozenset("كان كانت كانوا وكان وكانت وكانوا فكان فكانت".split())
_ALREADY: Final = frozenset(("قد", "فقد", "وقد"))
_CLAUSES: Final = THAT | _BEEN | frozenset("لكن ولكن فيما بينما حيث اما واما كما غير الا لان".split())
"""Words after which a noun opens a clause."""
_REACH: Final = 30


class Topics:
    """Reads the teller off the words before a verb of saying."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], tellers: Tellers) -> None:
        self.r = reading
        self.phrases = phrases
        self.tellers = tellers

    def topic(self, number: int, cue: Mark) -> Phrase | None:
        """The teller before its verb (كان الجيش قد أعلن, لكن الوزير قال): the noun that opens the clause which the
        verb goes on with."""
        forms, at = self.r.forms, cue.first - 1
        if self.r.words[cue.first].pro or at < 0:
            return None
        already = forms[at] in _ALREADY
        if already:
            at -= 1
        while at > 0 and (forms[at] in QUOTES_CLOSE or (already and forms[at] in PAUSE)):
            at -= 1
        row = self.phrases[number]
        near = next((one for one in reversed(row) if one.last == at), None)
        while near is not None and near.coord is not None and near.coord.kind in TELLERS:
            near = near.coord
        if near is not None and not near.prep and self._opens(near):
            named = near.kind in TELLERS or near.source
            return (
                near
                if named or (near.definite and (already or (near.first > 0 and forms[near.first - 1] in _BEEN)))
                else None
            )
        if near is not None and already and self.tellers.person(near):
            title = next((one for one in reversed(row) if one.last < near.first and self._opens(one)), None)
            return near if title is None else self.tellers.bearer(title, row, cue.first)
        opening = self.opening_subject(number, cue)
        if opening is not None:
            return opening
        been = self._been(cue.first) if already else -1
        return next((one for one in row if 0 <= been < one.first < cue.first and not one.prep), None)

    def opening_subject(self, number: int, cue: Mark) -> Phrase | None:
        """Whoever stands behind a كان that opens the sentence, with only relative clauses between him and the verb
        (وكانت القوات، التي يقودها العقيد، أعلنت)."""
        row, first = self.phrases[number], self.r.sentences[number].first
        if self.r.forms[first] not in _BEEN or not row or row[0].first > first + 2 or row[0].prep:
            return None
        subject = self.tellers.bearer(row[0], row, cue.first)
        she = self.r.forms[cue.first].endswith("ت") if cue.tag == "phrase" else cue.tag.endswith(".f")
        agrees = feminine(self.r.words[row[0].head].core, row[0]) == she
        if not agrees or not (subject.kind in TELLERS or subject.source):
            return None
        acts = (at for at in range(subject.last + 1, cue.first) if self.r.acts[at])
        return subject if all(self.r.words[at - 1].func == "rel" for at in acts) else None

    def _opens(self, phrase: Phrase) -> bool:
        """A clause begins with the phrase."""
        at = phrase.first - 1
        while at >= 0 and self.r.forms[at] in QUOTES_OPEN:
            at -= 1
        if at < 0 or self.r.sentence_at[at] != self.r.sentence_at[phrase.first]:
            return True
        return self.r.forms[at] in _CLAUSES or "و" in self.r.words[phrase.first].pro

    def _been(self, at: int) -> int:
        """The كان that a verb after قد belongs to, if any; -1."""
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if self.r.forms[here] in _BEEN:
                return here
            if self.r.forms[here] in {".", "؛", "\n"}:
                break
        return -1
