"""Who answers a deed with another, a clause's topic behind إن, and capitals that are towns."""

from __future__ import annotations

from making import claims_in


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (claim.type, [one.text for one in claim.actors], [one.text for one in claim.targets])
        for claim in claims_in(text)
    ]


def test_the_verb_of_an_answer_spelt_as_its_noun() -> None:
    text = "قصف الجيش الإسرائيلي بلدة عيتا الشعب. ورد حزب الله بقصف ثكنة برانيت."
    assert told(text)[1] == ("ASSAULT", ["حزب الله"], ["ثكنة برانيت"])
    text = "شنت إسرائيل غارات على غزة، ورد مقاتلو حماس بإطلاق صواريخ على عسقلان."
    assert told(text)[1] == ("ASSAULT", ["مقاتلو حماس"], ["عسقلان"])


def test_the_noun_of_an_answer_is_no_verb() -> None:
    assert told("وكان رد الحكومة على المبادرة إيجابيا، بحسب الوسيط الأممي.") == []


def test_what_is_answered_and_what_it_is_answered_with_are_two_deeds() -> None:
    found = told("ردت إيران على الغارة الإسرائيلية بإطلاق مئة صاروخ باليستي على تل أبيب.")
    assert found == [("ASSAULT", ["إسرائيل"], []), ("ASSAULT", ["إيران"], ["تل أبيب"])]
    found = told("رد حزب الله على اغتيال قائده بهجوم صاروخي على الجليل.")
    assert found == [("ASSAULT", [], ["قائده"]), ("ASSAULT", ["حزب الله"], ["الجليل"])]


def test_a_capital_behind_a_preposition_is_a_town_not_its_government() -> None:
    text = "أسفر القصف الروسي على خاركيف عن مقتل امرأة. وفي موسكو، نفت وزارة الدفاع ذلك."
    assert "موسكو" not in told(text)[0][1]


def test_the_topic_behind_inna_does_what_its_verb_says() -> None:
    found = told("قال شهود عيان إن مسلحين على متن دراجات نارية نهبوا سوق نيالا.")
    assert found[0][1] == ["مسلحين"]


def test_what_somebody_does_on_purpose_is_the_deed() -> None:
    found = told("واتهمت قوات الدعم السريع الجيش بتعمد قصف أحياء مكتظة بالسكان في نيالا.")
    assert [kind for kind, _, _ in found] == ["ASSAULT"]


def test_who_presides_over_a_court_is_not_whom_it_judges() -> None:
    found = told("قضت محكمة جنايات الإسكندرية برئاسة المستشار جمال عبد الله بالسجن المؤبد لثلاثة متهمين.")
    assert "جمال عبد الله" not in found[0][2]


def test_a_drone_without_whose_it_is() -> None:
    text = "أعلن الجيش إسقاط طائرة مسيرة تابعة لقوات حفتر. وقال الناطق إن الدفاعات الجوية أسقطت الطائرة قرب عين زارة."
    assert told(text)[1][2] == ["طائرة مسيرة"]


def test_somebody_who_had_killed_others_did_it() -> None:
    assert told("وكان مسلح قتل خمسة أشخاص في سوق بمدينة ستراسبورغ.") == [("ASSAULT", ["مسلح"], ["أشخاص"])]
