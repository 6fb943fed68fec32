"""Find the separate stories in one text: a file of articles with dividers between them (:mod:`khabar.ingest.dividers`),
a page whose "related" block goes on into a second full story, or several stories under one title with rules of marks
between them.

A header of links in the middle of a page mostly interrupts one story, which then goes on. What follows is a second
story only when it begins as one (a caption, a headline or a dateline stands before it) and is about something else:
of the words it uses most, enough are new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from khabar.ingest.clean import sections
from khabar.ingest.dividers import divisions
from khabar.ingest.language import language
from khabar.ingest.trailers import stems, word_stems
from khabar.model import Article, Section, content_hash
from khabar.text import evened

_LEAST_BEFORE: Final = 250
_LEAST_AFTER: Final = 450
_LEAST_MARKS: Final = 5
_TOP: Final = 14
_NEW: Final = 0.3


def stories(article: Article, text_sections: Sequence[Section]) -> list[tuple[int, int]]:
    """Ranges (code points) of the separate stories in ``article.text``, in order, together covering it; one range for
    the usual text, none for an empty one. Each story has its own dateline, captions and date."""
    text = evened(article.text)
    if not text:
        return []
    starts = [0, *divisions(text)]
    if len(starts) > 1:
        return list(zip(starts, [*starts[1:], len(text)], strict=True))
    for number, section in enumerate(text_sections):
        if _may_end(section, text) and section.start >= starts[-1]:
            start = _second_start(text, text_sections, number, starts[-1])
            if start is not None:
                starts.append(start)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def split_article(article: Article, text_sections: Sequence[Section] | None = None) -> list[Article]:
    """The article itself, or one Article for each story it holds. A later story has its own id (content hash) and
    takes its title from its headline; the page's publication date is the first story's alone."""
    found = sections(article.text, article.title) if text_sections is None else text_sections
    ranges = stories(article, found)
    if len(ranges) < 2:
        return [article]
    parts: list[Article] = []
    for number, (start, end) in enumerate(ranges, 1):
        piece = article.text[start:end].strip()
        heads = [section for section in found if section.role == "headline" and start <= section.start < end]
        origin = f"{article.origin}#{number}" if article.origin else None
        if number == 1:
            changed = msgspec.structs.replace(article, id=content_hash(piece), text=piece, origin=origin)
        else:
            shown = article.text[heads[0].start : heads[0].end] if heads else _headline(piece)
            title = " ".join(shown.split()) or None
            changed = Article(
                id=content_hash(piece),
                text=piece,
                source=article.source,
                url=article.url,
                title=title,
                language=language(piece),
                origin=origin,
            )
        parts.append(changed)
    return parts


def _headline(piece: str) -> str:
    heads = [section for section in sections(piece) if section.role == "headline"]
    return piece[heads[0].start : heads[0].end] if heads else ""


def _may_end(section: Section, text: str) -> bool:
    """True for a section after which another story may begin: a header of links, or a line of one mark that parts no
    articles by itself, for it has no headline or day below it (:mod:`khabar.ingest.dividers`)."""
    if section.role != "furniture":
        return False
    if section.rule.startswith("links.") and section.rule != "links.item":
        return True
    line = text[section.start : section.end].strip()
    return section.rule == "marks" and len(line) >= _LEAST_MARKS and len(set(line)) == 1


def _second_start(text: str, found: Sequence[Section], number: int, first: int) -> int | None:
    """Where the second story begins if one begins after section ``number``, else None."""
    at = number + 1
    while at < len(found) and found[at].rule.startswith("links."):
        at += 1
    begin = at
    begun = False
    while at < len(found) and found[at].role != "body":
        begun = (
            begun or found[at].role in ("caption", "dateline") or found[at].rule in ("headline.top", "repeat", "latin")
        )
        at += 1
    if not begun:
        return None
    after = _body(text, found[at:])
    before = _body(text, [section for section in found[:number] if section.start >= first])
    if len(after) < _LEAST_AFTER or len(before) < _LEAST_BEFORE:
        return None
    return found[begin].start if _goes_elsewhere(before, after) else None


def _body(text: str, found: Iterable[Section]) -> str:
    return "\n".join(text[section.start : section.end] for section in found if section.role == "body")


def _goes_elsewhere(before: str, after: str) -> bool:
    """Enough of the longer words that the later text uses most are unknown to the earlier one."""
    counts: dict[str, int] = {}
    for stem in stems(after):
        counts[stem] = counts.get(stem, 0) + 1
    several = [stem for stem, count in counts.items() if count > 1]
    most = sorted(several, key=counts.__getitem__, reverse=True)[:_TOP]
    unknown = set(most)
    for line in before.split("\n"):
        for word in line.split():
            unknown.difference_update(word_stems(word))
        if len(unknown) < _NEW * len(most):
            return False
    return bool(most)
