"""Files in which people keep several articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.ingest.dividers import divisions
from khabar.ingest.read import read_paths
from khabar.model import Article

FIRST = (
    "مقتل ثلاثة جنود في هجوم قرب الرمادي\n"
    "بغداد - وكالة الرافد\n"
    "24 يناير 2024\n"
    "قتل ثلاثة جنود وأصيب خمسة آخرون في هجوم شنه مسلحون مجهولون على نقطة تفتيش قرب مدينة الرمادي مساء الثلاثاء، وفق ما "
    "أعلن مصدر أمني.\n"
    "وقال المتحدث باسم وزارة الدفاع إن القوات الأمنية اعتقلت أربعة مشتبه بهم في المنطقة صباح اليوم."
)
SECOND = (
    "وزير الخارجية المصري يلتقي نظيره الأردني\n"
    "القاهرة - صحيفة الضفاف\n"
    "25 يناير 2024\n"
    "التقى وزير الخارجية المصري نظيره الأردني في القاهرة الخميس، وبحثا الأوضاع في المنطقة وسبل وقف النار في غزة.\n"
    "ودان الوزيران القصف الذي استهدف مستشفى في خان يونس يوم الأربعاء."
)
DIVIDERS = {
    "equals": "\n==========\n",
    "hyphens": "\n\n-----\n\n",
    "stars": "\n* * *\n",
    "sharps": "\n\n###\n\n",
    "a form feed": "\n\f\n",
    "blank lines": "\n\n\n\n",
    "an archive's close": "\n\nDocument RAFID00020240124ek1o00001\n\n",
}


@pytest.mark.parametrize("divider", DIVIDERS)
def test_articles_between_dividers(divider: str, tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(FIRST + DIVIDERS[divider] + SECOND, encoding="utf-8")
    found = [one for one in read_paths([path], split=True) if isinstance(one, Article)]
    assert [one.origin for one in found] == [f"{path}#1", f"{path}#2"]
    assert [one.language for one in found] == ["ar", "ar"]
    assert found[0].text.startswith("مقتل ثلاثة جنود")
    assert SECOND in found[1].text


def test_an_archive_opens_every_article() -> None:
    text = f"1 of 2 DOCUMENTS\n\n{FIRST}\n\n2 of 2 DOCUMENTS\n\n{SECOND}"
    assert divisions(text) == [text.index("2 of 2")]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "\n\n\n\nوأضاف المتحدث أن الهجوم هو الثالث خلال أسبوع في المنطقة نفسها، وأن التحقيقات لا تزال جارية "
        "لمعرفة هوية المهاجمين ومن يقف وراءهم.\n",
        FIRST + "\n=====\nإعداد: قسم الأخبار",
        FIRST
        + "\n* * *\nالموقف الإقليمي\nودعت دول الجوار إلى ضبط النفس، وقالت إنها تتابع ما يجري في غرب البلاد عن كثب "
        "وتدعم كل جهد لحفظ الأمن والاستقرار هناك.\n",
        "",
    ],
)
def test_one_article_stays_one(text: str) -> None:
    assert divisions(text) == []


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_headlines_with_their_days_begin_articles(joint: str, tmp_path: Path) -> None:
    text = f"{FIRST}\n{SECOND}".replace("\n", joint)
    path = tmp_path / "review.txt"
    path.write_text(text, encoding="utf-8")
    assert divisions(text) == [text.index("وزير الخارجية المصري")]
    found = [one for one in read_paths([path], split=True) if isinstance(one, Article)]
    assert [one.title for one in found] == [None, "وزير الخارجية المصري يلتقي نظيره الأردني"]


def test_days_below_no_headline_begin_nothing() -> None:
    body = SECOND.split("\n", 3)[3]
    for between in (
        "25 يناير 2024\n",
        "في القاهرة\n25 يناير 2024\n",
        "وكان اللقاء قد تأجل مرتين من قبل:\n25 يناير 2024\n",
    ):
        assert divisions(f"{FIRST}\n{between}{body}") == []
    assert divisions(f"{FIRST.split(chr(10), 3)[3]}\n{SECOND}") == []


def test_fields_that_come_again_begin_articles(tmp_path: Path) -> None:
    heads = ("العنوان: هجوم الرمادي\nالمصدر: الرافد\n", "العنوان: لقاء القاهرة\nالمصدر: الضفاف\n")
    bodies = [one.split("\n", 3)[3] for one in (FIRST, SECOND)]
    path = tmp_path / "two.txt"
    path.write_text("\n\n".join(head + body for head, body in zip(heads, bodies, strict=True)), encoding="utf-8")
    found = [one for one in read_paths([path], split=True) if isinstance(one, Article)]
    assert [(one.source, one.title, one.text) for one in found] == [
        ("الرافد", "هجوم الرمادي", bodies[0]),
        ("الضفاف", "لقاء القاهرة", bodies[1]),
    ]
