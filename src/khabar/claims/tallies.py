"""Tallies: standing counts that are no event of their own (2,500 troops in a country, 150 attacks since October)."""

from __future__ import annotations

from khabar.claims.assemble import ClaimReader
from khabar.model import Tally


def find_tallies(reader: ClaimReader) -> list[Tally]:
    """Tallies of a reading, in text order."""
    return []
