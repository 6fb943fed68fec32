"""Missiles fired to try them, out to sea (أطلقت صاروخا باتجاه بحر اليابان): readiness shown, no attack."""

from __future__ import annotations

from typing import Final

from khabar.lexicon.found import Mark
from khabar.mentions.punctuation import PUNCTUATION
from khabar.mentions.reading import Reading

_FIRES: Final = "assault.missile.launch"
_TRIES: Final = "mobilize.missile-launch"
_SPOTS: Final = "mobilize.missile-test"
"""Entries of firing at somebody, of firing to try, and of the words that tell where or what was tried."""
_WATERS: Final = frozenset(("بحر", "محيط", "مياه"))
_OPEN: Final = frozenset("يابان شرقي اصفر هادئ هادي هندي شرق اقليمية دولية اقتصادية قبالة مفتوح".split())
"""Words behind them where nobody is fired at."""
_TOWARD: Final = frozenset("باتجاه نحو صوب في الى الي تجاه قبالة فوق".split())
_TRIAL: Final = frozenset("تجريبي تجريبيا تجريبية تجربة تجارب اختبار اختباري اختبارا اختبارية".split())
_AT: Final = frozenset(("على", "علي", "ضد"))
_FALLS: Final = frozenset("سقط سقطت سقطا حلق حلقت قطع قطعت".split())
"""Verbs of how a missile flew and where it came down."""
_TESTER: Final = "PRK"
"""The state that fires at nobody unless somebody is named."""
_REACH: Final = 18


def misread_launch(reading: Reading, found: Mark) -> bool:
    """A missile that is tried is not fired at anybody, one fired at somebody is no trial, and where it was tried is no
    trial of its own behind the word for it."""
    if found.sense.id == _FIRES:
        return tried(reading, found.last)
    if found.sense.id == _TRIES:
        return not tried(reading, found.last)
    if found.sense.id != _SPOTS or not _spot(reading, found):
        return False
    number = reading.sentence_at[found.first]
    before = (one for one in reading.marks.of("trigger") if one.sense.id == _TRIES)
    return any(reading.sentence_at[one.first] == number and one.last < found.first for one in before)


def tried(reading: Reading, launch: int) -> bool:
    """What is fired behind the token ``launch`` goes out to the open sea or is called a trial, or a state that only
    tries missiles fires at nobody."""
    words, forms = reading.words, reading.forms
    end = min(reading.sentences[reading.sentence_at[launch]].last, launch + _REACH)
    state = _of_tester(reading, launch - 1) or _of_tester(reading, launch - 2)
    for at in range(launch + 1, end):
        core = words[at].core
        if forms[at] in _AT:
            return False
        if reading.acts[at] and core not in _FALLS:
            break
        if core in _TRIAL:
            return True
        if core in _WATERS and (forms[at - 1] in _TOWARD or words[at].pro) and _open(reading, at, end):
            return True
        state = state or _of_tester(reading, at)
    return state


def _open(reading: Reading, at: int, end: int) -> bool:
    """Open waters: named as such, or the sea alone."""
    behind = reading.core(at + 1)
    return behind in _OPEN or (reading.core(at) == "بحر" and (at + 1 >= end or reading.forms[at + 1] in PUNCTUATION))


def _of_tester(reading: Reading, at: int) -> bool:
    state = reading.lex[at].get("country") if at >= 0 else None
    return state is not None and state.sense.id == _TESTER


def _spot(reading: Reading, found: Mark) -> bool:
    """Words that only tell where (باتجاه بحر اليابان)."""
    return reading.forms[found.first] in _TOWARD or reading.core(found.first) in _WATERS
