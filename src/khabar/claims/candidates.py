"""Trigger candidates: every word of the text that may name an event, with how it stands in its clause."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from khabar.claims.drills import misread_launch
from khabar.claims.duties import DUTY, settle
from khabar.claims.goods import BRINGS, goods_near
from khabar.claims.light_verbs import LightVerbs
from khabar.claims.verdicts import DESCRIBES, fits, verdict
from khabar.claims.word_classes import part_of_speech, two_before
from khabar.lexicon.found import Mark, in_order
from khabar.lexicon.functions import SPELLINGS
from khabar.lexicon.schema import TriggerEntry
from khabar.mentions.phrase_heads import COUNTED
from khabar.mentions.place_heads import SETTLED
from khabar.mentions.reading import Reading
from khabar.text.ordered import between

_NAMING: Final[tuple[str, ...]] = ("actor", "institution", "title", "place")


_VOWELS: Final = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


_RULING: Final = frozenset(("في", "على", "الى", "عن", "مع", "لدى", "خلال"))
"""Prepositions behind which no verb stands."""


_COUNTED: Final = frozenset(("impf.1", "perf.d"))
"""Forms of verbs that are spelt as counted nouns (80 طالبا)."""
_SUFFERED: Final = "assault.shoot-dead"
"""Entry of a deed told by what befell somebody (قتل برصاص الجيش): the verb's subject suffers."""
_CONDEMNS: Final = "accuse.condemn"
_OPPOSES: Final = "reject.opposition"
_CALLS: Final[tuple[str, ...]] = ("وصف", "يصف", "تصف", "واصف", "نعت", "ينعت", "تنعت")
"""Beginnings of the verbs of calling somebody something, which need to say what."""
_BEARS: Final = "accuse.bears"
_HOLDS: Final = "تحمل"
"""Bears, holds responsible (تحمل الحكومة المعارضة المسؤولية): the commoner in news."""
_STRONGLY: Final = frozenset("شدة اشد قوة اقوى اقوي اقسى اقسي حزم".split())
_GAPS: Final[tuple[int, ...]] = (0, 1, 2, 3, 5, 8, 12, 20, 40)


_BUCKETS: Final = tuple(bisect_left(_GAPS, value) for value in range(_GAPS[-1] + 1))


def bucket(value: int) -> int:
    """A distance in tokens, coarsely."""
    if value < 0:
        return 0
    return _BUCKETS[value] if value <= 40 else len(_GAPS)


class _Form:
    """What the tag of a form says; ``at``: a number of its own."""

    __slots__ = ("at", "name", "number", "passive")

    def __init__(self, tag: str, at: int) -> None:
        self.at = at
        self.name, _, self.number = tag.partition(".")
        self.passive = tag.startswith(("pass", "ipass"))


_forms: Final[dict[str, _Form]] = {}
"""The forms by tag, of which the lexicon has a few dozen."""


class Candidate:
    """One reading of one trigger, with its entry's ``id``, ``type`` and ``mode`` at hand. ``pos`` is ``v`` or ``n``;
    ``tag`` the form's; ``shape`` stands for both; ``light`` the light verb that carries it; ``alone``: the company
    words that the entry wants are missing; ``head``: where the first half of a phrase with a gap stands, if any."""

    __slots__ = (
        "alone",
        "entry",
        "first",
        "form",
        "frame",
        "head",
        "id",
        "last",
        "light",
        "mode",
        "number",
        "passive",
        "pos",
        "score",
        "sentence",
        "shape",
        "tag",
        "type",
    )

    def __init__(self, mark: Mark, pos: str, sentence: int, alone: bool = False) -> None:
        sense, tag = mark.sense, mark.tag
        form = _forms.get(tag)
        if form is None:
            form = _forms[tag] = _Form(tag, len(_forms))
        self.alone = alone
        self.first = mark.first
        self.last = mark.last
        self.entry: TriggerEntry = mark.entry
        self.id = sense.id
        self.type = sense.type
        self.mode = sense.mode
        self.pos = pos
        self.frame = sense.frame
        self.tag = tag
        self.form = form.name
        self.number = form.number
        self.shape = form.at << 1 | (pos == "v")
        self.sentence = sentence
        self.light: Mark | None = None
        self.head = mark.head
        self.passive = form.passive
        self.score = 0.0

    def __repr__(self) -> str:
        return f"Candidate({self.first}-{self.last} {self.entry.id} {self.pos} {self.tag} {self.score:.2f})"


