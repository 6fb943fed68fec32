"""What names an event without telling one: summaries, what is taken up again, two words of one deed."""

import pytest

from khabar.claims import ClaimReader
from khabar.claims.candidates import Candidate
from khabar.claims.claimed import CLAIMS
from khabar.model import Article
from khabar.pipeline import read

TOLD = "شنت الطائرات هجوما على معسكر في البادية أمس. "
PASSING = [
    (TOLD + "ويأتي الهجوم بعد يومين من الهدوء.", "commented"),
    (TOLD + "وعقب الهجوم، أغلقت المحال أبوابها.", "setting"),
    (TOLD + "وقال القائد إن هذا الهجوم لا مبرر له.", "this"),
    (TOLD + "ووعد الوالي بالتحقيق في الهجوم.", "inquiry"),
    ("هاجم مسلحون معسكرا في هجوم وصف بأنه من أعنف الهجمات في البلاد.", "ranked"),
    ("ولم تعلن أي جماعة حتى المساء مسؤوليتها عن تفجير السوق.", "unclaimed"),
    ("وحذر السفير القبائل من مغبة مهاجمة القافلة.", "unreal"),
    ("وطالبت الوزيرة الحكومة باعتقال المهربين فورا.", "unreal"),
    ("ودخلت القوات المدينة للدفاع عن سكانها ضد هجوم الميليشيا.", "unreal"),
    ("وقال الخبير إن الخلايا قادرة على القيام بتفجيرات كبيرة.", "unreal"),
    ("وتعرضت القواعد لنحو 150 هجوما منذ الخريف.", "tally"),
    ("وقال الخبير إن المنطقة باتت قاعدة لشن هجمات.", "unreal"),
    ("وطلب القائد من الحلف تنفيذ عملية قصف.", "unreal"),
    ("ويملك الرئيس وحده قرار شن هجوم.", "unreal"),
    ("وأبدت العواصم قلقا في حال تعرضها لهجوم.", "supposed"),
    ("وتقدم المسلحون في محاولة منهم للعبور والسيطرة على التلال.", "unreal"),
    ("وينتظر النواب نتيجة المشاورات بشأن سحب القوات.", "unreal"),
    ("وتهدف الزيارة إلى منع الحرب.", "unreal"),
    ("وأعرب القائد عن أمله في القبض على الجناة.", "unreal"),
    ("وقال النائب إن من الواجب معاقبة القاتل واعتقاله، من الواجب اعتقاله.", "unreal"),
    ("وبحث النواب خيار اغتيال القائد.", "unreal"),
    ("وهدد الزعيم، يوم الخميس الماضي، بشن هجوم.", "unreal"),
    ("وحذر محللون مرارا من هجمات مباغتة على القوافل.", "unreal"),
    ("وأعرب الوزير عن قلقه من تصاعد الهجمات على المدنيين.", "unreal"),
    ("وهدد زعيم الجماعة أمس بشن حرب استنزاف على الجيش.", "unreal"),
    ("وعثر الجنود على جثثهم خلف التلة.", "found"),
    ("وكشفت الوزارة عن الجثة التي عثر عليها الفريق.", "found"),
    (TOLD + "وشارك المئات في تشييع جثامين ضحايا الهجوم في القرية.", "mourned"),
    (TOLD + "وتسعى الشرطة إلى تحديد المسؤول عن الهجوم قبل الشتاء.", "sought"),
    (TOLD + "وأضاف الشاهد أن الهجوم وقع بعد صلاة العصر.", "hour"),
    (TOLD + "ورحبت الجارة بالهجوم بعد ساعات.", "judged"),
    ("وقال السكان إن عشرات الشبان فروا من المعارك قرب النهر.", "part"),
    ("وعاد الضابط إلى الثكنة لمواصلة القتال بعد شفائه.", "part"),
    (TOLD + "وقال الناطق إن تحقيقا قد فتح بشأن الهجوم.", "inquiry"),
    (TOLD + "ووصل الضباط لمعرفة أسباب الهجوم.", "inquiry"),
    ("وهي أكبر موجة نزوح منذ انطلاق العملية العسكرية.", "backdrop"),
    (TOLD + "ووعد الوزير بالرد، في إشارة إلى الهجوم.", "meant"),
    (TOLD + "وكان الجنود نائمين عندما وقع الهجوم.", "echo"),
    (TOLD + "ووجه نواب انتقادات حادة للغارة.", "echo"),
    ("وتنشر فرنسا قواتها هناك. وتنشر فرنسا 900 جندي في الشمال.", "presence"),
    (TOLD + "وتبحث الشرطة عن منفذي الهجوم الفارين.", "echo"),
    (TOLD + "وانتشر الجنود في الوادي الذي وقع فيه الهجوم.", "echo"),
    ("ونزح الآلاف عن ديارهم منذ بدء الاحتجاجات.", "backdrop"),
    ("وأثار عدد القتلى غضبا في العاصمة.", "toll"),
    ("وقال الزعيم إن التهديدات لا تخيف شعبه.", "topic"),
    ("وانقسم الثوار بعد الإطاحة بالحاكم.", "backdrop"),
]
ENTRIES = ("assault.shell", "assault.killing")
NOT_PASSING = [
    TOLD + "وأسفر الهجوم عن مقتل ستة جنود.",
    TOLD + "وأعلنت كتائب الفجر مسؤوليتها عن هذا الهجوم.",
    "وتعرضت البلدة لثلاث غارات أمس.",
    TOLD + "وتبنت كتائب الفجر الهجوم الذي وقع في البادية.",
]
STANDFIRST = (
    "أعلنت وزارة الدفاع أن طائراتها قصفت فجر الأحد مخازن للسلاح في وادي الزهور "
    "ردا على إطلاق قذائف باتجاه بلدات الساحل، "
    "وتوعد قائد الجيش المسلحين برد قاس إن عادوا إلى القصف.\n"
    "قصفت طائرات وزارة الدفاع فجر الأحد مخازن للسلاح في وادي الزهور، وذلك ردا على إطلاق قذائف باتجاه بلدات الساحل.\n"
    "وتوعد قائد الجيش المسلحين برد قاس إن عادوا إلى القصف، وفق بيان وزعته الوزارة.\n"
    "وعاد الهدوء إلى البلدات مساء.\n"
)


