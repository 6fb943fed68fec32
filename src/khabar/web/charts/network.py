"""Who acts on whom as bands from one column of names to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from markupsafe import Markup

from khabar.views.counts import PairCount
from khabar.views.labels import Lang
from khabar.web.charts.svg import el, link, picture, shortened
from khabar.web.words import word

_WIDTH, _NAME, _GAP, _MOST = 900, 220, 10, 24
_UNIT = 420


def draw(pairs: Sequence[PairCount], lang: Lang, href: Callable[[PairCount], str]) -> Markup:
    """The 24 strongest pairs. Bands are as thick as their events are many; each leads to its events."""
    shown = list(pairs[:_MOST])
    if not shown:
        return Markup("")
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for pair in shown:
        left[pair.actor] += pair.events
        right[pair.target] += pair.events
    unit = _UNIT / sum(left.values())
    tall = max(_high(left, unit), _high(right, unit))
    starts, ends = _stack(left, unit, tall), _stack(right, unit, tall)

    def flip(x: float) -> float:
        return _WIDTH - x if lang == "ar" else x

    parts: list[Markup] = []
    used_left, used_right = dict(starts), dict(ends)
    for pair in shown:
        wide = pair.events * unit
        y1, y2 = used_left[pair.actor] + wide / 2, used_right[pair.target] + wide / 2
        used_left[pair.actor] += wide
        used_right[pair.target] += wide
        x1, x2 = flip(_NAME + 12), flip(_WIDTH - _NAME - 12)
        middle = (x1 + x2) / 2
        path = f"M{x1} {y1:.1f}C{middle} {y1:.1f} {middle} {y2:.1f} {x2} {y2:.1f}"
        tip = word("pair_events", lang, a=pair.actor, b=pair.target)
        parts.append(
            link(href(pair), el("title", f"{tip}: {pair.events}"),
                 el("path", d=path, class_="band", stroke_width=max(1.0, wide)))
        )  # fmt: skip
    parts += _names(left, starts, unit, flip(_NAME), flip(_NAME + 4), lang, before=True)
    parts += _names(right, ends, unit, flip(_WIDTH - _NAME), flip(_WIDTH - _NAME - 12), lang, before=False)
    return picture(_WIDTH, int(tall) + 8, *parts, title=word("network_lead", lang), class_="chart network-chart")


def _high(names: Counter[str], unit: float) -> float:
    return sum(max(count * unit, 12) + _GAP for count in names.values())


def _stack(names: Counter[str], unit: float, tall: float) -> dict[str, float]:
    y = (tall - _high(names, unit)) / 2 + 4
    found = {}
    for name, count in names.most_common():
        found[name] = y + max(0.0, (12 - count * unit) / 2)
        y += max(count * unit, 12) + _GAP
    return found


def _names(
    names: Counter[str],
    tops: dict[str, float],
    unit: float,
    x: float,
    bar: float,
    lang: Lang,
    *,
    before: bool,
) -> list[Markup]:
    made = []
    for name, count in names.items():
        high = max(2.0, count * unit)
        left = bar - 8 if lang == "ar" else bar
        made.append(el("rect", x=left, y=tops[name], width=8, height=high, class_="end"))
        anchor = "start" if before == (lang == "ar") else "end"
        offset = -4 if anchor == "end" else 4
        made.append(
            el("text", shortened(name, 30), x=x + offset, y=tops[name] + high / 2 + 5, class_="node-name",
               text_anchor=anchor, direction="ltr")
        )  # fmt: skip
    return made
