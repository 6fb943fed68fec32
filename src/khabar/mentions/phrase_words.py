"""What a word can be in a noun phrase: to be skipped, a verb, part of a name."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.senses import PROPER, SOMEBODY
from khabar.lexicon.words import Word
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import ALONG, FIRE, Reading

_NO_HEADS: Final = frozenset("df")
DOCTOR: Final = "د"
"""A doctor before a name, in one letter and a full stop."""
NAME_PARTS: Final = frozenset("بن ابن بنت ابو ابي ام ال عبد ولد دي دو فان فون لو".split())
ANNOUNCING: Final = frozenset("اعلان قرار محاولة محاولات اعتزام عزم استمرار مواصلة بدء تكرار اتمام تنفيذ".split())
"""Nouns whose genitive does the event named right behind it (إعلان الولايات المتحدة تصفية قيادي)."""
DOING: Final = ANNOUNCING | frozenset(
    "قيام دور تورط ضلوع مشاركة مسؤولية جهود نجاح تمكن اقدام مساعي تصريح تصريحات اقوال مواقف".split()
)
"""Nouns whose genitive does what follows (قيام القوات بقصف, دور الجيش في تحرير)."""
DIRECTING: Final = frozenset("باتجاه باسم بحق بشان لصالح بصدد بحوزة بحوزته بحوزتها بحوزتهم بحوزتهما".split())
"""Prepositions made of a noun."""
SEATS: Final = frozenset(("مقره", "مقرها", "مقرهم"))
"""Words that tell where a body has its seat (المرصد ومقره بريطانيا، شركات مقرها دبي)."""
QUARTERS: Final = frozenset("شمالي جنوبي شرقي غربي".split())
SIDES: Final = frozenset("شمال جنوب شرق غرب".split())
"""Prepositions that with the article are adjectives (الساحل الغربي), and those that are parts of a land (في الشمال)."""
HEADED: Final = frozenset(("برئاسة", "بزعامة", "بقيادة"))
"""Words before whoever heads a meeting, a delegation or a force."""
PAIR: Final = frozenset("اثنين اثنان اثنتين اثنتان".split())
"""Two of those before them (معارضين اثنين)."""
PAUSE: Final = frozenset("،,")
NAMING: Final = frozenset(("actor", "title", "people", "place", "country"))
NAMELIKE: Final = frozenset(("", "w", "g", "o"))

_VISUAL: Final = frozenset(("مصورة", "مصور", "مصورا"))
_FOOTAGE: Final = frozenset("كلمة كلمته كلمتها رسالة رسائل مقابلة لقطات مشاهد مادة صور خطبة".split())
"""Nouns behind which a word is no photographer (في كلمة مصورة)."""


class PhraseWords:
    """The words and marks of a reading as the chunker asks for them. ``blocked``: tokens that are part of no phrase."""

    def __init__(self, reading: Reading, blocked: set[int]) -> None:
        self.r = reading
        self.words = reading.words
        self.forms = reading.forms
        self.lex = reading.lex
        self.blocked = blocked
        self._known_places: set[str] | None = None
        self._taken = [False] * (len(self.forms) + 1)
        for at in (*blocked, *reading.time_tokens, *reading.number_tokens):
            self._taken[at] = True

    def _skip(self, at: int) -> bool:
        """No phrase may begin at a token or go on over it."""
        word = self.words[at]
        traits = word.traits if word.traits >= 0 else _traits(word)
        marks = self.lex[at]
        if traits & _NEVER and (word.minor or not marks or PROPER.isdisjoint(marks)):
            return True
        if self._taken[at] or (traits & _ALONG and self.forms[at - 1] == "على"):
            return True
        if (
            word.func
            and not (marks and any(kind in NAMING and found.tag != "weak" for kind, found in marks.items()))
            and not (word.det and (word.core in QUARTERS or word.core in SIDES))
        ):
            return True
        if traits & _FILMED and at and self.words[at - 1].core in _FOOTAGE:
            return True
        if traits & _FIRE and at + 1 < len(self.forms) and not self._plainly_skipped(at + 1):
            return True
        return self.r.acts[at] and (not marks or PROPER.isdisjoint(marks))

    def _plainly_skipped(self, at: int) -> bool:
        marks = self.lex[at]
        named = any(kind in SOMEBODY and not (kind == "actor" and found.tag == "adj") for kind, found in marks.items())
        return self.forms[at] in PUNCTUATION or not (named or self.words[at].core == "احتلال")

    def verbal(self, at: int) -> bool:
        """Whether the word at ``at`` is (as far as is known) a verb."""
        return self.r.acts[at]

    def _build(self, at: int, limit: int) -> Phrase | None:
        """The phrase that begins at a token (see ``Chunker``, which knows them all)."""
        raise NotImplementedError

    def _build_inner(self, at: int, limit: int) -> Phrase | None:
        """The phrase at a token inside another one."""
        if at >= limit or self._skip(at):
            return None
        return self._build(at, limit)


_OF_HIM: Final = "عنه"
"""A pronoun that is also how the name of a town is misspelt."""
_NEVER: Final = 1
_ALONG: Final = 2
_FIRE: Final = 4
_FILMED: Final = 8
"""Traits of a word: no phrase begins with it; a noun that goes with على before it; a means for its owner."""


def fires(word: Word) -> bool:
    """A means that stands for its owner."""
    return bool((word.traits if word.traits >= 0 else _traits(word)) & _FIRE)


def _traits(word: Word) -> int:
    """The traits of a word, kept with it."""
    form = word.form
    never = form in PUNCTUATION or form[0].isdigit() or form in DIRECTING or word.minor or form == _OF_HIM
    never = never or (word.cls in _NO_HEADS and not word.senses)
    word.traits = _NEVER * never | _ALONG * (form in ALONG) | _FIRE * (word.core in FIRE) | _FILMED * (form in _VISUAL)
    return word.traits
