"""Blame told by a construction rather than by a verb and its object: a noun of accusing with whom it is levelled at
(اتهامات لإسرائيل بسرقة الأعضاء), blame that two sides trade or that somebody faces, a suit brought against somebody,
the passive (اتُّهم الجيش)."""

from __future__ import annotations

from typing import Final

from khabar.claims.addressed import OF_WORDS
from khabar.claims.blame_words import (
    ABOUT,
    AGAINST,
    AMID,
    AT,
    BY,
    DENIES,
    FACES,
    FILES,
    GOES_ON,
    GOVERNS,
    NOT,
    NOUNS,
    PASSIVE,
    STIRS,
    SUPPOSED,
    THROWS,
    TRADED,
    TRADES,
    TRAILS,
    UTTERS,
    WITHOUT,
)
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import STOPS, THAT
from khabar.claims.grammar import NO_DOERS
from khabar.claims.kinds import CENSURE, PARTIES, SPEAKERS, VERBAL_TYPES
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_SUING: Final = frozenset(("accuse.lawsuit", "accuse.complain", "accuse.protest-note"))
_ACCUSING: Final = "accuse.accuse"
_THROWN: Final = frozenset(("accuse.blame", "accuse.cast-blame"))
_THROWING: Final = "القاء"
_ON: Final = frozenset(("على",))
_TOPIC: Final = 5
"""Tokens behind the blame that two trade within which it is told what it is."""
_NEAR: Final = 3
_SHORT: Final = 2
_REACH: Final = 9
"""Tokens behind a noun of blame within which whoever is blamed is named."""
_BACK: Final = 14
"""Tokens before it within which its verb stands."""
_FILED: Final = 16
"""Tokens behind what is brought against somebody within which he is named."""
_CLOSERS: Final = STOPS | THAT


class Accusation:
    """Who blames and who is blamed; ``sure``: nothing but a claim is told so; ``closed``: nobody else blames."""

    __slots__ = ("accused", "accusers", "closed", "sure")

    def __init__(self, accusers: list[Phrase], accused: list[Phrase], sure: bool, closed: bool = False) -> None:
        self.accusers = accusers
        self.accused = accused
        self.sure = sure
        self.closed = closed or bool(accusers)


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) whoever blames and whoever is blamed."""
    told = accusation(reading, candidate, row)
    if candidate.type == "ACCUSE" and candidate.pos == "n":
        for phrase in row:  # الإدانات العربية والدولية
            if phrase.kind == "thing" and phrase.first > candidate.last and reading.words[phrase.head].cls == "j":
                found[phrase] = APART
    if candidate.pos == "v" and candidate.type in VERBAL_TYPES:
        _leave_out(reading, candidate, row, found)
    if told is None:
        return
    for phrase in row:
        if phrase in told.accusers:
            found[phrase] = "actor"
        elif phrase in told.accused:
            found[phrase] = "target"
        elif told.closed or (told.accused and found.get(phrase) == "target"):
            found[phrase] = APART


def _leave_out(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Whom a participle of blame or demand behind the verb governs (أدان المحافظ التفجير محملا القيادات المسؤولية)."""
    for phrase in row:
        if phrase.first <= candidate.last + 1 or phrase.prep:
            continue
        if reading.words[phrase.first - 1].core in GOVERNS or (phrase.coord and found.get(phrase.coord) == APART):
            found[phrase] = APART


