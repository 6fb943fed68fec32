"""Gender and number: whether a suffix can mean a phrase."""

from __future__ import annotations

from typing import Final

from khabar.claims.kinds import BODIES
from khabar.mentions.phrase import Phrase

_MEN: Final = frozenset(
    "وزير سفير رئيس متحدث ناطق قائد زعيم ملك امير مدير محافظ حاكم جنرال لواء عميد عقيد ضابط مبعوث شيخ".split()
)
"""Titles of men: women bear others."""
_HE: Final = frozenset(("perf.m", "impf.m"))
_SHE: Final = frozenset(("perf.f", "impf.f"))


def object_only(tag: str, core: str, phrase: Phrase) -> bool:
    """A noun behind a verb that its gender makes the object: a man's title behind a feminine verb (أبلغت السفير), a
    body with a feminine head behind a masculine one (اتهم الحكومة). ``tag``: the verb's, ``core``: the noun's head."""
    if tag in _SHE:
        return phrase.kind == "person" and _title(phrase) and core in _MEN
    return tag in _HE and phrase.kind in BODIES and core.endswith(("ة", "ات"))


def _title(phrase: Phrase) -> bool:
    """A title stands before the name, or in its place."""
    return phrase.name[0] > phrase.first or not hasattr(phrase.entry, "names")


def feminine(core: str, phrase: Phrase) -> bool:
    """Whether a phrase with a folded head agrees in the feminine singular."""
    return core.endswith(("ة", "ات", "اء")) or phrase.kind == "state"


def meant(suffix: str, core: str, phrase: Phrase) -> bool:
    """Whether a suffix can mean the phrase by gender and number."""
    dual = core.endswith(("ان", "ين")) and phrase.number != "s"
    if suffix == "هما":
        return dual or core.endswith(("تين", "تان", "ين"))
    if suffix == "هم":
        return phrase.number == "p" or core.endswith(("ون", "ين")) or phrase.kind == "people"
    if suffix == "ها":
        return feminine(core, phrase) or phrase.kind in {"armed-group", "organisation", "person"}
    return suffix == "ه" and not core.endswith(("ة", "ات", "ين", "ون")) and phrase.kind != "state"