def undergone(candidate: Candidate) -> bool:
    """Whether the subject of the verb suffers what it tells."""
    return candidate.passive or candidate.frame == "undergo" or candidate.id == _SUFFERED


def likeness(one: Candidate, other: Candidate) -> str:
    """What two candidates share: ``id`` their resource entry, ``type`` their type, or ``no``."""
    if one.id == other.id:
        return "id"
    return "type" if one.type == other.type else "no"


def find_candidates(reading: Reading) -> list[list[Candidate]]:
    """Candidates by place in the text; each inner list holds the readings of one place, longest first."""
    covered = _named_tokens(reading)
    lights = LightVerbs(reading)
    groups: list[list[Candidate]] = []
    end = -1
    loose = set(reading.marks.of("loose"))
    for found in _marks(reading):
        number = reading.sentence_at[found.first]
        if number < 0 or found.last - found.first < covered[found.first] or _misread(reading, found):
            continue
        pos = part_of_speech(reading, found)
        if (pos == "v" or reading.forms[found.first] in COUNTED) and _no_verb(reading, found):
            continue
        alone = found in loose
        if found.sense.id in DESCRIBES:
            told = verdict(reading, found.first)
            if not fits(found.sense.type, found.sense.id, told):
                continue
            if not told and found.sense.type == "ACCUSE" and reading.words[found.first].core.startswith(_CALLS):
                alone = True
            alone = alone and not told
        candidate = Candidate(found, pos, number, alone)
        if pos == "n":
            candidate.light = lights.of(found)
        if groups and found.first <= end:
            first = groups[-1][0]
            shorter = found.last - found.first < first.last - first.first
            if shorter and (found.last > end or _shadowed(candidate, groups[-1])):
                continue
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
        end = max(end, found.last)
    return [_distinct(group) for group in groups]


def _misread(reading: Reading, found: Mark) -> bool:
    """The word is another one that is spelt alike, tells of somebody else or of something else than an event."""
    if found.tag == "perf.d" and not two_before(reading, found.first):
        return True
    if _function_word(reading, found) or _told_of_others(reading, found) or _ruler(reading, found):
        return True
    if misread_launch(reading, found) or _student(reading, found):
        return True
    if found.sense.id == BRINGS and not goods_near(reading, found.first):
        return True
    if found.sense.id == _CONDEMNS and _found_guilty(reading, found):
        return True
    if found.sense.id == _OPPOSES and reading.words[found.first].det and "country" in reading.lex[found.last]:
        return True  # المعارضة التركية
    if found.sense.id == _BEARS and reading.words[found.first].core == _HOLDS:
        return True
    return _recited(reading, found.first)


def _no_verb(reading: Reading, found: Mark) -> bool:
    """A noun that is spelt as the verb: behind a number, or ruled by the word before it."""
    if found.first - 1 in reading.number_tokens and (found.tag in _COUNTED or reading.forms[found.first] in COUNTED):
        return True
    return _ruled(reading, found)


def _marks(reading: Reading) -> list[Mark]:
    """Marks of triggers in order, of equals the loose ones last."""
    marks, row, at = _settled(reading, "trigger"), [], 0
    for found in _settled(reading, "loose"):
        while at < len(marks) and in_order(marks[at]) <= in_order(found):
            row.append(marks[at])
            at += 1
        row.append(found)
    return row + marks[at:]


def _settled(reading: Reading, kind: str) -> list[Mark]:
    """Marks of a kind, those of duties where they are meant and at their first word."""
    marks = reading.marks.of(kind)
    if not any(found.sense.id == DUTY for found in marks):
        return marks
    duties = [settle(reading, found) if found.sense.id == DUTY else found for found in marks]
    kept = [found for found in duties if found is not None]
    last = -1
    for found in kept:
        place = in_order(found)
        if place < last:
            return sorted(kept, key=in_order)
        last = place
    return kept


