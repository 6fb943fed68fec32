"""What an attack was carried out with, where it is the subject or the instrument of the verb (دمر صاروخ مبنى، أعطبت
آلية بعبوة), buildings that are blown up to be rid of them, and aircraft told as unmanned further on."""

from __future__ import annotations

from typing import Final

from khabar.claims.aftermath import suffers
from khabar.claims.candidates import Candidate
from khabar.claims.clauses import RELATIVE, STOPS
from khabar.claims.options import Told
from khabar.lexicon.found import Mark
from khabar.mentions.reading import Reading

_AIRCRAFT: Final = "weapon.aircraft"
_UNMANNED: Final = frozenset(("بدون", "من", "دون", "بلا"))
"""Words with which "without a pilot" opens."""
_APART: Final = 3
"""Tokens from an aircraft to these (طائرة أميركية من دون طيار)."""
_CLAUSE: Final = 16
"""Tokens behind a verb within which its instrument stands."""
_DAMAGES: Final = frozenset(("destruction", "interception"))
"""Modes of a verb's own that say nothing of what it was done with."""
_BY: Final = frozenset(("بواسطة", "باستخدام", "عبر"))
_FLYING: Final = frozenset(("missile", "drone", "airstrike"))
"""Modes of what is shot down."""
_UNTOLD: Final = frozenset((None, "other"))
_RUNS_INTO: Final = "assault.run-into"
_BOMBS: Final = frozenset("قنبلة قنابل".split())
_FIRING: Final = "اطلاق"
_BOATS: Final = frozenset("زورق زوارق زورقين قارب قوارب".split())
"""What carries a charge, and is no charge itself."""
_SEIZING: Final = frozenset(
    f"coerce.{name}"
    for name in (
        *("seize.goods", "seize.goods-caught", "seize.confiscate", "seize.confiscate.verb", "seize.capture"),
        *("seize.spoils", "wide.contraband"),
    )
)
_HAUL: Final = 12
"""Tokens behind a word of seizing within which its objects stand."""
_SHOT_DOWN: Final = "interception"
_BLOWN_UP: Final = frozenset(
    "منزل منزلا منزلين منازل منزلي بيت بيتا بيتين بيوت مربعات جسر جسرا جسرين جسور مبنى مبني مبان مباني بناية بنايات "
    "عمارة عمارات نفق نفقا نفقين انفاق برج ابراج حي احياء".split()
)
"""What is blown up to be rid of it."""
_CHARGES: Final = frozenset(
    "مفخخة مفخخا ملغومة ملغمة انتحاري انتحارية انتحاريا سيارة عبوة ناسفة ناسفا لغم قنبلة نفسه نفسها حزامه داخل قرب "
    "امام استهدف استهدفت".split()
)
"""Words beside which it was a bomb."""


def unmanned(reading: Reading) -> dict[int, int]:
    """First tokens of aircraft told as unmanned behind an adjective, with the last tokens of the whole."""
    weapons = reading.marks.of("weapon")
    drones = {
        found.first: found.last
        for found in weapons
        if found.sense.mode == "drone" and reading.forms[found.first] in _UNMANNED
    }
    joined: dict[int, int] = {}
    if not drones:
        return joined
    for found in weapons:
        if found.sense.id != _AIRCRAFT:
            continue
        for at in range(found.last + 1, min(found.last + 1 + _APART, len(reading.forms))):
            if at in drones:
                joined[found.first] = drones[at]
                break
            if reading.acts[at] or reading.words[at].cls != "j":
                break
    return joined


def taken_away(reading: Reading) -> set[int]:
    """Tokens of what is seized or found (ضبط أسلحة وأحزمة ناسفة): no means of an attack told beside it."""
    found: set[int] = set()
    for trigger in reading.marks.of("trigger"):
        if trigger.sense.id not in _SEIZING:
            continue
        for at in range(trigger.last + 1, min(trigger.last + 1 + _HAUL, len(reading.forms))):
            if reading.forms[at] in STOPS or reading.acts[at]:
                break
            found.add(at)
    return found


def done_with(reading: Reading, candidate: Candidate, weapons: dict[int, Mark], nouns: dict[int, str | None]) -> str:
    """Mode of what did it or what it was done with, empty where the clause tells neither. ``weapons``: those that have
    a mode, by first token; ``nouns``: modes of nouns of attacks by first token."""
    if candidate.mode in _UNTOLD and reading.core(candidate.first) == _FIRING:
        fired = weapons.get(candidate.last + 1)
        return "" if fired is None else fired.sense.mode or ""
    if candidate.id == _RUNS_INTO:
        return "bombing" if _onto_mine(reading, candidate, weapons) else ""
    if candidate.mode not in _DAMAGES:
        return ""
    verb = _verb(reading, candidate)
    if verb >= 0:
        told = _subject(reading, candidate, verb, weapons, nouns)
        if told:
            return told
    if suffers(candidate):
        return ""
    return _instrument(reading, candidate, weapons, nouns)


