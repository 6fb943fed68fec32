"""Dates of claims: which times of a sentence are an event's own, and dates that grammar settles."""

from __future__ import annotations

import pytest

from khabar import pipeline
from khabar.claims import ClaimReader
from khabar.claims.candidates import Candidate
from khabar.claims.dates import Dated
from khabar.model import Article

NOBODY: frozenset[str] = frozenset()


def reader(text: str, published: str = "2024-01-25") -> ClaimReader:
    reading, _ = pipeline.read(Article(id="dates", text=text, published=published))
    return ClaimReader(reading)


def event(found: ClaimReader, word: str) -> Candidate:
    return next(group[0] for group in found.groups if found.r.forms[group[0].first].endswith(word))


OWN = [
    ("قصفت الطائرات الأربعاء مقر القيادة.", "قصفت", ["2024-01-24"]),
    ("قال المتحدث الأربعاء إن الطائرات قصفت مقر القيادة.", "قصفت", []),
    ("قال المتحدث إن الطائرات قصفت الأربعاء مقر القيادة.", "قصفت", ["2024-01-24"]),
    ("قصفت الطائرات مقر القيادة، بحسب ما أفاد المتحدث الأربعاء.", "قصفت", []),
    ("سيطر المسلحون على البلدة، حسبما أفادت مصادر محلية مساء الثلاثاء.", "سيطر", []),
    ("هاجم المسلحون الجسر، وفق ما أوردته الصحيفة الثلاثاء.", "هاجم", []),
    ("قصفت الطائرات الميناء، وفقا لبيان نشره الجيش، الثلاثاء.", "قصفت", []),
    ("أعلنت الشرطة الثلاثاء مقتل حارس في انفجار.", "مقتل", []),
    ("أعلنت الحكومة الثلاثاء قطع العلاقات الدبلوماسية مع جارتها.", "قطع", ["2024-01-23"]),
    ("دخل الوفد المدينة الاثنين بعد معارك عنيفة في الضواحي.", "معارك", []),
    ("زار الوزير الاثنين البلدة التي سيطر عليها المسلحون.", "سيطر", []),
    ("وقعت أعنف غارة على الميناء منذ 2014.", "غارة", []),
    ("ندد الوزير بالهجوم الذي وقع الاثنين في الميناء.", "ندد", []),
]


@pytest.mark.parametrize(("text", "word", "dates"), OWN, ids=[text for text, _, _ in OWN])
def test_a_time_is_an_option_where_it_can_be_the_events(text: str, word: str, dates: list[str]) -> None:
    found = reader(text)
    assert [option.value for option in found.dates.options(event(found, word), [], NOBODY)] == dates


def test_the_day_of_a_statement_stays_where_the_text_gives_it_to_the_event() -> None:
    found = reader("قال المتحدث الأربعاء إن الجيش هاجم الجسر. وقصفت الطائرات الجسر ظهر الأربعاء.")
    assert [option.value for option in found.dates.options(event(found, "هاجم"), [], NOBODY)] == ["2024-01-24"]


@pytest.mark.parametrize(
    ("text", "word", "carried"),
    [
        ("قصفت الطائرات الجسر الأربعاء. وطالت الضربة مخزنا.", "الضربة", True),
        ("قصفت الطائرات الجسر الأربعاء. وكثف الجيش غاراته في الآونة الأخيرة.", "غاراته", False),
        ("قصفت الطائرات الجسر الأربعاء. وكان الميناء تعرض لغارات مماثلة.", "لغارات", False),
        ("قصفت الطائرات الجسر الأربعاء. ونزح السكان بسبب القصف الذي يشنه الجيش.", "القصف", False),
        ("قصفت الطائرات الجسر الأربعاء. ونزح السكان بسبب القصف الذي شنه الجيش.", "القصف", True),
    ],
)
def test_an_event_at_no_fixed_time_takes_no_date_from_before(text: str, word: str, carried: bool) -> None:
    found = reader(text)
    earlier = [Dated(event(found, "قصفت"), "2024-01-24", NOBODY, NOBODY)]
    assert bool(found.dates.options(event(found, word), earlier, NOBODY)) is carried


@pytest.mark.parametrize(("date", "carried"), [("2024-01-24", True), ("2023", False), ("2023-12-01/..", False)])
def test_long_spans_are_not_carried_far(date: str, carried: bool) -> None:
    found = reader("قصفت الطائرات الجسر. ثم مر يوم هادئ على السكان. وطالت الضربة مخزنا.")
    earlier = [Dated(event(found, "قصفت"), date, NOBODY, NOBODY)]
    assert bool(found.dates.options(event(found, "الضربة"), earlier, NOBODY)) is carried


