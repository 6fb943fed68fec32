"""What a saved page says about itself: title, outlet, address and date from JSON-LD, OpenGraph, ``<meta>``,
``<time>`` and ``<link rel=canonical>``, each date with where it was found and how sure it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from khabar.ingest.days import iso_day
from khabar.ingest.furniture import bare, furniture, plain
from khabar.model import Dating, Record

_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "blogposting",
    "liveblogposting",
)
_DATE_METAS = {
    "article:published_time": 0.97, "og:article:published_time": 0.97, "datepublished": 0.95, "pubdate": 0.95,
    "publishdate": 0.95, "publish-date": 0.95, "publish_date": 0.95, "published_at": 0.95, "parsely-pub-date": 0.95,
    "sailthru.date": 0.95, "dc.date.issued": 0.95, "dcterms.created": 0.9, "dc.date": 0.85, "date": 0.85,
    "article.published": 0.95, "article_date_original": 0.95, "cxenseparse:recs:publishtime": 0.95, "og:pubdate": 0.9,
    "article:modified_time": 0.6, "og:updated_time": 0.55, "lastmod": 0.5, "last-modified": 0.4,
}  # fmt: skip
_TITLE_TAIL = re.compile(r"\s+[|–—\-•«»]\s+[^|–—•]{2,40}$")
_TITLE_JOINT = re.compile(r"\s+[|–—\-•«»:]+\s+|\s*[|•]\s*")
_HEADLINE = 4
"""Words that a headline has at least."""
_PIECES = 4
_LINES = "h1, h2, h3, h4, div, p, span, a, b, strong, font, td"
_SEEN = 2000
_SITE = 40
"""Longest name of a site, in code points."""
_SLUG_DAY = re.compile(
    r"(?<!\d)(19[89]\d|20[0-4]\d)[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_KEPT_COPY = re.compile(r"^https?://web\.archive\.org/web/\w+/", re.IGNORECASE)
_HOST_PART = re.compile(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)")
_HANDLED = ("t.me", "x.com", "twitter.com")
"""Where an address begins with whose page it is."""
_SHARED = ("facebook.com", "youtube.com", "youtu.be", "instagram.com", "tiktok.com", "news.google.com", "archive.org")
"""Where everybody's pages are."""
_SLUG_SPLIT = re.compile(r"(?<!\d)(19[89]\d|20[0-4]\d)/(\d{1,2})/(\d{1,2})(?=\D|$)")


class PageMeta(Record, frozen=True, kw_only=True):
    """Metadata of one page. ``dates`` are all dates found, surest first; ``body`` is the text that its structured data
    hold, for pages that a program fills in."""

    title: str | None = None
    body: str = ""
    source: str | None = None
    url: str | None = None
    dates: tuple[Dating, ...] = ()


def url_day(url: str | None) -> str | None:
    """The day an address holds (``/2018/06/14/``, ``/20240124/``, ``-2024-01-24-``) as ISO, or None."""
    if not url:
        return None
    path = re.sub(r"^[a-z]+://[^/]*", "", url.split("#", 1)[0])
    found = _SLUG_SPLIT.search(path) or _SLUG_DAY.search(path)
    return iso_day("-".join(found.groups())) if found else None


def url_site(url: str | None) -> str | None:
    """The site an address belongs to: its host without ``www.``, on platforms with the user's name; None for what is no
    web address or tells not whose page it is."""
    try:
        parts = urlsplit(_KEPT_COPY.sub("", url or ""))
        host = _HOST_PART.sub("", (parts.hostname or "").lower())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or host.endswith(_SHARED):
        return None
    if host not in _HANDLED:
        return host
    names = [name for name in parts.path.split("/") if name not in ("", "s", "c", "i")]
    return f"{host}/{names[0]}" if names else None


def page_meta(tree: Any) -> PageMeta:
    """Metadata of a parsed page (``resiliparse.parse.html.HTMLTree``). Broken structured data counts as none."""
    metas = _metas(tree)
    linked = next(_articles(_json_ld(tree)), {})
    publisher = linked.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    url = _canonical(tree) or metas.get("og:url") or _text(linked.get("url"))
    headline = _text(linked.get("headline")) or metas.get("og:title") or _heading(tree)
    source = metas.get("og:site_name") or _text(name) or metas.get("application-name")
    if not (headline and source):
        told, site = _title(tree)
        headline, source = headline or told, source or site
    return PageMeta(
        title=headline,
        body=_body(linked),
        source=source,
        url=url,
        dates=tuple(sorted(_dates(tree, metas, linked, url), key=lambda dating: -dating.sure)),
    )


