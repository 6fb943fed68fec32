"""Blame told by a construction rather than by a verb and its object: a noun of accusing with whom it is levelled at
(اتهامات لإسرائيل بسرقة الأعضاء), blame that two sides trade or that somebody faces, a suit brought against somebody,
the passive (اتُّهم الجيش)."""

from __future__ import annotations

from typing import Final

from khabar.claims.blame_nouns import Accusation, bare_word, of_noun, suit, thrown, tied, traded
from khabar.claims.blame_words import AMID, BY, GOES_ON, GOVERNS, NOT, NOUNS, PASSIVE, SUPPOSED, TRADED, UTTERS, WITHOUT
from khabar.claims.blamed import APART
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import BREAKS, STOPS
from khabar.claims.kinds import CENSURE, PARTIES, VERBAL_TYPES
from khabar.claims.particles import HIM
from khabar.claims.predicates import opening
from khabar.claims.untouched import NO_TARGET
from khabar.claims.verdicts import DESCRIBES
from khabar.mentions.phrase import ByPhrase, Phrase
from khabar.mentions.phrase_words import PAUSE
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

_SUING: Final = frozenset(("accuse.lawsuit", "accuse.complain", "accuse.protest-note"))
_NAMED: Final = frozenset(("actor", "country", "title", "place"))
_ATTACKS: Final = frozenset(
    "قصف هجوم هجمات هجمة اعتداء اعتداءات عدوان غارة غارات حرب ضربة ضربات انقلاب حصار تعدي تطاول".split()
)
"""Nouns of deeds that are done to whom على leads to."""
_WHERE: Final = frozenset(("من", "في"))
_IT: Final = HIM | {"ذلك", "هذا"}
_EARLY: Final = frozenset(("مبكر", "لاوانه", "صعب"))
_DEPLORES: Final = frozenset(("accuse.denounce", "accuse.deplore", "accuse.criticise", "accuse.condemn"))
_ACCUSING: Final = "accuse.accuse"
_THROWN: Final = frozenset(("accuse.blame", "accuse.cast-blame"))
_NEAR: Final = 3
_REACH: Final = 9
"""Tokens behind a noun of blame within which whoever is blamed is named."""
_BACK: Final = 14
"""Tokens before it within which its verb stands."""


