"""People by their office: a title with its office, and the name behind it."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.mentions.head_entries import folded_kinds, follows_head
from khabar.mentions.offices import Offices
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import DOCTOR, PAUSE
from khabar.mentions.punctuation import QUOTES_OPEN

_COUNTERPARTS: Final = frozenset("نظير نظيرة نظراء نظيرا نظيري".split())
"""Titles that tell of two people."""
_CALLED: Final = frozenset("مسؤول مسئول دبلوماسي".split())
"""Words by which somebody named before is called: no office is told behind them (المسؤول الأممي زعيم الحركة)."""
HONORIFICS: Final = frozenset(("title.excellency", "title.highness"))
RANKS: Final = frozenset(
    "لواء عميد عقيد فريق مشير رائد نقيب مقدم دكتور قاضي مستشار مهندس شيخ شيخة جنرال سفير ملك ملكة امير سيد "
    "عماد دكتورة اميرة سيدة ادميرال كاردينال بطريرك مطران استاذ ملا".split()
)
"""Ranks that stand between an office and the name of its bearer (قائد الجيش، اللواء فلان)."""
_FORCES: Final = frozenset("لواء عميد عقيد فريق مشير رائد نقيب مقدم جنرال ادميرال".split())
"""Ranks of officers, who may serve under another state's or a body's command."""
_MANY_OF: Final = frozenset(("قادة", "نواب"))
"""Titles in a broken plural that ends like no plural."""


class Titles(Offices):
    """Phrases that begin with a title."""

    def _titled(self, at: int, mark: Mark, limit: int) -> Phrase:
        """The phrase that begins with the title ``mark`` at a token: its office, then its bearer."""
        office = self._honoured(mark, limit)
        if office >= 0:
            phrase = self._titled(office, self.lex[office]["title"], limit)
            phrase.first = at
            return phrase
        entry = self._fitting("title", mark).entry
        phrase = Phrase(at, mark.last, "person")
        phrase.role, phrase.source, phrase.entry = entry.kind, True, entry
        phrase.definite = self.words[at].det or (mark.last == at + 1 and self.words[mark.last].det)  # وزير الدفاع
        core = self.words[at].core
        phrase.number = "p" if mark.tag in {"plural", "dual"} or core.endswith("اء") or core in _MANY_OF else "s"
        self._take_office(phrase, mark, limit)
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        self._bearer(phrase, limit)
        return phrase

    def _honoured(self, mark: Mark, limit: int) -> int:
        """Where the office or rank begins that an honorific honours (معالي وزير الخارجية، صاحب السمو أمير البلاد), or
        -1."""
        if mark.sense.id not in HONORIFICS:
            return -1
        for at in (mark.last, mark.last + 1):
            title = self.lex[at].get("title") if mark.first < at < limit else None
            if title is not None and (at > mark.last or title.entry.id not in HONORIFICS):
                return at
        return -1

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
        if self.forms[phrase.last] == DOCTOR and phrase.last > phrase.first:  # رئيس الوزراء د. سلام فياض
            phrase.last -= 1
            phrase.name = (phrase.name[0], min(phrase.name[1], phrase.last))
            at -= 1
        if at + 2 < limit and self.forms[at] == DOCTOR and self.forms[at + 1] == ".":
            at += 2
            phrase.last = at - 1
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
            if known and known.entry.kind == "person" and (known.tag != "weak" or end == known.last):
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
