"""Grammatical slots beside a verb: its subject before it, the head of its relative clause, what stands behind it."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import rules_out
from khabar.claims.clauses import AUXILIARY, HITS, RELATIVE, THAT, Clauses, agrees, bare
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import FORCES, HUMANS
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import QUARTERS, SIDES
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading
from khabar.mentions.so_called import UPON

_PRONOUN_BEHIND: Final = UPON | frozenset("به بها بهم فيه فيها له لها اليه اليها منه منها عنه عنها عنهم عنهما".split())
"""Words that take up the head of a relative clause, as a suffix of its verb does (الجبل الذي استولى عليه المسلحون)."""
_FROM_THEM: Final = (["عنه"], ["عنها"], ["عنهم"], ["عنهما"])
_SUBJECT: Final = 3
"""Words of a subject between a verb and its pronoun (التي سيطر التنظيم المتطرف عليها)."""
_MOMENTS: Final = frozenset("وقت حين يوم ليلة لحظة مرة سنة عام شهر اسبوع ظل اطار خطوة سياق حال حالة".split())
"""Nouns behind which a clause has a subject of its own (في وقت تستعد القوات)."""
_DIRECTIONS: Final = SIDES | QUARTERS | {"وسط", "اقصى"}
_RANKS: Final[list[str]] = ["A0", "A1", "A2", "A3"]
_WE: Final = frozenset(("perf.1", "impf.1"))
_STRUCK: Final = "اضرب"
"""Downed tools, spelt as "I hit"."""
_WITH_PRONOUN: Final = frozenset("انه انها انهم انهما بانه بانها بانهم لانه لانها لانهم".split())


class VerbSlots:
    """Slot labels of the phrases of a sentence with regard to a verb, or to what stands for one."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self.r = reading
        self.clauses = clauses
        self._row: list[Phrase] = []
        self._speaks = False
        self._given = -1

    def turn_to(self, row: list[Phrase], speaks: bool) -> None:
        """Take up the trigger whose sentence has the phrases ``row``. ``speaks``: its subject does something, so that
        behind ب stands what he speaks of or does."""
        self._row, self._speaks, self._given = row, speaks, -1

    def of(self, first: int, last: int, given: int = -1) -> ByPhrase:
        """Slots beside the verb at tokens ``first`` to ``last``; ``given``: the event noun that is its object."""
        self._given = given
        found: ByPhrase = {}
        relative, start = self.clauses.start(first, self._row)
        described = relative is not None or (start < len(self.r.forms) and self.r.forms[start] in RELATIVE)
        suffixed = described and last + 1 < len(self.r.forms) and self._taken_up(last)
        enclitic = "e" if self.r.words[first].enc or suffixed else ""
        before = [one for one in self.before(first, start) if self._leads(one, start)]
        if before and (described or not self.clauses.stands_before(before[-1], first, last, self._row)):
            before = []
        if relative is None and not described and not (before and self._topic(before[0], start)):
            relative = next((one for one in self._row if one.last == first - 1 and self._described(one, first)), None)
            described = relative is not None
        if relative is None and not described and enclitic:
            relative = self._taken(first)
            described = relative is not None
        if relative is None and not described and self._let_go(before, first, last):
            relative, described, enclitic = before[-1], True, "e"
        if relative is not None:
            before = []
            found[relative] = f"R{enclitic}"
        joined = self.r.words[first].pro[:1] in {"و", "ف"}
        for rank in range(1, min(2, len(before)) + 1):
            found.setdefault(before[-rank], f"B{rank}{'j' if joined else ''}{enclitic}")
        subject = bool(before) or self._event_before(first, start)
        led = ("r" if described else "s" if subject and not joined else "") + enclitic
        rank = int(self._event_behind(last) or self._understood_subject(first, last))
        self.after(last, led, found, rank if "e" not in led else 0)
        return found

    def _taken_up(self, last: int) -> bool:
        """A pronoun right behind the verb, or على with one behind its subject, stands for the head of the clause."""
        forms = self.r.forms
        return forms[last + 1] in _PRONOUN_BEHIND or not UPON.isdisjoint(forms[last + 2 : last + 2 + _SUBJECT])

    def after(self, last: int, led: str, found: ByPhrase, rank: int = 0) -> None:
        """Slots after a token; ``rank``: 1 where an event noun stands as the subject before the phrases."""
        end = self.clauses.end(last)
        event = rank == 1 and led[:1] != "s" and self._event_behind(last)
        for phrase in self._row:
            if phrase.first <= last or phrase.kind == "adjective" or self.clauses.asides[phrase.first]:
                continue
            if phrase.first > end:
                break
            if phrase.agent and self._other_event(last, phrase.first):
                continue
            if self._whereabouts(phrase):
                found.setdefault(phrase, "P:في")
                continue
            if phrase.agent or (event and (self._owner(phrase, last) or self._event_of(phrase, last))):
                found.setdefault(phrase, "by")
            elif phrase.prep:
                found.setdefault(phrase, behind(phrase.prep))
            elif phrase.coord is None:
                rank += 1
                if rank <= 3:
                    found.setdefault(phrase, _RANKS[rank] + led)

    def before(self, first: int, start: int) -> list[Phrase]:
        """Bare phrases of the clause that begins at ``start``, before the token ``first``."""
        return [one for one in self._row if start <= one.first and one.last < first and bare(one)]

    def _described(self, phrase: Phrase, verb: int) -> bool:
        """An indefinite phrase behind a preposition, right before a verb that agrees: the verb describes it (من دبابة
        إسرائيلية استهدفت)."""
        if not phrase.prep or phrase.definite or phrase.kind in {"place", "state", "adjective"}:
            return False
        if self.r.words[phrase.head].core in _MOMENTS:
            return False
        return self.r.words[verb].pro == "" and agrees(self.r.words[verb], self.r.words[phrase.head].core, phrase)

    def _topic(self, phrase: Phrase, start: int) -> bool:
        """The phrase opens the clause behind إن: the first verb after it is its predicate, whatever stands between (إن
        مسلحين على متن دراجات نارية هاجموا الحاجز)."""
        return phrase.first == start and start > 0 and self.r.forms[start - 1] in THAT

    def _taken(self, first: int) -> Phrase | None:
        """The indefinite phrase before كان قد, which the verb's suffix stands for (خمسة جنود كان قد احتجزهم)."""
        at = first - 1
        while at >= 0 and self.r.forms[at] in AUXILIARY:
            at -= 1
        if at == first - 1:
            return None
        return next((one for one in self._row if one.last == at and not one.definite and one.kind in HUMANS), None)

    def _let_go(self, before: list[Phrase], first: int, last: int) -> bool:
        """The verb describes the indefinite phrase right before it, which a pronoun takes up before the verb's subject
        (90 أسيرا أفرجت عنهم إسرائيل)."""
        if not before or before[-1].last != first - 1 or before[-1].definite or self.r.words[first].pro:
            return False
        if self.r.forms[last + 1 : last + 2] not in _FROM_THEM:
            return False
        return any(one.first == last + 2 and bare(one) for one in self._row)

    def _event_before(self, first: int, start: int) -> bool:
        """An event noun is the subject (إن الضربات الأميركية استهدفت): nothing but what describes it stands between."""
        at = first - 1
        while at >= start and (
            self.r.forms[at] in AUXILIARY
            or self.r.forms[at] in QUOTES_OPEN
            or self.r.words[at].cls == "j"
            or at in self.r.time_tokens
            or any(one.first == at and one.kind == "adjective" for one in self._row)
        ):
            at -= 1
        return at >= start and self.clauses.events[at] and not self.r.words[at].pro

    def _leads(self, phrase: Phrase, start: int) -> bool:
        """Nothing but the clause's opening stands before the phrase: it may be the subject of a verb after it, not the
        genitive or object of an event noun (بعد زيارة الوزير، استهدفت ...)."""
        return not any(self.clauses.events[at] for at in range(max(start, phrase.first - 2), phrase.first))

    def _understood_subject(self, first: int, last: int) -> bool:
        """The verb's subject is a pronoun before it (إنها أسقطت المروحية) or what follows is in the accusative (يقدم
        أموالا): the first bare phrase after it is the object."""
        at = first - 1
        while at >= 0 and self.r.forms[at] in AUXILIARY:
            at -= 1
        if at >= 0 and self.r.forms[at] in _WITH_PRONOUN:
            return True
        if self.r.forms[first].endswith("وا") or self._first_person(first):
            return True
        after = next((one for one in self._row if one.first > last and bare(one)), None)
        if after is not None and after.kind in NO_DOERS and self._weapon_behind(first, last):
            return True
        if after is None or after.first > last + 2:
            return False
        if after.held or (after.kind != "person" and rules_out(self.r.words[first], self.r.words[last + 1])):
            return True
        word = self.r.words[after.first]
        return word.cls == "a" or self.r.accusative(after.first)

    def _first_person(self, first: int) -> bool:
        """The verb can be nothing but the speaker's own (سنقصف المدينة): its subject is in it."""
        senses = self.r.words[first].senses
        if self.r.forms[first] == _STRUCK:
            return False
        if self.r.forms[first].startswith("سن") and all(sense.tag == "phrase" for sense in senses):
            return any(sense.kind == "trigger" for sense in senses)
        verbal = [sense for sense in senses if sense.verbal]
        return bool(verbal) and all(sense.tag in _WE for sense in verbal)

    def _weapon_behind(self, first: int, last: int) -> bool:
        """A weapon that is no phrase is the verb's subject (ضربت صواريخ المطار)."""
        if last > first and "weapon" in self.r.lex[last] and self.r.words[first].core in HITS:
            return True
        at = last + 1
        if at >= len(self.r.forms) or "weapon" not in self.r.lex[at] or self.r.words[at].pro:
            return False
        return not any(one.first <= at <= one.last for one in self._row)

    def _other_event(self, last: int, agent: int) -> bool:
        """Another event noun stands nearer to an agent, which did that one (بعد مقتل جندي من قبل مسلحين); those that و
        joins are all its own."""
        return any(self.clauses.events[at] and "و" not in self.r.words[at].pro for at in range(last + 2, agent))

    def _whereabouts(self, phrase: Phrase) -> bool:
        """An adverb of place that opens with a direction (شمالي المدينة): where something is, not what is hit."""
        word = self.r.words[phrase.first]
        return phrase.kind == "place" and not phrase.prep and word.form in _DIRECTIONS and phrase.last > phrase.first

    def _event_behind(self, last: int) -> bool:
        """An event noun right behind the verb is its subject or cause (استهدفت غارة, قتل بغارة), but not what somebody
        speaks of (طالب بترحيل) or what the verb does not agree with (أيد مطالب، يقدمون المساعدة)."""
        at = last + 1
        while at < len(self.r.forms) and (at in self.r.number_tokens or self.r.words[at].func == "quant"):
            at += 1
        if not self.clauses.events[at] or rules_out(self.r.words[last], self.r.words[at]):
            return False
        if self.r.words[last].form.endswith(("ون", "وا")):
            return False
        return at != self._given and not (self._speaks and self.r.words[at].pro)

    def _owner(self, phrase: Phrase, last: int) -> bool:
        """A force after ل, right behind an event noun that is the subject (استهدفت غارة للتحالف)."""
        if phrase.first - last > 4 or phrase.prep != "ل":
            return False
        if phrase.kind not in FORCES and not (phrase.kind == "people" and phrase.role == "military"):
            return False
        return not any(last < one.first < phrase.first and one.kind != "adjective" for one in self._row)

    def _event_of(self, phrase: Phrase, last: int) -> bool:
        """The genitive of an event noun that is the subject (استهدفت غارات التحالف مواقع)."""
        return phrase.first == last + 2 and not (phrase.prep or self.r.words[last + 1].det) and acts(phrase)


_behind: Final[dict[str, str]] = {}


def behind(prep: str) -> str:
    """The slot behind a preposition, made once for each of them."""
    known = _behind.get(prep)
    if known is None:
        known = _behind[prep] = f"P:{prep}"
    return known


def acts(phrase: Phrase) -> bool:
    """It names somebody who does something."""
    return phrase.kind not in NO_DOERS and phrase.kind != "adjective"
