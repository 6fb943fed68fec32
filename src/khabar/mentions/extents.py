"""How far a noun phrase reaches: nationality, adjectives, genitives."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.lexicon.senses import PROPER
from khabar.lexicon.words import THIRD, Word
from khabar.mentions.among import among, by_form
from khabar.mentions.objects import ONE_MAN, Objects
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import DOING, NAMELIKE, QUARTERS, SEATS, SIDES
from khabar.mentions.place_heads import PLACE_HEADS
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import FIRE

_HEADS: Final = frozenset(("title", "people", "institution"))
_ORDINALS: Final = frozenset(
    "اول اولى ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع تاسعة "
    "عاشر عاشرة".split()
)
"""Which of its kind a unit or a floor is (الكتيبة الثانية)."""
_BELONGS: Final = frozenset("تابع تابعة تابعين تابعتين عائد عائدة مملوك مملوكة".split())
"""Whose a thing is stands behind them (طائرة مسيرة تابعة للجيش)."""
_THINGS: Final = frozenset(("thing", "machine"))
"""Kinds of phrases whose suffix closes them but for adjectives (بنيرانها مركزا)."""
_SOMEONE: Final = ONE_MAN | frozenset(
    "طالب طالبة ناشط ناشطة صحفي صحفية صحافي صحافية كاتب كاتبة اعلامي اعلامية مدون مدونة محام محامي محامية طبيب طبيبة "
    "تاجر عامل صياد سجين سجينة معتقل معتقلة مطلوب متهم متهمة مشتبه مواطنة شابة فتاة طفلة "
    "قيادي قيادية داعية خطيب امام مطرب فنان لاعب استاذ استاذة باحث باحثة نجل شقيق مدعو مدعوة".split()
)
"""One man or woman, who is no part of the name of a body."""
_BODIES: Final = frozenset(("armed-group", "military", "government", "organisation", "party"))
_FOLLOWERS: Final = frozenset(
    "انصار اتباع مؤيدو مؤيدي مناصرو مناصري معارضو معارضي موالو موالي محبو محبي اقارب ذوو ذوي حلفاء خصوم رفاق".split()
)
"""Those who are called by whom they follow, oppose or belong to."""
_COUNTED: Final = frozenset("مؤلف مؤلفة مكون مكونة بالغ بالغة مقدر مقدرة".split())
"""Participles of how many or how much somebody or something is (القوة المؤلفة من 200 جندي)."""
_BY_ORIGIN: Final = frozenset("صنع جنسية اصل صناعة مولد منشا هوية تصميم".split())
"""Nouns in regard to which somebody or something is of a state (أميركية الصنع)."""
_EYES: Final = "عيان"
"""The genitive of witnesses, which has none of its own (شهود عيان سماع انفجارات)."""
MAX_WORDS: Final = 9
_SECTS: Final = frozenset(("شيعة", "سنة", "رحالة", "عدة"))
_OF_MANY_STATES: Final = frozenset(("alliance", "organisation"))
_SOMEBODY: Final = frozenset(("people", "person"))
_PUBLISHERS: Final = frozenset(("agency", "outlet", "media"))
_PRESS: Final = frozenset("وكالة صحيفة قناة شبكة".split())
_OF_MANY: Final = ("ة", "ات", "ا", "ى", "ء", "ين", "ون")
"""Endings of adjectives that a feminine or a plural can have."""


_IS_SEAT: Final = by_form(SEATS)


_MEN_IN_TA: Final = frozenset(("خليفة", "علامة", "طاغية", "قادة", "سادة", "طلبة", "اساتذة"))
"""Masculine nouns that end like feminine ones."""


class Extents(Objects):
    """What follows a head and belongs to it."""

    def _modifiers(self, at: int, limit: int, phrase: Phrase, most: int) -> int:
        """Take in what follows a head: nationality, adjectives, genitives. Returns the last token taken."""
        last, taken = at - 1, 0
        head = self.words[phrase.head]
        while at < limit and taken < most and last - phrase.first < MAX_WORDS:
            if len(self.forms[at]) == 1 and (self.forms[at] in QUOTES_OPEN or self.forms[at] in QUOTES_CLOSE):
                if not self._past_quote(at, limit, phrase):
                    break
                at += 1
                continue
            if not self._ordinal(at) and self._parted(at, taken, phrase):
                break
            word, marks = self.words[at], self.lex[at]
            country = marks.get("country") if marks else None
            if country and country.tag in {"adj", "name", "people"}:
                if self._foreign(country, phrase) or (country.tag == "name" and self._full(last, phrase, word)):
                    break
                phrase.country = phrase.country or country.entry.id
                at, last = country.last + 1, country.last
                phrase.definite = phrase.definite or word.det or country.tag == "name"
                taken += 1
                if country.tag == "name":
                    break
                continue
            named = phrase.entry is not None and any(sense.kind == "weapon" for sense in word.senses)
            if phrase.definite and not word.det and (head.det or taken or named or at > phrase.head + 1):
                break
            closed = head.det or ((taken > 0 or at > phrase.head + 1) and self._closed(phrase, last))
            inner = self._strongest(marks) if marks else None
            if inner and inner.tag != "weak" and not self._nisba_of_body(at, inner, phrase):
                if self._kept_out(inner, phrase, closed, taken, last):
                    break
                phrase.country = phrase.country or inner.entry.country
                phrase.definite = True
                return inner.last
            if self._ends(at, limit, phrase, taken) or self._stands_alone(phrase, closed, word, last):
                break
            phrase.definite = phrase.definite or word.det
            last, taken = at, taken + 1
            at += 1
        return last

    def _ownerless(self, at: int) -> bool:
        """A plural that keeps its ن has no genitive (نواب معارضون, not مسؤولو الحكومة)."""
        word = self.words[at]
        return not word.det and word.cls == "n" and word.core.endswith("ون") and len(word.core) > 4

    def _full(self, last: int, phrase: Phrase, state: Word) -> bool:
        """No name of a state can follow as a genitive: behind the article, or an adjective (دول أوروبية), unless it is
        its adjective as well (طائرات حربية سورية)."""
        word = self.words[last]
        described = last > phrase.head and word.cls == "j" and not word.det
        return (word.det and not state.det) or (described and not state.core.endswith("ية"))

    def _strongest(self, marks: dict[str, Mark]) -> Mark | None:
        """The name of somebody or of a place that begins there; of the two one that is nothing else."""
        actor, place = marks.get("actor"), marks.get("place")
        if actor is not None and actor.tag == "weak" and place is not None and place.tag != "weak":
            return place
        return actor or place

    def _past_quote(self, at: int, limit: int, phrase: Phrase) -> bool:
        """The phrase goes on behind a quotation mark, which does not open the name of a group."""
        form = self.forms[at]
        named = phrase.kind == "armed-group" and at > phrase.first + 1
        if form in QUOTES_OPEN and self.r.quoted[at] and named:
            return False
        return at + 1 < limit and self.forms[at + 1] not in PUNCTUATION and form not in "”»"

    def _parted(self, at: int, taken: int, phrase: Phrase) -> bool:
        """A word that is no part of the phrase, whatever it may be known as."""
        word, head, marks = self.words[at], self.words[phrase.head], self.lex[at]
        nameless = not marks or not (
            "actor" in marks or "country" in marks or ("place" in marks and word.core not in PLACE_HEADS)
        )
        return (
            (self._skip(at) and not self._agrees(at))
            or bool(word.pro)
            or among(word) & _IS_SEAT != 0
            or self._hit(at, phrase)
            or (nameless and self._apart(at, taken or at - phrase.head - 1, phrase))
            or (not word.det and phrase.kind in _THINGS and self._owned(at - 1))
            or (phrase.source and phrase.kind == "people" and self._informed(at, phrase))
            or (word.det and word.cls == "n" and self._ownerless(at - 1))
            or (phrase.kind == "machine" and at > phrase.head and self._whereabouts(at))
            or (not word.det and phrase.kind == "people" and at == phrase.head + 1 and bool(head.enc))
            or (not word.det and phrase.kind == "people" and word.cls == "n" and self.words[at - 1].enc in THIRD)
            or (phrase.entry is not None and word.core in DOING and at == phrase.head + 1)
            or (nameless and word.cls == "n" and head.core.startswith("نظير"))
            or (not word.det and word.cls == "n" and self.forms[at - 1] == _EYES)
            or (not word.det and at == phrase.head + 1 and "people" in marks and self._run_over(at))
        )

    def _run_over(self, at: int) -> bool:
        """People in the accusative are no genitive (دهست شاحنة جنودا)."""
        core = self.words[at].core
        return core.endswith("ا") and self.r.lexicon.word(core[:-1]).known

    def _agrees(self, at: int) -> bool:
        """An adjective in the accusative behind a noun in it, though it may be an adverb elsewhere (مقرا أمنيا)."""
        form, before = self.forms[at], self.words[at - 1]
        if not form.endswith("يا") or len(form) < 5 or self._taken[at]:
            return False
        return before.form.endswith("ا") and not (before.det or before.enc or before.func) and len(before.form) > 3

    def _whereabouts(self, at: int) -> bool:
        """Where a machine struck (نفذتها طائرة مسيرة شمالي البلاد): a bare word for a side of what follows."""
        word = self.words[at]
        if word.det or word.pro or word.core not in SIDES | QUARTERS or at + 1 >= len(self.words):
            return False
        after = at + 1 + (self.words[at + 1].core in QUARTERS and at + 2 < len(self.words))
        return self.words[after].det or not PROPER.isdisjoint(self.lex[after])

    def _kept_out(self, inner: Mark, phrase: Phrase, closed: bool, taken: int, last: int) -> bool:
        """A known name that is no genitive of the phrase, which is full (``closed``), keeps its nun or tells of
        others."""
        apart = inner.kind == "actor" or self.words[phrase.head].core not in PLACE_HEADS
        if (closed and apart and inner.tag not in {"adj", "people"}) or self._keeps_nun(phrase, inner, last):
            return True
        if phrase.role and inner.kind == "actor" and inner.entry.kind == "person" and not self._theirs(phrase):
            return True
        return phrase.kind == "people" and (taken > 0 or phrase.definite) and not self.words[inner.first].det

    def _ends(self, at: int, limit: int, phrase: Phrase, taken: int) -> bool:
        """A word that begins something else, or behind which stands whose the phrase is."""
        word = self.words[at]
        counted = word.det and (word.core in _COUNTED or self._beyond(at, phrase))
        if counted or self._another(at, phrase, taken):
            return True
        belongs = word.core in _BELONGS and phrase.kind in _THINGS
        return belongs and at + 1 < limit and self.words[at + 1].pro[:1] == "ل"

    def _beyond(self, at: int, phrase: Phrase) -> bool:
        """A word with the article behind an indefinite nationality: no part of the phrase (قوات تركية الحدود, but طائرة
        أميركية الصنع)."""
        before = self.lex[at - 1].get("country")
        if before is None or before.tag != "adj" or before.last != at - 1 or self.words[at - 1].det:
            return False
        return not self.words[phrase.head].det and at - 1 > phrase.head and self.words[at].core not in _BY_ORIGIN

    def _theirs(self, phrase: Phrase) -> bool:
        """Whoever is named behind the head is the one its people follow (أنصار عمران خان)."""
        head = self.words[phrase.head]
        return head.core in _FOLLOWERS and not head.det and not head.enc

    def _keeps_nun(self, phrase: Phrase, inner: Mark, last: int) -> bool:
        """A sound plural of people that keeps its nun has no genitive (اقتحم مستوطنون المسجد الأقصى, اقتحام مستوطنين
        متطرفين المسجد)."""
        head = self.words[phrase.head]
        people = phrase.kind == "people" and phrase.number == "p" and not head.det
        nun = head.form.endswith("ون") or (last > phrase.head and self._many(head.form, self.words[last].form))
        return people and nun and inner.tag not in {"adj", "people"}

    def _many(self, *forms: str) -> bool:
        return all(form.endswith("ين") for form in forms)

    def _ordinal(self, at: int) -> bool:
        """Which of its kind what stands before is, unless that is a time (الكتيبة الثانية)."""
        word = self.words[at]
        return word.det and word.core in _ORDINALS and self.words[at - 1].det and at not in self.r.time_tokens

    def _informed(self, at: int, phrase: Phrase) -> bool:
        """Behind a source and its adjective the publisher that it told something to (أبلغ مصدر حكومي وكالة كذا)."""
        word, before = self.words[at], self.words[at - 1]
        if word.det or before.det or before.cls != "j" or at - 1 <= phrase.first:
            return False
        known = self.lex[at].get("actor")
        return word.core in _PRESS or (known is not None and known.entry.kind in _PUBLISHERS)

    def _stands_alone(self, phrase: Phrase, closed: bool, word: Word, last: int) -> bool:
        """A word that is no part of the phrase: a definite noun or a weapon behind a full phrase (الشرطة الرصاص), or a
        noun behind an indefinite plural or dual that keeps its nun (مسلحون النار, انتحاريان مسجدا)."""
        head = self.words[phrase.head]
        somebody = phrase.kind in _SOMEBODY
        ending = somebody and not word.det and word.form.endswith(("ة", "ات"))
        if ending and self._keeps_ending(head) and (last == phrase.head or self.words[last].core in _SECTS):
            return word.core not in _SECTS
        if ending and last > phrase.head and self.words[last].form.endswith("ون") and not self.words[last].det:
            return True  # هاجم شبان غاضبون دورية
        if somebody and word.cls == "g" and not word.senses and self._keeps_ending(head):
            return last == phrase.head or self.words[last].form.endswith("ون")  # اغتال مسلحون مجهولون فلانا
        if phrase.kind == "people" and not word.det and word.form.endswith("ين") and head.form.endswith("ون"):
            return True
        if somebody and not head.det and self._sound(head) and self._bare(phrase, last):
            noun = word.cls in {"n", "a"} and not word.form.endswith(("ون", "ين", "ان", "ية"))
            return word.det or (noun and phrase.number == "p")
        if not word.det or (phrase.role and self.words[last].det and self._nisba(word)):
            return False
        if not head.det and (last > phrase.head or head.core in ONE_MAN) and word.core in FIRE:
            return True
        described = last > phrase.head and self.words[last].cls == "j" and self.words[last].form.endswith("ة")
        if described and not (head.det or self.words[last].det) and phrase.kind == "people":  # حشود غاضبة السفارة
            return True
        if head.det and last == phrase.head and head.form.endswith("ون") and word.form.endswith(("ة", "ات")):
            return True
        return closed and (word.cls in {"n", "b"} or any(sense.kind == "weapon" for sense in word.senses))

    def _sound(self, head: Word) -> bool:
        """A sound plural or a dual."""
        return head.form.endswith(("ون", "ين")) or any(sense.tag == "dual" for sense in head.senses)

    def _bare(self, phrase: Phrase, last: int) -> bool:
        """A head with nothing behind it, or with one adjective that keeps its nun."""
        if last == phrase.head:
            return True
        return last == phrase.head + 1 and self.words[last].form.endswith(("ون", "ين", "ان"))

    def _keeps_ending(self, head: Word) -> bool:
        """An indefinite sound plural or dual in the nominative: no genitive follows (مسلحون راهبة)."""
        dual = head.form.endswith("ان") and any(sense.tag == "dual" for sense in head.senses)
        return not head.det and (dual or head.form.endswith("ون"))

    def _nisba(self, word: Word) -> bool:
        """An adjective by its ending, whatever else it may be (وزير الشؤون الخارجية، زعيم التيار الصدري)."""
        return len(word.core) > 4 and word.core.endswith(("ي", "ية")) and word.core not in {"جمهورية"}

    def _nisba_of_body(self, at: int, inner: Mark, phrase: Phrase) -> bool:
        """An adjective that is the short name of a body as well (المسؤول الأطلسي)."""
        word, before = self.words[at], self.words[at - 1]
        alone = inner.kind == "actor" and inner.first == inner.last and inner.entry.kind in _OF_MANY_STATES
        like = word.core.endswith("ة") == before.core.endswith("ة")
        return alone and like and word.det and before.det and self._nisba(word) and phrase.kind in _SOMEBODY

    def _foreign(self, country: Mark, phrase: Phrase) -> bool:
        """A nationality that does not belong to the phrase: bare after the article, the second state, an object."""
        head, word = self.words[phrase.head], self.words[country.first]
        if self._men(country.first, self.lex[country.first], phrase) or self._disagrees(country, phrase):
            return True
        if (head.det and not word.det) or (country.tag == "name" and phrase.country):
            return True
        other = word.det and phrase.country not in {None, country.entry.id}
        before = self.words[country.first - 1].core
        if word.core.endswith(("ين", "ون")) and before.endswith("ة") and before not in _MEN_IN_TA:
            return word.det  # هنأت الخارجية الأميركية الليبيين
        if word.det and word.core.endswith(("ين", "ون")) and "country" in self.lex[country.first - 1]:
            return not before.endswith(("ين", "ون"))  # حمل الجيش الإسرائيلي الفلسطينيين المسؤولية
        if country.tag == "adj" and other:
            return self.words[country.first - 1].core.endswith("ة") and not word.core.endswith("ة")
        return country.tag == "adj" and not phrase.definite and self._accusative(country.first)

    def _disagrees(self, country: Mark, phrase: Phrase) -> bool:
        """A nationality that by gender or article is none of the noun right before it (قتلت الشرطة البريطاني فلانا،
        اغتال مسلحون اللبناني فلانا)."""
        word, before = self.words[country.first], self.words[country.first - 1]
        if country.tag != "adj" or not word.det or not word.core.endswith("ي"):
            return False
        if phrase.first == 0 or not self.verbal(phrase.first - 1):
            return False
        if not before.det:
            return before.core.endswith(("ون", "ين")) and "people" in self.lex[country.first - 1]
        return before.core.endswith("ة") and country.first == phrase.head + 1 and before.core not in _MEN_IN_TA

    def _closed(self, phrase: Phrase, last: int) -> bool:
        """The genitive is full: a word with the article, a name or a nationality ended it; adjectives may follow."""
        return phrase.country is not None or any(self.words[at].det for at in range(phrase.head, last + 1))

    def _another(self, at: int, phrase: Phrase, taken: int) -> bool:
        """A word that begins a phrase of its own: a machine, a head after a finished phrase, a name after a title."""
        marks, word, head = self.lex[at], self.words[at], self.words[phrase.head]
        if self._men(at, marks, phrase):
            return True
        people = marks.get("people") if marks else None
        if people is not None and people.entry.machine:
            return True
        body = phrase.kind in _BODIES or (phrase.kind == "people" and phrase.role in _BODIES)
        if body and word.det and at > phrase.head + 1:
            someone = word.core in _SOMEONE or ("title" in marks and "country" in self.lex[at - 1])
            if someone and self._closed(phrase, at - 1):
                return True
        woman = head.det and word.det and at == phrase.head + 1 and head.core.endswith(("ة", "ات"))
        if woman and not word.core.endswith(("ة", "ات", "ا", "ى", "ء")):
            return True
        before = self.words[at - 1]
        many = taken and before.det and word.det and before.core.endswith("ة") and head.core.endswith(("ة", "ات"))
        if (
            many
            and not word.core.endswith(_OF_MANY)
            and (head.det or before.cls == "j" or "country" in self.lex[at - 1])
        ):
            return True
        if phrase.kind == "person" and before.det and not word.det and "title" in marks:
            return True  # نائب رئيس الوزراء وزير الخارجية
        full = (phrase.definite and head.det) or (taken and phrase.country)
        if full and word.cls != "j" and not _HEADS.isdisjoint(marks):
            return True
        plain = word.cls in NAMELIKE and not word.senses and not word.det
        return plain and phrase.kind == "person" and (taken > 0 or head.det)
