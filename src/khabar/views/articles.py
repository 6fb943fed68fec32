"""Articles of a store: how each was dated and what contradicts that day, and the versions of one address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from khabar.errors import KhabarError
from khabar.ingest.duplicates import changes
from khabar.model import Dating, Record
from khabar.store import Store, StoredArticle

DOUBT = 0.6
"""A day less sure than this is doubtful."""
_LONGEST = 60_000
"""Code points of a version that are compared word by word."""
_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|ref|ref_src|amp)(?:=[^&]*)?(?=&|$)", re.IGNORECASE)


class Change(Record, frozen=True, kw_only=True):
    """A stretch of words that a later version ``added``, ``removed`` or ``changed``: the words before and after."""

    kind: str
    before: str
    after: str


class Version(Record, frozen=True, kw_only=True):
    """One text that stood at an address, in the order read; ``changes`` from the version before it."""

    id: str
    title: str | None
    dating: Dating | None
    origin: str | None
    changes: tuple[Change, ...] = ()


class ArticleRow(Record, frozen=True, kw_only=True):
    """An article in a list. ``dating.others`` are the days that contradict its own; ``versions`` counts the texts
    stored of its address."""

    id: str
    outlet: str
    title: str | None
    url: str | None
    origin: str | None
    dating: Dating | None
    versions: int = 1

    @property
    def doubtful(self) -> bool:
        """Whether its day is unknown, a guess, or contradicted."""
        return self.dating is None or self.dating.sure < DOUBT or bool(self.dating.others)


class ArticleDetail(Record, frozen=True, kw_only=True):
    """An article with the text at the places where its days were found (keyed by day), and all versions of its
    address."""

    article: ArticleRow
    quotes: dict[str, str]
    versions: tuple[Version, ...]


def address_key(url: str | None) -> str | None:
    """What two addresses of one page share: scheme, ``www.``, fragment, tracking parameters and a final slash do not
    count. None for none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    if parts.scheme not in ("http", "https"):
        return url
    query = _TRACKING.sub("", parts.query).strip("&")
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def articles(store: Store, *, doubtful: bool = False, changed: bool = False) -> list[ArticleRow]:
    """All articles in the order read; those alone whose day is doubtful, or whose address has several versions."""
    stored = list(store.articles())
    counts: dict[str, int] = defaultdict(int)
    for found in stored:
        counts[_place(found)] += 1
    rows = [_row(found, counts[_place(found)]) for found in stored]
    return [row for row in rows if (row.doubtful or not doubtful) and (row.versions > 1 or not changed)]


def article(store: Store, given: str) -> ArticleDetail:
    """The article of that id, or the latest one of that address. KhabarError where there is none."""
    key = address_key(given)
    found = store.article(given)
    heads = list(store.articles())
    if found is None:
        at_address = [head for head in heads if head.article.url and address_key(head.article.url) == key]
        found = store.article(at_address[-1].article.id) if at_address else None
    if found is None:
        raise KhabarError(f"there is no article {given} in {store.path}; list them with: khabar articles")
    place = _place(found)
    versions = [whole for head in heads if _place(head) == place and (whole := store.article(head.article.id))]
    return ArticleDetail(
        article=_row(found, len(versions)), quotes=_quotes(found), versions=tuple(_versions(versions or [found]))
    )


def _place(found: StoredArticle) -> str:
    return address_key(found.article.url) or f"article {found.article.id}"


def _row(found: StoredArticle, versions: int) -> ArticleRow:
    return ArticleRow(
        id=found.article.id,
        outlet=found.outlet,
        title=found.article.title,
        url=found.article.url,
        origin=found.article.origin,
        dating=found.article.dating,
        versions=versions,
    )


def _quotes(found: StoredArticle) -> dict[str, str]:
    dating = found.article.dating
    readings = (dating, *dating.others) if dating else ()
    return {each.value: each.span.of(found.article.text) for each in readings if each.span is not None}


def _versions(stored: Iterable[StoredArticle]) -> list[Version]:
    result: list[Version] = []
    before: str | None = None
    for found in stored:
        text = found.article.text[:_LONGEST]
        told = changes(before, text) if before is not None else []
        result.append(
            Version(
                id=found.article.id,
                title=found.article.title,
                dating=found.article.dating,
                origin=found.article.origin,
                changes=tuple(Change(kind=kind, before=old, after=new) for kind, old, new in told),
            )
        )
        before = text
    return result
