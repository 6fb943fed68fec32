"""Who planted or threw an explosive (ألغام تركها الحوثيون, عبوة زرعها مسلحون): the verb behind it, whose suffix is the
explosive, has whoever did so right behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from khabar.text import Tokens

_STEMS: Final = (
    "زرع زرعت زرعو يزرع تزرع ترك تركت تركو وضع وضعت وضعو القى القا القت القو خلف خلفت خلفو نصب نصبت نصبو فخخ فخخت رما "
    "رمى رمت رمو دس دست اخفا اخفت ثبت ثبتت الصق الصقت فجر فجرت غرس غرست لغم"
).split()
_VERBS: Final = frozenset(stem + suffix for stem in _STEMS for suffix in ("ه", "ها", "هما"))
_REACH: Final = 4
"""Tokens between the explosive and the verb that takes it up."""


def planting_verbs(tokens: Tokens, lex: Sequence[Mapping[str, Any]]) -> frozenset[int]:
    """Tokens of such verbs, each behind a weapon."""
    return frozenset(
        [at for at in tokens.among(_VERBS) if any("weapon" in lex[before] for before in range(max(0, at - _REACH), at))]
    )
