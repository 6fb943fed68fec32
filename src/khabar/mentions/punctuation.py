"""Signs between words, and the quotations that some of them open and close."""

from __future__ import annotations

from typing import Final

PUNCTUATION: Final = frozenset("،,؛;:.!?؟…()[]{}-–—/|\n\"“”„«»'’*…")
QUOTES_OPEN: Final = frozenset("\"“„«‹'")
QUOTES_CLOSE: Final = frozenset("\"”“»›'")


def quotations(forms: list[str]) -> list[int]:
    """For every token the number of the quotation it stands in, 0 outside. Quotations end with their paragraph."""
    inside = [0] * (len(forms) + 1)
    number = current = 0
    opened = ""
    for at, form in enumerate(forms):
        if len(form) > 1:
            if current:
                inside[at] = current
            continue
        if form == "\n":
            current = 0
            continue
        if current and form in QUOTES_CLOSE and not (form == "“" and opened != "“"):
            inside[at] = current
            current = 0
            continue
        if not current and form in QUOTES_OPEN and form != "'":
            number += 1
            current, opened = number, form
        inside[at] = current
    return inside


def unclosed(text: str) -> bool:
    """A quotation begins in ``text`` and does not end in it."""
    return (
        ("“" in text and text.count("“") > text.count("”"))
        or ("«" in text and text.count("«") > text.count("»"))
        or ("‹" in text and text.count("‹") > text.count("›"))
    )
