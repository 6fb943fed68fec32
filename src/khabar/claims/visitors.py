"""Who visits: the genitive of a visit (زيارة الوزير), whoever is invited to it and not who invites (دعوة من الملك إلى
الرئيس لزيارة المملكة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import Clauses
from khabar.claims.grammar import has
from khabar.claims.meetings import INVITES
from khabar.claims.neighbours import adjacent
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

INVITATIONS: Final = frozenset(("دعوة", "دعوات", "دعوته", "دعوتها"))
_RECEIVES: Final = frozenset("تلقى تلقي تلقت يتلقى تلقيه قبل قبلت يقبل لبى لبت تسلم تسلمت رفض رفضت".split())
"""Verbs of whom an invitation reaches."""
_TRAVELLERS: Final = frozenset(("person", "people", "government", "organisation", "military", "party", "armed-group"))
_TO: Final = frozenset(("ل", "الى"))
_BACK: Final = 14
"""Tokens between an invitation and the visit."""
_NEAR: Final = 3


class Visitors:
    """Reads off who visits somewhere."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who visits and who does not."""
        if candidate.type != "CONSULT" or candidate.frame != "move" or candidate.pos != "n":
            return
        if candidate.mode != "visit" or has(found, "actor"):
            return
        word = self.r.words[candidate.first]
        if "ل" in word.pro or self.r.forms[candidate.first - 1] == "الى":
            guests = self._invited(candidate, row)
            if guests is not None:
                for one in row:
                    if one.last < candidate.first:
                        found[one] = "actor" if one in guests else APART
                return
        if word.enc:
            return
        carried = has(slots, "LactA1") or has(slots, "LactB1")
        for one in row:
            slot, near = slots.get(one, ""), 0 < one.first - candidate.last <= _NEAR
            whose = slot[:1] == "G" and adjacent(self.r, candidate.last, one)
            whose = whose or (slot == "P:ل" and near and one.kind in {"person", "people"} and one.definite)
            if whose and not carried and one.kind in _TRAVELLERS and one.coord is None:
                found[one] = "actor"
                found.update((other, "actor") for other in row if other.coord is one)
                return

    def _invited(self, candidate: Candidate, row: list[Phrase]) -> list[Phrase] | None:
        """Whom an invitation before the visit reaches; None where there is no invitation or nobody is told."""
        start = max(self.r.sentences[candidate.sentence].first, candidate.first - _BACK)
        for at in range(candidate.first - 1, start - 1, -1):
            core = self.r.words[at].core
            if core in INVITATIONS:
                return self._of_noun(at, candidate, row)
            if core in INVITES and self.clauses.acting[at]:
                return self._of_verb(at, candidate, row)
        return None

    def _of_noun(self, at: int, candidate: Candidate, row: list[Phrase]) -> list[Phrase] | None:
        between = [one for one in row if at < one.first and one.last < candidate.first]
        asked = [one for one in between if one.root.prep in _TO and one.kind in _TRAVELLERS | {"state"}]
        if asked:
            return asked
        verb = self.clauses.previous(at)
        if verb is None or self.r.words[verb].core not in _RECEIVES:
            return None
        guest = self.clauses.subject(verb)
        return [guest] if guest is not None and guest.kind in _TRAVELLERS else None

    def _of_verb(self, verb: int, candidate: Candidate, row: list[Phrase]) -> list[Phrase] | None:
        bare = [
            one
            for one in row
            if verb < one.first and one.last < candidate.first and one.kind in _TRAVELLERS | {"state"}
        ]
        host = self.clauses.subject(verb)
        asked = [one for one in bare if one is not host and not one.root.prep]
        return asked or None
