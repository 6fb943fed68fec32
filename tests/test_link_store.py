"""What a store keeps of linking: merges and splits, what answers what, events that no order of arrival changes."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from databases import server
from khabar.jobs.arriving import Arriving
from khabar.jobs.linking import link_new, link_store
from khabar.jobs.reading import Reading, read
from khabar.linking import keeping, link_claims
from khabar.model import Article, Extraction
from khabar.samples import FOLDER
from khabar.store import EventChange, Store, StoredResponse
from khabar.store.migrating import migrate
from making import script, store_pairs

__all__ = ["server"]

ATTACK = "شنت مقاتلات أردنية غارات على مخزن أسلحة في السويداء فجر الخميس ردا على هجوم استهدف مخفر حدود قرب الرمثا."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "khabar.db", create=True)
    store_pairs(opened)
    return opened


def without_time(changes: list[EventChange]) -> list[tuple[str, str, str, int]]:
    return [(change.kind, change.old, change.new, change.claims) for change in changes]


def test_merges_splits_and_moves_are_kept_and_old_ids_resolve(store: Store) -> None:
    assert store.changes() == []
    store.assign_events({("a3", 0): "e-strike"})
    assert without_time(store.changes()) == [("merge", "e-visit", "e-strike", 1)]
    assert store.resolve("e-visit") == "e-strike"
    store.assign_events({("a2", 0): "e-other"})
    assert without_time(store.changes("e-other")) == [("split", "e-strike", "e-other", 1)]
    store.assign_events({("a3", 0): "e-other"})
    assert {change.kind for change in store.changes("e-strike")} == {"merge", "split", "move"}
    assert store.resolve("e-strike") == "e-strike"
    store.assign_events({("a3", 0): "e-other"})
    assert len(store.changes()) == 3, "linking again changes nothing"


def test_answers_are_kept_between_events(store: Store) -> None:
    told = StoredResponse(kind="response", article="a1", answer=0, cause=0, start=3, end=9)
    missing = StoredResponse(kind="response", article="a1", answer=0, cause=7, start=3, end=9)
    with store.keeping() as kept:
        kept.add_responses([told, told, missing])
        kept.add_responses([told])
    (found,) = store.responses(["e-strike"])
    assert (found.answer_event, found.cause_event, found.start, found.end) == ("e-strike", "e-strike", 3, 9)
    assert store.responses(["e-visit"]) == []
    with store.keeping() as kept:
        kept.copies.forget()
    assert store.responses(["e-strike"]) == []


def test_reading_keeps_what_a_text_says_of_causes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"عمان – 14 مارس 2024\n{ATTACK}\n", encoding="utf-8")
    read([tmp_path / "one.txt"], tmp_path / "khabar.db")
    with Store.open(tmp_path / "khabar.db", read_only=True) as opened:
        claims = {item.n: item.claim for item in opened.claims()}
        (found,) = opened.responses([claim.event for claim in claims.values() if claim.event])
        text = next(opened.articles(text=True)).article.text
    assert found.kind == "response"
    assert text[found.start : found.end] == "ردا على"
    assert claims[found.answer].trigger.start < found.start < claims[found.cause].trigger.start
    assert found.answer_event != found.cause_event


def test_a_store_of_version_three_gets_the_tables(store: Store) -> None:
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.executescript("DROP TABLE event_changes; DROP TABLE responses;")
        connection.execute("UPDATE khabar_meta SET value = '3' WHERE key = 'version'")
    migrate(store.path)
    with Store.open(store.path) as opened:
        assert opened.changes() == []
        assert opened.responses(["e-strike"]) == []


def events_of(path: Path) -> set[frozenset[tuple[str, int]]]:
    groups: dict[str, set[tuple[str, int]]] = defaultdict(set)
    with Store.open(path, read_only=True) as opened:
        for item in opened.claims():
            groups[item.claim.event or ""].add((item.source.article.text or item.source.article.origin or "", item.n))
    return {frozenset(group) for group in groups.values()}


def test_articles_read_one_by_one_in_any_order_give_the_events_of_all_at_once(tmp_path: Path) -> None:
    files = sorted(path for path in FOLDER.iterdir() if path.is_file())
    read(files, tmp_path / "whole.db")
    for seed in range(3):
        random.Random(seed).shuffle(files)
        path = tmp_path / f"{seed}.db"
        first: dict[str, str] = {}
        for file in files:
            read([file], path)
            with Store.open(path, read_only=True) as opened:
                first |= {
                    item.id: item.claim.event for item in opened.claims() if item.claim.event and item.id not in first
                }
        assert events_of(path) == events_of(tmp_path / "whole.db")
        with Store.open(path, read_only=True) as opened:
            assert all(opened.resolve(event) is not None for event in first.values())


TOWNS = ("السويداء", "درعا", "الرقة", "حمص", "الحسكة", "تدمر", "منبج", "القامشلي", "إدلب", "حماة", "دير الزور", "عفرين")


def raid(number: int, outlet: str) -> Article:
    """An article about the raid of that number, three weeks after the one before it."""
    day = date(2022, 1, 3) + timedelta(days=21 * number)
    town = TOWNS[number % len(TOWNS)]
    text = f"شنت مقاتلات أردنية في {day.day}/{day.month}/{day.year} غارات على مخزن أسلحة في {town} بحسب {outlet}."
    return Article(id=f"{outlet} {number}", source=outlet, published=day.isoformat(), text=text)


def assigned(store: Store) -> dict[tuple[str, int], str | None]:
    return {(item.source.article.id, item.n): item.claim.event for item in store.claims()}


def test_what_is_new_is_linked_as_linking_all_anew_would(tmp_path: Path) -> None:
    with Store.open(tmp_path / "khabar.db", create=True) as opened:
        Reading(opened).take([raid(number, "جريدة الصباح") for number in range(40)], linked=True)
        before = assigned(opened)
        assert len(set(before.values())) >= 40
        Reading(opened).take([raid(7, "إذاعة المساء"), raid(23, "إذاعة المساء")])
        assert opened.unlinked(keeping.mark()) == (opened.untaken(), False)
        assert len(opened.untaken()) == 2
        fresh: set[str] = set()
        link_new(opened, fresh)
        assert fresh == set(), "no event is new"
        after = assigned(opened)
        assert after["إذاعة المساء 7", 0] == before["جريدة الصباح 7", 0]
        assert before.items() <= after.items()
        assert link_store(opened) == len(set(before.values()))
        assert assigned(opened) == after
        Reading(opened).take([raid(41, "إذاعة المساء")])
        link_new(opened, fresh)
        assert fresh == set(assigned(opened).values()) - set(after.values()) != set()


def partition(store: Store) -> set[frozenset[tuple[str, int]]]:
    """Every event's claims."""
    groups: dict[str | None, set[tuple[str, int]]] = defaultdict(set)
    for claim, event in assigned(store).items():
        groups[event].add(claim)
    return {frozenset(group) for group in groups.values()}


