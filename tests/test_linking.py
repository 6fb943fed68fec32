"""Claims into events: comparison field by field, clustering, ids, order of arrival."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.jobs.rows import article_of, claim_of
from khabar.linking import Linker, link_claims, shipped
from khabar.linking import days as days_module
from khabar.linking import spots as spots_module
from khabar.linking.clusters import clusters
from khabar.linking.days import days_of
from khabar.linking.features import actors, features, figures, kind, partners, place, time, trigger
from khabar.linking.index import Index, keys
from khabar.linking.model import LIMIT
from khabar.linking.profile import Profile, merged, profiles
from khabar.linking.spots import spot_of
from khabar.linking.words import name_of, sound
from khabar.model import Article, Claim, Extraction, Figure, Party, Span, Trigger, Where
from making import SHARED, script

ASAD = Where(text="قاعدة عين الأسد", country="IRQ", place="irq.ain-al-asad-air-base")
IRAQ = Where(text="العراق", country="IRQ", place="irq.iraq")


def made_by(
    name: str, *sentences: tuple[str, str, dict[str, Any]], day: str | None = "2024-03-06"
) -> tuple[Article, list[Claim]]:
    """An article of sentences, each (text, its trigger, fields of its claim)."""
    text, found = "", []
    for sentence, word, fields in sentences:
        start = len(text) + sentence.index(word)
        values = {"type": "ASSAULT", "mode": "drone"} | fields
        found.append(
            Claim(
                quote=sentence,
                trigger=Trigger(start=start, end=start + len(word), text=word),
                evidence=Span(len(text), len(text) + len(sentence)),
                **values,
            )
        )
        text += f"{sentence}.\n"
    return Article(id=name, text=text, published=day), found


def attack(**fields: Any) -> tuple[str, str, dict[str, Any]]:
    values: dict[str, Any] = {
        "actors": (Party(text="فصائل مسلحة", country="IRQ"),),
        "targets": (Party(text="القوات الأميركية", country="USA"),),
        "place": ASAD,
        "date": "2024-03-05",
    }
    return "هاجمت طائرات مسيرة فجر الثلاثاء قوات أميركية في قاعدة عين الأسد", "هاجمت", values | fields


def told_otherwise(**fields: Any) -> tuple[str, str, dict[str, Any]]:
    values: dict[str, Any] = {
        "targets": (Party(text="عسكريين أميركيين", country="USA"),),
        "place": ASAD,
        "date": "2024-03-05",
        "figures": (Figure(what="wounded", low=2, high=2),),
    }
    return "جرح عسكريان أميركيان في الهجوم على قاعدة عين الأسد غربي العراق", "الهجوم", values | fields


def shells() -> tuple[str, str, dict[str, Any]]:
    values = {
        "mode": "shelling",
        "targets": (Party(text="مزارعين", country="IRQ"),),
        "place": Where(text="زاخو", country="IRQ"),
        "date": "2024-03-05",
    }
    return "سقطت قذائف مدفعية على مزارعين في محيط زاخو", "قذائف", values


def visit(**fields: Any) -> tuple[str, str, dict[str, Any]]:
    values: dict[str, Any] = {
        "type": "CONSULT",
        "mode": "visit",
        "actors": (Party(text="بدر البوسعيدي", country="OMN"),),
        "place": Where(text="طهران", country="IRN"),
        "date": "2024-03-04",
    }
    return "وصل الوزير العماني إلى طهران الاثنين في زيارة تستمر يومين", "زيارة", values | fields


def one(sentence: tuple[str, str, dict[str, Any]], name: str = "a", day: str | None = "2024-03-06") -> Profile:
    return profiles(*made_by(name, sentence, day=day))[0]


# one event, two events


def test_outlets_that_tell_one_attack_in_their_own_words_meet_and_other_events_do_not() -> None:
    rows = [
        made_by("a", attack(), visit()),
        made_by("b", told_otherwise()),
        made_by("c", visit(), attack(), day="2024-03-05"),
    ]
    (first, call), (second,), (again, third) = link_claims(rows)
    assert first == second == third
    assert call == again != first


def test_rows_may_hold_extractions_or_claims_and_dates_found_in_the_text_count() -> None:
    article, claims = made_by("a", attack())
    assert link_claims([(article, claims)]) == link_claims([(article, Extraction(id="a", claims=tuple(claims)))])
    assert link_claims([]) == []
    assert link_claims([(article, [])]) == [[]]


@pytest.mark.parametrize(
    ("same", "other"),
    [
        (attack(), attack(date="2024-02-20")),
        (attack(), attack(date="2023-10/2024-03")),
        (attack(), shells()),
    ],
)
def test_one_article_s_two_events_stay_two(same: Any, other: Any) -> None:
    rows = [made_by("a", same, other), made_by("b", same), made_by("c", other)]
    (first, second), (third,), (fourth,) = link_claims(rows)
    assert first != second
    assert first == third
    assert second == fourth


def test_a_series_does_not_swallow_a_single_attack() -> None:
    sentence = "تعرضت القوات الأميركية لسلسلة هجمات متكررة في العراق منذ تشرين الأول"
    run = (
        sentence,
        "هجمات",
        {
            "mode": "other",
            "place": IRAQ,
            "targets": (Party(text="القوات الأميركية", country="USA"),),
            "date": "2023-10/2024-03",
        },
    )
    rows = [made_by("a", attack(), run), made_by("b", told_otherwise()), made_by("c", run)]
    (single, series), (same,), (again,) = link_claims(rows)
    assert single == same
    assert series == again != single


# comparison


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("2024-01-23", "2024-01-23", "same"),
        ("2024-01-23", "2024-01-24", "next"),
        ("2024-01-20/2024-01-21", "2024-01-21", "within"),
        ("2024-01", "2024-01-21", "month"),
        ("2023-10/2024-01", "2024-01-21", "long"),
        ("2014", "2014", "span"),
        ("2024-01-20", "2024-01-23", "near"),
        ("2024-01-20", "2024-01-28", "week"),
        ("2024-01-20", "2024-03-01", "off"),
        ("2023-10-07/..", "2023-12-01", "long"),
        ("../2024-01-01", "2023-12-01", "long"),
    ],
)
def test_dates_stand_to_each_other(first: str, second: str, found: str) -> None:
    a, b = days_of(first), days_of(second)
    assert a is not None
    assert b is not None
    assert days_module.relation(a, b) == days_module.relation(b, a) == found


@pytest.mark.parametrize("wrong", [None, "", "2024-13-40", "soon", "2024-02-30", "../..", "-", "12/.."])
def test_what_is_no_date_has_no_days(wrong: str | None) -> None:
    assert days_of(wrong) is None or days_of(wrong).length > 0  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (ASAD, Where(text="قاعدة عين الأسد الجوية", country="IRQ"), "same"),
        (ASAD, IRAQ, "state"),
        (ASAD, Where(text="الأنبار", country="IRQ"), "inside"),
        (ASAD, Where(text="غرب العراق", country="IRQ"), "inside"),
        (ASAD, Where(text="أربيل", country="IRQ"), "far"),
        (ASAD, Where(text="دمشق", country="SYR"), "abroad"),
        (IRAQ, IRAQ, "states"),
        (ASAD, Where(text="مزرعة بلا اسم معروف", country="IRQ"), "unknown"),
    ],
)
def test_places_stand_to_each_other(first: Where, second: Where, found: str) -> None:
    a, b = spot_of(first), spot_of(second)
    assert a is not None
    assert b is not None
    assert spots_module.relation(a, b) == spots_module.relation(b, a) == found


def test_coordinates_given_with_an_unknown_place_count() -> None:
    near = spot_of(Where(text="مزرعة بلا اسم معروف", country="IRQ", lat=33.8, lon=42.5))
    asad = spot_of(ASAD)
    assert near is not None
    assert asad is not None
    assert spots_module.relation(near, asad) == "beside"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((Party(text="واشنطن", country="USA"),), (Party(text="القوات الأميركية", country="USA"),), "state"),
        ((Party(text="سيرغي بوكتين", country="RUS"),), (Party(text="الرئيس بوكتن", country="RUS"),), "sound"),
        ((Party(text="حركة حماس", country="PSE"),), (Party(text="الحركة الفلسطينية الإسلامية", country="PSE"),), "id"),
        ((Party(text="شوان برزنجي", country="IRQ"),), (Party(text="الوزير شوان برزنجي", country="IRQ"),), "name"),
        ((Party(text="الجيش", country="SYR"),), (Party(text="الجيش", country="TUR"),), "foreign"),
        ((), (Party(text="الجيش", country="TUR"),), "one"),
        ((), (), "none"),
    ],
)
def test_actors_compare_by_id_name_sound_and_state(first: Any, second: Any, found: str) -> None:
    a, b = one(attack(actors=first)), one(attack(actors=second), "b")
    assert list(actors(a, b)) == list(actors(b, a)) == [f"actors={found}"]


def test_meetings_with_others_differ_in_their_partners() -> None:
    cairo, moscow, washington = (
        Party(text=name, country=state) for name, state in (("سامح شكري", "EGY"), ("لافروف", "RUS"), ("بلينكن", "USA"))
    )
    a, b = one(visit(mode="call", actors=(cairo, moscow))), one(visit(mode="call", actors=(cairo, washington)), "b")
    assert list(partners(a, b)) == ["partners=differ"]
    assert list(partners(a, a)) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((5, 5), (5, 5), "many"),
        ((2, 2), (2, 2), "equal"),
        ((2, None), (5, 5), "fit"),
        ((7, 7), (9, 9), "close"),
        ((2, 2), (40, 40), "clash"),
    ],
)
def test_tolls_compare(first: tuple[int, int | None], second: tuple[int, int | None], found: str) -> None:
    a, b = (one(attack(figures=(Figure(what="killed", low=low, high=high),))) for low, high in (first, second))
    assert list(figures(a, b)) == list(figures(b, a)) == [f"figures={found}"]


def test_modes_times_and_triggers_compare() -> None:
    a, b = one(attack()), one(attack(mode="other", date=None), "b")
    assert list(kind(a, b)) == ["type=ASSAULT", "mode=vague"]
    assert list(time(a, b)) == ["time=one-fresh"]
    assert list(place(a, b)) == ["place=same"]
    assert list(trigger(a, one(told_otherwise()))) in (["trigger=family"], ["trigger=differ"])


def test_names_fold_spellings_and_states() -> None:
    assert name_of("القوّات الأميركيّة") == name_of("القوات الأمريكية")
    assert name_of("الولايات المتحدة").states == {"USA"}
    assert sound("بوتين") == sound("بوتن")


def test_every_weight_is_of_a_finding_that_can_be_made_and_reasons_name_them_all() -> None:
    model = shipped()
    first, second = one(attack()), one(told_otherwise(), "b")
    fields = {name.split("=")[0] for name in (*model.within.weights, *model.across.weights)}
    assert fields <= {
        "type", "mode", "status", "time", "place", "actors", "partners", "targets", "roles", "figures", "weapons",
        "wording", "verbal wording", "trigger", "series", "origin", "story", "reported", "position",
    }  # fmt: skip
    reasons = dict(model.reasons(first, second))
    assert set(features(first, second)) | {"bias"} == set(reasons)
    total = round(sum(reasons.values()) * 1000)
    assert model.score(first, second) == model.score(second, first) == max(-LIMIT, min(LIMIT, total))


def test_claims_of_one_article_are_told_together() -> None:
    whole = merged(profiles(*made_by("a", attack(place=IRAQ), told_otherwise())))
    assert [spot.id for spot in whole.spots] == ["irq.ain-al-asad-air-base"]
    assert set(whole.figures) == {"wounded"}
    assert len(whole.digests) == 2


# clustering and blocking


def test_average_link_stops_at_the_threshold_obeys_cannot_links_and_breaks_ties_by_name() -> None:
    pairs = {("a", "b"): 2000, ("b", "c"): 2000, ("a", "c"): -3900, ("c", "d"): 2000}
    scores: dict[str, dict[str, int]] = {}
    for (x, y), score in pairs.items():
        scores.setdefault(x, {})[y] = score
        scores.setdefault(y, {})[x] = score
    nodes = [[node] for node in "dcba"]
    assert clusters(nodes, scores, 0, str) == [["a", "b"], ["c", "d"]]
    assert clusters(nodes, scores, 0, str, {("a", "b"), ("b", "a")}) == [["a"], ["b", "c"], ["d"]]
    assert clusters([["a", "c"], ["b"], ["d"]], scores, 0, str)[0][:2] == ["a", "c"]


DATES = st.sampled_from(
    [
        None,
        "2024-03-05",
        "2024-03-07",
        "2024-03-09",
        "2024-03",
        "2024-03-04/2024-03-08",
        "2023",
        "2023-10/2024-03",
        "2024-02-20/..",
    ]
)
PUBLISHED = st.sampled_from([None, "2024-03-05", "2024-03-08", "2024-03-20"])


@given(DATES, PUBLISHED, DATES, PUBLISHED)
@settings(max_examples=80, deadline=None)
def test_a_pair_is_found_from_both_ends_or_from_neither(first: Any, told: Any, second: Any, again: Any) -> None:
    pair = [one(attack(date=first), "a", told), one(attack(date=second), "b", again)]
    found = []
    for known, new in (pair, pair[::-1]):
        index = Index()
        index.add(0, known, keys(known))
        found.append(index.candidates(new, keys(new)))
    assert found[0] == found[1]


# arrival


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return script("bench/linking.py")


def partition(linker: Linker) -> set[frozenset[tuple[str, int]]]:
    return {frozenset(claims) for claims in linker.events().values()}


def test_ten_orders_of_arrival_give_the_events_of_all_at_once(bench: ModuleType) -> None:
    rows = [(article, claims) for article, claims, _ in bench.made(500, 100, undated=0.2)]
    assert any(article.published is None for article, _ in rows)
    whole = Linker()
    whole.add_all(rows)
    for seed in range(10):
        random.Random(seed).shuffle(rows)
        linker = Linker()
        for article, claims in rows:
            linker.add(article, claims)
        assert partition(linker) == partition(whole)
        assert all(linker.resolve(event) == event for event in linker.events())


def test_dense_news_settles_to_the_same_events(bench: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.linking.linker.LARGE", 3)
    rows = [(article, claims) for article, claims, _ in bench.made(300, 300)]
    whole, linker = Linker(), Linker()
    whole.add_all(rows)
    for article, claims in reversed(rows):
        linker.add(article, claims)
    linker.settle()
    assert partition(linker) == partition(whole)


def test_an_event_keeps_its_id_when_articles_are_added() -> None:
    linker = Linker()
    (event,) = linker.add(*made_by("a", attack()))
    assert linker.add(*made_by("b", told_otherwise())) == [event]
    assert linker.ids("a") == [event]
    assert linker.events() == {event: [("a", 0), ("b", 0)]}
    assert linker.changes == []
    assert linker.resolve("never given") is None
    with pytest.raises(ValueError, match="linked already"):
        linker.add(*made_by("a", attack()))


def test_merged_events_are_recorded_and_old_ids_resolve() -> None:
    linker = Linker()
    vague = ("قصف مواقع في العراق", "قصف", {"mode": None, "place": None, "date": None, "actors": (), "targets": ()})
    (first,) = linker.add(*made_by("a", attack(place=IRAQ, actors=(), date=None)))
    (second,) = linker.add(
        *made_by("b", told_otherwise(actors=(Party(text="سرايا مجهولة", country="IRQ"),), date="2024-03-06"))
    )
    linker.add(*made_by("c", vague))
    ids = {linker.resolve(first), linker.resolve(second)}
    for n in range(4):
        linker.add(*made_by(f"d{n}", attack(), told_otherwise()))
    assert linker.resolve(first) in linker.events()
    assert linker.resolve(second) in linker.events()
    if len(ids) == 2 and linker.resolve(first) == linker.resolve(second):
        assert [(change.kind, change.old, change.new) for change in linker.changes] == [("merge", second, first)]


def test_ids_are_unique_even_for_copies(bench: ModuleType) -> None:
    rows = [(article, claims) for article, claims, _ in bench.made(300, 100)]
    copies = [(Article(id=f"copy of {article.id}", text=article.text), claims) for article, claims in rows]
    events = link_claims([*rows, *copies])
    linker = Linker()
    linker.add_all([*rows, *copies])
    assert len(linker.events()) == len({event for ids in events for event in ids})


@given(st.text(max_size=40), st.text(max_size=20), st.one_of(st.none(), st.text(max_size=12)))
@settings(max_examples=60, deadline=None)
def test_odd_input_links_without_error(words: str, name: str, date: str | None) -> None:
    text = f"{words}\x00\u202e{name}"
    found = Claim(
        quote=words,
        trigger=Trigger(start=0, end=0, text=words[:5]),
        evidence=Span(0, len(text)),
        type="ASSAULT",
        actors=(Party(text=name),),
        place=Where(text=name, place="no.such"),
        date=date,
        weapons=(name,),
        figures=(Figure(what="killed", low=0, high=None),),
    )
    events = link_claims(
        [(Article(id="a", text=text), [found, found]), (Article(id="b", text=text, published=date), [found])]
    )
    assert [len(ids) for ids in events] == [2, 1]


# coded articles


def pairs_f1(labels: Sequence[tuple[str, str, str]]) -> float:
    """F1 of pairs of claims in different articles; ``labels`` are (article, event coded, event given)."""
    found = [
        {
            (n, m)
            for n, m in combinations(range(len(labels)), 2)
            if labels[n][0] != labels[m][0] and labels[n][side] == labels[m][side]
        }
        for side in (1, 2)
    ]
    return 2 * len(found[0] & found[1]) / (len(found[0]) + len(found[1]))


def b_cubed(labels: Sequence[tuple[str, str, str]]) -> float:
    pairs = [label[1:] for label in labels]
    gold, given, both = Counter(p[0] for p in pairs), Counter(p[1] for p in pairs), Counter(pairs)
    precision = sum(both[p] / given[p[1]] for p in pairs) / len(pairs)
    recall = sum(both[p] / gold[p[0]] for p in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the coded articles are not beside the checkout")
@pytest.mark.parametrize(("name", "pairs", "cubed"), [("seeds", 0.90, 0.92), ("train", 0.80, 0.92)])
def test_coded_claims_link_as_coded(name: str, pairs: float, cubed: float) -> None:
    rows = [json.loads(line) for line in (SHARED / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [article_of(row, row["id"]) for row in rows]
    coded = [[claim_of(claim, row["text"]) for claim in row["claims"]] for row in rows]
    events = link_claims(list(zip(articles, coded, strict=True)))
    labels = [
        (row["id"], str(claim["event"]), event)
        for row, ids in zip(rows, events, strict=True)
        for claim, event in zip(row["claims"], ids, strict=True)
    ]
    assert pairs_f1(labels) >= pairs
    assert b_cubed(labels) >= cubed
