"""Plotly's JavaScript, out of its own package."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path


def source() -> Path:
    """The file of Plotly's JavaScript."""
    return Path(str(files("plotly") / "package_data" / "plotly.min.js"))


@cache
def style_marks() -> tuple[str, ...]:
    """Ids by which Plotly knows that its style elements are in the page already. Pages hold empty elements of these
    ids, because their security policy allows no inline styles; the styles are in ``static/plotly.css``."""
    found = re.findall(r'getElementById\("([0-9a-f]{64})"\)', source().read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(found))
