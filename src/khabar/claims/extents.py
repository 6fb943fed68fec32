"""Which words a report covers: up to the end of the sentence, of a quotation, or where the outlet puts in its own."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import RELATIVE
from khabar.claims.frame import Frame
from khabar.claims.laid import laid
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading
from khabar.text import Sentence
from khabar.text.ordered import below, between

_PAUSES: Final = frozenset("،.؛:")
_AFTERS: Final = frozenset("بعد عقب اثر غداة قبل مع قبيل بعيد".split())
_DAYS: Final = frozenset("يوم يومين ايام ساعة ساعات ساعتين اسبوع اسبوعين اسابيع شهر اشهر عام عامين سنوات".split())
_FROM: Final = frozenset(("من", "على"))
_FEW: Final = frozenset("قليلة معدودة فقط واحد واحدة كاملة كامل".split())
COMES: Final = frozenset("ياتي تاتي جاء جاءت اتى اتت".split())
"""Verbs whose time is the outlet's word (يأتي بعد أيام من); a statement that is their subject was told before (جاءت
تصريحات الوزير خلال زيارة)."""
_GOES_ON: Final = frozenset("على الى عن من في ان بان جراء نتيجة بسبب اثر خلال اثناء عندما".split())
"""Words with which a clause goes on behind what was put into it."""

_APART: Final = frozenset("فيما بينما حيث بعد بعدما كما لكن ولكن الذي التي الذين منذ عقب حين اذ مما ما".split())
"""Words with which something else begins there."""
_MEANWHILE: Final = frozenset("فيما وفيما بينما وبينما".split())
_DESCRIBE: Final = "cue.describe"
_POINTING: Final = "اشارة"
"""What the outlet makes of words that it quotes (في إشارة إلى المظاهرات)."""
_ANOTHER: Final = frozenset("كما فيما وفيما بينما وبينما لكن ولكن".split())
"""Words before another main clause."""
_BUT: Final = frozenset("لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم".split())
_DENIES: Final[tuple[str, ...]] = ("نفا", "نفت", "ينفي", "تنفي", "نفو")
"""Beginnings of verbs of denial."""
_RELATING: Final = frozenset(("ما", "الذي", "امر"))
"""Words by which they take up all that was told (وهو ما نفاه، الأمر الذي نفته)."""
EXCEPT: Final = frozenset(("الا", "غير", "بيد"))
"""Words before أن that open another main clause (رغم إعلان الجماعة، إلا أن الحكومة تتهم)."""
_THAT_IT: Final = frozenset("انه انها انهم انهما بانه بانها".split())
_THEN: Final = frozenset("بعد عقب اثر خلال قبل اثناء".split())
_TURNING: Final = _AFTERS | RELATIVE | {"وذلك", "في"}
_BACK: Final = 14
"""Tokens before a word of blame within which the deed stands."""
_EPITHETS: Final = 2
"""Adjectives between an event and the report that takes it up."""
_BUT_OR_EXCEPT: Final = _BUT | EXCEPT | {"كما"}


class Extents:
    """Reads off a sentence how far the words of a report run."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        denials = [at + 1 for at in reading.tokens.among(_RELATING)]
        self._turns = sorted({*reading.tokens.among(_TURNING), *denials})
        """Tokens where the outlet may put in its own words."""
        self._events = {
            found.first: found.last for found in reading.marks.of("trigger") if not reading.acts[found.first]
        }

    def pause(self, first: int, limit: int) -> int:
        """The first pause from token ``first`` on; ``limit``, or the end of the text, where none comes before it."""
        limit = min(limit, len(self.r.forms))
        return next((at for at in range(first, limit) if self.r.forms[at] in _PAUSES), limit)

    def told(self, frame: Frame, opens: int, sentence: Sentence) -> tuple[int, int]:
        """First token and end of what a verb or a noun of saying tells. A claim with a pronoun tells of what stands
        before it too (هجوم تبنته الحركة, هجوم نسبته السلطات إلى خلية)."""
        start = min(opens, sentence.last)
        end = self.end(start, sentence)
        if frame.verbal and frame.takes_up and self.r.words[frame.first].enc:
            pauses = (at for at in range(frame.first - 1, sentence.first, -1) if self.r.forms[at] in _PAUSES)
            before = next(pauses, sentence.first - 1) + 1
            return before, self._until(start, end) if frame.entry.stance == "claims" else self.pause(start, end)
        if frame.rule == _DESCRIBE:
            return self._called(start, end)
        start = self._behind_teller(frame, start, end)
        end = self._aside(start, end)
        end = self._but(frame, start, self._charged(frame, start, end))
        end = self._main(frame, sentence, start, end)
        event = self._taken_up(frame, start, sentence) if frame.verbal else None
        event = event if event is not None else self._laid(frame, sentence)
        if event is not None:
            return event, min(end, self.pause(start, end))
        # What a relative clause tells (الجبهة التي قال الجيش إنه سيطر عليها، باتت) ends with it.
        if frame.first > 0 and self.r.words[frame.first - 1].func == "rel" and not self.r.quoted[start]:
            end = min(end, self.pause(start, end))
        return start, end

    def _called(self, start: int, end: int) -> tuple[int, int]:
        """What somebody calls a thing is his in quotes alone: the thing itself was told before (وصف الهجوم بأنه
        «جريمة»، ما وصفه مسؤولون بأنه «حرب»)."""
        quoted = self.r.quoted
        first = next((at for at in range(start, end) if quoted[at]), -1)
        if first < 0:
            return start, start
        return first, next((at for at in range(first, end) if not quoted[at]), end)

    def _behind_teller(self, frame: Frame, start: int, end: int) -> int:
        """Where the words behind a clause about the teller begin (تنفي الجماعة، التي حظرتها الحكومة، صلتها
        بالهجوم); else ``start``."""
        if frame.opened or not frame.verbal or not frame.chain:
            return start
        at = frame.chain[-1].last + 1
        if at + 2 >= end or at <= frame.last or self.r.forms[at] not in PAUSE:
            return start
        if self.r.words[at + 1].func != "rel":
            return start
        closes = next((here for here in range(at + 2, end) if self.r.forms[here] in PAUSE), end)
        return closes + 1 if closes + 1 < end else start

    def _until(self, start: int, end: int) -> int:
        """Where another main clause begins behind what is claimed (تفجير تبناه التنظيم، كما قتل آخرون); else
        ``end``."""
        forms = self.r.forms
        behind = (at for at in range(start + 1, min(end, len(forms))) if forms[at] in _ANOTHER)
        return next((at for at in behind if forms[at - 1] in _PAUSES and not self.r.quoted[at]), end)

    def _taken_up(self, frame: Frame, start: int, sentence: Sentence) -> int | None:
        """The event that a report in a relative clause takes up (غارات قالت مصادر إنها أصابت, الغارة التي قال الجيش
        إنها أصابت)."""
        if self.r.forms[start - 1] not in _THAT_IT or self.r.words[frame.first].pro:
            return None
        relative = self.r.words[frame.first - 1].func == "rel"
        behind = frame.first - 1 - relative
        for at in range(behind, max(sentence.first, behind - _EPITHETS) - 1, -1):
            if self.r.acts[at] or self.r.forms[at] in _PAUSES:
                return None
            if at in self._events:
                apart = at > 0 and self.r.words[at - 1].core in _THEN
                return at if relative or not (apart or self.r.words[at].det) else None
        return None

    def _laid(self, frame: Frame, sentence: Sentence) -> int | None:
        """The deed before the clause that lays it on somebody (هجوم ألقت الوزارة باللوم فيه على مسلحين)."""
        if frame.entry.stance != "accuses":
            return None
        for at in range(frame.first - 1, max(sentence.first, frame.first - _BACK) - 1, -1):
            if at in self._events:
                found = laid(self.r, self._events[at])
                return at if found is not None and found.verb <= frame.first <= found.word else None
        return None

    def inserted(self, frame: Frame, last: int) -> bool:
        """The clause goes on behind the source put into it (وينص الاتفاق، وفق الوزير، على تسليم السلاح)."""
        forms = self.r.forms
        if forms[frame.first - 1] not in PAUSE or last + 2 >= len(forms) or forms[last + 1] not in PAUSE:
            return False
        if forms[last + 2] in _GOES_ON:
            return True
        if "و" in self.r.words[last + 2].pro or self.r.acts[last + 2] or forms[last + 2] in _APART:
            return False
        return self._verbless(frame.sentence, last + 2) and self.r.sentence_at[last + 2] == frame.sentence

    def _verbless(self, number: int, at: int) -> bool:
        """A clause with a verb stands before, and no verb and no pause begins another behind."""
        first, last = self.r.sentences[number].first, self.r.sentences[number].last
        behind = next((one for one in range(at, last) if self.r.forms[one] in PAUSE), last)
        return bool(any(self.r.acts[first:at])) and not any(self.r.acts[at:behind])

    def end(self, start: int, sentence: Sentence) -> int:
        """Reported words run to the end of the sentence; a quotation goes on into the sentences it spans."""
        quote = self.r.quoted[start] if start < len(self.r.quoted) else 0
        end = sentence.last
        last = min(sentence.last - 1, len(self.r.forms) - 1)
        quote = quote or (self.r.quoted[last] if last >= 0 else 0)
        if quote and self.r.quoted[last] == quote:
            while end < len(self.r.forms) and self.r.quoted[end] == quote:
                end += 1
        return end

    def _aside(self, start: int, end: int) -> int:
        """Where the outlet puts in what went before (وذلك بعد هجوم, بعد أيام من الانسحاب) or who denies it (وهو ما نفته
        القوات); else ``end``."""
        forms, quoted = self.r.forms, self.r.quoted
        end_at = min(end, len(forms) - 1)
        for at in self._turns[below(self._turns, start) :]:
            if at >= end_at:
                break
            if quoted[at]:
                continue
            if forms[at] == "وذلك" and (forms[at + 1] in _AFTERS or forms[at + 2] == _POINTING):
                return at
            if forms[at] == "في" and forms[at + 1] == _POINTING and quoted[at - 1] != quoted[at]:
                return at
            if forms[at].startswith(_DENIES) and forms[at - 1] in _RELATING and at - 1 > start:
                return at - 2
            inside = self.r.acts[at - 1] and forms[at - 1] not in COMES
            if forms[at] in _AFTERS and not inside and self._days(at + 1):
                return at
            if quoted[at - 1] and forms[at] in RELATIVE and quoted[start]:
                return at
        return end

    def _charged(self, frame: Frame, start: int, end: int) -> int:
        """Where a relative clause behind the charge goes on in the outlet's voice (اتهمت الحكومة الفصيل بتأجيج
        الاحتجاجات التي اندلعت بعد مقتل شاب); else ``end``."""
        if frame.entry.stance != "accuses" or frame.opened:
            return end
        words = self.r.words
        charge = next((at for at in range(start, end) if "ب" in words[at].pro), end)
        return next((at for at in range(charge + 1, end) if words[at].func == "rel" and not self.r.quoted[at]), end)

    def _but(self, frame: Frame, start: int, end: int) -> int:
        """Where the outlet objects to what is told without أن, or goes on (أعلن الجيش استعادة المدينة، لكن المعارك
        مستمرة); else ``end``."""
        if frame.opened or self.r.quoted[start]:
            return end
        if not between(self.r.tokens.among(_BUT_OR_EXCEPT), start + 1, end):
            return end
        forms = self.r.forms
        for at in range(start + 1, min(end, len(forms) - 1)):
            told = forms[at] in _BUT or (forms[at] in EXCEPT and forms[at + 1] == "ان")
            told = told or (forms[at] == "كما" and bool(self.r.acts[at + 1]))
            if told and forms[at - 1] in _PAUSES and not self.r.quoted[at]:
                return at
        return end

    def _main(self, frame: Frame, sentence: Sentence, start: int, end: int) -> int:
        """Where the main clause begins behind one that tells what somebody said meanwhile (وفيما قالت طهران إنهم
        دبلوماسيون، رفض الجيش ذلك); else ``end``."""
        if self.r.forms[sentence.first] not in _MEANWHILE or frame.first > sentence.first + 2:
            return end
        for at in range(start + 1, min(end, len(self.r.forms))):
            if self.r.acts[at] and self.r.forms[at - 1] in PAUSE and not self.r.words[at].pro and not self.r.quoted[at]:
                return at
        return end

    def _days(self, at: int) -> bool:
        """So many days or hours from something: أيام قليلة على, 24 ساعة من."""
        forms = self.r.forms
        day = next((here for here in range(at, min(at + 3, len(forms))) if forms[here] in _DAYS), None)
        if day is None or day + 2 >= len(forms):
            return False
        return forms[day + 1] in _FROM or (forms[day + 2] in _FROM and forms[day + 1] in _FEW)
