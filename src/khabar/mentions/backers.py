"""Who stands behind a group, as part of what describes it: supported by, loyal to, recognised, of, that somebody
sponsors."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.around import WHO
from khabar.mentions.describing import belongings, membership
from khabar.mentions.extents import Extents
from khabar.mentions.phrase import Phrase
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.punctuation import QUOTES_OPEN

_BACKING: Final = frozenset(
    "مدعوم مدعومة مدعومين مدعومون موال موالي موالية مواليا موالين موالون تابع تابعة تابعين تابعون مرتبط "
    "مرتبطة مرتبطين مرتبطون متحالف متحالفة "
    "متحالفين متحالفون منتم منتمي منتمية منتمين مقرب مقربة مقربين ممول ممولة مسلح مناهض مناهضة مناهضين "
    "معارض معارضة معارضين مؤيد مؤيدة مؤيدين "
    "مؤيدون محسوب محسوبة محسوبين مناوئ مناوئة تدعمها تدعمهم ترعاها يرعاها تدعمه يقودها تقودها بقيادة بزعامة".split()
)
_COUNTED_AMONG: Final = frozenset(("محسوب", "محسوبة", "محسوبين", "محسوبون"))
_PART_OF: Final = frozenset("تابع تابعة تابعين تابعون منتم منتمي منتمية منتمين".split())
"""Those of them that tell of what a unit is a part of."""
_OPPOSED: Final = frozenset("معارض معارضة معارضين مسلح مسلحة مناهض مناهضة مناهضين مناوئ مناوئة".split())
"""Those of them that tell of no backer: a place after them is where something starts (خروج الفصائل المعارضة من حمص)."""
_LOYAL: Final = frozenset("موالون موالين مؤيدون مؤيدين".split())
"""Those of them that stand for people without a noun before them."""
_FOLK: Final = frozenset("سكان اهالي ابناء مواليد اصل اصول".split())
"""Words of origin: who somebody from there is, is told without them (شاب من سكان المدينة)."""
_KIN: Final = frozenset("عرقية قومية اقلية قبيلة قبائل عشيرة عشائر طائفة جنسية جنسيات اتنية اثنية".split())
"""Words for the people that somebody is of (من عرقية البلوش)."""
_CONVOY: Final = "people.convoy-patrol"
_DELEGATIONS: Final = frozenset(("وفد", "وفدا", "وفود", "وفودا", "بعثة", "وفدان", "وفدين"))
"""Heads whose من tells who sent them (وفد من المكتب السياسي)."""
_RANKS: Final = frozenset(("military", "armed-group", "government", "organisation", "party", "alliance"))
"""Bodies whose members stand before في (ضباط في الجيش)."""
_PREPS: Final = frozenset("من ل الى مع ب على".split())
_BY_WHOM: Final = frozenset("به بها بهم له لها لهم معه معها معهم منه منها منهم عنه عنها عنهم".split())
"""Prepositions with a suffix that complete such a word (القوات المتحالفة معها)."""
_AGREED: Final = frozenset("معترف مرحب معتد".split())
"""Words that only such a preposition completes (الحكومة المعترف بها دوليا)."""
_BY_ARMS: Final = frozenset("جوا وجوا برا وبرا بحرا وبحرا".split())
_HOW: Final = 3
"""Adverbs between such a word and its preposition at most (المدعومة جوا وبرا من)."""


class Backers(Extents):
    """Reads on behind a described group."""

    def _backed(self, phrase: Phrase, known: int, limit: int) -> None:
        """Take in who stands behind a group whose name ends at token ``known``: it goes by its name alone (الحوثيون
        المدعومون من إيران)."""
        end, loose = phrase.last, self._loose(phrase, known)
        if not loose and (end + 1 >= limit or not self.words[end + 1].det):
            return
        phrase.last = self._backing(end + 1, limit, phrase)
        if loose and phrase.last > end:
            phrase.name = (phrase.name[0], end - 1)

    def _loose(self, phrase: Phrase, known: int) -> bool:
        """A participle that wants a backer ends the phrase, behind token ``known``."""
        core = self.words[phrase.last].core
        return phrase.last > known and (core in _BACKING or core in _AGREED)

    def _backing(self, at: int, limit: int, phrase: Phrase) -> int:
        """The last token of a described group with who stands behind it; the backer's state is not the group's."""
        if at >= limit:
            return phrase.last
        start = at
        before = self.words[at - 1]
        told = before.core in _BACKING or before.core in _AGREED
        if told and at - 1 > phrase.first and before.det in (self.words[phrase.first].det, phrase.definite):
            at -= 1
        elif told and at - 1 == phrase.first and before.core in _LOYAL:
            at -= 1  # الموالون للرئيس
        elif self.words[at].core in WHO and at + 1 < limit:
            at += 1
        core = self.words[at].core
        if at > phrase.first and (core in _OPPOSED or core in _BACKING) and "و" in self.words[at].pro:
            return phrase.last  # المسلحون والموالون للرئيس السابق
        if core in _BACKING or self.forms[at] in _BACKING or core in _AGREED:
            last = self._behind(at, start, limit, phrase)
            if last > 0:
                return last
        return self._among(start, limit, phrase)

    def _described(self, phrase: Phrase, limit: int) -> int:
        """The last token of a clause about somebody indefinite, right behind him: he goes by his name alone."""
        at = phrase.last + 1
        if phrase.kind != "people" or phrase.definite or at >= limit or not self.verbal(at):
            return phrase.last
        last = belongings(self.words, self.forms, at, limit)
        if last > 0:
            return last
        of = membership(self.words, self.forms, at, limit)
        inner = self._build_inner(of, limit) if of > 0 else None
        if inner is None or inner.kind not in _RANKS | {"people"}:
            return phrase.last
        phrase.country = phrase.country or inner.country
        return inner.last

    def _behind(self, at: int, start: int, limit: int, phrase: Phrase) -> int:
        """The last token of whoever the participle at a token ties the group to, or -1."""
        core = self.words[at].core
        at += 1
        if at < limit and self.forms[at] in _BY_WHOM:
            return self._how(at + 1, limit) - 1
        how = self._how(at, limit)
        at = how if how < limit and self.forms[how] in _PREPS else at
        if core in _AGREED or (at < limit and self.forms[at] == "على" and core not in _COUNTED_AMONG):
            return phrase.last
        if core in _OPPOSED and at < limit and self.forms[at] not in _PREPS and self.words[at].pro in {"", "و"}:
            return -1  # قصفت فصائل المعارضة دورية، بين المعارضة وقوات النظام
        while at < limit and (self.forms[at] in _PREPS or self.forms[at] in QUOTES_OPEN):
            at += 1
        inner = self._build_inner(at, limit)
        opposed = self.words[start - 1].core in _OPPOSED or self.words[start].core in _OPPOSED
        if inner is None or inner.kind == "thing" or (opposed and inner.kind == "place"):
            return -1
        convoy = phrase.entry is not None and phrase.entry.id == _CONVOY and inner.role in _RANKS
        if core in _PART_OF and (inner.kind in _RANKS or convoy):
            phrase.country = phrase.country or inner.country
        else:
            phrase.indirect = True
        phrase.backer = inner
        return inner.last

    def _among(self, at: int, limit: int, phrase: Phrase) -> int:
        """The last token of those of whom people are some (مسلحون من الحركة، ضباط في الجيش)."""
        if phrase.kind != "people" and phrase.number != "p":
            return phrase.last
        if self._in_column(at, phrase):
            inner = self._build_inner(at, limit)
            official = inner is not None and "armed-group" not in {inner.kind, inner.role}
            if inner is not None and official and (inner.kind in _RANKS or inner.role in _RANKS):
                phrase.country = phrase.country or inner.country
                return inner.last
        if self.forms[at] == "من" and at + 2 < limit and self.words[at + 1].core in _KIN:
            return at + 2 if not self._skip(at + 2) and not self.words[at + 2].pro else at + 1
        if self.forms[at] == "من" and at + 1 < limit and self.words[at + 1].core not in _FOLK:
            inner = self._build_inner(at + 1, limit)
            sent = self.words[phrase.first].core in _DELEGATIONS and not phrase.definite
            if inner is not None and (sent or inner.kind not in {"thing", "place", "state", "adjective"}):
                phrase.country = phrase.country or inner.country
                return inner.last
        inside = at + 1 < limit and self.words[at + 1].core not in PLACE_HEADS
        if self.forms[at] == "في" and inside and not (phrase.source or phrase.definite):
            inner = self._build_inner(at + 1, limit)
            force = inner is not None and inner.kind == "people" and self.words[inner.first].core in {"قوات", "قوى"}
            if inner is not None and (force or inner.kind in _RANKS):
                phrase.country = phrase.country or inner.country
                return inner.last
        return phrase.last

    def _in_column(self, at: int, phrase: Phrase) -> bool:
        """Whose a convoy or a patrol is stands behind ل (رتل للجيش التركي)."""
        convoy = phrase.entry is not None and phrase.entry.id == _CONVOY and not phrase.definite
        if phrase.first and self.forms[phrase.first - 1].endswith("ة"):
            return False  # جلسة دورية لمجلس الأمن
        return convoy and self.r.owner(at)

    def _how(self, at: int, limit: int) -> int:
        """The token behind the adverbs that begin at one (جوا وبرا، دوليا)."""
        end = min(at + _HOW, limit)
        while at < end and (self.forms[at] in _BY_ARMS or self._manner(at)):
            at += 1
        return at

    def _manner(self, at: int) -> bool:
        """An adjective as adverb (دوليا، عسكريا)."""
        word = self.words[at]
        return word.form.endswith("يا") and word.pro in {"", "و"} and not word.det and not self.verbal(at)
