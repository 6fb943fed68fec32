"""Cut a raw text into sections: headline, dateline, captions, body, page furniture. The text itself is never altered.

A text is first cut into blocks, each of which may say what it is (:mod:`khabar.ingest.blocks`); then named rules look
at blocks in company. What no rule claims is body, for body text lost costs more than furniture kept.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from khabar.ingest.blocks import LINK, TWEET, Block, ends_sentence, label, pieces, split_blocks
from khabar.ingest.datelines import dateline_end, is_dateline
from khabar.ingest.furniture import Entry, Furniture, bare, furniture, plain
from khabar.ingest.heads import is_body, mark_teasers, mark_top
from khabar.ingest.trailers import mark_trailers
from khabar.model import Section
from khabar.text import evened

_CAPTION: Final = 330
_CREDIT: Final = re.compile(r"(?:[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]|[-–—/|©]\s*([^-–—/|()©]{2,25}?))[\s.]*$")
_CREDIT_MARKS: Final = ("(", "[", "-", "–", "—", "/", "|", "©")
"""What stands before a credit."""
_SPELLED: Final = re.compile(r"(?:وكالة|الأنباء|للأنباء|الرسمية|وكالات|صحيفة|قناة|موقع)\s*(?:\S+\s*){0,2}$")
_META: Final = "content="
_SKIP: Final = "واصل القراءة"
_SKIP_END: Final = re.compile(r"(?:\S+\s+){1,4}نهاية|نهاية(?:\s+\S+){1,4}")
_SKIPPED: Final = 16
"""Blocks that can be skipped at a time."""
_LINKS: Final = 400
"""Blocks after a header of links that may be links: a bound, for texts made of such headers alone."""


def sections(text: str, title: str | None = None) -> list[Section]:
    """Sections of ``text`` in order, covering it from 0 to its length without gap or overlap; an empty text has none.

    Each section's ``rule`` names what decided: an entry of ``furniture.jsonl`` or a rule of this module. Blank space
    belongs to the section before it. ``title`` is the article's title, if known; it helps to find the headline."""
    if not text:
        return []
    text = evened(text)
    known = furniture()
    blocks = split_blocks(text)
    for block in blocks:
        label(text, block, known)
    _mend(text, blocks)
    _mark_meta(text, blocks)
    _mark_anywhere(text, blocks, known)
    _mark_menus(text, blocks, known)
    _mark_captions(text, blocks, known)
    _mark_lists(blocks)
    _mark_skipped(text, blocks)
    _mark_repeats(text, blocks)
    mark_top(text, blocks, known, bare(plain(title)) if title else ())
    mark_teasers(text, blocks, known)
    mark_trailers(text, blocks)
    _mark_rest(text, blocks, known)
    return _assemble(text, blocks)


def _mend(text: str, blocks: list[Block]) -> None:
    """A full stop blown away from its sentence by blanks closes that sentence."""
    for before, block in pairwise(blocks):
        if block.rule == "marks" and block.size <= 3 and text[block.start] in ".!؟،" and not before.role:
            before.headlike = False
            block.label("", "")


def _mark_meta(text: str, blocks: list[Block]) -> None:
    """Remains of ``<meta ... content="…" />`` tags, from their opening to their close."""
    if _META not in text:
        return
    inside = False
    for number, block in enumerate(blocks[:40]):
        content = text[block.start : block.end]
        if inside or content.startswith(_META) or f" {_META}" in content[:60]:
            inside = "/>" not in content and any(
                "/>" in text[later.start : later.end] for later in blocks[number + 1 : number + 6]
            )
            block.label("furniture", "meta")


def _mark_anywhere(text: str, blocks: list[Block], known: Furniture) -> None:
    """Phrases that may stand anywhere in a line: the line, its tail or the bracket around them is furniture."""
    number = 0
    for at, entry in _places(text, known):
        while number < len(blocks) and blocks[number].end <= at:
            number += 1
        if number == len(blocks):
            return
        block = blocks[number]
        if block.start > at or (block.role and block.rule != "latin"):
            continue
        content = text[block.start : block.end]
        if entry.where == "any":
            if content.count(" ") < entry.words:
                block.label(entry.role, entry.id, entry)
        elif entry.where == "inline":
            _cut_bracket(text, block, at, entry)
        elif (
            block.end - at < 24 * entry.words
            and content.count(" ", at - block.start) < entry.words
            and _after_stop(text, block, at)
        ):
            if entry.id.startswith("tags") and ends_sentence(content):
                continue
            block.parts.append((at, block.end, entry.role, entry.id))


