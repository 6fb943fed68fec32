"""Saved pages in the manners of many outlets: whose they are, what of them is the story, and when they appeared."""

from __future__ import annotations

import io
import json

import pytest

from khabar.ingest.clean import sections
from khabar.ingest.dating import date_article
from khabar.ingest.days import find_days, find_english_days, iso_day
from khabar.ingest.language import language
from khabar.ingest.pagemeta import url_site
from khabar.ingest.read import named, read_paths
from khabar.model import Article

HEADLINE = "مقتل ثلاثة جنود بهجوم على نقطة تفتيش غرب الرطبة"
STORY = (
    "أعلنت قيادة العمليات، مساء الخميس، مقتل ثلاثة جنود وإصابة خمسة في هجوم شنه مسلحون على نقطة تفتيش غرب الرطبة.",
    "وقال المتحدث باسم القيادة إن الطيران قصف سيارتين للمهاجمين بعد ساعة من الهجوم، وإن القوات اعتقلت أحدهم.",
    "ودعا محافظ الأنبار الحكومة إلى إرسال تعزيزات إلى الطريق الدولي، ونفى سقوط ضحايا بين السائقين.",
)
OTHER = "اعتقال مدير بلدية سابق بتهمة الرشوة في الناصرية"


def page(body: str, head: str = "", title: str = HEADLINE) -> Article:
    html = (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    )
    (found,) = read_paths(["-"], stdin=io.BytesIO(html.encode()), reader="html")
    assert isinstance(found, Article), found
    return found


def story(*between: str) -> str:
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in STORY]
    return f"<article><h1>{HEADLINE}</h1>{paragraphs[0]}{''.join(between)}{''.join(paragraphs[1:])}</article>"


def body_of(found: Article) -> str:
    cut = sections(found.text, found.title)
    return "".join(found.text[one.start : one.end] for one in cut if one.role == "body")


def test_a_page_that_a_program_fills_in_gives_the_text_of_its_structured_data() -> None:
    told = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": " ".join(STORY), "datePublished": "2024-02-01"}
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    found = page('<div id="root"></div>', script)
    assert found.text == " ".join(STORY)
    assert found.published == "2024-02-01"
    marked = told | {"articleBody": "".join(f"<p>{paragraph}</p>" for paragraph in STORY)}
    found = page("<div></div>", f'<script type="application/ld+json">{json.dumps(marked)}</script>')
    assert found.text.split("\n\n") == list(STORY)
    assert page(story(), script).text.startswith(HEADLINE)
    closed = f"<article><h1>{HEADLINE}</h1><p>{STORY[0]}</p><div>هذا المقال للمشتركين.</div></article>"
    assert page(closed, script).text == " ".join(STORY)


def test_entries_of_a_live_page_are_its_text() -> None:
    entries = [{"@type": "BlogPosting", "articleBody": paragraph} for paragraph in STORY]
    told = {"@type": "LiveBlogPosting", "headline": HEADLINE, "liveBlogUpdate": entries}
    found = page("<div></div>", f'<script type="application/ld+json">{json.dumps(told)}</script>')
    assert all(paragraph in found.text for paragraph in STORY)


@pytest.mark.parametrize(
    "title",
    [
        f"شبكة الضفتين: {HEADLINE}",
        f"{HEADLINE} - شبكة الضفتين",
        f"شبكة الضفتين | {HEADLINE}",
        f"{HEADLINE} | أخبار | شبكة الضفتين",
    ],
)
def test_a_page_without_metadata_is_named_by_its_title(title: str) -> None:
    found = page(story(), title=title)
    assert (found.source, found.title) == ("شبكة الضفتين", HEADLINE)


def test_a_section_or_half_a_headline_is_no_outlet() -> None:
    assert page(story(), title=f"{HEADLINE} - سياسة").source is None
    assert page(story(), title=HEADLINE.replace(" غرب", " - غرب")).source is None


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.difatain.example/news/1", "difatain.example"),
        ("https://m.difatain.example/1", "difatain.example"),
        ("https://arabic.difatain.example/1", "arabic.difatain.example"),
        ("https://web.archive.org/web/20240201000000/https://www.difatain.example/1", "difatain.example"),
        ("https://t.me/s/difatain/12", "t.me/difatain"),
        ("https://x.com/difatain/status/12", "x.com/difatain"),
        ("https://www.facebook.com/permalink.php?id=1", None),
        ("http://[", None),
        ("urn:uuid:1", None),
        (None, None),
    ],
)
def test_an_address_names_its_site(url: str | None, site: str | None) -> None:
    assert url_site(url) == site
    found = Article(id="1", text="نص", url=url)
    assert named(found, None).source == site
    assert named(found, "صحيفة").source == "صحيفة"


@pytest.mark.parametrize(
    "note",
    [
        "saved from url=(0041)https://www.difatain.example/2024/02/01/8",
        "\n Page saved with SingleFile \n url: https://www.difatain.example/2024/02/01/8 \n saved date: x",
    ],
)
def test_the_address_that_a_browser_notes(note: str) -> None:
    (found,) = read_paths(["-"], stdin=io.BytesIO(f"<!-- {note} --><html><body>{story()}</body></html>".encode()))
    assert isinstance(found, Article)
    assert found.url == "https://www.difatain.example/2024/02/01/8"
    dating = date_article(found, sections(found.text, found.title))
    assert dating is not None
    assert dating.value == "2024-02-01"


