"""Through whom a report comes: the publisher that it was told to, the source that a teller cites."""

from __future__ import annotations

from typing import Final

from khabar.claims.bearers import TELLERS
from khabar.claims.kinds import PUBLISHERS
from khabar.claims.tellers import Tellers
from khabar.lexicon.found import Mark
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.text import folded

_TOLD_TO: Final = frozenset(("ل", "الى", "الي", "مع"))
_THAT: Final = "ما"
_AS: Final = ("حسبما", "وفقما")
_REPORTERS: Final = frozenset("مراسل مراسلة موفد موفدة".split())
_CITABLE: Final = frozenset(("unnamed", "witness", "official", "military"))
_ANNOUNCE: Final = "cue.announce"
_IN: Final = frozenset(("في", "خلال"))
_SPOKEN: Final = frozenset("تصريح تصريحات حديث مقابلة حوار لقاء اتصال مداخلة".split())
_CLOSE: Final = 4
"""Tokens from the head of a sentence to the publisher spoken to."""
_PRESS: Final = "صحافة"
"""The press at large, no transmitter."""
_PLATFORMS: Final = "media.social"


def is_publisher(phrase: Phrase) -> bool:
    """An agency, a paper, a channel."""
    return phrase.kind in PUBLISHERS or phrase.role in PUBLISHERS


class Carriers:
    """Reads the transmitters between a teller and the outlet, and between a teller and the origin."""

    def __init__(self, reading: Reading, tellers: Tellers) -> None:
        self.r = reading
        self.tellers = tellers

    def sourced(self, teller: Phrase, after: list[Phrase]) -> list[Phrase]:
        """The teller, and behind it whoever it cites with عن."""
        chain = [teller]
        for phrase in after:
            if (
                phrase.first > teller.last
                and phrase.prep == "عن"
                and phrase.kind in TELLERS
                and phrase.first - teller.last < 8
            ):
                chain.append(phrase)
                break
        return [*chain[:-1], *self.tellers.joined(chain[-1], after)]

    def cited(self, cue: Mark, subject: Phrase | None, after: list[Phrase]) -> Phrase | None:
        """Whom the teller cites (نقلت الوكالة عن شهود); after other verbs عن leads to what is told (كشف عن خلية)."""
        preps = {folded(word) for word in cue.entry.origin_prep}
        relays = subject is not None and is_publisher(subject)
        return next(
            (
                one
                for one in after
                if one is not subject
                and one.kind in TELLERS
                and (one.prep in preps or (one.prep == "عن" and (relays or one.role in _CITABLE)))
                and not (cue.sense.id == _ANNOUNCE and self.tellers.told_of(one))
                and not (not relays and self.tellers.told_of(one, noun=True))
            ),
            None,
        )

    def with_others(self, named: Phrase, cited: Phrase, after: list[Phrase]) -> list[Phrase]:
        """Whom the teller cites, and those that it cites besides (عن شهود ومصادر طبية, عن مصدر وعن المرصد)."""
        found = [named]
        for one in after:
            again = one.prep == "عن" and one.first > cited.last and self.r.forms[one.first - 1] == "وعن"
            if one.kind in TELLERS and (again or (one.coord is not None and one.coord in (named, cited, found[-1]))):
                found.append(one)
        return found

    def told_to(self, cue: Mark, source: Phrase, near: list[Phrase]) -> list[Phrase]:
        """The publisher that the source of a subordinate report told it to (بحسب ما أفاد مسؤول وكالة كذا)."""
        forms = self.r.forms[cue.first : cue.last + 1]
        if _THAT not in forms and not forms[0].endswith(_AS):
            return []
        behind = [one for one in near if one.first > source.last and one.coord is None and self.carries(one, cue)]
        return [one for one in behind[:1] if one.prep in _TOLD_TO or not one.prep]

    def fronted(self, cue: Mark, row: list[Phrase]) -> list[Phrase]:
        """The publisher that somebody spoke to, told before he is named (وفي تصريح لقناة كذا، قال الوزير)."""
        sentence = self.r.sentences[self.r.sentence_at[cue.first]]
        opens = sentence.first
        if self.r.words[opens].core not in _IN or self.r.words[opens + 1].core not in _SPOKEN:
            return []
        near = (one for one in row if opens + 1 < one.first <= opens + _CLOSE and one.last < cue.first)
        return [one for one in near if one.prep in _TOLD_TO and self.carries(one, cue)][:1]

    def reporter(self, subject: Phrase, carriers: list[Phrase]) -> bool:
        """An agency's own reporter (مراسل وكالة كذا) is no link besides it."""
        return self.r.words[subject.first].core in _REPORTERS and any(
            carrier.first == subject.last + 1 for carrier in carriers
        )

    def carries(self, phrase: Phrase, cue: Mark) -> bool:
        """The report comes through a publisher: somebody tells it to one, or one brings it."""
        if phrase.kind not in PUBLISHERS or (phrase.entry is not None and phrase.entry.id == _PLATFORMS):
            return False
        if self._short(phrase) or self.r.words[phrase.first].core == _PRESS:
            return False
        return not self._own(phrase) and (phrase.prep in _TOLD_TO or phrase.first > cue.last + 1)

    def _short(self, phrase: Phrase) -> bool:
        """The short name, in brackets, of the agency named before (وكالة الأنباء الرسمية (سبأ))."""
        return phrase.first > 1 and self.r.forms[phrase.first - 1] == "(" and phrase.kind == "agency"

    def _own(self, phrase: Phrase) -> bool:
        """A paper or a channel that somebody speaks to and that is named in quotes alone is the outlet itself."""
        quoted = phrase.first > 0 and self.r.forms[phrase.first - 1] in QUOTES_OPEN
        return quoted and phrase.kind != "agency" and phrase.prep in {"ل", "الى", "الي"}
