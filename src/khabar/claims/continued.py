"""Whom the pronoun of a further clause means (قال المدير إن التنظيم انسحب، إلا أنه اعتقل عائلات): the subject of the
clause before, not whoever speaks."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AUXILIARY_OR_QUOTES_OPEN, Clauses
from khabar.claims.extents import EXCEPT
from khabar.claims.grammar import doer
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_THAT_IT: Final = {"انه": "ه", "انها": "ها", "انهم": "هم", "انهما": "هما", "بانه": "ه", "بانها": "ها", "بانهم": "هم"}
_AND_THAT_IT: Final = {"و" + form: suffix for form, suffix in _THAT_IT.items()}
_BUT_IT: Final = {
    front + form: suffix
    for front in ("", "و")
    for form, suffix in {"لكنه": "ه", "لكنها": "ها", "لكنهم": "هم", "لكنهما": "هما"}.items()
}
_OPENS: Final = EXCEPT | {"كما"}
"""Words before "that it" by which a clause goes on with the subject of the one before."""
_THAT: Final = frozenset(("ان", "بان", "وان", "وبان"))
_AHEAD: Final = 2
"""Tokens between "that" and the subject of its clause at most: a count or a quotation mark."""


class Continued:
    """Looks for the subject that such a pronoun takes up."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], clauses: Clauses) -> None:
        self.r = reading
        self.phrases = phrases
        self.clauses = clauses

    def subject(self, candidate: Candidate, verb: int | None) -> Phrase | None:
        """The subject of the clause before, where the subject of the claim's ``verb`` is a pronoun that takes it up."""
        if verb is None or candidate.passive:
            return None
        at = verb - 1
        while at >= 0 and self.r.forms[at] in AUXILIARY_OR_QUOTES_OPEN:
            at -= 1
        start = self.r.sentences[candidate.sentence].first
        if at <= start:
            return None
        form = self.r.forms[at]
        but = _BUT_IT.get(form, "")
        suffix = but or _AND_THAT_IT.get(form, "")
        if not suffix and self.r.forms[at - 1] in _OPENS:
            suffix = _THAT_IT.get(form, "")
        if not suffix:
            return None
        row = self.phrases[candidate.sentence]
        for before in range(at - 1, start, -1):
            form = self.r.forms[before]
            if form in _THAT_IT:
                return None  # that of the one who speaks
            if form in _THAT:
                return self._told(before, suffix, row)
        return self._main(candidate, at, suffix) if but else None

    def _told(self, that: int, suffix: str, row: list[Phrase]) -> Phrase | None:
        """The subject of a clause right behind its "that"."""
        one = next((one for one in row if that < one.first <= that + 1 + _AHEAD), None)
        if one is None or one.prep or not doer(one) or any(self.r.acts[that + 1 : one.first]):
            return None
        return one if meant(suffix, self.r.words[one.head].core, one) else None

    def _main(self, candidate: Candidate, pronoun: int, suffix: str) -> Phrase | None:
        """The subject of the sentence's first verb (اتهمت أنقرة دمشق، لكنها اتفقت)."""
        verb = self.clauses.main(candidate.sentence)
        subject = self.clauses.subject(verb) if verb is not None and verb < pronoun else None
        if subject is None or subject.first > pronoun or not doer(subject):
            return None
        return subject if meant(suffix, self.r.words[subject.head].core, subject) else None
