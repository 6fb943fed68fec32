"""Deeds of giving that their clause tells outright: a verb of giving and what is given (أرسلت قافلة مساعدات),
of getting it (تسلم الجيش أسلحة), the arrival of what carries it (وصلت طائرة محملة بالأدوية), people brought to safety
(أنقذت البحرية 40 مهاجرا). One claim each, with the mode that the things tell."""

from __future__ import annotations

from typing import Final

from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, THAT, bare
from khabar.claims.giving_words import (
    CARRIES,
    DROPS,
    GETS,
    GIVES,
    HANDS_OVER,
    HELD,
    KEPT,
    LOADS,
    LOTS,
    MONEYED,
    NEEDY,
    NOUNS,
    SENT,
    SETS_UP,
    STATIONS,
    WAYS,
    WELCOMES,
)
from khabar.claims.goods import BRINGS, HOSPITALS, goods_mode, machine_of_war
from khabar.claims.kinds import DEALERS, HUMANS
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text.ordered import below

_BEYOND: Final = frozenset("ان كي لكي كما بان هل لو اذا".split())
"""Words right before a verb that tells of nothing done."""
_FROM: Final = frozenset(("من", "ب", "على", ""))
_NEEDED: Final = 8
_REACH: Final = 16
"""Tokens behind the verb within which what is given is named."""
_NEVER: Final = frozenset(("لم", "ولم"))
_PERFECT: Final[tuple[str, ...]] = ("perf", "pass")
_SHORT: Final = 9
_LONG: Final = 14


class Gift:
    """A deed of giving: its verb (or verbal ``noun``), tokens ``first`` to ``last`` from verb or load to what is given,
    its ``mode``, the ``way`` in which it is told (``gives``, ``supplies``, ``gets``, ``arrives``, ``saves``)."""

    __slots__ = ("first", "last", "load", "mode", "noun", "sure", "verb", "way")

    def __init__(self, verb: int, load: int, last: int, mode: str, way: str, sure: bool) -> None:
        self.verb = verb
        self.load = load
        self.first = min(verb, load)
        self.last = last
        self.mode = mode
        self.way = way
        self.sure = sure
        self.noun = False


