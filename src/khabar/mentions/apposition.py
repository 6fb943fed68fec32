"""Phrases that tell who the one beside them is: a title behind a name, a name somebody gives himself, what he is
called before his name."""

from __future__ import annotations

from typing import Final

from khabar.mentions.offices import ARMS
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_CLOSE, QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.mentions.so_called import self_named

EPITHETS: Final = frozenset(
    "زميل زميلة زميلنا زميلتنا شهيد شهيدة مرحوم راحل راحلة مدعو مدعوة فقيد مغدور ضحية صحفي صحفية صحافي صحافية اعلامي "
    "اعلامية كاتب كاتبة ناشط ناشطة مدون مدونة معارض معارضة حقوقي حقوقية طالب طالبة مطلوب مطلوبة متهم متهمة مدان "
    "موقوف موقوفة فنان فنانة مطرب شاعر روائي رسام".split()
)
"""What somebody is called right before his name."""
_TAKES_OFFICE: Final = frozenset("اعفى اعفت يعفي تعفي اقال عزل نحى عين كلف استدعى استقبل هنا".split())
"""Verbs behind whose subject a title is whom it names or dismisses (أعفى الملك فلان وزير الصحة)."""
_HIS: Final = frozenset(
    "منزل بيت موكب سيارة مكتب مقر مزرعة فيلا مركبة شقة قبر ضريح عائلة حراسة منازل بيوت سيارات انصار اتباع مؤيدو "
    "مؤيدي حراس مرافقو مرافقي مقاتلو مقاتلي مسلحو مسلحي مناصرو مناصري اقارب والدة والد شقيق نجل زوجة ابنة".split()
)
"""What is somebody's own, and who."""
_TAKES_NOBODY: Final = frozenset(
    "تلقى تلقت يتلقى تتلقى اجرى اجرت يجري تجري ادى ادت يؤدي تؤدي قام قامت يقوم تقوم وصل وصلت يصل تصل "
    "عقد عقدت يعقد تعقد تراس تراست توجه توجهت عاد عادت اجتمع اجتمعت يجتمع تجتمع ترحم".split()
)
"""Verbs that have nobody for an object without a preposition: a title behind the name is in apposition (تلقى فلان أمير
البلاد اتصالا)."""
_SOME_OF: Final = frozenset("احد احدى ابرز اكبر كبرى اقوى اهم اخطر اول ثاني ثالث".split())
"""Words by which one is told to be of several (إحدى فصائل الحشد الشعبي، أحد أبرز الفصائل)."""
_KINDS_OF: Final = frozenset(
    "فصائل ميليشيات مليشيات مكونات اجنحة اذرع كتائب الوية تشكيلات حركات جماعات تنظيمات احزاب فروع قوى فصيل فصيلي "
    "ميليشيا حزب جماعة".split()
)
_GROUPS: Final = frozenset(("armed-group", "organisation", "party"))
_NAME: Final = 7
"""Tokens of a name in quotes."""


