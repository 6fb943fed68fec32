"""Pages in the manner of real Arabic sites, built from the stories beside this file and furniture of invented outlets.

A text page is a list of parts ``(role, text, separator after it)``, an HTML page its HTML.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Story = dict[str, Any]
Part = tuple[str, str, str]

STORIES: list[Story] = [
    json.loads(line) for line in (Path(__file__).parent / "stories.jsonl").read_text(encoding="utf-8").splitlines()
]
FILLER = "ويترقب المراقبون ما ستسفر عنه الأيام القليلة المقبلة من تطورات في هذا الملف."


def parts(role: str, lines: list[str], separator: str = "\n") -> list[Part]:
    return [(role, line, separator) for line in lines]


def body(story: Story, separator: str = "\n\n") -> list[Part]:
    return parts("body", story["paragraphs"], separator)


def agency(story: Story) -> list[Part]:
    return [
        ("headline", story["title"], "\n\n"),
        ("dateline", f"{story['place']} ({story['agency']}) - ", ""),
        *body(story),
        ("furniture", f"({story['agency']})", "\n"),
    ]


def newspaper(story: Story) -> list[Part]:
    return [
        ("headline", story["title"], "\r\n"),
        ("headline", story["deck"], "\r\n"),
        ("furniture", story["spelled"], "\r\n\r\n"),
        ("caption", f"{story['caption']} ({story['credit']})", "\r\n"),
        ("dateline", f"{story['place']} - المرقب - وكالات:", "\r\n"),
        *body(story, "\r\n"),
        ("furniture", "\x00", ""),
    ]


def portal(story: Story) -> list[Part]:
    return [
        *parts(
            "furniture", ["تخطي إلى المحتوى", "تسجيل الدخول", "الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "فيديو"]
        ),
        ("furniture", "الرئيسية > سياسة > عربي ودولي", "\n"),
        ("headline", story["title"], "\n"),
        ("furniture", f"آخر تحديث: {story['spelled']}", "\n"),
        *parts("furniture", ["شارك", "فيسبوك", "تويتر", "واتساب", "نسخ الرابط", "حجم الخط"]),
        ("caption", f"{story['caption']} - {story['credit']}", "\n")
        if not story["credit"].startswith(("تصوير", "أرشيف"))
        else ("caption", f"صورة أرشيفية: {story['caption']}", "\n"),
        *body(story, "\n"),
        ("furniture", "الكلمات المفتاحية: " + "، ".join(story["tags"]), "\n"),
        *parts("furniture", ["التعليقات", "لا توجد تعليقات", "أضف تعليقا", "جميع الحقوق محفوظة © المرقب 2023"]),
    ]


def mirror(story: Story) -> list[Part]:
    gap = " " * 14
    first, second, *rest = story["paragraphs"]
    return [
        ("furniture", f"المرقب - الشرق الأوسط - {story['title']}", gap),
        ("furniture", f'content="{story["deck"]}." />', gap),
        *parts(
            "furniture", ["الرئيسية", "رياضة", "العالم", "الشرق الأوسط", "فيديو", "اقتصاد وأعمال", "منوعات"], "   \t\t "
        ),
        ("furniture", "آخر تحديث:", "  \xa0"),
        ("furniture", f"{story['spelled']}, 21:13 GMT", gap),
        ("headline", story["title"], gap),
        ("body", first, gap),
        ("body", second, gap),
        ("furniture", "روابط ذات علاقة", "    "),
        *parts("furniture", story["teasers"], "     "),
        *parts("body", rest, gap),
    ]


def one_line(story: Story) -> list[Part]:
    return [
        ("headline", story["title"], " "),
        ("dateline", f"{story['place']} – ", ""),
        *parts("body", story["paragraphs"], " "),
        ("furniture", "مشاركة :", ""),
    ]


def broadcaster(story: Story) -> list[Part]:
    first, second, third, *rest = story["paragraphs"]
    return [
        *parts("body", [first, second]),
        ("furniture", f"اقرأ أيضا: {story['teasers'][0]}", "\n"),
        ("body", third, "\n"),
        ("furniture", story["teasers"][1], "\n"),
        *parts("body", rest),
        ("furniture", "-" * 40, "\n"),
        (
            "furniture",
            "يمكنكم استلام إشعارات بأهم الأخبار بعد تحميل أحدث نسخة من تطبيق المرقب على هاتفكم المحمول.",
            "\n",
        ),
    ]


def modern(story: Story) -> list[Part]:
    return [
        ("furniture", "Please enable JavaScript to view this page.", "\n\n"),
        ("headline", story["title"], "\n\n"),
        ("headline", story["deck"], "\n\n"),
        ("caption", f"مصدر الصورة، {story['credit']}", "\n\n"),
        ("caption", f"التعليق على الصورة، {story['caption']}", "\n\n"),
        *parts(
            "furniture",
            ["Author, سامر الحلبي", "Role, مراسل الشؤون العربية", story["spelled"], "مدة القراءة: 3 دقائق"],
            "\n\n",
        ),
        ("furniture", "ملخص", "\n\n"),
        *body(story),
        ("furniture", "تخطى قناتنا على واتساب وواصل القراءة تابعوا التغطية على قناتنا. اضغط هنا", "\n\n"),
        ("furniture", "مواضيع ذات صلة:", "\n\n"),
        *parts("furniture", story["teasers"], "\n\n"),
        ("furniture", "المرقب ليست مسؤولة عن محتوى المواقع الخارجية", "\n"),
    ]


def official(story: Story) -> list[Part]:
    day = story["day"]
    months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
    gregorian = f"{int(day[8:])} {months[int(day[5:7]) - 1]} {day[:4]} م"
    return [
        ("dateline", f"{story['place']} {story['hijri']} هـ الموافق {gregorian} واس", "\n"),
        *body(story, "\n "),
        ("furniture", "// انتهى //", "\n "),
        ("furniture", "17:45 ت م", " \n"),
    ]


def blog(story: Story) -> list[Part]:
    return [
        ("headline", story["title"], "\n"),
        ("furniture", f"نشر في {story['spelled']}", "\n"),
        ("furniture", "كتب: نزار السالم", "\n"),
        *parts("furniture", ["شارك هذا الموضوع:", "فيسبوك", "X", "تيليجرام"]),
        *body(story),
        ("furniture", "الوسوم: " + " | ".join(story["tags"]), "\n"),
        ("furniture", "قد يعجبك أيضا", "\n"),
        *parts("furniture", story["teasers"]),
        ("furniture", "اترك تعليقا", "\n"),
        ("furniture", "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", "\n"),
        *parts("furniture", ["الاسم", "البريد الإلكتروني", "إلغاء الرد"]),
    ]


def embedded(story: Story) -> list[Part]:
    first, *rest = story["paragraphs"]
    return [
        ("headline", story["title"], "\n"),
        ("body", first, "\n"),
        ("furniture", "pic.twitter.com/a1B2c3D4e5", "\n"),
        ("furniture", f"— شبكة المرقب (@almarqab) {story['spelled']}", "\n"),
        *parts("body", rest),
        ("furniture", "#" + " #".join(tag.replace(" ", "_") for tag in story["tags"]), "\n"),
        ("furniture", "تابعونا على تلغرام لتصلكم الأخبار أولا بأول", "\n"),
        ("furniture", "https://t.example/almarqab", ""),
    ]


def repeated(story: Story) -> list[Part]:
    return [
        ("furniture", "نستخدم ملفات تعريف الارتباط لتحسين تجربتك. بمواصلة التصفح فإنك توافق على ذلك.", "\n"),
        ("headline", story["title"], "\n"),
        *body(story, "\n"),
        ("furniture", story["paragraphs"][1], "\n"),
        ("furniture", "الأكثر قراءة", "\n"),
        *parts("furniture", story["teasers"]),
        ("furniture", "التعليقات مغلقة.", ""),
    ]


def translated(story: Story) -> list[Part]:
    months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
    day = story["day"]
    date = f"{int(day[8:])} {months[int(day[5:7]) - 1]} {day[:4]}"
    return [
        ("dateline", f"بوابة المرقب – {story['place']} في {date} – ", ""),
        *body(story, "\n"),
        ("furniture", "Related Posts", "\n"),
        ("furniture", "Share on Facebook", "\n"),
    ]


def television(story: Story) -> list[Part]:
    day = story["day"]
    first, second, *rest = story["paragraphs"]
    return [
        ("headline", story["title"], "\n"),
        ("furniture", f"نشرت في: {day[8:]}/{day[5:7]}/{day[:4]} - 10:20", "\n"),
        (
            "caption",
            f"{story['caption']}. © {'أ ف ب' if story['credit'].startswith(('تصوير', 'أرشيف')) else story['credit']}",
            "\n",
        ),
        ("body", first, "\n"),
        ("furniture", f"للمزيد: {story['teasers'][0]}", "\n"),
        ("body", second, "\n"),
        *parts("body", rest),
        ("furniture", "رويترز / أ ف ب", "\n"),
    ]


def magazine(story: Story) -> list[Part]:
    return [
        ("furniture", "اشترك في نشرتنا البريدية", "\n"),
        ("headline", story["title"], "\n"),
        ("furniture", "412 مشاهدة", "\n"),
        ("furniture", story["spelled"], "\n"),
        *body(story),
        ("body", FILLER, "\n"),
        ("furniture", "المصدر: وكالات", "\n"),
        ("furniture", "الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الصحيفة.", "\n"),
        *parts("furniture", ["المقال السابق", "المقال التالي", "طباعة", "إرسال إلى صديق"]),
    ]


TEXT_LAYOUTS: list[Callable[[Story], list[Part]]] = [
    agency, newspaper, portal, mirror, one_line, broadcaster, modern, official, blog, embedded, repeated, translated,
    television, magazine,
]  # fmt: skip
DATED = {"newspaper", "portal", "mirror", "modern", "official", "blog", "translated", "television", "magazine"}


def _p(story: Story) -> str:
    return "".join(f"<p>{line}</p>\n" for line in story["paragraphs"])


def _links(story: Story) -> str:
    return "".join(f'<li><a href="/n/{number}">{line}</a></li>' for number, line in enumerate(story["teasers"]))


_NAV = (
    '<header><nav class="main-menu"><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li>'
    '<li><a href="/e">اقتصاد</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>'
)
_FOOT = '<footer><p>جميع الحقوق محفوظة © المرقب</p><a href="/about">من نحن</a><a href="/contact">اتصل بنا</a></footer>'


def _page(story: Story, inside: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{story["title"]} | المرقب</title>'
        f"{head}</head><body>{_NAV}{inside}{_FOOT}</body></html>"
    )


def html_article(story: Story) -> str:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "name": "المرقب"},
            {
                "@type": ["NewsArticle"],
                "headline": story["title"],
                "datePublished": f"{story['day']}T08:30:00+03:00",
                "publisher": {"@type": "Organization", "name": "المرقب"},
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script>'
    return _page(
        story,
        f'<main><article><h1>{story["title"]}</h1><div class="share">شارك الخبر <a href="#">فيسبوك</a></div>'
        f"<figure><img src='a.jpg' alt=''><figcaption>{story['caption']} ({story['credit']})</figcaption></figure>"
        f"{_p(story)}</article><aside><h3>مواضيع ذات صلة</h3><ul>{_links(story)}</ul></aside></main>",
        head,
    )


def html_opengraph(story: Story) -> str:
    head = (
        f'<meta property="og:title" content="{story["title"]}"><meta property="og:site_name" content="المرقب">'
        f'<meta property="article:published_time" content="{story["day"]}T05:00:00Z">'
        f'<link rel="canonical" href="https://marqab.example/ar/{story["day"].replace("-", "/")}/{story["id"]}">'
    )
    inside = (
        '<div class="wrapper"><div class="content-area"><div class="post">'
        f'<h1 class="entry-title">{story["title"]}</h1><div class="entry-content">{_p(story)}'
        f'<div class="related-posts"><h4>اقرأ أيضا</h4><ul>{_links(story)}</ul></div></div>'
        '<div id="comments"><h3>اترك تعليقا</h3><form><textarea></textarea><input value="أرسل"></form></div>'
        "</div></div>"
        f'<div class="sidebar"><h3>الأكثر قراءة</h3><ul>{_links(story)}</ul></div></div>'
    )
    return _page(story, inside, head)


def html_divs(story: Story) -> str:
    lines = "".join(f"<div>{line}</div>" for line in story["paragraphs"])
    return _page(
        story,
        f'<div id="main"><h1>{story["title"]}</h1><time datetime="{story["day"]}">{story["spelled"]}</time>'
        f'<div class="article-body" itemprop="articleBody">{lines}</div>'
        f'<div class="tags">{" ".join(story["tags"])}</div></div>',
    )


def html_breaks(story: Story) -> str:
    lines = "<br><br>\n".join(story["paragraphs"])
    return _page(
        story,
        f'<table width="100%"><tr><td class="right"><ul>{_links(story)}</ul></td>'
        f'<td class="center"><h1>{story["title"]}</h1>'
        f'<div class="details-content">{lines}</div></td></tr></table>',
        f'<meta name="date" content="{story["day"]}">',
    )


def html_inline(story: Story) -> str:
    first, second, *rest = story["paragraphs"]
    return _page(
        story,
        f'<article class="story"><h1>{story["title"]}</h1><p class="byline">كتب: نزار السالم</p><p>{first}</p>'
        f'<div class="ad">إعلان</div><p>{second}</p>'
        f'<p class="read-more"><a href="/x">اقرأ أيضا: {story["teasers"][0]}</a></p>'
        + "".join(f"<p>{line}</p>" for line in rest)
        + f'<ul class="tags"><li>{"</li><li>".join(story["tags"])}</li></ul></article>',
        f'<meta itemprop="datePublished" content="{story["day"]}">',
    )


HTML_LAYOUTS: list[Callable[[Story], str]] = [html_article, html_opengraph, html_divs, html_breaks, html_inline]


def text_pages() -> list[tuple[str, Story, list[Part]]]:
    """Every text layout with three stories each: (name, story, parts)."""
    return [
        (
            layout.__name__,
            STORIES[(number * 3 + turn) % len(STORIES)],
            layout(STORIES[(number * 3 + turn) % len(STORIES)]),
        )
        for number, layout in enumerate(TEXT_LAYOUTS)
        for turn in range(3)
    ]


def html_pages() -> list[tuple[str, Story, str]]:
    """Every HTML layout with three stories each: (name, story, html)."""
    return [
        (
            layout.__name__,
            STORIES[(number * 2 + turn) % len(STORIES)],
            layout(STORIES[(number * 2 + turn) % len(STORIES)]),
        )
        for number, layout in enumerate(HTML_LAYOUTS)
        for turn in range(3)
    ]
