"""Claims of several articles meet in one event; different happenings stay apart, in any order of arrival."""

from __future__ import annotations

import itertools

from khabar.linking import link_claims
from khabar.model import Article, Claim, Figure, Link, Party, Span, Trigger, Where


def claim(text: str, word: str, place: str, date: str, source: str, killed: int = 3) -> Claim:
    at = text.index(word)
    return Claim(
        quote=text,
        trigger=Trigger(start=at, end=at + len(word), text=word),
        evidence=Span(0, len(text)),
        type="ASSAULT",
        mode="airstrike",
        actors=(Party(text="القوات الأميركية", country="USA"),),
        targets=(Party(text="كتائب حزب الله", country="IRQ"),),
        place=Where(text=place, country="IRQ"),
        date=date,
        figures=(Figure(what="killed", low=killed, high=killed),),
        isnad=(Link(text=source, kind="official"),),
    )


FIRST = "شنت القوات الأميركية غارات على مواقع لكتائب حزب الله في جرف الصخر فقتلت ثلاثة"
SECOND = "غارات أميركية على جرف الصخر تقتل ثلاثة من عناصر كتائب حزب الله"
OTHER = "قبل عام قصفت القوات الأميركية القائم فقتلت تسعة في غارات متتالية"
ROWS = [
    (
        Article(id="a", text=FIRST, source="وكالة", published="2024-01-24"),
        [claim(FIRST, "غارات", "جرف الصخر", "2024-01-23", "وزير الدفاع")],
    ),
    (
        Article(id="b", text=SECOND, source="صحيفة", published="2024-01-24"),
        [claim(SECOND, "غارات", "جرف الصخر", "2024-01-23", "مسؤول أمني")],
    ),
    (
        Article(id="c", text=OTHER, source="موقع", published="2024-01-25"),
        [claim(OTHER, "غارات", "القائم", "2022-12-20", "مصدر", killed=9)],
    ),
]


def test_two_tellings_are_one_event_and_another_strike_is_not() -> None:
    (first,), (second,), (other,) = link_claims(ROWS)
    assert first == second
    assert other != first


def test_the_order_of_arrival_does_not_change_the_events() -> None:
    for rows in itertools.permutations(ROWS):
        ids = dict(zip((article.id for article, _ in rows), link_claims(rows), strict=True))
        assert ids["a"] == ids["b"] != ids["c"]


def test_a_claim_has_one_event_and_articles_without_claims_have_none() -> None:
    empty = Article(id="z", text="لا خبر", source="موقع")
    assert link_claims([(empty, []), ROWS[0]])[0] == []
