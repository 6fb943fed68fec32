"""Deeds of giving that their clause tells outright: a verb of giving and what is given (أرسلت قافلة مساعدات),
of getting it (تسلم الجيش أسلحة), the arrival of what carries it (وصلت طائرة محملة بالأدوية), people brought to safety
(أنقذت البحرية 40 مهاجرا). One claim each, with the mode that the things tell."""

from __future__ import annotations

from typing import Final

from khabar.claims.bringing import Bringing
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, THAT
from khabar.claims.gifts import NEVER, Gift, closes, entitles, outright, present
from khabar.claims.giving_words import (
    AIRDROPS,
    CARRIES,
    DROPS,
    GETS,
    GIVES,
    HANDS_OVER,
    LOTS,
    MONEYED,
    NEEDY,
    NOUNS,
    SENT,
    SETS_UP,
    SETTING_UP,
    SHARES,
    WAYS,
)
from khabar.claims.goods import (
    BRIDGES,
    BRINGS,
    HELP,
    HOSPITALS,
    RESCUERS,
    described_as,
    goods_mode,
    machine_of_war,
)
from khabar.claims.kinds import DEALERS
from khabar.claims.unsent import informed
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.reading import Reading
from khabar.text.ordered import below

_FROM: Final = frozenset(("من", "ب", "على", ""))
_NEEDED: Final = 8
_REACH: Final = 16
"""Tokens behind the verb within which what is given is named."""
_COMES_TO: Final = (["الى"], ["اليه"], ["اليها"])
"""Words behind توصل that is no bringing (ما توصل إليه الطرفان)."""
_ADDED: Final = HELP | BRIDGES | {"دعم", "دعما"}
"""What somebody gives more of."""
_SET_UP: Final = HOSPITALS | BRIDGES
_OF_A_SUM: Final = 6
"""Tokens behind a sum within which it is told what it is given as."""


class Giving:
    """Finds the gifts of a reading, sentence by sentence, where a word of help stands."""

    def __init__(self, reading: Reading, phrases: list[list[Phrase]], groups: list[list[Candidate]]) -> None:
        self.r = reading
        self.phrases = phrases
        self.bringing = Bringing(reading, phrases)
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
        """The readings of a word but for that of bringing help where its clause tells of none, and that of arming
        where it tells of knowledge."""
        if len(group) > 1 and any(informed(self.r, one) for one in group):
            group = [one for one in group if one.type != "AID"]
        if not any(one.id == BRINGS for one in group):
            return group
        return [one for one in group if one.id != BRINGS or self.of(one) is not None]

    def told(self, candidate: Candidate) -> tuple[str, str] | None:
        """The mode of aid that what is given tells, and by which rule."""
        gift = self.of(candidate) if candidate.type == "AID" else None
        if gift is None:
            return self._named(candidate)
        if gift.mode:
            return gift.mode, "what is given"
        needy = any(
            self.r.words[at].core in NEEDY
            for at in range(gift.last + 1, min(gift.last + 1 + _NEEDED, len(self.r.words)))
        )
        return ("humanitarian", "people in need who get it") if needy else None

    def _named(self, candidate: Candidate) -> tuple[str, str] | None:
        """By the adjective of help that the word itself names (حزمة مساعدات عسكرية)."""
        if candidate.type != "AID" or candidate.pos != "n":
            return None
        for at in range(candidate.first, candidate.last + 1):
            mode = goods_mode(self.r, at) if self.r.words[at].core in HELP else None
            if mode:
                return mode, "the help that is named"
        return None

    def undone(self, candidate: Candidate) -> bool:
        """Its verb is negated (لم تصل أي مساعدات)."""
        gift = self.of(candidate) if candidate.type == "AID" else None
        return gift is not None and self.r.forms[gift.verb - 1] in NEVER

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
                gift.sure, gift.noun = entitles(self.r, gift.verb, bounds.first, bounds.last), True
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
            return self.bringing.rescue(verb)
        if way == "heals":
            return self.bringing.cure(verb, end)
        if way == "arrives":
            return self.bringing.arrival(verb, start, end)
        if way == "gives" and self.r.words[verb].enc:
            return None
        if self.r.words[verb].core.endswith("وصل") and self.r.forms[verb + 1 : verb + 2] in _COMES_TO:
            return None
        doer = self._machine(verb)
        for at in range(verb + 1, min(verb + _REACH, end)):
            if closes(self.r, at):
                return None
            mode = goods_mode(self.r, at)
            if way == "adds" and "ل" in self.r.words[at].pro:
                return None
            if mode is None or at <= doer:
                continue
            prep = self.r.prep(at)
            if self._beside(verb, way, at, prep):
                continue
            if prep == "ل" and self.r.words[verb].core in AIRDROPS:
                prep = ""
            if prep not in _FROM or (prep == "على" and way != "gets") or not self._fits(verb, way, at, mode, end):
                return None
            if not mode and self.r.words[verb].core in DROPS | AIRDROPS:
                mode = "humanitarian"
            last, mode = self._whole(at, mode, end)
            return Gift(verb, verb, last, mode, way, outright(self.r, verb) or present(self.r, verb, last))
        return None

    def _beside(self, verb: int, way: str, at: int, prep: str) -> bool:
        """It is not what is given: that stands behind ب, is help itself, or is no part of a lot."""
        if way == "supplies" or self.r.words[verb].core in SHARES:
            return prep != "ب"
        if way == "adds":
            return self.r.words[at].core not in _ADDED
        return way == "gets" and prep == "من" and self.r.core(at - 2) not in LOTS

    def _whole(self, at: int, mode: str, end: int) -> tuple[int, str]:
        """The last token of what is given, and its mode: a sum is as what it is given as (مليار دولار من المساعدات
        العسكرية)."""
        if mode == "economic":
            for one in range(at + 1, min(at + 1 + _OF_A_SUM, end)):
                word = self.r.words[one]
                if closes(self.r, one) or "ل" in word.pro:
                    break
                if word.core in HELP and (self.r.prep(one) in {"من", "ك"} or "ك" in word.pro):
                    return one, goods_mode(self.r, one) or mode
        return described_as(self.r, at), mode

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
        if core in SETS_UP or core in SETTING_UP:
            return self.r.words[at].core in _SET_UP
        if at == verb + 1 and self.r.core(at + 1) in RESCUERS and self.r.acts[verb]:
            return False  # نقلت سيارات الإسعاف الجرحى
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
