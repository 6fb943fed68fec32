"""Talks, visits and accords in plain sentences of the news: who meets whom, and what is told of it."""

from __future__ import annotations

from making import claims_in, doers_in, types_in


def test_another_title_of_another_state_is_somebody_else() -> None:
    told = "استقبل وزير الخارجية المصري السفير الإيطالي جامباولو كانتيني."
    assert doers_in(told, "استقبل") == {"وزير الخارجية المصري", "جامباولو كانتيني"}


def test_an_office_goes_on_behind_and_to_the_name() -> None:
    told = "أجرى وزير الداخلية والجماعات المحلية نور الدين بدوي محادثات مع نظيره التونسي."
    assert doers_in(told, "محادثات") == {"نور الدين بدوي", "نظيره التونسي"}
    told = "تباحث وزير الشؤون الخارجية والتعاون الدولي ناصر بوريطة مع المبعوث خوسي مانويل."
    assert "ناصر بوريطة" in doers_in(told, "تباحث")


def test_names_that_begin_like_the_article_or_like_and() -> None:
    told = "التقى رئيس الحكومة السفيرة الأميركية إليزابيث ريتشارد ثم السفير الروسي ألكسندر زاسبكين."
    assert {"إليزابيث ريتشارد", "ألكسندر زاسبكين"} <= doers_in(told, "التقى")
    assert doers_in("وصلت وزيرة خارجية السويد مارغو والستروم إلى صنعاء.", "وصلت") == {"مارغو والستروم"}


def test_two_groups_behind_one_head() -> None:
    told = "توصلت حركتا فتح وحماس إلى اتفاق في القاهرة برعاية المخابرات المصرية."
    assert doers_in(told, "توصلت") == {"فتح", "حماس"}


def test_some_of_a_group_are_named_with_it() -> None:
    told = "أجرى المبعوث مارتن غريفيث محادثات في صنعاء مع قادة من جماعة الحوثي."
    assert doers_in(told, "محادثات") == {"مارتن غريفيث", "قادة من جماعة الحوثي"}


def test_a_visitor_goes_on_to_meet() -> None:
    told = "زار وزير الدفاع التونسي طرابلس. والتقى نظيره الليبي صلاح الدين النمروش."
    assert doers_in(told, "والتقى") == {"وزير الدفاع التونسي", "صلاح الدين النمروش"}


def test_a_counterpart_is_thanked_and_called_by_the_title() -> None:
    told = (
        "اجتمع وزير الخارجية التركي مولود أوغلو في أنقرة بنظيره الإيراني محمد ظريف. وقال الوزير الإيراني إن الحوار "
        "مفيد. وشكر نظيره التركي على استضافته."
    )
    thanks = next(one for one in claims_in(told) if one.type == "SUPPORT")
    assert [one.text for one in thanks.actors] == ["محمد ظريف"]
    assert [one.text for one in thanks.targets] == ["مولود أوغلو"]


def test_the_present_of_a_headline_tells_what_was_done() -> None:
    assert claims_in("محمد بن راشد يستقبل رئيس وزراء الهند")[0].status == "occurred"
    assert claims_in("يستقبل الرئيس غدا وزير خارجية الهند.")[0].status == "planned"


def test_what_is_called_off_was_not_done() -> None:
    told = claims_in("ألغى وزير الخارجية اللبناني زيارة كانت مقررة إلى واشنطن.")
    assert [(one.type, one.status, one.stance) for one in told] == [("CONSULT", "negated", "reports")]
    assert claims_in("أرجأت إسرائيل اجتماعا كان مقررا مع الوفد المصري.")[0].status == "planned"
    told = claims_in("قال مصدر دبلوماسي إن أي لقاء لم يعقد بين الوزيرين في نيويورك.")
    assert told[0].status == "negated"


def test_an_invitation_is_a_visit_to_come_or_a_request() -> None:
    told = "وجه الرئيس الفرنسي إيمانويل ماكرون دعوة إلى نظيره الإيراني حسن روحاني لزيارة باريس."
    visit = next(one for one in claims_in(told) if one.mode == "visit")
    assert visit.status == "planned"
    assert types_in("دعا وزير الخارجية الصيني وانغ يي نظيره الهندي إلى زيارة بكين.") == ["REQUEST"]


