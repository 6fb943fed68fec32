"""Parts of an event in words for a terminal: who to whom, figures, chains."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.cli.bidi import PDI, RLI, isolate, isolate_ltr
from khabar.model import Party
from khabar.views.figures import Range
from khabar.views.labels import Lang, count_label, counted, label
from khabar.views.summary import EventSummary

_ARROWS = {"en": " → ", "ar": " ← "}


def isolated(words: str, lang: Lang) -> str:
    """A name inside a line of ``lang``: isolated where it runs the other way."""
    return isolate_ltr(words) if lang == "ar" else isolate(words)


def line(words: str, lang: Lang) -> str:
    """A whole line of ``lang``: an Arabic one stands in an isolate of its own."""
    return f"{RLI}{words}{PDI}" if words and lang == "ar" else words


def names(parties: Sequence[Party], lang: Lang, most: int = 2) -> str:
    """Up to ``most`` names, and how many more there are."""
    shown = "، " if lang == "ar" else ", "
    joined = shown.join(isolated(party.text, lang) for party in parties[:most])
    return joined + (f" +{len(parties) - most}" if len(parties) > most else "")


def who_to_whom(event: EventSummary, lang: Lang, most: int = 2) -> str:
    """Actors, an arrow, targets; the arrow only where there are both sides or a target alone."""
    actors, targets = names(event.actors, lang, most), names(event.targets, lang, most)
    if not targets:
        return actors
    return f"{actors or '?'}{_ARROWS[lang]}{targets}"


def chain(transmitters: Sequence[str], lang: Lang) -> str:
    """Transmitters from the origin to the outlet, joined by arrows that point to the reader."""
    return _ARROWS[lang].join(isolated(name, lang) for name in transmitters)


def figure(found: Range, lang: Lang) -> str:
    """A kind of figure with its range, and a mark where sources differ."""
    shown = count_label(found.low, found.high, lang)
    mark = f" ({label('disputed', lang)})" if found.disputed else ""
    return f"{label(found.what, lang)} {shown}{mark}"


def figures(event: EventSummary, lang: Lang) -> str:
    """All figures of an event in one line."""
    return ("، " if lang == "ar" else ", ").join(figure(found, lang) for found in event.figures)


def support(event: EventSummary, lang: Lang) -> str:
    """How well an event is supported: independent lines and articles."""
    parts = [counted(event.lines, "line", lang), counted(event.articles, "article", lang)]
    return ("، " if lang == "ar" else ", ").join(parts)
