"""Who says it, in what stance and status, in plain sentences: own sentences."""

from __future__ import annotations

import pytest

from khabar.model import Claim
from making import claims_in as claims


def first(text: str, type: str) -> Claim:
    return next(claim for claim in claims(text) if claim.type == type)


def chain(claim: Claim) -> list[str]:
    return [link.text for link in claim.isnad]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The verb of saying and its teller close the sentence.
        ("أصيب جندي بجروح في اشتباك مع مسلحين في قباطية، يقول الجيش الإسرائيلي.", ["الجيش الإسرائيلي"]),
        (
            "قتل 17 شخصا في هجوم على حافلة في شمال بوركينا فاسو، هذا ما أعلنه حاكم المنطقة.",
            ["حاكم المنطقة"],
        ),
        ("قصف الطيران السوق، قال شهود عيان لوكالة فرانس برس.", ["وكالة فرانس برس", "شهود عيان"]),
        # A verb that can be a noun, too; media before a colon.
        ("وزعم الإعلام العبري أن حزب الله أطلق عشرة صواريخ على كريات شمونة.", ["الإعلام العبري"]),
        ("إعلام عبري: إصابة جنديين بعملية دهس قرب نابلس", ["إعلام عبري"]),
        # Names behind titles.
        ("قال المتحدث باسم التحالف العقيد فهد الناصر إن الدفاعات الجوية اعترضت صاروخا.", ["فهد الناصر"]),
        ("قال الطبيب أحمد الخطيب إن الطيران قصف المستشفى.", ["أحمد الخطيب"]),
        ("نفى ناطق باسم الجيش تورط عناصره في قتل المتظاهرين.", ["ناطق باسم الجيش"]),
        ("نفى متحدث باسم طالبان مسؤولية الحركة عن تفجير المسجد.", ["متحدث باسم طالبان"]),
    ],
)
def test_who_tells(text: str, told: list[str]) -> None:
    assert chain(first(text, "ASSAULT")) == told


def test_a_quotation_of_several_sentences_belongs_to_whoever_closes_it() -> None:
    text = "«هاجمنا القافلة عند الفجر. وقتلنا سبعة من المسلحين»، قال ضابط كبير في الجيش."
    assert [(chain(claim), claim.stance) for claim in claims(text)] == [(["ضابط كبير في الجيش"], "claims")] * 2


def test_a_spokesman_by_the_pronoun_of_his_group() -> None:
    text = "أعلنت حركة طالبان مسؤوليتها عن الهجوم. وقال المتحدث باسمها سيف الله مجاهد إن المقاتلين قتلوا 30 جنديا."
    assert chain(claims(text)[1]) == ["سيف الله مجاهد"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ترددت أنباء عن اعتقال نجل الوزير السابق.", "uncertain"),
        ("تداول ناشطون أنباء تفيد بأن مسلحين خطفوا رئيس البلدية.", "uncertain"),
        ("لم يتسن لرويترز التحقق من صحة التقارير بشأن مقتل أبو وليد.", "uncertain"),
        ("يعتقد أن مسلحين خطفوا المهندس قرب كركوك.", "uncertain"),
        ("أعلنت وزارة الداخلية اعتقال نجل الوزير السابق.", "occurred"),
        # Verbs of the future.
        ("كتب ترامب على تويتر أن الجيش الأميركي سينسحب من سوريا.", "planned"),
        ("أعلنت برلين أنها سترسل 500 جندي إلى ليتوانيا.", "planned"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [claim.status for claim in claims(text)] == [status]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نفى الكرملين أن تكون روسيا قد شنت هجوما سيبرانيا على ألمانيا.", [("COERCE", "negated", "denies")]),
        ("نفى حزب الله أن يكون قد أطلق صواريخ على مجدل شمس.", [("ASSAULT", "negated", "denies")]),
        ("فندت القوات المسلحة مزاعم قصف قرى في شمال سيناء.", [("ASSAULT", "negated", "denies")]),
        ("ألقت كابول باللوم على شبكة حقاني في تفجير السوق.", [("ASSAULT", "occurred", "accuses")]),
        ("وجهت طهران أصابع الاتهام إلى إسرائيل في اغتيال العالم النووي.", [("ASSAULT", "occurred", "accuses")]),
        ("ألقى الوزير باللوم على طهران في فشل المفاوضات.", [("ACCUSE", "occurred", "reports")]),
        # What befell a base is no deed of whoever tells it.
        (
            "أعلنت القيادة المركزية الأميركية أن قاعدة عين الأسد تعرضت لهجوم بالصواريخ.",
            [("ASSAULT", "occurred", "reports")],
        ),
    ],
)
def test_denials_and_charges(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(claim.type, claim.status, claim.stance) for claim in claims(text)] == found


