"""What a text says answers what: tied by its own words, and never one event."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from khabar.linking import link_claims
from khabar.linking.responses import responses
from khabar.model import Article, Claim, Party, Span, Trigger


def told(text: str, *words: str) -> list[Claim]:
    """A claim for each trigger word, in order; its evidence is the whole text."""
    found, at = [], 0
    for word in words:
        at = text.index(word, at)
        trigger = Trigger(start=at, end=at + len(word), text=word)
        target = (Party(text="القوات الأميركية", country="USA"),)
        found.append(Claim(quote=text, trigger=trigger, evidence=Span(0, len(text)), type="ASSAULT", targets=target))
        at += len(word)
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("شن الجيش غارات على المعسكر رداً على هجوم استهدف دوريته", ("غارات", "هجوم"), [("response", 0, 1)]),
        ("وجاءت الضربة كرد مباشر على قصف القاعدة", ("الضربة", "قصف"), [("response", 0, 1)]),
        ("أطلقت الحركة صواريخ انتقاما لاغتيال قائدها", ("أطلقت", "اغتيال"), [("response", 0, 1)]),
        ("قصفت الطائرات البلدة ثأرا من كمين قتل فيه جنود", ("قصفت", "كمين"), [("response", 0, 1)]),
        ("اقتحمت قوة البلدة بعد ثلاثة أيام من تفجير عند مدخلها", ("اقتحمت", "تفجير"), [("after", 0, 1)]),
        ("غارات على الميناء. وجاءت الغارات بعد ساعات من إطلاق صاروخ", ("غارات", "إطلاق"), [("after", 0, 1)]),
        ("نفى الوزير القصف ردا على سؤال عن الهجوم", ("القصف", "الهجوم"), []),
        ("قتل جندي في هجوم على الثكنة ثم في تفجير قرب السوق", ("هجوم", "تفجير"), []),
        ("استهدفت غارة الجسر ردا على ما قاله الناطق حين هاجم الحكومة", ("غارة", "هاجم"), []),
    ],
)
def test_phrases_tie_an_event_to_what_it_answers(
    text: str, words: tuple[str, ...], expected: list[tuple[str, int, int]]
) -> None:
    assert [(one.kind, one.answer, one.cause) for one in responses(text, told(text, *words))] == expected


def test_a_sentence_that_begins_with_its_cause_is_read_the_other_way_round() -> None:
    text = "وردا على الهجوم نفذت المدفعية قصفا متواصلا"
    cause, answer = told(text, "الهجوم", "قصفا")
    found = responses(text, [cause, replace(answer, quote="قصفا متواصلا")])
    assert [(one.kind, one.answer, one.cause) for one in found] == [("response", 1, 0)]
    assert text[found[0].start : found[0].end] == "وردا على"


def test_an_answer_and_its_cause_are_two_events_however_alike() -> None:
    apart = "شنت فصائل هجوما على القوات الأميركية ردا على هجوم طال القوات الأميركية"
    alike = "شنت فصائل هجوما على القوات الأميركية وتبنت لاحقا هجوم القوات الأميركية"
    (one, other), (first, second) = link_claims(
        [
            (Article(id="a", text=apart, published="2024-03-06"), told(apart, "هجوما", "هجوم")),
            (Article(id="b", text=alike, published="2025-03-06"), told(alike, "هجوما", "هجوم")),
        ]
    )
    assert one != other
    assert first == second
