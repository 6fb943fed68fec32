"""Whether a word that can be both is a verb or a noun where it stands."""

from __future__ import annotations

from typing import Final

from khabar.claims.clauses import RELATIVE
from khabar.claims.kinds import INFLICTED, VERBAL_TYPES
from khabar.lexicon.found import Mark
from khabar.lexicon.words import Word
from khabar.mentions.punctuation import PUNCTUATION, QUOTES_OPEN
from khabar.mentions.reading import Reading

LIGHT_REACH: Final = 10
"""Tokens between an event noun and the verb that carries it."""
LIGHT_ENDS: Final = frozenset((".", "\n", "؛", ":", "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم"))
"""Where the search for the verb that carries an event noun ends: what that verb reports is another clause."""
_BEFORE_VERBS: Final = frozenset("كما فيما بينما حيث ثم حين عندما وقد قد لقد كلما حيثما".split())
_BEFORE_NOUNS: Final = frozenset("بعد عقب اثر غداة خلال اثناء قبل لدى لدي جراء بسبب عدم".split())
"""Prepositions and a noun of denial that no verb follows."""
_GOVERNING: Final = frozenset("in on against from to about with between near because quant dem".split())
_OPENING: Final = frozenset("rel that neg aux after".split())
"""Classes of function words that govern a noun, and of those that open a clause or stand before a verb."""
_THAT: Final = frozenset("ان بان".split())
_THAT_VERBS: Final = frozenset("بعد منذ الى مجرد بمجرد سبق وسبق لولا ولولا ما وما قبل حدث وحدث غير الا كان".split())
"""Words before أن behind which a verb in the perfect stands."""
_BEING: Final = frozenset(
    "كان كانت كانوا يكون تكون بات باتت اصبح اصبحت ظل ظلت مازال مازالت زال زالت عاد عادت اخذ اخذت بدا بدات راح".split()
)
"""Verbs behind whose subject another verb stands."""
_SUBJECT: Final = 5
"""Most tokens of the subject and its verb."""
_ROOT: Final = 3
"""Letters of a perfect that is spelt as its verbal noun (سجن، طرد)."""
_FUTURE: Final = frozenset(("سن", "ست", "سي", "سا"))
_PUNCTUATION_OR_LIGHT_ENDS_OR_RELATIVE: Final = PUNCTUATION | LIGHT_ENDS | RELATIVE
_LIGHT_ENDS_OR_RELATIVE_OR_BEFORE_VERBS: Final = LIGHT_ENDS | RELATIVE | _BEFORE_VERBS
_PUNCTUATION_OR_BEFORE_VERBS: Final = PUNCTUATION | _BEFORE_VERBS


def part_of_speech(reading: Reading, found: Mark) -> str:
    """``v`` or ``n``: by the forms the word can have, then by what stands before it."""
    word = reading.words[found.first]
    if found.tag == "phrase":
        shot = found.sense.id == "assault.shoot-dead" and not word.det and word.pro in {"", "و", "ف"}
        return "v" if shot or reading.acts[found.first] or _future(reading, found) else "n"
    verbal = nominal = False
    entry = found.entry
    for sense in word.marks:
        if sense.entry is entry:
            if sense.verbal:
                verbal = verbal or not sense.tag.endswith(".d") or two_before(reading, found.first)
            else:
                nominal = True
    if not verbal and not nominal:
        verbal = found.sense.verbal
    if not verbal:
        return "n"
    if not nominal:
        bare = found.tag == "perf.m" and not word.pro and entry.type == "SANCTION" and len(word.core) == _ROOT
        return "n" if bare and _object(reading, word, found.first - 1, True) else "v"
    if found.tag == "perf.d" and reading.acts[found.first]:
        return "v"
    before = found.first - 1
    while before >= 0 and reading.forms[before] in QUOTES_OPEN:
        before -= 1
    own = word.enc and not word.pro and found.tag.startswith("perf")
    if word.det or any(letter in word.pro for letter in "بلك") or (own and _announced(reading, before)):
        return "n"
    if found.tag.startswith("perf") and _subject_of_that(reading, word, before):
        return "n"
    speaks = entry.type in VERBAL_TYPES
    if found.tag.startswith("perf") and (speaks or entry.type in INFLICTED) and _object(reading, word, before, speaks):
        return "n"
    return "v" if _has_subject(reading, found.last + 1) else _by_its_neighbour(reading, word, before)


def _has_subject(reading: Reading, behind: int) -> bool:
    """Somebody in the nominative plural stands right behind (حث مسؤولون، رفض الأميركيون)."""
    if behind >= len(reading.words) or not reading.words[behind].core.endswith("ون"):
        return False
    return "people" in reading.lex[behind] or "country" in reading.lex[behind]


