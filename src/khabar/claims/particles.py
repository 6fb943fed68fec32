"""Small words, folded, that several rules of this layer look for."""

from __future__ import annotations

from typing import Final

THAT: Final = frozenset(("ان", "بان"))
"""Words that begin what is said."""
THAT_HE: Final = frozenset("انه انها انهم بانه بانها بانهم".split())
"""Words that begin what somebody says of himself."""
NOT: Final = frozenset("لم لن لا ولم ولن ولا".split())
"""Words that deny the verb behind them."""
ANY: Final = frozenset(("اي", "اية"))
"""Words that make what follows one of many, none in particular."""
HIM: Final = frozenset(("اياه", "اياها", "اياهم", "اياهما"))
"""Pronouns that stand for an object by themselves."""
WITHIN: Final = frozenset(("في", "خلال", "اثناء"))
"""Prepositions of the time or the place of something."""
WILL: Final = frozenset(("سي", "ست", "سن"))
"""Beginnings of verbs in the future."""