def test_a_publisher_of_all_the_world_gives_nobody_its_state() -> None:
    (claim,) = claims("قال شهود لرويترز إن مسلحين خطفوا طلابا من مدرسة في ولاية كادونا.")
    assert [party.country for party in claim.actors] == ["NGA"]


@pytest.mark.parametrize(
    ("text", "type", "actors", "targets"),
    [
        # The clause goes on behind a source put into it.
        (
            "قصف الجيش السوري، وفق ما ذكر المرصد، بلدة معرة النعمان بالبراميل المتفجرة.",
            "ASSAULT",
            ["الجيش السوري"],
            ["بلدة معرة النعمان"],
        ),
        ("أدانت قطر بشدة، في بيان لوزارة خارجيتها، التفجير الذي استهدف حافلة.", "ACCUSE", ["قطر"], []),
        (
            "على ذمة وكالة الأنباء الليبية، قصفت طائرات مجهولة ميناء راس لانوف.",
            "ASSAULT",
            [],
            ["ميناء راس لانوف"],
        ),
        # An attack named after a capital is none of its own.
        ("تبنى تنظيم الدولة هجمات باريس التي أوقعت 130 قتيلا.", "ASSAULT", ["تنظيم الدولة"], ["باريس"]),
        # Own dead, own forces, our forces.
        (
            "أعلنت وزارة الدفاع التركية مقتل أحد جنودها في هجوم صاروخي على قاعدة في الباب.",
            "ASSAULT",
            [],
            ["قاعدة"],
        ),
        ("قال الوزير: قصفت قواتنا مقر القيادة في سيفاستوبول.", "ASSAULT", ["الوزير"], ["مقر القيادة"]),
        ("نشر الجيش بيانا قال فيه إن قواته قتلت ثلاثة مسلحين.", "ASSAULT", ["الجيش"], ["مسلحين"]),
        ("قال عمدة المدينة إن المهاجم قتل برصاص الأمن.", "ASSAULT", ["الأمن"], ["المهاجم"]),
        ("أكد شهود عيان أن دبابات توغلت شرق خان يونس.", "MOBILIZE", [], []),
        # Whoever is accused does not tell of it.
        ("واتهم الجيش بقتل متظاهرين في ود مدني.", "ASSAULT", ["الجيش"], ["متظاهرين"]),
    ],
)
def test_parties(text: str, type: str, actors: list[str], targets: list[str]) -> None:
    claim = first(text, type)
    assert [one.text for one in claim.actors] == actors
    assert [one.text for one in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "type", "told"),
    [
        ("قالت الجزيرة إن ستة أشخاص قتلوا في غارة على صعدة.", "ASSAULT", ["الجزيرة"]),
        ("علم موقع هسبريس أن عناصر الدرك أوقفت أربعة مهربين.", "COERCE", ["هسبريس"]),
        ("هاجم مسلحون حقلا للنفط شرق ليبيا (متحدث عسكري).", "ASSAULT", ["متحدث عسكري"]),
        (
            "دعت الخارجية المصرية، في بيان نقلته وكالة أنباء الشرق الأوسط، الأطراف الليبية إلى الهدوء.",
            "REQUEST",
            ["وكالة أنباء الشرق الأوسط"],
        ),
        ("أصدرت كتائب القسام بيانا. وجاء في البيان: استهدفنا دبابة شرق رفح.", "ASSAULT", ["كتائب القسام"]),
        ("نشرت المنظمة تقريرا اتهمت فيه الجيش بقصف السوق.", "ASSAULT", ["المنظمة"]),
        (
            "بثت وكالة أعماق تسجيلا مصورا تبنى فيه التنظيم الهجوم على السوق.",
            "ASSAULT",
            ["وكالة أعماق", "التنظيم"],
        ),
        ("واتهم الجيش بقتل متظاهرين في ود مدني.", "ASSAULT", []),
    ],
)
def test_through_whom(text: str, type: str, told: list[str]) -> None:
    assert chain(first(text, type)) == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("تعتزم الحكومة الألمانية سحب قواتها من مالي.", "planned"),
        ("ينوي الجيش شن عملية عسكرية في خان يونس.", "planned"),
        ("من المنتظر أن تفرج السلطات عن السجناء.", "planned"),
        ("لم يصدر عن وزارة الدفاع التركية أي تعليق بشأن مقتل الجنود الثلاثة في عفرين.", "occurred"),
    ],
)
def test_what_lies_ahead(text: str, status: str) -> None:
    assert [claim.status for claim in claims(text)] == [status]


