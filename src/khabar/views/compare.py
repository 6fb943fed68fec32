"""Two codings of the same articles side by side: which claims both have, and how their fields agree.

The first may be the coded articles themselves: then a claim of theirs alone is missed, one of the second alone false.
Pairs and scores are those of :mod:`khabar.views.evaluate`, with the first in the place of the coded one; the figures of
:class:`Comparison.report` are therefore what ``khabar evaluate`` prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.model import Record, Span
from khabar.views.agreement import FIELDS, Coded
from khabar.views.evaluate import Report, evaluate, match, places_in
from khabar.views.variants import in_words

SHOWN = ("type", "mode", "status", "stance", "actors", "targets", "place", "date", "figures", "isnad")
"""Fields shown in words; of :data:`khabar.views.agreement.FIELDS`, ``sides`` belongs to actors and targets, ``country``
to the place, ``origin`` and ``chain`` to the isnad."""
_BEHIND = {"actors": ("actors", "sides"), "targets": ("targets", "sides"), "place": ("place", "country"),
           "isnad": ("origin", "chain")}  # fmt: skip


class Cell(Record, frozen=True, kw_only=True):
    """One field as both have it, in words; ``score`` 0 to 1, None where one of them has no such claim. ``wrong`` names
    the scores behind it that are under 1, ``rules`` what gave either value, empty where its row does not say."""

    field: str
    a: str
    b: str
    score: float | None
    wrong: tuple[str, ...] = ()
    rules: tuple[str, str] = ("", "")


class Side(Record, frozen=True, kw_only=True):
    """A claim as one of them has it, with the spans of its quote and trigger in the text; None where they are not
    there."""

    type: str
    quote: str
    trigger: str
    evidence: Span | None
    at: Span | None


class Row(Record, frozen=True, kw_only=True):
    """A claim of the first (``seen`` is a), of the second (b) or of both, and the fields that either fills. ``score``
    is the mean of the twelve field scores, 0 for other types, None where only one of them has it; ``wrong`` names
    those of the twelve that are under 1 in a pair of one type."""

    seen: str
    a: Side | None
    b: Side | None
    cells: tuple[Cell, ...]
    score: float | None
    wrong: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        """The one or two sides that have it, the first first."""
        return tuple(side for side in (self.a, self.b) if side is not None)

    @property
    def start(self) -> int | None:
        """Where its trigger begins in the text; None: unknown."""
        at = self.sides[0].at
        return at.start if at else None

    @property
    def agrees(self) -> bool:
        """Both have it, and every field is the same."""
        return self.seen == "both" and all(cell.score == 1 for cell in self.cells)


class ArticleRows(Record, frozen=True, kw_only=True):
    """The claims of one article in text order; ``about`` says what is known of it: title, outlet, day."""

    id: str
    rows: tuple[Row, ...]
    text: str = ""
    about: tuple[str, ...] = ()


class Comparison(Record, frozen=True, kw_only=True):
    """Two codings called ``a`` and ``b``. ``only_a`` and ``only_b``: ids of articles that the other does not have.
    ``coded``: the first is what was to be found."""

    a: str
    b: str
    report: Report
    articles: tuple[ArticleRows, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    coded: bool = False


def compare(a: Sequence[Coded], b: Sequence[Coded], names: tuple[str, str] = ("A", "B")) -> Comparison:
    """Compare rows ``{id, text?, claims, tallies}`` of two extractions. Where a claim is given by its quote alone, the
    text has to stand in a row of either."""
    first, second = {row["id"]: row for row in a}, {row["id"]: row for row in b}
    common = [(with_text(row, second[given]), second[given]) for given, row in first.items() if given in second]
    return Comparison(
        a=names[0],
        b=names[1],
        report=evaluate([row for row, _ in common], [row for _, row in common]),
        articles=tuple(_article(one, other) for one, other in common),
        only_a=tuple(str(given) for given in first if given not in second),
        only_b=tuple(str(given) for given in second if given not in first),
    )


def against_gold(gold: Sequence[Coded], found: Sequence[Coded]) -> Comparison:
    """Compare coded articles with predictions, as :func:`khabar.views.evaluate.evaluate` takes them."""
    guesses = {row["id"]: row for row in found}
    known = {row["id"] for row in gold}
    return Comparison(
        a="gold",
        b="found",
        report=evaluate(gold, found),
        articles=tuple(_article(row, guesses.get(row["id"]) or {}) for row in gold),
        only_a=tuple(str(row["id"]) for row in gold if row["id"] not in guesses),
        only_b=tuple(str(given) for given in guesses if given not in known),
        coded=True,
    )


def with_text(row: Coded, other: Coded) -> Coded:
    """``row`` with the text that it or ``other`` has, empty where neither has one."""
    text = row.get("text") if isinstance(row.get("text"), str) else other.get("text")
    return {**row, "text": text if isinstance(text, str) else ""}


def without_place(rows: Iterable[Coded], others: Iterable[Coded]) -> str | None:
    """The id of the first article with a claim that cannot be placed, for want of its text; None where all can."""
    texts = {row["id"]: row for row in others}
    for row in rows:
        text = with_text(row, texts.get(row["id"], {}))["text"]
        if not text and any(not isinstance(claim.get("trigger"), dict) for claim in row.get("claims") or []):
            return str(row["id"])
    return None


def _article(one: Coded, other: Coded) -> ArticleRows:
    text, mine, theirs = one["text"], one.get("claims") or [], other.get("claims") or []
    pairs = match(text, mine, theirs)
    rows = [_both(text, mine[pair.gold], theirs[pair.predicted], pair.scores) for pair in pairs]
    paired, taken = {pair.gold for pair in pairs}, {pair.predicted for pair in pairs}
    rows += [_alone(text, claim, "a") for n, claim in enumerate(mine) if n not in paired]
    rows += [_alone(text, claim, "b") for n, claim in enumerate(theirs) if n not in taken]
    rows.sort(key=lambda row: (row.start is None, row.start or 0))
    about = (one.get(name) or other.get(name) for name in ("title", "source", "published"))
    return ArticleRows(id=str(one["id"]), rows=tuple(rows), text=text, about=tuple(str(part) for part in about if part))


def _both(text: str, mine: Coded, theirs: Coded, scores: dict[str, float]) -> Row:
    same = mine["type"] == theirs["type"]
    known = {**scores, "type": float(same)}
    cells = []
    for field in SHOWN:
        a, b = in_words(field, mine.get(field)), in_words(field, theirs.get(field))
        if a or b:
            wrong = () if a == b else tuple(name for name in _BEHIND.get(field, (field,)) if known[name] < 1)
            cells.append(
                Cell(
                    field=field,
                    a=a,
                    b=b,
                    score=min((known[name] for name in wrong), default=1.0),
                    wrong=wrong,
                    rules=(_rule(mine, field), _rule(theirs, field)),
                )
            )
    return Row(
        seen="both",
        a=_side(text, mine),
        b=_side(text, theirs),
        cells=tuple(cells),
        score=sum(scores[name] for name in FIELDS) / len(FIELDS) if same else 0.0,
        wrong=tuple(name for name in FIELDS if scores[name] < 1) if same else (),
    )


def _alone(text: str, claim: Coded, seen: str) -> Row:
    first, cells = seen == "a", []
    for field in SHOWN:
        if words := in_words(field, claim.get(field)):
            a, b = (words, "") if first else ("", words)
            rule = _rule(claim, field)
            cells.append(Cell(field=field, a=a, b=b, score=None, rules=(rule, "") if first else ("", rule)))
    side = _side(text, claim)
    return Row(seen=seen, a=side if first else None, b=None if first else side, cells=tuple(cells), score=None)


def _side(text: str, claim: Coded) -> Side:
    around = places_in(text, claim)
    trigger = claim.get("trigger") or ""
    return Side(
        type=claim["type"],
        quote=claim.get("quote") or "",
        trigger=trigger if isinstance(trigger, str) else str(trigger.get("text") or ""),
        evidence=around[0] if around else None,
        at=around[1] if around else None,
    )


def _rule(claim: Coded, field: str) -> str:
    rules = claim.get("rules")
    return str(rules.get(field) or "") if isinstance(rules, dict) else ""
