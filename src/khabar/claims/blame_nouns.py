"""Nouns of blame and suits, with who blames and who is blamed (اتهامات لإسرائيل بسرقة الأعضاء, تبادلت الدولتان
الاتهامات, تواجه الحكومة انتقادات)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blame_words import (
    ABOUT,
    AGAINST,
    AMID,
    AT,
    BEFORE,
    DENIES,
    FACES,
    FILES,
    LEVELS,
    STIRS,
    THROWS,
    TRADES,
    TRAILS,
)
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import BREAKS, STOPS, THAT
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import PARTIES, SPEAKERS
from khabar.claims.speech_objects import OF_WORDS
from khabar.mentions.phrase import Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.reading import Reading

_THROWING: Final = "القاء"
_ON: Final = frozenset(("على",))
_TO_IT: Final = frozenset("لها له لهم لهما اليها اليه اليهم اليهما".split())
_TOPIC: Final = 8
"""Tokens behind the blame that two trade within which it is told what it is."""
_NEAR: Final = 3
_SHORT: Final = 2
_REACH: Final = 9
"""Tokens behind a noun of blame within which whoever is blamed is named."""
_BACK: Final = 14
"""Tokens before it within which its verb stands."""
_FILED: Final = 16
"""Tokens behind what is brought against somebody within which he is named."""
_MUTUAL: Final = frozenset(("متبادل", "متبادلة"))


class Accusation:
    """Who blames and who is blamed; ``sure``: nothing but a claim is told so; ``closed``: nobody else blames;
    ``body``: before whom something is brought."""

    __slots__ = ("accused", "accusers", "body", "closed", "sure")

    def __init__(
        self,
        accusers: list[Phrase],
        accused: list[Phrase],
        sure: bool,
        closed: bool = False,
        body: Phrase | None = None,
    ) -> None:
        self.accusers = accusers
        self.accused = accused
        self.sure = sure
        self.closed = closed or bool(accusers)
        self.body = body


def thrown(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """Blame is thrown on somebody (ألقى الرئيس باللائمة على جيرانه)."""
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _BACK)
    verb = next((at for at in range(candidate.last, start - 1, -1) if reading.words[at].core in THROWS), -1)
    upon = _led(reading, row, candidate.first, _BACK, _ON)
    if verb < 0 or upon is None:
        return None
    behind = [one for one in row if verb < one.first and one.last < upon.first and not one.prep]
    thrower = next((one for one in behind if one.kind in SPEAKERS and one.first == verb + 1), None)
    told = reading.words[verb].core != _THROWING and not _denied(reading, verb)
    return Accusation(tied([thrower], row), tied([upon], row), told)


def suit(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """Something is brought against somebody (رفعت العائلات دعوى ضد الشركة)."""
    against = _led(reading, row, candidate.last, _FILED, AGAINST)
    if against is None:
        body = _led(reading, row, candidate.last, _NEAR, BEFORE)
        return Accusation([], [], False, False, body) if body is not None else None
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _BACK)
    verb = next((at for at in range(candidate.last, start - 1, -1) if reading.words[at].core in FILES), -1)
    if verb < 0:
        return None
    return Accusation([], tied([against], row), reading.acts[verb] and not _denied(reading, verb))


def traded(reading: Reading, at: int, row: list[Phrase]) -> Accusation | None:
    """Two sides blame each other (تبادلت الدولتان الاتهامات)."""
    start = max(0, at - _BACK)
    verb = next((one for one in range(at - 1, start, -1) if reading.words[one].core in TRADES), -1)
    if verb < 0 and start == 0 and reading.words[0].core in TRADES:
        verb = 0
    if verb < 0 and reading.words[at + 1].core in _MUTUAL:  # اتهامات متبادلة بين
        verb = at
    if verb < 0 or any(reading.forms[one] in BREAKS for one in range(verb, at)):
        return None
    sides = [one for one in row if verb < one.first < at and not one.prep and one.kind not in NO_DOERS]
    before = [one for one in row if one.last == verb - 1 and not one.prep and one.kind in PARTIES]
    sides = tied((sides or before)[:1], row)
    end = next(
        (one for one in range(at + 1, min(at + _BACK, len(reading.forms))) if reading.forms[one] in BREAKS),
        at + _BACK,
    )
    others = [one for one in row if verb < one.first < end and one.prep in {"مع", "بين"} and one.kind in PARTIES]
    sides += [one for one in tied(others[:1], row) if one not in sides]
    told = any(
        "ب" in reading.words[one].pro or reading.forms[one] in ABOUT
        for one in range(at + 1, min(at + _TOPIC, len(reading.words)))
    )
    return Accusation(sides, [], told) if sides else None


def of_noun(reading: Reading, at: int, row: list[Phrase]) -> Accusation | None:
    """A noun of blame with whom it comes from and whom it is levelled at."""
    words = reading.words
    if _answered(reading, at):
        return None
    if (levelled := _levelled_by(reading, at, row)) is not None:
        return levelled
    end = _past_adjectives(reading, at, row)
    accusers = [one for one in row if one.kind == "adjective" and one.country and at < one.first < end]
    source = next((one for one in row if end <= one.first <= end + 3 and (one.agent or one.prep == "من")), None)
    if source is not None and source.kind not in NO_DOERS and source.kind != "adjective":
        accusers = tied([source], row)
        end = max(one.last for one in accusers) + 1
    accused = next((one for one in row if end <= one.first <= end + 2 and one.prep in AT), None)
    if accused is not None and (accused.kind in NO_DOERS or accused.kind == "adjective"):
        accused = None
    if accused is None:
        accused = _faced(reading, at, row) or _trailed(reading, at, row)
        if accused is not None:
            return Accusation(accusers, tied([accused], row), True, True)
        if any(words[one].core in FACES for one in range(max(0, at - _REACH), at)):
            return Accusation(accusers, [], False, True)  # تعرضت الانتخابات لانتقادات
        return _of_decision(reading, accusers, end, row) or _stirred(reading, accusers, at, row)
    if reading.words[at].core.startswith("هجوم"):
        return None
    before = reading.forms[at - 1]
    start = reading.sentences[reading.sentence_at[at]].first
    opens = at == start or before in PAUSE or bare_word(reading, at - 1) in AMID or before in STOPS
    return Accusation(accusers, tied([accused], row), bool(accusers) or opens, opens)


def _levelled_by(reading: Reading, at: int, row: list[Phrase]) -> Accusation | None:
    """Who levels it in a clause right behind it, and at whom (اتهامات وجهها الوزير إلى خصومه بالتقصير); a pronoun may
    tell at whom before it (وجهت إليها انتقادات)."""
    words = reading.words
    if reading.forms[at - 1] in _TO_IT and words[at - 2].core in LEVELS:
        return Accusation([], [], True, True)
    verb = at + 1
    while verb < len(words) and words[verb].cls == "j" and words[verb].core not in LEVELS:
        verb += 1
    if verb >= len(words) or not words[verb].enc or words[verb].core not in LEVELS:
        return None
    who = next((one for one in row if one.first == verb + 1 and not one.prep and one.kind in SPEAKERS), None)
    if who is None:
        return None
    at_whom = next((one for one in row if one.first > who.last and one.prep in AT and one.kind in PARTIES), None)
    return Accusation(tied([who], row), tied([at_whom], row), True)


def _past_adjectives(reading: Reading, at: int, row: list[Phrase]) -> int:
    """The token behind a noun and its adjectives (انتقادات دولية واسعة)."""
    at += 1
    while at < len(reading.forms) and at < len(reading.words):
        word = reading.words[at]
        if not (word.cls == "j" or any(one.kind == "adjective" and one.first <= at <= one.last for one in row)):
            return at
        at += 1
    return at


def _faced(reading: Reading, at: int, row: list[Phrase]) -> Phrase | None:
    """Who faces the blame (تواجه الحكومة اتهامات، تعرض الوزير لانتقادات)."""
    start = max(reading.sentences[reading.sentence_at[at]].first, at - _BACK)
    for verb in range(at - 1, start - 1, -1):
        if reading.words[verb].core in FACES and (reading.acts[verb] or verb == start):
            behind = [one for one in row if verb < one.first and one.last < at and not one.prep and one.kind in PARTIES]
            if behind:
                return behind[0]
            before = [one for one in row if one.last < verb and verb - one.last <= 3 and not one.prep]
            return before[-1] if before and before[-1].kind in PARTIES else None
        if reading.acts[verb] or reading.forms[verb] in BREAKS:
            return None
    return None


def _trailed(reading: Reading, at: int, row: list[Phrase]) -> Phrase | None:
    """Whom the blame follows (اتهامات بالفساد تلاحق الوزير)."""
    for verb in range(at + 1, min(at + _REACH, len(reading.forms))):
        if reading.words[verb].core in TRAILS:
            return next((one for one in row if one.first == verb + 1 and one.kind in PARTIES), None)
        if reading.forms[verb] in BREAKS or reading.forms[verb] in PAUSE:
            return None
    return None


def _of_decision(reading: Reading, accusers: list[Phrase], at: int, row: list[Phrase]) -> Accusation | None:
    """Whose decision or words the blame is about, right behind it (تنديد واسع بقرار البرلمان)."""
    if at + 1 >= len(reading.words) or reading.words[at].core not in OF_WORDS or not reading.words[at].pro:
        return None
    opens = _past_adjectives(reading, at, row) if reading.words[at].det else at + 1
    whose = next((one for one in row if one.first == opens and not one.prep and one.kind in PARTIES), None)
    if whose is None:
        whose = next((one for one in row if one.first == at + 1 and one.kind == "adjective" and one.country), None)
    return Accusation(accusers, tied([whose], row), bool(accusers), True) if whose is not None else None


def _stirred(reading: Reading, accusers: list[Phrase], at: int, row: list[Phrase]) -> Accusation | None:
    """What stirs the blame does not level it (أثار القرار انتقادات واسعة)."""
    for verb in range(at - 1, max(0, at - _REACH) - 1, -1):
        if reading.words[verb].core in STIRS:
            return Accusation(accusers, [], False, True)
        if reading.acts[verb] or reading.forms[verb] in BREAKS:
            return None
    return None


def _led(reading: Reading, row: list[Phrase], last: int, reach: int, preps: frozenset[str]) -> Phrase | None:
    """The first party within reach that a preposition of a set governs; no clause ends before it."""
    for phrase in row:
        if phrase.first <= last or phrase.prep not in preps or phrase.kind not in PARTIES:
            continue
        if phrase.first - last > reach:
            return None
        if any(reading.forms[at] in STOPS or reading.forms[at] in THAT for at in range(last + 1, phrase.first)):
            return None
        return phrase
    return None


def _answered(reading: Reading, at: int) -> bool:
    """The blame is what a verb of denying or answering governs (رد على الاتهامات)."""
    for before in range(at - 1, max(0, at - _BACK), -1):
        if reading.forms[before] in BREAKS:
            return False
        if reading.words[before].core in DENIES:
            return True
        if reading.acts[before]:
            return False
    return reading.words[0].core in DENIES and at < _BACK


def _denied(reading: Reading, verb: int) -> bool:
    return verb > 0 and reading.words[verb - 1].func == "neg"


def tied(phrases: list[Phrase | None] | list[Phrase], row: list[Phrase]) -> list[Phrase]:
    """Phrases with all that و ties to them."""
    found = [one for one in phrases if one is not None]
    for one in row:
        if one.coord is not None and one.coord in found and one not in found:
            found.append(one)
    return found


def bare_word(reading: Reading, at: int) -> str:
    """A word without the conjunction before it (ولم)."""
    form = reading.forms[at]
    return form[1:] if form[:1] in {"و", "ف"} and len(form) > _SHORT else form