class Apposition:
    """Reads it off two phrases that follow each other, and gives the one what the other tells of it."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.words = reading.words
        self.forms = reading.forms

    def apposed(self, previous: Phrase, phrase: Phrase) -> bool:
        """A title in apposition to the name before it (أبو علي العسكري، رئيس المكتب): what it says goes to the
        bearer; the short name of a body in brackets behind its full one (حلف شمال الأطلسي (الناتو))."""
        if self._arm(previous, phrase) or self._one_of(previous, phrase):
            previous.last, previous.apposed = phrase.last, phrase.first
            return True
        if self._short(previous, phrase):
            return True
        if self._bearer_of(previous, phrase):
            previous.last = phrase.last
            previous.name = (previous.name[0], phrase.last)
            previous.backer = previous.backer or phrase
            return True
        if phrase.kind != "person" or phrase.name[0] != phrase.first:
            return False
        title = phrase.entry is not None and not hasattr(phrase.entry, "names")
        between = self.forms[previous.last + 1 : phrase.first]
        more = previous.apposed >= 0 and phrase.country in {None, previous.country}
        follows = more or self._introduced(previous) or self._of_two(previous, phrase)
        told = between in (["،"], ["،", '"'], [","]) or (not between and follows)
        if not title or not told or phrase.prep or self.words[phrase.first].pro:
            return False
        if previous.kind not in {"person", "thing"} or previous.name[1] == previous.name[0]:
            return False
        previous.kind, previous.role, previous.source = "person", phrase.role, True
        previous.country = previous.country or phrase.country
        previous.last, previous.apposed = phrase.last, phrase.first
        return True

    def _arm(self, previous: Phrase, phrase: Phrase) -> bool:
        """Whose arm or branch a group is, right behind its name (جبهة النصرة ذراع تنظيم القاعدة، كتائب القسام الجناح
        العسكري لحركة حماس)."""
        band = previous.kind in _GROUPS or (previous.kind == "people" and previous.role == "armed-group")
        if not band:
            return False
        between = self.forms[previous.last + 1 : phrase.first]
        if between not in ([], ["،"], [","]):
            return False
        word, at = self.words[phrase.first], previous.apposed
        if at >= 0 and not between and self.words[at].core in ARMS and self.words[at].det:
            return word.pro == "ل"
        known = phrase.entry is not None and phrase.entry is previous.entry
        return word.core in ARMS and not word.pro and (not word.det or known or self.r.owner(phrase.last + 1))

    def _one_of(self, previous: Phrase, phrase: Phrase) -> bool:
        """Of which groups a group is one, behind its name (حركة النجباء إحدى فصائل الحشد الشعبي)."""
        if phrase.first <= previous.last + 1 or previous.kind not in _GROUPS:
            return False
        between = self.forms[previous.last + 1 : phrase.first]
        paused = between[0] in {"،", ","}
        some = between[1:] if paused else between
        if not some or not _SOME_OF.issuperset(some):
            return False
        return self.words[phrase.first].core in _KINDS_OF and phrase.country in {None, previous.country}

    def _bearer_of(self, previous: Phrase, phrase: Phrase) -> bool:
        """The name of him whose office or description ends what is his (منزل المطلوب فلان، موكب وزير الداخلية فلان)."""
        his = previous.first < previous.last == phrase.first - 1 and self.words[previous.first].core in _HIS
        if (
            not his
            or previous.kind not in {"thing", "people"}
            or phrase.kind != "person"
            or phrase.name != (phrase.first, phrase.last)
            or phrase.prep
        ):
            return False
        if phrase.first == phrase.last or not self.words[previous.last].det or self.words[phrase.first].pro:
            return False
        inside = range(previous.first + 1, previous.last + 1)
        called = self.words[previous.last].core in EPITHETS
        return called or any("title" in self.r.lex[at] for at in inside)

    def _short(self, previous: Phrase, phrase: Phrase) -> bool:
        """Another name of the same, in brackets."""
        same = phrase.entry is not None and phrase.entry is previous.entry and hasattr(phrase.entry, "names")
        return same and self.forms[previous.last + 1 : phrase.first] == ["("] and phrase.kind == previous.kind

    def own_name(self, previous: Phrase, phrase: Phrase) -> bool:
        """The phrase is the name that the one before gives itself (جماعة تسمي نفسها كذا), which bears it from here."""
        verb = self_named(self.forms, self.r.naming, phrase.first)
        if verb is None or not previous.last < verb <= previous.last + 2:
            return False
        start = phrase.first + (self.forms[phrase.first] == "اسم")
        start += self.forms[start] in QUOTES_OPEN
        end = phrase.last
        if self.forms[start - 1] in QUOTES_OPEN:
            reach = range(start, min(start + _NAME, len(self.forms)))
            end = next((at - 1 for at in reach if self.forms[at] in QUOTES_CLOSE), end)
        phrase.last, phrase.name = max(end, phrase.last), (start, end)
        previous.owner, previous.kind, previous.definite = phrase, phrase.kind, True
        previous.country = phrase.country or previous.country
        return True

    def epithet(self, previous: Phrase, phrase: Phrase) -> bool:
        """What somebody is called right before his name (الزميلة فلانة), or the state of the second of two who share a
        title (الرئيسان الفرنسي فلان والتركي فلان)."""
        if self._of_state(previous, phrase):
            return True
        alone = previous.first == previous.last and previous.last == phrase.first - 1
        if not alone or phrase.kind != "person" or previous.kind == "party":
            return False
        first = previous.coord
        second = previous.kind == "people" and previous.entry is None and first is not None and first.kind == "person"
        if second and phrase.country in {None, previous.country}:
            phrase.country = previous.country
            return True
        if self._compatriot(previous, phrase):
            phrase.country = phrase.country or previous.country
            return True
        return self.words[previous.first].core in EPITHETS

    def _compatriot(self, nation: Phrase, named: Phrase) -> bool:
        """A nationality of one right before a full name (قتل الفلسطيني فلان الفلاني)."""
        word = self.words[nation.first]
        state = self.r.lex[nation.first].get("country")
        if state is None or nation.country != state.entry.id or not word.det or word.core.endswith(("ين", "ون", "ان")):
            return False
        full = named.name[1] > named.name[0] and named.name[0] == named.first and not self.words[named.first].pro
        if "title" in self.r.lex[named.first]:  # استدعت الكويت سفيرها في بيروت
            return False
        return full and named.country in {None, nation.country}

    def _of_state(self, previous: Phrase, phrase: Phrase) -> bool:
        """An epithet and a nationality right before a name (الصحفي الصومالي فلان)."""
        two = previous.last == previous.first + 1 and previous.last == phrase.first - 1 and phrase.kind == "person"
        if previous.kind == "party":
            return False  # اتهمت المعارضة السورية فلانا
        if not two or not phrase.name[1] > phrase.name[0] or self.words[previous.first].core not in EPITHETS:
            return False
        state = self.r.lex[previous.last].get("country")
        if state is None or state.tag != "adj":
            return False
        phrase.country = phrase.country or state.entry.id
        return True

    def _of_two(self, named: Phrase, title: Phrase) -> bool:
        """An office between a full name and another title is of him who is named (استقبل الأمير فلان ولي العهد معالي
        الوزير فلان)."""
        behind = title.last + 1
        if named.kind != "person" or named.name[1] == named.name[0] or behind >= len(self.words):
            return False
        word = self.words[behind]
        return "title" in self.r.lex[behind] and not (word.pro or word.enc or self.r.acts[behind])

    def _introduced(self, named: Phrase) -> bool:
        """A full name that is no subject before an object: a title right behind it is its bearer's (قال فلان الفلاني
        رئيس الحزب)."""
        before = named.first - 1
        if named.kind != "person" or named.name[1] == named.name[0]:
            return False
        if before >= 0 and self.r.forms[before] in _TAKES_OFFICE:
            return False
        if before >= 0 and self.words[before].core in _TAKES_NOBODY:
            return True
        return (
            before < 0 or not self.r.acts[before] or not any(one.kind == "trigger" for one in self.words[before].senses)
        )
