"""What a store promises holds in every database: what goes in comes out, once; events keep resolving; every question of
the pages is answered alike; many read and write at once."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from databases import server
from khabar.model import Claim, Extraction, Party, Section
from khabar.store import Counts, Filter, Quarantined, Store, StoreError
from khabar.store.copied import KeptText
from khabar.views import counts, series, source_counts
from khabar.views.disputable import disputed_ids
from khabar.views.questions import Questions
from making import EVENTS, STRIKE, article, link, pairs, party, strike, visit

__all__ = ["server"]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store may be made: nothing is there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "s.db")
    return str(request.getfixturevalue("server").address())


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store.open(place, create=True) as opened:
        outcomes = opened.save_all(pairs())
        assert outcomes == [("stored", "a1"), ("stored", "a2"), ("stored", "a3")]
        opened.assign_events(EVENTS)
        yield opened


def events(store: Store, **wanted: object) -> list[str]:
    return [row.id for row in store.events(Filter(**wanted))]  # type: ignore[arg-type]


def test_extractions_come_back_as_they_went_in(place: str) -> None:
    given = article(
        STRIKE, "a1", "وكالة المثال", "2024-03-05", title="عنوان", url="https://x.example/1", origin="f.txt"
    )
    sections = (Section(start=0, end=len(STRIKE), role="body", rule="r"),)
    extraction = Extraction(
        id="a1", claims=(strike(None, rules={"type": "assault.attack"}, hedge="زعم"),), sections=sections
    )
    with Store.open(place, create=True) as opened:
        opened.save(given, extraction)
        assert list(opened.extractions()) == [(given, extraction)]


def test_saving_again_is_a_duplicate(store: Store) -> None:
    given, extraction = pairs()[0]
    assert store.save(given, extraction) == ("duplicate", "a1")
    assert store.find(given) == "a1"
    assert store.size().articles == 3


def test_the_same_text_from_another_outlet_is_another_article(store: Store) -> None:
    given, extraction = pairs()[0]
    outcome, new = store.save(msgspec.structs.replace(given, source="وكالة ثالثة"), extraction)
    assert outcome == "stored"
    assert new.startswith("a1@")
    assert store.size().articles == 4


def test_the_same_id_with_another_text_is_kept_beside_it(store: Store) -> None:
    outcome, new = store.save(article("نص آخر", "a1", "وكالة المثال"), Extraction(id="a1"))
    assert (outcome, new != "a1") == ("stored", True)
    found = store.article("a1")
    assert found is not None
    assert found.article.text == STRIKE


def test_nothing_of_an_article_is_stored_when_its_claims_fail(place: str) -> None:
    broken = strike(isnad=(link("مصدر", None),))  # type: ignore[arg-type]
    with Store.open(place, create=True) as opened:
        with pytest.raises(Exception, match=r"(?i)not.null"):
            opened.save(article(STRIKE, "a1"), Extraction(id="a1", claims=(broken,)))
        assert opened.size() == msgspec.structs.replace(opened.size(), articles=0, claims=0)
        assert opened.find(article(STRIKE, "a1")) is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["e-visit", "e-strike"]),
        ({"types": ("ASSAULT",)}, ["e-strike"]),
        ({"types": ("ASSAULT", "CONSULT")}, ["e-visit", "e-strike"]),
        ({"since": "2024-03-05"}, ["e-strike"]),
        ({"until": "2024-03-04"}, ["e-visit"]),
        ({"actor": ("العماني",)}, ["e-visit"]),
        ({"actor": ("OMN",)}, ["e-visit"]),
        ({"actor": ("نيوزيلندا", "جنود")}, ["e-strike"]),
        ({"place": ("قاعده التاجى",)}, ["e-strike"]),
        ({"place": ("base.taji",)}, ["e-strike"]),
        ({"place": ("irn",)}, ["e-visit"]),
        ({"place_ids": ("base.taji", "other")}, ["e-strike"]),
        ({"source": "المثال"}, ["e-strike"]),
        ({"source": "مصدر طبي"}, ["e-strike"]),
        ({"source": "inst.mod-iraq"}, ["e-strike"]),
        ({"text": "المسيرات"}, ["e-strike"]),
        ({"text": "مسيرات القاعدة"}, ["e-strike"]),
        ({"text": "العماني طهران"}, ["e-visit"]),
        ({"text": '"طهران الاثنين"'}, ["e-visit"]),
        ({"text": '"الاثنين طهران"'}, []),
        ({"text": "؟!"}, []),
        ({"text": 'x" OR sentence:*'}, []),
        ({"as_of": "2024-03-04"}, ["e-visit"]),
        ({"as_of": "2024-03-01"}, []),
        ({"actor": ("100%_",)}, []),
        ({"article": "a3"}, ["e-visit"]),
    ],
)
def test_filters(store: Store, wanted: dict[str, object], found: list[str]) -> None:
    assert events(store, **wanted) == found


def test_claims_of_an_event_come_with_text_when_asked(store: Store) -> None:
    claims = list(store.claims(events=["e-strike"], text=True))
    assert [item.id for item in claims] == ["a1:0", "a2:0"]
    assert claims[0].source.article.text == STRIKE
    assert claims[0].claim == strike()
    assert (claims[0].day_low, claims[0].source.reported_high) == ("2024-03-05", "2024-03-05")
    assert next(store.claims(events=["e-strike"])).source.article.text == ""


def test_paging(store: Store) -> None:
    assert [row.id for row in store.events(limit=1)] == ["e-visit"]
    assert [row.id for row in store.events(limit=1, offset=1)] == ["e-strike"]


def test_articles_are_found_by_words_in_any_spelling(store: Store) -> None:
    assert [found.article.id for found in store.articles("المسيّرات")] == ["a1", "a2"]
    assert [found.article.id for found in store.articles("هجوم على التاجي")] == ["a1", "a2"]
    assert [found.article.id for found in store.articles()] == ["a1", "a2", "a3"]


def test_tallies(store: Store) -> None:
    assert [(found.tally.what, found.tally.low) for found in store.tallies("جندى أميركي")] == [("جندي أميركي", 2500)]
    assert list(store.tallies("دبابة")) == []


def test_the_index_of_events_sums_claims_up(store: Store) -> None:
    row = store.events(Filter(types=("ASSAULT",)))[0]
    assert (row.mode, row.day_low, row.day_high, row.claims, row.articles) == (
        "drone",
        "2024-03-05",
        "2024-03-05",
        2,
        2,
    )


def test_ids_of_merged_events_keep_resolving(store: Store) -> None:
    assert store.assign_events({("a1", 0): "e-all", ("a2", 0): "e-all", ("a3", 0): "e-all"}) == 1
    assert store.resolve("e-strike") == store.resolve("e-visit") == "e-all"
    assert store.aliases() == {"e-strike": "e-all", "e-visit": "e-all"}
    assert store.assign_events({("a1", 0): "e-final", ("a2", 0): "e-final", ("a3", 0): "e-final"}) == 1
    assert store.resolve("e-visit") == "e-final"
    assert events(store) == ["e-final"]


def test_an_event_that_returns_is_itself_again(store: Store) -> None:
    store.assign_events({("a3", 0): "e-strike"})
    assert store.resolve("e-visit") == "e-strike"
    store.assign_events({("a3", 0): "e-visit"})
    assert store.resolve("e-visit") == "e-visit"
    assert store.resolve("never") is None
    assert store.event_ids_starting("e-v") == ["e-visit"]


def test_a_split_moves_claims_and_both_stand(store: Store) -> None:
    assert store.assign_events({("a2", 0): "e-other"}) == 3
    assert [row.claims for row in store.events(Filter(types=("ASSAULT",)))] == [1, 1]


def test_quarantine_holds_each_thing_once_with_the_latest_reason(store: Store) -> None:
    item = Quarantined(origin="x.bin", reason="It is a picture.", sha256="ab", sample="\ud800?")
    store.set_aside(item)
    store.set_aside(msgspec.structs.replace(item, reason="It is a PDF."))
    assert [(found.origin, found.reason, found.sample) for found in store.quarantined()] == [
        ("x.bin", "It is a PDF.", "\ufffd?")
    ]
    store.release("x.bin", "ab")
    assert store.quarantined() == []


def test_runs_are_recorded(store: Store) -> None:
    run = store.begin_run("read", "0.1.0")
    store.end_run(run, Counts(read=3, stored=1, duplicates=1, quarantined=1))
    (row,) = counts.runs(store)
    assert (row.command, row.stored, row.duplicates, row.ended is not None) == ("read", 1, 1, True)


def test_lone_surrogates_and_nuls_are_stored_without_moving_offsets(place: str) -> None:
    text = "أ\ud83d\x00 هجوم"
    broken = Claim(
        quote=text,
        trigger=strike().trigger,
        evidence=strike().evidence,
        type="ASSAULT",
        actors=(Party(text="\udc00جيش"),),
    )
    with Store.open(place, create=True) as opened:
        opened.save(article(text, "a1"), Extraction(id="a1", claims=(broken,)))
        found = opened.article("a1")
        assert found is not None
        assert found.article.text == "أ\ufffd\ufffd هجوم"
        assert next(opened.claims()).claim.quote == found.article.text
        assert next(opened.claims()).claim.actors == (party("\ufffdجيش"),)
        assert opened.save(article(text, "a1"), Extraction(id="a1"))[0] == "duplicate"


def test_open_dates_are_kept_as_ranges(place: str) -> None:
    with Store.open(place, create=True) as opened:
        opened.save(article("x", "a1"), Extraction(id="a1", claims=(visit(date="2024-03"), visit(date="2011/.."))))
        assert [(item.day_low, item.day_high) for item in opened.claims()] == [
            ("2024-03-01", "2024-03-31"),
            ("2011-01-01", "9999-12-31"),
        ]


def test_many_are_saved_at_once_with_their_outcomes_in_order(place: str) -> None:
    first, second, third = pairs()
    other = (article("نص آخر", "a1", "قناة"), Extraction(id="a1"))
    with Store.open(place, create=True) as opened:
        assert opened.save(*second) == ("stored", "a2")
        found = opened.save_all([first, second, first, other, third])
        assert [outcome for outcome, _ in found] == ["stored", "duplicate", "duplicate", "stored", "stored"]
        assert [given for _, given in found[:3]] == ["a1", "a2", "a1"]
        assert found[3][1].startswith("a1@")
        assert opened.find_all([first[0], other[0], article("غائب", "x")]) == ["a1", found[3][1], None]
        assert [item.id for item in opened.claims()] == ["a2:0", "a1:0", "a3:0"]
        assert opened.save_all([]) == []


def test_nothing_of_a_batch_is_stored_when_one_article_fails(place: str) -> None:
    broken = strike(isnad=(link("مصدر", None),))  # type: ignore[arg-type]
    with Store.open(place, create=True) as opened:
        with pytest.raises(Exception, match=r"(?i)not.null"):
            opened.save_all([pairs()[2], (article(STRIKE, "a1"), Extraction(id="a1", claims=(broken,)))])
        assert opened.size().articles == 0


def test_texts_of_any_length_are_stored_and_found_by_their_beginning(place: str) -> None:
    text = "مطلع " + " ".join(f"كلمة{n}" for n in range(120_000)) + " " + "ط" * 5000
    with Store.open(place, create=True) as opened:
        opened.save(article(text, "a1"), Extraction(id="a1"))
        opened.save(article("سطر " * 40_000, "a2"), Extraction(id="a2"))
        assert [found.article.id for found in opened.articles('"مطلع كلمة0 كلمة1"')] == ["a1"]
        assert [found.article.id for found in opened.articles("سطر")] == ["a2"]
        found = opened.article("a1")
        assert found is not None
        assert found.article.text == text


def test_counts_that_pages_show(store: Store) -> None:
    assert [(day.day, day.type, day.events) for day in counts.days(store)] == [
        ("2024-03-04", "CONSULT", 1), ("2024-03-05", "ASSAULT", 1),
    ]  # fmt: skip
    assert {(place.place.text, place.events) for place in counts.places(store)} == {("قاعدة التاجي", 1), ("طهران", 1)}
    assert counts.event_ids(store, order="most") == (["e-strike", "e-visit"], 2)
    assert disputed_ids(store) == (["e-strike"], 1)
    assert counts.pairs(store) == []
    assert counts.pair_events(store, "لا أحد", "جنود") == ([], 0)
    assert counts.reported_days(store, "e-strike") == ["2024-03-05", "2024-03-06"]
    assert counts.sections(store, "a1") == ()
    told = {row.name: (row.told, row.origin, row.relayed) for row in source_counts.sources(store)}
    assert told == {
        "صحيفة النموذج": (2, 0, 0), "وكالة المثال": (1, 0, 0),
        "مصدر طبي": (0, 1, 0), "وزارة الدفاع العراقية": (0, 1, 0),
    }  # fmt: skip
    cited = source_counts.cites(store)
    assert {(row.citing, row.cited, row.claims) for row in cited} == {
        ("وكالة المثال", "وزارة الدفاع العراقية", 1), ("صحيفة النموذج", "مصدر طبي", 1),
    }  # fmt: skip
    assert all(type(row.claims) is int for row in cited)
    (row,) = series.counted_things(store)
    assert (row.what, row.tallies, row.low, row.high) == ("جندي أميركي", 1, 2500, 2500)


@pytest.mark.parametrize("wanted", [Filter(text="المسيرات"), Filter(source="المثال"), Filter(as_of="2024-03-05")])
def test_counts_are_narrowed_by_filters(store: Store, wanted: Filter) -> None:
    assert sum(day.events for day in counts.days(store, wanted) if day.type == "ASSAULT") == 1
    assert counts.event_ids(store, wanted)[0][0] == "e-strike"
    assert {row.name for row in source_counts.sources(store, wanted)} > {"وكالة المثال"}
    assert source_counts.cites(store, wanted)[0].claims == 1


def test_questions_are_answered(store: Store) -> None:
    asked = Questions(store)
    event = asked.event("e-strike")
    assert (event.event.articles, event.event.disputed) == (2, True)
    assert [row.id for row in asked.events()] == ["e-visit", "e-strike"]
    assert "وكالة المثال" in {row.name for row in asked.sources()}


def test_copies_are_kept_and_told_where_they_span_articles(store: Store) -> None:
    with store.keeping() as kept:
        articles = dict(zip(["a1", "a2", "a3"], sorted(store.uncopied()), strict=True))
        claims = kept.copies.claims(articles.values())
        first, second, third = kept.copies.numbers(3)
        kept.copies.add([
            KeptText(first, articles["a1"], 7, first, None, b"1234", (5, 6)),
            KeptText(second, articles["a1"], 8, second, (claims[articles["a1"], 0],), b"5678", (9,)),
        ])  # fmt: skip
        kept.copies.tell([first, second])
    assert [(item.text_group, item.passage_group) for item in store.claims()] == [(None, None)] * 3
    assert store.uncopied() == [articles["a2"], articles["a3"]]
    with store.keeping() as kept:
        assert kept.copies.same([7, 8, 10]) == {7: first, 8: second}
        assert kept.copies.found([5, 9, 11]) == {5: [first], 9: [second]}
        assert kept.copies.texts([second]) == {second: (second, b"5678")}
        assert kept.copies.sought(articles.values()) == {articles["a1"]}
        kept.copies.add([KeptText(third, articles["a3"], 8, second, (claims[articles["a3"], 0],), b"5678", ())])
        kept.copies.tell([second])
    assert [(item.text_group, item.passage_group) for item in store.claims()] == [
        (None, second), (None, None), (None, second)
    ]  # fmt: skip
    with store.keeping() as kept:
        kept.copies.join({second: first})
    assert [item.passage_group for item in store.claims()] == [first, None, first]
    with store.keeping() as kept:
        kept.copies.forget()
    assert [item.passage_group for item in store.claims()] == [None] * 3


def test_a_store_changes_its_state_when_it_is_written_to(store: Store) -> None:
    before = store.state()
    assert store.state() == before
    store.save(article("جديد", "a9"), Extraction(id="a9"))
    assert store.state() != before


def test_a_store_of_a_newer_version_is_refused(store: Store, place: str) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE khabar_meta SET value = '99' WHERE key = 'version'")
    with pytest.raises(StoreError, match="a store of version 99; this Khabar knows versions up to"):
        Store.open(place)


def test_a_store_opened_for_reading_cannot_be_written(store: Store, place: str) -> None:
    with Store.open(place, read_only=True) as reading:
        assert reading.size().articles == 3
        with pytest.raises(StoreError, match="is read-only"):
            reading.save(article("جديد", "a9"), Extraction(id="a9"))


def test_a_missing_store_says_how_to_make_one(place: str) -> None:
    with pytest.raises(StoreError, match=r"no store (at|in) .* make one with: khabar read"):
        Store.open(place)


def _many(name: str, count: int = 60) -> list[tuple[object, Extraction]]:
    """Articles of one outlet; every third text is one that other writers have too, under the same outlet."""
    found = []
    for n in range(count):
        own = "" if n % 3 == 0 else f" {name}"
        text = f"وقع هجوم رقم {n}{own}."
        start = text.index("هجوم")
        claim = msgspec.structs.replace(
            strike(None), quote=text, trigger=msgspec.structs.replace(strike().trigger, start=start, end=start + 4)
        )
        found.append((article(text, f"{name}-{n}", "وكالة"), Extraction(id=f"{name}-{n}", claims=(claim,))))
    return found


def _write(place: str, name: str) -> None:
    """What a writing process does: small transactions, in an order of its own."""
    rows = _many(name)
    rows = rows if name < "w1" else rows[::-1]
    with Store.open(place, create=True) as opened:
        for at in range(0, len(rows), 7):
            opened.save_all(rows[at : at + 7])  # type: ignore[arg-type]


def test_many_write_and_read_at_once(place: str) -> None:
    names = [f"w{n}" for n in range(4)]
    context = multiprocessing.get_context("spawn")
    with Store.open(place, create=True) as opened:
        writers = [context.Process(target=_write, args=(place, name)) for name in names]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            told = list(opened.claims())
            assert len({item.id for item in told}) == len(told)
            size = opened.size()
            assert size.claims == size.articles
            assert len(list(opened.articles("هجوم"))) >= size.articles
        for writer in writers:
            writer.join()
        assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
        assert opened.size().articles == 20 + 4 * 40
        assert len(list(opened.articles("هجوم"))) == 180


def test_linking_and_storing_go_on_side_by_side(place: str) -> None:
    def go_on(step: Callable[[int], object], times: int) -> threading.Thread:
        def run() -> None:
            try:
                for n in range(times):
                    step(n)
            except Exception as error:
                failed.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    failed: list[Exception] = []
    rows = _many("w", 90)
    with Store.open(place, create=True) as opened:
        opened.save_all(rows[:30])  # type: ignore[arg-type]
        threads = [
            go_on(lambda n: opened.save_all(rows[30 + 10 * n : 40 + 10 * n]), 6),  # type: ignore[arg-type]
            go_on(lambda n: opened.assign_events({(f"w-{at}", 0): f"e{n}-{at % 5}" for at in range(30)}), 6),
            go_on(lambda n: list(opened.extractions()), 6),
        ]
        for thread in threads:
            thread.join()
        assert failed == []
        assert opened.size().articles == 90
        assert {row.id for row in opened.events()} == {f"e5-{n}" for n in range(5)}