def _places(text: str, known: Furniture) -> list[tuple[int, Entry]]:
    """Where the phrases that may stand anywhere do stand, in order; those whose first word is no word of the text do
    not count."""
    return [(at, entry) for at, first, entry in known.places(text) if not first or _is_word(first, text)]


def _is_word(word: str, text: str) -> bool:
    """Does it stand by itself between spaces somewhere?"""
    at = text.find(word)
    while at >= 0:
        after = text[at + len(word) : at + len(word) + 1]
        if (at == 0 or text[at - 1].isspace()) and (not after or after.isspace()):
            return True
        at = text.find(word, at + 1)
    return False


def _after_stop(text: str, block: Block, at: int) -> bool:
    before = text[block.start : at].rstrip()
    return not before or before[-1] in '.!؟?"»”)…' or before[-1].isascii()


def _cut_bracket(text: str, block: Block, at: int, entry: Entry) -> None:
    opened = text.rfind("(", max(block.start, at - 8), at)
    closed = text.find(")", at, min(block.end, at + 60))
    if opened >= 0 and closed >= 0:
        block.parts.append((opened, closed + 1, entry.role, entry.id))


def _mark_menus(text: str, blocks: list[Block], known: Furniture) -> None:
    """Menus: three or more short lines in a row of which most are words of menus, or one line of such words."""
    nav = known.sets["nav"]
    run: list[Block] = []
    for block in [*blocks, Block(len(text), len(text))]:
        short = 0 < len(block.words) <= 4 and block.headlike and (not block.role or block.role == "furniture")
        if short:
            run.append(block)
            continue
        inside = sum(" ".join(each.words) in nav or each.role == "furniture" for each in run)
        if len(run) >= 3 and inside * 2 >= len(run) and any(" ".join(each.words) in nav for each in run):
            for each in run:
                if not each.role:
                    each.label("furniture", "nav")
        run = []
        if 3 <= len(block.words) <= 30 and block.headlike and not block.role:
            parts = pieces(text[block.start : block.end])
            if len(parts) >= 3 and sum(" ".join(bare(plain(part))) in nav for part in parts) * 2 > len(parts):
                block.label("furniture", "nav")


def _mark_lists(blocks: list[Block]) -> None:
    """Links after a header (lines that look like headlines), everything after the first comment."""
    for number, block in enumerate(blocks):
        opens = block.entry.opens if block.entry else None
        if opens == "links":
            _mark_links(blocks, number)
        elif opens == "end":
            after = sum(later.size for later in blocks[number + 1 :])
            if after * 2 <= blocks[number].start:
                for later in blocks[number + 1 :]:
                    if not later.role:
                        later.label("furniture", "comments.after")
                return


def _mark_skipped(text: str, blocks: list[Block]) -> None:
    """What a page offers to skip (تخطى ... وواصل القراءة), up to the line that tells its end."""
    if _SKIP not in text:
        return
    for number, block in enumerate(blocks):
        if block.rule != "links.skip" or _SKIP not in text[block.start : block.end]:
            continue
        inside = blocks[number + 1 : number + 1 + _SKIPPED]
        for at, last in enumerate(inside):
            if _SKIP_END.fullmatch(text, last.start, last.end):
                for one in inside[: at + 1]:
                    one.label("furniture", "links.skip")
                break


def _mark_links(blocks: list[Block], header: int) -> None:
    entry = blocks[header].entry
    fewest = 4 if entry is not None and entry.where == "line" else 6
    for block in blocks[header + 1 : header + 1 + _LINKS]:
        if block.role:
            if block.role != "furniture":
                return
            continue
        if not block.headlike or len(block.words) < fewest:
            return
        block.label("furniture", "links.item")


