"""Courts, sanctions, arrests and seizures in plain newswire sentences: who did it, to whom, and what is no deed."""

from __future__ import annotations

import pytest

from making import claims_in, types_in


def _doers(text: str) -> set[tuple[str, str | None]]:
    return {(one.text, one.country) for claim in claims_in(text)[:1] for one in claim.actors}


def _targets(text: str) -> set[str]:
    return {one.text for claim in claims_in(text)[:1] for one in claim.targets}


@pytest.mark.parametrize(
    ("text", "service", "country"),
    [
        ("أوقف الحرس المدني في قادس ثلاثة مهربين.", "الحرس المدني", "ESP"),
        ("اعتقل الدرك الملكي في ضواحي وجدة أربعة أشخاص.", "الدرك الملكي", "MAR"),
        ("اعتقل جهاز الأمن والمخابرات صحفيين اثنين في أم درمان.", "جهاز الأمن والمخابرات", "SDN"),
        ("صادرت الجمارك السعودية في ميناء ضباء مليون حبة مخدرة.", "الجمارك السعودية", "SAU"),
        ("قضت محكمة جنح أمن الدولة طوارئ بحبس المدون كريم فهمي سنتين.", "محكمة جنح أمن الدولة طوارئ", "EGY"),
    ],
)
def test_services_keep_their_whole_name(text: str, service: str, country: str) -> None:
    assert _doers(text) == {(service, country)}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("أوقف النائب السابق سمير حداد في منزله بطرابلس.", "سمير حداد"),
        ("وقد أوقف المشتبه به في روما.", "المشتبه به"),
        ("اعتقل في أزمير أربعة أكاديميين وقعوا عريضة.", "أكاديميين"),
        ("تم القبض على المتهم الرئيسي في القضية بمدينة سرت.", "المتهم الرئيسي"),
        ("أحيل 30 متهما إلى محكمة الجنايات أمس.", "متهما"),
        ("أمر قاضي التحقيق بحبس المتهمين أربعة أيام.", "المتهمين"),
        ("ألقت الشرطة السويدية القبض على عراقي يشتبه في أنه مهرب.", "عراقي"),
        ("منعت سلطات الاحتلال الفلسطينيين من دخول المسجد الأقصى.", "الفلسطينيين"),
        ("بدأت أمس محاكمة 12 متهما أمام محكمة في نيامي.", "متهما"),
    ],
)
def test_who_is_arrested_or_tried(text: str, target: str) -> None:
    claim = claims_in(text)[0]
    assert [one.text for one in claim.targets] == [target]
    assert target not in {one.text for one in claim.actors}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("السجن عشر سنوات لوزير سابق في موريتانيا", "وزير سابق"),
        ("السجن المؤبد لضابط سابق في ألمانيا", "ضابط سابق"),
        ("ألغت محكمة في بيروت الحكم بسجن الوزير السابق كريم حداد خمس سنوات.", "كريم حداد"),
        ("قررت المحكمة سجن الناشط المصري سامي فهمي ثلاث سنوات.", "سامي فهمي"),
        ("قضت محكمة النقض برفض الطعن المقدم من الوزير السابق سامي فهمي على الحكم.", "سامي فهمي"),
    ],
)
def test_whom_a_sentence_is_for(text: str, target: str) -> None:
    claim = claims_in(text)[0]
    assert (claim.type, claim.mode) == ("SANCTION", "convict")
    assert target in {one.text for one in claim.targets}


def test_a_term_in_jail_is_nobody() -> None:
    claims = claims_in("وحكم على المتهم الثاني بالحبس سنة مع وقف التنفيذ.")
    assert not any("سنة" in one.text for claim in claims for one in (*claim.actors, *claim.targets))


def test_found_guilty_is_no_blame() -> None:
    assert "ACCUSE" not in types_in("حكم القضاء بالسجن على خمسة متشددين بعد إدانتهم بخطف سياح.")


def test_convicts_and_not_those_who_execute_them() -> None:
    found = claims_in("أعدمت السلطات 12 شخصا أدينوا بالتجسس.")
    assert [[one.text for one in claim.actors] for claim in found if claim.mode == "execution"] == [["السلطات"]]
    assert "السلطات" not in {one.text for claim in found for one in claim.targets}


