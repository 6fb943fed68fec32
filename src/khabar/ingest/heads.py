"""Headlines, decks and bylines above a story, and lines inside it that read like headlines: subheads and teasers."""

from __future__ import annotations

import re
from typing import Final

from khabar.ingest.blocks import FINAL, SHORT, Block
from khabar.ingest.datelines import dateline_end, is_dateline
from khabar.ingest.furniture import Furniture, bare, plain

_CONNECTIVES: Final = frozenset(
    plain(
        "كما لكن أما كان كانت بينما فيما حيث ثم إن أن لم لن لا قد لقد هذا هذه ذلك تلك هو هي إذ إذا لدى عند منذ من في "
        "على إلى بعد قبل خلال حسب بحسب يذكر يشار تجدر يأتي تأتي يقول تقول يرى ترى أضاف تابع أوضح ليس ليست سوف مع بين"
    )
)
_PROCLITICS: Final = re.compile("^(?:[وف]?(?:[بكل]?ال|لل)|[وف](?=...))")
_TIMED: Final = re.compile(r"\d{1,2}[:.]\d\d\b")
"""How an entry of a live page begins."""
_SAYING: Final = frozenset(
    plain("قال قالت يقول تقول أكد أعلن أعلنت أفاد أفادت ذكر ذكرت إنه إنها إن أن أنه أنها الذي التي")
)


def is_body(block: Block, known: Furniture) -> bool:
    """A paragraph: long, or a sentence with its stop, or one that opens with a verb of news and is too long for a
    headline."""
    if block.size > SHORT:
        return True
    if len(block.words) >= 14 and not block.role and block.words[0] in known.sets["lead"]:
        return True
    return not block.role and not block.headlike and (block.size > 80 or len(block.words) >= 12)


def mark_top(text: str, blocks: list[Block], known: Furniture, title: tuple[str, ...]) -> None:
    """Before the first paragraph: the site's own title, headlines, a dateline or byline on a line of its own."""
    first = next((number for number, block in enumerate(blocks) if not block.role and is_body(block, known)), -1)
    if first < 0:
        first = min(1, len(blocks) - 1) if title and blocks and blocks[0].words == title else -1
    top = [block for block in blocks[: max(first, 0)] if block.role in ("", "headline")]
    heads = {" ".join(block.words) for block in top} | {" ".join(title)}
    named = False
    for block in top:
        if _is_site_title(text, block, heads):
            block.label("furniture", "site-title")
        elif block.words == title:
            block.label("headline", "headline.title")
            named = True
        elif " ".join(block.words) in known.sets["nav"]:
            block.label("furniture", "nav")
        elif rule := is_dateline(text, block.start, block.end, known):
            block.label("dateline", rule)
        elif block.headlike:
            block.label("headline", "headline.deck" if named else "headline.top")
            named = True
    if first >= 0 and blocks[first].size > SHORT:
        _cut_headline(text, blocks[first], known, title)


def _is_site_title(text: str, block: Block, heads: set[str]) -> bool:
    """``Site - Section - Headline`` where the headline stands again on its own."""
    content = text[block.start : block.end]
    pieces = re.split(r"\s+[-–—|:»]\s+|\s+[-–—|]|[|]\s+", content)
    if len(pieces) < 2:
        return False
    return any(
        len(words) >= 3 and words != block.words and " ".join(words) in heads
        for piece in pieces
        if (words := bare(plain(piece)))
    )


def _cut_headline(text: str, block: Block, known: Furniture, title: tuple[str, ...]) -> None:
    """A headline run together with the first paragraph: the title, or the words before a dateline."""
    head = text[block.start : block.start + 260]
    if title and len(title) >= 3 and (close := _prefix(head, title)):
        at = block.start + close
        if dateline_end(text, at, block.end, known) or re.match(r"\s*[\n:–—-]|\s{2}", text[at : at + 3]):
            block.parts.append((block.start, at, "headline", "headline.title"))
            return
    if dateline_end(text, block.start, block.end, known):
        return
    for dash in re.finditer(r"\s[-–—]\s", head[:200]):
        words = head[: dash.start()].split()
        after = bare(plain(head[dash.end() : dash.end() + 16]))
        if not 5 <= len(words) <= 22 or not after or "." in head[: dash.start()]:
            continue
        for size in (2, 1):
            city = " ".join(bare(plain(" ".join(words[-size:]))))
            told = after[0] in known.sets["lead"] or not _CONNECTIVES.issuperset(plain(words[-size - 1]))
            if city in known.sets["city"] and told:
                at = block.start + head.rfind(words[-size], 0, dash.start())
                block.parts.append((block.start, at, "headline", "headline.run-in"))
                return


def _prefix(head: str, title: tuple[str, ...]) -> int | None:
    """End of the title at the start of ``head``, compared word by word in folded spelling."""
    at = 0
    wanted = list(title)
    for word in re.finditer(r"\S+", head):
        folded = list(bare(plain(word.group())))
        if wanted[: len(folded)] != folded:
            return None
        del wanted[: len(folded)]
        at = word.end()
        if not wanted:
            return at
    return None


def mark_teasers(text: str, blocks: list[Block], known: Furniture) -> None:
    """Lines between paragraphs that read like headlines (six words or more, no verb of news or connective in front,
    no stop at the end): headlines of other stories, or long subheads, whose claims the paragraphs below state again."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block.role or not block.headlike or not 6 <= len(block.words) <= 20:
            continue
        first, close = block.words[0], text[block.end - 1]
        if first in _CONNECTIVES or first[0] in "وف" or close in "؟?،,:؛;-–" or text[block.start] in '"«“-–•*(':
            continue
        if _TIMED.match(text, block.start):
            continue
        if first in known.sets["lead"] or any(word in _SAYING for word in block.words[:3]):
            continue
        alone = "\n" in text[before.end : block.start] and "\n" in text[block.end : after.start]
        if alone and _closed(text, before) and (after.headlike or not after.role):
            told = _stems(block.words) & _stems(plain(text[block.end : block.end + 500]))
            block.label(*(("headline", "headline.subhead") if len(told) >= 2 else ("furniture", "teaser")))


def _stems(words: tuple[str, ...]) -> set[str]:
    """Rough stems of longer words, enough to see whether two stretches name the same things."""
    bared = (_PROCLITICS.sub("", word) for word in words if len(word) > 3)
    return {word[:4] for word in bared if len(word) > 2 and word not in _CONNECTIVES}


def _closed(text: str, block: Block) -> bool:
    """The block before ends its sentence, or is a teaser itself."""
    return block.rule == "teaser" or bool(FINAL.search(text, max(block.start, block.end - 8), block.end))