def test_links_to_other_stories_are_no_text() -> None:
    teaser = f'<div class="box"><a href="/2">{OTHER}</a></div>'
    assert OTHER not in page(story(teaser)).text
    assert OTHER not in page(f"{story()}<div>المزيد</div><ul><li><a href=/2>{OTHER}</a></li></ul>").text
    linked = f'<p>وكانت القيادة <a href="/2">{OTHER}</a> في وقت سابق من الشهر.</p>'
    assert OTHER in page(story(linked)).text


def test_a_brief_stays_without_the_links_around_it() -> None:
    links = "".join(f"<li><a href=/{number}>{OTHER} {number}</a></li>" for number in range(9))
    found = page(f"<ul>{links}</ul><article><h1>{HEADLINE}</h1><p>{STORY[0]}</p></article>")
    assert OTHER not in found.text
    assert STORY[0] in found.text
    assert OTHER in page(f"<ul>{links}</ul>").text


def test_a_page_of_linked_paragraphs_keeps_them() -> None:
    linked = "".join(f'<p><a href="/{number}">{text}</a></p>' for number, text in enumerate(STORY))
    assert all(paragraph in page(f"<article>{linked}</article>").text for paragraph in STORY)
    headed = f'<div><h2><a href="/own">{HEADLINE}</a></h2>' + "".join(f"<p>{text}</p>" for text in STORY) + "</div>"
    assert page(headed).text.startswith(HEADLINE)


@pytest.mark.parametrize("link", [f"<a href=/2>{OTHER}</a>", f"<li><a href=/2>{OTHER}</a></li>"])
def test_many_links_take_no_time_out_of_proportion(link: str) -> None:
    text = page(f"{story()}<div>{link * 20_000}</div>").text
    assert text.startswith(HEADLINE)


@pytest.mark.parametrize("kind", ["comments-area", "comment-list", "commentlist"])
def test_what_readers_wrote_is_no_text(kind: str) -> None:
    comments = "".join(
        f"<div><b>زائر {number}</b><p>قصفوا البيوت وقتلوا الناس {number}</p></div>" for number in range(9)
    )
    assert "زائر" not in page(f'{story()}<section class="{kind}">{comments}</section>').text


def test_what_can_be_skipped_is_furniture() -> None:
    promo = "تخطى النشرة وواصل القراءة\n\nالنشرة\n\nقصة كبيرة كل أسبوع من مراسلينا\n\nالنشرة نهاية"
    text = f"{STORY[0]}\n\n{promo}\n\n{STORY[1]}"
    cut = sections(text)
    assert [text[one.start : one.end].strip() for one in cut if one.role == "body"] == [STORY[0], STORY[1]]
    endless = f"{STORY[0]}\n\nتخطى النشرة وواصل القراءة\n\n{STORY[1]}"
    assert STORY[1] in body_of(Article(id="1", text=endless))


@pytest.mark.parametrize(
    "line",
    [
        "كتبه: admin 1 فبراير، 2024 0 312 دقيقة واحدة",
        "التاريخ: 2024-02-01 18:00:21",
        "فبراير 1, 2024",
        "شباط 1، 2024 - 10:12 ص",
        "Published On 1 February 2024",
        "Feb 1, 2024",
        "الخميس 01/فبراير/2024 - 06:12 م",
        "الخميس 1 / 2 / 2024",
    ],
)
def test_lines_below_a_headline_tell_the_day(line: str) -> None:
    found = Article(id="1", text=f"{HEADLINE}\n{line}\n" + "\n".join(STORY), title=HEADLINE)
    cut = sections(found.text, found.title)
    dating = date_article(found, cut)
    assert dating is not None
    assert (dating.value, dating.how) == ("2024-02-01", "stamp")
    assert line not in body_of(found)


def test_what_readers_wrote_below_a_text_is_furniture() -> None:
    text = "\n".join([HEADLINE, *STORY, "تعليقات", "سالم منذ ساعتين", "قصفوا البيوت وقتلوا الناس", "رد"])
    assert "قصفوا البيوت" not in body_of(Article(id="1", text=text))
    bar = "\n".join([HEADLINE, "تعليقات", *STORY])
    assert all(paragraph in body_of(Article(id="1", text=bar)) for paragraph in STORY)


def test_the_month_may_stand_first() -> None:
    (day,) = find_days("يوم الخميس فبراير 1, 2024")
    assert (day.date and day.date.isoformat(), day.weekday) == ("2024-02-01", 3)
    for text in ("في مارس 40, 2024", "سقط في مارس 12 قتيلا", "مارس 12:2024", "تمارس 12 2024"):
        assert not find_days(text), text
    assert [day.date and day.date.isoformat() for day in find_english_days("Feb 1, 2024 and 3 March 2024")] == [
        "2024-02-01",
        "2024-03-03",
    ]


@pytest.mark.parametrize("value", ["1706745600.0", "1706745600", "1-Feb-24", "01 Feb 24", "فبراير 1، 2024"])
def test_days_as_tables_write_them(value: str) -> None:
    assert iso_day(value) == "2024-02-01"


def test_arabic_typed_with_persian_letters_is_arabic() -> None:
    typed = " ".join(STORY).replace("ي", "ی").replace("ك", "ک")
    assert language(typed) == "ar"
    persian = (
        "نیروهای امنیتی اعلام کردند که سه سرباز در حمله افراد مسلح به یک پاسگاه کشته شدند و پنج نفر دیگر زخمی شدند."
    )
    assert language(persian) == "fa"


def test_cells_of_a_table_are_apart() -> None:
    text = f"دولي\t\t{HEADLINE}\n" + "\n".join(STORY)
    cut = sections(text, HEADLINE)
    assert any(one.rule == "headline.title" for one in cut)
