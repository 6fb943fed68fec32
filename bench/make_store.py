"""Make a store of invented claims, for measuring pages and trying them out.

    python bench/make_store.py bench.db --claims 100000

The same numbers give the same store. Outlets, speakers and events are invented; places come from the gazetteer. Events
have from one to about thirty claims, told by several outlets through chains of up to three transmitters, with figures
that grow, differ and are denied.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from khabar.lexicon.load import read_places
from khabar.lexicon.schema import PlaceRow
from khabar.model import Article, Claim, Dating, Extraction, Figure, Link, Party, Record, Span, Tally, Trigger, Where
from khabar.store import Store

OUTLETS = (
    "وكالة ضفاف للأنباء", "صحيفة أوراق الصباح", "قناة المدار", "شبكة الرواق", "وكالة السهل", "جريدة الميزان الجديد",
    "إذاعة النخيل", "موقع المرصاد", "صحيفة الساحل اليوم", "وكالة القوس", "منصة الجسر", "مجلة الأفق العربي",
)  # fmt: skip
AGENCIES = ("وكالة ضفاف للأنباء", "وكالة السهل", "وكالة القوس")
ORIGINS = (
    ("مصدر أمني", "unnamed"), ("مصدر طبي", "unnamed"), ("شهود عيان", "witness"), ("المتحدث باسم الجيش", "military"),
    ("وزارة الداخلية", "government"), ("وزارة الخارجية", "government"), ("محافظ المدينة", "official"),
    ("بيان للفصائل", "armed-group"), ("المرصد المدني", "organisation"), ("الهلال الأحمر", "organisation"),
)  # fmt: skip
SIDES = (
    ("القوات الحكومية", "SYR"), ("الجيش العراقي", "IRQ"), ("القوات الأميركية", "USA"), ("فصائل مسلحة", "IRQ"),
    ("الجيش الإسرائيلي", "ISR"), ("حزب الله", "LBN"), ("الحوثيون", "YEM"), ("القوات التركية", "TUR"),
    ("قوات الدعم السريع", "SDN"), ("الجيش السوداني", "SDN"), ("الحرس الثوري", "IRN"), ("عناصر الشرطة", None),
    ("مدنيون", None), ("متظاهرون", None), ("قافلة مساعدات", None), ("حرس الحدود", "JOR"),
)  # fmt: skip
FORMS = (
    ("ASSAULT", "drone", "شنّت {a} هجوما بطائرات مسيّرة على مواقع {t} في {p}", "هجوما", 9),
    ("ASSAULT", "airstrike", "نفّذت {a} غارات جوية استهدفت {t} قرب {p}", "غارات", 9),
    ("ASSAULT", "shelling", "قصفت {a} بالمدفعية تجمّعا ضمّ {t} عند أطراف {p}", "قصفت", 7),
    ("ASSAULT", "clash", "اندلعت اشتباكات بين {a} و{t} في {p}", "اشتباكات", 6),
    ("COERCE", "arrest", "اعتقلت {a} عددا من {t} في {p}", "اعتقلت", 6),
    ("COERCE", "raid", "داهمت {a} منازل يقطنها {t} في {p}", "داهمت", 4),
    ("PROTEST", "demonstration", "خرجت مظاهرة ضد {a} شارك فيها {t} في {p}", "مظاهرة", 4),
    ("ACCUSE", None, "حمّل {t} {a} مسؤولية ما جرى في {p}", "حمّل", 3),
    ("THREATEN", None, "هدّدت {a} بضرب {t} إذا استمر الوضع في {p}", "هدّدت", 3),
    ("CONSULT", "meet", "التقى وفد من {a} ممثلين عن {t} في {p}", "التقى", 5),
    ("AGREE", None, "وقّع ممثلو {a} اتفاقا مع {t} في {p}", "اتفاقا", 2),
    ("AID", "humanitarian", "سلّمت {a} مساعدات إنسانية إلى {t} في {p}", "مساعدات", 2),
    ("RETREAT", "withdraw", "انسحبت {a} من مواقعها أمام {t} في {p}", "انسحبت", 2),
    ("MOBILIZE", "deploy", "نشرت {a} تعزيزات قبالة {t} في {p}", "نشرت", 3),
)
COUNTRIES = frozenset(["IRQ", "SYR", "LBN", "PSE", "YEM", "SDN", "JOR", "LBY", "EGY", "IRN"])
PRECISION = {"country": "country", "governorate": "admin1", "district": "district", "town": "town", "region": "area"}
FIRST_DAY = date(2022, 1, 1)
DAYS = 900


class Happening(Record, frozen=True, kw_only=True):
    """An invented event: what every claim about it draws from."""

    id: str
    form: tuple[str, str | None, str, str, int]
    actor: tuple[str, str | None]
    target: tuple[str, str | None]
    place: PlaceRow
    day: date
    toll: int


def happenings(chance: random.Random, places: list[PlaceRow]) -> Iterator[Happening]:
    """Events without end; more of them on some days than on others."""
    number = 0
    while True:
        number += 1
        day = FIRST_DAY + timedelta(days=min(DAYS, int(chance.betavariate(2.2, 1.6) * DAYS)))
        actor, target = chance.sample(SIDES, 2)
        form = chance.choices(FORMS, weights=[item[4] for item in FORMS])[0]
        toll = int(chance.paretovariate(1.1)) if form[0] == "ASSAULT" and chance.random() < 0.6 else 0
        place = chance.choice(places)
        yield Happening(
            id=f"e{number:07x}", form=form, actor=actor, target=target, place=place, day=day, toll=min(toll, 90)
        )


def claim_of(chance: random.Random, what: Happening, at: int, first: str) -> tuple[str, Claim]:
    """A sentence that starts at ``at`` in its article, and its claim; ``first`` names the outlet."""
    kind, mode, form, trigger, _ = what.form
    chain = _chain(chance, first)
    dead = max(0, what.toll + chance.choice((-1, 0, 0, 0, 0, 1, 2))) if what.toll else 0
    negated = chance.random() < 0.02
    words = form.format(a=what.actor[0], t=what.target[0], p=what.place.name)
    if negated:
        words = f"لم يقع ما تردّد من أنه {words}"
    if dead:
        words += f" ما أدى إلى مقتل {dead} أشخاص"
    if chain:
        words += "، وفق ما أفاد " + " نقلا عن ".join(link.text for link in chain)
    words += "."
    start = at + words.index(trigger)
    claim = Claim(
        quote=words,
        trigger=Trigger(start=start, end=start + len(trigger), text=trigger),
        evidence=Span(at, at + len(words)),
        type=kind,
        mode=mode,
        status="negated" if negated else chance.choices(("occurred", "uncertain", "planned"), weights=(92, 5, 3))[0],
        stance="denies" if negated else chance.choices(("reports", "claims", "accuses"), weights=(80, 12, 8))[0],
        actors=(_party(words, at, what.actor),),
        targets=(_party(words, at, what.target),),
        place=_where(words, at, what.place),
        date=None if chance.random() < 0.05 else what.day.isoformat(),
        figures=_figures(words, at, dead),
        weapons=("طائرات مسيّرة",) if mode == "drone" else (),
        isnad=tuple(_placed(words, at, link) for link in chain),
        event=what.id,
        rules={"type": "bench.form", "actors": "bench.subject", "targets": "bench.object", "place": "bench.place"},
    )
    return words, claim


def _chain(chance: random.Random, outlet: str) -> list[Link]:
    name, kind = chance.choice(ORIGINS)
    links = [Link(text=name, kind=kind)] if chance.random() < 0.85 else []
    agency = chance.choice(AGENCIES)
    if chance.random() < 0.45 and agency != outlet:
        links.insert(0, Link(text=agency, kind="agency"))
    return links


def _placed(words: str, at: int, link: Link) -> Link:
    start = at + words.rindex(link.text)
    return Link(text=link.text, kind=link.kind, start=start, end=start + len(link.text))


def _party(words: str, at: int, side: tuple[str, str | None]) -> Party:
    start = at + words.index(side[0])
    return Party(text=side[0], country=side[1], start=start, end=start + len(side[0]))


def _where(words: str, at: int, place: PlaceRow) -> Where:
    start = at + words.index(place.name)
    return Where(
        text=place.name, country=place.country, start=start, end=start + len(place.name), place=place.id,
        lat=place.lat, lon=place.lon, precision=PRECISION.get(place.kind, "point"),
    )  # fmt: skip


def _figures(words: str, at: int, dead: int) -> tuple[Figure, ...]:
    if not dead:
        return ()
    start = at + words.index(f"مقتل {dead}") + 5
    return (Figure(what="killed", low=dead, high=dead, start=start, end=start + len(f"{dead} أشخاص")),)


def articles(chance: random.Random, wanted: int, places: list[PlaceRow]) -> Iterator[tuple[Article, Extraction]]:
    """Articles of one to six claims until ``wanted`` claims are told, each about events of the days before it."""
    source = happenings(chance, places)
    open_events = [next(source) for _ in range(40)]
    told = number = 0
    while told < wanted:
        number += 1
        for n, _ in enumerate(open_events):
            if chance.random() < 0.03:
                open_events[n] = next(source)
        lead = chance.choice(open_events)
        published = lead.day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 5)))
        outlet = chance.choice(OUTLETS)
        near = [other for other in open_events if other.id != lead.id and other.day <= published]
        about = [lead, *chance.sample(near, min(len(near), chance.choice((0, 1, 2, 3, 4))))][: wanted - told]
        text, claims = f"{lead.place.name}، {published.isoformat()} (نشرة {number})\n", []
        for what in about:
            words, claim = claim_of(chance, what, len(text), outlet)
            text += words + "\n"
            claims.append(claim)
        told += len(claims)
        day = published.isoformat()
        title = f"{lead.place.name}: {lead.form[2].split('{')[0].strip()} {lead.actor[0]}"
        yield (
            Article(id=f"bench-{number}", text=text, source=outlet, title=title, published=day),
            Extraction(
                id=f"bench-{number}", claims=tuple(claims), tallies=_tallies(chance, published),
                dating=Dating(value=day, how="metadata"),
            ),
        )  # fmt: skip


def _tallies(chance: random.Random, day: date) -> tuple[Tally, ...]:
    if chance.random() > 0.05:
        return ()
    what, low = chance.choice((("جندي أميركي", 2500), ("نازح", 40_000), ("هجوم منذ بداية العام", 90)))
    grown = low + (day - FIRST_DAY).days * chance.randint(1, 3)
    words = f"يبلغ العدد {grown} {what}"
    return (Tally(quote=words, what=what, low=grown, high=grown, since=FIRST_DAY.isoformat()),)


def make(path: Path, claims: int, seed: int = 7) -> None:
    """Make the store at ``path`` (replaced if there) with ``claims`` claims."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        name.unlink(missing_ok=True)
    chance = random.Random(seed)
    places = [row for row in read_places() if row.country in COUNTRIES and row.lat == row.lat and not row.weak]
    few = chance.sample(places, 250) + [row for row in places if row.kind in ("country", "governorate")]
    with Store.open(path, create=True) as store:
        assignments: dict[tuple[str, int], str] = {}
        made = articles(chance, claims, few)
        while part := list(islice(made, 500)):
            saved = store.save_all(part)
            for (_, given), (_, extraction) in zip(saved, part, strict=True):
                assignments |= {(given, n): claim.event or "" for n, claim in enumerate(extraction.claims)}
        store.assign_events(assignments)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    make(given.path, given.claims, given.seed)
    print(f"{given.path}: {given.claims} claims")


if __name__ == "__main__":
    main()