@pytest.mark.parametrize(
    "text",
    [
        "قد تواجه الشركة عقوبات إذا خالفت القانون.",
        "ستفرض بروكسل عقوبات على كراكاس ما لم تفرج عن المعتقلين.",
        "تنص المادة على معاقبة كل من يخالف القانون بالسجن سبع سنوات.",
    ],
)
def test_what_hangs_on_a_condition_or_a_law_is_no_claim(text: str) -> None:
    assert types_in(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("ضبط رجال الدرك في تمنراست خمسة كيلوغرامات من الذهب.", "COERCE", "seize"),
        ("قرر قاضي التحقيق إيداع رئيس الحزب سامي فهمي السجن.", "COERCE", "arrest"),
        ("أعيد ستون مهاجرا من اليونان إلى تركيا.", "COERCE", "deport"),
        ("أحبط خفر السواحل التونسي ثلاث محاولات هجرة غير نظامية.", "COERCE", "restrict"),
        ("طردت السلطات مراسل صحيفة فرنسية من نيامي.", "SANCTION", "expel"),
        ("أعلنت الوزارة إدراج تسعة أفراد وأربعة كيانات على لائحة العقوبات.", "SANCTION", "sanction"),
    ],
)
def test_kinds_of_law_and_force(text: str, kind: str, mode: str) -> None:
    claim = claims_in(text)[0]
    assert (claim.type, claim.mode) == (kind, mode)


def test_a_noun_announced_is_no_verb() -> None:
    claim = claims_in("أعلنت الخارجية التشيكية طرد ثلاثة دبلوماسيين روس.")[0]
    assert [one.country for one in claim.actors] == ["CZE"]
    assert [one.country for one in claim.targets] == ["RUS"]


def test_mali_is_a_state_where_the_grammar_says_so() -> None:
    assert _doers("مالي تطرد السفير الفرنسي") == {("مالي", "MLI")}
    assert _targets("علق الاتحاد الأفريقي عضوية مالي.") == {"مالي"}
    named = {one.country for claim in claims_in("قدمت الوزارة دعما عبر صندوق مالي جديد.") for one in claim.actors}
    assert "MLI" not in named


def test_a_state_is_no_dual() -> None:
    assert claims_in("إيران تحتجز سفينة بريطانية في الخليج")[0].figures == ()


def test_counted_students_ask_for_nothing() -> None:
    claims = claims_in("قال مسؤول إن مسلحين خطفوا 80 طالبا من مدرستهم ليل الخميس.")
    assert [claim.type for claim in claims] == ["COERCE"]
    assert [one.text for one in claims[0].actors] == ["مسلحين"]


def test_a_passive_of_a_relative_has_no_doer_of_another_clause() -> None:
    text = "طالبت منظمة العفو الدولية بالإفراج عن الصحفية ليلى حداد التي اعتقلت في أغسطس 2019."
    arrest = next(claim for claim in claims_in(text, "2020-01-01") if claim.type == "COERCE")
    assert arrest.actors == ()


def test_cyber_is_no_future() -> None:
    claim = claims_in("تعرض الموقع لهجوم سيبراني مساء الثلاثاء.")[0]
    assert claim.date == "2018-10-09"


@pytest.mark.parametrize(
    "text",
    [
        "وافق وزراء الاتحاد الأوروبي على حزمة عقوبات جديدة ضد بيلاروسيا.",
        "أقر مجلس الوزراء الياباني فرض عقوبات على عشر شركات روسية.",
        "اتفق وزراء خارجية المجموعة في برلين على فرض عقوبات على قادة الانقلاب.",
    ],
)
def test_punishment_that_is_passed(text: str) -> None:
    assert types_in(text) == ["SANCTION"]


def test_punishment_eased_is_no_punishment() -> None:
    assert "SANCTION" not in types_in("وافق مجلس الأمن على رفع العقوبات المفروضة على إريتريا.")


def test_punishment_vowed_is_a_threat() -> None:
    assert types_in("وتعهدت الخارجية الإيرانية بفرض عقوبات مماثلة.") == ["THREATEN"]