def accusation(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """What the construction around a word of blame tells, or None. ``row``: the phrases of its sentence."""
    if candidate.type != "ACCUSE" or candidate.frame == "charge":
        return None
    if candidate.pos == "v" and candidate.form != "phrase":
        return _passive(reading, candidate, row) if candidate.id == _ACCUSING else None
    if candidate.id in _SUING:
        return _suit(reading, candidate, row)
    if candidate.id in GOES_ON:
        return _participle(reading, candidate, row)
    if candidate.id in _THROWN and (thrown := _thrown(reading, candidate, row)) is not None:
        return thrown
    words = reading.words
    at = next((one for one in range(candidate.last, candidate.first - 1, -1) if words[one].core in TRADED), -1)
    if at < 0:
        return None
    traded = _traded(reading, at, row)
    if traded is not None:
        return traded
    return _noun(reading, at, row) if words[at].core in NOUNS and not words[at].enc else None


def _participle(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """A participle goes on with blame of whoever stands right behind it (محملا موسكو مسؤولية التصعيد، متهمة جارتها
    بالتحريض)."""
    word = reading.words[candidate.first]
    if word.det or word.enc or not word.core.startswith("م") or not word.core.endswith(("ا", "ة", "ين")):
        return None
    opens = candidate.last + 1
    while opens < len(reading.forms) and (reading.forms[opens] in QUOTES_OPEN or reading.words[opens].func == "quant"):
        opens += 1
    accused = next((one for one in row if one.first == opens and not one.prep and one.kind in PARTIES), None)
    if accused is None:
        return None
    blamed = _tied([accused], row)
    leads = GOES_ON[candidate.id]
    end = min(len(reading.forms), blamed[-1].last + _REACH)
    for at in range(accused.last + 1, end):
        if reading.forms[at] in STOPS:
            return None
        if reading.words[at].core in leads or not BY.isdisjoint(leads & set(reading.words[at].pro)):
            return Accusation([], blamed, True)
        if reading.acts[at]:
            return None
    return None


def _passive(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """Somebody is accused, and nobody is told to accuse him: the vowels say so (اتُّهم الجيش)."""
    start, end = reading.raw(candidate.first, candidate.first)
    spelt = reading.text[start:end].lstrip("وفَُِ")
    if not spelt.startswith(PASSIVE):
        return None
    accused = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
    return Accusation([], _tied([accused], row), True, True) if accused is not None else None


def _thrown(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """Blame is thrown on somebody (ألقى الرئيس باللائمة على جيرانه)."""
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _BACK)
    verb = next((at for at in range(candidate.last, start - 1, -1) if reading.words[at].core in THROWS), -1)
    upon = _led(reading, row, candidate.first, _BACK, _ON)
    if verb < 0 or upon is None:
        return None
    behind = [one for one in row if verb < one.first and one.last < upon.first and not one.prep]
    thrower = next((one for one in behind if one.kind in SPEAKERS and one.first == verb + 1), None)
    told = reading.words[verb].core != _THROWING and not _denied(reading, verb)
    return Accusation(_tied([thrower], row), _tied([upon], row), told)


def _suit(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """Something is brought against somebody (رفعت العائلات دعوى ضد الشركة)."""
    against = _led(reading, row, candidate.last, _FILED, AGAINST)
    if against is None:
        return None
    start = max(reading.sentences[candidate.sentence].first, candidate.first - _BACK)
    verb = next((at for at in range(candidate.last, start - 1, -1) if reading.words[at].core in FILES), -1)
    if verb < 0:
        return None
    return Accusation([], _tied([against], row), reading.acts[verb] and not _denied(reading, verb))


def _traded(reading: Reading, at: int, row: list[Phrase]) -> Accusation | None:
    """Two sides blame each other (تبادلت الدولتان الاتهامات)."""
    start = max(0, at - _BACK)
    verb = next((one for one in range(at - 1, start, -1) if reading.words[one].core in TRADES), -1)
    if verb < 0 and start == 0 and reading.words[0].core in TRADES:
        verb = 0
    if verb < 0 or any(reading.forms[one] in _CLOSERS for one in range(verb, at)):
        return None
    sides = [one for one in row if verb < one.first < at and not one.prep and one.kind not in NO_DOERS]
    before = [one for one in row if one.last == verb - 1 and not one.prep and one.kind in PARTIES]
    sides = _tied((sides or before)[:1], row)
    end = next(
        (one for one in range(at + 1, min(at + _BACK, len(reading.forms))) if reading.forms[one] in _CLOSERS),
        at + _BACK,
    )
    others = [one for one in row if verb < one.first < end and one.prep in {"مع", "بين"} and one.kind in PARTIES]
    sides += [one for one in _tied(others[:1], row) if one not in sides]
    told = any(
        "ب" in reading.words[one].pro or reading.forms[one] in ABOUT
        for one in range(at + 1, min(at + _TOPIC, len(reading.words)))
    )
    return Accusation(sides, [], told) if sides else None


def _noun(reading: Reading, at: int, row: list[Phrase]) -> Accusation | None:
    """A noun of blame with whom it comes from and whom it is levelled at."""
    if _answered(reading, at):
        return None
    end = _past_adjectives(reading, at, row)
    accusers = [one for one in row if one.kind == "adjective" and one.country and at < one.first < end]
    source = next((one for one in row if end <= one.first <= end + 3 and (one.agent or one.prep == "من")), None)
    if source is not None and source.kind not in NO_DOERS and source.kind != "adjective":
        accusers = _tied([source], row)
        end = max(one.last for one in accusers) + 1
    accused = next((one for one in row if end <= one.first <= end + 2 and one.prep in AT), None)
    if accused is not None and (accused.kind in NO_DOERS or accused.kind == "adjective"):
        accused = None
    if accused is None:
        accused = _faced(reading, at, row) or _trailed(reading, at, row)
        if accused is not None:
            return Accusation(accusers, _tied([accused], row), True, True)
        return _of_decision(reading, accusers, end, row) or _stirred(reading, accusers, at, row)
    if reading.words[at].core.startswith("هجوم"):
        return None
    before = reading.forms[at - 1]
    start = reading.sentences[reading.sentence_at[at]].first
    opens = at == start or before in PAUSE or _bare(reading, at - 1) in AMID or before in STOPS
    return Accusation(accusers, _tied([accused], row), bool(accusers) or opens, opens)


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
        if reading.acts[verb] or reading.forms[verb] in _CLOSERS:
            return None
    return None


def _trailed(reading: Reading, at: int, row: list[Phrase]) -> Phrase | None:
    """Whom the blame follows (اتهامات بالفساد تلاحق الوزير)."""
    for verb in range(at + 1, min(at + _REACH, len(reading.forms))):
        if reading.words[verb].core in TRAILS:
            return next((one for one in row if one.first == verb + 1 and one.kind in PARTIES), None)
        if reading.forms[verb] in _CLOSERS or reading.forms[verb] in PAUSE:
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
    return Accusation(accusers, _tied([whose], row), bool(accusers), True) if whose is not None else None


def _stirred(reading: Reading, accusers: list[Phrase], at: int, row: list[Phrase]) -> Accusation | None:
    """What stirs the blame does not level it (أثار القرار انتقادات واسعة)."""
    for verb in range(at - 1, max(0, at - _REACH) - 1, -1):
        if reading.words[verb].core in STIRS:
            return Accusation(accusers, [], False, True)
        if reading.acts[verb] or reading.forms[verb] in _CLOSERS:
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
        if reading.forms[before] in _CLOSERS:
            return False
        if reading.words[before].core in DENIES:
            return True
        if reading.acts[before]:
            return False
    return reading.words[0].core in DENIES and at < _BACK


def _denied(reading: Reading, verb: int) -> bool:
    return verb > 0 and reading.words[verb - 1].func == "neg"


def unspoken(reading: Reading, candidate: Candidate) -> bool:
    """Words of blame and of refusal that nobody says (لم تتهم الشرطة أحدا، لم تصدر أي إدانة)."""
    if candidate.type not in CENSURE or candidate.first == 0:
        return False
    if reading.words[candidate.first - 1].core in SUPPOSED:
        return True
    if candidate.frame != "speech":
        return False
    if candidate.form == "phrase":
        return False
    first = candidate.first
    if candidate.pos == "v":
        return _bare(reading, first - 1) in NOT and "الا" not in reading.forms[first : first + _REACH]
    for verb in range(first - 1, max(0, first - _BACK), -1):
        if reading.forms[verb] in _CLOSERS:
            return False
        if reading.acts[verb]:
            return _bare(reading, verb - 1) in NOT and reading.words[verb].core in UTTERS
        if reading.forms[verb] in WITHOUT and first - verb <= _NEAR:
            return True
    return False


def _bare(reading: Reading, at: int) -> str:
    """A word without the conjunction before it (ولم)."""
    form = reading.forms[at]
    return form[1:] if form[:1] in {"و", "ف"} and len(form) > _SHORT else form


def _tied(phrases: list[Phrase | None] | list[Phrase], row: list[Phrase]) -> list[Phrase]:
    """Phrases with all that و ties to them."""
    found = [one for one in phrases if one is not None]
    for one in row:
        if one.coord is not None and one.coord in found and one not in found:
            found.append(one)
    return found
