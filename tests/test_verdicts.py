"""Blame and praise by what somebody is called; words that only tell what people think or what is not told."""

from __future__ import annotations

from functools import partial

import pytest

from khabar import pipeline
from khabar.model import Article
from making import types_in

types = partial(types_in, published="2024-01-25")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وصف رئيس الوزراء، في كلمة أمام البرلمان بثها التلفزيون، القانون الذي أقره المجلس الخميس بالكارثي.", "ACCUSE"),
        ("وصفت الوزيرة السويدية القصف الذي طال المخيم ليل السبت بأنه «وحشي».", "ACCUSE"),
        ("وصف أمين الحزب الجنود الذين سقطوا على الحدود في تموز الماضي بأنهم شهداء وأبطال.", "SUPPORT"),
        ("أبدت أنقرة استياءها من تصريحات الوزير الفرنسي.", "ACCUSE"),
        ("استخدمت بكين الثلاثاء حقها في النقض ضد نص يدين الانقلاب.", "REJECT"),
        ("شددت الوزيرة على ضرورة وقف القتال في المدينة.", "REQUEST"),
        ("قال الرئيس إن كل الخيارات مطروحة على الطاولة.", "THREATEN"),
        ("جدد العاهل الأردني رفض بلاده تهجير سكان القطاع.", "REJECT"),
        ("اتهمت منظمة محلية المسلحين بمواصلة نهب المساعدات في تعز.", "COERCE"),
    ],
)
def test_what_is_said_is_told(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أظهر استطلاع أن 60 بالمئة من الأميركيين يؤيدون سحب الجنود.", "SUPPORT"),
        ("رفض الناطق الحديث عن الخطط المقبلة.", "REJECT"),
        ("رفضت الناطقة تأكيد النبأ.", "REJECT"),
        ("ألقى الداعية المتشدد خطبة في المسجد الكبير.", "REQUEST"),
        ("نقلت الحافلات المسلحين الرافضين للتسوية إلى الشمال.", "REJECT"),
        ("لا داعي للقلق من المناورات المشتركة.", "REQUEST"),
    ],
)
def test_what_is_not_said_is_not(text: str, kind: str) -> None:
    assert kind not in types(text)


def test_two_nouns_of_one_stance_are_one_claim() -> None:
    assert types("أعرب الوزراء عن استنكارهم وشجبهم للهجوم.").count("ACCUSE") == 1


@pytest.mark.parametrize(
    "text",
    [
        "ووصف الناطق باسم الجيش الاتهامات التي وردت في تقرير اللجنة بأنها كاذبة.",
        "ووصفت الوزيرة الانتقادات الموجهة إلى جنودها بأنها غير منصفة.",
        "وصف الرئيس السوري بشار الأسد، الاثنين الماضي، اتهام جيرانه لبلاده بأنه كاذب.",
        "واعتبرت أنقرة أن المزاعم الموجهة إليها باطلة.",
    ],
)
def test_calling_a_charge_bad_refuses_it(text: str) -> None:
    assert "REJECT" in types(text)


def test_a_report_or_attack_called_a_crime_is_blame() -> None:
    assert "ACCUSE" in types("وصفت الخارجية القصف بأنه جريمة.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نفى رئيس الأركان الاتهامات بأن جيشه يسلح المتمردين في الإقليم.", "AID"),
        ("نفت طهران الاتهامات التي وجهتها المنامة إليها بتزويد الجماعة بصواريخ.", "AID"),
        ("نفت الوزارة الأنباء التي تحدثت عن اعتقال الناشط حسين علي.", "COERCE"),
    ],
)
def test_what_a_charge_tells_is_denied_as_an_event(text: str, kind: str) -> None:
    claims = pipeline.extract(Article(id="denial", text=text, published="2024-01-25")).claims
    assert [(claim.type, claim.status, claim.stance) for claim in claims] == [(kind, "negated", "denies")]


def test_a_charge_without_an_event_is_refused() -> None:
    assert types("نفت طهران الاتهامات الأميركية.") == ["REJECT"]
