"""Who is charged with a deed, convicted of it or confesses to it (اعتقل رجلا بتهمة قتل, تورط الجهاز في اغتيال, اعترف
المتهم بارتكاب مجزرة): whoever that is did it."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import meant
from khabar.claims.blame_words import AGAINST
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import AUXILIARY, STOPS, Clauses, bare
from khabar.claims.grammar import NO_DOERS, doer
from khabar.claims.kinds import HARM
from khabar.claims.laid import ACCUSES
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading

_CHARGES: Final = frozenset("تهمة تهم شبهة شبهات اشتباه".split())
"""Words right behind whoever is held or tried for the deed (بتهمة, بشبهة, للاشتباه في)."""
_PARTS: Final = frozenset(
    "اتهام اتهامات تورط ضلوع ادانة مسؤولية مسئولية دور مشاركة اشتراك تواطؤ اعتراف اقدام قيام صلة علاقة ارتباط "
    "وقوف".split()
)
"""Words whose suffix or genitive is whoever did it (لاتهامه بقتل, مسؤولية العناصر عن)."""
_OWN_PARTS: Final = frozenset(word[:-1] + "ت" for word in _PARTS if word.endswith("ة"))
"""Those of them in ة, as they are spelt before a suffix (لمشاركته في, بعد إدانته ب)."""
_GUILT: Final = "ادانت"
_RESPONSIBLE: Final = frozenset(("مسؤولية", "مسئولية"))
_THROWS: Final = frozenset(
    "القى القت القوا يلقي تلقي القاء رمى رمت رموا يرمي ترمي رمي حمل حملت حملوا يحمل تحمل تحميل".split()
)
"""Words of throwing the responsibility for a deed on somebody behind it (إلقاء مسؤولية القصف على)."""
_LEVELLED: Final = frozenset("وجه وجهت وجهوا يوجه توجه يوجهون".split())
"""Verbs of bringing a charge against somebody behind الى (وجه الادعاء إلى المعتقل تهمة قتل)."""
_TO_HIM: Final = {"اليه": "ه", "اليها": "ها", "اليهم": "هم", "اليهما": "هما", "له": "ه", "لها": "ها", "لهم": "هم"}
_BACKGROUND: Final = "خلفية"
_CONVICTED: Final = frozenset("ادين ادينت ادينوا حوكم حوكمت حوكموا".split())
"""Passives before على خلفية (أدين شاب على خلفية التفجير)."""
_HELD: Final = frozenset(
    f"{stem}{ending}"
    for stem in ("متهم", "متورط", "ضالع", "مسؤول", "مسئول", "مدان", "مشتبه")
    for ending in ("", "ا", "ة", "ان", "ين", "ون", "ات")
)
"""Participles of whoever did it (كان متورطا في)."""
_CONFESSES: Final = frozenset(
    "اعترف اعترفت اعترفوا اعترفا يعترف اقر اقرت اقروا ادين ادينت ادينوا تورط تورطت تورطوا".split()
)
"""Verbs whose subject did it."""
_STANDS: Final = frozenset("يقف تقف وقف وقفت يقفون وقفوا".split())
"""Verbs whose subject did it where وراء or خلف follows (يقف وراء الهجوم)."""
_BEHIND: Final = frozenset(("وراء", "خلف"))
_CONVICTS: Final = ACCUSES | frozenset("ادان ادانت ادانوا يدين تدين".split())
"""Verbs whose object did it, where a noun of guilt follows the object (أدانت المحكمة رجلا بالتورط في)."""
_LAYS: Final = frozenset("حمل حملت حملوا يحمل تحمل يحملون محملا محملة".split())
"""Verbs of laying it on somebody."""
_BETWEEN: Final = _PARTS | frozenset(
    "، في على عن من ب ل وراء خلف تنفيذ ارتكاب تدبير تنظيم تخطيط محاولة محاولات عملية عمليات حادث حادثة حوادث قضية "
    "مع اخرين اخر سلسلة عدة عدد اعمال جريمة جرائم تسبب شروع تحريض تواطؤ نشاط مساهمة مساعدة تحضير اعداد سعي".split()
)
"""Words between the charge and the deed."""
_BEFORE: Final = _BETWEEN - _RESPONSIBLE
_STEPS: Final = 6
"""Such words that stand there at most."""
_FAR: Final = 30
"""Tokens before a word of blame within which the verb that lays it on somebody stands, with words about who does."""
_BACK: Final = 16
"""Tokens before a charge within which whoever is charged is named."""
_ACCUSATIONS: Final = frozenset(("اتهام", "اتهامات"))
_ATTRIBUTES: Final = frozenset("نسبه نسبها نسبته نسبتها نسبوه نسبوها ينسبه ينسبها تنسبه تنسبها".split())
"""Verbs of laying a deed to somebody behind الى."""
_REACH: Final = 9
"""Tokens behind such a verb within which that is."""
_ON: Final = frozenset(("على", "الى", "ل"))
_BLAMES: Final = frozenset("لوم لائمة ملامة باللوم باللائمة".split())
_LEVELS: Final = frozenset(("ل", "الى", "ضد", "نحو", "بحق"))
"""Prepositions behind which somebody is accused (اتهامات إلى الإمارات)."""
_FINGERS: Final = frozenset("اصابع اصبع".split())
"""Words of blame, and those that make one of accusation."""


class Culprits:
    """Reads off who is charged with what an event noun tells of."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses

    def of(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whoever is charged with the deed, or None where nobody is."""
        if candidate.pos == "n" and candidate.type == "AID":
            return self._held(candidate.first, row) or self._levelled(candidate.first, row)
        if candidate.pos != "n" or candidate.type not in HARM or candidate.frame == "mutual":
            return None
        attributed = self._attributed(candidate.last, row) or self._thrown_on(candidate, row)
        if attributed is not None:
            return attributed
        at = candidate.first
        for step in range(_STEPS):
            if step:
                core = self.r.words[at].core
                if core == _BACKGROUND and self.r.forms[at - 1] == "على":
                    return self._convicted(at, row)
                stands = core in _STANDS and self.r.forms[at + 1] in _BEHIND
                part = core in _PARTS or (core in _OWN_PARTS and self._own_part(at))
                if stands or part or core in _CHARGES or core in _HELD or core in _CONFESSES:
                    found = self._charged(at, core, row)
                    if found is not None:
                        return found
                if core not in _BETWEEN and core not in _OWN_PARTS:
                    if self.r.forms[at + 1] == "عن":
                        return self._answerable(at, row) or self._named(at, row)
                    return self._named(at, row) or self.accused(candidate.first, row)
            at -= 1
            if at < 0 or self.r.forms[at] in STOPS:
                return None
        return self.accused(candidate.first, row)

    def _held(self, deed: int, row: list[Phrase]) -> Phrase | None:
        """Whoever is told to be charged with it, right before (خمسة متهمين بتمويل التنظيم)."""
        at = deed - 1
        if "ب" not in self.r.words[deed].pro or self.r.words[at].core not in _HELD:
            return None
        return next((one for one in row if one.first <= at <= one.last and somebody(one)), None)

    def _levelled(self, deed: int, row: list[Phrase]) -> Phrase | None:
        """Whom an accusation right before the deed is levelled at (اتهامات إلى طهران بتزويد الجماعة)."""
        before = next((one for one in row if one.last == deed - 1 and one.prep in _LEVELS and somebody(one)), None)
        if before is None or "ب" not in self.r.words[deed].pro:
            return None
        apart = self.r.forms[before.first - 1] == before.prep
        return before if self._accusation(before.first - 1 - apart) else None

    def accused(self, deed: int, row: list[Phrase]) -> Phrase | None:
        """Whom the verb that governs the deed accuses (اتهم الوزير الحزب بنصب كمائن وشن هجمات)."""
        verb = self.clauses.governing(deed)
        if verb is None or self.r.words[verb].core not in ACCUSES:
            return None
        if self.r.words[verb].enc:
            return self._meant(verb, self.r.words[verb].enc, row)
        behind = [one for one in row if verb < one.first and one.last < deed and bare(one)]
        subject = self.clauses.subject(verb)
        return next((one for one in behind if one is not subject and somebody(one)), None)

    def _charged(self, at: int, core: str, row: list[Phrase]) -> Phrase | None:
        """Whoever is charged by the word at a token."""
        word = self.r.words[at]
        if core in _STANDS or (core in _CONFESSES and (self.r.acts[at] or self.r.forms[at - 1] in AUXILIARY)):
            subject = self.clauses.subject(at)
            return subject if subject is not None and somebody(subject) else None
        if core in _PARTS or core in _OWN_PARTS:
            return self._meant(at, word.enc, row) if word.enc else self._blamed(at, row)
        within = next((one for one in row if one.first <= at <= one.last and somebody(one)), None)
        if within is not None and within.first == at and core.startswith("مس"):
            return None if word.det else self._judged(at, row)
        if core in _HELD and (word.det or within is not None):
            return within
        if core in _CHARGES and not word.pro:
            return self._brought(at, row)
        return self._before(at, row)

    def _blamed(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Whom somebody lays it on (حملت الحكومة المسؤولية عن، أدانت المحكمة رجلا بالتورط في): the phrase right before
        the word; who is told to be linked with it (فلان على صلة بالهجوم)."""
        linked = self.r.forms[at - 1] == "على"
        before = next((one for one in row if one.last == at - 1 - linked and not one.prep and somebody(one)), None)
        if before is None or linked:
            return before
        lays = _CONVICTS if "ب" in self.r.words[at].pro else _LAYS
        first = self.r.sentences[self.r.sentence_at[at]].first
        verbs = (one for one in range(max(first, at - _FAR), before.first) if self.r.acts[one])
        return before.root if any(self.r.words[one].core in lays for one in verbs) else None

    def _own_part(self, at: int) -> bool:
        """A word with the suffix of whoever did it; condemning is another matter (إدانته بالقتل, not إدانتها للقصف)."""
        word = self.r.words[at]
        return word.enc != "" and (word.core != _GUILT or "ب" in self.r.words[at + 1].pro)

    def _thrown_on(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """On whom the responsibility for the deed is thrown, behind it (رمي مسؤولية مقتل فلانة على مسلحين)."""
        at = candidate.first - 1
        while at > 0 and self.r.words[at].core in _BEFORE:
            at -= 1
        if self.r.words[at].core not in _RESPONSIBLE or self.r.words[at].enc:
            return None
        if not any(self.r.words[one].core in _THROWS for one in range(max(0, at - _STEPS), at)):
            return None
        behind = (one for one in row if 0 < one.first - candidate.last <= _BACK)
        return next((one for one in behind if one.prep == "على" and somebody(one)), None)

    def _answerable(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Whose responsibility for the deed is told, with words about him between (مسؤولية الخلية بقيادة فلان عن)."""
        for word in range(at, max(0, at - _FAR), -1):
            if self.r.words[word].core in _RESPONSIBLE and not self.r.words[word].enc:
                return next((one for one in row if word < one.first <= word + 2 and somebody(one)), None)
        return None

    def _brought(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Against whom a charge is brought (وجه الادعاء إلى المعتقل تهمة قتل، وجهت إليه تهمة)."""
        verb = self.clauses.previous(at)
        if verb is None or self.r.words[verb].core not in _LEVELLED:
            return None
        for one in range(verb + 1, at):
            suffix = _TO_HIM.get(self.r.forms[one])
            if suffix is not None:
                return self._meant(verb, suffix, row)
        return next((one for one in row if verb < one.first < at and one.prep in {"الى", "ل"} and somebody(one)), None)

    def _convicted(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Who was found guilty on account of the deed."""
        verb = self.clauses.previous(at)
        if verb is None or self.r.words[verb].core not in _CONVICTED:
            return None
        return next((one for one in row if one.first == verb + 1 and somebody(one)), None)

    def _judged(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Who is said to be responsible (الجماعة مسؤولة عن، تعتبرها مسؤولة عن)."""
        if self.r.forms[at + 1 : at + 2] != ["عن"]:
            return None
        verb = at - 1
        if self.r.acts[verb] and self.r.words[verb].enc:
            return self._meant(verb, self.r.words[verb].enc, row)
        return next((one for one in row if one.last == at - 1 and somebody(one)), None)

    def _named(self, at: int, row: list[Phrase]) -> Phrase | None:
        """The phrase that ends at a token, if it is the genitive of a word of blame or the object of a verb of it."""
        phrase = next((one for one in row if one.first <= at <= one.last and one.kind != "adjective"), None)
        if phrase is None or phrase.first == 0 or not somebody(phrase):
            return None
        opens = phrase.first
        for one in reversed(row):
            opens = one.first if one.last == opens - 1 and not one.prep else opens
        word = self.r.words[opens - 1]
        apart = self.r.forms[phrase.first - 1] == phrase.prep
        if phrase.prep in _LEVELS and self._accusation(phrase.first - 1 - apart):
            return phrase
        if phrase.prep in _ON and self._thrown(phrase.first - 1 - (self.r.forms[phrase.first - 1] == phrase.prep)):
            return phrase
        if word.core in _PARTS and not phrase.prep and not word.det and not word.enc:
            return phrase.root
        verb = self.clauses.previous(phrase.first)
        if verb is None or self.r.words[verb].core not in ACCUSES or phrase.prep or self.clauses.events[opens - 1]:
            return None
        if self.r.words[verb].enc:
            return self._meant(verb, self.r.words[verb].enc, row)
        return phrase if self.clauses.subject(verb) is not phrase else None

    def _accusation(self, at: int) -> bool:
        """A noun of accusing, perhaps with whose it is (اتهامات روسية لواشنطن)."""
        at -= "country" in self.r.lex[at] and self.r.words[at].core not in _ACCUSATIONS
        return self.r.words[at].core in _ACCUSATIONS

    def _thrown(self, at: int) -> bool:
        """A word of blame that is thrown on whoever follows (باللوم على, أصابع الاتهام إلى)."""
        core = self.r.words[at].core
        return core in _BLAMES or (core == "اتهام" and self.r.words[at - 1].core in _FINGERS)

    def _attributed(self, deed: int, row: list[Phrase]) -> Phrase | None:
        """Whom it is laid to by a verb behind the deed (هجوم نسبته السلطات إلى الحزب)."""
        for at in range(deed + 1, min(deed + _STEPS, len(self.r.forms))):
            if self.r.forms[at] in STOPS:
                return None
            if self.r.forms[at] in _ATTRIBUTES:
                end = at + _REACH
                return next((one for one in row if at < one.first < end and one.prep == "الى" and somebody(one)), None)
        return None

    def _before(self, at: int, row: list[Phrase]) -> Phrase | None:
        """Whoever is named before a charge: rather behind على (حكم على رجل بتهمة)."""
        near = [one for one in row if one.last < at and at - one.last <= _BACK and somebody(one)]
        upon = [one for one in near if one.prep in AGAINST]
        found = (upon or near)[-1:]
        return found[0].root if found else None

    def _meant(self, at: int, suffix: str, row: list[Phrase]) -> Phrase | None:
        """Whoever a suffix means."""
        near = [one for one in row if one.last < at and at - one.last <= _BACK and somebody(one)]
        fits = [one for one in near if meant(suffix, self.r.words[one.head].core, one)]
        upon = [one for one in fits if one.prep in AGAINST]
        found = (upon or fits)[-1:]
        return found[0].root if found else None


def somebody(phrase: Phrase) -> bool:
    """Who can do a deed: somebody's planes, too (طيران التحالف)."""
    if phrase.kind == "machine":
        return doer(phrase)
    return phrase.kind not in NO_DOERS and phrase.kind != "adjective" and not phrase.holds
