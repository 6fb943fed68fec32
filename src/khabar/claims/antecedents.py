"""Whom a suffix means as the object of a deed: what the sentence named last that agrees with it and did not do it
(اقتحموا المستشفى واحتلوه, استعاد الجيش السيطرة عليها)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import has
from khabar.claims.kinds import INFLICTED, SAID_TO
from khabar.claims.untouched import BODY, nobody
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_UPON: Final = {"عليه": "ه", "عليها": "ها", "عليهم": "هم", "عليهما": "هما"}
_AGAINST: Final = _UPON | {word + suffix: suffix for word in ("ضد", "بحق", "حق") for suffix in ("ه", "ها", "هم", "هما")}
_OF_THINGS: Final[tuple[str, ...]] = (
    "accuse.describe",
    "accuse.label",
    "accuse.condemn",
    "accuse.criticise",
    "accuse.deplore",
)
"""Entries whose suffix is mostly a deed (أدانته)."""
_OF_PEOPLE: Final = frozenset(
    ("shooting", "assassination", "execution", "torture", "arrest", "abduct", "deport", "convict")
)
"""Modes of what is done to people alone."""
_SHOOTS: Final[tuple[str, ...]] = ("assault.shoot", "assault.wide.gapped")
"""Entries that govern with على behind what is fired (أطلق مسلحون النار عليه)."""
_LAID: Final[tuple[str, ...]] = ("assault.minefield", "assault.lay-mines")
"""Entries whose suffix is what was laid (ألغام زرعها)."""
_THROWN: Final = frozenset(("القي", "يلقى"))
"""Passives of the verb by which an arrest is told (ألقي القبض عليه)."""
_WARRANTS: Final = frozenset(("coerce.arrest.warrant", "coerce.hold.court-order"))
_BEHIND: Final = 9
"""Tokens behind a seizure or a shot within which its preposition stands."""
_BACK: Final = 16
"""Tokens before a suffix within which what it means was named."""


class Antecedents:
    """Reads off whom a suffix means, for deeds in the active."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) what the suffix means."""
        spoken = candidate.frame == "speech" and candidate.pos == "v" and candidate.type in SAID_TO
        spoken = spoken and not candidate.id.startswith(_OF_THINGS)
        deed = candidate.frame == "act" and candidate.type in INFLICTED
        passive = candidate.passive or self.r.words[candidate.first].core in _THROWN
        if not (deed or spoken) or candidate.passive:
            return
        suffix = self._suffix(candidate)
        if not suffix or has(found, "target"):
            return
        if passive:
            for phrase in [one for one in row if found.get(one) == "actor" and slots.get(one) != "by"]:
                del found[phrase]
        told = any(found.get(key) == "actor" and slot[:2] == "A1" for key, slot in slots.items())
        doing = {"by"} if passive or told else {"S", "by"}
        doers = {key for key, slot in slots.items() if slot in doing} | set(found)
        active = candidate.pos == "v" and not passive
        subject = self.clauses.subject(candidate.first) if active else None
        names = {self._name(one) for one in row if one in doers}
        for phrase in reversed(row):
            if phrase.last >= candidate.first or phrase.kind == "adjective" or phrase is subject:
                continue
            if nobody(self.r, phrase) or self._name(phrase) in names:
                continue
            if candidate.first - phrase.last > _BACK:
                return
            if phrase.kind in {"place", "thing"} and (spoken or candidate.mode in _OF_PEOPLE):
                continue
            if phrase not in doers and meant(suffix, self.r.words[phrase.head].core, phrase):
                found[phrase] = "target"
                return

    def _name(self, phrase: Phrase) -> str:
        """Its first word, by which it is named again (الجيش after الجيش الإسرائيلي)."""
        return self.r.words[phrase.first].core

    def _suffix(self, candidate: Candidate) -> str:
        """The suffix of a verb, or of the preposition behind a deed that governs with على (استعاد الجيش السيطرة
        عليها)."""
        own = self.r.words[candidate.first].enc
        if candidate.pos == "v" and own in THIRD:
            return "" if candidate.id.startswith(_LAID) else own
        sanction = candidate.type == "SANCTION" or candidate.id in _WARRANTS
        wide = sanction or candidate.mode == "seize" or candidate.id.startswith(_SHOOTS)
        reach = candidate.last + (_BEHIND if wide else 1)
        words = _AGAINST if sanction else _UPON
        forms = self.r.forms
        for at in range(candidate.first + 1, min(reach + 1, self.clauses.end(candidate.last))):
            form = forms[at]
            if form in words:
                return words[form]
            if wide and form in BODY and forms[at - 1] == "على":
                return BODY[form]
        return ""
