"""Independent lines: copies, parallel sources, bottlenecks; what a reprint and a new chain change."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from khabar.ingest.duplicates import signed
from khabar.jobs.copying import passage
from khabar.jobs.linking import derive, link_new, link_store
from khabar.model import Article, Extraction, Link
from khabar.store import Filter, Store, StoredArticle, StoredClaim
from khabar.views.flow import Network, independent_lines
from khabar.views.graph import Branch, Transmission, transmission_of
from khabar.views.graph_layout import EVENT, READER, lay_out
from khabar.views.graph_words import bottleneck_words
from khabar.views.lines import Transmitters, lines_of
from khabar.views.questions import Questions
from making import article, claim, link, strike, use_stand_ins

WIRE = (
    "أعلن مصدر طبي في مستشفى الفلوجة أن سبعة عمال قتلوا وأصيب ثلاثة في هجوم نفذته طائرة مسيرة على محطة ضخ غرب "
    "المدينة مساء الأحد. "
    "وأضاف أن فرق الإنقاذ لا تزال تبحث عن مفقودين تحت ركام المبنى الإداري الذي انهار بعد اشتعال خزان الوقود المجاور له."
)
EDITED = WIRE.replace("أعلن مصدر طبي", "ذكر مصدر طبي").replace("مساء الأحد", "مساء أمس").replace("لا تزال", "ما زالت")
OWN = (
    "شاهد مراسلنا عند مدخل البلدة سيارات إسعاف تنقل مصابين بعد هجوم بطائرة بلا طيار، وقال له حارس إن القصف بدأ "
    "قرابة العاشرة ليلا واستمر دقائق قليلة قبل أن تنقطع الكهرباء عن الحي كله."
)


def told(
    outlet: str, *isnad: Link, text: str = "", day: str | None = "2024-03-05", n: int = 0, group: int | None = None,
    whole: int | None = None, id: str | None = None, **fields: object,
) -> StoredClaim:  # fmt: skip
    source = StoredArticle(article=article(text, id or outlet, outlet, day), reported_low=day, reported_high=day)
    found = strike(isnad=isnad, **fields)
    return StoredClaim(source=source, n=n, claim=found, passage_group=group, text_group=whole)


AFP = link("وكالة فرانس برس", "agency", "agency.afp")
OFFICIAL = link("مسؤول عسكري أميركي", "military")


# lines


def test_all_outlets_rest_on_one_unnamed_official_through_one_agency() -> None:
    claims = [told(f"صحيفة {name}", AFP, OFFICIAL) for name in ("الضحى", "الأصيل", "الشفق", "السحر")]
    found = transmission_of(claims)
    assert found.lines == 1
    assert [source.kind for source in found.bottleneck] == ["military"]
    assert found.bottleneck[0].nameless
    assert [source.id for source in found.through] == ["agency.afp"]
    assert bottleneck_words(found, "en") == (
        "All 4 outlets rest on an unnamed military source (مسؤول عسكري أميركي) through Agence France-Presse"
    )
    assert bottleneck_words(found, "ar") == (
        "تستند وسائل الإعلام الـ4 كلها إلى مصدر عسكري لم يُسمَّ (مسؤول عسكري أميركي) عبر وكالة فرانس برس"
    )


def test_words_for_every_shape() -> None:
    minister, governor = link("وزير الداخلية سعد معن الخالد"), link("محافظ البادية")
    one = transmission_of([told("صحيفة الضحى", minister)])
    assert bottleneck_words(one, "en") == "Only صحيفة الضحى tells it, on the word of وزير الداخلية سعد معن الخالد"
    assert bottleneck_words(one, "ar").startswith("لا يرويه إلا صحيفة الضحى عن ")
    assert bottleneck_words(transmission_of([told("صحيفة الضحى")]), "en") == "Only صحيفة الضحى tells it"
    both = transmission_of([told("صحيفة الضحى", minister), told("صحيفة الأصيل", minister)])
    assert bottleneck_words(both, "en").startswith("Both outlets rest on ")
    apart = transmission_of([told("صحيفة الضحى", minister), told("صحيفة الأصيل", governor)])
    assert bottleneck_words(apart, "en") == "Each of the 2 outlets is a line of its own"
    assert bottleneck_words(apart, "ar") == "كل من الوسيلتين طريق مستقل"
    three = transmission_of(
        [told("صحيفة الضحى", minister), told("صحيفة الأصيل", governor), told("صحيفة الشفق", governor)]
    )
    assert bottleneck_words(three, "en").startswith("3 outlets come down to 2 independent lines: ")
    assert "طريقين مستقلين" in bottleneck_words(three, "ar")


def test_parallel_sources_are_two_origins_and_a_quoted_one_is_a_chain() -> None:
    parallel = told("صحيفة الضحى", link("مسؤول أمني"), link('قيادي في "الحشد الشعبي"', "armed-group"))
    assert len(Transmitters([parallel]).chains(parallel)) == 2
    assert len(transmission_of([parallel]).origins) == 2
    chain = told("صحيفة الضحى", link("المرصد السوري لحقوق الإنسان", "organisation"), link("سامر النعيمي", "expert"))
    assert len(Transmitters([chain]).chains(chain)) == 1
    beside = told(
        "صحيفة الضحى",
        Link(text="رويترز", kind="agency", start=10, end=16),
        Link(text="فرانس برس", kind="agency", start=18, end=27),
    )
    assert len(Transmitters([beside]).chains(beside)) == 2


def test_who_speaks_for_a_body_is_no_line_beside_it() -> None:
    observatory, director = link("المرصد السوري لحقوق الإنسان", "organisation"), link("رامي عبد الرحمن", "organisation")
    assert lines_of([told("صحيفة الضحى", observatory), told("صحيفة الأصيل", director)]) == 1
    ministry, spokesman = link("وزارة الداخلية", "government"), link("المتحدث باسم وزارة الداخلية", "official")
    assert lines_of([told("صحيفة الضحى", ministry), told("صحيفة الأصيل", spokesman)]) == 1


def test_a_denial_is_no_line_to_the_event() -> None:
    tells = told("صحيفة الضحى", link("محافظ البادية"))
    denies = told("صحيفة الأصيل", link("وزارة الدفاع", "military"), status="negated", stance="denies")
    found = transmission_of([tells, denies])
    assert (found.lines, len(found.denied), len(found.outlets)) == (1, 1, 1)
    assert lines_of([denies]) == 1


def test_a_correspondent_speaks_through_his_house() -> None:
    quoted = told("صحيفة الضحى", link("مراسل الجزيرة", "outlet"))
    itself = told("الجزيرة")
    assert Transmitters([quoted]).path(quoted) == ("outlet:ضحي", "media.aljazeera", "media.aljazeera/correspondent")
    assert lines_of([quoted, itself]) == 1
    for words in ("مراسل نافذة", "مراسلنا"):
        own = told("شبكة نافذة الغرب", link(words, "media"))
        assert Transmitters([own]).path(own) == ("outlet:نافذه غرب", "outlet:نافذه غرب/correspondent")


def test_where_every_outlet_is_a_line_nothing_is_a_bottleneck() -> None:
    apart = transmission_of([told("صحيفة الضحى", link("محافظ البادية")), told("صحيفة الأصيل")])
    assert (apart.lines, apart.bottleneck) == (2, ())
    assert not any(node.bottleneck for node in apart.nodes)
    assert transmission_of([told("صحيفة الضحى", link("محافظ البادية"))]).bottleneck == ()


# flow, checked by trying everything


def brute_cut(paths: Sequence[Sequence[str]]) -> int:
    """The fewest keys without which no path is left, in the graph that the paths make up."""
    keys = sorted({key for path in paths for key in path})
    for size in range(len(keys) + 1):
        for gone in combinations(keys, size):
            if not _connected(paths, set(gone)):
                return size
    raise AssertionError


def _connected(paths: Sequence[Sequence[str]], gone: set[str]) -> bool:
    start = {path[-1] for path in paths} - gone
    goal = {path[0] for path in paths} - gone
    seen, queue = set(start), list(start)
    while queue:
        here = queue.pop()
        for path in paths:
            for inner, outer in zip(path[1:], path[:-1], strict=True):
                if inner == here and outer not in gone and outer not in seen:
                    seen.add(outer)
                    queue.append(outer)
    return bool(seen & goal)


PATHS = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True), max_size=7)


@given(PATHS)
def test_lines_are_the_smallest_cut_and_the_paths_are_disjoint(paths: list[list[str]]) -> None:
    network = Network(paths)
    assert network.lines == brute_cut(paths)
    cut = network.cut_near_event()
    assert len(cut) == network.lines
    assert not _connected(paths, set(cut))
    disjoint = network.disjoint_paths()
    assert len(disjoint) == network.lines
    used = [key for path in disjoint for key in path]
    assert len(used) == len(set(used))
    steps = {step for path in paths for step in pairwise(path)}
    for path in disjoint:
        assert path[0] in {given[0] for given in paths}
        assert path[-1] in {given[-1] for given in paths}
        assert set(pairwise(path)) <= steps


# reprints and new chains, from the stored text to the number

OUTLETS = ("صحيفة الضحى", "صحيفة الأصيل", "قناة الشفق", "وكالة فرانس برس", "رويترز")
LINKS = (
    AFP, link("رويترز", "agency"), OFFICIAL, link("مصدر طبي", "unnamed"), link("محافظ البادية"),
    link("وزارة الصحة", "government"), link("شهود عيان", "witness"), link("صحيفة الضحى", "media"),
)  # fmt: skip
REPORTS = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.lists(st.sampled_from(LINKS), max_size=3, unique=True), st.integers(1, 9)),
    min_size=1, max_size=6,
)  # fmt: skip


def report(n: int, outlet: str, isnad: Sequence[Link], day: int) -> tuple[Article, Extraction]:
    """A report in words of its own: every word carries its number."""
    words = " ".join(f"كلمة{n}حرف{at}" for at in range(20))
    text = f"وقع هجوم {words}."
    made = claim(text, "هجوم", isnad=tuple(isnad), event="e")
    return article(text, f"a{n}", outlet, f"2024-03-0{day}"), Extraction(id=f"a{n}", claims=(made,))


def lines_in(folder: Path, rows: Sequence[tuple[Article, Extraction]]) -> int:
    folder.mkdir()
    with Store.open(folder / "s.db", create=True) as opened:
        for given, extraction in rows:
            opened.save(given, extraction)
        opened.assign_events({(given.id, 0): "e" for given, _ in opened.extractions()})
        derive(opened)
        event = Questions(opened).events()[0]
        assert event.lines == Questions(opened).event("e").transmission.lines
        return event.lines


@settings(max_examples=40, deadline=None)
@given(reports=REPORTS, data=st.data())
def test_a_reprint_never_raises_the_lines_and_a_new_chain_raises_them_by_one(
    tmp_path_factory: pytest.TempPathFactory, reports: list[tuple[str, list[Link], int]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    rows = [report(n, *given) for n, given in enumerate(reports)]
    before = lines_in(folder / "before", rows)
    assert before <= len(rows)
    copied, extraction = data.draw(st.sampled_from(rows))
    by = data.draw(st.sampled_from(("جريدة الناقلة", *OUTLETS[:3])))
    reprint = article(copied.text, "reprint", by, "2024-03-09")
    if reprint.source != copied.source:
        assert lines_in(folder / "reprinted", [*rows, (reprint, extraction)]) == before
    fresh = report(99, "إذاعة الجديدة", [link("قناة البكر", "media"), link("مزارع يدعى نعمان الساري", "expert")], 9)
    assert lines_in(folder / "new", [*rows, fresh]) == before + 1


# copies


def rows_of(*texts: tuple[str, str]) -> list[tuple[Article, Extraction]]:
    return [
        (article(text, outlet, outlet), Extraction(id=outlet, claims=(claim(text, "هجوم", event="e"),)))
        for outlet, text in texts
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        yield opened


def copied(store: Store, rows: Sequence[tuple[Article, Extraction]]) -> tuple[set[str], dict[tuple[str, int], int]]:
    """Articles that are copies, and claims whose sentences are, by group."""
    store.save_all(rows)
    derive(store)
    told = list(store.claims(Filter()))
    articles = {item.source.article.id for item in told if item.text_group is not None}
    return articles, {
        (item.source.article.id, item.n): item.passage_group for item in told if item.passage_group is not None
    }


def test_an_edited_text_is_a_copy_and_another_report_is_not(store: Store) -> None:
    reset = f"  {WIRE.replace('سبعة', '7')}"
    articles, claims = copied(store, rows_of(("أ", WIRE), ("ب", EDITED), ("ج", OWN), ("د", reset)))
    assert articles == {"أ", "د"}
    assert claims.keys() == {("أ", 0), ("ب", 0), ("د", 0)}
    assert len(set(claims.values())) == 1


def test_one_paragraph_taken_over_is_found_in_an_article_of_its_own(store: Store) -> None:
    mixed = f"{OWN}\n{WIRE.split('. ')[0]}."
    row = (article(mixed, "ب", "ب"), Extraction(id="ب", claims=(
        claim(OWN, "هجوم", event="e"),
        claim(WIRE.split(". ")[0], "هجوم", at=len(OWN) + 1, event="e"),
    )))  # fmt: skip
    articles, claims = copied(store, [*rows_of(("أ", WIRE)), row])
    assert articles == set()
    assert claims.keys() == {("أ", 0), ("ب", 1)}


def test_quoted_speech_and_short_sentences_are_no_sign_of_copying(store: Store) -> None:
    speech = (
        "«لن نقبل بعد هذا هجوم على أرضنا ومياهنا وسمائنا وسنرد في الوقت والمكان اللذين نختارهما نحن وحدنا دون غيرنا»"
    )
    first, second = f"قال الوزير أمام الصحافيين في العاصمة {speech}.", f"وجاء في كلمة له بثها التلفزيون {speech}."
    assert copied(store, rows_of(("أ", first), ("ب", second))) == (set(), {})
    assert passage(claim("وقع هجوم أمس.", "هجوم"), "وقع هجوم أمس.") is None


def test_a_store_remembers_copies_and_new_ones_join_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    use_stand_ins(monkeypatch)
    for story, extraction in rows_of(("أ", WIRE), ("ج", OWN)):
        store.save(story, extraction)
    link_store(store)
    assert all(item.passage_group is item.text_group is None for item in store.claims(Filter()))
    store.save(*rows_of(("ب", EDITED))[0])
    link_new(store)
    groups = {item.source.article.id: item.passage_group for item in store.claims(Filter())}
    assert groups["أ"] == groups["ب"] is not None
    assert groups["ج"] is None
    link_store(store)
    assert {item.source.article.id: item.passage_group for item in store.claims(Filter())} == groups


@pytest.mark.parametrize("together", [200, 1])
def test_alike_sentences_are_grouped_as_comparing_all_with_all_would(store: Store, together: int) -> None:
    chance = Random(3)
    words = [f"كلمة{number}" for number in range(400)]
    texts = [" ".join(chance.choices(words, k=25)) for _ in range(25)]
    for _ in range(150):
        edited = chance.choice(texts).split()
        for _ in range(chance.randrange(5)):
            edited[chance.randrange(len(edited))] = chance.choice(words)
        texts.append(" ".join(edited))
    rows = [
        (article(f"هجوم {text}", str(n), str(n)), Extraction(id=str(n), claims=(claim(f"هجوم {text}", "هجوم"),)))
        for n, text in enumerate(texts)
    ]
    runs = [signed(given.text, "sentence", 1).runs for given, _ in rows]
    for at in range(0, len(rows), together):
        _, claims = copied(store, rows[at : at + together])
    near = [{at} for at in range(len(texts))]
    for one, other in combinations(range(len(texts)), 2):
        if 5 * len(runs[one] & runs[other]) >= 2 * len(runs[one] | runs[other]) and near[one] is not near[other]:
            near[one] |= near[other]
            for at in near[other]:
                near[at] = near[one]
    found: dict[int, set[int]] = defaultdict(set)
    for (name, _), group in claims.items():
        found[group].add(int(name))
    expected = {frozenset(group) for group in near if len(group) > 1}
    assert {frozenset(group) for group in found.values()} == expected
    assert len(expected) > 20


def test_a_copy_goes_the_way_of_the_earliest_text() -> None:
    agency = told("وكالة فرانس برس", link("مصدر طبي", "unnamed"), day="2024-03-05", group=1)
    paper = told("صحيفة الضحى", day="2024-03-05", group=1)
    late = told("صحيفة الأصيل", day="2024-03-07", group=1)
    transmitters = Transmitters([late, paper, agency])
    assert transmitters.original(agency) is None
    assert transmitters.original(paper) == transmitters.original(late) == agency
    assert transmitters.path(late) == ("agency.afp", "مصدر طبي < agency.afp")
    found = transmission_of([late, paper, agency])
    assert found.lines == 1
    assert {source.name for source in found.copies} == {"صحيفة الضحى", "صحيفة الأصيل"}
    assert "print another's text" in bottleneck_words(found, "en")
    assert sorted(edge.end for edge in found.edges if edge.copy and edge.end) == ["outlet:اصيل", "outlet:ضحي"]


def test_a_copied_article_lends_its_outlet_where_the_claim_was_not_read_there() -> None:
    original = told("صحيفة الضحى", link("محافظ البادية"), day="2024-03-05", whole=1)
    other = claim("قصفت مدافع ثكنة في هجوم", "هجوم", isnad=(link("مصدر أمني", "unnamed"),), event="e-strike")
    odd = replace(told("صحيفة الأصيل", day="2024-03-06", whole=1), claim=other)
    transmitters = Transmitters([original, odd])
    assert transmitters.path(odd) == ("outlet:ضحي", "مصدر امني < outlet:ضحي")
    assert lines_of([original, odd]) == 1


# the picture


def wide_event() -> Transmission:
    return transmission_of([
        told("صحيفة الضحى", AFP, OFFICIAL), told("صحيفة الأصيل", AFP, OFFICIAL), told("صحيفة الأصيل", n=1),
        told("The <Post> & \"Co\"\x00\u202e", link("شهود عيان", "witness")), told("وكالة فرانس برس", OFFICIAL),
        told("قناة الشفق", group=1), told("قناة السحر", group=1, day="2024-03-08"),
    ])  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_picture_is_sound_xml_with_everybody_in_it(lang: str) -> None:
    found = wide_event()
    picture = found.svg(lang)
    root = ET.fromstring(picture)
    shown = "".join(root.itertext())
    for node in found.nodes:
        assert re.sub("[\x00\u202e]", " ", node.source.name) in shown
    assert "\u202e" not in picture
    assert "<Post>" not in picture
    texts = [element for element in root.iter() if element.tag.endswith("text")]
    assert all(element.get("direction") == "rtl" for element in texts if "صحيفة" in (element.text or ""))
    assert any(element.get("stroke-dasharray") for element in root.iter())
    assert found._repr_svg_() == found.svg()


def test_the_arabic_picture_is_the_mirror_of_the_english_one() -> None:
    found = wide_event()
    across = {}
    for lang in ("en", "ar"):
        root = ET.fromstring(found.svg(lang))
        ends = [element for element in root.iter() if element.tag.endswith("ellipse")]
        across[lang] = [float(element.get("cx", "0")) for element in ends]
    assert across["en"] == list(reversed(across["ar"]))


def test_nothing_stands_on_anything_else() -> None:
    layout = lay_out(wide_event())
    assert len(set(layout.places.values())) == len(layout.places)
    assert layout.places[EVENT][0] == 0
    assert layout.places[READER][0] == layout.columns - 1
    for way in layout.ways:
        columns = [layout.places[stop][0] for stop in way.stops]
        assert columns[0] >= columns[-1] or columns == list(range(columns[0], columns[-1] + 1))


def test_the_tree_tells_real_chains_only() -> None:
    found = wide_event()
    official = next(branch for branch in found.branches if branch.source.startswith("مسوول"))
    (agency,) = official.branches
    assert agency.source == "agency.afp"
    assert agency.claims == ("وكالة فرانس برس:0",)
    assert {branch.source for branch in agency.branches} == {"outlet:ضحي", "outlet:اصيل"}
    ends = [claim for branch in found.branches for claim in _ends(branch)]
    assert len(ends) == len(set(ends)) == 7


def _ends(branch: Branch) -> list[str]:
    return [*branch.claims, *(claim for part in branch.branches for claim in _ends(part))]


def test_no_paths_no_lines() -> None:
    assert independent_lines([]) == 0
    assert transmission_of([]).lines == 0
    assert independent_lines([("a",)]) == 1