def _subject_of_that(reading: Reading, word: Word, before: int) -> bool:
    """Right behind إن or أن stands the subject, no verb in the perfect (قال إن رفض العرض سيطيل الحرب), but where a
    preposition or a verb of being before makes a conjunction of both (بعد أن رفض، سبق أن رفض)."""
    if before < 1 or reading.forms[before] not in _THAT or "و" in word.pro or "ف" in word.pro:
        return False
    return reading.forms[before - 1] not in _THAT_VERBS


def _object(reading: Reading, word: Word, before: int, speaks: bool) -> bool:
    """A verb and its subject stand before it, and nothing that opens a clause: it is what the verb governs (رفضت
    المحكمة طلب المحامية، أعلن الرئيس رفض بلاده). A deed, not what somebody ``speaks``, is governed by verbs that
    announce or carry one (أعلنت الوزارة طرد السفير، واصلت الطائرات قصف المواقع)."""
    if word.pro or before < 0 or not reading.words[before].det:
        return False
    for at in range(before, max(-1, before - _SUBJECT), -1):
        here = reading.words[at]
        if reading.acts[at] and at not in reading.time_tokens:
            told = speaks or any(sense.kind in {"light", "cue"} for sense in here.senses)
            return told and here.core not in _BEING
        if here.form in _PUNCTUATION_OR_LIGHT_ENDS_OR_RELATIVE or "و" in here.pro or here.func:
            return False
    return False


_WAS: Final = frozenset("كان وكان فكان كانت وكانت كانوا وكانوا".split())


def _by_its_neighbour(reading: Reading, word: Word, before: int) -> str:
    """``v`` or ``n`` by the token before a word that can be both."""
    if before > 0 and reading.forms[before - 1] in _WAS and not reading.words[before].det:
        return "v"  # وكان مسلح قتل خمسة
    if word.pro == "و" and _joins(reading, before):
        return "n"
    if before < 0 or "و" in word.pro or "ف" in word.pro or _opens_clause(reading, before):
        return "v"
    previous = reading.words[before]
    if previous.form == "وقت" and reading.forms[before - 1] == "في":
        return "v"
    if previous.core in _BEFORE_NOUNS:
        return "n"
    opens = False
    for sense in previous.senses:
        if sense.kind == "func":
            if sense.entry in _GOVERNING:
                return "n"
            opens = opens or sense.entry in _OPENING
    if opens:
        return "v"
    if any(sense.kind in {"light", "cue"} for sense in previous.senses):
        return "n"
    return "v" if previous.det or previous.enc or _described(reading, before) else "n"


def _described(reading: Reading, before: int) -> bool:
    """Somebody in the accusative or behind a preposition, of whom the verb tells more (اعتقلت رجلا قتل شرطيا)."""
    word = reading.words[before]
    if "people" not in reading.lex[before] or word.det or reading.lex[before]["people"].first != before:
        return False
    return (word.form.endswith("ا") and len(word.form) > _ROOT) or reading.prep(before) in {"على", "عن"}


def _joins(reading: Reading, before: int) -> bool:
    """A bare noun of a deed that a preposition governs stands before it and shares what follows (على خطف وقتل عمال)."""
    if before < 1:
        return False
    word = reading.words[before]
    if word.det or word.enc or reading.acts[before] or not any(sense.tag == "noun" for sense in word.marks):
        return False
    return any(letter in word.pro for letter in "بل") or reading.prep(before) != ""


def _announced(reading: Reading, at: int) -> bool:
    """A verb that utters or carries what stands behind it governs the word after ``at`` (جدد الوزراء رفضهم): no other
    verb and nothing that opens a clause stands between."""
    for before in range(at, max(-1, at - LIGHT_REACH), -1):
        word = reading.words[before]
        if reading.acts[before] and before not in reading.time_tokens:
            return any(sense.kind in {"light", "cue"} for sense in word.senses)
        if word.form in _LIGHT_ENDS_OR_RELATIVE_OR_BEFORE_VERBS:
            return False
    return False


def _future(reading: Reading, found: Mark) -> bool:
    """What is said begins with a verb in the future (سننتقم)."""
    word = reading.words[found.first]
    said = found.sense.frame in {"speech", "charge"}
    return said and not word.cls and word.core[:2] in _FUTURE and len(word.core) > 4


def _opens_clause(reading: Reading, at: int) -> bool:
    """A pause, a word that verbs follow, or a noun in the accusative behind أن (أن جهاديا قتل)."""
    word = reading.words[at]
    if word.form in _PUNCTUATION_OR_BEFORE_VERBS:
        return True
    return at > 0 and reading.forms[at - 1] in _THAT and word.form.endswith("ا") and not word.det and not word.func


def two_before(reading: Reading, at: int) -> bool:
    """A perfect in the dual has two before it; else the form is an accusative (ردا, دعما, طلبا)."""
    for word in reading.words[max(0, at - 6) : at]:
        if word.core.endswith(("ان", "ين", "هما")) and len(word.core) > 3:
            return True
    return "و" in reading.words[at].pro or any("و" in word.pro for word in reading.words[max(0, at - 3) : at])