def reader(text: str) -> ClaimReader:
    return ClaimReader(read(Article(id="a", text=text))[0])


def last(found: ClaimReader, told: list[Candidate]) -> list[str]:
    """Why each noun of the last sentence is named in passing."""
    number = found.groups[-1][0].sentence
    here = [one for group in found.groups for one in group if one.sentence == number and one.id != CLAIMS]
    return [found.detector.passing.why(one, [*told, *[x for x in here if x.first < one.first]], "") for one in here]


def before(found: ClaimReader) -> list[Candidate]:
    number = found.groups[-1][0].sentence
    return [group[0] for group in found.groups if group[0].sentence < number]


@pytest.mark.parametrize(("text", "why"), PASSING)
def test_named_in_passing(text: str, why: str) -> None:
    found = reader(text)
    assert why in last(found, before(found))


@pytest.mark.parametrize("text", NOT_PASSING)
def test_told_anew(text: str) -> None:
    found = reader(text)
    assert not any(last(found, before(found)))


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        (TOLD + "وقال الوزير إن الهجوم يشكل خرقا للهدنة.", True),
        (TOLD + "وقال الوزير إن الهجوم استهدف مخازن الذخيرة.", False),
        (TOLD + "وقال الوزير إن الهجوم كان من تدبير جماعة سرية.", False),
    ],
)
def test_a_deed_told_before_is_only_judged(text: str, judged: bool) -> None:
    found = reader(text)
    first, again = found.groups[0][0], next(group[0] for group in found.groups if group[0].sentence == 1)
    found.detector.note(first)
    assert found.detector.news.remark(again) is judged


def test_a_loss_before_the_attack_is_not_its_result() -> None:
    found = reader("وقصفت الطائرات مواقع الحزب ردا على مقتل جنديين قرب الحدود.")
    attack, loss = (next(group[0] for group in found.groups if group[0].entry.id == one) for one in ENTRIES)
    assert found.detector.ties.of(loss, attack) != "result"


def test_the_verb_that_takes_up_a_deed_is_the_deed() -> None:
    found = reader("وانتقدت الصحف الاتفاق الذي أبرمته الحكومة أمس.")
    noun, verb = found.groups[1][0], found.groups[2][0]
    assert found.detector.ties.resumes(verb, noun)


