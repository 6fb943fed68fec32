"""Saved web pages: the article's text by resiliparse's main-content extraction with checks of our own, and its
metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from khabar.ingest.encoding import decode
from khabar.ingest.pagemeta import PageMeta, page_meta
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.model import Article, Dating

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_OPEN_ENDED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "td", "th", "tr", "option",
))  # fmt: skip
_DEEPEST = 2000
_BODIES = (
    '[itemprop="articleBody"]', ".article-body", ".article__body", ".articleBody", ".article-content", ".story-body",
    ".entry-content", ".post-content", ".wysiwyg", ".news-content", ".details-content", "article", "main",
)  # fmt: skip
_SKIP = [
    "nav", "footer", "aside", "form", "button", "iframe", ".related", ".related-posts", ".read-more", ".readmore",
    ".tags", ".share", ".social", ".social-share", ".comments", "#comments", ".breadcrumb", ".breadcrumbs",
    ".newsletter", ".most-read", ".advertisement", ".ads", ".cookie", ".sidebar", ".author-box",
    ".comments-area", ".comment-list", ".commentlist", ".comment-respond", ".comments-section", ".comments-wrapper",
    ".fb-comments", "#respond", "#comment-list", "#disqus_thread",
    ".cookie-banner", ".cookie-notice", ".cookie-consent", ".cookies", "#cookie-notice", "#cookie-law-info-bar",
    "#onetrust-consent-sdk", "#wm-ipp-base", "amp-consent", "amp-sidebar", '[role="dialog"]',
    '[role="navigation"]', '[role="complementary"]',
]  # fmt: skip
_SHORT = 250
_BRIEF = 100
"""Fewest code points of an article; a page that keeps fewer without its links is made of links."""
_TEASERS = "p > a, li > a, div > a, td > a, h2 > a, h3 > a, h4 > a, h5 > a"
_TEASER = range(4, 31)
"""Words of a link to another story."""
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]{4,2000})"
)
_SAVED_WITHIN = 8000
_MARKED = re.compile(r"</?(?:p|div|br|h[1-6]|ul|li|span|strong|table)\b[^<>]*>", re.IGNORECASE)


def _sniff(head: bytes) -> bool:
    return bool(_HTML.search(head[:2048]))


@register("html", (".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx"), _sniff, priority=0)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """One article, its text with a newline between paragraphs; an Unreadable for a page without text."""
    data = item.read()
    charset = _CHARSET.search(data[:8192])
    html, _ = decode(data, charset.group(1).decode("ascii") if charset else item.charset)
    yield read_page(html, item.origin, item.url, data)


class TooDeepError(ValueError):
    """A page nests its elements deeper than any that is made to be read; the message says so."""


def read_page(html: str, origin: str, url: str | None, data: bytes) -> Article | Unreadable:
    """The article on a page; an Unreadable of ``data`` for one without text or nested too deep."""
    try:
        found = page_article(html, origin, url)
    except TooDeepError as error:
        return unreadable(origin, f"{origin} {error}", data)
    return found or unreadable(origin, f"{origin} is a page without article text; save the article's own page", data)


def page_article(html: str, origin: str, url: str | None = None) -> Article | None:
    """The article on a page, or None when the page has no text. ``url`` is where it was fetched, if known. Raises
    TooDeepError."""
    from resiliparse.parse.html import HTMLTree

    if nests_too_deep(html):
        raise TooDeepError(f"nests its elements deeper than {_DEEPEST}; it is no page to read")
    tree = HTMLTree.parse(html)
    meta = page_meta(tree)
    dropped = _drop_teasers(tree, meta.title)
    text = _main_text(tree)
    if dropped and len(text) < _BRIEF:
        text = _main_text(HTMLTree.parse(html))
    if 2 * len(meta.body) > 3 * len(text):
        text = unmarked_up(meta.body)
    if not text.strip():
        return None
    dating = _declared(meta) or _last_resort(html)
    found = article(
        text,
        origin=origin,
        source=meta.source,
        url=_address(meta, url or _saved_from(html)),
        title=meta.title,
        published=dating.value if dating else None,
    )
    return msgspec.structs.replace(found, dating=dating)


def _declared(meta: PageMeta) -> Dating | None:
    """The surest day the page declares, with the other days it declares elsewhere."""
    if not meta.dates:
        return None
    first, *rest = meta.dates
    others = {other.value: other for other in reversed(rest) if other.value != first.value}
    return msgspec.structs.replace(first, others=tuple(reversed(others.values())))


def _address(meta: PageMeta, url: str | None) -> str | None:
    return meta.url if meta.url and meta.url.startswith(("http://", "https://")) else url or meta.url


def _drop_teasers(tree: Any, title: str | None) -> bool:
    """Whether there were links to other stories on the page, which are taken out: elements that hold nothing but a
    link of a headline's length."""
    own = (title or "").split()
    dropped = False
    for link in tree.document.query_selector_all(_TEASERS)[:]:  # a slice: its iterator takes quadratic time
        if link.next_element_sibling is not None and link.previous_element_sibling is not None:
            continue
        words = link.text.split()
        if len(words) in _TEASER and words[-1][-1] not in ".!" and words != own and link.parent.text.split() == words:
            link.decompose()
            dropped = True
    return dropped


def unmarked_up(text: str) -> str:
    """A text without the tags of a page that a database or program left in it; one without tags as it is."""
    if "<" not in text or not _MARKED.search(text):
        return text
    from resiliparse.parse.html import HTMLTree

    return _plain(HTMLTree.parse(f"<html><body>{text}</body></html>"), False)


def _saved_from(html: str) -> str | None:
    """The address that a browser notes at the head of a page it saves."""
    noted = _SAVED.search(html, 0, _SAVED_WITHIN)
    return noted.group(1) if noted else None


def _main_text(tree: Any) -> str:
    """The main content; where its rules find next to nothing, the richest container that usually holds an article's
    body; where there is none, all visible text without navigation."""
    text = _plain(tree, True)
    if len(text) >= _SHORT:
        return text
    best = text
    for selector in _BODIES:
        elements = tree.document.query_selector_all(selector)[:5]
        inner = max((plain_text(element) for element in elements), key=len, default="")
        if len(inner) >= max(_SHORT, 2 * len(text)):
            return inner
        best = max(best, inner, key=len)
    whole = _plain(tree, False)
    return whole if len(whole) > 3 * len(best) else best


def _plain(tree: Any, main: bool) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text: str = extract_plain_text(
        tree, preserve_formatting=True, main_content=main, list_bullets=False, alt_texts=False, skip_elements=_SKIP
    )
    return text.strip()


def plain_text(element: Any) -> str:
    """The text of one element of a page, a newline between paragraphs and for each break."""
    from resiliparse.parse.html import HTMLTree

    return _plain(HTMLTree.parse(f"<html><body>{element.html}</body></html>"), False)


def _last_resort(html: str) -> Dating | None:
    """htmldate's reading of the page, used when nothing the page declares is a date."""
    try:
        from htmldate import find_date

        day = find_date(html, original_date=True, extensive_search=False)
    except Exception:  # a guess that fails is no guess; the page itself has been read
        return None
    return Dating(value=day, how="metadata: htmldate", sure=0.5) if day else None


def nests_too_deep(html: str) -> bool:
    """Whether elements that must be closed are nested deeper than on any page made to be read."""
    if html.count("<") < _DEEPEST:
        return False
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match.group(2).lower() in _OPEN_ENDED:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST
