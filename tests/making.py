"""Hand-made articles and claims for tests, and a stand-in extractor with obvious answers."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, NamedTuple

import pytest

from khabar import pipeline
from khabar.model import Article, Claim, Extraction, Figure, Link, Party, Record, Span, Tally, Trigger, Where
from khabar.store import Store

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KHABAR_SHARED") or ROOT.parent / "shared")
"""Where the coded articles and the outside suites are, which are no part of the repository."""


class Said(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str


Khabar = Callable[..., Said]

STRIKE = "قُتل ثلاثة جنود في هجوم بالمسيّرات على قاعدة التاجي، كما أعلنت وزارة الدفاع العراقية."
STRIKE_TOLL = "قال مصدر طبي إن ستة جنود قتلوا في هجوم المسيّرات على قاعدة التاجي."
VISIT = "زار وزير الخارجية العُماني طهران الاثنين."


def claims_in(text: str, published: str = "2018-10-10") -> list[Claim]:
    """The claims that are extracted from a text."""
    return list(pipeline.extract(Article(id="text", text=text, published=published)).claims)


def types_in(text: str, published: str = "2018-10-10") -> list[str]:
    return [claim.type for claim in claims_in(text, published)]


def targets_in(text: str, type: str, published: str = "2024-01-25") -> list[list[str]]:
    """Names of the targets of every claim of a type."""
    return [[one.text for one in claim.targets] for claim in claims_in(text, published) if claim.type == type]


def claim_in(text: str, trigger: str, published: str = "2018-10-10") -> Claim:
    """The first claim with these words in its trigger."""
    return next(claim for claim in claims_in(text, published) if trigger in claim.trigger.text)


def doers_in(text: str, trigger: str, published: str = "2018-10-10") -> set[str]:
    """Who does what it tells."""
    return {one.text for one in claim_in(text, trigger, published).actors}


def chain_in(text: str, trigger: str, published: str = "2018-10-10") -> list[str]:
    """Who says so, the nearest first."""
    return [link.text for link in claim_in(text, trigger, published).isnad]


def party(text: str, country: str | None = None, actor: str | None = None) -> Party:
    return Party(text=text, country=country, actor=actor)


def link(text: str, kind: str = "official", actor: str | None = None) -> Link:
    return Link(text=text, kind=kind, actor=actor)


def killed(low: float, high: float | None = -1, of: str | None = None, what: str = "killed") -> Figure:
    return Figure(what=what, low=low, high=low if high == -1 else high, of=of)


def claim(sentence: str, trigger: str, type: str = "ASSAULT", *, at: int = 0, **fields: Any) -> Claim:
    """A claim whose evidence is ``sentence``, which starts at ``at`` in its article."""
    start = at + sentence.index(trigger)
    span = Trigger(start=start, end=start + len(trigger), text=trigger)
    return Claim(quote=sentence, trigger=span, evidence=Span(at, at + len(sentence)), type=type, **fields)


def coded_claim(quote: str, trigger: str, type: str, **fields: Any) -> dict[str, Any]:
    """A coded claim as the gold files hold it."""
    base = {
        "quote": quote, "trigger": trigger, "type": type, "mode": None, "status": "occurred", "stance": "reports",
        "actors": [], "targets": [], "place": None, "date": None, "figures": [], "weapons": [], "isnad": [],
        "event": None,
    }  # fmt: skip
    return base | fields


def article(text: str, id: str, source: str | None = None, published: str | None = None, **fields: Any) -> Article:
    return Article(id=id, text=text, source=source, published=published, **fields)


def strike(
    event: str | None = "e-strike", *, text: str = STRIKE, word: str = "هجوم", dead: Figure | None = None, **fields: Any
) -> Claim:
    values: dict[str, Any] = {
        "mode": "drone",
        "targets": (party("جنود", "IRQ"),),
        "place": Where(text="قاعدة التاجي", country="IRQ", place="base.taji", lat=33.5, lon=44.2, precision="point"),
        "date": "2024-03-05",
        "figures": (dead or killed(3),),
        "weapons": ("المسيّرات",),
        "isnad": (link("وزارة الدفاع العراقية", "military", "inst.mod-iraq"),),
        "event": event,
    }
    return claim(text, word, **(values | fields))


def visit(event: str = "e-visit", *, text: str = VISIT, **fields: Any) -> Claim:
    values: dict[str, Any] = {
        "mode": "visit",
        "actors": (party("وزير الخارجية العُماني", "OMN"),),
        "place": Where(text="طهران", country="IRN", precision="town"),
        "date": "2024-03-04",
        "event": event,
    }
    return claim(text, "زار", "CONSULT", **(values | fields))


def pairs() -> list[tuple[Article, Extraction]]:
    """Three articles: two outlets on one strike with two tolls, one on a visit, with a tally."""
    first = article(STRIKE, "a1", "وكالة المثال", "2024-03-05", title="هجوم على التاجي")
    second = article(STRIKE_TOLL, "a2", "صحيفة النموذج", "2024-03-06")
    third = article(VISIT, "a3", "صحيفة النموذج", "2024-03-04")
    toll = strike(text=STRIKE_TOLL, dead=killed(6), isnad=(link("مصدر طبي", "unnamed"),))
    tally = Tally(quote=VISIT, what="جندي أميركي", low=2500, high=2500, place=Where(text="العراق", country="IRQ"))
    return [
        (first, Extraction(id="a1", claims=(strike(),))),
        (second, Extraction(id="a2", claims=(toll,))),
        (third, Extraction(id="a3", claims=(visit(),), tallies=(tally,))),
    ]


_TOLL = re.compile(r"(\d+) قتلى")


EVENTS = {("a1", 0): "e-strike", ("a2", 0): "e-strike", ("a3", 0): "e-visit"}
"""The events of the hand-made articles."""


def store_pairs(opened: Store) -> None:
    """Put the hand-made articles with their events into a store."""
    opened.save_all(pairs())
    opened.assign_events(EVENTS)


def script(path: str) -> ModuleType:
    """A file of the repository that belongs to no package, as a module of its own."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    folder = str((ROOT / path).parent)
    sys.path.insert(0, folder)  # as when it is run
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module


