"""Status: what somebody gets ready for or decides on for a coming day, what only rumour tells, what was not done;
who is found guilty."""

from __future__ import annotations

import pytest

from making import claims_in


def statuses(text: str, type: str) -> list[str]:
    return [claim.status for claim in claims_in(text, "2019-06-15") if claim.type == type]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("تستعد القوات الأمريكية للانسحاب من العراق.", "RETREAT"),
        ("تستعد النقابات لتنظيم مظاهرة في تونس.", "PROTEST"),
        ("تستعد الكويت لتقديم مساعدات إنسانية للنازحين.", "AID"),
        ("قررت كندا فرض عقوبات على فنزويلا اعتبارا من الشهر المقبل.", "SANCTION"),
        ("أعلنت الأردن إغلاق الحدود يوم الأحد المقبل.", "COERCE"),
        ("وقال المتحدث إن السويد ستستضيف محادثات بين الطرفين.", "CONSULT"),
    ],
)
def test_planned(text: str, type: str) -> None:
    assert statuses(text, type) == ["planned"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("ترددت أنباء لم تتأكد عن انسحاب القوات من بلدة الباب.", "RETREAT"),
        ("وأشارت تقارير غير مؤكدة إلى أن الطائرات قصفت بلدة الباب.", "ASSAULT"),
        ("ويعتقد أن كندا فرضت عقوبات على فنزويلا.", "SANCTION"),
        ("أنباء عن توقيع الحكومة اتفاق سلام مع المتمردين.", "AGREE"),
    ],
)
def test_uncertain(text: str, type: str) -> None:
    assert statuses(text, type) == ["uncertain"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("وقال المتحدث إن الكويت لم تقدم مساعدات إنسانية للنازحين.", "AID"),
        ("وقال المتحدث إن النقابات لم تنظم مظاهرة في تونس.", "PROTEST"),
    ],
)
def test_negated(text: str, type: str) -> None:
    assert statuses(text, type) == ["negated"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("استعدت القوات للهجوم على بلدة الباب. ثم قصفت المدفعية البلدة أمس.", "ASSAULT"),
        ("سيزور الوزير موقع الهجوم الذي وقع أمس في تونس.", "ASSAULT"),
        ("أعلنت كندا أمس فرض عقوبات على فنزويلا.", "SANCTION"),
    ],
)
def test_occurred(text: str, type: str) -> None:
    assert statuses(text, type)[-1] == "occurred"


@pytest.mark.parametrize(
    ("text", "guilty"),
    [
        ("أدينت امرأة بتهمة التجسس.", "امرأة"),
        ("أدين مسؤول سابق بتهمة الفساد.", "مسؤول سابق"),
    ],
)
def test_who_is_found_guilty_did_not_judge(text: str, guilty: str) -> None:
    claim = claims_in(text)[0]
    assert (claim.type, claim.mode, claim.actors) == ("SANCTION", "convict", ())
    assert [one.text for one in claim.targets] == [guilty]
