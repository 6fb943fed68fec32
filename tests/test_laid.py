"""Deeds that the clause behind them lays on somebody: who did it, who says so, and no second claim."""

from __future__ import annotations

from functools import partial

import pytest

from making import claims_in

claims = partial(claims_in, published="2023-06-07")


@pytest.mark.parametrize(
    ("text", "doer", "teller"),
    [
        ("أصيب أربعة عمال في تفجير اتهمت البلدية المتمردين بتنفيذه قرب الميناء.", "المتمردين", "البلدية"),
        ("قتل شرطيان في هجوم ألقت وزارة الداخلية باللوم فيه على مسلحين مجهولين.", "مسلحين مجهولين", "وزارة الداخلية"),
        ("وقتل حارس في قصف حملت السلطات مسؤوليته لجماعة أنصار الله.", "جماعة أنصار الله", "السلطات"),
    ],
)
def test_a_deed_is_done_by_whom_the_clause_behind_it_lays_it_on(text: str, doer: str, teller: str) -> None:
    found = claims(text)
    assert {claim.type for claim in found} == {"ASSAULT"}
    told = [claim for claim in found if claim.actors]
    assert [[party.text for party in claim.actors] for claim in told] == [[doer]]
    assert [(claim.stance, [link.text for link in claim.isnad]) for claim in told] == [("accuses", [teller])]
    assert all(teller not in {party.text for party in claim.targets} for claim in found)


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("وأفاد ضابط برتبة نقيب في شرطة المرور بأن عبوة ناسفة انفجرت صباح اليوم.", [], []),
        ("أعلن الجيش اللبناني أن صاروخين استهدفا ثكنة مرجعيون.", [], ["ثكنة مرجعيون"]),
        ("قال الوزير عادل الصافي إن بلاده قلقة. وسيزور القاهرة غدا.", ["عادل الصافي"], []),
    ],
)
def test_who_tells_of_it_is_no_party_and_what_is_visited_does_not_visit(
    text: str, actors: list[str], targets: list[str]
) -> None:
    (claim,) = claims(text)
    assert [party.text for party in claim.actors] == actors
    assert [party.text for party in claim.targets] == targets
