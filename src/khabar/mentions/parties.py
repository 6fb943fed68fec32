"""Known actors, bodies, groups, states and nationalities: phrases that begin with a known head."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.mentions.harmed import suffers
from khabar.mentions.head_entries import follows_head
from khabar.mentions.phrase import ISSUERS, Phrase
from khabar.mentions.phrase_words import NAME_PARTS, PAUSE
from khabar.mentions.titles import RANKS, Titles

_BOTH: Final = "people.side-party"
"""Officials by the dual (الرئيسان), whose names follow."""
_TO_HIM: Final = frozenset(("على", "ضد", "عن", "مع", "بحق"))
"""Prepositions behind which a nationality is somebody (القبض على سوري)."""
_OFFICES: Final = frozenset(("government", "military"))
_BROKEN: Final = 5
"""Letters of a plural like أنصار."""


class PartyHeads(Titles):
    """Phrases by the mark that heads them."""

    def _actor(self, mark: Mark, limit: int) -> Phrase:
        """A known actor: a person with the rest of his name, or a body with what describes it (كتائب القسام الجناح
        العسكري)."""
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
            end = self._no_further(mark, phrase.last)
            if end < phrase.last:
                phrase.last, phrase.country = end, entry.country
            phrase.name = (mark.first, phrase.last)
            self._backed(phrase, mark.last, limit)
            phrase.source = True
            if "title" in self.lex[mark.first]:
                self._bearer(phrase, limit)
        return phrase

    def _unranked(self, mark: Mark) -> int:
        """The first token of a known name behind its rank (الملك سلمان, الشيخ تميم)."""
        at = mark.first
        while at < mark.last and not self._office_alone(mark):
            title = self.lex[at].get("title")
            if title is None or title.last >= mark.last or not self.words[at].det:
                break
            if self.words[at].core not in RANKS and title.last == at:
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
        return found is not None and found.entry.kind == "person" and found.sense.id != known

    def _country(self, mark: Mark, kind: str = "state") -> Phrase:
        phrase = Phrase(mark.first, mark.last, kind)
        phrase.entry, phrase.country, phrase.definite = mark.entry, mark.sense.id, True
        phrase.source = True
        place = self.lex[mark.first].get("place")
        phrase.place = place.entry if place and place.last == mark.last else None
        return phrase

    def _national(self, at: int, mark: Mark, limit: int) -> Phrase:
        """A nationality that stands for its people (الفلسطينيون) or modifies a word outside the phrase (الضربات
        الأميركية)."""
        word = self.words[at]
        free = word.det or word.core.endswith(("ين", "ون", "ان", "ا")) or word.pro != ""
        free = free or (at > 0 and (self.verbal(at - 1) or self.words[at - 1].form in _TO_HIM))  # طعن فلسطيني مستوطنا
        one = not word.det and not word.pro and at > 0 and word.core.endswith("ي") and suffers(self.r, at)
        phrase = Phrase(at, at, "people" if one or (free and not self._modifies(at)) else "adjective")
        phrase.country, phrase.definite = mark.sense.id, word.det
        if phrase.kind == "people":
            phrase.last = self._modifiers(at + 1, limit, phrase, 2)
            phrase.name = (at, phrase.last)
            phrase.number = "s" if (free or one) and not word.det and word.core.endswith(("ي", "يا")) else "p"
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
        """People by what they are, with whom they belong to or whose name follows (جنود أميركيون، المتحدث باسم الجيش
        فلان)."""
        entry = mark.entry
        kind, source, machine = entry.kind, entry.source, entry.machine
        if kind == "document" and not self.words[at].det:
            issuer = self._build_inner(mark.last + 1, limit)
            if issuer is not None and issuer.kind in ISSUERS and not self.words[issuer.first].pro:
                issuer.first, issuer.source = at, True
                return issuer
        phrase = Phrase(at, mark.last, "machine" if machine else "people")
        phrase.role, phrase.source, phrase.machine, phrase.entry = kind, source, machine, entry
        phrase.definite = any(self.words[one].det for one in range(at, mark.last + 1))
        if mark.last > at and self.forms[mark.last].startswith("ال"):
            phrase.definite = True  # سلاح الجو
        plural = mark.tag in {"plural", "dual"} or _many(self.words[at].core)
        phrase.number = "p" if plural else "s"
        phrase.last = self._modifiers(mark.last + 1, limit, phrase, 4)
        if not machine:
            phrase.last = self._backing(phrase.last + 1, limit, phrase)
        phrase.name = (at, phrase.last)
        self._inside(phrase, mark.last)
        alone = (source or self.words[at].det) and phrase.number == "s" and not machine
        if alone and not self._somebody_behind(phrase, limit):
            self._bearer(phrase, limit)
        if not machine:
            phrase.last = self._described(phrase, limit)
        if kind == "government" and entry.id != _BOTH and phrase.kind == "person":
            self._named_body(phrase, at)
        return phrase

    def _somebody_behind(self, phrase: Phrase, limit: int) -> bool:
        """Somebody else stands behind: a title behind a body whose state was told (جهاز الأمن الكويتي النائب فلان) or
        whose genitive is full (أجهزة الأمن رئيس الوزراء السابق فلانا), a word with the article behind men without it
        (عناصر مسلحة الناشط فلانا)."""
        at = phrase.last + 1
        full = phrase.role in _OFFICES and phrase.last > phrase.first and self.words[phrase.last].det
        if at < limit and full and "title" in self.lex[at] and not self.words[at].pro:
            return True
        if at >= limit or not self.words[at].det:
            return False
        if phrase.role == "armed-group":
            return not phrase.definite
        return phrase.role == "government" and phrase.country is not None and "title" in self.lex[at]

    def _named_body(self, phrase: Phrase, at: int) -> None:
        """A body with the name of its head behind it (مكتب رئيس الوزراء فلان) stays a body."""
        phrase.kind, phrase.name = "people", (at, phrase.name[0] - 1)
        while phrase.name[1] > at and (self.forms[phrase.name[1]] in PAUSE or self.words[phrase.name[1]].core in RANKS):
            phrase.name = (at, phrase.name[1] - 1)

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
        if self.words[at].core in _QUALITIES and not self.words[at].det:
            return False
        return self.words[at].det or not alone


_QUALITIES: Final = frozenset(("صحة",))
"""Short forms of ministries that without the article are what something has (صحة التقارير)."""


def _many(core: str) -> bool:
    """A sound plural, or a broken one of people (أكراد، حلفاء)."""
    broken = len(core) == _BROKEN and core[0] == "ا" == core[3] and core[4] != "ة"
    return broken or core.endswith(("ات", "ون", "ين", "اء"))
