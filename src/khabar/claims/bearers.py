"""Behind the words for a teller: the person who bears a title, the issuer of a document."""

from __future__ import annotations

from typing import Final

from khabar.claims.kinds import PUBLISHERS
from khabar.mentions.phrase import ISSUERS, Phrase
from khabar.mentions.phrase_words import NAMELIKE, PAUSE
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading

THAT: Final = frozenset("ان انه انها انهم انهما انهن بان بانه بانها بانهم انني اننا".split())
TELLERS: Final = frozenset(
    (
        "person",
        "people",
        "state",
        "government",
        "military",
        "armed-group",
        "agency",
        "outlet",
        "media",
        "organisation",
        "alliance",
        "party",
        "company",
        "machine",
        "official",
    )
)
DOCUMENTS: Final = frozenset("بيان تصريح تقرير تغريدة بلاغ رسالة خطاب منشور تسجيل مذكرة بيانات تصريحات تقارير".split())
_REPORTS: Final = DOCUMENTS | frozenset(
    "حصيلة احصاء احصائية احصائيات احصاءات دراسة تحقيق تحقيقات ارقام معطيات وثيقة وثائق مقال مقالة".split()
)
"""What is told by whoever issued it."""
_STATEMENTS: Final = DOCUMENTS - {"تقرير", "تقارير"}
"""What publishers carry, but do not issue."""
COMING: Final = frozenset("صدر صدرت صادر صادرة يصدر تصدر".split())
"""Words before عن that lead from a document to its issuer."""
_ISSUING: Final = frozenset("اصدر اصدرت نشر نشرت اعد اعدت اجرى اجري اجرت اورد اوردت اعلن اعلنت كتب كتبت".split())
"""Verbs of whoever makes a report public."""
_OFFICE: Final = frozenset(("place", "state", "people", "adjective", "armed-group"))
"""Kinds of phrases that may stand between a title and its bearer."""
ISSUED: Final = 6
_NAME_OF: Final = frozenset("اسم باسم اسمه اسمها اسمهم".split())
"""Words of in whose name somebody speaks (المتحدث باسمها فلان)."""
_NAMED: Final = frozenset(("يدعى", "يدعي", "تدعى", "تدعي", "اسمه", "اسمها", "ويدعى", "ويدعي"))
_BEHIND_NAMES: Final = THAT | PAUSE | QUOTES_OPEN | frozenset((":", "(", "في", "خلال", "الى", "على", "عن"))
"""What may stand behind the name of somebody whose title goes before it."""