def _mark_repeats(text: str, blocks: list[Block]) -> None:
    """The second and later copies of a block of 40 code points or more."""
    seen: set[str] = set()
    for block in blocks:
        if block.size < 40 or block.role == "furniture":
            continue
        content = text[block.start : block.end]
        if content in seen:
            block.label("furniture", "repeat")
        seen.add(content)


def _mark_captions(text: str, blocks: list[Block], known: Furniture) -> None:
    """Lines that end in who took the picture; at the end of the story only the credit itself is cut off."""
    last = max((number for number, block in enumerate(blocks) if not block.role), default=-1)
    for number, block in enumerate(blocks):
        if block.role or (block.size > _CAPTION and number != last):
            continue
        at = max(block.start, block.end - 60)
        if not any(text.find(mark, at, block.end) >= 0 for mark in _CREDIT_MARKS):
            continue
        found = _CREDIT.search(text, at, block.end)
        if not found:
            continue
        names = found.group(1) or found.group(2)
        parts = [" ".join(bare(plain(part))) for part in pieces(names)]
        entry = known.sets["credit"].get(parts[0])
        if entry is None or not all(part in known.sets["credit"] for part in parts):
            continue
        before = text[block.start : found.start()].rstrip(" -–—")
        if is_dateline(text, block.start, block.end, known):
            continue
        if number == last or (ends_sentence(before) and before.count(".") > 1) or before.count(" ") >= entry.words:
            if found.group(1) and ends_sentence(before):
                block.parts.append((found.start(), block.end, "furniture", "sign.credit"))
        elif text[block.end - 1] != "." and not _names_agency(before, known):
            block.label(entry.role, entry.id, entry)


def _names_agency(before: str, known: Furniture) -> bool:
    """A sentence rather than a caption: it opens with a verb of news, or the bracket only spells an agency's short
    name."""
    words = bare(plain(before[:24])) or ("",)
    return words[0].removeprefix("و") in known.sets["lead"] or bool(_SPELLED.search(before[-40:]))


def _mark_rest(text: str, blocks: list[Block], known: Furniture) -> None:
    """Datelines at the head of paragraphs that open a story, signatures and addresses inside paragraphs."""
    opening = True
    posts = "@" in text and "(@" in text
    latin = "t" in text or "w" in text  # a letter is found faster than a word
    links = latin and ("http" in text or "www." in text or "pic.twitter" in text)
    for block in blocks:
        if block.role:
            opening = block.role != "furniture" or block.rule in ("links.item", "stamp") or opening
            continue
        if opening and is_body(block, known):
            start = max((part[1] for part in block.parts if part[2] == "headline"), default=block.start)
            close = dateline_end(text, start, block.end, known)
            if close:
                block.parts.append((start, close, "dateline", "dateline.lead"))
            opening = False
        if posts:
            block.parts += [
                (*found.span(), "furniture", "tweet") for found in TWEET.finditer(text, block.start, block.end)
            ]
        if links:
            block.parts += [
                (*found.span(), "furniture", "address") for found in LINK.finditer(text, block.start, block.end)
            ]


def _assemble(text: str, blocks: list[Block]) -> list[Section]:
    """Labels and cuts of all blocks as sections that cover the text."""
    pieces: list[tuple[int, str, str]] = []
    for block in blocks:
        if block.role:
            pieces.append((block.start, block.role, block.rule))
            continue
        at = block.start
        for start, end, role, rule in sorted(block.parts):
            if start < at:
                continue
            if start > at:
                pieces.append((at, "body", "body"))
            pieces.append((start, role, rule))
            at = end
        if at < block.end:
            pieces.append((at, "body", "body"))
    if not pieces:
        return [Section(start=0, end=len(text), role="furniture", rule="blank")]
    result: list[Section] = []
    starts = [0, *(piece[0] for piece in pieces[1:]), len(text)]
    for number, (_, role, rule) in enumerate(pieces):
        if result and result[-1].role == role and result[-1].rule == rule:
            result[-1] = Section(start=result[-1].start, end=starts[number + 1], role=role, rule=rule)
        else:
            result.append(Section(start=starts[number], end=starts[number + 1], role=role, rule=rule))
    return result
