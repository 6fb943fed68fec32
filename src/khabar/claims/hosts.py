"""Who speaks at a meeting with somebody is its other side (قال الوزير خلال لقاء مع الوفد)."""

from __future__ import annotations

from typing import Final

from khabar.claims.frame import Frame
from khabar.claims.options import PHRASE, Option, Told
from khabar.mentions.names import Names
from khabar.mentions.reading import Reading

_AT: Final = frozenset("خلال عقب بعد في اثناء قبيل قبل لدى".split())
"""Words before a meeting at which somebody speaks."""
_WITH: Final = 5
"""Tokens behind it within which it is told with whom."""
_GUESTS: Final = frozenset(("person", "people", "state", "government", "organisation", "party"))


class Hosts:
    """Finds the speaker of a meeting of which one side is told. ``frames``: reports by sentence."""

    def __init__(self, reading: Reading, names: Names, frames: dict[int, list[Frame]]) -> None:
        self.r = reading
        self.names = names
        self.frames = frames

    def of(self, claim: Told) -> Option | None:
        """The other side of a meeting, or None."""
        candidate, forms = claim.candidate, self.r.forms
        if candidate.type != "CONSULT" or len(claim.actors) != 1 or forms[candidate.first - 1] not in _AT:
            return None
        if "مع" not in forms[candidate.last + 1 : candidate.last + _WITH]:
            return None
        chain = next((frame.chain for frame in self.frames.get(candidate.sentence, ()) if frame.chain), [])
        if not chain or chain[-1].kind not in _GUESTS:
            return None
        speaker = self.names.resolve(chain[-1])
        if speaker.text == claim.doers[0].named.text:
            return None
        return Option(speaker, chain[-1], "speaks there", 0, PHRASE, (), ())
