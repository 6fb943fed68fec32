"""Who is let go where only a suffix tells it (أفرجت عنه السلطات, أسرى أطلقت المعارضة سراحهم, أطلق سراحها بكفالة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.blame_words import CHARGES
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import bare
from khabar.claims.grammar import NO_DOERS, has
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.reading import Reading

_FROM: Final = {"عن" + suffix: suffix for suffix in THIRD}
_FREEDOM: Final = {word + suffix: suffix for word in ("سراح", "سبيل", "اسر") for suffix in THIRD}
_BACK: Final = 18
"""Tokens before a release within which whoever is let go was named."""
_CLOSE: Final = 4
"""Tokens from whoever lets go to whom, with عن and a number."""
_PEOPLE: Final = frozenset(("person", "people", "armed-group", "military"))


class Freed:
    """Reads off whom the suffix means."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Add to ``found`` (phrase to role) who is let go, and who lets him go."""
        if candidate.mode != "release":
            return
        self._beside(candidate, row, found)
        if candidate.frame != "act":
            return
        if candidate.head is not None:  # أطلقت ثلاث رهائن
            captives = next((one for one in row if one.first == candidate.first and one.kind in _PEOPLE), None)
            if captives is not None:
                found[captives] = "target"
        if self._both_told(candidate, row, found) or has(found, "target"):
            return
        suffix = self._suffix(candidate.last)
        if not suffix:
            return
        first = candidate.head[0] if candidate.head is not None else candidate.first
        inside = [one for one in row if first < one.first < candidate.first and bare(one)]
        if inside and inside[0].kind not in NO_DOERS:
            found[inside[0]] = "actor"
        told = any(role == "actor" and slots.get(key, "")[:2] in {"A1", "by"} for key, role in found.items())
        himself: Phrase | None = None
        for phrase in reversed(row):
            if phrase.last >= first or phrase.kind not in _PEOPLE or first - phrase.last > _BACK:
                continue
            if not meant(suffix, self.r.words[phrase.head].core, phrase):
                continue
            if told or found.get(phrase) != "actor":
                found[phrase] = "target"
                return
            himself = himself or phrase
        if himself is not None:
            found[himself] = "target"

    def _beside(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
        """Neither is who gets them back (أعادت جثامينهم إلى البلاد), nor whom the charge is about that somebody is
        cleared of (برأت المحكمة الصحفي من تهمة الإساءة إلى الرئيس)."""
        charge = self._charge(candidate)
        cleared: Phrase | None = None
        for phrase in row:
            if phrase in found or phrase.first <= candidate.last:
                continue
            if phrase.prep == "الى" or 0 <= charge < phrase.first:
                found[phrase] = APART
            elif phrase.first < charge and bare(phrase) and phrase.kind in _PEOPLE:
                cleared = phrase
        if cleared is not None and not has(found, "target"):
            found[cleared] = "target"

    def _charge(self, candidate: Candidate) -> int:
        """Where the charge behind a release stands; -1 if none does."""
        for at in range(candidate.last + 1, self.r.sentences[candidate.sentence].last):
            if self.r.words[at].core in CHARGES:
                return at
        return -1

    def _both_told(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> bool:
        """Who lets go stands right behind the verb, whom behind عن (أفرج الخاطفون عن طبيب). Whether that is so."""
        if candidate.pos != "v" or candidate.head is not None:
            return False
        doer = next((one for one in row if one.first == candidate.last + 1 and bare(one)), None)
        if doer is None or doer.kind in NO_DOERS:
            return False
        held = next((one for one in row if one.first > doer.last and one.coord is None), None)
        if held is None or held.prep != "عن" or held.kind not in _PEOPLE or held.first - doer.last > _CLOSE:
            return False
        for phrase in row:
            if phrase is doer or phrase.coord is doer:
                found[phrase] = "actor"
            elif phrase is held or phrase.coord is held:
                found[phrase] = "target"
        return True

    def _suffix(self, last: int) -> str:
        """The suffix of سراح, or of عن behind the release (الإفراج الفوري عنهم)."""
        own = _FREEDOM.get(self.r.words[last].form, "")
        if own:
            return own
        at = last + 1
        at += at < len(self.r.forms) and self.r.words[at].det
        return _FROM.get(self.r.forms[at], "") if at < len(self.r.forms) else ""
