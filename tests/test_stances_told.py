"""Blame, refusal and praise that their construction settles: verdicts, votes, denials, participles, nouns of blame."""

from __future__ import annotations

import pytest

from making import claims_in


def _told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    return [
        (one.trigger.text, one.type, [a.text for a in one.actors], [t.text for t in one.targets])
        for one in claims_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("ووصفت القيادة العسكرية المتظاهرين بأنهم مثيرو شغب.", "ووصفت", "القيادة العسكرية"),
        ("وتعتبر تركيا المستوطنات الجديدة غير قانونية.", "وتعتبر", "تركيا"),
        ('اعتبرت المعارضة الحكم الصادر "باطلا" وقالت إنها ستستأنفه.', "اعتبرت", "المعارضة"),
    ],
)
def test_a_verdict_is_blame_however_it_is_put(text: str, trigger: str, who: str) -> None:
    told = _told(text)[0]
    assert told[:3] == (trigger, "ACCUSE", [who])


def test_what_was_condemned_is_not_condemned_again_by_a_verdict_on_it() -> None:
    text = "أدانت الخارجية اليمنية التصريحات الإيرانية، واعتبرت ذلك خرقا سافرا للأعراف."
    assert [one.type for one in claims_in(text)].count("ACCUSE") == 1


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("ونفى رئيس البرلمان ما قاله المعهد.", "REJECT", "ونفى"),
        ("وتنفي الحركة، التي تصنفها واشنطن تنظيما إرهابيا، صلتها بأعمال عنف في البلاد.", "REJECT", "وتنفي"),
        ("واعتقل الحرس الثوري الصحفي رافضا أن تزوره أسرته.", "REJECT", "رافضا"),
        ("وقف الضباط مع زميلهم رافضين أوامر الميليشيا بتسليمه.", "REJECT", "رافضين"),
        ("صوتت 25 دولة لصالح القرار.", "SUPPORT", "لصالح"),
        ("أدان التحالف تهديدات الحوثيين، محملا إيران تبعات ما يجري.", "ACCUSE", "محملا"),
        ("قطعت الدول الأربع علاقاتها مع قطر إثر اتهامها بدعم الإرهاب.", "ACCUSE", "اتهامها"),
        ("وقال الوزير إن السبب الرئيسي لهذه الجرائم هو الاحتلال الإسرائيلي.", "ACCUSE", "السبب الرئيسي"),
        ("وقالت السفيرة إن هذا القرار يقوض مصداقية المنظمة.", "ACCUSE", "يقوض"),
    ],
)
def test_stances_that_need_no_more_than_their_construction(text: str, kind: str, trigger: str) -> None:
    assert (trigger, kind) in [told[:2] for told in _told(text)]


def test_who_levels_blame_and_at_whom() -> None:
    text = "وبينها اتهامات وجهها ترامب إلى رئيس البلدية بالتقليل من الخطر."
    assert _told(text) == [("اتهامات", "ACCUSE", ["ترامب"], ["رئيس البلدية"])]


@pytest.mark.parametrize(
    "text",
    [
        "ودعا الجيش السكان عبر مكبرات صوت إلى البقاء في منازلهم.",
        "حصلت الدولة على صوت واحد ضد القرار.",
    ],
)
def test_a_voice_is_no_vote_against(text: str) -> None:
    assert "REJECT" not in [one.type for one in claims_in(text)]
