"""Sources as entities, and the record of each: whose word, how early, borne out or contradicted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.cli.main import run
from khabar.errors import KhabarError
from khabar.model import Extraction, Link
from khabar.store import Filter, Store, StoredArticle, StoredClaim
from khabar.views.questions import Questions
from khabar.views.sources import Source, Sources
from khabar.views.sources_known import bodies_of, find_body, find_publisher, gathers, known
from khabar.views.sources_names import is_nameless, publisher_words, words_of
from khabar.views.sources_profile import MEASURES, Profiles
from making import article, killed, link, party, strike


def told(outlet: str, *isnad: Link, day: str | None = "2024-03-05", n: int = 0, **fields: Any) -> StoredClaim:
    source = StoredArticle(article=article("", f"{outlet} {day}", outlet, day), reported_low=day, reported_high=day)
    return StoredClaim(source=source, n=n, claim=strike(isnad=isnad, **fields))


def one(outlet: str, *isnad: Link) -> Source:
    """The origin of a claim."""
    item = told(outlet, *isnad)
    sources = Sources([item])
    return sources.source(sources.chains(item)[0][-1])


# names


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("المسؤول العسكري الأمريكي", "مسؤول عسكري أميركي"),
        ("وزارة الداخلية في العراق", "وزارة الداخلية العراقية"),
        ("مسؤول بوزارة الخارجية التركية", "مسؤول في وزارة الخارجية التركية"),
        ("عادل بن ناصر الجمّال", "عادل ناصر الجمال"),
        ("سوريا", "سورية"),
    ],
)
def test_spellings_of_one_description_meet(first: str, second: str) -> None:
    assert words_of(first) == words_of(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("وكالة ضفاف للأنباء", "ضفاف"), ("صحيفة «النهرين»", "جريدة النهرين"), ("موقع النهرين الإخباري", "النهرين")],
)
def test_publishers_are_told_apart_by_their_own_words(first: str, second: str) -> None:
    assert publisher_words(first) == publisher_words(second)
    assert publisher_words("وكالة الأنباء العراقية") != publisher_words("قناة العراقية")


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("مسؤول عسكري أميركي", "military", True),
        ('قيادي في "الحشد الشعبي"', "armed-group", True),
        ("أحد الدبلوماسيين الأوروبيين", "official", True),
        ("قائد عسكري", "military", True),
        ("قائد القوات البرية", "military", False),
        ("القائد البحري السعودي", "military", False),
        ("المسؤول العسكري الأمريكي", "military", True),
        ("محافظ بغداد", "official", False),
        ("المتحدث باسم الجيش", "military", False),
        ("السلطات", "government", True),
        ("السلطات المصرية", "government", False),
        ("شرطة كركوك", "official", False),
        ("سامر النعيمي", "official", False),
        ("مصدر طبي", "unnamed", True),
    ],
)
def test_a_description_is_no_name(name: str, kind: str, expected: bool) -> None:
    assert is_nameless(name, kind) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AFP", "agency.afp"), ("أ ف ب", "agency.afp"), ("أ.ف.ب", "agency.afp"),
        ("وكالة الصحافة الفرنسية", "agency.afp"),
        ("Sky News Arabia", "media.skynews-arabia"), ("سكاي نيوز عربية", "media.skynews-arabia"),
        ("Saudi Press Agency", "agency.spa"), ('"الحرة"', "media.alhurra"), ("Al-Hurra?", None),
        ("صحيفة لا وجود لها", None),
    ],
)  # fmt: skip
def test_known_publishers_in_any_spelling(name: str, expected: str | None) -> None:
    found = find_publisher(name)
    assert (found.id if found else None) == expected


def test_an_entry_that_gathers_several_is_a_source_for_each_name() -> None:
    assert gathers("media.us-papers")
    assert not gathers("agency.reuters")
    first, second = find_publisher("لوس أنجلوس تايمز"), find_publisher("يو إس إي توداي")
    assert first is not None
    assert second is not None
    assert first.actor == second.actor
    assert first.id != second.id
    spelled = find_publisher("لوس أنجليس تايمز")
    assert spelled is not None
    assert spelled.id == first.id


def test_bodies_governments_and_parents() -> None:
    body = find_body("المرصد السوري لحقوق الانسان")
    assert body is not None
    assert body.id == "org.sohr"
    kremlin = find_body("الكرملين")
    assert kremlin is not None
    assert (kremlin.id, kremlin.kind) == ("RUS", "government")
    assert find_body("شركة لا يعرفها أحد") is None
    command = find_body("القيادة المركزية الأميركية")
    assert command is not None
    assert [parent.en for parent in bodies_of(command.parents)] == ["Pentagon"]
    assert known("no.such.actor", "x") is None


# entities


def test_an_unnamed_source_is_one_through_one_carrier_whoever_prints_it() -> None:
    agency, official = link("وكالة فرانس برس", "agency"), link("مسؤول عسكري أميركي", "military")
    first = one("صحيفة الضحى", agency, official)
    second = one("صحيفة الأصيل", link("أ ف ب", "agency"), link("المسؤول العسكري الأمريكي", "military"))
    direct = one("صحيفة الأصيل", official)
    assert first.id == second.id != direct.id
    assert first.nameless
    assert first.carrier == "agency.afp"
    assert direct.carrier == "outlet:اصيل"


def test_a_bare_head_is_the_source_described_before_in_the_same_article() -> None:
    full, bare = (
        told("صحيفة الضحى", link("مصدر أمني رفيع", "unnamed")),
        told("صحيفة الضحى", link("المصدر", "unnamed"), n=1),
    )
    sources = Sources([full, bare])
    assert sources.chains(full) == sources.chains(bare)


def test_people_are_one_by_first_and_last_name_and_apart_where_that_is_not_clear() -> None:
    def ids(*names: str) -> list[str]:
        items = [told("صحيفة الضحى", link(name), n=n) for n, name in enumerate(names)]
        sources = Sources(items)
        return [sources.chains(item)[0][-1] for item in items]

    assert len(set(ids("سامر بن خالد النعيمي", "سامر النعيمي", "النعيمي"))) == 1
    assert len(set(ids("سامر خالد النعيمي", "سامر ناصر النعيمي", "سامر النعيمي"))) == 3
    assert len(set(ids("سامر النعيمي", "خالد النعيمي", "النعيمي"))) == 3


def test_a_country_mark_on_a_person_does_not_make_him_its_government() -> None:
    assert one("صحيفة الضحى", link("سامر النعيمي", "official", "IRQ")).id == "name:سامر نعيمي"
    assert one("صحيفة الضحى", link("بغداد", "government", "IRQ")).id == "IRQ"
    assert (
        one("صحيفة الضحى", link("هيئة ما", "government", "org.not-in-the-resources")).id == "org.not-in-the-resources"
    )


def test_what_a_source_is_called_and_whom_it_belongs_to() -> None:
    items = [told(f"صحيفة {name}", link("القيادة المركزية الأمريكية", "military", "org.centcom")) for name in "بت"]
    items.append(told("صحيفة ث", link("القيادة المركزية الأميركية", "military", "org.centcom")))
    sources = Sources(items)
    found = sources.source(sources.chains(items[0])[0][-1])
    assert found.names == ("القيادة المركزية الأمريكية", "القيادة المركزية الأميركية")
    assert found.actor == "org.centcom"
    assert found.country == "USA"
    assert [body.id for body in found.parents] == ["org.us-bodies"]


# records


def event() -> list[StoredClaim]:
    """A toll that a ministry revises and an observatory contradicts, told by three outlets over three days."""
    ministry, observatory = link("وزارة الصحة السودانية", "government"), link("شبكة أطباء الجزيرة", "organisation")
    agency = link("وكالة ضفاف", "agency")
    return [
        told("وكالة ضفاف", ministry, day="2024-03-05", dead=killed(3)),
        told("صحيفة الضحى", agency, ministry, day="2024-03-06", dead=killed(3)),
        told("صحيفة الأصيل", observatory, day="2024-03-06", dead=killed(9)),
        told("وكالة ضفاف", ministry, day="2024-03-08", dead=killed(5)),
    ]


def profile_of(claims: list[StoredClaim], name: str) -> Any:
    profiles = Profiles(claims)
    given = next(source.id for source in profiles.known() if name in source.names)
    return profiles.profile(given)


def test_first_and_lag_are_counted_in_whole_days() -> None:
    agency, late = profile_of(event(), "وكالة ضفاف"), profile_of(event(), "صحيفة الأصيل")
    assert agency.first == ("وكالة ضفاف 2024-03-05:0",)
    assert [lag.days for lag in agency.lags] == [0]
    assert late.first == ()
    assert [(lag.event, lag.days) for lag in late.lags] == [("e-strike", 1)]


def test_on_one_day_nobody_is_first_and_undated_reports_count_for_nothing() -> None:
    same = [told("صحيفة الضحى"), told("صحيفة الأصيل")]
    assert profile_of(same, "صحيفة الضحى").first == ()
    undated = [told("صحيفة الضحى"), told("صحيفة الأصيل", day=None)]
    found = profile_of(undated, "صحيفة الضحى")
    assert (found.first, found.lags) == ((), ())
    month = told("صحيفة الشفق")
    month = StoredClaim(
        source=StoredArticle(article=month.source.article, reported_low="2024-03-01", reported_high="2024-03-31"),
        n=0,
        claim=month.claim,
    )
    assert profile_of([month, told("صحيفة الضحى", day="2024-02-20")], "صحيفة الشفق").lags == ()


def test_confirmed_by_a_path_that_shares_nobody() -> None:
    found = profile_of(event(), "وكالة ضفاف")
    assert set(found.confirmed) == {item.id for item in event() if "أصيل" not in item.id}
    alone = [told("صحيفة الضحى", link("محافظ البادية")), told("صحيفة الأصيل", link("محافظ البادية"))]
    assert profile_of(alone, "محافظ البادية").confirmed == ()
    planned = [told("صحيفة الضحى", status="planned"), told("صحيفة الأصيل")]
    assert profile_of(planned, "صحيفة الضحى").confirmed
    assert not profile_of(planned, "صحيفة الأصيل").confirmed


def test_contradicted_by_a_figure_or_a_denial_of_another_origin() -> None:
    found = profile_of(event(), "شبكة أطباء الجزيرة")
    assert found.contradicted == ("صحيفة الأصيل 2024-03-06:0",)
    ministry = profile_of(event(), "وزارة الصحة السودانية")
    assert ministry.contradicted == ("وكالة ضفاف 2024-03-08:0",)
    denied = [told("صحيفة الضحى"), told("صحيفة الأصيل", link("محافظ البادية"), status="negated", stance="denies")]
    assert profile_of(denied, "صحيفة الضحى").contradicted
    assert profile_of(denied, "محافظ البادية").contradicted
    both_sides = [
        told("صحيفة الضحى", dead=killed(3, of="جنود")),
        told("صحيفة الأصيل", dead=killed(40, of="مسلحون")),
    ]
    assert not profile_of(both_sides, "صحيفة الضحى").contradicted


def test_a_figure_of_a_later_day_is_a_revision_by_its_origin_alone() -> None:
    (change,) = profile_of(event(), "وزارة الصحة السودانية").revised
    assert (change.what, change.earlier.low, change.later.low) == ("killed", 3, 5)
    assert (change.earlier.reported, change.later.reported) == ("2024-03-06", "2024-03-08")
    assert profile_of(event(), "وكالة ضفاف").revised == ()


def test_who_takes_from_whom() -> None:
    found = profile_of(event(), "وكالة ضفاف")
    assert [(near.name, len(near.claims)) for near in found.cites] == [("وزارة الصحة السودانية", 3)]
    assert [(near.name, near.claims) for near in found.cited_by] == [("صحيفة الضحى", ("صحيفة الضحى 2024-03-06:0",))]
    assert (len(found.told), len(found.relayed), len(found.origin)) == (2, 1, 0)


def test_a_copied_text_is_told_by_the_copier_and_passes_through_the_first() -> None:
    def grouped(item: StoredClaim) -> StoredClaim:
        return StoredClaim(source=item.source, n=item.n, claim=item.claim, passage_group=1)

    claims = [grouped(told("وكالة ضفاف", link("محافظ البادية"))), grouped(told("صحيفة الضحى", day="2024-03-06"))]
    copier = profile_of(claims, "صحيفة الضحى")
    assert copier.copied == copier.told == ("صحيفة الضحى 2024-03-06:0",)
    assert [near.name for near in copier.copies] == ["وكالة ضفاف"]
    assert not copier.cites
    first = profile_of(claims, "وكالة ضفاف")
    assert [near.name for near in first.copied_by] == ["صحيفة الضحى"]
    assert first.confirmed == ()


# asked of a store


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Questions]:
    with Store.open(tmp_path / "khabar.db", create=True) as opened:
        for n, item in enumerate(event()):
            given = article(
                f"نص {n}. {item.claim.quote}", f"a{n}", item.source.article.source, item.source.reported_low
            )
            opened.save(given, Extraction(id=f"a{n}", claims=(item.claim,)))
        other = strike(isnad=(link("وكالة رويترز", "agency"), link("مصدر أمني", "unnamed")), actors=(party("س"),))
        opened.save(article("نص آخر.", "a9", "صحيفة الشفق", "2024-04-01"), Extraction(id="a9", claims=(other,)))
        opened.assign_events({**{(f"a{n}", 0): "e" for n in range(4)}, ("a9", 0): "e2"})
        yield Questions(opened)


def test_a_source_is_found_by_any_of_its_names(asked: Questions) -> None:
    for name in ("ضفاف", "وكالة ضفاف للأنباء", "outlet:ضفاف"):
        assert asked.source(name).source.id == "outlet:ضفاف"
    assert asked.source("Reuters").source.en == "Reuters"
    assert asked.source("مصدر أمني").source.carrier == "agency.reuters"
    with pytest.raises(KhabarError, match="there is no source لا أحد; list them with: khabar sources"):
        asked.source("لا أحد")
    with pytest.raises(KhabarError, match=r"صحيفة may be outlet:.*; give one of these"):
        asked.source("صحيفة")


def test_filters_choose_the_claims_and_the_whole_event_judges_them(asked: Questions) -> None:
    rows = {row.name: row for row in asked.sources(Filter(source="الأصيل"))}
    assert rows.keys() == {"صحيفة الأصيل", "شبكة أطباء الجزيرة"}
    assert (rows["صحيفة الأصيل"].confirmed, rows["صحيفة الأصيل"].contradicted) == (1, 1)
    early = asked.source("ضفاف", Filter(as_of="2024-03-05"))
    assert (early.told, early.confirmed) == (("a0:0",), ())


def test_every_number_leads_to_its_claims(asked: Questions) -> None:
    found = asked.source("وزارة الصحة السودانية")
    for measure in MEASURES:
        assert [view.id for view in asked.views(found.behind(measure))] == list(found.behind(measure))
    assert found.behind("revised") == ("a1:0", "a3:0")
    assert asked.views(["no such:0"]) == []


def test_on_the_command_line(
    asked: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def khabar(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        said = capsys.readouterr()
        assert not ended.value.code, said.err
        return said.out

    page = khabar("source", "ضفاف")
    assert "--list first" in page
    assert "days behind the first report: events: 0: 1" in page
    assert "taken up by: " in page
    assert "%" not in page + khabar("sources")
    assert "أقوال يؤكدها طريق مستقل" in khabar("source", "ضفاف", "--lang", "ar")
    assert "killed: 3 (2024-03-06) → 5 (2024-03-08)" in khabar("source", "وزارة الصحة السودانية")
    assert "a0:0" in khabar("source", "ضفاف", "--list", "first")
    assert [view["id"] for view in json.loads(khabar("source", "ضفاف", "--list", "first", "--json"))] == ["a0:0"]
    assert json.loads(khabar("source", "ضفاف", "--json"))["told"] == ["a0:0", "a3:0"]
    assert {"first", "confirmed", "contradicted", "revised"} <= json.loads(khabar("sources", "--json"))[0].keys()
    shown = khabar("show", "e")
    assert "2 independent lines · 3 outlets come down to 2 independent lines: " in shown
    assert "◆ bottleneck" in shown
    assert json.loads(khabar("show", "e", "--json"))["transmission"]["lines"] == 2
    assert "عنق الزجاجة" in khabar("show", "e", "--lang", "ar")


def test_the_page_on_isnads_explains_every_number() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "isnad.md").read_text(encoding="utf-8")
    for measure in MEASURES:
        assert f"`{measure}`" in page, measure


def test_a_denied_toll_contradicts_who_tells_it_and_not_who_tells_of_the_deed() -> None:
    harm: dict[str, Any] = {"text": "تحدث مصدر عن مقتل ستة عشر جنديا.", "word": "مقتل", "dead": killed(16)}
    denial = told("صحيفة الأصيل", link("محافظ البادية"), status="negated", stance="denies", **harm)
    teller = told("صحيفة الضحى", link("لواء النهر"), dead=killed(16))
    other = told("وكالة ضفاف", link("وزارة الصحة"), dead=killed(3))
    assert profile_of([denial, teller, other], "محافظ البادية").contradicted
    assert profile_of([denial, teller], "لواء النهر").contradicted
    assert not profile_of([denial, other], "وزارة الصحة").contradicted
