"""Words whose deed another word of their clause tells: goods of a gift, the verb of a phrase, what is only agreed on or
taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.giving import Giving
from khabar.claims.kinds import HARM, VERBAL_TYPES
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_SUSPENDS: Final = frozenset(("sanction.cut-aid",))
"""Entries of stopping help."""
_WHOLE: Final = VERBAL_TYPES | {"PROTEST"}
"""Types of words and crowds, whose verb says more than the phrase that it opens."""
_DESCRIBES: Final = frozenset("وصف وصفت وصفوا يصف تصف يصفون واصفا واصفة واصفين".split())
_AS: Final = frozenset("بانه بانها بانهم بانهما".split())
_DEED_BETWEEN: Final = 2
"""Claims back from what a deed is described as to the verb, where the deed itself is a claim."""
_OPENS: Final = 0.42
"""Probability of a phrase with a gap over which its verb alone is no claim."""
_WITHDRAWS: Final = frozenset("تراجع تراجعت تراجعوا يتراجع تتراجع عدل عدلت رجع رجعت يعدل".split())
_WITHDRAWN: Final = 12
_CONTENTS: Final = frozenset(("RETREAT", "COOPERATE", "MOBILIZE", "CONSULT"))
"""Types of deeds that an agreement may be about."""
_ADMITS: Final = "concede.yield.admits"
_GIFTS: Final = frozenset("هبة هدية منحة تبرعا مساعدة".split())
_FORMING: Final = frozenset("تشكيل انشاء عقد اجراء فتح اعادة تعزيز بدء استئناف تاسيس تفعيل تسيير اقامة تنفيذ".split())
"""Verbal nouns behind على of what somebody agrees to do."""
_PROPOSALS: Final = frozenset(
    "مقترح مقترحا مبادرة خطة ورقة اتفاق اتفاقا اتفاقية صفقة هدنة تفاهم تفاهمات خارطة خريطة".split()
)
_PUNISHES: Final = frozenset(("sanction.sanctions",))
_PASSED: Final = 10
"""Tokens behind a word of passing something within which the punishment stands."""
_IMPOSING: Final = "فرض"
"""A noun here, spelt as a verb."""
_LIKELY: Final = 0.3
_EASED: Final = frozenset("رفع تخفيف الغاء تعليق انهاء مشروع تجميد استثناء اعفاء".split())
"""Nouns by which a punishment is eased or only drafted."""
HANDED: Final = frozenset(("AID", "COOPERATE", "MOBILIZE", "RETREAT"))
"""Types that a verb of handing over may name."""


Best = Callable[[list[Candidate]], Candidate]


class Overlaps:
    """Finds them."""

    def __init__(self, reading: Reading, giving: Giving, groups: list[list[Candidate]]) -> None:
        self.r = reading
        self.giving = giving
        self._opened = {
            one.head[0]: group for group in groups for one in group if one.head is not None and one.pos == "n"
        }
        """Groups of phrases with a gap by the token of their verb."""
        self._helping = {
            group[0].first: group for group in groups if group[0].pos == "n" and any(one.type == "AID" for one in group)
        }
        self._punished = {group[0].first: group for group in groups if any(one.id in _PUNISHES for one in group)}

    def covers(self, candidate: Candidate, chosen: list[Candidate], best: Best) -> bool:
        """Another word tells it. ``chosen``: the claims before it; ``best`` gives the likeliest reading of a place."""
        if self._approved(candidate, best) or self._verdict(candidate, chosen):
            return True
        return self._handed(candidate, chosen) or self._heads(candidate, best) or self._agreed(candidate, chosen)

    def _verdict(self, candidate: Candidate, chosen: list[Candidate]) -> bool:
        """What somebody is described as by a verb of blame told already (وصف القصف بأنه عدوان سافر)."""
        if candidate.type not in {"ACCUSE", "ASSAULT"} or not chosen:
            return False
        last = chosen[-1]
        if last.id == _ADMITS and last.sentence == candidate.sentence and candidate.type == "ACCUSE":
            return True  # أقر بأن الجيش أخفق
        if candidate.pos != "n":
            return False
        if last.type in HARM and len(chosen) >= _DEED_BETWEEN:
            last = chosen[-_DEED_BETWEEN]
        if last.type != "ACCUSE" or last.sentence != candidate.sentence:
            return False
        if self.r.words[last.first].core not in _DESCRIBES:
            return False
        led = [
            at
            for at in range(last.last + 1, candidate.first + 1)
            if self.r.forms[at] in _AS or "ب" in self.r.words[at].pro
        ]
        return bool(led) and candidate.first - led[-1] <= 1

    def _approved(self, candidate: Candidate, likely: Best) -> bool:
        """Punishment or help that is passed (وافق الوزراء على حزمة عقوبات، أقر المجلس مساعدات): it is the deed."""
        if candidate.type != "AGREE" or candidate.head is not None:
            return False
        for at in range(candidate.last + 1, min(candidate.last + _PASSED, self.r.sentences[candidate.sentence].last)):
            core = self.r.core(at)
            if self.r.forms[at] in PUNCTUATION or core in _EASED or (self.r.acts[at] and core != _IMPOSING):
                return False
            if at in self._punished:
                best = likely(self._punished[at])
                return best.type == "SANCTION" and best.score >= _LIKELY
            if at in self._helping:
                best = likely(self._helping[at])
                return best.type == "AID" and best.score >= _LIKELY
        return False

    def _agreed(self, candidate: Candidate, chosen: list[Candidate]) -> bool:
        """The deed that somebody agrees to do, which is the content of the agreement (اتفقا على تبادل الأسرى)."""
        before = self.r.forms[candidate.first - 1]
        if before == "عن" and candidate.type == "RETREAT":
            return self._taken_back(candidate)
        last = chosen[-1] if chosen else None
        if last is None or last.type != "AGREE" or last.sentence != candidate.sentence:
            return False
        if candidate.pos != "n" or candidate.type not in _CONTENTS:
            return False
        if any(self.r.acts[at] for at in range(last.last + 1, candidate.first)):
            return False
        return before == "على" or self._of_accord(candidate, last)

    def _of_accord(self, candidate: Candidate, last: Candidate) -> bool:
        """What an agreement is for or set up by (مقترح لوقف النار، على تشكيل لجنة)."""
        first, words = candidate.first, self.r.words
        noun = words[first - 1]
        if self.r.forms[first - 2] == "على" and noun.core in _FORMING and not noun.det:
            return True
        if "ل" not in words[first].pro:
            return False
        return any(words[at].core in _PROPOSALS for at in range(last.first, first))

    def _taken_back(self, candidate: Candidate) -> bool:
        """Somebody goes back on it (تراجع عن استقالته)."""
        first = candidate.first
        start = max(self.r.sentences[candidate.sentence].first, first - _WITHDRAWN)
        verb = next((at for at in range(first - 1, start - 1, -1) if self.r.acts[at]), -1)
        return verb >= 0 and self.r.words[verb].core in _WITHDRAWS

    def _heads(self, candidate: Candidate, likely: Best) -> bool:
        """The verb only opens a phrase that names another deed (أخلى الجيش سبيل الأسرى)."""
        if candidate.pos != "v" or candidate.head is not None or candidate.type in _WHOLE:
            return False
        opened = self._opened.get(candidate.first)
        if opened is None:
            return False
        best = likely(opened)
        other = best.type != candidate.type or (best.type == "RETREAT" and best.mode != candidate.mode)
        other = other and best.type != "PROTEST"
        return other and best.head is not None and best.head[0] == candidate.first and best.score >= _OPENS

    def _handed(self, candidate: Candidate, chosen: list[Candidate]) -> bool:
        """A gift that another word of its clause tells: before it, or behind the verb of handing over."""
        if (
            candidate.type == "ASSAULT"
            and candidate.pos == "n"
            and not any(one.type == "ASSAULT" and one.sentence == candidate.sentence for one in chosen)
        ):
            return self._arms_given(candidate, chosen)
        if candidate.type not in HANDED:
            return False
        gift = self.giving.of(candidate)
        if candidate.type != "AID":
            return self.giving.behind(candidate) or self._on_the_way(candidate, chosen)
        if gift is None:
            last = chosen[-1] if chosen and chosen[-1].sentence == candidate.sentence else None
            if last is None:
                return False
            if last.type == "AID":
                return self.giving.purpose(candidate) or self._gift_of_it(candidate, last)
            if last.id in _SUSPENDS and candidate.pos == "n":
                return not any(self.r.acts[at] for at in range(last.last + 1, candidate.first))
            return last.type in HARM and self.giving.carried(candidate, last)
        return any(one.type == "AID" and gift.first <= one.first <= gift.last for one in chosen)

    def _gift_of_it(self, candidate: Candidate, last: Candidate) -> bool:
        """What the help is called that was told (أنزلت السفينة القمح هبة للسكان)."""
        if self.r.words[candidate.first].core not in _GIFTS or self.r.words[candidate.first].pro:
            return False
        return not any(self.r.acts[at] for at in range(last.last + 1, candidate.first))

    def _on_the_way(self, candidate: Candidate, chosen: list[Candidate]) -> bool:
        """What help consists of, or the way that it comes (وصلت أسلحة إلى المقاتلين عبر الحدود)."""
        last = chosen[-1] if chosen else None
        if last is None or last.type != "AID" or last.sentence != candidate.sentence:
            return False
        gift = self.giving.of(last)
        if gift is None or gift.first <= candidate.first <= gift.last:
            return gift is not None
        if candidate.type != "MOBILIZE" or self.r.forms[candidate.first] != "عبر":
            return False
        return not any(self.r.acts[at] for at in range(last.last + 1, candidate.first))

    def _arms_given(self, candidate: Candidate, chosen: list[Candidate]) -> bool:
        """Arms that somebody gives or gets are no attack (استلم الجيش دفعة من صواريخ)."""
        last = chosen[-1] if chosen else None
        if last is None or last.type != "AID" or last.sentence != candidate.sentence:
            return False
        gift = self.giving.of(last)
        return gift is not None and gift.mode == "military" and candidate.first <= gift.last <= candidate.last