def made_rows(count: int) -> list[tuple[Article, Extraction]]:
    """Made articles of dense news with their claims; a fifth bears no date."""
    rows = script("bench/linking.py").made(count, 60, undated=0.2)
    return [(article, Extraction(id=article.id, claims=tuple(claims))) for article, claims, _ in rows]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "s.db")
    return str(request.getfixturevalue("server").address())


def test_a_store_gives_the_events_of_memory_however_articles_come(place: str) -> None:
    rows = made_rows(500)
    whole = {(article.id, n): event for ids, (article, _) in zip(link_claims(rows), rows, strict=True)
             for n, event in enumerate(ids)}  # fmt: skip
    with Store.open(place, create=True) as opened:
        opened.save_all(rows[:40])
        link_new(opened)
        for at in range(40, len(rows), 7):
            opened.save_all(rows[at : at + 7])
            link_new(opened)
        assert assigned(opened) == whole
        assert opened.standing() == len(set(whole.values()))
        ids = {event for event in whole.values() if event}
        assert all(opened.resolve(change.old) in ids for change in opened.changes())
        assert link_store(opened) == len(ids)
        assert assigned(opened) == whole


def test_where_much_hangs_together_what_is_new_joins_what_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = made_rows(300)
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save_all(rows)
        whole = link_store(opened)
        exact = partition(opened)
    monkeypatch.setattr("khabar.jobs.arriving.LARGE", 2)
    monkeypatch.setattr("khabar.jobs.arriving.WHOLE", 2)
    with Store.open(tmp_path / "large.db", create=True) as opened:
        for at in range(0, len(rows), 20):
            opened.save_all(rows[at : at + 20])
            link_new(opened)
        assert abs(opened.standing() - whole) < whole / 20
        assert len(exact & partition(opened)) > 0.9 * whole
        monkeypatch.undo()
        assert link_store(opened) == whole
        assert partition(opened) == exact


def test_linking_that_was_broken_off_is_finished_by_the_next(tmp_path: Path) -> None:
    rows = made_rows(200)
    whole = [event for ids in link_claims(rows) for event in ids]
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save_all(rows)
        pks = opened.untaken()
        broken = Arriving(opened)
        broken.add([(pk, *row) for pk, row in zip(pks, rows[:20], strict=False)])
        assert opened.standing() == 0
        link_new(opened)
        assert [item.claim.event for item in opened.claims()] == whole
        assert opened.untaken() == []


def test_what_another_way_of_linking_kept_is_made_anew(tmp_path: Path) -> None:
    rows = made_rows(100)
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save_all(rows[:-1])
        link_new(opened)
        with opened.keeping() as kept:
            kept.set_mark("0-of-old")
            kept.forget()
        opened.save_all(rows[-1:])
        link_new(opened)
        whole = [event for ids in link_claims(rows) for event in ids]
        assert [item.claim.event for item in opened.claims()] == whole
        assert opened.untaken() == []
        assert opened.mark() == keeping.mark()


def test_claims_that_come_with_their_events_are_linked_with_the_next(tmp_path: Path) -> None:
    rows = made_rows(100)
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save_all(rows[:10])
        link_new(opened)
        opened.save_all(rows[10:20], keep_events=True)
        assert opened.mark() is None
        opened.save_all(rows[20:])
        link_new(opened)
        assert [item.claim.event for item in opened.claims()] == [event for ids in link_claims(rows) for event in ids]
