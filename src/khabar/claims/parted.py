"""Which times of a sentence stand in another clause than its event, or date another event of it."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import Loss
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE
from khabar.claims.time_words import ANOTHERS, DATED_NAMES, EARLIER, MEANWHILE, NAMED, OCCASIONS, WITHIN
from khabar.claims.untimed import PAUSES, VERBAL, Told, Untimed
from khabar.mentions.reading import Reading
from khabar.mentions.time_scene import SINCE

_STOPS: Final = PAUSES | {"."}
_DAYS: Final = ("weekday", "day.")
"""Marks that close a part of a sentence; rules of times that are days."""
_CONSENTS: Final = frozenset(("AGREE", "REQUEST"))
_TO: Final = frozenset(("على", "الى"))
"""Types of words whose object is a deed to come, and the prepositions before that."""
_BEGAN: Final = ("بدا", "انطلق", "اطلق", "اندلع")
_HURT: Final = frozenset("اصيب اصيبت اصيبوا جرح جرحت جرحوا فقد فقدت شرد".split())
_ANTECEDENT: Final = 5
"""Beginnings of verbs by which something began, and tokens before the relative pronoun within which it is named."""
_SUFFERED: Final = VERBAL | {"undergo"}
"""Frames of words, and of losses, before the deed that is the first of its sentence."""
_HAPPENS: Final[tuple[str, ...]] = tuple(
    "وقع حدث جر شن نفذ بد انطلق اندلع استهدف ضرب هز اسفر اود اد خلف نشب دار شهد اطلق عقد ابرم خرج استمر دام اسقط خاض "
    "حصل تعرض قتل اصيب تمت كان كلف عرف طال رافق سبق تل اعقب تسبب اصاب صدر اقر اتخذ فرض".split()
)
"""Beginnings of verbs that tell when or how the event before them happened."""
_NO_TIMES: Final[list[Told]] = []


class Parted(Untimed):
    """The times that fix a date, by sentence, and which stand apart from an event. ``events``: what may name one, by
    its first token; ``sufferers``: the losses that an attack led to, by its first token."""

    def __init__(self, reading: Reading, events: dict[int, Candidate], sufferers: dict[int, list[Loss]]) -> None:
        super().__init__(reading)
        self.events = events
        self.sufferers = sufferers
        self.told: dict[int, list[Told]] = {}
        self._near: Candidate | None = None
        self._apart: dict[Told, bool] = {}
        """The event that was asked for last, and what times stand apart from it."""

    def plain(self, first: int, last: int) -> bool:
        """No verb and no event between two tokens."""
        return not any(self.r.acts[at] or at in self.events for at in range(first, last))

    def of(self, sentence: int) -> list[Told]:
        """The times of a sentence that fix a date."""
        row = self.told.get(sentence)
        return _NO_TIMES if row is None else row

    def apart(self, candidate: Candidate, time: Told) -> bool:
        """The words between time and event put them into clauses of different times."""
        if candidate is not self._near:
            self._near = candidate
            self._apart.clear()
        known = self._apart.get(time)
        if known is None:
            known = self._apart[time] = self._parted(candidate, time)
        return known

    def _parted(self, candidate: Candidate, time: Told) -> bool:
        after = time.first > candidate.last
        low, high = (candidate.last + 1, time.first) if after else (time.last + 1, candidate.first)
        between = self.r.forms[low:high]
        verbal = candidate.frame in VERBAL
        if ("كما" in between and (after or len(self.of(candidate.sentence)) > 1)) or self._named_by(candidate, time):
            return True
        relative = not RELATIVE.isdisjoint(between)
        if after and self._set_off(candidate, time):
            return False
        if not after:
            if self._within(candidate, time) or self._another_follows(candidate, time):
                return True
            if self._of_loss(candidate, time):
                return False
            if verbal and self._in_relative(time.first):
                return True
            parted = relative and not verbal and not self._object(candidate, low)
            if between[-1:] == ["من"] and not EARLIER.isdisjoint(between[-4:-1]):
                return True  # أفرج عنه أمس بعد عامين من اختطافه
            return parted or not EARLIER.isdisjoint(between[-2:]) or self._caused(time, between)
        if time.date.endswith("..") and not SINCE.isdisjoint(between) and PAUSES.isdisjoint(between):
            return False  # قتل ستون منذ بدأت الاحتجاجات في مارس
        if relative and self._told_of_another(time, low, high):
            return True
        others = sum(at in self.events for at in range(low, high))
        if relative and others and self._began(low, high):
            return True
        if others and not time.date.endswith("..") and self._during(low, high):
            return False
        if relative and (verbal or others > 1):
            return True
        return others > 0 and self._of_another(candidate, time, low, high)

    def _within(self, candidate: Candidate, time: Told) -> bool:
        """A clause inside the words of the event has the time (حكمت المحكمة على مسلح قتل سائحا عام 2015 بالإعدام)."""
        if time.first < candidate.first:
            return False
        return any(self._acts(at) for at in range(candidate.first + 1, time.first))

    def _another_follows(self, candidate: Candidate, time: Told) -> bool:
        """The time is that of the event before it, for this one has its own behind it (اعتقلت أمس رجلا قتل شرطيا عام
        2015)."""
        if candidate.pos != "v" or time.first > candidate.first:
            return False
        own = next((one for one in self.of(candidate.sentence) if one.first > candidate.last), None)
        if own is None or own.rule.startswith("since") or own.date.endswith(".."):
            return False
        low = candidate.last + 1
        if not PAUSES.isdisjoint(self.r.forms[low : own.first]) or not self.plain(low, own.first):
            return False
        first = self.r.sentences[candidate.sentence].first
        return any(at in self.events and self.events[at].frame not in VERBAL for at in range(first, time.first))

    def _of_loss(self, candidate: Candidate, time: Told) -> bool:
        """The time is that of the loss that the attack led to (قتل ثلاثة أمس بعد أن أطلق الجيش النار)."""
        if candidate.pos != "v":
            return False
        return any(
            loss.pos == "v" and loss.last < time.first and self.plain(loss.last + 1, time.first)
            for loss in self.sufferers.get(candidate.first, ())
        )

    def _set_off(self, candidate: Candidate, time: Told) -> bool:
        """A day between two pauses is that of the first deed of its sentence (غادر مقاتلون بلدة كانوا يسيطرون عليها،
        الأحد، بموجب اتفاق)."""
        if candidate.frame in VERBAL:
            return False
        if not self.closed(time) or self.r.forms[time.first - 1] != "،":
            return False
        first = self.r.sentences[candidate.sentence].first
        before = (self.events[at].frame for at in range(first, candidate.first) if at in self.events)
        return all(frame in _SUFFERED for frame in before)

    def closed(self, time: Told) -> bool:
        """A day with a pause behind it."""
        end = time.last + 1
        closed = end >= len(self.r.forms) or self.r.forms[end] in _STOPS
        return closed and time.rule.startswith(_DAYS)

    def _in_relative(self, first: int) -> bool:
        """A relative clause tells of somebody or something else at that time (الذي استهدف أمس المدينة، متوعدا)."""
        at = first - 1
        while at >= 0 and self.r.sentence_at[at] == self.r.sentence_at[first] and self.r.forms[at] not in PAUSES:
            if self.r.forms[at] in RELATIVE:
                return True
            at -= 1
        return False

    def _object(self, candidate: Candidate, low: int) -> bool:
        """The act is the object of the verb right behind the time, whose subject a relative clause tells more of (وفي
        مارس أطلق التحالف الذي تقوده الرياض عملية)."""
        while low < candidate.first and not self.r.forms[low].isalpha():
            low += 1
        carried = candidate.light is not None and candidate.light.first == low
        if candidate.pos != "n" or not (carried or self.r.acts[low]):
            return False
        return sum(self.r.acts[at] for at in range(low, candidate.first)) <= 2

    def _caused(self, time: Told, between: list[str]) -> bool:
        """What a month or a year brought about (تدخل في مارس بعدما سيطر المسلحون على المدينة) was before it."""
        return "بعدما" in between and time.date.count("-") < 2

    def _began(self, low: int, high: int) -> bool:
        """A relative clause tells when another event began (في إطار العملية التي بدأتها أنقرة في يناير)."""
        forms = self.r.forms
        opens = next((at for at in range(high - 2, low, -1) if forms[at] in RELATIVE), None)
        if opens is None or not forms[opens + 1].startswith(_BEGAN):
            return False
        return any(at in self.events for at in range(max(low, opens - _ANTECEDENT), opens))

    def _told_of_another(self, time: Told, low: int, high: int) -> bool:
        """A month or a year in a clause that tells more of a place or of people, and of no event (هجوم في ولاية البنجاب
        التي قسمت عام 1947)."""
        if time.date.count("-") > 1:
            return False
        opens = next(at for at in range(high - 1, low - 1, -1) if self.r.forms[at] in RELATIVE)
        if opens - low < _ANTECEDENT - 2 or not self.plain(low, opens):
            return False
        deeds = (at for at in range(opens, high) if at in self.events and self.events[at].frame not in VERBAL)
        if any(True for _ in deeds) or not PAUSES.isdisjoint(self.r.forms[opens:high]):
            return False
        verb = next((at for at in range(opens + 1, min(opens + 3, high)) if self.r.acts[at]), None)
        return verb is not None and not self.r.words[verb].core.startswith(_HAPPENS)

    def _during(self, low: int, high: int) -> bool:
        """The time is that of another event during which this one happened (التقاه خلال زيارة لباريس أمس)."""
        forms = self.r.forms
        at = next((at for at in range(high - 2, low - 1, -1) if forms[at] in MEANWHILE), None)
        if at is None or at + 1 not in self.events:
            return False
        for one in range(low, at):
            event = self.events.get(one)
            if forms[one] in PAUSES or (event is not None and event.pos == "v"):
                return False
        return EARLIER.isdisjoint(forms[at:high])

    def _named_by(self, candidate: Candidate, time: Told) -> bool:
        """The time is the name of another event (حرب 2014, ثورة 25 يناير) within which this one did not happen, or
        that of an outlet or a street (موقع 26 سبتمبر)."""
        at = time.first - 1
        word = self.r.words[at]
        if not time.rule.startswith(("date", "year")) or word.form.endswith("ا") or time.date.endswith(".."):
            return False
        if word.core in DATED_NAMES or any(one.core == "ذكرى" for one in self.r.words[max(0, at - 2) : at + 1]):
            return True
        if word.core not in NAMED or candidate.first <= at <= candidate.last:
            return False
        if candidate.mode == "convict":
            return True  # أدين بالضلوع في هجمات 2015
        return self.r.forms[at - 1] not in WITHIN and "ب" not in word.pro

    def _acts(self, at: int) -> bool:
        return self.r.acts[at] or (at in self.events and self.events[at].pos == "v")

    def _in_occasion(self, low: int, high: int) -> bool:
        return any(self.r.words[at].core in OCCASIONS for at in range(low, high))

    def _wanted(self, candidate: Candidate, low: int, high: int) -> bool:
        """Between the words and the time stands only the deed that they ask for or agree to (وافقت على هدم القرية
        أمس)."""
        if candidate.type not in _CONSENTS:
            return False
        deeds = [at for at in range(low, high) if at in self.events]
        if len(deeds) != 1 or any(self.r.acts[at] and at not in deeds for at in range(low, high)):
            return False
        at = deeds[0]
        led = self.r.forms[at - 1] in _TO or "ب" in self.r.words[at].pro
        return led and self.events[at].pos == "n" and not self.r.words[at].det

    def _hurt_too(self, at: int) -> bool:
        """Others were wounded or went missing with them (قتل ستة وأصيب عشرة ... الجمعة)."""
        return self.r.words[at].core in _HURT and "و" in self.r.words[at].pro

    def _of_another(self, candidate: Candidate, time: Told, low: int, high: int) -> bool:
        """A time behind a later event of the clause is that event's: after words, unless it dates what they were said
        in; after a deed that another one answers or precedes (قبل زيارة مقررة غدا, منذ إعلان وفاته الأسبوع الماضي) or
        that other verbs part from it."""
        between = self.r.forms[low:high]
        if candidate.frame in VERBAL:
            return not (self._wanted(candidate, low, high) or self._in_occasion(low, high))
        since = not SINCE.isdisjoint(between) and not time.date.endswith("..")
        if since or not ANOTHERS.isdisjoint(between):
            return True
        acts = [at for at in range(low, high) if (self._acts(at) if "-" in time.date else self.r.acts[at])]
        if candidate.frame == "undergo":
            acts = [at for at in acts if not self._hurt_too(at)]
        if not acts:
            return False
        if candidate.pos == "n":
            return sum(at in self.events for at in range(low, high)) > 1
        return self.r.forms[acts[-1] - 2] not in WITHIN
