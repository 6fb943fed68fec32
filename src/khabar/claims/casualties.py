"""Who among the options of a claim suffered by its attack, as the words of loss tied to it tell."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import Loss
from khabar.claims.candidates import Candidate
from khabar.claims.choice import Scored
from khabar.claims.identified import member
from khabar.claims.neighbours import adjacent
from khabar.claims.options import Option
from khabar.claims.sufferers import ANYBODY, PERSONS, VICTIMS
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_COUNTED: Final = ANYBODY | PERSONS
"""Heads of those of whom nothing but their number is told."""
_MOST: Final = 4
"""Sufferers that one claim tells of."""
_AMONG: Final = frozenset("بينهم بينها بينهما بينهن منهم منها ضمنهم".split())
"""Words behind which a part of those counted stands."""
_RANKS: Final = frozenset(("people", "military", "armed-group"))
_FORCES: Final = frozenset(("قوات", "قوة", "بعثة"))
"""Heads of bodies whose men suffer (ثلاثة من قوات حفظ السلام)."""
_CLOSE: Final = 3
_PARTED: Final = 8
"""Tokens behind somebody within which the word that tells what befell him stands; the same where a part of those
counted stands between."""


class Casualties:
    """Finds whom a word of loss means. ``losses``: as in :class:`~khabar.claims.parties.PartyFinder`."""

    def __init__(self, reading: Reading, losses: dict[int, list[Loss]]) -> None:
        self.r = reading
        self._losses = losses

    def known(self, candidate: Candidate, options: list[Scored], used: set[str]) -> list[tuple[Option, float]]:
        """Who suffered by an attack that names no other target: somebody known by name or by what he is, not "six
        people"."""
        suffered = self.of(candidate, options)
        if not suffered:
            return []
        found = []
        for one in suffered:
            phrase = one.option.phrase
            if phrase is None or not self._named(one.option) or one.option.named.text in used:
                continue
            force = phrase.kind not in VICTIMS and any(self._of_force(other.option, one.option) for other in suffered)
            forces = self.r.words[phrase.head].core in _FORCES
            if phrase.kind in VICTIMS or force or forces:
                found.append((one.option, one.target))
        members = [option for option, _ in found if any(self._of_force(option, other[0]) for other in found)]
        return [one for one in found if one[0] not in members][:_MOST]

    def _of_force(self, one: Option, other: Option) -> bool:
        """The other is the force whose members they are."""
        if one.phrase is None or other.phrase is None or one.phrase.kind not in _RANKS:
            return False
        return member(self.r, one.phrase, other.phrase)

    def of(self, candidate: Candidate, options: list[Scored]) -> list[Scored]:
        """Who stands beside a word that tells what somebody suffered by an attack, and all that و ties to him; rather
        somebody told than somebody counted (لقي جنديان مصرعهما وأصيب آخر)."""
        losses = self._losses.get(candidate.first)
        if losses is None:
            return []
        counted: list[Scored] = []
        told: list[Scored] = []
        for word in losses:
            found = self._suffered(candidate, word, options)
            counted = counted or found
            if any(self._named(one.option) for one in found):
                told += [one for one in found if one not in told]
        found = told or counted
        if candidate.frame == "mutual":
            return found
        forces = [one for one in options if any(self._of_force(other.option, one.option) for other in found)]
        return [*found, *(one for one in forces if one not in found)]

    def _suffered(self, candidate: Candidate, word: Loss, options: list[Scored]) -> list[Scored]:
        end = candidate.first if candidate.first > word.last else len(self.r.forms)
        behind = [one for one in options if self._behind(word, one.option.phrase, end)]
        before = [one for one in reversed(options) if word.pos == "v" and self._before(word, one.option.phrase)]
        if not (behind or before) and word.pos == "v":
            behind = [one for one in options if self._past(word, candidate, one.option.phrase)]
        first = next(iter(behind or before), None)
        if behind and before and not self._named(behind[0].option):
            first = before[0]
        if first is None:
            return []
        return [one for one in options if one is first or self._tied(one.option.phrase, first.option.phrase)]

    def _named(self, option: Option) -> bool:
        """Somebody, not only a count."""
        return option.phrase is not None and self.r.words[option.phrase.head].core not in _COUNTED

    def _tied(self, phrase: Phrase | None, first: Phrase | None) -> bool:
        """و ties a phrase to another, with nothing else between."""
        while phrase is not None and phrase.coord is not None:
            phrase = phrase.coord
            if phrase is first:
                return True
        return False

    def _behind(self, word: Loss, phrase: Phrase | None, end: int) -> bool:
        """Behind the word, before the attack if that follows (``end``)."""
        if phrase is None or phrase.prep not in {"", "عن"} or not word.last < phrase.first < end:
            return False
        if self.r.forms[phrase.first - 1] in _AMONG or any(self.r.acts[word.last + 1 : phrase.first]):
            return False
        return (phrase.first <= word.last + 4 and not phrase.prep) or adjacent(self.r, word.last, phrase)

    def _past(self, word: Loss, candidate: Candidate, phrase: Phrase | None) -> bool:
        """Counted right behind the attack that stands between (قتل في الهجوم عشرة من عناصر الشرطة)."""
        last = candidate.last
        if phrase is None or phrase.prep or phrase.first <= last or last + 1 not in self.r.number_tokens:
            return False
        return not any(self.r.acts[word.last + 1 : phrase.first]) and adjacent(self.r, last, phrase)

    def _before(self, word: Loss, phrase: Phrase | None) -> bool:
        """Right before the word, or before a part of those counted (خمسة مدنيين بينهم طفل قتلوا)."""
        if phrase is None or phrase.prep or phrase.last >= word.first or self.r.forms[phrase.first - 1] in _AMONG:
            return False
        parted = not _AMONG.isdisjoint(self.r.forms[phrase.last + 1 : phrase.last + 4])
        return word.first <= phrase.last + (_PARTED if parted else _CLOSE)
