"""The columns in memory mean with every filter what the database means, and keep up with the store."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.model import Extraction, Where
from khabar.store import Filter, Store
from khabar.views import counts
from khabar.views.chosen import chosen_claims
from khabar.views.columns import columns_of, day_number, day_text
from khabar.views.disputable import disputed_ids
from khabar.views.disputes import ABOUT, disputes_of
from khabar.views.source_counts import cites, sources
from making import article, killed, link, pairs, party, strike, visit

FILTERS = (
    Filter(), Filter(types=("ASSAULT",)), Filter(types=("ASSAULT", "CONSULT"), since="2024-03-05"),
    Filter(since="2024-03-06"), Filter(until="2024-03-04"), Filter(as_of="2024-03-05"), Filter(as_of="2020-01-01"),
    Filter(actor=("جنود",)), Filter(actor=("irq",)), Filter(actor=("لا أحد", "وزير الخارجية")),
    Filter(actor=("group.x",)), Filter(place=("التاجي",)), Filter(place=("IRQ",)), Filter(place=("base.taji",)),
    Filter(place_ids=("base.taji", "x")),
    Filter(source="مصدر"), Filter(source="وكالة المثال"), Filter(source="inst.mod-iraq"), Filter(source="%"),
    Filter(text="المسيرات"), Filter(text="لا وجود لها"), Filter(article="a2"), Filter(counts=("killed", 4)),
    Filter(types=("ASSAULT",), as_of="2024-03-06", source="مصدر", place=("IRQ",), text="هجوم"),
)  # fmt: skip


def more(count: int) -> list[tuple[object, Extraction]]:
    """Articles whose claims vary in everything that filters look at."""
    chance = random.Random(4)
    made = []
    for n in range(count):
        told = [
            strike(
                None, dead=killed(chance.randint(0, 9), chance.choice((None, 9))),
                date=chance.choice((None, "2024-03-05", "2024-02")),
                actors=chance.choice(
                    ((), (party("فصيل", "SYR", "group.x"),), (party("فصيل آخر", "IRN"), party("قوات", None)))
                ),
                place=chance.choice((None, Where(text="حلب", country="SYR", lat=36.2, lon=37.1), Where(text="موضع"))),
                isnad=chance.choice(((), (link("وكالة المثال", "agency"), link("شاهد", "witness")))),
                status=chance.choice(("occurred", "negated", "planned")),
            )
            for _ in range(chance.randint(0, 3))
        ]  # fmt: skip
        source = chance.choice((None, "صحيفة النموذج", "قناة"))
        day = chance.choice((None, "2024-03-05", "2024-03-09"))
        text = f"{n} {told[0].quote}" if told else f"{n}"
        made.append((article(text, f"m{n}", source, day), Extraction(id=f"m{n}", claims=tuple(told))))
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db", create=True) as opened:
        opened.save_all([*pairs(), *more(40)])  # type: ignore[list-item]
        chance = random.Random(2)
        events = {(item.source.article.id, item.n): f"e-{chance.randrange(9)}" for item in opened.claims()}
        events.pop(next(iter(events)))
        opened.assign_events(events)
        yield opened


def ids(store: Store, wanted: Filter) -> set[str]:
    columns = columns_of(store)
    every = [item.id for item in store.claims()]
    return {given for given, meant in zip(every, chosen_claims(store, columns, wanted).tolist(), strict=True) if meant}


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_a_filter_means_the_same_claims_and_events(store: Store, wanted: Filter) -> None:
    assert ids(store, wanted) == {item.id for item in store.claims(wanted)}
    if wanted != Filter(types=wanted.types, since=wanted.since, until=wanted.until):
        assert set(counts.event_ids(store, wanted)[0]) == {row.id for row in store.events(wanted)}


def test_counts_are_those_of_the_claims(store: Store) -> None:
    told = [item for item in store.claims() if item.claim.event]
    acting = {
        (one.text, other.text, item.claim.event)
        for item in told for one in item.claim.actors for other in item.claim.targets
    }  # fmt: skip
    for pair in counts.pairs(store):
        assert pair.events == sum((pair.actor, pair.target) == row[:2] for row in acting), pair
    for place in counts.places(store):
        lying = {item.claim.event for item in told if item.claim.place and item.claim.place.text == place.place.text}
        assert place.events == len(lying)
    carried = {row.name: row for row in sources(store)}
    ends = [item.claim.isnad[-1].text for item in store.claims() if item.claim.isnad]
    assert carried["شاهد"].origin == ends.count("شاهد")
    assert carried["وكالة المثال"].relayed == sum(len(item.claim.isnad) == 2 for item in store.claims())
    near = [(item.source.article.source, item.claim.isnad[0].text) for item in store.claims() if item.claim.isnad]
    assert {(row.citing, row.cited): row.claims for row in cites(store)} == {
        pair: near.count(pair) for pair in near if pair[0]
    }


def test_every_disputed_event_is_a_candidate(store: Store) -> None:
    for day in (None, "2024-03-05"):
        for row in store.events():
            claims = list(store.claims(Filter(as_of=day), events=[row.id]))
            about = {dispute.about for dispute in disputes_of(claims)}
            for kind in ABOUT:
                candidates, total = disputed_ids(store, Filter(as_of=day), about=kind)
                assert len(candidates) == total
                assert kind not in about or row.id in candidates


def test_columns_keep_up_with_the_store(store: Store) -> None:
    before = columns_of(store)
    assert columns_of(store) is before
    claims = len(before.claims)
    store.save(article("نص", "later", "قناة جديدة", "2024-04-01"), Extraction(id="later", claims=(visit("e-new"),)))
    store.assign_events({("later", 0): "e-new"})
    after = columns_of(store)
    assert (len(before.claims), len(after.claims)) == (claims, claims + 1)
    assert counts.event_ids(store)[0][0] == "e-new" or "e-new" in counts.event_ids(store)[0]
    assert any(row.name == "قناة جديدة" for row in sources(store))
    fresh = columns_of(Store.open(store.path, read_only=True))
    for table in ("articles", "claims", "parties", "links", "figures", "events"):
        for name, column in getattr(after, table).columns.items():
            assert column.tolist() == getattr(fresh, table)[name].tolist(), (table, name)
    assert after.event.tolist() == fresh.event.tolist()


def test_days_are_numbers_and_back() -> None:
    for day in ("2024-03-05", "1999-12-31", "9999-12-31", None):
        assert day_text(day_number(day)) == day
    assert day_number("2024-03-05") < day_number("2024-10-01")
