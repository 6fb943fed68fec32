"""What tables and records call the fields of an article, in English and in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from khabar.text import folded

_NAMES: Final[dict[str, str]] = {
    "text": (
        "text | body | content | article body | article text | article content | full text | main text | body text | "
        "content text | clean text | raw text | raw content | story | article | message | post | tweet | النص | نص | "
        "نص الخبر | نص المقال | نص التقرير | نص المنشور | نص الرسالة | المحتوى | محتوى | محتوى الخبر | المتن | "
        "متن الخبر | الخبر | المقال | التقرير | المنشور | التغريدة | الرسالة | التفاصيل | paragraphs | html | "
        "content html | body html | details | description | الوصف | summary | الملخص | excerpt | notes"
    ),
    "title": (
        "title | headline | heading | head | article title | news title | subject | العنوان | عنوان | عنوان الخبر | "
        "عنوان المقال | عنوان التقرير | الموضوع"
    ),
    "published": (
        "published | date | date published | published at | pub date | publication date | publish date | "
        "published on | published date | date of publication | article date | news date | post date | created at | "
        "date created | created | datetime | timestamp | day | التاريخ | تاريخ | تاريخ النشر | تاريخ الخبر | "
        "تاريخ المقال | تاريخ الإصدار | يوم النشر | اليوم"
    ),
    "url": (
        "url | link | article url | web url | source url | permalink | href | الرابط | رابط | رابط الخبر | رابط المقال"
    ),
    "source": (
        "source | outlet | publisher | source name | media outlet | site | site name | website | newspaper | paper | "
        "media | agency | channel | provider | domain | from | user | username | screen name | account | المصدر | "
        "مصدر | مصدر الخبر | اسم المصدر | الوسيلة | الصحيفة | الجريدة | الوكالة | القناة | الناشر | جهة النشر | "
        "الموقع | الموقع الإلكتروني"
    ),
    "id": "id | article id | doc id | document id | uid | guid | id str | المعرف | معرف | رقم الخبر | رقم المقال",
}
_JOINTS: Final = re.compile(r"[\s_.:/-]+")


@lru_cache(maxsize=4096)
def level(name: str) -> str:
    """A column's name as it is compared: without case, hamzas, joints between words."""
    return _JOINTS.sub("", folded(name)).casefold()


FIELDS: Final[dict[str, dict[str, int]]] = {
    field: {level(name): rank for rank, name in enumerate(names.split(" | "))} for field, names in _NAMES.items()
}
"""For every field its names, levelled, and which goes first where a record has several."""


def field_of(row: Mapping[str, Any], field: str, columns: Mapping[str, str]) -> Any:
    """A record's value for a field of an article, by the name that ``columns`` gives or the best known one that holds
    something; None where none does."""
    if field in columns:
        return row.get(columns[field])
    known = FIELDS[field]
    best, value = len(known), None
    for name, cell in row.items():
        rank = known.get(level(name), best) if isinstance(name, str) and cell not in (None, "") else best
        if rank < best:
            best, value = rank, cell
    return value


def names_text(cells: Iterable[Any], columns: Mapping[str, str]) -> bool:
    """Whether a row of a table names its columns, among them one for texts."""
    wanted = {level(columns["text"])} if "text" in columns else FIELDS["text"].keys()
    return not wanted.isdisjoint(level(cell.strip()) for cell in cells if isinstance(cell, str))
