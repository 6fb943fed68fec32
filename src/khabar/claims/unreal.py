"""Nouns of deeds that nobody did: averted, feared, vowed, demanded, weighed, or aimed at by a deed told before."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RELATIVE
from khabar.claims.duties import DUTY
from khabar.claims.kinds import INCIDENTS, REPELS
from khabar.claims.particles import ANY
from khabar.claims.schemes import schemed
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import PREPOSITIONS, Reading
from khabar.text.ordered import between

_OPINIONS: Final = frozenset(("ACCUSE", "SUPPORT", "THREATEN"))
_AVERTED: Final = frozenset("منع وقف ايقاف ردع درء تجنب تجنبا تفادي تفاد تفاديا مغبة خشية تحسبا استباقا".split())
_AVOIDS: Final = frozenset("تجنب تجنبت تجنبوا يتجنب تتجنب تفادى تفادي تفادت يتفادى تتفادى".split())
"""Verbs of being spared a deed."""
_AVOIDED: Final = 7
_WOULD: Final = 9
"""Tokens between such words and the deed."""
_SHIELDS: Final = frozenset("حماية دفاع انقاذ تحذير وقاية تحصين ردع".split())
"""Nouns of keeping somebody from what follows with من or ضد."""
_SHIELDING: Final = frozenset("حمى حمي حمت يحمي تحمي يحمون وقى وقي يقي تقي حصن يحصن تحصن".split())
"""Verbs of it."""
_KINDS: Final = frozenset("الهجمات الضربات الغارات الصواريخ الاعتداءات التفجيرات".split())
_ABLE: Final = frozenset("قادر قادرة قادرون قادرين قدرة قدرت قدرته قدرتها قدرات تدريب تدريبات".split())
"""Words of being able to do, or learning, what follows."""
_KEPT: Final = 8
"""Tokens between such a word and the deed."""
_VOWS: Final = frozenset(
    "هدد هددت هددوا يهدد تهدد هددا مهددا مهددة مهددين توعد توعدت توعدوا يتوعد تتوعد متوعدا متوعدة لوح لوحت يلوح تلوح "
    "ملوحا ملوحة تعهد تعهدت تعهدوا يتعهد تتعهد متعهدا متعهدة تهديد تهديدا تهديدات تهديداته تهديداتها توعده توعدها وعيد "
    "تلويح تلويحه تلويحها تعهدات".split()
)
"""Words of threatening and vowing: what is threatened with ب is no event."""
_VOWED: Final = 12
"""Tokens between such a word and what is threatened."""
_IN: Final = frozenset(("في", "خلال"))
_SPEECHES: Final = frozenset("كلمة بيان تصريح تصريحات خطاب رسالة تسجيل مقابلة حديث مؤتمر مقطع خطبة تغريدة".split())
"""Where a threat is uttered, between its verb and what is threatened."""
_BY_DOING: Final = frozenset("بشن بفرض بتشديد باتخاذ بتنفيذ بتوجيه بتوسيع".split())
"""By launching, imposing and the like: nouns of doing before the deed, their preposition not always cut off."""
_AIMS: Final = frozenset("هدف غية غرض قصد".split())
_MEANS: Final = frozenset("تعني يعني تعتبر يعتبر تعد يعد تمثل يمثل تشكل يشكل".split())
_ASKED: Final = 12
"""Tokens behind a demand within which what it asks for stands."""
_SUSPENDS: Final = frozenset("علق علقت علقوا يعلق تعلق اوقف اوقفت اوقفوا يوقف توقف جمد جمدت يجمد تجمد تعليق".split())
"""Words of suspending: their object is no deed (علقت الجماعة هجماتها)."""
_SUSPENDED: Final = 6
"""Tokens between such a word and its object."""
_BROKEN: Final = PUNCTUATION | PREPOSITIONS | RELATIVE | {"ان"}
_STOPS: Final = frozenset((".", "؛", ":", "ان", "بعد", "على", "في"))
_BARS: Final = _STOPS - {"على", "ان"}
_WARNS: Final = frozenset(
    "حذر حذرت حذروا حذرنا يحذر تحذر يحذرون نحذر محذرا محذرة محذرين محذرون تحذير تحذيرا تحذيرات تحذيراته تحذيراتها "
    "تحذيره تحذيرها مخاوف مخاوفه مخاوفها تخوف تخوفا تخوفات تخوفه تخوفها خشية خشيته خشيتها خوفا خوف قلق قلقه قلقها "
    "قلقهم خشي خشيت يخشي يخشى تخشي تخشى يخشون نخشى تخوفت يتخوف تتخوف يتخوفون متخوفا متخوفة متخوفين يخاف تخاف يخافون "
    "هواجس هاجس".split()
)
"""Words of warning and fear: what follows them with من has not been done, or is only spoken of."""
_THAT: Final = frozenset((*"ان بان وان قبل ضد على عن من مع عند".split(), ":", ".", "\n"))
_RULES_OUT: Final = frozenset("يستبعد تستبعد يستبعدوا نستبعد استبعد".split())
_NOT: Final = frozenset("لا لم ولا ولم".split())
_RULED_OUT: Final = 9
_SO_THAT: Final = frozenset(("ان", "بان", "الا"))
_ENDS: Final = frozenset((".", "؛", ":", "ان", "بعد", "من"))
_TURNS: Final = frozenset("وقوع حدوث تنفيذ شن تصاعد تصعيد استمرار تكرار تجدد عودة تزايد اندلاع اي احتمال خطر".split())
"""Nouns between that preposition and the deed."""
_THAT_OR_QUOTES_OPEN: Final = _THAT | QUOTES_OPEN
_RELATIVE_OR_STOPS: Final = RELATIVE | _STOPS
_RELATIVE_OR_ENDS: Final = RELATIVE | _ENDS
_STOPS_OR_OF_CAUSE: Final = _STOPS | OF_CAUSE


class Unreal:
    """Tells which nouns name no deed that was done."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def holds(self, candidate: Candidate, told: list[Candidate]) -> bool:
        """What was averted (خشية هجوم), or aimed at by a deed told before it (شنت هجوما لاستعادة البلدة)."""
        before, own = self.r.words[candidate.first - 1], self.r.words[candidate.first].pro
        if candidate.first and (before.core in _AVERTED or (before.core in _AIMS and "ب" in before.pro)):
            return True
        if candidate.pos == "n" and candidate.type in _OPINIONS and before.core == "عدم":
            return True  # لعدم إدانتها الغزو
        if candidate.first and self._any(candidate.first):
            return True
        if self._avoided(candidate.first) or self._would(candidate.first):
            return True
        if candidate.type == "ASSAULT" and (self._suspended(candidate) or self._each(candidate.first)):
            return True
        if (
            self._vowed(candidate)
            or self._weighed(candidate)
            or self.wanted(candidate, told)
            or self._warned(candidate)
        ):
            return True
        if ("ل" in own and candidate.id in REPELS) or self._feared(candidate):
            return True
        last = told[-1] if told else None
        if self.ordered(candidate, told):
            return True
        if schemed(self.r, candidate, asked=last is not None and self._asking(last, candidate)):
            return True
        if last is None or last.sentence != candidate.sentence:
            return False
        if candidate.light is not None and candidate.light.first > last.first:
            return False
        if "ل" not in own or last.type not in INCIDENTS or candidate.type not in {"COERCE", "MOBILIZE"}:
            return False
        return not any(self.r.acts[at] for at in range(last.last + 1, candidate.first))

    def _avoided(self, first: int) -> bool:
        """Somebody has been spared it (تجنبت البلاد انتفاضة مماثلة)."""
        for at in range(first - 1, max(-1, first - _AVOIDED), -1):
            if self.r.acts[at]:
                return self.r.words[at].core in _AVOIDS
            if self.r.forms[at] in _STOPS or "ب" in self.r.words[at].pro:
                return False
        return False

    def _would(self, first: int) -> bool:
        """It is told what it would bring (من شأن التوصل إلى هدنة تخفيف الحصار)."""
        forms = self.r.forms
        for at in range(first - 1, max(0, first - _WOULD), -1):
            if forms[at] in PUNCTUATION:
                return False
            if forms[at - 1] == "من" and self.r.words[at].core.startswith("شان"):
                return True
        return False

    def _any(self, at: int) -> bool:
        """Whatever deed of its kind may come, of which something is said (إن أي تدخل مرفوض), or that somebody does not
        rule out (لم يستبعد شن عملية)."""
        forms = self.r.forms
        if forms[at - 1] in ANY:
            return at == 1 or forms[at - 2] in _THAT_OR_QUOTES_OPEN
        if not between(self.r.tokens.among(_RULES_OUT), max(0, at - _RULED_OUT), at):
            return False
        return any(
            forms[one] in _RULES_OUT and self.r.words[one - 1].form in _NOT
            for one in range(at - 1, max(-1, at - 1 - _RULED_OUT), -1)
        )

    def _each(self, at: int) -> bool:
        """Whatever deed of its kind is to come (قتل رهينة مقابل كل قصف)."""
        return self.r.forms[at - 1] == "كل" and self.r.forms[at - 2] in {"مقابل", "عند", "مع"}

    def _suspended(self, candidate: Candidate) -> bool:
        """The object of a word of suspending: a deed of its subject, or one that both know."""
        word = self.r.words[candidate.first]
        if candidate.pos != "n" or word.pro or not (word.det or self.r.words[candidate.last].enc or word.enc):
            return False
        for at in range(candidate.first - 1, max(-1, candidate.first - 1 - _SUSPENDED), -1):
            if self.r.core(at) in _SUSPENDS:
                return True
            if self.r.acts[at] or self.r.prep(at) or self.r.forms[at] in _BROKEN:
                return False
        return False

    def _vowed(self, candidate: Candidate) -> bool:
        """The content of a threat or a vow (هددت بتوجيه ضربات)."""
        light = candidate.light
        head = light.first if light is not None and light.last == candidate.first - 1 else candidate.first
        if self.r.forms[head - 1] == "من" and self.r.core(head - 2) == "مزيد":
            head -= 2
        if self.r.forms[head - 1] in _BY_DOING:
            head -= 1
        elif self.r.forms[head] not in _BY_DOING and "ب" not in self.r.words[head].pro:
            return False
        for at in range(head - 1, max(-1, head - 1 - _VOWED), -1):
            if self.r.core(at) in _VOWS:
                return True
            if at in self.r.time_tokens or at + 1 in self.r.time_tokens:
                continue
            if self.r.forms[at] in _IN and self.r.core(at + 1) in _SPEECHES:
                continue
            if self.r.acts[at] or self.r.forms[at] in _RELATIVE_OR_STOPS:
                return False
        return False

    def _warned(self, candidate: Candidate) -> bool:
        """What somebody warns of or is afraid of (حذر مراقبون مرارا من هجمات), unless a clause goes on to tell it."""
        if candidate.type != "ASSAULT" or self.r.core(candidate.last + 1) in RELATIVE:
            return False
        at = candidate.first - 1
        while at > 0 and (self.r.core(at) in _TURNS or self.r.forms[at] in QUOTES_OPEN):
            at -= 1
        if self.r.forms[at] != "من":
            return False
        start = max(self.r.sentences[candidate.sentence].first, at - _KEPT)
        for before in range(at - 1, start - 1, -1):
            if self.r.core(before) in _WARNS:
                return True
            if self.r.acts[before] or self.r.forms[before] in _RELATIVE_OR_ENDS:
                return False
        return False

    def _feared(self, candidate: Candidate) -> bool:
        """What somebody is to be kept from (الدفاع عنهم ضد هجوم), or is able to do (قادرة على القيام بتفجيرات)."""
        first, forms = candidate.first, self.r.forms
        if candidate.type != "ASSAULT" or suffers(candidate):
            return False
        if self.r.words[first].det:
            return self._warded(candidate)
        start = max(self.r.sentences[candidate.sentence].first, first - _KEPT)
        kept = forms[first - 1] in {"من", "ضد"}
        for at in range(first - 1, start - 1, -1):
            if kept and self.r.acts[at] and self.r.words[at].core in _SHIELDING:
                return True
            if self.r.acts[at] or forms[at] in _BARS:
                return False
            if kept and self.r.core(at) in _SHIELDS and (not self.r.words[at].det or self.r.words[at].pro):
                return True
            if not kept and self.r.core(at) in _ABLE:
                return True
        return False

    def _warded(self, candidate: Candidate) -> bool:
        """Attacks of a kind that something is a shield against (منظومة للدفاع ضد الهجمات الصاروخية)."""
        first, forms = candidate.first, self.r.forms
        if forms[first] not in _KINDS or forms[first - 1] not in {"من", "ضد"} or forms[candidate.last + 1] in RELATIVE:
            return False
        return self.r.core(first - 2) in _SHIELDS

    def ordered(self, candidate: Candidate, told: list[Candidate]) -> bool:
        """The verb behind "that" of a demand told right before it (روسيا يجب أن تسحب قواتها)."""
        last = told[-1] if told else None
        if last is None or last.type != "REQUEST" or last.sentence != candidate.sentence:
            return False
        duty = candidate.pos == "n" and last.id == DUTY
        if not (duty or candidate.form == "impf") or not 0 < candidate.first - last.last <= _ASKED:
            return False
        first, forms = candidate.first, self.r.forms
        if not duty and not any(forms[at] in _SO_THAT for at in range(last.first, first)):
            return False
        return not any(self.r.acts[at] or forms[at] in PUNCTUATION for at in range(last.last + 1, first))

    def _asking(self, last: Candidate, candidate: Candidate) -> bool:
        """The claim before it asks for something, and no other clause begins between."""
        if last.type != "REQUEST" or last.sentence != candidate.sentence or candidate.first - last.last > _ASKED:
            return False
        return not any(
            self.r.acts[at] or self.r.forms[at] in RELATIVE or self.r.forms[at] == "ان"
            for at in range(last.last + 1, candidate.first)
        )

    def wanted(self, candidate: Candidate, told: list[Candidate]) -> bool:
        """What a demand told right before it asks for (طالبت باعتقال الجناة، دعت إلى وقف فوري للقصف)."""
        verb = told[-1] if told else None
        if verb is None or verb.sentence != candidate.sentence or verb.type != "REQUEST":
            return False
        if candidate.type == "PROTEST":
            return False
        first = candidate.first
        aside = self.r.forms[verb.last + 1 : first].count("،") > 1
        far = _ASKED + aside * _ASKED
        if first - verb.last > far or any(self.r.core(candidate.last + step) in RELATIVE for step in (1, 2)):
            return False
        asked = [at for at in range(verb.last + 1, first + 1) if self._asks(at, first)]
        return bool(asked) and not any(
            self.r.acts[at] or self.r.forms[at] in _STOPS_OR_OF_CAUSE
            for at in range(asked[0] if asked else first, first)
        )

    def _asks(self, at: int, first: int) -> bool:
        """A preposition that brings in what is asked for (طالبت ب, دعت الى), or the word of the deed with it."""
        word = self.r.words[at]
        return self.r.forms[at] == "الى" or ("ب" in word.pro and (at == first or not word.det))

    def _weighed(self, candidate: Candidate) -> bool:
        """What it would mean (تعني السيطرة على الممر) is weighed, or how it ended is only expected."""
        return bool(self.r.words[candidate.first].det) and self.r.core(candidate.first - 1) in _MEANS
