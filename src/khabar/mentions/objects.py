"""Grammatical objects: words right behind whoever acts that tell whom or what the deed hits, no part of his phrase."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.lexicon.senses import PROPER
from khabar.lexicon.words import THIRD
from khabar.mentions.among import among, by_core
from khabar.mentions.personal_names import NameParts
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import NAMELIKE
from khabar.mentions.place_heads import PLACE_HEADS, SITES

_HOMES: Final = frozenset("بلاده بلادها بلادهم بلادنا بلادهما".split())
_ATTACKERS: Final = frozenset(
    "انتحاري انتحاريا انتحاريان انتحاريين انتحاريون انتحارية مهاجم مهاجما مهاجمان مهاجمون مهاجمين مسلح مسلحا مسلحان "
    "مسلحون مسلحين مجهول مجهولون مجهولين ملثم ملثمون ملثمين ارهابي ارهابيون ارهابيين مستوطن مستوطنون مستوطنين متظاهرون "
    "متظاهرين محتجون محتجين متشددون متشددين متطرفون متطرفين قراصنة لصوص خاطفون خاطفين غاضبون".split()
)
ONE_MAN: Final = _ATTACKERS | frozenset(
    "جندي جنديا شرطي شرطيا ضابط ضابطا قناص قناصا حارس حارسا رجل رجلا شاب شابا شخص شخصا عنصر عنصرا مقاتل مقاتلا مجند "
    "سائق سائقا فلسطيني متطرف متشدد عسكري مدني طفل فتى شهيد مواطن اسير".split()
)
"""One man, of whom two others are no genitive (أصاب مستوطن شابين)."""
_BANDS: Final = frozenset(("armed-group", "military"))
"""Kinds of phrases behind whose name a title is somebody else."""
_STRUCK: Final = frozenset(
    "موكب رتل رتلا ارتال ارتالا دورية دوريات حاجز حاجزا حواجز نقطة نقاط منزل منزلا منازل بيت بيوت سيارة سيارات "
    "حافلة حافلات عربة عربات الية اليات شاحنة شاحنات ناقلة ناقلات سفينة سفن زورق قارب قافلة قوافل موقع موقعا "
    "مواقع هدف هدفا اهداف اهدافا مبان مباني محطات مستشفيات مدارس مساجد كنائس مقار مقرا مقرات مواكب تجمع تجمعا "
    "تجمعات جموع حشد حشود نادي نوادي متجر متاجر بنك مصرف مكتب مكاتب خط خطوط انبوب انابيب قوات عناصر جنود جنودا "
    "دبابة دبابات مدرعة مدرعات حفل زفاف جنازة عزاء".split()
)
"""Nouns of what is struck."""
_QUANTITIES: Final = frozenset(
    "معظمهم معظمها غالبيتهم اغلبهم جميعهم كلهم بعضهم اكثرهم نصفهم جلهم ابرزهم اخرهم احدهم احداهم احداهن حتفهم حتفه "
    "حتفها مصرعهم مصرعه مصرعها".split()
)
"""Words that begin a clause about those told before (عشرون مدنيا معظمهم نساء)."""
_ALIF_OF_ITS_OWN: Final = frozenset("عليا دنيا قضايا خلايا مزايا سرايا ضحايا هدايا شظايا نوايا اوروبا قصوي".split())
_OFFICES: Final = frozenset(("government", "military"))
"""Kinds of bodies that a word for several men does not describe."""


_MAY_BE_HIT: Final = by_core({*PLACE_HEADS, *SITES, *_STRUCK})


class Objects(NameParts):
    """Tells objects from what belongs to the phrase before them."""

    def _hit(self, at: int, phrase: Phrase) -> bool:
        """A place behind a machine or an attacker is what it hits, not whose it is (استهدفت مسيرات مطارا),
        a title behind a force somebody else (ذبح تنظيم داعش الصحفي)."""
        word = self.words[at]
        if word.det and phrase.kind in _BANDS:
            return "title" in self.lex[at]
        if word.det or not among(word) & _MAY_BE_HIT:
            return False
        head = self.words[phrase.head]
        strikes = phrase.kind == "machine" or head.core in _ATTACKERS
        return not phrase.definite and (strikes or any(sense.kind == "weapon" for sense in head.senses))

    def _accusative(self, at: int) -> bool:
        """An indefinite accusative (مهندسا, حكما) after a word that is none: the object, not a part of the phrase."""
        word, before = self.words[at], self.words[at - 1]
        if word.det or word.enc or not word.form.endswith("ا") or len(word.form) < 4 or word.form in _ALIF_OF_ITS_OWN:
            return False
        if before.form.endswith(("ا", "ى")) or at - 1 in self.r.number_tokens:
            return False
        if before.form.endswith(("ة", "ات", "اء", "ين")):
            return self._somebody(at)
        if any(found.tag in {"name", "weak", "metonym"} for found in self.lex[at].values()):
            return False
        return word.cls in {"a", "d"} or self.r.lexicon.word(word.form[:-1]).known

    def _somebody(self, at: int) -> bool:
        """A noun for people of the singular or the dual."""
        mark = self.lex[at].get("people")
        return mark is not None and mark.last == at and mark.tag in {"noun", "dual"} and not mark.entry.machine

    def _owned(self, at: int) -> bool:
        """A suffix tells whose it is: no genitive follows."""
        word = self.words[at]
        if word.enc or word.core in _HOMES or not word.form.endswith(("ها", "هم", "هما")) or len(word.core) < 5:
            return bool(word.enc) or word.core in _HOMES
        return self.r.lexicon.word(word.core.removesuffix("ما")[:-2]).known

    def _own(self, at: int, phrase: Phrase) -> bool:
        """What somebody indefinite has (انتحاري سترته): an object, for a genitive would be definite."""
        alone = phrase.kind == "people" and phrase.number == "s" and not phrase.definite
        word = self.words[at]
        his = word.enc in THIRD or (not word.senses and word.form.endswith(("ته", "تها", "تهم")))
        return alone and at == phrase.head + 1 and his

    def _apart(self, at: int, taken: int, phrase: Phrase) -> bool:
        """An object in the accusative, or a bare noun after an adjective or a name (قوة أمنية منزلَ, شركة توتال
        اتفاقيةً): no genitive, a phrase of its own."""
        if self._accusative(at) or self._own(at, phrase) or self.forms[at] in _QUANTITIES:
            return True
        word, before = self.words[at], self.words[at - 1]
        man = phrase.kind == "people" and phrase.number == "s" and not phrase.definite
        if (
            man
            and not word.det
            and word.form.endswith(("ين", "ة"))
            and self._somebody(at)
            and self.words[phrase.head].core in ONE_MAN
        ):
            return True
        if taken and not word.det and before.form.endswith("ة") and before.cls == "j" and word.form.endswith("ين"):
            return True  # عصابات مسلحة سجنين
        if word.det or taken == 0 or before.det:
            return False
        if word.cls != "n" and not any(sense.kind == "weapon" for sense in word.senses):
            return False
        if before.form.endswith(("ون", "ين")) and before.cls in {"j", "w"} and len(before.form) > 4:
            return True
        named = before.cls in NAMELIKE and all(sense.kind in PROPER for sense in before.senses)
        return before.cls == "j" or (named and (bool(before.senses) or not before.known))

    def _men(self, at: int, marks: dict[str, Mark], phrase: Phrase) -> bool:
        """Several men told behind a body that their word does not describe: what it does is done to them (منعت سلطات
        الاحتلال الفلسطينيين، اعتقلت قوات الأمن المعارضين)."""
        word, before = self.words[at], self.words[at - 1]
        if not word.det or not marks or not word.form.endswith("ين"):
            return False
        if not ("people" in marks or "country" in marks) or _OFFICES.isdisjoint((phrase.kind, phrase.role)):
            return False
        if not self.words[phrase.head].core.endswith(("ات", "ة")):
            return False
        singular = before.det and not before.core.endswith(("ين", "ون", "اء", "ات", "اب", "ان"))
        return singular and "people" not in self.lex[at - 1] and self.words[at - 1].cls == "n"