def test_what_a_law_lays_down_is_no_claim_beside_its_adoption() -> None:
    assert types_in("أقر البرلمان العراقي قانونا يلزم الحكومة بإخراج القوات الأجنبية.") == []
    adopted = claims_in("اعتمدت الجمعية العامة للأمم المتحدة قرارا يطالب بوقف إطلاق النار في غزة.")
    assert adopted[0].place is None


def test_talks_are_where_their_words_say() -> None:
    talks = claims_in("استأنفت الولايات المتحدة وحركة طالبان محادثات السلام في الدوحة بعد توقف.")
    assert talks[0].place is not None
    assert talks[0].place.text == "الدوحة"


def test_two_delegations_are_two_sides_of_one_state() -> None:
    met = claims_in("عقد في جنيف اجتماع بين وفدي الحكومة والمعارضة السورية.")[0]
    assert {(one.text, one.country) for one in met.actors} == {("الحكومة", "SYR"), ("المعارضة السورية", "SYR")}


def test_a_guest_signs_and_not_his_goal() -> None:
    told = "يزور الرئيس الصيني شي جين بينغ الرياض الأسبوع المقبل ويوقع اتفاقات في مجال الطاقة."
    assert doers_in(told, "وقع") == {"شي جين بينغ"}


def test_the_title_of_a_ruler_behind_his_name_is_his() -> None:
    told = "تلقى الشيخ تميم بن حمد آل ثاني أمير البلاد المفدى اتصالا هاتفيا من الرئيس رجب طيب أردوغان."
    assert doers_in(told, "اتصالا") == {"تميم بن حمد آل ثاني", "رجب طيب أردوغان"}
    told = "أعلنت حركة طالبان أن وفدا من مكتبها السياسي التقى في الدوحة المبعوث الأمريكي زلماي خليل زاد."
    assert doers_in(told, "التقى") == {"وفدا من مكتبها السياسي", "زلماي خليل زاد"}


def test_what_is_discussed_is_no_part_of_a_counterpart() -> None:
    assert doers_in("بحث وزير الدفاع مع نظيره الأوضاع في عدن.", "بحث") == {"وزير الدفاع", "نظيره"}


def test_a_meeting_between_sides_behind_its_verb() -> None:
    told = "أعلن وزير الخارجية الأردني أن اجتماعا سيعقد في عمان بين وزراء خارجية الأردن ومصر والعراق."
    assert {"مصر", "العراق"} <= doers_in(told, "اجتماعا")
    told = "قالت مصادر دبلوماسية إن محادثات سرية جرت بين مسؤولين سعوديين وإيرانيين في بغداد."
    assert doers_in(told, "محادثات") == {"مسؤولين سعوديين", "إيرانيين"}


def test_a_meeting_refused_is_a_refusal() -> None:
    assert types_in("رفض رئيس الوزراء اللبناني المكلف سعد الحريري لقاء الوفد.") == ["REJECT"]


def test_how_an_office_is_held_stands_before_the_name() -> None:
    told = claims_in("هنأت المستشارة الألمانية أنغيلا ميركل الرئيس التونسي المنتخب قيس سعيد بفوزه.")[0]
    assert [one.text for one in told.targets] == ["قيس سعيد"]


def test_what_is_talked_about_takes_no_part() -> None:
    assert claims_in("اجتماع ثلاثي في طهران لبحث الأزمة السورية")[0].actors == ()


def test_a_visitor_is_where_he_arrives() -> None:
    visit = claims_in("البرهان يصل جوبا في أول زيارة خارجية منذ توليه السلطة")[0]
    assert visit.place is not None
    assert visit.place.text == "جوبا"


def test_what_two_discuss_is_no_deed_of_theirs() -> None:
    told = "بحث وزير الدفاع القطري خالد العطية مع نظيره التركي خلوصي أكار في الدوحة التعاون العسكري بين البلدين."
    assert types_in(told) == ["CONSULT"]
    told = "التقى المبعوث غسان سلامة رئيس المجلس الرئاسي فايز السراج، وبحثا الترتيبات الأمنية."
    assert types_in(told) == ["CONSULT"]


def test_where_a_mission_is_stands_before_the_name_of_its_head() -> None:
    told = "أشاد رئيس بعثة الأمم المتحدة في الصومال جيمس سوان بجهود الحكومة."
    assert doers_in(told, "أشاد") == {"جيمس سوان"}


def test_whoever_mediates_is_no_side() -> None:
    assert doers_in("توسطت قطر بين الحكومة التشادية والمعارضة المسلحة.", "توسطت") == {"قطر"}
