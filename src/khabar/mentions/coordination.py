"""Phrases that و ties to the one before them: each a party of its own, or both one name."""

from __future__ import annotations

from typing import Final

from khabar.mentions.given_names import GIVEN
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAIR, PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

_QUOTES: Final = QUOTES_OPEN | QUOTES_CLOSE
_SIGNS: Final = _QUOTES | PAUSE
_AND: Final = frozenset(("و", "ثم"))
"""Words of their own that tie one to another (التقى الرئيس ثم رئيس الوزراء)."""
_MORE: Final = {"اضافة": "الى", "بالاضافة": "الى", "فضلا": "عن", "ناهيك": "عن", "علاوة": "على", "زيادة": "على"}
MORE: Final = _MORE | {f"و{word}": prep for word, prep in _MORE.items()}
"""Words that with the preposition behind them add one more to those named (الوزير إضافة إلى السفير)."""
_ALSO: Final = frozenset(
    (
        *MORE.items(), ("الى", "جانب"), ("والى", "جانب"), ("كذلك",), ("وكذلك",), ("و", "كذلك"), ("وكذا",), ("وايضا",),
        ("و", "ايضا"), ("وحتى",),
    )
)  # fmt: skip
"""These and others that do so (الجنود وكذلك الموظفين)."""
_NAMES: Final = 4
"""Words of a name."""
_OBJECTS: Final = frozenset(("thing", "machine", "organisation", "place"))
"""Kinds of what one deed may hit together."""
_AGE: Final = 6
"""Tokens behind a name within which the brackets about his age close."""


def merged(previous: Phrase, phrase: Phrase) -> Phrase:
    """Both as one phrase."""
    previous.last = phrase.last
    previous.name = (previous.first, phrase.last)
    previous.definite = True
    previous.country = previous.country or phrase.country
    return previous


class Coordination:
    """Reads it off the words of two phrases that follow each other."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.words = reading.words
        self.forms = reading.forms

    def one(self, previous: Phrase, phrase: Phrase) -> bool:
        """What is joined is one phrase: it has one genitive, or one head in the dual."""
        return self._shares(previous, phrase) or self._dual(previous, phrase)

    def joined(self, previous: Phrase, phrase: Phrase) -> bool:
        """``phrase``, or the count before it (شرطيان وثلاثة مدنيين), is tied to the one before it by و alone."""
        first = phrase.first
        while first - 1 > previous.last and "و" not in self.words[first].pro and self._counts(first - 1):
            first -= 1
        quoted = first - 1 > previous.last and len(self.forms[first - 1]) == 1 and self.forms[first - 1] in _QUOTES
        before = first - 1 - quoted
        alone = before > previous.last and self.forms[before] in _AND
        if "و" not in self.words[first].pro and not alone:
            return False
        if self._begins(previous, phrase):
            return False
        return all(self.forms[at] in _SIGNS for at in range(self._aged(previous.last), before if alone else first))

    def name(self, previous: Phrase, phrase: Phrase) -> bool:
        """Words behind somebody's name are another's: the first of them is a given name (فلان ومحمود خالد)."""
        if previous.kind != "person" or previous.name[1] == previous.name[0] or phrase.kind != "thing":
            return False
        word = self.words[phrase.first]
        given = word.cls == "g" or word.core in GIVEN
        return given and 0 < phrase.last - phrase.first < _NAMES and not word.det and not word.enc

    def goes_past(self, previous: Phrase, phrase: Phrase, before: list[Phrase]) -> Phrase | None:
        """The phrase that ``phrase`` is tied to where the one between only says what that is for or whose (شركة للصرافة
        ومصرف، مجالس للأهالي وورشة صيانة); ``before`` ends with it."""
        if previous.prep != "ل" or len(before) < 2 or phrase.prep:
            return None
        whole = before[-2]
        alike = whole.kind == phrase.kind or (whole.kind in _OBJECTS and phrase.kind in _OBJECTS)
        if whole.last + 1 != previous.first or not alike:
            return None
        known = whole.definite == phrase.definite != previous.definite
        return whole if known or whole.kind == phrase.kind != previous.kind else None

    def adds(self, previous: Phrase, phrase: Phrase) -> bool:
        """Words between the two add ``phrase`` to the one before it."""
        start = self._aged(previous.last)
        if start < phrase.first and self.forms[start] in PAUSE:
            start += 1
        if not 0 < phrase.first - start < 3:
            return False
        return tuple(self.forms[start : phrase.first]) in _ALSO

    def _begins(self, previous: Phrase, phrase: Phrase) -> bool:
        """Somebody behind a place where something happened, before his verb: a clause of his own (احتجاج في تونس والأمن
        يعتقل العشرات)."""
        behind = phrase.last + 1
        if previous.kind not in {"place", "state"} or previous.prep != "في" or phrase.kind in {"place", "state"}:
            return False
        return phrase.definite and behind < len(self.forms) and bool(self.r.acts[behind])

    def _shares(self, previous: Phrase, phrase: Phrase) -> bool:
        """Two bare nouns that و joins have one genitive (مواقع ومعاقل المتمردين)."""
        bare = previous.kind == phrase.kind == "thing" and previous.last == previous.head == phrase.first - 1
        word = self.words[previous.head]
        if not bare or previous.definite or word.enc or word.form.endswith(("ا", "ين", "ون")):
            return False
        behind = phrase.head + 1
        genitive = behind <= phrase.last and self.words[behind].cls != "j" and not self.words[phrase.head].det
        return genitive and phrase.definite and not self.words[phrase.head].enc

    def _dual(self, previous: Phrase, phrase: Phrase) -> bool:
        """Two of a kind, each by its own name (وزارتي العدل والمالية)."""
        form = self.words[previous.first].form
        two = form.endswith("تي") and len(form) > 4 and previous.kind != "place" and previous.last > previous.first
        return two and phrase.first == phrase.last == previous.last + 1 and phrase.kind != "place"

    def _aged(self, last: int) -> int:
        """The token behind somebody, or behind his age in brackets (فلان (22 عاما)، وفلان) or the number of those told
        (معارضين اثنين وصحفيا)."""
        if last + 1 in self.r.number_tokens and self.forms[last + 1] in PAIR:
            last += 1
        if last + 1 >= len(self.forms) or self.forms[last + 1] != "(":
            return last + 1
        for at in range(last + 2, min(last + _AGE, len(self.forms))):
            if self.forms[at] == ")":
                return at + 1
        return last + 1

    def _counts(self, at: int) -> bool:
        """A number, a quantity, or من after one (خمسة من الجنود)."""
        if self.forms[at] == "من":
            at -= 1
        return at in self.r.number_tokens or self.words[at].func == "quant"
