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
