"""Who somebody described is: the name right behind the description, or behind a word that tells it (رجلان هما فلان
وفلان, امرأة تدعى فلانة, آخرون بينهم فلان)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS
from khabar.claims.kinds import VERBAL_TYPES
from khabar.claims.sufferers import ANYBODY, PERSONS
from khabar.mentions.apposition import EPITHETS
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import NAMELIKE, PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_IS: Final = frozenset(
    "هما هم هو هي وهما وهم وهو وهي يدعى تدعى ويدعى وتدعى يدعيان ويدعيان اسمه اسمها واسمه واسمها".split()
)
_AMONG: Final = frozenset("بينهم بينهما ابرزهم ابرزها".split())
_GROUPS: Final = frozenset(("people", "military", "armed-group", "organisation", "government"))
_FORCES: Final = frozenset(("military", "armed-group", "alliance", "organisation"))
_TROOPS: Final = frozenset("قوات قوة قوى فرقة كتيبة لواء وحدات وحدة".split())
_MEMBERS: Final = frozenset(
    "عنصر عنصرا عنصرين عنصران عناصر مقاتل مقاتلا مقاتلين مقاتلون جندي جنديا جنديين جنديان جنود فرد فردا فردين افراد "
    "مسلح مسلحا مسلحين".split()
)
"""Members of a force."""
_AT_LEAST: Final = frozenset("من في على الاقل تابع تابعا تابعين تابعون تابعة ينتمون ينتمي الى".split())
_REACH: Final = 12
"""Tokens behind a description within which it is told who it is."""
_NEAR: Final = 3
"""Tokens behind the word that tells it within which the name begins."""


def member(reading: Reading, phrase: Phrase, group: Phrase) -> bool:
    """Somebody is one of a force right behind him: it is the force that is hit (خمسة مقاتلين على الأقل من الفرقة)."""
    head = reading.words[phrase.head]
    if head.core not in _MEMBERS or phrase.definite or phrase.last > phrase.head + 1 or group.first <= phrase.last:
        return False
    if group.kind not in _FORCES and not (group.kind == "people" and reading.words[group.first].core in _TROOPS):
        return False
    return group.prep in {"من", "في", "ل"} and all(
        reading.forms[at] in _AT_LEAST for at in range(phrase.last + 1, group.first)
    )


class Identified:
    """Puts names in the place of descriptions."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def settle(self, candidate: Candidate, row: list[Phrase], slots: ByPhrase, found: ByPhrase) -> None:
        """Change ``found`` (phrase to role): the name is the target, not the description."""
        if candidate.type in VERBAL_TYPES:
            return
        for at, phrase in enumerate(row):
            nameless = phrase.kind == "person" and phrase.role != "" and phrase.name[0] == phrase.first
            if not (nameless or phrase.kind == "people") or found.get(phrase) != "target":
                continue
            named = self._named(phrase, row[at + 1 :])
            if named is None:
                continue
            found[phrase] = APART
            for other in row[at + 1 :]:
                if other is named or (other.coord is not None and found.get(other.coord) == "target"):
                    found[other] = "target"

    def _named(self, phrase: Phrase, behind: list[Phrase]) -> Phrase | None:
        if len(behind) > 1 and behind[0].first == behind[0].last and self._adjective(behind[0].first):
            known = self._bears_name(behind[1]) or self._known(behind[1])
            if phrase.kind == "person" and known and self._apposed(phrase, behind[1]):
                return behind[1]
        if not behind:
            return None
        if self._part_of(phrase, behind[0]):
            return behind[0]
        called = self._called(phrase, behind[0])
        if called or (self._bears_name(behind[0]) and self._apposed(phrase, behind[0])):
            return behind[0]
        told = self._told(phrase)
        if told is None:
            return None
        return next((one for one in behind if told < one.first <= told + _NEAR and self._bears_name(one)), None)

    def _part_of(self, phrase: Phrase, group: Phrase) -> bool:
        """Of whom the counted are (400 شخص من أهالي المدينة)."""
        counted = self.r.words[phrase.head].core in ANYBODY | PERSONS and not phrase.definite
        if counted and group.prep == "من" and group.first == phrase.last + 2 and group.kind in _GROUPS:
            return True
        return member(self.r, phrase, group)

    def _apposed(self, phrase: Phrase, name: Phrase) -> bool:
        """Nothing but a quotation mark stands between a definite description and the name."""
        forms = self.r.forms
        between = range(phrase.last + 1, name.first)
        if phrase.definite and all(forms[at] in QUOTES_OPEN | QUOTES_CLOSE for at in between):
            return True
        if name.kind != "person" or phrase.kind != "person":
            return False
        if len(between) == 1 and forms[phrase.last + 1] == "،":
            return phrase.definite and forms[name.last + 1 : name.last + 2] in (["،"], ["."])
        return 0 < len(between) <= _NEAR and all(self._adjective(at) for at in between)

    def _known(self, phrase: Phrase) -> bool:
        """Somebody in full whom no title leads."""
        return phrase.kind == "person" and phrase.name_length > 0 and "title" not in self.r.lex[phrase.first]

    def _adjective(self, at: int) -> bool:
        """An adjective with the article (أمير التنظيم التونسي فلان)."""
        word = self.r.words[at]
        return word.det and not word.pro and (word.cls == "j" or word.form.endswith(("ي", "ية")))

    def _called(self, phrase: Phrase, name: Phrase) -> bool:
        """Nothing but what he is called stands between a description and a name (مراسلة القناة الزميلة فلانة)."""
        between = range(phrase.last + 1, name.first)
        return name.kind == "person" and len(between) > 0 and all(self.r.words[at].core in EPITHETS for at in between)

    def _told(self, phrase: Phrase) -> int | None:
        """The word that tells who the described are, in the same clause."""
        count = self.r.words[phrase.head].core in ANYBODY | PERSONS
        for at in range(phrase.last + 1, min(phrase.last + _REACH, len(self.r.forms))):
            form = self.r.forms[at]
            if form in STOPS or self.r.acts[at]:
                return None
            if form in _IS and (self.r.forms[at - 1] in PAUSE or at - phrase.last <= _NEAR or form[0] != "و"):
                return at
            if count and form in _AMONG:
                return at
        return None

    def _bears_name(self, phrase: Phrase) -> bool:
        """Somebody by his name, not by a title alone."""
        word = self.r.words[phrase.first]
        if phrase.prep or word.pro:
            return False
        if phrase.kind == "thing":
            return word.cls in NAMELIKE and not phrase.definite and not word.form.endswith("ا")
        return phrase.kind == "person" and (phrase.name[0] > phrase.first or not phrase.definite)