def _shadowed(candidate: Candidate, longer: list[Candidate]) -> bool:
    """A longer candidate of its type stands there, one that is no more doubtful."""
    return any(one.type == candidate.type and one.alone <= candidate.alone for one in longer)


def _function_word(reading: Reading, found: Mark) -> bool:
    """A verb's form that is a function word as it is spelt: نصف is half before it is "we describe"; هنأ is not هنا."""
    if found.first != found.last or not reading.words[found.first].func or not found.sense.verbal:
        return False
    start, end = reading.raw(found.first, found.first)
    spelt = reading.text[start:end]
    return spelt in SPELLINGS or (spelt[:1] in "وف" and spelt[1:] in SPELLINGS)


def _ruled(reading: Reading, found: Mark) -> bool:
    """A noun or a name that is spelt as a verb: behind a preposition (في عرض البحر), the name behind a place's head
    (مديرية أرحب)."""
    if not found.first or reading.words[found.first].pro:
        return False
    before = reading.words[found.first - 1]
    if found.tag == "impf.1" and before.core in SETTLED and not before.det:
        return True
    return found.first == found.last and before.form in _RULING


def _found_guilty(reading: Reading, found: Mark) -> bool:
    """Somebody was found guilty of something (بعد إدانتهم بقتل جنود): nobody blames him in words."""
    behind = reading.words[found.last + 1 : found.last + 2]
    him = bool(reading.words[found.first].enc)
    return him and bool(behind) and "ب" in behind[0].pro and behind[0].core not in _STRONGLY


def _student(reading: Reading, found: Mark) -> bool:
    """A woman who studies, not one who asks: right behind the verb that she is the subject of (فجرت طالبة نفسها)."""
    word = reading.words[found.first]
    return word.form == "طالبة" and found.first > 0 and reading.acts[found.first - 1]


def _ruler(reading: Reading, found: Mark) -> bool:
    """Whoever rules there, not the taking of what stands behind (حاصر الاحتلال مستشفى): an act has no article before
    what it is done to."""
    word, behind = reading.words[found.first], reading.words[found.last]
    return word.core == "احتلال" and word.det and found.last == found.first + 1 and not behind.det and not behind.pro


def _recited(reading: Reading, at: int) -> bool:
    """A verse or a line of poetry, told by its vowel signs: news spells none, or one where a word could be misread."""
    if not _vowelled(reading, at) or reading.vocalised:
        return False
    return sum(1 for near in range(max(0, at - 2), min(len(reading.forms), at + 3)) if _vowelled(reading, near)) > 2


def _vowelled(reading: Reading, at: int) -> bool:
    tokens = reading.tokens
    begin = tokens.starts[at]
    if not between(tokens.folded.shift_at, begin + 1, begin + len(reading.forms[at])):
        return False  # nothing was dropped from the word
    start, end = reading.raw(at, at)
    spare = end - start - len(reading.forms[at])
    return spare > 1 and sum(1 for sign in reading.text[start:end] if sign in _VOWELS) > 1


def _told_of_others(reading: Reading, found: Mark) -> bool:
    """A first person that can be a third (أصيب، أقدم على قتله): news speaks of others."""
    if found.tag != "impf.1":
        return False
    entry = found.entry
    return any(
        (sense.entry is entry or sense.kind == "light") and sense.tag.startswith(("pass", "perf"))
        for sense in reading.words[found.first].senses
    )


def _distinct(group: list[Candidate]) -> list[Candidate]:
    """One candidate for each entry: where a form can be verb or noun of one entry, the reading chosen by context
    stands for both."""
    if len(group) == 1 or (len(group) == 2 and group[0].id != group[1].id):
        return group
    kept: dict[str, Candidate] = {}
    for candidate in group:
        kept.setdefault(candidate.id, candidate)
    return list(kept.values())


def _named_tokens(reading: Reading) -> list[int]:
    """For every token the length of the name of bodies or people (of more than one word) that it stands in, or 0."""
    covered = [0] * len(reading.forms)
    for kind in _NAMING:
        more = kind != "title"
        for found in reading.marks.of(kind):
            if found.last > found.first:
                length = found.last - found.first + more
                for at in range(found.first, found.last + 1):
                    if covered[at] < length:
                        covered[at] = length
    return covered
