"""One event as outlets tell it that took nothing from each other, and events that one article sets off from others."""

from __future__ import annotations

import pytest

from khabar import extract
from khabar.linking import Linker
from khabar.linking.profile import profiles
from khabar.model import Article, Claim

AGENCY = """غزة 3 مارس آذار (وكالة الميناء) - قال مسعفون إن غارة جوية أصابت مستودعا للأدوية في دير البلح \
وسط قطاع غزة يوم الأحد مما أسفر عن مقتل 14 شخصا وإصابة 20 آخرين."""
MINISTRY = """أعلنت وزارة الصحة اليوم الاثنين ارتفاع حصيلة القصف الجوي على مستودع الأدوية في دير البلح أمس الأحد \
إلى 17 قتيلا."""
PARTISAN = """قصف طيران الاحتلال مساء أمس الأحد مستودعا للأدوية في دير البلح، ما أسفر عن سقوط عشرات القتلى والجرحى."""
PAPER = """بعد يوم من قصف مستودع الأدوية في دير البلح الأحد، الذي أودى بحياة 17 شخصا بحسب وزارة الصحة، \
نفدت الأدوية من مستشفى المدينة."""
ROUND_UP = """بغداد 6 مايو أيار (وكالة الميناء) - انفجرت سيارة ملغومة في حي الكرادة ببغداد يوم الاثنين \
فقتلت ثمانية أشخاص.

وفي هجوم آخر انفجرت سيارة ملغومة في سوق بمدينة الصدر وقتل خمسة أشخاص."""


def told(key: str, published: str, text: str) -> tuple[Article, tuple[Claim, ...]]:
    article = Article(id=key, source=key, published=published, text=text)
    return article, tuple(claim for claim in extract(article).claims if claim.type == "ASSAULT")


def test_a_strike_told_independently_and_with_a_later_toll_is_one_event() -> None:
    linker = Linker()
    texts = (AGENCY, MINISTRY, PARTISAN, PAPER)
    rows = [told(f"a{n}", "2024-03-04" if n else "2024-03-03", text) for n, text in enumerate(texts)]
    linker.add_all(rows)
    assert all(claims for _, claims in rows)
    assert len({event for article, _ in rows for event in linker.ids(article.id)}) == 1


def test_another_attack_elsewhere_is_an_event_of_its_own() -> None:
    article, claims = told("r", "2024-05-06", ROUND_UP)
    linker = Linker()
    assert len(claims) == len(set(linker.add(article, claims))) == 2


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("وفي هجوم آخر انفجرت سيارة ملغومة في سوق بمدينة الصدر وقتل خمسة أشخاص.", True),
        ("وفي حادث منفصل انفجرت سيارة ملغومة في سوق بمدينة الصدر.", True),
        ("وأصابت غارة أخرى مركبة قرب الفلوجة.", True),
        ("انفجرت سيارة ملغومة في سوق بمدينة الصدر وأصيب 30 آخرون.", False),
        ("قصفت طائرات سوقا في سنجار، ما أدى إلى إصابة 12 آخرين.", False),
    ],
)
def test_what_an_article_sets_off_is_seen_before_and_behind_the_trigger(text: str, another: bool) -> None:
    article, claims = told("x", "2024-05-06", f"قصفت مقاتلات مقرا في أربيل يوم الاثنين.\n{text}")
    assert profiles(article, claims)[-1].another is another
