"""Blame told by a construction: who levels it at whom, and what only looks like it."""

from __future__ import annotations

import pytest

from making import claims_in


def _told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(one.type, [a.text for a in one.actors], [t.text for t in one.targets]) for one in claims_in(text)]


@pytest.mark.parametrize(
    ("text", "blamer", "blamed"),
    [
        ("وقال العميد يحيى سريع إن السعودية تتحمل كامل المسؤولية عن تدهور الأوضاع.", ["يحيى سريع"], ["السعودية"]),
        ("رأى وزير الخارجية الصيني أن واشنطن تتحمل وزر المأساة.", ["وزير الخارجية الصيني"], ["واشنطن"]),
        ("ألقى الرئيس الأفغاني باللائمة على باكستان في انهيار المحادثات.", ["الرئيس الأفغاني"], ["باكستان"]),
        ("رفع محامون مغاربة شكاية ضد وزير الصحة أمام القضاء.", ["محامون مغاربة"], ["وزير الصحة"]),
        ("تواجه الحكومة العراقية اتهامات بالتقاعس عن حماية الصحفيين.", [], ["الحكومة العراقية"]),
        ("اتهامات بالفساد تلاحق وزير الطاقة الجزائري السابق.", [], ["وزير الطاقة الجزائري السابق"]),
        ("واتُّهم الجيش الإثيوبي مرارا بارتكاب انتهاكات في تيغراي.", [], ["الجيش الإثيوبي"]),
        ("وجه السيناتور ليندسي غراهام انتقادات حادة لإدارة بايدن.", ["ليندسي غراهام"], ["إدارة بايدن"]),
    ],
)
def test_whoever_blames_and_whoever_is_blamed(text: str, blamer: list[str], blamed: list[str]) -> None:
    assert _told(text) == [("ACCUSE", blamer, blamed)]


def test_two_sides_blame_each_other() -> None:
    ((kind, sides, _),) = _told("تبادلت برلين وباريس الاتهامات بشأن تعثر مشروع المقاتلة.")
    assert (kind, set(sides)) == ("ACCUSE", {"برلين", "باريس"})


def test_a_participle_goes_on_with_blame_of_another() -> None:
    text = "اتهم رئيس الائتلاف النظام السوري بعرقلة المفاوضات، محملا موسكو مسؤولية التصعيد في إدلب."
    assert [(kind, whom) for kind, _, whom in _told(text)] == [("ACCUSE", ["النظام السوري"]), ("ACCUSE", ["موسكو"])]


def test_what_is_hindered_is_no_event() -> None:
    told = _told("اتهم المبعوث الأممي قادة الميليشيات بإفشال الهدنة وعرقلة الحوار.")
    assert [kind for kind, _, _ in told] == ["ACCUSE"]


def test_the_deed_is_of_whoever_the_charge_is_levelled_at() -> None:
    (arms,) = claims_in("وجهت الحكومة السودانية اتهامات إلى دولة الإمارات بتزويد قوات الدعم السريع بالسلاح.")
    assert (arms.type, arms.stance) == ("AID", "accuses")
    assert [one.text for one in arms.actors] == ["دولة الإمارات"]


def test_the_administration_of_a_known_person_is_of_his_state() -> None:
    (told,) = claims_in("وجه السيناتور ليندسي غراهام انتقادات حادة لإدارة بايدن.")
    assert told.targets[0].country == "USA"


@pytest.mark.parametrize(
    "text",
    [
        "ولم تتهم الشرطة أي جهة بالوقوف وراء الحادث.",
        "لم يصدر عن الجامعة العربية أي إدانة للعملية.",
        "استبعد وزير الداخلية التونسي فرضية العمل الإرهابي في حريق القطار.",
    ],
)
def test_blame_that_nobody_utters_is_no_claim(text: str) -> None:
    assert not _told(text)


