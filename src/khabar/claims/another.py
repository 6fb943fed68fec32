"""Who did it where a report tells of it with a pronoun that cannot mean whoever speaks (حمّل المتحدث الميليشيا
المسؤولية قائلا إنها قصفت؛ وقال الضابط إنهم أطلقوا النار): somebody named before."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AUXILIARY_OR_QUOTES_OPEN, Clauses
from khabar.claims.grammar import doer
from khabar.claims.kinds import GROUPS, HARM, VERBAL_TYPES
from khabar.claims.options import PHRASE, SURE, Option, Told, best
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_THAT_IT: Final = {
    "انها": "ها", "بانها": "ها", "انهم": "هم", "بانهم": "هم", "انهما": "هما", "بانهما": "هما", "انه": "ه",
}  # fmt: skip
_DONE: Final = HARM | {"SANCTION", "MOBILIZE", "RETREAT", "PROTEST"}
_TELLERS: Final = frozenset(("unnamed", "witness", "expert", "document", "official"))
_SENTENCES: Final = 2
"""Sentences back within which whoever is meant did something."""
_JOINED: Final = 2
"""Verbs between the pronoun and that of the deed, joined to each other, at most."""
_TWO: Final = 2


class Another:
    """Looks for whoever is meant."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names, clauses: Clauses) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names
        self.clauses = clauses

    def of(self, candidate: Candidate, verb: int | None, chain: list[Phrase], told: list[Told]) -> list[Option]:
        """Those meant: somebody in the sentence before the pronoun, else the doers of the last deed told of.
        ``chain``: whoever tells it; ``told``: the claims before."""
        if verb is None or candidate.passive or candidate.type not in _DONE or not chain:
            return []
        at = self._pronoun(verb)
        if at < 0:
            return []
        suffix = _THAT_IT[self.r.forms[at]]
        speaker = chain[-1]
        if meant(suffix, self.r.words[speaker.head].core, speaker):
            return []
        for phrase in reversed(self.phrases[candidate.sentence]):
            group = phrase.last < at and phrase.kind in GROUPS and phrase not in chain
            group = group and doer(phrase) and phrase.role not in _TELLERS
            if group and meant(suffix, self.r.words[phrase.head].core, phrase):
                return [Option(self.names.resolve(phrase), phrase, "not the speaker", 0, PHRASE, (), ())]
        for other in reversed(told):
            if candidate.sentence - other.candidate.sentence > _SENTENCES:
                return []
            deed = other.candidate.type not in VERBAL_TYPES and best(other.actors) >= SURE
            if deed and self._meant(suffix, other.doers):
                return [one.taken("not the speaker") for one in other.doers]
        return []

    def _meant(self, suffix: str, doers: list[Option]) -> bool:
        if len(doers) > 1:
            return suffix == "هم" or (suffix == "هما" and len(doers) == _TWO)
        phrase = doers[0].phrase
        return phrase is not None and meant(suffix, self.r.words[phrase.head].core, phrase)

    def _pronoun(self, verb: int) -> int:
        """The token of the pronoun whose predicate the verb is, or is joined to; -1 where there is none."""
        for _ in range(_JOINED + 1):
            at = verb - 1
            while at >= 0 and self.r.forms[at] in AUXILIARY_OR_QUOTES_OPEN:
                at -= 1
            if at >= 0 and self.r.forms[at] in _THAT_IT:
                return at
            joined = self.r.words[verb].pro[:1] in {"و", "ف"} or self.r.forms[verb - 1] == "ثم"
            previous = self.clauses.previous(verb) if joined else None
            if previous is None:
                return -1
            verb = previous
        return -1
