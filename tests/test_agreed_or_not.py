"""Agreeing, working together and yielding: told outright they are claims; laws passed at home, judges' leave, what an
agreement lays down and who once signed it are no agreement."""

from __future__ import annotations

import pytest

from khabar.text.normalise import fold, joined
from making import claims_in, types_in


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("صادق البرلمان الكيني على اتفاق السلام مع الصومال.", "AGREE", {"البرلمان الكيني"}),
        ("تبادلت تونس والجزائر معلومات استخبارية عن تحركات الخلية.", "COOPERATE", {"تونس", "الجزائر"}),
        ("تراجع رئيس الحكومة عن تصريحاته بشأن النقابات.", "CONCEDE", {"رئيس الحكومة"}),
        ("وتراجعت وزارة المالية عن فرض الضريبة الجديدة.", "CONCEDE", {"وزارة المالية"}),
    ],
)
def test_a_perfect_beside_a_party_tells_it_outright(text: str, kind: str, actors: set[str]) -> None:
    found = [claim for claim in claims_in(text) if claim.type == kind]
    assert [{one.text for one in claim.actors} for claim in found] == [actors]


@pytest.mark.parametrize(
    "text",
    [
        "أقر البرلمان التونسي قانونا جديدا للجمعيات.",
        "وافق مجلس الوزراء على تعيين محافظ جديد للمصرف المركزي.",
        "وافقت المحكمة على تمديد حبس المتهم شهرا.",
        "وينص الاتفاق على خروج المقاتلين خلال شهر.",
        "وتقول الدول الموقعة على الاتفاق إن التفتيش مستمر.",
        "وأضاف أن الحكومة قد توافق على الطلب لاحقا.",
        "وبلغ عدد المفقودين الذين أقرت الحكومة بوفاتهم ألف شخص.",
    ],
)
def test_what_is_no_agreement(text: str) -> None:
    assert "AGREE" not in types_in(text)


def test_an_agreement_that_the_clause_concludes_stays_one() -> None:
    assert "AGREE" in types_in("خرج المجتمعون في لوزان باتفاق ينص على رفع العقوبات تدريجيا.")
    assert "AGREE" in types_in("أسفرت المحادثات عن اتفاق يقضي بانسحاب الفصيلين.")
    assert "AGREE" in types_in("قد تم الاتفاق على هدنة تبدأ مساء الجمعة.")


def test_a_line_of_tatweels_is_joined_once_and_for_all() -> None:
    text = "انتهى الخبر.\nـــــــــ\u00a0\nوقع الوزير الاتفاق."
    assert joined(joined(text)) == joined(text)
    assert fold(joined(text)).text == fold(text).text
    (claim,) = claims_in(text)
    assert text[claim.trigger.start : claim.trigger.end] == claim.trigger.text == "وقع"


@pytest.mark.parametrize(
    ("text", "actors", "status"),
    [
        ("وكان الطرفان قد وقعا في عام 2018 اتفاق ستوكهولم.", {"الطرفان"}, "occurred"),
        ("لم يتوصل الوفدان إلى اتفاق بعد يومين من المحادثات.", {"الوفدان"}, "negated"),
        ("اتفق الجانبان على تشكيل لجنة مشتركة لمتابعة الحدود.", {"الجانبان"}, "occurred"),
        ("قبلت الحركة مقترح الوسطاء لوقف إطلاق النار شهرا.", {"الحركة"}, "occurred"),
    ],
)
def test_who_agrees_and_what_on_is_no_second_claim(text: str, actors: set[str], status: str) -> None:
    found = [claim for claim in claims_in(text) if claim.type not in {"CONSULT"}]
    assert {claim.type for claim in found} == {"AGREE"}
    assert {one.text for one in found[0].actors} == actors
    assert found[0].status == status


def test_help_that_is_passed_is_the_help() -> None:
    (claim,) = claims_in("أقر مجلس الشيوخ الأميركي حزمة مساعدات عسكرية لأوكرانيا بقيمة مليار دولار.")
    assert (claim.type, claim.mode) == ("AID", "military")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("أثنت المفوضية على استضافة الأردن للاجئين السوريين.", "الأردن"),
        ("ثمن رئيس الوزراء اللبناني دعم الكويت المتواصل لبلاده.", "الكويت"),
        ("هنأت الخارجية الأميركية الليبيين بتشكيل حكومتهم.", "الليبيين"),
        ("اعتذر وزير الخارجية المجري لرومانيا عن تصريحاته.", "رومانيا"),
    ],
)
def test_whose_deed_is_praised_and_who_gets_an_apology(text: str, target: str) -> None:
    found = claims_in(text)
    assert len(found) == 1
    assert any(target in one.text for one in found[0].targets)
    assert target not in {one.text for one in found[0].actors}


def test_a_paper_that_a_body_adopts_and_an_accord_that_somebody_sees_made() -> None:
    (claim,) = claims_in("واعتمد مؤتمر نيروبي خريطة طريق للمرحلة الانتقالية.")
    assert (claim.type, [one.text for one in claim.actors]) == ("AGREE", ["مؤتمر نيروبي"])
    found = [one for one in claims_in("رعت مسقط توقيع اتفاق بين الحكومة اليمنية والحوثيين.") if one.type == "AGREE"]
    assert [{one.text for one in claim.actors} for claim in found] == [{"الحكومة اليمنية", "الحوثيين"}]


def test_work_that_has_ended_and_knowledge_that_is_shared() -> None:
    assert not types_in("كان التعاون العسكري بين البلدين قد توقف قبل عام.")
    assert "AID" not in types_in("زودت المخابرات البلجيكية نظيرتها المغربية بقائمة أسماء المطلوبين.")


def test_a_failure_owned_up_to_is_yielding() -> None:
    assert types_in("وأقر المتحدث العسكري بأن القيادة أخفقت في حماية القرية.") == ["CONCEDE"]
