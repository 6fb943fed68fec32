"""Mail (``.eml``, ``.mbox``) and pages packed like mail (``.mhtml``) or by Safari (``.webarchive``).

A letter's text is its plain part, or its page where it has no plain one. The letter's day is the article's only where
nothing surer stands in it: newsletters forward older reports.
"""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

import msgspec

from khabar.ingest.encoding import decode
from khabar.ingest.read import article, unreadable
from khabar.ingest.readers import Item, Unreadable, register
from khabar.ingest.readers.html import TooDeepError, page_article, read_page
from khabar.model import Article, Dating
from khabar.text import LETTER

_HEADERS = re.compile(
    rb"\A\s*(?:(?:Return-Path|Received|Delivered-To|MIME-Version|X-[\w-]+|DKIM-Signature|Message-ID|Date|Subject|From"
    rb"|To|Reply-To|Snapshot-Content-Location|Content-Type):[^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)
_MBOX = re.compile(rb"^From [^\n]*\d{4}\r?\n(?=[\w-]+:)", re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LETTER_DAY = 0.8
"""How sure the day of a letter is to be that of its text."""


def _sniff(head: bytes) -> bool:
    return bool(_HEADERS.match(head) or _MBOX.match(head))


@register("mail", (".eml", ".mbox", ".mhtml", ".mht"), _sniff, priority=20)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """The article of a letter or packed page, or those of a mailbox's letters in order."""
    data = item.read()
    if not _MBOX.match(data):
        yield _letter(data, item.origin)
        return
    for number, letter in enumerate(_MBOX.split(data)[1:], 1):
        yield _letter(_QUOTED.sub(rb"\1", letter), f"{item.origin}#{number}")


@register("webarchive", (".webarchive",), lambda head: head.startswith(b"bplist00"), priority=100)
def read_webarchive(item: Item) -> Iterator[Article | Unreadable]:
    """The article of the page that Safari saved with all its parts."""
    data = item.read()
    try:
        page = plistlib.loads(data)["WebMainResource"]
        html, _ = decode(page["WebResourceData"], page.get("WebResourceTextEncodingName"))
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError) as error:
        reason = f"{item.origin} is no saved page ({type(error).__name__}); save the page as HTML"
        yield unreadable(item.origin, reason, data)
        return
    yield read_page(html, item.origin, page.get("WebResourceURL"), data)


def _letter(data: bytes, origin: str) -> Article | Unreadable:
    letter = email.message_from_bytes(data, policy=email.policy.default)
    packed = _header(letter, "Snapshot-Content-Location") or _header(letter, "Content-Location")
    plain = _part(letter, "plain")
    if plain.strip() and not packed:
        found: Article | None = article(plain, origin=origin)
    else:
        html = _part(letter, "html")
        address = packed if packed and packed.startswith(("http://", "https://")) else None
        try:
            found = page_article(html, origin, address) if html else None
        except TooDeepError as error:
            return unreadable(origin, f"{origin} {error}", data)
    if found is None or not LETTER.search(found.text):
        return unreadable(origin, f"{origin} is a letter or packed page without text; save its text as a file", data)
    if packed:
        return found
    name, sender = parseaddr(_header(letter, "From") or "")
    return msgspec.structs.replace(
        found,
        source=found.source or name or sender or None,
        title=_header(letter, "Subject") or found.title,
        dating=found.dating or _day(letter),
    )


def _part(letter: EmailMessage, subtype: str) -> str:
    """The letter's first part of a kind of text, decoded as it declares or as it can be."""
    for part in letter.walk():
        if part.get_content_type() == f"text/{subtype}" and part.get_content_disposition() != "attachment":
            payload: Any = part.get_payload(decode=True)
            return decode(payload, part.get_content_charset())[0] if isinstance(payload, bytes) else ""
    return ""


def _header(letter: EmailMessage, name: str) -> str | None:
    try:
        value = letter.get(name)
    except (ValueError, IndexError, AttributeError):  # the parser fails on some broken headers
        return None
    return str(value).strip() or None if value is not None else None


def _day(letter: EmailMessage) -> Dating | None:
    try:
        day = parsedate_to_datetime(_header(letter, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
    return Dating(value=day, how="metadata: mail", sure=_LETTER_DAY)
