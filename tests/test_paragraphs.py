"""Paragraphs as papers write them: what a sentence leaves to the one before it, and words that are names elsewhere."""

from __future__ import annotations

import pytest

from making import claims_in, types_in


def figures(text: str) -> list[tuple[str, int | None, int | None]]:
    return sorted((one.what, one.low, one.high) for claim in claims_in(text) for one in claim.figures)


NONE = [("killed", 0, 0), ("wounded", 0, 0)]


@pytest.mark.parametrize(
    ("rest", "losses"),
    [
        ("، دون أن يبلغ عن إصابات", NONE),
        (" ولم يسجل سقوط ضحايا", NONE),
        (" بلا خسائر بشرية", NONE),
        (" دون أن تخلف خسائر في الأرواح", NONE),
        (" ولم ترد أنباء عن خسائر بشرية", []),
        (" ولم يتضح على الفور ما إذا كانت هناك إصابات", []),
        (" ولم تتوفر معلومات عن سقوط ضحايا", []),
        ("، ما أدى إلى سقوط ضحايا لم يعرف عددهم", [("killed", 2, None)]),
    ],
)
def test_no_losses_and_none_that_are_known(rest: str, losses: list[tuple[str, int | None, int | None]]) -> None:
    assert figures(f"قصفت المدفعية أطراف القرية{rest}.") == losses


def test_a_number_told_before_is_not_several() -> None:
    assert figures("ونفى الناطق سقوط هذا العدد من القتلى في الكمين.") == []
    assert figures("سقط عدد من القتلى في الكمين.") == [("killed", 2, None)]


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ("اقتحمت قوات الاحتلال مدينة جنين فجر اليوم. وأطلق", "ISR"),
        ("هاجم الجيش التركي قرى في شمال سوريا. وأحرق", "TUR"),
        ("دخلت القوات الروسية بلدة قرب خاركيف. واعتقل", "RUS"),
    ],
)
def test_the_soldiers_are_those_of_the_force_named_before(before: str, state: str) -> None:
    rest = {"ISR": "النار على شاب", "TUR": "عددا من المنازل", "RUS": "رئيس البلدية"}[state]
    last = claims_in(f"{before} الجنود {rest}.")[-1]
    assert [(one.text, one.country) for one in last.actors] == [("الجنود", state)]


def test_a_town_behind_a_nationality_is_what_is_entered() -> None:
    claim = claims_in("دخلت قوات عراقية مدينة الفلوجة أمس.")[0]
    assert [(one.text, one.country) for one in claim.actors] == [("قوات عراقية", "IRQ")]
    assert claim.place is not None
    assert claim.place.text in {"الفلوجة", "مدينة الفلوجة"}


@pytest.mark.parametrize(
    ("text", "who", "state"),
    [
        ("نفذ التونسي أنيس الحمدي هجوما بشاحنة في برلين.", "أنيس الحمدي", "TUN"),
        ("قتلت الشرطة البريطاني خالد مسعود في لندن.", "خالد مسعود", "GBR"),
    ],
)
def test_a_nationality_and_a_name_are_one(text: str, who: str, state: str) -> None:
    claim = claims_in(text)[0]
    assert (who, state) in [(one.text, one.country) for one in (*claim.actors, *claim.targets)]
    assert len(claim.actors) < 2


def test_a_citizen_is_no_place() -> None:
    claim = claims_in("قتل 14 جنديا نيجيريا على الأقل في كمين.")[0]
    assert claim.place is None
    assert [(one.text, one.country) for one in claim.targets] == [("جنديا نيجيريا", "NGA")]


def test_verbs_and_nouns_are_not_read_as_names_that_keep_the_article() -> None:
    claims = claims_in("ونفت الحركة ما ورد في بيان صدر أمس عن الشرطة من أنباء عن اعتقال قائدها.")
    assert not {"صدر", "أنباء"} & {one.text for claim in claims for one in (*claim.actors, *claim.isnad)}


def test_a_centre_tells() -> None:
    claim = claims_in("وأوضح المركز في بيان أن الجيش قصف القرية.")[0]
    assert [one.text for one in claim.isnad] == ["المركز"]


def test_a_copy_that_reaches_an_outlet_is_no_troops() -> None:
    assert "MOBILIZE" not in types_in("وقال نادي الأسير في بيان وصل «الديار» نسخة منه إن الجنود فتشوا المنازل.")


@pytest.mark.parametrize(
    "name",
    ["الرابطة التونسية للدفاع عن حقوق الإنسان", "الهيئة العامة للرقابة", "الشبكة اليمنية للحقوق والحريات"],
)
def test_bodies_are_told_with_what_they_are_for(name: str) -> None:
    claim = claims_in(f"نددت {name} أمس بقصف مدينة المكلا.")[0]
    assert [one.text for one in claim.actors] == [name]


def test_somebodys_planes_are_accused() -> None:
    claim = claims_in("واتهم المتحدث باسم الحوثيين محمد عبد السلام طيران التحالف بارتكاب مجزرة.")[0]
    assert [one.text for one in claim.actors] == ["طيران التحالف"]