def test_an_event_a_day_after_another_is_counted_from_it() -> None:
    found = reader("وقع الانفجار الأربعاء بعد يوم من هجوم على السوق.")
    earlier = [Dated(event(found, "الانفجار"), "2024-01-24", NOBODY, NOBODY)]
    assert found.dates.settled(event(found, "هجوم"), earlier, NOBODY) == ("2024-01-23", "date.counted")


def test_an_event_the_day_before_another_is_counted_from_that_in_the_same_sentence() -> None:
    found = reader("غداة هجوم على السوق، يجتمع المجلس الأربعاء.")
    assert found.dates.settled(event(found, "هجوم"), [], NOBODY) == ("2024-01-23", "date.counted")


def test_what_its_doer_announced_happened_that_day() -> None:
    found = reader("أعلن الجيش السوري الأربعاء إسقاط طائرة مسيرة.")
    shot = event(found, "اسقاط")
    assert found.dates.settled(shot, [], frozenset({"الجيش السوري"})) == ("2024-01-24", "date.announced")
    said = reader("قال الجيش السوري الأربعاء إن المتمردين أسقطوا طائرة مسيرة.")
    assert said.dates.settled(event(said, "اسقطوا"), [], frozenset({"المتمردون"})) is None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("أعلنت وزارة الصحة الأربعاء مقتل أربعة مدنيين.", "مقتل", "2024-01-24"),
        ("والأربعاء، أعلنت وزارة الصحة مقتل أربعة مدنيين.", "مقتل", "2024-01-24"),
        ("وأعلنت السلطات المحلية، الأربعاء، عن إغلاق المعبر.", "اغلاق", "2024-01-24"),
        ("وصفت وزارة الصحة الأربعاء الهجوم بأنه خطير.", "الهجوم", None),
        ("أعلنت وزارة الصحة الأربعاء أن أربعة مدنيين قتلوا.", "قتلوا", None),
    ],
)
def test_news_told_as_the_object_of_the_verb_is_of_its_day(text: str, word: str, day: str | None) -> None:
    found = reader(text)
    settled = found.dates.settled(event(found, word), [], NOBODY)
    assert settled == ((day, "date.announced") if day else None)


@pytest.mark.parametrize(
    ("text", "word", "dates"),
    [
        ("غادر مقاتلون بلدة كانوا يسيطرون عليها قرب العاصمة، الأحد، بموجب تسوية.", "غادر", ["2024-01-21"]),
        ("دعا الوزير إلى رفع حصار يفرضه مسلحون يسيطرون على البلدة، الأحد، بموجب تسوية.", "دعا", []),
    ],
)
def test_a_day_between_commas_is_that_of_the_first_deed(text: str, word: str, dates: list[str]) -> None:
    found = reader(text)
    assert [option.value for option in found.dates.options(event(found, word), [], NOBODY)] == dates


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قتل ثلاثة جنود في هجوم الثلاثاء. في السياق، تواصل القصف على البلدة.", "القصف"),
        ("قتل ثلاثة جنود في هجوم الثلاثاء. وفي الجنوب تدور اشتباكات عنيفة.", "اشتباكات"),
    ],
)
def test_what_goes_on_is_not_of_the_day_of_an_attack_told_before(text: str, word: str) -> None:
    found = reader(text)
    earlier = [Dated(event(found, "هجوم"), "2024-01-23", NOBODY, NOBODY)]
    assert found.dates.settled(event(found, word), earlier, NOBODY) is None
    assert found.dates.options(event(found, word), earlier, NOBODY) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("بدأت الاحتجاجات منذ 3 يناير 2024. وقتل عشرة منذ بدء الاحتجاجات.", ["2024-01-03/.."]),
        ("ندد الوزير بالقتال. وقتل عشرة في غزة منذ بداية الحرب.", ["2023-10-07/.."]),
        ("ندد الوزير بالقتال. وقتل عشرة منذ بداية الحرب.", []),
    ],
)
def test_since_a_war_began(text: str, days: list[str]) -> None:
    found = reader(text)
    assert [option.value for option in found.dates.options(event(found, "قتل"), [], NOBODY)] == days


def test_what_a_speaker_goes_on_to_say_is_of_the_day_of_his_statement() -> None:
    found = reader("قال وزير الصحة الأربعاء إن المستشفى توقف عن العمل. وطالب بوقف القصف فورا.")
    assert found.dates.settled(event(found, "طالب"), [], NOBODY) == ("2024-01-24", "date.statement")


