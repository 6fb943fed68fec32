"""What somebody's office is of: its body or state, its portfolios, where he is sent, in whose name he speaks."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.mentions.phrase import ISSUERS, Phrase
from khabar.mentions.phrase_words import DOING
from khabar.mentions.places_named import PlaceHeads
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN

_MINISTERS: Final = frozenset("وزير وزيرة وزراء وزيرا وزيري كاتب وزارة".split())
_PORTFOLIOS: Final = frozenset(
    "تعاون تجارة صناعة هجرة مغتربين مغاربة موريتانيين تونسيين جزائريين مصريين جالية اندماج شؤون عدل مالية اقتصاد "
    "تخطيط اعلام اتصال ثقافة سياحة طاقة معادن مناجم بيئة مياه ري زراعة صيد نقل اشغال اسكان عمران عمل تشغيل تربية "
    "تعليم بحث صحة سكان شباب رياضة اوقاف ارشاد تنمية استثمار بلديات دفاع امن جماعات حريات".split()
)
"""What ministries are of."""
_OF_SEVERAL: Final = frozenset("داخلية خارجية خزانة".split())
"""What else they are of, behind the office of several ministers (وزيرا النقل والداخلية)."""
_TWO_MINISTERS: Final = ("وزيرا", "وزيري")
_ABROAD: Final = frozenset(("بالخارج", "الخارج", "المقيمين", "المقيمة"))
_BODIES: Final = frozenset(("military", "armed-group", "party", "alliance"))
"""Kinds of bodies that people are told to be of."""
_AFFAIRS: Final = frozenset(("شؤون", "شئون", "قضايا", "ملف", "عمليات", "حقوق"))
"""What an office is for (مستشار الرئيس للشؤون الدولية)."""
_HEADED_BY: Final = frozenset(("title", "people"))
_ENVOYS: Final = frozenset("مبعوث مبعوثة سفير سفيرة مندوب مندوبة موفد موفدة ممثل ممثلة".split())
"""Titles whose office goes on with where they are sent."""
ARMS: Final = frozenset("ذراع جناح فرع".split())
"""What a group may be of a larger one."""
_LEADS: Final = frozenset(("في", "لدى", "باسم", "الى", "ل", "عن"))
"""Words between a title and what its office is of."""
_HOLDING: Final = frozenset(
    "منتخب منتخبة مكلف مكلفة مؤقت مؤقتة سابق سابقة اسبق مستقيل مستقيلة مخلوع معزول راحل حالي حالية انتقالي انتقالية "
    "جديد جديدة مقال مقالة خاص خاصة دائم دائمة".split()
)
_PEOPLES: Final = frozenset("العرب الاوروبيين الاوروبيون الخليجيين الخليجيون الافارقة الغربيين الغربيون".split())
"""Of which states several officials are (وزراء الخارجية العرب)."""


class Offices(PlaceHeads):
    """Takes in what stands behind a title and tells its office."""

    def _take_office(self, phrase: Phrase, mark: Mark, limit: int) -> None:
        """Take in the office of a phrase that begins with the title ``mark``."""
        at, core = phrase.first, self.words[phrase.first].core
        body = self.lex[mark.last].get("actor") if mark.last > at else None
        if body is not None and body.last > mark.last:
            phrase.country = body.entry.country
            phrase.last = self._no_further(body, self._modifiers(body.last + 1, limit, phrase, 3))
        else:
            phrase.last = self._modifiers(mark.last + 1, limit, phrase, 6)
        while phrase.last > at and phrase.last + 1 < limit and self._status(phrase.last + 1):
            phrase.last += 1
        if phrase.number == "p" and phrase.last + 1 < limit and self.forms[phrase.last + 1] in _PEOPLES:
            phrase.last += 1
        if core in _MINISTERS:
            self._portfolios(phrase, limit)
        self._speaks_for(phrase, limit)
        if self.words[phrase.last].core in {"باسم", "اسم"}:
            inner = self._build_inner(phrase.last + 1, limit)
            inner = self._of_arm(inner, limit) if inner is not None else None
            if (
                inner is not None
                and inner.kind != "adjective"
                and (inner.kind != "people" or inner.role == "government")
            ):
                phrase.country = phrase.country or inner.country
                phrase.last, phrase.body = inner.name[1] if inner.kind == "people" else inner.last, inner
        after = self._tied_to(phrase, limit)
        if not phrase.definite and after < limit and self.forms[after] == "من":
            phrase.last = self._one_of(after + 1, limit, phrase)

    def _tied_to(self, phrase: Phrase, limit: int) -> int:
        """Take in what a preposition ties to an office: where its bearer is sent or sits, for what and in whose name.
        Returns the token at which that ends."""
        at = phrase.first
        after = phrase.last + 1
        while after < limit and (
            self.forms[after] in {"في", "لدى", "باسم", "عن"}
            or (self.forms[after] == "الى" and self.words[at].core in _ENVOYS)
            or ((self.words[after].pro in {"ل", "ب"} or self.forms[after] == "ل") and phrase.last - at < 6)
        ):
            quoted = self.forms[after] == "ل" and after + 1 < limit and self.forms[after + 1] in QUOTES_OPEN
            inner = self._build_inner(after + (self.forms[after] in _LEADS) + quoted, limit)
            inner = self._of_arm(inner, limit) if inner is not None else None
            sent = inner is not None and inner.kind in {"place", "state"} and self.words[at].core in _ENVOYS
            other = inner is not None and inner.kind in {"thing", "place", "adjective"}
            borne = inner is not None and self.words[at].det and self._borne(after, inner, limit)
            if inner is None or (other and not (sent or borne) and not self._office(after, inner)):
                break
            if self.forms[after] == "عن" and not borne:
                break
            abroad = inner.country is not None and phrase.country not in {None, inner.country}
            if abroad and self.words[after].pro == "ل" and not sent:
                break  # اعتذر الوزير التركي لروسيا
            many = inner.kind == "people" and inner.number == "p" and inner.role != "government"  # بالمواطنين
            if (inner.kind == "person" or many) and self.words[after].pro == "ب" and self.forms[after] != "باسم":
                break  # بنظيره
            told = (self.words[after].pro == "ل" or self.forms[after] == "ل") and (
                inner.kind in {"agency", "outlet", "media"} or self.words[after].core == "وكالة"
            )
            if told or (self.forms[after] == "في" and inner.kind == "state" and not sent):
                if not told and self._name_end(inner.last + 1, limit, first=True) > inner.last + 1:
                    phrase.last = inner.last  # رئيس البعثة في الصومال فلان
                break
            if not sent:
                phrase.country = phrase.country or inner.country
            if self.forms[after] == "باسم":
                phrase.body = inner
            if self.words[after].core in _AFFAIRS and self.words[after].det:
                inner.last = self._affairs(inner.last, limit)
            closed = quoted and inner.last + 1 < limit and self.forms[inner.last + 1] in QUOTES_CLOSE
            phrase.last = inner.last + closed
            after = phrase.last + 1
        return after

    def _portfolios(self, phrase: Phrase, limit: int) -> None:
        """Take in what a minister's office is of besides (وزير الشؤون الخارجية والتعاون الدولي)."""
        at = phrase.last + 1
        many = phrase.number == "p" or self.forms[phrase.first].endswith(_TWO_MINISTERS)
        known = _PORTFOLIOS | _OF_SEVERAL if many else _PORTFOLIOS
        while at < limit and self.words[at].pro == "و" and self.words[at].det and self.words[at].core in known:
            phrase.last = at
            while phrase.last + 1 < limit and self._of_office(phrase.last + 1):
                phrase.last += 1
            at = phrase.last + 1
        adjective = self.lex[at].get("country") if many and at < limit else None
        if adjective is not None and adjective.tag == "adj" and self.words[at].det and not self.words[at].pro:
            phrase.last = at
        state = self.lex[phrase.last].get("country")
        if state is not None and phrase.country is None and state.tag == "adj":
            phrase.country = state.entry.id

    def _of_arm(self, inner: Phrase, limit: int) -> Phrase:
        """The group of whose arm somebody is (القيادي في الجناح العسكري لحركة الجهاد), else the phrase itself."""
        at = inner.last + 1
        if self.words[inner.first].core not in ARMS or at >= limit or self.words[at].pro != "ل":
            return inner
        group = self._build_inner(at, limit)
        if group is None or group.kind not in _BODIES:
            return inner
        group.first = group.head = inner.first
        return group

    def _affairs(self, last: int, limit: int) -> int:
        """The last token of what an office is for (للشؤون الخارجية والسياسة الأمنية)."""
        while last + 1 < limit:
            word = self.words[last + 1]
            more = word.pro == "و" and word.det and _HEADED_BY.isdisjoint(self.lex[last + 1])
            if not more and not (word.det and not word.pro and self._nisba(word)):
                break
            last += 1
        return last

    def _of_office(self, at: int) -> bool:
        """An adjective of an office, or where those live whom it is for (والمغاربة المقيمين بالخارج)."""
        word = self.words[at]
        abroad = self.forms[at] in _ABROAD or (self.forms[at] == "في" and self.forms[at + 1 : at + 2] == ["الخارج"])
        return abroad or (
            word.det and not word.pro and (word.cls == "j" or self._nisba(word)) and "title" not in self.lex[at]
        )

    def _one_of(self, at: int, limit: int, phrase: Phrase) -> int:
        """The last token of the body that somebody is one of (قادة من جماعة الحوثي، ضابط من الجيش)."""
        inner = self._build_inner(at, limit)
        if inner is None or inner.kind not in _BODIES:
            return phrase.last
        phrase.country = phrase.country or inner.country
        return inner.last

    def _no_further(self, mark: Mark, last: int) -> int:
        """Where a known name ends: nouns behind it are no part of it (هدد حماس برد), nor is a state behind a body of no
        state (العفو الدولية السعودية)."""
        for at in range(mark.last + 1, last + 1):
            word, state = self.words[at], self.lex[at].get("country")
            if state is not None:
                if mark.entry.kind == "organisation" and mark.entry.country is None and word.det:
                    tags = {found.tag for found in self.r.same("country", at)}
                    if "name" in tags:
                        return at - 1
                if state.tag == "metonym" and state.entry.id != mark.entry.country:
                    return at - 1
                continue
            if not word.det or word.core in ARMS or not (word.cls == "j" or word.form.endswith(("ي", "ية"))):
                return at - 1
        return last

    def _status(self, at: int) -> bool:
        """How somebody holds his office, behind its state (الرئيس التونسي المنتخب)."""
        word = self.words[at]
        return word.det and not word.pro and word.core in _HOLDING

    def _speaks_for(self, phrase: Phrase, limit: int) -> None:
        """The body in whose name a title speaks (الناطق باسم كتائب القسام)."""
        for at in range(phrase.first + 1, phrase.last):
            if self.words[at].core in {"باسم", "اسم"}:
                body = self._build_inner(at + 1, limit)
                body = phrase.body = self._of_arm(body, limit) if body is not None else None
                if body is not None and body.kind == "person" and body.name[0] > body.first:
                    self._unnamed(body)
                    phrase.last = body.last
                elif body is not None and body.entry is not None and body.kind in ISSUERS:
                    end = body.last if body.kind == "person" else body.name[1]
                    beyond = end < phrase.last and self.words[end + 1].core in DOING
                    phrase.last = end if beyond else max(phrase.last, end)
                    phrase.country = phrase.country or body.country
                return

    def _unnamed(self, body: Phrase) -> None:
        """Whoever is named behind the body is who speaks for it (المتحدث باسم التحالف العقيد فلان)."""
        if "title" in self.lex[body.first]:
            return
        end = body.name[0] - 1
        while end > body.first and "title" in self.lex[end]:
            end -= 1
        body.last, body.name, body.kind = end, (body.first, end), "people"

    def _office(self, at: int, inner: Phrase) -> bool:
        """A definite noun after ل that a name follows tells the office (المرشد العام للإخوان محمد بديع)."""
        word = self.words[at]
        if word.core in _AFFAIRS:
            return True
        named = inner.kind == "thing" and inner.first == inner.last and word.det and "ل" in word.pro
        return named and inner.last + 1 < len(self.words) and self._person_at(inner.last + 1)

    def _borne(self, at: int, inner: Phrase, limit: int) -> bool:
        """A name right behind what somebody is active in or sits for is his (القيادي في الجبهة الشعبية فلان الفلاني،
        النائب عن دولة القانون فلان الفلاني)."""
        if self.forms[at] not in {"في", "عن"} or inner.last + 2 >= limit or inner.kind == "person":
            return False
        named = self._build_inner(inner.last + 1, limit)
        if named is None or named.kind != "person" or "title" in self.lex[named.first]:
            return False
        return named.name[0] == named.first < named.name[1]