def _verb(reading: Reading, candidate: Candidate) -> int:
    """The last token of its verb: its own, or that of the phrase with a gap that it ends (ألحقت المسيرات أضرارا), or
    -1."""
    if candidate.pos == "v":
        return candidate.last
    if candidate.head is not None:
        return candidate.head[0]
    light = candidate.light
    carried = light is not None and light.first < candidate.first and reading.acts[light.first]
    return light.last if light is not None and carried else -1


def _subject(
    reading: Reading, candidate: Candidate, verb: int, weapons: dict[int, Mark], nouns: dict[int, str | None]
) -> str:
    """The arm or the strike right behind the verb, in no accusative: it is the subject."""
    behind = verb + 1
    if behind >= len(reading.words):
        return ""
    word = reading.words[behind]
    if word.pro or (word.form.endswith("ا") and not word.det) or word.form.endswith("ين"):
        return ""
    if word.core in _BOMBS:
        return "bombing"
    weapon = weapons.get(behind)
    shot = candidate.mode == _SHOT_DOWN
    if weapon is None:
        return "" if shot else nouns.get(behind) or ""
    several = word.core.endswith(("يخ", "ات", "ئف"))
    if shot and (several or word.det):
        return ""
    mode: str = weapon.sense.mode or ""
    return mode


def _instrument(reading: Reading, candidate: Candidate, weapons: dict[int, Mark], nouns: dict[int, str | None]) -> str:
    """The arm or the strike behind ب in the clause of a verb or noun of destroying (دمر الجيش أوكارا بضربات جوية)."""
    end = min(reading.sentences[candidate.sentence].last, candidate.last + _CLAUSE)
    for at in range(candidate.last + 1, end):
        form = reading.forms[at]
        if form in STOPS or form in RELATIVE or reading.acts[at]:
            return ""
        struck = nouns.get(at)
        if struck is not None and "ب" in reading.words[at].pro and candidate.mode != _SHOT_DOWN:
            return struck
        weapon = weapons.get(at)
        if weapon is None or reading.words[at].core in _BOATS:
            continue
        if reading.prep(at) == "ب" or reading.forms[at - 1] in _BY:
            mode: str = weapon.sense.mode or ""
            return mode
        if candidate.mode == _SHOT_DOWN and weapon.sense.mode in _FLYING:
            return ""
    return ""


ONE_SIDED: Final = frozenset(
    f"assault.{name}" for name in ("shell", "target", "ambush", "terror", "strike", "operation.claimed")
)
"""Entries of what one side does to another, which is no clash."""


def unfit(told: Told) -> str:
    """The mode that was weighed best and cannot be: an airstrike, if no word of its own says so, by irregulars alone,
    who have no aircraft; ruin, where it is people who suffered. Empty where it can."""
    mode, doers = told.mode, told.doers
    if mode == "destruction" and told.candidate.mode is None and suffers(told.candidate):
        return mode
    if mode != "airstrike" or told.candidate.mode == "airstrike" or not doers:
        return ""
    irregular = all(one.phrase is not None and one.phrase.role == "armed-group" for one in doers)
    return mode if irregular else ""


def _onto_mine(reading: Reading, candidate: Candidate, weapons: dict[int, Mark]) -> bool:
    """A mine or a charge is what somebody ran onto (اصطدمت دورية بلغم)."""
    for at in range(candidate.last + 1, min(reading.sentences[candidate.sentence].last, candidate.last + _CLAUSE)):
        weapon = weapons.get(at)
        if weapon is not None and weapon.sense.mode == "bombing" and reading.prep(at) == "ب":
            return True
    return False


def demolished(reading: Reading, candidate: Candidate) -> bool:
    """A house or a bridge is the object of a word of blowing up, and no charge or blow beside it makes it a bombing."""
    if candidate.mode != "bombing" or candidate.frame != "act" or candidate.last > candidate.first:
        return False
    behind = candidate.last + 1
    doer = reading.marks.of("people")
    end = min(reading.sentences[candidate.sentence].last, behind + 5)
    starts = {mark.first for mark in doer}
    for at in range(behind, end):
        word = reading.words[at]
        if word.core in _BLOWN_UP:
            row = reading.sentences[candidate.sentence]
            return not any(reading.words[one].core in _CHARGES for one in range(row.first, row.last))
        if word.func or word.pro or candidate.pos == "n" or not (word.det or word.cls in "nj" or at in starts):
            return False
    return False
