"""Where the name of a person begins and ends."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.senses import PROPER
from khabar.mentions.given_names import FAMILY, GIVEN, ORIGINS
from khabar.mentions.phrase_words import NAME_PARTS, NAMELIKE, PhraseWords
from khabar.mentions.punctuation import PUNCTUATION

_SON_OF: Final = frozenset(("بن", "بنت"))
_SURNAMES: Final = frozenset("خطيب قاضي نقيب مفتي معلم فقيه حداد صياد نجار".split())
"""Offices and trades that are surnames right behind somebody's own name (أحمد الخطيب)."""


_OF_FAITH: Final = frozenset(("الله", "الدين", "الحق", "الرحمن", "الاسلام", "الزمان", "النبي", "الرسول"))
"""Words with the article that make a name of the noun before them (رحمة الله، صلاح الدين، سراج الحق)."""
_FAITH: Final = frozenset("نبي رسول ولي نور دين حق رب شاه جان".split())
"""Common nouns between the names of people from the lands of the Indus and the Oxus (غلام نبي فلان)."""

_MADDA: Final = 0x622
"""Number of the letter by which the house of a family begins in a text as given (آل ثاني), unlike the article."""
_NO_NAMES: Final = frozenset(("فور", "ابان", "غداة"))
"""Words of time that are known as foreign names, too."""


