"""What an attack destroyed, behind the words for its result (أسفر القصف عن تدمير ثلاثة منازل, ألحقت الغارات أضرارا
بالميناء)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RESULT, STOPS
from khabar.claims.grammar import has
from khabar.claims.kinds import LIFELESS
from khabar.claims.neighbours import adjacent
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_CAUSES: Final = RESULT | frozenset("الحق الحقت يلحق تلحق الحاق".split())
_RUIN: Final = frozenset("تدمير هدم احراق احتراق انهيار تضرر تحطم تحطيم تهدم اشتعال".split())
"""Nouns whose genitive is what was ruined."""
_OUT: Final = "خروج"
_SERVICE: Final = "خدمة"
_HARM: Final = frozenset("اضرار اضرارا دمار دمارا خسائر".split())
"""Nouns of harm that lead to it with ب, في or ل."""
_TO: Final = frozenset(("ب", "في", "ل"))
_REACH: Final = 20
"""Tokens between an attack and what it ruined."""
_BEFORE: Final = 3
"""Tokens before an attack that is the subject of the word for its result."""
_NEAR: Final = 5


class Damage:
    """Reads off what was ruined."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) what an attack ruined, where nothing else tells what it hit."""
        if candidate.type != "ASSAULT" or candidate.mode == "interception" or has(found, "target"):
            return
        ruined = self._ruined(candidate, row)
        if ruined is None:
            return
        for phrase in row:
            tied = phrase.coord is not None and found.get(phrase.coord) == "target"
            if phrase is ruined or (tied and self.r.words[phrase.head].core not in _RUIN):
                found[phrase] = "target"

    def _ruined(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """What stands behind the word of ruin or harm that an attack leads to (أدى القصف إلى تدمير المدرسة، ألحق أضرارا
        بالمستشفى)."""
        words, forms = self.r.words, self.r.forms
        low = max(self.r.sentences[candidate.sentence].first, candidate.first - _BEFORE)
        high = min(candidate.last + _REACH, len(forms))
        causes = self.r.tokens.cores(_CAUSES)
        if not between(causes, low, high):
            return None
        caused = between(causes, low, candidate.first)
        for at in range(candidate.last + 1, high):
            core = words[at].core
            if forms[at] in STOPS:
                return None
            if core in _CAUSES:
                caused = True
            elif caused and (core in _RUIN or core == _OUT):
                phrase = next((one for one in row if one.first > at), None)
                if phrase is None or phrase.kind not in LIFELESS or not adjacent(self.r, at, phrase):
                    return None
                out = core != _OUT or any(words[n].core == _SERVICE for n in range(at + 1, min(at + 8, len(words))))
                return phrase if out else None
            elif caused and core in _HARM:
                near = [one for one in row if at < one.first <= at + _NEAR and one.kind != "adjective"]
                hit = next((one for one in near if one.prep in _TO and one.kind in LIFELESS), None)
                return hit if hit is not None and not (hit.prep == "في" and hit.place is not None) else None
        return None
