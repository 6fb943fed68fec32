"""Text of strangers made fit to show on a page: nothing in it can reorder or hide what stands around it."""

from __future__ import annotations

import re
from html import escape

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
SHOWN = "\u25af"
"""Stands for each control character, so that the reader sees there was one and offsets still hold."""


def plain(words: object) -> str:
    """``words`` with control characters, bidi overrides and lone surrogates each replaced by :data:`SHOWN`."""
    return _UNSAFE.sub(SHOWN, str(words)) if words is not None else ""


def shown(words: object) -> str:
    """``words`` as HTML, in an isolate of their own direction."""
    return f"<bdi>{escape(plain(words))}</bdi>"
