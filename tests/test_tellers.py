"""Who tells of it, and how he stands to it: names behind titles, issuers of reports, those who accuse."""

from __future__ import annotations

from functools import partial

import pytest

from khabar.model import Claim
from making import claims_in

claims = partial(claims_in, published="2023-06-07")


def isnad(claim: Claim) -> list[str]:
    return [link.text for link in claim.isnad]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("وأكد النائب من كتلة المستقبل زهير البرغوتي أن الجيش قصف الجسر.", "زهير البرغوتي"),
        ("قتل حارسان في غارة، بحسب حصيلة أوردتها اللجنة الدولية للصليب الأحمر.", "اللجنة الدولية للصليب الأحمر"),
        ("وذكر بيان صدر عن وزارة الدفاع الأوكرانية أن أربعة جنود قتلوا.", "وزارة الدفاع الأوكرانية"),
        ("أعلنت بلدية الميناء اعتقال 12 شخصا قالت إنهم نهبوا المخازن.", "بلدية الميناء"),
    ],
)
def test_a_report_is_told_by_whom_its_words_name(text: str, teller: str) -> None:
    found = [claim for claim in claims(text) if claim.type in {"ASSAULT", "COERCE"}]
    assert found
    assert all(isnad(claim) == [teller] for claim in found)


def test_a_plan_tells_nothing_and_a_relative_clause_behind_a_charge_is_the_outlets() -> None:
    assert all(not claim.isnad for claim in claims("قتل سبعة صيادين وفق مخطط مدروس لترهيب القرية."))
    found = claims("اتهمت بيروت باريس بالتورط في مقتل الضابط سليم، الذي قضى عندما أطلق رجلان النار عليه.")
    assert all(not claim.isnad for claim in found if claim.type == "ASSAULT" and claim.trigger.text == "أطلق")


def test_an_official_speaks_the_words_of_his_state() -> None:
    found = claims("وقال نائب وزير الزراعة الإيطالي ماركو بينيتي إن روما ترفض الشروط الجديدة.")
    assert [[party.text for party in claim.actors] for claim in found if claim.type == "REJECT"] == [["ماركو بينيتي"]]
    assert all(not claim.isnad for claim in found if claim.type == "REJECT")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وقالت وزارة الصحة الفلسطينية إن جيش الاحتلال قصف المخبز.", "reports"),
        ("وقالت منظمة العفو الدولية إن الشرطة السودانية اعتقلت ثلاثة ممرضين.", "accuses"),
        ("دانت وزارة الخارجية العراقية الغارات التي شنتها المقاتلات التركية على دهوك.", "accuses"),
    ],
)
def test_healers_report_and_watchdogs_and_those_who_condemn_accuse(text: str, stance: str) -> None:
    assert {claim.stance for claim in claims(text) if claim.type in {"ASSAULT", "COERCE"}} == {stance}


def test_the_agency_that_was_told_is_no_part_of_a_name() -> None:
    (claim,) = claims("وقال المتحدث لوكالة شطآن إن القصف أسفر عن مقتل حارسين.")
    assert isnad(claim)[-1] == "المتحدث"
