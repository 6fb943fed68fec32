"""Teasers of other stories that a page leaves behind its own: paragraphs at the end, some of them cut off in the
middle of a sentence, that know nothing of the story before them."""

from __future__ import annotations

import re
from typing import Final

from khabar.ingest.blocks import Block
from khabar.ingest.furniture import bare, plain

_FEWEST: Final = 3
_MOST: Final = 8
_SIZES: Final = range(90, 341)
"""Code points of one."""
_CUT_OFF: Final = 120
"""Fewest code points of a paragraph that cannot be a headline, so that without an end it is cut off."""
_END: Final = re.compile(r"[^\W\d_]$")
_GOES_ON: Final = re.compile(
    r"(?:و|في |فقد|فيما|فإن|كما |من جه|من جانب|إلى ذلك|على صعيد|يذكر|يشار|يُشار|بدور|لكن |هذا |ثم |أما |إلا |حيث |"
    r"بينما |[\"«“(*-])"
)
"""How a paragraph opens that goes on with the story."""
_SHARED: Final = 1 / 3
"""Largest share of its longer words that the story may know."""
_PROCLITICS: Final = re.compile("^(?:[وف]?(?:[بكل]?ال|لل)|[وفبلك](?=....))")


_KEPT: Final = 20_000
_stems: Final[dict[str, list[str]]] = {}
"""Words as given, and their stems: the same ones come again and again."""


def stems(text: str) -> list[str]:
    """The longer words of a text without proclitics, cut to their first letters."""
    found: list[str] = []
    for word in text.split():
        found += word_stems(word)
    return found


def word_stems(word: str) -> list[str]:
    """The same of what stands between two blanks."""
    known = _stems.get(word)
    if known is None:
        if len(_stems) > _KEPT:
            _stems.clear()
        known = _stems[word] = [_PROCLITICS.sub("", one)[:5] for one in bare(plain(word)) if len(one) > 4]
    return known


def mark_trailers(text: str, blocks: list[Block]) -> None:
    """Label the teasers behind the story, if there are any."""
    body = [block for block in blocks if not block.role]
    run = _run(text, body)
    if not any(_cut_off(text, block) for block in run):
        return
    story = text[: run[0].start]
    known = set(stems(story))
    while run and _share(text, run[0], known) > _SHARED:
        known.update(stems(text[run[0].start : run[0].end]))
        run = run[1:]
    if len(run) < _FEWEST or not any(_cut_off(text, block) for block in run):
        return
    if all(_share(text, block, known) <= _SHARED for block in run):
        for block in run:
            block.label("furniture", "teasers.after")


def _run(text: str, body: list[Block]) -> list[Block]:
    """The paragraphs at the end that may be teasers: of their size, none of which goes on with the one before."""
    first = len(body)
    while first > 2 and len(body) - first < _MOST:
        block = body[first - 1]
        if block.size not in _SIZES or _GOES_ON.match(text, block.start):
            break
        first -= 1
    return body[first:]


def _cut_off(text: str, block: Block) -> bool:
    return block.size >= _CUT_OFF and bool(_END.search(text, block.start, block.end))


def _share(text: str, block: Block, known: set[str]) -> float:
    own = set(stems(text[block.start : block.end]))
    return len(own & known) / len(own) if own else 1.0
