"""Doers and victims that a sentence leaves out and the article names elsewhere."""

from __future__ import annotations

from khabar.model import Article, Claim
from khabar.pipeline import extract


def read(*sentences: str) -> list[Claim]:
    return list(extract(Article(id="test", text="\n".join(sentences), published="2018-04-11")).claims)


def doers(claims: list[Claim], trigger: str) -> list[str]:
    claim = next(claim for claim in claims if trigger in claim.trigger.text)
    return [party.text for party in claim.actors]


def test_an_attack_named_again_has_the_same_doer() -> None:
    found = read("شنت طائرات حربية روسية غارات على بلدة سراقب صباح أمس.", "وقال سكان إن القصف دمر مدرسة ومخبزا.")
    assert doers(found, "القصف") == ["طائرات حربية روسية"]


def test_who_flies_is_told_later() -> None:
    found = read("استهدفت غارات جوية مواقع المسلحين في سرت.", "وأعلن الجيش الليبي أنه شن غارات جوية على سرت.")
    assert doers(found, "استهدفت") == ["الجيش الليبي"]


def test_nobody_set_a_bomb_that_nobody_claimed() -> None:
    found = read("اعتقلت الشرطة الباكستانية ثلاثة أشخاص.", "وقتل أربعة في انفجار قنبلة في كراتشي.")
    assert doers(found, "انفجار") == []


def test_an_armed_group_flies_no_aircraft() -> None:
    found = read("قصف مسلحو طالبان قاعدة في قندوز.", "وقتل تسعة مدنيين في غارة جوية على قرية مجاورة.")
    assert doers(found, "غارة") == []


def test_who_answers_an_attack_did_not_make_it() -> None:
    found = read("قصف الجيش الإسرائيلي مواقع في غزة ردا على إطلاق صواريخ من القطاع.")
    assert "الجيش الإسرائيلي" in doers(found, "قصف")
    assert "الجيش الإسرائيلي" not in doers(found, "إطلاق")


def test_a_meeting_told_again_has_the_same_parties() -> None:
    found = read(
        "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في عمان.",
        "وعقد الاجتماع في قصر الضيافة وبحث الوزيران الأوضاع في سوريا.",
    )
    assert len(doers(found, "الاجتماع")) == 2


def test_whoever_spoke_last_goes_on_speaking() -> None:
    found = read(
        "دعت منظمة الصحة العالمية إلى هدنة في تعز.",
        "وقالت المنظمة إن المستشفيات تعاني.",
        "وطالبت بحماية الأطباء.",
    )
    assert [party.text for party in found[-1].actors] == ["منظمة الصحة العالمية"]


def hit(claims: list[Claim], trigger: str) -> list[str]:
    claim = next(claim for claim in claims if trigger in claim.trigger.text)
    return [party.text for party in claim.targets]


def test_a_deed_told_before_is_laid_at_its_doers_door() -> None:
    found = read("قصفت قوات الحكومة مستشفى في حلب يوم الأحد.", "ونددت منظمة أطباء بلا حدود بهذه الجريمة.")
    assert hit(found, "نددت") == ["قوات الحكومة"]


def test_who_is_freed_is_who_was_arrested() -> None:
    found = read("اعتقلت الشرطة التونسية الصحفي سامي بن صالح يوم الاثنين.", "ثم أفرج عنه بعد ساعات.")
    assert hit(found, "أفرج") == ["سامي بن صالح"]


def test_a_part_of_the_dead_is_not_the_victims() -> None:
    found = read("قال مصدر إن خمسة مدنيين بينهم طفل قتلوا إثر انفجار عبوة ناسفة في عدن.")
    assert hit(found, "انفجار") == ["مدنيين"]


def test_bodies_without_a_name_are_called_upon() -> None:
    found = read("ناشد مدير المستشفى المؤسسات الإنسانية بإرسال الوقود.")
    assert hit(found, "ناشد") == ["المؤسسات الإنسانية"]


def test_a_paper_condemns_whom_its_verb_names() -> None:
    found = read("أصدر البرلمان بيانا يدين حركة حماس لإطلاقها صواريخ على إسرائيل.")
    assert hit(found, "يدين") == ["حركة حماس"]
