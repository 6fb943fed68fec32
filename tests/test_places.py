"""Places: what of a sentence can be one, how it is written and resolved, and which of several belongs to an act."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.claims.occasions import far
from khabar.model import Article, Claim


def reader(text: str) -> ClaimReader:
    reading, _ = pipeline.read(Article(id="places", text=text, published="2024-01-25"))
    return ClaimReader(reading)


def spots(text: str) -> list[tuple[str, str | None]]:
    found = reader(text).places.spots
    return [(found.where(one).text, found.where(one).country) for row in found.rows for one in row]


def claim(text: str, kind: str) -> Claim:
    claims = pipeline.extract(Article(id="places", text=text, published="2024-01-25")).claims
    if kind == "LAST":
        return claims[-1]
    if kind == "TOLL":
        return next(one for one in claims if any(figure.low > 1000 for figure in one.figures))
    return next(one for one in claims if one.type == kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('انفجرت عبوة في بلدة "سدرة الوادي" أمس.', ['بلدة "سدرة الوادي"']),
        ("دارت معارك في منطقة بيت حمدون أمس.", ["منطقة بيت حمدون"]),
        ("سقط جرحى في مناطق متفرقة من محافظة حلب.", ["محافظة حلب"]),
        ("نقل المصابون إلى مستشفى النور في مدينة إدلب.", ["مستشفى النور"]),
        ("انتشر الجنود في الأطراف الشمالية لمدينة تعز.", ["الأطراف الشمالية لمدينة تعز"]),
        ("نجا محافظ قندهار من الموت.", ["قندهار"]),
        ("ظهر قيادي في هيئة تحرير الشام أمام الكاميرات.", []),
        ("وقف الرعاة على طول الحدود أمس.", ["الحدود"]),
        ("قتل عنصر من القاعدة أمس.", []),
        ("وصل الجنود إلى قاعدة عين الأسد. وقتل قيادي بارز في القاعدة.", ["قاعدة عين الأسد"]),
        ("هاجم شبان الحارس بالأسلحة البيضاء.", []),
        ("بيعت المؤن في السوق السوداء.", []),
        ("سار الوفد على طريق التسوية.", []),
        ("نزح السكان إلى قرى جديدة.", ["قرى جديدة"]),
        ("دارت معارك في حيي السكري والوردي.", ["حيي السكري"]),
        ("بحث الوزيران دعم القطاع الخاص ودور بلادهما على الساحة الدولية.", []),
        ("ناقش الوزراء إحياء الاتفاق أمس.", []),
        ("حذرت الجمعية من خطر المنفذ على المارة.", []),
        ("وصل الوفد عن طريق البحرين أمس.", []),
        ("أصيب عمال في محطة وقود في مدينة إدلب.", ["مدينة إدلب"]),
        ("استقبل الأمير الضيف في قصر اليمامة.", ["قصر اليمامة"]),
        ("عثر الرعاة على الأسلحة في بادية محافظة السويداء.", ["بادية محافظة السويداء"]),
        ("أدين المدعو سعد بن فهد الأحمدي أمس.", []),
        ("أغلق الجنود الطريق الموصل إلى الجسر.", ["الطريق الموصل"]),
        ("كما حدث خلال عملية درع الفرات.", []),
        ("زار الوزير محافظة إب. وقتل حارس في إب.", ["محافظة إب", "إب"]),
        ("دارت معارك في مدينة البوكمال. وسقطت قذائف في وسط المدينة.", ["مدينة البوكمال", "مدينة البوكمال"]),
    ],
)
def test_what_can_be_a_place(text: str, expected: list[str]) -> None:
    assert [name for name, _ in spots(text)] == expected


def test_the_lands_of_a_state_are_a_place_in_it() -> None:
    assert spots("توغل المسلحون داخل الأراضي التركية.") == [("الأراضي التركية", "TUR")]


def test_a_site_lies_where_it_stands_not_where_it_comes_from() -> None:
    found = spots("وصل الوفد إلى بغداد. وتجمع محتجون أمام السفارة الفرنسية.")
    assert ("السفارة الفرنسية", "IRQ") in found


def test_a_border_between_two_lies_where_it_is_counted() -> None:
    assert spots("تجمع محتجون قرب الحدود بين إسرائيل وقطاع غزة.")[0][1] == "PSE"
    assert spots("وقتل جندي عند الحدود بين العراق وسوريا.")[0][1] == "IRQ"


def test_a_small_namesake_of_a_capital_is_unknown() -> None:
    assert spots("قال مسؤول في غزة وآخر في رام الله إن المحادثات تجري في الدوحة.")[-1] == ("الدوحة", "QAT")


def test_the_strip_is_no_other_region() -> None:
    found = spots("قتل طفل في منطقة المواصي غربي خان يونس. واشتد القصف على القطاع.")
    assert found[-1] == ("القطاع", "PSE")


def test_a_nationality_decides_between_namesakes() -> None:
    found = spots("عقد الاجتماع في العاصمة الأردنية عمان. وتحدث وزراء من مسقط ومن سلطنة عمان ومن عمان.")
    assert found[0][1] == "JOR"


def test_a_common_word_is_no_name_behind_a_capital() -> None:
    assert ("العاصمة السودانية", "SDN") in spots("اندلعت مواجهات في العاصمة السودانية أمس.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ الوزير زيارة رسمية إلى السعودية لبحث الأوضاع في اليمن.", "السعودية"),
        ("زار الوزير بغداد بعد جولة في الخليج.", "بغداد"),
        ("أجرى الرئيس اتصالا هاتفيا بنظيره التركي لبحث التطورات في سوريا.", None),
        ("بحث الوزيران الأوضاع في ليبيا.", None),
    ],
)
def test_the_place_of_talks_is_not_what_they_are_about(text: str, expected: str | None) -> None:
    place = claim(text, "CONSULT").place
    assert (place and place.text) == expected


def test_talks_without_a_place_are_where_the_visit_is() -> None:
    text = "زار وزير الخارجية التركي بغداد أمس. والتقى وزير الخارجية التركي رئيس البرلمان."
    claims = pipeline.extract(Article(id="visit", text=text, published="2024-01-25")).claims
    assert [one.place and one.place.text for one in claims if one.mode == "meet"] == ["بغداد"]


def test_places_far_from_each_other() -> None:
    found = reader("وصل الوفد إلى بغداد ثم إلى البصرة ثم إلى قرية الزهور.").places.spots
    baghdad, basra, unknown = [found.where(one) for one in found.rows[0]]
    assert far(baghdad, basra)
    assert not far(baghdad, baghdad)
    assert not far(baghdad, unknown)


def test_an_arrest_is_not_where_the_attack_before_was() -> None:
    text = "انفجرت سيارة في مدينة كركوك أمس وقتل ثلاثة. وقالت الشرطة إنها اعتقلت مشتبها به."
    assert claim(text, "ASSAULT").place is not None
    assert claim(text, "COERCE").place is None


def test_a_bare_head_takes_up_the_last_place_of_its_kind() -> None:
    found = spots("اندلعت مواجهات في مدينة الحديدة. وانتشر القناصة في أطراف المدينة.")
    assert found[-1] == ("مدينة الحديدة", "YEM")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شهدت بلدة سرمين اشتباكات عنيفة بين الجيش ومسلحين.", "بلدة سرمين"),
        ("أطلق المسلحون صواريخ من بلدة عرسال على مدينة حمص.", "مدينة حمص"),
        ("قال مصدر أمني في بغداد إن مسلحين قتلوا ثلاثة جنود في هجوم قرب مدينة الرمادي.", "مدينة الرمادي"),
        ("استهدفت غارات جوية موكبا لقيادي في هيئة تحرير الشام غرب حلب.", "غرب حلب"),
        ("اعترض الدفاع الجوي السعودي صاروخا أطلق من داخل اليمن باتجاه نجران.", "نجران"),
    ],
)
def test_the_place_of_an_act(text: str, expected: str) -> None:
    place = claim(text, "ASSAULT").place
    assert place is not None
    assert place.text == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("دخل مراقبون مدينة دوما صباحا. وأصيب سبعة عمال في قصف دوما بحسب مسعفين.", "ASSAULT", "دوما"),
        ("سمع دوي انفجار في أطراف العاصمة السورية دمشق.", "ASSAULT", "دمشق"),
        ("نظم الطلاب في صفاقس مظاهرات مناهضة لإسرائيل.", "PROTEST", "صفاقس"),
        ("مر القطار ببلدة القرداحة التي سيطر عليها مسلحون في ريف اللاذقية.", "COERCE", "بلدة القرداحة"),
        ("شنت الطائرات غارات على مواقع في شمال العراق، خاصة في منطقة سنجار.", "ASSAULT", "منطقة سنجار"),
        ("انتشر مئات الجنود من دول الخليج حول عدن.", "MOBILIZE", "عدن"),
        ("قتل موظفان في انفجار أمام وزارة الزراعة العراقية.", "ASSAULT", "وزارة الزراعة العراقية"),
        ("أصيب أربعة جنود في كمين في الشمال.", "ASSAULT", "الشمال"),
        ("أطلق مسلحون صاروخا من ريف صعدة باتجاه أراضي المملكة.", "ASSAULT", "أراضي المملكة"),
        ("فككت الشرطة في تبريز خلية على صلة بإسرائيل.", "COERCE", "تبريز"),
        ("قتل سبعة في محافظة صعدة خلال مواجهات مع قوات الشرعية في اليمن.", "ASSAULT", "محافظة صعدة"),
        ("وصلت تعزيزات عسكرية إلى الدريهمي استعدادا لاقتحام مدينة الحديدة.", "MOBILIZE", "الدريهمي"),
        (
            "يواجه اليمن مجاعة. وقصفت الطائرات محافظة صعدة أمس. وقتل نحو 12 ألف شخص في الحرب بين الحكومة والحوثيين.",
            "TOLL",
            "اليمن",
        ),
        ("توجه الوزير إلى طهران الاثنين في أول زيارة لمسؤول غربي إلى إيران.", "CONSULT", "طهران"),
        ("شن متمردو الحركة هجوما على العاصمة السودانية، الخرطوم.", "ASSAULT", "الخرطوم"),
        ("قصفت الطائرات العاصمة اليمنية صنعاء.", "ASSAULT", "صنعاء"),
        ("وقع انفجار في كركوك أمس. وفي وسط بغداد، فجر انتحاري نفسه.", "LAST", "وسط بغداد"),
        ("تحدثت تقارير عن سيطرة مقاتلي الحركة في دارفور على بلدة كورنوي.", "COERCE", "بلدة كورنوي"),
        ("وقع انفجار في خان بني سعد شمال بغداد.", "ASSAULT", "خان بني سعد"),
        ("قتل 70 جنديا في أفغانستان منذ عام 2001. وانفجرت عبوة في قندهار.", "ASSAULT", "أفغانستان"),
    ],
)
def test_which_of_several_places_it_is(text: str, kind: str, expected: str) -> None:
    place = claim(text, kind).place
    assert place is not None
    assert place.text == expected


def test_words_are_said_at_no_place() -> None:
    assert claim("طالب الوزير في مسقط بوقف القتال.", "REQUEST").place is None


def test_a_dateline_is_no_place() -> None:
    text = "دبي، الإمارات العربية المتحدة (CNN)-- قال ضابط إن صيادا قتل برصاص مجهولين في قارب قديم."
    found = pipeline.extract(Article(id="places", text=text)).claims
    assert [one.place for one in found] == [None]


def test_a_village_with_namesakes_lies_in_a_state_that_is_spoken_of() -> None:
    text = "سيطرت القوات اليمنية على قرية الدرب. وعاد السكان إلى صنعاء."
    assert dict(spots(text))["قرية الدرب"] == "YEM"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جدد وزراء الداخلية العرب في الرباط الثلاثاء رفضهم إغلاق المعابر.", "الرباط"),
        ("وانتقد الرئيس كمال الرفاعي من جاكرتا الدول التي تسلح الجماعة.", "جاكرتا"),
        ("وخلال لقائه نظيره الروسي في سوتشي، انتقد الوزير صمت المجلس.", "سوتشي"),
        ("دان وزير الخارجية الهجوم الذي استهدف مسجدا في مدينة أبها الثلاثاء.", None),
        ("دان وزير الخارجية القصف على مخازن الحبوب في بيروت الثلاثاء.", None),
    ],
)
def test_where_a_speaker_is_said_to_be(text: str, expected: str | None) -> None:
    words = pipeline.extract(Article(id="said", text=text, published="2024-01-25")).claims
    place = next(one.place for one in words if one.type in {"REJECT", "ACCUSE"})
    assert (place.text if place is not None else None) == expected


def test_what_is_said_on_one_occasion_is_said_at_one_place() -> None:
    text = (
        "قال وزير الخارجية سالم الحداد في مؤتمر صحافي عقده مع نظيره الألماني فرانك هوفمان في برلين الثلاثاء "
        "إنه يجب وقف القتال.\n"
        "وانتقد الحداد صمت المجلس.\n"
        "من جانبه أشاد هوفمان بجهود الوسطاء."
    )
    assert claim(text, "ACCUSE").place is not None
    found = pipeline.extract(Article(id="venue", text=text, published="2024-01-25")).claims
    assert {one.place.text if one.place else None for one in found} == {"برلين"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قال إن مسلحين هاجموا نقطة تفتيش في العظيم.", "العظيم"),
        ("قتلت القوات أكثر من 150 متظاهرا في أنامبرا.", "أنامبرا"),
        ("قصف حوثي على سوق شعبي بالضباب.", "الضباب"),
        ("ألقى الطيران قنابل عنقودية على دوما.", "دوما"),
        ("سيطر تنظيم الدولة على تدمر.", "تدمر"),
    ],
)
def test_names_that_only_their_preposition_tells(text: str, place: str) -> None:
    found = claim(text, "LAST").place
    assert found is not None
    assert found.text == place


@pytest.mark.parametrize("text", ["أعلنت الحركة في بيان قتل ثلاثة جنود.", "قتلوا ثلاثة جنود في السر والعلن."])
def test_words_behind_a_preposition_that_are_no_places(text: str) -> None:
    assert claim(text, "LAST").place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "وقال التحالف إن قواته ضربت أهدافا لداعش في المنطقة الحدودية الشرقية لسوريا.",
            "المنطقة الحدودية الشرقية لسوريا",
        ),
        ("اندلع القتال في بلدة أجدابيا. وهاجمت طائرة حربية مواقع للمسلحين جنوبي البلدة.", "بلدة أجدابيا"),
        ("نقل الجيش تعزيزات من حماة إلى جبهة جنوب دمشق.", "جنوب دمشق"),
        ("سيطرت القوات على بلدة القيارة جنوب الموصل بعد انسحاب التنظيم منها نحو الشرقاط.", "بلدة القيارة"),
        ("شن التنظيم هجوما من مواقعه في البادية على حاجز للنظام عند مدخل تدمر الشرقي.", "مدخل تدمر الشرقي"),
        ("قتل شرطيان صباح أمس في منطقة أضنة، في هجوم وسط عمليات عسكرية في سورية والعراق.", "منطقة أضنة"),
    ],
)
def test_where_an_act_is_not_where_it_comes_from(text: str, place: str) -> None:
    found = claim(text, "LAST").place
    assert found is not None
    assert found.text == place


def test_a_base_that_somebody_is_let_use_is_no_scene() -> None:
    text = "بدأت تركيا عمليات عسكرية ضد التنظيم بعدما وافقت على السماح للولايات المتحدة باستخدام قاعدة انجرليك."
    assert claim(text, "ASSAULT").place is None


def test_talks_held_later_or_over_the_telephone_are_elsewhere() -> None:
    text = "وصل الوزير إلى رام الله والتقى الرئيس عباس. كما يلتقي في وقت لاحق قادة إسرائيليين."
    assert claim(text, "LAST").place is None
    assert claim("زار الوزير أنقرة. وقال مسؤول إن الوزير تحدث مع نظيره الأميركي.", "LAST").place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("في بيروت، أحرق محتجون الإطارات وقطعوا الطريق المؤدية إلى المطار.", "بيروت"),
        ("قتلت القوات تسعة جنود، بحسب إسلام أباد، في كمين في كشمير.", "كشمير"),
        ("احتجزت البحرية الإيرانية ناقلتين في الخليج.", "الخليج"),
    ],
)
def test_neither_where_a_road_leads_nor_who_tells_it(text: str, place: str) -> None:
    found = claim(text, "LAST").place
    assert found is not None
    assert found.text == place


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("ذبحوا عشرين قرويا في بلدة تشاكاماري شمال الكاميرون.", "بلدة تشاكاماري", "CMR"),
        ("قتل شخص بانفجار لغم في وادي حوران غربي الأنبار.", "وادي حوران", "IRQ"),
        ("قصف حزب الله اللبناني مستوطنة كريات شمونة بصواريخ.", "مستوطنة كريات شمونة", "ISR"),
        ("تظاهر الآلاف في شوارع العاصمة الأردنية أمس.", "شوارع العاصمة الأردنية", "JOR"),
        ("قالت السلطات المحلية في خيرسون إن القصف على المدينة أدى إلى مقتل مدني.", "خيرسون", "UKR"),
    ],
)
def test_names_that_nobody_knows_and_what_their_state_is(text: str, place: str, country: str) -> None:
    found = claim(text, "LAST").place
    assert found is not None
    assert (found.text, found.country) == (place, country)


def test_what_is_opened_elsewhere_is_no_scene_of_a_protest() -> None:
    text = "ومن المنتظر أن تتسع الاحتجاجات، الاثنين، مع افتتاح السفارة الأميركية في القدس."
    assert claim(text, "PROTEST").place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انفجرت عبوة على الطريق الرابط بين تكريت وسامراء.", "الطريق الرابط بين تكريت وسامراء"),
        ("فجر انتحاري سيارته في مدينة درنة. وتبنى فرع التنظيم في برقة الهجوم.", "مدينة درنة"),
        ("قصفت المقاتلات ردا على ذلك عشرات المواقع الإيرانية في دمشق.", "دمشق"),
    ],
)
def test_roads_claimants_and_answers(text: str, place: str) -> None:
    found = claim(text, "LAST").place
    assert found is not None
    assert found.text == place
