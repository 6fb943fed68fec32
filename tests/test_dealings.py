"""Dealings between sides: meetings told again by another source, conferences by who holds them, journeys that go on,
accords by their signature, help to be set up; and what only looks like one of these."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in, types_in


def _of(text: str, kind: str) -> list[Claim]:
    return [claim for claim in claims_in(text) if claim.type == kind]


@pytest.mark.parametrize(
    "text",
    [
        "التقى وزير الخارجية العماني بدر البوسعيدي نظيره القطري في مسقط أمس. وذكرت وكالة الأنباء العمانية أن الجانبين "
        "بحثا خلال اللقاء أمن الملاحة.",
        "بحث رئيس الوزراء الكندي هاتفيا مع الرئيس المكسيكي ملف التجارة. وأفاد بيان للرئاسة المكسيكية بأن الجانبين "
        "ناقشا ضبط الحدود.",
    ],
)
def test_another_source_tells_a_meeting_again(text: str) -> None:
    found = _of(text, "CONSULT")
    assert len(found) == 2
    assert found[1].isnad
    assert found[0].isnad != found[1].isnad


def test_who_goes_on_tells_it_once() -> None:
    text = "التقى وزير الخارجية العماني نظيره القطري في مسقط أمس. وبحثا خلال اللقاء أمن الملاحة."
    assert types_in(text).count("CONSULT") == 1


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت الغارة اجتماعا لقادة الحركة في وزيرستان.",
        "أسفر الهجوم الذي نفذته الطائرات على اجتماع لحركة الشباب عن مقتل قيادي.",
        "دعا رئيس المجلس المحلي خلال مؤتمر أمس ممثل المنظمة الدولية في البلاد إلى زيارة المخيم.",
        "وتضغط واشنطن لإجبار الحركة على الجلوس إلى طاولة المفاوضات.",
        "وقال محللون إن من شأن زيارة الوزير رفع معنويات الجنود.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert "CONSULT" not in types_in(text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("ألقى المندوب كلمة بلاده أمام مؤتمر دولي حضره ممثلو ثلاثين دولة.", "meet"),
        ("وصف المؤتمر الدولي الذي عقد أمس في نيروبي الأزمة بأنها خطيرة.", "meet"),
        ("ظهر الرئيس بالزي العسكري خلال تفقده قاعدة جوية.", "visit"),
    ],
)
def test_who_holds_a_conference_tells_it(text: str, mode: str) -> None:
    assert [claim.mode for claim in _of(text, "CONSULT")] == [mode]


def test_a_traveller_goes_on() -> None:
    found = _of("يتوجه وزير الخارجية الفرنسي إلى بيروت ثم يتوجه إلى عمان.", "CONSULT")
    assert [(claim.place.text if claim.place else None, claim.status) for claim in found] == [
        ("بيروت", "planned"),
        ("عمان", "planned"),
    ]
    assert [[party.country for party in claim.actors] for claim in found] == [["FRA"], ["FRA"]]


def test_leaving_after_a_visit_is_no_visit_more() -> None:
    found = _of("غادر رئيس الوزراء الإثيوبي أسمرة بعد زيارة قصيرة أجراها أمس.", "CONSULT")
    assert [claim.trigger.text for claim in found] == ["زيارة قصيرة"]
    found = _of("وصل الوزير الصيني إلى القاهرة السبت في أولى محطات جولته التي تشمل المغرب وتونس.", "CONSULT")
    assert [claim.trigger.text for claim in found] == ["وصل"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("ووقع على الاتفاق كل من تونس والجزائر ومصر.", {"تونس", "الجزائر", "مصر"}),
        ("وكانت اليابان وقعت على الاتفاقية مع الهند.", {"اليابان", "الهند"}),
    ],
)
def test_who_signed_an_accord(text: str, actors: set[str]) -> None:
    assert [{party.text for party in claim.actors} for claim in _of(text, "AGREE")] == [actors]


@pytest.mark.parametrize(
    "text",
    [
        "ستنسحب القوات الأميركية من النيجر بحلول عام 2030 وفقا للاتفاقية الموقعة بين البلدين.",
        "ومن المقرر أن تسلم بغداد السجناء الشهر المقبل بموجب الاتفاق المبرم مع أنقرة.",
    ],
)
def test_what_was_signed_is_done_whatever_follows_from_it(text: str) -> None:
    assert [(claim.status, claim.date) for claim in _of(text, "AGREE")] == [("occurred", None)]


@pytest.mark.parametrize(
    "text",
    [
        "قال إن على الدول أن تتعاون مع المنظمة في إزالة الألغام.",
        "وأضاف: يمكن أن نتعاون مع أي جهة تحترم سيادتنا.",
        "وقال المحافظ إن الأهالي كشفوا عمن يتعاون مع التنظيم.",
        "يتفق المحلل السياسي سمير جابر مع ما ذهب إليه زميله.",
        "ويتفق خبراء الاقتصاد مع الوزير في أن الأسعار سترتفع.",
    ],
)
def test_what_is_only_asked_for_or_thought(text: str) -> None:
    assert not {"AGREE", "COOPERATE"} & set(types_in(text))


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("أعلنت الوزارة أنه سيتم إنشاء مستشفى ميداني لعلاج جرحى الزلزال.", "humanitarian", "planned"),
    ],
)
def test_a_field_hospital_to_be_set_up_is_aid(text: str, mode: str, status: str) -> None:
    assert [(claim.mode, claim.status) for claim in _of(text, "AID")] == [(mode, status)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("وصل وزيرا النقل والداخلية إلى مطار سيئون أمس.", "وزيرا النقل والداخلية"),
        ("استقبل الملك وزيري الخارجية والداخلية الفرنسيين في القصر.", "وزيري الخارجية والداخلية الفرنسيين"),
    ],
)
def test_two_ministers_are_one_party(text: str, actor: str) -> None:
    assert actor in {party.text for party in claims_in(text)[0].actors}
