"""Help: what is given, brought or stepped up is one claim; what is only needed, awaited or hindered is none."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in, types_in


def helps(text: str) -> list[Claim]:
    return [claim for claim in claims_in(text) if claim.type == "AID"]


@pytest.mark.parametrize(
    ("text", "mode", "giver", "helped"),
    [
        ("أرسلت الجزائر طائرتي شحن تحملان مواد إغاثية إلى ليبيا.", "humanitarian", "الجزائر", "ليبيا"),
        (
            "سيّرت هيئة الإغاثة الإنسانية قافلة من ثلاثين شاحنة محملة بالدقيق والأغطية إلى ريف حماة.",
            "humanitarian",
            "هيئة الإغاثة الإنسانية",
            None,
        ),
        ("ونفذ سلاح الجو الأردني إنزالا جويا للمساعدات فوق القطاع.", "humanitarian", "سلاح الجو الأردني", None),
        ("كثفت دول خليجية مساعداتها للصومال.", None, "دول خليجية", None),
        ("وسعت قطر جسرها الجوي الإغاثي إلى بورتسودان.", "humanitarian", "قطر", None),
        ("الصين تمنح كينيا قرضا لبناء محطة كهرباء", "economic", "الصين", "كينيا"),
        ("خصصت النرويج 30 مليون يورو لمساعدة النازحين في سوريا.", "economic", "النرويج", "النازحين"),
        ("تقدم واشنطن سنويا نصف مليار دولار من المساعدات العسكرية للأردن.", "military", "واشنطن", "أردن"),
        (
            "قال مصدر في الفصائل إن شحنات من صواريخ كونكورس وصلت إلى مقاتلي لواء النصر عبر الحدود.",
            "military",
            None,
            "مقاتلي لواء النصر",
        ),
        ("عالجت مستشفيات تونس أكثر من 200 جريح ليبي خلال الشهر.", "humanitarian", "مستشفيات تونس", None),
    ],
)
def test_a_gift_is_one_claim_with_giver_and_recipient(
    text: str, mode: str | None, giver: str | None, helped: str | None
) -> None:
    found = helps(text)
    assert len(found) == 1
    claim = found[0]
    assert mode is None or claim.mode == mode
    assert giver is None or [one.text for one in claim.actors] == [giver]
    assert helped is None or helped in {one.text for one in claim.targets}
    assert giver is not None or not claim.actors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وسترسل هيئة الصحة فريقا طبيا إلى الصومال الشهر المقبل.", "planned"),
        ("تعتزم كوريا تقديم قرض ميسر بقيمة 90 مليون دولار لكينيا.", "planned"),
        ("ولم تصل أي قافلة إغاثة إلى حي الشعار منذ شهر.", "negated"),
        ("منظمة الصحة: استئناف توزيع اللقاحات في دارفور", "occurred"),
    ],
)
def test_help_ahead_and_help_that_did_not_come(text: str, status: str) -> None:
    assert [claim.status for claim in helps(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "يحتاج أكثر من عشرة ملايين سوداني إلى مساعدات إنسانية عاجلة.",
        "ويعتمد نصف السكان على المساعدات الإنسانية.",
        "وينتظر أهالي البلدة وصول المساعدات منذ عشرة أيام.",
        "وقال إن توزيع المساعدات يواجه عقبات كثيرة.",
        "وأضاف أن وصول المساعدات مرهون بفتح الطريق.",
        "وتبذل الهيئات جهودا لإيصال المساعدات إلى القرى.",
        "كما توقفت عمليات توزيع المساعدات بعد تجدد المعارك.",
        "وتتيح الهدنة إدخال مساعدات إنسانية.",
        "قتل سائق قافلة إغاثة في كمين قرب النهر.",
        "نقلت سيارات الإسعاف المصابين إلى مستشفيات العاصمة لتلقي العلاج.",
        "وذكر أن سيارات الإسعاف وفرق الإطفاء وصلت إلى المكان بسرعة.",
    ],
)
def test_help_that_nobody_gives_is_no_claim(text: str) -> None:
    assert not helps(text)


def test_help_dropped_from_the_air_is_no_raid() -> None:
    assert types_in("ونفذت طائرات فرنسية إنزالا جويا لمساعدات طبية فوق الجبل.") == ["AID"]


def test_dawn_before_a_day_blows_nothing_up() -> None:
    found = claims_in("وصلت إلى مطار معيتيقة فجر الأحد طائرة تركية تحمل أدوية.")
    assert [(claim.type, claim.mode) for claim in found] == [("AID", "humanitarian")]


def test_a_hospital_that_takes_in_the_wounded_helps_and_a_gift_is_told_once() -> None:
    (claim,) = helps("واستقبل مستشفى الرمثا أمس عشرين جريحا من درعا.")
    assert claim.mode == "humanitarian"
    assert len(helps("أنزلت سفينة شحن روسية ألف طن من القمح في مرفأ طرطوس هبة للشعب السوري.")) == 1
