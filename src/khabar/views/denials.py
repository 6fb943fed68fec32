"""What a denial denies: that an event happened, or only how many it harmed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.store import StoredClaim
from khabar.text.normalise import folded

_HARM = re.compile(
    "(?:[وف]?(?:ب|ل|لل|بال|ال)?)"
    "(?:مقتل|مصرع|وفاة|وفيات|استشهاد|هلاك|اصاب[ةتا]|جرح|سقوط|فقدان|ضحايا|قتل[ىي]|قتيل|شه[يد]|مصاب|حصيلة"
    "|[يت]?قتل(?:وا|ت|ا)?$|اصيب|يصاب|لق[ىي]|توف[ىي]|استشهد|يستشهد|سقط|يسقط|فقد)"
)
"""Words of harm done, as against words of a deed."""


def denies_the_toll(item: StoredClaim) -> bool:
    """Whether a denial is of a number harmed (نفى مقتل ستة عشر عنصرا): its word names harm, and a figure is denied."""
    claim = item.claim
    harmed = any(figure.what in ("killed", "wounded", "missing") and figure.high != 0 for figure in claim.figures)
    return claim.status == "negated" and harmed and _names_harm(item)


def on_happening(told: Sequence[StoredClaim]) -> list[StoredClaim]:
    """The claims of an event that say whether it happened: all but denials of a toll, which leave the deed as it is.
    Where nobody tells of more than the harm, who denies the toll denies the event."""
    if not any(item.claim.status == "occurred" and not _names_harm(item) for item in told):
        return list(told)
    return [item for item in told if not denies_the_toll(item)]


def _names_harm(item: StoredClaim) -> bool:
    return bool(_HARM.match(folded(item.claim.trigger.text)))