class NameParts(PhraseWords):
    """Names of people: what can be part of one, what ends it."""

    def _person_at(self, at: int) -> bool:
        """A person is known to begin at a token, or two words that look like names stand there."""
        known = self.lex[at].get("actor")
        if known is not None:
            return bool(known.entry.kind == "person")
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return (
            not word.senses
            and word.cls in NAMELIKE
            and not word.det
            and not word.pro
            and word.form[0] >= "\u0600"
            and not self.verbal(at)
            and following is not None
            and not following.senses
            and following.cls in NAMELIKE
            and following.form[0].isalpha()
        )

    def _spoken_to(self, at: int) -> bool:
        """Another one who is spoken to, for the article names him without ل (قال فلان الفلاني لكلينتون)."""
        form = self.forms[at]
        return form[0] == "ل" and not self.words[at].pro and form[1:] in self.forms

    def _name_end(self, at: int, limit: int, first: bool = False) -> int:
        """Last token of the personal name that begins (``first``) or goes on at ``at``; at - 1 where there is none."""
        end = at - 1
        start = at
        whose = None
        while at < limit and at - start < 6:
            form, word = self.forms[at], self.words[at]
            if form == "-" and at > start:
                at += 1
                continue
            sure = self._pious(at, start, limit) or int(self._ambiguous(at, start, end, limit, first))
            if sure:
                at, end = at + sure, at + sure - 1
                continue
            known = self.lex[at].get("actor")
            if known and known.entry.kind == "person":
                if known.tag != "weak" or at == start:  # موسى بيهي عبدي
                    if whose is not None and whose is not known.entry:
                        break
                    whose = known.entry
                at, end = known.last + 1, known.last
                continue
            if (
                form in PUNCTUATION
                or form in _NO_NAMES
                or at in self.blocked
                or at in self.r.time_tokens
                or at in self.r.number_tokens
            ):
                break
            if form in NAME_PARTS or (word.core in NAME_PARTS and not word.pro):
                at += 1
                continue
            if at > start and (self._office_at(at) or (whose is not None and self._spoken_to(at))):
                break
            if self._foreign_part(at, start, end) or self._before_office(at, start, end, limit):
                return at  # مارغو والستروم
            if at + 1 < limit and self.forms[at + 1] in _SON_OF and not word.pro:  # تركي بن بندر
                end = at
                at += 1
                continue
            if self._no_name(at, first and at == start) or (whose is not None and self._place_behind(at)):
                break
            if not self._part_of_name(at, start, end, first) or self.verbal(at):
                break
            end = at
            at += 1
        return end

    def _ali(self, at: int, start: int, end: int, limit: int) -> bool:
        """علي spelled على, behind a given name and before another name (محمد على المقدشي)."""
        if self.forms[at] != "على" or at == start or end != at - 1 or at + 1 >= limit or self.words[end].cls != "g":
            return False
        word = self.words[at + 1]
        known = self.lex[at + 1].get("actor")
        if word.cls == "g" or (known is not None and known.entry.kind == "person"):
            return True
        return word.det and not self.lex[at + 1] and not word.senses and word.core.endswith("ي")

    def _before_office(self, at: int, start: int, end: int, limit: int) -> bool:
        """A name that looks like a word behind a particle, between a given name and an office (فهد كفاين وزير)."""
        word = self.words[at]
        if at != start + 1 or end != start or not word.pro or word.senses or at + 1 >= limit:
            return False
        return self.words[start].cls == "g" and len(word.core) > 2 and "title" in self.lex[at + 1]

    def _ambiguous(self, at: int, start: int, end: int, limit: int, first: bool) -> bool:
        """A name that is a word of its own as well: a given name behind a title or another one, with what can be the
        name of a family behind it (الناشط كامل السوري), or that of a family right behind somebody's own (سعد حرب)."""
        form, word = self.forms[at], self.words[at]
        if (at > start and self._house(at - 1)) or self._ali(at, start, end, limit):
            return True
        if at > start and end == at - 1 and form in FAMILY and self.forms[at + 1 : at + 2] != ["الله"]:
            return self.words[at - 1].cls == "g" or self.forms[at - 1] in GIVEN
        if not first or form not in GIVEN or word.det or (word.pro and word.cls != "g") or at + 1 >= limit:
            return False
        known = self.lex[at].get("actor")
        if known is not None and known.last > at:
            return False
        return (at == start or end == at - 1) and self._family(at + 1)

    def _house(self, at: int) -> bool:
        """The word for the house of a family."""
        return self.forms[at] == "ال" and ord(self.r.text[self.r.raw(at, at)[0]]) == _MADDA

    def _family(self, at: int) -> bool:
        """A word that can be the name of a family or of a father."""
        form, word = self.forms[at], self.words[at]
        if not form[0].isalpha() or form[0] < "\u0600" or word.func or word.enc or self.verbal(at):
            return False
        if form in GIVEN or form in FAMILY or form in NAME_PARTS:
            return True
        if word.pro and word.cls != "g":
            return False
        if word.det:
            return word.core not in ORIGINS and not word.core.endswith(("ة", "ات", "ين", "ون"))
        return word.core in self.r.lexicon.name_words or word.cls in NAMELIKE

    def _pious(self, at: int, start: int, limit: int) -> int:
        """How many tokens of a name begin at one that are words of faith (صلاح الدين، غلام نبي ميمون، نعمة الله)."""
        if at + 1 < limit and self._of_faith(at):
            return 2
        form = self.forms[at]
        more = form in _FAITH and at + 1 < limit and self._goes_on(at + 1)
        return 1 if at > start and (form == "الله" or more) else 0

    def _of_faith(self, at: int) -> bool:
        """A noun whose genitive makes a name of it (صلاح الدين), which no title is (رجل الدين)."""
        word, behind = self.words[at], self.forms[at + 1]
        if behind not in _OF_FAITH or word.pro or word.det or word.enc or word.func or self.verbal(at):
            return False
        if behind == "الحق" and self.forms[at + 2 : at + 3] == ["في"]:  # منح فلان الحق في
            return False
        return "title" not in self.lex[at] and "people" not in self.lex[at] and self.forms[at][0] >= "\u0600"

    def _goes_on(self, at: int) -> bool:
        """A word that is nothing but part of a name."""
        word = self.words[at]
        plain = word.cls in NAMELIKE or word.core in self.r.lexicon.name_words
        return (
            plain
            and not word.senses
            and word.form[0] >= "\u0600"
            and not (word.pro or word.det or word.func or self.verbal(at))
        )

    def _no_name(self, at: int, first: bool) -> bool:
        """A word that can be no part of a name: one with a prefix or a suffix, in the accusative, of Latin letters, the
        name of something else; with the article if it would be the first."""
        word = self.words[at]
        if word.pro or (word.det and first) or self.forms[at][0] < "\u0600":
            return True
        return bool(word.enc) or self.r.accusative(at) or self._other_name(at)

    def _part_of_name(self, at: int, start: int, end: int, first: bool) -> bool:
        """What a word is known as allows it in the name that goes from ``start`` to ``end`` so far."""
        form, word = self.forms[at], self.words[at]
        named = (
            word.core in self.r.lexicon.name_words
            or not word.known
            or (not word.senses and word.cls in NAMELIKE)
            or (word.det and not first and at > start and not self._noun_sense(at))
            or (word.det and at == start + 1 and word.core in _SURNAMES)
            or (at == start + 1 and form == "سلطان")
        )
        surname = (
            word.det
            and at > start
            and not word.form.endswith("ين")
            and bool(word.senses)
            and all(sense.kind in PROPER and sense.tag in {"adj", "weak"} for sense in word.senses)
        )
        return named or surname or self._nation(at, start, end)

    def _foreign_part(self, at: int, start: int, end: int) -> bool:
        """A foreign family name in وال right behind the only own name: nothing else is known of what would be left."""
        word = self.words[at]
        alone = at == start + 1 and end == start and word.pro == "و" and word.det
        return alone and not word.known and not word.senses and word.cls == "" and not word.enc

    def _office_at(self, at: int) -> bool:
        """An office of several words begins here (محمد بن سلمان ولي العهد)."""
        title = self.lex[at].get("title")
        return title is not None and title.last > at

    def _nation(self, at: int, start: int, end: int) -> bool:
        """A family name that is a nationality, too: somebody's own would have the article (نافديب سوري)."""
        word = self.words[at]
        if at != start + 1 or end != start or word.det or word.core.endswith(("ة", "ين", "ون", "ا")):
            return False
        return bool(word.senses) and all(one.kind == "country" and one.tag == "adj" for one in word.senses)

    def _place_behind(self, at: int) -> bool:
        """A place right behind the full name of somebody known (زار فلان كوباني): he has no further name."""
        place = self.lex[at].get("place")
        return place is not None and place.tag == "name" and self.words[at].cls == "l"

    def _other_name(self, at: int) -> bool:
        """A country, a place or a body of that name stands here, not a part of somebody's name."""
        marks = self.lex[at]
        state = marks.get("country")
        if state is not None and state.last > at and state.tag == "name":
            return True
        if self.words[at].core in self.r.lexicon.name_words:
            return False
        return any(
            (found := marks.get(kind)) is not None and found.tag not in {"weak", "adj", "people"} for kind in PROPER
        )

    def _noun_sense(self, at: int) -> bool:
        return any(
            sense.kind in {"trigger", "title", "institution", "people", "country", "cue", "func"}
            for sense in self.words[at].senses
        )