def test_only_a_court_finds_guilty() -> None:
    assert _told("أدانت منظمة العفو الدولية سجن الصحفي عمر الراضي ست سنوات.")[0][0] == "ACCUSE"
    assert _told("أدانت المحكمة الجنائية في بغداد مدير الدائرة بتهمة الرشوة.")[0][0] == "SANCTION"


def test_a_bad_word_is_for_whoever_s_decision_it_is_said_of() -> None:
    told = _told('قال عزت الرشق إن تصريحات نتنياهو "محاولة مفضوحة للهروب من الفشل".')
    assert told == [("ACCUSE", ["عزت الرشق"], ["نتنياهو"])]
    assert not _told("قال الأمين العام للأمم المتحدة إن الوضع في غزة كارثي.")


def test_opponents_of_a_government_are_no_opposition_to_a_plan() -> None:
    assert _told("انتقدت المعارضة التركية الحكومة بشدة.") == [("ACCUSE", ["المعارضة التركية"], ["الحكومة"])]


def test_backing_by_arms_is_the_deed_of_the_accused() -> None:
    (arms,) = claims_in("اتهمت الخرطوم أبوظبي بدعم قوات الدعم السريع بالمال والعتاد.")
    assert (arms.type, arms.mode, arms.stance) == ("AID", "military", "accuses")
    assert [one.text for one in arms.actors] == ["أبوظبي"]
    assert [one.text for one in arms.targets] == ["قوات الدعم السريع"]


def test_whoever_condemns_a_deed_lays_it_on_its_doer() -> None:
    told = claims_in("استنكرت نقابة الصحفيين قيام مسلحين حوثيين باختطاف الصحفي خالد النبهاني في صنعاء.")
    assert [(one.type, one.stance) for one in told] == [("ACCUSE", "reports"), ("COERCE", "accuses")]


def test_blame_that_goes_both_ways_in_a_noun() -> None:
    ((kind, sides, _),) = _told("اتهامات متبادلة بين الدنمارك وروسيا بشأن انفجار خط الغاز.")[:1]
    assert (kind, set(sides)) == ("ACCUSE", {"الدنمارك", "روسيا"})


def test_what_is_condemned_is_not_condemned_again_by_what_it_is_called() -> None:
    text = "استنكر شيخ الأزهر أحمد الطيب تصريحات الرئيس الفرنسي عن الإسلام، واصفا إياها بالعنصرية."
    assert _told(text) == [("ACCUSE", ["أحمد الطيب"], ["الرئيس الفرنسي"])]


def test_whoever_tells_of_blame_that_is_stirred_does_not_level_it() -> None:
    told = _told("وذكر التقرير أن القرار أثار إدانات دولية واسعة.")
    assert all("التقرير" not in who for _, who, _ in told)


def test_gas_that_is_a_weapon_in_a_figure_of_speech_alone() -> None:
    (told,) = claims_in(
        "قالت رئيسة المفوضية الأوروبية أورسولا فون دير لاين إن روسيا تستخدم الغاز سلاحا لابتزاز أوروبا."
    )
    assert told.type == "ACCUSE"
    assert told.targets[0].country == "RUS"


def test_what_somebody_calls_people_in_passing_is_no_blame() -> None:
    text = 'وذكر مصدر أمني في لحج أن عناصر مسلحة، وصفها بأنها "تخريبية"، نصبت كمينا لدورية.'
    assert [kind for kind, _, _ in _told(text)] == ["ASSAULT"]


def test_a_bad_word_of_somebody_else_is_no_verdict() -> None:
    assert not _told("ووصفت الوكالة المعتقلين الثلاثة بأنهم قيادات داخل التنظيم المتطرف.")


def test_whom_the_deed_condemned_was_done_to_is_not_blamed() -> None:
    told = _told("وأدان الزعيم اللبناني وليد جنبلاط القصف على المدن السعودية.")
    assert not any("السعودية" in name for kind, _, whom in told if kind == "ACCUSE" for name in whom)