def test_the_same_actor_speaks_on_one_day() -> None:
    found = reader("نددت الوزارة بالقصف. ودعت الوزارة إلى وقف القتال.")
    actors = frozenset({"الوزارة"})
    earlier = [Dated(event(found, "نددت"), "2024-01-24", actors, actors)]
    assert found.dates.settled(event(found, "دعت"), earlier, actors) == ("2024-01-24", "date.spoken")


def test_a_body_speaks_in_its_resolution_on_one_day() -> None:
    found = reader("نددت الوزارة بالقصف. ودعت رسالة الوزارة إلى وقف القتال.")
    earlier = [Dated(event(found, "نددت"), "2024-01-24", NOBODY, frozenset({"الوزارة"}))]
    assert found.dates.settled(event(found, "دعت"), earlier, frozenset({"رسالة الوزارة"})) == (
        "2024-01-24",
        "date.spoken",
    )
    assert found.dates.settled(event(found, "دعت"), earlier, frozenset({"مجلس النواب"})) is None


ANOTHERS = [
    ("طالب الحزب بمحاكمة منفذي الهجوم الذي استهدف الأحد مسجدا.", "طالب", []),
    ("هدد الوزير بالرد على قصف استهدف الأحد معبر المدينة.", "هدد", []),
    ("طالب الحزب في بيان أصدره الأحد بوقف القصف.", "طالب", ["2024-01-21"]),
    ("أدانت المنظمة الاثنين قصف المستشفى.", "قصف", []),
    ("قصفت الطائرات الجسر قبل زيارة مقررة للوزير السبت.", "قصفت", []),
    ("قتل جنديان خلال مواجهات اندلعت الاثنين.", "قتل", ["2024-01-22"]),
    ("قتل الحارس في هجوم نقله موقع 26 سبتمبر.", "هجوم", []),
    ("شن الطيران غارات هي الأعنف بعد حرب 2014.", "غارات", []),
    ("التقى الوزير نظيره الذي يرأس الوفد خلال زيارة إلى باريس الاثنين.", "التقى", ["2024-01-22"]),
]


@pytest.mark.parametrize(("text", "word", "dates"), ANOTHERS, ids=[text for text, _, _ in ANOTHERS])
def test_a_time_of_another_event_is_no_option(text: str, word: str, dates: list[str]) -> None:
    found = reader(text)
    assert [option.value for option in found.dates.options(event(found, word), [], NOBODY)] == dates


LATER = [
    ("قتل حارس في انفجار هز السوق.\nووقع الانفجار صباح الثلاثاء قرب المدخل.", "ASSAULT", "2024-01-23"),
    ("دعا الوزير إلى وقف القتال.\nوجاء ذلك في كلمة ألقاها الثلاثاء أمام البرلمان.", "REQUEST", "2024-01-23"),
]


@pytest.mark.parametrize(("text", "kind", "day"), LATER, ids=[kind for _, kind, _ in LATER])
def test_a_day_told_later_holds_for_what_was_told_before(text: str, kind: str, day: str) -> None:
    claims = pipeline.extract(Article(id="later", text=text, published="2024-01-25")).claims
    assert {claim.date for claim in claims if claim.type == kind} == {day}


def test_the_day_of_an_attack_is_not_that_of_the_answer_to_it() -> None:
    text = (
        "قصفت الطائرات الفرنسية معسكرا للتنظيم في مالي.\n"
        "وقال الوزير إن القصف جاء ردا على الهجوم الذي استهدف الاثنين سوقا في غاو."
    )
    claims = pipeline.extract(Article(id="answer", text=text, published="2024-01-25")).claims
    assert [claim.date for claim in claims if "الطائرات" in claim.quote] == [None]


def day(text: str, word: str) -> str | None:
    return next(one.date for one in reader(text).claims() if one.trigger.text.endswith(word))


def test_arrests_protests_and_withdrawals_have_no_day_of_other_events() -> None:
    attack = "قصفت الطائرات الجسر الأربعاء. "
    assert day(attack + "واعتقل الجيش ثلاثة رعاة في القرية.", "اعتقل") is None
    assert day(attack + "وتظاهر مئات السكان أمام البلدية.", "تظاهر") is None


def test_the_object_of_the_verb_behind_a_time_and_what_goes_on_are_of_its_day() -> None:
    found = reader("وفي 26 مارس 2015 شن التحالف الذي تقوده الرياض غارات على المخازن.")
    assert [option.value for option in found.dates.options(event(found, "غارات"), [], NOBODY)] == ["2015-03-26"]
    text = "وكان المسلحون قد قصفوا الثلاثاء مخازن البلدة، كما هاجموا الثكنة القديمة."
    assert day(text, "هاجموا") == "2024-01-23"


