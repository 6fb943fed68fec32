"""Days that an EDTF date of the codebook covers."""

from __future__ import annotations

import re

LAST_DAY = "9999-12-31"
_PART = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def bounds(date: str | None) -> tuple[str, str] | None:
    """First and last day of ``date`` as ISO strings that compare as text, or None for no date.

    ``2024-01`` gives ``2024-01-01`` and ``2024-01-31`` (every month is given 31 days: the strings are compared, not
    counted), ``2023-10-07/..`` ends on ``9999-12-31``.
    """
    if not date:
        return None
    start, _, end = date.partition("/")
    end = {"": start, "..": LAST_DAY}.get(end, end)
    return start + "-01-01"[len(start) - 4 :] if len(start) < 10 else start, (
        end + "-12-31"[len(end) - 4 :] if len(end) < 10 else end
    )


def is_date(text: str | None) -> bool:
    """Whether ``text`` is a year, month or day, written ``2024``, ``2024-01`` or ``2024-01-24``."""
    return bool(text) and _PART.fullmatch(text or "") is not None
