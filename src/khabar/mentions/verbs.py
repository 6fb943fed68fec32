"""Which words of a text are verbs, by their form and by what stands beside them: many forms can be verb or noun."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.lexicon.senses import PROPER, SOMEBODY
from khabar.lexicon.words import THIRD, Word
from khabar.mentions.place_heads import SETTLED
from khabar.mentions.punctuation import PUNCTUATION

_NAMES: Final = frozenset(("", "w", "g"))
_BEFORE_VERBS: Final = frozenset(("aux", "rel", "neg"))
_WHO: Final = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين"))
_TWO: Final = frozenset(("ان", "ين"))
_PEOPLE: Final = frozenset(("title", "people"))
_WHERE: Final = frozenset(
    "في قرب شرق غرب شمال جنوب شرقي غربي شمالي جنوبي مدينة على الى نحو باتجاه مدخل مشارف ريف محيط اطراف بادية".split()
)
_SUFFIXES: Final = ("ها", "ه", "هم", "ون")
_PERFECTS: Final = frozenset(("perf.m", "perf.f"))
_ANSWER: Final = "رد"
_WITH_WHAT: Final = 6
"""Tokens from it within which the deed stands that is the answer."""
_WITH_WORDS: Final = 9
"""The same of what he says to it."""
_SAYING: Final = frozenset(("قائلا", "قائلة", "قائلين"))
_DAWN: Final = "فجر"
_DAYS: Final = frozenset("اليوم امس الامس يوم غد الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت".split())
_SENTENCE_ENDS: Final = frozenset((".", "\n", "!", "؟", ":"))


class Verbs:
    """The verbs among the words of a text; ``lex``: for every token what noun phrases are made of that begins there."""

    def __init__(self, words: list[Word], lex: list[dict[str, Mark]]) -> None:
        self.words = words
        self.lex = lex

    def acts(self) -> list[bool]:
        """For every token whether the word is (as far as is known) a verb."""
        acts = [False] * len(self.words)
        opens = True
        for at, word in enumerate(self.words):
            could = word.could if word.could >= 0 else _could(word)
            if could > _ENDING and self._does(at, word, could, opens):
                acts[at] = True
            opens = could & _ENDING != 0
        return acts

    def _does(self, at: int, word: Word, could: int, opens: bool) -> bool:
        """Whether a word that could be a verb is one there; ``opens``: it opens a sentence."""
        return (
            (word.verbal and not self._belongs(at) and not self._surname(at))
            or (could & _EITHER != 0 and self._here(at))
            or (opens and could & _OPENING != 0 and self._first(at))
            or (could & _ANSWERING != 0 and (self._answers(at) or (opens and self._replies(at))))
            or (could & _PERFECT != 0 and at > 0 and self.words[at - 1].form in _WHO)
            or (could & _GOVERNING != 0 and self._governs_name(at))
            or (could & _DUAL != 0 and at > 0 and self._of_two(at))
        )

    def _belongs(self, at: int) -> bool:
        """تابع before ل says to whom something belongs (جندي تابع للقوة), not that somebody went on; a town behind a
        preposition is none of its letters (في تدمر); dawn before a day blows nothing up (فجر الخميس)."""
        if at and "place" in self.lex[at] and self.words[at - 1].form in _WHERE:
            return True
        if at and self._headed(at):
            return True
        if self.words[at].form == _DAWN and at + 1 < len(self.words):
            after = self.words[at + 1]
            return after.form in _DAYS or after.form.isdigit()
        return self.words[at].form == "تابع" and at + 1 < len(self.words) and "ل" in self.words[at + 1].pro

    def _headed(self, at: int) -> bool:
        """A name that nobody knows behind the head of a settlement (بلدة تشاكاماري), spelt as an imperfect."""
        word, head = self.words[at], self.words[at - 1]
        if word.cls or word.senses or word.pro or word.enc or word.form.endswith(_SUFFIXES):
            return False
        return head.core in SETTLED and not head.det and not head.enc

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
        if at + 1 >= len(self.words):
            return False
        before = self.words[at - 1] if at else None
        opens = before is None or word.pro != "" or before.form in PUNCTUATION or before.func in _BEFORE_VERBS
        after = self.words[at + 1]
        return opens and (
            after.det or after.func != "" or not PROPER.isdisjoint(self.lex[at + 1]) or after.cls in _NAMES
        )

    def _of_two(self, at: int) -> bool:
        """A dual that can be an accusative, too, right behind two people (أن شخصين قتلا)."""
        return "people" in self.lex[at - 1] and self.words[at - 1].core[-2:] in _TWO

    def _governs_name(self, at: int) -> bool:
        """A word with a suffix right before somebody named is no noun (ألغام زرعها الحوثيون): it would be full."""
        word = self.words[at]
        if not at or at + 1 >= len(self.words) or self.lex[at]:
            return False
        after, lex = self.words[at + 1], self.lex[at + 1]
        named = any(kind in SOMEBODY and found.tag not in {"adj", "weak"} for kind, found in lex.items())
        if not named or after.pro or self.words[at - 1].func:
            return False
        return not word.enc or after.det or "actor" in lex

    def _replies(self, at: int) -> bool:
        """And somebody answered, at the head of a sentence (ورد الوزير على ذلك بالقول): not what was mentioned."""
        word = self.words[at]
        if word.pro != "و" or at + 1 >= len(self.words):
            return False
        after, lex = self.words[at + 1], self.lex[at + 1]
        if after.pro or (not after.det and PROPER.isdisjoint(lex) and _PEOPLE.isdisjoint(lex)):
            return False
        behind = self.words[at + 2 : at + _WITH_WORDS]
        return any(one.form == "على" or one.pro == "ب" or one.core in _SAYING for one in behind)

    def _answers(self, at: int) -> bool:
        """An answer is told by its verb behind an adverb, before who gives it and by what (في المقابل رد الجيش بقصف
        الموقع)."""
        if at == 0 or at + 1 >= len(self.words):
            return False
        before, after = self.words[at - 1], self.words[at + 1]
        adverb = before.det or before.form.endswith("ات") or before.form.endswith("جهته") or before.form in PUNCTUATION
        if before.verbal or not adverb or after.pro or (PROPER.isdisjoint(self.lex[at + 1]) and not after.det):
            return False
        behind = self.words[at + 2 : at + _WITH_WHAT]
        return any(one.pro == "ب" and any(sense.kind == "trigger" for sense in one.senses) for one in behind)

    def _first(self, at: int) -> bool:
        """A form that can be verb or verbal noun (نشر, قصف) is a verb where it opens a sentence before somebody."""
        if at + 1 >= len(self.words):
            return False
        after, lex = self.words[at + 1], self.lex[at + 1]
        return after.pro == "" and (after.det or not PROPER.isdisjoint(lex) or not _PEOPLE.isdisjoint(lex))


_ENDING: Final = 1
_VERB: Final = 2
_EITHER: Final = 4
_OPENING: Final = 8
_ANSWERING: Final = 16
_PERFECT: Final = 32
_GOVERNING: Final = 64
_DUAL: Final = 128
"""What a word could be wherever it stands: the end of a sentence, a verb, verb or noun, a verb or verbal noun that
opens a sentence, a verb of answering, a perfect behind a relative pronoun, a verb before its subject, a dual."""


def _could(word: Word) -> int:
    """What a word could be, kept with it."""
    joined = not word.det and word.pro in {"", "و", "ف"}
    perfect = not word.det and any(sense.tag in _PERFECTS for sense in word.senses)
    could = _VERB * word.verbal | _EITHER * (word.cls == "b" and joined and not word.senses)
    could |= _OPENING * (perfect and word.pro in {"", "و"}) | _PERFECT * (perfect and not word.pro)
    could |= _ANSWERING * (word.core == _ANSWER and joined and not word.enc)
    could |= _GOVERNING * (joined and _has_object(word) and not _noun(word))
    dual = word.form.endswith("ا") and not word.pro and any(sense.tag == "perf.d" for sense in word.senses)
    word.could = could | _DUAL * dual | _ENDING * (word.form in _SENTENCE_ENDS)
    return word.could


def _noun(word: Word) -> bool:
    """A word with a suffix that is no verb: a function word, a noun of the resources or in the plural."""
    if word.func or word.form.endswith(("اته", "اتها", "اتهم")):
        return True
    return any(sense.kind in {"trigger", "cue"} and not sense.tag.startswith("perf") for sense in word.senses)


def _has_object(word: Word) -> bool:
    """A suffix that may be the object of a verb: one that was split off, or the end of an unknown word in ي or ت."""
    if word.enc or word.known:
        return word.enc != "" and word.enc in THIRD
    return word.form[0] in "يت" and word.form.endswith(("ها", "هما", "هم"))
