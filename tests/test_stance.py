"""Who claims, accuses or denies: the doer that an accuser names, alliances, confessions, requests never made."""

from __future__ import annotations

import pytest

from making import claims_in as claims


def stances(text: str) -> list[str]:
    return [claim.stance for claim in claims(text) if claim.isnad]


def test_who_accuses_names_the_doer_himself() -> None:
    article = "شنت القوات الأمريكية ضربات على بلدة القائم العراقية. {}"
    told = article.format("وقال مسؤول أمني عراقي إن الضربات استهدفت مخزنا في القائم.")
    named = article.format("وقال مسؤول أمني عراقي إن القوات الأمريكية قصفت مخزنا في القائم.")
    assert stances(told) == ["reports"]
    assert stances(named) == ["accuses"]


def test_a_charge_colours_deeds_alone() -> None:
    found = claims("وخلال زيارة إلى جاكرتا، اتهم الرئيس التركي قوى خارجية بنشر الشائعات.")
    assert [claim.stance for claim in found if claim.type == "CONSULT"] == ["reports"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("أعلن التحالف العربي اعتراض الدفاع الجوي السعودي صاروخين فوق جازان.", "claims"),
        ("أكدت السعودية أن التحالف العربي شن غارة على معسكر للحوثيين في صعدة اليمنية.", "claims"),
        ("وأعلنت المملكة اعتراض صاروخ قبل بلوغ الرياض.", "claims"),
        ("وقال وزير الخارجية الألماني إن المقاومة الشعبية استعادت مدينة عدن اليمنية.", "reports"),
        ("وقالت مصادر في المقاومة الشعبية أمس إن الحوثيين والموالين لصالح هاجموا مواقع الجيش في مأرب.", "reports"),
        ("وقال المتحدث باسم حركة الشباب: نحن الذين نفذنا الهجوم على القاعدة.", "claims"),
        ("واعترف المتهمان بالهجوم على السفارة أمام القاضي.", "claims"),
        ("وأقر التنظيم بمقتل قائده في غارة أمريكية.", "reports"),
    ],
)
def test_sides_are_told_by_alliance_and_confession(text: str, stance: str) -> None:
    assert set(stances(text)) == {stance}


def test_what_somebody_says_he_never_asked_for_is_denied() -> None:
    found = claims("قال الوزير إنه لم يطالب فرنسا بالانسحاب من الاتفاق.")
    assert [claim.status for claim in found if claim.type == "REQUEST"] == ["negated"]


@pytest.mark.parametrize(
    "text",
    [
        "تبادل الجانبان التراشق بالأسلحة الثقيلة قرب الحدود.",
        "وتبادلت المقاومة والجيش مع الحوثيين إطلاق النيران بالمدفعية والدبابات في جبهة صرواح.",
    ],
)
def test_fire_that_two_sides_exchange_is_a_fight(text: str) -> None:
    assert [claim.mode for claim in claims(text)] == ["clash"]


def test_talks_over_the_telephone_are_a_call() -> None:
    found = claims("وجاء البيان إثر محادثات عبر الهاتف بين الرئيس الفرنسي والرئيس الروسي.")
    assert [claim.mode for claim in found if claim.type == "CONSULT"] == ["call"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("قالت مصادر عسكرية إن الجيش اليمني استعاد مواقع جنوب مأرب.", "claims"),
        ("قال مصدر عسكري إن الجيش اليمني استعاد مواقع جنوب مأرب.", "claims"),
        ("أكد متحدث باسم الجيش الإسرائيلي إصابة ثلاثة إسرائيليين بجروح.", "reports"),
        ("أعلن الجيش الباكستاني مقتل أربعة مدنيين باكستانيين.", "reports"),
        ("أعلن الجيش السوري مقتل عشرة مسلحين سوريين في درعا.", "claims"),
    ],
)
def test_several_sources_and_ones_own_people(text: str, stance: str) -> None:
    assert stances(text) == [stance]


def test_a_force_does_not_hurt_its_own_people() -> None:
    (claim,) = claims("أكد متحدث باسم الجيش الإسرائيلي إصابة ثلاثة إسرائيليين بجروح.")
    assert claim.actors == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وأفاد مصدر في الجيش السوري بأن وحداته قصفت تجمعات للمسلحين في ريف اللاذقية.", "claims"),
        ("وقال مصدر عسكري إن المتمردين سيطروا على معسكر اللواء 35 مدرع في تعز.", "reports"),
        ("قال وزير النقل اليمني إن مطار عدن أعيد فتحه أمام الرحلات الإنسانية.", "claims"),
        ("أفرج عن ثلاثين سجينا سياسيا، حسبما أعلن وزير العدل.", "claims"),
        ("أعلن وزير الدفاع الفرنسي تنفيذ غارات على مواقع لداعش في الرقة.", "claims"),
        ("قالت متحدثة باسم الشرطة إن المهاجمين احتجزوا للاشتباه في ارتكابهم أعمالا إرهابية.", "claims"),
        ("وقال ضابط في الجيش إن المسلحين استولوا على ثكنة في كيدال.", "reports"),
        ("واعترف الموقوفون بأنهم زرعوا العبوة الناسفة في مأدبا.", "claims"),
        ("أعلن الجيش الإسرائيلي أن الهجوم قرب بيت إيل أسفر عن إصابة ثلاثة من جنوده.", "reports"),
        ("قالت منظمة العفو الدولية إن القوات النيجيرية قتلت أكثر من 150 متظاهرا في أنامبرا.", "accuses"),
    ],
)
def test_deeds_of_the_tellers_side_and_what_it_suffered(text: str, stance: str) -> None:
    assert set(stances(text)) == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "قال الجيش الإسرائيلي إن مسلحين فلسطينيين أطلقوا النار على قوة عند حاجز قلنديا.",
        "وقال المتحدث باسم حكومة الوفاق إن طائرات تابعة لحفتر قصفت الكلية العسكرية في طرابلس.",
        "وقال وزير الخارجية السعودي إن الصواريخ أطلقتها عناصر إيرانية من اليمن باتجاه المملكة.",
    ],
)
def test_fighters_of_another_state_and_rivals_within_one_are_accused(text: str) -> None:
    assert set(stances(text)) == {"accuses"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("أعلن ترامب أنه أمر بشن ضربات دقيقة على مواقع الجيش في سوريا.", "claims"),
        ("وقال الكرملين إن الهجوم الذي شنته واشنطن وحلفاؤها على سوريا عدوان.", "accuses"),
        ("قال الناطق باسم الحكومة الأردنية إن قوات حرس الحدود دمرت سيارة على الحدود مع سوريا.", "claims"),
        ("وقال قائد عمليات الأنبار إن قواته فجرت نفقا لتنظيم داعش في صحراء الرطبة.", "claims"),
        ("قال عضو مجلس محافظة كركوك إن الجيش قصف قرية جنوب المدينة.", "reports"),
        ("اختطف تنظيم الدولة عشرة من أهالي القبة، وفق مسؤول محلي.", "reports"),
    ],
)
def test_orders_forces_without_a_name_and_members_of_councils(text: str, stance: str) -> None:
    assert set(stances(text)) == {stance}


def test_a_group_that_tells_of_its_bomber_claims_what_he_did() -> None:
    text = "وقالت حركة الشباب إن الانتحاري الذي فجر شاحنته عند فندق الجزيرة في مقديشو استهدف دبلوماسيين."
    assert "claims" in stances(text)
