"""Gender and number: whether a suffix can mean a phrase."""

from __future__ import annotations

from khabar.mentions.phrase import Phrase


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
