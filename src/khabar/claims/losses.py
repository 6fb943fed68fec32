"""Figures of claims: killed, wounded, missing, captured, displaced, attacks, munitions, with who they were."""

from __future__ import annotations

from typing import Any, Final

from khabar.claims.conditions import without
from khabar.claims.headcounts import Count
from khabar.claims.killers import Killers
from khabar.claims.loss_nouns import PEOPLE, THINGS, LossNouns
from khabar.claims.loss_verbs import LossVerbs
from khabar.claims.standing_words import FORCES, HOLDS
from khabar.claims.sums import RISES, raises
from khabar.claims.victims import Victims
from khabar.lexicon.found import Mark, in_order
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.model import Figure
from khabar.text import folded
from khabar.text.ordered import past

_BREATH: Final = 9
_AFTER: Final = frozenset("بعد عقب غداة ردا انتقاما".split())
"""Words between two losses of which the second came before (قتل ستة بعد مقتل ضابط)."""
CASUALTIES: Final = frozenset(("killed", "wounded", "missing"))
_DYING: Final = frozenset("وفاة توفي توفيت توفوا مات ماتت موت استشهاد استشهد فارق".split())
_KILLING: Final = frozenset(("figure.killed-verb", "figure.killing-noun"))
_STRUCK: Final = frozenset("دبابة الية مدرعة سفينة زورق طائرة مروحية ناقلة جرافة مبنى مبني منزل موقع هدف".split())
_ADVERBS: Final = frozenset(("ذبحا", "شنقا", "رميا"))
"""Words of how somebody was put to death, spelt as verbs."""
_PERISHED: Final = "figure.perished"
_LEADING: Final = frozenset(("في", "من", "على", "الى", "عن"))
_SUBJECT: Final = 6
"""Tokens behind a verb of dying within which its subject stands, and then على."""
_ANY_HARM: Final = frozenset(("اصابات", "ضحايا"))
"""Nouns that deny both dead and wounded (دون أن يبلغ عن إصابات)."""
_NEWS: Final = frozenset(
    "انباء نبا تقارير معلومات تفاصيل يتضح تتضح يعرف تعرف واضحا معروفا اذا يتسن يتحدث تتحدث يشر تشر يشير تشير يذكر "
    "تذكر يوضح توضح يحدد تحدد حصيلة".split()
)
"""Words under a negation that say only that nothing is known of losses."""
_UNDER: Final = 8
"""Tokens between a negation and the loss that it denies."""
_NO: Final = frozenset(("دون", "بدون", "لم", "لا", "عدم", "بلا", "لن"))


class Loss:
    """A figure and the tokens that state it."""

    __slots__ = ("figure", "first", "last", "rule")

    def __init__(self, first: int, last: int, figure: Figure, rule: str) -> None:
        self.first = first
        self.last = last
        self.figure = figure
        self.rule = rule


_NO_LOSSES: Final[list[Loss]] = []


