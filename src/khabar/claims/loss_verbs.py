"""Verbs and verbal nouns of loss (قتل ثلاثة جنود، مقتل ضابط، خطف مسلحون طبيبا) and how many each counts: whom it
happened to, wherever in the sentence they stand."""

from __future__ import annotations

from typing import Final

from khabar.claims.headcounts import Count
from khabar.claims.held import held, vessels
from khabar.claims.killers import Killers
from khabar.claims.loss_nouns import PEOPLE, LossNouns
from khabar.claims.victims import Victims
from khabar.lexicon.found import Mark
from khabar.mentions.reading import Reading

_ENDS: Final = frozenset(("مصرع", "حتف", "مصرعه", "مصرعهم", "حتفه", "حتفهم"))
_BARE: Final = frozenset(("مصرع", "حتف"))
_FELLED: Final = frozenset(("figure.assassinated", "figure.felled", "figure.executed"))
"""Figures of verbs whose subject did it."""
_GAPPED: Final = frozenset(("missing", "displaced"))
"""What phrases tell whose number stands within them (اضطر ألف شخص إلى الفرار)."""
_LOST: Final = "figure.missing-lost-contact"
_ABDUCTED: Final = "figure.abducted"


class LossVerbs:
    """Counts whom verbs and verbal nouns of loss mean. ``starts`` and ``ends``: the words of loss by their first and
    last tokens; ``own``: last tokens of those that have a number of their own, to which it adds."""

    def __init__(
        self,
        reading: Reading,
        victims: Victims,
        killers: Killers,
        nouns: LossNouns,
        starts: dict[int, Mark],
        ends: dict[int, Mark],
        own: set[int],
    ) -> None:
        self.r = reading
        self.victims = victims
        self._killers = killers
        self._nouns = nouns
        self._starts = starts
        self._ends = ends
        self._own = own

    def counted(self, mark: Mark, number: int) -> Count | None:
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
        return self._spanning(mark, found, shared)

    def _spanning(self, mark: Mark, found: Count, shared: bool) -> Count:
        """The number and its word in one; at least one of each where two losses have the number between them."""
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
