"""Lists of those to whom one deed was done: whoever و ties to a target is one too (اعتقلت فلانا وفلانا), and names
stand for what those named are (اعتقلت الشبان فلانا وفلانا)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.kinds import HARM, INFLICTED
from khabar.claims.options import PHRASE, Option
from khabar.claims.untouched import nobody, vague
from khabar.mentions.names import Names
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

TIED: Final = "tied"
"""The rule by which somebody is a target because another of the list is."""
_MOST: Final = 8
"""Targets of one claim."""
_PEOPLE: Final = frozenset(("person", "people"))
_LISTED: Final = frozenset(
    "شبان شبين شابين شابان شباب مواطنين مواطنان مواطنون اشقاء شقيقين شقيقان صحفيين صحفيان صحافيين صحافيان صحفيون "
    "ناشطين ناشطان ناشطون قياديين قياديان قياديون متهمين متهمان متهمون اسرى اسيرين اسيران شهداء شهيدين شهيدان اخوة "
    "اخوين جنود ضباط طلاب طالبين محامين محاميين محاميان نواب نائبين وزيرين وزيران مسؤولين مسؤولان معتقلين معارضين "
    "معارضان لواءين".split()
)
"""What several people are called before their names."""

_PLURALS: Final = ("ان", "ين", "ون")
_STEM: Final = 4
"""Letters, at most, of words that end so and are no plurals."""


class Lists:
    """Reads lists off the phrases of a sentence."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], names: Names) -> None:
        self.r = reading
        self.phrases = phrases
        self.names = names

    def whole(
        self, candidate: Candidate, targets: list[tuple[Option, float]], doers: set[str]
    ) -> list[tuple[Option, float]]:
        """The targets with all whom the sentence ties to them; ``doers``: by name."""
        if not targets or candidate.type not in INFLICTED:
            return targets
        row = self.phrases[candidate.sentence]
        found: list[tuple[Option, float]] = []
        for option, value in targets:
            named = self._by_name(option.phrase, row)
            found += [(self._option(one), value) for one in named] if named else [(option, value)]
        texts = {option.named.text for option, _ in found} | doers
        for option, value in found.copy():
            if option.phrase is None:
                continue
            for phrase in self._tied(option.phrase, row):
                other = self._option(phrase)
                if other.named.text not in texts and self._one_more(candidate, option.phrase, phrase):
                    found.append((other, value))
                    texts.add(other.named.text)
        return found[:_MOST]

    def _option(self, phrase: Phrase) -> Option:
        return Option(self.names.resolve(phrase), phrase, TIED, 0, PHRASE, (), ())

    def _by_name(self, phrase: Phrase | None, row: list[Phrase]) -> list[Phrase]:
        """Those whose names stand behind what they are (الشبان فلان وفلان)."""
        if phrase is None or phrase.first != phrase.last or not self._several(phrase):
            return []
        first = next((one for one in row if one.first == phrase.last + 1 and one.kind == "person"), None)
        if first is None or not self.r.words[phrase.first].det or first.coord is not None:
            return []
        tied = self._tied(first, row)
        return [first, *tied] if tied else []

    def _several(self, phrase: Phrase) -> bool:
        """A word for people in the plural or the dual."""
        core = self.r.words[phrase.first].core
        return core in _LISTED or (phrase.kind == "people" and len(core) > _STEM and core.endswith(_PLURALS))

    def _tied(self, phrase: Phrase, row: list[Phrase]) -> list[Phrase]:
        """Those that و ties to a phrase, behind it."""
        return [one for one in row if one.coord is not None and one.root is phrase.root and one.first > phrase.last]

    def _one_more(self, candidate: Candidate, phrase: Phrase, other: Phrase) -> bool:
        """It is of the kind of the one that it is tied to: a person or people, or a thing or place like it."""
        if nobody(self.r, other) or vague(self.r, other) or other.held or other.holds or other.kind == "place":
            return False
        if phrase.kind in _PEOPLE and other.kind == "thing":
            return candidate.type in HARM | {"SANCTION"} and phrase.kind == "person" and self._name(other)
        return True

    def _name(self, phrase: Phrase) -> bool:
        """Words that may be a name: two or more that nothing else is known as, or one with a suffix (ومرافقه)."""
        word = self.r.words[phrase.first]
        if phrase.first == phrase.last:
            return bool(word.enc) or word.form.endswith(("ه", "ها", "هم"))
        return not word.det and not self.r.words[phrase.last].form.endswith(("ة", "ات"))
