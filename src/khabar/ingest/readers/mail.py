"""Mail (``.eml``, ``.mbox``) and pages packed like mail (``.mhtml``) or by Safari (``.webarchive``).

A letter's text is its plain part, or its page where it has no plain one. The letter's day is the article's only where
nothing surer stands in it: newsletters forward older reports. Documents that it encloses are read as files are.
"""

from __future__ import annotations

import email
import email.policy
import io
import plistlib
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

import msgspec

from khabar.ingest.days import iso_day
from khabar.ingest.encoding import decode
from khabar.ingest.read import article, read_item, unreadable
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
_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,}[ \t]*(?:Forwarded message|Original Message|رسالة م[ُ]?عاد توجيهها|الرسالة الأصلية|"
    r"Message transféré)[ \t]*-{2,}|Begin forwarded message:|بداية الرسالة المعاد توجيهها:)[ \t]*\r?\n"
    r"((?:[^\n]*\n){1,12})",
    re.MULTILINE,
)
_SENT_BY = re.compile(r"^[ \t>*]*(?:From|من|De)\*?[ \t]*:\*?[ \t]*([^\n]+)", re.MULTILINE)
_SENT_ON = re.compile(r"^[ \t>*]*(?:Date|Sent|التاريخ|تاريخ|Envoyé)\*?[ \t]*:\*?[ \t]*([^\n]+)", re.MULTILINE)
_ADDRESS = re.compile(r"\s*[<\[](?:mailto:)?[^<>\[\]\s]+@[^<>\[\]\s]+[>\]]")
_ANSWERS = re.compile(r"^(?:(?:Fwd?|Re|Tr|رد|إعادة توجيه)[ \t]*:[ \t]*)+", re.IGNORECASE)
"""What a subject says of a letter that is passed on."""
_ENCLOSED = frozenset(("image", "audio", "video", "calendar", "vcard", "x-vcard", "pgp-signature", "pkcs7-signature"))
"""Kinds of what a letter encloses that hold no article."""
_LETTER_DAY = 0.8
"""How sure the day of a letter is to be that of its text."""


def _sniff(head: bytes) -> bool:
    return bool(_HEADERS.match(head) or _MBOX.match(head))


@register("mail", (".eml", ".mbox", ".mhtml", ".mht"), _sniff, priority=20)
def read(item: Item) -> Iterator[Article | Unreadable]:
    """The article of a letter or packed page, or those of a mailbox's letters in order."""
    data = item.read()
    if not _MBOX.match(data):
        yield from _opened(data, item.origin, item)
        return
    for number, letter in enumerate(_MBOX.split(data)[1:], 1):
        yield from _opened(_QUOTED.sub(rb"\1", letter), f"{item.origin}#{number}", item)


def _opened(data: bytes, origin: str, item: Item) -> Iterator[Article | Unreadable]:
    """A letter and the articles of the documents it encloses; one that only encloses them needs no text."""
    letter = email.message_from_bytes(data, policy=email.policy.default)
    found = _letter(letter, data, origin)
    enclosed = [] if _packed(letter) else [part for part in letter.walk() if _is_document(part)]
    if isinstance(found, Article) or not enclosed:
        yield found
    for part in enclosed:
        name, payload = part.get_filename() or "", part.get_payload(decode=True)
        place = f"{origin}!/{name}"
        if item.depth >= item.options.limits.depth:
            yield unreadable(place, f"{place} lies in too many letters; save it as a file", data)
        elif isinstance(payload, bytes):
            inner = Item(name, io.BytesIO(payload), item.options, origin=place, depth=item.depth + 1)
            yield from (_sent(one, letter) if isinstance(one, Article) else one for one in read_item(inner))


def _sent(found: Article, letter: EmailMessage) -> Article:
    """A document with the outlet and day of the letter that encloses it, where it names none."""
    dating = found.dating if found.dating or found.published else _day(letter)
    return msgspec.structs.replace(found, source=found.source or _sender(letter), dating=dating)


def _sender(letter: EmailMessage) -> str | None:
    name, address = parseaddr(_header(letter, "From") or "")
    return name or address or None


def _is_document(part: EmailMessage) -> bool:
    """Pictures, sounds, signatures and dates that letters enclose are no documents."""
    kinds = (part.get_content_maintype(), part.get_content_subtype())
    return bool(part.get_filename()) and not _ENCLOSED.intersection(kinds)


def _packed(letter: EmailMessage) -> str | None:
    """The address of the page that is packed like a letter."""
    return _header(letter, "Snapshot-Content-Location") or _header(letter, "Content-Location")


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


def _letter(letter: EmailMessage, data: bytes, origin: str) -> Article | Unreadable:
    packed = _packed(letter)
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
    sender, day = _forwarded(plain)
    subject = _ANSWERS.sub("", _header(letter, "Subject") or "")
    return msgspec.structs.replace(
        found,
        source=found.source or sender or _sender(letter),
        title=subject or found.title,
        dating=found.dating or day or _day(letter),
    )


def _forwarded(text: str) -> tuple[str | None, Dating | None]:
    """Who wrote a letter that is passed on, and when."""
    found = _FORWARDED.search(text)
    if found is None:
        return None, None
    who, when = _SENT_BY.search(found.group(1)), _SENT_ON.search(found.group(1))
    sender = _ADDRESS.sub("", who.group(1)).strip(" \t\r\"'*") or parseaddr(who.group(1))[1] if who else ""
    day = iso_day(when.group(1)) if when else None
    return sender or None, Dating(value=day, how="metadata: mail", sure=_LETTER_DAY) if day else None


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
