"""Who carried out the event that a noun tells of, where a relative clause, an ascription or an accusation says so."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.cases import nominal
from khabar.claims.clauses import OF_CAUSE, STOPS, THAT, Clauses, bare
from khabar.claims.culprits import Culprits
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import HARM
from khabar.claims.laid import blamed, laid
from khabar.lexicon.words import THIRD, Word
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import ANNOUNCING, DOING
from khabar.mentions.reading import DEMONSTRATIVES, FIRE, Reading
from khabar.text.ordered import between

_PAUSES: Final = frozenset("،,()")
_OF_THINGS: Final = THIRD - {"هم"}
_IN_IT: Final = frozenset(("به", "بها", "بهما"))
_UNDERGONE: Final = frozenset(
    "شهدت تشهد شهد يشهد عرفت عرف عاشت عاش تعيش وصفت وصف تصف اعتبرت اعتبر تعتبر ادانت ادان تدين استنكرت استنكر "
    "انتقدت انتقد رفضت رفض ايدت ايد دعمت دعم باركت خلفت خلف تصنف صنفت واجهت تواجه استضافت تستضيف سمت تسمي".split()
)
"""Verbs whose subject did not carry out what their suffix stands for (أحداث شهدتها البلاد)."""
_FAR: Final = 12
_ASCRIBES: Final = frozenset("نسب نسبت ينسب تنسب نسبوا نسبته نسبتها منسوب منسوبة عزا عزت".split())
_ACCUSES: Final = frozenset(
    "اتهم اتهمت اتهموا يتهم تتهم يتهمون متهما متهمة متهمين اتهام اتهامات المتهم المتهمة تورط ضلوع".split()
)
_LATE: Final = 8
"""Tokens behind a verb within which its subject begins."""
_OF_MACHINES: Final = frozenset(("interception", "destruction"))
"""Modes of deeds done to what somebody else fired (تدمير مسيرة أطلقها الحوثيون)."""
_REACH: Final = 7
"""Tokens after an event noun within which a verb takes it up."""
_STOPS_OR_THAT_OR_PAUSES: Final = STOPS | THAT | _PAUSES


class Doers:
    """Finds doers among the phrases of a sentence. ``verbs``: tokens known as verbs; ``lights``: tokens of light verbs
    in the active; ``cues``: tokens of reporting cues."""

    def __init__(self, reading: Reading, clauses: Clauses, verbs: set[int], lights: set[int], cues: set[int]) -> None:
        self.r = reading
        self.clauses = clauses
        self.verbs = verbs
        self.lights = lights
        self.cues = cues
        self._carrying = sorted(lights)
        self._ascribing = reading.tokens.cores(_ASCRIBES)
        self.culprits = Culprits(reading, clauses)
        self.charging = False
        """Whether the doer found last is charged with the deed: then no subject of a verb that carries it did it."""

    def of(self, candidate: Candidate, last: int, row: list[Phrase]) -> Phrase | None:
        """Who did what an event noun that ends at token ``last`` tells of, where a clause says so."""
        culprit = self.culprits.of(candidate, row)
        self.charging = culprit is not None
        return (
            culprit
            or self._laid_on(candidate, row)
            or self._planted(candidate, row)
            or self.carried_out(last, row, candidate.type == "ASSAULT" and candidate.mode not in _OF_MACHINES)
            or self._thought(last, row)
            or self._ascribed(candidate, row)
            or self._doing(candidate, row)
        )

    def charged(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who is accused of a deed that و joins to another, its noun spelt as its verb is (اتهم الجيش المسلحين بخطف
        مدنيين وقتل جنود)."""
        before = self.clauses.previous(candidate.first)
        if before is None or self.r.words[before].core not in _ACCUSES or candidate.type not in HARM:
            return None
        if self.r.words[candidate.first].pro != "و" or not nominal(self.r, candidate):
            return None
        return (
            self.culprits.accused(candidate.first, row)
            if any("ب" in self.r.words[at].pro for at in range(before + 1, candidate.first))
            else None
        )

    def behind(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who stands behind what somebody suffered: the doer of the event or the weapon named after it (قتل في غارة
        أميركية، بعبوة زرعها التنظيم، بمسيرة تركية)."""
        planted = self._planted(candidate, row)
        if planted is not None:
            return planted
        end = self.clauses.end(candidate.last)
        for one in row:
            flown = one.kind == "machine" and one.prep == "ب" and one.country is not None
            if flown and candidate.last < one.first < end and candidate.type == "ASSAULT":
                return one
        for at in range(candidate.last + 1, end):
            if not self._causes(at):
                continue
            doer = self.carried_out(at, row)
            if doer is None:
                doer = next((one for one in row if at < one.first <= at + 2 and self._owns(at, one)), None)
            if doer is not None:
                return doer
        return None

    def _laid_on(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """On whom the clause behind the deed lays it."""
        if candidate.type not in HARM:
            return None
        found = laid(self.r, candidate.last)
        return blamed(self.r, found, row) if found is not None else None

    def _planted(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Who planted what went off (انفجار لغم أرضي، زرعه مسلحون)."""
        if not self.r.planted or candidate.type != "ASSAULT":
            return None
        for at in range(candidate.first, min(candidate.last + _FAR, len(self.r.forms))):
            if self.r.forms[at] in STOPS:
                return None
            if at in self.r.planted:
                return next((one for one in row if at < one.first <= at + 2 and bare(one)), None)
        return None

    def carried_out(self, last: int, row: list[Phrase], fires: bool = False) -> Phrase | None:
        """Who carried an event out, in a relative clause that takes it up (هجوم شنه مسلحون، قصف نفذته طائرات), or, of
        what is done by firing, the weapon (سقوط قذائف أطلقها مسلحون)."""
        forms, words = self.r.forms, self.r.words
        while self.clauses.events[last + 1] and words[last + 1].pro == "و":  # اعتراض وتدمير طائرتين
            last += 1
        for at in range(last + 1, min(last + _REACH, len(forms))):
            if forms[at] in _STOPS_OR_THAT_OR_PAUSES:
                return None
            behind = at in self.lights and at + 1 < len(forms) and forms[at + 1] in _IN_IT
            taken_up = behind or (words[at].enc in _OF_THINGS and not words[at].pro and not words[at].det)
            if self.clauses.acting[at] or (taken_up and _can_act(words[at])):
                if not taken_up or at in self.cues or words[at].core in _UNDERGONE:
                    return None
                if self._other(last, at) or (
                    self._between(last, at, row) and (at not in self.lights or self._full(last, row, fires))
                ):
                    return None
                return self._subject(at, row)
        return None

    def _subject(self, verb: int, row: list[Phrase]) -> Phrase | None:
        """The subject of the verb that takes an event up: right behind it, or behind where and when it was (هجوم شنه من
        الجبل مسلحون)."""
        found = next((one for one in row if verb < one.first <= verb + _LATE and bare(one)), None)
        if found is None or found.first <= verb + 3:
            return found
        after = any(self.r.acts[at] or self.r.forms[at] in STOPS for at in range(verb + 1, found.first))
        return None if after or found.kind in NO_DOERS else found

    def _thought(self, last: int, row: list[Phrase]) -> Phrase | None:
        """Who is thought to have carried an event out (قصف يعتقد أن طائرة أمريكية نفذته)."""
        end = min(last + _FAR, len(self.r.forms))
        if not between(self._carrying, last + 1, end):
            return None
        for at in range(last + 1, end):
            if self.r.forms[at] in STOPS:
                return None
            if at in self.lights and self.r.words[at].enc in _OF_THINGS:
                doer = next((one for one in row if last < one.first and one.last == at - 1 and bare(one)), None)
                return doer if doer is not None and self.r.forms[doer.first - 1] in THAT else None
        return None

    def _ascribed(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """To whom an event is ascribed (نسبت الشرطة الهجوم إلى الحزب)."""
        sentence = self.r.sentences[candidate.sentence]
        low, high = max(sentence.first, candidate.first - _FAR), min(sentence.last, candidate.last + _FAR)
        for at in self._ascribing:
            if low <= at < high and not candidate.first <= at <= candidate.last:
                start = max(at, candidate.last)
                return next((one for one in row if start < one.first <= start + _FAR and one.prep == "الى"), None)
        return None

    def _doing(self, candidate: Candidate, row: list[Phrase]) -> Phrase | None:
        """Whose doing it is by the noun or the accusation before it (دور الجيش في القضاء على، اتهم الحزب بتنفيذ
        الهجوم): the phrase right before the event noun or its light noun."""
        first, light = candidate.first, candidate.light
        if light is not None and light.last == first - 1:
            about = self.r.forms[light.first - 1] == "عن"  # أعلنت عن فرض حظر
            first = light.first if about or light.first not in self.verbs else first
        led = first - 1 if self.r.forms[first - 1] in {"في", "على", "من", "عن"} else first
        before = next((one for one in reversed(row) if one.last == led - 1 and one.kind != "adjective"), None)
        if before is None:
            return None
        at = before.first - 1 - (before.first > 1 and self.r.forms[before.first - 1] in DEMONSTRATIVES)
        governed = self.r.words[at].core if before.first else ""
        joined = led < first or self.r.words[first].pro not in {"", "و"}
        if governed in (DOING if joined else ANNOUNCING) and not before.prep:
            return before
        accused = any(self.r.words[at].core in _ACCUSES for at in range(max(0, before.first - _FAR), before.first))
        return before if accused and "ب" in self.r.words[first].pro and not before.prep else None

    def _full(self, last: int, row: list[Phrase], fires: bool) -> bool:
        """The event noun governs an object that the suffix stands for (اعتراض طائرة أطلقها الحوثيون); ``fires``: unless
        that is what is fired."""
        return any(
            one.first == last + 1
            and one.kind in {"thing", "machine"}
            and not one.prep
            and not (fires and "weapon" in self.r.lex[one.first])
            for one in row
        )

    def _other(self, last: int, at: int) -> bool:
        """Another deed behind a preposition, which the verb takes up (احتجاج على الغارات التي شنها الجيش)."""
        return any(self.clauses.events[on] and self.r.prep(on) for on in range(last + 2, at))

    def _between(self, last: int, at: int, row: list[Phrase]) -> bool:
        """Something else that the pronoun of the verb at ``at`` may stand for (ضربات على مقار تستخدمها فصائل)."""
        return any(last < one.first < at and one.kind != "adjective" for one in row)

    def _owns(self, at: int, phrase: Phrase) -> bool:
        """The genitive of the event noun at a token (قصف التحالف) or the nationality it bears (غارة جوية روسية)."""
        if phrase.kind == "adjective":
            return True
        flown = phrase.prep == "من" and phrase.kind in {"machine", "military"} and phrase.first == at + 2
        return flown or (phrase.first == at + 1 and not phrase.prep and phrase.kind not in NO_DOERS)

    def _causes(self, at: int) -> bool:
        """An event noun or a weapon that a preposition of cause governs."""
        fire = "weapon" in self.r.lex[at] or self.r.words[at].core in FIRE
        if not self.clauses.events[at] and not fire:
            return False
        return "ب" in self.r.words[at].pro or self.r.forms[at - 1] in OF_CAUSE


def _can_act(word: Word) -> bool:
    return any(sense.verbal for sense in word.senses)
