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


assert types_in
