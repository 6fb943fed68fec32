"""Bodies, groups, people with a title, nationalities: phrases that begin with a known head."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.marks import Mark
from khabar.mentions.head_entries import folded_kinds, follows_head
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import DOING, NAME_PARTS, PAUSE
from khabar.mentions.places_named import PlaceHeads
from khabar.mentions.reading import QUOTES_CLOSE, QUOTES_OPEN

ISSUERS: Final = frozenset(("military", "government", "armed-group", "organisation", "alliance", "party", "person"))
"""Kinds of phrases that issue statements."""


_AFFAIRS: Final = frozenset(("شؤون", "شئون", "قضايا", "ملف", "عمليات"))
"""What an office is for (مستشار الرئيس للشؤون الدولية)."""
_ENVOYS: Final = frozenset("مبعوث مبعوثة سفير سفيرة مندوب مندوبة موفد موفدة ممثل ممثلة".split())
"""Titles whose office goes on with where they are sent."""

_LEADS: Final = frozenset(("في", "لدى", "باسم", "الى", "ل"))
"""Words between a title and what its office is of."""

_RANKS: Final = frozenset(
    "لواء عميد عقيد فريق مشير رائد نقيب مقدم دكتور قاضي مستشار مهندس شيخ شيخة جنرال سفير ملك ملكة امير سيد "
    "دكتورة اميرة سيدة ادميرال كاردينال بطريرك مطران استاذ ملا".split()
)
"""Ranks that stand between an office and the name of its bearer (قائد الجيش، اللواء فلان)."""

_MANY_OF: Final = frozenset(("قادة", "نواب"))
"""Titles in a broken plural that ends like no plural."""
_PEOPLES: Final = frozenset("العرب الاوروبيين الاوروبيون الخليجيين الخليجيون الافارقة الغربيين الغربيون".split())
"""Of which states several officials are (وزراء الخارجية العرب)."""
_BOTH: Final = "people.side-party"
"""Officials by the dual (الرئيسان), whose names follow."""
_BROKEN: Final = 5
"""Letters of a plural like أنصار."""


class PartyHeads(PlaceHeads):
    """Phrases by the mark that heads them."""

    def _actor(self, mark: Mark, limit: int) -> Phrase:
        entry = mark.entry
        phrase = Phrase(mark.first, mark.last, entry.kind)
        phrase.entry, phrase.country = entry, entry.country
        phrase.definite = True
        if entry.kind == "person":
            phrase.role = "official"
            phrase.source = True
            after = mark.last + 1
            open_ended = mark.last == mark.first or self.forms[min(after, limit - 1)] in NAME_PARTS
            if open_ended and not self._somebody_else(after, limit, entry.id):
                phrase.last = max(phrase.last, self._name_end(after, limit))
            phrase.name = (self._unranked(mark), phrase.last)
            if self._office_alone(mark):
                self._bearer(phrase, limit)
        else:
            phrase.last = self._modifiers(mark.last + 1, limit, phrase, 2)
            phrase.last = self._no_further(mark, phrase.last)
            phrase.name = (mark.first, phrase.last)
            self._backed(phrase, mark.last, limit)
            phrase.source = True
            if "title" in self.lex[mark.first]:
                self._bearer(phrase, limit)
        return phrase

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
                continue
            if not word.det or not (word.cls == "j" or word.form.endswith(("ي", "ية"))):
                return at - 1
        return last

    def _unranked(self, mark: Mark) -> int:
        """The first token of a known name behind its rank (الملك سلمان, الشيخ تميم)."""
        at = mark.first
        while at < mark.last and not self._office_alone(mark):
            title = self.lex[at].get("title")
            if title is None or title.last >= mark.last or not self.words[at].det:
                break
            if self.words[at].core not in _RANKS and title.last == at:
                break
            at = title.last + 1
        return at

    def _office_alone(self, mark: Mark) -> bool:
        """Somebody known by his office alone (أمير قطر، العاهل المغربي), whose name may follow."""
        title = self.lex[mark.first].get("title")
        if title is None:
            return False
        state = self.lex[mark.last].get("country") if mark.last > mark.first else None
        return title.last == mark.last or (state is not None and title.last == mark.last - 1)

    def _somebody_else(self, at: int, limit: int, known: str) -> bool:
        """Another known person is named right after one (وصف أردوغان نتنياهو)."""
        found = self.lex[at].get("actor") if at < limit else None
        return found is not None and found.entry.kind == "person" and found.entry.id != known

    def _country(self, mark: Mark, kind: str = "state") -> Phrase:
        phrase = Phrase(mark.first, mark.last, kind)
        phrase.entry, phrase.country, phrase.definite = mark.entry, mark.entry.id, True
        phrase.source = True
        place = self.lex[mark.first].get("place")
        phrase.place = place.entry if place and place.last == mark.last else None
        return phrase

    def _national(self, at: int, mark: Mark, limit: int) -> Phrase:
        """A nationality that stands for its people (الفلسطينيون) or modifies a word outside the phrase (الضربات
        الأميركية)."""
        word = self.words[at]
        free = word.det or word.core.endswith(("ين", "ون", "ان", "ا")) or word.pro != ""
        free = free or (at > 0 and self.verbal(at - 1))  # طعن فلسطيني مستوطنا
        phrase = Phrase(at, at, "people" if free and not self._modifies(at) else "adjective")
        phrase.country, phrase.definite = mark.entry.id, word.det
        if phrase.kind == "people":
            phrase.last = self._modifiers(at + 1, limit, phrase, 2)
            phrase.name = (at, phrase.last)
            phrase.number = "s" if free and not word.det and word.core.endswith(("ي", "يا")) else "p"
        return phrase

    def _modifies(self, at: int) -> bool:
        """The adjective follows a blocked noun (an event word) that it agrees with, another of that noun (الضربات
        الأميركية والبريطانية), or the name of a place (نيس الفرنسية)."""
        before = at - 1
        word = self.words[at]
        if word.pro == "و" and before >= 0:
            state = self.lex[before].get("country")
            beside = state is not None and state.tag == "adj" and self.words[before].det == word.det
            alike = word.core.endswith("ة") == self.words[before].core.endswith("ة")
            return beside and alike and self._modifies(before)
        if before > 0 and "place" in self.lex[before] and word.det and not word.pro:
            return not word.core.endswith(("ين", "ون"))
        return (
            before >= 0
            and before in self.blocked
            and not word.pro
            and not self.verbal(before)
            and (self.words[before].det == word.det)
        )

    def _institution(self, at: int, mark: Mark, limit: int) -> Phrase:
        phrase = Phrase(at, mark.last, mark.entry.kind)
        phrase.definite = any(self.words[one].det for one in range(at, mark.last + 1))
        phrase.last = self._modifiers(mark.last + 1, limit, phrase, 4)
        if self._loose(phrase, mark.last):
            phrase.last = self._backing(phrase.last + 1, limit, phrase)
        phrase.name = (at, phrase.last)
        phrase.source = True
        phrase.entry = mark.entry
        self._inside(phrase, mark.last)
        return phrase

    def _people(self, at: int, mark: Mark, limit: int) -> Phrase:
        entry = mark.entry
        if entry.kind == "document" and not self.words[at].det:
            issuer = self._build_inner(mark.last + 1, limit)
            if issuer is not None and issuer.kind in ISSUERS and not self.words[issuer.first].pro:
                issuer.first, issuer.source = at, True
                return issuer
        phrase = Phrase(at, mark.last, "machine" if entry.machine else "people")
        phrase.role, phrase.source, phrase.machine, phrase.entry = entry.kind, entry.source, entry.machine, entry
        phrase.definite = any(self.words[one].det for one in range(at, mark.last + 1))
        plural = mark.tag in {"plural", "dual"} or _many(self.words[at].core)
        phrase.number = "p" if plural else "s"
        phrase.last = self._modifiers(mark.last + 1, limit, phrase, 4)
        if not entry.machine:
            phrase.last = self._backing(phrase.last + 1, limit, phrase)
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        if (entry.source or self.words[at].det) and phrase.number == "s" and not entry.machine:
            self._bearer(phrase, limit)
        if entry.kind == "government" and entry.id != _BOTH and phrase.kind == "person":
            self._named_body(phrase, at)
        return phrase

    def _named_body(self, phrase: Phrase, at: int) -> None:
        """A body with the name of its head behind it (مكتب رئيس الوزراء فلان) stays a body."""
        phrase.kind, phrase.name = "people", (at, phrase.name[0] - 1)
        while phrase.name[1] > at and (
            self.forms[phrase.name[1]] in PAUSE or self.words[phrase.name[1]].core in _RANKS
        ):
            phrase.name = (at, phrase.name[1] - 1)

    def _titled(self, at: int, mark: Mark, limit: int) -> Phrase:
        entry = self._fitting("title", mark).entry
        phrase = Phrase(at, mark.last, "person")
        phrase.role, phrase.source, phrase.entry = entry.kind, True, entry
        phrase.definite = self.words[at].det
        core = self.words[at].core
        phrase.number = "p" if mark.tag in {"plural", "dual"} or core.endswith("اء") or core in _MANY_OF else "s"
        body = self.lex[mark.last].get("actor") if mark.last > at else None
        if body is not None and body.last > mark.last:
            phrase.last, phrase.country = body.last, body.entry.country
        else:
            phrase.last = self._modifiers(mark.last + 1, limit, phrase, 6)
        if phrase.number == "p" and phrase.last + 1 < limit and self.forms[phrase.last + 1] in _PEOPLES:
            phrase.last += 1
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
            self.forms[after] in {"في", "لدى", "باسم"}
            or (self.forms[after] == "الى" and self.words[at].core in _ENVOYS)
            or ((self.words[after].pro in {"ل", "ب"} or self.forms[after] == "ل") and phrase.last - at < 6)
        ):
            quoted = self.forms[after] == "ل" and after + 1 < limit and self.forms[after + 1] in QUOTES_OPEN
            inner = self._build_inner(after + (self.forms[after] in _LEADS) + quoted, limit)
            sent = inner is not None and inner.kind in {"place", "state"} and self.words[at].core in _ENVOYS
            other = inner is not None and inner.kind in {"thing", "place", "adjective"}
            if inner is None or (other and not sent and not self._office(after, inner)):
                break
            if inner.kind == "person" and self.words[after].pro == "ب" and self.forms[after] != "باسم":  # بنظيره
                break
            told = self.words[after].pro == "ل" and (
                inner.kind in {"agency", "outlet", "media"} or self.words[after].core == "وكالة"
            )
            if told or (self.forms[after] == "في" and inner.kind == "state" and not sent):
                break
            if not sent:
                phrase.country = phrase.country or inner.country
            if self.forms[after] == "باسم":
                phrase.body = inner
            closed = quoted and inner.last + 1 < limit and self.forms[inner.last + 1] in QUOTES_CLOSE
            phrase.last = inner.last + closed
            after = phrase.last + 1
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        self._bearer(phrase, limit)
        return phrase

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
        ranked = title is not None and self.words[at].core in _RANKS and self.words[at].det
        if paused and not ranked and not self._person_at(at):
            return
        if title is not None and (ranked or not paused) and phrase.entry is not None and at - phrase.first < 8:
            inner = self._titled(at, title, limit)
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

    def _is_body(self, mark: Mark, at: int) -> bool:
        """A head of an institution with what it needs: an office that its entry names or a nationality; a bare one
        without the article (بقوة) is none."""
        if mark.last + 1 < len(self.words):
            after = self.lex[mark.last + 1].get("country")
            if after is not None and after.tag in {"adj", "name"}:
                return True
        if mark.entry.of:
            core = self.words[mark.last + 1].core if mark.last + 1 < len(self.words) else ""
            return follows_head(mark.entry, core)
        alone = mark.last == at and (at + 1 >= len(self.words) or self._skip(at + 1) or self.words[at + 1].pro != "")
        return self.words[at].det or not alone

    def _fitting(self, kind: str, mark: Mark) -> Mark:
        """Among the entries of one head (وزارة), the one that names what follows (الدفاع), then one that names
        nothing."""
        same = [one for one in self.r.same(kind, mark.first) if one.last == mark.last]
        after = self.words[mark.last + 1].core if mark.last + 1 < len(self.words) else ""
        for one in same:
            if after and follows_head(one.entry, after):
                return one
        return next((one for one in same if not one.entry.of), mark)


def _many(core: str) -> bool:
    """A sound plural, or a broken one of people (أكراد، حلفاء)."""
    broken = len(core) == _BROKEN and core[0] == "ا" == core[3] and core[4] != "ة"
    return broken or core.endswith(("ات", "ون", "ين", "اء"))
