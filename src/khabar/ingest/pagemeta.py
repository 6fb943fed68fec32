"""What a saved page says about itself: title, outlet, address and date from JSON-LD, OpenGraph, ``<meta>``,
``<time>`` and ``<link rel=canonical>``, each date with where it was found and how sure it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from khabar.ingest.days import iso_day
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
_SLUG_DAY = re.compile(
    r"(?<!\d)(19[89]\d|20[0-4]\d)[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_SLUG_SPLIT = re.compile(r"(?<!\d)(19[89]\d|20[0-4]\d)/(\d{1,2})/(\d{1,2})(?=\D|$)")


class PageMeta(Record, frozen=True, kw_only=True):
    """Metadata of one page. ``dates`` are all dates found, surest first."""

    title: str | None = None
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


def page_meta(tree: Any) -> PageMeta:
    """Metadata of a parsed page (``resiliparse.parse.html.HTMLTree``). Broken structured data counts as none."""
    metas = _metas(tree)
    linked = next(_articles(_json_ld(tree)), {})
    publisher = linked.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    url = _canonical(tree) or metas.get("og:url") or _text(linked.get("url"))
    return PageMeta(
        title=_text(linked.get("headline")) or metas.get("og:title") or _heading(tree) or _title(tree),
        source=metas.get("og:site_name") or _text(name) or metas.get("application-name"),
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


def _title(tree: Any) -> str | None:
    title = _text(tree.title)
    return _TITLE_TAIL.sub("", title) if title else None


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
