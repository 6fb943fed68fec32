"""Which words of a text are verbs, by their form and by what stands beside them: many forms can be verb or noun."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.lexicon.senses import PROPER, SOMEBODY
from khabar.lexicon.words import THIRD, Word
from khabar.mentions.punctuation import PUNCTUATION

_NAMES: Final = frozenset(("", "w", "g"))
_BEFORE_VERBS: Final = frozenset(("aux", "rel", "neg"))
_WHO: Final = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين"))
_TWO: Final = frozenset(("ان", "ين"))
_PEOPLE: Final = frozenset(("title", "people"))
_WHERE: Final = frozenset("في قرب شرق غرب شمال جنوب شرقي غربي شمالي جنوبي مدينة".split())
_PERFECTS: Final = frozenset(("perf.m", "perf.f"))
_ANSWER: Final = "رد"
_WITH_WHAT: Final = 6
"""Tokens from it within which the deed stands that is the answer."""
_SENTENCE_ENDS: Final = frozenset((".", "\n", "!", "؟", ":"))


class Verbs:
    """The verbs among the words of a text; ``lex``: for every token what noun phrases are made of that begins there."""

    def __init__(self, words: list[Word], lex: list[dict[str, Mark]]) -> None:
        self.words = words
        self.lex = lex

    def acts(self) -> list[bool]:
        """For every token whether the word is (as far as is known) a verb."""
        acts: list[bool] = []
        opens = True
        for at, word in enumerate(self.words):
            acts.append(
                (word.verbal and not self._belongs(at) and not self._surname(at))
                or (word.cls == "b" and self._here(at))
                or (opens and self._first(at))
                or (word.core == _ANSWER and self._answers(at))
                or (at > 0 and bool(word.senses) and self.words[at - 1].form in _WHO and self._can_be_perfect(word))
                or (_has_object(word) and self._governs_name(at))
                or (at > 0 and word.form.endswith("ا") and self._of_two(at))
            )
            opens = len(word.form) == 1 and word.form in _SENTENCE_ENDS
        return acts

    def _belongs(self, at: int) -> bool:
        """تابع before ل says to whom something belongs (جندي تابع للقوة), not that somebody went on; a town behind a
        preposition is none of its letters (في تدمر)."""
        if at and "place" in self.lex[at] and self.words[at - 1].form in _WHERE:
            return True
        return self.words[at].form == "تابع" and at + 1 < len(self.words) and "ل" in self.words[at + 1].pro

    def _surname(self, at: int) -> bool:
        """An unknown word spelt as an imperfect is a foreign family name between somebody's own name and what he says
        (أعلن إيليا يفلاش أن)."""
        word = self.words[at]
        if word.known or word.senses or word.pro or word.enc or not 0 < at < len(self.words) - 1:
            return False
        own = self.words[at - 1]
        return own.cls == "g" and not own.det and word.form[0] in "يت" and self.words[at + 1].form in {"ان", "،"}

    def _here(self, at: int) -> bool:
        """A form that can be verb or noun (تعهد, تقدم) is a verb where a clause opens before it and a noun or a
        preposition follows."""
        word = self.words[at]
        if word.det or word.senses or word.pro not in {"", "و", "ف"} or at + 1 >= len(self.words):
            return False
        before = self.words[at - 1] if at else None
        opens = before is None or word.pro != "" or before.form in PUNCTUATION or before.func in _BEFORE_VERBS
        after = self.words[at + 1]
        return opens and (
            after.det or after.func != "" or not PROPER.isdisjoint(self.lex[at + 1]) or after.cls in _NAMES
        )

    def _can_be_perfect(self, word: Word) -> bool:
        """A form that can be a noun, too, behind a relative pronoun (الهجوم الذي دك المقر)."""
        return not word.det and not word.pro and any(sense.tag in _PERFECTS for sense in word.senses)

    def _of_two(self, at: int) -> bool:
        """A dual that can be an accusative, too, right behind two people (أن شخصين قتلا)."""
        before, senses = self.words[at - 1], self.words[at].senses
        if before.core[-2:] not in _TWO or "people" not in self.lex[at - 1] or self.words[at].pro:
            return False
        return any(sense.tag == "perf.d" for sense in senses)

    def _governs_name(self, at: int) -> bool:
        """A word with a suffix right before somebody named is no noun (ألغام زرعها الحوثيون): it would be full."""
        word = self.words[at]
        if word.det or word.pro not in {"", "و", "ف"} or self.lex[at]:
            return False
        if any(sense.kind in {"trigger", "cue"} and not sense.tag.startswith("perf") for sense in word.senses):
            return False
        if at + 1 >= len(self.words) or word.func or word.form.endswith(("اته", "اتها", "اتهم")) or not at:
            return False
        after, lex = self.words[at + 1], self.lex[at + 1]
        named = any(kind in SOMEBODY and found.tag not in {"adj", "weak"} for kind, found in lex.items())
        if not named or after.pro or self.words[at - 1].func:
            return False
        return not word.enc or after.det or "actor" in lex

    def _answers(self, at: int) -> bool:
        """An answer is told by its verb behind an adverb, before who gives it and by what (في المقابل رد الجيش بقصف
        الموقع)."""
        word = self.words[at]
        if word.det or word.enc or word.pro not in {"", "و", "ف"} or at == 0 or at + 1 >= len(self.words):
            return False
        before, after = self.words[at - 1], self.words[at + 1]
        adverb = before.det or before.form.endswith("ات") or before.form.endswith("جهته") or before.form in PUNCTUATION
        if before.verbal or not adverb or after.pro or (PROPER.isdisjoint(self.lex[at + 1]) and not after.det):
            return False
        behind = self.words[at + 2 : at + _WITH_WHAT]
        return any(one.pro == "ب" and any(sense.kind == "trigger" for sense in one.senses) for one in behind)

    def _first(self, at: int) -> bool:
        """A form that can be verb or verbal noun (نشر, قصف) is a verb where it opens a sentence before somebody."""
        word = self.words[at]
        if word.det or word.pro not in {"", "و"} or at + 1 >= len(self.words):
            return False
        if not any(sense.tag in _PERFECTS for sense in word.senses):
            return False
        after, lex = self.words[at + 1], self.lex[at + 1]
        return after.pro == "" and (after.det or not PROPER.isdisjoint(lex) or not _PEOPLE.isdisjoint(lex))


def _has_object(word: Word) -> bool:
    """A suffix that may be the object of a verb: one that was split off, or the end of an unknown word in ي or ت."""
    if word.enc or word.known:
        return word.enc != "" and word.enc in THIRD
    return word.form[0] in "يت" and word.form.endswith(("ها", "هما", "هم"))
