"""Bulletins of armies, ministries and agencies, value by value: what stands by a deed and is none of its own."""

from __future__ import annotations

import pytest

from making import claims_in


@pytest.mark.parametrize("dash", ["ـ", "ــ", "-", "–"])
def test_a_dateline_ends_at_any_dash(dash: str) -> None:
    claim = claims_in(f"بيروت {dash} أغارت مسيّرة إسرائيلية على دراجة نارية في بلدة عيتا الشعب.")[0]
    assert [one.text for one in claim.actors] == ["مسيّرة إسرائيلية"]
    assert [one.text for one in claim.targets] == ["دراجة نارية"]


@pytest.mark.parametrize("verb", ["أغارت مسيرة على", "هاجمت مسيرة", "استهدفت مسيرة", "قصفت مسيرة"])
def test_what_attacks_and_is_called_like_a_march_is_a_drone(verb: str) -> None:
    assert [claim.mode for claim in claims_in(f"{verb} سيارة مدنية عند مدخل بلدة كفرا.")] == ["drone"]


@pytest.mark.parametrize(
    ("means", "mode"),
    [
        ("بضربات جوية", "airstrike"),
        ("بقصف مدفعي", "shelling"),
        ("بغارة جوية", "airstrike"),
        ("بقصف صاروخي", "missile"),
    ],
)
def test_what_strikes_destroyed(means: str, mode: str) -> None:
    claims = claims_in(f"أعلن الجيش العراقي تدمير خمسة أوكار لداعش في جبال حمرين {means}.")
    assert [claim.mode for claim in claims] == [mode]


@pytest.mark.parametrize("found", ["ضبط أحزمة ناسفة وصواريخ", "العثور على أحزمة ناسفة"])
def test_weapons_that_are_seized_killed_nobody(found: str) -> None:
    text = f"أسفرت العملية عن مقتل أربعة إرهابيين و{found}."
    assert [claim.mode for claim in claims_in(text) if claim.type == "ASSAULT"] == ["other"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("في محيط موقع المطلة", "محيط موقع المطلة"),
        ("في محيط مستوطنة المنارة", "محيط مستوطنة المنارة"),
        ("في محيط مسجد الاستقامة شرق رفح", "محيط مسجد الاستقامة"),
        ("في خراج بلدة شبعا", "خراج بلدة شبعا"),
        ("عند مفترق بلدة عيتا الشعب في قضاء بنت جبيل", "مفترق بلدة عيتا الشعب"),
        ("في محيط السفارة الأميركية في بغداد", "بغداد"),
    ],
)
def test_the_surroundings_of_a_spot_are_a_place(where: str, place: str) -> None:
    claim = claims_in(f"هاجم مقاتلون تجمعا للجنود {where}.")[0]
    assert claim.place is not None
    assert claim.place.text == place


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("استنكرت الجامعة العربية القصف وطالبت مجلس الأمن بالتدخل.", "REQUEST", "الجامعة العربية", "مجلس الأمن"),
        (
            "رحبت الحركة بالبيان وناشدت الأمين العام للأمم المتحدة التدخل.",
            "REQUEST",
            "الحركة",
            "الأمين العام للأمم المتحدة",
        ),
        ("نعت كتائب القسام الشهيد وتوعدت الاحتلال بدفع الثمن.", "THREATEN", "كتائب القسام", "الاحتلال"),
        ("هاجم مسلحون قافلة تقل عمالا وقتلوا أربعة منهم وخطفوا اثنين.", "COERCE", "مسلحون", "عمالا"),
    ],
)
def test_a_verb_goes_on_with_the_subject_that_agrees_with_it(text: str, kind: str, actor: str, target: str) -> None:
    claim = next(one for one in claims_in(text) if one.type == kind)
    assert [one.text for one in claim.actors] == [actor]
    assert [one.text for one in claim.targets] == [target]


@pytest.mark.parametrize("rest", ["ودعت مجلس الأمن إلى عقد جلسة", "وحثت الرئيس على الرد", "وطالبت الجيش بالرد"])
def test_whoever_speaks_or_is_called_upon_was_not_attacked(rest: str) -> None:
    claims = claims_in(f"دانت الخارجية المصرية الهجوم على المخيم، {rest}.")
    assert [[one.text for one in claim.targets] for claim in claims if claim.type == "ASSAULT"] == [["المخيم"]]


def test_quarrels_that_happen_are_not_signed() -> None:
    assert not claims_in("ووقعت مشادات بين الطرفين أمام المقر.")


@pytest.mark.parametrize(
    "text",
    [
        "نادرا ما تؤكد إسرائيل تنفيذ ضربات في سوريا.",
        "قلما تستهدف الطائرات هذه المنطقة.",
    ],
)
def test_what_is_seldom_done_is_no_event(text: str) -> None:
    assert not claims_in(text)


def test_those_who_were_hurt_in_a_raid_and_the_raid() -> None:
    claims = claims_in("أصابت قوات الاحتلال أربعة شبان في بلدة بيتا.")
    assert [(one.what, one.low) for claim in claims for one in claim.figures] == [("wounded", 4)]


@pytest.mark.parametrize("verb", ["ادعت", "زعمت", "أعلنت"])
def test_what_somebody_purports_is_told(verb: str) -> None:
    claims = claims_in(f"{verb} الميليشيات استهداف سفينة في البحر الأحمر.")
    assert [[one.text for one in claim.targets] for claim in claims] == [["سفينة"]]


