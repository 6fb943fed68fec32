"""Make files of invented articles, for measuring reading and for breaking it off.

    python bench/make_articles.py articles.warc.gz --articles 10000
    python bench/make_articles.py articles.jsonl --articles 2000 --sentences 8

The same numbers give the same file, whose name decides its form: saved pages in a web archive (``.warc.gz``), or rows
(``.jsonl``). Every text differs; one of 30 sentences has about 3,500 letters.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from khabar.lexicon.load import read_places
from make_store import COUNTRIES, OUTLETS, claim_of, happenings

BACKGROUND = (
    "وتأتي هذه التطورات بعد أسابيع من الهدوء النسبي في المنطقة، فيما تتواصل الاتصالات لاحتواء الموقف.",
    "ولم يصدر حتى الآن تعليق رسمي من الأطراف المعنية على ما ورد في هذه الأنباء.",
    "ويقول سكان إن الخدمات الأساسية ما زالت متقطعة، وإن الأسواق تفتح أبوابها ساعات قليلة في النهار.",
    "وكان الطرفان قد تبادلا الاتهامات في مناسبات سابقة بخرق التفاهمات القائمة بينهما.",
    "ويرى متابعون أن الأيام المقبلة ستكشف مدى جدية الوعود التي قطعت في الاجتماعات الأخيرة.",
)
PAGE = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="{day}T08:00:00+03:00"></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/world">العالم</a></li>
<li><a href="/sport">رياضة</a></li></ul></nav>
<main><article><h1>{title}</h1>{body}</article>
<aside><h3>اقرأ أيضا</h3><ul><li><a href="/a">تقرير آخر من أرشيف الموقع</a></li></ul></aside></main>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def articles(count: int, sentences: int = 30, seed: int = 5) -> Iterator[dict[str, str]]:
    """Rows of ``count`` articles: id, source, published, title, url, text."""
    chance = random.Random(seed)
    places = [row for row in read_places() if row.country in COUNTRIES and row.lat == row.lat and not row.weak]
    source = happenings(chance, places)
    near = [next(source) for _ in range(60)]
    for number in range(1, count + 1):
        near[chance.randrange(len(near))] = next(source)
        lead, outlet = chance.choice(near), chance.choice(OUTLETS)
        day = (lead.day + timedelta(days=1)).isoformat()
        lines = [
            chance.choice(BACKGROUND) if line % 3 else claim_of(chance, chance.choice(near), 0, outlet)[0]
            for line in range(sentences)
        ]
        lines[0] = f"{lead.place.name} - {lines[0]} (نشرة {number})"
        yield {
            "id": f"made-{number}",
            "source": outlet,
            "published": day,
            "title": f"{lead.place.name}: {lead.form[2].split('{')[0].strip()} {lead.actor[0]}",
            "url": f"https://news.example/{day.replace('-', '/')}/{number}",
            "text": "\n".join(lines),
        }


def record(row: dict[str, str]) -> bytes:
    """A response record of a web archive, as a gzip member of its own."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in row["text"].split("\n"))
    page = PAGE.format(title=row["title"], outlet=row["source"], day=row["published"], body=body).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {row['url']}",
        f"WARC-Date: {row['published']}T09:00:00Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    ]
    return gzip.compress("\r\n".join(head).encode() + b"\r\n\r\n" + http + b"\r\n\r\n", 6, mtime=0)


def make(path: Path, count: int, sentences: int = 30) -> None:
    """Write ``count`` articles to ``path``."""
    packed = path.name.endswith(".warc.gz")
    with path.open("wb") as out:
        for row in articles(count, sentences):
            out.write(record(row) if packed else json.dumps(row, ensure_ascii=False).encode() + b"\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=30)
    options = parser.parse_args()
    make(options.path, options.articles, options.sentences)


if __name__ == "__main__":
    main()