class Bearers:
    """Reads names behind titles and documents."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def bearer(self, title: Phrase, after: list[Phrase], limit: int) -> Phrase:
        """The person named behind a title and the words of its office (قائد الفرقة في الجنوب العميد فلان, مسؤول
        المدينة، فلان): the title's bearer; else the title."""
        body = self._renamed(title, after)
        if body is not None:
            return body
        named = next((one for one in after if one.first > title.last and self._form(one.first - 1) in _NAMED), None)
        if named is not None and named.first <= title.last + 2:
            return named
        bare = title.name[0] == title.first and title.number == "s" and title.role != "unnamed"
        if not bare or title.kind not in {"person", "people", "thing", "official"}:
            return title
        end = title.last
        for phrase in after:
            if phrase.first <= title.last:
                continue
            if phrase.first >= limit or phrase.coord is not None:
                break
            beside = phrase.first == end + 1 and phrase.first > title.last
            if not phrase.prep and not self.r.words[phrase.first].pro and self.person(phrase, beside):
                phrase.country = phrase.country or title.country
                phrase.role = phrase.role or ("official" if title.role == "organisation" else title.role)
                return phrase
            if self._form(phrase.first - 1) in _NAMED:
                return phrase
            if phrase.prep == "ب" and phrase.kind == "thing" and self.r.words[phrase.first].core not in _NAME_OF:
                break
            rank = phrase.kind == "person" and phrase.name[0] == phrase.first and phrase.number == "s"
            office = rank or phrase.kind in _OFFICE or self._form(phrase.first - 1) == "باسم"
            if not phrase.prep and not office and not self._adjoins(end, phrase):
                break
            end = phrase.last
        return title

    def called(self, title: Phrase, near: list[Phrase]) -> Phrase:
        """The name right before a title (فلان رئيس الهيئة), else the title."""
        if title.kind != "person" or title.name[0] > title.first:
            return title
        for phrase in near:
            if phrase.last + 1 == title.first and not phrase.prep and self.person(phrase, beside=True):
                phrase.role, phrase.country = phrase.role or title.role, phrase.country or title.country
                return phrase
        return title

    def _adjoins(self, end: int, phrase: Phrase) -> bool:
        """Nothing but a number stands between (اللواء 35 مدرع)."""
        return all(self.r.forms[at][0].isdigit() for at in range(end + 1, phrase.first))

    def _form(self, at: int) -> str:
        return self.r.forms[at] if 0 <= at < len(self.r.forms) else ""

    def _renamed(self, title: Phrase, after: list[Phrase]) -> Phrase | None:
        """The name in quotes right behind a body's description (جهاز المخابرات "كذا")."""
        at = title.last + 1
        if title.kind not in {"people", "government", "organisation"} or self._form(at) not in QUOTES_OPEN:
            return None
        bodies = (one for one in after if one.first == at + 1 and one.kind in ISSUERS and one.entry is not None)
        return next((one for one in bodies if self._form(one.last + 1) in QUOTES_CLOSE), None)

    def person(self, phrase: Phrase, beside: bool = False) -> bool:
        """A name of a person: known for one, or words between commas, or behind a title (``beside``), that nothing
        speaks against."""
        if phrase.kind == "person":
            return phrase.name[0] > phrase.first or phrase.entry is None or hasattr(phrase.entry, "names")
        definite = self.r.words[phrase.first].det if beside else phrase.definite
        if phrase.kind != "thing" or definite or not 1 <= phrase.last - phrase.first <= 3:
            return False
        if beside:
            after = phrase.last + 1
            enclosed = self._form(after) in _BEHIND_NAMES or (after < len(self.r.lex) and "title" in self.r.lex[after])
        else:
            enclosed = self._form(phrase.first - 1) in PAUSE and self._form(phrase.last + 1) in PAUSE
        words = self.r.words[phrase.first : phrase.last + 1]
        free = all(sense.tag == "weak" for word in words for sense in word.senses)
        return enclosed and free and words[-1].cls in NAMELIKE

    def issuer(self, subject: Phrase, after: list[Phrase]) -> Phrase:
        """Who issued a document that is said to say something (بيان لوزارة الدفاع، بيان صدر عن الجيش, حصيلة أوردتها
        المنظمة)."""
        core = self.r.words[subject.first].core
        if core not in _REPORTS:
            return subject
        for phrase in after:
            behind = phrase.first - subject.first - 1 if phrase.first > subject.first else -1
            if not 0 <= behind <= ISSUED or phrase.kind not in TELLERS or phrase is subject:
                continue
            carried = core in _STATEMENTS and (phrase.kind in PUBLISHERS or phrase.role in PUBLISHERS)
            if phrase.prep in {"ل", "عن", "من"} and phrase.first > subject.last and core in DOCUMENTS:
                return phrase
            if not carried and self._issued(subject.first, phrase.first):
                return phrase
        return subject

    def _issued(self, document: int, issuer: int) -> bool:
        """Between them stands a verb whose object the document is (نشرته), or صادر عن."""
        forms, words = self.r.forms, self.r.words
        if words[issuer - 1].enc and words[issuer - 1].core in _ISSUING:
            return True
        return any(forms[at] == "عن" and words[at - 1].core in COMING for at in range(document + 2, issuer))