class Giving:
    """Finds the gifts of a reading, sentence by sentence, where a word of help stands."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], groups: list[list[Candidate]]) -> None:
        self.r = reading
        self.phrases = phrases
        self._found: dict[int, list[Gift]] = {}
        self._helps = [group[0].first for group in groups if any(one.type == "AID" for one in group)]

    def of(self, candidate: Candidate) -> Gift | None:
        """The gift that a word is part of."""
        gifts = self._found.get(candidate.sentence)
        if gifts is None:
            gifts = self._found[candidate.sentence] = self._gifts(candidate.sentence)
        at = candidate.first
        for one in gifts:
            if one.first <= at <= one.last:
                return one
        return None

    def fitting(self, group: list[Candidate]) -> list[Candidate]:
        """The readings of a word but for that of bringing help where its clause tells of none."""
        if not any(one.id == BRINGS for one in group):
            return group
        return [one for one in group if one.id != BRINGS or self.of(one) is not None]

    def told(self, candidate: Candidate) -> tuple[str, str] | None:
        """The mode of aid that what is given tells, and by which rule."""
        gift = self.of(candidate) if candidate.type == "AID" else None
        if gift is None:
            return None
        if gift.mode:
            return gift.mode, "what is given"
        needy = any(
            self.r.words[at].core in NEEDY
            for at in range(gift.last + 1, min(gift.last + 1 + _NEEDED, len(self.r.words)))
        )
        return ("humanitarian", "people in need who get it") if needy else None

    def undone(self, candidate: Candidate) -> bool:
        """Its verb is negated (لم تصل أي مساعدات)."""
        gift = self.of(candidate) if candidate.type == "AID" else None
        return gift is not None and self.r.forms[gift.verb - 1] in _NEVER

    def received(self, candidate: Candidate) -> bool:
        """It is told of whoever got it (تلقت بلاده منظومتين)."""
        gift = self.of(candidate) if candidate.type == "AID" else None
        return gift is not None and gift.way == "gets"

    def purpose(self, candidate: Candidate) -> bool:
        """The noun only says what a gift of its clause is for (قدم قرضا لتمويل مشروع)."""
        first = candidate.first
        if candidate.pos != "n" or "ل" not in self.r.words[first].pro:
            return False
        self.of(candidate)
        for gift in self._found[candidate.sentence]:
            between = range(gift.last + 1, first)
            if 0 < len(between) <= _REACH and not any(self.r.acts[at] or self.r.forms[at] in STOPS for at in between):
                return True
        return False

    def behind(self, candidate: Candidate) -> bool:
        """The word is the verb of a gift that a word of help behind it tells (تسلم الجيش أسلحة)."""
        gift = self.of(candidate)
        if gift is None or not (gift.sure or gift.noun) or candidate.first != gift.verb:
            return False
        return any(gift.verb < at <= gift.last for at in self._helps)

    def carried(self, candidate: Candidate, last: Candidate) -> bool:
        """The help is only what those were carrying whom something else befell (اعترضت البحرية سفينة تحمل مساعدات)."""
        between = range(last.last + 1, candidate.first)
        if not any(self.r.core(at) in CARRIES for at in (*between, candidate.first)):
            return False
        return not any(
            self.r.forms[at] in STOPS
            or self.r.forms[at] in THAT
            or (self.r.acts[at] and self.r.core(at) not in CARRIES)
            for at in between
        )

    def _gifts(self, sentence: int) -> list[Gift]:
        """The gifts of a sentence, none inside another."""
        bounds = self.r.sentences[sentence]
        found: list[Gift] = []
        words = self.r.tokens.cores(HANDS_OVER)
        for number in range(below(words, bounds.first), len(words)):
            verb = words[number]
            if verb >= bounds.last:
                break
            acts = self.r.acts[verb]
            way = self._way(verb) if acts else NOUNS.get(self.r.words[verb].core, "")
            gift = self._gift(verb, way, bounds.first, bounds.last) if way else None
            if gift is None or (found and gift.first <= found[-1].last):
                continue
            if not acts:
                gift.sure, gift.noun = False, True
            found.append(gift)
        return found

    def _way(self, verb: int) -> str:
        core = self.r.words[verb].core
        if core in GETS and core in GIVES:  # تسلم الجيش, تسلم روسيا الجيش
            row = self.phrases[self.r.sentence_at[verb]]
            beside = [one for one in row if verb in {one.first - 1, one.last + 1} and not one.prep]
            gives = any(one.kind == "state" or self.r.words[one.head].core.endswith("ة") for one in beside)
            return "gives" if gives else "gets"
        return WAYS.get(core, "")

    def _gift(self, verb: int, way: str, start: int, end: int) -> Gift | None:
        """What a verb or noun of giving hands over in a way (``gives``: قدم مساعدات; ``supplies``: زود الجيش بالأسلحة),
        or None."""
        if way == "saves":
            return self._rescue(verb)
        if way == "arrives":
            return self._arrival(verb, start, end)
        if way == "gives" and self.r.words[verb].enc:
            return None
        doer = self._machine(verb)
        for at in range(verb + 1, min(verb + _REACH, end)):
            if self._closes(at):
                return None
            mode = goods_mode(self.r, at)
            if mode is None or at <= doer:
                continue
            prep = self.r.prep(at)
            if way == "supplies" and prep != "ب":
                continue
            if way == "gets" and prep == "من" and self.r.core(at - 2) not in LOTS:
                continue
            if prep not in _FROM or (prep == "على" and way != "gets") or not self._fits(verb, way, at, mode, end):
                return None
            if not mode and self.r.words[verb].core in DROPS:
                mode = "humanitarian"
            return Gift(verb, verb, at, mode, way, self._sure(verb))
        return None

    def _machine(self, verb: int) -> int:
        """The last token of a machine right behind the verb that does it (نقلت طائرة إيرانية أسلحة), or -1."""
        row = self.phrases[self.r.sentence_at[verb]]
        near = next((one for one in row if one.first == verb + 1 and one.machine and not one.prep), None)
        if near is None or near.definite:
            return -1 if near is None else near.last
        return (
            near.last
            if any(
                goods_mode(self.r, at) is not None for at in range(near.last + 1, min(near.last + 4, len(self.r.words)))
            )
            else -1
        )

    def _fits(self, verb: int, way: str, at: int, mode: str, end: int) -> bool:
        """Arms are help where somebody gets them; machines of war that are sent are a deployment."""
        core = self.r.words[verb].core
        if core in SETS_UP:
            return self.r.words[at].core in HOSPITALS
        if mode == "military" and ((way == "gives" and core in DROPS) or self.r.words[at].enc in THIRD):
            return False
        if way == "gets":
            return mode != "economic" or self.r.prep(at) != "ب"
        if mode == "economic" and core in MONEYED:
            return core.startswith(("حول", "ارسل"))
        if mode != "military" or way == "supplies":
            return True
        if machine_of_war(self.r, at) and core in SENT:
            return False
        row = self.phrases[self.r.sentence_at[verb]]
        behind = [one for one in row if verb < one.first < min(end, at + _REACH) and one.kind in DEALERS]
        if any(one.prep in {"الى", "ل"} and one.first > at for one in behind):
            return True
        named = [one for one in behind if one.first < at and not one.prep and one.coord is None]
        return len(named) > (0 if not self.r.acts[verb] else 1)

    def _rescue(self, verb: int) -> Gift | None:
        """Its object is people, by their number or kind."""
        row = self.phrases[self.r.sentence_at[verb]]
        if any(self.r.core(at) in HELD for at in range(verb + 1, verb + 4)):
            return None
        near = [one for one in row if verb < one.first <= verb + _LONG and bare(one)]
        for phrase in near[:4]:
            core = self.r.words[phrase.head].core
            if phrase.kind not in HUMANS or phrase.role == "military" or core in KEPT:
                continue
            counted = phrase.first - 1 in self.r.number_tokens or self.r.words[phrase.first - 1].func == "quant"
            counted = counted or phrase.first in self.r.number_tokens
            if (counted or phrase.number == "p") and phrase.first > verb + 1:
                return Gift(verb, phrase.first, verb, "humanitarian", "saves", self._sure(verb) and counted)
        return None

    def _arrival(self, verb: int, start: int, end: int) -> Gift | None:
        """Its subject is what carries help, before or right behind it."""
        if self.r.words[verb].core.endswith("وا"):
            return None
        if self.r.words[verb].core in WELCOMES and self.r.core(verb + 1) not in STATIONS:
            return None
        for load in range(verb + 1, min(verb + _SHORT, end)):
            if self._closes(load):
                break
            last = self._loaded(load, end) if self._carrier(load) else None
            if last is not None:
                return Gift(verb, load, last[0], last[1], "arrives", self._sure(verb))
        found: Gift | None = None
        for load in range(verb - 1, max(start, verb - _REACH) - 1, -1):
            if self._closes(load) or self.r.forms[load] in THAT:
                break
            last = self._loaded(load, verb) if self._carrier(load) else None
            if last is not None:
                found = Gift(verb, load, last[0], last[1], "arrives", self._sure(verb))
        return found

    def _carrier(self, at: int) -> bool:
        """What may bring help stands there as a subject."""
        return self.r.words[at].core in LOADS and self.r.prep(at) in {"", "من"}

    def _loaded(self, load: int, end: int) -> tuple[int, str] | None:
        """Where it is told that it carries help, and of what mode."""
        own = goods_mode(self.r, load)
        known = own if own is not None and own != "military" else None
        carried = False
        for at in range(load + 1, min(load + _REACH, end)):
            if self.r.forms[at] in STOPS:
                break
            carried = carried or self.r.core(at) in CARRIES
            mode = goods_mode(self.r, at) if carried or at == load + 1 else None
            if mode is not None and not (machine_of_war(self.r, at) and not carried):
                return at, mode or known or ""
        return None if known is None else (load, known)

    def _closes(self, at: int) -> bool:
        """Another clause begins there."""
        if self.r.forms[at] in STOPS or self.r.forms[at] in RELATIVE:
            return True
        return self.r.acts[at] and self.r.core(at) not in CARRIES

    def _sure(self, verb: int) -> bool:
        """A perfect or a future that nothing makes a wish or a condition."""
        word = self.r.words[verb]
        if "ل" in word.pro or self.r.forms[verb - 1] in _BEYOND:
            return False
        if self.r.forms[verb - 1] in _NEVER:
            return True
        if "س" in word.pro or self.r.forms[verb - 1] == "سوف":
            return True
        verbal = [sense.tag for sense in word.senses if sense.verbal]
        return any(tag.startswith(_PERFECT) for tag in verbal) if verbal else not word.core.startswith(("ي", "ت"))
