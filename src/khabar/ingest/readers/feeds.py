"""Saved RSS, RDF and Atom feeds: one article an entry, its text from the fullest field it has.

Entries are cut out one by one and parsed by themselves, so a broken entry costs that entry alone and no document-wide
entity can expand.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import msgspec

from khabar.ingest.columns import field_of
from khabar.ingest.days import iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.jsonl import row_article
from khabar.model import Article, Dating

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_EDGE = re.compile(r"<(/?)(item|entry)\b[^<>]*>")
_RECORDS = ("article", "doc", "document", "story", "newsitem", "record", "row", "post", "news")
"""What archives call their articles."""
_OWN = re.compile(r"\s([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_HEAD = 16_384
_PREFIX = re.compile(r"<(/?)([A-Za-z][\w.-]*):([A-Za-z])")
_ATTRIBUTE = re.compile(r"\s(?:xmlns(?::[\w.-]+)?|[\w.-]+:[\w.-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)(\w{2,31};)?")
_CHANNEL = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_BODIES = ("content_encoded", "content", "description", "summary", "media_description")
_DATES = ("pubDate", "published", "dc_date", "date", "updated", "issued")


def _sniff(head: bytes) -> bool:
    return bool(re.search(rb"<(?:rss|rdf:RDF|feed)\b", head[:2048]))


@register("feed", (".rss", ".atom", ".rdf", ".xml"), _sniff, priority=10)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """Articles of a feed's entries, in order."""
    data = item.read()
    declared = _DECLARED.match(data.lstrip())
    text, _ = decode(data, declared.group(1).decode("ascii") if declared else item.charset)
    entries, broken = cut(text, _EDGE)
    if not entries and (records := _records(text)):
        for number, (start, end, _) in enumerate(records, 1):
            yield _record(text[start:end], f"{item.origin}#{number}", item)
        return
    channel = _CHANNEL.search(text, 0, min(entries[0][0] if entries else len(text), _HEAD))
    source = _plain(channel.group(1)) if channel else None
    for number, (start, end, _) in enumerate(entries, 1):
        found = _entry(text[start:end], source, f"{item.origin}#{number}")
        yield from _pages(found, item, number) if item.options.follow else (found,)
    if broken or not entries:
        what = f"has {broken} entries that do not end" if broken else "is XML without entries of a feed"
        yield unreadable(item.origin, f"{item.origin} {what}; fetch it again", data)


def _records(text: str) -> list[tuple[int, int, str]]:
    """Where the articles of an archive stand that is XML of its own kind."""
    for name in _RECORDS:
        found, _ = cut(text, re.compile(rf"<(/?)({name})\b[^<>]*>", re.IGNORECASE))
        if found:
            return found
    return []


def _record(fragment: str, origin: str, item: Item) -> Article | Unreadable:
    """The article of a record whose children and attributes are its fields, or that is its own text."""
    sample = fragment[:4096].encode("utf-8", "replace")
    try:
        fields = {name: _plain(value) for name, value in _fields(fragment).items()}
    except (ET.ParseError, ValueError, RecursionError) as error:
        return unreadable(origin, f"{origin} is no valid XML ({error}); correct it and read it again", sample)
    opening = fragment[: fragment.index(">") + 1]
    fields |= {name: html.unescape(value) for name, value in _OWN.findall(opening) if name not in fields}
    if field_of(fields, "text", item.options.columns) is None:
        fields["text"] = _plain(fragment) if "<" not in fragment[len(opening) : fragment.rindex("<")] else ""
    return row_article(fields, item.options.columns, origin, sample)


def cut(text: str, edge: re.Pattern[str]) -> tuple[list[tuple[int, int, str]], int]:
    """Ranges and names of the elements whose opening and closing tags ``edge`` finds (its groups: the slash, the name),
    and how many open without an end. In one pass, whatever the text."""
    found: list[tuple[int, int, str]] = []
    broken = 0
    opened: tuple[int, str] | None = None
    for tag in edge.finditer(text):
        closes, name = tag.groups()
        if not closes:
            if tag.group().endswith("/>"):
                continue
            broken += opened is not None
            opened = (tag.start(), name)
        elif opened is not None and opened[1] == name:
            found.append((opened[0], tag.end(), name))
            opened = None
    return found, broken + (opened is not None)


def _pages(entry: Article | Unreadable, item: Item, number: int) -> Iterator[Article | Unreadable]:
    """The page an entry links to, with what the feed knows of it; the entry itself where its page says less."""
    fetch = item.options.fetch
    limits = item.options.limits
    far = number > limits.pages or item.depth > limits.depth
    if not isinstance(entry, Article) or fetch is None or not entry.url or far:
        yield entry
        return
    pages = [page for page in fetch(entry.url, item.depth + 1) if isinstance(page, Article)]
    if not pages or sum(len(page.text) for page in pages) <= len(entry.text):
        yield entry
        return
    yield merged(entry, pages[0])
    yield from pages[1:]


def merged(entry: Article, page: Article) -> Article:
    """A page with the outlet, title and day that its feed gives; the surer of the two days."""
    dating = max((each.dating for each in (entry, page) if each.dating), key=lambda each: each.sure, default=None)
    return msgspec.structs.replace(
        page,
        source=entry.source or page.source,
        title=page.title or entry.title,
        published=dating.value if dating else page.published or entry.published,
        dating=dating,
    )


def _entry(fragment: str, source: str | None, origin: str) -> Article | Unreadable:
    sample = fragment[:4096].encode("utf-8", "replace")
    try:
        fields = _fields(fragment)
    except (ET.ParseError, ValueError, RecursionError) as error:
        return unreadable(origin, f"{origin} is no valid XML ({error}); fetch the feed again", sample)
    title = _plain(fields.get("title", ""))
    body = max((_plain(fields.get(name, "")) for name in _BODIES), key=len)
    if not body:
        return unreadable(origin, f"{origin} has no text; read it with --follow to fetch the page it links to", sample)
    day = next((day for name in _DATES if (day := iso_day(fields.get(name, "")))), None)
    own = fields.get("source", "")
    told = _CHANNEL.search(own)
    source = _plain(told.group(1) if told else own) or source
    found = article(
        body, origin=origin, source=source, url=fields.get("link") or fields.get("id"), title=title, published=day
    )
    return msgspec.structs.replace(found, dating=Dating(value=day, how="metadata: feed", sure=0.93)) if day else found


def _fields(fragment: str) -> dict[str, str]:
    """Children of an entry by name (prefix and name joined by an underscore), the first of each."""
    plain = _PREFIX.sub(r"<\1\2_\3", _ATTRIBUTE.sub("", fragment))
    plain = _NAMED.sub(lambda match: html.unescape(match.group()) if match.group(1) else "&amp;", plain)
    fields: dict[str, str] = {}
    for child in ET.fromstring(plain):
        value = child.get("href") if child.tag == "link" and child.get("href") else None
        if value is not None and child.get("rel", "alternate") != "alternate":
            continue
        inner = "".join(ET.tostring(each, encoding="unicode") for each in child)
        fields.setdefault(child.tag, value if value is not None else (child.text or "") + inner)
    return {name: value.strip() for name, value in fields.items()}


def _plain(value: str) -> str:
    """The visible text of a field that may hold HTML, once or twice escaped."""
    value = value.replace("<![CDATA[", "").replace("]]>", "").strip()
    if "&lt;" in value:
        value = html.unescape(value)
    if "<" not in value:
        return html.unescape(value)
    from resiliparse.extract.html2text import extract_plain_text

    plain: str = extract_plain_text(value, preserve_formatting=True, list_bullets=False, alt_texts=False)
    return plain.strip()
