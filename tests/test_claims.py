"""From sentences to claims: what must come out, what must not, and invariants for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.model import FIGURE_KINDS, MODES, SOURCE_KINDS, STANCES, STATUSES, Article, Claim, Extraction
from khabar.pipeline import explain, extract

NEWS = "\n".join(
    (
        "الرمادي (ضفاف) - أعلن وزير الداخلية العراقي كريم الجبوري أن قوات "
        "الأمن اعتقلت الأربعاء تسعة مسلحين في مدينة الرمادي.",
        "وقالت وزارة الدفاع العراقية إن طائراتها قصفت مواقع لتنظيم داعش غرب "
        "الأنبار، ما أسفر عن مقتل 12 مسلحا وإصابة خمسة آخرين.",
        "وأضافت الوزارة أن صاروخين سقطا قرب قاعدة عين الأسد دون وقوع إصابات.",
        "والتقى رئيس الوزراء نظيره الأردني في عمان، وأدان الجانبان الهجوم على الحدود.",
        "ونفى المتحدث باسم الحشد الشعبي مسؤولية قواته عن خطف ثلاثة صحفيين في الموصل.",
    )
)


def read(text: str, published: str | None = "2018-04-11") -> Extraction:
    return extract(Article(id="test", text=text, published=published))


def only(text: str, kind: str, published: str | None = "2018-04-11") -> Claim:
    found = [claim for claim in read(text, published).claims if claim.type == kind]
    assert len(found) == 1, [(claim.type, claim.trigger.text) for claim in read(text, published).claims]
    return found[0]


def check(extraction: Extraction, text: str) -> None:
    for claim in extraction.claims:
        assert text[claim.trigger.start : claim.trigger.end] == claim.trigger.text
        assert text[claim.evidence.start : claim.evidence.end] == claim.quote
        assert claim.evidence.start <= claim.trigger.start < claim.trigger.end <= claim.evidence.end
        assert claim.mode is None or claim.mode in MODES[claim.type]
        assert claim.status in STATUSES
        assert claim.stance in STANCES
        for party in (*claim.actors, *claim.targets):
            assert party.text
            assert party.text in text
            assert party.country is None or len(party.country) == 3
        assert claim.place is None or claim.place.text in text
        for figure in claim.figures:
            assert figure.what in FIGURE_KINDS
            assert figure.high is None or figure.low <= figure.high
        for link in claim.isnad:
            assert link.text in text
            assert link.kind in SOURCE_KINDS
    for tally in extraction.tallies:
        assert tally.quote in text
        assert tally.high is None or tally.low <= tally.high


def test_an_article_yields_claims_whose_values_stand_in_it() -> None:
    extraction = read(NEWS)
    check(extraction, NEWS)
    assert {"COERCE", "ASSAULT"} <= {claim.type for claim in extraction.claims}
    assert extraction == read(NEWS), "the same article gives the same extraction"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*NEWS.split(" "), "\n", "\u202e", "\x00", "“", "«", "ﷲ", "ـــ", "٣", "\ud800", "a", "."]),
        max_size=60,
    ),
    st.sampled_from(["", " ", "\n"]),
)
def test_any_text_is_read_without_error(words: list[str], glue: str) -> None:
    text = (glue or " ").join(words)
    check(read(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "وقالت إنها تعمل في المنطقة منذ خمسينيات القرن",
        "وأقر المجلس بناء 300 وحدة",
        "انسحبت الوحدات من البلدة بحسب ما أعلنت القيادة",
        "وجاء ذلك بعد هجوم قام",
    ],
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    check(read(text), text)


def test_who_did_what_to_whom_where() -> None:
    claim = only("اعتقلت الشرطة المصرية عشرة من أعضاء جماعة الإخوان المسلمين في محافظة الجيزة.", "COERCE")
    assert claim.mode == "arrest"
    assert [(actor.text, actor.country) for actor in claim.actors] == [("الشرطة المصرية", "EGY")]
    assert claim.place is not None
    assert (claim.place.text, claim.place.country) == ("محافظة الجيزة", "EGY")
    assert [(figure.what, figure.low, figure.high) for figure in claim.figures] == [("captured", 10, 10)]


def test_battalions_with_a_name_of_their_own_are_a_group() -> None:
    claim = only("أعلنت كتائب نسور البادية مسؤوليتها عن تفجير الجسر.", "ASSAULT")
    assert [(link.text, link.kind) for link in claim.isnad] == [("كتائب نسور البادية", "armed-group")]


def test_a_claim_of_responsibility_has_the_claimant_as_actor_and_origin() -> None:
    text = (
        "أعلن تنظيم الدولة الإسلامية مسؤوليته عن تفجير انتحاري استهدف مركزا أمنيا في كابول "
        "وأسفر عن مقتل 57 شخصا على الأقل."
    )
    claim = next(claim for claim in read(text).claims if claim.type == "ASSAULT")
    assert (claim.mode, claim.stance) == ("suicide-bombing", "claims")
    assert claim.actors[0].text == "تنظيم الدولة الإسلامية"
    assert [(link.text, link.kind) for link in claim.isnad] == [("تنظيم الدولة الإسلامية", "armed-group")]
    figures = [figure for claim in read(text).claims for figure in claim.figures]
    assert [(figure.what, figure.low, figure.high) for figure in figures] == [("killed", 57, None)]


def test_a_trailing_source_tells_what_stands_before_it() -> None:
    claim = next(
        c for c in read("قتل أربعة فلسطينيين برصاص الجيش الإسرائيلي شرق غزة، حسبما ذكرت وزارة الصحة الفلسطينية.").claims
    )
    assert [link.text for link in claim.isnad] == ["وزارة الصحة الفلسطينية"]
    assert [(figure.what, figure.low) for figure in claim.figures] == [("killed", 4)]


def test_a_spokesman_tells_through_an_agency() -> None:
    text = "وقال مسؤول عسكري أميركي لوكالة رويترز إن طائرات مسيرة هاجمت القاعدة."
    claim = next(claim for claim in read(text).claims if claim.type == "ASSAULT")
    assert [(link.text, link.kind) for link in claim.isnad] == [
        ("وكالة رويترز", "agency"),
        ("مسؤول عسكري أميركي", "military"),
    ]


def test_relative_days_count_from_publication() -> None:
    claim = next(claim for claim in read("قصفت طائرات حربية أمس بلدة سراقب في ريف إدلب.", "2018-04-11").claims)
    assert claim.date == "2018-04-10"
    assert claim.mode == "airstrike"


def test_a_future_verb_is_a_plan() -> None:
    claim = only("سيزور وزير الخارجية الروسي سيرغي لافروف بغداد الأسبوع المقبل.", "CONSULT")
    assert (claim.mode, claim.status) == ("visit", "planned")
    assert claim.actors[0].country == "RUS"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وسيلتقي وزير الخارجية المصري نظيره السوداني في الخرطوم.", "planned"),
        ("يلتقي الرئيس الفرنسي في باريس نظيره السنغالي.", "planned"),
        ("التقى الرئيس الفرنسي في باريس نظيره السنغالي.", "occurred"),
    ],
)
def test_the_tense_of_a_meeting_tells_whether_it_is_planned(text: str, status: str) -> None:
    assert {claim.status for claim in read(text).claims} == {status}


def test_a_talk_that_goes_on_from_a_call_was_by_telephone() -> None:
    text = "أجرى الرئيس التونسي اتصالا هاتفيا بنظيره الجزائري. وناقش الرئيسان الوضع في ليبيا."
    claims = [claim for claim in read(text).claims if claim.type == "CONSULT"]
    assert {claim.mode for claim in claims} == {"call"}


def test_blame_that_nobody_utters_is_no_claim() -> None:
    text = "استغلت الجماعة المسلحة الهدنة لتعزيز مواقعها في ريف المدينة."
    assert all(claim.type != "ACCUSE" for claim in read(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق بهدفين على ضيفه في الدوري المحلي مساء أمس.",
        "تتوقع الأرصاد هطول أمطار غزيرة على المرتفعات اليوم.",
        "افتتح المعرض أبوابه أمام الزوار صباح الأحد.",
    ],
)
def test_sport_weather_and_culture_are_no_claims(text: str) -> None:
    assert read(text).claims == ()


def test_explain_tells_what_words_and_phrases_stand_for_and_no_half_without_a_partner() -> None:
    words = explain("رد الجيش على القصف في جرف الصخر").children[0].children[0]
    assert words.label == "words"
    assert [word.label for word in words.children][:2] == ["الجيش = ال+جيش", "القصف = ال+قصف"]
    told = [reading.label for word in words.children for reading in word.children]
    assert "place (name) جرف الصخر" in told
    assert not any(label.startswith("gap") for label in told)


def test_explain_names_a_rule_for_every_value_of_a_claim() -> None:
    tree = explain("اعتقلت الشرطة المصرية عشرة من أعضاء جماعة الإخوان المسلمين في محافظة الجيزة.", "2018-04-11")
    claims = [node for sentence in tree.children for node in sentence.children if node.label.startswith("claim ")]
    assert claims
    for claim in claims:
        assert claim.rule
        for value in claim.children:
            if not value.label.startswith("weapons"):
                assert value.rule, value.label


def test_tallies_are_counts_that_stand() -> None:
    found = read("وينشر التحالف نحو 2500 جندي في العراق منذ سنوات.").tallies
    assert [(tally.low, tally.high) for tally in found] == [(2500, 2500)]
    assert found[0].place is not None
    assert found[0].place.country == "IRQ"


def test_what_somebody_suffered_and_the_attack_behind_it_are_one_claim() -> None:
    claims = read("قتل خمسة جنود وأصيب سبعة آخرون في هجوم شنه مسلحون على نقطة تفتيش قرب مدينة الحويجة.").claims
    assert [claim.type for claim in claims] == ["ASSAULT"]
    assert {(figure.what, figure.low) for figure in claims[0].figures} == {("killed", 5), ("wounded", 7)}
    assert [actor.text for actor in claims[0].actors] == ["مسلحون"]


def test_who_carried_an_attack_out_is_told_by_the_verb_that_takes_it_up() -> None:
    claim = next(c for c in read("تعرض مقر الشرطة لقصف نفذته طائرات حربية سورية في ريف إدلب.").claims)
    assert [actor.text for actor in claim.actors] == ["طائرات حربية سورية"]


def test_a_statement_speaks_for_whoever_issued_it() -> None:
    text = "جاء في بيان للجيش الأردني أن قواته أسقطت طائرة مسيرة قرب الحدود. وأوضح البيان أن الغارة نفذت فجر اليوم."
    origins = [claim.isnad[-1].text for claim in read(text).claims if claim.isnad]
    assert origins
    assert all("جيش الأردني" in origin for origin in origins)


def test_the_side_that_did_it_claims_it_and_the_side_that_suffered_it_accuses() -> None:
    own = read("أعلن الجيش التركي أن قواته قصفت مواقع لحزب العمال الكردستاني شمال العراق.").claims[0]
    hit = read("قال الجيش اللبناني إن إسرائيل قصفت مركزا للجيش اللبناني في بلدة العديسة.").claims[0]
    witness = read("قال شهود عيان إن إسرائيل قصفت مركزا للجيش اللبناني في بلدة العديسة.").claims[0]
    assert (own.stance, hit.stance, witness.stance) == ("claims", "accuses", "reports")


def test_the_holder_of_a_title_is_who_is_named_with_it_later() -> None:
    text = "حذر وزير الخارجية الفرنسي إيران من التصعيد. ثم التقى وزير الخارجية الفرنسي جان إيف لودريان نظيره العماني."
    claim = next(claim for claim in read(text).claims if claim.type == "THREATEN")
    assert [actor.text for actor in claim.actors] == ["جان إيف لودريان"]


def test_a_bare_number_that_was_passed_counts_what_was_told_last() -> None:
    text = "وقعت هجمات جديدة على قواعد التحالف قرب الحسكة مساء الثلاثاء.\nقال المتحدث: لقد تجاوزنا الثمانين الآن."
    assert [(tally.what, tally.low, tally.high) for tally in read(text).tallies] == [("هجمات", 81, None)]


def test_places_taken_separately_are_a_claim_each() -> None:
    told = "\n".join(
        (
            "سيطرت قوات الحكومة صباح الاثنين على بلدة تلعفر ومدينة سنجار بعد معارك طويلة.",
            "وقال متحدث باسم الجيش إن طائرات التحالف قصفت مواقع التنظيم في سوريا والعراق.",
        )
    )
    claims = read(told).claims
    taken = [claim for claim in claims if claim.mode == "seize"]
    assert [claim.place and claim.place.text for claim in taken] == ["بلدة تلعفر", "مدينة سنجار"]
    assert [[party.text for party in claim.targets] for claim in taken] == [["بلدة تلعفر"], ["مدينة سنجار"]]
    assert sum(claim.trigger.text == "قصفت" for claim in claims) == 1


def test_strikes_take_their_means_from_what_is_told_elsewhere_of_the_same_doer() -> None:
    told = "قال الوزير إن القوات الفرنسية نفذت ضربات على ثلاثة مواقع للتنظيم شمالي مالي."
    elsewhere = "وقال سكان إن القوات الفرنسية شنت غارات جوية على التنظيم قرب كيدال."
    assert [claim.mode for claim in read(f"{told}\n{elsewhere}").claims] == ["airstrike", "airstrike"]
    other = "وقال سكان إن القوات التشادية شنت غارات جوية على التنظيم قرب كيدال."
    assert [claim.mode for claim in read(f"{told}\n{other}").claims] == ["other", "airstrike"]


def test_losses_told_as_unconfirmed_are_a_claim_beside_the_attack_told_as_a_fact() -> None:
    attack, losses = read("قصفت المدفعية مقرا للواء الثامن في الضاحية وسط أنباء عن سقوط قتلى.").claims
    assert (attack.status, attack.figures) == ("occurred", ())
    assert (losses.status, [(one.what, one.low, one.high) for one in losses.figures]) == (
        "uncertain",
        [("killed", 2, None)],
    )


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("قتل خمسة من الحراس في انفجار نفذه انتحاري عند مدخل الوزارة في كابل.", "suicide-bombing"),
        ("شنت طائرات مسيرة غارة على مستودع للذخيرة قرب الحديدة فجر الأحد.", "drone"),
        ("دبابات الجيش استهدفت مركز مراقبة شرق خان يونس صباح الأحد.", "shelling"),
        ("وبذلك يرتفع عدد القتلى من الجنود منذ مطلع العام إلى مئتين وعشرة.", "other"),
    ],
)
def test_the_clause_settles_how_it_was_done(text: str, mode: str) -> None:
    assert [claim.mode for claim in read(text).claims if claim.type == "ASSAULT"] == [mode]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("سيطر الجيش السوري أمس على بلدة إنخل ومدينة جاسم.", "COERCE", ["بلدة إنخل", "مدينة جاسم"]),
        ("داهمت الشرطة منازل في مدينة نابلس وبلدة حوارة.", "COERCE", ["مدينة نابلس", "بلدة حوارة"]),
        ("أرسل الجيش دبابات إلى بلدة بيت حانون وجباليا.", "MOBILIZE", ["بلدة بيت حانون", "جباليا"]),
        (
            "سيطر المتمردون على مناطق واسعة من البلاد بينها مدينة الضالع وبلدة قعطبة.",
            "COERCE",
            ["البلاد", "مدينة الضالع", "بلدة قعطبة"],
        ),
        ("تتواصل في محافظتي صعدة وعمران اشتباكات بين الجيش والقبائل.", "ASSAULT", ["محافظتي صعدة", "عمران"]),
        ("استهدف الهجوم مركز الشرطة في بغداد ومبنى البلدية في البصرة.", "ASSAULT", ["بغداد", "البصرة"]),
        ("أغلق الجيش الطريق بين مدينة نابلس وبلدة حوارة.", "COERCE", None),
        ("اعتقلت الشرطة سبعة أشخاص في العراق وسوريا.", "COERCE", None),
    ],
)
def test_a_list_of_places_is_a_claim_for_each(text: str, kind: str, places: list[str] | None) -> None:
    found = [claim for claim in read(text).claims if claim.type == kind]
    if places is None:
        assert len(found) == 1
    else:
        assert [claim.place and claim.place.text for claim in found] == places


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "قال مسؤول الإغاثة في المحافظة الشمالية العميد سالم الدهان إن القصف قتل خمسة مزارعين في بلدة سرمين.",
            ["سالم الدهان"],
        ),
        (
            "وكانت وزارة الدفاع الروسية قد أعلنت مساء الأحد تدمير مستودع للذخيرة، مشيرة إلى أن طائراتها عادت سالمة.",
            ["وزارة الدفاع الروسية"],
        ),
        (
            "قال مصدر في وزارة الداخلية العراقية لـ«النهار» إن انفجارا قتل ثلاثة جنود في بعقوبة.",
            ["مصدر في وزارة الداخلية العراقية"],
        ),
        ("قال مراسل لوكالة رويترز إن قذيفة سقطت على سوق في الحديدة.", ["وكالة رويترز"]),
        ('وأفادت وكالة الأنباء السورية "سانا" بأن قذائف سقطت على حي سكني في حلب.', ["سانا"]),
        (
            "ذكر التلفزيون السوري أن الجيش قصف بلدة خان شيخون. وبحسب المصدر نفسه، قصفت طائرات حربية مدينة إدلب.",
            ["التلفزيون السوري"],
        ),
        (
            "قال سالم العامري رئيس بلدية البلدة ومصدران بالشرطة إن انتحاريا فجر نفسه في السوق.",
            ["سالم العامري", "مصدران بالشرطة"],
        ),
        (
            "وأكد قائد اللواء 35 مدرع في الجيش اليمني، العميد عدنان الحمادي، أن مسلحين قتلوا جنديين في تعز.",
            ["عدنان الحمادي"],
        ),
        (
            "أفاد مسؤولون بوزارة الداخلية العراقية أن مسلحين قتلوا ضابطا في كركوك.",
            ["مسؤولون بوزارة الداخلية العراقية"],
        ),
        ("وذكر بيان صادر عن قوات الناتو أن مسلحين قتلوا جنديين في قندهار.", ["قوات الناتو"]),
        (
            "أعلن مكتب رئيس الوزراء العراقي مصطفى الكاظمي أن مسلحين قتلوا جنديين في كركوك.",
            ["مكتب رئيس الوزراء العراقي"],
        ),
        ("وأكد مسؤول آخر في الشرطة يدعى كريم الساعدي أن مسلحين قتلوا تاجرا في البصرة.", ["كريم الساعدي"]),
        ("قال الوزير إن الوفد سيعود، وذلك بعد هجوم شنه مسلحون على مخفر في الحسكة.", []),
        ("قتل أربعة في هجومين تبنتهما حركة طالبان.", ["حركة طالبان"]),
        (
            "قتل شخصان في قصف على بلدة الباغوز، بحسب مسؤول في وزارة الدفاع السورية وعضو سابق في الدفاع المدني.",
            ["مسؤول في وزارة الدفاع السورية", "عضو سابق في الدفاع المدني"],
        ),
    ],
)
def test_who_tells_is_named_as_the_sentence_names_him(text: str, links: list[str]) -> None:
    told = [[link.text for link in claim.isnad] for claim in read(text).claims if claim.type == "ASSAULT"]
    assert {tuple(chain) for chain in told} == {tuple(links)}


@pytest.mark.parametrize(
    ("text", "stance", "status"),
    [
        ("أعلن الجيش التركي أنه قصف مواقع لحزب العمال الكردستاني شمال العراق.", "claims", "occurred"),
        ("أعلنت الشرطة الباكستانية اعتقال سبعة مشتبهين في كراتشي، مؤكدة أن التحقيق مستمر.", "claims", "occurred"),
        ("نفى المتحدث باسم الجيش السوداني مقتل مدنيين في غارة على الخرطوم.", "denies", "negated"),
        ("قالت مصادر محلية إن غارة جوية استهدفت منزلا في صعدة.", "reports", "occurred"),
        ("قالت مصادر عسكرية إن القوات الحكومية اليمنية سيطرت على مدينة شقرة.", "claims", "occurred"),
        ("قال قائد عسكري يمني إن ميليشيا الحوثي قصفت حيا سكنيا في تعز.", "accuses", "occurred"),
        ("قالت الشرطة الأفغانية إن انتحاريا فجر نفسه في سوق بجلال آباد.", "reports", "occurred"),
        ("وقال مدير المستشفى الإندونيسي في غزة إن الجيش الإسرائيلي قصف بوابة المستشفى.", "reports", "occurred"),
        ("وقالت وزارة الدفاع الروسية إن طائرات أمريكية قصفت بلدة في ريف دير الزور.", "accuses", "occurred"),
        ("وقالت الشرطة السويدية إن ثلاثة رجال متورطين في اغتيال الصحفي فروا إلى الخارج.", "accuses", "occurred"),
    ],
)
def test_the_stance_follows_from_who_tells_of_whose_deed(text: str, stance: str, status: str) -> None:
    found = [(claim.stance, claim.status) for claim in read(text).claims if claim.isnad]
    assert set(found) == {(stance, status)}


@pytest.mark.parametrize(
    "text",
    [
        "هز انفجار وسط كابل صباح الأحد، وأسفر الانفجار عن مقتل ستة مدنيين.",
        "قتل خمسة من مسلحي التنظيم في معارك غرب الرمادي، فيما قتل جنديان من الجيش العراقي.",
        "قصفت طائرات التحالف مواقع الحوثيين في صعدة بعشرات الصواريخ.",
        "لقي خمسة حراس مصرعهم فجر السبت في كمين قرب البصرة.",
        "قتل حارس تابع للبلدية أمس الأحد بهجوم مسلح شرق المدينة.",
        "قتل جندي شمال المدينة حينما انفجر لغم أرضي في عربته.",
        "هز الهجوم الانتحاري السوق صباح الأحد وخلف ستة قتلى.",
    ],
)
def test_words_that_tell_one_attack_are_one_claim(text: str) -> None:
    assert sum(claim.type == "ASSAULT" for claim in read(text).claims) == 1


def test_a_deed_that_somebody_is_accused_of_is_the_event() -> None:
    found = read("اتهم وزير الدفاع دولة مجاورة بدعم المتمردين بالسلاح.").claims
    assert [(claim.type, claim.stance) for claim in found] == [("AID", "accuses")]


def test_a_word_inside_a_place_name_is_no_verb() -> None:
    claim = only("قصف الجيش بيت حانون فجر الاثنين.", "ASSAULT")
    assert "بيت حانون" in {claim.place.text if claim.place else "", *(party.text for party in claim.targets)}


def test_a_monastery_in_a_towns_name_is_no_verb() -> None:
    claim = only("اعتقلت الشرطة ثلاثة أشخاص في دير الزور.", "COERCE")
    assert claim.place is not None
    assert claim.place.text == "دير الزور"


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "وكانت القوات المشتركة، التي يقودها العقيد سالم الهادي، أعلنت قصف موقع للمتمردين غرب المدينة.",
            {"القوات المشتركة"},
        ),
        ("قالت الحكومة إن المتمردين قصفوا السوق، كما تتهم المتمردين بتفجير الجسر.", {"الحكومة"}),
        ("وقضت محكمة عسكرية بسجن الجندي عشرين عاما بتهمة قتل ثلاثة مدنيين.", {"محكمة عسكرية"}),
        ("وقتل تسعون مدنيا في قصف السوق في حصيلة لوزارة الصحة.", {"وزارة الصحة"}),
    ],
)
def test_whoever_tells_is_found_wherever_he_stands(text: str, origins: set[str]) -> None:
    deeds = [claim for claim in read(text).claims if claim.type == "ASSAULT"]
    assert deeds
    assert {claim.isnad[-1].text for claim in deeds if claim.isnad} == origins


def test_a_visit_during_which_somebody_spoke_is_the_outlets_word() -> None:
    claim = only("وشدد قائد الجيش، خلال زيارته الحدود الشرقية، على أن قواته قصفت معسكرا للمهربين.", "CONSULT")
    assert claim.isnad == ()


def test_a_toll_of_a_month_has_no_means() -> None:
    text = "قتل أربعة جنود في انفجار قنبلة. وبذلك ترتفع خسائر القوات الدولية خلال هذا الشهر إلى ثلاثين قتيلا."
    assert [claim.mode for claim in read(text).claims if claim.type == "ASSAULT"][-1] == "other"