def test_what_was_imposed_is_told_as_done() -> None:
    surely = [
        [found.detector.surely.why(one, "", None) for group in found.groups for one in group if one.pos == "n"]
        for found in (reader("فرضت اليابان عقوبات على المصرف."), reader("يعارض الحزب سياسة فرض عقوبات على المصرف."))
    ]
    assert ["done" in found for found in surely] == [True, False]


def test_a_standfirst_is_told_by_the_body() -> None:
    found = reader(STANDFIRST)
    covered = {group[0].sentence for group in found.groups if found.detector.summaries.covers(group[0])}
    assert covered == {0}


def test_a_heading_is_told_by_the_paragraph_below() -> None:
    text = (
        "وعاد الوفد إلى العاصمة أمس بعد يومين من السفر.\nغارات على الميناء\nشنت الطائرات غارات على الميناء صباح أمس.\n"
    )
    found = reader(text)
    covered = [group[0].sentence for group in found.groups if found.detector.summaries.covers(group[0])]
    assert covered == [1]


def test_a_single_line_is_no_heading() -> None:
    found = reader("غارات على الميناء")
    assert not any(found.detector.summaries.covers(group[0]) for group in found.groups)


def test_two_words_of_one_deed() -> None:
    found = reader("وخرجت مظاهرة في الحي الشرقي.")
    assert found.detector.ties.twins.of(found.groups[0][0]) is found.groups[1]


def test_what_somebody_suffered_when_attacked() -> None:
    found = reader("وقتل ثلاثة جنود عندما هاجم مسلحون المركز.")
    behind = found.detector.ties.aftermath.behind(found.groups[0][0])
    assert behind is not None
    assert behind[0].entry.id == "assault.attack.verb"


def test_a_second_deed_with_a_verb_of_its_own_is_a_second_claim() -> None:
    found = reader("قصف الجيش مواقع للمتمردين في الريف، وشن غارات على مخازن أسلحة.").claims()
    assert [claim.trigger.text for claim in found] == ["قصف", "غارات"]
    assert [[party.text for party in claim.actors] for claim in found] == [["الجيش"], ["الجيش"]]


@pytest.mark.parametrize(
    "text",
    [
        "وتقول البعثة إنها لن تتعامل مع الأشخاص الذين يمولون الجماعات المسلحة.",
        "وقال المتحدث إن القواعد استهدفت 160 مرة منذ الخريف.",
        "وقال الوزير إنه إذا كانت القوات تقصف البلدة فعليها أن تتوقف.",
        "وتقع القرية على أطراف الهضبة التي تحتلها إسرائيل.",
        "وبلغ إجمالي الصواريخ التي أطلقتها الميليشيا على المدن مئتي صاروخ.",
    ],
)
def test_habits_and_sums_are_no_deeds(text: str) -> None:
    material = {"AID", "ASSAULT", "COERCE"}
    assert not [claim for claim in reader(text).claims() if claim.type in material]


def test_shots_during_a_clash_are_what_killed() -> None:
    found = reader("قتل شابان برصاص الجيش خلال مواجهات في البلدة أمس.").claims()
    assert [claim.trigger.text for claim in found] == ["قتل"]


def test_a_strike_and_what_it_hit_are_one_claim() -> None:
    found = reader("وتعرضت البلدة لقصف مدفعي من المتمردين، استهدف سوقا ومدرستين.").claims()
    assert [claim.trigger.text for claim in found] == ["لقصف مدفعي"]


def test_more_losses_of_one_toll_are_no_second_claim() -> None:
    found = reader("ارتفعت حصيلة الاشتباكات في المدينة إلى 52 قتيلا فضلا عن عشرات الجرحى.").claims()
    assert len(found) == 1


def test_an_attack_that_somebody_planned_is_a_claim() -> None:
    found = reader("أعلنت الشرطة اعتقال ستة متشددين خططوا لشن هجمات على مصاف للنفط.").claims()
    assert [(claim.type, claim.status) for claim in found] == [("COERCE", "occurred"), ("ASSAULT", "planned")]


def test_a_name_with_a_preposition_announces_too() -> None:
    found = reader("وأعلن المرصد السوري لحقوق الإنسان اعتقال ستة ناشطين.")
    candidate = found.groups[-1][0]
    assert found.detector.surely.why(candidate, "", None) == "announced"