def _dates(tree: Any, metas: dict[str, str], linked: dict[str, Any], url: str | None) -> Iterator[Dating]:
    for key, sure in (("datePublished", 0.98), ("dateCreated", 0.9), ("dateModified", 0.6)):
        day = iso_day(_text(linked.get(key)) or "")
        if day:
            yield Dating(value=day, how=f"metadata: JSON-LD {key}", sure=sure)
    for key, sure in _DATE_METAS.items():
        day = iso_day(metas.get(key, ""))
        if day:
            yield Dating(value=day, how=f"metadata: {key}", sure=sure)
    for order, element in enumerate(tree.document.query_selector_all("time")[:3]):
        day = iso_day(element.getattr("datetime") or "") or iso_day(element.text or "")
        if day:
            yield Dating(value=day, how="metadata: <time>", sure=0.85 - 0.2 * order)
    day = url_day(url)
    if day:
        yield Dating(value=day, how="url", sure=0.9)


def _metas(tree: Any) -> dict[str, str]:
    """``<meta>`` by lower-case name, property or itemprop; the first of each name."""
    found: dict[str, str] = {}
    for element in tree.document.query_selector_all("meta")[:400]:
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        content = element.getattr("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _json_ld(tree: Any) -> Iterator[Any]:
    for element in tree.document.query_selector_all('script[type="application/ld+json"]')[:20]:
        text = (element.text or "").strip()
        if not text or len(text) > 1_000_000:
            continue
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue


def _articles(values: Iterator[Any]) -> Iterator[dict[str, Any]]:
    """Objects of an article type in JSON-LD, however deep in lists and ``@graph``."""
    waiting = list(values)
    for _ in range(2000):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            kinds = value.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower() in _ARTICLE_TYPES for kind in names):
                yield value
            waiting.extend(inner for key in ("@graph", "mainEntity", "mainEntityOfPage") if (inner := value.get(key)))


def _canonical(tree: Any) -> str | None:
    element = tree.document.query_selector('link[rel="canonical"]')
    return _text(element.getattr("href")) if element else None


def _heading(tree: Any) -> str | None:
    """The text of the only ``<h1>``."""
    headings = tree.document.query_selector_all("h1")
    return _text(headings[0].text) if len(headings) == 1 else None


def _title(tree: Any) -> tuple[str | None, str | None]:
    """The headline and the site's name in ``<title>``. The headline is the piece that the page shows as well, the site
    the piece farthest from it; where no piece is shown, the tail is cut off and no site is named."""
    title = _text(tree.title)
    if not title:
        return None, None
    pieces = _TITLE_JOINT.split(title)
    named = [(pieces[0], pieces[-1]), (pieces[-1], pieces[0])] if 1 < len(pieces) <= _PIECES else []
    if ": " in title:
        before, after = title.split(": ", 1)
        named.append((after, before))
    shown = _lines(tree) if named else frozenset()
    for head, site in named if title not in shown else ():
        if len(head.split()) >= _HEADLINE and head in shown:
            return head, site if 2 <= len(site) <= _SITE and not _is_section(site) else None
    return _TITLE_TAIL.sub("", title), None


def _lines(tree: Any) -> frozenset[str]:
    """What the page shows in elements of their own."""
    elements = tree.document.query_selector_all(_LINES)[:_SEEN]
    return frozenset(" ".join(element.text.split()) for element in elements if not element.child_element_count)


def _is_section(name: str) -> bool:
    return " ".join(bare(plain(name))) in furniture().sets["nav"]


def _body(linked: dict[str, Any]) -> str:
    """The text in structured data: an article's, or the entries of a live page."""
    entries = linked.get("liveBlogUpdate")
    parts = (
        [linked, *(entry for entry in entries if isinstance(entry, dict))] if isinstance(entries, list) else [linked]
    )
    texts = [text for part in parts if isinstance(text := part.get("articleBody"), str) and text.strip()]
    return "\n\n".join(texts)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
