"""Questions to a store: summaries, figures side by side, independent lines, marked sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import KhabarError
from khabar.model import Claim, Extraction, Span, Trigger, Where
from khabar.store import Filter, Store, StoredArticle, StoredClaim
from khabar.views import names
from khabar.views.figures import latest_of_lines, ranges, steps_of_lines
from khabar.views.labels import count_label, counted, kind_label, label
from khabar.views.lines import Transmitters, independent_lines, lines_of
from khabar.views.marks import sentence_of
from khabar.views.questions import Questions, open_store
from khabar.views.sources_known import find_body, find_person, links_told
from khabar.views.summary import common_date, common_parties, common_place
from making import STRIKE, STRIKE_TOLL, article, claim, killed, link, party, store_pairs, strike


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Questions]:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        store_pairs(opened)
    with open_store(tmp_path / "s.db") as questions:
        yield questions


def told(found: Claim, outlet: str, reported: str | None = None, n: int = 0) -> StoredClaim:
    source = StoredArticle(article=article("", f"{outlet}-{n}", outlet), reported_low=reported, reported_high=reported)
    return StoredClaim(source=source, n=n, claim=found)


def test_the_timeline_goes_by_day(asked: Questions) -> None:
    days = asked.timeline()
    assert [(day.day, [event.id for event in day.events]) for day in days] == [
        ("2024-03-04", ["e-visit"]),
        ("2024-03-05", ["e-strike"]),
    ]


def test_an_event_sums_up_its_claims(asked: Questions) -> None:
    event = asked.events(Filter(types=("ASSAULT",)))[0]
    assert (event.mode, event.date, event.claims, event.articles) == ("drone", "2024-03-05", 2, 2)
    assert event.place is not None
    assert event.place.text == "قاعدة التاجي"
    assert event.outlets == ("وكالة المثال", "صحيفة النموذج")
    assert event.lines == 2
    assert event.disputed
    assert event.first_reported == "2024-03-05"


def test_as_of_shows_only_what_had_been_reported(asked: Questions) -> None:
    event = asked.events(Filter(types=("ASSAULT",), as_of="2024-03-05"))[0]
    assert (event.claims, event.disputed, event.figures[0].high) == (1, False, 3)
    detail = asked.event("e-strike", as_of="2024-03-05")
    assert [view.article for view in detail.claims] == ["a1"]
    with pytest.raises(KhabarError, match="nothing about event e-strike had been reported by 2024-03-04"):
        asked.event("e-strike", as_of="2024-03-04")


def test_event_detail_marks_the_sentence_and_gives_the_chain(asked: Questions) -> None:
    detail = asked.event("e-strike")
    first = detail.claims[0]
    assert first.chain == ("وزارة الدفاع العراقية", "وكالة المثال")
    assert first.sentence.text == STRIKE
    marked = {mark.role: first.sentence.text[mark.start : mark.end] for mark in first.sentence.marks}
    assert marked == {"trigger": "هجوم", "target": "جنود", "place": "قاعدة التاجي", "source": "وزارة الدفاع العراقية"}


def test_ids_may_be_shortened_while_they_stay_clear(asked: Questions) -> None:
    assert asked.event("e-v").event.id == "e-visit"
    with pytest.raises(KhabarError, match="may be e-strike, e-visit"):
        asked.event("e-")
    with pytest.raises(KhabarError, match=r"no event nothing in .*; list them with: khabar events"):
        asked.event("nothing")
    with pytest.raises(KhabarError, match="no event "):
        asked.event("")


def test_sources_count_what_passes_through(asked: Questions) -> None:
    rows = {row.name: (row.kind, row.told, row.origin, row.relayed, row.events) for row in asked.sources()}
    assert rows["صحيفة النموذج"] == ("outlet", 2, 0, 0, 2)
    assert rows["وزارة الدفاع العراقية"] == ("military", 0, 1, 0, 1)
    assert rows["مصدر طبي"] == ("unnamed", 0, 1, 0, 1)


def test_figures_stand_side_by_side() -> None:
    claims = [
        told(strike(dead=killed(3)), "أ", "2024-03-05"),
        told(strike(dead=killed(6), isnad=(link("مصدر طبي", "unnamed"),)), "ب", "2024-03-05"),
        told(strike(dead=killed(5, None), isnad=(link("محافظ بغداد"),)), "ج", "2024-03-06"),
    ]
    (found,) = ranges(claims)
    assert (found.what, found.low, found.best, found.high, found.disputed) == ("killed", 3, 5, None, True)
    assert [(line.low, line.high, line.chain, line.outlet) for line in found.statements] == [
        (3, 3, ("وزارة الدفاع العراقية",), "أ"),
        (6, 6, ("مصدر طبي",), "ب"),
        (5, None, ("محافظ بغداد",), "ج"),
    ]


def test_only_the_latest_statement_of_a_source_counts() -> None:
    claims = [
        told(strike(dead=killed(5)), "ب", "2024-03-07"),
        told(strike(dead=killed(3)), "أ", "2024-03-05"),
    ]
    (found,) = ranges(claims)
    assert (found.low, found.best, found.high, found.disputed) == (5, 5, 5, False)
    assert [line.low for line in found.statements] == [3, 5]


def test_a_part_does_not_replace_the_total() -> None:
    parts = strike(figures=(killed(2, of="أطفال"), killed(14), killed(9, what="wounded")))
    assert [(found.what, found.low) for found in ranges([told(parts, "أ")])] == [("killed", 14), ("wounded", 9)]


def test_open_and_closed_ranges_that_meet_are_no_dispute() -> None:
    claims = [told(strike(dead=killed(3, None)), "أ"), told(strike(dead=killed(8), isnad=(link("شرطي"),)), "ب")]
    assert not ranges(claims)[0].disputed


def test_ten_outlets_quoting_one_agency_are_one_line() -> None:
    agency = link("وكالة ضفاف", "agency")
    claims = [told(strike(isnad=(agency, link("متحدث"))), f"صحيفة {n}") for n in "ابتثجحخدذر"]
    assert lines_of(claims) == 1


def test_an_agency_read_itself_and_quoted_is_one_transmitter() -> None:
    claims = [
        told(strike(isnad=(link("متحدث"),)), "وكالة ضفاف للأنباء"),
        told(strike(isnad=(link("وكالة ضفاف", "agency"), link("متحدث"))), "صحيفة الصباح"),
    ]
    assert lines_of(claims) == 1


def test_a_source_without_a_name_is_told_apart_by_its_carrier() -> None:
    unnamed = link("مصدر أمني", "unnamed")
    assert lines_of([told(strike(isnad=(unnamed,)), "جريدة"), told(strike(isnad=(unnamed,)), "قناة")]) == 2
    named = link("وزير الداخلية")
    assert lines_of([told(strike(isnad=(named,)), "جريدة"), told(strike(isnad=(named,)), "قناة")]) == 1


def test_crossing_chains_are_counted_by_flow_not_greedily() -> None:
    paths = [("o1", "a", "x"), ("o1", "a", "y"), ("o2", "a", "y"), ("o2", "b", "x")]
    assert independent_lines(paths) == 2


@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=4, unique=True), max_size=8))
def test_a_reprint_never_adds_a_line_and_a_new_chain_adds_one(paths: list[list[str]]) -> None:
    lines = independent_lines(paths)
    assert lines <= len(paths)
    assert independent_lines([*paths, *paths]) == lines
    assert independent_lines([*paths, ["new outlet", "new origin"]]) == lines + 1
    if paths:
        assert independent_lines([*paths, ["reprinter", *paths[0]]]) == lines


def test_transmitters_follow_known_ids_across_spellings() -> None:
    one = told(strike(isnad=(link("البنتاغون", "military", "gov.usa.dod"),)), "أ")
    other = told(strike(isnad=(link("وزارة الدفاع الأميركية", "military", "gov.usa.dod"),)), "ب")
    keys = Transmitters([one, other])
    assert keys.origin(one) == keys.origin(other) == "gov.usa.dod"


def test_parts_without_a_place_in_the_text_are_looked_for_and_none_overlap() -> None:
    text = f"مقدمة. {STRIKE_TOLL}"
    found = claim(STRIKE_TOLL, "هجوم المسيّرات", at=7, targets=(party("ستة جنود"),), place=Where(text="التاجي"))
    sentence = sentence_of(found, text)
    assert sentence.text == STRIKE_TOLL
    assert [(mark.role, sentence.text[mark.start : mark.end]) for mark in sentence.marks] == [
        ("target", "ستة جنود"),
        ("trigger", "هجوم المسيّرات"),
        ("place", "التاجي"),
    ]
    overlapping = claim(STRIKE, "هجوم", targets=(party("هجوم بالمسيّرات"),), actors=(party("ليس هنا"),))
    assert [mark.role for mark in sentence_of(overlapping, STRIKE).marks] == ["trigger"]


def test_the_whole_sentence_around_the_evidence_is_shown() -> None:
    text = "سبقه كلام (بلغ 2.5 مليون). قال متحدث إن الهجوم وقع\u060c وأضاف جملة؟ ثم غيرها."
    start = text.index("الهجوم")
    span = Trigger(start=start, end=start + 6, text="الهجوم")
    found = Claim(quote="الهجوم وقع", trigger=span, evidence=Span(start, start + 10), type="ASSAULT")
    sentence = sentence_of(found, text)
    assert sentence.text == "قال متحدث إن الهجوم وقع\u060c وأضاف جملة؟"
    assert text[sentence.start :].startswith(sentence.text)
    assert sentence_of(found, "").text == "الهجوم وقع"


def test_common_values() -> None:
    assert common_date(["2024-03", "2024-03", "2024-03-05", None]) == "2024-03-05"
    assert common_date([None]) is None
    places = [Where(text="العراق", precision="country"), Where(text="العراق", precision="country"), Where(text="بغداد")]
    assert common_place(places) == places[2]
    assert common_place([]) is None
    parties = common_parties([(party("أوستن"), party("إيران")), (party("إيران"),), (party("ايران"),)])
    assert [found.text for found in parties] == ["إيران", "أوستن"]


def test_a_denied_event_is_contested(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save(
            article(STRIKE, "a"), Extraction(id="a", claims=(strike(), strike(status="negated", stance="denies")))
        )
        opened.assign_events({("a", 0): "e", ("a", 1): "e"})
        event = Questions(opened).events()[0]
    assert event.contested
    assert event.disputed


def test_labels() -> None:
    assert kind_label("ASSAULT", "drone", "en") == "Assault · drone"
    assert kind_label("ASSAULT", "other", "ar") == "اعتداء"
    assert count_label(3, 3, "en") == "3"
    assert count_label(3, None, "en") == "at least 3"
    assert count_label(0, 5, "en") == "up to 5"
    assert count_label(2500, 3000, "ar") == "2,500-3,000"
    assert (counted(1, "article", "en"), counted(2, "line", "en")) == ("1 article", "2 independent lines")
    assert [counted(n, "article", "ar") for n in (1, 2, 3, 11)] == ["مقال واحد", "مقالان", "3 مقالات", "11 مقالا"]
    assert label("no such code", "ar") == "no such code"


def test_names_people_type() -> None:
    assert names.places("العراق") == ("العراق", "IRQ")
    assert names.places("Iraq") == ("Iraq", "IRQ")
    assert names.places("تكريت") == ("تكريت",)
    assert names.places_in("لا مكان بهذا الاسم") == ()
    assert {"irq.anbar", "irq.ain-al-asad-air-base"} <= set(names.places_in("الأنبار")) == set(names.places_in("Anbar"))
    assert "irq.karkh" not in names.places_in("الأنبار")
    assert names.types(["assault,consult", "AID"]) == ("ASSAULT", "CONSULT", "AID")
    with pytest.raises(KhabarError, match="no event type WAR; the types are ASSAULT"):
        names.types(["war"])


def test_a_bare_word_for_a_party_counts_as_that_party() -> None:
    names = ("مقر حرس الحدود", "مقرّهم", "مقرا", "لواء النهر", "لواء النهر")
    found = common_parties([(party(name),) for name in names])
    assert [one.text for one in found] == ["مقر حرس الحدود", "لواء النهر"]
    assert [found.text for found in common_parties([(party("دبابة"),), (party("مقرا"),)])] == ["دبابة", "مقرا"]


def test_a_denied_toll_denies_no_event(tmp_path: Path) -> None:
    harm: dict[str, Any] = {"text": "تحدث مصدر عن مقتل ستة عشر جنديا.", "word": "مقتل", "dead": killed(16)}
    denial = strike(status="negated", stance="denies", **harm)
    other = {"deed": strike(), "harm": strike(**harm)}
    for known, contested in (("deed", False), ("harm", True)):
        with Store.open(tmp_path / f"{known}.db", create=True) as opened:
            opened.save(article(STRIKE, "a"), Extraction(id="a", claims=(other[known], denial)))
            opened.assign_events({("a", 0): "e", ("a", 1): "e"})
            assert Questions(opened).events()[0].contested == contested


def test_a_figure_stays_with_who_gave_it_first_and_a_vaguer_word_of_the_day_does_not_replace_it() -> None:
    claims = [
        told(strike(dead=killed(18)), "وكالة النهر", "2024-03-05"),
        told(strike(dead=killed(2, None)), "وكالة النهر", "2024-03-05"),
        told(strike(dead=killed(18)), "صحيفة الغد", "2024-03-06"),
    ]
    (found,) = ranges(claims)
    assert (found.low, found.high, found.disputed) == (18, 18, False)
    assert [(one.low, one.outlet) for one in latest_of_lines(found.statements)] == [(18, "وكالة النهر")]
    (later,) = ranges([*claims, told(strike(dead=killed(20, None)), "وكالة النهر", "2024-03-07")])
    assert [[one.low for one in steps] for steps in steps_of_lines(later.statements)] == [[18, 20]]


def test_an_outlet_that_names_itself_is_no_transmitter() -> None:
    item = told(strike(isnad=(link("وكالة النهر للأنباء", "agency"), link("مصدر طبي", "unnamed"))), "وكالة النهر")
    assert [one.text for one in links_told(item)] == ["مصدر طبي"]
    assert lines_of([item, told(strike(isnad=(link("وكالة النهر", "agency"),)), "صحيفة الغد")]) == 1


def test_a_body_that_publishes_is_the_body_that_others_quote() -> None:
    own = told(strike(isnad=()), "وزارة دفاع المثال")
    quoted = told(strike(isnad=(link("وزارة دفاع المثال", "government"),)), "صحيفة الغد")
    assert lines_of([own, quoted]) == 1
    force = told(strike(isnad=(link("الدعم السريع", "armed-group"),)), "ب")
    assert lines_of([told(strike(isnad=()), "قوات الدعم السريع"), force]) == 1


def test_a_person_known_by_a_shorter_name_is_found() -> None:
    assert find_person("شلال علي شائع") == find_body("شلال شائع")
    assert find_person("زيد علي عمرو") is None


def test_names_in_english_and_other_names_of_a_source_are_understood() -> None:
    assert "group.houthis" in names.actors("Houthis")
    assert "group.daesh" in names.actors("ISIS")
    assert names.actors("Iraq") == ("Iraq",)
    assert {"agency.afp", "وكالة فرانس برس"} <= set(names.sources("AFP"))
    assert names.sources("صحيفة لا يعرفها أحد") == ()
