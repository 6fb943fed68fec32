"""Who did a deed along with its doer: with his support, his part in it, in his company (شن الجيش، مدعوما بسلاح الجو،
هجوما; بمشاركة الشرطة)."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import Bearers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.grammar import doer as acts
from khabar.claims.kinds import FORCES, HARM
from khabar.claims.options import ALLY, PHRASE, Option
from khabar.claims.sides import fights
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import HEADED
from khabar.mentions.reading import Reading

_BACKED: Final = frozenset(
    f"{stem}{ending}"
    for stem in ("مدعوم", "مدعم", "مسنود", "معزز", "مصحوب")
    for ending in ("", "ا", "ة", "ين", "ون", "ان", "تين")
)
"""Participles that ب leads on from to whoever takes part."""
_ALONG: Final = frozenset("بمشاركة بمساندة بمؤازرة بمعاونة بمرافقة برفقة".split())
"""Words whose genitive takes part."""
_SUPPORT: Final = frozenset("باسناد بغطاء".split())
"""Words that lead to him with من, perhaps behind an adjective."""
_JOINTLY: Final = frozenset("بالتعاون بالاشتراك".split())
"""Words that lead to him with مع."""
_WORDS: Final = frozenset(
    [f"{joined}{form}" for form in _ALONG | _SUPPORT | _JOINTLY for joined in ("", "و")]
    + [f"{before}{form}" for form in _BACKED for before in ("", "و", "ال", "وال")]
)
"""All of these as they are written."""
_BESIDES: Final = frozenset(("جانب",))
"""With إلى before it: beside whom somebody fights or trains."""
_OFFICE: Final = 9
"""Tokens behind a title within which its bearer is named."""
_ALLIED: Final = frozenset(
    "متحالف متحالفة متحالفين متحالفون متعاون متعاونة متعاونين متعاونون متعاطف متعاطفة متعاطفين متعاقد متعاقدة متعاقدين "
    "متنازع متنازعة متنازعين".split()
)
"""Participles that مع leads on from: they describe the doer (الحركة المتحالفة مع إيران)."""
_TOGETHER: Final = frozenset(("AID", "MOBILIZE"))
"""Other deeds that several do together."""
_REACH: Final = 3
"""Tokens between the doer and the word, and between that and whoever takes part."""


class Allies:
    """Looks for them behind the doers of a deed."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self.r = reading
        self.names = names
        beside = [at for at in reading.tokens.among(_BESIDES) if at and reading.forms[at - 1] == "الى"]
        self.at = sorted([*reading.tokens.among(_WORDS), *beside])
        self.bearers = Bearers(reading)

    def of(
        self, candidate: Candidate, actors: list[tuple[Option, float]], row: list[Phrase]
    ) -> list[tuple[Option, float]]:
        """Those who took part in a deed of ``actors``, from the phrases of its sentence."""
        if candidate.type == "CONSULT":
            return self._heads(candidate, actors, row)
        if (candidate.type not in HARM and candidate.type not in _TOGETHER) or candidate.frame not in {"act", "move"}:
            return []
        found: list[tuple[Option, float]] = []
        names = {option.named.text for option, _ in actors}
        for option, score in actors:
            if option.phrase is None or (option.phrase.kind not in FORCES and option.phrase.kind != "people"):
                continue
            for phrase in self._beside(option.phrase, row):
                named = self.names.resolve(phrase)
                if named.text not in names:
                    names.add(named.text)
                    found.append((Option(named, phrase, ALLY, 0, PHRASE, (), ()), score))
        return found

    def _heads(
        self, candidate: Candidate, actors: list[tuple[Option, float]], row: list[Phrase]
    ) -> list[tuple[Option, float]]:
        """Who heads those who meet, or their meeting (وفد برئاسة فلان)."""
        after = {candidate.last, *(option.phrase.last for option, _ in actors if option.phrase is not None)}
        names = {option.named.text for option, _ in actors}
        for one in row:
            opens = one.first - 1
            if opens < 0 or self.r.forms[opens] not in HEADED or one.kind != "person":
                continue
            if any(0 < opens - last <= _REACH for last in after):
                behind = [other for other in row if other.first > one.last]
                one = self.bearers.bearer(one, behind, one.last + _OFFICE)
                named = self.names.resolve(one)
                return [] if named.text in names else [(Option(named, one, ALLY, 0, PHRASE, (), ()), 1.0)]
        return []

    def _beside(self, doer: Phrase, row: list[Phrase]) -> list[Phrase]:
        """Whoever stands behind the doer as one who takes part, and all that و ties to him."""
        first = self._with(doer, row)
        if first is None or not _able(first):
            return []
        tied = [first]
        for one in row:
            if one.coord is not None and one.coord in tied and _able(one):
                tied.append(one)
        return tied

    def _with(self, doer: Phrase, row: list[Phrase]) -> Phrase | None:
        behind = [one for one in row if doer.last < one.first and one.kind != "adjective"]
        if not behind:
            return None
        last = max(one.last for one in (doer, *[one for one in row if one.coord is doer]))
        for at in self.at:
            if last < at <= last + _REACH and not any(self.r.forms[on] in STOPS for on in range(last + 1, at)):
                return next((one for one in behind if at < one.first <= at + _REACH and self._led(at, one)), None)
        if self.r.words[last].core in _ALLIED:
            return None
        return next((one for one in behind if one.prep == "مع" and one.first == last + 2), None)

    def _led(self, at: int, phrase: Phrase) -> bool:
        """The word at a token leads to a phrase as to one who takes part."""
        form = self.r.forms[at].removeprefix("و")
        if form in _ALONG or form in _BESIDES:
            return phrase.first == at + 1
        if form in _JOINTLY:
            return phrase.prep == "مع"
        return phrase.prep == "من" if form in _SUPPORT else phrase.prep == "ب"


def _able(phrase: Phrase) -> bool:
    """Somebody who takes part in deeds of force."""
    return fights(phrase) or phrase.kind in FORCES or (phrase.kind == "machine" and acts(phrase))
