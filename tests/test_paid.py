"""Help given, forces moved, yielding in deed: one claim a deed, with its mode, its giver and whoever gets it."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in, types_in


def only(text: str, kind: str) -> Claim:
    """The one claim of a type in a text."""
    found = [claim for claim in claims_in(text) if claim.type == kind]
    assert len(found) == 1, [(claim.type, claim.trigger.text) for claim in claims_in(text)]
    return found[0]


def names(parties: object) -> set[str]:
    return {one.text for one in parties}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "mode", "giver", "helped"),
    [
        (
            "أرسلت تركيا اليوم الأربعاء قافلة مساعدات إنسانية مؤلفة من 14 شاحنة إلى محافظة إدلب السورية.",
            "humanitarian",
            "تركيا",
            None,
        ),
        ("منح البنك الدولي تونس قرضا بقيمة 500 مليون دولار لدعم الموازنة.", "economic", "البنك الدولي", "تونس"),
        ("سلمت واشنطن الجيش اللبناني أربع مروحيات من طراز هيوي.", "military", "واشنطن", "الجيش اللبناني"),
        ("نقلت طائرة عسكرية إيرانية أسلحة إلى قوات النظام في مطار حماة.", "military", None, "قوات النظام"),
        (
            "تسلم الجيش اللبناني الثلاثاء أربع طائرات من طراز سوبر توكانو مقدمة من الولايات المتحدة.",
            "military",
            "الولايات المتحدة",
            "الجيش اللبناني",
        ),
        ("تسلمت تونس من السلطات الإيطالية هبة تتمثل في زورقين.", "economic", "السلطات الإيطالية", "تونس"),
        (
            "قدم الاتحاد الأوروبي 20 مليون يورو لدعم اللاجئين السوريين في الأردن.",
            "economic",
            "الاتحاد الأوروبي",
            "اللاجئين السوريين",
        ),
        (
            "قال المتحدث إن قافلة للأمم المتحدة تحمل مساعدات غذائية دخلت مخيم اليرموك.",
            "humanitarian",
            "أمم المتحدة",
            None,
        ),
        (
            "حطت في مطار العريش الدولي طائرة قطرية تحمل مستشفى ميدانيا لإغاثة أهالي القطاع.",
            "humanitarian",
            "طائرة قطرية",
            "أهالي القطاع",
        ),
        ("نفت روسيا أنها تسلح حركة طالبان.", "military", "روسيا", "حركة طالبان"),
        ("تواصل طهران تزويد الحوثيين بالصواريخ، وفق تقرير للخبراء.", "military", "طهران", "الحوثيين"),
        ("أوفدت كوبا فريقا طبيا من 52 شخصا إلى إيطاليا.", "humanitarian", "كوبا", "إيطاليا"),
        ("منحت الحكومة الألمانية حق اللجوء لصحفي معارض.", "humanitarian", "الحكومة الألمانية", "صحفي معارض"),
        ("أقامت القوات المسلحة الأردنية مستشفى ميدانيا في نابلس لعلاج المصابين.", "humanitarian", None, "المصابين"),
        ("قدم الوفد التركي مساعدات للنازحين في مخيم دوميز.", "humanitarian", "الوفد التركي", "نازحين"),
        ("أنزل الجيش الأردني مساعدات جوا على جنوب القطاع.", "humanitarian", "الجيش الأردني", None),
    ],
)
def test_a_gift_is_one_claim_with_mode_giver_and_receiver(
    text: str, mode: str, giver: str | None, helped: str | None
) -> None:
    claim = only(text, "AID")
    assert claim.mode == mode
    assert giver is None or giver in names(claim.actors)
    assert helped is None or helped in names(claim.targets)


def test_the_arms_that_somebody_gets_are_no_attack_and_no_cooperation() -> None:
    assert types_in("استلم الجيش الأوكراني أول دفعة من صواريخ جافلين.") == ["AID"]


def test_help_to_come_is_planned() -> None:
    claim = only("أعلنت وزارة الدفاع الألمانية أنها ستزود كييف ببطاريات دفاع جوي.", "AID")
    assert (claim.status, names(claim.targets)) == ("planned", {"كييف"})
    assert only("تعتزم برلين إرسال أسلحة ثقيلة إلى البشمركة.", "AID").status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "تعهدت المملكة العربية السعودية بتقديم 100 مليون دولار لإعادة إعمار المناطق المحررة.",
        "وعدت ألمانيا بتقديم مساعدات مالية للعراق.",
        "تعهد المانحون بأربعة مليارات دولار في المؤتمر.",
        "قصف طيران التحالف شاحنات تحمل مساعدات غذائية قرب حرض.",
        "اعترضت البحرية الإسرائيلية سفينة تحمل مساعدات إلى القطاع.",
        "تسلم الطالب جائزة التفوق من المدير.",
        "وصلت قافلة الحجاج إلى مكة المكرمة.",
    ],
)
def test_help_pledged_or_stopped_is_none(text: str) -> None:
    assert "AID" not in types_in(text)


def test_people_rescued_are_helped() -> None:
    claim = only("أجلت القوات الفرنسية 40 دبلوماسيا أوروبيا من الخرطوم إلى جيبوتي.", "AID")
    assert (claim.mode, names(claim.actors)) == ("humanitarian", {"القوات الفرنسية"})
    claim = only("أعلن الهلال الأحمر الليبي انتشال 15 مهاجرا قبالة سواحل القره بوللي.", "AID")
    assert names(claim.targets) == {"مهاجرا"}


def test_an_order_to_give_is_told_as_given() -> None:
    claim = only("أمر الملك سلمان بن عبد العزيز بتخصيص 200 مليون ريال لإغاثة الشعب الصومالي.", "AID")
    assert names(claim.targets) == {"الشعب الصومالي"}


def test_a_noun_behind_an_indefinite_nationality_is_another_phrase() -> None:
    claim = only("عبرت قوات تركية الحدود باتجاه مدينة الباب برفقة دبابات.", "MOBILIZE")
    assert names(claim.actors) == {"قوات تركية"}
    claim = only("وصلت إلى باماكو طلائع القوة الإفريقية المشتركة المؤلفة من 200 جندي نيجيري.", "MOBILIZE")
    assert names(claim.actors) == {"القوة الإفريقية المشتركة"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("توجه رتل عسكري تركي مؤلف من 50 آلية نحو نقطة المراقبة في مورك.", "رتل عسكري تركي"),
        ("قال المسؤول إن تركيا نقلت مئات المقاتلين السوريين إلى طرابلس.", "تركيا"),
        ("تحركت قطع بحرية صينية باتجاه مضيق تايوان.", "قطع بحرية صينية"),
    ],
)
def test_whose_force_moves(text: str, who: str) -> None:
    assert names(only(text, "MOBILIZE").actors) == {who}


def test_manoeuvres_of_a_day_to_come_are_planned() -> None:
    assert only("تنطلق غدا في قطر مناورات بحرية بمشاركة 20 دولة.", "MOBILIZE").status == "planned"
    assert only("تخطط فرنسا لسحب قواتها من مالي.", "RETREAT").status == "planned"


def test_precautions_heightened_are_an_alert() -> None:
    assert only("عززت إسبانيا إجراءات الأمن حول محطات القطارات.", "MOBILIZE").mode == "alert"


def test_the_content_of_an_agreement_is_no_second_deed() -> None:
    assert types_in("اتفق الطرفان على تبادل 2000 أسير في غضون أسبوعين.") == ["AGREE"]


def test_a_verb_that_opens_a_phrase_is_no_deed_of_its_own() -> None:
    claim = only("أخلى الجيش الجزائري سبيل خمسة جنود موريتانيين.", "RETREAT")
    assert (claim.mode, names(claim.targets)) == ("release", {"جنود موريتانيين"})


def test_arms_handed_over_by_those_who_bore_them() -> None:
    claim = only("سلم مقاتلو المعارضة سلاحهم الثقيل إلى الشرطة العسكرية الروسية في درعا.", "RETREAT")
    assert (claim.mode, names(claim.targets)) == ("disarm", {"الشرطة العسكرية الروسية"})


def test_a_resignation_taken_back_is_none() -> None:
    assert "RETREAT" not in types_in("تراجع رئيس الحكومة اللبنانية سعد الحريري عن استقالته.")


def test_some_of_those_who_leave_one_after_the_other_are_the_whole() -> None:
    claim = only("غادرت الدفعة السابعة من مسلحي جيش الإسلام مدينة دوما باتجاه جرابلس.", "RETREAT")
    assert names(claim.actors) == {"مسلحي جيش الإسلام"}


def test_whoever_was_taken_before_he_is_let_go() -> None:
    claim = only("أطلق حزب العمال الكردستاني سراح ثمانية جنود أتراك كان قد أسرهم قبل عامين.", "COERCE")
    assert (names(claim.actors), names(claim.targets)) == ({"حزب العمال الكردستاني"}, {"جنود أتراك"})


def test_whoever_gets_a_base_that_is_handed_over() -> None:
    claim = only("سلّمت القوات الأميركية قاعدة باغرام إلى القوات الأفغانية.", "RETREAT")
    assert names(claim.targets) == {"القوات الأفغانية"}


def test_a_truce_that_comes_into_force_is_a_truce() -> None:
    assert only("بدأ سريان هدنة مدتها 72 ساعة في السودان منتصف ليل الاثنين.", "RETREAT").mode == "ceasefire"


def test_help_that_did_not_come_is_negated() -> None:
    assert only("لم تصل أي مساعدات إلى المدينة منذ ثلاثة أشهر.", "AID").status == "negated"


def test_help_suspended_is_no_help() -> None:
    assert "AID" not in types_in("علقت واشنطن في يناير 300 مليون دولار من المعونة العسكرية.")


def test_some_of_a_band_that_give_themselves_up() -> None:
    claim = only("استسلمت مجموعة من مسلحي داعش لقوات سوريا الديمقراطية في الباغوز.", "RETREAT")
    assert names(claim.targets) == {"قوات سوريا الديمقراطية"}
    claim = only("سلمت «فارك» آخر أسلحتها إلى بعثة الأمم المتحدة في كولومبيا.", "RETREAT")
    assert (claim.mode, names(claim.targets)) == ("disarm", {"بعثة الأمم المتحدة"})


@pytest.mark.parametrize(
    ("text", "giver", "helped"),
    [
        ("أعلنت السفارة الأميركية تسليم الجيش اللبناني مئة وخمسين مدرعة.", "السفارة الأميركية", "الجيش اللبناني"),
        ("أعلنت إسبانيا تسليم أوكرانيا ست دبابات.", "إسبانيا", "أوكرانيا"),
        ("تسلمت البحرية العراقية زورقي دورية من إيطاليا.", "إيطاليا", "البحرية العراقية"),
    ],
)
def test_arms_handed_to_a_body(text: str, giver: str, helped: str) -> None:
    (claim,) = claims_in(text)
    assert (claim.type, claim.mode) == ("AID", "military")
    assert [one.text for one in claim.actors] == [giver]
    assert [one.text for one in claim.targets] == [helped]


def test_first_lots_that_somebody_gets_are_help() -> None:
    (claim,) = claims_in("تلقت كييف أول دفعة من دبابات ليوبارد.")
    assert (claim.type, [one.text for one in claim.targets]) == ("AID", ["كييف"])


def test_those_beside_whom_somebody_trains_take_part() -> None:
    (claim,) = claims_in("شاركت مقاتلات فرنسية إلى جانب مقاتلات إماراتية في مناورات جوية.")
    assert {one.country for one in claim.actors} == {"FRA", "ARE"}
