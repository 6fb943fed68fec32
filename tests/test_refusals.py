"""Refusals and denials: who refuses, whose proposal it was, and what is no event for it is only refused."""

from __future__ import annotations

import pytest

from making import claims_in


def _told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(one.type, [a.text for a in one.actors], [t.text for t in one.targets]) for one in claims_in(text)]


@pytest.mark.parametrize(
    ("text", "who", "whose"),
    [
        ("قوبل الطلب الأميركي برفض تركي حازم.", "TUR", "USA"),
        ("أحبط الفيتو الروسي مشروع القرار الأميركي.", "RUS", "USA"),
        ("رفضت إسلام آباد طلبا أميركيا باستخدام قواعدها الجوية.", "PAK", "USA"),
    ],
)
def test_states_told_by_their_adjectives(text: str, who: str, whose: str) -> None:
    (told,) = claims_in(text)
    assert told.type == "REJECT"
    assert [one.country for one in told.actors] == [who]
    assert [one.country for one in told.targets] == [whose]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ونفت وزارة الصحة صحة هذه الأنباء جملة وتفصيلا.", "وزارة الصحة"),
        ("نفى حزب الله أي علاقة له بخلية الكويت.", "حزب الله"),
        ("أكد السيسي أن مصر لن تسمح بتهجير الفلسطينيين إلى سيناء.", "السيسي"),
        ("لن نقبل بأي حل يستثني السنة، قال نائب رئيس البرلمان.", "نائب رئيس البرلمان"),
        ("نفت رواندا الاتهامات الموجهة إليها بدعم متمردي حركة 23 مارس.", "رواندا"),
        ("لا أساس لهذه المزاعم من الصحة، وفق ما أكده الناطق باسم الجيش الإسرائيلي.", "الناطق باسم الجيش الإسرائيلي"),
    ],
)
def test_denials_and_refusals_have_no_target_but_whoever_is_answered(text: str, who: str) -> None:
    assert _told(text) == [("REJECT", [who], [])]


def test_the_demand_refused_is_that_of_the_sentence_before() -> None:
    text = "طالبت واشنطن بغداد بنزع سلاح الفصائل. لكن الحكومة العراقية رفضت الطلب."
    assert _told(text)[-1] == ("REJECT", ["الحكومة العراقية"], ["واشنطن"])


def test_the_demand_that_is_refused_is_no_claim_beside_the_refusal() -> None:
    assert _told("رفضت تيريزا ماي مطالب المعارضة بإجراء استفتاء ثان.") == [("REJECT", ["تيريزا ماي"], ["المعارضة"])]


def test_any_deed_that_is_refused_is_none() -> None:
    told = _told("أعلنت الجزائر رفضها القاطع لأي تدخل عسكري أجنبي في النيجر.")
    assert [kind for kind, _, _ in told] == ["REJECT"]


def test_who_will_not_comment_tells_nothing() -> None:
    assert not _told("رفض الوزير التعليق على الأنباء التي تحدثت عن استقالته.")


def test_one_denies_what_he_is_said_to_have_done_himself() -> None:
    (told,) = claims_in("لم نستهدف أي منشأة مدنية، يقول الناطق باسم قوات الدعم السريع.")
    assert (told.type, told.status, told.stance) == ("ASSAULT", "negated", "denies")


def test_what_somebody_did_not_know_of_is_not_denied() -> None:
    told = claims_in("ونفى البيت الأبيض علمه المسبق بعملية اغتيال هنية.")
    assert [one.type for one in told if one.status == "negated"] == []


def test_with_whom_somebody_will_not_meet() -> None:
    assert _told("رفض ليبرمان حضور اجتماع مع الرئيس البرازيلي لولا دا سيلفا.") == [
        ("REJECT", ["ليبرمان"], ["لولا دا سيلفا"])
    ]


def test_talk_that_somebody_calls_nonsense_is_no_event() -> None:
    told = _told("وقال الكرملين إن الحديث عن هجوم روسي وشيك على دولة في حلف الأطلسي هراء مطلق.")
    assert [(kind, who) for kind, who, _ in told] == [("REJECT", ["الكرملين"])]


def test_to_be_a_party_is_denied_of_nobody_else() -> None:
    text = "ونفى الرئيس الجزائري عبد المجيد تبون أن تكون بلاده طرفا في نزاع الصحراء."
    assert _told(text) == [("REJECT", ["عبد المجيد تبون"], [])]


def test_an_answer_that_is_refused_tells_nothing() -> None:
    assert not _told("رفض مسؤولون في السفارة الرد على سؤال للصحيفة.")


def test_no_side_claims_what_it_did_not_do() -> None:
    (raid,) = claims_in("وقال مصدر عسكري إن طائرات التحالف لم تنفذ أي غارة على المدينة أمس.")
    assert (raid.status, raid.stance) == ("negated", "denies")


def test_a_proposal_is_of_the_state_whose_nationality_it_bears() -> None:
    (told,) = claims_in("ورفض زعيم جبهة البوليساريو إبراهيم غالي المقترح المغربي للحكم الذاتي.")
    assert [(one.text, one.country) for one in told.targets] == [("المغرب", "MAR")]


def test_what_is_refused_is_no_target() -> None:
    told = _told("يرفض رئيس الوزراء الإسرائيلي حتى الآن تشكيل لجنة تحقيق رسمية في أحداث أكتوبر.")
    assert told == [("REJECT", ["رئيس الوزراء الإسرائيلي"], [])]


def test_what_is_ruled_out_is_no_support() -> None:
    told = _told("استبعد الرئيس القبرصي نيكوس خريستودوليدس الاعتراف بجمهورية شمال قبرص التركية.")
    assert [kind for kind, _, _ in told] == ["REJECT"]


def test_the_purpose_of_a_protest_is_no_refusal_beside_it() -> None:
    told = _told("اعتصم المئات أمام البرلمان رفضا للتصويت على الموازنة.")
    assert [kind for kind, _, _ in told] == ["PROTEST"]


def test_words_of_another_that_somebody_calls_untrue() -> None:
    text = 'ووصف وزير الخارجية محمد جواد ظريف تصريحات بومبيو بأنها "غير حقيقية".'
    assert _told(text) == [("REJECT", ["محمد جواد ظريف"], ["بومبيو"])]
