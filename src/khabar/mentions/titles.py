"""People by their office: a title, what its office is of, in whose name it speaks, and the name behind it."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.mentions.head_entries import folded_kinds, follows_head
from khabar.mentions.phrase import ISSUERS, Phrase
from khabar.mentions.phrase_words import DOING, PAUSE
from khabar.mentions.places_named import PlaceHeads
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN

_COUNTERPARTS: Final = frozenset("نظير نظيرة نظراء".split())
"""Titles that tell of two people."""
_CALLED: Final = frozenset("مسؤول مسئول دبلوماسي".split())
"""Words by which somebody named before is called: no office is told behind them (المسؤول الأممي زعيم الحركة)."""
_MINISTERS: Final = frozenset("وزير وزيرة وزراء وزيرا كاتب وزارة".split())
_PORTFOLIOS: Final = frozenset(
    "تعاون تجارة صناعة هجرة مغتربين مغاربة موريتانيين تونسيين جزائريين مصريين جالية اندماج شؤون عدل مالية اقتصاد "
    "تخطيط اعلام اتصال ثقافة سياحة طاقة معادن مناجم بيئة مياه ري زراعة صيد نقل اشغال اسكان عمران عمل تشغيل تربية "
    "تعليم بحث صحة سكان شباب رياضة اوقاف ارشاد تنمية استثمار بلديات دفاع امن جماعات حريات".split()
)
"""What ministries are of."""
_ABROAD: Final = frozenset(("بالخارج", "الخارج", "المقيمين", "المقيمة"))
_BODIES: Final = frozenset(("military", "armed-group", "party", "alliance"))
"""Kinds of bodies that people are told to be of."""
_AFFAIRS: Final = frozenset(("شؤون", "شئون", "قضايا", "ملف", "عمليات", "حقوق"))
"""What an office is for (مستشار الرئيس للشؤون الدولية)."""
_ENVOYS: Final = frozenset("مبعوث مبعوثة سفير سفيرة مندوب مندوبة موفد موفدة ممثل ممثلة".split())
"""Titles whose office goes on with where they are sent."""
_LEADS: Final = frozenset(("في", "لدى", "باسم", "الى", "ل", "عن"))
"""Words between a title and what its office is of."""
HONORIFICS: Final = frozenset(("title.excellency", "title.highness"))
RANKS: Final = frozenset(
    "لواء عميد عقيد فريق مشير رائد نقيب مقدم دكتور قاضي مستشار مهندس شيخ شيخة جنرال سفير ملك ملكة امير سيد "
    "عماد دكتورة اميرة سيدة ادميرال كاردينال بطريرك مطران استاذ ملا".split()
)
"""Ranks that stand between an office and the name of its bearer (قائد الجيش، اللواء فلان)."""
_HOLDING: Final = frozenset(
    "منتخب منتخبة مكلف مكلفة مؤقت مؤقتة سابق سابقة اسبق مستقيل مستقيلة مخلوع معزول راحل حالي حالية انتقالي انتقالية "
    "جديد جديدة مقال مقالة خاص خاصة دائم دائمة".split()
)
_FORCES: Final = frozenset("لواء عميد عقيد فريق مشير رائد نقيب مقدم جنرال ادميرال".split())
"""Ranks of officers, who may serve under another state's or a body's command."""
_NAMED: Final = frozenset(("actor", "title", "country", "place"))
_MANY_OF: Final = frozenset(("قادة", "نواب"))
"""Titles in a broken plural that ends like no plural."""
_PEOPLES: Final = frozenset("العرب الاوروبيين الاوروبيون الخليجيين الخليجيون الافارقة الغربيين الغربيون".split())
"""Of which states several officials are (وزراء الخارجية العرب)."""


class Titles(PlaceHeads):
    """Phrases that begin with a title."""

    def _titled(self, at: int, mark: Mark, limit: int) -> Phrase:
        office = self._honoured(mark, limit)
        if office >= 0:
            phrase = self._titled(office, self.lex[office]["title"], limit)
            phrase.first = at
            return phrase
        entry = self._fitting("title", mark).entry
        phrase = Phrase(at, mark.last, "person")
        phrase.role, phrase.source, phrase.entry = entry.kind, True, entry
        phrase.definite = self.words[at].det
        core = self.words[at].core
        phrase.number = "p" if mark.tag in {"plural", "dual"} or core.endswith("اء") or core in _MANY_OF else "s"
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
            if (
                inner is not None
                and inner.kind != "adjective"
                and (inner.kind != "people" or inner.role == "government")
            ):
                phrase.country = phrase.country or inner.country
                phrase.last, phrase.body = inner.name[1] if inner.kind == "people" else inner.last, inner
        after = phrase.last + 1
        while after < limit and (
            self.forms[after] in {"في", "لدى", "باسم", "عن"}
            or (self.forms[after] == "الى" and self.words[at].core in _ENVOYS)
            or ((self.words[after].pro in {"ل", "ب"} or self.forms[after] == "ل") and phrase.last - at < 6)
        ):
            quoted = self.forms[after] == "ل" and after + 1 < limit and self.forms[after + 1] in QUOTES_OPEN
            inner = self._build_inner(after + (self.forms[after] in _LEADS) + quoted, limit)
            sent = inner is not None and inner.kind in {"place", "state"} and self.words[at].core in _ENVOYS
            other = inner is not None and inner.kind in {"thing", "place", "adjective"}
            borne = inner is not None and self.words[at].det and self._borne(after, inner, limit)
            if inner is None or (other and not (sent or borne) and not self._office(after, inner)):
                break
            if self.forms[after] == "عن" and not borne:
                break
            many = inner.kind == "people" and inner.number == "p" and inner.role != "government"  # بالمواطنين
            if (inner.kind == "person" or many) and self.words[after].pro == "ب" and self.forms[after] != "باسم":
                break  # بنظيره
            told = self.words[after].pro == "ل" and (
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
            closed = quoted and inner.last + 1 < limit and self.forms[inner.last + 1] in QUOTES_CLOSE
            phrase.last = inner.last + closed
            after = phrase.last + 1
        if not phrase.definite and after < limit and self.forms[after] == "من":
            phrase.last = self._one_of(after + 1, limit, phrase)
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        self._bearer(phrase, limit)
        return phrase

    def _honoured(self, mark: Mark, limit: int) -> int:
        """Where the office or rank begins that an honorific honours (معالي وزير الخارجية، صاحب السمو أمير البلاد), or
        -1."""
        if mark.entry.id not in HONORIFICS:
            return -1
        for at in (mark.last, mark.last + 1):
            title = self.lex[at].get("title") if mark.first < at < limit else None
            if title is not None and (at > mark.last or title.entry.id not in HONORIFICS):
                return at
        return -1

    def _portfolios(self, phrase: Phrase, limit: int) -> None:
        """Take in what a minister's office is of besides (وزير الشؤون الخارجية والتعاون الدولي)."""
        at = phrase.last + 1
        while at < limit and self.words[at].pro == "و" and self.words[at].det and self.words[at].core in _PORTFOLIOS:
            phrase.last = at
            while phrase.last + 1 < limit and self._of_office(phrase.last + 1):
                phrase.last += 1
            at = phrase.last + 1
        state = self.lex[phrase.last].get("country")
        if state is not None and phrase.country is None and state.tag == "adj":
            phrase.country = state.entry.id

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
            if not word.det or not (word.cls == "j" or word.form.endswith(("ي", "ية"))):
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
                body = phrase.body = self._build_inner(at + 1, limit)
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
        return named is not None and named.kind == "person" and named.name[0] == named.first < named.name[1]

    def _inside(self, phrase: Phrase, last: int) -> None:
        """What the words of a phrase say of it: a nationality in its fixed part, a word that changes what it tells
        as (مسؤول عسكري)."""
        if phrase.country is None:
            for at in range(phrase.first + 1, last + 1):
                country = self.lex[at].get("country")
                if country is not None and country.tag in {"adj", "name"}:
                    phrase.country = country.entry.id
        if hasattr(phrase.entry, "kinds") and phrase.entry.kinds:
            text = " ".join(self.forms[phrase.first : phrase.last + 1])
            for word, kind in folded_kinds(phrase.entry):
                if word in text:
                    phrase.role = kind

    def _bearer(self, phrase: Phrase, limit: int) -> None:
        """The name after a title: known, or words nothing else is known of."""
        at = phrase.last + 1
        while at < limit and (self.forms[at] in PAUSE or self.forms[at] in QUOTES_OPEN) and at - phrase.last <= 2:
            at += 1
        if at >= limit or not {"ل", "ب"}.isdisjoint(self.words[at].pro) or self.forms[at].startswith("لل"):
            return
        paused = at > phrase.last + 1
        title = self.lex[at].get("title")
        ranked = title is not None and self.words[at].core in RANKS and self.words[at].det
        if paused and not ranked and not self._person_at(at):
            return
        if title is not None and (ranked or not paused) and phrase.entry is not None and at - phrase.first < 8:
            inner = self._titled(at, title, limit)
            if self._met(phrase, inner, at):
                return
            if inner.name[0] > inner.first:
                phrase.name, phrase.last, phrase.kind = inner.name, inner.last, "person"
                phrase.country = phrase.country or inner.country
                return
        end = self._name_end(at, limit, first=True)
        if end >= at:
            phrase.name = (at, end)
            phrase.last = end
            phrase.kind = "person"
            known = self.lex[at].get("actor")
            if known and known.entry.kind == "person":
                phrase.country = phrase.country or known.entry.country

    def _met(self, phrase: Phrase, inner: Phrase, at: int) -> bool:
        """The second of two titles is somebody else's: a counterpart, or of another state (التقى الوزير الأميركي
        الرئيس الأفغاني)."""
        if self.words[inner.first].core in _COUNTERPARTS or self._honours_another(phrase, at):
            return True
        if self.words[at].core in _FORCES:
            return False
        head, second = self.words[phrase.first], self.words[inner.first]
        if head.core in _CALLED and head.det and phrase.last > phrase.first and not second.det:
            return True
        bearer = self.lex[inner.name[0]].get("actor") if inner.name[0] > inner.first else None
        states = {phrase.country, inner.country, bearer.entry.country if bearer is not None else inner.country}
        return None not in states and len(states) > 1

    def _honours_another(self, phrase: Phrase, at: int) -> bool:
        """An honorific before an office, behind somebody's office: another's (استقبل ولي العهد معالي وزير الدفاع)."""
        honorific = self.lex[at].get("title")
        office = self._honoured(honorific, len(self.words)) if honorific is not None else -1
        rank = self.words[office].core in RANKS and self.words[office].det
        ranks = rank or self.words[phrase.first].core in RANKS
        return office >= 0 and not ranks and honorific is not phrase.entry

    def _fitting(self, kind: str, mark: Mark) -> Mark:
        """Among the entries of one head (وزارة), the one that names what follows (الدفاع), then one that names
        nothing."""
        same = [one for one in self.r.same(kind, mark.first) if one.last == mark.last]
        after = self.words[mark.last + 1].core if mark.last + 1 < len(self.words) else ""
        for one in same:
            if after and follows_head(one.entry, after):
                return one
        return next((one for one in same if not one.entry.of), mark)
