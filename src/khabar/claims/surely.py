"""Nouns of deeds that their clause tells as done: what a verb of success or carrying out governs, what is announced,
what a relative clause or a result goes on to tell of."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, RESULT
from khabar.claims.kinds import DEEDS, HARM, INCIDENTS, SOMEBODY, VERBAL_TYPES
from khabar.claims.resolved import RESOLVED, resolved
from khabar.lexicon.found import Mark
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_DONE: Final[dict[str, frozenset[str]]] = {
    "light.succeed": frozenset(("من", "في", "")),
    "light.undertake": frozenset(("ب",)),
    "light.dare": frozenset(("على",)),
    "light.resort": frozenset(("الى", "")),
    "light.be-done": frozenset(("",)),
    "light.come-about": frozenset(("",)),
    "light.exercise": frozenset(("",)),
    "light.attempt": frozenset(("",)),
    "light.go-on": frozenset(("", "في")),
    "light.start-off": frozenset(("",)),
    "light.take-place": frozenset(("",)),
    "light.conduct": frozenset(("",)),
    "light.begin": frozenset(("", "ب", "في")),
    "light.begin-on": frozenset(("", "ب", "في")),
    "light.take-initiative": frozenset(("ب", "الى")),
    "light.be-exposed": frozenset(("ل",)),
    "light.impose": frozenset(("",)),
    "light.plan": frozenset(("", "ل")),
}
"""Verbs that carry a deed done, and the prepositions by which they govern its noun."""
_PAST: Final = frozenset(("light.impose",))
"""Those of them that carry one in the perfect alone (فرضت عقوبات, not يفرض or فرض)."""
_AGAIN: Final = frozenset("اعاد اعادت اعادوا معيدا معيدة قرر قررت قرروا اقر اقرت اعلن اعلنت اعلنوا".split())
"""Verbs right before the noun of such a verb (أعادت فرض عقوبات)."""
_TIES: Final = frozenset(("من", "الى", "على", "عن", "مع"))
_ANNOUNCES: Final = frozenset(
    "اعلن اعلنت اعلنوا اكد اكدت اكدوا كشف كشفت كشفوا افاد افادت افادوا ذكر ذكرت اورد اوردت نقل نقلت تناقل تناقلت "
    "رصد رصدت وثق وثقت سجل سجلت بث بثت نشر نشرت اشار اشارت تشير يعلن تعلن يؤكد تؤكد "
    "يظهر تظهر اظهر اظهرت يوثق توثق يصور تصور زعم زعمت زعموا يزعم تزعم ادعى ادعي ادعت ادعوا يدعي تدعي".split()
)
"""Verbs that announce an event as their object."""
_MANAGES: Final = frozenset("تمكن تمكنت تمكنوا نجح نجحت نجحوا شرع شرعت".split())
_ORDERS: Final = frozenset(
    "قام قامت قاموا امر امرت وجه وجهت قرر قررت بدا بدات باشر باشرت واصل واصلت يواصل تواصل استانف استانفت تولى "
    "تولت".split()
)
"""Verbs of ordering and beginning a deed, whose noun is done by it."""
_SHARED: Final = frozenset("شارك شاركت شاركوا ساهم ساهمت ساهموا اسهم اسهمت اسهموا".split())
"""Verbs of taking part in a deed, behind في."""
_INTENDS: Final = frozenset("اعتزم اعتزمت يعتزم تعتزم يعتزمون ينوي تنوي ينوون نوى نوت".split())
"""Verbs of intending one, which is planned."""
_IMPOSED: Final = frozenset(("مفروض", "مفروضة"))
_RESULTS: Final = (RESULT | {"طال", "طالت"}) - {"سقط", "سقوط", "مقتل"}
"""Verbs of what came of an attack."""
_SINCE: Final = frozenset("بعد منذ عقب اثر غداة شهد شهدت كذلك كذا".split())
"""Words before what somebody suffered, told as a past event."""
_ENDS: Final = frozenset((".", "؛", ":", "\n", "ان", "بان", "انه", "انها", "التي", "الذي", "الذين"))
_REACH: Final = 14
_LAID: Final = frozenset(("ASSAULT", "COERCE", "AID"))
_CHARGES: Final = ("تورط", "متورط", "ضلوع", "ضالع", "تواطؤ", "تهمة", "اتهام", "مسؤول", "مسئول")
"""Beginnings of words of charge and blame before what somebody is charged with."""
_UNSETTLED: Final = frozenset("تحديد محاسبة ملاحقة تقديم معاقبة كشف معرفة يشتبه يستبعد ادلة دليل".split())
"""Words before them where nobody is charged yet."""
_SUPPOSED: Final = 12
_IF: Final = frozenset("اذا لو نادرا".split())
"""Words before a verb that leave open whether anything was done."""
_ANY: Final = frozenset("اي اية باي باية لاي لاية".split())
"""Words before the noun that carries a deed: any of its kind (أي خطط لسحب القوات)."""
_NOT: Final = frozenset("لا لم لن ولا ولم ولن".split())
_ANSWERS: Final = frozenset(("ردا", "ردها", "رده"))
_ADOPTS: Final = frozenset("تبنى تبني تبنت تبنوا يتبنى يتبني تتبنى تتبني".split())
"""Verbs of those who claim a deed as their own."""
_IS_DONE: Final = frozenset(("تم", "تمت"))
_NEAR: Final = 6
_SERIES: Final = 24
"""Tokens between two deeds of one verb (تمكنت من ضبط سيارات ... وتدمير نفق)."""
_FACTS: Final = frozenset("بعد بسبب رغم عقب اثر".split())
"""Prepositions before a deed that is told as a fact."""
_COMPLEMENTS: Final = frozenset(("عن", "من"))
"""Prepositions by which a noun with the article tells of a deed (بعد الإفراج عن)."""
_WAR: Final = "assault.war.noun"
"""Entry of wars, which are told for what they cost."""
_HOLDS: Final = frozenset(("light.begin", "light.go-on", "light.start-off", "light.take-place", "light.conduct"))
"""Verbs that talks are held or go on by."""
_COUNTED: Final = "assault.casualties"
"""Entry of the dead and wounded, whom no verb carries (تم نقل عشرين جريحا)."""
_NOT_OR_IF: Final = _NOT | _IF


class Surely:
    """Tells which nouns name a deed that was done."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def why(self, candidate: Candidate, standing: str, last: Candidate | None) -> str:
        """``relative``, ``result``, ``done``, ``joined``, ``behind``, ``announced``, ``laid``, ``answered``, ``since``,
        or empty. ``standing``: how what somebody suffered stands in its clause
        (:meth:`khabar.claims.aftermath.Aftermath.standing`); ``last``: the claim before it in its sentence."""
        if candidate.pos != "n" or candidate.alone or candidate.type in VERBAL_TYPES:
            return ""
        if candidate.type == "CONSULT":
            return "done" if self._held(candidate) else ""
        if self.r.words[candidate.first].det or candidate.form == "phrase" or candidate.id == _WAR:
            if self._related(candidate):
                return "relative"
            if self._resulted(candidate):
                return "result"
        caused = standing and last is None and self._by_arm(candidate)
        if self._done(candidate) or resolved(self.r, candidate) or caused:
            return "done"
        if self._joined(candidate, last):
            return "joined"
        if candidate.type in INCIDENTS and (self._told(candidate, last) or self._adopted(candidate)):
            return "told"
        if candidate.type in DEEDS and self._behind(candidate):
            return "behind"
        word = self.r.words[candidate.first]
        if word.det or word.enc or standing in {"caused", "outcome"}:
            return ""
        if self.announced(candidate.first):
            return "announced"
        if candidate.type in _LAID and self._laid(candidate):
            return "laid"
        if candidate.type in HARM and self._answered(candidate):
            return "answered"
        return "since" if standing == "free" and self.r.words[candidate.first - 1].core in _SINCE else ""

    def _told(self, candidate: Candidate, last: Candidate | None) -> bool:
        """The verb of a phrase with a gap is a perfect that nothing denies and no claim tells of (نقلوا آليات)."""
        verb = -1 if candidate.head is None else candidate.head[0]
        if verb < 0 or (last is not None and last.first >= verb):
            return False
        if not self.r.acts[verb] or self.r.forms[verb - 1] in _NOT_OR_IF:
            return False
        return any(sense.tag.startswith("perf") for sense in self.r.words[verb].senses)

    def _adopted(self, candidate: Candidate) -> bool:
        """Somebody claims it as his own (تبنى التنظيم العملية)."""
        forms, sentence = self.r.forms, self.r.sentences[candidate.sentence]
        for at in range(candidate.first - 1, max(sentence.first - 1, candidate.first - _REACH), -1):
            if self.r.acts[at]:
                return self.r.words[at].core in _ADOPTS and (at == 0 or forms[at - 1] not in _NOT)
            if forms[at] in _ENDS:
                return False
        return False

    def _behind(self, candidate: Candidate) -> bool:
        """Something else happened because of it or after it (بعد تفجير مسجد، بسبب محاصرة القوات للشوارع); leaving a
        treaty is told of so again and again."""
        word = self.r.words[candidate.first]
        after = self.r.forms[candidate.last + 1 : candidate.last + 2]
        held = word.det and not (candidate.type in RESOLVED and after and after[0] in _COMPLEMENTS)
        if held or word.pro or candidate.frame == "undergo" or candidate.mode == "sever":
            return False
        return self.r.forms[candidate.first - 1] in _FACTS

    def _joined(self, candidate: Candidate, last: Candidate | None) -> bool:
        """It goes on from the deed told before it (قصف المستشفيات وحصارها)."""
        if last is None or last.pos != "n" or candidate.first - last.last > _SERIES:
            return False
        if candidate.type not in HARM or last.type not in HARM or candidate.frame != "act":
            return False
        word = self.r.words[candidate.first]
        if word.pro[:1] != "و":
            return False
        if candidate.first - last.last > _NEAR and (
            word.det or word.enc or not (self._done(last) or self.ordered(last.first))
        ):
            return False
        return not any(self.r.acts[at] or self.r.forms[at] in _ENDS for at in range(last.last + 1, candidate.first))

    def _laid(self, candidate: Candidate) -> bool:
        """Somebody is charged with it or answers for it (مسؤول عن اغتيال القائد، بتهمة قتل ضابط)."""
        first, words = candidate.first, self.r.words
        for at in range(first - 1, max(-1, first - 4), -1):
            if words[at].core.startswith(_CHARGES) and "place" not in self.r.lex[at]:
                return words[at - 1].core not in _UNSETTLED
            if self.r.acts[at] or self.r.forms[at] in PUNCTUATION:
                return False
        return False

    def _answered(self, candidate: Candidate) -> bool:
        """Somebody answers it (ردا على إطلاق صواريخ), or it was attempted (في محاولة اغتيال)."""
        first, words = candidate.first, self.r.words
        if words[first - 1].core == "محاولة":
            return not words[first - 1].det
        return self.r.forms[first - 1] == "على" and words[first - 2].core in _ANSWERS

    def announced(self, first: int) -> bool:
        """It is what a verb of announcing announces (أعلنت القيادة عن توقيف ستة)."""
        words = self.r.words
        prep = self.r.prep(first)
        if prep not in {"", "عن", "ب", "الى"}:
            return False
        for at in range(first - 1, max(-1, first - _REACH), -1):
            if self.r.acts[at]:
                return words[at].core in _ANNOUNCES
            tied = words[at].pro in {"ب", "ل"} and words[at].core != "اسم"
            tied = tied or (self.r.forms[at] in _TIES and at != first - 1)
            if (tied and not self._named(at)) or self.r.forms[at] in _ENDS:
                return False
        return False

    def undertaken(self, candidate: Candidate) -> bool:
        """A verb in the perfect carries it (نفذ الطيران إنزالا للمساعدات)."""
        light = candidate.light
        if light is None or not light.first < candidate.first or not self.r.acts[light.first] or self._open(light):
            return False
        word = self.r.words[light.first]
        if "س" in word.pro or word.core in _IS_DONE:
            return True
        return "ل" not in word.pro and not word.core.startswith(("ي", "ت"))

    def ordered(self, first: int) -> bool:
        """Somebody orders or begins it (أمر الملك بتخصيص مئة مليون)."""
        prep = self.r.prep(first)
        if prep not in {"", "ب", "من", "في"}:
            return False
        start = max(self.r.sentences[self.r.sentence_at[first]].first, first - _REACH)
        verb = next((at for at in range(first - 1, start - 1, -1) if self.r.acts[at]), -1)
        if verb < 0:
            return False
        core = self.r.words[verb].core
        if prep in {"من", "في"}:
            return core in _MANAGES or (prep == "في" and core in _SHARED)
        return core in _ORDERS or (not prep and core in _INTENDS)

    def _named(self, at: int) -> bool:
        """It stands within a name (المرصد السوري لحقوق الإنسان)."""
        for before in range(max(0, at - _NEAR), at):
            for kind, found in self.r.lex[before].items():
                if kind in SOMEBODY and found.last >= at:
                    return True
        return False

    def _related(self, candidate: Candidate) -> bool:
        """A relative clause goes on from it (الحملة التي شنتها القوات), in the words of its entry perhaps."""
        if any(
            self.r.forms[at] in RELATIVE or self.r.words[at].core in _IMPOSED
            for at in range(candidate.first + 1, candidate.last + 1)
        ):
            return True
        after = self._end(candidate)
        return after < len(self.r.words) and self.r.words[after].form in RELATIVE

    def _resulted(self, candidate: Candidate) -> bool:
        """A verb tells what came of it (إن الغارة أدت إلى مقتل ضابط، وتسبب القصف بدمار)."""
        if (candidate.type != "ASSAULT" and candidate.mode != "cyber") or candidate.frame == "undergo":
            return False
        words, before, after = self.r.words, candidate.first - 1, self._end(candidate)
        if self.r.acts[before] and words[before].core in _RESULTS:
            return True
        return after < len(words) and self.r.acts[after] and words[after].core in _RESULTS and not words[after].pro

    def _by_arm(self, candidate: Candidate) -> bool:
        """An arm is the subject of the verb of result (تسبب لغم بمقتل راعيين)."""
        first = candidate.first
        start = max(self.r.sentences[candidate.sentence].first, first - _REACH)
        verb = next((at for at in range(first - 1, start - 1, -1) if self.r.words[at].core in _RESULTS), -1)
        return verb >= 0 and "weapon" in self.r.lex[verb + 1] and not self.r.words[verb + 1].pro

    def _end(self, candidate: Candidate) -> int:
        """The token after it and its adjectives."""
        at, words = candidate.last + 1, self.r.words
        plain = candidate.id == _WAR and not words[candidate.first].det
        while at < len(words) and (words[at].det or plain) and not words[at].pro and words[at].cls == "j":
            at += 1
        return at

    def _open(self, light: Mark) -> bool:
        """It is only supposed (إذا لم يتم), rare, not done at all (لا تستطيع), or the beginning that something else is
        dated from (منذ بدء)."""
        first = light.first
        if self.r.forms[first - 1] in _NOT:
            return True
        start = max(self.r.sentences[self.r.sentence_at[first]].first, first - _SUPPOSED)
        if self.r.forms[first - 1] == "منذ":
            return True
        return any(self.r.forms[at] in _IF for at in range(start, first))

    def _held(self, candidate: Candidate) -> bool:
        """Talks that a verb tells of (يجري وفد مباحثات, بدأت مناقشة), not its noun (جهود لبدء محادثات) or a wish."""
        light = candidate.light
        if light is None or light.sense.id not in _HOLDS or not self.r.acts[light.first]:
            return False
        return self.r.forms[light.first - 1] != "ان" and self._done(candidate)

    def _owned(self, light: Mark, first: int) -> bool:
        """The object of the verb is the noun before it, not the noun itself (حاولوا استغلال الهدنة)."""
        words, before = self.r.words, first - 1
        if not words[first].det or before <= light.last or words[before].det or words[before].pro:
            return False
        return words[before].cls == "n" and not words[before].enc and not self.r.acts[before]

    def _dated(self, at: int) -> bool:
        """A dash or comma on either side of a date (فرضت واشنطن -اليوم الأربعاء- عقوبات)."""
        return at + 1 in self.r.time_tokens or at - 1 in self.r.time_tokens

    def _past(self, verb: int) -> bool:
        """A perfect that can be no noun (فرضت, فرضوا), or the noun behind one (أعادت فرض)."""
        words = self.r.words
        if words[verb].core.endswith(("ت", "وا")):
            return True
        before = verb - 2 if self.r.forms[verb - 1] == "عن" else verb - 1
        return words[before].core in _AGAIN

    def _done(self, candidate: Candidate) -> bool:
        """A verb that carries a deed done governs it (تمكنوا من استعادة البلدة)."""
        light = candidate.light
        if light is None or light.first > candidate.first or light.sense.id not in _DONE:
            return False
        if candidate.id == _COUNTED:
            return False
        if light.sense.id in _PAST and not self._past(light.first):
            return False
        first, words = candidate.first, self.r.words
        if words[first].pro[:1] == "و" or self.r.forms[light.first - 1] in _ANY:
            return False
        prep = self.r.prep(first)
        if prep not in _DONE[light.sense.id] or self._open(light):
            return False
        if not prep and self._owned(light, first):
            return False
        low, high = light.last + 1, first - (prep not in {"", "ب", "ل"})
        if any(self.r.forms[at] in PUNCTUATION and not prep and not self._dated(at) for at in range(low, high)):
            return False
        return bool(prep) or not any(self.r.forms[at] in _TIES or words[at].pro for at in range(low, high))
