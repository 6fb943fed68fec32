"""Whose deed, words or attitude somebody praises, blames or refuses (دان القصف التركي, رفض ما قاله الوزير, أشاد بدور
الجيش)."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, Clauses, bare
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import SOMEBODY
from khabar.claims.neighbours import adjacent
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_ABOUT: Final = frozenset(("ل", "ب", "مع", "الى", "على"))
APART: Final = "apart"
"""Neither actor nor target: what only describes another phrase."""
FAR: Final = 14
"""Tokens behind a verb within which its object begins."""
PARTICIPLES: Final = frozenset(
    "داعيا داعية حاثا حاثة رافضا رافضة رافضين نافيا نافية نافين شاكرا شاكرة طالبا طالبة".split()
)
STRONG: Final = frozenset(("state", "government", "military", "armed-group", "organisation", "alliance", "people"))
UNDERGONE: Final = frozenset(
    "قتل مقتل اغتيال استشهاد اعتقال توقيف احتجاز استهداف اعدام احراق حرق هدم تدمير اختطاف خطف تصفية تعذيب طرد ترحيل "
    "تهجير سجن محاكمة ادانة اقالة تهويد تجويع".split()
)
"""Verbal nouns whose genitive suffers what they tell: people or places behind them did nothing."""
_GOOD_DEEDS: Final = frozenset(
    "استضافة دعم مساندة وقوف مساهمة مشاركة رعاية احتضان استجابة تعاون تجاوب تضامن حرص سعي قيام نجاح تصدي صمود تضحيات "
    "بسالة شجاعة حكمة قيادة ادارة مبادرة مبادرات موقف مواقف دور جهود جهد اسهام اسهامات اعتراف التزام تحرك انجازات كفاح "
    "نضال انتصارات اجراءات استقبال ايواء تنظيم".split()
)
"""Nouns of what is praised, whose genitive did it."""
_NEAR: Final = 2
_APART: Final = 5
"""Tokens between an attitude and what it is towards at most, if adjectives stand between."""
_HOME: Final = "بلاد"
"""Beginning of what somebody calls his country."""
_SAYS: Final = 7
"""Tokens behind a verb within which "what he said" begins."""
_WHAT: Final = frozenset(("ما", "بما"))
_ISSUED: Final = frozenset(
    "موجهة موجه صادرة صادر صادرين متبعة متبع متخذة متخذ معلنة معلن مقدمة مقدم مطروحة مطروح منفذة مرتكبة مفروضة".split()
)
"""Participles of words and measures, behind which من or عن leads to whose they are."""


class Blamed:
    """Reads off whose deed it is about."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def whose(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> Phrase | None:
        """The one meant, or nobody. ``found``: roles by phrase, as far as they are settled."""
        return (
            self._said_by(candidate, row)
            or self._attitude(candidate, row)
            or self._issued(candidate, row)
            or self._condemned(candidate, row)
            or self._described_by(candidate, row, found)
        )

    def good_deed(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who did what a verb praises or thanks for: the name in the phrase of its noun (أثنى على استضافة الأردن
        للاجئين، ثمن الوزير دعم الكويت لبلاده)."""
        voiced = candidate.pos == "n" and candidate.light is not None  # عبر عن تقديره لدور الأردن
        if candidate.type != "SUPPORT" or not (candidate.pos == "v" or voiced):
            return None
        for phrase in row:
            if phrase.first <= candidate.last:
                continue
            if phrase.first - candidate.last > _SAYS or any(
                self.r.forms[at] in STOPS or self.clauses.acting[at] for at in range(candidate.last + 1, phrase.first)
            ):
                return None
            noun = self.r.words[phrase.first - 1]
            governed = phrase.first - 1 > candidate.last and not (noun.det or noun.enc or phrase.prep)
            if voiced and not noun.pro:
                continue
            if governed and noun.core in _GOOD_DEEDS and phrase.kind in STRONG | {"person"}:
                return phrase
            if phrase.kind != "thing" or self.r.words[phrase.head].core not in _GOOD_DEEDS:
                continue
            if any(not SOMEBODY.isdisjoint(self.r.lex[at]) for at in range(phrase.head + 1, phrase.last + 1)):
                return phrase
        return None

    def _said_by(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who said or did "what he said" (يؤيد ما قاله الرئيس)."""
        for at in range(candidate.last + 1, min(candidate.last + _SAYS, len(self.r.forms) - 1)):
            if self.r.forms[at] in STOPS:
                return None
            if self.r.forms[at] not in _WHAT or not self.clauses.acting[at + 1] or not self.r.words[at + 1].enc:
                continue
            doer = next((one for one in row if one.first > at + 1), None)
            if doer is None or not bare(doer) or doer.kind in NO_DOERS:
                return None
            return doer if adjacent(self.r, at + 1, doer) else None
        return None

    def _issued(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """From whom words or measures came (الاتهامات الموجهة لها من واشنطن, السياسات المتبعة من قبل الحكومة)."""
        for phrase in row:
            distance = phrase.first - candidate.last
            if not 0 < distance <= FAR or not (phrase.agent or phrase.prep in {"من", "عن"}):
                continue
            if phrase.kind in NO_DOERS or phrase.kind == "adjective":
                continue
            for at in range(phrase.first - 1, max(phrase.first - 5, candidate.last), -1):
                if self.r.words[at].core in _ISSUED and self.r.words[at].det:
                    return phrase
        return None

    def _condemned(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who did the act condemned or made the proposal refused: the genitive of its noun or the nationality it
        bears."""
        end = min(self.clauses.end(candidate.last), candidate.last + FAR)
        end = next((at for at in range(candidate.last + 2, end) if self._goes_over(at)), end)
        for phrase in row:
            if not candidate.last < phrase.first < end:
                continue
            before = phrase.first - 1
            if phrase.kind == "adjective" and self._act(before, candidate.last):
                return phrase
            genitive = self.clauses.events[before] and before > candidate.last and not phrase.prep
            does = genitive and phrase.kind not in NO_DOERS and phrase.kind not in {"person", "people"}
            if does and not (phrase.kind == "state" and self.r.words[before].core in UNDERGONE):
                return phrase
        return None

    def _attitude(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whose attitude, fear or role it is about: the name in the phrase right behind (تقديره لموقف العراق, تفهمه قلق
        الرياض)."""
        if candidate.type != "SUPPORT":
            return None
        for phrase in row:
            if phrase.first <= candidate.last or phrase.kind == "adjective":
                continue
            if self.r.words[phrase.last].core.startswith(_HOME):
                continue  # عن تقدير حكومة بلاده لدور الإمارات
            near = self._near(candidate.last, phrase.first) and phrase.coord is None
            own = candidate.pos == "n" and self.r.words[candidate.last].enc != ""
            if not near or not (phrase.prep in _ABOUT or (own and not phrase.prep)):
                return None
            if phrase.kind in STRONG | {"person"}:
                return phrase
            return (
                phrase
                if any(not SOMEBODY.isdisjoint(self.r.lex[at]) for at in range(phrase.first + 1, phrase.last + 1))
                else None
            )
        return None

    def _near(self, last: int, first: int) -> bool:
        """Nothing but adjectives and his own country stand between (دعمها الكامل للاستراتيجية الأميركية)."""
        if first - last <= _NEAR:
            return True
        between = range(last + 1, first)
        return first - last <= _APART and all(
            self.r.words[at].cls == "j" or self.r.words[at].core.startswith(_HOME) or at == last + 1 for at in between
        )

    def _goes_over(self, at: int) -> bool:
        """The sentence goes over to what else was said (، داعية المجتمع الدولي إلى)."""
        word = self.r.words[at]
        told = word.core in PARTICIPLES or (word.core.startswith("م") and word.form.endswith(("ا", "ة")))
        return self.r.forms[at - 1] in PAUSE and told and not word.det

    def _described_by(self, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> Phrase | None:
        """The subject of the relative clause that takes the deed up with a suffix (الهجوم الذي شنه التنظيم)."""
        forms = self.r.forms
        for at in range(candidate.last + 2, min(candidate.last + FAR, len(forms) - 2)):
            if forms[at] in STOPS:
                return None
            if forms[at] not in RELATIVE:
                continue
            verb = next((one for one in range(at + 1, at + 3) if self.clauses.acting[one]), None)
            if verb is None or not self.r.words[verb].enc:
                return None
            doer = next((one for one in row if one.first == verb + 1), None)
            if any(candidate.last < one.first < at and self._else(one, found) for one in row):
                return None
            return doer if doer is not None and bare(doer) and doer.kind not in NO_DOERS else None
        return None

    def _else(self, phrase: Phrase, found: ByPhrase) -> bool:
        """Somebody who can be praised or blamed, not the one who speaks."""
        where = phrase.prep == "في" and phrase.kind == "state"
        return phrase.kind in STRONG and not where and found.get(phrase) not in {"actor", APART}

    def _act(self, at: int, last: int) -> bool:
        """An event noun stands at a token or right before the adjectives that end there."""
        while at > last and self.r.words[at].cls == "j":
            at -= 1
        return at > last and self.clauses.events[at]
