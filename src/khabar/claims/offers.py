"""Offered places: what the words before a place that a claim may have tell of it."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import OF_CAUSE, RELATIVE
from khabar.claims.settings import SettingOption
from khabar.claims.spots import HOLDERS, LYING
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading
from khabar.model import Where

PREP: Final = 0
SIDE: Final = 1
GAP: Final = 2
KIND: Final = 3
PARTY: Final = 6
SCENE: Final = 7
AT: Final = 8
WALL: Final = 9
"""Where the values of a place of the sentence hold what the rules ask for."""
TOWNS: Final = frozenset(("city", "town", "metonym", "site", "neighbourhood", "district", "governorate"))
_SPEECHES: Final = frozenset("مؤتمر خطاب خطبة كلمة مقابلة افادة احاطة".split())
_MEETINGS: Final = frozenset("لقاء اجتماع قمة جلسة محادثات مباحثات".split())
_DURING: Final = frozenset("خلال وخلال اثناء".split())
_HALL: Final = 12
"""Where something is said, what is said or held there, and how far before the place."""
_SUBJECT: Final = 10
"""How far before the place the verb stands whose subject is there."""
_AHEAD: Final = 8
"""How far before a visit the place stands where the visitor came."""
_LAID_OUT: Final = 4
"""Tokens of the place and of what describes it between the verb and the trial that it opens."""
_OPENING: Final = 2
_SET_OFF: Final = 5
"""Tokens before a place that opens a sentence, and those within which a comma sets it off."""
_VERB: Final = 8
"""Tokens from such a place to the verb of the sentence."""
_SOURCE: Final = 4
"""Tokens from the preposition of where an attack comes from to that place."""
_USE: Final = frozenset("استخدام استعمال سماح".split())
_AMONG: Final = frozenset("منها بينها ومنها وبينها ابرزها اخرها اولها".split())
"""Words that bring in one of several events."""
_WITHIN: Final = frozenset("داخل فوق جهة جانب اتجاه".split())
_BATTERIES: Final = tuple("مواقع موقع مناطق منطقة اراض داخل مرابض قواعد معسكر مرتفعات".split())
_BOUND: Final = frozenset("نحو باتجاه الى صوب تجاه".split())
"""Prepositions of where somebody goes."""
_IT: Final = frozenset(("ه", "ها", "هما"))
_OF_IT: Final = frozenset("عليها عليه عليهما فيها فيه منها منه".split())
_OF_TIME: Final = frozenset("بعد منذ قبل عقب قبيل".split())
_JUST: Final = 4
"""Suffixes that a place is taken up with, those behind a preposition, words before the deed that has them, and the
distance (see ``bucket``) from the place to these."""
_COURTS: Final = frozenset("محكمة محاكم قضاء نيابة".split())
_COURT: Final = 4
_OWN_COURT: Final = 2
"""Who judges, and how far before its seat, if that is a part of its name."""
_ESPECIALLY: Final = frozenset("خاصة وخاصة خصوصا وخصوصا سيما ولاسيما لاسيما تحديدا وتحديدا بالتحديد وبالتحديد".split())
_REACH: Final = 12
_CLOSE: Final = 5
"""Words that bring in a narrower place, how far behind the wider one it stands, and how far before it they do."""


def whole(option: SettingOption[Where]) -> bool:
    """A state carried over, or one that does or suffers something right after the act (عملية إسرائيل)."""
    if option.value.precision != "country":
        return False
    return option.rule == "place.carried" or (not option.values[PREP] and option.values[SIDE] == "a")


_REACHES: Final = frozenset("يصل تصل وصل وصلت يزور زار زارت تزور غادر غادرت".split())
"""Verbs that a place follows as their object (يصل الوزير عمان... وصل بغداد)."""


class Offers:
    """Places offered to the claims of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self._times = {reading.tokens.at(time.start) for time in reading.times}

    def narrowed(self, chosen: SettingOption[Where], options: list[SettingOption[Where]]) -> SettingOption[Where]:
        """The place behind one that is told more narrowly right after it (في شمال العراق، خاصة في منطقة قنديل)."""
        if chosen.rule != "place.here":
            return chosen
        low = chosen.values[AT]
        for one in options:
            if one.rule == "place.here" and low < one.values[AT] <= low + _REACH:
                before = self.r.forms[max(low, one.values[AT] - _CLOSE) : one.values[AT]]
                if not _ESPECIALLY.isdisjoint(before) and not any(self.r.acts[low : one.values[AT]]):
                    return one
        return chosen

    def narrower(self, wide: SettingOption[Where], here: list[SettingOption[Where]]) -> SettingOption[Where] | None:
        """The place told before an act in its own clause, where a whole state around it is told behind (بمقتل حارس في
        صعدة في مواجهات مع قوات الشرعية في اليمن)."""
        for one in reversed(here):
            if one.values[SIDE] == "a" or one.values[PREP] not in LYING or one.values[WALL]:
                continue
            if one.value.precision != "country" and one.value.country == wide.value.country:
                return one
        return None

    def suffered_in(self, candidate: Candidate, here: list[SettingOption[Where]]) -> SettingOption[Where] | None:
        """Where the clause tells what was suffered, right before the attack that a preposition brings in (قتل شرطيان في
        أضنة، في هجوم)."""
        first = candidate.first
        if candidate.pos != "n" or self.r.forms[first - 1] not in OF_CAUSE | {"في"}:
            return None
        for one in reversed(here):
            at = one.values[AT]
            if one.values[SIDE] == "a" or one.values[PREP] not in LYING or one.value.precision == "country":
                continue
            between = self.r.forms[at:first]
            close = first - at <= _CLOSE + 1 and not any(self.r.acts[at:first])
            return one if close and "،" in between else None
        return None

    def resumed(self, candidate: Candidate, here: list[SettingOption[Where]]) -> SettingOption[Where] | None:
        """The place right before that the suffix of a deed against it takes up (زار عدن بعد تحريرها)."""
        last = candidate.last
        if candidate.type != "COERCE" or (candidate.pos != "n" and self.r.forms[candidate.first - 1] not in _OF_TIME):
            return None
        if self.r.words[last].enc not in _IT and self.r.forms[min(last + 1, len(self.r.forms) - 1)] not in _OF_IT:
            return None
        for one in reversed(here):
            if one.values[SIDE] == "b":
                near = one.values[GAP] <= _JUST and one.value.precision != "country"
                return one if near and one.values[PREP] != "في" else None
        return None

    def came(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """Where somebody went on the visit told right behind (توجه إلى طهران في أول زيارة)."""
        if option.rule != "place.here" or option.values[SIDE] == "a":
            return False
        low, first = option.values[AT], candidate.first
        if option.values[PREP] != "الى" and (option.values[PREP] or self.r.words[low - 1].core not in _REACHES):
            return False
        led = "في" in self.r.forms[max(low, first - 2) : first] or "ب" in self.r.words[first].pro
        return led and candidate.pos == "n" and option.values[GAP] <= _AHEAD and not any(self.r.acts[low:first])

    def launched_from(self, option: SettingOption[Where]) -> bool:
        """Where a missile comes from (أطلقت من داخل اليمن): it is where it hits or is shot down."""
        if option.rule != "place.here" or option.values[SIDE] == "b":
            return False
        return bool(option.values[PREP] == "من" or self.out_of(option))

    def out_of(self, option: SettingOption[Where]) -> bool:
        """From inside a place or from above it (قذائف من داخل الأراضي اليمنية, صواريخ من فوق البحر)."""
        at = option.values[AT] if option.rule == "place.here" else 0
        return at > 1 and self.r.forms[at - 1] in _WITHIN and self.r.forms[at - 2] == "من"

    def used(self, option: SettingOption[Where]) -> bool:
        """A base that somebody is let use (السماح باستخدام قاعدة كذا), or who is: nothing is told to happen there."""
        if option.rule != "place.here":
            return False
        at = option.values[AT]
        return any(word.core in _USE for word in self.r.words[max(0, at - 2) : at])

    def of_a_part(self, candidate: Candidate, option: SettingOption[Where], neighbours: list[Candidate]) -> bool:
        """Where one of several is told to have happened (شهدت البلاد هجمات بينها تفجير في العاصمة)."""
        if len(neighbours) < 2 or candidate.pos != "n" or option.rule != "place.here" or option.values[SIDE] == "b":
            return False
        low, at = candidate.last + 1, option.values[AT]
        part = next((on for on in range(low, at) if self.r.forms[on] in _AMONG), at)
        return any(part < one.first < at for one in neighbours)

    def fired_from(
        self, candidate: Candidate, option: SettingOption[Where], options: list[SettingOption[Where]]
    ) -> bool:
        """Where an attack comes from, before the place that it is on (هجوما من مواقعه في البادية على حاجز عند تدمر)."""
        if option.rule != "place.here" or option.values[SIDE] == "b":
            return False
        at, low = option.values[AT], candidate.last + 1
        source = next((on for on in range(at - 1, max(low, at - _SOURCE) - 1, -1) if self.r.forms[on] == "من"), -1)
        if source < 0 or (not self.r.words[source + 1].core.startswith(_BATTERIES) and option.values[PREP] != "من"):
            return False
        if "على" in self.r.forms[low:source] or any(self.r.acts[source:at]):
            return False
        later = (one.values[AT] for one in options if one.rule == "place.here" and one.values[AT] > at)
        return any("على" in self.r.forms[at:on] and not any(self.r.acts[at:on]) for on in later)

    def bound_for(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """Where those who leave a place go (انسحاب التنظيم منها نحو الشرقاط)."""
        if option.rule != "place.here" or option.values[SIDE] == "b":
            return False
        return option.values[PREP] in _BOUND and not any(self.r.acts[candidate.last + 1 : option.values[AT]])

    def fronted(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """The place that opens a sentence and is set off from it (وفي وسط بغداد، فجر انتحاري نفسه)."""
        if option.values[SIDE] == "a" or not (option.values[PREP] in LYING or option.values[PREP] == "dir"):
            return False
        at = option.values[AT]
        opens = at - self.r.sentences[candidate.sentence].first <= _OPENING
        if not opens or any(self.r.acts[at - _OPENING : at]):
            return False
        return "،" in self.r.forms[at : at + _SET_OFF] or self._told_there(candidate, at)

    def _told_there(self, candidate: Candidate, at: int) -> bool:
        """The first verb behind the place tells of the act, or of what was suffered by it (وفي حمص انفجرت سيارة، قتل
        ثلاثة في انفجار)."""
        head = candidate.light.first if candidate.light is not None else candidate.first
        for here in range(at, min(at + _VERB, candidate.first + 1)):
            if here in {head, candidate.first}:
                return candidate.pos == "v" or self.r.acts[head]
            if self.r.forms[here] in PUNCTUATION or self.r.words[here].func == "that":
                return False
            if self.r.acts[here]:
                caused = self.r.forms[candidate.first - 1] in OF_CAUSE or "ب" in self.r.words[candidate.first].pro
                return candidate.pos == "n" and caused and not any(self.r.acts[here + 1 : candidate.first])
        return False

    def home(self, option: SettingOption[Where]) -> bool:
        """Where those who are moved are from (جنود من دول الخليج)."""
        if option.rule != "place.here" or option.values[SIDE] == "b":
            return False
        at = option.values[AT]
        if self.r.forms[at - 1] != "من":
            return False
        senses = self.r.words[at - 2].senses
        return any(one.kind == "people" and one.entry.id != "people.convoy-patrol" for one in senses)

    def spoken(self, option: SettingOption[Where]) -> bool:
        """Where words are said: at a press conference or in a speech there (في مؤتمر صحفي في الرياض)."""
        prep, kind, at = option.values[PREP], option.values[KIND], option.values[AT]
        if kind not in TOWNS or option.value.precision == "country" or prep not in {"في", "ب"}:
            return False
        if any(word.core in _SPEECHES for word in self.r.words[max(0, at - _HALL) : at]):
            return True
        return self._met(at) or (prep == "في" and self._dated(option.value) and self._beside(at))

    def _met(self, at: int) -> bool:
        """During a meeting held there (خلال لقائه نظيره الروسي في سوتشي)."""
        for before in range(at - 2, max(at - _HALL, 0), -1):
            word = self.r.words[before]
            if self.r.acts[before]:
                return False
            if word.core in _MEETINGS or word.form.startswith("لقائ"):
                return self.r.forms[before - 1] in _DURING
        return False

    def spoken_from(self, option: SettingOption[Where]) -> bool:
        """Where a speaker abroad says them (انتقد الرئيس من جاكرتا)."""
        if option.values[PREP] != "من" or option.values[SIDE] == "b" or option.value.precision == "country":
            return False
        return option.values[KIND] in TOWNS and self._beside(option.values[AT])

    def _dated(self, where: Where) -> bool:
        """A time stands right behind the place."""
        if where.end is None:
            return False
        return self.r.tokens.at(self.r.tokens.folded.folded(where.end - 1)) + 1 in self._times

    def _beside(self, at: int) -> bool:
        """Only the subject stands between a verb and the preposition before the place."""
        for before in range(at - 2, max(at - _SUBJECT, -1), -1):
            if self.r.acts[before]:
                return self.r.forms[before - 1] not in RELATIVE
            if not self.r.forms[before].isalpha() or self.r.words[before].func or self.r.sentence_at[before] < 0:
                return False
        return False

    def opened_in(self, candidate: Candidate, option: SettingOption[Where]) -> bool:
        """Where a trial is told to open, between its verb and its noun (بدأت في لاهاي محاكمة القائد)."""
        if candidate.pos != "n" or option.values[SIDE] == "a" or option.values[PREP] != "في":
            return False
        at = option.values[AT]
        if at < 2 or candidate.first - at > _LAID_OUT or not self.r.acts[at - 2]:
            return False
        return not any(self.r.acts[on] or self.r.words[on].func for on in range(at + 1, candidate.first))

    def seat(self, option: SettingOption[Where]) -> bool:
        """The seat of the court that judges (محكمة في واشنطن, المحكمة العسكرية بتونس)."""
        at = option.values[AT]
        before = self.r.words[max(0, at - _COURT) : at]
        if option.values[PREP] in HOLDERS and option.value.precision != "country":
            before = before[-_OWN_COURT:]  # محكمة جنايات القاهرة
            return any(word.core in _COURTS and not word.det for word in before)
        return option.values[PREP] in {"في", "ب"} and any(word.core in _COURTS for word in before)
