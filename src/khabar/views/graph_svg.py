"""The transmission graph as a picture: plain SVG, for a page or a notebook.

Colours are those of the text around it (``currentColor``), so that it fits light and dark pages; what matters is told
by shape and words too. Names are escaped and run in their own direction; in Arabic the picture runs from right to left.
"""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from textwrap import wrap

from khabar.views.graph import Node, Transmission
from khabar.views.graph_layout import EVENT, READER, Key, Layout, Way, lay_out
from khabar.views.graph_words import bottleneck_words
from khabar.views.labels import Lang, counted, label

_BOX, _TALL, _COLUMN, _ROW, _END, _EDGE = 184, 44, 252, 60, 72, 14
_LINE, _LETTER = 19, 6.6
_MOST = 25
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_FONT = "Noto Naskh Arabic, Noto Sans Arabic, Segoe UI, Tahoma, sans-serif"
_WORDS = {"event": ("event", "الحدث"), "reader": ("reader", "القارئ")}


def draw(told: Transmission, lang: Lang = "en") -> str:
    """The graph as a whole SVG document, from the event to the reader; bold where the independent lines run, a double
    frame around a bottleneck, dashes where one outlet prints another's text."""
    layout = lay_out(told)
    width = 2 * (_END + _EDGE) + (layout.columns - 2) * _COLUMN + _COLUMN - _BOX
    lines = counted(told.lines, "line", lang)
    sentence = bottleneck_words(told, lang)
    said = wrap(sentence, max(30, int(width / _LETTER)))
    head = _LINE * (len(said) + 1) + _EDGE
    height = head + layout.rows * _ROW + _EDGE
    picture = _Picture(layout, width, head, lang)
    parts = [
        _element("title", lines),
        _element("desc", sentence),
        _text(width / 2, _LINE, lines, 13, weight="bold"),
        *(_text(width / 2, _LINE * (n + 2), words, 12) for n, words in enumerate(said)),
        *(picture.edge(way) for way in layout.ways),
        picture.end(EVENT, _WORDS["event"][lang == "ar"]),
        picture.end(READER, _WORDS["reader"][lang == "ar"]),
        *(picture.node(node) for node in told.nodes),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="{_FONT}" fill="currentColor">{"".join(parts)}</svg>'
    )


class _Picture:
    """Turns places into points; an Arabic picture is the mirror of an English one."""

    def __init__(self, layout: Layout, width: int, top: int, lang: Lang) -> None:
        self.layout = layout
        self.width = width
        self.top = top
        self.lang: Lang = lang

    def point(self, key: Key) -> tuple[float, float]:
        """The middle of what stands there."""
        column, row = self.layout.places[key]
        if column == 0:
            across = _EDGE + _END / 2
        elif column == self.layout.columns - 1:
            across = self.width - _EDGE - _END / 2
        else:
            across = _EDGE + _END + (_COLUMN - _BOX) + (column - 1) * _COLUMN + _BOX / 2
        return (self.width - across if self.lang == "ar" else across), self.top + row * _ROW + _ROW / 2

    def edge(self, way: Way) -> str:
        """A step as a smooth curve, from the side of its start to the side of its end."""
        points = [self.point(stop) for stop in way.stops]
        toward = -1 if self.lang == "ar" else 1
        begin = (points[0][0] + toward * self._half(way.stops[0]), points[0][1])
        end = (points[-1][0] - toward * (self._half(way.stops[-1]) + 6), points[-1][1])
        across = toward * _BOX / 2
        passed = [(x + side, y) for x, y in points[1:-1] for side in (-across, across)]
        curve = f"M{begin[0]:.1f} {begin[1]:.1f}"
        for (x, y), (to_x, to_y) in pairwise([begin, *passed, end]):
            half = (x + to_x) / 2
            curve += f"C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
        x, y = end
        head = f"M{x:.1f} {y - 4:.1f}L{x + toward * 6:.1f} {y:.1f}L{x:.1f} {y + 4:.1f}Z"
        bold = way.edge.line is not None
        dashes = ' stroke-dasharray="5 4"' if way.edge.copy else ""
        strong = 'stroke-width="2.4" stroke-opacity="0.9"' if bold else 'stroke-width="1.2" stroke-opacity="0.45"'
        shade = "0.9" if bold else "0.45"
        told = _element("title", counted(len(way.edge.claims), "claim", self.lang))
        line = f'<path d="{curve}" fill="none" stroke="currentColor" {strong}{dashes}/>'
        return f'<g>{told}{line}<path d="{head}" fill-opacity="{shade}"/></g>'

    def _half(self, key: Key) -> float:
        if key in (EVENT, READER):
            return _END / 2
        return _BOX / 2

    def end(self, key: Key, word: str) -> str:
        """The event, or the reader."""
        x, y = self.point(key)
        frame = f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{_END / 2}" ry="18" fill-opacity="0.12"/>'
        return f"<g>{frame}{_text(x, y + 4, word, 12)}</g>"

    def node(self, node: Node) -> str:
        """A transmitter: its name, what it is, how many claims pass through it."""
        x, y = self.point(node.source.id)
        source = node.source
        left, top = x - _BOX / 2, y - _TALL / 2
        kind = label("unnamed" if source.nameless else source.kind, self.lang)
        under = f"{kind} · {counted(len(node.claims), 'claim', self.lang)}"
        names = [*source.names, *([source.en] if source.en else []), *(body.en or body.name for body in source.parents)]
        parts = [
            _element("title", " · ".join(dict.fromkeys(names))),
            _frame(left, top, _BOX, _TALL, 6, 'fill-opacity="0.06" stroke="currentColor" stroke-opacity="0.6"'),
            _frame(left + 3, top + 3, _BOX - 6, _TALL - 6, 4, 'fill="none" stroke="currentColor" stroke-width="1.6"')
            if node.bottleneck
            else "",
            _text(x, y - 3, _shortened(source.name), 13, weight="bold" if node.bottleneck else None),
            _text(x, y + 14, under, 10.5, faint=True),
        ]
        return f"<g>{''.join(parts)}</g>"


def _frame(x: float, y: float, width: float, height: float, round: int, look: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width}" height="{height}" rx="{round}" {look}/>'


def _text(x: float, y: float, words: str, size: float, *, weight: str | None = None, faint: bool = False) -> str:
    """Words around a middle point, in the direction they are written."""
    shown = _clean(words)
    look = f' font-weight="{weight}"' if weight else ""
    look += ' fill-opacity="0.7"' if faint else ""
    if _RTL.search(shown):
        look += ' direction="rtl" unicode-bidi="embed"'
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="middle"{look}>{shown}</text>'


def _element(name: str, words: str) -> str:
    return f"<{name}>{_clean(words)}</{name}>"


def _clean(words: str) -> str:
    """Words as XML may hold them, without bidi controls."""
    return escape(_UNSAFE.sub(" ", words), quote=True)


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"