def test_who_answers_with_a_deed() -> None:
    text = "وردت طهران باستدعاء القائم بالأعمال البريطاني."
    assert _doers(text) == {("طهران", "IRN")}
    assert _targets(text) == {"القائم بالأعمال البريطاني"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("اعتقلت قوات الأمن التونسية، مساء الاثنين، القيادي سمير الغرياني من منزله في سوسة.", None),
        ("اعتقلت الشرطة الألمانية، أمس الثلاثاء، سبعة أشخاص في هامبورغ.", 7),
        ("اختطف مسلحون، ليل الأحد، ثلاثة عمال إغاثة في شمال مالي.", 3),
        ("خطف مسلحون أجنبيين يعملان في شركة تعدين شمالي بوركينا فاسو.", 2),
    ],
)
def test_those_held_are_counted_past_an_aside(text: str, count: int | None) -> None:
    figures = claims_in(text)[0].figures
    assert [(one.low, one.high) for one in figures] == ([] if count is None else [(count, count)])


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("أوقفت قوات الأمن 12 مهربا وصادرت أسلحة.", ["arrest", "seize"]),
        ("ضبط خفر السواحل اليوناني قاربا على متنه 40 مهاجرا قبالة جزيرة ليسبوس.", ["seize"]),
        ("ضبط حرس الحدود أربعة متسللين ومعهم أسلحة.", ["arrest"]),
    ],
)
def test_the_object_tells_what_was_caught(text: str, modes: list[str]) -> None:
    assert [claim.mode for claim in claims_in(text)] == modes


def test_what_is_in_hands_is_no_party() -> None:
    claims = claims_in("اعتقلت الشرطة ثلاثة مهربين وضبطت بحوزتهم 20 كيلوغراما من الحشيش.")
    assert not any("بحوزتهم" in one.text for claim in claims for one in claim.targets)


def test_where_it_came_from_is_no_place() -> None:
    assert claims_in("أعلنت الجمارك ضبط شحنة مخدرات داخل حاوية قادمة من لبنان.")[0].place is None


def test_a_seat_is_no_part_of_a_name() -> None:
    assert _targets("أدرجت وزارة الخزانة الأميركية ثلاث شركات مقرها دبي على قائمة العقوبات.") == {"شركات"}


def test_fighters_of_a_force_with_support_in_its_name_are_captured() -> None:
    assert _targets("وقال المتحدث إن قواته أسرت 30 من عناصر الدعم السريع خلال العملية.") == {"عناصر الدعم السريع"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قضت محكمة جزائرية بسجن الصحافي إحسان القاضي خمس سنوات.", "إحسان القاضي"),
        ("برأت محكمة تونسية أمس الصحفي من تهمة الإساءة إلى الرئيس.", "الصحفي"),
        ("بدأت في إسطنبول محاكمة 12 صحفيا.", "صحفيا"),
        ("خطف المسلحون 30 طالبا من مدرسة.", "طالبا"),
        ("أبعدت الكويت 30 وافدا مصريا.", "وافدا مصريا"),
        ("وجه الادعاء العام الإيطالي تهما بالقتل غير العمد إلى ثلاثة من مهربي البشر.", "مهربي البشر"),
        ("وفي حادث منفصل أفرج المسلحون عن طبيب أسترالي.", "طبيب أسترالي"),
    ],
)
def test_journalists_students_and_others_who_suffer_it(text: str, target: str) -> None:
    claims = claims_in(text)
    assert len(claims) == 1
    assert [one.text for one in claims[0].targets] == [target]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("بدأت في لاهاي محاكمة رئيس كوسوفو السابق هاشم تاجي.", "لاهاي"),
        ("اقتحمت قوات الاحتلال مخيم بلاطة شرق نابلس واعتقلت أربعة شبان.", "مخيم بلاطة"),
    ],
)
def test_where_trials_open_and_raiders_go_on(text: str, place: str) -> None:
    where = claims_in(text)[-1].place
    assert where is not None
    assert where.text == place


def test_a_year_that_names_the_crime_dates_no_verdict() -> None:
    assert claims_in("أدانت محكمة في بروكسل ستة رجال بالضلوع في هجمات 2016.")[0].date is None


def test_a_body_told_in_a_state_is_of_it() -> None:
    threat = claims_in("هددت واشنطن بفرض عقوبات على قادة الجيش في ميانمار.")[0]
    assert [one.country for one in threat.targets] == ["MMR"]


def test_who_was_held_holds_nobody() -> None:
    held = claims_in("أفرج خاطفون عن طبيب أسترالي احتجز سبع سنوات.")[-1]
    assert held.actors == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("أفرجت السلطات التونسية عن ثلاثة صحفيين.", 3),
        ("أطلقت الحركة سراح 15 جنديا.", 15),
        ("أفرجت الحكومة عن 200 سجين.", 200),
    ],
)
def test_the_freed_are_counted_once(text: str, number: int) -> None:
    claims = claims_in(text)
    assert [(one.what, one.low, one.high) for one in claims[0].figures] == [("captured", number, number)]
