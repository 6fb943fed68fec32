"""Arabic in a terminal that runs left to right: isolates keep each name whole, on every line it is wrapped to."""

from __future__ import annotations

import re

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"[\t\n]")


def harmless(words: str) -> str:
    """``words`` without terminal escapes, bidi controls or line breaks, each replaced by one space, so that
    offsets still hold."""
    return _SPACE.sub(" ", _UNSAFE.sub(" ", words))


def is_rtl(words: str) -> bool:
    """Whether ``words`` hold a letter that runs right to left."""
    return _RTL.search(words) is not None


def isolate(words: str) -> str:
    """``words`` made harmless; those that run right to left stand in an isolate."""
    shown = harmless(words)
    return f"{RLI}{shown}{PDI}" if is_rtl(shown) else shown


def isolate_ltr(words: str) -> str:
    """``words`` made harmless, in a left-to-right isolate where they hold no right-to-left letter: for lines that
    run right to left."""
    shown = harmless(words)
    return shown if is_rtl(shown) or not shown.strip() else f"{LRI}{shown}{PDI}"


class Paragraph:
    """Text wrapped to the width there is. A right-to-left one stands in an isolate on every line; in others an
    isolate that is broken over lines is closed and opened again."""

    def __init__(self, text: Text | str, *, indent: int = 0, rtl: bool | None = None) -> None:
        self.text = Text(harmless(text)) if isinstance(text, str) else text
        self.indent = indent
        self.rtl = is_rtl(self.text.plain) if rtl is None else rtl

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(10, options.max_width - self.indent)
        broken = False
        for line in self.text.wrap(console, width, overflow="fold"):
            line.rstrip()
            shown = Text(" " * self.indent, no_wrap=True)
            if self.rtl or broken:
                shown.append(RLI)
            shown.append_text(line)
            broken = not self.rtl and shown.plain.count(RLI) > shown.plain.count(PDI)
            yield shown.append(PDI) if self.rtl or broken else shown

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        found = Measurement.get(console, options, self.text)
        return Measurement(found.minimum + self.indent, found.maximum + self.indent).clamp(max_width=options.max_width)