class LossFinder:
    """Finds counted losses around the words that name them."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], killers: Killers) -> None:
        self.r = reading
        self.victims = Victims(reading, phrases)
        self.rises = [at for at in reading.tokens.cores(RISES) if raises(reading, at)]
        self._by_sentence: dict[int, list[Loss]] = {}
        marks = sorted(reading.marks.of("figure"), key=in_order)
        self._zero = {at for mark in marks if mark.entry.zero for at in range(mark.first, mark.last + 1)}
        starts: dict[int, Mark] = {mark.first: mark for mark in marks}
        ends: dict[int, Mark] = {mark.last: mark for mark in marks}
        own: set[int] = set()
        self._nouns = LossNouns(reading, self.victims, ends, own)
        self._verbs = LossVerbs(reading, self.victims, killers, self._nouns, starts, ends, own)
        for mark in marks:
            number = reading.sentence_at[mark.first]
            if number >= 0 and (mark.entry.zero or mark.last not in self._zero):
                loss = self._loss(number, mark)
                if loss is not None:
                    self._add(number, loss)
                    self._add_company(number, mark, loss)
                    if loss.figure.high == 0 and reading.words[mark.first].core in _ANY_HARM:
                        for what in PEOPLE - {loss.figure.what}:
                            self._add(number, self._make(Count(mark.first, mark.last, 0, 0, None), what, "figure.zero"))

    def _add(self, number: int, loss: Loss) -> None:
        row = self._by_sentence.setdefault(number, [])
        same = (loss.figure.what, loss.figure.low, loss.figure.high)
        for one in row:
            near = abs(one.first - loss.first) < 12
            if near and (one.figure.what, one.figure.low, one.figure.high) == same:
                return
            within = one.first <= loss.first <= one.last
            if within and one.figure.what == loss.figure.what and (near or one.figure.low == loss.figure.low):
                return
            if one.figure.what == "killed" and self._slain(one, loss):
                return
        row.append(loss)

    def _add_company(self, number: int, mark: Mark, loss: Loss) -> None:
        """Those who fell with the one who is told of first (قتل القائد مع ثلاثة من مرافقيه), or on the other side."""
        figure, end = loss.figure, max(loss.last, mark.last)
        if figure.what not in PEOPLE:
            return
        limit = self.r.sentences[number].last
        more = self.victims.beside(end, limit) if figure.high == 1 else self.victims.more_of_them(end, limit)
        if more is not None:
            self._add(number, self._make(more, figure.what, loss.rule))
        elif figure.high is not None and figure.low is not None and loss.last > mark.last:
            row = self._by_sentence[number]
            known = [one.first for one in row if one.figure.what == figure.what]
            tied = (one for one in self.victims.tied(end, limit) if one.first not in known)
            row.extend([self._make(one, figure.what, loss.rule) for one in tied])

    def _slain(self, dead: Loss, loss: Loss) -> bool:
        """The dead had been hurt or held before they died (أعدم التنظيم عشرة أسرى)."""
        what = loss.figure.what
        if what == "captured":
            return dead.first <= loss.first <= dead.last
        return what == "wounded" and self._same(dead, loss)

    @staticmethod
    def _same(dead: Loss, hurt: Loss) -> bool:
        """The one who died had been hurt before (استشهد فلان متأثرا بجروح أصيب بها)."""
        return hurt.figure.of is not None and hurt.figure.of == dead.figure.of and hurt.figure.high == 1

    def of(self, sentence: int) -> list[Loss]:
        """The losses of a sentence, by its number."""
        row = self._by_sentence.get(sentence)
        return _NO_LOSSES if row is None else row

    def anchor(self, sentence: int, loss: Loss) -> int:
        """Token that decides which claim a loss belongs to: of losses told in one breath (قتل ثلاثة وأصيب سبعة) the
        first one's. A total that they lead to (ليرتفع العدد إلى) is told apart."""
        at = loss.first
        for other in sorted(self.of(sentence), key=lambda one: -one.first):
            if other.first < at and past(self.rises, at) > past(self.rises, other.first):
                break
            if other.first < at and any(form in _AFTER for form in self.r.forms[other.last + 1 : loss.first]):
                break
            if other.figure.what in CASUALTIES and loss.figure.what in CASUALTIES and 0 < at - other.first <= _BREATH:
                at = other.first
        return at

    def _loss(self, number: int, mark: Mark) -> Loss | None:
        """What a word of loss tells: nobody (لم يصب أحد), or as many as stand with it; None where it tells of no loss
        here."""
        entry, sentence = mark.entry, self.r.sentences[number]
        what: str = entry.what
        if entry.zero:
            none = Count(mark.first, mark.last, 0, 0, None)
            untold = entry.order == "untold" or self._denied(mark.first, sentence.first) == "untold"
            return None if untold else self._make(none, what, "figure.zero")
        bare = mark.tag == "plural" and not self.r.words[mark.first].det
        denied = self._denied(mark.first, sentence.first) if bare else ""
        if denied:
            return (
                None
                if denied == "untold" or what in THINGS
                else self._make(Count(mark.first, mark.last, 0, 0, None), what, "figure.zero")
            )
        if what == "wounded" and self.r.core(mark.last + 1) in _STRUCK:  # إصابة دبابة
            return None
        if self.r.forms[mark.first] in _ADVERBS or self._does_away(mark):
            return None
        if what == "wounded" and (self._died(mark.first) or self._active(mark)):
            return None
        if (mark.sense.id in _KILLING and self._meant(mark, sentence.first)) or without(self.r, mark.first):
            return None
        if mark.tag == "noun" and self._verb(mark):
            return None
        things = what in THINGS
        told = mark.sense.verbal or mark.tag == "phrase" or entry.order != "count-noun"
        happened = not things and (told or self._masdar(mark))
        found = self._verbs.counted(mark, number) if happened else self._nouns.counted(mark, number)
        if found is None or (what == "displaced" and self._housed(found, sentence.first)):
            return None
        return self._make(found, what, f"figure.{mark.sense.id.removeprefix('figure.')}")

    def _died(self, first: int) -> bool:
        """They had been counted as wounded before they died (بعد وفاة جريحين، توفي أحد الجرحى)."""
        before = first - 2 if self.r.forms[first - 1] in {"احد", "احدى"} else first - 1
        return before >= 0 and not self.r.words[first].pro and self.r.words[before].core in _DYING

    def _active(self, mark: Mark) -> bool:
        """The active of a verb that tells of losses in the passive alone (أصيب ثلاثة, not أصاب الصاروخ)."""
        if mark.sense.id != "figure.injured-passive":
            return False
        return "pass" not in mark.tag or self.r.forms[mark.last + 1 : mark.last + 2] == ["بها"]  # جروح أصيب بها

    def _meant(self, mark: Mark, start: int) -> bool:
        """A killing that is meant (التخطيط لقتل), or a verb where a preposition makes it a noun (اشتراكه في قتل)."""
        word = self.r.words[mark.first]
        led = mark.first > start and self.r.forms[mark.first - 1] in _LEADING
        return word.core == "قتل" and ("ل" in word.pro or (mark.sense.verbal and led))

    def _verb(self, mark: Mark) -> bool:
        """The form is a verb here (خطف مسلحون طبيبا), by which it is read."""
        senses = self.r.words[mark.first].senses
        return self.r.acts[mark.first] and any(one.entry is mark.entry and one.verbal for one in senses)

    def _housed(self, count: Count, start: int) -> bool:
        """They live somewhere (يستضيف 600 ألف لاجئ) or fled as fighters do: nobody drove them out now."""
        before = self.r.words[max(start, count.first - 4) : count.first]
        fighters = count.of is not None and folded(count.of.split()[0]).removeprefix("ال") in FORCES
        return fighters or any(word.core in HOLDS for word in before)

    def _masdar(self, mark: Mark) -> bool:
        """A verbal noun (مقتل, إصابة) takes its victims after it as a verb does."""
        word = self.r.words[mark.first]
        return (
            mark.entry.what in PEOPLE
            and mark.tag == "noun"
            and not (word.det and word.core == "قتل")
            and word.core in {"مقتل", "مصرع", "اصابة", "استشهاد", "وفاة", "قتل"}
        )

    def _denied(self, first: int, start: int) -> str:
        """Whether a loss stands under a negation: "none" (لم يسفر الانفجار عن إصابات), "untold" where nothing is known
        (لم ترد أنباء عن إصابات، لم يتضح ما إذا كانت هناك إصابات), else ""."""
        untold = False
        for at in range(first - 1, max(start, first - _UNDER) - 1, -1):
            form = self.r.forms[at]
            if form == "،":
                return ""
            untold = untold or self.r.core(at) in _NEWS
            if form.removeprefix("و") in _NO:
                return "untold" if untold else "none"
        return ""

    def _does_away(self, mark: Mark) -> bool:
        """The verb goes on with على (قضى الجيش على فلول المسلحين): it is no verb of dying."""
        if mark.sense.id != _PERISHED:
            return False
        for at in range(mark.last + 1, min(mark.last + _SUBJECT, len(self.r.forms))):
            if self.r.forms[at] == "على":
                return True
            if self.r.prep(at):
                return False
        return False

    def _make(self, count: Count, what: str, rule: str) -> Loss:
        start, end = self.r.raw(count.first, count.last)
        figure = Figure(what=what, low=_whole(count.low), high=_whole(count.high), of=count.of, start=start, end=end)
        return Loss(count.first, count.last, figure, rule)


def _whole(value: Any) -> Any:
    return int(value) if value is not None and float(value).is_integer() else value
