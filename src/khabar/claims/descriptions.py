"""Parties that one bare word describes, in full: with the body or group they are of (مقاتلين من الفرقة), whose it is
(مسجدا للشرطة) and the clause that tells which ones are meant (قواعد تؤوي جنودا)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blasts import PASSING
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.demanded import OWN_DEEDS
from khabar.claims.kinds import GROUPS
from khabar.claims.options import Option
from khabar.claims.owners import OWNED
from khabar.lexicon import Word
from khabar.lexicon.words import THIRD
from khabar.mentions.names import Named
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.place_heads import SITES
from khabar.mentions.reading import Reading

_DESCRIBED: Final = frozenset(("people", "thing", "machine"))
_FOR_SAKE: Final = frozenset(("اجل", "دون", "غير", "خلال", "جديد", "نوع", "جهة", "ناحية"))
"""Words behind من that open no description."""
_TAKEN_FROM: Final = SITES | frozenset(
    "مدرسة مدارس منزل منازل بيت بيوت مستشفى سيارة حافلة حافلات مصنع متجر فندق مقهى مكتب مسجد كنيسة مزرعة قرية بلدة حي "
    "مخيم قارب سفينة طائرة مطار سجن شقة سوق جامعة".split()
)
"""Where people are carried off from (خطفوا طلابا من مدرسة): it does not tell who they are."""
_NO_WORDS: Final[frozenset[str]] = frozenset()
_ELATIVE: Final = 4
"""Letters of a comparative."""
_OPEN: Final = frozenset(
    "تابع تابعة تابعين تابعون موال موالي موالية موالين موالون مؤيد مؤيدة مؤيدين مؤيدون مدعوم مدعومة مدعومين مدعومون "
    "مرتبط مرتبطة مرتبطين متحالفة متحالفين منتمية منتمين مقرب مقربة مقربين معارض معارضة معارضين مناهضة مناهضين".split()
)
"""Participles that do not tell by themselves who is meant."""
_WORDS: Final = 6
"""Words of a description at most."""

BASES: Final = frozenset("قاعدة قواعد معسكر معسكرات ثكنة ثكنات مستودع مستودعا مستودعات مخزن مخازن مقر مقرات".split())
"""Places that a force or a group has."""
_BESIDE: Final = 2
"""Tokens from a machine to its owner at most."""


class Descriptions:
    """Reads on behind a word that describes somebody."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]]) -> None:
        self.r = reading
        self.phrases = phrases

    def whole(self, candidate: Candidate, option: Option) -> Option:
        """The option under the whole description."""
        phrase = option.phrase
        if phrase is None or phrase.kind not in _DESCRIBED or phrase.owner is not None:
            return option
        first, last = phrase.first, phrase.last
        if option.named.text != self.r.bare(first, last)[2]:
            return option
        if first < last:
            led = {"ASSAULT": PASSING, "REQUEST": OWN_DEEDS, "REJECT": OWN_DEEDS}.get(candidate.type, _NO_WORDS)
            if self.r.words[first].core in led:
                first += 1
            last = self._of_whom(first, last)
            if last == phrase.last and candidate.type == "ASSAULT":
                last = self._owner(phrase)
        else:
            last = self._last(candidate, phrase)
        if last == phrase.last:
            last = self._belonging(phrase)
        if (first, last) == (phrase.first, phrase.last) or last >= first + _WORDS:
            return option
        return self._named(option, phrase, first, last)

    def owned(self, candidate: Candidate, option: Option) -> Option:
        """What was hit, named with its owner behind ل (حاجز للجيش، منصة صواريخ للحركة)."""
        phrase = option.phrase
        if phrase is None or candidate.type != "ASSAULT":
            return option
        if phrase.holding >= 0:
            return self._named(option, phrase, phrase.holding, phrase.last)
        if phrase.kind == "place" and self.r.words[phrase.first].core in BASES:
            last = self._owner(phrase)
            return option if last == phrase.last else self._named(option, phrase, phrase.first, last)
        owner = phrase.owner
        led = owner is not None and 0 < owner.first - phrase.last <= _BESIDE and owner.prep == "ل"
        if owner is None or not led or phrase.kind != "machine":
            return option
        return self._named(option, phrase, phrase.first, owner.last)

    def _named(self, option: Option, phrase: Phrase, first: int, last: int) -> Option:
        """The option under the name of some tokens."""
        named = option.named
        start, end, text = self.r.bare(first, last)
        state = self.r.lex[first].get("country")
        country = state.sense.id if state is not None and named.country is None else named.country
        full = Named(text, country, named.actor, start, end)
        return Option(full, phrase, option.role, option.gap, option.templates, option.own, option.values)

    def _of_whom(self, first: int, last: int) -> int:
        """The last token of whoever they belong to or side with, where a participle leaves it open (وفود تابعة
        للمنظمة)."""
        if self.r.words[last].core not in _OPEN or (self.r.words[last].det and not self.r.words[first].det):
            return last
        number = self.r.sentence_at[last]
        behind = next((one for one in self.phrases[number] if one.first > last), None)
        led = behind is not None and behind.first - last <= 2 and behind.prep in {"ل", "من", "مع", "ب", "الى"}
        if behind is None or not led or self.r.words[behind.first].core in _FOR_SAKE:
            return last
        return behind.last

    def _belonging(self, phrase: Phrase) -> int:
        """The last token of whose a thing is, behind a participle (سيارة تابعة للتنظيم، سفينة مملوكة لشركة)."""
        at = phrase.last + 1
        if phrase.kind == "people" or at + 1 >= len(self.r.words) or self.r.words[at].core not in OWNED:
            return phrase.last
        row = self.phrases[self.r.sentence_at[phrase.last]]
        behind = next((one for one in row if at < one.first <= at + 2), None)
        return behind.last if behind is not None and behind.prep in {"ل", "من"} else phrase.last

    def _owner(self, phrase: Phrase) -> int:
        """The last token of whose a thing or a force without the article is that adjectives describe (تعزيزات عسكرية
        للحركة)."""
        number = self.r.sentence_at[phrase.last]
        behind = next((one for one in self.phrases[number] if one.first > phrase.last), None)
        if behind is None or behind.first != phrase.last + 1 or behind.prep != "ل" or behind.kind not in GROUPS:
            return phrase.last
        if phrase.kind == "place":
            return behind.last
        whole = phrase.kind == "thing" or (phrase.role == "military" and phrase.country is None)
        return behind.last if whole and not phrase.definite else phrase.last

    def _last(self, candidate: Candidate, phrase: Phrase) -> int:
        """The last token of what belongs to the description."""
        at, word = phrase.last + 1, self.r.words[phrase.last]
        number = self.r.sentence_at[phrase.last]
        behind = next((one for one in self.phrases[number] if one.first > phrase.last), None)
        if behind is None or word.enc or self.r.forms[at] in PAUSE:
            return phrase.last
        if behind.kind in {"place", "adjective"} or self.r.words[behind.first].core in _FOR_SAKE:
            return phrase.last
        of = behind.first == at + 1 and self.r.forms[at] == "من" and not behind.agent and not self._compares(word)
        of = of and not (behind.kind == "thing" and self._his(behind))  # تاجرا من منزله
        taken = candidate.type == "COERCE" and phrase.kind == "people"
        of = of and not (taken and self.r.words[behind.first].core in _TAKEN_FROM)
        own = behind.first == at and behind.prep == "ل" and behind.kind in GROUPS and phrase.kind == "thing"
        if (of or (own and candidate.type == "ASSAULT")) and not word.det:
            return behind.last
        return behind.last if self._told_apart(candidate, phrase, behind) else phrase.last

    def _his(self, phrase: Phrase) -> bool:
        """One word with a suffix, be it known as such."""
        word = self.r.words[phrase.first]
        one = phrase.first == phrase.last and not word.det
        return word.enc in THIRD or (one and word.form.endswith(("ه", "ها", "هم")))

    def _told_apart(self, candidate: Candidate, phrase: Phrase, behind: Phrase) -> bool:
        """A clause right behind tells which ones: it ends with the phrase behind its verb."""
        verb = phrase.last + 1
        if self.r.words[phrase.last].det:
            if self.r.forms[verb] not in RELATIVE:
                return False
            verb += 1
        form = self.r.forms[verb]
        described = phrase.first > candidate.last and behind.first == verb + 1 and not self.r.words[verb].pro
        return described and self.r.acts[verb] and form.startswith(("ت", "ي"))

    def _compares(self, word: Word) -> bool:
        """A comparative (أخطر من الحرب)."""
        return word.cls == "j" and len(word.core) == _ELATIVE and word.core.startswith("ا")
