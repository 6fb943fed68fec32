"""Plain sentences of what is said between governments: who demands, refuses, threatens, agrees, who sets out."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article


def types(text: str) -> set[str]:
    return {claim.type for claim in pipeline.extract(Article(id="a", text=text, published="2018-10-10")).claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind "that" a duty begins with its preposition.
        ("قال النائب إن على الحكومة أن تحمي المتظاهرين.", "REQUEST"),
        ("قال مسؤول إيراني إن على ترامب أن يعود إلى الاتفاق النووي.", "REQUEST"),
        # The phrase says what a word within it is there for.
        ("أكد الرئيس أنه لن يتفاوض تحت الضغط.", "REJECT"),
        ("قال وزير الدفاع إن أي هجوم على قواتنا سيقابل برد قاس.", "THREATEN"),
        ("أبلغت الخارجية السفير احتجاجا شديد اللهجة.", "ACCUSE"),
        # Journeys without a word for the visit.
        ("يتوجه ظريف إلى بروكسل الثلاثاء.", "CONSULT"),
        ("وصل وزير الدفاع الأميركي مارك إسبر إلى كابل.", "CONSULT"),
        # Readiness to strike back is held out to somebody.
        ("أكدت الحركة جاهزيتها للرد على أي خرق للهدنة.", "THREATEN"),
        # Accords named with their parties.
        ("غادرت الحافلات البلدة وفقا لاتفاق بين الحكومة وفيلق الرحمن.", "AGREE"),
        # What is laid before a body, what is renewed, what is owned up to.
        ("تقدمت روسيا بمشروع قرار يدعو إلى وقف القتال.", "REQUEST"),
        ("جدد العراق مطالبته مجلس الأمن بتشكيل محكمة دولية.", "REQUEST"),
        ("أقر القيادي بالذنب في جميع التهم الموجهة إليه.", "CONCEDE"),
    ],
)
def test_said(text: str, expected: str) -> None:
    assert expected in types(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        # What a draft says, nobody has said yet.
        ("صوتت الجمعية العامة على مشروع قرار يدين إسرائيل.", "ACCUSE"),
        ("ويدين النص استخدام القوة ضد المدنيين.", "ACCUSE"),
        # Talks that are wanted, proposed or called for are not held.
        ("قال الوزير إن الرئيس يريد أن يلتقي نظيره الإيراني.", "CONSULT"),
        ("إذا كان ترامب يرغب في إجراء محادثات فعليه أن يعود إلى الاتفاق.", "CONSULT"),
        ("اقترح وزير الخارجية عقد اجتماع لدول الجوار.", "CONSULT"),
        ("قال كيري: تعالوا نتفاوض معا.", "CONSULT"),
        ("أعلن ترامب استعداده لقاء القيادة الإيرانية.", "CONSULT"),
        # An invitation, readiness to talk, condolences and a pledge.
        ("تنتشر القوات في البلاد بناء على دعوة من الحكومة.", "REQUEST"),
        ("أعلن ترامب استعداده للقاء القيادة الإيرانية.", "CONCEDE"),
        ("قدم الرئيس تعازيه لأسر الضحايا.", "SUPPORT"),
        ("أكد المجلس التزامه بضبط النفس.", "AGREE"),
        # The subject behind "that", what others expect, what is to come, what a demand asks others to say.
        ("قال الوزير إن رفض البرلمان للاتفاق سيضر بالبلاد.", "REJECT"),
        ("يتوقع دبلوماسيون أن يتم رفض التعديل الأميركي.", "REJECT"),
        ("قال الوزير إن إسرائيل سترتكب خطأ جسيما إذا هاجمت المنشأة.", "ACCUSE"),
        ("طالبت الشبكة المجتمع الدولي بإدانة قوات الاحتلال.", "ACCUSE"),
    ],
)
def test_not_said(text: str, unexpected: str) -> None:
    assert unexpected not in types(text)