def test_a_capital_summons_an_ambassador() -> None:
    claim = claims_in("وصفت لندن الحكم بأنه مخز واستدعت السفير الروسي.")[-1]
    assert [one.text for one in claim.actors] == ["لندن"]
    assert [one.text for one in claim.targets] == ["السفير الروسي"]


def test_air_defences_by_any_name_beat_off_an_attack() -> None:
    claim = claims_in("تصدت وسائط دفاعنا الجوي لعدوان إسرائيلي بالصواريخ على محيط دمشق.")[0]
    assert [one.text for one in claim.actors] == ["وسائط دفاعنا الجوي"]


def test_what_a_force_does_not_do_is_denied() -> None:
    claim = claims_in("تقول الحكومة اليمنية إن قواتها لا تهاجم ميناء الحديدة.")[0]
    assert (claim.status, claim.stance) == ("negated", "denies")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ويعتبر هذا الهجوم الأكثر دموية منذ مارس 2016.", "ACCUSE"),
        ("من شأن التوصل إلى هدنة طويلة الأمد تخفيف الحصار.", "RETREAT"),
        ("وقالت إن المصابين يتلقون العلاج في مستشفى عسكري روسي.", "AID"),
        ("قالت الوزارة إن مستشارين عسكريين اثنين قتلا في هجوم على موقعهم.", "AID"),
    ],
)
def test_what_is_only_described_is_no_deed(text: str, kind: str) -> None:
    assert kind not in {claim.type for claim in claims_in(text)}


def test_plunder_is_a_seizure() -> None:
    claim = claims_in("نهب مسلحون ستة شاحنات محملة بالقمح في دارفور.")[0]
    assert (claim.type, claim.mode) == ("COERCE", "seize")


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("طالب نواب معارضون الحكومة بالاستقالة.", "نواب معارضون", "الحكومة"),
        ("ودعت دول أوروبية إيران إلى ضبط النفس.", "دول أوروبية", "إيران"),
        ("كذلك حذرت منظمات دولية من إجبار اللاجئين على العودة.", "منظمات دولية", "اللاجئين"),
        ("في وقت حث مسؤولون لبنانيون اللاجئين السوريين على العودة.", "مسؤولون لبنانيون", "اللاجئين السوريين"),
    ],
)
def test_a_plural_without_the_article_calls_and_owns_nothing_behind_it(text: str, actor: str, target: str) -> None:
    claim = next(one for one in claims_in(text) if one.type == "REQUEST")
    assert [one.text for one in claim.actors] == [actor]
    assert [one.text for one in claim.targets] == [target]


def test_an_army_announces_its_own_deeds() -> None:
    claim = claims_in("أعلنت القوات المسلحة المصرية القضاء على ستة مسلحين إرهابيين في شمال سيناء.")[0]
    assert (claim.stance, [one.country for one in claim.actors]) == ("claims", ["EGY"])


def test_the_anger_of_a_society_is_no_meeting() -> None:
    assert not [one for one in claims_in("ويتصاعد الغضب المجتمعي ضد الحوثيين.") if one.type == "CONSULT"]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("المرافق التي قامت بتدميرها الميليشيات الحوثية في عدن.", "الميليشيات الحوثية", "المرافق"),
        ("الصحفي الذي قامت باعتقاله قوات الأمن في تعز.", "قوات الأمن", "الصحفي"),
    ],
)
def test_the_subject_of_a_verb_of_doing_stands_behind_the_deed(text: str, actor: str, target: str) -> None:
    claim = claims_in(text)[0]
    assert [one.text for one in claim.actors] == [actor]
    assert [one.text for one in claim.targets] == [target]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أوضح فهد كفاين وزير الثروة السمكية أن الميليشيات قصفت مطار عدن.", "فهد كفاين"),
        ("وقال اللواء الركن محمد على المقدشي إن القوات حررت المدينة.", "محمد على المقدشي"),
    ],
)
def test_names_with_a_part_that_looks_like_another_word(text: str, name: str) -> None:
    assert [one.text for one in claims_in(text)[0].isnad] == [name]


def test_a_holiday_that_people_return_from_is_no_date() -> None:
    text = "وفجر انتحاري نفسه وسط مجموعة من الطلاب العائدين من عطلة نهاية الأسبوع."
    assert claims_in(text, "2015-08-09")[0].date is None


def test_a_town_exposed_to_an_attack_is_where_it_was() -> None:
    claim = claims_in("تعرضت مدينة سراقب لقصف مدفعي بعد يوم من اجتماع في موسكو.")[0]
    assert claim.place is not None
    assert claim.place.text == "مدينة سراقب"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أعلنت السلطات اعتقال 14 إيرانيا دخلوا البلاد عبر جوازات سفر مزورة.", ["COERCE"]),
        ("هدد السفير بأن أي صواريخ تطلق على دمشق سيتم إسقاطها.", ["THREATEN"]),
        ("وتجرد المجرمون من كل القيم الدينية والأخلاقية.", []),
    ],
)
def test_passports_whatever_may_come_and_lost_values(text: str, kind: list[str]) -> None:
    assert [claim.type for claim in claims_in(text)] == kind


def test_whose_the_sites_are_that_planes_hit_is_told() -> None:
    text = 'أفاد المراسل بحصول قصف من طائرات أميركية على مخازن تابعة لميليشيا "كتائب حزب الله" في القائم.'
    assert [one.text for one in claims_in(text)[0].targets] == ['ميليشيا "كتائب حزب الله"']