def test_what_a_speech_threatens_is_no_deed() -> None:
    found = claims("توعد الناطق باسم كتائب القسام أبو عبيدة في كلمة مصورة بقتل رهينة مقابل كل قصف.")
    assert [claim.type for claim in found] == ["THREATEN"]


def test_the_army_of_whoever_commands_it() -> None:
    (claim,) = claims("قال وزير الدفاع الإسرائيلي يوآف غالانت إن الجيش قتل قائد لواء رفح في حماس.")
    assert ([party.country for party in claim.actors], claim.stance) == (["ISR"], "claims")


def test_a_commission_is_no_side() -> None:
    (claim,) = claims("قال رئيس لجنة الإنقاذ الدولية إن القوات الحكومية قصفت مستشفى.")
    assert claim.stance == "reports"


def test_two_people_and_their_verb() -> None:
    last = claims("قال الدفاع المدني إن مروحيات ألقت براميل متفجرة على مدينة دوما. وذكر أن طفلين قتلا.")[-1]
    assert [party.text for party in last.targets] == ["طفلين"]


def test_whoever_acted_in_the_sentence_before_goes_on() -> None:
    text = "طالبت والدة الصحفي بالإفراج عن ابنها. وقالت لقناة الجزيرة: «خطفوه من أمام منزلنا»."
    assert chain(first(text, "COERCE")) == ["قناة الجزيرة", "والدة الصحفي"]


def test_a_claim_of_responsibility_in_a_statement() -> None:
    (claim,) = claims("وتبنى تنظيم الدولة الهجوم في بيان نشرته وكالة أعماق.")
    assert ([one.text for one in claim.actors], claim.stance) == (["تنظيم الدولة"], "claims")
    assert chain(claim) == ["وكالة أعماق", "تنظيم الدولة"]


def test_what_somebody_does_not_confirm_is_no_second_claim() -> None:
    text = "أعلن الحوثيون أنهم استهدفوا سفينة في البحر الأحمر. ولم تؤكد القيادة المركزية الأميركية الهجوم."
    assert len(claims(text)) == 1


def test_one_woman() -> None:
    (claim,) = claims("قالت الشرطة إن الرجل قتل امرأة.")
    assert [(figure.low, figure.high) for figure in claim.figures] == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أدانت واشنطن قصف الحوثيين للمطار، وقالت إن الهجوم أوقع قتلى.", ["واشنطن"]),
        ("استقبل الرئيس وزير الخارجية التركي وقال إن الجيش قصف المدينة.", ["الرئيس"]),
    ],
)
def test_the_subject_goes_on_to_speak(text: str, told: list[str]) -> None:
    assert chain([claim for claim in claims(text) if claim.type == "ASSAULT"][-1]) == told


def test_a_second_deed_laid_at_one_door() -> None:
    last = claims("اتهمت الوزارة المستوطنين بقتل رجل وإحراق منزله.")[-1]
    assert [party.text for party in last.actors] == ["المستوطنين"]


def test_they_are_no_body_of_one_name() -> None:
    text = "قتل ثلاثة صحفيين في غارة على سيارتهم. واتهمت نقابة الصحفيين إسرائيل باستهدافهم عمدا."
    assert [party.text for party in claims(text)[-1].targets] == []


