"""How linking grows: synthetic claims in, seconds out.

    python bench/linking.py                          1,000, 10,000 and 100,000 claims, then single articles
    python bench/linking.py --sizes 1000 10000       other sizes
    python bench/linking.py --rate 2000              a denser news day (claims a day; more claims are more days)
    python bench/linking.py --undated 0.3            more articles of unknown day (5 in a hundred otherwise)

The world is made up but sized like the real one: actors and places of the lexicon, a few of them in most of the news,
days with events that one to three outlets tell in several claims each with a detail more or less, and old events that
keep being recalled. Profiles, comparison and clustering are timed together, on one core, the lexicon loaded before;
small sizes are run three times. Printed for each size: processor seconds, the ratio to the size before, events,
comparisons across articles (the work done, whatever else the machine does), B-cubed against the events that were
made. Last, with the largest size in memory, the time of adding one more article (median, 95th percentile and longest
of fifty).
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from khabar.lexicon import default
from khabar.linking import Linker
from khabar.model import Article, Claim, Figure, Link, Party, Span, Trigger, Where

TRIGGERS = {
    ("ASSAULT", "airstrike"): ("غارة", "قصف", "غارات"),
    ("ASSAULT", "missile"): ("إطلاق صواريخ", "هجوم صاروخي"),
    ("ASSAULT", "bombing"): ("انفجار", "تفجير"),
    ("ASSAULT", "clash"): ("اشتباكات", "معارك"),
    ("COERCE", "arrest"): ("اعتقال", "توقيف"),
    ("COERCE", "seize"): ("سيطرة", "استعادة"),
    ("CONSULT", "visit"): ("زيارة",),
    ("CONSULT", "meet"): ("لقاء", "محادثات"),
    ("ACCUSE", None): ("إدانة", "اتهام"),
    ("REQUEST", None): ("مطالبة", "دعوة"),
    ("PROTEST", "demonstration"): ("مظاهرة", "احتجاجات"),
}
SHARES = (18, 6, 10, 9, 6, 6, 9, 12, 12, 8, 4)
DETAILS = (
    "قرب الحدود;بحسب البيان;في ساعة مبكرة;وسط إجراءات مشددة;بعد أيام من التوتر;للمرة الثانية;وفق الحصيلة;دون تفاصيل"
).split(";")
START = date(2023, 1, 1)
OUTLETS = tuple(f"صحيفة {n}" for n in range(40))


class Event(NamedTuple):
    """An event that was made; ``name`` is its label."""

    name: str
    type: str
    mode: str | None
    day: date
    actor: Party
    target: Party
    place: Where
    killed: int
    detail: str


class World:
    """Actors and places of the lexicon, the first of each list far more often than the last."""

    def __init__(self, rng: random.Random) -> None:
        lexicon = default()
        self.rng = rng
        self.actors = [
            Party(text=entry.names[0], country=entry.country, actor=identity)  # type: ignore[attr-defined]
            for identity, entry in sorted(lexicon.actors.items())
            if entry.names  # type: ignore[attr-defined]
        ]
        self.places = [
            Where(text=row.name, country=row.country, place=identity)
            for identity, row in sorted(lexicon.places.items())
            if row.country and not row.weak
        ]
        rng.shuffle(self.actors)
        rng.shuffle(self.places)
        self.made = 0

    def _often(self, count: int) -> int:
        """A number below ``count``, small ones more often (the first of 800 in every thirtieth)."""
        return int(count * self.rng.random() ** 2)

    def event(self, day: date) -> Event:
        self.made += 1
        (kind, mode), _ = self.rng.choices(list(TRIGGERS.items()), SHARES)[0]
        return Event(
            name=f"made-{self.made}",
            type=kind,
            mode=mode,
            day=day,
            actor=self.actors[self._often(len(self.actors))],
            target=self.actors[self._often(len(self.actors))],
            place=self.places[self._often(len(self.places))],
            killed=self.rng.randint(1, 40),
            detail=self.rng.choice(DETAILS),
        )


def told(world: World, event: Event, start: int) -> Claim:
    """One claim of an event, with a detail more or less; ``start`` is where its sentence begins in the text."""
    rng = world.rng
    trigger = rng.choice(TRIGGERS[event.type, event.mode])
    quote = f"{trigger} {event.actor.text} {event.target.text} {event.place.text} {event.detail} {rng.choice(DETAILS)}"
    deadly = event.type == "ASSAULT" and rng.random() < 0.5
    return Claim(
        quote=quote,
        trigger=Trigger(start=start, end=start + len(trigger), text=trigger),
        evidence=Span(start, start + len(quote)),
        type=event.type,
        mode=event.mode if rng.random() < 0.8 else None,
        actors=(event.actor,) if rng.random() < 0.8 else (),
        targets=(event.target,) if rng.random() < 0.7 else (),
        place=event.place if rng.random() < 0.75 else None,
        date=event.day.isoformat() if rng.random() < 0.7 else None,
        figures=(Figure(what="killed", low=event.killed, high=event.killed),) if deadly else (),
        isnad=(Link(text=rng.choice(OUTLETS), kind="media"),) if rng.random() < 0.4 else (),
    )


def made(
    count: int, rate: int, seed: int = 1, undated: float = 0.0
) -> Iterator[tuple[Article, list[Claim], list[str]]]:
    """Articles of ``rate`` claims a day until ``count`` claims are told, each with its claims and the events they
    tell. A share of the articles is ``undated``, and so are all claims of these."""
    world = World(random.Random(seed))
    dice = random.Random(seed)
    old = [world.event(START - timedelta(days=world.rng.randint(30, 3000))) for _ in range(200)]
    claims = articles = 0
    day = START
    while True:
        news = [world.event(day) for _ in range(max(1, rate // 7))] + [world.rng.choice(old) for _ in range(rate // 40)]
        world.rng.shuffle(news)
        shelves = [news[at : at + 5] for at in range(0, len(news), 5)]
        for events in shelves:
            for _ in range(world.rng.randint(1, 3)):
                text, found, labels = "", [], []
                for event in events:
                    for _ in range(world.rng.choice((0, 1, 1, 1, 2, 3))):
                        found.append(told(world, event, len(text)))
                        labels.append(event.name)
                        text += f"{found[-1].quote}. \n"
                if not found:
                    continue
                articles += 1
                published: str | None = (day + timedelta(days=world.rng.randint(0, 1))).isoformat()
                outlet = world.rng.choice(OUTLETS)
                if dice.random() < undated:
                    published, found = None, [replace(claim, date=None) for claim in found]
                yield Article(id=f"a{articles}", text=text, source=outlet, published=published), found, labels
                claims += len(found)
                if claims >= count:
                    return
        day += timedelta(days=1)


def b_cubed(labels: Sequence[tuple[str, str]]) -> float:
    """B-cubed F1 of (made, given) labels."""
    gold, given, both = Counter(g for g, _ in labels), Counter(p for _, p in labels), Counter(labels)
    precision = sum(both[pair] / given[pair[1]] for pair in labels) / len(labels)
    recall = sum(both[pair] / gold[pair[0]] for pair in labels) / len(labels)
    return 2 * precision * recall / (precision + recall)


def bulk(count: int, rate: int, undated: float) -> tuple[float, Linker]:
    """Processor seconds of linking ``count`` claims at once, printed with what came out."""
    rows = list(made(count, rate, undated=undated))
    took = []
    for _ in range(1 if count > 20_000 else 3):
        linker = Linker()
        begun = time.process_time()
        linker.add_all([(article, claims) for article, claims, _ in rows])
        took.append(time.process_time() - begun)
    seconds = statistics.median(took)
    labels = [pair for article, _, names in rows for pair in zip(names, linker.ids(article.id), strict=True)]
    print(
        f"{len(labels):>7} claims {len(rows):>6} articles {len(linker.events()):>6} events "
        f"{seconds:8.2f} s  {seconds / len(labels) * 1e3:.3f} ms a claim  "
        f"{linker.compared / len(labels):.1f} comparisons a claim  B-cubed {b_cubed(labels):.3f}",
        end="",
        flush=True,
    )
    return seconds, linker


def single(linker: Linker, count: int, rate: int) -> None:
    """Processor time of adding one more article to a linker that holds ``count`` claims: the day's next fifty."""
    later = list(made(count + 50 * 12, rate))[-50:]
    took = []
    for number, (article, claims, _) in enumerate(later):
        begun = time.process_time()
        linker.add(Article(id=f"one more {number}", text=article.text, published=article.published), claims)
        took.append((time.process_time() - begun) * 1e3)
    took.sort()
    print(f"one more article against {count} claims: median {statistics.median(took):.1f} ms", end=", ")
    print(f"95th percentile {took[int(len(took) * 0.95)]:.1f} ms, longest {took[-1]:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rate", type=int, default=100, help="claims a day")
    parser.add_argument("--undated", type=float, default=0.05, help="share of the articles that bear no date")
    options = parser.parse_args()
    bulk(200, options.rate, options.undated)
    print("  (warming up)")
    before = 0.0
    for size in options.sizes:
        seconds, linker = bulk(size, options.rate, options.undated)
        print(f"  x {seconds / before:.1f}" if before else "")
        before = seconds
    single(linker, options.sizes[-1], options.rate)


if __name__ == "__main__":
    main()
