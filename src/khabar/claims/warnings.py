"""Words of warning: whoever warns somebody, or of what he will do himself, threatens; whoever warns of something else
only fears it."""

from __future__ import annotations

from typing import Final

from khabar.claims.agreement import object_only
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS, bare
from khabar.claims.kinds import GROUPS, HUMANS
from khabar.lexicon.words import THIRD
from khabar.mentions.phrase import Phrase
from khabar.mentions.punctuation import QUOTES_OPEN
from khabar.mentions.reading import Reading

WARNS: Final = frozenset(("threaten.warn", "threaten.warn-of"))
"""Entries of warning."""
_UTTERED: Final = frozenset(("threaten.threaten", "threaten.threat-act"))
"""Entries of threatening."""
_OR_ELSE: Final = "threaten.ultimatum.or-else"
_THAT: Final = frozenset(("ان", "بان"))
_ITSELF: Final = frozenset("انه انها انهم بانه بانها بانهم".split())
_TOPIC: Final = frozenset(("من", "مما", "الا")) | _THAT | _ITSELF | STOPS
"""Words with which what is warned of begins."""
_SELF: Final = frozenset("لكنه لكنها لكنهم ولكنه ولكنها وانه وانها هو هي وهو وهي".split()) | _ITSELF
"""Words right before a verb that stand for its subject."""
_HIM: Final = frozenset(("اياه", "اياها", "اياهم", "اياهما"))
_WILL: Final = frozenset(("لن", "سوف", "ولن", "وسوف"))
_FUTURE: Final[tuple[str, ...]] = ("سي", "ست", "سن")
_DANGERS: Final = frozenset(
    "خطر خطورة مخاطر اخطار تداعيات عواقب عاقبة تبعات اثار انعكاسات نتائج كارثة كوارث تفاقم تدهور انهيار انزلاق احتقان "
    "انفجار تزايد ازدياد تصاعد فوضى فتنة ازمة نقص تنامي انتشار".split()
)
"""What is feared rather than threatened."""
_IF: Final = frozenset(("اذا", "حال", "لو"))
_REACH: Final = 26
"""Tokens behind the word within which what is warned of begins."""
_NEAR: Final = 5
"""Tokens behind "that" within which the act stands of which somebody warns."""
_BEGINS: Final = frozenset(("ان", "بان"))
_VOICES: Final = frozenset(("media", "agency", "outlet", "company"))
_TOPIC_REACH: Final = 10
"""Most tokens of a subject before its verb."""
_CONTENT: Final = 8
"""Tokens behind the noun of a threat within which the act stands."""
_SELF_OR_RELATIVE: Final = _SELF | RELATIVE


def ultimatums(groups: list[list[Candidate]], reading: Reading) -> dict[int, list[Candidate]]:
    """Sentences with what happens otherwise (وإلا فسيتم قصف الحي), and its readings."""
    return {
        group[0].sentence: group
        for group in groups
        if group[0].id == _OR_ELSE and reading.forms[group[0].first] == "والا"
    }


def uttered(reading: Reading, candidate: Candidate) -> bool:
    """The noun of a threat with the act that is threatened (تهديدات أنقرة بشن عملية، تهديد الصحافيين بالسجن)."""
    if candidate.id not in _UTTERED or candidate.pos != "n":
        return False
    words, acts = reading.words, reading.acts
    for at in range(candidate.last + 1, min(candidate.last + _CONTENT, len(words))):
        if acts[at] or reading.forms[at] in STOPS or reading.forms[at] == "،":
            return False
        if words[at].pro == "ب" and words[at].cls == "n" and not words[at].func:
            return True
    return False


def endangers(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """A verb of threatening whose subject, right at the beginning of its clause, is nobody (الأزمة تهدد المنطقة)."""
    first, forms = candidate.first, reading.forms
    if candidate.id not in _UTTERED or candidate.pos != "v" or candidate.passive or reading.words[first].pro:
        return False
    at = first - 1
    while at >= 0 and forms[at] not in _BEGINS and forms[at] not in STOPS and first - at < _TOPIC_REACH:
        if reading.acts[at] or forms[at] in {"،", ","} or forms[at] in RELATIVE:
            return False
        at -= 1
    head = at + 1
    if head == first or reading.words[head].cls not in {"n", "j"} or reading.words[head].pro:
        return False
    if any(head <= one.first < first and not one.prep and one.kind in GROUPS | HUMANS | _VOICES for one in row):
        return False
    return not any("ب" in reading.words[after].pro for after in range(first + 1, min(first + _CONTENT, len(forms))))


def threatens(reading: Reading, candidate: Candidate, row: list[Phrase]) -> bool:
    """Whether a word of warning is a threat. ``row``: the phrases of its sentence that name somebody."""
    last, forms = candidate.last, reading.forms
    if forms[last + 1] in _HIM or (reading.words[last].enc and candidate.pos == "v"):
        return True
    topic = next((at for at in range(last + 1, min(last + _REACH, len(forms))) if forms[at] in _TOPIC), None)
    if topic is None:
        return False
    near = [one for one in row if last < one.first < topic]
    return _addressed(reading, candidate, near, row) or _vows(reading, topic)


def feared(reading: Reading, candidate: Candidate, end: int) -> bool:
    """Whether what is warned of is a danger that nobody makes depend on anything (حذر من تداعيات الأزمة)."""
    forms, words = reading.forms, reading.words
    for at in range(candidate.last + 1, min(candidate.last + _REACH, end - 1)):
        if forms[at] == "من":
            if words[at + 1].core not in _DANGERS:
                return False
            return not any(forms[after] in _IF for after in range(at + 1, end))
        if forms[at] in STOPS:
            return False
    return False


def _addressed(reading: Reading, candidate: Candidate, near: list[Phrase], row: list[Phrase]) -> bool:
    """Somebody is warned (حذر الوزير دمشق من، محذرا الحركة من، تحذيرا إلى بكين)."""
    core = reading.words[candidate.first].core
    free = [one for one in near if bare(one)]
    if candidate.pos == "n":
        if core.startswith("محذر"):
            return bool(free)
        return any(one.prep in {"ل", "الى"} and one.kind != "place" for one in near)
    if len(free) > 1:
        return free[-1].kind in GROUPS or free[-2].kind not in HUMANS
    if not free:
        return False
    return _subject_before(reading, candidate.first, row) or object_only(
        candidate.tag, reading.words[free[0].head].core, free[0]
    )


def _subject_before(reading: Reading, first: int, row: list[Phrase]) -> bool:
    """Who warns stands before the verb: a pronoun, a name, a leaflet or what a relative clause tells of."""
    before, word = reading.forms[first - 1], reading.words[first - 1]
    if before in _SELF_OR_RELATIVE:
        return True
    if reading.words[first].pro:
        return False
    return (word.cls == "n" and not word.det) or any(one.last == first - 1 for one in row)


def _vows(reading: Reading, topic: int) -> bool:
    """What is warned of is what the speaker will do (من أنها سترد، من أن قواته ستتصدى)."""
    forms, words = reading.forms, reading.words
    at = topic + 1 if forms[topic] == "من" else topic
    while at < len(forms) and forms[at] in QUOTES_OPEN:
        at += 1
    own = forms[at] in _ITSELF
    if not own and forms[at] not in _THAT:
        return False
    for after in range(at + 1, min(at + 1 + _NEAR, len(forms))):
        if forms[after] in STOPS:
            return False
        if forms[after] in _WILL or (reading.acts[after] and forms[after].startswith(_FUTURE)):
            return own
        own = own or words[after].enc in THIRD
    return False
