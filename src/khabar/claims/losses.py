"""Figures of claims: killed, wounded, missing, captured, displaced, attacks, munitions, with who they were."""

from __future__ import annotations

from typing import Any, Final

from khabar.claims.conditions import without
from khabar.claims.headcounts import Count
from khabar.claims.held import held, vessels
from khabar.claims.killers import Killers
from khabar.claims.loss_nouns import PEOPLE, THINGS, LossNouns
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
_ENDS: Final = frozenset(("مصرع", "حتف", "مصرعه", "مصرعهم", "حتفه", "حتفهم"))
_KILLING: Final = frozenset(("figure.killed-verb", "figure.killing-noun"))
_FELLED: Final = frozenset(("figure.assassinated", "figure.felled", "figure.executed"))
"""Figures of verbs whose subject did it."""
_GAPPED: Final = frozenset(("missing", "displaced"))
"""What phrases tell whose number stands within them (اضطر ألف شخص إلى الفرار)."""
_STRUCK: Final = frozenset("دبابة الية مدرعة سفينة زورق طائرة مروحية ناقلة جرافة مبنى مبني منزل موقع هدف".split())
_ADVERBS: Final = frozenset(("ذبحا", "شنقا", "رميا"))
"""Words of how somebody was put to death, spelt as verbs."""
_PERISHED: Final = "figure.perished"
_LOST: Final = "figure.missing-lost-contact"
_ABDUCTED: Final = "figure.abducted"
_LEADING: Final = frozenset(("في", "من", "على", "الى", "عن"))
_SUBJECT: Final = 6
"""Tokens of those who seize, and of where they do, before the number of those whom they hold."""
_BARE: Final = frozenset(("مصرع", "حتف"))
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
        self._killers = killers
        self.victims = Victims(reading, phrases)
        self.rises = [at for at in reading.tokens.cores(RISES) if raises(reading, at)]
        self._by_sentence: dict[int, list[Loss]] = {}
        marks = sorted(reading.marks.of("figure"), key=in_order)
        self._zero = {at for mark in marks if mark.entry.zero for at in range(mark.first, mark.last + 1)}
        self._starts = {mark.first: mark for mark in marks}
        self._ends: dict[int, Mark] = {mark.last: mark for mark in marks}
        self._own: set[int] = set()
        self._nouns = LossNouns(reading, self.victims, self._ends, self._own)
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
        found = self._told(mark, number) if happened else self._nouns.counted(mark, number)
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

    def _told(self, mark: Mark, number: int) -> Count | None:
        """What a verb or verbal noun of loss happened to: after it, before it (ثلاثة جنود قتلوا), or shared with the
        loss that follows at once (مقتل وإصابة 35: at least one of each)."""
        sentence = self.r.sentences[number]
        many = mark.tag.endswith((".p", ".d")) or any(
            (core := self.r.words[at].core) in _ENDS and (self.r.words[at].enc or core not in _BARE)
            for at in range(mark.first, mark.last + 1)
        )
        found = self._victim(mark, sentence.last) or self._accompanied(mark, sentence.first, sentence.last)
        if found is None and many:
            verb = mark.sense.verbal and not self._taken(mark)
            found = self.victims.object_after(mark.last, sentence.last) if verb else None
            found = None if found is None else self.victims.joined(found, sentence.last)
            found = found or self.victims.before(mark.first, sentence.first, 8)
        shared = found is None and mark.last + 1 in self._starts and "و" in self.r.words[mark.last + 1].pro
        if shared and mark.sense.verbal:
            found = self.victims.right_before(mark.first, sentence.first)
            shared = found is None
        if found is None:
            found = self._behind(mark, shared, sentence.last)
        if found is None:
            found = self._elsewhere(mark, sentence.first, many=many)
        if (
            mark.tag.endswith(".d")
            and not self._taken(mark)
            and (found is None or (found.low, found.high) == (2, None))
        ):
            found = Count(mark.first, mark.last, 2, 2, None if found is None else found.of)
        if mark.entry.what == "captured":
            found = self._captives(mark, found, sentence.last)
        else:
            found = self.victims.made_up(found, mark.last, sentence.last) or found
        if found is None or (mark.entry.what not in PEOPLE and self._named(found)):
            return None
        if not shared:
            self._own.add(mark.last)
        one = found.high == found.low and found.low > 1
        if one and found.last < mark.first and self._nouns.mixed(mark):
            return found.on(found.first, mark.last).ranging(1, found.low - 1)
        if one and found.first > mark.last and self._one_of_two(mark, shared):
            return found.on(mark.first, found.last).ranging(1, found.low - 1)
        return found.on(min(mark.first, found.first), max(mark.last, found.last))

    def _elsewhere(self, mark: Mark, start: int, *, many: bool) -> Count | None:
        """Who stands before the word of loss, within its phrase, or is its suffix."""
        found = None
        if not many:
            back = mark.sense.verbal or mark.sense.id == _LOST
            look = self.victims.before(mark.first, start, 8) if back else None
            found = look or self.victims.number_before(mark.first, start)
        if found is None and mark.entry.what in _GAPPED and mark.last - mark.first > 1:
            found = self.victims.after(mark.first, mark.last)
        if found is None and mark.entry.what == "killed":
            found = self._suffixed(mark)
        return found

    def _accompanied(self, mark: Mark, start: int, limit: int) -> Count | None:
        """Who stands before a verb of loss that goes on with those who fell with him (إن القائد قتل مع أربعة)."""
        if not mark.sense.verbal or self.victims.beside(mark.last, limit) is None:
            return None
        return self.victims.before(mark.first, start, 8)

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

    def _captives(self, mark: Mark, found: Count | None, limit: int) -> Count | None:
        """Whom a word of seizing means: further on in the clause perhaps, not those who seize, and no ships."""
        if self._taken(mark):
            return None
        if found is not None and found.high == 1 and found.first > mark.last:  # أوقفت المباحث سبعة أعضاء
            found = self.victims.object_past(found, limit) or found
        found = found or self.victims.people_after(mark.last, limit)
        if found is not None and found.first > mark.last:
            found = held(self.r, self.victims, found, limit)
        found = self.victims.made_up(found, mark.last, limit) or found
        return None if found is None or vessels(self.r, found) else found

    def _behind(self, mark: Mark, shared: bool, limit: int) -> Count | None:
        """Who stands behind a loss, or behind the one that shares them with it."""
        found = None if self._taken(mark) else self.victims.after(mark.last + shared, limit)
        if found is None or shared or not mark.sense.verbal:
            return found
        past = self.victims.object_past(found, limit)
        return past or (self.victims.one_past(found) if self._subject(mark, found) else found)

    def _one_of_two(self, mark: Mark, shared: bool) -> bool:
        """The number is that of this loss of people and of another, behind it (``shared``) or before it."""
        if mark.entry.what not in PEOPLE:
            return False
        if shared and self._starts[mark.last + 1].entry.what in PEOPLE:
            return True
        before = self._ends.get(mark.first - 1)
        if before is None or before.last in self._own or "و" not in self.r.words[mark.first].pro:
            return False
        return before.entry.what in PEOPLE

    def _victim(self, mark: Mark, limit: int) -> Count | None:
        """Those whom somebody who is named killed (قتل مسلحون القاضي)."""
        pair = self._killers.pairs.get(mark.first) if mark.entry.what in PEOPLE else None
        return None if pair is None or pair[0].first < mark.first else self.victims.told(pair[1], limit)

    def _subject(self, mark: Mark, found: Count) -> bool:
        """Those right behind a verb that is no passive as it is spelt, or armed men behind one that may be: they did it
        (اغتال مجهولون القاضي، خطف مسلحون وقتلوا عاملين)."""
        if mark.entry.what == "killed":
            return mark.sense.id in _FELLED and not mark.tag.startswith("pass") and self.victims.armed(found)
        return mark.sense.id == _ABDUCTED and self.victims.armed(found)

    def _named(self, count: Count) -> bool:
        """One person told by name or office, not by number: whoever is held, not how many."""
        return count.of is not None and count.low == count.high == 1 and not self.victims.one_of(count.first)

    def _taken(self, mark: Mark) -> bool:
        """The verb's own suffix is the victim (قتلهم مسلحون): whoever follows did it."""
        return mark.sense.verbal and bool(self.r.words[mark.last].enc) and mark.first == mark.last

    def _suffixed(self, mark: Mark) -> Count | None:
        """Whom a suffix means that what was done killed (ما أدى إلى مقتله، فأردوه قتيلا)."""
        caused = mark.sense.id == "figure.claimed-toll"
        felled = mark.sense.id == "figure.fell-dead" and mark.first < mark.last
        suffix = self.r.words[mark.last].enc if caused else self.r.words[mark.first].enc if felled else ""
        many = {"ه": 1, "ها": 1, "هما": 2}.get(suffix)
        return Count(mark.first, mark.last, many, many, None) if many is not None else None

    def _make(self, count: Count, what: str, rule: str) -> Loss:
        start, end = self.r.raw(count.first, count.last)
        figure = Figure(what=what, low=_whole(count.low), high=_whole(count.high), of=count.of, start=start, end=end)
        return Loss(count.first, count.last, figure, rule)


def _whole(value: Any) -> Any:
    return int(value) if value is not None and float(value).is_integer() else value