def test_what_a_month_brought_about_was_before_it() -> None:
    text = "تدخل الجيش في مارس 2015 بعدما سيطر المسلحون على المدينة."
    assert day(text, "سيطر") is None


def test_words_are_not_of_the_day_of_a_deed() -> None:
    found = reader("هاجم المسلحون الجسر الأربعاء. وانتقد الوزير صمت المجلس. وقصفت الطائرات الميناء.")
    attack, words, raid = (event(found, one) for one in ("هاجم", "انتقد", "قصفت"))
    assert found.dates.weighed(words, [Dated(attack, "2024-01-24", NOBODY, NOBODY)], NOBODY) is None
    assert found.dates.weighed(raid, [Dated(words, "2024-01-24", NOBODY, NOBODY)], NOBODY) is None


def test_what_something_came_after_is_not_of_its_day() -> None:
    text = "قصفت الطائرات الجسر الأربعاء. وفر السكان إلى الوادي بعدما قصفت الطائرات السوق."
    found = reader(text)
    raids = [group[0] for group in found.groups if found.r.forms[group[0].first].endswith("قصفت")]
    assert found.dates.settled(raids[1], [Dated(raids[0], "2024-01-24", NOBODY, NOBODY)], NOBODY) is None
    assert found.dates.weighed(raids[1], [Dated(raids[0], "2024-01-24", NOBODY, NOBODY)], NOBODY) is None


MEETING_THE_PRESS = (
    "قال وزير الخارجية سالم الحداد في مؤتمر صحافي عقده الثلاثاء مع نظيره الألماني فرانك هوفمان إن المحادثات تتقدم. "
    "من جانبه دعا هوفمان إلى ضبط النفس."
)


def test_who_meets_the_press_together_speaks_on_one_day() -> None:
    assert day(MEETING_THE_PRESS, "دعا") == "2024-01-23"


def test_what_is_told_first_was_said_on_the_day_told_next() -> None:
    text = (
        "ندد الرئيس كمال الرفاعي بالحصار المفروض على الميناء.\n"
        "وقال الرفاعي في مقابلة بثت الثلاثاء إن السفن ستعود قريبا."
    )
    assert day(text, "ندد") == "2024-01-23"


def test_a_mere_year_beside_words_is_not_when_they_were_said() -> None:
    text = (
        "قال الرئيس كمال الرفاعي الثلاثاء إن بلاده تحترم التزاماتها.\n"
        "وقال الرفاعي: أدعو الجميع إلى الهدوء، موضحا أنه يلتزم باتفاق 2015 حول الحدود."
    )
    assert day(text, "أدعو") == "2024-01-23"


def test_the_time_of_a_relative_clause_is_not_that_of_words_behind_it() -> None:
    text = "قال العقيد إن الضربة التي استهدفت الثلاثاء مخازن الوقود لن تمر، متوعدا برد قاس."
    assert day(text, "متوعدا") is None


def test_the_night_between_two_days_is_carried_as_a_day() -> None:
    text = "شن الجيش ليل الأربعاء الخميس غارة على مواقع الجماعة. وذكر المتحدث أن الجيش ضرب مخازن للأسلحة."
    assert day(text, "ضرب") == "2024-01-24/2024-01-25"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("هاجم المسلحون الجسر في 3 يناير. وبعد يومين قصفت الطائرات الميناء.", "قصفت", "2024-01-05"),
        ("هاجم المسلحون الجسر في 3 يناير. وفي اليوم التالي قصفت الطائرات الميناء.", "قصفت", "2024-01-04"),
        ("هاجم المسلحون الجسر في 3 يناير. واعتقلت الشرطة قائدهم بعد ثلاثة أيام.", "واعتقلت", "2024-01-06"),
        ("هاجم المسلحون الجسر في 3 يناير. وقبل يومين من ذلك قصفت الطائرات الميناء.", "قصفت", "2024-01-01"),
        ("هاجم المسلحون الجسر في 3 يناير، وقصفت الطائرات الميناء في اليوم نفسه.", "وقصفت", "2024-01-03"),
    ],
)
def test_days_are_counted_on_from_the_event_told_before(text: str, word: str, day: str) -> None:
    found = reader(text)
    earlier = [Dated(event(found, "هاجم"), "2024-01-03", NOBODY, NOBODY)]
    assert found.dates.settled(event(found, word), earlier, NOBODY) == (day, "date.counted")


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("أوقع النزاع أكثر من 90 ألف قتيل منذ عام 2011.", "النزاع", "2011/.."),
        ("بلغ عدد الجنود الذين قتلوا في الشمال منذ بدء الحرب عام 2011 نحو 39 جنديا.", "قتلوا", "2011/.."),
        ("أوقعت الحرب آلاف القتلى منذ تدخل الجيران في 2015.", "الحرب", "2015/.."),
        ("وقعت أعنف غارة على الميناء منذ 2014.", "غارة", None),
    ],
)
def test_a_toll_since_a_year_is_open(text: str, word: str, date: str | None) -> None:
    found = reader(text)
    values = [option.value for option in found.dates.options(event(found, word), [], NOBODY)]
    assert values == ([date] if date else [])


