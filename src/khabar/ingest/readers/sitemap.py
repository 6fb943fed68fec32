"""Sitemaps: lists of addresses, and lists of such lists. Where the network may be used the pages are fetched, the
latest first; a saved sitemap alone holds no article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec

from khabar.ingest.days import iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.feeds import cut
from khabar.model import Article, Dating, Record

_EDGE = re.compile(r"<(/?)(?:\w{1,20}:)?(url|sitemap)\b[^<>]*>")
_LONGEST = 8192
_FIELD = re.compile(
    r"<(?:\w{1,20}:)?(loc|lastmod|publication_date|title|name)\b[^<>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</",
    re.DOTALL,
)


class Entry(Record, frozen=True, kw_only=True):
    """One address of a sitemap: ``inner`` where it is another sitemap, ``changed`` as written (W3C date and time),
    ``published`` the ISO day of a news entry, with the outlet's ``name`` there."""

    address: str
    inner: bool = False
    changed: str = ""
    published: str | None = None
    name: str | None = None


def entries(text: str) -> list[Entry]:
    """Entries of a sitemap or sitemap index, the latest changed first; those without an address are left out."""
    found = []
    for start, end, name in cut(text, _EDGE)[0]:
        fields: dict[str, str] = {}
        for field in _FIELD.finditer(text, start, min(end, start + _LONGEST)):
            fields.setdefault(field.group(1), html.unescape(field.group(2)).strip())
        if fields.get("loc", "").lower().startswith(("http://", "https://")):
            told = fields.get("publication_date", "")
            found.append(
                Entry(
                    address=fields["loc"],
                    inner=name == "sitemap",
                    changed=fields.get("lastmod", "") or told,
                    published=iso_day(told) if told else None,
                    name=fields.get("name") or None,
                )
            )
    return sorted(found, key=lambda each: each.changed, reverse=True)


def _sniff(head: bytes) -> bool:
    return bool(re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", head[:2048]))


@register("sitemap", (), _sniff, priority=110)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of the pages that a sitemap lists, at most ``limits.pages`` of them."""
    data = item.read()
    found = entries(decode(data)[0])
    fetch, most = item.options.fetch, item.options.limits.pages
    if not found:
        yield unreadable(item.origin, f"{item.origin} is a sitemap without addresses; fetch it again", data)
        return
    if fetch is None:
        reason = f"{item.origin} is a sitemap, a list of {len(found)} addresses; read it with --follow to fetch them"
        yield unreadable(item.origin, reason, data)
        return
    if item.depth > item.options.limits.depth:
        yield unreadable(item.origin, f"{item.origin} lies in too many sitemaps; give its own address", data)
        return
    for entry in found[:most]:
        for page in fetch(entry.address, item.depth + 1):
            yield _told(page, entry) if isinstance(page, Article) and not entry.inner else page
    if len(found) > most:
        reason = f"{item.origin} lists {len(found)} addresses, of which the {most} latest were read; give the others by"
        yield unreadable(item.origin, f"{reason} their own sitemaps", data)


def _told(page: Article, entry: Entry) -> Article:
    """A page with the day its sitemap gives, where it gives none of its own."""
    if entry.published is None or page.dating is not None:
        return page
    dating = Dating(value=entry.published, how="metadata: sitemap", sure=0.9)
    return msgspec.structs.replace(page, published=entry.published, dating=dating)
