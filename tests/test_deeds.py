"""Deeds of force: which words of a sentence tell one, and as what."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.model import Article, Claim


def told(text: str) -> list[Claim]:
    return list(pipeline.extract(Article(id="deed", text=text, published="2018-10-10")).claims)


@pytest.mark.parametrize("bound", ["ما لا يقل عن", "ما يزيد على", "ما يربو على", "ما يقارب"])
def test_a_bound_before_the_number_is_no_verb(bound: str) -> None:
    (claim,) = told(f"قتل {bound} 14 حارسا في هجوم شنه مسلحون على ثكنة قرب الجسر.")
    assert claim.trigger.text == "هجوم"
    assert [figure.what for figure in claim.figures] == ["killed"]


def test_company_beyond_the_sentence_does_not_count() -> None:
    claims = told("دعا السفير إلى فتح تحقيق نزيه. وقتل ستة معتصمين برصاص الشرطة أمس.")
    assert [claim.trigger.text for claim in claims if claim.type == "ASSAULT"] == ["وقتل"]


def test_one_execution_is_one_claim() -> None:
    claims = told("وقد تم تنفيذ حكم القتل قصاصا بالجاني اليوم في تبوك.")
    assert [claim.mode for claim in claims if claim.type == "ASSAULT"] == ["execution"]


SHOT = "أطلق مجهولون النار على حارس مصرف في كركوك. "


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (SHOT + "وأفاد الشرطي أن الحادث وقع قرب محطة الوقود.", 2),
        (SHOT + "وأفاد الشرطي أن الحادث وقع في الساعة السادسة.", 1),
        ("اصطدمت شاحنتان على الجسر. وأفاد الشرطي أن الحادث وقع قرب محطة الوقود.", 0),
    ],
)
def test_an_incident_whose_place_is_added_is_the_attack_told(text: str, count: int) -> None:
    assert len([claim for claim in told(text) if claim.type == "ASSAULT"]) == count


@pytest.mark.parametrize("answer", ["على مصادر النيران من مخابئهم", "بالرصاص الحي على الشبان"])
def test_fire_that_is_returned_is_an_attack(answer: str) -> None:
    claims = told(f"تعرضت الدورية لكمين قرب السد. ورد الجنود {answer}.")
    assert [claim.type for claim in claims][-1] == "ASSAULT"
    assert len(claims) == 2


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("ودمرت مقاتلات التحالف عربتين مدرعتين قرب السد.", "airstrike"),
        ("ودمر مسلحون عربتين مدرعتين قرب السد.", "destruction"),
        ("لقي سبعة شبان حتفهم عند السياج بنيران الجنود.", "shooting"),
        ("أعلن المشفى مقتل شابين، أحدهما طالب، وإصابة ستة آخرين برصاص الجنود.", "shooting"),
        ("قتل أربعة أطفال جراء قذيفة سقطت على حديقة في المدينة.", "shelling"),
    ],
)
def test_the_means_of_a_deed(text: str, mode: str) -> None:
    assert [claim.mode for claim in told(text) if claim.type == "ASSAULT"] == [mode]


def test_a_strike_in_answer_to_poison_is_none_itself() -> None:
    text = "نفذ النظام هجوما كيميائيا على القرية. وبعد أيام ضربت الدولتان مطارا ردا على الهجوم الكيميائي."
    modes = {claim.trigger.text: claim.mode for claim in told(text)}
    assert modes["ضربت"] != "chemical"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ارتفعت حصيلة الهجمات الصاروخية التي استهدفت بلدة الزهور إلى 13 قتيلا و20 جريحا.", [[13, 20]]),
        ("ارتفعت حصيلة الاشتباكات التي شهدتها المدينة إلى 47 قتيلا.", [[47]]),
        ("قتل حارس أمس، ليرتفع عدد قتلى الشركة منذ بداية العام إلى 19.", [[1], [19]]),
        ("قتل ستة حراس في هجوم شنه مسلحون، مما يرفع عدد القتلى منذ الخريف إلى 31.", [[6], [31]]),
        ("سقط 12 قتيلا في البلدة، ليرتفع عدد القتلى إلى 80 شخصا خلال يومين من القصف.", [[12], [80]]),
    ],
)
def test_a_toll_and_its_total(text: str, figures: list[list[int]]) -> None:
    found = [[int(one.low) for one in claim.figures] for claim in told(text) if claim.type == "ASSAULT"]
    assert found == figures


def test_a_charge_planted_for_a_blast_is_no_deed_of_its_own() -> None:
    claims = told("قال ضابط إن المتسللين تراجعوا ثم انفجر بهم لغم زرعوه قبل أيام.")
    assert [claim.trigger.text for claim in claims] == ["انفجر"]