@pytest.mark.parametrize(
    ("text", "told", "actors"),
    [
        ("أكد مسؤول أمريكي أن إسرائيل تقف خلف الهجوم على سفينة إيرانية.", ["مسؤول أمريكي"], ["إسرائيل"]),
        ("تقول كييف إن روسيا وقفت وراء قصف المستشفى.", ["كييف"], ["روسيا"]),
        ("نفى الجيش الليبي صحة التقارير التي تحدثت عن قصف المدرسة.", ["الجيش الليبي"], ["الجيش الليبي"]),
        ("تبنى تنظيم داعش تفجيرا انتحاريا في تدمر.", ["تنظيم داعش"], ["تنظيم داعش"]),
    ],
)
def test_who_did_it_tells_nothing(text: str, told: list[str], actors: list[str]) -> None:
    (claim,) = claims(text)
    assert (chain(claim), [party.text for party in claim.actors]) == (told, actors)


def test_a_town_behind_a_preposition_is_no_verb() -> None:
    claim = first("وقع انفجار عبوة ناسفة في تدمر مساء الأحد.", "ASSAULT")
    assert claim.place is not None
    assert claim.place.text == "تدمر"


@pytest.mark.parametrize(
    "text",
    [
        "انتقد ترامب الصين لعدم إدانتها الغزو.",
        "وصفت حركة النهضة الاعتقال بأنه انتهاك.",
    ],
)
def test_one_blame_alone(text: str) -> None:
    assert len([claim for claim in claims(text) if claim.type == "ACCUSE"]) == 1


def test_what_an_attack_is_called_is_no_second_one() -> None:
    assert (
        len(
            [
                claim
                for claim in claims("وصف أردوغان الهجوم الذي شنته إسرائيل على غزة بأنه مجزرة.")
                if claim.type == "ASSAULT"
            ]
        )
        == 1
    )


def test_a_speaker_and_his_country_are_one() -> None:
    claim = first("قال الرئيس التركي إن بلاده لن تتخلى عن أذربيجان.", "REJECT")
    assert [party.text for party in claim.actors] == ["الرئيس التركي"]


def test_one_of_two_who_met_goes_on() -> None:
    text = "التقى غريفيث في مسقط محمد عبد السلام. ومن المقرر أن يزور الرياض الخميس."
    assert [party.text for party in claims(text)[-1].actors] == ["غريفيث"]


@pytest.mark.parametrize(
    ("text", "actors", "stance"),
    [
        ("اتهم المندوب إيران بسرقة النفط. كما اتهمها بقصف المدينة.", ["إيران"], "accuses"),
        ("قال بوريل إن روسيا تماطل. وحملها مسؤولية قصف المستشفى.", ["روسيا"], "accuses"),
        ("أعلن الجيش الأردني إحباط تهريب مخدرات وإسقاط طائرة مسيرة قادمة من سوريا.", ["الجيش الأردني"], "claims"),
        ("أعلن الجيش الأوكراني مقتل عشرة جنود وإسقاط طائرة روسية.", ["الجيش الأوكراني"], "claims"),
        ("توعد الحرس الثوري الإيراني إسرائيل برد بعد مقتل اثنين من ضباطه في غارة قرب دمشق.", [], "reports"),
        ("أعلن المتحدث باسم الحوثيين يحيى سريع أن قواته نفذت عملية بطائرات مسيرة على أبها.", ["الحوثيين"], "claims"),
    ],
)
def test_charged_announced_and_suffered(text: str, actors: list[str], stance: str) -> None:
    last = [claim for claim in claims(text) if claim.type == "ASSAULT"][-1]
    assert ([party.text for party in last.actors], last.stance) == (actors, stance)


def test_the_one_who_spoke_meets_next() -> None:
    text = (
        "ودان بلينكن هجوم القدس. كما دعا كل الأطراف إلى التهدئة. ومن المقرر أن يلتقي الرئيس محمود عباس غدا في رام الله."
    )
    assert {party.text for party in claims(text)[-1].actors} == {"بلينكن", "محمود عباس"}