def settle(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Add to ``found`` (phrase to role) whoever blames and whoever is blamed."""
    told = accusation(reading, candidate, row)
    if candidate.type == "ACCUSE" and candidate.frame == "charge" and candidate.pos == "n":
        _verdict(reading, candidate, row, found)
    if candidate.type == "ACCUSE" and candidate.pos == "n":
        for phrase in row:  # الإدانات العربية والدولية
            if phrase.kind == "thing" and phrase.first > candidate.last and reading.words[phrase.head].cls == "j":
                found[phrase] = APART
    if candidate.type == "ACCUSE":
        _struck(reading, candidate, row, found)
        _deplored(reading, candidate, row, found)
    if candidate.type in VERBAL_TYPES:
        _fronted(reading, candidate, row, found)
    if candidate.pos == "v" and candidate.type in VERBAL_TYPES:
        _leave_out(reading, candidate, row, found)
    if told is None:
        return
    for phrase in row:
        if phrase in told.accusers:
            found[phrase] = "actor"
        elif phrase in told.accused:
            found[phrase] = "target"
        elif candidate.pos == "n" and phrase.first == candidate.last + 1 and found.get(phrase) == "actor":
            continue  # إدانة ألمانيا للسلطات
        elif phrase is told.body or told.closed or (told.accused and found.get(phrase) == "target"):
            found[phrase] = APART


def anonymous(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Blame that nobody is told to level (أثار القرار إدانات دولية): whoever tells of it does not."""
    told = accusation(reading, candidate, row)
    return told is not None and told.closed and not told.accusers


def redescribed(reading: Reading, candidate: Candidate, last: Candidate | None) -> bool:
    """What was condemned or refused right before is only called something bad as well (ندد بالعقوبات ووصفها بالجائرة،
    واصفا إياها)."""
    if candidate.type != "ACCUSE" or candidate.id not in DESCRIBES or last is None or last.type not in CENSURE:
        return False
    first = candidate.first
    taken_up = reading.words[first].enc != "" or reading.forms[first + 1] in _IT
    return taken_up and last.sentence == candidate.sentence


def _verdict(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """A bad word that is all that is said of somebody's decision or words is for him (إن تصريحات نتنياهو مخزية)."""
    opens = opening(reading, candidate)
    if opens < 0:
        return
    subject = [one for one in row if opens < one.first and one.last < candidate.first]
    whose = None
    for phrase in subject:
        head = phrase.first == opens + 1 or reading.forms[phrase.first - 1] in QUOTES_OPEN
        behind = phrase.first == opens + 2 and not phrase.prep
        nation = phrase.kind == "adjective" and phrase.country is not None and phrase.first <= opens + 3
        if nation or ((head or behind) and not phrase.prep and phrase.kind in PARTIES):
            whose = phrase
            break
    if whose is None:
        return
    for phrase in subject:
        found[phrase] = "target" if phrase is whose or phrase.coord is whose else APART


def _fronted(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Where somebody speaks, set off at the head of the sentence (ومن طهران، عبر المتحدث): nobody is blamed by it."""
    for phrase in row:
        if phrase.last >= candidate.first:
            return
        heads = phrase.first <= reading.sentences[candidate.sentence].first + 1 and phrase.prep in _WHERE
        if heads and reading.forms[phrase.last + 1] in PAUSE and phrase not in found:
            found[phrase] = NO_TARGET


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
        return suit(reading, candidate, row)
    if candidate.id in _DEPLORES and reading.words[candidate.first].core.startswith("م"):
        return _deploring(reading, candidate)
    if candidate.id in GOES_ON:
        return _participle(reading, candidate, row)
    if candidate.id in _THROWN and (cast := thrown(reading, candidate, row)) is not None:
        return cast
    words = reading.words
    at = next((one for one in range(candidate.last, candidate.first - 1, -1) if words[one].core in TRADED), -1)
    if at < 0:
        return None
    both = traded(reading, at, row)
    if both is not None:
        return both
    if words[at].enc:
        return Accusation([], [], True) if _accused_of(reading, at) else None
    return of_noun(reading, at, row) if words[at].core in NOUNS else None


def _accused_of(reading: Reading, at: int) -> bool:
    """Something was done because somebody was accused of something (إثر اتهامها بدعم الجماعة، لاتهامه بالتقصير)."""
    word, behind = reading.words[at], reading.words[at + 1]
    if word.core != "اتهام" or behind.pro[:1] != "ب":
        return False
    return word.pro == "ل" or bare_word(reading, at - 1) in AMID or reading.forms[at - 1] in {"بسبب", "منذ"}


def _participle(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """A participle goes on with blame of whoever stands right behind it (محملا موسكو مسؤولية التصعيد، متهمة جارتها
    بالتحريض)."""
    word = reading.words[candidate.first]
    if word.det or word.enc or not word.core.startswith("م") or not word.core.endswith(("ا", "ة", "ين")):
        return None
    opens = candidate.last + 1
    while opens < len(reading.forms) and (reading.forms[opens] in QUOTES_OPEN or reading.words[opens].func == "quant"):
        opens += 1
    if reading.forms[opens] in HIM:
        return Accusation([], [], True)
    accused = next((one for one in row if one.first == opens and not one.prep and one.kind in PARTIES), None)
    if accused is None:
        return None
    blamed = tied([accused], row)
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


def _deploring(reading: Reading, candidate: Candidate) -> Accusation | None:
    """A participle behind a pause goes on with blame of what ب leads to (وطالبت بغداد بالانسحاب، منددة بالحادث)."""
    first, word = candidate.first, reading.words[candidate.first]
    if (
        word.det
        or word.enc
        or word.pro
        or reading.forms[first - 1] not in PAUSE
        or candidate.last + 1 >= len(reading.words)
    ):
        return None
    behind = reading.words[candidate.last + 1]
    led = "ب" in behind.pro or behind.form == "ب" or behind.det or bool(reading.lex[candidate.last + 1])
    return Accusation([], [], led) if word.core.endswith(("ا", "ة")) else None


def _passive(reading: Reading, candidate: Candidate, row: list[Phrase]) -> Accusation | None:
    """Somebody is accused, and nobody is told to accuse him: the vowels say so (اتُّهم الجيش)."""
    start, end = reading.raw(candidate.first, candidate.first)
    spelt = reading.text[start:end].lstrip("وفَُِ")
    if not spelt.startswith(PASSIVE):
        return None
    accused = next((one for one in row if one.first == candidate.last + 1 and not one.prep), None)
    return Accusation([], tied([accused], row), True, True) if accused is not None else None


def _describing(reading: Reading, first: int) -> bool:
    """A clause behind a noun without the article only says what somebody calls it (عناصر، وصفها بأنها تخريبية)."""
    word = reading.words[first]
    if not word.enc or word.pro or first < 2 or not reading.forms[first + 1].startswith("ب"):
        return False
    at = first - 2 if reading.forms[first - 1] in PAUSE else first - 1
    before = reading.words[at]
    named = any(kind in _NAMED for kind in reading.lex[at])
    return not (named or before.det or before.enc or before.func or reading.acts[at])


def _struck(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """Whom the deed that is condemned was done to (أدان القصف على المدن السعودية)."""
    for phrase in row:
        at = phrase.first - 2
        if phrase.first <= candidate.last or phrase.prep != "على" or reading.forms[phrase.first - 1] != "على":
            continue
        while at > candidate.last and reading.words[at].cls == "j":
            at -= 1
        if at > candidate.first and reading.words[at].core in _ATTACKS:
            for one in row:
                if one is phrase or (phrase.first <= one.first <= phrase.last + 1 and not one.prep):
                    found[one] = APART


def _deplored(reading: Reading, candidate: Candidate, row: list[Phrase], found: ByPhrase) -> None:
    """A participle goes on to deplore a deed: nobody named before it is blamed (دعم الأمير الرياض، مستنكرا الهجوم)."""
    first, behind = candidate.first, reading.words[candidate.last + 1]
    if candidate.id not in _DEPLORES or reading.words[first].core[:1] != "م" or behind.core not in _ATTACKS:
        return
    for phrase in row:
        if phrase.last < first:
            found.setdefault(phrase, NO_TARGET)


def unspoken(reading: Reading, candidate: Candidate) -> bool:
    """Words of blame and of refusal that nobody says (لم تتهم الشرطة أحدا، لم تصدر أي إدانة)."""
    if candidate.type not in CENSURE or candidate.first == 0:
        return False
    if reading.words[candidate.first - 1].core in SUPPOSED:
        return True
    if candidate.id in DESCRIBES and _describing(reading, candidate.first):
        return True
    if candidate.pos == "n" and reading.words[candidate.first - 1].core in _EARLY:
        return True  # من المبكر وصف العمل بالإرهابي
    if candidate.frame != "speech":
        return False
    if candidate.form == "phrase":
        return False
    first = candidate.first
    if candidate.pos == "v":
        return bare_word(reading, first - 1) in NOT and "الا" not in reading.forms[first : first + _REACH]
    for verb in range(first - 1, max(0, first - _BACK), -1):
        if reading.forms[verb] in BREAKS:
            return False
        if reading.acts[verb]:
            return bare_word(reading, verb - 1) in NOT and reading.words[verb].core in UTTERS
        if reading.words[verb].core in WITHOUT and first - verb <= _NEAR:
            return True
    return False