LATER = [
    (
        "قتل أربعة جنود في هجوم على حاجز للجيش غربي الأنبار.\nوقال ضابط في الجيش إن الهجوم وقع مساء الثلاثاء.",
        "2024-01-23",
    ),
    (
        "لقي خمسة أشخاص حتفهم في انفجار سيارة ملغومة.\nوذكرت مصادر محلية أن السيارة انفجرت صباح الأربعاء.",
        "2024-01-24",
    ),
]


@pytest.mark.parametrize(("text", "day"), LATER)
def test_an_event_named_again_with_its_day_has_that_day(text: str, day: str) -> None:
    assert reader(text).claims()[0].date == day


def test_what_answers_another_event_has_no_day_of_that() -> None:
    text = "شهد الأحد إطلاق صواريخ على سديروت.\nوردا على الصواريخ، شنت الطائرات غارات على القطاع."
    assert reader(text).claims()[-1].date is None


WORDED = [
    (
        "سيطر التنظيم على البلدة في 20 أيار 2015، واستعادها الجيش في 27 آذار من العام التالي.",
        ["2015-05-20", "2016-03-27"],
    ),
    ("ووقع هجوم آخر الأسبوع الفائت في غزني.", ["2024-01-15/2024-01-21"]),
    ("أفرج المسلحون أمس عن الصحفي بعد عامين من اختطافه.", ["2024-01-24", None]),
]


@pytest.mark.parametrize(("text", "days"), WORDED)
def test_years_that_follow_others_and_spans_before_an_event(text: str, days: list[str | None]) -> None:
    assert [claim.date for claim in reader(text).claims()] == days


STARTED = [
    ("أصيب 13 جنديا خلال المواجهات، وهي جزء من عملية غصن الزيتون التي أطلقتها أنقرة في يناير الماضي.", "المواجهات", []),
    ("قتلت القوات ستين شخصا منذ بدأت الاحتجاجات في 30 مارس الماضي.", "قتلت", ["2023-03-30/.."]),
    ("في ذكرى هجوم السابع من أكتوبر، قصفت الطائرات مناطق في غزة.", "قصفت", []),
]


@pytest.mark.parametrize(("text", "word", "days"), STARTED)
def test_when_something_else_began_or_was_is_no_day_of_an_event(text: str, word: str, days: list[str]) -> None:
    found = reader(text)
    options = found.dates.options(event(found, word), [], NOBODY)
    assert [option.value for option in options] == days


def test_the_same_day_is_that_of_the_statement() -> None:
    text = "وقالت الوزارة في بيان صدر مساء الاثنين إن ثلاثة مدنيين قتلوا في قصف على القنيطرة صباح اليوم نفسه."
    assert reader(text).claims()[0].date == "2024-01-22"


GOING_ON = [
    ("قتل 16 شخصا وأصيب المئات برصاص الجيش على حدود القطاع الثلاثاء، وفق وزارة الصحة.", "2024-01-23"),
    ("استعاد الجيش، اليوم الخميس، جبل المنارة.\nوقال ضابط إن ثلاثين مسلحا قتلوا في المعارك.", "2024-01-25"),
    (
        "اقتحم مسلحون الثلاثاء مبنى الوزارة.\nوأضاف المتحدث أن قوات الأمن قتلت أربعة منهم.\n"
        "وأعلنت حركة طالبان مسؤوليتها عن الهجوم.",
        "2024-01-23",
    ),
]


@pytest.mark.parametrize(("text", "day"), GOING_ON)
def test_a_fight_taken_up_and_wounded_besides_are_of_the_day_told(text: str, day: str) -> None:
    assert reader(text).claims()[-1].date == day


def test_another_place_at_the_head_of_a_sentence_is_another_day() -> None:
    text = "قتل جندي في هجوم في مدينة تعز الثلاثاء.\nوفي عفرين، قتل جنديان في انفجار لغم."
    assert [claim.date for claim in reader(text).claims()] == ["2024-01-23", None]