def stand_in_extract(given: Article) -> Extraction:
    """A claim for every sentence with هجوم in it; its figure is the number before قتلى. Fails on the word انهيار."""
    if "انهيار" in given.text:
        raise ZeroDivisionError("fell over")
    claims = []
    for found in re.finditer(r"[^.\n]*هجوم[^.\n]*\.?", given.text):
        sentence = found.group()
        toll = _TOLL.search(sentence)
        figures = (killed(int(toll.group(1))),) if toll else ()
        claims.append(claim(sentence, "هجوم", at=found.start(), mode="drone", date="2024-03-05", figures=figures))
    return Extraction(id=given.id, claims=tuple(claims))


class Step(Record, frozen=True, kw_only=True):
    label: str
    rule: str = ""
    children: tuple[Any, ...] = ()


def stand_in_explain(sentence: str, published: str | None = None) -> Step:
    """A tree of two steps."""
    return Step(label="text", children=(Step(label=sentence, rule=f"read {published}"),))


def stand_in_link(rows: list[tuple[Article, Extraction]]) -> list[list[str]]:
    """Claims of one type and date are one event."""
    return [[f"e-{item.type.lower()}-{item.date}" for item in found.claims] for _, found in rows]


def use_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-in extractor and linker in the place of the real ones."""
    pipeline = ModuleType("khabar.pipeline")
    pipeline.extract = stand_in_extract  # type: ignore[attr-defined]
    pipeline.explain = stand_in_explain  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "khabar.pipeline", pipeline)
    monkeypatch.setattr("khabar.pipeline", pipeline, raising=False)
    monkeypatch.setattr("khabar.linking.link_claims", stand_in_link, raising=False)


def unreadable(origin: str = "bad.bin", reason: str = "It is a picture.") -> Any:
    return SimpleNamespace(origin=origin, reason=reason, sha256="0" * 64, sample=b"\x89PNG")
